package dev.cellvisor.virtio.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The write cache against a plain model: each sector, the contents that it may have after a power cut. */
class CachedBackendTest {
    private static final int SECTORS = 64;

    @Test
    void aPowerCutLeavesOldOrNewAndNeverLosesWhatWasFlushed() throws IOException {
        int lostSome = 0;
        int keptSome = 0;
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var disk = MemoryBackend.ofSize(SECTORS * 512);
            var cache = new CachedBackend(disk, seed).capacityBytes(seed % 3 == 0 ? 20 * 512 : Long.MAX_VALUE);
            byte[][] now = new byte[SECTORS][512];
            List<List<byte[]>> possible = new ArrayList<>();
            for (int i = 0; i < SECTORS; i++) {
                possible.add(new ArrayList<>(List.of(now[i])));
            }
            for (int step = 0; step < 200; step++) {
                int first = random.nextInt(SECTORS);
                int count = 1 + random.nextInt(Math.min(8, SECTORS - first));
                switch (random.nextInt(10)) {
                    case 0 -> {
                        cache.flush();
                        for (int i = 0; i < SECTORS; i++) {
                            possible.set(i, new ArrayList<>(List.of(now[i])));
                        }
                    }
                    case 1 -> {
                        cache.writeZeroes(first * 512L, count * 512L, random.nextBoolean());
                        for (int i = first; i < first + count; i++) {
                            now[i] = new byte[512];
                            possible.get(i).add(now[i]);
                        }
                    }
                    case 2 -> {
                        byte[] answer = new byte[count * 512];
                        cache.read(first * 512L, answer, 0, answer.length);
                        for (int i = 0; i < count; i++) {
                            assertArrayEquals(now[first + i], Arrays.copyOfRange(answer, i * 512, i * 512 + 512), "the cache is not seen by reads");
                        }
                    }
                    default -> {
                        byte[] bytes = new byte[count * 512];
                        random.nextBytes(bytes);
                        // In pieces that are no sectors, as a driver may cut its buffers.
                        for (int at = 0, piece; at < bytes.length; at += piece) {
                            piece = Math.min(bytes.length - at, step % 2 == 0 ? bytes.length : 300);
                            cache.write(first * 512L + at, bytes, at, piece);
                        }
                        for (int i = 0; i < count; i++) {
                            now[first + i] = Arrays.copyOfRange(bytes, i * 512, i * 512 + 512);
                            possible.get(first + i).add(now[first + i]);
                        }
                    }
                }
            }
            CachedBackend.Cut cut = cache.powerCut();
            byte[] left = new byte[SECTORS * 512];
            disk.read(0, left, 0, left.length);
            for (int i = 0; i < SECTORS; i++) {
                byte[] sector = Arrays.copyOfRange(left, i * 512, i * 512 + 512);
                assertTrue(possible.get(i).stream().anyMatch(content -> Arrays.equals(content, sector)), "seed " + seed + ", sector " + i);
            }
            assertEquals(0, cache.dirtySectors());
            lostSome += cut.lostSectors() > 0 ? 1 : 0;
            keptSome += cut.lostSectors() < cut.dirtySectors() ? 1 : 0;
        }
        assertTrue(lostSome > 20 && keptSome > 20, lostSome + " cuts lost something, " + keptSome + " kept something");
    }

    @Test
    void theSeedDecidesWhatSurvives() throws IOException {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            String first = afterCut(seed);
            assertEquals(first, afterCut(seed));
            outcomes.add(first);
        }
        assertTrue(outcomes.size() > 8, outcomes.size() + " different outcomes of 20 seeds");
    }

    private static String afterCut(int seed) throws IOException {
        var disk = MemoryBackend.ofSize(8192);
        var cache = new CachedBackend(disk, seed);
        cache.write(0, Disk.pattern(8192, 1), 0, 8192);
        cache.write(0, Disk.pattern(4096, 2), 0, 4096);
        cache.powerCut();
        return disk.save().hash();
    }

    @Test
    void aFlushThatFailsKeepsEverything() throws IOException {
        var broken = new NotingBackend();
        var cache = new CachedBackend(broken, 1);
        cache.write(0, Disk.pattern(2048, 1), 0, 2048);
        broken.broken = "flush";
        assertThrows(IOException.class, cache::flush);
        assertEquals(4, cache.dirtySectors());
        broken.broken = null;
        cache.flush();
        byte[] left = new byte[2048];
        broken.read(0, left, 0, 2048);
        assertArrayEquals(Disk.pattern(2048, 1), left);
        assertEquals(0, cache.dirtySectors());
    }

    @Test
    void theCacheIsPartOfTheSavedState() throws IOException {
        var cache = new CachedBackend(MemoryBackend.ofSize(8192), 7);
        cache.write(512, Disk.pattern(4096, 1), 0, 4096);
        cache.write(1024, Disk.pattern(512, 2), 0, 512);
        State saved = cache.save();
        cache.powerCut();
        String outcome = cache.save().hash();
        cache.restore(saved);
        assertEquals(saved, cache.save());
        assertEquals(8, cache.dirtySectors());
        cache.powerCut();
        assertEquals(outcome, cache.save().hash(), "the same cut again");
    }

    @Test
    void discardsAndSizesReachTheCacheToo() throws IOException {
        var disk = MemoryBackend.ofSize(4 << 20);
        var cache = new CachedBackend(disk, 1);
        cache.write(0, Disk.pattern(4 << 20, 1), 0, 4 << 20);
        cache.discard(512, 1024);
        cache.writeZeroes(1 << 20, 2 << 20, true);
        byte[] expected = Disk.pattern(4 << 20, 1);
        Arrays.fill(expected, 512, 1536, (byte) 0);
        Arrays.fill(expected, 1 << 20, 3 << 20, (byte) 0);
        byte[] seen = new byte[4 << 20];
        cache.read(0, seen, 0, seen.length);
        assertArrayEquals(expected, seen);
        cache.resize(1024);
        assertEquals(1, cache.dirtySectors());
        cache.resize(4096);
        byte[] small = new byte[4096];
        cache.read(0, small, 0, 4096);
        assertArrayEquals(Arrays.copyOf(expected, 512), Arrays.copyOf(small, 512));
        assertArrayEquals(new byte[3072], Arrays.copyOfRange(small, 1024, 4096));
    }
}
