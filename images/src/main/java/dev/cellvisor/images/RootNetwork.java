package dev.cellvisor.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a system reach out by itself as soon as it has a network device: an address, the archive for apt, and the authorities that TLS trusts. */
final class RootNetwork {
    private static final Pattern CODENAME = Pattern.compile("(?m)^VERSION_CODENAME=(\\w+)$");

    private final DebianRoot root;

    RootNetwork(DebianRoot root) {
        this.root = root;
    }

    void apply() throws IOException {
        address();
        apt();
        authorities();
    }

    /** systemd-networkd is started by the device, so a boot without one does not pay for it; logins wait until it has started. */
    private void address() throws IOException {
        root.file("etc/udev/rules.d/70-cellvisor.rules", 0644,
                "ACTION==\"add\", SUBSYSTEM==\"net\", KERNEL!=\"lo\", TAG+=\"systemd\", ENV{SYSTEMD_WANTS}+=\"systemd-networkd.service\"\n");
        root.file("etc/systemd/system/serial-getty@.service.d/network.conf", 0644, "[Unit]\nAfter=systemd-networkd.service\n");
    }

    /** Debian's own archive, in the release that the packages are of. */
    private void apt() throws IOException {
        byte[] release = root.kept().get("usr/lib/os-release");
        Matcher codename = CODENAME.matcher(release == null ? "" : new String(release, StandardCharsets.UTF_8));
        if (root.tree().find("usr/bin/apt-get") == null || !codename.find()) {
            return;
        }
        String suite = codename.group(1);
        root.file("etc/apt/sources.list", 0644, """
                deb http://deb.debian.org/debian %1$s main
                deb http://deb.debian.org/debian %1$s-updates main
                deb http://deb.debian.org/debian-security %1$s-security main
                """.formatted(suite));
        for (String directory : new String[] {"var/lib/apt/lists/partial", "var/cache/apt/archives/partial", "var/log/apt", "etc/apt/preferences.d"}) {
            root.tree().directory(directory);
        }
    }

    /** All of ca-certificates' in one file, as update-ca-certificates makes it. */
    private void authorities() throws IOException {
        var all = new StringBuilder();
        for (Map.Entry<String, byte[]> file : root.kept().entrySet()) {
            if (file.getKey().endsWith(".crt")) {
                all.append(new String(file.getValue(), StandardCharsets.US_ASCII));
            }
        }
        if (!all.isEmpty()) {
            root.file("etc/ssl/certs/ca-certificates.crt", 0644, all.toString());
        }
    }
}
