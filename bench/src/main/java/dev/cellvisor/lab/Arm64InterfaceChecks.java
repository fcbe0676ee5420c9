package dev.cellvisor.lab;

import static dev.cellvisor.lab.TinyArm64.DEVICE;
import static dev.cellvisor.lab.TinyArm64.RAM;
import static dev.cellvisor.lab.TinyArm64.RAM_BYTES;

import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.arm64.Arm64Debug;
import dev.cellvisor.cpu.kvm.ffi.EventFd;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Mapping;
import dev.cellvisor.state.State;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.SynchronousQueue;

/** KVM's interface on arm64, by guests of a few instructions. */
final class Arm64InterfaceChecks extends Checks {
    /** INTIDs as KVM_IRQ_LINE wants them: an SPI's type in the upper byte. */
    private static final int SPI = 1 << 24;

    Arm64InterfaceChecks() {
        check("the first use of KVM from Java: /dev/kvm opened, a VM and a vCPU made", this::firstUse);
        check("MMIO: every size, both ways, registers between two instructions after it", this::mmio);
        check("MMIO at an address where nobody is: a synchronous External Abort", this::abort);
        check("ONE_REG: every register of KVM's list has a name of its own and can be read", this::registerNames);
        check("ONE_REG: set by name, seen by the guest, and back", this::registersRoundTrip);
        check("single-step: one instruction each, through a branch and an exception", this::singleStep);
        check("hardware breakpoint and watchpoint", this::hardwareDebug);
        check("software breakpoint: BRK comes to us", this::softwareBreakpoint);
        check("an SPI by KVM_IRQ_LINE through the VGIC: taken, acknowledged, ended", this::spi);
        check("the virtual timer's interrupt, by the kernel", this::timer);
        check("PSCI: version, CPU_ON of a second vCPU, SYSTEM_OFF, SYSTEM_RESET", this::psci);
        check("ioeventfd: a store without an exit; irqfd: an interrupt without an ioctl", this::eventfds);
        check("dirty log: exactly the pages that the guest wrote", this::dirtyLog);
        check("pause from another thread: the same by a program in C", this::pauseInC);
        check("pause from another thread", this::pause);
        check("save and load: a second machine goes on where the first one was", this::saveAndLoad);
        check("nothing is leaked: files and mappings", this::leaks);
    }

    /** What of it is linking the first native calls stands apart from everything that comes after. */
    private void firstUse() {
        for (String name : List.of("linkage and first VM", "second VM")) {
            long start = System.nanoTime();
            try (var kvm = Kvm.open(); var vm = kvm.createVm()) {
                var vcpu = vm.createVcpu(0);
                figure(name, (System.nanoTime() - start) / 1e9, "s");
                start = System.nanoTime();
                vcpu.bind();
                vcpu.release();
                figure(name + ": a thread bound to its vCPU, s", (System.nanoTime() - start) / 1e9, "s");
            }
        }
    }

    private void mmio() {
        try (var m = new TinyArm64("""
                mov x1, #0x9000000
                movz x0, #0x1234
                movk x0, #0xabcd, lsl #16
                movk x0, #0x5678, lsl #32
                movk x0, #0x9abc, lsl #48
                strb w0, [x1]
                strh w0, [x1, #2]
                str w0, [x1, #4]
                str x0, [x1, #8]
                ldrb w2, [x1, #16]
                ldrh w3, [x1, #18]
                ldr w4, [x1, #20]
                ldr x5, [x1, #24]
                str wzr, [x1, #0x100]
                """)) {
            long[] values = {0x34, 0x1234, 0xabcd1234L, 0x9abc5678abcd1234L};
            for (int i = 0; i < 4; i++) {
                var exit = m.run(KvmExit.Mmio.class);
                equal(new KvmExit.Mmio(DEVICE + new int[] {0, 2, 4, 8}[i], 1 << i, true, values[i]), exit, "store " + i);
            }
            for (int i = 0; i < 4; i++) {
                var exit = m.run(KvmExit.Mmio.class);
                equal(DEVICE + new int[] {16, 18, 20, 24}[i], exit.address(), "load's address");
                equal(1 << i, exit.sizeBytes(), "load's size");
                answer(m, 0x8182838485868788L);
            }
            m.run(KvmExit.Mmio.class);
            m.cpu().vcpu().complete();
            equal(0x88L, m.get("x2"), "byte");
            equal(0x8788L, m.get("x3"), "half-word");
            equal(0x85868788L, m.get("x4"), "word");
            equal(0x8182838485868788L, m.get("x5"), "double word");
            equal(RAM + 14 * 4, m.get("pc"), "PC after the access is completed");
        }
    }

    private static void answer(TinyArm64 m, long value) {
        m.cpu().vcpu().page().set(ValueLayout.JAVA_LONG, dev.cellvisor.cpu.kvm.ffi.KvmRunLayout.MMIO_DATA, value);
    }

    private void abort() {
        try (var m = new TinyArm64("""
                adr x0, vectors
                msr vbar_el1, x0
                isb
                mov x1, #0xa000000
                there: ldr x2, [x1]
                b .
                .balign 2048
                vectors:
                .balign 0x200
                mrs x3, esr_el1
                mrs x4, far_el1
                mrs x5, elr_el1
                mov x6, #0x9000000
                str x3, [x6]
                """)) {
            // the vector of a synchronous exception from the current level with SP_ELx is at 0x200
            m.memory.write(RAM + 0x800 + 0x200, Arrays.copyOfRange(m.program.bytes(), m.program.bytes().length - 20, m.program.bytes().length));
            equal(0xa00_0000L, m.run(KvmExit.Mmio.class).address(), "where nobody is");
            m.cpu().abortAccess();
            var seen = m.run(KvmExit.Mmio.class);
            equal(DEVICE, seen.address(), "the handler's store");
            equal(0x25, Arm64Debug.exceptionClass(seen.value()), "ESR_EL1.EC: Data Abort without a change of level");
            equal(0x10L, seen.value() & 0x3f, "ESR_EL1.DFSC: synchronous External abort");
            m.cpu().vcpu().complete();
            equal(0xa00_0000L, m.get("x4"), "FAR_EL1");
            equal(m.program.symbol("there"), m.get("x5"), "ELR_EL1");
        }
    }

    private void registerNames() {
        try (var m = new TinyArm64("b .")) {
            List<String> names = m.cpu().registers().names();
            equal(names.size(), new HashSet<>(names).size(), "names, each once");
            for (String name : names) {
                m.get(name);
            }
            for (String wanted : List.of("x30", "sp", "SCTLR_EL1", "TTBR0_EL1", "VBAR_EL1", "ESR_EL1", "FAR_EL1", "MPIDR_EL1", "ID_AA64MMFR0_EL1", "FPCR", "FPSR",
                    "SP_EL0", "ELR_EL1", "SPSR_EL1", "TPIDR_EL0", "MDSCR_EL1", "CNTV_CVAL_EL0", "CNTVCT_EL0", "CNTKCTL_EL1")) {
                that(names.contains(wanted), wanted + " is missing in " + names);
            }
            figure("registers that KVM shows", names.size(), "names");
        }
    }

    private void registersRoundTrip() {
        try (var m = new TinyArm64("""
                mrs x1, tpidr_el1
                add x2, x0, x30
                mov x3, sp
                fmov x4, d5
                umov x5, v6.d[1]
                mrs x6, cntv_cval_el0
                mrs x7, fpcr
                mrs x8, sp_el0
                mov x9, #0x9000000
                str x9, [x9]
                """)) {
            m.set("CPACR_EL1", 3 << 20);
            m.set("tpidr_el1", 0x1111_2222_3333_4444L);
            m.set("x0", 40);
            m.set("lr", 2);
            m.set("sp", 0x4010_0000L);
            m.set("SP_EL0", 0x4012_0000L);
            m.set("d5", 0x4045_0000_0000_0000L);
            m.set("v6.d[1]", 0xfeed_beefL);
            m.set("v6.h[6]", 0xf00dL);
            m.set("CNTV_CVAL_EL0", 0x1234_5678_9abcL);
            m.set("fpcr", 0x0100_0000L);
            m.run(KvmExit.Mmio.class);
            m.cpu().vcpu().complete();
            long[] expected = {40, 0x1111_2222_3333_4444L, 42, 0x4010_0000L, 0x4045_0000_0000_0000L, 0xf00d_beefL | 0xfeed_0000L & 0, 0x1234_5678_9abcL,
                0x0100_0000L, 0x4012_0000L};
            expected[5] = 0xfeed_beefL | 0xf00dL << 32;
            for (int i = 0; i < expected.length; i++) {
                equal(expected[i], m.get("x" + i), "x" + i);
            }
            equal(5L, m.get("pstate") & 0xf, "EL1h");
            try {
                m.get("SCTLR_EL9");
                that(false, "SCTLR_EL9 was read");
            } catch (IllegalArgumentException e) {
                that(e.getMessage().contains("SCTLR_EL1"), "the message does not name the nearest: " + e.getMessage());
            }
        }
    }

    private void singleStep() {
        try (var m = new TinyArm64("""
                adr x0, vectors
                msr vbar_el1, x0
                isb
                mov x1, #3
                1: subs x1, x1, #1
                b.ne 1b
                svc #0
                .balign 2048
                vectors:
                .space 0x200
                mov x2, #9
                b .
                """)) {
            m.cpu().debug().step(true).apply();
            long[] pcs = {4, 8, 12, 16, 20, 16, 20, 16, 20, 24, 0x800 + 0x200, 0x800 + 0x204};
            for (int i = 0; i < pcs.length; i++) {
                var exit = m.run(KvmExit.DebugArm64.class);
                equal(Arm64Debug.CLASS_STEP, Arm64Debug.exceptionClass(exit.esr()), "class of step " + i);
                equal(RAM + pcs[i], m.get("pc"), "PC after step " + i);
            }
            equal(9L, m.get("x2"), "x2");
        }
    }

    private void hardwareDebug() {
        try (var m = new TinyArm64("""
                mov x1, #0x40100000
                mov x2, #5
                nop
                here: add x2, x2, #1
                ldr x3, [x1]
                str w2, [x1, #4]
                ldrb w4, [x1, #8]
                b .
                """)) {
            long here = m.program.symbol("here");
            figure("hardware breakpoints", m.cpu().debug().breakpointLimit(), "");
            figure("hardware watchpoints", m.cpu().debug().watchpointLimit(), "");
            that(m.cpu().debug().addBreakpoint(here), "no hardware breakpoint");
            that(m.cpu().debug().addWatchpoint(0x4010_0004L, 4, Arm64Debug.Access.WRITE), "no watchpoint");
            m.cpu().debug().apply();
            var stop = m.run(KvmExit.DebugArm64.class);
            equal(Arm64Debug.CLASS_BREAKPOINT, Arm64Debug.exceptionClass(stop.esr()), "class");
            equal(here, m.get("pc"), "PC");
            equal(5L, m.get("x2"), "x2 before the instruction");
            m.cpu().debug().removeBreakpoint(here);
            m.cpu().debug().apply();
            stop = m.run(KvmExit.DebugArm64.class);
            equal(Arm64Debug.CLASS_WATCHPOINT, Arm64Debug.exceptionClass(stop.esr()), "class of the watchpoint");
            equal(0x4010_0004L, stop.far(), "the watched address");
            equal(here + 8, m.get("pc"), "PC at the store, not at the load before it");
            equal(0, m.memory.readInt(0x4010_0004L), "memory before the store");
            for (int i = 0; i < m.cpu().debug().breakpointLimit(); i++) {
                that(m.cpu().debug().addBreakpoint(RAM + 4 * i), "breakpoint " + i);
            }
            that(!m.cpu().debug().addBreakpoint(RAM + 0x1000), "one more than the hardware has was accepted");
        }
    }

    private void softwareBreakpoint() {
        try (var m = new TinyArm64("mov x0, #1\nhere: brk #0x77\nmov x0, #2\nb .")) {
            m.cpu().debug().software(true).apply();
            var stop = m.run(KvmExit.DebugArm64.class);
            equal(Arm64Debug.CLASS_BRK, Arm64Debug.exceptionClass(stop.esr()), "class");
            equal(0x77L, stop.esr() & 0xffff, "the number in BRK");
            equal(m.program.symbol("here"), m.get("pc"), "PC at BRK");
            equal(1L, m.get("x0"), "x0");
        }
    }

    /** A guest that enables the GIC's CPU interface, and counts interrupts in x20, the last INTID in x21. */
    private static String interruptGuest(String setUp, String body) {
        return """
                adr x0, vectors
                msr vbar_el1, x0
                mov x0, #7
                msr icc_sre_el1, x0
                isb
                mov x0, #0xff
                msr icc_pmr_el1, x0
                mov x0, #1
                msr icc_igrpen1_el1, x0
                mov x1, #0x8000000
                mov w0, #0x12
                str w0, [x1]
                mov x2, #0x80a0000
                add x2, x2, #0x10000
                mov w0, #-1
                str w0, [x2, #0x80]
                str w0, [x2, #0x100]
                str w0, [x1, #0x84]
                %s
                msr daifclr, #2
                %s
                .balign 2048
                vectors:
                .space 0x280
                mrs x21, icc_iar1_el1
                add x20, x20, #1
                msr cntv_ctl_el0, xzr
                str w21, [x28]
                msr icc_eoir1_el1, x21
                eret
                """.formatted(setUp, body);
    }

    private void spi() {
        try (var m = new TinyArm64(interruptGuest("mov w0, #1 << 8\nstr w0, [x1, #0x104]\nmov x28, #0x9000000", "str xzr, [x28, #8]\n1: wfi\nb 1b"))) {
            equal(DEVICE + 8, m.run(KvmExit.Mmio.class).address(), "ready");
            m.vm.irqLine(SPI | 40, true);
            var seen = m.run(KvmExit.Mmio.class);
            equal(40L, seen.value(), "the INTID that the guest acknowledged");
            m.vm.irqLine(SPI | 40, false);
            m.cpu().vcpu().complete();
            equal(1L, m.get("x20"), "interrupts");
            equal(0L, m.gic.levels(0, 32), "all lines are low again");
            equal(1L << 8, m.gic.distributor(0x104), "GICD_ISENABLER1 by the device's attributes");
            equal(0xffL & 0xf8, m.gic.cpuInterface(0, dev.cellvisor.irq.CpuInterface.encoding(3, 0, 4, 6, 0)) & 0xf8, "ICC_PMR_EL1");
        }
    }

    private void timer() {
        try (var m = new TinyArm64(interruptGuest("mov x28, #0x9000000", """
                mrs x0, cntfrq_el0
                mov x1, #100
                udiv x0, x0, x1
                msr cntv_tval_el0, x0
                mov x0, #1
                msr cntv_ctl_el0, x0
                1: wfi
                b 1b"""))) {
            long start = System.nanoTime();
            equal(27L, m.run(KvmExit.Mmio.class).value(), "INTID of the virtual timer");
            long passed = (System.nanoTime() - start) / 1_000_000;
            that(passed >= 9, "a timer of 10 ms came after " + passed + " ms");
        }
    }

    private void psci() throws InterruptedException {
        try (var m = new TinyArm64(2, 0, """
                mov x28, #0x9000000
                movz w0, #0x8400, lsl #16
                hvc #0
                str w0, [x28]
                movz w0, #3
                movk w0, #0xc400, lsl #16
                mov x1, #1
                adr x2, second
                mov x3, #77
                hvc #0
                str w0, [x28, #4]
                mov x1, #0x40000000
                add x1, x1, #0x100000
                1: ldr w0, [x1]
                cbz w0, 1b
                str w0, [x28, #8]
                movz w0, #0x8400, lsl #16
                add w0, w0, #8
                hvc #0
                b .
                second:
                mov x1, #0x40000000
                add x1, x1, #0x100000
                str w0, [x1]
                wfi
                b .
                """)) {
            that(!m.vcpus.get(1).poweredOn(), "the second vCPU is on from the start");
            equal(m.cpu().registers().psciVersion(), m.run(KvmExit.Mmio.class).value(), "PSCI_VERSION");
            equal(0L, m.run(KvmExit.Mmio.class).value(), "CPU_ON");
            that(m.vcpus.get(1).poweredOn(), "the second vCPU is not on after CPU_ON");
            Thread second = Thread.ofPlatform().daemon().start(() -> m.vcpus.get(1).vcpu().run());
            equal(77L, m.run(KvmExit.Mmio.class).value(), "what the second vCPU found in X0");
            equal(KvmExit.SystemEvent.OFF, m.run(KvmExit.SystemEvent.class).type(), "SYSTEM_OFF");
            m.vcpus.get(1).vcpu().kick();
            second.join(5000);
            that(!second.isAlive(), "the second vCPU's thread did not come back");
            m.cpu().initialise();
            m.memory.write(RAM, dev.cellvisor.cpu.a64.asm.Assembler.assemble(RAM, "movz w0, #0x8400, lsl #16\nadd w0, w0, #9\nhvc #0\nb .").bytes());
            m.cpu().registers().pc(RAM);
            equal(KvmExit.SystemEvent.RESET, m.run(KvmExit.SystemEvent.class).type(), "SYSTEM_RESET");
        }
    }

    private void eventfds() {
        try (var m = new TinyArm64(interruptGuest("mov w0, #1 << 8\nstr w0, [x1, #0x104]\nmov w0, #2 << 16\nstr w0, [x1, #0xc08]\nmov x28, #0x9000000",
                "mov x27, #0xa000000\nmov w0, #3\nstr w0, [x27, #0x50]\nmov w0, #4\nstr w0, [x27, #0x50]\nstr xzr, [x28, #8]\n1: wfi\nb 1b"));
                var bell = new EventFd(); var interrupt = new EventFd()) {
            m.vm.ioeventfd(bell, KvmVm.Doorbell.mmio(0xa00_0050L, 4).of(3));
            m.vm.irqfd(interrupt, 40 - 32);
            var exit = m.run(KvmExit.Mmio.class);
            equal(new KvmExit.Mmio(0xa00_0050L, 4, true, 4), exit, "only the other value is an exit");
            equal(1L, bell.take(), "the doorbell");
            equal(DEVICE + 8, m.run(KvmExit.Mmio.class).address(), "ready");
            interrupt.signal();
            equal(40L, m.run(KvmExit.Mmio.class).value(), "the INTID that the guest acknowledged");
        }
    }

    private void dirtyLog() {
        try (var m = new TinyArm64(1, KvmVm.MEM_LOG_DIRTY_PAGES, """
                mov x1, #0x40000000
                add x1, x1, #0x100000
                str x1, [x1]
                str x1, [x1, #0x3000]
                add x2, x1, #0x81000
                ldr x3, [x2]
                str x1, [x2, #0x1000]
                mov x28, #0x9000000
                str wzr, [x28]
                str x1, [x1, #0x3008]
                str wzr, [x28]
                """)) {
            m.run(KvmExit.Mmio.class);
            equal(pages(0x100, 0x103, 0x182), m.vm.dirtyLog(0, RAM_BYTES), "pages");
            m.run(KvmExit.Mmio.class);
            equal(pages(0x103), m.vm.dirtyLog(0, RAM_BYTES), "pages since the last look");
        }
    }

    private static BitSet pages(int... numbers) {
        var set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }

    private void pauseInC() throws IOException, InterruptedException {
        long[] took = KickProgram.run();
        equal(60, took.length, "rounds");
        figures("pause in C, a kick to KVM_RUN's return", took);
    }

    private void pause() throws InterruptedException {
        try (var m = new TinyArm64("mov x1, #0x40100000\n1: add x0, x0, #1\nstr x0, [x1]\nb 1b")) {
            long[] took = new long[60];
            var vcpu = m.cpu().vcpu();
            var turn = new SynchronousQueue<Long>();
            Thread runner = Thread.ofPlatform().daemon().start(() -> {
                vcpu.bind();
                try {
                    for (int i = 0; i < took.length; i++) {
                        turn.take();
                        vcpu.enter();
                        turn.put(System.nanoTime());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    vcpu.release();
                }
            });
            for (int i = 0; i < took.length; i++) {
                long counter = m.memory.readLong(RAM + 0x10_0000);
                vcpu.settle();
                turn.put(0L);
                do {
                    Thread.sleep(4);
                } while (m.memory.readLong(RAM + 0x10_0000) == counter);
                long asked = System.nanoTime();
                vcpu.kick();
                took[i] = turn.take() - asked;
            }
            runner.join();
            figures("pause, a kick to KVM_RUN's return", took);
        }
    }

    private void saveAndLoad() {
        String guest = interruptGuest("mov w0, #1 << 8\nstr w0, [x1, #0x104]\nmov x28, #0x9000000\nmsr tpidr_el1, x1\nmov x9, #17",
                "fmov d3, x9\nmsr daifset, #2\nstr xzr, [x28, #8]\nadd x9, x9, #1\nmsr daifclr, #2\n1: wfi\nb 1b");
        State cpu;
        State gic;
        byte[] ram;
        try (var m = new TinyArm64(guest.replace("adr x0, vectors", "mov x0, #3 << 20\nmsr cpacr_el1, x0\nisb\nadr x0, vectors"))) {
            m.run(KvmExit.Mmio.class);
            m.cpu().vcpu().complete();
            m.vm.irqLine(SPI | 40, true); // asserted, and not taken yet
            cpu = m.cpu().save();
            gic = m.gic.save();
            ram = m.memory.read(RAM, RAM_BYTES);
            equal(standing(cpu), standing(m.cpu().save()), "saving twice");
        }
        try (var m = new TinyArm64("b .")) {
            m.memory.write(RAM, ram);
            m.cpu().restore(cpu);
            m.gic.restore(gic);
            equal(standing(cpu), standing(m.cpu().save()), "the vCPU's state after loading");
            equal(gic.hash(), m.gic.save().hash(), "the interrupt controller's state after loading");
            equal(17L, m.get("d3"), "d3");
            equal(40L, m.run(KvmExit.Mmio.class).value(), "the interrupt that was pending");
            m.cpu().vcpu().complete();
            equal(18L, m.get("x9"), "x9");
            equal(0x800_0000L, m.get("tpidr_el1"), "tpidr_el1");
        }
    }

    /** A vCPU's state without the counters, which go on. */
    private static Map<String, String> standing(State cpu) {
        Map<String, String> values = new TreeMap<>();
        State registers = cpu.child("registers");
        registers.values().keySet().stream().filter(name -> !name.startsWith("CNTVCT") && !name.startsWith("CNTPCT"))
                .forEach(name -> values.put(name, HexFormat.of().formatHex(registers.bytes(name))));
        return values;
    }

    private void leaks() {
        int files = Fd.openCount();
        int mappings = Mapping.openCount();
        try (var m = new TinyArm64(2, 0, "b .")) {
            that(Fd.openCount() > files && Mapping.openCount() > mappings, "nothing is counted");
        }
        equal(files, Fd.openCount(), "open files");
        equal(mappings, Mapping.openCount(), "mappings");
    }
}
