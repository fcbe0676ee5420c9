package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A VM's half in the kernel: KVM's files, the slots of RAM, the vCPUs, the interrupt lines. */
final class KvmMachine implements AutoCloseable {
    private final Kvm kvm;
    private final KvmPlatform platform;
    private final Map<MemorySlot, Integer> slots = new LinkedHashMap<>();
    private final List<KvmCpu> cpus = new ArrayList<>();
    private KvmVm kvmVm;

    private KvmMachine(Kvm kvm, KvmPlatform platform) {
        this.kvm = kvm;
        this.platform = platform;
    }

    /**
     * Makes it for a VM whose RAM is there.
     *
     * @throws dev.cellvisor.cpu.kvm.ffi.KvmException if this host's KVM cannot be used, saying why
     * @throws IllegalArgumentException if the board is another architecture's
     */
    static KvmMachine open(Vm vm, int cpus) {
        KvmMachine machine = null;
        try {
            KvmPlatform platform = KvmPlatform.of(vm.board(), cpus);
            machine = new KvmMachine(Kvm.open(), platform);
            machine.start(vm, cpus);
            return machine;
        } catch (RuntimeException e) {
            if (machine != null) {
                machine.close();
            }
            vm.memory().close(); // the VM that it was for does not come to be
            throw e;
        }
    }

    private void start(Vm vm, int count) {
        kvmVm = platform.createVm(kvm);
        vm.memory().hasUntoldWriters();
        vm.memory().slots().forEach(this::addSlot);
        vm.memory().onSlotAdded(this::addSlot);
        platform.beforeCpus(kvmVm);
        for (int i = 0; i < count; i++) {
            cpus.add(platform.createCpu(kvmVm, i, vm.map(), vm.ports()));
        }
        platform.afterCpus(kvmVm);
    }

    private void addSlot(MemorySlot slot) {
        int number = slots.size();
        kvmVm.setMemory(number, slot.address(), slot.segment(), 0);
        slots.put(slot, number);
    }

    /** The pages of a slot that the guest's CPUs wrote since the last call; the first call begins it, and tells nothing. */
    BitSet writtenByGuest(MemorySlot slot) {
        int number = slots.get(slot);
        kvmVm.setMemory(number, slot.address(), slot.segment(), KvmVm.MEM_LOG_DIRTY_PAGES);
        return kvmVm.dirtyLog(number, slot.sizeBytes());
    }

    /** KVM's VM, past everything. */
    KvmVm vm() {
        return kvmVm;
    }

    List<KvmCpu> cpus() {
        return Collections.unmodifiableList(cpus);
    }

    IrqLine line(int intid) {
        return platform.line(kvmVm, intid);
    }

    void reset() {
        platform.reset(kvmVm);
    }

    State save() {
        return platform.save(kvmVm);
    }

    void restore(State state) {
        platform.restore(kvmVm, state);
    }

    @Override
    public void close() {
        if (kvmVm != null) {
            kvmVm.close();
        }
        kvm.close();
    }
}
