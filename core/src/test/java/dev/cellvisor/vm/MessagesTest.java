package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips that everybody makes at a prompt: the message says what was asked, what is so, and what to do. */
class MessagesTest {
    @TempDir
    Path directory;

    @Test
    void aDeviceIsAttachedTwice() {
        try (Vm vm = Vm.builder("messages").memoryMiB(16).build()) {
            var disk = new BlockDevice(MemoryBackend.ofSize(512));
            vm.attach(disk);
            String message = assertThrows(IllegalStateException.class, () -> vm.attach(disk)).getMessage();
            assertTrue(message.contains("plugged in at virtio-mmio.31") && message.contains("unplug it there first"), message);
        }
    }

    @Test
    void aDisksFileIsMissing() {
        Path missing = directory.resolve("disk.img");
        String message = assertThrows(NoSuchFileException.class, () -> FileBackend.openReadOnly(missing)).getMessage();
        assertTrue(message.contains(missing.toString()) && message.contains("no such file") && message.contains("MemoryBackend"), message);
    }
}
