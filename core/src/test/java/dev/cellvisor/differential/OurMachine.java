package dev.cellvisor.differential;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.EngineCounts;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.boot.Psci;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The emulated CPU with GICv3, timer and PSCI, and RAM that this process writes and reads directly. */
final class OurMachine implements Machine {
    private static final long GICD = 0x0800_0000L;
    private static final long GICR = 0x080a_0000L;
    private static final int SPIS = 224;

    private final CpuModel model;
    private final long maxInstructions;
    private final Engine engine;
    private final GuestMemory memory = new GuestMemory();
    private final MemorySlot slot;
    private final Consumer<A64Cpu> made;
    private long retired;
    private EngineCounts counts = EngineCounts.NONE;

    OurMachine(String model) {
        this(model, 4_000_000_000L);
    }

    /** @param maxInstructions a run that is longer is taken for one that never ends */
    OurMachine(String model, long maxInstructions) {
        this(model, maxInstructions, Engine.AUTO);
    }

    OurMachine(String model, long maxInstructions, Engine engine) {
        this(model, maxInstructions, engine, cpu -> { });
    }

    /** @param made is given each CPU before it runs: every run has a new one */
    OurMachine(String model, long maxInstructions, Engine engine, Consumer<A64Cpu> made) {
        this.made = made;
        this.engine = engine;
        this.model = model(model);
        this.maxInstructions = maxInstructions;
        this.slot = memory.add("ram", Layout.RAM, Layout.RAM_SIZE);
    }

    /** A model by name, less what QEMU 7.2's of that name does not have: FEAT_LSE2. */
    static CpuModel model(String name) {
        CpuModel model = CpuModel.of(name);
        Set<Feature> features = EnumSet.copyOf(model.features());
        features.remove(Feature.LSE2);
        return new CpuModel(model.name(), features, model.paBits(), model.identification());
    }

    static Set<Feature> features(String model) {
        return model(model).features();
    }

    /** What QEMU calls the model, less what ours does not have. */
    static String qemuCpu(String model) {
        return model.equals("max") ? "max,sve=off,sme=off,pmu=off" : model + ",pmu=off";
    }

    @Override
    public String name() {
        return "ours " + model.name() + (engine == Engine.AUTO ? "" : " " + engine.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public MemorySegment ram() {
        return slot.segment();
    }

    /** Instructions retired in the last run. */
    long retired() {
        return retired;
    }

    /** What the engine did in the last run. */
    EngineCounts counts() {
        return counts;
    }

    @Override
    public void run() {
        var trace = new Trace();
        var map = new MemoryMap(memory, trace);
        try (var cpu = new A64Cpu(0, model, map, engine)) {
            var clock = new VirtualClock();
            clock.countWith(cpu::retired);
            var gic = new Gicv3(1, SPIS, trace);
            map.add(GICD, Gicv3.GICD_SIZE_BYTES, gic.distributor());
            map.add(GICR, Gicv3.GICR_SIZE_BYTES, gic.redistributors().get(0));
            gic.connect(0, cpu.irqLine(), cpu.fiqLine());
            cpu.connect(gic.cpuInterface(0));
            cpu.addSystemRegisters(new GenericTimer(0, clock, new EventQueue(), gic.ppi(0, GenericTimer.PHYSICAL_INTID),
                    gic.ppi(0, GenericTimer.VIRTUAL_INTID)));
            cpu.onFirmwareCall(new Psci(List.of(cpu), trace, address -> memory.contains(address, 4)));
            cpu.reset(Layout.HARNESS, 0);
            made.accept(cpu);
            try {
                while (true) {
                    Exit exit = cpu.run(maxInstructions - cpu.retired());
                    if (exit instanceof Exit.PowerOff) {
                        return;
                    }
                    if (!(exit instanceof Exit.Limit) || cpu.retired() >= maxInstructions) {
                        throw new IllegalStateException("%s ended with %s at 0x%x after %,d instructions"
                                .formatted(name(), exit, cpu.pc(), cpu.retired()));
                    }
                }
            } catch (IllegalStateException e) {
                throw e;
            } catch (RuntimeException e) {
                // A mistake of ours: a guest never throws in the host.
                throw new IllegalStateException("%s threw %s at 0x%x".formatted(name(), e, cpu.pc()), e);
            } finally {
                retired = cpu.retired();
                counts = cpu.engineCounts();
            }
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
