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
import java.util.List;
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

    /** A disk that answers after 100 ticks, with one request on its way that a cell has made. */
    private VirtioDriver requestByHand(int latency) {
        vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)).latencyTicks(latency));
        vm.step(100);
        vm.history().spacing(200);
        VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
        driver.initialise();
        driver.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 1)), Buffer.writable(512), Buffer.writable(1));
        driver.queue(0).notifyDevice();
        return driver;
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void aDevicesWriteAtAnEventIsToldWithTheNotificationThatCausedIt(Engine engine) {
        build(engine);
        long usedIdx = requestByHand(1000).queue(0).usedAddress() + 2;
        long notified = vm.clock().instructions();
        for (int i = 0; i < 100; i++) {
            vm.step(1000); // a snapshot each: the chain was taken before the one that the write is found from
        }
        MemoryWrite write = vm.lastWrite(usedIdx, 2);
        assertEquals(-1, write.cpu());
        DeviceWork work = write.work();
        assertEquals("virtio-blk in virtio-mmio.31, queue 0, chain 0", "%s in %s, queue %d, chain %d".formatted(work.device(), work.place(), work.queue(), work.chain()));
        assertEquals(new DeviceWork.Event(write.instruction(), "virtio-mmio.31.completion"), work.reason());
        assertTrue(work.taken() instanceof DeviceWork.Access access && access.instruction() == notified && access.cpu() == -1
                && access.access().register().equals("QueueNotify"), write::toString);
        assertTrue(write.by().endsWith("taken at instruction 100 when a cell wrote 0x0 to its QueueNotify"), write::by);
        vm.at(write.instruction() - 1);
        assertEquals(0, vm.memory().readShort(usedIdx));
        assertEquals(1, vm.at(write.instruction()).memory().readShort(usedIdx));
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER"})
    void aDevicesWriteThatACellCausedIsTheDevices(Engine engine) {
        build(engine);
        VirtioDriver driver = requestByHand(0);
        MemoryWrite write = vm.lastWrite(driver.queue(0).usedAddress() + 4, 8);
        assertTrue(write.work().reason() instanceof DeviceWork.Access access && access.cpu() == -1, write::toString);
        assertEquals("virtio-blk when a cell wrote 0x0 to its QueueNotify, queue 0 chain 0", write.by());
    }

    /** Of two disks of one name each has its own chains; what is in a buffer is the chain's that has it. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER"})
    void ofTwoDevicesAndManyChainsTheRightOneIsNamed(Engine engine) {
        build(engine);
        vm.attach(new BlockDevice(MemoryBackend.ofSize(65536)).latencyTicks(300));
        vm.attach(new BlockDevice(MemoryBackend.ofSize(65536)).latencyTicks(300));
        vm.step(100);
        vm.history();
        VirtioDriver one = vm.driver(vm.slot("virtio-mmio.31")).initialise();
        vm.driver(vm.slot("virtio-mmio.30")).initialise();
        long[] buffers = new long[4];
        for (int i = 0; i < buffers.length; i++) {
            int head = one.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, i)), Buffer.writable(512), Buffer.writable(1));
            buffers[i] = vm.memory().readLong(one.queue(0).descAddress() + 16L * (head + 1));
        }
        one.queue(0).notifyDevice();
        vm.step(40_000);
        for (int i = 0; i < buffers.length; i++) {
            DeviceWork ofBuffer = vm.lastWrite(buffers[i], 512).work();
            DeviceWork ofElement = vm.lastWrite(one.queue(0).usedAddress() + 4 + 8 * i, 8).work();
            assertEquals(3 * i, ofBuffer.chain(), ofBuffer::toString);
            assertEquals(3 * i, ofElement.chain(), ofElement::toString);
            assertEquals("virtio-mmio.31", ofBuffer.place());
            assertTrue(ofBuffer.taken() instanceof DeviceWork.Access access && access.access().register().equals("QueueNotify"), ofBuffer::toString);
        }
        assertEquals(9, vm.lastWrite(one.queue(0).usedAddress() + 2, 2).work().chain(), "the last of them moved the index last");
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void aRegisterOfAnotherCpuIsFoundBySystemNameToo(Engine engine) {
        vm = Vm.builder("history").memoryMiB(4).cpus(2).engine(engine).build();
        vm.load(RAM, asm("""
                movz x0, #0xc400, lsl #16
                movk x0, #3
                mov x1, #1
                movz x2, #0x4000, lsl #16
                add x2, x2, #28
                hvc #0
                one: b one
                two: mov x9, #77
                msr tpidr_el1, x9
                loop: add x10, x10, #1
                b loop
                """)); // PSCI's CPU_ON
        vm.cpu(0).set("pc", RAM);
        vm.history();
        vm.step(30_000);
        RegisterChange change = vm.lastChange(1, "TPIDR_EL1");
        assertEquals(new RegisterChange(change.instruction(), 1, RAM + 32, "TPIDR_EL1", 0, 77, "cpu1"), change);
        assertEquals(77, vm.at(change.instruction()).cpu(1).get("TPIDR_EL1"));
        assertEquals(0, vm.at(change.instruction() - 1).cpu(1).get("TPIDR_EL1"));
        vm.at(vm.history().end());
        assertNull(vm.lastChange(0, "TPIDR_EL1"));
        assertNull(vm.lastChange("x10"), "that of CPU 0");
        vm.cpu(1).set("x9", 5);
        RegisterChange byCell = vm.lastChange(1, "x9");
        assertEquals(List.of("a cell", 77L, 5L), List.of(byCell.by(), byCell.before(), byCell.after()));
        assertThrows(IllegalArgumentException.class, () -> vm.lastChange(2, "x0"));
    }

    /** Something that happens again and again is not waited for each time; the last time is found all the same. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void theLastOfManyTimesIsFound(Engine engine) {
        vm = Vm.builder("history").memoryMiB(4).engine(engine).build();
        vm.load(RAM, asm("""
                mov x1, #0x40100000
                mov x2, #20000
                loop: str x2, [x1]
                str x2, [x1]
                sub x2, x2, #1
                cbnz x2, loop
                str x2, [x1, #8]
                end: b end
                """));
        vm.cpu(0).set("pc", RAM);
        vm.history();
        vm.step(400_000);
        BackResult result = vm.runBackUntil(Condition.written(COUNT, 8));
        assertEquals(2 + 4 * 19_999 + 2, result.instruction(), "the second of the last two stores");
        vm.at(400_000);
        assertEquals(2 + 4 * 19_999, vm.runBackUntil(Condition.pc(RAM + 8)).instruction(), "its next instruction is the first of the last two");
        vm.at(400_000);
        assertEquals("pc(0x%x)".formatted(RAM + 7 * 4), vm.runBackUntil(Condition.pc(RAM + 7 * 4).or(Condition.written(COUNT, 8))).condition());
        assertEquals(399_999, vm.clock().instructions());
        assertEquals(399_998, vm.runBackUntil(Condition.pc(RAM + 7 * 4)).instruction());
    }

    /** What is met exactly where a snapshot stands belongs to the piece before it. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER"})
    void nothingIsLostAtTheBordersBetweenSnapshots(Engine engine) {
        build(engine);
        vm.history().spacing(1);
        for (int i = 0; i < 40; i++) {
            vm.step(1); // a snapshot each
        }
        assertTrue(vm.history().snapshotCount() >= 40, vm.history()::toString);
        for (long end = 40; end > 6; end--) {
            long before = 1 + (end - 2) / 4 * 4; // the loop's four instructions begin after the first of all
            assertEquals(before, vm.at(end).runBackUntil(Condition.pc(RAM + 4)).instruction(), "before instruction " + end);
            long stored = 3 + (end - 4) / 4 * 4;
            assertEquals(stored, vm.at(end).runBackUntil(Condition.written(COUNT, 8)).instruction(), "before instruction " + end);
            assertEquals(3 + (end - 3) / 4 * 4, vm.at(end).lastWrite(COUNT, 8).instruction());
        }
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
