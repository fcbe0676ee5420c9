package dev.cellvisor.cpu.a64;

import static dev.cellvisor.cpu.a64.state.A64State.EVENT;
import static dev.cellvisor.cpu.a64.state.A64State.LINES;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.SPSR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
import static dev.cellvisor.cpu.a64.state.A64State.WAITING;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.FirmwareCalls;
import dev.cellvisor.cpu.a64.debug.GuestDebug;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.mmu.Mmu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.pmu.Pmu;
import dev.cellvisor.cpu.a64.pmu.PmuRegisters;
import dev.cellvisor.cpu.a64.sysreg.SystemAccess;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;
import java.util.EnumSet;

/** What the instruction meanings call: memory off the fast path, exceptions, system registers, waiting. */
final class A64Core extends Core {
    private static final long SCTLR_NTWI = 1 << 16;
    private static final long SCTLR_NTWE = 1 << 18;

    private static final int TTBR0_EL1 = CpuInterface.encoding(3, 0, 2, 0, 0);
    private static final int TTBR1_EL1 = CpuInterface.encoding(3, 0, 2, 0, 1);
    private static final int CONTEXTIDR_EL1 = CpuInterface.encoding(3, 0, 13, 0, 1);

    private final A64Cpu cpu;
    private final EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
    private final CpuModel model;
    private final Trace trace;
    private final Mmu mmu;
    private final GuestDebug debug;
    private final Pmu pmu;
    private final SystemAccess system;
    private FirmwareCalls firmware = (caller, smc, immediate) -> false;
    /** How many instructions were started when an indirect branch was found to land well; and PSTATE.BTYPE, which the next instruction has. */
    long landed = -1;
    long landedType;
    private Exit exit;
    private boolean sliceOver;

    A64Core(A64Cpu cpu, long state, CpuModel model, int index, MemoryMap map, SystemAccess.TlbBroadcast broadcast) {
        super(state);
        this.cpu = cpu;
        this.model = model;
        this.features.addAll(model.features());
        this.trace = map.trace();
        this.debug = new GuestDebug(state, model.identification("ID_AA64DFR0_EL1"));
        this.mmu = new Mmu(this, map, new dev.cellvisor.cpu.a64.isa.Decoder(model.features()), model.paBits(), debug);
        this.system = new SystemAccess(this, mmu, model, index, broadcast);
        this.pmu = new Pmu(state);
        system.add(new PmuRegisters(pmu, state, this::started));
    }

    Mmu mmu() {
        return mmu;
    }

    /** Instructions started, the one that executes included. */
    long started() {
        return retiredAtZero - budget;
    }

    Pmu pmu() {
        return pmu;
    }

    GuestDebug debug() {
        return debug;
    }

    SystemAccess system() {
        return system;
    }

    void onFirmwareCall(FirmwareCalls handler) {
        firmware = handler;
    }

    @Override
    public void look() {
        attention();
    }

    /** The guest's own software step may have begun. */
    private void lookIfStepping() {
        if (debug.stepAsked()) {
            attention();
        }
    }

    /** Stops the run loop before the next instruction; the count stays exact. */
    void attention() {
        attention = true;
        if (budget > 0) {
            retiredAtZero -= budget;
            budget = 0;
        }
    }

    void leave(Exit reason) {
        if (exit == null) {
            exit = reason;
        }
        attention();
    }

    void endSlice() {
        sliceOver = true;
        attention();
    }

    Exit takeExit() {
        Exit taken = exit;
        exit = null;
        return taken;
    }

    boolean takeSliceOver() {
        boolean over = sliceOver;
        sliceOver = false;
        return over;
    }

    private void lookIfInterrupted() {
        if (getLong(state + LINES) != 0) {
            attention();
        }
    }

    private GuestException synchronous(int exceptionClass, long iss, long returnAddress) {
        Exceptions.synchronous(state, exceptionClass, iss, returnAddress);
        return GuestException.INSTANCE;
    }

    /** The address of the current instruction, from now on in the state block too: for all that leaves the fast path. */
    private long pc() {
        setLong(state + PC, pc);
        return pc;
    }

    @Override
    public long loadSlow(long tlb, long va, int sizeBytes) {
        pc();
        return mmu.load(tlb, va, sizeBytes);
    }

    @Override
    public void storeSlow(long tlb, long va, int sizeBytes, long value) {
        pc();
        mmu.store(tlb, va, sizeBytes, value);
    }

    @Override
    public void probeWrite(long va, int sizeBytes) {
        pc();
        mmu.probeWrite(getLong(state + TLB_CURRENT), va, sizeBytes);
    }

    @Override
    public GuestException alignmentFault(long va, boolean write) {
        pc();
        return mmu.dataFault(va, 0x21, write);
    }

    @Override
    public GuestException spAlignmentFault() {
        return synchronous(Exceptions.EC_SP_ALIGNMENT, 0, pc());
    }

    @Override
    public GuestException undefined() {
        if (trace.on()) {
            long[] code = mmu.fetches().again(pc());
            trace.emit(new UndefinedInstruction(pc(), getInt(code[CodePages.HOST] + (pc() & 0xfff))));
        }
        return synchronous(Exceptions.EC_UNKNOWN, 0, pc());
    }

    @Override
    public GuestException fpTrapped() {
        // COND 0b1110, CV 1: always, as A64 instructions have no condition.
        return synchronous(Exceptions.EC_FP, 0x1e0_0000, pc());
    }

    @Override
    public GuestException supervisorCall(int immediate) {
        debug.advance();
        return synchronous(Exceptions.EC_SVC, immediate, pc() + 4);
    }

    @Override
    public void hypervisorCall(int immediate) {
        call(false, immediate);
    }

    @Override
    public void secureMonitorCall(int immediate) {
        call(true, immediate);
    }

    private void call(boolean smc, int immediate) {
        if (Exceptions.el(state) == 0) {
            throw undefined();
        }
        setLong(state + PC, pc + 4);
        if (!firmware.call(cpu, smc, immediate)) {
            throw undefined();
        }
    }

    @Override
    public GuestException breakpoint(int immediate) {
        return synchronous(Exceptions.EC_BRK, immediate, pc());
    }

    @Override
    public void halt(int immediate) {
        throw undefined();
    }

    @Override
    public long exceptionReturn() {
        if (Exceptions.el(state) == 0) {
            throw undefined();
        }
        if (pmu.armed()) {
            pmu.count(started(), 1);
            pmu.event(Pmu.EXC_RETURN, 1);
            attention();
        }
        long next = Exceptions.exceptionReturn(state, debug.stepsFrom(getLong(state + SPSR_EL1)));
        if ((getLong(state + PSTATE) & (Exceptions.IL | Exceptions.BTYPE)) != 0) {
            attention();
        }
        lookIfInterrupted();
        lookIfStepping();
        return next;
    }

    @Override
    public long readSystem(int encoding) {
        pc();
        return system.read(encoding);
    }

    @Override
    public Long constantRegister(int encoding) {
        return system.constant(encoding);
    }

    @Override
    public void writeSystem(int encoding, long value) {
        pc();
        system.write(encoding, value);
        if (pmu.armed()) {
            counted(encoding);
        }
        lookIfInterrupted();
        lookIfStepping();
    }

    /** A system register was written while the PMU counts. */
    private void counted(int encoding) {
        if (encoding == TTBR0_EL1 || encoding == TTBR1_EL1) {
            pmu.event(Pmu.TTBR_WRITE_RETIRED, 1);
        } else if (encoding == CONTEXTIDR_EL1) {
            pmu.event(Pmu.CID_WRITE_RETIRED, 1);
        }
        attention(); // when the next counter overflows may be another instruction now
    }

    @Override
    public void writePstate(int field, int value) {
        pc();
        system.writePstate(field, value);
        lookIfInterrupted();
        lookIfStepping();
    }

    @Override
    public void systemOperation(int encoding, long value) {
        pc();
        system.operate(encoding, value);
    }

    @Override
    public void waitForInterrupt() {
        trapWait(SCTLR_NTWI, 0);
        if (getLong(state + LINES) == 0) {
            setLong(state + WAITING, A64Cpu.WAITS_FOR_INTERRUPT);
            attention();
        }
    }

    @Override
    public void waitForEvent() {
        trapWait(SCTLR_NTWE, 1);
        if (getLong(state + EVENT) != 0 | system.sentEvent()) {
            setLong(state + EVENT, 0);
        } else {
            setLong(state + WAITING, A64Cpu.WAITS_FOR_EVENT);
            attention();
        }
    }

    @Override
    public long landing(long target, int type) {
        int btype = btype(type, mmu.fetches().fetchesGuarded());
        if (mmu.fetches().landsWell(target, btype)) {
            landed = started();
            landedType = (long) btype << 10;
        } else {
            setLong(state + PSTATE, getLong(state + PSTATE) | (long) btype << 10);
            attention();
        }
        return target;
    }

    @Override
    public void landed(long budgetThen, long btype) {
        landed = retiredAtZero - budgetThen;
        landedType = btype;
    }

    /** WFI and WFE at EL0 are EL1's to forbid. */
    private void trapWait(long sctlrBit, int iss) {
        if (Exceptions.el(state) == 0 && (getLong(state + dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1) & sctlrBit) == 0) {
            throw synchronous(Exceptions.EC_WFX, 0x1e0_0000 | iss, pc());
        }
    }

    @Override
    public void sendEvent() {
        cpu.sendEventToAll();
    }

    @Override
    public void yieldTurn() {
        endSlice();
    }

    @Override
    public boolean tellsExceptions() {
        return pmu.armed() || trace.on();
    }

    @Override
    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
