package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.VcpuArch;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a VM's CPU on KVM is on arm64. Breakpoints are the hardware's as long as they last; further ones are BRK instructions in the guest's
 * memory, put there while it runs.
 */
public final class Arm64Cpu implements VcpuArch {
    private static final long PSTATE_EL = 0xc;
    private static final long PSTATE_SP = 0x1;
    private static final long EL1H_MASKED = 0x3c5;
    private static final long NZCV_AND_KEPT = 0xf140_0000L; // flags, DIT, PAN
    private static final int BRK_IN_A64 = 0x3c;
    private static final int INSTRUCTION_IS_32_BIT = 1 << 25;

    private final Arm64Vcpu vcpu;
    private final MemoryMap map;
    private final SoftwareBreakpoints software;
    /** The places where this CPU has one of them. */
    private final Set<Long> patched = new LinkedHashSet<>();
    private boolean lifted;
    /** The walker of translation tables; made when it is first needed. */
    private A64Cpu walker;

    /**
     * @param vcpu KVM's
     * @param map where its accesses go
     * @param software those of all its VM's CPUs
     */
    public Arm64Cpu(Arm64Vcpu vcpu, MemoryMap map, SoftwareBreakpoints software) {
        this.vcpu = vcpu;
        this.map = map;
        this.software = software;
    }

    /** KVM's vCPU and what it shows. */
    public Arm64Vcpu vcpu() {
        return vcpu;
    }

    @Override
    public String model() {
        return "host";
    }

    @Override
    public List<String> registerNames() {
        return vcpu.registers().names();
    }

    @Override
    public long get(String register) {
        return vcpu.registers().get(register);
    }

    @Override
    public void set(String register, long value) {
        vcpu.registers().set(register, value);
    }

    @Override
    public long pc() {
        return vcpu.registers().pc();
    }

    @Override
    public void reset(long pc, long argument) {
        vcpu.initialise();
        vcpu.registers().pc(pc);
        vcpu.registers().x(0, argument);
        vcpu.poweredOn(true);
    }

    @Override
    public void powerOff() {
        vcpu.poweredOn(false);
    }

    @Override
    public boolean poweredOn() {
        return vcpu.poweredOn();
    }

    /** KVM does not tell that a vCPU waits in WFI. */
    @Override
    public boolean waiting() {
        return false;
    }

    /** As on the emulated CPU, and as board virt's bus does it: a synchronous External Abort. */
    @Override
    public void nobodyAt(long address, boolean write) {
        vcpu.abortAccess();
    }

    // ---- translation: KVM has no call for it on arm64, so our own walker does it, with this CPU's registers

    @Override
    public long translate(long va) {
        return explain(va).ipa();
    }

    @Override
    public Translation explain(long va) {
        if (walker == null) {
            walker = new A64Cpu(vcpu.vcpu().index(), CpuModel.of("max"), map);
        }
        for (String register : List.of("SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1")) {
            walker.set(register, get(register));
        }
        walker.set("pstate", get("pstate") & ~(1L << 21));
        return walker.explain(va);
    }

    // ---- debugging

    @Override
    public void debug(boolean step, Set<Long> breakpoints) {
        unpatch();
        if (step != lifted) { // no BRK may stand where the one instruction is
            lifted = step;
            if (step) {
                software.lift();
            } else {
                software.lower();
            }
        }
        vcpu.debug().clear();
        for (long va : breakpoints) {
            if (!vcpu.debug().addBreakpoint(va)) {
                patch(va, breakpoints.size());
            }
        }
        vcpu.debug().step(step).software(!patched.isEmpty()).apply();
    }

    private void patch(long va, int wanted) {
        long ipa = translate(va);
        if (!software.fits(ipa)) {
            unpatch();
            throw new IllegalArgumentException(("%d breakpoints: this host's hardware has %d, and the others need their instructions in memory, "
                    + "but 0x%x is not mapped to RAM now").formatted(wanted, vcpu.debug().breakpointLimit(), va));
        }
        if (patched.add(ipa)) {
            software.add(ipa);
        }
    }

    private void unpatch() {
        patched.forEach(software::remove);
        patched.clear();
    }

    @Override
    public Exit exit(KvmExit exit) {
        return switch (exit) {
            case KvmExit.DebugArm64(long esr, long far) -> debugExit(esr, far);
            case KvmExit.SystemEvent(int type, long[] data) -> switch (type) {
                case KvmExit.SystemEvent.OFF -> new Exit.PowerOff();
                case KvmExit.SystemEvent.RESET -> new Exit.Reset();
                default -> new Exit.Stuck("the guest's kernel reported event %d to KVM".formatted(type));
            };
            case KvmExit.Interrupted interrupted -> null;
            case KvmExit.NoSyndrome(long iss, long address) -> new Exit.Stuck(("the instruction at 0x%x accesses a device at 0x%x in a way that the hardware "
                    + "does not describe to KVM (a pair, or with write-back); the emulated CPU can do it").formatted(pc(), address));
            default -> new Exit.Stuck("KVM came back with %s at 0x%x".formatted(exit, pc()));
        };
    }

    private Exit debugExit(long esr, long far) {
        return switch (Arm64Debug.exceptionClass(esr)) {
            case Arm64Debug.CLASS_STEP, Arm64Debug.CLASS_BREAKPOINT -> new Exit.Breakpoint(pc());
            case Arm64Debug.CLASS_WATCHPOINT -> new Exit.Stopped("watchpoint: the instruction at 0x%x is about to access 0x%x".formatted(pc(), far));
            case Arm64Debug.CLASS_BRK -> {
                if (patched.contains(translate(pc()))) {
                    yield new Exit.Breakpoint(pc());
                }
                giveBrkToGuest(esr);
                yield null;
            }
            default -> new Exit.Stuck("KVM came back for debugging with class 0x%x at 0x%x".formatted(Arm64Debug.exceptionClass(esr), pc()));
        };
    }

    /** A BRK of the guest's own came to us because ours do: it takes its exception to EL1 (Arm ARM, D1.4.2). */
    private void giveBrkToGuest(long esr) {
        long pstate = get("pstate");
        long pc = pc();
        set("ESR_EL1", (long) BRK_IN_A64 << 26 | INSTRUCTION_IS_32_BIT | esr & 0xffff);
        set("ELR_EL1", pc);
        set("SPSR_EL1", pstate & ~(1L << 21));
        long group = (pstate & PSTATE_EL) == 0 ? 0x400 : (pstate & PSTATE_SP) != 0 ? 0x200 : 0;
        set("pstate", pstate & NZCV_AND_KEPT | EL1H_MASKED);
        set("pc", get("VBAR_EL1") + group);
    }

    // ---- state

    @Override
    public State save() {
        return vcpu.save();
    }

    @Override
    public void restore(State state) {
        vcpu.restore(state);
    }
}
