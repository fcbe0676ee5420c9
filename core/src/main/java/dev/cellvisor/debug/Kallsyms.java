package dev.cellvisor.debug;

import dev.cellvisor.debug.Symbols.Symbol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The symbol table that a Linux kernel carries in itself for its own messages, found by its structure in the kernel's bytes.
 *
 * <p>Names are stored as tokens: one byte stands for one of 256 pieces of text. The pieces ({@code kallsyms_token_table}) and
 * their places ({@code kallsyms_token_index}) are found first, since each digit is a piece of its own; then, before them, the
 * places of every 256th name ({@code kallsyms_markers}) and the names; then the addresses ({@code kallsyms_offsets}), which
 * stand before the names up to Linux 6.3 and behind the token index from 6.4 on. Source: the kernel's scripts/kallsyms.c and
 * kernel/kallsyms.c.
 */
public final class Kallsyms {
    private static final int TOKENS = 256;
    private static final int NAMES_PER_MARKER = 256;
    private static final int FEWEST_SYMBOLS = 1000;

    private final ByteBuffer bytes;
    private final String[] tokens = new String[TOKENS];
    private int tokenTable;
    private int tokenIndexEnd;
    private int markers;
    private int markerCount;
    private int names;
    private int count;

    private Kallsyms(byte[] image) {
        bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Finds the table in a kernel.
     *
     * @param image the kernel's bytes: an arm64 Image, or what guest memory holds of it
     * @return names whose addresses count from the kernel's first byte ({@code _text}); none if there is no such table
     */
    public static Symbols read(byte[] image) {
        return new Kallsyms(image).read();
    }

    private Symbols read() {
        byte[] digits = "0\0001\0002\0003\0004\0005\0006\0007\0008\0009\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int at = find(digits, 0); at >= 0; at = find(digits, at + 1)) {
            if (findTokens(at) && findMarkers() && findNames()) {
                int offsets = findOffsets();
                if (offsets >= 0) {
                    return Symbols.of(symbols(offsets));
                }
            }
        }
        return Symbols.none();
    }

    private int find(byte[] wanted, int from) {
        byte[] array = bytes.array();
        next:
        for (int at = from; at <= array.length - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (array[at + i] != wanted[i]) {
                    continue next;
                }
            }
            return at;
        }
        return -1;
    }

    /** {@code zero} is where the token of the digit 0 stands: 48 tokens are before it. */
    private boolean findTokens(int zero) {
        tokenTable = zero;
        for (int token = '0'; token > 0; token--) {
            tokenTable--; // the end of the token before
            while (tokenTable > 0 && bytes.get(tokenTable - 1) != 0) {
                tokenTable--;
            }
            if (tokenTable <= 0 || zero - tokenTable > '0' * 64) {
                return false;
            }
        }
        int at = tokenTable;
        int[] index = new int[TOKENS];
        for (int token = 0; token < TOKENS; token++) {
            index[token] = at - tokenTable;
            int end = at;
            while (end < bytes.limit() && bytes.get(end) != 0) {
                end++;
            }
            tokens[token] = new String(bytes.array(), at, end - at, StandardCharsets.ISO_8859_1);
            at = end + 1;
        }
        // The first token may have zeros of the padding before it taken for its start; the index tells.
        int indexAt = align(at, 8);
        if (indexAt + 2 * TOKENS > bytes.limit()) {
            return false;
        }
        for (int token = 0; token < TOKENS; token++) {
            if (Short.toUnsignedInt(bytes.getShort(indexAt + 2 * token)) != index[token]) {
                return false;
            }
        }
        tokenIndexEnd = indexAt + 2 * TOKENS;
        return tokenTable % 8 == 0;
    }

    /**
     * The markers ascend from 0 by the length of 256 names each. They end right before the tokens; in later kernels the names'
     * order by alphabet ({@code kallsyms_seqs_of_names}), three bytes for each name, is between.
     */
    private boolean findMarkers() {
        for (int start = tokenTable - 8; start >= 8; start -= 8) {
            if (bytes.getInt(start) == 0 && markerFollows(start)) {
                int end = start + 4;
                while (end < tokenTable && markerFollows(end - 4)) {
                    end += 4;
                }
                markers = start;
                markerCount = (end - start) / 4;
                int gap = tokenTable - end;
                boolean nothingBetween = gap < 8;
                boolean orderBetween = gap > 3 * NAMES_PER_MARKER * (markerCount - 1) && gap < 3 * NAMES_PER_MARKER * markerCount + 16;
                if (markerCount * NAMES_PER_MARKER >= FEWEST_SYMBOLS && (nothingBetween || orderBetween)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the 32 bits behind {@code at} are those at it and the length of 256 names. */
    private boolean markerFollows(int at) {
        int step = bytes.getInt(at + 4) - bytes.getInt(at);
        return step >= NAMES_PER_MARKER * 2 && step < NAMES_PER_MARKER * 128;
    }

    /** The names end before the markers; where they start is where walking along them meets every marker. */
    private boolean findNames() {
        int last = bytes.getInt(markers + 4 * (markerCount - 1));
        for (int start = markers - last & -8; start >= 8 && markers - start - last < NAMES_PER_MARKER * 128; start -= 8) {
            for (int countAt = start - 8; countAt <= start - 4; countAt += 4) {
                count = bytes.getInt(countAt);
                if ((count + NAMES_PER_MARKER - 1) / NAMES_PER_MARKER == markerCount && walkMeetsMarkers(start)) {
                    names = start;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean walkMeetsMarkers(int start) {
        int at = start;
        for (int i = 0; i < count; i++) {
            if (at >= markers || i % NAMES_PER_MARKER == 0 && at - start != bytes.getInt(markers + i / NAMES_PER_MARKER * 4)) {
                return false;
            }
            at += lengthSize(at) + length(at);
        }
        return at <= markers && markers - at < 8;
    }

    private int lengthSize(int at) {
        return bytes.get(at) < 0 ? 2 : 1;
    }

    /** One byte, or since Linux 6.1 two for long names: seven bits each, the low ones first. */
    private int length(int at) {
        int first = bytes.get(at) & 0xff;
        return first < 0x80 ? first : first & 0x7f | (bytes.get(at + 1) & 0xff) << 7;
    }

    private int findOffsets() {
        int size = align(4 * count, 8);
        int before = (names - 8 & -8) - 8 - size; // kallsyms_offsets, kallsyms_relative_base, kallsyms_num_syms, kallsyms_names
        if (before >= 0 && ascending(before)) {
            return before;
        }
        int behind = align(tokenIndexEnd, 8); // Linux 6.4 and later
        return behind + size <= bytes.limit() && ascending(behind) ? behind : -1;
    }

    private boolean ascending(int offsets) {
        for (int i = 1; i < count; i++) {
            if (Integer.compareUnsigned(bytes.getInt(offsets + 4 * (i - 1)), bytes.getInt(offsets + 4 * i)) > 0) {
                return false;
            }
        }
        return bytes.getInt(offsets) != bytes.getInt(offsets + 4 * (count - 1));
    }

    private List<Symbol> symbols(int offsets) {
        List<Symbol> symbols = new ArrayList<>(count);
        var name = new StringBuilder();
        int at = names;
        for (int i = 0; i < count; i++) {
            name.setLength(0);
            int size = length(at);
            at += lengthSize(at);
            for (int end = at + size; at < end; at++) {
                name.append(tokens[bytes.get(at) & 0xff]);
            }
            // The first character is the kind of symbol, as nm prints it.
            symbols.add(new Symbol(name.substring(Math.min(1, name.length())), Integer.toUnsignedLong(bytes.getInt(offsets + 4 * i))));
        }
        long start = startOfImage(symbols);
        return symbols.stream().map(symbol -> new Symbol(symbol.name(), symbol.address() - start)).toList();
    }

    /**
     * What the table has, or would have, for the first byte of the Image: offsets count from the first symbol in the table, and
     * {@code _text} is only there if the kernel was built with all symbols. One of the Image's first two instructions is a
     * branch to the first function, whose name is known.
     */
    private long startOfImage(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            if (symbol.name().equals("_text")) {
                return symbol.address();
            }
        }
        for (int at = 0; at <= 4; at += 4) {
            int instruction = bytes.getInt(at);
            if (instruction >>> 26 == 0b000101) { // B: imm26 counts words
                long target = at + ((long) (instruction << 6) >> 4);
                for (Symbol symbol : symbols) {
                    if (symbol.name().equals("primary_entry") || symbol.name().equals("stext")) {
                        return symbol.address() - target;
                    }
                }
            }
        }
        return 0;
    }

    private static int align(int value, int alignment) {
        return value + alignment - 1 & -alignment;
    }
}
