package dev.cellvisor.cpu;

/** How an emulated CPU executes. What the guest does, and sees, is the same with each. */
public enum Engine {
    /**
     * The best for this host: code that runs often becomes host machine code, the rest is interpreted. Where there can be no machine code, the
     * interpreter does all, and {@code vm.engine()} says why.
     */
    AUTO,
    /** The interpreter: Java, everywhere. */
    INTERPRETER,
    /** Host machine code for all code at its first execution, where host and operating system allow it. Slower than {@link #AUTO}: for tests of the translation. */
    NATIVE
}
