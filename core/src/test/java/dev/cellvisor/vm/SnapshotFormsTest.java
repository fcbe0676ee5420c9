package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a saved snapshot looks like from outside: its parts, its bytes, the older form, and what is no snapshot of ours. */
class SnapshotFormsTest {
    private static final long RAM = 0x4000_0000L;
    private static final int RANDOM_BYTES = 3 << 20;

    @TempDir
    private Path folder;
    private Vm vm;
    private Path file;

    /** A VM with something in each part: a disk, a kernel of two parts, an empty initramfs, and RAM of several parts that cannot be compressed. */
    @BeforeEach
    void makeOne() {
        vm = Vm.builder("forms").memoryMiB(16).build();
        vm.attach(new BlockDevice(new MemoryBackend(random(1 << 16))));
        byte[] kernel = random(PackedParts.PART_BYTES + 4096);
        kernel[0] = 0;
        kernel[1] = 0;
        kernel[2] = 0;
        kernel[3] = 0x14; // b .
        vm.boot().kernel("own", kernel).prepare();
        vm.memory().write(RAM + (8 << 20), random(RANDOM_BYTES));
        vm.step(1000);
        file = folder.resolve("vm");
    }

    @AfterEach
    void close() {
        vm.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static void write(Path file, Map<String, byte[]> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    /** What the parts of a whole come to, by the library's own way of reading a frame. */
    private static byte[] whole(Map<String, byte[]> entries, String name) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int part = 0; entries.containsKey(name + "/" + part + ".lz4"); part++) {
            try (InputStream in = new LZ4FrameInputStream(new ByteArrayInputStream(entries.get(name + "/" + part + ".lz4")))) {
                in.transferTo(all);
            }
        }
        return all.toByteArray();
    }

    private String fingerprintOf(Path saved) {
        try (Vm loaded = Snapshot.load(saved).fork("loaded")) {
            return loaded.fingerprint();
        }
    }

    @Test
    void savedTwiceASnapshotGivesTheSameBytes() throws IOException {
        Snapshot snapshot = vm.snapshot();
        snapshot.save(file);
        snapshot.save(folder.resolve("again"));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("again")));
        Snapshot.load(file).save(folder.resolve("loaded"));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("loaded")), "what was loaded is what was saved");
    }

    @Test
    void itsPartsAreFramesOfLz4InAnArchive() throws IOException {
        vm.snapshot().save(file);
        Map<String, byte[]> entries = entries(file);
        assertEquals(List.of("state.json", "blobs/0.lz4", "kernel/0.lz4", "kernel/1.lz4", "initrd/0.lz4", "ram/0.lz4"), List.copyOf(entries.keySet()).subList(0, 6));
        assertEquals("manifest.json", List.copyOf(entries.keySet()).getLast());
        assertEquals(PackedParts.PART_BYTES + 4096, whole(entries, "kernel").length);
        assertEquals(0, whole(entries, "initrd").length);
        byte[] ram = whole(entries, "ram");
        assertEquals(0, ram.length % (8 + GuestMemory.PAGE_SIZE));
        assertTrue(ram.length > RANDOM_BYTES, "all pages that are not zero");
        assertTrue(ram.length < 8 << 20, "and no others");
        assertEquals(vm.fingerprint(), fingerprintOf(file));
    }

    /** As version 1 was written: each whole is one entry, deflated, and its SHA-256 is that of its bytes. */
    private void writeVersion1(Path target, int version) throws IOException {
        Snapshot snapshot = vm.snapshot();
        var json = new StateJson();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("state.json", StateJson.bytes(SnapshotFile.document(snapshot, json)));
        entries.put("blobs", json.blobs());
        entries.put("kernel", snapshot.boot.kernelFile().toBytes());
        entries.put("initrd", snapshot.boot.initrdFile().toBytes());
        var ram = new ByteArrayOutputStream();
        var out = new DataOutputStream(ram);
        snapshot.ram().forEachPage((slot, page, bytes) -> {
            try {
                out.writeInt(slot);
                out.writeInt(page);
                out.write(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        entries.put("ram", ram.toByteArray());
        List<String> digests = new ArrayList<>();
        entries.forEach((name, bytes) -> digests.add("\"%s\":\"%s\"".formatted(name, Sha256.hex(bytes))));
        entries.put("manifest.json", "{\"format\":\"cellvisor-snapshot\",\"version\":%d,\"instructions\":%d,\"ticks\":0,\"sha256\":{%s}}"
                .formatted(version, snapshot.instructions(), String.join(",", digests)).getBytes(StandardCharsets.US_ASCII));
        write(target, entries);
    }

    @Test
    void aFileOfVersion1IsTheSameVm() throws IOException {
        writeVersion1(file, 1);
        assertEquals(vm.fingerprint(), fingerprintOf(file));
        vm.snapshot().save(folder.resolve("new"));
        Snapshot.load(file).save(folder.resolve("from-old"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("new")), Files.readAllBytes(folder.resolve("from-old")));
        byte[] bad = Files.readAllBytes(file);
        bad[bad.length / 2] ^= 1;
        Files.write(file, bad);
        assertThrows(StateException.class, () -> Snapshot.load(file));
    }

    private String refused(Map<String, byte[]> entries) throws IOException {
        write(file, entries);
        String reason = assertThrows(StateException.class, () -> Snapshot.load(file)).getMessage();
        assertTrue(reason.contains(file.toString()), reason);
        return reason;
    }

    @Test
    void whatIsNoSnapshotOfOursIsRefusedWithTheReason() throws IOException {
        writeVersion1(file, 3);
        assertTrue(assertThrows(StateException.class, () -> Snapshot.load(file)).getMessage().contains("version 3; this program reads 'cellvisor-snapshot' versions 1 to 2"));
        vm.snapshot().save(file);
        Map<String, byte[]> good = entries(file);
        write(file, good); // deflated once more, which is as good
        assertEquals(vm.fingerprint(), fingerprintOf(file));

        var without = new LinkedHashMap<>(good);
        without.remove("ram/1.lz4");
        assertTrue(refused(without).contains("its entry 'ram/2.lz4' stands where 'ram/1.lz4' should"));
        var shorter = new LinkedHashMap<>(good);
        shorter.remove("kernel/1.lz4");
        assertTrue(refused(shorter).contains("its entry 'kernel/1.lz4' is not what was written"));

        var more = new LinkedHashMap<String, byte[]>();
        good.forEach((name, bytes) -> {
            if (name.equals("manifest.json")) {
                more.put("ram2/0.lz4", good.get("ram/0.lz4"));
            }
            more.put(name, bytes);
        });
        assertTrue(refused(more).contains("nothing was written as its entry 'ram2/0.lz4'"));

        var otherPart = new LinkedHashMap<>(good);
        otherPart.put("kernel/1.lz4", good.get("kernel/0.lz4"));
        assertTrue(refused(otherPart).contains("its entry 'kernel/1.lz4' is not what was written"));

        var noFrame = new LinkedHashMap<>(good);
        noFrame.put("ram/0.lz4", "no frame".getBytes(StandardCharsets.US_ASCII));
        assertTrue(refused(noFrame).contains("ram/0.lz4"));

        var swapped = new LinkedHashMap<String, byte[]>();
        swapped.put("state.json", good.get("state.json"));
        swapped.put("blobs/0.lz4", good.get("blobs/0.lz4"));
        swapped.put("kernel/1.lz4", good.get("kernel/1.lz4"));
        good.forEach(swapped::putIfAbsent);
        assertTrue(refused(swapped).contains("'kernel/1.lz4'"), "the order of parts is their order in the whole");
    }
}
