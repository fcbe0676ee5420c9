package dev.cellvisor.cpu.a64.asm;

/**
 * A field of an instruction word.
 *
 * @param name as in the encoding
 * @param low its lowest bit
 * @param width in bits
 */
record Field(String name, int low, int width) {

    int mask() {
        return (int) ((1L << width) - 1);
    }

    int of(int word) {
        return word >>> low & mask();
    }

    int signed(int word) {
        return word << 32 - low - width >> 32 - width;
    }
}
