package dev.cellvisor.lab;

import static dev.cellvisor.vm.Condition.console;
import static dev.cellvisor.vm.Condition.pc;
import static dev.cellvisor.vm.Condition.powerOff;

import dev.cellvisor.Cells;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.asm.Program;
import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.arm64.Arm64Cpu;
import dev.cellvisor.cpu.kvm.arm64.Arm64Debug;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.KvmInfo;
import dev.cellvisor.vm.KvmSnapshot;
import dev.cellvisor.vm.Lockstep;
import dev.cellvisor.vm.RegisterDialogue;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** VMs on KVM, arm64: the same board, the same programs and the same Linux as on the emulated CPU. */
final class Arm64VmChecks extends Checks {
    private static final long AT = 0x4008_0000L;
    private static final String OFF = "movz w0, #0x8400, lsl #16\nadd w0, w0, #8\nhvc #0\nb .\n";

    private KvmSnapshot saved;
    private String bootId;

    Arm64VmChecks() {
        check("kvm info: the probes find what is there", this::info);
        check("board virt: a program writes to the UART and switches itself off", this::hello);
        check("two CPUs, one experiment: the same instructions in lockstep, emulated and on KVM", 90, this::lockstep);
        check("lockstep finds the first instruction that differs", this::lockstepDifference);
        check("more breakpoints than the hardware has", this::breakpoints);
        check("several vCPUs on threads of their own", this::severalCpus);
        check("several vCPUs stop at a breakpoint that the hardware has no room for", 90, this::severalCpusAtOneBreakpoint);
        check("pause() of a VM that runs, and on it goes", this::pause);
        check("what KVM cannot promise is refused with the reason", this::refusals);
        check("a watchpoint in a VM", this::watchpoint);
        check("Linux boots to the shell on two vCPUs, with its disk, entropy and console", 200, this::linux);
        check("Linux, its VM saved at the prompt, goes on in another VM, whose queues are notified without an exit", 120, this::linuxGoesOn);
    }

    private static Vm vm(String name, Cpu.Kind kind, int cpus, String source) {
        Vm vm = Vm.builder(name).cpu(kind).cpus(cpus).memoryMiB(2).build();
        Program program = Assembler.assemble(AT, source);
        vm.load(AT, program.bytes());
        vm.cpu(0).set("pc", AT);
        return vm;
    }

    private void info() {
        KvmInfo info = KvmInfo.take();
        Inside.say("| " + info);
        for (Finding finding : info.findings()) {
            // How quick it is says nothing of KVM here: the CPU below is emulated.
            that(finding.works() || finding.what().equals("guest kernel code"), finding.toString());
        }
        equal(7, info.findings().size(), "probes");
    }

    private void hello() {
        try (Vm vm = vm("hello", Cpu.KVM, 1, """
                mov x1, #0x9000000
                adr x2, text
                1: ldrb w3, [x2], #1
                cbz w3, 2f
                strb w3, [x1]
                b 1b
                2:
                """ + OFF + "text: .asciz \"hello from EL1\\n\"\n")) {
            var result = vm.runUntil(powerOff().seconds(20));
            equal("hello from EL1\n", vm.console().text(), "the console");
            equal(new Exit.PowerOff(), result.exit(), "exit");
            equal(15L, vm.exits().rows().stream().filter(row -> row.device().equals("pl011")).mapToLong(row -> row.count()).sum(), "exits at the UART");
            that(vm.engine().contains("KVM"), vm.engine());
        }
    }

    /**
     * Integer, memory, SIMD, floating point, an exception and its return, the MMU switched on, a device. No STXR: a step's exception ends the
     * hardware's exclusive access, so it fails there, rightly. The flags are clear before an exception, since QEMU, which is the hardware
     * here, clears them on the way, and the architecture keeps them (Arm ARM, AArch64.TakeException).
     */
    private static final String MANY = """
            mov x0, #3 << 20
            msr cpacr_el1, x0
            adr x0, vectors
            msr vbar_el1, x0
            isb
            mov x1, #12
            adr x2, data
            movz x10, #0x1234
            movk x10, #0xfedc, lsl #48
            loop:
            ldr x3, [x2], #8
            eor x4, x3, x10, ror #13
            madd x5, x4, x1, x5
            umulh x6, x4, x10
            udiv x7, x10, x1
            rbit x8, x7
            clz x9, x8
            bfi x11, x9, #5, #9
            adds x12, x5, x6
            csinc x13, x12, x11, vs
            str x13, [x2, #512]
            ldp x14, x15, [x2]
            ldxr x16, [x2]
            clrex
            scvtf d0, x1
            fadd d1, d1, d0
            fdiv d2, d0, d1
            fsqrt d3, d2
            fcvtzs x18, d1
            ld1 {v4.16b, v5.16b}, [x2]
            add v6.8h, v4.8h, v5.8h
            addp v7.4s, v6.4s, v5.4s
            tbl v8.16b, {v4.16b}, v5.16b
            umov x19, v7.d[1]
            subs x1, x1, #1
            b.ne loop
            msr nzcv, xzr
            svc #5
            mov x20, #0x40000000
            add x21, x20, #0x701
            mov x22, #0x40000000
            add x22, x22, #0x100000
            str x21, [x22, #8]
            mov x21, #0x405
            str x21, [x22]
            mov x23, #0xff
            msr mair_el1, x23
            msr ttbr0_el1, x22
            movz x24, #0x3519
            movk x24, #0x0080, lsl #16
            msr tcr_el1, x24
            isb
            mrs x25, sctlr_el1
            orr x25, x25, #1
            msr sctlr_el1, x25
            isb
            add x26, x20, #0x80, lsl #12
            ldr x26, [x26]
            mov x27, #0x9000000
            ldr w28, [x27, #0x18]
            ldr w29, [x27, #0xfe0]
            mov w28, #'x'
            str w28, [x27]
            mov x28, #0x900000000000
            ldr x29, [x28]
            """ + OFF + """
            .balign 16
            data:
            .space 1024
            .balign 2048
            vectors:
            .space 0x200
            mrs x28, esr_el1
            mrs x29, elr_el1
            lsr x28, x28, #26
            cmp x28, #0x15
            b.eq 1f
            add x29, x29, #4
            msr elr_el1, x29
            1: eret
            """;

    private void lockstep() {
        try (Vm emulated = vm("emulated", Cpu.EMULATED, 1, MANY); Vm kvm = vm("kvm", Cpu.KVM, 1, MANY)) {
            for (Vm vm : List.of(emulated, kvm)) {
                align(vm);
                for (int i = 0; i < 128; i++) {
                    vm.memory().writeLong(AT + data() + 8L * i, 0x9e37_79b9_7f4a_7c15L * (i + 1));
                }
            }
            var lockstep = new Lockstep(emulated, kvm);
            long start = System.nanoTime();
            lockstep.run(1000).ifPresent(difference -> {
                throw new AssertionError(difference.toString());
            });
            figure("lockstep, instructions", lockstep.executed(), "");
            figure("lockstep, one instruction on both and all registers compared", (System.nanoTime() - start) / 1e6 / lockstep.executed(), "ms");
            that(lockstep.executed() > 350, "only " + lockstep.executed() + " instructions: the program did not come to its end");
            equal("x", kvm.console().text(), "the console on KVM");
            equal("x", emulated.console().text(), "the console on the emulated CPU");
        }
    }

    private static long data() {
        return Assembler.assemble(AT, MANY).symbol("data") - AT;
    }

    /** Registers that the architecture leaves open at reset are set alike: what is UNKNOWN proves nothing. */
    private static void align(Vm vm) {
        for (int n = 0; n <= 30; n++) {
            vm.cpu(0).set("x" + n, 0);
        }
        for (int n = 0; n <= 31; n++) {
            vm.cpu(0).set("v" + n + ".d[0]", 0).set("v" + n + ".d[1]", 0);
        }
        vm.cpu(0).set("SCTLR_EL1", 0x30d0_0800L).set("sp", 0).set("SP_EL0", 0).set("fpcr", 0).set("fpsr", 0).set("pstate", 0x3c5);
        for (String name : List.of("CPACR_EL1", "TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "MAIR_EL1", "VBAR_EL1", "ELR_EL1", "SPSR_EL1", "ESR_EL1", "FAR_EL1", "TPIDR_EL0",
                "TPIDR_EL1", "TPIDRRO_EL0", "CONTEXTIDR_EL1", "PAR_EL1")) {
            vm.cpu(0).set(name, 0);
        }
    }

    private void lockstepDifference() {
        String source = "mov x1, #5\nadd x2, x1, #7\nlsl x3, x2, #3\n" + OFF;
        try (Vm emulated = vm("emulated", Cpu.EMULATED, 1, source); Vm kvm = vm("kvm", Cpu.KVM, 1, source.replace("#7", "#8"))) {
            align(emulated);
            align(kvm);
            Lockstep.Difference found = new Lockstep(emulated, kvm).run(10).orElseThrow(() -> new AssertionError("nothing was found"));
            equal(AT + 4, found.pc(), "where");
            equal(new Lockstep.Values(12, 13), found.registers().get("x2"), "x2");
            that(found.toString().contains("add"), found.toString());
        }
    }

    private void breakpoints() {
        var source = new StringBuilder("mov x0, #0\n");
        for (int i = 0; i < 24; i++) {
            source.append("add x0, x0, #1\n");
        }
        try (Vm vm = vm("breakpoints", Cpu.KVM, 1, source + "brk #1\n" + OFF)) {
            Condition all = pc(AT + 4 + 4 * 23);
            List<Long> wanted = new ArrayList<>();
            for (int i = 1; i < 23; i += 2) {
                all = all.or(pc(AT + 4 + 4 * i));
                wanted.add(AT + 4 + 4 * i);
            }
            wanted.add(AT + 4 + 4 * 23);
            for (long address : wanted) {
                vm.runUntil(all.seconds(20));
                equal(address, vm.cpu(0).pc(), "stopped at");
                equal((address - AT - 4) / 4, vm.cpu(0).get("x0"), "x0 there");
                equal(0x91000400, vm.memory().readInt(address), "the instruction in memory, while the VM stands");
            }
            vm.load(AT + 0x1000, Cells.asm(AT + 0x1000, ".space 0x200\nmrs x9, esr_el1\nmrs x10, elr_el1\n" + OFF));
            vm.cpu(0).set("VBAR_EL1", AT + 0x1000);
            vm.runUntil(powerOff().or(all).seconds(20));
            equal(0xf200_0001L, vm.cpu(0).get("x9"), "the guest's own BRK is the guest's: ESR_EL1");
            equal(AT + 25 * 4, vm.cpu(0).get("x10"), "ELR_EL1");
        }
    }

    /** One switches three others on; together they count to 3000. */
    private static final String SMP = """
            mov x19, #1
            1: movz w0, #3
            movk w0, #0xc400, lsl #16
            mov x1, x19
            adr x2, second
            mov x3, x19
            hvc #0
            cbnz x0, failed
            add x19, x19, #1
            cmp x19, #4
            b.ne 1b
            adr x5, counter
            2: ldr w6, [x5]
            cmp w6, #3000
            b.ne 2b
            """ + OFF + """
            failed: mov x28, x0
            b .
            second:
            adr x5, counter
            mov x7, #1000
            3: ldaxr w6, [x5]
            add w6, w6, #1
            stlxr w8, w6, [x5]
            cbnz w8, 3b
            counted: subs x7, x7, #1
            b.ne 3b
            4: wfi
            b 4b
            .balign 64
            counter: .word 0, 0
            """;

    private void severalCpus() {
        try (Vm vm = vm("smp", Cpu.KVM, 4, SMP)) {
            var ram = vm.memory().slots().getFirst();
            vm.memory().clearDirty();
            vm.runUntil(powerOff().seconds(25));
            equal("{%d}".formatted((AT - ram.address()) / 4096), vm.memory().dirtyPages(ram).toString(), "the pages that the vCPUs wrote");
            equal(3000, vm.memory().readInt(Assembler.assemble(AT, SMP).symbol("counter")), "what three vCPUs counted together");
        }
    }

    private void severalCpusAtOneBreakpoint() {
        try (Vm vm = vm("smp breakpoint", Cpu.KVM, 4, SMP)) {
            long here = Assembler.assemble(AT, SMP).symbol("counted");
            int instruction = vm.memory().readInt(here);
            Condition all = pc(here);
            for (int i = 0; i < 7; i++) {
                all = all.or(pc(0x4000_0000L + 4 * i)); // nobody comes there: they fill the hardware, which has six on most CPUs
            }
            for (int i = 0; i < 5; i++) {
                equal(new Exit.Breakpoint(here), vm.runUntil(all.seconds(20)).exit(), "stop " + i);
                equal(instruction, vm.memory().readInt(here), "the instruction in memory, while the VM stands");
            }
            vm.runUntil(powerOff().seconds(25));
            equal(3000, vm.memory().readInt(Assembler.assemble(AT, SMP).symbol("counter")), "what three vCPUs counted together");
        }
    }

    /** The guest counts in memory, so that it is known to run before it is stopped. */
    private void pause() throws InterruptedException {
        try (Vm vm = vm("pause", Cpu.KVM, 1, "mov x1, #0x40000000\n1: add x0, x0, #1\nstr x0, [x1]\nb 1b")) {
            long[] took = new long[60];
            for (int i = 0; i < took.length; i++) {
                long before = vm.memory().readLong(0x4000_0000L);
                long[] asked = new long[1];
                Thread other = Thread.ofPlatform().start(() -> {
                    try {
                        do {
                            Thread.sleep(4);
                        } while (vm.memory().readLong(0x4000_0000L) == before);
                    } catch (InterruptedException e) {
                        return;
                    }
                    asked[0] = System.nanoTime();
                    vm.pause();
                });
                Exit exit = vm.tryRunUntil(powerOff().seconds(20)).exit();
                took[i] = System.nanoTime() - asked[0];
                other.join();
                equal(new Exit.Stopped("pause() was called"), exit, "the end of run " + i);
            }
            figures("pause() to the end of run()", took);
        }
    }

    private void refusals() {
        try (Vm vm = vm("refusals", Cpu.KVM, 1, "b .")) {
            for (Runnable call : List.<Runnable>of(vm::fingerprint, () -> vm.run(100), () -> vm.runUntil(Condition.instructions(10)))) {
                try {
                    call.run();
                    that(false, "it was not refused");
                } catch (UnsupportedOperationException e) {
                    that(e.getMessage().contains("KVM"), "no reason: " + e.getMessage());
                }
            }
        }
    }

    private void linux() throws IOException {
        var guest = new LinuxGuest(Lab.INSIDE.resolve("Image"), Lab.INSIDE.resolve("initrd.cpio"), Files.readString(Lab.INSIDE.resolve("commandline")));
        long built = System.nanoTime();
        try (Vm vm = guest.prepare("linux", Cpu.KVM, 2); var dialogue = new RegisterDialogue(vm)) {
            long start = System.nanoTime();
            figure("Linux: build() and prepare()", (start - built) / 1e9, "s");
            vm.runUntil(console("cellvisor: init").seconds(150));
            figure("Linux: from the first KVM_RUN to init", (System.nanoTime() - start) / 1e9, "s");
            vm.runUntil(console(LinuxGuest.PROMPT).seconds(60));
            figure("Linux: from the first KVM_RUN to the prompt", (System.nanoTime() - start) / 1e9, "s");
            figure("Linux: exits to the prompt", vm.exits().rows().stream().filter(row -> !row.kind().equals("in-kernel")).mapToLong(row -> row.count()).sum(), "");
            var shell = vm.shell("uname -m; nproc; ls /sys/bus/virtio/devices | wc -l; cat /sys/class/misc/hw_random/rng_current; "
                    + "dd if=/dev/vda bs=512 count=1 skip=7 2>/dev/null | od -An -tx1 | head -1; grep -c GICv3 /proc/interrupts");
            String[] lines = shell.output().split("\\R");
            equal("aarch64", lines[0].strip(), "uname -m");
            equal("2", lines[1].strip(), "nproc");
            equal("3", lines[2].strip(), "virtio devices");
            that(lines[3].startsWith("virtio_rng"), "the entropy device: " + lines[3]);
            equal("07 07 07 07 07 07 07 07 07 07 07 07 07 07 07 07", lines[4].strip(), "sector 7 of the disk");
            long vectors = vm.cpu(0).get("VBAR_EL1");
            that(vm.translate(vectors).ipa() >= 0x4000_0000L && vm.translate(vectors).toString().contains("0x"), "Linux's vectors: " + vm.translate(vectors));
            that(vm.disassemble(vectors, 1).toString().contains("sub"), "the first instruction at Linux's vectors: " + vm.disassemble(vectors, 1));
            that(vm.boardTree().toString().contains("timer") && !vm.boardTree().toString().contains("pmuv3"), "the device tree promises a PMU that the vCPU has not");
            equal("", vm.shell("dmesg | grep -i 'failed to probe PMU'; true").output().strip(), "what Linux says of a PMU");
            String expected = Files.readString(Lab.INSIDE.resolve("dialogue"));
            equal(3, dialogue.finished().size(), "drivers that came to DRIVER_OK");
            sameDialogue(expected, dialogue.toString());
            vm.shell("echo kept >/tmp/here; sleep 1000 & cat /proc/sys/kernel/random/boot_id >/tmp/id");
            long before = System.nanoTime();
            saved = KvmSnapshot.of(vm);
            figure("Linux: saving the VM", (System.nanoTime() - before) / 1e9, "s");
            bootId = vm.shell("cat /tmp/id").output().strip();
            vm.type("poweroff -f\n");
            equal(new Exit.PowerOff(), vm.runUntil(powerOff().seconds(30)).exit(), "exit");
        }
    }

    private void linuxGoesOn() {
        if (saved == null) {
            throw new Skipped("there is no saved Linux: the check before this one did not come so far");
        }
        try (KvmSnapshot moment = saved; Vm vm = LinuxGuest.machine(Vm.builder("goes on").cpu(Cpu.KVM).cpus(2).notifyByEventfd())) {
            long before = System.nanoTime();
            moment.into(vm);
            figure("Linux: loading the VM", (System.nanoTime() - before) / 1e9, "s");
            vm.type("\n");
            var shell = vm.shell("cat /tmp/here /proc/sys/kernel/random/boot_id; ps | grep -c '[s]leep 1000'; dd if=/dev/vda bs=64k 2>/dev/null | md5sum",
                    Condition.powerOff().seconds(60));
            String[] lines = shell.output().split("\\R");
            equal("kept", lines[0].strip(), "the file in /tmp");
            equal(bootId, lines[1].strip(), "the kernel's boot id");
            equal("1", lines[2].strip(), "the program that was running");
            that(lines[3].startsWith(md5(LinuxGuest.disk())), "the disk's md5sum: " + lines[3]);
            long rung = vm.notificationsWithoutExit().values().stream().mapToLong(Long::longValue).sum();
            that(rung > 0, "no notification came by eventfd");
            equal(0L, vm.exits().rows().stream().filter(row -> row.register().equals("QueueNotify")).mapToLong(row -> row.count()).sum(), "exits by QueueNotify");
            figure("notifications by eventfd, no exit", rung, "");
            vm.type("poweroff -f\n");
            equal(new Exit.PowerOff(), vm.runUntil(powerOff().seconds(30)).exit(), "exit");
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watchpoint() {
        try (Vm vm = vm("watchpoint", Cpu.KVM, 1, "mov x1, #0x40000000\nldr x2, [x1]\nstr x1, [x1, #8]\nhere: str x2, [x1]\n" + OFF)) {
            var cpu = (Arm64Cpu) ((KvmCpu) vm.cpu(0).cpu()).arch();
            that(cpu.vcpu().debug().addWatchpoint(0x4000_0000L, 8, Arm64Debug.Access.WRITE), "no watchpoint");
            cpu.vcpu().debug().apply();
            Exit exit = vm.run().exit();
            that(exit instanceof Exit.Stopped(String reason) && reason.contains("0x40000000"), "stopped by " + exit);
            equal(AT + 12, vm.cpu(0).pc(), "at the store");
            cpu.vcpu().debug().removeWatchpoint(0x4000_0000L);
            cpu.vcpu().debug().apply();
            equal(new Exit.PowerOff(), vm.run().exit(), "on it goes");
        }
    }

    private static void sameDialogue(String emulated, String kvm) {
        String[] one = emulated.split("\n");
        String[] two = kvm.split("\n");
        for (int i = 0; i < Math.max(one.length, two.length); i++) {
            String a = i < one.length ? one[i] : "(nothing)";
            String b = i < two.length ? two[i] : "(nothing)";
            equal(a, b, "register access %d from reset to DRIVER_OK, emulated and on KVM".formatted(i));
        }
        figure("virtio register accesses from reset to DRIVER_OK, equal on both CPUs", one.length - 3, "");
    }
}
