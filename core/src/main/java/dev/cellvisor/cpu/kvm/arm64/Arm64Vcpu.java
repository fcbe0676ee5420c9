package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.Arm64Structs;
import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A vCPU of KVM on arm64: what every {@link KvmVcpu} has, and the architecture's own. PSCI 1.x is the kernel's. All calls but those of the
 * {@link KvmVcpu} itself are for when it does not run.
 */
public final class Arm64Vcpu implements Stateful {
    private static final int FEATURE_POWER_OFF = 1 << 0;
    private static final int FEATURE_PSCI = 1 << 2;
    /** KVM_MP_STATE_RUNNABLE. */
    private static final int RUNNABLE = 0;
    /** KVM_MP_STATE_STOPPED. */
    private static final int STOPPED = 5;

    private final KvmVm vm;
    private final KvmVcpu vcpu;
    private final Arm64Registers registers;
    private final Arm64Debug debug;

    /** Makes a vCPU, at its reset state: the first one on, the others off until PSCI switches them on. */
    public Arm64Vcpu(KvmVm vm, int index) {
        this.vm = vm;
        vcpu = vm.createVcpu(index);
        initialise();
        registers = new Arm64Registers(vcpu, list());
        debug = new Arm64Debug(vm, vcpu);
    }

    /** What it is to KVM: to run, to kick. */
    public KvmVcpu vcpu() {
        return vcpu;
    }

    /** Its registers. */
    public Arm64Registers registers() {
        return registers;
    }

    /** Steps, breakpoints, watchpoints. */
    public Arm64Debug debug() {
        return debug;
    }

    /**
     * The architectural reset state. Needed after the guest has switched itself off or asked for a reset: until then KVM_RUN
     * does nothing.
     */
    public void initialise() {
        try (var frame = Arena.ofConfined()) {
            MemorySegment init = Arm64Structs.VCPU_INIT.allocate(frame);
            vm.fd().ioctl("KVM_ARM_PREFERRED_TARGET", Ioctl.ARM_PREFERRED_TARGET, init);
            Arm64Structs.VCPU_INIT.set(init, "features", 0, FEATURE_PSCI | (vcpu.index() > 0 ? FEATURE_POWER_OFF : 0));
            vcpu.set("KVM_ARM_VCPU_INIT of vCPU " + vcpu.index(), Ioctl.ARM_VCPU_INIT, init);
        }
    }

    private long[] list() {
        try (var frame = Arena.ofConfined()) {
            MemorySegment head = Arm64Structs.REG_LIST.allocate(frame);
            int result = vcpu.fd().tryIoctl(Ioctl.GET_REG_LIST, head); // says E2BIG, and how many there are
            if (result < 0 && result != -Errno.E2BIG) {
                throw new KvmException("KVM_GET_REG_LIST", -result);
            }
            long count = Arm64Structs.REG_LIST.get(head, "n");
            MemorySegment all = frame.allocate(8 * (1 + count), 8);
            all.set(ValueLayout.JAVA_LONG, 0, count);
            vcpu.get("KVM_GET_REG_LIST", Ioctl.GET_REG_LIST, all);
            return all.asSlice(8, 8 * all.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_LONG);
        }
    }

    /** Whether PSCI has it on. */
    public boolean poweredOn() {
        return vcpu.mpState() != STOPPED;
    }

    /** Switches it on or off, as PSCI would. */
    public void poweredOn(boolean on) {
        vcpu.mpState(on ? RUNNABLE : STOPPED);
    }

    /**
     * Answers the access that the last exit was for with a synchronous External Abort: nobody is at its address. To be called before the
     * next run, and instead of data.
     */
    public void abortAccess() {
        try (var frame = Arena.ofConfined()) {
            MemorySegment events = Arm64Structs.VCPU_EVENTS.allocate(frame);
            vcpu.get("KVM_GET_VCPU_EVENTS", Ioctl.GET_VCPU_EVENTS, events);
            Arm64Structs.VCPU_EVENTS.set(events, "exception.ext_dabt_pending", 1);
            vcpu.set("KVM_SET_VCPU_EVENTS", Ioctl.SET_VCPU_EVENTS, events);
        }
    }

    // ---- state

    /** All of it that KVM shows: every register of its list, pending errors, power. The vCPU must be between two instructions. */
    @Override
    public State save() {
        var state = State.of("kvm.arm64.vcpu", 1).put("on", poweredOn());
        Map<String, byte[]> values = new LinkedHashMap<>();
        registers.ids().forEach((name, register) -> values.put(name, vcpu.getRegBytes(register.id())));
        var kept = State.of("kvm.arm64.registers", 1);
        values.forEach(kept::put);
        try (var frame = Arena.ofConfined()) {
            MemorySegment events = Arm64Structs.VCPU_EVENTS.allocate(frame);
            vcpu.get("KVM_GET_VCPU_EVENTS", Ioctl.GET_VCPU_EVENTS, events);
            state.put("events", events.toArray(ValueLayout.JAVA_BYTE));
        }
        return state.put("registers", kept.build()).build();
    }

    /**
     * Sets all of it. Registers that cannot be written must be what they are already.
     *
     * @throws KvmException if a register that this host's KVM does not let be set had another value
     */
    @Override
    public void restore(State saved) {
        State state = saved.expect("kvm.arm64.vcpu", 1);
        initialise();
        State kept = state.child("registers").expect("kvm.arm64.registers", 1);
        registers.ids().forEach((name, register) -> {
            byte[] value = kept.bytes(name);
            try {
                vcpu.setRegBytes(register.id(), value);
            } catch (KvmException e) {
                if (!java.util.Arrays.equals(value, vcpu.getRegBytes(register.id()))) {
                    throw new KvmException("the saved %s cannot be set on this host's KVM (%s)".formatted(name, e.getMessage()));
                }
            }
        });
        try (var frame = Arena.ofConfined()) {
            MemorySegment events = Arm64Structs.VCPU_EVENTS.allocate(frame);
            MemorySegment.copy(state.bytes("events"), 0, events, ValueLayout.JAVA_BYTE, 0, (int) events.byteSize());
            vcpu.set("KVM_SET_VCPU_EVENTS", Ioctl.SET_VCPU_EVENTS, events);
        }
        poweredOn(state.flag("on"));
    }
}
