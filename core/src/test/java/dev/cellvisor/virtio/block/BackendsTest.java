package dev.cellvisor.virtio.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backends against an array of bytes. */
class BackendsTest {
    private static final int SIZE = 300 * 1024 + 512;

    @Test
    void everyBackendIsAnArrayOfBytes(@TempDir Path folder) throws IOException {
        byte[] content = Disk.pattern(SIZE, 1);
        for (int which = 0; which < 7; which++) {
            Path file = Files.write(folder.resolve("disk" + which), content);
            try (BlockBackend backend = switch (which) {
                case 0 -> new MemoryBackend(content);
                case 1 -> FileBackend.open(file);
                case 2 -> new OverlayBackend(FileBackend.openReadOnly(file));
                case 3 -> new CachedBackend(FileBackend.open(file), 1).capacityBytes(40_000);
                case 4 -> new WearBackend(new MemoryBackend(content), 1, 1);
                case 5 -> new OverlayBackend(new OverlayBackend(new MemoryBackend(content)));
                default -> new CachedBackend(new OverlayBackend(new MemoryBackend(content)), 2);
            }) {
                behavesAs(content.clone(), backend);
            }
        }
    }

    private static void behavesAs(byte[] model, BlockBackend backend) throws IOException {
        var random = new Random(5);
        byte[] expected = model;
        try (Arena arena = Arena.ofShared()) {
            MemorySegment outside = arena.allocate(1 << 19);
            for (int step = 0; step < 400; step++) {
                int at = random.nextInt(expected.length / 512) * 512;
                int size = 1 + random.nextInt(Math.min(expected.length - at, step % 4 == 0 ? expected.length : 5000));
                byte[] bytes = new byte[size];
                String what = backend + " step " + step;
                switch (random.nextInt(8)) {
                    case 0 -> {
                        backend.read(at, bytes, 0, size);
                        assertArrayEquals(Arrays.copyOfRange(expected, at, at + size), bytes, what);
                    }
                    case 1 -> {
                        backend.read(at, outside.asSlice(0, size));
                        assertArrayEquals(Arrays.copyOfRange(expected, at, at + size), outside.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE), what);
                    }
                    case 2 -> {
                        random.nextBytes(bytes);
                        backend.write(at, bytes, 0, size);
                        System.arraycopy(bytes, 0, expected, at, size);
                    }
                    case 3 -> {
                        random.nextBytes(bytes);
                        MemorySegment.copy(bytes, 0, outside, ValueLayout.JAVA_BYTE, 0, size);
                        backend.write(at, outside.asSlice(0, size).asReadOnly());
                        System.arraycopy(bytes, 0, expected, at, size);
                    }
                    case 4, 5 -> {
                        int whole = Math.max(512, size / 512 * 512);
                        backend.writeZeroes(at, whole, random.nextBoolean());
                        Arrays.fill(expected, at, at + whole, (byte) 0);
                    }
                    case 6 -> {
                        if (step % 5 == 0) {
                            int newSize = (100 + random.nextInt(900)) * 512;
                            backend.resize(newSize);
                            expected = Arrays.copyOf(expected, newSize);
                        }
                    }
                    default -> backend.flush();
                }
                assertEquals(expected.length, backend.sizeBytes());
            }
            byte[] all = new byte[expected.length];
            backend.read(0, all, 0, all.length);
            assertArrayEquals(expected, all, backend.toString());
        }
    }

    @Test
    void anOverlayOfATerabyteCostsWhatIsWritten() throws IOException {
        long terabyte = 1L << 40;
        var disk = OverlayBackend.ofSize(terabyte);
        Disk guest = Disk.started(disk);
        assertEquals(terabyte / 512, guest.rig.driver.read("capacity"));
        long last = terabyte / 512 - 8;
        guest.write(last, Disk.pattern(4096, 1));
        guest.write(1L << 30, Disk.pattern(512, 2));
        assertArrayEquals(Disk.pattern(4096, 1), guest.read(last, 8));
        assertEquals(2 * 65536, disk.changedBytes());
        disk.discard(0, terabyte);
        assertEquals(0, disk.changedBytes());
        assertArrayEquals(new byte[4096], guest.read(last, 8));
        State saved = disk.save();
        disk.write(0, Disk.pattern(512, 3), 0, 512);
        disk.restore(saved);
        assertEquals(saved, disk.save());
    }

    @Test
    void overlaysShareABase() throws IOException {
        var base = new MemoryBackend(Disk.pattern(1 << 20, 1));
        try (var one = OverlayBackend.sharing(base); var other = OverlayBackend.sharing(base)) {
            one.write(5000, Disk.pattern(512, 9), 0, 512);
            byte[] seen = new byte[512];
            other.read(5000, seen, 0, 512);
            assertArrayEquals(Arrays.copyOfRange(Disk.pattern(1 << 20, 1), 5000, 5512), seen);
        }
        byte[] all = new byte[1 << 20];
        base.read(0, all, 0, all.length);
        assertArrayEquals(Disk.pattern(1 << 20, 1), all);
    }

    @Test
    void aFileThatBecameShorterIsAnErrorAndNoCrash(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("disk"), Disk.pattern(8192, 1));
        try (var backend = FileBackend.open(file)) {
            Disk guest = Disk.started(backend);
            Files.write(file, new byte[4096]);
            var done = guest.send(BlockRequest.VIRTIO_BLK_T_IN, 8, dev.cellvisor.virtio.driver.Buffer.writable(4096));
            assertEquals(BlockRequest.VIRTIO_BLK_S_IOERR, done.lastByte());
            assertTrue(guest.rig.facts(dev.cellvisor.virtio.HostTrouble.class).getFirst().toString().contains("shorter"));
            assertArrayEquals(new byte[512], guest.read(7, 1));
        }
        try (var backend = FileBackend.openReadOnly(file)) {
            assertThrows(UnsupportedOperationException.class, () -> backend.resize(512));
        }
    }

    @Test
    void aFullHostDiskIsAnErrorAndNoCrash() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full), "skipped: there is no /dev/full, which is Linux's disk without room");
        var backend = new NotingBackend() {
            @Override
            public void write(long position, byte[] source, int offset, int sizeBytes) throws IOException {
                Files.write(full, Arrays.copyOfRange(source, offset, offset + sizeBytes));
            }
        };
        Disk guest = Disk.started(backend);
        assertEquals(BlockRequest.VIRTIO_BLK_S_IOERR, guest.write(0, new byte[512]));
        List<dev.cellvisor.virtio.HostTrouble> troubles = guest.rig.facts(dev.cellvisor.virtio.HostTrouble.class);
        assertTrue(troubles.getFirst().toString().contains("No space left"), troubles.toString());
    }
}
