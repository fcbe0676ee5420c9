package dev.cellvisor.gdb;

import dev.cellvisor.debug.Symbols;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;

/**
 * The names of a guest's addresses, as a file that a debugger reads from the stub: an ELF file for AArch64 with a symbol table, the {@linkplain FrameRules rules} by which callers are found, and no code, made when it is opened. There are three.
 * One has the addresses as they are now: {@code symbol-file target:/kernel}. The other is a library that GDB is told of, with the place where it is now; once the kernel has moved
 * itself it is another library, and GDB sets its breakpoints there: {@code break start_kernel} works without a vmlinux, from the first instruction on.
 * The third is a program without anything, which GDB wants to have before it asks for libraries.
 */
final class SymbolFile {
    /** What it is called. */
    static final String NAME = "/kernel";
    /** What the program without anything is called. */
    static final String PROGRAM = "/machine";
    private static final int HEADER = 64;
    private static final int SECTION = 64;
    private static final int SYMBOL = 24;
    private static final String ERROR_NO_FILE = "F-1,2";

    /** What is open, by descriptor. */
    private final Map<Long, byte[]> open = new HashMap<>();
    private long opened;
    private final Supplier<LongToIntFunction> code;

    /** @param code what tells the instruction at an address as it is now; 0 where none can be read */
    SymbolFile(Supplier<LongToIntFunction> code) {
        this.code = code;
    }

    /** The libraries for GDB (GDB manual, E.8): the kernel, or an ELF program, in its place; none if no names are known. */
    static String libraries(Symbols symbols) {
        return symbols.isEmpty() ? "<library-list/>" : "<library-list><library name=\"%s\"><section address=\"0x%x\"/></library></library-list>".formatted(library(symbols), symbols.moved());
    }

    /** The library's file name: GDB takes one of the same name for the same in the same place. */
    private static String library(Symbols symbols) {
        return symbols.moved() == 0 ? "/program" : "/kernel@%x".formatted(symbols.moved());
    }

    /** The names relative to the kernel's first byte; without those that are no addresses in it. */
    private static List<Symbols.Symbol> relative(Symbols symbols) {
        long base = symbols.moved();
        return symbols.all().stream().filter(symbol -> symbol.address() - base >= 0 && symbol.address() - base <= Integer.MAX_VALUE || base == 0)
                .map(symbol -> new Symbols.Symbol(symbol.name(), symbol.address() - base)).toList();
    }

    /** The answer to a {@code vFile} packet (GDB manual, appendix E.7); the bytes in it are characters of Latin-1. */
    String answer(String packet, Symbols symbols) {
        String rest = packet.substring("vFile:".length());
        String[] words = rest.substring(rest.indexOf(':') + 1).split(",");
        return switch (rest.substring(0, rest.indexOf(':'))) {
            case "setfs" -> "F0";
            case "open" -> {
                String name = new String(Hex.bytes(words[0]), StandardCharsets.UTF_8);
                if (symbols.isEmpty() || !List.of(NAME, PROGRAM, library(symbols)).contains(name)) {
                    yield ERROR_NO_FILE;
                }
                LongToIntFunction now = code.get();
                open.put(++opened, name.equals(NAME) ? elf(symbols.all(), now) : name.equals(PROGRAM) ? elf(List.of(), now)
                        : elf(relative(symbols), address -> now.applyAsInt(address + symbols.moved())));
                yield "F%x".formatted(opened);
            }
            case "fstat" -> {
                long length = file(words).length;
                ByteBuffer stat = ByteBuffer.allocate(64);
                stat.putInt(8, 0100444).putInt(12, 1).putLong(28, length).putLong(36, 4096).putLong(44, length / 512 + 1);
                yield "F40;" + new String(stat.array(), StandardCharsets.ISO_8859_1);
            }
            case "pread" -> {
                byte[] bytes = file(words);
                int from = (int) Math.min(Hex.number(words[2]), bytes.length);
                int to = (int) Math.min(from + Hex.number(words[1]), bytes.length);
                yield "F%x;%s".formatted(to - from, new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            }
            case "close" -> {
                open.remove(Hex.number(words[0]));
                yield "F0";
            }
            default -> "";
        };
    }

    private byte[] file(String[] words) {
        return open.getOrDefault(Hex.number(words[0]), new byte[0]);
    }

    /** An ELF file (System V ABI, chapter 4) with the sections .text (nothing is stored of it), .symtab, .strtab, .debug_frame and .shstrtab. */
    static byte[] elf(List<Symbols.Symbol> symbols, LongToIntFunction code) {
        byte[] sectionNames = "\0.text\0.symtab\0.strtab\0.shstrtab\0.debug_frame\0".getBytes(StandardCharsets.ISO_8859_1);
        int nameBytes = 1 + symbols.stream().mapToInt(symbol -> symbol.name().getBytes(StandardCharsets.UTF_8).length + 1).sum();
        int tableBytes = (symbols.size() + 1) * SYMBOL;
        int names = HEADER + tableBytes;
        int frames = names + nameBytes + sectionNames.length + 7 & -8;
        // Of a kernel in its place, what is not in the upper half of addresses is no address.
        boolean upper = symbols.stream().anyMatch(symbol -> symbol.address() < 0);
        LongSummaryStatistics range = symbols.stream().mapToLong(Symbols.Symbol::address).filter(address -> !upper || address < 0).summaryStatistics();
        long first = symbols.isEmpty() ? 0 : range.getMin();
        long last = symbols.isEmpty() ? 0 : range.getMax();
        byte[] rules = FrameRules.of(symbols.stream().filter(symbol -> !upper || symbol.address() < 0).toList(), last + 4, code);
        int sections = frames + rules.length + 7 & -8;
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
        section(out, sections + 5 * SECTION, 33, 1, 0, 0, frames, rules.length, 0, 0, 0);
        out.put(frames, rules);
        return Arrays.copyOf(out.array(), out.capacity());
    }

    private static void section(ByteBuffer out, int at, int name, int type, long flags, long address, long offset, long size, int link, int info, long entry) {
        out.putInt(at, name).putInt(at + 4, type).putLong(at + 8, flags).putLong(at + 16, address).putLong(at + 24, offset).putLong(at + 32, size);
        out.putInt(at + 40, link).putInt(at + 44, info).putLong(at + 48, 8).putLong(at + 56, entry);
    }
}
