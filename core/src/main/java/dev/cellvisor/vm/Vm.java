package dev.cellvisor.vm;

import dev.cellvisor.boot.DeviceTree;
import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.boot.Psci;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.asm.Explanation;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.debug.BlockListing;
import dev.cellvisor.debug.Listing;
import dev.cellvisor.debug.Symbols;
import dev.cellvisor.device.Pl011;
import dev.cellvisor.device.Pl031;
import dev.cellvisor.irq.Gicv2;
import dev.cellvisor.device.SerialPort;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.State;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A virtual machine: RAM, CPUs, a board of devices, and one thread's worth of control over them. A cell makes one, puts a
 * program in, and runs it as far as it likes:
 *
 * <pre>{@code
 * var vm = Vm.builder("demo").memoryMiB(512).build();
 * vm.boot().kernel(Path.of("Image")).initrd(Path.of("initrd.cpio")).prepare();
 * vm.runUntil(console("# "));
 * System.out.println(vm.shell("uname -a"));
 * }</pre>
 *
 * <p>Everything but {@link #pause}, {@link #type}, {@link #console} and the inputs is for one thread at a time: the one that runs it. An input
 * from another thread is handed over and takes effect between two instructions.
 */
public final class Vm implements AutoCloseable {
    private static final Map<String, Vm> BY_NAME = new HashMap<>();

    private final VmBuilder shape;
    private final String name;
    private final Board board;
    private final long seed;
    private final String cpuModel;
    private final GuestMemory memory = new GuestMemory();
    private final Trace trace = new Trace();
    private final MemoryMap map = new MemoryMap(memory, trace);
    private final VirtualClock clock;
    private final EventQueue events = new EventQueue();
    private final List<Cpu> cpus = new ArrayList<>();
    private final List<VmCpu> vmCpus = new ArrayList<>();
    private final KvmMachine kvm;
    private final MemoryMap ports;
    private final Execution scheduler;
    private final Psci psci;
    private final Console console = new Console(this);
    private final InputLog inputs = new InputLog();
    private final InputGate inputGate = new InputGate(this);
    private final HostSide hostSide = new HostSide(this);
    private final BoardDevices devices;
    private final int gicVersion;
    private final boolean its;
    private final GuestSymbols symbols = new GuestSymbols(this);
    private final PanicWatch panic = new PanicWatch(this);
    private final MachineParts parts = new MachineParts(this);
    private final Running running = new Running(this);
    private final VirtioSlots slots = new VirtioSlots(this);
    private BootSetup boot;
    private String prompt = "# ";
    private final RunKeeper runKeeper;
    private boolean closed;
    private History history;
    private Profile profile;
    private Lan lan;

    /** What happens when the guest asks for a reset (PSCI SYSTEM_RESET). */
    public enum ResetPolicy {
        /** The machine starts again as {@link BootSetup#prepare} left it; time goes on. */
        RESTART,
        /** The run ends with {@link Exit.Reset}. */
        STOP
    }

    /** Starts to make a VM. The name is for people and unique in this JVM: building it again closes the VM that had it. */
    public static VmBuilder builder(String name) {
        return new VmBuilder(name);
    }

    /** The open VM of a name, or {@code null}. */
    public static Vm named(String name) {
        synchronized (BY_NAME) {
            return BY_NAME.get(name);
        }
    }

    /** All open VMs, by name. */
    public static List<Vm> open() {
        synchronized (BY_NAME) {
            return BY_NAME.values().stream().sorted(java.util.Comparator.comparing(Vm::name)).toList();
        }
    }

    static Vm register(Vm vm) {
        Vm old;
        synchronized (BY_NAME) {
            old = BY_NAME.put(vm.name, vm);
        }
        if (old != null) {
            old.close();
        }
        return vm;
    }

    Vm(VmBuilder builder, RamSnapshot content) {
        shape = builder;
        name = builder.name;
        board = builder.board;
        seed = builder.seed;
        cpuModel = builder.cpuModel;
        runKeeper = builder.keptRuns == null ? null : new RunKeeper(this, builder.keptRuns, builder.keptRunsFrom);
        clock = new VirtualClock(builder.instructionsPerTick);
        if (content != null) {
            memory.become(content);
        }
        List<VmBuilder.Ram> pieces = new ArrayList<>();
        for (VmBuilder.Ram ram : content != null ? List.<VmBuilder.Ram>of() : builder.ram) {
            pieces.addAll(board.ram(ram));
        }
        long[] sizes = new long[pieces.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = pieces.get(i).sizeBytes();
        }
        memory.expect(sizes);
        for (int i = 0; i < sizes.length; i++) {
            memory.add(i == 0 ? "ram" : "ram" + i, pieces.get(i).address(), sizes[i]);
        }
        psci = new Psci(cpus, trace, address -> memory.contains(address, 4));
        ports = new MemoryMap(new GuestMemory(), trace);
        kvm = builder.kind == Cpu.KVM ? KvmMachine.open(this, builder.cpus) : null;
        try {
            for (int i = 0; i < builder.cpus; i++) {
                Cpu cpu = kvm != null ? kvm.cpus().get(i) : builder.createCpu(i, this);
                cpu.onFirmwareCall(psci);
                cpus.add(cpu);
                vmCpus.add(new VmCpu(this, cpu));
            }
            EmulatedCpus.connect(cpus);
            trace.stampWith(clock::instructions);
            scheduler = kvm != null ? new KvmExecution(kvm.cpus(), clock, events) : new Scheduler(cpus, clock, events, builder.quantum);
            gicVersion = builder.gic;
            its = builder.its;
            devices = new BoardDevices(this, builder);
            boot = new BootSetup(this);
            if (builder.notifyByEventfd && scheduler instanceof KvmExecution execution) {
                execution.notifyByEventfd(kvm.vm(), board, devices.slots());
            }
            inputGate.open();
            scheduler.onWoken(tick -> inputGate.log(InputLog.Kind.TIME, Long.toString(tick), new byte[0]));
            resetCpus(memory.slots().getFirst().address(), 0);
        } catch (RuntimeException | Error e) { // it does not come to be: nothing of it stays open
            if (kvm != null) {
                kvm.close();
            }
            memory.close();
            throw e;
        }
    }

    // ---- its parts ----

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its board. */
    public Board board() {
        return board;
    }

    /** The seed of all its randomness. */
    public long seed() {
        return seed;
    }

    /** Its RAM. */
    public GuestMemory memory() {
        return memory;
    }

    /** A piece of RAM as a hexdump. */
    public Hexdump hexdump(long address, int sizeBytes) {
        return new Hexdump(address, memory.read(address, sizeBytes));
    }

    /** Who answers at which address. Reads and writes here are those of a CPU, by hand; prefer {@link #read} and {@link #write}. */
    public MemoryMap map() {
        return map;
    }

    /** Who answers at which I/O port, on a board that has any. */
    public MemoryMap ports() {
        return ports;
    }

    /** Its half in the kernel, or {@code null} if its CPUs are emulated. */
    KvmMachine kvm() {
        return kvm;
    }

    /** Its time. */
    public VirtualClock clock() {
        return clock;
    }

    /** What is due at which tick. */
    public EventQueue events() {
        return events;
    }

    /** Its stream of facts. */
    public Trace trace() {
        return trace;
    }

    /** What the guest wrote to its UART. */
    public Console console() {
        return console;
    }

    /**
     * The UART.
     *
     * @throws IllegalStateException if the board has none
     */
    public Pl011 uart() {
        return devices.uart();
    }

    /**
     * The UART that is the console, whatever its kind.
     *
     * @throws IllegalStateException if the board has none
     */
    public SerialPort serialPort() {
        return devices.serialPort();
    }

    /**
     * The real-time clock.
     *
     * @throws IllegalStateException if the board has none
     */
    public Pl031 rtc() {
        return devices.rtc();
    }

    /**
     * The interrupt controller of a VM that was built with {@link VmBuilder#gic gic(2)}.
     *
     * @throws IllegalStateException if it is another, or the board has none
     */
    public Gicv2 gicv2() {
        return devices.gicv2();
    }

    /**
     * The interrupt controller.
     *
     * @throws IllegalStateException if the board has none, or a GICv2
     */
    public Gicv3 gic() {
        return devices.gic();
    }

    /** What came from outside. */
    public InputLog inputs() {
        return inputs;
    }

    /** How many CPUs it has. */
    public int cpuCount() {
        return cpus.size();
    }

    /**
     * One of its CPUs.
     *
     * @throws IllegalArgumentException if there is no such CPU
     */
    public VmCpu cpu(int index) {
        if (index < 0 || index >= cpus.size()) {
            throw new IllegalArgumentException("cpu(%d): there %s; Vm.builder(…).cpus(n) has more".formatted(index,
                    cpus.size() == 1 ? "is CPU 0 only" : "are CPUs 0 to " + (cpus.size() - 1)));
        }
        return vmCpus.get(index);
    }

    /** Its CPUs. */
    public List<VmCpu> cpus() {
        return Collections.unmodifiableList(vmCpus);
    }

    /** Whether instructions are counted: not on KVM, where {@link VirtualClock#instructions} are nanoseconds. */
    public boolean countsInstructions() {
        return scheduler.counts();
    }

    /** The number of the CPU whose turn it is: of several, one runs at a time. */
    public int currentCpu() {
        return scheduler.currentCpu().index();
    }

    /** From now on translations are kept in a folder, as {@link VmBuilder#keepTranslations} says: for a VM that came from a snapshot. */
    public void keepTranslations(TranslationFolder folder) {
        EmulatedCpus.keepTranslations(cpus, folder);
    }

    /** Writes the translations that are kept between runs, as {@link #close} does; does nothing if none are. */
    public void writeTranslations() {
        running.hold();
        try {
            EmulatedCpus.writeTranslations(cpus);
        } finally {
            running.letGo();
        }
    }

    /** Which engine executes, and why this one. */
    public String engine() {
        return cpus.getFirst().engine();
    }

    Execution scheduler() {
        return scheduler;
    }

    InputGate inputGate() {
        return inputGate;
    }

    HostSide hostSide() {
        return hostSide;
    }

    /** Whether the caller is part of what this VM does right now. */
    boolean runsHere() {
        return (running.isMine() || scheduler.isMachineThread()) && scheduler.inside();
    }

    /** Keeps other threads from running it until {@link #letGo}; whether that is possible now. */
    boolean tryHold() {
        return running.tryHold();
    }

    void letGo() {
        running.letGo();
    }

    BoardDevices boardDevices() {
        return devices;
    }

    void eachCpu(Consumer<Cpu> action) {
        cpus.forEach(action);
    }

    // ---- devices ----

    /**
     * Puts a device at a place.
     *
     * @param address guest-physical
     * @param sizeBytes how much of the address space it answers
     * @param device its name, its reads and its writes
     * @throws dev.cellvisor.memory.AddressException if something is there already
     */
    public MmioRegion add(long address, long sizeBytes, MmioDevice device) {
        requireIdle("add(…)");
        MmioRegion region = map.add(address, sizeBytes, device);
        inputGate.log(InputLog.Kind.MACHINE, "'%s' added at 0x%x".formatted(device.name(), address), new byte[0]);
        return region;
    }

    /**
     * Takes a device away.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public void remove(MmioDevice device) {
        requireIdle("remove(…)");
        for (MmioRegion region : map.regions()) {
            if (region.device() == device) {
                map.remove(region);
                inputGate.log(InputLog.Kind.MACHINE, "'%s' removed".formatted(device.name()), new byte[0]);
                return;
            }
        }
        throw new IllegalArgumentException("'%s' is not in this VM; there are %s".formatted(device.name(), map.regions()));
    }

    /** Its devices, by address. */
    public List<MmioRegion> devices() {
        return List.copyOf(map.regions());
    }

    /** A load by hand, as a CPU would do it: RAM, a device, or nothing (0). One of a device is an input. */
    public long read(long address, int sizeBytes) {
        requireIdle("read(…)");
        requireAccessSize("read", address, sizeBytes);
        return map.read(address, sizeBytes);
    }

    /** A store by hand, as a CPU would do it. It is an input. */
    public void write(long address, int sizeBytes, long value) {
        requireAccessSize("write", address, sizeBytes);
        outside(() -> map.write(address, sizeBytes, value));
    }

    private static void requireAccessSize(String call, long address, int sizeBytes) {
        if (sizeBytes < 1 || sizeBytes > 8 || Integer.bitCount(sizeBytes) != 1) {
            throw new IllegalArgumentException("%s(0x%x, %d): an access has 1, 2, 4 or 8 bytes; vm.memory().%s(…) takes any number in RAM"
                    .formatted(call, address, sizeBytes, call));
        }
    }

    /**
     * Plugs a virtio device into the last free virtio-mmio slot: QEMU fills them from the last one down.
     *
     * @return the slot: registers, queues, address and interrupt
     * @throws IllegalStateException if there is no free slot, or the device sits elsewhere
     */
    public VirtioMmio attach(VirtioDevice device) {
        return slots.attach(devices.freeSlot(), device);
    }

    /** Plugs a virtio device into a slot, from 0; see {@link #attach(VirtioDevice)}. */
    public VirtioMmio attach(int slot, VirtioDevice device) {
        return slots.attach(slots.at(slot), device);
    }

    /**
     * Puts another device into a device's slot. A driver of the guest must have let go of the old one before and must be told of the new one after:
     * {@link #hotSwap} does all three steps.
     *
     * @return the slot
     * @throws IllegalStateException if the new device sits elsewhere; the old one stays then
     */
    public VirtioMmio replace(VirtioMmio slot, VirtioDevice replacement) {
        return slots.replace(slot, replacement);
    }

    /**
     * As {@link #replace(VirtioMmio, VirtioDevice)}, with the slot by its device's name. This is the one for a cell that defines the device's
     * class anew: JShell then sets the variables to {@code null} that were made with the class as it was.
     */
    public VirtioMmio replace(String deviceName, VirtioDevice replacement) {
        return slots.replace(slots.named(deviceName), replacement);
    }

    /** As {@link #replace(VirtioMmio, VirtioDevice)}, with the slot by the device that is in it. */
    public VirtioMmio replace(VirtioDevice old, VirtioDevice replacement) {
        return slots.replace(slots.of(old), replacement);
    }

    /**
     * Swaps a device under a running Linux that shows its shell's prompt: the driver is unbound in sysfs, the device replaced, and the driver bound.
     *
     * @return the slot
     * @throws IllegalStateException if there is no prompt, and says what to do by hand; or if Linux does not do as it is told
     */
    public VirtioMmio hotSwap(VirtioMmio slot, VirtioDevice replacement) {
        slots.require(slot);
        return new HotSwap(this).swap(slot, replacement);
    }

    /** As {@link #hotSwap(VirtioMmio, VirtioDevice)}, with the slot by its device's name; see {@link #replace(String, VirtioDevice)}. */
    public VirtioMmio hotSwap(String deviceName, VirtioDevice replacement) {
        return hotSwap(slots.named(deviceName), replacement);
    }

    /** As {@link #hotSwap(VirtioMmio, VirtioDevice)}, with the slot by the device that is in it. */
    public VirtioMmio hotSwap(VirtioDevice old, VirtioDevice replacement) {
        return hotSwap(slots.of(old), replacement);
    }

    /** Plugs a device into the last free slot of a running Linux that shows its shell's prompt, and binds the driver; see {@link #hotSwap}. */
    public VirtioMmio hotPlug(VirtioDevice device) {
        return new HotSwap(this).plug(devices.freeSlot(), device);
    }

    /** Unbinds the driver and takes the device out, under a running Linux that shows its shell's prompt; see {@link #hotSwap}. */
    public void hotUnplug(VirtioMmio slot) {
        new HotSwap(this).unplug(slot);
    }

    /** Takes a virtio device out of its slot, which is empty then. */
    public void detach(VirtioMmio slot) {
        slots.detach(slot);
    }

    /**
     * A virtio-mmio slot.
     *
     * @throws IllegalArgumentException if the board has no such slot
     */
    public VirtioMmio slot(int index) {
        return slots.at(index);
    }

    /**
     * The virtio-mmio slot of a device.
     *
     * @param deviceName e.g. {@code "virtio-blk"}, or the slot's own name, e.g. {@code "virtio-mmio.31"}
     * @throws IllegalArgumentException if there is none, or more than one; the message lists them
     */
    public VirtioMmio slot(String deviceName) {
        return slots.named(deviceName);
    }

    /** The virtio-mmio slots, by address; most are empty. */
    public List<VirtioMmio> slots() {
        return List.copyOf(devices.slots());
    }

    /** A driver by hand for the device in a slot. While it waits for an answer, time passes to the next event. */
    public VirtioDriver driver(VirtioMmio slot) {
        return slots.driver(slot);
    }

    /**
     * The input line of an interrupt. Driving it is an input.
     *
     * @param intid an SPI's INTID (32 and up), or a PPI of CPU 0 (16 to 31)
     * @throws IllegalArgumentException if there is no such interrupt
     */
    public IrqLine irq(int intid) {
        IrqLine line = devices.line(intid);
        return asserted -> outside(InputLog.Kind.INTERRUPT, () -> intid + "=" + (asserted ? 1 : 0), () -> line.set(asserted));
    }

    /** Makes an interrupt pending. It is an input. */
    public void inject(int intid) {
        devices.line(intid);
        outside(InputLog.Kind.INTERRUPT, () -> intid + " pending", () -> devices.inject(intid));
    }

    // ---- programs ----

    /** What it is to boot; see {@link BootSetup}. */
    public BootSetup boot() {
        return boot;
    }

    /** Puts bytes into RAM. */
    public void load(long address, byte[] bytes) {
        memory.write(address, bytes);
    }

    /** Puts a file into RAM, as it is. */
    public void load(long address, Path file) {
        memory.write(address, BootFile.read("file", file));
    }

    /** Puts an ELF file's segments where they want to be, takes its symbols, and sets PC to its entry. X0 stays. */
    public void load(ElfFile elf) {
        if (elf.isAarch64() == (board.architecture() == Board.Architecture.X86_64)) {
            throw new IllegalArgumentException("'%s' is for %s, and board %s is not".formatted(elf.name(), elf.isAarch64() ? "AArch64" : "x86", board.name()));
        }
        Loader.load(memory, elf);
        symbols.add(elf);
        cpu(0).set("pc", elf.entry());
    }

    /**
     * Prepares a program without an operating system: an ELF file, a flat binary (put at the start of RAM + 0x80000) or an arm64
     * Image. X0 is the device tree.
     */
    public BootSetup program(Path file) {
        return boot.kernel(file).prepare();
    }

    /** The device tree of the board as it is now, without what {@link BootSetup} adds. */
    public DeviceTree boardTree() {
        DeviceTree tree = BoardTree.of(board, memory.slots(), cpuModel, cpus.size(), seed, gicVersion, its);
        if (kvm != null && board.hasDevices()) {
            tree.root().remove("pmu"); // a vCPU has none unless it is asked for, and a driver that looks for it complains
        }
        return tree;
    }

    void prepared(BootSetup setup) {
        running.prepared(setup);
        boot = setup;
        symbols.prepared(setup);
    }

    void resetCpus(long pc, long x0) {
        if (scheduler instanceof KvmExecution execution) {
            execution.forget();
        }
        cpus.getFirst().reset(pc, x0);
        for (Cpu cpu : cpus.subList(1, cpus.size())) {
            cpu.powerOff();
        }
    }

    /** The names of the guest's addresses, where they are now. */
    public Symbols symbols() {
        return symbols.now();
    }

    /**
     * Instructions as they stand in memory.
     *
     * @param va a virtual address, as CPU 0 would fetch from it now
     * @param count how many
     * @throws IllegalArgumentException if nothing is mapped there
     * @throws UnsupportedOperationException for CPUs that are not AArch64
     */
    public Listing disassemble(long va, int count) {
        if (board.architecture() == Board.Architecture.X86_64) {
            throw new UnsupportedOperationException("disassemble: board %s has x86-64 CPUs, and this library knows the instructions of AArch64; ".formatted(board.name())
                    + "objdump -D -b binary -m i386:x86-64 reads what vm.memory() gives");
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            long ipa = cpu(0).translate(va + 4L * i);
            if (!memory.contains(ipa, 4)) {
                throw new IllegalArgumentException("no RAM is mapped at 0x%x now, so there are no instructions; CPU 0 is at 0x%x".formatted(va + 4L * i, cpu(0).pc()));
            }
            words[i] = memory.readInt(ipa);
        }
        return Listing.of(va, words, symbols.now(), cpu(0).pc());
    }

    /**
     * What CPU 0 executes at a virtual address, three ways: the guest's instructions, their meaning, and the machine code that the native engine made of them.
     *
     * @throws IllegalArgumentException if it has made none, with the reason
     */
    public BlockListing block(long va) {
        EmittedCode code = cpu(0).cpu().emitted(va).orElseThrow(() -> new IllegalArgumentException(
                "there is no machine code of the instruction at 0x%x: it has not run often enough, or its engine makes none (%s)".formatted(va, cpu(0).engine())));
        return BlockListing.of(code, code.instructions().stream().map(part -> disassemble(part.va(), 1).lines().getFirst()).toList());
    }

    /**
     * How CPU 0 would translate a virtual address now, for a data read, step by step; nothing is changed.
     *
     * @throws UnsupportedOperationException if nobody can tell: for CPUs of x86-64
     */
    public Translation translate(long va) {
        return translate(0, va);
    }

    /** How a CPU would translate a virtual address now; see {@link #translate(long)}. */
    public Translation translate(int cpu, long va) {
        if (cpu(cpu).cpu() instanceof A64Cpu emulated) {
            return emulated.explain(va);
        }
        if (cpu(cpu).cpu() instanceof KvmCpu onKvm) {
            return onKvm.explain(va);
        }
        throw new UnsupportedOperationException("only an emulated CPU can explain a walk; cpu" + cpu + " runs on: " + cpu(cpu).engine());
    }

    /** What an instruction word is: its fields and its meaning. */
    public Explanation explain(int word) {
        return Explanation.of(word);
    }

    /** Instructions from a symbol on; see {@link #disassemble(long, int)}. */
    public Listing disassemble(String symbol, int count) {
        return disassemble(symbols.now().address(symbol), count);
    }

    /** The instructions that CPU 0 executes next; see {@link #disassemble(long, int)}. */
    public Listing disassemble(int count) {
        return disassemble(cpu(0).pc(), count);
    }

    // ---- running ----

    /** Executes one instruction. */
    public RunResult step() {
        return step(1);
    }

    /** Executes so many instructions; idle time is jumped over. */
    public RunResult step(long instructions) {
        return running.step(instructions);
    }

    /** Runs until the guest comes to an end or waits for input, {@link #pause} is called, or the default limits are reached. */
    public RunResult run() {
        return running.run(Condition.never(), false);
    }

    /** Runs for at most so many instructions; otherwise as {@link #run()}. */
    public RunResult run(long limitInstructions) {
        if (kvm != null) {
            scheduler.requireExact("run(%d), a limit of instructions".formatted(limitInstructions));
        }
        return running.run(Condition.never().limit(limitInstructions), false);
    }

    /**
     * Runs until a condition is met.
     *
     * @throws RunLimitException if a limit is reached before, or the run ends for another reason
     */
    public RunResult runUntil(Condition condition) {
        return running.run(condition, true);
    }

    /** Runs until a condition is met or the run ends for another reason, which is no error here: see {@link RunResult#met}. */
    public RunResult tryRunUntil(Condition condition) {
        return running.run(condition, false);
    }

    /** Stops a run from another thread, within a tenth of a second; a run that begins later is stopped at once. */
    public void pause() {
        scheduler.stop("pause() was called");
    }

    /** What happens when the guest asks for a reset; {@link ResetPolicy#RESTART} if nothing is said. */
    public void onReset(ResetPolicy policy) {
        running.onReset(policy);
    }

    boolean stopsAtReset() {
        return running.stopsAtReset();
    }

    /** What happens when every CPU waits: time jumps by default, a terminal lets it pass. */
    public void pace(Pacer pacer) {
        scheduler.pace(pacer);
    }

    /** The kernel's own words if it panicked, or {@code null}. A panic ends a run with {@link Exit.Stuck}. */
    public String panic() {
        return panic.seen();
    }

    /**
     * What became of its runs, in a VM that {@linkplain VmBuilder#keepRuns keeps} them.
     *
     * @throws IllegalStateException if it does not
     */
    public KeptRuns keptRuns() {
        if (runKeeper == null) {
            throw new IllegalStateException("VM '%s' keeps no runs; build it with keepRuns()".formatted(name));
        }
        return runKeeper.report();
    }

    RunKeeper runKeeper() {
        return runKeeper;
    }

    // ---- the console ----

    /** Types text on the UART. What does not fit in its FIFO waits until the guest has taken the rest. It is an input. */
    public void type(String text) {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Types bytes on the UART; see {@link #type(String)}. */
    public void type(byte[] bytes) {
        outside(() -> {
            inputGate.log(InputLog.Kind.TYPE, "", bytes);
            inputGate.asMachine(() -> {
                devices.serialPort().receive(bytes);
                return null;
            });
        });
    }

    /**
     * Runs commands at the guest's shell prompt: waits for the prompt, types, and waits for the end.
     *
     * @param commands one or more shell commands, lines too
     * @return what they printed, and the last one's status
     * @throws RunLimitException if the prompt or the end does not come within the default limits
     */
    public ShellResult shell(String commands) {
        return shell(commands, Condition.never());
    }

    /** As {@link #shell(String)} with the limits of a condition, e.g. {@code powerOff().seconds(10)}; it ends the wait too. */
    public ShellResult shell(String commands, Condition limits) {
        return shell(commands, limits, null);
    }

    /**
     * As {@link #shell(String, Condition)}, telling each byte of the output as it comes.
     *
     * @param output called on this thread; may be {@code null}
     */
    public ShellResult shell(String commands, Condition limits, IntConsumer output) {
        return new GuestShell(this).run(commands, prompt, limits, output);
    }

    /** What the guest's prompt ends in. */
    public String prompt() {
        return prompt;
    }

    /** Sets what the guest's prompt ends in; {@code "# "} if nothing is said. */
    public void prompt(String end) {
        if (end.isEmpty()) {
            throw new IllegalArgumentException("an empty prompt cannot be waited for");
        }
        prompt = end;
    }

    // ---- counts and state ----

    /** How often the guest left for a device or for firmware. */
    public ExitCounts exits() {
        return ExitCounts.of(map, ports, psci);
    }

    /** How often each virtio device was notified by an eventfd, without an exit; see {@link VmBuilder#notifyByEventfd}. */
    public Map<String, Long> notificationsWithoutExit() {
        return scheduler instanceof KvmExecution execution && execution.doorbells() != null ? execution.doorbells().rung() : Map.of();
    }

    /** Starts all counts from 0. */
    public void resetExits() {
        map.regions().forEach(MmioRegion::resetCounts);
        ports.regions().forEach(MmioRegion::resetCounts);
        psci.resetCounts();
    }

    /**
     * SHA-256 over everything the guest can see: RAM, CPUs, devices, time. Equal fingerprints mean equal machines, on any host.
     *
     * @return 64 hex digits
     */
    public String fingerprint() {
        scheduler.requireExact("fingerprint()");
        return State.of("vm", 1).put("state", save()).put("ram", RamPages.hashes(memory)).build().hash();
    }

    /** The state of everything but RAM. */
    public State save() {
        scheduler.requireExact("save()");
        var state = State.of("machine", 1).put("board", board.name()).put("cpuModel", cpuModel)
                .put("clock", clock.save()).put("events", events.save()).put("instructions", clock.instructions())
                .put("scheduler", scheduler.save()).put("cpus", cpus.stream().map(Cpu::save).toList());
        devices.save().forEach(state::put);
        return state.build();
    }

    /**
     * Where its guest spends its time from now on, or since this was first called, by samples every {@value Profile#DEFAULT_INTERVAL} instructions; the same run
     * gives the same samples.
     */
    public Profile profile() {
        return profile == null ? profile(Profile.DEFAULT_INTERVAL) : profile;
    }

    /** A new profile, with a sample every so many instructions. */
    public Profile profile(long interval) {
        return profile(interval, this::symbols);
    }

    /** The same, with names that are told by somebody else; asked at each sample. */
    public Profile profile(long interval, Supplier<Symbols> names) {
        requireStill("profile()");
        scheduler.requireExact("profile()");
        profile = new Profile(this, interval, names);
        return profile;
    }

    History begunHistory() {
        return history;
    }

    Profile begunProfile() {
        return profile;
    }

    // ---- time travel ----

    /**
     * This VM as it is now, as a value: {@code var s = vm.snapshot()}, and later {@code vm.restore(s)} or {@code s.fork("other")}. It costs what was
     * written since the last one. Disks are part of it, but for files that are written to.
     *
     * @throws IllegalStateException while the VM runs
     */
    public Snapshot snapshot() {
        requireStill("snapshot()");
        scheduler.requireExact("snapshot()");
        return parts.take();
    }

    /**
     * Goes to a snapshot: of this VM, or of one of the same shape with the same devices. The console, the counts and the log of inputs go back too.
     *
     * @throws dev.cellvisor.state.StateException if it does not fit, saying what differs; nothing has changed then
     * @throws IllegalStateException while the VM runs, or keeps pace with others on a LAN
     */
    public Vm restore(Snapshot snapshot) {
        requireStill("restore(…)");
        scheduler.requireExact("restore(…)");
        parts.restore(snapshot);
        if (history != null) {
            history.restarts();
        }
        return this;
    }

    /** A VM that was saved with {@code vm.snapshot().save(path)}, under its old name; see {@link Snapshot#load}. */
    public static Vm load(Path path) {
        Snapshot snapshot = Snapshot.load(path);
        return snapshot.fork(snapshot.shape.name);
    }

    /** An independent VM that is as this one is now, and shares its memory until either writes; see {@link Snapshot#fork}. */
    public Vm fork() {
        return snapshot().fork(MachineParts.forkName(name));
    }

    /** Gives all devices new random bytes, from another seed: so that forks do not all get the same. It is an input. */
    public Vm reseed(long newSeed) {
        outside(InputLog.Kind.SEED, () -> Long.toString(newSeed), () -> devices.slots().stream().map(VirtioMmio::device)
                .filter(java.util.Objects::nonNull).forEach(device -> device.reseed(newSeed)));
        return this;
    }

    /**
     * What this VM has done since a snapshot of it, so that it can be repeated.
     *
     * @throws IllegalArgumentException if the snapshot is not in this VM's past
     */
    public Recording recording(Snapshot start) {
        requireStill("recording(…)");
        return Recording.of(this, start);
    }

    /** What this VM has done since its {@link #history} began. */
    Recording recordingOfHistory() {
        return recording(past().first());
    }

    /**
     * This VM's past from now on, or since this was first called: it is kept, so that {@link #at}, {@link #back} and {@link #lastWrite} can go there.
     */
    public History history() {
        if (history == null) {
            requireStill("history()");
            history = new History(this);
        }
        return history;
    }

    private History past() {
        requireStill("going back");
        if (history == null) {
            throw new IllegalStateException("VM '%s' keeps no history; call vm.history() before what you want to go back to".formatted(name));
        }
        return history;
    }

    /**
     * Goes to an instruction of the past, counted as {@code vm.clock().instructions()}: the next one to be executed is the one after it. From there one can go
     * forward again with this; but when the VM runs, or something new comes in, that is a new future.
     *
     * @throws IllegalArgumentException if the history does not reach there
     * @throws IllegalStateException if there is no {@link #history}
     */
    public Vm at(long instruction) {
        past().at(instruction);
        return this;
    }

    /** Goes back by so many instructions; see {@link #at}. */
    public Vm back(long instructions) {
        return at(clock.instructions() - instructions);
    }

    /**
     * Who wrote last to some bytes of RAM before now: a CPU by a store, a device, or a cell. The VM stays where it is.
     *
     * @param address guest-physical
     * @param sizeBytes how many bytes count
     * @return it, or {@code null} if nobody did as far as the history goes
     */
    public MemoryWrite lastWrite(long address, int sizeBytes) {
        return past().search().lastWrite(address, sizeBytes);
    }

    /** Who wrote last to a byte; see {@link #lastWrite(long, int)}. */
    public MemoryWrite lastWrite(long address) {
        return lastWrite(address, 1);
    }

    /**
     * The last change of a register before now; of a system register too. Of the last 100,000 instructions before each of the history's snapshots every single one is
     * looked at; before that, it is the last change by which it came to be what it is, though it may have gone away from that and come back since. The VM stays where it is.
     *
     * @param cpu whose register
     * @param register its name; see {@link VmCpu#get}
     * @return it, or {@code null} if there was none as far as the history goes
     */
    public RegisterChange lastChange(int cpu, String register) {
        return past().search().lastChange(cpu(cpu).index(), register);
    }

    /** The last change of a register of CPU 0; see {@link #lastChange(int, String)}. */
    public RegisterChange lastChange(String register) {
        return lastChange(0, register);
    }

    /** Goes back to where a condition was last met before now, and says which; the VM stays where it is if none ever was. */
    public BackResult runBackUntil(Condition condition) {
        return past().backUntil(condition);
    }

    /** Does something that repeats a part of the past: nothing of it reaches the host. */
    void repeating(Runnable action) {
        requireStill("a replay");
        boolean before = scheduler.replaying();
        scheduler.replaying(true);
        console.repeats(true);
        try {
            action.run();
        } finally {
            scheduler.replaying(before);
            console.repeats(before);
        }
    }

    private void requireStill(String call) {
        requireBetweenInstructions(call);
        if (lan != null) {
            throw new IllegalStateException(("VM '%s' keeps pace with the others on LAN '%s', and %s would be for it alone; the LAN's own snapshot(), restore(…) and fork() "
                    + "are for all of them").formatted(name, lan.name(), call));
        }
    }

    void requireBetweenInstructions(String call) {
        requireIdle(call);
        if (scheduler.inside()) {
            throw new IllegalStateException(call + " in what the machine itself calls would come in the middle of an instruction; call it when its run has ended");
        }
    }

    MachineParts parts() {
        return parts;
    }

    VmBuilder shape() {
        return shape;
    }

    GuestSymbols guestSymbols() {
        return symbols;
    }

    PanicWatch panicWatch() {
        return panic;
    }

    Psci psci() {
        return psci;
    }

    /** What a fork was booted with. */
    void boot(BootSetup setup) {
        boot = setup;
        running.prepared(setup.layout() == null ? null : setup);
    }

    // ---- inputs ----

    /** Does something that the guest can see: now if the VM stands still, between two instructions if it runs on another thread. */
    void outside(Runnable action) {
        running.outside(action);
    }

    void outside(InputLog.Kind kind, Supplier<String> detail, Runnable action) {
        outside(() -> {
            inputGate.log(kind, detail.get(), new byte[0]);
            inputGate.asMachine(() -> { // what it leads to is the machine's own doing
                action.run();
                return null;
            });
        });
    }

    /** It keeps pace with the other VMs of a LAN from now on; it can do so with one LAN only. */
    void joined(Lan newLan) {
        scheduler.requireExact("a LAN, whose VMs keep pace by counting instructions");
        if (lan != null && lan != newLan) {
            throw new IllegalStateException("VM '%s' is on LAN '%s' already; lan.port(vm, segment) gives it another wire there".formatted(name, lan.name()));
        }
        lan = newLan;
    }

    boolean isOpen() {
        return !closed;
    }

    void requireIdle(String call) {
        requireOpen();
        if (running.isAnothers()) {
            throw new IllegalStateException("VM '%s' is running on another thread; pause() it before %s".formatted(name, call));
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("VM '" + name + "' is closed; build it again");
        }
    }

    /** Stops it and gives its memory back. Nothing of it may be used after. */
    @Override
    public void close() {
        pause();
        running.hold();
        try {
            if (!closed) {
                closed = true;
                devices.close();
                scheduler.close();
                cpus.forEach(Cpu::close);
                if (kvm != null) {
                    kvm.close();
                }
                memory.close();
                synchronized (BY_NAME) {
                    BY_NAME.remove(name, this);
                }
            }
        } finally {
            running.letGo();
        }
    }

    @Override
    public String toString() {
        if (closed) {
            return "VM '" + name + "', closed";
        }
        return String.format(Locale.ROOT, "VM '%s': board %s, %s, %d × %s, RAM %s, %d devices, %s instructions, %.6f s%s", name, board.name(), engine(),
                cpus.size(), cpuModel, memory.slots(), map.regions().size(), scheduler.counts() ? String.format(Locale.ROOT, "%,d", clock.instructions()) : "uncounted",
                clock.ticks() * 16e-9, runKeeper == null ? "" : ", runs: " + runKeeper.report().summary());
    }
}
