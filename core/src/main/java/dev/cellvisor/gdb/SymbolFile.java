package dev.cellvisor.gdb;

import dev.cellvisor.debug.Symbols;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The names of a guest's addresses as they are now, as a file that a debugger reads from the stub: {@code symbol-file target:/kernel}. It is an ELF file for AArch64 with a
 * symbol table and no code, made when it is opened; with it {@code break start_kernel} works without a vmlinux, wherever the kernel has moved itself to.
 */
final class SymbolFile {
    /** What it is called. */
    static final String NAME = "/kernel";
    private static final int HEADER = 64;
    private static final int SECTION = 64;
    private static final int SYMBOL = 24;
    private static final int DESCRIPTOR = 1;
    private static final int FRAMES = 52;
    private static final String ERROR_NO_FILE = "F-1,2";

    private byte[] bytes;

    /** The answer to a {@code vFile} packet (GDB manual, appendix E.7); the bytes in it are characters of Latin-1. */
    String answer(String packet, Symbols symbols) {
        String rest = packet.substring("vFile:".length());
        String[] words = rest.substring(rest.indexOf(':') + 1).split(",");
        return switch (rest.substring(0, rest.indexOf(':'))) {
            case "setfs" -> "F0";
            case "open" -> {
                String name = new String(Hex.bytes(words[0]), StandardCharsets.UTF_8);
                if (!name.equals(NAME) || symbols.isEmpty()) {
                    yield ERROR_NO_FILE;
                }
                bytes = elf(symbols.all());
                yield "F" + DESCRIPTOR;
            }
            case "fstat" -> {
                ByteBuffer stat = ByteBuffer.allocate(64);
                stat.putInt(8, 0100444).putInt(12, 1).putLong(28, length()).putLong(36, 4096).putLong(44, length() / 512 + 1);
                yield "F40;" + new String(stat.array(), StandardCharsets.ISO_8859_1);
            }
            case "pread" -> {
                int from = (int) Math.min(Hex.number(words[2]), length());
                int to = (int) Math.min(from + Hex.number(words[1]), length());
                yield "F%x;%s".formatted(to - from, new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            }
            case "close" -> "F0";
            default -> "";
        };
    }

    private int length() {
        return bytes == null ? 0 : bytes.length;
    }

    /** An ELF file (System V ABI, chapter 4) with the sections .text (nothing is stored of it), .symtab, .strtab, .debug_frame and .shstrtab. */
    static byte[] elf(List<Symbols.Symbol> symbols) {
        byte[] sectionNames = "\0.text\0.symtab\0.strtab\0.shstrtab\0.debug_frame\0".getBytes(StandardCharsets.ISO_8859_1);
        int nameBytes = 1 + symbols.stream().mapToInt(symbol -> symbol.name().getBytes(StandardCharsets.UTF_8).length + 1).sum();
        int tableBytes = (symbols.size() + 1) * SYMBOL;
        int names = HEADER + tableBytes;
        int frames = names + nameBytes + sectionNames.length + 7 & -8;
        int sections = frames + FRAMES;
        long first = symbols.stream().mapToLong(Symbols.Symbol::address).filter(address -> address < 0).min().orElse(0);
        long last = symbols.stream().mapToLong(Symbols.Symbol::address).filter(address -> address < 0).max().orElse(0);
        ByteBuffer out = ByteBuffer.allocate(sections + 6 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        out.putShort((short) 2).putShort((short) 183).putInt(1).putLong(0).putLong(0).putLong(sections).putInt(0);
        out.putShort((short) HEADER).putShort((short) 0).putShort((short) 0).putShort((short) SECTION).putShort((short) 6).putShort((short) 4);
        ByteBuffer text = out.duplicate().position(names + 1);
        int at = HEADER + SYMBOL;
        for (Symbols.Symbol symbol : symbols) {
            out.putInt(at, text.position() - names).put(at + 4, (byte) 0x12).putShort(at + 6, (short) 1).putLong(at + 8, symbol.address());
            text.put(symbol.name().getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            at += SYMBOL;
        }
        text.put(sectionNames);
        section(out, sections + SECTION, 1, 8, 6, first, HEADER, last - first + 4, 0, 0, 0);
        section(out, sections + 2 * SECTION, 7, 2, 0, 0, HEADER, tableBytes, 3, 1, SYMBOL);
        section(out, sections + 3 * SECTION, 15, 3, 0, 0, names, nameBytes, 0, 0, 0);
        section(out, sections + 4 * SECTION, 23, 3, 0, 0, (long) names + nameBytes, sectionNames.length, 0, 0, 0);
        section(out, sections + 5 * SECTION, 33, 1, 0, 0, frames, FRAMES, 0, 0, 0);
        frames(out.position(frames), first, last - first + 4);
        return Arrays.copyOf(out.array(), out.capacity());
    }

    /**
     * Where callers are (DWARF 4, 6.4): the kernel keeps frame records by X29 everywhere (AAPCS64, 6.4.6). GDB, once it has symbols, would look for a prologue instead, and
     * finds none behind the NOPs with which a traceable function begins.
     */
    private static void frames(ByteBuffer out, long first, long sizeBytes) {
        out.putInt(20).putInt(-1).put((byte) 1).put((byte) 0).put((byte) 4).put((byte) 0x78).put((byte) 30); // version, no augmentation, code and data alignment 4 and -8, LR
        out.put(new byte[] {0x0c, 29, 16, (byte) (0x80 | 29), 2, (byte) (0x80 | 30), 1}).put(new byte[4]); // the caller's SP is X29 + 16, its X29 and LR stand below that
        out.putInt(FRAMES - 24 - 4).putInt(0).putLong(first).putLong(sizeBytes).putInt(0);
    }

    private static void section(ByteBuffer out, int at, int name, int type, long flags, long address, long offset, long size, int link, int info, long entry) {
        out.putInt(at, name).putInt(at + 4, type).putLong(at + 8, flags).putLong(at + 16, address).putLong(at + 24, offset).putLong(at + 32, size);
        out.putInt(at + 40, link).putInt(at + 44, info).putLong(at + 48, 8).putLong(at + 56, entry);
    }
}
