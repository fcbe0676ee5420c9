package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.RamSnapshot;
import java.util.ArrayList;
import java.util.List;

/** What a VM is to be made of; see {@link Vm#builder}. Everything has a default but the RAM's size is often given. */
public final class VmBuilder {
    /** How much RAM a VM has if nothing is said. */
    public static final int DEFAULT_MEMORY_MIB = 512;
    /** The CPU model if nothing is said. */
    public static final String DEFAULT_CPU_MODEL = "cortex-a57";

    final String name;
    final List<Ram> ram = new ArrayList<>();
    Board board;
    long seed = 1;
    int instructionsPerTick = dev.cellvisor.time.VirtualClock.DEFAULT_INSTRUCTIONS_PER_TICK;
    String cpuModel = DEFAULT_CPU_MODEL;
    int cpus = 1;
    long quantum = Scheduler.TURN;
    int gic = 3;
    boolean its;
    CpuFactory cpuFactory;
    Cpu.Kind kind = Cpu.EMULATED;
    Engine engine = Engine.AUTO;
    boolean containFaults;
    TranslationFolder translations;
    long startDateSeconds = DEFAULT_DATE;
    boolean legacyVirtio;
    boolean notifyByEventfd;
    KeptFolder keptRuns;
    long keptRunsFrom;

    /** 2026-01-01T00:00:00Z: what the real-time clock shows at the start if nothing is said. */
    static final long DEFAULT_DATE = 1_767_225_600L;

    /** A slot of RAM that was asked for; a negative address means where the board has RAM. */
    record Ram(long address, long sizeBytes) {
    }

    /** The same under another name. */
    VmBuilder named(String newName) {
        var copy = new VmBuilder(newName);
        copy.ram.addAll(ram);
        copy.board = board;
        copy.seed = seed;
        copy.instructionsPerTick = instructionsPerTick;
        copy.cpuModel = cpuModel;
        copy.cpus = cpus;
        copy.cpuFactory = cpuFactory;
        copy.engine = engine;
        copy.containFaults = containFaults;
        copy.translations = translations;
        copy.startDateSeconds = startDateSeconds;
        copy.legacyVirtio = legacyVirtio;
        copy.gic = gic;
        copy.its = its;
        copy.quantum = quantum;
        copy.kind = kind;
        copy.notifyByEventfd = notifyByEventfd;
        copy.keptRuns = keptRuns;
        copy.keptRunsFrom = keptRunsFrom;
        return copy;
    }

    /** All that a state must agree on to be restored. */
    String describe() {
        return "%d × %s at %d instructions per tick on board %s with GICv%d%s%s and RAM %s".formatted(cpus, cpuModel, instructionsPerTick, board.name(), gic,
                its ? " and ITS" : "", legacyVirtio ? " with legacy slots" : "", ram.stream().map(slot -> (slot.address < 0 ? "" : "0x%x ".formatted(slot.address))
                        + (slot.sizeBytes >> 10) + " KiB").toList());
    }

    VmBuilder(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a VM needs a name, e.g. Vm.builder(\"demo\")");
        }
        this.name = name;
    }

    /** RAM where the board has it, in MiB; 512 if nothing is said. */
    public VmBuilder memoryMiB(int mebibytes) {
        return boardMemory((long) mebibytes << 20);
    }

    /** RAM where the board has it, in bytes: a multiple of 4096. */
    public VmBuilder boardMemory(long sizeBytes) {
        if (sizeBytes <= 0 || sizeBytes % GuestMemory.PAGE_SIZE != 0) {
            throw new IllegalArgumentException("RAM of %d bytes; it must be a positive multiple of %d".formatted(sizeBytes, GuestMemory.PAGE_SIZE));
        }
        ram.removeIf(slot -> slot.address < 0);
        ram.add(new Ram(-1, sizeBytes));
        return this;
    }

    /** A slot of RAM at an address of its own; may be called again for more slots. Nothing is put where the board has RAM then. */
    public VmBuilder memory(long address, long sizeBytes) {
        if (address < 0) {
            throw new IllegalArgumentException("RAM at 0x%x: a guest-physical address has at most 48 bits".formatted(address));
        }
        ram.add(new Ram(address, sizeBytes));
        return this;
    }

    /** The board; if nothing is said {@link Board#VIRT}, or {@link Board#PC_LITE} with KVM on x86-64. */
    public VmBuilder board(Board newBoard) {
        board = newBoard;
        return this;
    }

    /** Where all the guest's randomness comes from; 1 if nothing is said. */
    public VmBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** How many instructions make one tick of 16 ns; 16 if nothing is said. */
    public VmBuilder instructionsPerTick(int instructions) {
        instructionsPerTick = instructions;
        return this;
    }

    /** The CPU model; {@code "cortex-a57"} if nothing is said. */
    public VmBuilder cpuModel(String model) {
        cpuModel = model;
        return this;
    }

    /**
     * How many CPUs, one if nothing is said.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public VmBuilder cpus(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("cpus(" + count + "): a VM has at least one CPU");
        }
        cpus = count;
        return this;
    }

    /**
     * How many instructions a CPU executes before it is the next one's turn, where there are several; 10,000 if nothing is said. A CPU that waits or
     * yields ends its turn early.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public VmBuilder quantum(long instructions) {
        if (instructions < 1) {
            throw new IllegalArgumentException("quantum(" + instructions + "): a turn has at least one instruction");
        }
        quantum = instructions;
        return this;
    }

    /**
     * The interrupt controller's version; a GICv3 if nothing is said. A GICv2 serves 8 CPUs at most.
     *
     * @throws IllegalArgumentException if it is neither 2 nor 3
     */
    public VmBuilder gic(int version) {
        if (version != 2 && version != 3) {
            throw new IllegalArgumentException("gic(" + version + "): there are versions 2 and 3");
        }
        gic = version;
        return this;
    }

    /** Gives the GICv3 an ITS, and so LPIs; it has none if nothing is said, since no device on these boards has message-signalled interrupts. */
    public VmBuilder its() {
        its = true;
        return this;
    }

    /** How the emulated CPUs execute; {@link Vm#engine} says what it is in the end, and why. The guest sees no difference. */
    public VmBuilder engine(Engine choice) {
        engine = choice;
        return this;
    }

    /**
     * Lets a fault of the native engine's code end the run with {@link dev.cellvisor.cpu.EngineFaultException}, in place of the JVM: for who works on the engine.
     * The VM can go back to a snapshot after that. A signal handler of ours stands before the JVM's then, for as long as the JVM runs.
     */
    public VmBuilder containFaults() {
        containFaults = true;
        return this;
    }

    /**
     * Keeps the native engine's code of blocks between runs, in {@link TranslationFolder#own}: a later run of the same program takes what it has for the same page, and need not translate it. It is
     * written when the VM is closed, or by {@link Vm#writeTranslations}; {@link Vm#engine} and {@link VmCpu#engineCounts} tell how many blocks were taken. Nothing is kept if nothing is said.
     * The guest sees no difference.
     */
    public VmBuilder keepTranslations() {
        return keepTranslations(TranslationFolder.own());
    }

    /** As {@link #keepTranslations()}, in a folder of one's own: who may write to it may have this process execute anything, so it must be the user's alone. */
    public VmBuilder keepTranslations(TranslationFolder folder) {
        translations = folder;
        return this;
    }

    /**
     * What the CPUs are: {@link Cpu#EMULATED} if nothing is said, or {@link Cpu#KVM}. The devices, and the way to talk to the VM, are the same; what KVM
     * cannot promise (counts of instructions, determinism, fingerprints) is refused where it is asked for.
     */
    public VmBuilder cpu(Cpu.Kind choice) {
        kind = choice;
        return this;
    }

    /**
     * With KVM, has QueueNotify answered in the kernel by an eventfd (ioeventfd): the vCPU goes on at once and a thread of ours does the
     * device's work beside it. Each notification is an exit if nothing is said; the emulated CPU takes no notice.
     */
    public VmBuilder notifyByEventfd() {
        notifyByEventfd = true;
        return this;
    }

    /** Who makes the CPUs; the emulated ones if nothing is said. */
    public VmBuilder cpu(CpuFactory factory) {
        cpuFactory = factory;
        return this;
    }

    /**
     * Makes all virtio-mmio slots legacy (Version 1), but for devices that ask for {@linkplain dev.cellvisor.virtio.VirtioDevice#modern() the
     * modern interface}; they are Version 2 if nothing is said.
     */
    public VmBuilder legacyVirtio() {
        legacyVirtio = true;
        return this;
    }

    /** What the real-time clock shows at the start, in seconds since 1970; the start of 2026 if nothing is said. */
    public VmBuilder date(long secondsSince1970) {
        startDateSeconds = secondsSince1970;
        return this;
    }

    /** How many instructions a run must have to be kept if nothing is said: executing so many takes longer than taking them from the cache. */
    public static final long KEPT_RUNS_FROM = 100_000_000;

    /**
     * Pays for runs only once: what {@link Vm#runUntil}, {@link Vm#tryRunUntil} and {@link Vm#shell} come to is kept in {@link KeptFolder#own}, with the console and the counts, and where the
     * very same run is asked for again, here or in another program, the machine is made what it was then, in some hundredths of a second. A notebook that is run again so takes the stored
     * state up to the first cell that changed. Nothing is kept if nothing is said.
     *
     * <p>The same run is: the same machine in the same state, the same inputs so far, the same condition and limit of instructions, the same devices with their options, the same library, and the same
     * code and values of cells in devices and conditions. It is told on standard error when a run is taken, and when, and why, the cache steps aside: because somebody listens (to the trace, the
     * console, what a device sends), looks back (a history) or along (a profile, breakpoints), because the host has a part (KVM, a network, a disk that is written to), or because code of a cell
     * may do more than compute. A condition of one's own is a lambda, {@code when("…", () -> …)}. See {@link Vm#keptRuns}. Forks keep nothing. A run that was taken says the host's seconds of the one that was
     * executed; the engine's own counts are not kept.
     *
     * <p>System property {@code cellvisor.keepRuns=no}, or the environment's {@code CELLVISOR_KEEP_RUNS=no}, makes this do nothing: for whoever must see every run executed. With {@code temporary}
     * in place of {@code no} only {@linkplain KeptFolder#temporary temporary folders} are used.
     */
    public VmBuilder keepRuns() {
        return keepRuns(KeptFolder.own(), KEPT_RUNS_FROM);
    }

    /**
     * As {@link #keepRuns()}, in a folder of one's own.
     *
     * @param fromInstructions runs that are shorter are executed each time
     */
    public VmBuilder keepRuns(KeptFolder folder, long fromInstructions) {
        keptRuns = folder;
        keptRunsFrom = fromInstructions;
        return this;
    }

    /**
     * Makes the VM. One of the same name in this JVM is closed first, so that a cell can be run again.
     *
     * @throws IllegalArgumentException if the parts do not fit, naming what would
     */
    public Vm build() {
        if (board == null) {
            board = kind == Cpu.KVM && HostArch.HOST == HostArch.X86_64 ? Board.PC_LITE : Board.VIRT;
        }
        if (kind == Cpu.KVM) {
            if (!cpuModel.equals(DEFAULT_CPU_MODEL)) {
                throw new IllegalArgumentException("cpuModel(\"%s\") is for emulated CPUs; on KVM the model is the host's own".formatted(cpuModel));
            }
            if (gic == 2 || its) {
                throw new IllegalArgumentException("%s is for emulated CPUs; the interrupt controller of a VM on KVM is in the kernel: a GICv3 without ITS"
                        .formatted(gic == 2 ? "gic(2)" : "its()"));
            }
            cpuModel = "host";
        } else if (board.architecture() == Board.Architecture.X86_64) {
            throw new IllegalArgumentException("board %s is for x86-64, and the emulated CPU is AArch64: cpu(Cpu.KVM) on an x86-64 host, or board(Board.VIRT)"
                    .formatted(board.name()));
        }
        if (board.hasDevices() && cpus > board.maxCpus()) {
            throw new IllegalArgumentException("%d CPUs were asked for; board %s has room for %d".formatted(cpus, board.name(), board.maxCpus()));
        }
        if (gic == 2 && its) {
            throw new IllegalArgumentException("its() was asked for; a GICv2 has none, a GICv3 has");
        }
        if (gic == 2 && cpus > dev.cellvisor.irq.Gicv2.MOST_CPUS) {
            throw new IllegalArgumentException("%d CPUs were asked for; a GICv2 has room for %d".formatted(cpus, dev.cellvisor.irq.Gicv2.MOST_CPUS));
        }
        if (ram.isEmpty()) {
            memoryMiB(DEFAULT_MEMORY_MIB);
        }
        return build(null);
    }

    /** Makes the VM with what a snapshot had in RAM. */
    Vm build(RamSnapshot content) {
        VmBuilder own = named(name);
        own.keptRuns = content == null ? keptRuns : null; // a fork's runs are its own
        return Vm.register(new Vm(own, content));
    }

    Cpu createCpu(int index, Vm vm) {
        CpuFactory factory = cpuFactory != null ? cpuFactory : EmulatedCpus.factory(engine, containFaults, translations);
        return factory.create(index, cpuModel, vm.map(), vm.clock(), vm.trace());
    }
}
