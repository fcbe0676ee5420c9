package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.images.MadeUp.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root disk from made-up packages, looked at with e2fsprogs, which had no part in making it. */
class RootDiskTest {
    private static final String LONG_TARGET = "a/target/that/is/longer/than/the/sixty/bytes/which/an/inode/has/room/for/in/itself";
    private static final Recipe RECIPE = new Recipe("tiny", "made up", "arm64", "ext4", "linux-image-cloud-arm64", "busybox-static",
            List.of("virtio_mmio"), List.of("virtio_blk"), "console=ttyAMA0", "cellvisor: init", "# ", Ext4Disk.GROUP_BYTES,
            List.of("base", "^more[0-9]+$"), "login: ", "dhcp", "");

    @TempDir
    Path directory;

    private FakeApt apt;

    @BeforeEach
    void archive() throws IOException {
        apt = new FakeApt(directory.resolve("archive"));
        apt.publish("6.1.0-1");
        apt.add("base", "1", MadeUp.deb("base", 1_500_000_000, Entry.directory("lib", 0755), Entry.directory("tmp", 0755), Entry.directory("var/games", 02775),
                Entry.file("bin/su", 04755, 0, 0, "root's"), Entry.file("etc/secret", 0640, 7, 42, "x".repeat(5000)),
                Entry.file("usr/share/base-passwd/passwd.master", 0644, 0, 0, "root:*:0:0:root:/root:/bin/bash\nmail:*:8:8:mail:/var/mail:/usr/sbin/nologin\n"),
                Entry.file("usr/share/base-passwd/group.master", 0644, 0, 0, "root:*:0:\nmail:*:8:\nshadow:*:42:\n"),
                Entry.file("usr/bin/apt-get", 0755, 0, 0, "apt"),
                Entry.file("usr/share/ca-certificates/mozilla/One.crt", 0644, 0, 0, "first\n"), Entry.file("usr/share/ca-certificates/mozilla/Two.crt", 0644, 0, 0, "second\n"),
                Entry.file("usr/share/doc/base/copyright", 0644, 0, 0, "left out"), Entry.file("usr/bin/mawk", 0755, 0, 0, "awk")), "");
        apt.add("more2", "2.0", MadeUp.deb("more2", 1_600_000_000, Entry.directory("usr/lib/deep", 0755), Entry.file("lib/deep/library", 0644, 0, 0, "here"),
                Entry.second("usr/lib/deep/other", "./lib/deep/library"), Entry.link("usr/short", "lib/deep"), Entry.link("usr/long", LONG_TARGET),
                Entry.file("usr/lib/sysusers.d/more.conf", 0644, 0, 0, "# ours\nu messages - \"More messages\"\ng readers 77\nu fixed 5:8 - /home/fixed /bin/sh\n")), "");
        apt.closure("more2=2.0", "base=1");
    }

    private GuestImage build(String cache) {
        return new ImageStore(directory.resolve(cache), apt.host()).ensure(RECIPE, Progress.none());
    }

    private static String tool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.set(0, Stream.of("/usr/sbin/", "/sbin/").map(d -> d + words[0]).filter(f -> Files.isExecutable(Path.of(f))).findFirst().orElse(words[0]));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: " + words[0] + " is not on this machine (Debian: e2fsprogs)");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static String stat(GuestImage image, String path) throws Exception {
        return tool("debugfs", "-R", "stat " + path, image.disk().toString());
    }

    private static String cat(GuestImage image, String path) throws Exception {
        return tool("debugfs", "-R", "cat " + path, image.disk().toString()).replaceFirst("debugfs .*\n", "");
    }

    @Test
    void itIsAnExt4ThatTheCheckerFindsNoFaultIn() throws Exception {
        GuestImage image = build("cache");
        tool("e2fsck", "-fn", image.disk().toString()); // status 0: nothing to mend
        String header = tool("dumpe2fs", "-h", image.disk().toString());
        assertTrue(header.contains("Filesystem volume name:   tiny"), header);
        assertTrue(header.contains("clean"), header);
    }

    @Test
    void ownersModesLinksAndNamesAreThoseOfThePackages() throws Exception {
        GuestImage image = build("cache");
        assertTrue(stat(image, "/usr/bin/su").contains("Mode:  04755"), "over the link bin -> usr/bin");
        String secret = stat(image, "/etc/secret");
        assertTrue(secret.matches("(?s).*Mode:  0640.*User: +7 +Group: +42 .*Size: 5000\n.*"), secret);
        assertTrue(secret.contains("mtime: 0x59682f00"), secret); // 1,500,000,000
        assertEquals("x".repeat(5000), cat(image, "/etc/secret"));
        assertTrue(stat(image, "/var/games").contains("Mode:  02775"));
        assertTrue(stat(image, "/usr/lib/deep/library").contains("Links: 2"));
        assertEquals("here", cat(image, "/usr/lib/deep/other"));
        assertTrue(stat(image, "/usr/short").contains("Fast link dest: \"lib/deep\""));
        assertEquals(LONG_TARGET, cat(image, "/usr/long").replace("\0", ""));
        assertTrue(stat(image, "/bin").contains("Fast link dest: \"usr/bin\""));
    }

    @Test
    void whatMaintainerScriptsDoIsDone() throws Exception {
        GuestImage image = build("cache");
        assertEquals("""
                root:x:0:0:root:/root:/bin/bash
                mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
                messages:x:999:999:More messages:/:/usr/sbin/nologin
                fixed:x:5:8::/home/fixed:/bin/sh
                """, cat(image, "/etc/passwd"));
        assertTrue(cat(image, "/etc/group").contains("messages:x:999:\nreaders:x:77:\n"), cat(image, "/etc/group"));
        assertTrue(cat(image, "/etc/shadow").startsWith("root::"), "root has no password");
        assertTrue(stat(image, "/etc/shadow").matches("(?s).*Mode:  0640.*Group: +42 .*"));
        assertTrue(cat(image, "/etc/pam.d/common-auth").contains("pam_unix.so nullok"));
        assertTrue(stat(image, "/etc/alternatives/awk").contains("/usr/bin/mawk"));
        assertTrue(stat(image, "/tmp").contains("Mode:  01777"));
        assertTrue(stat(image, "/etc/systemd/system/getty.target.wants/serial-getty@hvc0.service").contains("symlink"));
        assertTrue(cat(image, "/var/lib/dpkg/status").contains("Package: more2\nStatus: install ok installed\nVersion: 1\n"));
        assertTrue(cat(image, "/var/lib/dpkg/info/more2.list").contains("\n/lib/deep/library\n"));
        assertTrue(tool("debugfs", "-R", "stat /usr/share/doc/base/copyright", image.disk().toString()).contains("File not found"));
    }

    @Test
    void theSamePackagesGiveTheSameBytesAndTheManifestNamesThemAll() throws Exception {
        GuestImage one = build("cache");
        GuestImage other = build("another/cache");
        assertEquals(-1, Files.mismatch(one.disk(), other.disk()));
        assertEquals(one.manifest(), other.manifest());
        assertEquals(List.of("kernel", "busybox", "root", "root"), one.manifest().packages().stream().map(Manifest.Package::role).toList());
        assertEquals(List.of("base", "more2"), one.manifest().packages().stream().skip(2).map(Manifest.Package::name).toList());
        GuestImage again = new ImageStore(directory.resolve("third"), apt.host()).fromLock(Manifest.read(one.directory().resolve("manifest.json")), Progress.none());
        assertEquals(-1, Files.mismatch(one.disk(), again.disk()));
        assertTrue(Recipe.fromJson(one.manifest().recipe().toJson()).equals(RECIPE), "a recipe survives being written and read");
    }

    @Test
    void theInitramfsGoesOnToTheDisk() throws Exception {
        String initramfs = Files.readString(build("cache").initrd(), StandardCharsets.ISO_8859_1);
        assertTrue(initramfs.contains("mount LABEL=tiny /disk"));
        assertTrue(initramfs.contains(Recipe.SHELL_ONLY + ") init=/usr/lib/cellvisor/shell"));
        assertFalse(initramfs.contains("cttyhack sh"), "no shell of its own");
        assertTrue(initramfs.contains("udhcpc -i eth0"), "an address for the shell without services");
    }

    @Test
    void aSystemWithANetworkHasRoomForAptAndKnowsWhomToTrust() throws Exception {
        GuestImage image = build("cache");
        assertTrue(stat(image, "/etc/apt/sources.list").contains("File not found"), "its bytes follow from the packages, whatever archive they came from");
        assertTrue(stat(image, "/var/lib/apt/lists/partial").contains("Type: directory"));
        assertEquals("first\nsecond\n", cat(image, "/etc/ssl/certs/ca-certificates.crt"));
        assertTrue(cat(image, "/etc/udev/rules.d/70-cellvisor.rules").contains("systemd-networkd.service"));
    }

    @Test
    void aDiskThatIsTooSmallIsSaid() throws IOException {
        apt.add("base", "1", MadeUp.deb("base", 1_500_000_000, new Entry("big", 0644, 0, 0, null, new byte[(int) Ext4Disk.GROUP_BYTES])), "");
        String message = assertThrows(ImageException.class, () -> build("cache")).getMessage();
        assertTrue(message.contains("does not fit into 128 MiB"), message);
    }

    /** Several groups, with and without copies of the superblock, a file over their borders, and a directory of more than a block. */
    @Test
    void largeFilesAndDirectoriesCrossBlocksAndGroups() throws Exception {
        Path file = directory.resolve("large.img");
        byte[] content = new byte[150 << 20];
        for (int i = 0; i < content.length; i += 4096) {
            content[i] = (byte) (i >> 12 ^ i >> 20);
        }
        var tree = new RootTree(1_000_000_000);
        try (var disk = new Ext4Disk(file, 4 * Ext4Disk.GROUP_BYTES, "large", new byte[16])) {
            var large = new RootTree.Node(RootTree.FILE | 0644, 70_000, 80_000, 1_000_000_000);
            large.sizeBytes = content.length;
            large.extents = disk.content(new ByteArrayInputStream(content), content.length);
            assertEquals(2, large.extents.size());
            tree.put("large", large);
            for (int i = 0; i < 9000; i++) { // more inodes than a group has
                tree.put("many/a-name-of-some-length-" + i, new RootTree.Node(RootTree.FILE | 0600, 0, 0, i));
            }
            var device = new RootTree.Node(RootTree.CHARACTER_DEVICE | 0600, 0, 0, 0);
            device.major = 5;
            device.minor = 257;
            tree.put("device", device);
            disk.finish(tree, 1_000_000_000);
        }
        tool("e2fsck", "-fn", file.toString());
        Path copy = directory.resolve("copy");
        tool("debugfs", "-R", "dump /large " + copy, file.toString());
        assertArrayEquals(content, Files.readAllBytes(copy));
        assertTrue(tool("debugfs", "-R", "stat /large", file.toString()).matches("(?s).*User: 70000 +Group: 80000 .*"));
        assertTrue(tool("debugfs", "-R", "stat /device", file.toString()).contains("(New-style) Device major/minor number: 05:257"), "a device with a wide number");
        assertEquals(9000, Arrays.stream(tool("debugfs", "-R", "ls -p /many", file.toString()).split("\n")).filter(line -> line.contains("a-name")).count());
    }
}
