package dev.cellvisor.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An archive of made-up packages with two shell scripts in the place of apt's clients. What the scripts are asked is
 * written down in {@link #asked()}; {@link #failWith} makes them complain as the real ones do.
 */
final class FakeApt {
    private static final String SCRIPT = """
            #!/bin/sh
            here=%s
            while :; do
              case $1 in
              -c) conf=$2; shift 2 ;;
              -o) shift 2 ;;
              -*) shift ;;
              *) break ;;
              esac
            done
            echo "$(basename $0) $*" >>$here/asked
            [ -f "$conf" ] || { echo "E: no configuration"; exit 100; }
            if [ -f $here/fail-$1 ]; then cat $here/fail-$1 >&2; exit 100; fi
            case $1 in
            update) echo "dlstatus:1:50.0:Retrieving" ;;
            show) shift; for wanted; do
                [ -f "$here/records/$wanted" ] || { echo "E: No packages found" >&2; exit 100; }; cat "$here/records/$wanted"; echo
              done ;;
            install) cat "$here/closure" ;;
            download) shift; echo "dlstatus:1:100.0:Retrieving"; for wanted; do cp "$here/debs/$wanted" "${wanted%%%%=*}_x_arm64.deb"; done ;;
            esac
            """;

    private final Path directory;

    FakeApt(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        for (String part : List.of("records", "debs", "etc/sources.list.d")) {
            Files.createDirectories(directory.resolve(part));
        }
        for (String client : List.of("apt-get", "apt-cache")) {
            Path file = Files.writeString(directory.resolve(client), SCRIPT.formatted(directory));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(directory.resolve("etc/sources.list"), "deb http://mirror.example/debian bookworm main\n");
        Files.writeString(directory.resolve("os-release"), "VERSION_CODENAME=bookworm\n");
    }

    Apt.Host host() {
        return new Apt.Host(List.of(directory.resolve("apt-get").toString()), List.of(directory.resolve("apt-cache").toString()),
                directory.resolve("etc"), directory.resolve("os-release"));
    }

    /** A kernel package, the metapackage that leads to it, and busybox. */
    void publish(String kernelVersion) throws IOException {
        String name = "linux-image-" + kernelVersion + "-cloud-arm64";
        String release = kernelVersion + "-cloud-arm64";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("boot/vmlinuz-" + release, MadeUp.kernel());
        String modules = "lib/modules/" + release + "/";
        files.put(modules + "modules.builtin", "kernel/drivers/virtio/virtio_anchor.ko\n".getBytes(StandardCharsets.US_ASCII));
        files.put(modules + "kernel/drivers/virtio/virtio_mmio.ko", MadeUp.module("depends=virtio", "alias=of:N*T*Cvirtio,mmio"));
        files.put(modules + "kernel/drivers/virtio/virtio.ko.xz", MadeUp.xz(MadeUp.module("depends=virtio_anchor")));
        files.put(modules + "kernel/drivers/block/virtio_blk.ko", MadeUp.module("depends=virtio", "alias=virtio:d00000002v*"));
        files.put(modules + "kernel/fs/other.ko", MadeUp.module("depends="));
        add(name, kernelVersion + "-1", MadeUp.deb("data.tar.xz", MadeUp.xz(MadeUp.tar(files, 1_700_000_000L + kernelVersion.length()))), "kmod");
        add("linux-image-cloud-arm64", kernelVersion + "-1", new byte[0], name + " (= " + kernelVersion + "-1)");
        byte[] busybox = MadeUp.xz(MadeUp.tar(Map.of("bin/busybox", "the box".getBytes(StandardCharsets.US_ASCII)), 1_600_000_000));
        add("busybox-static", "1:1.35-4", MadeUp.deb("data.tar.xz", busybox), "");
    }

    /** As {@link #publish}, but in parts, as since Debian 14: the kernel's package is empty, and names three others. */
    void publishInParts(String kernelVersion) throws IOException {
        publish(kernelVersion);
        String release = kernelVersion + "-cloud-arm64";
        String version = kernelVersion + "-1";
        String modules = "usr/lib/modules/" + release + "/";
        part("linux-binary-" + release, version, Map.of(modules + "vmlinuz", MadeUp.kernel()));
        part("linux-base-" + release, version, Map.of(modules + "modules.builtin", "kernel/drivers/virtio/virtio.ko\n".getBytes(StandardCharsets.US_ASCII)));
        part("linux-modules-" + release, version, Map.of(modules + "kernel/drivers/virtio/virtio_mmio.ko", MadeUp.module("depends=virtio", "alias=of:N*T*Cvirtio,mmio"),
                modules + "kernel/drivers/block/virtio_blk.ko", MadeUp.module("depends=virtio", "alias=virtio:d00000002v*")));
        add("linux-image-" + release, version, MadeUp.deb("data.tar.xz", MadeUp.xz(MadeUp.tar(Map.of("usr/share/doc/empty", new byte[1]), 1_700_000_000))),
                "kmod, linux-base-%1$s (= %2$s), linux-binary-%1$s (= %2$s), linux-modules-%1$s (= %2$s)".formatted(release, version));
    }

    private void part(String name, String version, Map<String, byte[]> files) throws IOException {
        add(name, version, MadeUp.deb("data.tar.xz", MadeUp.xz(MadeUp.tar(files, 1_700_000_000))), "");
    }

    /** What {@code apt-get -s install} says it would install. */
    void closure(String... namesAndVersions) throws IOException {
        var text = new StringBuilder("Reading package lists...\n");
        for (String each : namesAndVersions) {
            text.append("Inst ").append(each.replace("=", " (")).append(" made-up [arm64])\nConf ").append(each).append('\n');
        }
        Files.writeString(directory.resolve("closure"), text);
    }

    void add(String name, String version, byte[] deb, String depends) throws IOException {
        String record = "Package: " + name + "\nVersion: " + version + "\nArchitecture: arm64\nDepends: " + depends + "\nSize: " + deb.length
                + "\nSHA256: " + Hashes.sha256(deb) + "\nDescription: made up\n with: a colon\n\nPackage: another\n";
        Files.writeString(directory.resolve("records/" + name), record);
        Files.writeString(directory.resolve("records/" + name + "=" + version), record);
        Files.write(directory.resolve("debs/" + name + "=" + version), deb);
    }

    /** Takes one version of a package out of the archive, as Debian does when there is a newer one. */
    void withdraw(String name, String version) throws IOException {
        Files.delete(directory.resolve("records/" + name + "=" + version));
    }

    /** Changes a package file after its checksum was published. */
    void corrupt(String name, String version) throws IOException {
        Files.writeString(directory.resolve("debs/" + name + "=" + version), "something else");
    }

    /** Makes one of the clients' commands ({@code update}, {@code show}, {@code download}) fail with this complaint. */
    void failWith(String command, String complaint) throws IOException {
        Files.writeString(directory.resolve("fail-" + command), complaint + "\n");
    }

    void recover(String command) throws IOException {
        Files.delete(directory.resolve("fail-" + command));
    }

    /** The commands since the last call. */
    List<String> asked() throws IOException {
        Path file = directory.resolve("asked");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        return lines;
    }
}
