package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults are planted in translated code of another JVM. */
class FaultContainmentTest {
    private static final String UNDEFINED = "0f0b"; // ud2
    private static final String NULL_LOAD = "31c0488b00"; // xor eax, eax; mov rax, [rax]
    private static final String DIVISION = "31c9f7f1"; // xor ecx, ecx; div ecx
    /** xor ebx, ebx; xor ebp, ebp; xor r13d, r13d; push rbx three times; mov [rbx], rax: nothing that the landing could lean on. */
    private static final String ALL_LOST = "31db31ed4531ed535353488903";
    private static final String STACK_MOVED = "4881ec001000000f0b"; // sub rsp, 4096; ud2

    @TempDir
    Path directory;

    @BeforeEach
    void nativeEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "no native engine here: " + HostEngine.unsupported());
    }

    private record Ended(int status, List<String> lines) {
    }

    private Ended child(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash", "-cp", System.getProperty("java.class.path"), FaultyEngine.class.getName()));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the child has not ended");
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), java.nio.file.Files.readAllLines(output));
    }

    @Test
    void aFaultInTranslatedCodeIsAnErrorOfTheRunAndTheVmGoesOnFromASnapshot() throws Exception {
        List<String> plants = List.of(UNDEFINED, NULL_LOAD, DIVISION, ALL_LOST, STACK_MOVED);
        List<String> signals = List.of("SIGILL", "SIGSEGV", "SIGFPE", "SIGSEGV", "SIGILL");
        List<String> arguments = new ArrayList<>(List.of("contained"));
        arguments.addAll(plants);
        Ended child = child(arguments.toArray(String[]::new));
        assertEquals(0, child.status, child.lines::toString);
        for (int i = 0; i < plants.size(); i++) {
            String said = child.lines.get(3 * i);
            assertTrue(said.startsWith(plants.get(i) + ": translated code was stopped by " + signals.get(i) + " at host address 0x"), said);
            assertTrue(said.contains("the code of the guest's instruction at 0x40000004"), said);
            assertEquals(List.of("again: true", "as without: true"), child.lines.subList(3 * i + 1, 3 * i + 3));
        }
        assertEquals(List.of("null pointers: 399800", "stack overflow: true"), child.lines.subList(3 * plants.size(), child.lines.size()),
                "the JVM's own signals are its own");
    }

    @Test
    void withoutTheOptionSuchAFaultEndsTheJvm() throws Exception {
        Ended child = child("bare", UNDEFINED);
        assertNotEquals(0, child.status);
        assertTrue(child.lines.stream().anyMatch(line -> line.contains("SIGILL")), child.lines::toString);
    }
}
