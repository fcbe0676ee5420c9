package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.AddressException;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.vm.Vm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shared memory regions: declared by a device, placed by the board, seen by both sides. */
class SharedMemoryTest {

    /** A cell's device: a pool of 64 KiB; a request names an offset in it, and gets the eight bytes there. */
    private static final class Pool extends VirtioDevice {
        private final SharedMemory pool = sharedMemory(0, 64 << 10);
        private final SharedMemory log = sharedMemory(7, 4096);

        Pool() {
            super("pool", 63, 8);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            long offset = chain.reader().readInt() & 0xffff_ffffL;
            if (!pool.contains(offset, 8)) {
                chain.writer().writeLong(-1);
                return;
            }
            chain.writer().writeLong(pool.readLong(offset));
            log.writeLong(0, offset);
        }
    }

    private static long register(Rig rig, String name) {
        return rig.driver.read(name + "High") << 32 | rig.driver.read(name + "Low");
    }

    @Test
    @Rule({"MMIO-DEF-14", "MMIO-DEF-15", "MMIO-DEF-16"})
    void theRegistersTellLengthAndPlaceOfTheChosenRegion() {
        Rig rig = Rig.of(new Pool());
        rig.driver.write("SHMSel", 0);
        assertEquals(64 << 10, register(rig, "SHMLen"));
        assertEquals(Rig.WINDOW, register(rig, "SHMBase"));
        rig.driver.write("SHMSel", 7);
        assertEquals(4096, register(rig, "SHMLen"));
        assertEquals(Rig.WINDOW + (64 << 10), register(rig, "SHMBase"));
        for (long absent : new long[] {1, 6, 8, 255, 256, 0xffff_ffffL}) {
            rig.driver.write("SHMSel", absent);
            for (String name : List.of("SHMLenLow", "SHMLenHigh", "SHMBaseLow", "SHMBaseHigh")) {
                assertEquals(0xffff_ffffL, rig.driver.read(name), name + " of region " + absent);
            }
        }
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule("SHM-DEF-01")
    void referencesCountFromTheRegionsStart() {
        var device = new Pool();
        Rig rig = Rig.started(device);
        long base = device.sharedMemory(0).address();
        long last = (64 << 10) - 8;
        rig.map.write(base, 8, 0x1111);
        rig.map.write(base + last, 8, 0x2222);
        assertEquals(0x1111, ask(rig, 0));
        assertEquals(0x2222, ask(rig, last));
        assertEquals(-1, ask(rig, base), "an address is no offset");
        assertEquals(-1, ask(rig, last + 1));
        assertEquals(last, rig.map.read(device.sharedMemory(7).address(), 8), "what the device writes, the driver reads");
    }

    private static long ask(Rig rig, long offset) {
        byte[] number = {(byte) offset, (byte) (offset >> 8), (byte) (offset >> 16), (byte) (offset >> 24)};
        byte[] answer = rig.driver.queue(0).send(readable(number), writable(8)).answer(0);
        return java.nio.ByteBuffer.wrap(answer).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong();
    }

    @Test
    @Rule("SHM-DEV-01")
    void writingToARegionChangesNothingButTheRegion() {
        var device = new Pool();
        Rig rig = Rig.started(device);
        rig.driver.queue(0).submit(readable(new byte[4]), writable(8));
        byte[] ram = rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
        long base = device.sharedMemory(0).address();
        rig.driver.write("SHMSel", 0);
        var before = rig.slot.save();
        int facts = rig.facts.size();
        for (int offset = 0; offset < 4096; offset += 8) {
            rig.map.write(base + offset, 8, 0x5151_5151_5151_5151L);
        }
        assertEquals(base, register(rig, "SHMBase"));
        assertEquals(0, rig.driver.queue(0).usedIdx());
        assertEquals(0, rig.driver.interruptStatus());
        assertArrayEquals(ram, rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
        assertTrue(rig.facts.subList(facts, rig.facts.size()).stream().allMatch(fact -> fact.kind().equals("mmio")), "nothing happened but the stores");
        for (int offset = 0; offset < 4096; offset += 8) {
            rig.map.write(base + offset, 8, 0);
        }
        assertEquals(before, rig.slot.save());
    }

    @Test
    void anyWidthAndAlignmentWillDo() {
        var device = new Pool();
        Rig rig = Rig.of(device);
        long base = device.sharedMemory(0).address();
        rig.map.write(base + 3, 4, 0x0403_0201);
        assertEquals(0x01, rig.map.read(base + 3, 1));
        assertEquals(0x0302, rig.map.read(base + 4, 2));
        assertEquals(0x04_0302_0100L << 16, rig.map.read(base, 8) & 0xffff_ffff_ff00L << 8);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, device.sharedMemory(0).readBytes(3, 4));
        assertTrue(rig.map.regionAt(base).counts().isEmpty(), "memory: no exits");
        assertThrows(IllegalArgumentException.class, () -> device.sharedMemory(0).readInt(64 << 10));
    }

    @Test
    void itIsSavedOutlivesAResetAndGoesWithItsDevice() {
        var device = new Pool();
        Rig rig = Rig.started(device);
        long base = device.sharedMemory(0).address();
        device.sharedMemory(0).writeInt(8, 42);
        Rig other = Rig.of(new Pool());
        other.slot.restore(rig.slot.save());
        assertEquals(42, other.map.read(base + 8, 4));
        rig.driver.reset();
        assertEquals(42, rig.map.read(base + 8, 4));
        rig.slot.unplug();
        assertEquals(-1, device.sharedMemory(0).address());
        assertNull(rig.map.regionAt(base));
        assertThrows(dev.cellvisor.state.StateException.class, () -> Rig.of(new EntropyDevice(1)).slot.restore(other.slot.save()));
    }

    @Test
    void aWindowThatIsFullSaysSo() {
        class Large extends VirtioDevice {
            final SharedMemory first = sharedMemory(0, 512 << 10);
            final SharedMemory second = sharedMemory(1, 1 << 20);

            Large() {
                super("large", 63, 8);
            }

            @Override
            protected void handle(int queue, DescriptorChain chain) {
            }
        }
        Rig rig = Rig.empty();
        var large = new Large();
        assertThrows(AddressException.class, () -> rig.slot.plug(large));
        assertNull(rig.slot.device());
        assertFalse(large.plugged());
        assertNull(rig.map.regionAt(Rig.WINDOW), "nothing is left behind");
        rig.slot.plug(new Pool());
    }

    @Test
    void onTheBoardItHasAWindowOfItsOwn() {
        try (Vm vm = Vm.builder("shm").memoryMiB(16).build()) {
            var first = new Pool();
            var second = new Pool();
            vm.attach(first);
            vm.attach(second);
            long address = second.sharedMemory(0).address();
            assertTrue(address >= vm.board().sharedMemory() && address != first.sharedMemory(0).address());
            vm.write(address, 4, 7);
            assertEquals(7, second.sharedMemory(0).readInt(0));
            assertEquals(0, first.sharedMemory(0).readInt(0));
            String fingerprint = vm.fingerprint();
            second.sharedMemory(0).writeInt(0, 8);
            assertFalse(fingerprint.equals(vm.fingerprint()), "it is part of the machine's state");
        }
    }
}
