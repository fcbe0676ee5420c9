package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.HostTrouble;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.CachedBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Linux's own driver with our disks: one boot, in which each test uses another disk. And the power: it is cut at random instructions
 * while an ext4 works, and what fsync had acknowledged by then must be there. A few cuts here, several hundred and whole second boots with
 * {@code -Dcellvisor.full=true}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlockLinuxTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int CUTS = FULL ? 400 : 16;
    private static final int FILES = FULL ? 400 : 14;
    private static final int FS_BYTES = 8 << 20;

    @TempDir
    static Path folder;

    private static Vm vm;
    private static CachedBackend cached;
    private static CountingBackend plain;
    private static BlockDevice fsDisk;
    private static BlockDevice plainDisk;
    private static final List<Violation> VIOLATIONS = new ArrayList<>();
    private static final List<HostTrouble> TROUBLES = new ArrayList<>();

    @BeforeAll
    static void boot() throws Exception {
        GuestImage image;
        try {
            image = Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
            return;
        }
        for (String tool : List.of("mke2fs", "e2fsck", "debugfs")) {
            Assumptions.assumeTrue(path(tool) != null, "skipped: " + tool + " is not on this machine (Debian: e2fsprogs)");
        }
        vm = start(image, freshFileSystem());
    }

    private static Vm start(GuestImage image, byte[] fileSystem) throws IOException {
        cached = new CachedBackend(new MemoryBackend(fileSystem), 1);
        plain = new CountingBackend(MemoryBackend.ofSize(4 << 20));
        // A drive that answers out of order, and takes its time to flush.
        fsDisk = BlockDevice.of(cached).id("file-system").queues(2)
                .latency((type, sector, bytes) -> type == BlockRequest.VIRTIO_BLK_T_FLUSH ? 4000 : 300 + sector * 7 % 900).build();
        plainDisk = BlockDevice.of(plain).id("12345678901234567890").topology(3, 1, 8, 64).discard(2048, 4, 8).writeZeroes(1024, 1)
                .secureErase(1024, 4, 8).segMax(40).build();
        Vm made = Vm.builder("block-linux").cpus(2).memoryMiB(256).build();
        made.trace().add((instruction, fact) -> {
            if (fact instanceof Violation violation) {
                VIOLATIONS.add(violation);
            } else if (fact instanceof HostTrouble trouble) {
                TROUBLES.add(trouble);
            }
        });
        // Linux names them in the order of their addresses, and the last slot is filled first.
        made.attach(BlockDevice.of(new MemoryBackend(pattern(64 * 1024))).id("archive").readOnly().build());
        made.attach(plainDisk);
        made.attach(fsDisk);
        image.on(made).prepare();
        made.runUntil(Condition.console(image.manifest().recipe().prompt()));
        return made;
    }

    @AfterAll
    static void noViolationAllAlong() {
        if (vm != null) {
            vm.close();
            assertEquals(List.of(), VIOLATIONS, "Linux's driver breaks no rule");
        }
    }

    private static byte[] pattern(int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            bytes[i] = (byte) (i * 31 + i / 512);
        }
        return bytes;
    }

    private static String sh(String command) {
        var result = vm.shell(command);
        assertEquals(0, result.status(), () -> command + " says " + result.output());
        return result.output().strip();
    }

    private static byte[] plainBytes(int from, int sizeBytes) throws IOException {
        byte[] bytes = new byte[sizeBytes];
        plain.read(from, bytes, 0, sizeBytes);
        return bytes;
    }

    @Test
    @Order(1)
    void linuxTakesEveryFeatureAndReadsEveryLimit() {
        assertEquals("file-system 12345678901234567890 archive", sh("echo $(cat /sys/block/vda/serial) $(cat /sys/block/vdb/serial) $(cat /sys/block/vdc/serial)"));
        assertEquals("8192 16384 128", sh("echo $(($(cat /sys/block/vdb/size))) $(($(cat /sys/block/vda/size))) $(cat /sys/block/vdc/size)"));
        assertEquals("512 4096 4096 32768", sh("cd /sys/block/vdb/queue; echo $(cat logical_block_size physical_block_size minimum_io_size optimal_io_size); cd /"));
        assertEquals("1048576 4096 4 524288 40", sh("cd /sys/block/vdb/queue; echo $(cat discard_max_bytes discard_granularity max_discard_segments "
                + "write_zeroes_max_bytes max_segments); cd /"));
        assertEquals("512", sh("cat /sys/block/vdb/alignment_offset"), "one block");
        assertEquals("0 0 1", sh("cat /sys/block/vda/ro /sys/block/vdb/ro /sys/block/vdc/ro | tr '\\n' ' '"));
        assertEquals("2 1", sh("echo $(ls /sys/block/vda/mq | wc -l) $(ls /sys/block/vdb/mq | wc -l)"), "a queue for each of two CPUs, where there are");
        // Bits 0 to 23 as the driver took them: all that we offer and Linux knows, which is all but GEOMETRY's kin BARRIER and SCSI.
        String features = sh("cat /sys/block/vdb/device/features");
        for (int bit : new int[] {2, 4, 6, 9, 10, 11, 13, 14, 16}) {
            assertEquals('1', features.charAt(bit), "feature bit " + bit + " of " + features);
        }
    }

    @Test
    @Order(2)
    void whatLinuxWritesIsWhatTheDiskHas() throws Exception {
        sh("dd if=/dev/vdc of=/dev/vdb bs=16k seek=3 oflag=direct 2>/dev/null");
        assertArrayEquals(pattern(64 * 1024), plainBytes(3 * 16384, 64 * 1024));
        String sum = sh("dd if=/dev/vdb bs=1k skip=48 count=64 iflag=direct 2>/dev/null | sha256sum").substring(0, 64);
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pattern(64 * 1024))), sum);
        assertFalse(vm.shell("dd if=/dev/zero of=/dev/vdc bs=512 count=1 oflag=direct 2>&1").status() == 0, "the archive is read-only");
    }

    @Test
    @Order(3)
    void discardsAndErasuresArrive() throws IOException {
        plain.write(0, pattern(64 * 1024), 0, 64 * 1024);
        sh("blkdiscard -o 4096 -l 8192 /dev/vdb");
        byte[] expected = pattern(64 * 1024);
        Arrays.fill(expected, 4096, 12288, (byte) 0);
        assertArrayEquals(expected, plainBytes(0, 64 * 1024));
        assertEquals(1, plain.discardCount());
        sh("blkdiscard /dev/vdb");
        assertEquals(1 + 4, plain.discardCount(), "4 MiB, of which one range may cover 1");
        // Linux 6.1 sends SECURE_ERASE without the range that it means, which can only be refused; later ones may do better.
        int status = vm.shell("blkdiscard -s -o 32768 -l 16384 /dev/vdb 2>/dev/null").status();
        assertEquals(status == 0 ? 1 : 0, plain.eraseCount());
    }

    @Test
    @Order(4)
    void theCacheModeIsChangedInSysfs() {
        assertEquals("write back", sh("cat /sys/block/vdb/cache_type"));
        int flushes = plain.flushCount();
        sh("dd if=/dev/vdc of=/dev/vdb bs=4k count=4 oflag=direct 2>/dev/null");
        assertEquals(flushes, plain.flushCount());
        sh("dd if=/dev/vdc of=/dev/vdb bs=4k count=4 oflag=direct conv=fsync 2>/dev/null");
        assertEquals(flushes + 1, plain.flushCount(), "an fsync is a FLUSH");
        assertTrue(plainDisk.writeback());
        sh("echo 'write through' >/sys/block/vdb/cache_type");
        assertFalse(plainDisk.writeback());
        assertEquals("write through", sh("cat /sys/block/vdb/cache_type"));
        flushes = plain.flushCount();
        sh("dd if=/dev/vdc of=/dev/vdb bs=4k count=4 oflag=direct conv=fsync 2>/dev/null");
        assertEquals(flushes + 4, plain.flushCount(), "each write is committed, and Linux sends no FLUSH");
        sh("echo 'write back' >/sys/block/vdb/cache_type");
        assertTrue(plainDisk.writeback());
    }

    @Test
    @Order(5)
    void aNewSizeReachesLinux() throws IOException {
        plainDisk.resize(6 << 20);
        assertEquals("12288", sh("cat /sys/block/vdb/size"));
        sh("dd if=/dev/vdc of=/dev/vdb bs=64k seek=95 oflag=direct 2>/dev/null");
        assertArrayEquals(pattern(64 * 1024), plainBytes(95 * 65536, 65536));
        plainDisk.resize(1 << 20);
        assertEquals("2048", sh("cat /sys/block/vdb/size"));
    }

    @Test
    @Order(6)
    void theHostsTroubleIsAnIoErrorInLinuxAndNoLoss() {
        plain.breakDown(true);
        assertFalse(vm.shell("dd if=/dev/vdc of=/dev/vdb bs=4k count=1 oflag=direct 2>&1").status() == 0);
        assertTrue(sh("dmesg | tail -n 3").contains("I/O error, dev vdb"));
        assertTrue(TROUBLES.getFirst().toString().contains("it broke"));
        plain.breakDown(false);
        sh("dd if=/dev/vdc of=/dev/vdb bs=4k count=1 oflag=direct 2>/dev/null");
    }

    @Test
    @Order(7)
    void theDriverIsUnboundAndBoundAgain() {
        int rounds = FULL ? 1000 : 3;
        sh("d=$(basename $(readlink /sys/block/vdb/device)); cd /sys/bus/virtio/drivers/virtio_blk; i=0; while [ $i -lt " + rounds
                + " ]; do echo $d >unbind; echo $d >bind; i=$((i+1)); done; cd /");
        sh("dd if=/dev/vdb bs=4k count=1 iflag=direct 2>/dev/null | cmp -n 4096 - /dev/vdc");
    }

    // Power cuts.

    private static byte[] freshFileSystem() throws Exception {
        Path file = folder.resolve("fresh.img");
        Files.write(file, new byte[FS_BYTES]);
        host("mke2fs", "-q", "-t", "ext4", "-b", "1024", "-J", "size=1", "-O", "^metadata_csum_seed", "-U", "00000000-0000-0000-0000-000000000001", file.toString());
        return Files.readAllBytes(file);
    }

    @Test
    @Order(8)
    void whatFsyncAcknowledgedSurvivesAPowerCutAnywhere() throws Exception {
        sh("mount -t ext4 /dev/vda /mnt");
        int start = vm.console().size();
        // Small files that are synced, larger ones that are not, and deletions: the journal has work.
        vm.type("i=0; while [ $i -lt " + FILES + " ]; do dd if=/dev/urandom of=/mnt/f$i bs=700 count=$((i%9+1)) conv=fsync 2>/dev/null; "
                + "echo ok $i $(md5sum </mnt/f$i) | cut -c 1-45; "
                + "dd if=/dev/urandom of=/mnt/noise$((i%4)) bs=9k count=$((i%5+1)) 2>/dev/null; [ $((i%3)) = 0 ] && rm -f /mnt/noise$((i%2)); i=$((i+1)); done; echo a''ll\n");
        var random = new Random(20);
        // About seven million instructions for a file.
        long each = FULL ? 6_000_000L : 4_000_000L;
        int cuts = 0;
        int acknowledged = 0;
        int lossy = 0;
        while (!vm.console().textFrom(start).contains("\nall") && cuts < CUTS * 4) {
            vm.tryRunUntil(Condition.instructions(1 + random.nextLong(2 * each)).or(Condition.console("\nall")));
            Map<Integer, String> promised = promised(vm.console().textFrom(start));
            CutResult cut = cut(cuts, promised);
            lossy += cut.lost() > 0 ? 1 : 0;
            acknowledged = promised.size();
            cuts++;
        }
        System.out.printf("power cuts: %d at random instructions, %d of them lost unflushed sectors, %d files acknowledged by the end; %s%n", cuts, lossy, acknowledged,
                FULL ? "the whole set" : "a sample, -Dcellvisor.full=true makes some hundred");
        assertEquals(FILES, acknowledged);
        assertTrue(cuts >= CUTS / 2 && lossy > 0, cuts + " cuts, " + lossy + " with losses");
    }

    private static final Pattern OK = Pattern.compile("\nok (\\d+) ([0-9a-f]{32}) ");

    private static Map<Integer, String> promised(String console) {
        Map<Integer, String> sums = new LinkedHashMap<>();
        Matcher line = OK.matcher(console.replace("\r", ""));
        while (line.find()) {
            sums.put(Integer.parseInt(line.group(1)), line.group(2));
        }
        return sums;
    }

    private record CutResult(int lost, byte[] disk) {
    }

    /** What a power cut now, with this seed, would leave; the guest goes on undisturbed. */
    private static CutResult cut(int seed, Map<Integer, String> promised) throws Exception {
        var disk = new MemoryBackend(new byte[FS_BYTES]);
        int lost = cached.powerCutOf(disk, seed).lostSectors();
        byte[] left = new byte[FS_BYTES];
        disk.read(0, left, 0, FS_BYTES);
        check(left, promised, "cut " + seed);
        return new CutResult(lost, left);
    }

    private static void check(byte[] left, Map<Integer, String> promised, String what) throws Exception {
        Path file = folder.resolve("cut.img");
        Files.write(file, left);
        // The journal is replayed, as a mount would; after that nothing may be left to repair.
        host(1, "e2fsck", "-y", "-E", "journal_only", file.toString());
        host("e2fsck", "-fn", file.toString());
        var commands = new StringBuilder();
        promised.keySet().forEach(i -> commands.append("dump f").append(i).append(' ').append(folder.resolve("f" + i)).append('\n'));
        Path script = Files.writeString(folder.resolve("dump"), commands);
        promised.keySet().forEach(i -> folder.resolve("f" + i).toFile().delete());
        host("debugfs", "-f", script.toString(), file.toString());
        for (var entry : promised.entrySet()) {
            Path dumped = folder.resolve("f" + entry.getKey());
            assertTrue(Files.exists(dumped), what + ": file " + entry.getKey() + " is gone, though fsync had returned");
            assertEquals(entry.getValue(), HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(dumped))),
                    what + ": file " + entry.getKey());
        }
    }

    @Test
    @Order(9)
    void aSecondBootFindsWhatTheFirstHadSynced() throws Exception {
        Assumptions.assumeTrue(FULL, "left out of the short run: a second boot for each of five cuts; -Dcellvisor.full=true");
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        for (int round = 0; round < 5; round++) {
            vm.close();
            vm = start(image, freshFileSystem());
            sh("mount -t ext4 /dev/vda /mnt");
            int from = vm.console().size();
            vm.type("i=0; while :; do dd if=/dev/urandom of=/mnt/f$i bs=700 count=$((i%9+1)) conv=fsync 2>/dev/null; echo ok $i $(md5sum </mnt/f$i) | cut -c 1-45; i=$((i+1)); done\n");
            vm.tryRunUntil(Condition.instructions(100_000_000L + 7_654_321L * round));
            Map<Integer, String> promised = promised(vm.console().textFrom(from));
            assertTrue(promised.size() > 2);
            byte[] left = cut(round, Map.of()).disk();
            vm.close();
            vm = start(image, left);
            sh("mount -t ext4 /dev/vda /mnt");
            for (var entry : promised.entrySet()) {
                assertEquals(entry.getValue(), sh("md5sum </mnt/f" + entry.getKey()).substring(0, 32), "round " + round + ", file " + entry.getKey());
            }
        }
    }

    private static Path path(String tool) {
        for (String directory : (System.getenv("PATH") + ":/sbin:/usr/sbin").split(":")) {
            Path file = Path.of(directory, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    private static void host(String tool, String... arguments) throws Exception {
        host(0, tool, arguments);
    }

    private static void host(int mostStatus, String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(path(tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
        String said = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        assertTrue(status <= mostStatus, () -> String.join(" ", command) + " ends with " + status + " and says " + said);
    }
}
