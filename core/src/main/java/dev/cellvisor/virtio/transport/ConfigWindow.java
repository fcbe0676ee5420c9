package dev.cellvisor.virtio.transport;

import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.StatusBit;

/**
 * The configuration space of a slot's device, as the driver accesses it (VIRTIO 1.4, 4.2.2.2): served by the byte whatever the width, since the
 * right width is a duty of the driver. A legacy driver may take any width, and write at any time (3.1.2). Offsets are counted from its beginning.
 */
final class ConfigWindow {
    private final VirtioMmio slot;

    ConfigWindow(VirtioMmio slot) {
        this.slot = slot;
    }

    long read(long offset, int sizeBytes) {
        DeviceState state = slot.state();
        if (state == null) {
            slot.judgeEmpty("configuration space", false);
            return 0;
        }
        ConfigField field = judge(offset, sizeBytes, "read");
        if (field != null && !field.access().readable()) {
            slot.violation("MMIO-DRV-03", "configuration field " + field.name() + " is write-only and was read");
        }
        return state.readConfig(offset, sizeBytes);
    }

    void write(long offset, int sizeBytes, long value) {
        DeviceState state = slot.state();
        if (state == null) {
            slot.judgeEmpty("configuration space", true);
            return;
        }
        ConfigField field = judge(offset, sizeBytes, "write");
        if (field != null && !field.access().writable()) {
            slot.violation("MMIO-DRV-02", "configuration field %s is read-only and was written with 0x%x".formatted(field.name(), value));
        } else if (field != null && field.access() == Access.RW && !slot.isLegacy() && !StatusBit.FEATURES_OK.in(state.status())) {
            // A write-only field is an action, such as the console's emergency write, which works at any time.
            slot.violation("INIT-DRV-03", "configuration field %s was written with 0x%x before FEATURES_OK; ignored".formatted(field.name(), value));
            return;
        }
        state.writeConfig(offset, sizeBytes, value);
    }

    private ConfigField judge(long offset, int sizeBytes, String what) {
        ConfigField field = slot.device().config().fieldAt(offset);
        if (field == null) {
            slot.violation("MMIO-DRV-01", "%s of %d bytes at 0x%02x of the configuration space, where no field is".formatted(what, sizeBytes, offset));
        } else if (!slot.isLegacy() && (sizeBytes != field.accessBytes() || (offset & sizeBytes - 1) != 0)) {
            slot.violation("MMIO-DRV-05", "%s of %d bytes at 0x%02x; configuration field %s takes aligned accesses of %d"
                    .formatted(what, sizeBytes, offset, field.name(), field.accessBytes()));
        }
        return field;
    }
}
