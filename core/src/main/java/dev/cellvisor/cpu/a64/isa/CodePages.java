package dev.cellvisor.cpu.a64.isa;

/** Where the run loop gets decoded code from. An array holds a page's 1024 decoded words and {@link Decoder#PAGE_END} behind them. */
public interface CodePages {

    /** Length of a page's array: the words, the end mark, and the host address of the page. */
    int LENGTH = 1026;
    /** Index of the host address in a page's array. */
    int HOST = 1025;

    /**
     * The decoded page that an address is in, under the current mapping.
     *
     * @throws GuestException after raising Instruction Abort or PC alignment fault
     */
    long[] at(long pc);

    /** Decodes word {@code index} of a page in place. */
    void decode(long[] code, int index);

    /** The loop stopped before an instruction with a breakpoint. */
    void breakpoint();
}
