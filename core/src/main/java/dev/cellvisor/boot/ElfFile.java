package dev.cellvisor.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A little-endian ELF executable for AArch64, x86-64 or i386: what is to be loaded where, where it starts, and its symbols (of the 64-bit ones).
 * Source: System V ABI, chapters 4 and 5; ELF for the Arm 64-bit Architecture.
 */
public final class ElfFile {
    private static final int EM_386 = 3;
    private static final int EM_X86_64 = 62;
    private static final int EM_AARCH64 = 183;
    private static final int ET_EXEC = 2;
    private static final int ET_DYN = 3;
    private static final int PT_LOAD = 1;
    private static final int PT_NOTE = 4;
    /** XEN_ELFNOTE_PHYS32_ENTRY: where a kernel begins by PVH. */
    private static final int NOTE_PVH_ENTRY = 18;
    private static final int SHT_SYMTAB = 2;
    private static final int SYMBOL_SIZE = 24;
    private static final int STT_SECTION = 3;
    private static final int STT_FILE = 4;

    private final String name;
    private final ByteBuffer file;
    private final boolean is32Bit;
    private final long entry;
    private long pvhEntry;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();

    /**
     * Something to be loaded.
     *
     * @param address guest-physical
     * @param virtualAddress where the program expects it to run
     * @param offset of its bytes in the file
     * @param fileSizeBytes how many bytes the file has for it
     * @param memorySizeBytes how many it takes; those beyond the file's are zero
     */
    public record Segment(long address, long virtualAddress, int offset, int fileSizeBytes, long memorySizeBytes) {
    }

    /**
     * A named place.
     *
     * @param name as the symbol table has it
     * @param address its virtual address
     * @param sizeBytes 0 if not known
     */
    public record Symbol(String name, long address, long sizeBytes) {
    }

    private ElfFile(String name, byte[] bytes) {
        this.name = name;
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int machine = file.getShort(18);
        is32Bit = machine == EM_386 && file.get(4) == 1;
        if (file.get(5) != 1 || !is32Bit && (file.get(4) != 2 || machine != EM_AARCH64 && machine != EM_X86_64)) {
            throw new BootException("'%s' is an ELF file, but not for 64-bit little-endian AArch64, x86-64 or i386".formatted(name));
        }
        int type = file.getShort(16);
        if (type != ET_EXEC && type != ET_DYN) {
            throw new BootException("'%s' is an ELF file that is not linked; link it first (ld -Ttext=0x40080000)".formatted(name));
        }
        entry = is32Bit ? Integer.toUnsignedLong(file.getInt(24)) : file.getLong(24);
        try {
            if (is32Bit) {
                readSegments32();
            } else {
                readSegments();
                readSymbols();
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BootException("'%s' is cut short: its tables point behind its end".formatted(name));
        }
    }

    /** Whether a file begins as an ELF file does. */
    public static boolean is(byte[] file) {
        return file.length >= 64 && file[0] == 0x7f && file[1] == 'E' && file[2] == 'L' && file[3] == 'F';
    }

    /**
     * Reads an ELF file.
     *
     * @throws BootException if it is none that can be loaded here
     * @throws IOException if the file cannot be read
     */
    public static ElfFile read(Path path) throws IOException {
        return parse(path.getFileName().toString(), Files.readAllBytes(path));
    }

    /**
     * Reads an ELF file that is in memory.
     *
     * @param name for messages
     * @throws BootException if it is none that can be loaded here
     */
    public static ElfFile parse(String name, byte[] bytes) {
        if (!is(bytes)) {
            throw new BootException("'%s' is no ELF file: it does not begin with 7f 'ELF'".formatted(name));
        }
        return new ElfFile(name, bytes);
    }

    private void readSegments() {
        long table = file.getLong(32);
        int size = Short.toUnsignedInt(file.getShort(54));
        int count = Short.toUnsignedInt(file.getShort(56));
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table + (long) i * size);
            if (file.getInt(at) == PT_LOAD && file.getLong(at + 40) > 0) {
                var segment = new Segment(file.getLong(at + 24), file.getLong(at + 16), checked(file.getLong(at + 8)),
                        checked(file.getLong(at + 32)), file.getLong(at + 40));
                file.slice(segment.offset, segment.fileSizeBytes);
                segments.add(segment);
            } else if (file.getInt(at) == PT_NOTE) {
                readNotes(checked(file.getLong(at + 8)), checked(file.getLong(at + 32)));
            }
        }
        requireSegments();
    }

    private void readSegments32() {
        int table = file.getInt(28);
        int size = Short.toUnsignedInt(file.getShort(42));
        int count = Short.toUnsignedInt(file.getShort(44));
        for (int i = 0; i < count; i++) {
            int at = table + i * size;
            if (file.getInt(at) == PT_LOAD && file.getInt(at + 20) != 0) {
                var segment = new Segment(Integer.toUnsignedLong(file.getInt(at + 12)), Integer.toUnsignedLong(file.getInt(at + 8)), file.getInt(at + 4),
                        file.getInt(at + 16), Integer.toUnsignedLong(file.getInt(at + 20)));
                file.slice(segment.offset, segment.fileSizeBytes);
                segments.add(segment);
            } else if (file.getInt(at) == PT_NOTE) {
                readNotes(file.getInt(at + 4), file.getInt(at + 16));
            }
        }
        requireSegments();
    }

    private void requireSegments() {
        if (segments.isEmpty()) {
            throw new BootException("'%s' has nothing to load: no PT_LOAD segment".formatted(name));
        }
    }

    private void readNotes(int offset, int sizeBytes) {
        for (int at = offset; at + 12 <= offset + sizeBytes;) {
            int nameBytes = file.getInt(at);
            int descriptorBytes = file.getInt(at + 4);
            int descriptor = at + 12 + (nameBytes + 3 & ~3);
            if (file.getInt(at + 8) == NOTE_PVH_ENTRY && nameBytes == 4 && textAt(at + 12).equals("Xen")) {
                pvhEntry = descriptorBytes == 8 ? file.getLong(descriptor) : Integer.toUnsignedLong(file.getInt(descriptor));
            }
            at = descriptor + (descriptorBytes + 3 & ~3);
        }
    }

    private void readSymbols() {
        long table = file.getLong(40);
        int size = Short.toUnsignedInt(file.getShort(58));
        int count = Short.toUnsignedInt(file.getShort(60));
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table + (long) i * size);
            if (file.getInt(at + 4) == SHT_SYMTAB) {
                int link = Math.toIntExact(table + (long) file.getInt(at + 40) * size);
                readSymbolTable(checked(file.getLong(at + 24)), checked(file.getLong(at + 32)), checked(file.getLong(link + 24)));
            }
        }
    }

    private void readSymbolTable(int offset, int sizeBytes, int strings) {
        for (int at = offset; at + SYMBOL_SIZE <= offset + sizeBytes; at += SYMBOL_SIZE) {
            int nameOffset = file.getInt(at);
            int kind = file.get(at + 4) & 15;
            boolean defined = file.getShort(at + 6) != 0;
            if (nameOffset != 0 && defined && kind != STT_SECTION && kind != STT_FILE) {
                String symbol = textAt(strings + nameOffset);
                if (!symbol.startsWith("$")) { // mapping symbols, ELF for the Arm 64-bit Architecture, 5.5.4
                    symbols.add(new Symbol(symbol, file.getLong(at + 8), file.getLong(at + 16)));
                }
            }
        }
    }

    private String textAt(int offset) {
        int end = offset;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), offset, end - offset, StandardCharsets.UTF_8);
    }

    private static int checked(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return (int) value;
    }

    /** The name it was read under. */
    public String name() {
        return name;
    }

    /** Where it starts: a virtual address, which is the physical one too for a program that runs without an MMU. */
    public long entry() {
        return entry;
    }

    /** Whether it is for AArch64; if not, it is for x86. */
    public boolean isAarch64() {
        return file.getShort(18) == EM_AARCH64;
    }

    /** Whether it is a 32-bit file. */
    public boolean is32Bit() {
        return is32Bit;
    }

    /** Where it starts by PVH, in 32-bit mode; 0 if it has no such entry. */
    public long pvhEntry() {
        return pvhEntry;
    }

    /** What is to be loaded, in the file's order. */
    public List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** The named places of its symbol table; empty if it was stripped. */
    public List<Symbol> symbols() {
        return List.copyOf(symbols);
    }

    /** A segment's bytes as the file has them. */
    public byte[] bytes(Segment segment) {
        byte[] bytes = new byte[segment.fileSizeBytes];
        file.get(segment.offset, bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "ELF '%s', entry 0x%x, %d segments, %d symbols".formatted(name, entry, segments.size(), symbols.size());
    }
}
