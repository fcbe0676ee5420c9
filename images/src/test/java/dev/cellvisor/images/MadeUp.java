package dev.cellvisor.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small made-up inputs: the least that is a module, a kernel, a package. */
final class MadeUp {
    private MadeUp() {}

    /** An ELF-64 file with nothing but a {@code .modinfo} section of these strings. */
    static byte[] module(String... modinfo) {
        byte[] names = "\0.shstrtab\0.modinfo\0".getBytes(StandardCharsets.US_ASCII);
        byte[] info = (String.join("\0", modinfo) + "\0").getBytes(StandardCharsets.US_ASCII);
        int namesAt = 64;
        int infoAt = namesAt + names.length;
        int tableAt = (infoAt + info.length + 7) & ~7;
        ByteBuffer elf = ByteBuffer.allocate(tableAt + 3 * 64).order(ByteOrder.LITTLE_ENDIAN);
        elf.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1).put(6, (byte) 1);
        elf.putLong(0x28, tableAt).putShort(0x3a, (short) 64).putShort(0x3c, (short) 3).putShort(0x3e, (short) 1);
        elf.put(namesAt, names).put(infoAt, info);
        section(elf, tableAt + 64, 1, namesAt, names.length);
        section(elf, tableAt + 128, 11, infoAt, info.length);
        return elf.array();
    }

    private static void section(ByteBuffer elf, int header, int name, int offset, int size) {
        elf.putInt(header, name).putLong(header + 0x18, offset).putLong(header + 0x20, size);
    }

    /** A raw arm64 Image, as far as its header tells. */
    static byte[] kernel() {
        ByteBuffer image = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(0, 0xfa405a4d).putInt(56, 0x644d5241);
        return image.array();
    }

    static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] tar(Map<String, byte[]> files, long mtimeSeconds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry("./" + file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(1000 * mtimeSeconds);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** One entry of a package: a directory ends in a slash, a link has a target. */
    record Entry(String path, int mode, int owner, int group, String target, byte[] content) {
        static Entry directory(String path, int mode) {
            return new Entry(path + "/", mode, 0, 0, null, new byte[0]);
        }

        static Entry file(String path, int mode, int owner, int group, String content) {
            return new Entry(path, mode, owner, group, null, content.getBytes(StandardCharsets.UTF_8));
        }

        static Entry link(String path, String target) {
            return new Entry(path, 0777, 0, 0, target, new byte[0]);
        }

        /** A second name of a file. */
        static Entry second(String path, String first) {
            return new Entry(path, -1, 0, 0, first, new byte[0]);
        }
    }

    /** A package with a control file and these entries. */
    static byte[] deb(String name, long mtimeSeconds, Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Entry each : entries) {
                byte kind = each.mode() < 0 ? TarConstants.LF_LINK : each.target() != null ? TarConstants.LF_SYMLINK
                        : each.path().endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL;
                TarArchiveEntry entry = new TarArchiveEntry("./" + each.path(), kind);
                if (each.target() != null) {
                    entry.setLinkName(each.target());
                }
                entry.setMode(each.mode() < 0 ? 0644 : each.mode());
                entry.setIds(each.owner(), each.group());
                entry.setSize(each.content().length);
                entry.setModTime(1000 * mtimeSeconds);
                tar.putArchiveEntry(entry);
                tar.write(each.content());
                tar.closeArchiveEntry();
            }
        }
        byte[] control = tar(Map.of("control", ("Package: " + name + "\nVersion: 1\n").getBytes(StandardCharsets.US_ASCII)), mtimeSeconds);
        return deb("data.tar.xz", xz(bytes.toByteArray()), control);
    }

    static byte[] deb(String dataName, byte[] data) throws IOException {
        return deb(dataName, data, new byte[1024]);
    }

    private static byte[] deb(String dataName, byte[] data, byte[] control) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(bytes)) {
            member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(ar, "control.tar.xz", xz(control));
            member(ar, dataName, data);
        }
        return bytes.toByteArray();
    }

    private static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, 0100644, 0));
        ar.write(content);
        ar.closeArchiveEntry();
    }
}
