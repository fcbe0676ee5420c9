package dev.cellvisor.cpu.a64.asm;

import java.util.List;

/**
 * How a vector operand is divided, from the fields of the instruction. A code is twice the base-2 logarithm of the element's bytes, plus 1 for
 * a vector of 128 bits: 8B, 16B, 4H, 8H, 2S, 4S, 1D, 2D. 1Q and 2H come behind these, since only few instructions have them.
 */
interface Arrangement {
    List<String> NAMES = List.of("8b", "16b", "4h", "8h", "2s", "4s", "1d", "2d", "1q", "2h");

    /** The code, or -1 if the fields have none. */
    int code(int word);

    /** Settles the fields for a code; false if they cannot be so. */
    boolean put(Word word, int code);

    private static boolean isWhole(int code) {
        return (code & 1) == 1;
    }

    /** Always the same. */
    static Arrangement fixed(String name) {
        int fixed = NAMES.indexOf(name.toLowerCase(java.util.Locale.ROOT));
        return new Arrangement() {
            @Override
            public int code(int word) {
                return fixed;
            }

            @Override
            public boolean put(Word word, int code) {
                return code == fixed;
            }
        };
    }

    /** Elements of a fixed size, and Q. */
    static Arrangement ofSize(int size) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                return size * 2 + (word >>> 30 & 1);
            }

            @Override
            public boolean put(Word word, int code) {
                return code >> 1 == size && word.put(30, 1, code & 1);
            }
        };
    }

    /** One of two, by a bit: e.g. 2S and 2D by sz, or 2H and 4H by Q. */
    static Arrangement either(Field bit, String zero, String one) {
        int[] codes = {NAMES.indexOf(zero), NAMES.indexOf(one)};
        return new Arrangement() {
            @Override
            public int code(int word) {
                return codes[bit.of(word)];
            }

            @Override
            public boolean put(Word word, int code) {
                return code == codes[0] && word.put(bit, 0) || code == codes[1] && word.put(bit, 1);
            }
        };
    }

    /** The size field, plus something, and Q. */
    static Arrangement ofField(Field size, int plus) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                return size.of(word) + plus << 1 | word >>> 30 & 1;
            }

            @Override
            public boolean put(Word word, int code) {
                int value = (code >> 1) - plus;
                return value >= 0 && value <= size.mask() && word.put(size, value) && word.put(30, 1, code & 1);
            }
        };
    }

    /** The size field plus 1, always 128 bits. */
    static Arrangement wide(Field size) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                return size.of(word) + 1 << 1 | 1;
            }

            @Override
            public boolean put(Word word, int code) {
                int value = (code >> 1) - 1;
                return isWhole(code) && value >= 0 && value <= size.mask() && word.put(size, value);
            }
        };
    }

    /** From the highest one of a shift's immh:immb, and Q. */
    static Arrangement ofShift(Field imm, int plus, boolean whole) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                int highest = 31 - Integer.numberOfLeadingZeros(imm.of(word) >> 3);
                return highest < 0 ? -1 : highest + plus << 1 | (whole ? 1 : word >>> 30 & 1);
            }

            @Override
            public boolean put(Word word, int code) {
                int size = (code >> 1) - plus;
                return size >= 0 && size < 4 && word.put(imm.low() + 3 + size, 4 - size, 1)
                        && (whole ? isWhole(code) : word.put(30, 1, code & 1));
            }
        };
    }

    /** From the lowest one of imm5, and Q. */
    static Arrangement ofIndex(Field imm5) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                int size = Integer.numberOfTrailingZeros(imm5.of(word));
                return size > 3 ? -1 : size << 1 | word >>> 30 & 1;
            }

            @Override
            public boolean put(Word word, int code) {
                return word.put(imm5.low(), (code >> 1) + 1, 1 << (code >> 1)) && word.put(30, 1, code & 1);
            }
        };
    }

    /** From cmode of a modified immediate, and Q: single words, but halfwords for 10x0 and 10x1. The immediate settles cmode. */
    static Arrangement ofModifiedImmediate(Field cmode) {
        return new Arrangement() {
            @Override
            public int code(int word) {
                return ((cmode.of(word) & 12) == 8 ? 1 : 2) << 1 | word >>> 30 & 1;
            }

            @Override
            public boolean put(Word word, int code) {
                return (code >> 1 == 1 || code >> 1 == 2) && word.put(30, 1, code & 1);
            }
        };
    }
}
