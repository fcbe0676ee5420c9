package dev.cellvisor.vm;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.List;

/** A VM's virtio-mmio slots: finding one by what a caller knows of it, and what goes into it and out of it. */
final class VirtioSlots {
    private final Vm vm;

    VirtioSlots(Vm vm) {
        this.vm = vm;
    }

    List<VirtioMmio> all() {
        return vm.boardDevices().slots();
    }

    VirtioMmio at(int index) {
        if (index < 0 || index >= all().size()) {
            throw new IllegalArgumentException("slot %d: board %s has %s".formatted(index, vm.board().name(),
                    all().isEmpty() ? "no virtio slots" : "slots 0 to " + (all().size() - 1)));
        }
        return all().get(index);
    }

    /** By its device's name or its own; the message of a refusal lists what there is. */
    VirtioMmio named(String name) {
        List<VirtioMmio> found = all().stream().filter(slot -> slot.device() != null && slot.device().name().equals(name) || name.equals(nameOf(slot))).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("%s devices are named '%s'; there are %s".formatted(found.isEmpty() ? "no" : found.size(), name, taken()));
        }
        return found.getFirst();
    }

    VirtioMmio of(VirtioDevice device) {
        if (device == null) {
            require(null);
        }
        return all().stream().filter(slot -> slot.device() == device).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "'%s' is in no slot of this VM; there are %s".formatted(device.name(), taken())));
    }

    void require(VirtioMmio slot) {
        if (!all().contains(slot)) {
            throw new IllegalArgumentException(slot == null ? "the slot is null; JShell forgets variables that were made with a class that is defined anew: say "
                    + "the device's name instead, or vm.slot(\"name\")" : slot + " is no slot of this VM");
        }
    }

    VirtioMmio attach(VirtioMmio slot, VirtioDevice device) {
        vm.requireIdle("attach(…)");
        return slot.plug(device);
    }

    VirtioMmio replace(VirtioMmio slot, VirtioDevice replacement) {
        vm.requireIdle("replace(…)");
        require(slot);
        if (replacement.plugged()) {
            throw new IllegalStateException("'" + replacement.name() + "' is plugged in already; make a new one");
        }
        detach(slot);
        return attach(slot, replacement);
    }

    void detach(VirtioMmio slot) {
        vm.requireIdle("detach(…)");
        slot.unplug();
    }

    VirtioDriver driver(VirtioMmio slot) {
        return new VirtioDriver(vm.map(), slot.address()).waitWith(() -> {
            boolean passed = vm.scheduler().nextEvent();
            if (passed) {
                vm.inputGate().log(InputLog.Kind.TIME, Long.toString(vm.clock().ticks()), new byte[0]);
            }
            return passed;
        });
    }

    private String nameOf(VirtioMmio slot) {
        return "virtio-mmio." + all().indexOf(slot);
    }

    private List<VirtioMmio> taken() {
        return all().stream().filter(slot -> slot.device() != null).toList();
    }
}
