package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;

class CpioTreeTest {
    @Test
    void orderOfAdditionDoesNotShow() throws IOException {
        CpioTree one = new CpioTree();
        one.directory("etc", 0755);
        one.file("etc/motd", 0644, "hello");
        one.link("bin/sh", "busybox");
        CpioTree other = new CpioTree();
        other.link("bin/sh", "busybox");
        other.file("etc/motd", 0644, "hello");
        assertArrayEquals(bytes(one), bytes(other));
    }

    @Test
    void entriesComeSortedWithParentsOwnedByRoot() throws IOException {
        CpioTree tree = new CpioTree();
        tree.file("lib/modules/6.1/a.ko", 0644, new byte[] {1, 2, 3});
        tree.characterDevice("dev/console", 0600, 5, 1);
        tree.file("init", 0755, "#!/bin/sh\n");
        List<String> names = new ArrayList<>();
        try (CpioArchiveInputStream in = new CpioArchiveInputStream(new ByteArrayInputStream(bytes(tree)))) {
            for (CpioArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                names.add(e.getName());
                assertEquals(0, e.getUID());
                assertEquals(0, e.getGID());
                assertEquals(1000, e.getTime());
                assertEquals(names.size(), e.getInode());
                if (e.getName().equals("dev/console")) {
                    assertTrue(e.isCharacterDevice());
                    assertEquals(5, e.getRemoteDeviceMaj());
                    assertEquals(1, e.getRemoteDeviceMin());
                } else if (e.getName().endsWith("a.ko")) {
                    assertArrayEquals(new byte[] {1, 2, 3}, in.readAllBytes());
                }
            }
        }
        assertEquals(List.of("dev", "dev/console", "init", "lib", "lib/modules", "lib/modules/6.1", "lib/modules/6.1/a.ko"), names);
    }

    /** The bytes as the kernel's documentation of the format has them, not as the library that wrote them reads them. */
    @Test
    void headerIsNewc() throws IOException {
        CpioTree tree = new CpioTree();
        tree.file("init", 0755, "abcde");
        String text = new String(bytes(tree), StandardCharsets.US_ASCII);
        String header = "070701" + "00000001" + "000081ed" + "00000000" + "00000000" + "00000001" + "000003e8" + "00000005"
                + "00000000" + "00000000" + "00000000" + "00000000" + "00000005" + "00000000";
        assertEquals(header + "init\0" + "\0" + "abcde\0\0\0", text.substring(0, 110 + 5 + 1 + 8));
        assertTrue(text.contains("TRAILER!!!"));
        assertEquals(0, text.length() % 4);
    }

    @Test
    void pathsAreRelative() {
        assertThrows(IllegalArgumentException.class, () -> new CpioTree().file("/init", 0755, ""));
    }

    private static byte[] bytes(CpioTree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tree.write(out, 1000);
        return out.toByteArray();
    }
}
