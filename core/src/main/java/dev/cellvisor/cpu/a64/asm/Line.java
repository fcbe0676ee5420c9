package dev.cellvisor.cpu.a64.asm;

/**
 * One disassembled instruction.
 *
 * @param address where it stands
 * @param word its 32 bits
 * @param text its assembly text as GNU objdump writes it, with a space after the mnemonic
 * @param operation which encoding of the instruction table it is, e.g. {@code AddSubImmediate.add64}; empty if it is undefined
 */
public record Line(long address, int word, String text, String operation) {

    /** Whether the word is no instruction. */
    public boolean isUndefined() {
        return operation.isEmpty();
    }

    @Override
    public String toString() {
        return "%16x:  %08x  %s".formatted(address, word, text);
    }
}
