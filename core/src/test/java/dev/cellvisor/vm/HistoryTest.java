package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A VM's past: any instruction of it, and who did what there. */
class HistoryTest {
    private static final long RAM = 0x4000_0000L;
    private static final long COUNT = RAM + 0x10_0000;
    private static final long RARE = RAM + 0x10_0040;

    private Vm vm;

    /** Counts in x0 and in memory; each time the low 12 bits of the count are zero, it writes the count to another place too. */
    private void build(Engine engine) {
        vm = Vm.builder("history").memoryMiB(4).engine(engine).build();
        vm.load(RAM, asm("""
                mov x1, #0x40100000
                loop: add x0, x0, #1
                str x0, [x1]
                tst x0, #0xfff
                b.ne loop
                str x0, [x1, #0x40]
                mov x7, x0
                b loop
                """));
        vm.cpu(0).set("pc", RAM);
    }

    @AfterEach
    void close() {
        vm.close();
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void anyInstructionIsReached(Engine engine) {
        build(engine);
        vm.step(3);
        vm.history().spacing(10_000);
        var random = new Random(3);
        var past = new TreeMap<Long, String>();
        for (int i = 0; i < 20; i++) {
            vm.step(random.nextInt(20_000));
            past.put(vm.clock().instructions(), vm.fingerprint());
            if (i % 3 == 0) {
                vm.type("typed " + i);
                vm.cpu(0).set("x9", i);
                vm.memory().writeLong(RAM + 0x20_0000 + i * 8, i);
            }
            vm.step(1);
        }
        long end = vm.clock().instructions();
        String last = vm.fingerprint();
        int inputs = vm.inputs().entries().size();
        var withInput = vm.inputs().entries().stream().map(InputLog.Entry::instruction).toList(); // there it was noted before the input
        var places = new java.util.ArrayList<>(past.keySet());
        java.util.Collections.shuffle(places, random);
        for (long place : places) {
            vm.at(place + 1);
            vm.at(place + 1).back(1);
            assertEquals(place, vm.clock().instructions());
        }
        vm.at(end);
        assertEquals(last, vm.fingerprint());
        assertEquals(inputs, vm.inputs().entries().size());
        for (var place : past.entrySet()) {
            if (!withInput.contains(place.getKey())) {
                assertEquals(place.getValue(), vm.at(place.getKey()).fingerprint());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> vm.at(2));
        assertThrows(IllegalArgumentException.class, () -> vm.at(end + 1));
        vm.at(end - 50_000).step(1);
        assertEquals(end - 49_999, vm.history().end(), "another future has begun");
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void whoWroteAByteIsFound(Engine engine) {
        build(engine);
        vm.history().spacing(15_000);
        vm.step(100_000);
        String now = vm.fingerprint();
        MemoryWrite write = vm.lastWrite(RARE, 8);
        assertEquals(0, write.cpu());
        assertEquals(RAM + 5 * 4, write.pc());
        assertEquals(now, vm.fingerprint());
        long rare = vm.memory().readLong(RARE);
        assertEquals(rare, vm.at(write.instruction()).memory().readLong(RARE));
        assertEquals(rare - 0x1000, vm.at(write.instruction() - 1).memory().readLong(RARE));
        assertEquals(RAM + 5 * 4, vm.cpu(0).pc(), "the store is next");
        vm.at(100_000);
        assertTrue(vm.lastWrite(COUNT).instruction() > 99_990);
        assertNull(vm.lastWrite(RAM + 0x30_0000));
        vm.memory().writeLong(COUNT, 5);
        assertEquals("a cell", vm.lastWrite(COUNT).by());
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void theLastChangeOfARegisterIsFound(Engine engine) {
        build(engine);
        vm.history().spacing(150_000);
        vm.step(400_000);
        long value = vm.cpu(0).get("x7");
        RegisterChange change = vm.lastChange("x7");
        assertEquals(value, change.after());
        assertEquals(value - 0x1000, change.before());
        assertEquals(RAM + 6 * 4, change.pc());
        assertEquals(400_000, vm.clock().instructions());
        RegisterChange first = vm.lastChange("x1");
        assertEquals(1, first.instruction());
        assertNull(vm.lastChange("x20"));
        BackResult result = vm.runBackUntil(Condition.pc(RAM + 0x8000).or(Condition.pc(RAM + 5 * 4)).or(Condition.written(RARE + 0x1000, 8)));
        assertEquals(new BackResult("pc(0x%x)".formatted(RAM + 5 * 4), vm.clock().instructions()), result, "which of them");
        assertEquals(RAM + 5 * 4, vm.cpu(0).pc());
        assertEquals(value, vm.cpu(0).get("x0"), "the latest one");
        assertFalse(vm.runBackUntil(Condition.pc(RAM + 0x8000)).met());
        assertEquals("written(0x%x, 8)".formatted(RARE), vm.runBackUntil(Condition.pc(RAM + 0x8000).or(Condition.written(RARE, 8))).condition());
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void aDevicesWriteIsTheDevices(Engine engine) {
        build(engine);
        vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)).latencyTicks(100));
        vm.step(100);
        vm.history();
        VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
        driver.initialise();
        driver.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 1)), Buffer.writable(512));
        driver.queue(0).notifyDevice();
        vm.step(5000);
        MemoryWrite write = vm.lastWrite(driver.queue(0).usedAddress() + 2, 2);
        assertTrue(write.by().contains("virtio-mmio.31.completion"), write::toString);
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER"})
    void theBudgetIsKept(Engine engine) {
        build(engine);
        vm.history().spacing(5000).budgetBytes(12_000_000);
        vm.step(1_000_000);
        assertTrue(vm.history().sizeBytes() <= 12_000_000, vm.history()::toString);
        assertTrue(vm.history().snapshotCount() > 5, vm.history()::toString);
        assertEquals(0, vm.history().start());
        assertEquals(500_000, vm.at(500_000).clock().instructions());
    }
}
