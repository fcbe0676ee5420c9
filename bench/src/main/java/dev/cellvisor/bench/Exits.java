package dev.cellvisor.bench;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.EventFd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Exits of a guest on KVM to user space, a second: from C, from Java with the same calls, and through a whole VM with its device map; each in turn. And how long it takes
 * from build() to the guest's first exit.
 */
final class Exits {
    private static final double SECONDS = 1;
    private static final int RAISED = 20_000;
    private static final byte[] PIO = {(byte) 0xe6, (byte) 0x99, (byte) 0xeb, (byte) 0xfc};
    private static final byte[] MMIO = {(byte) 0xb8, 0x00, 0x20, (byte) 0x8e, (byte) 0xd8, (byte) 0xa3, 0x50, 0x00, (byte) 0xeb, (byte) 0xfb};
    private static final int CODE = 0x1000;
    private static final int RAM_BYTES = 0x1_0000;

    private Exits() {
    }

    static List<Row> run(int runs) throws IOException, InterruptedException {
        if (HostArch.HOST != HostArch.X86_64) {
            throw new IOException("its guests are x86-64 code, and this host is not");
        }
        Kvm.unavailable().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        Path folder = Files.createTempDirectory("cellvisor-exits-");
        try {
            Path program = compile(folder);
            List<Row> rows = new ArrayList<>();
            System.out.println("exits a second; 'qemu' is the program in C, a ratio below 1 means that Java is slower");
            for (String kind : List.of("pio", "mmio")) {
                List<Double> c = new ArrayList<>();
                List<Double> java = new ArrayList<>();
                List<Double> vm = new ArrayList<>();
                for (int i = 0; i <= runs; i++) { // the first of each warms up
                    double ofC = inC(program, kind);
                    double ofJava = inJava(kind.equals("pio"));
                    double ofVm = inVm(kind.equals("pio"));
                    if (i > 0) {
                        c.add(ofC);
                        java.add(ofJava);
                        vm.add(ofVm);
                    }
                }
                rows.add(Row.of(kind + ", the binding", java, c));
                rows.add(Row.of(kind + ", a whole VM", vm, c));
            }
            System.out.printf(Locale.ROOT, "figure: from build() to the first exit %.1f ms (median of %d, linked and warm)%n", firstExit(runs), runs);
            interrupts();
            return rows;
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path compile(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("exits.c");
        try (InputStream in = Exits.class.getResourceAsStream("exits.c")) {
            Files.copy(in, source);
        }
        Path program = folder.resolve("exits");
        Process gcc;
        try {
            gcc = new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("the program to compare with is in C, and there is no gcc here: apt install gcc linux-libc-dev", e);
        }
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (gcc.waitFor() != 0) {
            throw new IOException("gcc: " + said);
        }
        return program;
    }

    private static double inC(Path program, String kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), kind, Double.toString(SECONDS)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the program in C: " + said);
        }
        return Double.parseDouble(said);
    }

    private static double inJava(boolean pio) {
        try (var kvm = Kvm.open(); KvmVm vm = kvm.createVm(); var arena = Arena.ofConfined()) {
            MemorySegment ram = HostMemory.allocate(RAM_BYTES, arena);
            MemorySegment.copy(MemorySegment.ofArray(pio ? PIO : MMIO), 0, ram, CODE, pio ? PIO.length : MMIO.length);
            vm.setMemory(0, 0, ram, 0);
            KvmVcpu vcpu = vm.createVcpu(0);
            MemorySegment sregs = X86Structs.SREGS.allocate(arena);
            vcpu.get("KVM_GET_SREGS", Ioctl.GET_SREGS, sregs);
            X86Structs.SEGMENT.set(X86Structs.SREGS.slice(sregs, "cs"), "base", 0).set(X86Structs.SREGS.slice(sregs, "cs"), "selector", 0);
            vcpu.set("KVM_SET_SREGS", Ioctl.SET_SREGS, sregs);
            MemorySegment regs = X86Structs.REGS.allocate(arena);
            X86Structs.REGS.set(regs, "rip", CODE).set(regs, "rflags", 2);
            vcpu.set("KVM_SET_REGS", Ioctl.SET_REGS, regs);
            vcpu.bind();
            try {
                return count(vcpu, pio ? KvmExit.IO : KvmExit.MMIO);
            } finally {
                vcpu.release();
            }
        }
    }

    private static double count(KvmVcpu vcpu, int wanted) {
        long count = 0;
        long start = System.nanoTime();
        long end = start;
        while (end - start < SECONDS * 1e9) {
            for (int i = 0; i < 64; i++) {
                if (!vcpu.enter() || vcpu.page().get(ValueLayout.JAVA_INT, KvmRunLayout.EXIT_REASON) != wanted) {
                    throw new IllegalStateException("not the exit that was meant: " + KvmExit.read(vcpu.page()));
                }
                count++;
            }
            end = System.nanoTime();
        }
        return count / ((end - start) / 1e9);
    }

    private static Vm build(boolean pio, long[] counter, Runnable atFirst) {
        Vm vm = Vm.builder("exits").cpu(Cpu.KVM).boardMemory(RAM_BYTES).build();
        vm.memory().write(CODE, pio ? PIO : MMIO);
        vm.cpu(0).set("rip", CODE);
        MmioDevice device = new MmioDevice() {
            @Override
            public String name() {
                return "counter";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return 0;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
                if (counter[0]++ == 0) {
                    atFirst.run();
                }
            }
        };
        if (pio) {
            vm.ports().add(0x99, 1, device);
        } else {
            vm.add(0x2_0000, 0x1000, device);
        }
        return vm;
    }

    private static double inVm(boolean pio) {
        long[] counter = new long[1];
        try (Vm vm = build(pio, counter, () -> { })) {
            double seconds = vm.tryRunUntil(Condition.powerOff().seconds(SECONDS)).seconds();
            return counter[0] / seconds;
        }
    }

    /** What it costs a device's thread to raise an interrupt, by either way: the guest stands still, so that nothing else is in the figure. */
    private static void interrupts() {
        try (var kvm = Kvm.open(); KvmVm vm = kvm.createVm(); var event = new EventFd()) {
            vm.createIrqchip();
            vm.irqfd(event, 5);
            double line = 0;
            double eventfd = 0;
            for (int round = 0; round < 2; round++) { // the first warms up
                long start = System.nanoTime();
                for (int i = 0; i < RAISED; i++) {
                    vm.irqLine(4, true);
                    vm.irqLine(4, false);
                }
                line = (System.nanoTime() - start) / (double) RAISED;
                start = System.nanoTime();
                for (int i = 0; i < RAISED; i++) {
                    event.signal();
                }
                eventfd = (System.nanoTime() - start) / (double) RAISED;
            }
            System.out.printf(Locale.ROOT, "figure: a line raised and lowered by KVM_IRQ_LINE %.0f ns, an edge by irqfd %.0f ns%n", line, eventfd);
        }
    }

    private static double firstExit(int runs) {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long[] first = new long[1];
            long start = System.nanoTime();
            try (Vm vm = build(true, new long[1], () -> first[0] = System.nanoTime())) {
                vm.tryRunUntil(Condition.exit("counter").seconds(10));
            }
            times[i] = (first[0] - start) / 1e6;
        }
        java.util.Arrays.sort(times);
        return times[runs / 2];
    }
}
