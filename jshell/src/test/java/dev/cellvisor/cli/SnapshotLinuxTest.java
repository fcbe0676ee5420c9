package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.MemoryWrite;
import dev.cellvisor.vm.Recording;
import dev.cellvisor.vm.Replay;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Snapshots of a Linux that boots and works with every virtio device: taken at random instructions, and put to the test on a new VM with the other engine, and on the
 * same VM after it has gone elsewhere. {@code -Dcellvisor.full=true} takes many more.
 */
@Timeout(1800)
class SnapshotLinuxTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int AT_BOOT = FULL ? 40 : 2;
    private static final int AT_WORK = FULL ? 60 : 3;
    private static final long BOOT_INSTRUCTIONS = 500_000_000L;
    private static final long WORK_INSTRUCTIONS = 400_000_000L;
    private static final long BEYOND = 3_000_000;

    /** What two machines of equal state may have different: who they are, what can be made again, and what stands on the host's side. */
    private static final Set<String> NOT_STATE = Set.of(
            "Vm.name", "Vm.shape", "Vm.parts", "Vm.lock", "Vm.hostSide", "Vm.boot", "Vm.prepared", "Vm.prompt", "Vm.lan", "Vm.symbols",
            "A64Cpu.block", "A64Cpu.s", "A64Cpu.engine", "A64Cpu.host", "A64Cpu.arena", "Core.state", "Mmu.s", "Tlb.s", "Lookups.s", "Fetches.s", "GuestDebug.s", "Pmu.s", "PmuRegisters.s", "Fetches.fetchCode", "Fetches.fetched", "Fetches.cache",
            "NetworkDevice.backend", "OverlayBackend.ownsBase",
            // Made again, or only valid within one instruction; "may be a block" is true too often after entries were dropped.
            "DeviceQueue.hostDesc", "DeviceQueue.hostDriver", "DeviceQueue.hostDevice", "SplitQueue.chain", "DeviceQueue.chain",
            "SeededRandom.block", "Pl011.toldOff", "Pl011.fifo", "Pl011.fifoStart", "Pl011.waiting", "Pl011.waitingStart",
            "NetworkDevice.counts", "ConsolePort.receivedBytes", "ConsolePort.transmittedBytes",
            "EntropyDevice.piece", "EntropyDevice.deliveredBytes",
            "Core.attention", "Core.pieces", "Core.pc", "Tlb.blocks", "Tlb.blockParts", "Tlb.writeTagged", "Fetches.codeGone", "Lookups.walks", "SystemAccess.s", "A64Registers.s", "Scheduler.turnLeft",
            "MmioRegion.lastCount", "MemoryMap.last", "EventQueue.sequence", "EventQueue.entries", "Entry.sequence", "Arrivals.sequence", "Arrival.sequence");
    /** Classes that are compared as a whole by the fingerprint, or hold nothing that is state. */
    private static final Set<String> NOT_WALKED = Set.of("GuestMemory", "MemorySlot", "Walker", "FreePages", "HostEngine", "Trace", "Watch", "ByteFifo");

    private static boolean left(String field) {
        return NOT_STATE.contains(field) || NOT_WALKED.contains(field.substring(0, field.indexOf('.')));
    }

    @Test
    void aSnapshotGoesOnAsIfNothingHadHappened() throws Exception {
        long start = System.nanoTime();
        var random = new Random(20);
        Set<String> compared = new TreeSet<>();
        int forks = 0;
        var guest = new FullGuest("snapshots", Engine.NATIVE);
        try (Vm vm = guest.vm) {
            for (int i = 0; i < AT_BOOT; i++) {
                vm.tryRunUntil(Condition.instructions(random.nextLong(BOOT_INSTRUCTIONS / AT_BOOT)));
                check(vm, compared);
                forks++;
            }
            vm.shell("true");
            // Input that waits in the devices while the guest works.
            guest.vsock.listen(1024);
            guest.console.addPort("org.example.agent");
            guest.balloon.target(16 << 20);
            vm.type(FullGuest.WORK);
            for (int i = 0; i < AT_WORK; i++) {
                vm.tryRunUntil(Condition.instructions(random.nextLong(WORK_INSTRUCTIONS / AT_WORK)));
                guest.console.receive("typed " + i + "\n");
                check(vm, compared);
                forks++;
            }
            assertTrue(vm.console().has("\\d [a-f0-9]{32}"), () -> "the guest has worked: " + vm + String.join("\n", vm.console().lastLines(4)));
            thePastIsWhatItWas(vm, random);
            manyForksShareOneMemory(vm);
            assertTrue(vm.exits().toString().contains("virtio"), vm.exits()::toString);
        }
        System.out.printf("figure: %d snapshots of a booting and working Linux with all devices went on as the run itself, %d classes compared (%.1f s)%n",
                forks, compared.size(), (System.nanoTime() - start) / 1e9);
    }

    private static void manyForksShareOneMemory(Vm vm) throws Exception {
        int count = FULL ? 100 : 12;
        Snapshot snapshot = vm.snapshot();
        var forks = new ArrayList<Vm>();
        try {
            forks.add(snapshot.fork("fork-0", Engine.INTERPRETER)); // the first one makes what all share
            long before = residentBytes();
            long start = System.nanoTime();
            for (int i = 1; i <= count; i++) {
                forks.add(snapshot.fork("fork-" + i, Engine.INTERPRETER));
            }
            long ready = System.nanoTime();
            for (Vm fork : forks) {
                fork.tryRunUntil(Condition.instructions(100_000));
            }
            long grown = residentBytes() - before;
            for (Vm fork : forks) {
                assertEquals(forks.getFirst().save().hash(), fork.save().hash(), "they do the same");
            }
            // A dirty fork goes back.
            Vm dirty = forks.getLast();
            Snapshot clean = dirty.snapshot();
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 300; round++) {
                for (int page = 0; page < 100; page++) {
                    dirty.memory().writeLong(0x4800_0000L + page * 4096L, round + 1);
                }
                long from = System.nanoTime();
                dirty.restore(clean);
                best = Math.min(best, System.nanoTime() - from);
            }
            dirty.tryRunUntil(Condition.instructions(100_000));
            Vm again = forks.get(1);
            again.restore(snapshot);
            again.tryRunUntil(Condition.instructions(200_000));
            assertEquals(again.fingerprint(), dirty.fingerprint());
            System.out.printf("figure: %d forks of a working 256 MiB Linux%s, %.2f ms each, %.1f MiB each after 100,000 instructions; "
                    + "a fork with 100 dirty pages is back in %.2f ms at best (on a busy machine)%n", count, FULL ? "" : " (a sample)", (ready - start) / 1e6 / count,
                    grown / 1048576.0 / count, best / 1e6);
        } finally {
            forks.forEach(Vm::close);
        }
    }

    /** What this process has of the host's memory for itself, pages of files it shares not counted; 0 where the host does not tell. */
    private static long residentBytes() throws Exception {
        Path file = Path.of("/proc/self/smaps_rollup");
        return !Files.isReadable(file) ? 0 : Files.readAllLines(file).stream().filter(line -> line.startsWith("Private_Dirty:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).sum();
    }

    private static void thePastIsWhatItWas(Vm vm, Random random) {
        vm.history().spacing(4_000_000);
        long from = vm.clock().instructions();
        long stop = from + random.nextLong(20_000_000);
        vm.tryRunUntil(Condition.instructions(stop - from));
        String then = vm.fingerprint();
        vm.type("echo back\n");
        vm.tryRunUntil(Condition.instructions(30_000_000));
        long end = vm.clock().instructions();
        String now = vm.fingerprint();
        String shown = vm.console().text();
        long start = System.nanoTime();
        vm.at(stop - 1_000_000);
        double seconds = (System.nanoTime() - start) / 1e9;
        vm.at(stop - 1).at(end).at(from).at(end);
        assertEquals(now, vm.fingerprint());
        assertEquals(shown, vm.console().text());
        // The text that was typed was in the guest's memory in the end: whoever wrote it there is found, and it was not there before.
        long address = vm.memory().find("echo back\n".getBytes(), 0);
        MemoryWrite write = vm.lastWrite(address, 9);
        assertEquals(now, vm.fingerprint(), "looking back changes nothing");
        vm.at(write.instruction());
        assertEquals("echo back", vm.memory().readText(address, 9));
        vm.at(write.instruction() - 1);
        assertNotEquals("echo back", vm.memory().readText(address, 9));
        vm.at(end);
        assertTrue(vm.runBackUntil(Condition.exit("pl011.UARTDR")).met(), "the guest has printed");
        assertTrue(vm.clock().instructions() < end);
        vm.at(stop - 0);
        vm.restore(vm.snapshot());
        System.out.printf("figure: %d instructions back in %.2f s; %s%n", end - stop + 1_000_000, seconds, write);
    }

    private static void check(Vm vm, Set<String> compared) {
        Snapshot snapshot = vm.snapshot();
        var graph = new SameGraph(SnapshotLinuxTest::left);
        try (Vm fork = snapshot.fork("snapshots-fork", Engine.INTERPRETER)) {
            assertEquals(List.of(), graph.differences(vm, fork));
            compared.addAll(graph.compared());
            assertEquals(vm.fingerprint(), fork.fingerprint(), () -> "right after the fork at " + snapshot);
            vm.tryRunUntil(Condition.instructions(BEYOND));
            Recording further = vm.recording(snapshot);
            if (further.inputs().isEmpty()) {
                fork.tryRunUntil(Condition.instructions(BEYOND));
            } else { // the network's other end answered, and a fork's cable leads nowhere
                new Replay(further, fork).toEnd();
            }
            assertEquals(vm.fingerprint(), fork.fingerprint(), () -> "a fork, some instructions beyond " + snapshot);
        }
        String here = vm.fingerprint();
        vm.restore(snapshot);
        assertEquals(snapshot.instructions(), vm.clock().instructions());
        vm.tryRunUntil(Condition.instructions(BEYOND));
        assertEquals(here, vm.fingerprint(), () -> "restored, some instructions beyond " + snapshot);
    }
}
