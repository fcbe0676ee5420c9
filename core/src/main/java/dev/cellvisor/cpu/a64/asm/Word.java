package dev.cellvisor.cpu.a64.asm;

/** An instruction word that is being put together: which bits are settled, and what they are. */
final class Word {
    private int bits;
    private int known;
    private int flipped;
    private int shape = -1;

    /** @param mask the encoding's fixed bits */
    Word(int mask, int value) {
        known = mask;
        bits = value;
    }

    /** Settles bits; false if some of them are settled otherwise already. */
    boolean put(int low, int width, int value) {
        int mask = (int) ((1L << width) - 1) << low;
        int wanted = value << low;
        if (((bits ^ wanted) & mask & known) != 0) {
            return false;
        }
        known |= mask;
        bits |= wanted;
        return true;
    }

    boolean put(Field field, int value) {
        return put(field.low(), field.width(), value);
    }

    boolean knows(Field field) {
        return (known >>> field.low() & field.mask()) == field.mask();
    }

    int get(Field field) {
        return field.of(bits);
    }

    /** Bits that are not settled read 0. */
    int get(int low, int width) {
        return bits >>> low & (int) ((1L << width) - 1);
    }

    /** Whether sf, bit 31, says that registers have 64 bits. */
    boolean isWide() {
        return bits < 0;
    }

    /** A general register's width in bits, by sf. */
    int width() {
        return isWide() ? 64 : 32;
    }

    /** Turns ADD into SUB and back: the operands name the other instruction, e.g. {@code add x0, x1, #-1}. */
    void flip(int bit) {
        flipped ^= bit;
    }

    boolean isFlipped() {
        return flipped != 0;
    }

    int bits() {
        return bits ^ flipped;
    }

    /** The arrangement of the vector operand read last, as {@link Arrangement#code}; -1 before there is one. */
    int shape() {
        return shape;
    }

    void shape(int code) {
        shape = code;
    }
}
