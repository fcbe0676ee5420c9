package dev.cellvisor.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What makes a system reach out by itself as soon as it has a network device: an address, apt's directories, and the authorities that TLS trusts. */
final class RootNetwork {
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

    /** Where apt keeps its files. Which archive it asks is no part of an image, whose bytes follow from its packages alone. */
    private void apt() {
        if (root.tree().find("usr/bin/apt-get") == null) {
            return;
        }
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
