package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A VM's half in the kernel: KVM's files, the slots of RAM, the vCPUs, the interrupt lines. */
final class KvmMachine implements GuestMemory.UntoldWriter, AutoCloseable {
    private final Kvm kvm;
    private final KvmPlatform platform;
    private final Map<MemorySlot, Integer> slots = new LinkedHashMap<>();
    private final Set<MemorySlot> logged = new HashSet<>();
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
     * @throws IllegalArgumentException if the board is another architecture's, or there are too many CPUs
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
        int most = kvm.check(Capability.MAX_VCPUS);
        if (most > 0 && count > most) {
            throw new IllegalArgumentException("%d CPUs were asked for; KVM on this host gives a VM at most %d".formatted(count, most));
        }
        kvmVm = platform.createVm(kvm);
        vm.memory().hasUntoldWriter(this);
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

    @Override
    public BitSet written(MemorySlot slot) {
        return logged.contains(slot) ? kvmVm.dirtyLog(slots.get(slot), slot.sizeBytes()) : null;
    }

    /** From now on the first write to each page is a fault in the kernel, so nothing is logged before somebody wants it. */
    @Override
    public void forget(MemorySlot slot) {
        if (logged.add(slot)) {
            kvmVm.setMemory(slots.get(slot), slot.address(), slot.segment(), KvmVm.MEM_LOG_DIRTY_PAGES);
        }
        kvmVm.dirtyLog(slots.get(slot), slot.sizeBytes());
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
