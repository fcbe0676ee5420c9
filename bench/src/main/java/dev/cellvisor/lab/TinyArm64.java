package dev.cellvisor.lab;

import dev.cellvisor.boot.Psci;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.asm.Program;
import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.arm64.Arm64Vcpu;
import dev.cellvisor.cpu.kvm.arm64.Vgic;
import dev.cellvisor.memory.GuestMemory;
import java.util.ArrayList;
import java.util.List;

/** The smallest arm64 machine on KVM: 2 MiB of RAM, vCPUs, a VGIC at the place of board virt. For checks of the interface itself. */
final class TinyArm64 implements AutoCloseable {
    static final long RAM = 0x4000_0000L;
    static final int RAM_BYTES = 2 << 20;
    static final long DEVICE = 0x0900_0000L;

    final GuestMemory memory = new GuestMemory();
    final Kvm kvm = Kvm.open();
    final KvmVm vm = kvm.createVm();
    final Vgic gic;
    final List<Arm64Vcpu> vcpus = new ArrayList<>();
    final Program program;

    TinyArm64(int cpus, int slotFlags, String source) {
        memory.add("ram", RAM, RAM_BYTES);
        vm.setMemory(0, RAM, memory.slots().getFirst().segment(), slotFlags);
        gic = new Vgic(vm, cpus, Psci::affinity, 0x0800_0000L, 0x080a_0000L, 256);
        for (int i = 0; i < cpus; i++) {
            vcpus.add(new Arm64Vcpu(vm, i));
        }
        gic.ready();
        program = Assembler.assemble(RAM, source);
        memory.write(RAM, program.bytes());
        vcpus.getFirst().registers().pc(RAM);
    }

    TinyArm64(String source) {
        this(1, 0, source);
    }

    Arm64Vcpu cpu() {
        return vcpus.getFirst();
    }

    KvmExit run() {
        return cpu().vcpu().run();
    }

    /** Runs; the exit must be of this kind. */
    <T extends KvmExit> T run(Class<T> expected) {
        KvmExit exit = run();
        if (!expected.isInstance(exit)) {
            throw new AssertionError("expected an exit of kind %s, found %s at pc 0x%x".formatted(expected.getSimpleName(), exit, cpu().registers().pc()));
        }
        return expected.cast(exit);
    }

    long get(String register) {
        return cpu().registers().get(register);
    }

    void set(String register, long value) {
        cpu().registers().set(register, value);
    }

    int limit(Capability capability) {
        return vm.check(capability);
    }

    @Override
    public void close() {
        vm.close();
        kvm.close();
        memory.close();
    }
}
