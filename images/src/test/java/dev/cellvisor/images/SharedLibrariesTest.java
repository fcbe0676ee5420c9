package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Libraries of packages, picked by name and by link. */
class SharedLibrariesTest {
    private final SharedLibraries libraries = new SharedLibraries();

    private void file(String path, String content) throws IOException {
        libraries.file(path, 0, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String names(CpioTree tree) throws IOException {
        var bytes = new ByteArrayOutputStream();
        tree.write(bytes, 0);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aLibraryIsFoundByItsLink() throws IOException {
        file("usr/lib/aarch64-linux-gnu/libz.so.1.3.1", "the library");
        libraries.link("usr/lib/aarch64-linux-gnu/libz.so.1", "libz.so.1.3.1");
        file("lib/ld-linux-aarch64.so.1", "the interpreter");
        file("usr/lib/aarch64-linux-gnu/plugins/libz.so.1", "somebody's plugin");
        var tree = new CpioTree();
        libraries.add(tree, List.of("/lib/ld-linux-aarch64.so.1", "libz.so.1", "libown.so"), Set.of("libown.so"));
        String archive = names(tree);
        assertTrue(archive.contains("lib/libz.so.1\0"), archive);
        assertTrue(archive.contains("the library") && archive.contains("the interpreter") && !archive.contains("plugin"), archive);
    }

    @Test
    void aLibraryThatNoPackageHasIsNamed() {
        var e = assertThrows(IOException.class, () -> libraries.add(new CpioTree(), List.of("libnone.so.1"), Set.of()));
        assertEquals("a program needs libnone.so.1, which is in none of its packages", e.getMessage());
    }
}
