package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapped snapshot does not keep the pages that its kernel, its initramfs and its disk have; nobody in the guest sees it, and an image that is another is noticed. */
class ImageLoansTest {
    private static final long RAM = 0x4000_0000L;
    /** Where a part of the disk is in RAM, as a guest's page cache would have it. */
    private static final long CACHED = RAM + 0x60_0000;
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;
    private Path disk;
    private Path saved;
    private Vm vm;
    private byte[] diskBytes;

    private static byte[] random(int pages, int seed) {
        byte[] bytes = new byte[pages * PAGE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void aVmWhoseImagesAreInItsRam() throws IOException {
        byte[] kernelBytes = random(40, 1);
        ByteBuffer.wrap(kernelBytes).put(new byte[] {0, 0, 0, 0x14}); // b .
        Path kernel = Files.write(folder.resolve("kernel"), kernelBytes);
        Path initrd = Files.write(folder.resolve("initrd"), random(20, 2));
        diskBytes = random(300, 3);
        disk = Files.write(folder.resolve("disk"), diskBytes);
        saved = folder.resolve("saved");
        vm = Vm.builder("loans").memoryMiB(8).build();
        vm.attach(BlockDevice.of(new OverlayBackend(FileBackend.openReadOnly(disk))).build());
        vm.boot().kernel(kernel).initrd(initrd).prepare();
        vm.step(10);
        vm.memory().write(CACHED, Arrays.copyOfRange(diskBytes, 100 * PAGE, 130 * PAGE));
        vm.memory().write(CACHED + 40 * PAGE, Arrays.copyOfRange(diskBytes, 10 * PAGE, 12 * PAGE)); // too few to be worth it
        vm.memory().writeByte(CACHED + 7 * PAGE, 1 + diskBytes[107 * PAGE]); // the guest has changed one
    }

    @AfterEach
    void close() {
        vm.close();
    }

    @Test
    void pagesOfTheImagesAreNotKept() throws IOException {
        Snapshot snapshot = vm.snapshot();
        snapshot.saveMapped(saved);
        int[] pages = {0};
        snapshot.ram().forEachPage((slot, page, bytes) -> pages[0]++);
        long kept = Snapshot.mappedBytes(saved) / PAGE;
        int borrowed = 40 + 20 + 29; // all but the one that was changed
        assertTrue(pages[0] > borrowed && kept < pages[0] - borrowed + 60, "%d pages, of which %d are kept (with states and manifest)".formatted(pages[0], kept));
        assertArrayEquals(new byte[PAGE], at(saved, 65536 + CACHED - RAM), "a hole");
        assertEquals(diskBytes[10 * PAGE + 5], at(saved, 65536 + CACHED - RAM + 40 * PAGE)[5]);
        Snapshot.verify(saved);
    }

    private static byte[] at(Path file, long offset) throws IOException {
        byte[] bytes = new byte[PAGE];
        try (var channel = Files.newByteChannel(file)) {
            channel.position(offset).read(ByteBuffer.wrap(bytes));
        }
        return bytes;
    }

    @Test
    void aForkOfItIsTheSameVmAndWritesToNoImage() throws IOException {
        vm.snapshot().saveMapped(saved);
        String fingerprint = vm.fingerprint();
        Snapshot loaded = Snapshot.load(saved);
        try (Vm one = loaded.fork("one"); Vm two = loaded.fork("two")) {
            assertEquals(fingerprint, one.fingerprint());
            one.memory().write(CACHED + 5 * PAGE, new byte[3 * PAGE]);
            one.memory().discard(CACHED + 9 * PAGE, PAGE);
            assertEquals(0, one.memory().readByte(CACHED + 9 * PAGE + 1));
            assertEquals(fingerprint, two.fingerprint(), "each has its own");
            Snapshot changed = one.snapshot();
            assertEquals(4, changed.ram().differingPages(loaded.ram()).length);
            changed.saveMapped(folder.resolve("again"));
            try (Vm again = Snapshot.load(folder.resolve("again")).fork("again")) {
                assertArrayEquals(new byte[3 * PAGE], again.memory().read(CACHED + 5 * PAGE, 3 * PAGE));
                assertArrayEquals(Arrays.copyOfRange(diskBytes, 108 * PAGE, 109 * PAGE), again.memory().read(CACHED + 8 * PAGE, PAGE));
            }
            one.restore(loaded);
            assertArrayEquals(two.memory().read(CACHED, 30 * PAGE), one.memory().read(CACHED, 30 * PAGE));
            Files.move(Files.write(folder.resolve("new"), new byte[300 * PAGE]), disk, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            try (Vm three = loaded.fork("three", dev.cellvisor.cpu.Engine.INTERPRETER)) {
                assertArrayEquals(two.memory().read(CACHED, 30 * PAGE), three.memory().read(CACHED, 30 * PAGE), "who has loaded it has the old image");
            } catch (StateException e) {
                assertTrue(e.getMessage().contains("disk"), e.getMessage()); // a fork opens the disk anew, and may mind
            }
        }
    }

    @Test
    void anImageThatIsGoneOrAnotherIsSaid() throws IOException {
        vm.snapshot().saveMapped(saved);
        FileTime then = Files.getLastModifiedTime(disk);
        Files.setLastModifiedTime(disk, FileTime.fromMillis(5000));
        Snapshot.load(saved); // another time and the same bytes

        byte[] other = diskBytes.clone();
        other[120 * PAGE] ^= 1;
        Files.write(disk, other);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(saved)).getMessage().contains("pages of RAM in " + disk + ", which is another file now"));
        Files.setLastModifiedTime(disk, then); // only who reads it all can know
        Snapshot.load(saved);
        var kept = new KeptFolder(folder.resolve("kept"), 1L << 30);
        Files.createDirectories(kept.directory());
        Files.copy(saved, kept.file("a", KeptFolder.BOOT));
        assertTrue(assertThrows(StateException.class, () -> kept.find("a", KeptFolder.BOOT)).getMessage().contains("its pages of RAM are not what was written"));
        assertNull(kept.find("a", KeptFolder.BOOT), "it was dropped");
        assertTrue(assertThrows(StateException.class, () -> Snapshot.verify(saved)).getMessage().contains("pages of RAM"));
        Files.write(disk, Arrays.copyOf(diskBytes, 200 * PAGE));
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(saved)).getMessage().contains("another file now"));
        Files.delete(disk);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(saved)).getMessage().contains(disk + ", which cannot be read"));
    }

    @Test
    void otherVersionsAreReadOrSaid() throws IOException {
        try (Vm plain = Vm.builder("plain").memoryMiB(1).build()) {
            plain.step(0);
            plain.snapshot().saveMapped(saved);
        }
        byte[] bytes = Files.readAllBytes(saved);
        bytes[19] = 1; // without images, that is what version 1 was
        Files.write(saved, bytes);
        Snapshot.load(saved);
        bytes[19] = 3;
        Files.write(saved, bytes);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(saved)).getMessage().contains("version 3; this program reads versions 1 to 2"));
    }
}
