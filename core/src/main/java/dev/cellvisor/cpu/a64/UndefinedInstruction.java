package dev.cellvisor.cpu.a64;

import dev.cellvisor.trace.Fact;

/**
 * The guest executed a word that is no instruction of its CPU model, or that is not allowed where it stands.
 *
 * @param pc virtual address
 * @param word the 32 bits
 */
public record UndefinedInstruction(long pc, int word) implements Fact {
    @Override
    public String kind() {
        return "undefined";
    }

    @Override
    public String toString() {
        return "undefined instruction 0x%08x at 0x%016x".formatted(word, pc);
    }
}
