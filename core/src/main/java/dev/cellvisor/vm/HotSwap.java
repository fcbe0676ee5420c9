package dev.cellvisor.vm;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;

/**
 * Devices that come and go under a running Linux. virtio-mmio has no hot plug: the guest's driver is told in sysfs, through the shell on
 * the console.
 */
final class HotSwap {
    private static final String SYSFS = "/sys/bus/platform/drivers/virtio-mmio";

    private final Vm vm;

    HotSwap(Vm vm) {
        this.vm = vm;
    }

    VirtioMmio swap(VirtioMmio slot, VirtioDevice replacement) {
        requirePrompt(slot, "vm.replace(slot, device)", true, true);
        unbind(slot);
        vm.replace(slot, replacement);
        bind(slot);
        return slot;
    }

    VirtioMmio plug(VirtioMmio slot, VirtioDevice device) {
        requirePrompt(slot, "vm.attach(" + vm.slots().indexOf(slot) + ", device)", false, true);
        vm.attach(vm.slots().indexOf(slot), device);
        bind(slot);
        return slot;
    }

    void unplug(VirtioMmio slot) {
        requirePrompt(slot, "vm.detach(slot)", true, false);
        unbind(slot);
        vm.detach(slot);
    }

    /** What Linux calls the platform device that its device tree has at the slot's address. */
    private static String name(VirtioMmio slot) {
        return "%x.virtio_mmio".formatted(slot.address());
    }

    private void requirePrompt(VirtioMmio slot, String change, boolean unbind, boolean bind) {
        if (vm.console().text().endsWith(vm.prompt())) {
            return;
        }
        String guest = "in the guest 'echo %s > %s/".formatted(name(slot), SYSFS);
        throw new IllegalStateException("the guest does not show its prompt \"%s\", so nobody is there to tell its driver; run it until it does (vm.type(\"\\3\") ends a command that waits for ever), or do it by hand: %s%s%s"
                .formatted(vm.prompt(), unbind ? guest + "unbind', then " : "", change, bind ? ", then " + guest + "bind'" : ""));
    }

    private void unbind(VirtioMmio slot) {
        // A slot that was empty when Linux looked has no driver.
        tell(slot, "! test -e %2$s/%1$s || echo %1$s > %2$s/unbind");
    }

    private void bind(VirtioMmio slot) {
        tell(slot, "echo %1$s > %2$s/bind");
    }

    private void tell(VirtioMmio slot, String command) {
        String text = command.formatted(name(slot), SYSFS);
        ShellResult result = vm.shell(text);
        if (result.status() != 0) {
            throw new IllegalStateException("Linux did not do '%s': status %d, %s".formatted(text, result.status(), result.output().strip()));
        }
    }
}
