package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The smallest guest on x86-64: 64 KiB of RAM and code in real mode at {@link #CODE}. */
final class RealModeGuest implements AutoCloseable {
    static final int CODE = 0x1000;
    static final int RAM_BYTES = 0x1_0000;

    final Arena arena = Arena.ofShared();
    final Kvm kvm = Kvm.open();
    final KvmVm vm = kvm.createVm();
    final MemorySegment ram = HostMemory.allocate(RAM_BYTES, arena);
    KvmVcpu vcpu;

    /** With its one vCPU at the first byte of {@code code}. */
    RealModeGuest(int... code) {
        this(true, code);
    }

    RealModeGuest(boolean withVcpu, int... code) {
        write(CODE, code);
        vm.setMemory(0, 0, ram, 0);
        if (withVcpu) {
            vcpu = addVcpu(0, CODE);
        }
    }

    void write(long address, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            ram.set(ValueLayout.JAVA_BYTE, address + i, (byte) bytes[i]);
        }
    }

    KvmVcpu addVcpu(int index, long start) {
        KvmVcpu made = vm.createVcpu(index);
        MemorySegment sregs = X86Structs.SREGS.allocate(arena);
        made.get("KVM_GET_SREGS", Ioctl.GET_SREGS, sregs);
        MemorySegment cs = X86Structs.SREGS.slice(sregs, "cs");
        X86Structs.SEGMENT.set(cs, "base", 0).set(cs, "selector", 0);
        made.set("KVM_SET_SREGS", Ioctl.SET_SREGS, sregs);
        set(made, "rip", start, "rflags", 2);
        return made;
    }

    long get(String register) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment regs = X86Structs.REGS.allocate(frame);
            vcpu.get("KVM_GET_REGS", Ioctl.GET_REGS, regs);
            return X86Structs.REGS.get(regs, register);
        }
    }

    void set(KvmVcpu of, Object... namesAndValues) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment regs = X86Structs.REGS.allocate(frame);
            of.get("KVM_GET_REGS", Ioctl.GET_REGS, regs);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                X86Structs.REGS.set(regs, (String) namesAndValues[i], ((Number) namesAndValues[i + 1]).longValue());
            }
            of.set("KVM_SET_REGS", Ioctl.SET_REGS, regs);
        }
    }

    @Override
    public void close() {
        vm.close();
        kvm.close();
        arena.close();
    }
}
