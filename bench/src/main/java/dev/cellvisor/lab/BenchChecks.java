package dev.cellvisor.lab;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same Linux on KVM by us and by QEMU, one after the other, in a lab. Each figure is taken outside the guest, by what its console says. */
class BenchChecks extends Checks {
    static final String OURS = "ours, ";
    static final String QEMUS = "qemu, ";

    private static final Path DISK = Path.of("/lab/disk.img");
    private static final int DISK_BYTES = 32 << 20;
    private static final String INIT = "cellvisor: init";
    private static final String DISK_WORK = "echo be''gin; dd if=/dev/vda of=/dev/null bs=64k iflag=direct 2>/dev/null; echo e''nd\n";
    private static final String CONSOLE_WORK = "echo be''gin; dd if=/dev/zero of=/dev/hvc0 bs=4k count=256 2>/dev/null; echo e''nd\n";
    private static final String UART_WORK = "echo be''gin; dd if=/dev/zero bs=1k count=4 2>/dev/null | tr '\\0' x; echo e''nd\n";

    /** A guest whose console can be waited for and typed on. */
    private interface Guest extends AutoCloseable {
        /** Nanoseconds, by the host's clock, at which the text came. */
        long await(String text);

        void type(String text);

        @Override
        void close();
    }

    /**
     * The other side.
     *
     * @param command QEMU with its machine, but for what is the same on every architecture; its virtio devices are on virtio-mmio
     * @param firstWords what Linux says first
     */
    record Other(List<String> command, String firstWords) {
    }

    private final Other other;

    BenchChecks(Other other) {
        this.other = other;
        check("linkage", this::linkage);
        check("Linux by us", 300, () -> measure(OURS, ours(false)));
        check("Linux by QEMU", 300, () -> measure(QEMUS, new Qemu(other)));
        check("Linux by us, queues notified by eventfd", 300, () -> measure("with eventfd, ", ours(true)));
    }

    /** In the arm64 lab. */
    static final class Arm64 extends BenchChecks {
        Arm64() {
            super(new Other(List.of("/bin/qemu-system-aarch64", "-M", "virt,gic-version=3", "-cpu", "host", "-global", "virtio-mmio.force-legacy=false"), "Booting Linux"));
        }
    }

    /** In the amd64 lab. QEMU's machine microvm is the one with virtio-mmio; its devices are described by ACPI tables, as ours. */
    static final class Amd64 extends BenchChecks {
        Amd64() {
            super(new Other(List.of("/bin/qemu-system-x86_64", "-M", "microvm,acpi=on", "-bios", "/usr/share/qemu/qboot.rom", "-cpu", "host",
                    "-global", "virtio-mmio.force-legacy=false"), "Linux version"));
        }
    }

    private void linkage() throws IOException {
        try (var disk = new RandomAccessFile(DISK.toFile(), "rw")) {
            disk.setLength(DISK_BYTES);
        }
        long start = System.nanoTime();
        try (var kvm = Kvm.open(); var vm = kvm.createVm()) {
            vm.createVcpu(0);
        }
        figure(OURS + "FFM linkage and the first VM, s", (System.nanoTime() - start) / 1e9, "");
    }

    private void measure(String who, Guest guest) {
        try (guest) {
            long first = guest.await(other.firstWords);
            long init = guest.await(INIT);
            long prompt = guest.await(LinuxGuest.PROMPT);
            figure(who + "Linux's first words to init, s", (init - first) / 1e9, "");
            figure(who + "Linux's first words to the prompt, s", (prompt - first) / 1e9, "");
            figure(who + "disk, 32 MiB in 64 KiB reads, s", work(guest, DISK_WORK), "");
            figure(who + "virtio console, 1 MiB out, s", work(guest, CONSOLE_WORK), "");
            figure(who + "UART, 4 KiB out, s", work(guest, UART_WORK), "");
        }
    }

    private static double work(Guest guest, String commands) {
        guest.type(commands);
        long begin = guest.await("begin");
        long end = guest.await("end");
        guest.await(LinuxGuest.PROMPT);
        return (end - begin) / 1e9;
    }

    private static LinuxGuest linux() throws IOException {
        return new LinuxGuest(Lab.INSIDE.resolve("Image"), Lab.INSIDE.resolve("initrd.cpio"), Files.readString(Lab.INSIDE.resolve("commandline")));
    }

    // ---- ours

    private static Guest ours(boolean eventfd) throws IOException {
        VmBuilder builder = Vm.builder("bench").cpu(Cpu.KVM).memoryMiB(LinuxGuest.MEMORY_MIB);
        long start = System.nanoTime();
        Vm vm = (eventfd ? builder.notifyByEventfd() : builder).build();
        vm.attach(new BlockDevice(FileBackend.open(DISK)));
        vm.attach(new EntropyDevice(vm.seed()));
        vm.attach(new ConsoleDevice());
        LinuxGuest guest = linux();
        vm.boot().kernel(guest.kernel()).initrd(guest.initrd()).append(guest.commandLine()).prepare();
        if (!eventfd) {
            figure(OURS + "build() and prepare(), s", (System.nanoTime() - start) / 1e9, "");
        }
        return new Guest() {
            @Override
            public long await(String text) {
                vm.runUntil(Condition.console(text).seconds(200));
                return System.nanoTime();
            }

            @Override
            public void type(String text) {
                vm.type(text);
            }

            @Override
            public void close() {
                vm.close();
            }
        };
    }

    // ---- QEMU

    private static final class Qemu implements Guest {
        private final Process process;
        private final InputStream console;
        private final StringBuilder seen = new StringBuilder();

        Qemu(Other other) throws IOException {
            LinuxGuest guest = linux();
            List<String> command = new ArrayList<>(other.command);
            command.addAll(List.of("-accel", "kvm", "-smp", "1", "-m", LinuxGuest.MEMORY_MIB + "M", "-display", "none", "-monitor", "none", "-nic", "none", "-no-reboot",
                    "-nodefaults", "-serial", "stdio", "-kernel", guest.kernel().toString(), "-initrd", guest.initrd().toString(),
                    "-append", guest.commandLine(), "-drive", "if=none,id=disk,format=raw,file=" + DISK, "-device", "virtio-blk-device,drive=disk",
                    "-device", "virtio-rng-device", "-device", "virtio-serial-device", "-chardev", "null,id=none", "-device", "virtconsole,chardev=none"));
            long start = System.nanoTime();
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            console = process.getInputStream();
            long first = await(other.firstWords.substring(0, 1));
            figure(QEMUS + "process start to the first byte of the console, s", (first - start) / 1e9, "");
        }

        @Override
        public long await(String text) {
            try {
                while (true) {
                    int at = seen.indexOf(text);
                    if (at >= 0) {
                        if (text.length() > 1) {
                            seen.delete(0, at + text.length());
                        }
                        return System.nanoTime();
                    }
                    int next = console.read();
                    if (next < 0) {
                        throw new AssertionError("QEMU ended before '" + text + "': " + seen);
                    }
                    seen.append((char) next);
                }
            } catch (IOException e) {
                throw new AssertionError("QEMU's console broke off before '" + text + "'", e);
            }
        }

        @Override
        public void type(String text) {
            try {
                process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new AssertionError("QEMU takes no input", e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
