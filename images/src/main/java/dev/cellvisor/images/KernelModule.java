package dev.cellvisor.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/**
 * A kernel module. Debian's packages carry no modules.dep (depmod writes it when a package is installed), so what a
 * module needs and which devices it is for are read from where depmod reads them: its own {@code .modinfo} section.
 *
 * @param path where it stands below {@code kernel/} of its release's directory, ending in {@code .ko}
 * @param content the ELF file, signature included
 * @param depends names of the modules that it needs directly
 * @param aliases the device names that it answers to, such as {@code virtio:d00000002v*}
 */
record KernelModule(String path, byte[] content, List<String> depends, List<String> aliases) {
    private static final int ELF_SHOFF = 0x28; // ELF-64, section header table
    private static final int ELF_SHENTSIZE = 0x3a;
    private static final int ELF_SHNUM = 0x3c;
    private static final int ELF_SHSTRNDX = 0x3e;
    private static final int SH_OFFSET = 0x18;
    private static final int SH_SIZE = 0x20;

    /** The module's name, as {@code lsmod} shows it: dashes are underscores. */
    String name() {
        return name(path);
    }

    static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.replaceFirst("\\.ko(\\.[a-z]+)?$", "").replace('-', '_');
    }

    static boolean isModule(String path) {
        return path.matches(".*\\.ko(\\.(xz|gz|zst))?");
    }

    /** Reads a module, decompressing it if it is compressed: the initramfs should cost the guest as little as it can. */
    static KernelModule of(String path, byte[] file) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        byte[] elf;
        if (path.endsWith(".ko")) {
            elf = file;
        } else if (path.endsWith(".ko.xz")) {
            elf = IOUtils.toByteArray(new XZInputStream(in));
        } else if (path.endsWith(".ko.gz")) {
            elf = IOUtils.toByteArray(new GZIPInputStream(in));
        } else {
            throw new IOException(path + " is compressed in a way that this program cannot read (it reads xz and gz)");
        }
        List<String> depends = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (String info : modinfo(path, elf)) {
            if (info.startsWith("depends=")) {
                for (String name : info.substring("depends=".length()).split(",")) {
                    if (!name.isEmpty()) {
                        depends.add(name.replace('-', '_'));
                    }
                }
            } else if (info.startsWith("alias=")) {
                aliases.add(info.substring("alias=".length()));
            }
        }
        return new KernelModule(path.replaceFirst("\\.ko\\.[a-z]+$", ".ko"), elf, List.copyOf(depends), List.copyOf(aliases));
    }

    /** The strings of section {@code .modinfo}. */
    private static List<String> modinfo(String path, byte[] elf) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (b.getInt(0) != 0x464c457f || elf[4] != 2 || elf[5] != 1) {
                throw new IOException(path + " is no 64-bit little-endian ELF file");
            }
            int table = Math.toIntExact(b.getLong(ELF_SHOFF));
            int entry = b.getShort(ELF_SHENTSIZE);
            int names = section(b, table + entry * b.getShort(ELF_SHSTRNDX), SH_OFFSET);
            for (int i = 0; i < b.getShort(ELF_SHNUM); i++) {
                int header = table + i * entry;
                if (string(elf, names + b.getInt(header)).equals(".modinfo")) {
                    int from = section(b, header, SH_OFFSET);
                    int size = section(b, header, SH_SIZE);
                    return List.of(new String(elf, from, size, StandardCharsets.UTF_8).split("\0+"));
                }
            }
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException(path + " is a damaged ELF file", e);
        }
        throw new IOException(path + " has no .modinfo section");
    }

    private static int section(ByteBuffer b, int header, int field) {
        return Math.toIntExact(b.getLong(header + field));
    }

    private static String string(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.US_ASCII);
    }
}
