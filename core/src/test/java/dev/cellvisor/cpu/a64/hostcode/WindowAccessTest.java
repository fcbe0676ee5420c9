package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.memory.GuestMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TLB entry that leads anywhere never takes emitted code out of the window: {@link StrayAddends} is the experiment. */
class WindowAccessTest {
    private static final String SEED = "20261126";

    @TempDir
    Path directory;

    @BeforeEach
    void nativeEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
    }

    private static boolean segment() {
        try (var memory = new GuestMemory()) {
            return WindowAccess.of(memory.window()).segment();
        }
    }

    private List<String> child(List<String> forms) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-cp", System.getProperty("java.class.path"), StrayAddends.class.getName(), SEED));
        command.addAll(forms);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the child has not ended");
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        return lines;
    }

    @Test
    void aWrongAddendEndsInTheWindowWhateverTheInstruction() throws Exception {
        List<String> forms = new ArrayList<>(List.of("plain-narrow", "plain-wide"));
        if (segment()) {
            forms.addAll(List.of("gs-narrow", "gs-wide"));
        } else {
            System.out.println("figure: this host does not let a process set GS: operands in GS are not executed here");
        }
        List<String> lines = child(forms);
        assertEquals(forms.size(), lines.size(), lines::toString);
        for (int i = 0; i < forms.size(); i++) {
            String line = lines.get(i);
            assertTrue(line.startsWith(forms.get(i) + ": "), line);
            System.out.println("figure: wrong addends, " + line.substring(0, line.indexOf(", of these")) + ", none outside of the window");
            Set<String> reached = new TreeSet<>(new Emitters().names().stream().filter(WindowAccessTest::accesses).toList());
            reached.removeAll(Arrays.asList(line.substring(line.indexOf("operations: ") + 12).split(" ")));
            assertEquals(Set.of(), reached, "operations with an emitter whose access was never tried: " + reached.stream().collect(Collectors.joining(", ")));
        }
    }

    /** Emitters of loads and stores; of system operations DC ZVA is one. */
    private static boolean accesses(String name) {
        return (name.matches(".*(Load|Store|Atomic|Exclusive|CompareAndSwap).*") || name.equals("SystemInstructions.cache")) && !name.contains("prf");
    }
}
