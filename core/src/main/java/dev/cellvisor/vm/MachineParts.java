package dev.cellvisor.vm;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Takes a VM apart into a snapshot, and puts one together again. */
final class MachineParts {
    private static final AtomicLong FORKS = new AtomicLong();

    private final Vm vm;
    /** The snapshot that this VM was forked from, and the devices that it got then. */
    private Snapshot origin;
    private VirtioDevice[] twins;

    /** A device that a cell has added, with its place. */
    record Added(long address, long sizeBytes, MmioDevice device) {
    }

    MachineParts(Vm vm) {
        this.vm = vm;
    }

    Snapshot take() {
        vm.inputGate().flush();
        vm.inputGate().begin();
        GuestMemory memory = vm.memory();
        return new Snapshot(vm.shape(), vm.save(), host(), memory.snapshot(), vm.inputs().entries(), vm.guestSymbols(), vm.boot(), devices(), added(),
                vm.clock().ticks());
    }

    /** What is beside the machine and belongs to the same moment: the console, the counts, what a reset goes back to. */
    State host() {
        List<State> counts = new ArrayList<>();
        for (MmioRegion region : vm.map().regions()) {
            counts.add(State.of("region", 1).put("address", region.address()).put("counts", region.saveCounts()).build());
        }
        var psci = State.of("psci", 1);
        vm.psci().counts().forEach(psci::put);
        return State.of("host", 1).putShared("console", vm.console().bytes()).put("panic", vm.panicWatch().save()).put("counts", counts)
                .put("psci", psci.build()).put("initial", vm.boardDevices().initial())
                .put("prompt", vm.prompt()).put("stopsAtReset", vm.stopsAtReset()).build();
    }

    private VirtioDevice[] devices() {
        return vm.boardDevices().slots().stream().map(VirtioMmio::device).toArray(VirtioDevice[]::new);
    }

    private List<Added> added() {
        return vm.map().regions().stream().filter(region -> !vm.boardDevices().owns(region.device()))
                .map(region -> new Added(region.address(), region.sizeBytes(), region.device())).toList();
    }

    /** Goes to a snapshot. If it does not fit, the machine is what it was. */
    void restore(Snapshot snapshot) {
        boolean own = snapshot.shape == vm.shape() && Arrays.equals(snapshot.devices, devices()) || snapshot == origin && Arrays.equals(twins, devices());
        if (own && snapshot.added.equals(added())) {
            take(snapshot); // with the same devices: it fits
            return;
        }
        check(snapshot);
        takeOrStay(snapshot);
    }

    private void takeOrStay(Snapshot snapshot) {
        Snapshot before = take();
        try {
            take(snapshot);
        } catch (RuntimeException e) {
            take(before);
            throw e;
        }
    }

    /**
     * Goes to a moment that was kept without devices: this VM has those that were there then. If it does not fit, the machine is what it was.
     *
     * @throws StateException if it does not fit
     */
    void restoreKept(Snapshot kept) {
        try {
            takeOrStay(kept);
        } catch (RuntimeException e) {
            throw e instanceof StateException ? e : new StateException("a device cannot take its state over: " + e.getMessage());
        }
    }

    private void check(Snapshot snapshot) {
        String mine = vm.shape().describe();
        String its = snapshot.shape.describe();
        if (!mine.equals(its)) {
            throw new StateException("a snapshot of %s cannot be restored into %s; snapshot.fork(\"name\") makes a VM that fits".formatted(its, mine));
        }
        List<String> places = added().stream().map(part -> part.device().name() + "@" + part.address()).toList();
        List<String> wanted = snapshot.added.stream().map(part -> part.device().name() + "@" + part.address()).toList();
        if (!places.equals(wanted)) {
            throw new StateException("the snapshot was taken with the devices %s added, this VM has %s".formatted(wanted, places));
        }
    }

    private void take(Snapshot snapshot) {
        State machine = snapshot.machine.expect("machine", 1);
        vm.memory().restore(snapshot.ram);
        restoreMachine(machine);
        State host = snapshot.host.expect("host", 1);
        vm.console().restore(host.bytes("console"));
        vm.panicWatch().restore(host.child("panic"));
        for (State region : host.children("counts")) {
            MmioRegion there = vm.map().regionAt(region.number("address"));
            if (there != null) {
                there.restoreCounts(region.child("counts"));
            }
        }
        State psci = host.child("psci");
        var counts = new java.util.TreeMap<String, Long>();
        psci.values().keySet().forEach(name -> counts.put(name, psci.number(name)));
        vm.psci().restoreCounts(counts);
        vm.boardDevices().initial(host.child("initial"));
        vm.inputGate().forget();
        vm.inputGate().begin();
        vm.inputs().become(snapshot.inputs);
    }

    private void restoreMachine(State machine) {
        List<State> cpus = machine.children("cpus");
        if (cpus.size() != vm.cpuCount()) {
            throw new StateException("the state is of %d CPUs, this VM has %d".formatted(cpus.size(), vm.cpuCount()));
        }
        // The clock counts by the CPUs. Devices drive lines into the interrupt controller and that into the CPUs, so what is driven is restored last.
        for (int i = 0; i < cpus.size(); i++) {
            vm.cpu(i).cpu().restore(cpus.get(i));
        }
        vm.clock().restore(machine.child("clock"));
        vm.boardDevices().restore(machine);
        vm.scheduler().restore(machine.child("scheduler"));
        vm.events().restore(machine.child("events"));
    }

    // ---- forks

    /** What is done to a fork before it becomes what the snapshot was. */
    interface Preparation {
        /** It has no devices yet. */
        default void built(Vm fork) {
        }

        /** A device is about to be plugged in. */
        default void device(int slot, VirtioDevice twin) {
        }
    }

    static Vm fork(Snapshot snapshot, VmBuilder shape) {
        return fork(snapshot, shape, new Preparation() {
        });
    }

    static Vm fork(Snapshot snapshot, VmBuilder shape, Preparation preparation) {
        Vm fork = shape.build(snapshot.ram);
        try {
            preparation.built(fork);
            for (int slot = snapshot.devices.length - 1; slot >= 0; slot--) {
                if (snapshot.devices[slot] != null) {
                    VirtioDevice twin = snapshot.devices[slot].copyUnplugged();
                    preparation.device(slot, twin);
                    fork.attach(slot, twin);
                }
            }
            for (Added part : snapshot.added) {
                if (part.device() instanceof Stateful) {
                    throw new UnsupportedOperationException("'%s' has a state, and only virtio devices can have twins".formatted(part.device().name()));
                }
                fork.add(part.address(), part.sizeBytes(), part.device());
            }
            fork.guestSymbols().become(snapshot.symbols);
            fork.boot(snapshot.boot.copyFor(fork));
            fork.parts().take(snapshot);
            fork.prompt(snapshot.host.text("prompt"));
            fork.onReset(snapshot.host.flag("stopsAtReset") ? Vm.ResetPolicy.STOP : Vm.ResetPolicy.RESTART);
            fork.parts().origin = snapshot;
            fork.parts().twins = fork.parts().devices();
            return fork;
        } catch (StateException | UnsupportedOperationException e) {
            fork.close();
            throw e;
        }
    }

    static String forkName(String of) {
        return of + "-fork-" + FORKS.incrementAndGet();
    }
}
