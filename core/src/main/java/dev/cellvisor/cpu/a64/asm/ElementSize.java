package dev.cellvisor.cpu.a64.asm;

/** The size of a scalar register or of an element, from the fields of the instruction: 0 to 4 for B, H, S, D, Q. */
interface ElementSize {

    /** The size, or more than 4 if the fields have none. */
    int size(int word);

    /** Settles the fields for a size; false if they cannot be so. */
    boolean put(Word word, int size);

    /** Always the same. */
    static ElementSize fixed(int fixed) {
        return new ElementSize() {
            @Override
            public int size(int word) {
                return fixed;
            }

            @Override
            public boolean put(Word word, int size) {
                return size == fixed;
            }
        };
    }

    /** A field, plus something. */
    static ElementSize ofField(Field field, int plus) {
        return new ElementSize() {
            @Override
            public int size(int word) {
                return field.of(word) + plus;
            }

            @Override
            public boolean put(Word word, int size) {
                return size >= plus && size - plus <= field.mask() && word.put(field, size - plus);
            }
        };
    }

    /** The highest one of a shift's immh:immb, plus something. */
    static ElementSize ofShift(Field imm, int plus) {
        return new ElementSize() {
            @Override
            public int size(int word) {
                int highest = 31 - Integer.numberOfLeadingZeros(imm.of(word) >> 3);
                return highest < 0 ? 99 : highest + plus;
            }

            @Override
            public boolean put(Word word, int size) {
                int own = size - plus;
                return own >= 0 && own < 4 && word.put(imm.low() + 3 + own, 4 - own, 1);
            }
        };
    }

    /** The lowest one of imm5. */
    static ElementSize ofIndex(Field imm5) {
        return new ElementSize() {
            @Override
            public int size(int word) {
                int size = Integer.numberOfTrailingZeros(imm5.of(word));
                return size > 3 ? 99 : size;
            }

            @Override
            public boolean put(Word word, int size) {
                return size < 4 && word.put(imm5.low(), size + 1, 1 << size);
            }
        };
    }
}
