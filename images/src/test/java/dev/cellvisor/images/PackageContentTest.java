package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is inside Debian's packages: files, kernels, modules. */
class PackageContentTest {
    @Test
    void filesOfAPackageComeOutWhateverItsCompression(@TempDir Path directory) throws IOException {
        byte[] tar = MadeUp.tar(Map.of("bin/busybox", "box".getBytes(StandardCharsets.US_ASCII)), 1234);
        for (Map.Entry<String, byte[]> packed : Map.of("data.tar", tar, "data.tar.gz", gzip(tar), "data.tar.xz", MadeUp.xz(tar)).entrySet()) {
            Path deb = Files.write(directory.resolve("x.deb"), MadeUp.deb(packed.getKey(), packed.getValue()));
            Map<String, String> found = new TreeMap<>();
            DebPackage.read(deb, Progress.none(), (path, mtime, content) -> found.put(path + "@" + mtime, new String(content.readAllBytes(), StandardCharsets.US_ASCII)));
            assertEquals(Map.of("bin/busybox@1234", "box"), found, packed.getKey());
        }
    }

    @Test
    void unknownCompressionAndMissingDataAreNamed(@TempDir Path directory) throws IOException {
        Path zstd = Files.write(directory.resolve("zstd.deb"), MadeUp.deb("data.tar.zst", new byte[10]));
        assertTrue(assertThrows(IOException.class, () -> DebPackage.read(zstd, Progress.none(), (p, m, c) -> {})).getMessage().contains("data.tar.zst"));
        Path none = Files.write(directory.resolve("none.deb"), MadeUp.deb("other", new byte[10]));
        assertTrue(assertThrows(IOException.class, () -> DebPackage.read(none, Progress.none(), (p, m, c) -> {})).getMessage().contains("no data.tar"));
    }

    @Test
    void kernelIsUnwrappedToTheRawImage() throws IOException {
        byte[] raw = MadeUp.kernel();
        assertArrayEquals(raw, KernelImage.raw(raw));
        assertArrayEquals(raw, KernelImage.raw(gzip(raw)));
        assertArrayEquals(raw, KernelImage.raw(zboot(gzip(raw), "gzip")));
        assertArrayEquals(raw, KernelImage.raw(zboot(MadeUp.xz(raw), "xzkern")));
    }

    @Test
    void whatIsNoArm64KernelIsRefused() {
        assertThrows(IOException.class, () -> KernelImage.raw(new byte[4096]));
        assertThrows(IOException.class, () -> KernelImage.raw(new byte[3]));
        assertTrue(assertThrows(IOException.class, () -> KernelImage.raw(zboot(new byte[9], "zstd"))).getMessage().contains("zstd"));
        byte[] cut = zboot(new byte[9], "gzip");
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(12, 1 << 20);
        assertTrue(assertThrows(IOException.class, () -> KernelImage.raw(cut)).getMessage().contains("cut short"));
    }

    @Test
    void moduleTellsWhatItNeedsAndWhatItIsFor() throws IOException {
        byte[] elf = MadeUp.module("license=GPL", "alias=virtio:d00000002v*", "depends=virtio,virtio-ring", "name=virtio_blk");
        KernelModule module = KernelModule.of("kernel/drivers/block/virtio-blk.ko", elf);
        assertEquals("virtio_blk", module.name());
        assertEquals(List.of("virtio", "virtio_ring"), module.depends());
        assertEquals(List.of("virtio:d00000002v*"), module.aliases());
        assertEquals(List.of(), KernelModule.of("a.ko", MadeUp.module("depends=", "name=a")).depends());
    }

    @Test
    void compressedModuleIsStoredPlain() throws IOException {
        byte[] elf = MadeUp.module("depends=", "name=virtio");
        KernelModule module = KernelModule.of("kernel/virtio.ko.xz", MadeUp.xz(elf));
        assertEquals("kernel/virtio.ko", module.path());
        assertArrayEquals(elf, module.content());
        assertThrows(IOException.class, () -> KernelModule.of("kernel/virtio.ko.zst", elf));
    }

    @Test
    void damagedModuleIsRefused() {
        assertThrows(IOException.class, () -> KernelModule.of("a.ko", new byte[100]));
        byte[] elf = MadeUp.module("depends=");
        ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putLong(0x28, 1 << 20);
        assertThrows(IOException.class, () -> KernelModule.of("a.ko", elf));
    }

    @Test
    void modulesComeAfterWhatTheyNeed() throws IOException {
        ModuleSet set = modules("a:b,c", "b:d", "c:d,builtin-thing", "d:");
        assertEquals(List.of("d", "b", "c", "a"), names(set.loadOrder(List.of("a"))));
        assertEquals(List.of("d", "c", "b", "a"), names(set.loadOrder(List.of("c", "d", "a"))));
        assertEquals(List.of(), names(set.loadOrder(List.of("builtin_thing"))));
    }

    @Test
    void missingAndCircularModulesAreNamed() {
        assertTrue(assertThrows(IOException.class, () -> modules("a:b", "b:gone").loadOrder(List.of("a"))).getMessage()
                .contains("no module gone, which is needed by b for a"));
        assertTrue(assertThrows(IOException.class, () -> modules("a:b", "b:a").loadOrder(List.of("a"))).getMessage().contains("circle: a b a"));
    }

    private static ModuleSet modules(String... described) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String module : described) {
            String[] part = module.split(":", -1);
            files.put("kernel/" + part[0] + ".ko", MadeUp.module("depends=" + part[1]));
        }
        return new ModuleSet(files, List.of("kernel/lib/builtin-thing.ko"));
    }

    private static List<String> names(List<KernelModule> modules) {
        return modules.stream().map(KernelModule::name).toList();
    }

    private static byte[] zboot(byte[] payload, String compression) {
        ByteBuffer file = ByteBuffer.allocate(64 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0x00005a4d).putInt(4, 0x676d697a).putInt(8, 64).putInt(12, payload.length);
        file.put(24, compression.getBytes(StandardCharsets.US_ASCII)).put(64, payload);
        return file.array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
