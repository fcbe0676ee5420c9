package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A cell that is run again closes the VM of before, and variables of other cells still hold its parts: they must answer, and not end the JVM. */
class ClosedVmTest {
    private static final long RAM = 0x4000_0000L;

    private static void saysClosed(Executable action) {
        String said = assertThrows(IllegalStateException.class, action).getMessage();
        assertTrue(said.contains("closed"), said);
    }

    @Test
    void partsOfAVmThatIsClosedSaySo() {
        Vm vm = Vm.builder("closed").memoryMiB(16).build();
        var disk = vm.attach(new BlockDevice(new MemoryBackend(new byte[64 * 512])));
        var driver = vm.driver(disk).initialise();
        var queue = driver.queue(0);
        GuestMemory memory = vm.memory();
        memory.writeInt(RAM, 42);
        vm.step();
        Vm.builder("closed").memoryMiB(16).build().close();

        saysClosed(() -> memory.readInt(RAM));
        saysClosed(() -> memory.writeLong(RAM, 1));
        saysClosed(() -> memory.read(RAM, 16));
        saysClosed(() -> memory.view(RAM, 16));
        saysClosed(memory::snapshot);
        saysClosed(() -> vm.hexdump(RAM, 16));
        saysClosed(() -> vm.read(RAM, 4));
        saysClosed(vm::step);
        saysClosed(vm::run);
        saysClosed(vm::snapshot);
        saysClosed(() -> queue.desc(0).address(RAM));
        saysClosed(queue::notifyDevice);
        saysClosed(() -> driver.read("Status"));
        assertEquals(0, disk.queue(0).toString().indexOf("virtio-blk"), "a view reads nothing of RAM that was given back");
        assertFalse(memory.contains(RAM, 1), "a device that asks first finds no RAM");
    }

    @Test
    void anAccessByHandHasASizeThatACpuHas() {
        try (Vm vm = Vm.builder("sizes").memoryMiB(16).build()) {
            for (int size : new int[] {0, 3, 16, -1}) {
                String said = assertThrows(IllegalArgumentException.class, () -> vm.read(RAM, size)).getMessage();
                assertTrue(said.contains("1, 2, 4 or 8"), said);
                assertThrows(IllegalArgumentException.class, () -> vm.write(RAM, size, 1));
            }
        }
    }
}
