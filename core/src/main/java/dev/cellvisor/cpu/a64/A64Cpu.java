package dev.cellvisor.cpu.a64;

import static dev.cellvisor.cpu.a64.state.A64State.EVENT;
import static dev.cellvisor.cpu.a64.state.A64State.LINES;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.VECTOR_LOOPS;
import static dev.cellvisor.cpu.a64.state.A64State.WAITING;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.EngineCounts;
import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.FirmwareCalls;
import dev.cellvisor.cpu.a64.debug.GuestDebug;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.hostcode.EverythingEmitted;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.isa.RunLoop;
import dev.cellvisor.cpu.a64.mmu.Fetches;
import dev.cellvisor.cpu.a64.mmu.Mmu;
import dev.cellvisor.cpu.a64.mmu.TlbState;
import dev.cellvisor.cpu.a64.pmu.Pmu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The emulated AArch64 CPU: EL0 and EL1, deterministic to the instruction. Every instruction that is started counts as retired, one that ends
 * in an exception too, and so does a fetch that faults; taking an interrupt costs nothing.
 */
public final class A64Cpu implements Cpu {
    static final long WAITS_FOR_INTERRUPT = 1;
    static final long WAITS_FOR_EVENT = 2;
    private static final long OFF = 3;

    /** A stop asked for by another thread is seen after so many instructions at the latest: some milliseconds. */
    private static final long CHUNK = 1_000_000;
    private static final int STUCK_AFTER = 16;

    private final int index;
    private final CpuModel model;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment block;
    private final long s;
    private final A64Core core;
    private final Mmu mmu;
    private final Fetches fetches;
    private final GuestDebug debug;
    private final Pmu pmu;
    private final A64Registers registers;
    private final MemoryMap map;
    private final AtomicReference<String> stop = new AtomicReference<>();
    private HostEngine host;
    private final String engine;
    private List<A64Cpu> all = new CopyOnWriteArrayList<>(List.of(this));

    /**
     * A CPU in its reset state, switched off.
     *
     * @param index its number, from 0
     * @param model what it is
     * @param map who answers at a guest-physical address
     */
    public A64Cpu(int index, CpuModel model, MemoryMap map) {
        this(index, model, map, Engine.AUTO);
    }

    /** The same, executed by an engine of choice; {@link #engine()} tells which one it is, and why. */
    public A64Cpu(int index, CpuModel model, MemoryMap map, Engine choice) {
        this.index = index;
        this.model = model;
        this.map = map;
        this.block = HostMemory.allocate(A64State.SIZE, arena);
        this.s = block.address();
        setLong(s + A64State.PSTATE_OPTIONAL, optionalPstate(model.features()));
        this.core = new A64Core(this, s, model, index, map, this::broadcast);
        this.mmu = core.mmu();
        this.fetches = mmu.fetches();
        this.debug = core.debug();
        this.pmu = core.pmu();
        this.registers = new A64Registers(s, core.system());
        setLong(s + WAITING, OFF);
        resetRegisters();
        engine = choice == Engine.INTERPRETER ? "interpreter: Java, predecoded; as asked for" : useNative(choice == Engine.NATIVE);
    }

    private String useNative(boolean always) {
        String reason = HostEngine.unsupported();
        try {
            host = reason == null ? new HostEngine(core, fetches, map.memory().window(), always ? 1 : HostEngine.VISITS) : null;
        } catch (UnsupportedOperationException e) {
            reason = e.getMessage();
        }
        if (host == null) {
            return "interpreter: Java, predecoded; not native, since " + reason;
        }
        fetches.onCodeGone(page -> {
            if (page == -1) {
                host.flush();
            } else {
                host.invalidate(page);
            }
        });
        return "native: machine code for this x86-64 host of " + (always ? "all" : "what runs often") + "; what it does not know is done by the interpreter";
    }

    /** At which visit to a block it is translated from now on, if it is at all; for tests, which vary what the guest must not see. */
    public void translateAt(int visit) {
        if (host != null) {
            host.translateAt(visit);
        }
    }

    /**
     * From now on a fault of translated code ends the run with {@link dev.cellvisor.cpu.EngineFaultException}, and not the JVM.
     *
     * @throws UnsupportedOperationException if this host does not allow it; the message says why
     */
    public void containFaults() {
        if (host != null) {
            host.containFaults();
        }
    }

    /**
     * From now on code of blocks is taken from a folder where an earlier run has kept it, and kept there; {@link #engine()} tells how many were taken. An
     * interpreter takes no notice.
     *
     * @param program the SHA-256 of the program that this is part of
     */
    public void keepTranslations(TranslationFolder folder, String program) {
        if (host != null) {
            host.keepTranslations(folder, new StringBuilder("program ").append(program).append("\nmodel ").append(model.name()).append(new TreeSet<>(model.features()))
                    .append(model.paBits()).append(new TreeMap<>(model.identification())).toString());
        }
    }

    /** Writes what was translated where it is kept, as {@link #close} does. */
    public void writeTranslations() {
        if (host != null) {
            host.writeTranslations();
        }
    }

    private static long optionalPstate(Set<Feature> features) {
        return (features.contains(Feature.PAN) ? Exceptions.PAN : 0) | (features.contains(Feature.UAO) ? Exceptions.UAO : 0)
                | (features.contains(Feature.DIT) ? Exceptions.DIT : 0) | (features.contains(Feature.SSBS) ? Exceptions.SSBS : 0)
                | (features.contains(Feature.BTI) ? Exceptions.BTYPE : 0);
    }

    /** Tells each of a VM's CPUs of the others, for SEV and TLB maintenance. */
    public static void connect(List<A64Cpu> cpus) {
        cpus.forEach(cpu -> cpu.all = List.copyOf(cpus));
    }

    private void broadcast(Consumer<Mmu> operation) {
        for (A64Cpu cpu : all) {
            operation.accept(cpu.mmu);
        }
    }

    void sendEventToAll() {
        for (A64Cpu cpu : all) {
            setLong(cpu.s + EVENT, 1);
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String model() {
        return model.name();
    }

    @Override
    public String engine() {
        return host == null ? engine : engine + host.toldOfKept();
    }

    @Override
    public EngineReport engineReport() {
        return host == null ? EngineReport.nothing(retired()) : host.report(retired());
    }

    @Override
    public EngineCounts engineCounts() {
        return host == null ? new EngineCounts(0, 0, 0, 0, mmu.walks(), 0) : host.counts(mmu.walks());
    }

    /** All code that its native engine has emitted; empty if it has none. */
    public Optional<EverythingEmitted> everythingEmitted() {
        return Optional.ofNullable(host).map(HostEngine::everything);
    }

    @Override
    public Optional<EmittedCode> emitted(long va) {
        return host == null ? Optional.empty() : host.emitted(va);
    }

    // ---- running

    @Override
    public Exit run(long maxInstructions) {
        long target = retired() + Math.min(maxInstructions, Long.MAX_VALUE - retired());
        if (fetches.breakpoints().at(pc()) && maxInstructions > 0) {
            fetches.ignoreBreakpoints(true);
            Exit exit = runTo(retired() + 1);
            fetches.ignoreBreakpoints(false);
            if (!(exit instanceof Exit.Limit)) {
                return exit;
            }
        }
        return runTo(target);
    }

    private Exit runTo(long target) {
        core.takeSliceOver();
        while (true) {
            Exit exit = core.takeExit();
            if (exit != null) {
                return exit;
            }
            if (core.landed == retired()) {
                setLong(s + PSTATE, getLong(s + PSTATE) | core.landedType);
                core.landed = -1;
            }
            boolean marked = fetches.breakpoints().takeHit();
            if (marked && fetches.breakpoints().stopsHost(pc())) {
                return new Exit.Breakpoint(pc());
            }
            String reason = stop.get() == null ? null : stop.getAndSet(null);
            if (reason != null) {
                return new Exit.Stopped(reason);
            }
            if (getLong(s + WAITING) != 0 && !wakes()) {
                return new Exit.Waiting();
            }
            if (retired() >= target || core.takeSliceOver()) {
                fetches.settle(pc());
                return new Exit.Limit();
            }
            if (pmu.armed()) {
                pmu.count(retired(), Exceptions.el(s));
            }
            takeInterrupt();
            exit = core.takeExit();
            if (exit != null) { // whoever was told of the interrupt wants to stop right there
                return exit;
            }
            if (getLong(s + VECTOR_LOOPS) >= STUCK_AFTER) {
                setLong(s + VECTOR_LOOPS, 0);
                return new Exit.Stuck("cpu%d takes an exception at its own vector 0x%x again and again: there is no code"
                        .formatted(index, pc()));
            }
            if ((getLong(s + PSTATE) & Exceptions.IL) != 0) {
                core.retiredAtZero++;
                fetches.leave();
                Exceptions.synchronous(s, Exceptions.EC_ILLEGAL, 0, pc());
                exceptionTaken(false);
                continue;
            }
            if (marked || debug.anywhere() || debug.stepping()) {
                debugged(target, marked);
                continue;
            }
            if ((getLong(s + PSTATE) & Exceptions.BTYPE) != 0 && !lands()) {
                continue;
            }
            budget(target);
            try {
                if (host != null && !debug.stepAsked()) { // translated code does not look whether unmasking D begins a step
                    host.run();
                } else {
                    RunLoop.run(fetches, core, s);
                }
            } catch (GuestException e) {
                fetches.leave();
                exceptionTaken();
            }
        }
    }

    /** An indirect branch has come to an instruction: takes the Branch Target exception if it must not, else PSTATE.BTYPE is used up. */
    private boolean lands() {
        long pstate = getLong(s + PSTATE);
        int btype = (int) (pstate & Exceptions.BTYPE) >> 10;
        try {
            if (fetches.lands(pc(), btype)) {
                setLong(s + PSTATE, pstate & ~Exceptions.BTYPE);
                core.landed = retired();
                core.landedType = pstate & Exceptions.BTYPE;
                return true;
            }
            core.retiredAtZero++;
            fetches.leave();
            Exceptions.synchronous(s, Exceptions.EC_BRANCH_TARGET, btype, pc());
            exceptionTaken(false);
        } catch (GuestException e) {
            fetches.leave();
            exceptionTaken();
        }
        return false;
    }

    /**
     * One instruction where the guest debugs itself: software step, a breakpoint at this address, or one at any. The interpreter does it: translated
     * code knows nothing of that.
     *
     * @param marked whether the page has a stop in place of the instruction
     */
    private void debugged(long target, boolean marked) {
        boolean stepping = debug.stepping();
        if (stepping && (getLong(s + PSTATE) & Exceptions.SS) == 0) {
            core.retiredAtZero++;
            debugException(Exceptions.EC_STEP, 0, false);
            return;
        }
        if ((marked || debug.anywhere()) && debug.breaks(pc())) {
            core.retiredAtZero++;
            debugException(Exceptions.EC_BREAKPOINT, 0, false);
            setLong(s + A64State.FAR_EL1, 0); // UNKNOWN; QEMU's choice
            return;
        }
        if ((getLong(s + PSTATE) & Exceptions.BTYPE) != 0 && !lands()) {
            return;
        }
        budget(Math.min(target, retired() + 1));
        if (marked) {
            fetches.passBreakpoint(pc());
        }
        long before = retired();
        try {
            boolean exclusive = stepping && mmu.loadsExclusive(pc());
            RunLoop.run(fetches, core, s);
            if (stepping && retired() != before) {
                stepped(exclusive);
            }
        } catch (GuestException e) {
            fetches.leave();
            exceptionTaken();
        } finally {
            if (marked) {
                fetches.passBreakpoint(-1);
            }
        }
    }

    /** The instruction of a software step is complete: its exception follows, unless debug exceptions are disabled by now. */
    private void stepped(boolean exclusive) {
        debug.advance();
        if (debug.stepping()) {
            setLong(s + WAITING, poweredOn() ? 0 : OFF); // WFI and WFE may end at once
            // ISV, and EX
            debugException(Exceptions.EC_STEP, 1 << 24 | (exclusive ? 1 << 6 : 0), true);
        }
    }

    private void debugException(int exceptionClass, long iss, boolean retired) {
        fetches.leave();
        Exceptions.synchronous(s, exceptionClass + Exceptions.el(s), iss | 0x22, pc());
        exceptionTaken(retired);
    }

    /** Allows instructions up to a count, or a chunk of them. */
    private void budget(long target) {
        long now = retired();
        long allowed = Math.min(target - now, CHUNK);
        if (pmu.armed()) {
            allowed = Math.min(allowed, pmu.untilOverflow(Exceptions.el(s)));
        }
        core.budget = Math.max(0, allowed);
        core.retiredAtZero = now + core.budget;
    }

    private boolean wakes() {
        long waiting = getLong(s + WAITING);
        boolean wakes = waiting == WAITS_FOR_INTERRUPT && getLong(s + LINES) != 0
                || waiting == WAITS_FOR_EVENT && (getLong(s + LINES) != 0 || getLong(s + EVENT) != 0 || monitorLost());
        if (wakes) {
            setLong(s + WAITING, 0);
            if (waiting == WAITS_FOR_EVENT) {
                setLong(s + EVENT, 0);
                core.system().sentEvent();
            }
        }
        return wakes;
    }

    /**
     * Whether what this CPU has marked exclusive was written by another, which is an event for WFE (Arm ARM, B2.9 and D1.6): Linux waits for a
     * change of memory that way. Seen by the value, as store-exclusives see it.
     */
    private boolean monitorLost() {
        int size = (int) getLong(s + A64State.EXCLUSIVE_SIZE);
        long ipa = size == 0 ? -1 : translate(getLong(s + A64State.EXCLUSIVE_ADDRESS));
        if (ipa < 0 || !map.memory().contains(ipa, size)) {
            return false;
        }
        long low = getLong(s + A64State.EXCLUSIVE_LOW);
        long now = map.memory().readLong(ipa & -8) >>> (ipa & 7) * 8;
        return size < 8 ? (now ^ low) << 64 - size * 8 != 0
                : now != low || size == 16 && map.memory().readLong(ipa + 8) != getLong(s + A64State.EXCLUSIVE_HIGH);
    }

    private void takeInterrupt() {
        long lines = getLong(s + LINES);
        if (lines == 0) {
            return;
        }
        long pstate = getLong(s + PSTATE);
        if ((lines & 2) != 0 && (pstate & Exceptions.F) == 0) {
            interrupt("FIQ", Exceptions.FIQ);
        } else if ((lines & 1) != 0 && (pstate & Exceptions.I) == 0) {
            interrupt("IRQ", Exceptions.IRQ);
        }
    }

    private void interrupt(String name, int vector) {
        long from = pc();
        fetches.leave();
        if (pmu.armed()) {
            pmu.exception(retired(), Exceptions.el(s), true);
        }
        Exceptions.enter(s, vector, from);
        if (map.trace().on()) {
            map.trace().emit(new ExceptionTaken(index, name, from, 0, pc()));
        }
    }

    /** An instruction has ended in an exception. SVC and BRK are complete then. */
    private void exceptionTaken() {
        if (core.landed == retired() - 1) {
            setLong(s + A64State.SPSR_EL1, getLong(s + A64State.SPSR_EL1) | core.landedType);
        }
        int exceptionClass = (int) (getLong(s + A64State.ESR_EL1) >>> 26) & 0x3f;
        exceptionTaken(exceptionClass == Exceptions.EC_SVC || exceptionClass == Exceptions.EC_BRK);
    }

    private void exceptionTaken(boolean retired) {
        if (pmu.armed()) {
            pmu.exception(retired(), (int) getLong(s + A64State.SPSR_EL1) >>> 2 & 3, retired);
        }
        if (map.trace().on()) {
            long esr = getLong(s + A64State.ESR_EL1);
            map.trace().emit(new ExceptionTaken(index, Syndrome.describe(esr), getLong(s + A64State.ELR_EL1), esr, pc()));
        }
    }

    @Override
    public long retired() {
        return core.retiredAtZero - core.budget;
    }

    @Override
    public boolean waiting() {
        long waiting = getLong(s + WAITING);
        return waiting == OFF || waiting != 0 && getLong(s + LINES) == 0
                && !(waiting == WAITS_FOR_EVENT && (getLong(s + EVENT) != 0 || monitorLost()));
    }

    @Override
    public void waitForInterrupt() {
        if (getLong(s + LINES) == 0) {
            setLong(s + WAITING, WAITS_FOR_INTERRUPT);
            core.attention();
        }
    }

    @Override
    public boolean waitsForEvent() {
        return getLong(s + WAITING) == WAITS_FOR_EVENT;
    }

    @Override
    public void sendEvent() {
        setLong(s + EVENT, 1);
    }

    @Override
    public boolean poweredOn() {
        return getLong(s + WAITING) != OFF;
    }

    @Override
    public void powerOff() {
        setLong(s + WAITING, OFF);
        core.attention();
    }

    @Override
    public void reset(long pc, long x0) {
        resetRegisters();
        if (host != null) {
            host.mended();
        }
        setLong(s + PC, pc);
        setLong(s, x0);
        setLong(s + WAITING, 0);
        core.attention();
    }

    private void resetRegisters() {
        long lines = getLong(s + LINES);
        long off = getLong(s + WAITING);
        block.asSlice(0, A64State.PSTATE_OPTIONAL).fill((byte) 0);
        block.asSlice(A64State.PSTATE_OPTIONAL + 8, A64State.TLB - A64State.PSTATE_OPTIONAL - 8).fill((byte) 0);
        setLong(s + LINES, lines);
        setLong(s + WAITING, off);
        // Cortex-A57 and A72 TRM: SCTLR_EL1 at reset.
        setLong(s + A64State.SCTLR_EL1, 0x00c5_0838L);
        setLong(s + A64State.OSLSR_EL1, 0xa);
        setLong(s + A64State.PMU, model.identification("PMCR_EL0"));
        setLong(s + PSTATE, Exceptions.D | Exceptions.A | Exceptions.I | Exceptions.F | 5);
        mmu.reset();
        pmu.reset();
        Exceptions.derive(s);
    }

    // ---- registers

    @Override
    public long pc() {
        return getLong(s + PC);
    }

    @Override
    public long get(String register) {
        return registers.get(register);
    }

    @Override
    public void set(String register, long value) {
        registers.set(register, value);
        fetches.leave(); // whatever it was, what is fetched next may be elsewhere
        if (register.equalsIgnoreCase("pc") && poweredOn()) {
            setLong(s + WAITING, 0); // whoever sends it elsewhere wants it to go on; WFI may end for any reason
        }
        core.attention();
    }

    /** Where the registers of a model's CPUs stand in what {@link #save} keeps as "block", by the names of {@link #registerNames} and a few more; 8 bytes each, little-endian. */
    public static Map<String, Integer> registerPlaces(CpuModel model) {
        return A64Registers.places(model);
    }

    @Override
    public List<String> registerNames() {
        return registers.names();
    }

    // ---- wiring

    @Override
    public IrqLine irqLine() {
        return new IrqLine() {
            @Override
            public void set(boolean asserted) {
                line(1, asserted);
            }
        };
    }

    @Override
    public IrqLine fiqLine() {
        return new IrqLine() {
            @Override
            public void set(boolean asserted) {
                line(2, asserted);
            }
        };
    }

    private void line(long bit, boolean asserted) {
        long lines = getLong(s + LINES);
        setLong(s + LINES, asserted ? lines | bit : lines & ~bit);
        if (asserted) {
            core.attention();
        }
    }

    @Override
    public void connect(CpuInterface controller) {
        core.system().add(controller);
    }

    @Override
    public void addSystemRegisters(CpuInterface registersOfBlock) {
        core.system().add(registersOfBlock);
    }

    @Override
    public void connectPmu(IrqLine overflow) {
        pmu.connect(overflow);
    }

    @Override
    public void onFirmwareCall(FirmwareCalls handler) {
        core.onFirmwareCall(handler);
    }

    @Override
    public void leave(Exit exit) {
        core.leave(exit);
    }

    @Override
    public void interruptSlice() {
        core.endSlice();
    }

    @Override
    public void requestStop(String reason) {
        stop.set(reason);
    }

    @Override
    public void addBreakpoint(long va) {
        mmu.breakpoint(va, true);
    }

    @Override
    public void removeBreakpoint(long va) {
        mmu.breakpoint(va, false);
    }

    @Override
    public boolean hasBreakpoints() {
        return fetches.breakpoints().any();
    }

    @Override
    public long translate(long va) {
        return explain(va).ipa();
    }

    /** How an address is translated, step by step, as a data read at the current exception level. */
    public Translation explain(long va) {
        return mmu.explain(va);
    }

    /** The features of its model. */
    public Set<Feature> features() {
        return model.features();
    }

    // ---- state

    @Override
    public State save() {
        if (host != null) {
            host.requireWhole();
        }
        pmu.count(retired(), Exceptions.el(s));
        setLong(s + A64State.RETIRED, retired());
        fetches.saveFetch();
        byte[] bytes = block.asSlice(0, A64State.TLB).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        withoutCaches(MemorySegment.ofArray(bytes));
        return State.of("a64cpu", 2).put("model", model.name()).put("index", index).putShared("block", bytes).putShared("tlb", TlbState.save(s)).build();
    }

    /** Host addresses and other caches are no state: two equal machines have equal bytes. */
    private static void withoutCaches(MemorySegment copy) {
        copy.set(HostMemory.LONG, A64State.TLB_CURRENT, 0);
        copy.set(HostMemory.LONG, A64State.TLB_UNPRIVILEGED, 0);
        copy.set(HostMemory.LONG, A64State.SLOT_DISCARD * 8, 0);
        copy.asSlice(A64State.ENGINE, 24).fill((byte) 0);
        copy.asSlice(A64State.ENGINE_VECTOR, 128).fill((byte) 0);
    }

    @Override
    public void restore(State state) {
        boolean whole = state.version() == 1; // the TLBs stood in the block then
        State mine = state.expect("a64cpu", whole ? 1 : 2);
        byte[] bytes = mine.sharedBytes("block");
        if (!mine.text("model").equals(model.name()) || bytes.length != (whole ? A64State.SIZE : A64State.TLB)) {
            throw new dev.cellvisor.state.StateException("asked to restore a " + mine.text("model") + " of " + bytes.length
                    + " bytes into a " + model.name() + " of " + A64State.TLB);
        }
        if (!whole) {
            TlbState.restore(s, mine.sharedBytes("tlb"));
        }
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, block, 0, bytes.length);
        if (host != null) {
            host.mended();
        }
        core.budget = 0;
        core.retiredAtZero = getLong(s + A64State.RETIRED);
        Exceptions.derive(s);
        if (whole) {
            mmu.dropTags();
        } else {
            mmu.restored();
        }
        mmu.debugChanged();
        fetches.restoreFetch();
        pmu.restored();
    }

    @Override
    public void close() {
        mmu.close();
        if (host != null) {
            host.close();
        }
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
