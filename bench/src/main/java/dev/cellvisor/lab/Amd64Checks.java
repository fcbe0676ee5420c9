package dev.cellvisor.lab;

import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.boot.pc.Vmlinux;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.x86.X86Start;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.ExitCounts;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;

/** What runs inside the amd64 lab: what a /dev/kvm without hardware cannot do, and Linux. */
final class Amd64Checks extends Checks {
    /** mov edx, 0x600; mov al, 0x34; out dx, al. */
    private static final int[] POWER_OFF = {0xba, 0x00, 0x06, 0x00, 0x00, 0xb0, 0x34, 0xee};

    Amd64Checks() {
        check("kvm-is-there", () -> {
            try (var kvm = Kvm.open()) {
                that(kvm.check(Capability.IRQCHIP) != 0, "no interrupt controller in the kernel");
            }
        });
        check("sse-in-long-mode", Amd64Checks::sse);
        check("triple-fault-in-long-mode", Amd64Checks::tripleFault);
        check("second-cpu-by-init-and-sipi", Amd64Checks::secondCpu);
        check("exits-per-second", Amd64Checks::exits);
        check("linux-on-two-cpus-resets-and-powers-off", 400, () -> linux(2));
        check("linux-by-pvh-boots-to-the-shell", 300, Amd64Checks::linuxByPvh);
    }

    private static byte[] code(int[]... parts) {
        var code = new ByteArrayOutputStream();
        for (int[] part : parts) {
            for (int value : part) {
                code.write(value);
            }
        }
        return code.toByteArray();
    }

    private static Vm longMode(String name, byte[] code) {
        Vm vm = Vm.builder(name).cpu(Cpu.KVM).memoryMiB(4).build();
        vm.boot().kernel("code", code).mode(X86Start.Mode.LONG).prepare();
        return vm;
    }

    private static void sse() {
        try (Vm vm = longMode("sse", code(new int[] {
                0x0f, 0x20, 0xe0, 0x66, 0x0d, 0x00, 0x06, 0x0f, 0x22, 0xe0, // mov rax, cr4; or ax, OSFXSR | OSXMMEXCPT; mov cr4, rax
                0x48, 0xb8, 1, 2, 3, 4, 5, 6, 7, 8, // mov rax, 0x0807060504030201
                0x66, 0x48, 0x0f, 0x6e, 0xc8, // movq xmm1, rax
                0x66, 0x0f, 0xfc, 0xc9}, // paddb xmm1, xmm1
                POWER_OFF))) {
            RunResult result = vm.runUntil(Condition.powerOff().seconds(20));
            that(result.exit() instanceof Exit.PowerOff, result.toString());
            equal(0x100e0c0a08060402L, vm.cpu(0).get("xmm1.d[0]"), "xmm1");
        }
    }

    private static void tripleFault() {
        try (Vm vm = longMode("fault", code(new int[] {0x90, 0x0f, 0x0b}))) { // nop; ud2, and no IDT
            RunResult result = vm.tryRunUntil(Condition.powerOff().seconds(20));
            that(result.exit().toString().contains("triple fault"), result.toString()); // AMD's KVM resets the registers before it tells
        }
    }

    /** The first CPU sends INIT and SIPI by its local APIC; the second one's code in real mode at 0x8000 says so on the serial port. */
    private static void secondCpu() {
        try (Vm vm = Vm.builder("smp").cpu(Cpu.KVM).memoryMiB(4).cpus(2).build()) {
            vm.boot().kernel("code", code(new int[] {
                    0xbb, 0x00, 0x00, 0xe0, 0xfe, // mov ebx, 0xfee00000
                    0xc7, 0x83, 0xf0, 0x00, 0x00, 0x00, 0xff, 0x01, 0x00, 0x00, // mov dword [rbx + 0xf0], 0x1ff: APIC on
                    0xc7, 0x83, 0x00, 0x03, 0x00, 0x00, 0x00, 0x45, 0x0c, 0x00, // INIT to all others
                    0xc7, 0x83, 0x00, 0x03, 0x00, 0x00, 0x08, 0x46, 0x0c, 0x00, // SIPI, page 8
                    0xf4, 0xeb, 0xfd})).mode(X86Start.Mode.LONG).prepare();
            vm.memory().write(0x8000, code(new int[] {0xba, 0xf8, 0x03, 0xb0, '2', 0xee, 0xba, 0x00, 0x06, 0xb0, 0x34, 0xee}));
            equal("2", vm.runUntil(Condition.powerOff().seconds(20)).console(), "what the second CPU said");
        }
    }

    private static void exits() {
        int count = 10_000;
        try (Vm vm = longMode("exits", code(new int[] {0xb9, count & 0xff, count >> 8 & 0xff, count >> 16, 0, // mov ecx, count
                0xba, 0x80, 0x00, 0x00, 0x00, // mov edx, 0x80
                0xee, // out dx, al
                0xff, 0xc9, 0x75, 0xfb}, // dec ecx; jnz
                POWER_OFF))) {
            RunResult result = vm.runUntil(Condition.powerOff().seconds(50));
            figure("port exits per second", count / result.seconds(), "1/s");
        }
    }

    private static LinuxGuest guest() throws IOException {
        return new LinuxGuest(Lab.INSIDE.resolve("Image"), Lab.INSIDE.resolve("initrd.cpio"), Files.readString(Lab.INSIDE.resolve("commandline")));
    }

    private static void linux(int cpus) throws IOException {
        long built = System.nanoTime();
        try (Vm vm = guest().prepare("linux", Cpu.KVM, cpus)) {
            figure("from build() to ready, " + cpus + " CPUs", (System.nanoTime() - built) / 1e6, "ms");
            var echo = new PingAnswerer();
            vm.attach(new NetworkDevice(echo));
            long start = System.nanoTime();
            runTo(vm, "cellvisor: init");
            figure("from the first KVM_RUN to init, " + cpus + " CPUs", (System.nanoTime() - start) / 1e9, "s");
            runTo(vm, LinuxGuest.PROMPT);
            figure("to the prompt, " + cpus + " CPUs", (System.nanoTime() - start) / 1e9, "s");
            equal("x86_64", shell(vm, "uname -m"), "uname");
            equal(Integer.toString(cpus), shell(vm, "nproc"), "CPUs");
            that(shell(vm, "cat /sys/class/block/vda/size").equals(Integer.toString(LinuxGuest.DISK_BYTES / 512)), "the size of vda");
            equal("0303", shell(vm, "dd if=/dev/vda bs=512 skip=3 count=1 2>/dev/null | head -c 2 | hexdump -e '2/1 \"%02x\"'"), "a sector of the disk");
            shell(vm, "dd if=/dev/zero of=/dev/vda bs=4096 count=16 conv=fsync 2>/dev/null");
            equal("virtio_rng.0", shell(vm, "cat /sys/class/misc/hw_random/rng_current"), "the source of entropy");
            that(shell(vm, "head -c 32 /dev/hwrng | wc -c").equals("32"), "random bytes");
            that(shell(vm, "ls /dev/hvc0").equals("/dev/hvc0"), "the virtio console");
            shell(vm, "ip addr add 10.0.2.15/24 dev eth0 && ip link set eth0 up");
            that(shell(vm, "ping -c 3 -W 5 10.0.2.2").contains("3 packets received"), "three answers to three pings");
            that(echo.pings() == 3, "the host's end saw " + echo.pings() + " pings");
            Inside.say("interrupts\n" + shell(vm, "cat /proc/interrupts | grep -v ' 0 *$' | head -20"));
            Inside.say("exits\n" + summary(vm.exits()));
            vm.type("reboot -f\n");
            runTo(vm, "cellvisor: init");
            runTo(vm, LinuxGuest.PROMPT);
            equal("0000", shell(vm, "dd if=/dev/vda bs=512 skip=3 count=1 2>/dev/null | head -c 2 | hexdump -e '2/1 \"%02x\"'"), "what was written before the reset");
            vm.type("poweroff -f\n");
            RunResult off = vm.runUntil(Condition.powerOff().seconds(60));
            that(off.exit() instanceof Exit.PowerOff, off.toString());
        }
    }

    /** The ELF file that Debian's bzImage carries, by its PVH entry: no stub unpacks or moves it. */
    private static void linuxByPvh() throws IOException {
        LinuxGuest guest = guest();
        long start = System.nanoTime();
        byte[] elf = Vmlinux.unpack("Image", Files.readAllBytes(guest.kernel()));
        figure("PVH: unpacking vmlinux", (System.nanoTime() - start) / 1e9, "s");
        try (Vm vm = LinuxGuest.machine(Vm.builder("pvh").cpu(Cpu.KVM))) {
            vm.boot().kernel("vmlinux", elf).initrd(guest.initrd()).append(guest.commandLine()).prepare();
            equal(ElfFile.parse("vmlinux", elf).pvhEntry(), vm.cpu(0).pc(), "it begins at the entry of its note");
            start = System.nanoTime();
            runTo(vm, LinuxGuest.PROMPT);
            figure("PVH: from the first KVM_RUN to the prompt, 1 CPU", (System.nanoTime() - start) / 1e9, "s");
            equal("176", shell(vm, "cat /proc/sys/kernel/bootloader_type"), "the loader's number that a kernel gives itself when it began by PVH (0xb0)");
            equal("0303", shell(vm, "dd if=/dev/vda bs=512 skip=3 count=1 2>/dev/null | head -c 2 | hexdump -e '2/1 \"%02x\"'"), "a sector of the disk");
            vm.type("poweroff -f\n");
            that(vm.runUntil(Condition.powerOff().seconds(60)).exit() instanceof Exit.PowerOff, "no power-off");
        }
    }

    private static void runTo(Vm vm, String text) {
        vm.runUntil(Condition.console(text).seconds(200));
    }

    private static String shell(Vm vm, String command) {
        ShellResult result = vm.shell(command, Condition.powerOff().seconds(60));
        return result.orThrow().strip();
    }

    private static String summary(ExitCounts counts) {
        var text = new StringBuilder();
        counts.rows().stream().filter(row -> row.count() > 200).forEach(row -> text.append("%s %s %s %s %d%n".formatted(row.kind(), row.device(), row.register(),
                row.write() ? "write" : "read", row.count())));
        return text.toString().strip();
    }
}
