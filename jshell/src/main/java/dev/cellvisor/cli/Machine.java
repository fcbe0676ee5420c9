package dev.cellvisor.cli;

import dev.cellvisor.boot.BootException;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.net.PcapngWriter;
import dev.cellvisor.net.nat.Nat;
import dev.cellvisor.net.nat.Tap;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.transport.VirtioRegister;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the VM that the options of {@code boot} and {@code run} ask for. */
final class Machine {
    static final long DEFAULT_MEMORY = 512L << 20;
    private static final int MOST_CPUS = 8;

    private Machine() {
    }

    /** Loads what every VM needs, while this thread looks for the guest. */
    static void warmUp() {
        start("warm-up", new Runnable() { // no lambda: it would take the JVM longer to make than all else here
            @Override
            public void run() {
                HostMemory.prepare();
            }
        });
    }

    /** Makes what translating needs, while the guest's first instructions are interpreted: sooner it would be in the way of all that comes before them. */
    static void warmUpEngine() {
        start("warm-up-engine", new Runnable() {
            @Override
            public void run() {
                HostEngine.prepare();
            }
        });
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Initialises what every VM needs, while the other thread links. */
    private static void load() {
        for (Class<?> type : List.of(CpuModel.class, A64Cpu.class, Gicv3.class, VirtioMmio.class, VirtioRegister.class)) {
            try {
                Class.forName(type.getName()); // initialises it too
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a class that is there cannot be found", e);
            }
        }
    }

    /** A VM's RAM and CPUs; every option is looked at before anything takes time. */
    static VmBuilder builder(String name, Arguments arguments) {
        String gic = arguments.get("--gic", "3");
        if (!gic.equals("2") && !gic.equals("3")) {
            throw new UsageException("--gic %s is not supported; 2 and 3 are".formatted(gic));
        }
        if (arguments.number("--smp", 1, 1, Integer.MAX_VALUE) > MOST_CPUS) {
            throw new UsageException("--smp %s is not supported; 1 to 8 are".formatted(arguments.get("--smp", "")));
        }
        long memory = arguments.size("--memory", DEFAULT_MEMORY);
        if (memory % 4096 != 0) {
            throw new UsageException("--memory %s: RAM comes in steps of 4K".formatted(arguments.get("--memory", "")));
        }
        VmBuilder builder = Vm.builder(name).boardMemory(memory)
                .seed(arguments.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE))
                .cpus((int) arguments.number("--smp", 1, 1, MOST_CPUS));
        builder.gic(Integer.parseInt(gic));
        if (arguments.has("--its")) {
            builder.its();
        }
        if (arguments.has("--quantum")) {
            builder.quantum(arguments.number("--quantum", 1, 1, Long.MAX_VALUE));
        }
        switch (arguments.get("--cpu", "emulated")) {
            case "emulated" -> { }
            case "kvm" -> kvm(builder, arguments);
            default -> throw new UsageException("--cpu %s: it is emulated or kvm".formatted(arguments.get("--cpu", "")));
        }
        if (arguments.has("--cpu-model")) {
            builder.cpuModel(CpuModel.of(arguments.get("--cpu-model", "")).name());
        }
        builder.engine(engine(arguments));
        if (arguments.has("--contain-faults")) {
            builder.containFaults();
        }
        if (arguments.has("--keep-translations")) {
            builder.keepTranslations();
        }
        for (String file : List.of("--kernel", "--initrd", "--disk")) {
            Path path = arguments.path(file);
            if (path != null && !Files.isRegularFile(path)) {
                throw new UsageException("%s %s: there is no such file".formatted(file, path));
            }
        }
        switch (arguments.get("--virtio", "modern")) {
            case "modern" -> { }
            case "legacy" -> builder.legacyVirtio();
            default -> throw new UsageException("--virtio %s: it is modern or legacy".formatted(arguments.get("--virtio", "")));
        }
        limit(arguments, 1);
        load();
        return builder;
    }

    /** Prints what the engines have done and left to the interpreter. */
    static void printStatistics(Vm vm) {
        vm.cpus().forEach(cpu -> System.err.printf("cpu%d: %s%ncpu%d: %s", cpu.index(), cpu.engineCounts(), cpu.index(), cpu.engineReport()));
    }

    static Engine engine(Arguments arguments) {
        return switch (arguments.get("--engine", "auto")) {
            case "auto" -> Engine.AUTO;
            case "interpreter" -> Engine.INTERPRETER;
            case "native" -> Engine.NATIVE;
            default -> throw new UsageException("--engine %s: it is auto, interpreter or native".formatted(arguments.get("--engine", "")));
        };
    }

    /** What the host's CPUs cannot do is refused before anything is built. */
    private static void kvm(VmBuilder builder, Arguments arguments) {
        for (String option : List.of("--cpu-model", "--engine", "--contain-faults", "--keep-translations", "--instructions", "--fingerprint")) {
            if (arguments.has(option)) {
                throw new UsageException(option + " is for emulated CPUs: with --cpu kvm instructions are the host's, and are not counted");
            }
        }
        Kvm.unavailable().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        builder.cpu(Cpu.KVM);
    }

    /** What the guest may execute before it is given up. */
    static long limit(Arguments arguments, long otherwise) {
        return arguments.number("--instructions", otherwise, 1, Long.MAX_VALUE);
    }

    /** Shows facts on standard error, one a line. */
    static void trace(Vm vm, Arguments arguments) {
        if (!arguments.has("--trace")) {
            return;
        }
        Set<String> kinds = new TreeSet<>(List.of(arguments.get("--trace", "").split(",")));
        for (String kind : kinds) {
            if (!kind.equals("all") && !Command.FACTS.contains(kind)) {
                throw new UsageException("--trace: no fact is of kind '%s'; the kinds are %s, and all".formatted(kind, String.join(", ", Command.FACTS)));
            }
        }
        boolean all = kinds.contains("all");
        vm.trace().add((instruction, fact) -> {
            if (all || kinds.contains(fact.kind())) {
                System.err.println(instruction + " " + fact.kind() + " " + fact);
            }
        });
    }

    /**
     * The disk, the entropy device and the virtio console, in the slots that QEMU gives to the first three devices of a command line.
     *
     * @param own the disk that the user named, or {@code null}
     * @param shared the image's own disk, which is never written to, or {@code null}
     * @param sharedIsRoot whether the guest lives on the image's disk; then the user's is there beside it, behind the other devices
     */
    static void addDevices(Vm vm, Path own, Path shared, boolean sharedIsRoot) {
        if (shared != null && (sharedIsRoot || own == null)) {
            vm.attach(new BlockDevice(new OverlayBackend(open(shared, false))));
        } else if (own != null) {
            vm.attach(new BlockDevice(open(own, true)));
        }
        vm.attach(new EntropyDevice(vm.seed()));
        vm.attach(new ConsoleDevice());
        if (own != null && sharedIsRoot) {
            vm.attach(new BlockDevice(open(own, true)));
        }
    }

    /** The network device, if one was asked for, behind the others. */
    static void addNetwork(Vm vm, Arguments arguments) {
        String kind = arguments.get("--net", "none");
        if (kind.equals("none")) {
            if (arguments.has("--capture")) {
                throw new UsageException("--capture needs a network device: --net nat");
            }
            return;
        }
        if (!kind.equals("nat") && !kind.startsWith("tap:")) {
            throw new UsageException("--net %s is not known; nat, tap:NAME and none are".formatted(kind));
        }
        var device = new NetworkDevice(kind.equals("nat") ? Nat.open() : Tap.open(kind.substring(4)));
        vm.attach(device);
        if (arguments.has("--capture")) {
            Path file = arguments.path("--capture");
            try {
                device.tap(new PcapngWriter(Files.newOutputStream(file)));
            } catch (IOException e) {
                throw new BootException("the capture '%s' cannot be written: %s".formatted(file, e.getMessage()));
            }
        }
    }

    private static BlockBackend open(Path disk, boolean writable) {
        try {
            return writable && Files.isWritable(disk) ? FileBackend.open(disk) : FileBackend.openReadOnly(disk);
        } catch (IOException e) {
            throw new BootException("the disk '%s' cannot be opened: %s".formatted(disk, e.getMessage()));
        }
    }
}
