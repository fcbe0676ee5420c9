package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static dev.cellvisor.Cells.diff;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.StateException;
import dev.cellvisor.view.Views;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs beside each other: at which instruction, and with which event, one went another way. */
class RunDiffTest {
    private static final long RAM = 0x4000_0000L;
    private static final long NUMBER = RAM + 0x1234;
    private static final long UART = 0x0900_0000L;

    @TempDir
    private Path folder;
    private final List<Vm> made = new ArrayList<>();

    /** Turns a million rounds, reads a number, turns some more, and prints it if it is odd. */
    private Vm machine(String name) {
        Vm vm = Vm.builder(name).memoryMiB(4).build();
        made.add(vm);
        vm.load(RAM, asm("""
                mov x1, #0x40000000
                movz x2, #0x0900, lsl #16
                movz x3, #0xf, lsl #16
                wait: sub x3, x3, #1
                cbnz x3, wait
                movk x1, #0x1234
                ldr w4, [x1]
                mov x5, #1000
                more: sub x5, x5, #1
                cbnz x5, more
                tbz w4, #0, even
                str w4, [x2]
                even: mov x6, #0x100
                movk x6, #0x4000, lsl #16
                str x4, [x6]
                end: b end
                """));
        vm.memory().writeInt(NUMBER, 'B');
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    @AfterEach
    void close() {
        made.forEach(Vm::close);
    }

    @Test
    void theLoadOfTheOneBitIsTheFirstInstructionAndTheStoreToTheUartTheFirstEvent() {
        Vm even = machine("even");
        Vm odd = machine("odd");
        odd.memory().writeInt(NUMBER, 'C');
        odd.cpu(0).set("x20", 7); // nobody uses it: a difference that stays what it is
        even.history();
        odd.history();
        even.step(3_000_000);
        odd.step(3_000_000);
        String stays = even.fingerprint();
        RunDiff found = diff(even, odd);
        assertEquals("[0x40001234, 1 bytes: 42 / 43]", found.start().ranges().toString());
        long rounds = 3 + 2 * 0xf0000 + 2; // before it: three moves, the rounds, a move; it is the next
        assertEquals(rounds, found.first().instruction(), found::toString);
        assertArrayEquals(new long[] {RAM + 6 * 4, RAM + 6 * 4}, found.first().pc());
        assertTrue(found.first().disassembly().contains("ldr"), found::toString);
        assertEquals("[cpu0.x4: 0x42 / 0x43, cpu0.x20: 0x0 / 0x7]", found.first().after().registers().toString());
        assertEquals(0, found.event().a().size(), found::toString);
        assertEquals("pl011 write UARTDR 0x43 (4 bytes at 0x09000000)", found.event().b().getFirst().fact().toString());
        assertTrue(found.event().b().getFirst().instruction() > rounds + 2000, found::toString);
        assertTrue(found.end().ranges().stream().anyMatch(range -> range.address() == RAM + 0x100), found::toString);
        assertEquals(stays, even.fingerprint(), "the VMs stay where they are");
        String html = Views.of(found).asHtml();
        assertTrue(html.contains("first diverging instruction: 1,966,085") && html.contains("<b><u>43</u></b>"), html);
    }

    @Test
    void equalRunsHaveNoDifference() {
        Vm one = machine("one");
        Vm other = machine("other");
        Snapshot start = one.snapshot();
        Snapshot itsStart = other.snapshot();
        one.step(2_500_000);
        other.step(2_400_000);
        RunDiff found = diff(one.recording(start), other.recording(itsStart));
        assertNull(found.first());
        assertEquals(2_400_000, found.common());
        assertTrue(found.end().isEmpty());
    }

    @Test
    void anInputIsTheCauseWhereOneCameIn() {
        Vm one = machine("one");
        Snapshot start = one.snapshot();
        Vm other = start.fork("other");
        made.add(other);
        one.step(700_001);
        other.step(700_001);
        other.cpu(0).set("x9", 5);
        one.step(100);
        other.step(100);
        RunDiff found = diff(one.recording(start), other.recording(start));
        assertEquals(700_001, found.first().instruction());
        assertEquals(List.of("came in: 700,001 register cpu0.x9=0x5"), found.first().happened().get(1));
        assertNull(found.event());
        assertEquals("[cpu0.x9: 0x0 / 0x5]", found.end().registers().toString());
    }

    @Test
    void aDisksBitArrivesWithTheRequestThatReadIt() {
        List<Recording> runs = new ArrayList<>();
        for (int bit = 0; bit < 2; bit++) {
            Vm vm = machine("disk" + bit);
            byte[] content = new byte[8 * 512];
            content[3 * 512 + 7] = (byte) bit;
            vm.attach(new BlockDevice(new MemoryBackend(content)).latencyTicks(100));
            Snapshot start = vm.snapshot();
            vm.step(1000);
            VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
            driver.initialise();
            driver.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 3)), Buffer.writable(512), Buffer.writable(1));
            driver.queue(0).notifyDevice();
            vm.step(500_000);
            runs.add(vm.recording(start));
        }
        RunDiff found = diff(runs.get(0), runs.get(1));
        assertEquals(1000 + 100 * 16, found.first().instruction(), 16, found::toString);
        assertEquals(1, found.first().after().ranges().size());
        assertTrue(found.first().happened().get(0).toString().contains("virtio-blk queue 0 used"), found::toString);
        assertNull(found.event(), "what happened is the same in both");
    }

    @Test
    void deviceRegistersAndRingsAreNamedAsTheSpecificationNamesThem() {
        Vm vm = machine("rings");
        vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)));
        VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
        driver.initialise();
        Snapshot before = vm.snapshot();
        driver.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 1)), Buffer.writable(512), Buffer.writable(1));
        driver.queue(0).notifyDevice();
        vm.write(UART + 0x24, 4, 5);
        SnapshotDiff found = diff(before, vm.snapshot());
        String rings = found.rings().toString();
        assertTrue(rings.contains("virtio-blk@a003e00 queue 0 used[0]: id 0 len 0 / id 0 len 513"), rings);
        assertTrue(rings.contains("queue 0 available idx: 0 / 1") && rings.contains("queue 0 used idx: 0 / 1"), rings);
        String devices = found.devices().toString();
        assertTrue(devices.contains("virtio-blk@a003e00 InterruptStatus: 0x00000000 / 0x00000001 used buffer"), devices);
        assertTrue(devices.contains("pl011 UARTIBRD: 0x0 / 0x5"), devices);
        assertNotNull(Views.of(found).html());
    }

    @Test
    void registersOfEveryKindAreNamed() {
        Vm vm = machine("registers");
        Snapshot before = vm.snapshot();
        vm.cpu(0).set("x20", 1).set("v3.d[1]", 2).set("TPIDR_EL1", 3).set("ICC_PMR_EL1", 0xf0).set("CNTV_CVAL_EL0", 4);
        vm.step(100);
        String registers = diff(before, vm.snapshot()).registers().toString();
        for (String wanted : List.of("cpu0.x20: 0x0 / 0x1", "cpu0.v3.d[1]: 0x0 / 0x2", "cpu0.TPIDR_EL1: 0x0 / 0x3", "cpu0.ICC_PMR_EL1: 0x0 / 0xf0", "cpu0.CNTV_CVAL_EL0: 0x0 / 0x4")) {
            assertTrue(registers.contains(wanted), registers);
        }
    }

    @Test
    void aRecordingInAFileReplaysAndIsComparedLikeTheOneThatWasSaved() throws Exception {
        Vm vm = machine("saved");
        Snapshot start = vm.snapshot();
        vm.step(1000);
        vm.type("typed");
        vm.memory().writeInt(NUMBER, 'C');
        vm.step(2_500_000);
        Recording recording = vm.recording(start);
        Path file = folder.resolve("run");
        recording.save(file);
        Recording loaded = Recording.load(file);
        assertEquals(recording.inputs(), loaded.inputs());
        try (Vm again = loaded.start().fork("again")) {
            new Replay(loaded, again).toEnd();
            assertEquals("C", again.console().text());
        }
        assertTrue(diff(recording, loaded).isEmpty());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        assertTrue(assertThrows(StateException.class, () -> Recording.load(file)).getMessage().contains("no whole recording"));
        assertThrows(StateException.class, () -> Recording.load(folder.resolve("none")));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Vm vm = machine("late");
        assertTrue(assertThrows(IllegalStateException.class, () -> diff(vm, vm)).getMessage().contains("keeps no history"));
        Snapshot start = vm.snapshot();
        vm.step(10);
        Recording early = vm.recording(start);
        Snapshot later = vm.snapshot();
        vm.step(10);
        Recording late = vm.recording(later);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> diff(early, late)).getMessage().contains("begins at instruction 0"));
    }
}
