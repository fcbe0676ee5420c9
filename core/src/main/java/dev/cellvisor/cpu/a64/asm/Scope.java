package dev.cellvisor.cpu.a64.asm;

/** What names mean in an expression. */
interface Scope {

    /** The value of a name, or {@code null} if there is none. */
    Long value(String name);

    /** The address of the statement. */
    long here();
}
