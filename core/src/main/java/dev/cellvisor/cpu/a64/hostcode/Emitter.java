package dev.cellvisor.cpu.a64.hostcode;

/**
 * How an operation becomes host code.
 *
 * @param code writes it
 * @param setsFlags whether it overwrites all four flags without looking at them
 * @param seesFlags whether it reads them, or may leave the block before it ends
 */
record Emitter(Code code, boolean setsFlags, boolean seesFlags) {

    /** Writes the host code of one instruction. */
    interface Code {
        void emit(Translator t, long d);
    }

    void emit(Translator t, long d) {
        code.emit(t, d);
    }
}
