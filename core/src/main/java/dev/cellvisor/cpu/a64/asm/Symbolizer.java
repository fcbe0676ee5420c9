package dev.cellvisor.cpu.a64.asm;

/** Names of addresses, as a disassembly shows them beside branch targets. */
@FunctionalInterface
public interface Symbolizer {
    /** Knows no names. */
    Symbolizer NONE = address -> null;

    /**
     * The name of an address.
     *
     * @param address a virtual address
     * @return e.g. {@code start_kernel} or {@code memcpy+0x10}, or {@code null} if there is none
     */
    String name(long address);
}
