package dev.cellvisor.irq;

import dev.cellvisor.memory.OddAccess;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A GICv2 (Arm IHI 0048) without Security Extensions: a distributor and a CPU interface, both reached by address; which CPU reaches them decides what
 * it sees of the banked registers. Up to 8 CPUs, 5 bits of priority. Group 0 is signalled as IRQ, or as FIQ where GICC_CTLR.FIQEn asks for
 * it; Group 1 as IRQ.
 */
public final class Gicv2 implements InterruptController {
    /** The size of the distributor's region. */
    public static final long GICD_SIZE_BYTES = 0x1_0000;
    /** The size of the CPU interface's region. */
    public static final long GICC_SIZE_BYTES = 0x1_0000;
    /** How many CPUs there can be. */
    public static final int MOST_CPUS = 8;
    static final int SPURIOUS = 1023;
    private static final int SGIS = 16;
    private static final int SGI_BITS = 0xffff;

    final Trace trace;
    final InterruptBank shared;
    final InterruptBank[] banks;
    /** For each CPU and SGI the CPUs that have sent it, one bit each. */
    final byte[][] senders;
    /** For each SPI the CPUs that it goes to. */
    final byte[] targets;
    int control;
    private final IntSupplier currentCpu;
    private final Gicv2Interface[] interfaces;
    private final Gicv2Distributor distributor;
    private final Gicv2Interface.Frame frame;
    private GicInputs inputs = GicInputs.NONE;

    /**
     * A controller with all interrupts disabled, in Group 0, and sent to no CPU.
     *
     * @param cpus from 1 to 8
     * @param spis how many shared interrupts, INTID 32 and up: a multiple of 32
     * @param currentCpu the CPU that an access of a register comes from
     * @param trace where its facts go
     * @throws IllegalArgumentException if there are too many CPUs
     */
    public Gicv2(int cpus, int spis, IntSupplier currentCpu, Trace trace) {
        if (cpus < 1 || cpus > MOST_CPUS) {
            throw new IllegalArgumentException("a GICv2 for " + cpus + " CPUs was asked for; 1 to " + MOST_CPUS + " are possible, a GICv3 has more");
        }
        this.trace = trace;
        this.currentCpu = currentCpu;
        shared = new InterruptBank(32, spis);
        banks = new InterruptBank[cpus];
        interfaces = new Gicv2Interface[cpus];
        senders = new byte[cpus][SGIS];
        targets = new byte[spis];
        Arrays.fill(targets, (byte) (cpus == 1 ? 1 : 0)); // of one CPU, they are RAO (IHI 0048, GICD_ITARGETSRn)
        for (int cpu = 0; cpu < cpus; cpu++) {
            banks[cpu] = new InterruptBank(0, 32);
            banks[cpu].enabled[0] = SGI_BITS; // SGIs are always enabled here
            interfaces[cpu] = new Gicv2Interface(this, cpu);
        }
        distributor = new Gicv2Distributor(this);
        frame = new Gicv2Interface.Frame(this);
    }

    /** Sets who is told of what is done to it by its methods and its frames. */
    public void inputs(GicInputs newInputs) {
        inputs = newInputs;
        distributor.inputs(newInputs);
        frame.inputs(newInputs);
    }

    /** The distributor, a region of {@link #GICD_SIZE_BYTES}. */
    public RegisterDevice distributor() {
        return distributor;
    }

    /** The CPU interface, a region of {@link #GICC_SIZE_BYTES}: each CPU finds its own there. */
    public RegisterDevice cpuInterface() {
        return frame;
    }

    @Override
    public int cpus() {
        return banks.length;
    }

    @Override
    public int spis() {
        return targets.length;
    }

    @Override
    public GicInterrupt interrupt(int intid, int cpu) {
        if (intid < 0 || intid >= 32 + targets.length || cpu < 0 || cpu >= banks.length) {
            throw new IllegalArgumentException("INTID " + intid + " of CPU " + cpu + " does not exist; there are 0 to " + (31 + targets.length) + " and CPUs 0 to "
                    + (banks.length - 1));
        }
        InterruptBank bank = bankOf(intid, cpu);
        int group = bank.test(bank.group, intid) ? 1 : 0;
        int to = intid < 32 ? 0 : targets[intid - 32] & 0xff;
        int first = intid < 32 ? cpu : Integer.numberOfTrailingZeros(to);
        return bank.interrupt(intid, cpu, group, group == 0 && first < banks.length && interfaces[first].fiqEnabled(), intid < 32 ? "" : GicInterrupt.targets(to));
    }

    @Override
    public IrqLine spi(int intid) {
        if (intid < 32 || intid >= 32 + targets.length) {
            throw new IllegalArgumentException("INTID " + intid + " is no SPI of this controller; they are 32 to " + (31 + targets.length));
        }
        return asserted -> drive(shared, intid, -1, asserted);
    }

    @Override
    public IrqLine ppi(int cpu, int intid) {
        if (intid < 16 || intid > 31) {
            throw new IllegalArgumentException("INTID " + intid + " is no PPI; they are 16 to 31");
        }
        InterruptBank bank = banks[cpu];
        return asserted -> drive(bank, intid, cpu, asserted);
    }

    @Override
    public void connect(int cpu, IrqLine irq, IrqLine fiq) {
        interfaces[cpu].lines().connect(irq, fiq);
    }

    @Override
    public void inject(int intid) {
        if (intid < 0 || intid >= 32 + targets.length) {
            throw new IllegalArgumentException("INTID " + intid + " does not exist; there are 0 to " + (31 + targets.length));
        }
        inputs.pending(-1, intid);
        if (trace.on()) {
            trace.emit(new GicFact.Injected(intid, intid < 32 ? 0 : -1));
        }
        if (intid < SGIS) {
            sendSgi(0, 0, intid);
        } else {
            InterruptBank bank = intid < 32 ? banks[0] : shared;
            bank.set(bank.latched, intid, true);
            updateAll();
        }
    }

    private void drive(InterruptBank bank, int intid, int cpu, boolean asserted) {
        if (bank.drive(intid, asserted)) {
            inputs.line(cpu, intid, asserted);
            if (trace.on()) {
                trace.emit(new GicFact.Line(intid, cpu, asserted));
            }
            updateAll();
        }
    }

    // ---- for the parts

    int current() {
        return Math.clamp(currentCpu.getAsInt(), 0, banks.length - 1);
    }

    Gicv2Interface currentInterface() {
        return interfaces[current()];
    }

    InterruptBank bankOf(int intid, int cpu) {
        return intid < 32 ? banks[cpu] : intid < 32 + targets.length ? shared : null;
    }

    void sendSgi(int from, int to, int intid) {
        if (trace.on()) {
            trace.emit(new GicFact.Sgi(intid, from, to));
        }
        senders(to, intid, senders[to][intid] | 1 << from);
        update(to);
    }

    /** Sets who has sent an SGI that is not acknowledged yet; it is pending as long as there is one. */
    void senders(int cpu, int intid, int mask) {
        senders[cpu][intid] = (byte) mask;
        banks[cpu].set(banks[cpu].latched, intid, (mask & 0xff) != 0);
    }

    void updateAll() {
        for (int cpu = 0; cpu < banks.length; cpu++) {
            update(cpu);
        }
    }

    /** Finds a CPU's highest priority pending interrupt again, and drives its lines. */
    void update(int cpu) {
        int best = SPURIOUS;
        int bestPriority = GicCpuInterface.NO_PRIORITY;
        int group0 = (control & 1) != 0 && interfaces[cpu].enabled(0) ? -1 : 0;
        int group1 = (control & 2) != 0 && interfaces[cpu].enabled(1) ? -1 : 0;
        for (int word = -1; word < shared.words && (group0 | group1) != 0; word++) {
            InterruptBank bank = word < 0 ? banks[cpu] : shared;
            int index = Math.max(word, 0);
            int candidates = bank.ready(index) & (bank.group[index] & group1 | ~bank.group[index] & group0);
            for (; candidates != 0; candidates &= candidates - 1) {
                int intid = bank.firstIntid + index * 32 + Integer.numberOfTrailingZeros(candidates);
                boolean mine = word < 0 || (targets[intid - 32] >>> cpu & 1) != 0;
                if (mine && bank.priority(intid) < bestPriority) {
                    bestPriority = bank.priority(intid);
                    best = intid;
                }
            }
        }
        int group = best == SPURIOUS ? 0 : bankOf(best, cpu).test(bankOf(best, cpu).group, best) ? 1 : 0;
        interfaces[cpu].highestPending(best, bestPriority, group);
    }

    void odd(GicFrame frame, boolean write, long offset, int sizeBytes) {
        odd(frame.name(), frame.odd(write, offset, sizeBytes));
    }

    void odd(String part, String what) {
        if (trace.on()) {
            trace.emit(new OddAccess(part, "IHI 0048, 4", what));
        }
    }

    @Override
    public State save() {
        List<State> parts = new ArrayList<>();
        for (int cpu = 0; cpu < banks.length; cpu++) {
            parts.add(State.of("gicv2-cpu", 1).put("interrupts", banks[cpu].save()).put("senders", senders[cpu]).put("interface", interfaces[cpu].save()).build());
        }
        return State.of("gicv2", 1).put("ctlr", control).put("spis", shared.save()).put("targets", targets).put("cpus", parts).build();
    }

    @Override
    public void restore(State state) {
        state.expect("gicv2", 1);
        List<State> parts = state.children("cpus");
        if (parts.size() != banks.length) {
            throw new StateException("the state is of a GICv2 for " + parts.size() + " CPUs, this one is for " + banks.length);
        }
        InterruptBank.check(state.child("spis"), shared);
        control = state.integer("ctlr");
        shared.restore(state.child("spis"));
        System.arraycopy(state.bytes("targets"), 0, targets, 0, targets.length);
        for (int cpu = 0; cpu < banks.length; cpu++) {
            banks[cpu].restore(parts.get(cpu).child("interrupts"));
            System.arraycopy(parts.get(cpu).bytes("senders"), 0, senders[cpu], 0, SGIS);
            interfaces[cpu].restore(parts.get(cpu).child("interface"));
        }
        updateAll();
        for (Gicv2Interface cpuInterface : interfaces) {
            cpuInterface.lines().drive();
        }
    }
}
