package dev.cellvisor.cpu.a64.debug;

import static dev.cellvisor.cpu.a64.state.A64State.BREAKPOINTS;
import static dev.cellvisor.cpu.a64.state.A64State.CONTEXTIDR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.MDSCR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.OSDLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.OSLSR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.WATCHPOINTS;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import java.util.Set;
import java.util.TreeSet;

/**
 * Self-hosted debug (Arm ARM, D2): what the guest's own breakpoint and watchpoint registers, MDSCR_EL1 and PSTATE.SS ask for. It decides; it stops
 * nothing itself. Breakpoints are marks in decoded pages, watched pages are kept off the fast path, and software step is a budget of one
 * instruction, so all of it costs nothing while it is off.
 */
public final class GuestDebug {
    /** MDSCR_EL1.SS: software step. */
    public static final long SS = 1;
    private static final long KDE = 1 << 13;
    private static final long MDE = 1 << 15;
    private static final int NO_WATCHPOINT = -1;
    private static final long PAGE = -4096;

    private final long s;
    private final int breakpoints;
    private final int contextAware;
    private final int watchpoints;
    private boolean stepAsked;
    private boolean watching;
    private boolean anywhere;
    private Set<Long> addresses = Set.of();

    /**
     * @param state host address of the state block
     * @param dfr0 ID_AA64DFR0_EL1: how many of each there are
     */
    public GuestDebug(long state, long dfr0) {
        s = state;
        breakpoints = (int) (dfr0 >>> 12 & 15) + 1;
        watchpoints = (int) (dfr0 >>> 20 & 15) + 1;
        contextAware = (int) (dfr0 >>> 28 & 15) + 1;
    }

    /** Derives what follows from the debug registers; they have changed. */
    public void derive() {
        boolean enabled = (getLong(s + MDSCR_EL1) & MDE) != 0 && !locked();
        var found = new TreeSet<Long>();
        stepAsked = (getLong(s + MDSCR_EL1) & SS) != 0;
        anywhere = false;
        watching = false;
        for (int n = 0; enabled && n < breakpoints; n++) {
            long control = control(n);
            if ((control & 1) != 0 && type(control) <= 1) {
                found.add(value(n) & ~3L);
            } else if ((control & 1) != 0 && type(control) == 2 && isContextAware(n)) {
                anywhere = true;
            }
        }
        for (int n = 0; enabled && n < watchpoints; n++) {
            watching |= (getLong(s + WATCHPOINTS + n * 16L + 8) & 1) != 0;
        }
        addresses = found;
    }

    /** Where instructions have a breakpoint that is enabled, whether or not it matches at the moment. */
    public Set<Long> addresses() {
        return addresses;
    }

    /** Whether a breakpoint may match at any address, by the context alone. */
    public boolean anywhere() {
        return anywhere;
    }

    /** Whether any watchpoint is enabled. */
    public boolean watching() {
        return watching;
    }

    private boolean locked() {
        return (getLong(s + OSLSR_EL1) & 2) != 0 || (getLong(s + OSDLR_EL1) & 1) != 0;
    }

    /** Whether debug exceptions other than BRK's are enabled at an exception level (Arm ARM, AArch64.GenerateDebugExceptionsFrom). */
    private boolean enabledFrom(int el, long pstate) {
        return !locked() && (el == 0 || (getLong(s + MDSCR_EL1) & KDE) != 0 && (pstate & Exceptions.D) == 0);
    }

    private boolean enabledNow() {
        return enabledFrom(Exceptions.el(s), getLong(s + PSTATE));
    }

    // ---- software step

    /** MDSCR_EL1.SS: whether software step is active where debug exceptions are enabled. */
    public boolean stepAsked() {
        return stepAsked;
    }

    /** Whether software step is active (Arm ARM, D2.12). */
    public boolean stepping() {
        return stepAsked && enabledNow();
    }

    /** Whether ERET takes PSTATE.SS from SPSR_EL1: stepping begins with it (Arm ARM, DebugExceptionReturnSS). */
    public boolean stepsFrom(long spsr) {
        return stepAsked && !enabledNow() && enabledFrom((int) spsr >> 2 & 3, spsr);
    }

    /** An instruction is complete: PSTATE.SS is used up. Before SVC's exception too (Arm ARM, SSAdvance). */
    public void advance() {
        if (stepAsked) {
            setLong(s + PSTATE, getLong(s + PSTATE) & ~Exceptions.SS);
        }
    }

    // ---- breakpoints

    private long value(int n) {
        return getLong(s + BREAKPOINTS + n * 16L);
    }

    private long control(int n) {
        return getLong(s + BREAKPOINTS + n * 16L + 8);
    }

    private static int type(long control) {
        return (int) (control >>> 20) & 15;
    }

    private boolean isContextAware(int n) {
        return n < breakpoints && n >= breakpoints - contextAware;
    }

    /** Whether a breakpoint matches the instruction at an address, now. */
    public boolean breaks(long pc) {
        if (!enabledNow()) {
            return false;
        }
        for (int n = 0; n < breakpoints; n++) {
            long control = control(n);
            if ((control & 1) == 0 || !stateMatches(control, Exceptions.el(s))) {
                continue;
            }
            boolean matches = switch (type(control)) {
                case 0 -> (value(n) & ~3L) == pc;
                case 1 -> (value(n) & ~3L) == pc && linked(control);
                case 2 -> isContextAware(n) && contextMatches(n);
                default -> false;
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    /** SSC, HMC and PMC or PAC, for Non-secure EL1 and EL0 where there is no EL2. */
    private static boolean stateMatches(long control, int el) {
        boolean level = (control & (el == 0 ? 4 : 2)) != 0;
        return level && (control >>> 14 & 3) != 2;
    }

    private boolean contextMatches(int n) {
        return ((int) value(n)) == (int) getLong(s + CONTEXTIDR_EL1);
    }

    /** Whether the context breakpoint that LBN names matches. A link to one that is none never matches (CONSTRAINED UNPREDICTABLE; QEMU's choice). */
    private boolean linked(long control) {
        int n = (int) (control >>> 16) & 15;
        return isContextAware(n) && (control(n) & 1) != 0 && type(control(n)) == 3 && contextMatches(n);
    }

    // ---- watchpoints

    /** Whether accesses to the page of an address are to be looked at. */
    public boolean watches(long address) {
        for (int n = 0; watching && n < watchpoints; n++) {
            long value = getLong(s + WATCHPOINTS + n * 16L);
            long control = getLong(s + WATCHPOINTS + n * 16L + 8);
            if ((control & 1) != 0 && ((value ^ address) & PAGE & -1L << mask(control)) == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first byte of an access that a watchpoint watches.
     *
     * @param el the level that the access counts as: 0 for LDTR and STTR
     * @return its distance from the address, or -1
     */
    public int watched(long address, int sizeBytes, boolean write, int el) {
        if (!enabledNow()) {
            return NO_WATCHPOINT;
        }
        int first = NO_WATCHPOINT;
        for (int n = 0; n < watchpoints; n++) {
            long control = getLong(s + WATCHPOINTS + n * 16L + 8);
            boolean ready = (control & 1) != 0 && (control >>> 3 & (write ? 2 : 1)) != 0 && stateMatches(control, el)
                    && ((control & 1 << 20) == 0 || linked(control));
            int at = ready ? firstByte(getLong(s + WATCHPOINTS + n * 16L), control, address, sizeBytes) : NO_WATCHPOINT;
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    private static int mask(long control) {
        return (int) (control >>> 24) & 31;
    }

    private static int firstByte(long value, long control, long address, int sizeBytes) {
        int mask = mask(control);
        if (mask == 1 || mask == 2) {
            return NO_WATCHPOINT; // reserved values
        }
        for (int i = 0; i < sizeBytes; i++) {
            long at = address + i;
            if (mask != 0) {
                if (((at ^ value) & -1L << mask) == 0) {
                    return i;
                }
            } else {
                // An address that is only a multiple of 4 has four bytes to select from (Arm ARM, D2.10.5).
                boolean four = (value & 4) != 0;
                long distance = at - (value & ~3L);
                if (distance >= 0 && distance < (four ? 4 : 8) && (control >>> 5 + distance & 1) != 0) {
                    return i;
                }
            }
        }
        return NO_WATCHPOINT;
    }
}
