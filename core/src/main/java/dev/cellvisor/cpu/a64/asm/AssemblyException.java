package dev.cellvisor.cpu.a64.asm;

/** A source that cannot be assembled. The message is one sentence: where, what is wrong, and what would be right. */
public final class AssemblyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;

    AssemblyException(String message) {
        super(message);
        line = 0;
    }

    AssemblyException(int line, String statement, String message) {
        super("line " + line + ", '" + statement + "': " + message);
        this.line = line;
    }

    /** The line of the source, from 1. */
    public int line() {
        return line;
    }
}
