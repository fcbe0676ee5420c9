package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a VM on KVM at one moment: RAM, vCPUs, what is in the kernel, devices, events. It can be put into a VM that is built alike, on the
 * same kind of host: that goes on where this one was. What it holds depends on the moment at which the VM was paused, so that two of them
 * are never equal; exact snapshots are the emulated CPU's.
 *
 * <pre>{@code
 * var moment = KvmSnapshot.of(vm);
 * moment.into(other);                       // built with the same RAM, CPUs and devices
 * other.run();
 * }</pre>
 */
public final class KvmSnapshot implements AutoCloseable {
    private final GuestMemory ram;
    private final State kernel;
    private final List<State> cpus;
    private final Map<String, State> devices;
    private final State events;
    private final long ticks;

    private KvmSnapshot(Vm vm) {
        kernel = vm.kvm().save();
        cpus = vm.kvm().cpus().stream().map(KvmCpu::save).toList();
        devices = new LinkedHashMap<>();
        parts(vm).forEach((name, part) -> devices.put(name, part.save()));
        events = vm.events().save();
        ticks = vm.clock().ticks();
        ram = vm.memory().fork();
    }

    /**
     * Takes one of a VM that stands still.
     *
     * @throws IllegalStateException if the VM is running
     * @throws UnsupportedOperationException if its CPUs are not KVM's
     */
    public static KvmSnapshot of(Vm vm) {
        requireKvm(vm);
        vm.requireIdle("KvmSnapshot.of(…)");
        return new KvmSnapshot(vm);
    }

    private static void requireKvm(Vm vm) {
        if (vm.kvm() == null) {
            throw new UnsupportedOperationException("VM '%s' is not on KVM: its own save() is exact".formatted(vm.name()));
        }
    }

    /**
     * Puts it into a VM that stands still.
     *
     * @throws StateException if the VM is not built alike, saying in what
     */
    public void into(Vm vm) {
        requireKvm(vm);
        vm.requireIdle("KvmSnapshot.into(…)");
        Map<String, Stateful> parts = parts(vm);
        if (!parts.keySet().equals(devices.keySet())) {
            throw new StateException("the VM has the devices %s, the snapshot those of %s".formatted(parts.keySet(), devices.keySet()));
        }
        if (vm.cpuCount() != cpus.size()) {
            throw new StateException("the VM has %d CPUs, the snapshot %d".formatted(vm.cpuCount(), cpus.size()));
        }
        if (!places(vm.memory()).equals(places(ram))) {
            throw new StateException("the VM has RAM %s, the snapshot %s".formatted(vm.memory().slots(), ram.slots()));
        }
        vm.boardDevices().begin();
        RamPages.clear(vm.memory());
        copy(ram, vm.memory());
        vm.clock().skipTo(ticks);
        vm.events().restore(events);
        parts.forEach((name, part) -> part.restore(devices.get(name)));
        for (int i = 0; i < cpus.size(); i++) {
            vm.kvm().cpus().get(i).restore(cpus.get(i));
        }
        vm.kvm().restore(kernel); // after the vCPUs, and after the devices, whose lines it knows
    }

    private static Map<String, Stateful> parts(Vm vm) {
        Map<String, Stateful> parts = new LinkedHashMap<>();
        for (MmioRegion region : vm.map().regions()) {
            if (region.device() instanceof Stateful device) {
                parts.put("%s@%x".formatted(region.device().name(), region.address()), device);
            }
        }
        return parts;
    }

    private static List<String> places(GuestMemory memory) {
        return memory.slots().stream().map(slot -> Long.toHexString(slot.address()) + "+" + slot.sizeBytes()).toList();
    }

    private static void copy(GuestMemory from, GuestMemory to) {
        List<MemorySlot> targets = new ArrayList<>(to.slots());
        for (int i = 0; i < targets.size(); i++) {
            MemorySlot source = from.slots().get(i);
            for (long page = 0; page < source.sizeBytes(); page += GuestMemory.PAGE_SIZE) {
                var bytes = source.segment().asSlice(page, GuestMemory.PAGE_SIZE);
                if (bytes.mismatch(targets.get(i).segment().asSlice(page, GuestMemory.PAGE_SIZE)) >= 0) {
                    to.write(source.address() + page, bytes);
                }
            }
        }
    }

    /** Gives its copy of the RAM back. */
    @Override
    public void close() {
        ram.close();
    }
}
