package dev.cellvisor.cpu.a64.isa;

/** Where the run loop gets decoded code from. An array holds a page's 1024 decoded words, {@link Decoder#PAGE_END} behind them, and where the page is. */
public interface CodePages {

    /** Length of a page's array: the words, the end mark, and the page's host and guest-physical address. */
    int LENGTH = 1027;
    /** Index of the page's host address in its array. */
    int HOST = 1025;
    /** Index of the page's guest-physical address in its array, with {@link #GUARDED} where it is guarded. */
    int IPA = 1026;
    /** In a page's address: the page is guarded (FEAT_BTI). */
    int GUARDED = 1;

    /**
     * The decoded page that an address is in, under the current mapping.
     *
     * @throws GuestException after raising Instruction Abort or PC alignment fault
     */
    long[] at(long pc);

    /**
     * The same, without a look-up while execution has not left the page since the last one: where a run stops and goes on must not
     * show in the TLB.
     */
    long[] again(long pc);

    /** Execution is in a page that was looked up before: its virtual and its guest-physical address. */
    void in(long page, long ipa);

    /** Whether indirect branches look at what they land on (FEAT_BTI). */
    default boolean guardsBranches() {
        return false;
    }

    /** Execution leaves the page: by a branch, an exception, or an instruction that may change the mapping. */
    void leave();

    /** Decodes word {@code index} of a page in place. */
    void decode(long[] code, int index);

    /** The loop stopped before an instruction with a breakpoint. */
    void breakpoint();
}
