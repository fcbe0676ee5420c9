package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.vm.KeptRuns.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write snapshots, kept boots and kept runs all the time, and are killed in the middle: whoever comes next finds the old or the new, never a broken one. */
@Timeout(1200)
class KilledWriterTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int KILLS = FULL ? 200 : 2;
    private static final long RAM = 0x4000_0000L;
    private static final int NOISE_BYTES = 2 << 20;
    private static final int LATEST_MILLIS = 20;
    private static final long MOST_WAITING_NANOS = 500_000_000;
    private static final int RUN = 2000;
    private static final List<String> WRITTEN = List.of("saved", "mapped", "boot", "run");

    @TempDir
    private Path directory;
    private PrintStream err;

    @BeforeEach
    void hush() {
        err = System.err;
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true));
    }

    @AfterEach
    void close() {
        System.setErr(err);
        Vm.open().stream().filter(vm -> vm.name().startsWith("writer")).forEach(Vm::close);
    }

    private static KeptFolder kept(Path directory) {
        return new KeptFolder(directory.resolve("kept"), 100L << 20);
    }

    /** A VM with much in its RAM that takes its time to be written, and counts by a number of its own. */
    private static Vm vm(String name, int number, UnaryOperator<VmBuilder> shape) {
        Vm vm = shape.apply(Vm.builder(name).memoryMiB(8)).build();
        byte[] noise = new byte[NOISE_BYTES];
        new Random(number).nextBytes(noise);
        vm.load(RAM + NOISE_BYTES, noise);
        vm.load(RAM, asm("loop: add x0, x0, x10; b loop"));
        vm.cpu(0).set("pc", RAM);
        vm.cpu(0).set("x10", number);
        return vm;
    }

    /** The old and the new: what all but runs are written of in turn. */
    private static List<Snapshot> states() {
        try (Vm vm = vm("writer", 0, shape -> shape)) {
            vm.step(RUN);
            Snapshot old = vm.snapshot();
            vm.load(RAM + NOISE_BYTES, new byte[100_000]);
            vm.step(RUN);
            return List.of(old, vm.snapshot());
        }
    }

    /** The process that is killed. Its arguments: the folder, the seed of the order in which it writes, and the number of its first run. */
    public static final class Writer {
        public static void main(String[] words) throws IOException {
            Path directory = Path.of(words[0]);
            var random = new Random(Long.parseLong(words[1]));
            int run = Integer.parseInt(words[2]);
            List<Snapshot> states = states();
            for (int i = 0; ; i++) {
                Snapshot state = states.get(random.nextInt(2));
                switch (WRITTEN.get(i < WRITTEN.size() ? i : random.nextInt(WRITTEN.size()))) {
                    case "saved" -> state.save(directory.resolve("saved"));
                    case "mapped" -> state.saveMapped(directory.resolve("mapped"));
                    case "boot" -> kept(directory).keep("boot", KeptFolder.BOOT, state);
                    default -> {
                        try (Vm vm = vm("writer", run++, shape -> shape.keepRuns(kept(directory), 1000))) {
                            vm.runUntil(Condition.instructions(RUN));
                            vm.keptRuns().finish();
                        }
                    }
                }
                if (i == WRITTEN.size()) {
                    System.out.println("begun");
                }
            }
        }
    }

    private static Process java(Class<?> main, Object... words) throws IOException {
        var command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void whoIsKilledWhileItWritesLeavesTheOldOrTheNewOne() throws Exception {
        Set<String> wanted = Set.copyOf(states().stream().map(state -> fingerprint(state)).toList());
        assertEquals(2, wanted.size());
        var random = new Random(7);
        Map<String, Integer> caught = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int firstRun = 1 + 1000 * kill;
            Process writer = java(Writer.class, directory, kill, firstRun);
            assertEquals("begun", writer.inputReader().readLine());
            if (kill % 2 == 0) {
                await(() -> !parts().isEmpty()); // one is half written
                Thread.sleep(random.nextInt(LATEST_MILLIS));
            } else {
                String before = stamps();
                await(() -> !stamps().equals(before)); // one that counts has just begun to be another
            }
            writer.destroyForcibly().waitFor();
            for (Path part : parts()) {
                String name = part.getFileName().toString();
                caught.merge(name.contains(KeptFolder.RUN + ".") ? "run" : name.substring(0, name.indexOf('.')), 1, Integer::sum);
            }

            assertTrue(wanted.contains(fingerprint(Snapshot.load(directory.resolve("saved")))), "kill " + kill);
            Snapshot.verify(directory.resolve("mapped"));
            assertTrue(wanted.contains(fingerprint(Snapshot.load(directory.resolve("mapped")))), "kill " + kill);
            Snapshot boot = kept(directory).find("boot", KeptFolder.BOOT);
            assertNotNull(boot, "kill " + kill);
            assertTrue(wanted.contains(fingerprint(boot)), "kill " + kill);
            assertEquals(Outcome.TAKEN, run(firstRun), "that one was kept before, kill " + kill);
            run(firstRun + 1 + random.nextInt(3));
            for (KeptFolder.Entry entry : kept(directory).entries()) {
                Snapshot.verify(entry.file());
            }
            for (Path part : parts()) {
                Files.delete(part);
            }
        }
        assertTrue(!caught.isEmpty(), "no process was killed in the middle of a file");
        assertTrue(!FULL || caught.keySet().containsAll(WRITTEN), caught::toString);
        System.out.printf("figure: %d processes killed while they wrote: all that is kept is whole; files that were caught half written: %s%s%n", KILLS, caught,
                FULL ? "" : " (a sample; 200 with -Dcellvisor.full=true)");
    }

    private static String fingerprint(Snapshot snapshot) {
        try (Vm vm = snapshot.fork("writer's")) {
            return vm.fingerprint();
        }
    }

    /** Does a run that the other process may have kept; it comes to what it comes to. */
    private Outcome run(int number) {
        try (Vm executed = vm("writer executes", number, shape -> shape)) {
            executed.runUntil(Condition.instructions(RUN));
            String fingerprint = executed.fingerprint();
            try (Vm vm = vm("writer", number, shape -> shape.keepRuns(kept(directory), 1000))) {
                vm.runUntil(Condition.instructions(RUN));
                vm.keptRuns().finish();
                assertEquals(fingerprint, vm.fingerprint());
                return vm.keptRuns().rows().getLast().outcome();
            }
        }
    }

    /** Waits for a moment, but not for long: then the process is killed at another. */
    private static void await(Callable<Boolean> moment) throws Exception {
        long end = System.nanoTime() + MOST_WAITING_NANOS;
        while (!moment.call() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private List<Path> parts() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".part")).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory); Stream<Path> more = Files.list(directory.resolve("kept"))) {
            return Stream.concat(files, more).toList();
        }
    }

    /** Which files there are that count, and of what size and age: who takes a kept one makes it younger too, but nobody does meanwhile. */
    private String stamps() throws IOException {
        var text = new StringBuilder();
        for (Path file : files()) {
            if (!file.toString().endsWith(".part")) {
                try {
                    text.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
                } catch (NoSuchFileException e) {
                    text.append("gone"); // in between
                }
            }
        }
        return text.toString();
    }

    /** A process of its own, as a notebook's kernel is. Its arguments: the folder, and how many runs it does. */
    public static final class Runner {
        public static void main(String[] words) {
            for (int i = 1; i <= Integer.parseInt(words[1]); i++) {
                try (Vm vm = vm("writer", i, shape -> shape.keepRuns(kept(Path.of(words[0])), 1000))) {
                    vm.runUntil(Condition.instructions(RUN));
                    vm.keptRuns().finish();
                }
            }
        }
    }

    @Test
    void twoProcessesMayKeepTheSameRunsAtOnce() throws Exception {
        Process one = java(Runner.class, directory, 6);
        Process two = java(Runner.class, directory, 6);
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertEquals(6, kept(directory).entries().size());
        assertEquals(List.of(), parts());
        for (KeptFolder.Entry entry : kept(directory).entries()) {
            Snapshot.verify(entry.file());
            assertEquals("writer: instructions(2000)", entry.what());
        }
        assertEquals(Outcome.TAKEN, run(6), "and a third has something of it");
    }
}
