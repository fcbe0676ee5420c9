package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program keeps a run: another one's jars are another program. */
class OurProgramTest {
    @TempDir
    private Path directory;

    private static Set<Path> of(Path... jars) {
        return new LinkedHashSet<>(List.of(jars));
    }

    @Test
    void aByteOfAJarMakesAnotherProgram() throws IOException {
        Path core = Files.write(directory.resolve("cellvisor-core.jar"), new byte[] {1, 2, 3});
        Path shell = Files.write(directory.resolve("cellvisor-jshell.jar"), new byte[] {4});
        Path memory = directory.resolve("memory");
        String both = OurProgram.look(of(core, shell), memory);
        assertEquals(both, OurProgram.look(of(core, shell), memory), "from memory");
        assertNotEquals(both, OurProgram.look(of(core), memory));
        assertEquals(both, OurProgram.look(of(core, shell), directory.resolve("another memory")));

        FileTime then = Files.getLastModifiedTime(core);
        Files.write(core, new byte[] {1, 2, 4});
        Files.setLastModifiedTime(core, FileTime.fromMillis(then.toMillis() + 10));
        String other = OurProgram.look(of(core, shell), memory);
        assertNotEquals(both, other);
        try (var files = Files.list(memory)) {
            for (Path memo : files.toList()) {
                String text = Files.readString(memo);
                Files.writeString(memo, text.substring(0, text.length() - 5)); // half of it
            }
        }
        assertEquals(other, OurProgram.look(of(core, shell), memory));
    }

    @Test
    void aFoldersClassesAreLookedAtEachTime() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path file = Files.write(classes.resolve("A.class"), new byte[] {1});
        String first = OurProgram.look(of(classes), directory);
        FileTime then = Files.getLastModifiedTime(file);
        Files.write(file, new byte[] {2});
        Files.setLastModifiedTime(file, then);
        String second = OurProgram.look(of(classes), directory);
        assertNotEquals(first, second);
        Files.move(file, classes.resolve("B.class"));
        assertNotEquals(second, OurProgram.look(of(classes), directory));
    }

    @Test
    void theProgramIsPartOfARunsKey() {
        try (Vm vm = Vm.builder("program").memoryMiB(1).build()) {
            Condition until = Condition.console("x");
            var ram = vm.memory().snapshot();
            String key = RunKey.of(vm, until, "one", "cells", null, ram);
            assertEquals(key, RunKey.of(vm, until, "one", "cells", null, ram));
            assertNotEquals(key, RunKey.of(vm, until, "another", "cells", null, ram));
            assertNotEquals(key, RunKey.of(vm, until, "one", "other cells", null, ram));
            String program = OurProgram.sha256(directory);
            assertTrue(program.matches("[0-9a-f]{64}"), program);
        }
    }
}
