package dev.cellvisor.cpu.a64.isa;

/**
 * What meanings need of a CPU beyond its state block: memory off the fast path, exceptions, system registers, waiting.
 * {@code A64Cpu} is the one implementation.
 *
 * <p>Methods that raise a guest exception enter it in the state block and then throw {@link GuestException}, which the engine
 * catches: nothing after the call is executed.
 */
public abstract class Core {

    /** Host address of the state block. */
    public final long state;

    /** Room for one instruction's data while it loads or stores in pieces. Not state: its contents mean nothing afterwards. */
    final long[] pieces = new long[8];

    /**
     * How many more instructions the engine may start before it must look up; 0 stops it before the next one. A field and not in the block,
     * because the interpreter changes it at every instruction: one host instruction instead of a dozen. Retired is
     * {@link #retiredAtZero} less this, at any moment.
     */
    public long budget;
    /** What is retired when the budget is used up. */
    public long retiredAtZero;
    /** Set by whoever wants the engine to stop before the next instruction. */
    public boolean attention;
    /** The address of the instruction that executes; the state block's PC follows when it leaves the fast path. */
    public long pc;

    /** @param state host address of the state block */
    protected Core(long state) {
        this.state = state;
    }

    /** A load that is not on the fast path: TLB miss, page crossing, device, fault. Zero-extended. */
    public abstract long loadSlow(long tlb, long va, int sizeBytes);

    /** A store that is not on the fast path. Either the whole store is done or none of it. */
    public abstract void storeSlow(long tlb, long va, int sizeBytes, long value);

    /** Makes sure that all of {@code [va, va + sizeBytes)} may be stored to, or raises the fault; for stores in several pieces. */
    public abstract void probeWrite(long va, int sizeBytes);

    /** Raises Alignment fault for a data access. */
    public abstract GuestException alignmentFault(long va, boolean write);

    /** Raises SP alignment fault. */
    public abstract GuestException spAlignmentFault();

    /** Raises Undefined Instruction for the current one. */
    public abstract GuestException undefined();

    /** Raises the trap of an FP or SIMD instruction that CPACR_EL1 disables. */
    public abstract GuestException fpTrapped();

    /** Raises SVC's exception. */
    public abstract GuestException supervisorCall(int immediate);

    /** Executes HVC: hands it to firmware, or raises Undefined. */
    public abstract void hypervisorCall(int immediate);

    /** Executes SMC: hands it to firmware, or raises Undefined. */
    public abstract void secureMonitorCall(int immediate);

    /** Raises BRK's exception. */
    public abstract GuestException breakpoint(int immediate);

    /** Raises what HLT does here: Undefined, unless a host's semihosting takes it. */
    public abstract void halt(int immediate);

    /** Executes ERET and returns the address of the next instruction. */
    public abstract long exceptionReturn();

    /** MRS: {@code encoding} is op0:op1:CRn:CRm:op2, bits 20:5 of the instruction. */
    public abstract long readSystem(int encoding);

    /** What MRS at EL1 always reads from a register, or {@code null} if that is no constant. */
    public abstract Long constantRegister(int encoding);

    /** MSR (register). */
    public abstract void writeSystem(int encoding, long value);

    /** MSR (immediate): PSTATE field op1:op2 (6 bits), CRm as value. */
    public abstract void writePstate(int field, int value);

    /** SYS: cache, TLB and address translation operations; {@code encoding} as for {@link #readSystem}. */
    public abstract void systemOperation(int encoding, long value);

    /** For {@link #landing}: BLR. */
    public static final int CALL = 2;
    /** A jump out of a guarded page is told from others, but for those through X16 and X17, which veneers use. */
    public static final int JUMP = 1;
    /** A jump through X16 or X17. */
    public static final int VENEER = 0;

    /**
     * The PSTATE.BTYPE that an indirect branch sets (Arm ARM, BR, BLR).
     *
     * @param type {@link #CALL}, {@link #JUMP} or {@link #VENEER}
     * @param guarded whether the branch itself is in a guarded page
     */
    public static int btype(int type, boolean guarded) {
        return type == JUMP && guarded ? 3 : Math.max(type, 1);
    }

    /**
     * An indirect branch on a CPU with FEAT_BTI: sets PSTATE.BTYPE, unless what is at the target allows such a branch.
     *
     * @param type {@link #CALL}, {@link #JUMP} or {@link #VENEER}
     * @return the target
     */
    public abstract long landing(long target, int type);

    /**
     * An engine has found itself that such a branch landed well.
     *
     * @param budgetThen the budget when it had
     * @param btype the PSTATE.BTYPE that its target is executed with, in place
     */
    public abstract void landed(long budgetThen, long btype);

    /** WFI. */
    public abstract void waitForInterrupt();

    /** WFE. */
    public abstract void waitForEvent();

    /** SEV. */
    public abstract void sendEvent();

    /** Stops the engine before the next instruction, for a look at what has changed. */
    public abstract void look();

    /** YIELD: ends this CPU's turn. */
    public abstract void yieldTurn();

    /** Whether somebody is to be told of each exception and of each return from one, and so an engine must leave them to this. */
    public boolean tellsExceptions() {
        return true;
    }

    /** Whether the CPU model has a feature. */
    public abstract boolean has(Feature feature);
}
