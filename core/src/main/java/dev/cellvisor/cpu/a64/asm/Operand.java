package dev.cellvisor.cpu.a64.asm;

/** One piece of an encoding's assembly text, both ways: from an instruction word to text and back. */
interface Operand {

    /**
     * Prints it.
     *
     * @return false if this spelling is not right for the word; what is printed is thrown away then
     */
    boolean print(Printer out);

    /**
     * Reads it and settles its fields.
     *
     * @throws Mismatch if the text has something else
     */
    void read(Reader in, Word word);

    /** How a person is told what goes here, e.g. {@code #imm12{, lsl #12}}. */
    String form();
}
