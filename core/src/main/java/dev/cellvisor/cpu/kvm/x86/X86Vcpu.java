package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.VcpuArch;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.Struct;
import dev.cellvisor.cpu.kvm.ffi.Structs;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import dev.cellvisor.state.State;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The x86-64 half of a vCPU. */
public final class X86Vcpu implements VcpuArch {
    private static final int BREAKPOINTS = 4;
    private static final int DEBUG_ENABLE = 1;
    private static final int DEBUG_STEP = 2;
    private static final int DEBUG_HARDWARE = 0x2_0000;
    /** DR7: the exact-match bits that old CPUs wanted. */
    private static final int DR7_FIXED = 0x400;
    private static final int MP_RUNNABLE = 0;
    private static final int MP_UNINITIALIZED = 1;
    private static final int MP_HALTED = 3;
    private static final long RESET_PC = 0xfff0;
    private static final int MSR_TSC = 0x10;
    private static final int MSR_TSC_ADJUST = 0x3b;
    private static final int MSR_TSC_DEADLINE = 0x6e0;

    private final KvmVcpu vcpu;
    private final X86Cpuid cpuid;
    private final X86Registers registers;
    private final boolean apic;
    private final int[] msrs;
    private final State initial;

    /**
     * Takes a new vCPU over.
     *
     * @param cpuid what it tells of itself
     * @param apic whether its local APIC is in the kernel
     */
    public X86Vcpu(Kvm kvm, KvmVcpu vcpu, X86Cpuid cpuid, boolean apic) {
        this.vcpu = vcpu;
        this.cpuid = cpuid;
        this.apic = apic;
        cpuid.give(vcpu);
        registers = new X86Registers(vcpu);
        msrs = X86Msrs.list(kvm);
        initial = save();
    }

    /** KVM's vCPU. */
    public KvmVcpu vcpu() {
        return vcpu;
    }

    @Override
    public String model() {
        return cpuid.model();
    }

    @Override
    public List<String> registerNames() {
        return registers.names();
    }

    @Override
    public List<String> generalRegisterNames() {
        return X86Registers.GENERAL;
    }

    @Override
    public long get(String register) {
        return registers.get(register.equalsIgnoreCase("pc") ? "rip" : register.equalsIgnoreCase("sp") ? "rsp" : register);
    }

    @Override
    public void set(String register, long value) {
        registers.set(register.equalsIgnoreCase("pc") ? "rip" : register.equalsIgnoreCase("sp") ? "rsp" : register, value);
    }

    @Override
    public long pc() {
        return registers.get("rip");
    }

    /** Real mode, all segments at 0: the reset state but for the place. {@code argument} is in RDI. */
    @Override
    public void reset(long pc, long argument) {
        restore(initial);
        set("cs.base", 0);
        set("cs", 0);
        set("rip", pc);
        set("rflags", 2);
        set("rdi", argument);
    }

    /** Starts it in another mode than the reset's. */
    public void start(X86Start start) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment sregs = X86Structs.SREGS.allocate(frame);
            vcpu.get("KVM_GET_SREGS", Ioctl.GET_SREGS, sregs);
            start.apply(sregs);
            vcpu.set("KVM_SET_SREGS", Ioctl.SET_SREGS, sregs);
            MemorySegment regs = X86Structs.REGS.allocate(frame);
            X86Structs.REGS.set(regs, "rflags", 2).set(regs, "rip", start.entry()).set(regs, "rsp", start.stack());
            start.registers().forEach((name, value) -> X86Structs.REGS.set(regs, name, value));
            vcpu.set("KVM_SET_REGS", Ioctl.SET_REGS, regs);
        }
    }

    @Override
    public void powerOff() {
        restore(initial);
        if (apic) {
            vcpu.mpState(MP_UNINITIALIZED); // until INIT and SIPI come from another CPU
        }
    }

    @Override
    public boolean poweredOn() {
        return !apic || vcpu.mpState() != MP_UNINITIALIZED;
    }

    @Override
    public boolean waiting() {
        return apic && vcpu.mpState() == MP_HALTED;
    }

    @Override
    public long translate(long va) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment translation = X86Structs.TRANSLATION.allocate(frame);
            X86Structs.TRANSLATION.set(translation, "linear_address", va);
            vcpu.get("KVM_TRANSLATE", Ioctl.TRANSLATE, translation);
            return X86Structs.TRANSLATION.get(translation, "valid") != 0 ? X86Structs.TRANSLATION.get(translation, "physical_address") : -1;
        }
    }

    @Override
    public void debug(boolean step, Set<Long> breakpoints) {
        if (breakpoints.size() > BREAKPOINTS) {
            throw new IllegalArgumentException("%d breakpoints; an x86-64 CPU on KVM has %d".formatted(breakpoints.size(), BREAKPOINTS));
        }
        try (var frame = Arena.ofConfined()) {
            Struct struct = X86Structs.GUEST_DEBUG;
            MemorySegment debug = struct.allocate(frame);
            int dr7 = DR7_FIXED;
            int index = 0;
            for (long address : breakpoints) {
                struct.set(debug, "arch.debugreg", index, address);
                dr7 |= 2 << 2 * index; // global, on execution, of one byte
                index++;
            }
            struct.set(debug, "arch.debugreg", 7, dr7);
            struct.set(debug, "control", (step || index > 0 ? DEBUG_ENABLE : 0) | (step ? DEBUG_STEP : 0) | (index > 0 ? DEBUG_HARDWARE : 0));
            vcpu.set("KVM_SET_GUEST_DEBUG", Ioctl.SET_GUEST_DEBUG_X86, debug);
        }
    }

    @Override
    public Exit exit(KvmExit exit) {
        return switch (exit) {
            case KvmExit.DebugX86 debug -> new Exit.Breakpoint(pc());
            case KvmExit.Halt halt -> new Exit.Idle(); // only without an interrupt controller in the kernel: nothing wakes it
            case KvmExit.Shutdown shutdown -> new Exit.Stuck(pc() == RESET_PC
                    ? "triple fault: vCPU %d shut down (and this host's KVM has reset its registers)".formatted(vcpu.index())
                    : "triple fault: vCPU %d shut down at 0x%x, %s".formatted(vcpu.index(), pc(), mode()));
            case KvmExit.InternalError error -> new Exit.Stuck("KVM cannot go on at 0x%x, %s: %s".formatted(pc(), mode(), error));
            case KvmExit.FailEntry entry -> new Exit.Stuck("the host's CPU refuses to enter the guest at 0x%x, %s: reason 0x%x".formatted(pc(), mode(), entry.reason()));
            case KvmExit.Interrupted interrupted -> null;
            case KvmExit.InterruptWindow window -> null;
            default -> new Exit.Stuck("KVM came back for a reason that is not dealt with: " + exit);
        };
    }

    /** The mode it is in, in words. */
    public String mode() {
        if ((get("efer") & 1 << 10) != 0) {
            return get("cs.l") != 0 ? "long mode" : "compatibility mode";
        }
        return (get("cr0") & 1) == 0 ? "real mode" : (get("cr0") & 1L << 31) != 0 ? "protected mode with paging" : "protected mode";
    }

    // ---- state ----

    /** A structure of KVM's that is part of the state, in the order in which it is to be set. */
    private enum Part {
        SREGS(X86Structs.SREGS, Ioctl.GET_SREGS, Ioctl.SET_SREGS), REGS(X86Structs.REGS, Ioctl.GET_REGS, Ioctl.SET_REGS),
        XCRS(X86Structs.XCRS, Ioctl.GET_XCRS, Ioctl.SET_XCRS), XSAVE(X86Structs.XSAVE, Ioctl.GET_XSAVE, Ioctl.SET_XSAVE),
        // XSAVE has it too, but where a state is marked as untouched not every KVM takes that as zeros.
        FPU(X86Structs.FPU, Ioctl.GET_FPU, Ioctl.SET_FPU),
        DEBUGREGS(X86Structs.DEBUGREGS, Ioctl.GET_DEBUGREGS, Ioctl.SET_DEBUGREGS), LAPIC(X86Structs.LAPIC_STATE, Ioctl.GET_LAPIC, Ioctl.SET_LAPIC),
        VCPU_EVENTS(X86Structs.VCPU_EVENTS, Ioctl.GET_VCPU_EVENTS, Ioctl.SET_VCPU_EVENTS), MP_STATE(Structs.MP_STATE, Ioctl.GET_MP_STATE, Ioctl.SET_MP_STATE);

        private final Struct struct;
        private final long getCode;
        private final long setCode;

        Part(Struct struct, long getCode, long setCode) {
            this.struct = struct;
            this.getCode = getCode;
            this.setCode = setCode;
        }

        boolean needsApic() {
            return this == LAPIC || this == MP_STATE;
        }
    }

    @Override
    public State save() {
        var state = State.of("x86-vcpu", 1);
        try (var frame = Arena.ofConfined()) {
            for (Part part : Part.values()) {
                if (apic || !part.needsApic()) {
                    MemorySegment struct = part.struct.allocate(frame);
                    vcpu.get("KVM_GET_" + part, part.getCode, struct);
                    state.put(part.name(), struct.toArray(ValueLayout.JAVA_BYTE));
                }
            }
        }
        Map<Integer, Long> values = X86Msrs.getAll(vcpu, msrs);
        long[] pairs = new long[values.size() * 2];
        int at = 0;
        for (var entry : values.entrySet()) {
            pairs[at++] = entry.getKey();
            pairs[at++] = entry.getValue();
        }
        return state.put("msrs", pairs).build();
    }

    @Override
    public void restore(State state) {
        state.expect("x86-vcpu", 1);
        try (var frame = Arena.ofConfined()) {
            for (Part part : Part.values()) {
                if (apic || !part.needsApic()) {
                    if (part == Part.LAPIC) {
                        setMsrs(state.numbers("msrs")); // before the APIC: its deadline is armed by what both say
                    }
                    MemorySegment struct = part.struct.allocate(frame);
                    MemorySegment.copy(state.bytes(part.name()), 0, struct, ValueLayout.JAVA_BYTE, 0, (int) part.struct.sizeBytes());
                    vcpu.set("KVM_SET_" + part, part.setCode, struct);
                }
            }
        }
        if (!apic) {
            setMsrs(state.numbers("msrs"));
        }
    }

    private void setMsrs(long[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            int number = (int) pairs[i];
            // Time goes on: setting the counter back would tell the guest's clock otherwise than the host's.
            if (number != MSR_TSC && number != MSR_TSC_ADJUST && number != MSR_TSC_DEADLINE) {
                X86Msrs.set(vcpu, number, pairs[i + 1]); // some are read only
            }
        }
    }

    @Override
    public String toString() {
        return "vCPU %d, %s, rip 0x%x".formatted(vcpu.index(), mode(), pc());
    }
}
