package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots as values: back to them, forks of them, files of them, and what is refused. */
class SnapshotTest {
    private static final long RAM = 0x4000_0000L;
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");

    @TempDir
    private Path folder;
    private final List<Vm> made = new ArrayList<>();

    private Vm keep(Vm vm) {
        made.add(vm);
        return vm;
    }

    /** A program that counts in x0 and writes the count to page after page. */
    private Vm counting() {
        Vm vm = keep(Vm.builder("snapshot").memoryMiB(8).build());
        vm.load(RAM, asm("""
                mov x3, #0x40100000
                loop: add x0, x0, #1
                and x2, x0, #0xff
                add x1, x3, x2, lsl #12
                str x0, [x1]
                b loop
                """));
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    @AfterEach
    void close() {
        made.forEach(Vm::close);
    }

    @Test
    void aVmGoesBackAsOftenAsItLikes() {
        Vm vm = counting();
        vm.step(1000);
        Snapshot early = vm.snapshot();
        String then = vm.fingerprint();
        vm.step(10_000);
        Snapshot late = vm.snapshot();
        String later = vm.fingerprint();
        vm.restore(early);
        assertEquals(then, vm.fingerprint());
        vm.step(10_000);
        assertEquals(later, vm.fingerprint());
        vm.memory().writeByte(RAM + 0x7f_0000, 1);
        vm.cpu(0).set("x5", 9);
        assertNotEquals(later, vm.fingerprint());
        vm.restore(late);
        assertEquals(later, vm.fingerprint());
        assertEquals(1000, vm.restore(early).clock().instructions());
        assertEquals(then, vm.fingerprint());
    }

    @Test
    void codeThatIsRestoredIsTheCodeThatRuns() {
        Vm vm = counting();
        vm.step(100);
        Snapshot before = vm.snapshot();
        vm.step(600);
        long count = vm.cpu(0).get("x0");
        vm.restore(before);
        vm.load(RAM + 4, asm("add x0, x0, #100"));
        vm.step(600);
        assertNotEquals(count, vm.cpu(0).get("x0"));
        vm.restore(before);
        vm.step(600);
        assertEquals(count, vm.cpu(0).get("x0"));
    }

    @Test
    void aForkHasALifeOfItsOwn() {
        Vm vm = counting();
        vm.attach(new BlockDevice(new OverlayBackend(new MemoryBackend(new byte[1 << 16]))));
        vm.attach(new EntropyDevice(3));
        vm.step(5000);
        VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
        driver.initialise();
        driver.queue(0).send(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_OUT, 1)), Buffer.readable("before the fork".getBytes()), Buffer.writable(1));
        String before = vm.fingerprint();
        Vm fork = keep(vm.fork());
        Vm other = keep(vm.fork());
        assertEquals(before, fork.fingerprint());
        fork.step(20_000);
        fork.slot("virtio-blk").write(0, 4, 0);
        assertEquals(before, vm.fingerprint(), "what a fork does is its own");
        vm.step(20_000);
        other.step(20_000);
        assertEquals(vm.fingerprint(), other.fingerprint());
        vm.close();
        other.step(1000);
        fork.restore(fork.snapshot()).step(1000);
        assertEquals(other.fingerprint(), fork.fingerprint());
        other.reseed(8);
        assertNotEquals(fork.save().hash(), other.save().hash());
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingChanges() {
        Vm vm = counting();
        vm.step(10);
        Snapshot snapshot = vm.snapshot();
        Vm small = keep(Vm.builder("small").memoryMiB(4).build());
        String before = small.fingerprint();
        var e = assertThrows(StateException.class, () -> small.restore(snapshot));
        assertTrue(e.getMessage().contains("8192 KiB") && e.getMessage().contains("4096 KiB"), e::getMessage);
        assertEquals(before, small.fingerprint());
        Vm withDisk = keep(Vm.builder("disk").memoryMiB(8).build());
        withDisk.attach(new BlockDevice(MemoryBackend.ofSize(512)));
        String diskBefore = withDisk.fingerprint();
        assertThrows(StateException.class, () -> withDisk.restore(snapshot));
        assertEquals(diskBefore, withDisk.fingerprint());
        vm.console().listen(value -> assertThrows(IllegalStateException.class, vm::snapshot));
        vm.add(0x1000, 0x1000, MmioDevice.of("mine", (offset, size) -> 1, (offset, size, value) -> { }));
        assertTrue(assertThrows(UnsupportedOperationException.class, () -> vm.snapshot().save(folder.resolve("mine"))).getMessage().contains("mine"));
        assertEquals(1, keep(vm.fork()).read(0x1000, 4), "a device without state is shared");
    }

    @Test
    void aSnapshotInAFileIsTheSameVm() {
        Vm vm = counting();
        vm.attach(new BlockDevice(new MemoryBackend(new byte[4096])));
        vm.step(7000);
        vm.type("typed");
        vm.snapshot().save(folder.resolve("vm"));
        String then = vm.fingerprint();
        vm.step(1000);
        String later = vm.fingerprint();
        Vm loaded = keep(Vm.load(folder.resolve("vm"))); // closes the other, which has the same name
        assertEquals(then, loaded.fingerprint());
        assertEquals(1, loaded.inputs().entries().size());
        loaded.step(1000);
        assertEquals(later, loaded.fingerprint());
        assertEquals(List.of("vm"), names());
    }

    @Test
    void aMappedFileIsTheSameVmAndIsNeverWrittenTo() throws IOException {
        Vm vm = counting();
        vm.attach(new BlockDevice(new MemoryBackend(new byte[4096])));
        vm.step(7000);
        vm.type("typed");
        Path file = folder.resolve("mapped");
        vm.snapshot().saveMapped(file);
        String then = vm.fingerprint();
        vm.step(1000);
        String later = vm.fingerprint();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 2; i++) {
            Vm loaded = keep(Vm.load(file));
            assertEquals(then, loaded.fingerprint());
            loaded.memory().writeByte(RAM + 0x20_0000, 1); // a page that is a hole in the file
            loaded.memory().writeByte(RAM + 0x20_0000, 0);
            loaded.step(1000);
            assertEquals(later, loaded.fingerprint());
            loaded.snapshot().saveMapped(folder.resolve("again"));
            assertEquals(later, keep(Snapshot.load(folder.resolve("again")).fork("again")).fingerprint());
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
        Snapshot.verify(file);
        assertEquals(List.of("again", "mapped"), names());
    }

    /**
     * How many damaged forms of a file are refused: each third one is cut off, in the others a bit is wrong. What is loaded all the same must be the same VM.
     *
     * @param place which byte is wrong, by the number of the try
     * @param reason looks at what is said of it
     */
    private static int refused(Path file, String fingerprint, int tries, Random random, IntUnaryOperator place, Consumer<String> reason) throws IOException {
        byte[] good = Files.readAllBytes(file);
        int refused = 0;
        for (int i = 0; i < tries; i++) {
            byte[] bad = i % 3 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            if (bad.length == good.length) {
                bad[place.applyAsInt(i)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            try (Vm loaded = Snapshot.load(file).fork("damaged")) {
                assertEquals(fingerprint, loaded.fingerprint());
            } catch (StateException e) {
                reason.accept(e.getMessage());
                refused++;
            }
        }
        return refused;
    }

    /** Whatever loading looks at is refused with a reason; the rest is a page of RAM, or in nobody's way. */
    @Test
    void aDamagedMappedFileIsRefused() throws IOException {
        Vm vm = counting();
        vm.memory().write(RAM + 0x10_0000, "a page of its own".getBytes());
        vm.step(2000);
        Path kernel = Files.write(folder.resolve("kernel"), new byte[] {0, 0, 0, 0x14});
        vm.boot().kernel(kernel).initrd("bytes".getBytes()).prepare();
        vm.step(10);
        Path file = folder.resolve("vm");
        vm.snapshot().saveMapped(file);
        String fingerprint = vm.fingerprint();
        byte[] good = Files.readAllBytes(file);
        int firstBehindRam = 65536 + (8 << 20);
        var random = new Random(7);
        int tries = FULL ? 1000 : 60;
        int refused = refused(file, fingerprint, tries, random, i -> i % 3 == 1 ? firstBehindRam + random.nextInt(good.length - firstBehindRam) : random.nextInt(80),
                message -> assertTrue(message.contains(file.toString()), message));
        assertTrue(refused > tries * 9 / 10, refused + " refused"); // 4 bytes of the head say nothing
        byte[] bad = good.clone();
        bad[65536 + 0x10_0000] ^= 1;
        Files.write(file, bad);
        Snapshot.load(file);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.verify(file)).getMessage().contains("pages of RAM"));
        Files.write(file, good);
        Snapshot.verify(file);
        Files.setLastModifiedTime(kernel, java.nio.file.attribute.FileTime.fromMillis(5000));
        Snapshot.load(file); // another time and the same bytes
        Files.write(kernel, new byte[] {1, 0, 0, 0x14});
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(file)).getMessage().contains("is not the kernel"));
        Files.delete(kernel);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(file)).getMessage().contains("does not exist"));
    }

    @Test
    void twoSnapshotsAreComparedToTheBit() {
        Vm vm = counting();
        vm.step(1000);
        Snapshot one = vm.snapshot();
        assertTrue(one.diff(one).isEmpty());
        Vm other = keep(one.fork("other"));
        other.memory().writeByte(RAM + 0x30_0010, 1);
        other.memory().writeByte(RAM + 0x30_0013, 2);
        other.memory().writeByte(RAM + 0x30_0fff, 3);
        other.cpu(0).set("x21", 0x77);
        other.cpu(0).set("DBGBVR1_EL1", 0x4000);
        other.inject(40);
        SnapshotDiff diff = one.diff(other.snapshot());
        assertEquals("[cpu0.x21: 0x0 / 0x77, cpu0.DBGBVR1_EL1: 0x0 / 0x4000]", diff.registers().toString());
        assertEquals(List.of("0x40300010, 4 bytes: 00000000 / 01000002", "0x40300fff, 1 bytes: 00 / 03"), diff.ranges().stream().map(Object::toString).toList());
        assertEquals(1, diff.states().size(), diff::toString);
        assertTrue(diff.states().getFirst().what().startsWith("gic.spis."), diff::toString);
        assertTrue(diff.toString().contains("memory: 2 differences"), diff::toString);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A file with anything wrong in it is refused with a reason, or the wrong byte was in nobody's way. It never makes another VM. */
    @Test
    void aDamagedFileIsRefused() throws IOException {
        Vm vm = counting();
        vm.step(2000);
        Path file = folder.resolve("vm");
        vm.snapshot().save(file);
        String fingerprint = vm.fingerprint();
        byte[] good = Files.readAllBytes(file);
        var random = new Random(5);
        int tries = FULL ? 3000 : 150;
        int refused = refused(file, fingerprint, tries, random, i -> random.nextInt(good.length), message -> assertFalse(message.isBlank()));
        assertTrue(refused > tries / 2, refused + " refused");
        Files.writeString(file, "this is something else");
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(file)).getMessage().contains(file.toString()));
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(folder.resolve("none"))).getMessage().contains("there is no"));
        System.out.printf("figure: %d damaged snapshots, %d refused, the others the same VM%n", tries, refused);
    }

    /** Saves one snapshot after the other to one path, for ever. */
    static final class Saver {
        public static void main(String[] args) {
            try (Vm vm = Vm.builder("saver").memoryMiB(8).build()) {
                vm.load(RAM, asm("loop: add x0, x0, #1\nadd x1, x1, x0\nb loop"));
                vm.cpu(0).set("pc", RAM);
                vm.memory().write(RAM + 0x10000, new Random(1).ints(100_000).collect(java.io.ByteArrayOutputStream::new,
                        java.io.ByteArrayOutputStream::write, (a, b) -> { }).toByteArray());
                vm.boot().kernel(Path.of(args[2])).prepare();
                vm.cpu(0).set("x0", 0);
                vm.cpu(0).set("pc", RAM);
                while (true) {
                    vm.step(3000);
                    if (args[1].equals("mapped")) {
                        vm.snapshot().saveMapped(Path.of(args[0]));
                    } else {
                        vm.snapshot().save(Path.of(args[0]));
                    }
                    System.out.write('.');
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void whoIsKilledWhileSavingLeavesTheOldFileOrTheNewOne() throws Exception {
        int kills = FULL ? 100 : 4;
        var random = new Random(6);
        byte[] kernelBytes = new byte[20 * 4096];
        random.nextBytes(kernelBytes);
        Path kernel = Files.write(folder.resolve("kernel"), kernelBytes); // a mapped file refers to its pages
        for (int i = 0; i < kills; i++) {
            String kind = i % 2 == 0 ? "zip" : "mapped";
            Path file = folder.resolve(kind);
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Saver.class.getName(),
                    file.toString(), kind, kernel.toString())
                    .redirectErrorStream(true).start();
            assertEquals('.', process.getInputStream().read(), "it has saved once");
            TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            process.destroyForcibly().waitFor(); // SIGKILL
            Snapshot found = Snapshot.load(file);
            if (kind.equals("mapped")) {
                Snapshot.verify(file); // RAM's pages too
            }
            assertEquals(0, found.instructions() % 3000);
            assertEquals(found.instructions() / 3 + (found.instructions() % 3 > 0 ? 1 : 0), found.fork("found").cpu(0).get("x0"));
        }
        Vm.named("found").close();
        System.out.printf("figure: %d processes killed while saving%s: each left a whole snapshot%n", kills, FULL ? "" : " (a sample)");
    }

    @Test
    void aSnapshotSharesWhatDidNotChange() {
        Vm vm = keep(Vm.builder("shared").memoryMiB(64).build());
        byte[] content = new byte[40 << 20];
        new Random(1).nextBytes(content);
        vm.memory().write(RAM, content);
        vm.step(0);
        Snapshot first = vm.snapshot();
        vm.memory().writeByte(RAM + 0x5000, 1);
        vm.memory().writeByte(RAM + 0x9000, 1);
        Snapshot second = vm.snapshot();
        assertEquals(2 * 4096, second.ram().looseBytes() - first.ram().looseBytes());
        assertArrayEquals(new long[] {RAM + 0x5000, RAM + 0x9000}, second.ram().differingPages(first.ram()));
        Vm fork = keep(second.fork("shared-fork"));
        assertEquals(1, fork.memory().readByte(RAM + 0x9000));
        assertArrayEquals(java.util.Arrays.copyOfRange(content, 0x9001, 0x9100), fork.memory().read(RAM + 0x9001, 0xff));
        fork.memory().discard(RAM + 0x9000, 0x1000);
        assertEquals(0, fork.memory().readByte(RAM + 0x9001), "a page given back reads as zero, not as the image");
        fork.restore(second);
        assertEquals(1, fork.memory().readByte(RAM + 0x9000));
    }
}
