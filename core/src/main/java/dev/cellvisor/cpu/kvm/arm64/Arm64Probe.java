package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.memory.GuestMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What this host's KVM can do on arm64, found out by guests of a few instructions. A guest that does not come back is stopped after two seconds.
 */
public final class Arm64Probe {
    private static final long RAM = 0x4000_0000L;
    private static final int RAM_BYTES = 0x1_0000;
    private static final int LIMIT_SECONDS = 2;
    private static final double NATIVE_PER_SECOND = 50e6;
    private static final int LOOPS = 0x10_0000;
    private static final int EXITS = 2_000;

    // mov x0, #LOOPS; 1: subs x0, x0, #1; b.ne 1b; mov x1, #DEVICE; str wzr, [x1]
    private static final int[] LOOP = {0xd2a00200, 0xf1000400, 0x54ffffe1, 0xd2a12001, 0xb900003f};
    // mov x1, #DEVICE; 1: str wzr, [x1]; b 1b
    private static final int[] STORES = {0xd2a12001, 0xb900003f, 0x17ffffff};
    // nop; nop; brk #1; b .
    private static final int[] PLAIN = {0xd503201f, 0xd503201f, 0xd4200020, 0x14000000};

    private Arm64Probe() {
    }

    private interface Trial {
        Finding run(Arm64Vcpu vcpu);
    }

    /** Tries it all; takes a few seconds at most. */
    public static List<Finding> run(Kvm kvm) {
        List<Finding> findings = new ArrayList<>();
        findings.add(tried("guest kernel code", kvm, LOOP, Arm64Probe::speed));
        findings.add(tried("exits to user space", kvm, STORES, Arm64Probe::exits));
        findings.add(tried("registers by ONE_REG", kvm, PLAIN, vcpu -> new Finding("registers by ONE_REG", true,
                "%d, MIDR_EL1 0x%x, PSCI %d.%d".formatted(vcpu.registers().ids().size(), vcpu.registers().get("MIDR_EL1"),
                        vcpu.registers().psciVersion() >> 16, vcpu.registers().psciVersion() & 0xffff))));
        findings.add(tried("single-step", kvm, PLAIN, vcpu -> {
            vcpu.debug().step(true).apply();
            return stopped("single-step", vcpu, RAM + 4, Arm64Debug.CLASS_STEP, "");
        }));
        findings.add(tried("hardware breakpoints", kvm, PLAIN, vcpu -> {
            vcpu.debug().addBreakpoint(RAM + 4);
            vcpu.debug().apply();
            return stopped("hardware breakpoints", vcpu, RAM + 4, Arm64Debug.CLASS_BREAKPOINT,
                    ", %d of them, and %d watchpoints".formatted(vcpu.debug().breakpointLimit(), vcpu.debug().watchpointLimit()));
        }));
        findings.add(tried("software breakpoints", kvm, PLAIN, vcpu -> {
            vcpu.debug().software(true).apply();
            return stopped("software breakpoints", vcpu, RAM + 8, Arm64Debug.CLASS_BRK, "");
        }));
        findings.add(gic(kvm));
        return List.copyOf(findings);
    }

    private static Finding speed(Arm64Vcpu vcpu) {
        long start = System.nanoTime();
        boolean done = vcpu.vcpu().run() instanceof KvmExit.Mmio;
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = (done ? LOOPS : LOOPS - vcpu.registers().x(0)) * 2.0 / seconds;
        return new Finding("guest kernel code", rate > NATIVE_PER_SECOND, String.format(Locale.ROOT, rate > NATIVE_PER_SECOND
                ? "runs on the CPU itself (%.0f million instructions a second)" : "about %.0f million instructions a second: the CPU below is emulated", rate / 1e6));
    }

    private static Finding exits(Arm64Vcpu vcpu) {
        vcpu.vcpu().run();
        long start = System.nanoTime();
        int count = 0;
        while (count < EXITS && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1) && vcpu.vcpu().run() instanceof KvmExit.Mmio) {
            count++;
        }
        double micros = (System.nanoTime() - start) / 1e3 / Math.max(1, count);
        return new Finding("exits to user space", count > 0, String.format(Locale.ROOT, "%.1f µs each, stores to a device", micros));
    }

    private static Finding stopped(String what, Arm64Vcpu vcpu, long pc, int exceptionClass, String more) {
        KvmExit exit = vcpu.vcpu().run();
        boolean works = exit instanceof KvmExit.DebugArm64(long esr, long far) && Arm64Debug.exceptionClass(esr) == exceptionClass && vcpu.registers().pc() == pc;
        return new Finding(what, works, works ? "stops where it should" + more : "came back with " + exit);
    }

    private static Finding gic(Kvm kvm) {
        try (KvmVm vm = kvm.createVm()) {
            new Vgic(vm, 1, cpu -> 0, 0x0800_0000L, 0x080a_0000L, 64);
            return new Finding("interrupt controller", true, "a GICv3 in the kernel");
        } catch (KvmException e) {
            return new Finding("interrupt controller", false, e.getMessage());
        }
    }

    private static Finding tried(String what, Kvm kvm, int[] code, Trial trial) {
        try (var memory = new GuestMemory(); KvmVm vm = kvm.createVm();
                var watchdog = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kvm probe watchdog").factory())) {
            memory.add("ram", RAM, RAM_BYTES);
            for (int i = 0; i < code.length; i++) {
                memory.writeInt(RAM + 4L * i, code[i]);
            }
            vm.setMemory(0, RAM, memory.slots().getFirst().segment(), 0);
            var vcpu = new Arm64Vcpu(vm, 0);
            vcpu.registers().pc(RAM);
            var limit = watchdog.schedule(vcpu.vcpu()::kick, LIMIT_SECONDS, TimeUnit.SECONDS);
            try {
                return trial.run(vcpu);
            } finally {
                limit.cancel(false);
            }
        } catch (KvmException e) {
            return new Finding(what, false, e.getMessage());
        }
    }
}
