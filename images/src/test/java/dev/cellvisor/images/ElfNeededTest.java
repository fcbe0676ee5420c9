package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an ELF file needs to run, against a program that everybody has. */
class ElfNeededTest {
    @Test
    void theJavaLauncherNeedsAnInterpreterAndTheCLibrary() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assumeTrue(Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2")) || Files.exists(Path.of("/lib/ld-linux-aarch64.so.1")),
                "the launcher of this host's Java is no ELF file for glibc");
        List<String> needed = ElfNeeded.of(Files.readAllBytes(java));
        assertTrue(needed.getFirst().contains("/ld-linux"), needed.toString());
        assertTrue(needed.contains("libc.so.6"), needed.toString());
        assertTrue(needed.contains("libjli.so"), needed.toString());
    }

    @Test
    void whatIsNoProgramNeedsNothing() {
        assertEquals(List.of(), ElfNeeded.of("#!/bin/sh\n".getBytes()));
        assertEquals(List.of(), ElfNeeded.of(MadeUp.module("name=x")));
    }
}
