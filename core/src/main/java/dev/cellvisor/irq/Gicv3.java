package dev.cellvisor.irq;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.OddAccess;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A GICv3 (Arm IHI 0069): one distributor, and for each CPU a redistributor and a CPU interface of system registers. It has one
 * Security state (GICD_CTLR.DS is 1), affinity routing only, 5 bits of priority, and LPIs only if it has an ITS. Group 1 is signalled as IRQ,
 * Group 0 as FIQ.
 *
 * <p>The state of the interrupts is bitmaps of 32. After each change the highest priority pending interrupt of the CPUs
 * concerned is found again from one word of candidates per 32 interrupts.
 *
 * <pre>{@code
 * var gic = new Gicv3(1, 224, trace);
 * map.add(0x0800_0000, 0x1_0000, gic.distributor());
 * map.add(0x080A_0000, 0x2_0000, gic.redistributors().get(0));
 * cpu.connect(gic.cpuInterface(0));
 * gic.connect(0, cpu.irqLine(), cpu.fiqLine());
 * var uart = new Pl011(gic.spi(33), ...);
 * }</pre>
 */
public final class Gicv3 implements InterruptController {

    /** The size of the distributor's region. */
    public static final long GICD_SIZE_BYTES = 0x1_0000;
    /** The size of one redistributor's region: the frames RD_base and SGI_base. */
    public static final long GICR_SIZE_BYTES = 0x2_0000;
    /** The size of the ITS's region: its control frame and its translation frame. */
    public static final long GITS_SIZE_BYTES = 0x2_0000;
    /** What ICC_IAR0_EL1 and ICC_IAR1_EL1 read when there is nothing to acknowledge. */
    public static final int SPURIOUS = 1023;

    private static final int MAX_SPIS = 960;
    private static final int MAX_CPUS = 512;

    final Trace trace;
    final InterruptBank shared;
    final long[] irouter;
    /** {@code null} without an ITS. */
    final GicLpis lpis;
    private final GicIts its;
    int ctlr = GicRegisters.CTLR_ARE | GicRegisters.CTLR_DS;

    private final GicDistributor distributor;
    private final GicRedistributor[] redistributors;
    private final GicCpuInterface[] interfaces;
    /** For each CPU the SPIs that are routed to it by affinity, one bit each. */
    private final int[][] routed;
    private final int[] oneOfN;
    private int oneOfNCount;
    private GicInputs inputs = GicInputs.NONE;

    /**
     * A controller with all interrupts disabled, in Group 0, and routed to CPU 0.
     *
     * @param cpus from 1 to 512
     * @param spis how many shared interrupts, INTID 32 and up: a multiple of 32 up to 960
     * @param trace where its facts go
     * @throws IllegalArgumentException if a number is out of range
     */
    public Gicv3(int cpus, int spis, Trace trace) {
        this(cpus, spis, trace, null);
    }

    /**
     * The same with LPIs and an ITS, whose tables and commands are in guest memory.
     *
     * @param memory the guest's; {@code null} for a controller without
     */
    public Gicv3(int cpus, int spis, Trace trace, GuestMemory memory) {
        if (cpus < 1 || cpus > MAX_CPUS) {
            throw new IllegalArgumentException("a GICv3 for " + cpus + " CPUs was asked for; 1 to " + MAX_CPUS + " are possible");
        }
        if (spis < 32 || spis > MAX_SPIS || spis % 32 != 0) {
            throw new IllegalArgumentException("a GICv3 with " + spis + " SPIs was asked for; it takes a multiple of 32 from 32 to "
                    + MAX_SPIS + ", the nearest is " + Math.clamp((spis + 16) / 32 * 32, 32, MAX_SPIS));
        }
        this.trace = trace;
        shared = new InterruptBank(32, spis);
        irouter = new long[spis];
        routed = new int[cpus][shared.words];
        oneOfN = new int[shared.words];
        Arrays.fill(routed[0], -1);
        lpis = memory == null ? null : new GicLpis(memory, cpus);
        its = memory == null ? null : new GicIts(this, memory);
        distributor = new GicDistributor(this);
        redistributors = new GicRedistributor[cpus];
        interfaces = new GicCpuInterface[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            redistributors[cpu] = new GicRedistributor(this, cpu, cpus);
            interfaces[cpu] = new GicCpuInterface(this, cpu);
        }
    }

    @Override
    public int cpus() {
        return interfaces.length;
    }

    @Override
    public int spis() {
        return irouter.length;
    }

    /** Sets who is told of what is done to it by its methods and its frames. */
    public void inputs(GicInputs newInputs) {
        inputs = newInputs;
        distributor.inputs(newInputs);
        for (GicRedistributor redistributor : redistributors) {
            redistributor.inputs(newInputs);
        }
        if (its != null) {
            its.inputs(newInputs);
        }
    }

    /** The distributor, a region of {@link #GICD_SIZE_BYTES}. */
    public RegisterDevice distributor() {
        return distributor;
    }

    /** The redistributors by CPU; each is a region of {@link #GICR_SIZE_BYTES}, right behind the one before. */
    public List<RegisterDevice> redistributors() {
        return List.of(redistributors);
    }

    /**
     * The Interrupt Translation Service, a region of {@link #GITS_SIZE_BYTES}.
     *
     * @throws IllegalStateException if the controller was made without one
     */
    public RegisterDevice its() {
        if (its == null) {
            throw new IllegalStateException("this GICv3 has no ITS");
        }
        return its;
    }

    /**
     * A message-signalled interrupt: what a device's write of GITS_TRANSLATER does. Which LPI it becomes, at which CPU, is what the guest has
     * mapped; a message that it has not is dropped.
     *
     * @param device its DeviceID, 16 bits
     * @param event its EventID, which the guest gave it as the message's data
     * @throws IllegalStateException if the controller was made without an ITS
     */
    public void message(int device, int event) {
        its();
        inputs.message(device, event);
        its.message(device, event);
    }

    /** The system registers of a CPU, ICC_*_EL1. */
    public CpuInterface cpuInterface(int cpu) {
        return interfaces[checkCpu(cpu)];
    }

    /** Connects the lines on which it signals to a CPU; they are driven to their level at once. */
    @Override
    public void connect(int cpu, IrqLine irq, IrqLine fiq) {
        interfaces[checkCpu(cpu)].lines().connect(irq, fiq);
    }

    /**
     * The affinity Aff3.Aff2.Aff1.Aff0 of a CPU in 32 bits: sixteen CPUs to a cluster, so that the target list of an SGI
     * reaches each (as QEMU's virt machine has it). MPIDR_EL1 must say the same.
     */
    public static int affinity(int cpu) {
        return cpu >> 4 << 8 | cpu & 15;
    }

    /**
     * The input of a shared interrupt.
     *
     * @param intid from 32: the SPI's number and 32
     * @throws IllegalArgumentException if there is no such interrupt
     */
    @Override
    public IrqLine spi(int intid) {
        if (intid < 32 || intid >= 32 + spis()) {
            throw new IllegalArgumentException("INTID " + intid + " is no SPI of this controller; they are 32 to " + (31 + spis())
                    + (intid >= 0 && intid < 32 ? ", SPI number " + intid + " is INTID " + (intid + 32) : ""));
        }
        return new IrqLine() {
            @Override
            public void set(boolean asserted) {
                drive(shared, intid, -1, asserted);
            }
        };
    }

    /**
     * The input of a private peripheral interrupt.
     *
     * @param cpu whose
     * @param intid 16 to 31: the PPI's number and 16
     * @throws IllegalArgumentException if there is no such interrupt
     */
    @Override
    public IrqLine ppi(int cpu, int intid) {
        if (intid < 16 || intid > 31) {
            throw new IllegalArgumentException("INTID " + intid + " is no PPI; they are 16 to 31"
                    + (intid >= 0 && intid < 16 ? ", PPI number " + intid + " is INTID " + (intid + 16) : ""));
        }
        InterruptBank bank = redistributors[checkCpu(cpu)].bank;
        return new IrqLine() {
            @Override
            public void set(boolean asserted) {
                drive(bank, intid, cpu, asserted);
            }
        };
    }

    /** Makes an interrupt pending, as a write of ISPENDR does; an SGI or PPI at CPU 0. See {@link #inject(int, int)}. */
    @Override
    public void inject(int intid) {
        inject(intid, 0);
    }

    /**
     * Makes an interrupt pending, as a write of ISPENDR does; it is delivered if it is enabled and its priority suffices.
     *
     * @param intid of any SGI, PPI or SPI
     * @param cpu whose SGI or PPI; without meaning for an SPI
     * @throws IllegalArgumentException if there is no such interrupt
     */
    public void inject(int intid, int cpu) {
        InterruptBank bank = bank(intid, cpu);
        inputs.pending(intid < 32 ? cpu : -1, intid);
        if (trace.on()) {
            trace.emit(new GicFact.Injected(intid, intid < 32 ? cpu : -1));
        }
        bank.set(bank.latched, intid, true);
        changed(bank, intid, cpu);
    }

    /** An interrupt as it is now; an SGI or PPI at CPU 0. See {@link #interrupt(int, int)}. */
    public GicInterrupt interrupt(int intid) {
        return interrupt(intid, 0);
    }

    /**
     * An interrupt as it is now.
     *
     * @param cpu whose SGI or PPI; without meaning for an SPI
     * @throws IllegalArgumentException if there is no such interrupt
     */
    @Override
    public GicInterrupt interrupt(int intid, int cpu) {
        InterruptBank bank = bank(intid, cpu);
        int group = group(bank, intid);
        return bank.interrupt(intid, cpu, group, group == 0, intid < 32 ? "" : GicInterrupt.route(irouter[intid - 32]));
    }

    /** A CPU's side as it is now. */
    public GicCpuState cpuState(int cpu) {
        return interfaces[checkCpu(cpu)].view(redistributors[cpu].asleep());
    }

    // ---- for the parts ----

    boolean asleep(int cpu) {
        return redistributors[cpu].asleep();
    }

    InterruptBank bankOf(int intid, int cpu) {
        return intid < 32 ? redistributors[cpu].bank : intid < 32 + spis() ? shared : null;
    }

    int group(InterruptBank bank, int intid) {
        return bank.test(bank.group, intid) ? 1 : 0;
    }

    /** GICR_TYPER: affinity, Processor_Number, and Last at the last one. */
    static long typer(int cpu, int cpus, boolean lpis) {
        return (long) affinity(cpu) << 32 | (long) cpu << 8 | (cpu == cpus - 1 ? 1 << 4 : 0) | (lpis ? 1 : 0);
    }

    void drive(InterruptBank bank, int intid, int cpu, boolean asserted) {
        if (bank.drive(intid, asserted)) {
            inputs.line(cpu, intid, asserted);
            if (trace.on()) {
                trace.emit(new GicFact.Line(intid, cpu, asserted));
            }
            changed(bank, intid, cpu);
        }
    }

    /** To be called after an interrupt of a bank has changed. */
    void changed(InterruptBank bank, int intid, int cpu) {
        if (bank == shared) {
            sharedChanged(intid - 32 >> 5);
        } else {
            update(cpu);
        }
    }

    /** After a change to one word of SPIs: only CPUs that some of them are routed to can be concerned. */
    void sharedChanged(int word) {
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            if ((routed[cpu][word] | oneOfN[word]) != 0) {
                update(cpu);
            }
        }
    }

    void updateAll() {
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            update(cpu);
        }
    }

    /** After a change at a CPU interface or a redistributor; that can also move a 1 of N interrupt from or to another CPU. */
    void cpuChanged(int cpu) {
        if (oneOfNCount > 0) {
            updateAll();
        } else {
            update(cpu);
        }
    }

    void route(int spi, long value) {
        long before = irouter[spi];
        irouter[spi] = value & GicRegisters.IROUTER_MASK;
        if (irouter[spi] != before) {
            routeBits(spi);
            updateAll();
        }
    }

    private void routeBits(int spi) {
        int word = spi >> 5;
        int bit = 1 << (spi & 31);
        boolean any = (irouter[spi] & GicRegisters.IROUTER_IRM) != 0;
        oneOfNCount += (any ? 1 : 0) - ((oneOfN[word] & bit) != 0 ? 1 : 0);
        oneOfN[word] = any ? oneOfN[word] | bit : oneOfN[word] & ~bit;
        int affinity = (int) (irouter[spi] >>> 8 & 0xff00_0000L | irouter[spi] & 0x00ff_ffffL);
        for (int cpu = 0; cpu < routed.length; cpu++) {
            routed[cpu][word] = !any && affinity(cpu) == affinity ? routed[cpu][word] | bit : routed[cpu][word] & ~bit;
        }
    }

    /** Sends an SGI (IHI 0069, forwarding an SGI to a target PE): it is taken by a CPU where it is configured in the group that was asked for. */
    void sendSgi(int from, int to, int intid, int group) {
        InterruptBank bank = redistributors[to].bank;
        if (group(bank, intid) == group) {
            if (trace.on()) {
                trace.emit(new GicFact.Sgi(intid, from, to));
            }
            bank.set(bank.latched, intid, true);
            update(to);
        }
    }

    void odd(GicFrame frame, boolean write, long offset, int sizeBytes) {
        odd(frame.name(), "IHI 0069, GIC memory-mapped register access", frame.odd(write, offset, sizeBytes));
    }

    void odd(String part, String rule, String what) {
        if (trace.on()) {
            trace.emit(new OddAccess(part, rule, what));
        }
    }

    /** Finds a CPU's highest priority pending interrupt again, and drives its lines. */
    void update(int cpu) {
        GicCpuInterface cpuInterface = interfaces[cpu];
        int group1 = groupOpen(cpu, 1) ? -1 : 0;
        int group0 = groupOpen(cpu, 0) ? -1 : 0;
        int bestIntid = SPURIOUS;
        int bestPriority = GicCpuInterface.NO_PRIORITY;
        if ((group0 | group1) != 0) {
            InterruptBank bank = redistributors[cpu].bank;
            int candidates = bank.ready(0) & (bank.group[0] & group1 | ~bank.group[0] & group0);
            for (; candidates != 0; candidates &= candidates - 1) {
                int intid = Integer.numberOfTrailingZeros(candidates);
                int priority = bank.priority[intid] & 0xff;
                // Of equal priorities the lowest INTID comes first; the architecture leaves it open (IHI 0069, 4.8).
                if (priority < bestPriority) {
                    bestPriority = priority;
                    bestIntid = intid;
                }
            }
            bank = shared;
            for (int word = 0; word < bank.words; word++) {
                candidates = bank.ready(word) & (routed[cpu][word] | oneOfN[word]) & (bank.group[word] & group1 | ~bank.group[word] & group0);
                for (; candidates != 0; candidates &= candidates - 1) {
                    int spi = word << 5 | Integer.numberOfTrailingZeros(candidates);
                    int priority = bank.priority[spi] & 0xff;
                    if (priority < bestPriority && ((oneOfN[word] >>> spi & 1) == 0 || chosen(spi) == cpu)) {
                        bestPriority = priority;
                        bestIntid = spi + 32;
                    }
                }
            }
        }
        int lpi = lpis != null && group1 != 0 ? lpis.best(cpu) : 0;
        if (lpi != 0 && lpis.priority(cpu, lpi) < bestPriority) {
            bestPriority = lpis.priority(cpu, lpi);
            bestIntid = lpi;
        }
        int group = bestIntid == SPURIOUS || bestIntid >= GicLpis.FIRST ? 1 : group(bestIntid < 32 ? redistributors[cpu].bank : shared, bestIntid);
        cpuInterface.highestPending(bestIntid, bestPriority, group);
    }

    /** Whether interrupts of a group can reach a CPU: enabled at the distributor and at the CPU interface, and the CPU not asleep. */
    private boolean groupOpen(int cpu, int group) {
        return (ctlr >>> group & 1) != 0 && interfaces[cpu].enabled(group) && !redistributors[cpu].asleep();
    }

    /**
     * The one CPU that a 1 of N interrupt goes to. The architecture leaves the choice open (IHI 0069, 1 of N model); here it is the first
     * CPU at which the group is open and that would be interrupted at once, and if there is none, the first at which it is open.
     */
    private int chosen(int spi) {
        int group = shared.group[spi >> 5] >>> (spi & 31) & 1;
        int first = -1;
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            if (groupOpen(cpu, group)) {
                if (interfaces[cpu].canPreempt(shared.priority[spi] & 0xff, group)) {
                    return cpu;
                }
                if (first < 0) {
                    first = cpu;
                }
            }
        }
        return first;
    }

    private InterruptBank bank(int intid, int cpu) {
        InterruptBank bank = intid < 0 ? null : bankOf(intid, checkCpu(cpu));
        if (bank == null) {
            throw new IllegalArgumentException("INTID " + intid + " does not exist; there are 0 to " + (31 + spis()));
        }
        return bank;
    }

    private int checkCpu(int cpu) {
        if (cpu < 0 || cpu >= interfaces.length) {
            throw new IllegalArgumentException("CPU " + cpu + " does not exist; there are 0 to " + (interfaces.length - 1));
        }
        return cpu;
    }

    @Override
    public State save() {
        List<State> parts = new ArrayList<>();
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            parts.add(State.of("gicr", 1).put("asleep", redistributors[cpu].asleep()).put("interrupts", redistributors[cpu].bank.save())
                    .put("interface", interfaces[cpu].save()).build());
        }
        var state = State.of("gicv3", 1).put("ctlr", ctlr).put("spis", shared.save()).put("irouter", irouter).put("cpus", parts);
        return (lpis == null ? state : state.put("lpis", lpis.save())).build();
    }

    @Override
    public void restore(State state) {
        state.expect("gicv3", 1);
        List<State> parts = state.children("cpus");
        if (parts.size() != interfaces.length) {
            throw new StateException("the state is of a GICv3 for " + parts.size() + " CPUs, this one is for " + interfaces.length);
        }
        InterruptBank.check(state.child("spis"), shared);
        long[] routes = state.numbers("irouter");
        int newCtlr = state.integer("ctlr");
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            parts.get(cpu).expect("gicr", 1).number("asleep");
            InterruptBank.check(parts.get(cpu).child("interrupts"), redistributors[cpu].bank);
            GicCpuInterface.check(parts.get(cpu).child("interface"));
        }
        ctlr = newCtlr;
        shared.restore(state.child("spis"));
        System.arraycopy(routes, 0, irouter, 0, irouter.length);
        for (int spi = 0; spi < irouter.length; spi++) {
            routeBits(spi);
        }
        for (int cpu = 0; cpu < interfaces.length; cpu++) {
            redistributors[cpu].asleep(parts.get(cpu).flag("asleep"));
            redistributors[cpu].bank.restore(parts.get(cpu).child("interrupts"));
            interfaces[cpu].take(parts.get(cpu).child("interface"));
        }
        if (lpis != null) {
            lpis.restore(state.child("lpis"));
        }
        updateAll();
        for (GicCpuInterface cpuInterface : interfaces) {
            cpuInterface.lines().drive();
        }
    }
}
