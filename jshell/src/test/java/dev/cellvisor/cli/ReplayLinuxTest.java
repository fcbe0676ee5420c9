package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.virtio.block.BlockDone;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.InputLog;
import dev.cellvisor.vm.Recording;
import dev.cellvisor.vm.Replay;
import dev.cellvisor.vm.ReplayException;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A boot-and-work run of Linux with every virtio device is recorded, and repeated: with another engine, with code translated sooner or later, in other slices, with snapshots
 * taken and restored at random instructions on the way, with sinks listening, beside other threads that keep the host busy. Each time it comes to the same machine. {@code -Dcellvisor.full=true} repeats it 1,000 times, 20 of them from power-on; the
 * usual run does a sample, and says so.
 */
@Timeout(36000)
class ReplayLinuxTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int FROM_POWER_ON = FULL ? 20 : 1;
    private static final int FROM_PROMPT = Integer.getInteger("cellvisor.replays", FULL ? 980 : 2);
    private static final int[] THRESHOLDS = {1, 2, 3, 8, 20, 100};
    private static final int LOADED = 5; // one replay of so many has the host busy with something else

    /** A little of everything, since it is repeated a thousand times: random bytes, a disk that is written, packets, a virtio console, the end told by the UART. */
    private static final String WORK = "ip link set eth0 up; ip addr add 10.0.0.2/24 dev eth0; dd if=/dev/hwrng of=/tmp/r bs=64 count=2 2>/dev/null; "
            + "dd if=/tmp/r of=/dev/vdb conv=fsync 2>/dev/null; (echo x >/dev/hvc0 &); ping -c 1 -W 1 10.0.0.9 >/dev/null; echo done\n";

    @TempDir
    private Path folder;

    @Test
    void aRecordingComesToTheSameMachineHoweverItIsRepeated() throws Exception {
        long start = System.nanoTime();
        long startCpu = cpuNanos();
        long fromPromptCpu = startCpu;
        var guest = new FullGuest("recorded", Engine.NATIVE);
        Recording whole;
        Recording work;
        try (Vm vm = guest.vm) {
            Snapshot powerOn = vm.snapshot();
            vm.runUntil(Condition.console(vm.prompt()));
            Snapshot prompt = vm.snapshot();
            work(guest);
            work = vm.recording(prompt);
            whole = vm.recording(powerOn);
            savedAndLoadedItIsTheSame(vm);
        }
        List<InputLog.Kind> kinds = work.inputs().stream().map(InputLog.Entry::kind).distinct().toList();
        assertTrue(kinds.containsAll(List.of(InputLog.Kind.TYPE, InputLog.Kind.DEVICE, InputLog.Kind.MEMORY, InputLog.Kind.REGISTER, InputLog.Kind.INTERRUPT,
                InputLog.Kind.ACCESS, InputLog.Kind.SEED)), kinds::toString);
        assertTrue(work.inputs().stream().anyMatch(input -> input.detail().contains("packet")), () -> "no packet came in: " + work.inputs());
        whatIsClaimedOfTheWorkIsInIt(work);
        var random = new Random(77);
        long replayed = 0;
        for (int i = 0; i < FROM_POWER_ON + FROM_PROMPT; i++) {
            Recording recording = i < FROM_POWER_ON ? whole : work;
            long seed = random.nextLong();
            boolean anyEngine = FULL || recording == work;
            if (i % LOADED == LOADED - 1) {
                besideOtherWork(() -> vary(recording, seed, anyEngine));
            } else {
                vary(recording, seed, anyEngine);
            }
            if (i == FROM_POWER_ON - 1) {
                fromPromptCpu = cpuNanos();
            }
            replayed += recording.instructions() - recording.start().instructions();
        }
        double each = (cpuNanos() - fromPromptCpu) / 1e9 / FROM_PROMPT;
        aReplayThatGoesAstraySaysWhere(work);
        System.out.printf("figure: %d replays, %d of them from power-on%s, of %,d instructions in all: all fingerprints equal (%.1f s, %.1f s of CPU, %.2f for each from the prompt)%n", FROM_POWER_ON + FROM_PROMPT,
                FROM_POWER_ON, FULL ? "" : " (a sample; 1,000 with -Dcellvisor.full=true)", replayed, (System.nanoTime() - start) / 1e9, (cpuNanos() - startCpu) / 1e9, each);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Does something while two threads take the host's CPUs in bursts. */
    private static void besideOtherWork(Runnable action) {
        var over = new java.util.concurrent.atomic.AtomicBoolean();
        List<Thread> busy = java.util.stream.IntStream.range(0, 2).mapToObj(i -> Thread.ofPlatform().daemon().start(() -> {
            var random = new Random(i);
            while (!over.get()) {
                long until = System.nanoTime() + random.nextInt(10_000_000);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(10_000_000));
            }
        })).toList();
        try {
            action.run();
        } finally {
            over.set(true);
            busy.forEach(Thread::interrupt);
        }
    }

    /** Any of the engines; for a whole boot those that are quick, unless there is time for all. */
    private static Engine engine(Random random, boolean any) {
        return any ? Engine.values()[random.nextInt(Engine.values().length)] : Engine.AUTO;
    }

    private static void work(FullGuest guest) {
        Vm vm = guest.vm;
        guest.vsock.listen(1024);
        guest.console.receive("a line for the virtio console\n");
        vm.type(WORK);
        vm.tryRunUntil(Condition.instructions(1_000_000));
        guest.balloon.target(8 << 20);
        vm.tryRunUntil(Condition.instructions(2_000_000));
        vm.inject(100);                                                      // an interrupt that nobody waits for
        vm.memory().write(0x4fff_f000L, "a cell was here".getBytes());
        vm.cpu(0).set("v31.d[1]", 0x1234);                                   // Linux keeps it for whoever runs
        vm.read(0x0900_0018L, 4);                                            // a look at the UART's flags
        vm.tryRunUntil(Condition.instructions(4_000_000));
        vm.reseed(99);
        vm.tryRunUntil(Condition.instructions(8_000_000));
        assertTrue(vm.console().text().contains("\ndone"), () -> vm.console().text());
        guest.balloon.requestStats();
        vm.tryRunUntil(Condition.instructions(1_000_003));
    }

    /** Stops at random instructions, goes on there or elsewhere, by either engine, with sinks or without. */
    private static void vary(Recording recording, long seed, boolean anyEngine) {
        var random = new Random(seed);
        Engine engine = engine(random, anyEngine);
        int threshold = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
        boolean listens = random.nextInt(3) == 0;
        List<Vm> made = new ArrayList<>();
        try {
            var replay = new Replay(recording, open(recording.start(), made, engine, threshold, listens));
            long from = recording.start().instructions();
            long length = recording.instructions() - from;
            long[] stops = random.longs(3, from, from + length).sorted().toArray();
            for (long stop : stops) {
                replay.to(stop);
                Snapshot here = replay.vm().snapshot();
                switch (random.nextInt(3)) {
                    case 0 -> { // goes astray, and comes back
                        replay.vm().type("x");
                        replay.vm().tryRunUntil(Condition.instructions(random.nextInt(3_000_000)));
                        replay.vm().restore(here);
                    }
                    case 1 -> { // goes on in another VM, by another engine
                        replay = new Replay(recording, open(here, made, engine(random, anyEngine), THRESHOLDS[random.nextInt(THRESHOLDS.length)], !listens));
                    }
                    default -> { } // just another slice
                }
            }
            replay.toEnd();
        } catch (ReplayException | AssertionError e) {
            throw new AssertionError("with seed " + seed + " on " + engine + ", translated at visit " + threshold + ": " + e.getMessage(), e);
        } finally {
            made.forEach(Vm::close);
        }
    }

    private static Vm open(Snapshot snapshot, List<Vm> made, Engine engine, int threshold, boolean listens) {
        Vm vm = snapshot.fork("replay-" + made.size(), engine);
        ((A64Cpu) vm.cpu(0).cpu()).translateAt(threshold);
        made.add(vm);
        if (listens) {
            vm.trace().add((instruction, fact) -> { });
            vm.console().listen(value -> { });
        }
        return vm;
    }

    private static void whatIsClaimedOfTheWorkIsInIt(Recording work) {
        var writes = new int[1];
        var random = new int[1];
        try (Vm vm = work.start().fork("looked at", Engine.AUTO)) {
            vm.trace().add((instruction, fact) -> {
                writes[0] += fact instanceof BlockDone done && done.type() == BlockRequest.VIRTIO_BLK_T_OUT ? 1 : 0;
                random[0] += fact instanceof ChainUsed used && used.device().equals("virtio-rng") ? 1 : 0;
            });
            new Replay(work, vm).toEnd();
        }
        assertTrue(writes[0] > 0 && random[0] > 0, writes[0] + " writes to a disk, " + random[0] + " answers of the entropy device");
    }

    private static void aReplayThatGoesAstraySaysWhere(Recording recording) {
        try (Vm vm = recording.start().fork("astray", Engine.NATIVE)) {
            var replay = new Replay(recording, vm);
            replay.to(recording.inputs().get(2).instruction() + 1000);
            vm.cpu(0).cpu().set("x19", 0xbad); // past the log
            ReplayException e = assertThrows(ReplayException.class, replay::toEnd);
            System.out.println("figure: a replay with one register changed: " + e.getMessage().lines().findFirst().orElseThrow());
            assertTrue(e.getMessage().contains("at instruction ") || e.getMessage().contains("end of the recording"), e::getMessage);
        }
    }

    private void savedAndLoadedItIsTheSame(Vm vm) throws Exception {
        Path file = folder.resolve("vm.cellvisor");
        long start = System.nanoTime();
        vm.snapshot().save(file);
        long saved = System.nanoTime();
        try (Vm loaded = Snapshot.load(file).fork("loaded", Engine.INTERPRETER)) {
            System.out.printf("figure: a working Linux saved in %.1f MiB, %.2f s; loaded in %.2f s%n", Files.size(file) / 1048576.0, (saved - start) / 1e9,
                    (System.nanoTime() - saved) / 1e9);
            assertEquals(vm.fingerprint(), loaded.fingerprint());
            assertEquals(vm.console().text(), loaded.console().text());
            assertEquals(vm.exits().toString(), loaded.exits().toString());
            assertEquals(vm.inputs().entries(), loaded.inputs().entries());
            assertEquals(vm.symbols().describe(vm.cpu(0).pc()), loaded.symbols().describe(loaded.cpu(0).pc()));
            loaded.tryRunUntil(Condition.instructions(1_000_000));
            try (Vm fork = vm.fork()) {
                fork.tryRunUntil(Condition.instructions(1_000_000));
                assertEquals(fork.fingerprint(), loaded.fingerprint());
            }
        }
    }
}
