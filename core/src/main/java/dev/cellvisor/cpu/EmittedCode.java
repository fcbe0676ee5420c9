package dev.cellvisor.cpu;

import java.util.List;

/**
 * Machine code that a native engine has made of guest instructions: of a block, or of a trace through several.
 *
 * @param instructions the guest's instructions in the order of their code
 * @param trace whether it is a way over branches, repeated where it is a loop
 * @param hostAddress where the code executes
 * @param code its bytes as they are now, with the jumps aimed; ways out stand behind the straight way
 */
public record EmittedCode(List<Part> instructions, boolean trace, long hostAddress, byte[] code) {

    /**
     * A guest instruction in it.
     *
     * @param va its virtual address
     * @param offset where its code begins; that of the next one if the two were emitted together
     */
    public record Part(long va, int offset) {
    }
}
