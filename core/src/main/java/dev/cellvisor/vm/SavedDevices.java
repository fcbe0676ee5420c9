package dev.cellvisor.vm;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.vsock.VsockDevice;

/** Virtio devices made of what {@link VirtioDevice#allOptions()} said of others. */
final class SavedDevices {
    private SavedDevices() {
    }

    static VirtioDevice of(State saved) {
        return make(saved.expect("device", 1).child("construction")).commonOptions(saved);
    }

    private static VirtioDevice make(State construction) {
        return switch (construction.type()) {
            case "virtio-blk" -> BlockDevice.of(construction);
            case "virtio-rng" -> EntropyDevice.of(construction);
            case "virtio-balloon" -> BalloonDevice.of(construction);
            case "virtio-console" -> ConsoleDevice.of(construction);
            case "virtio-vsock" -> VsockDevice.of(construction);
            case "virtio-net" -> NetworkDevice.of(construction);
            case "class" -> byClass(construction.text("class"));
            default -> throw new StateException("a device of the kind '" + construction.type() + "' is not known here");
        };
    }

    /** A device of somebody's own, whose class must be here. Only a class of a device is ever initialised. */
    private static VirtioDevice byClass(String name) {
        try {
            Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            var constructor = type.asSubclass(VirtioDevice.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new StateException("the saved VM has a device of the class %s, which is not here or has no constructor without parameters".formatted(name));
        }
    }
}
