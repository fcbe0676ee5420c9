package dev.cellvisor.cpu;

/** How an emulated CPU executes. What the guest does, and sees, is the same with each. */
public enum Engine {
    /** The best that is proven: for now the interpreter. */
    AUTO,
    /** The interpreter: Java, everywhere. */
    INTERPRETER,
    /** Host machine code written by Java, where host and operating system allow it; else the interpreter, and {@code vm.engine()} says why. */
    NATIVE
}
