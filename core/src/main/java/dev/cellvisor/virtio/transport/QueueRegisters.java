package dev.cellvisor.virtio.transport;

import dev.cellvisor.virtio.QueueSetup;

/** What a driver writes to a slot about the queue that it has selected (VIRTIO 1.4, 4.2.2). */
final class QueueRegisters {
    private final VirtioMmio slot;

    QueueRegisters(VirtioMmio slot) {
        this.slot = slot;
    }

    /** The driver writes a register that is about the selected queue. */
    void write(VirtioRegister register, int value) {
        QueueSetup queue = slot.selected();
        if (register == VirtioRegister.QueueReset && !slot.ringReset()) {
            slot.violation("MMIO-DRV-01", "QueueReset written without VIRTIO_F_RING_RESET; ignored");
            return;
        }
        if (queue == null) {
            // Nothing to set; QueueSizeMax has said so. Only a size is a breach by itself: it is above the maximum of 0.
            if (register == VirtioRegister.QueueSize && value != 0) {
                slot.violation("MMIO-DRV-14", "QueueSize %d for queue %s, which does not exist; ignored".formatted(value, Integer.toUnsignedString(slot.queueSel())));
            }
            return;
        }
        switch (register) {
            case QueueReady -> slot.state().setReady(queue, (value & 1) != 0);
            case QueueReset -> {
                if (value == 1) {
                    slot.state().resetQueue(queue);
                }
            }
            default -> {
                if (queue.ready()) {
                    slot.violation("MMIO-DRV-15", "%s written with 0x%x while queue %d is ready; ignored".formatted(register.name(), value, slot.queueSel()));
                } else {
                    setUp(queue, register, value);
                }
            }
        }
    }

    /** A queue that is not live gets its size, or an address. */
    void setUp(QueueSetup queue, VirtioRegister register, int value) {
        switch (register) {
            case QueueSize -> {
                if (!queue.chooseSize(value)) {
                    slot.violation("MMIO-DRV-14", "QueueSize %s for queue %d; it must be %s; ignored"
                            .formatted(Integer.toUnsignedString(value), slot.queueSel(), queue.sizes()));
                }
            }
            case QueueDescLow -> queue.desc(low(queue.desc(), value));
            case QueueDescHigh -> queue.desc(high(queue.desc(), value));
            case QueueDriverLow -> queue.driver(low(queue.driver(), value));
            case QueueDriverHigh -> queue.driver(high(queue.driver(), value));
            case QueueDeviceLow -> queue.device(low(queue.device(), value));
            case QueueDeviceHigh -> queue.device(high(queue.device(), value));
            default -> throw new IllegalStateException("the register table has " + register + " writable, but nothing does it");
        }
    }

    private static long low(long before, int value) {
        return before & 0xffff_ffff_0000_0000L | value & 0xffff_ffffL;
    }

    private static long high(long before, int value) {
        return before & 0xffff_ffffL | (long) value << 32;
    }
}
