package dev.cellvisor.virtio.transport;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.memory.RegisterTable;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.DeviceContext;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.Notifications;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.StatusBit;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.rules.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtio-mmio slot, version 2 (VIRTIO 1.4, 4.2). With a device plugged in it is that device's registers; empty, it reads
 * MagicValue, Version and DeviceID 0, and nothing else.
 *
 * <p>What the driver may not do is told to the trace with the rule's id, and has no effect: an access that is not 32 bits wide or
 * not aligned, an unknown offset, a read-only register written. Such reads give 0.
 */
public final class VirtioMmio implements RegisterDevice, Stateful {

    /** Bytes that a slot needs on QEMU's virt board; a device with a longer configuration space needs more. */
    public static final int SLOT_BYTES = 0x200;

    /** VendorID, as QEMU has it. */
    public static final int VENDOR = 0x554d_4551;

    private static final int CAUSES = VirtioRegister.INT_USED_BUFFER | VirtioRegister.INT_CONFIG_CHANGE;

    private final DeviceContext context;
    private final IrqLine line;
    private long address = -1;
    private int intid = -1;
    private DeviceState state;

    private int deviceFeaturesSel;
    private int driverFeaturesSel;
    private int queueSel;
    private int shmSel;
    private int interruptStatus;

    /**
     * An empty slot.
     *
     * @param context what the VM lends to the device in it
     * @param line up while InterruptStatus is not 0
     */
    public VirtioMmio(DeviceContext context, IrqLine line) {
        this.context = context;
        this.line = line;
    }

    /** Says where the board has put the slot; for displays only. */
    public VirtioMmio placedAt(long newAddress, int newIntid) {
        address = newAddress;
        intid = newIntid;
        return this;
    }

    /** The guest-physical address of the registers, or -1 if nobody said. */
    public long address() {
        return address;
    }

    /** The number of the interrupt, or -1 if nobody said. */
    public int intid() {
        return intid;
    }

    /**
     * Puts a device in.
     *
     * @throws IllegalStateException if the slot is taken, or the device sits elsewhere
     */
    public VirtioMmio plug(VirtioDevice device) {
        if (state != null) {
            throw new IllegalStateException(context.place() + " has a device already: " + state.device() + "; unplug it first");
        }
        state = new DeviceState(device, context, new Notifications() {
            @Override
            public void usedBuffer(int queue) {
                raise(VirtioRegister.INT_USED_BUFFER);
            }

            @Override
            public void configChange() {
                raise(VirtioRegister.INT_CONFIG_CHANGE);
            }

            @Override
            public void reset() {
                clear();
            }
        });
        return this;
    }

    /** Takes the device out; nothing happens if there is none. */
    public void unplug() {
        if (state != null) {
            state.unplug();
            state = null;
        }
    }

    /** The device, or {@code null} if the slot is empty. */
    public VirtioDevice device() {
        return state == null ? null : state.device();
    }

    /** The device's state whatever its transport, or {@code null} if the slot is empty. */
    public DeviceState state() {
        return state;
    }

    @Override
    public String name() {
        return state == null ? context.place() : state.name();
    }

    @Override
    public String registerName(long offset) {
        if (offset >= VirtioRegister.CONFIG) {
            long at = offset - VirtioRegister.CONFIG;
            ConfigField field = state == null ? null : state.device().config().fieldAt(at);
            return field == null ? "Config+0x%02x".formatted(at)
                    : "Config." + field.name() + (at == field.offset() ? "" : "+" + (at - field.offset()));
        }
        VirtioRegister register = VirtioRegister.at(offset);
        return register == null ? "0x%03x".formatted(offset) : register.name();
    }

    @Override
    public long read(long offset, int sizeBytes) {
        if (offset >= VirtioRegister.CONFIG) {
            return readConfig(offset - VirtioRegister.CONFIG, sizeBytes);
        }
        VirtioRegister register = control(offset, sizeBytes, false);
        if (register == null) {
            return 0;
        }
        if (!register.access().readable()) {
            violation("MMIO-DRV-03", register.name() + " is write-only and was read");
            return 0;
        }
        if (register == VirtioRegister.QueueReset && !ringReset()) {
            violation("MMIO-DRV-01", "QueueReset read without VIRTIO_F_RING_RESET");
        }
        return value(register) & 0xffff_ffffL;
    }

    @Override
    public void write(long offset, int sizeBytes, long value) {
        if (offset >= VirtioRegister.CONFIG) {
            writeConfig(offset - VirtioRegister.CONFIG, sizeBytes, value);
            return;
        }
        VirtioRegister register = control(offset, sizeBytes, true);
        if (register == null) {
            return;
        }
        if (!register.access().writable()) {
            violation("MMIO-DRV-02", "%s is read-only and was written with 0x%x".formatted(register.name(), value));
            return;
        }
        if (state != null) {
            write(register, (int) value);
        }
    }

    /** The control register of a proper access, or {@code null} after a violation. */
    private VirtioRegister control(long offset, int sizeBytes, boolean write) {
        if (sizeBytes != 4 || (offset & 3) != 0) {
            violation("MMIO-DRV-04", "%s of %d bytes at offset 0x%03x; control registers take aligned 32-bit accesses only"
                    .formatted(write ? "write" : "read", sizeBytes, offset));
            return null;
        }
        VirtioRegister register = VirtioRegister.at(offset);
        if (register == null) {
            violation("MMIO-DRV-01", "%s at offset 0x%03x, where no register is".formatted(write ? "write" : "read", offset));
        }
        return register;
    }

    /** A register's value; for a write-only one, what was written to it last where that is kept. Without any effect. */
    int value(VirtioRegister register) {
        if (state == null) {
            return switch (register) {
                case MagicValue -> VirtioRegister.MAGIC;
                case Version -> VirtioRegister.VERSION;
                default -> 0;
            };
        }
        QueueSetup queue = state.setup(queueSel & 0xffff_ffffL);
        return switch (register) {
            case MagicValue -> VirtioRegister.MAGIC;
            case Version -> VirtioRegister.VERSION;
            case DeviceID -> state.device().deviceId();
            case VendorID -> VENDOR;
            case DeviceFeatures -> state.offered().word(deviceFeaturesSel);
            case DeviceFeaturesSel -> deviceFeaturesSel;
            case DriverFeatures -> state.accepted().word(driverFeaturesSel);
            case DriverFeaturesSel -> driverFeaturesSel;
            case QueueSel -> queueSel;
            case QueueSizeMax -> queue == null ? 0 : queue.sizeMax();
            case QueueSize -> queue == null ? 0 : queue.size();
            case QueueReady -> queue != null && queue.ready() ? 1 : 0;
            case InterruptStatus -> interruptStatus;
            case Status -> state.status();
            case QueueDescLow -> queue == null ? 0 : (int) queue.desc();
            case QueueDescHigh -> queue == null ? 0 : (int) (queue.desc() >>> 32);
            case QueueDriverLow -> queue == null ? 0 : (int) queue.driver();
            case QueueDriverHigh -> queue == null ? 0 : (int) (queue.driver() >>> 32);
            case QueueDeviceLow -> queue == null ? 0 : (int) queue.device();
            case QueueDeviceHigh -> queue == null ? 0 : (int) (queue.device() >>> 32);
            case SHMSel -> shmSel;
            // A device without the selected region reads all ones (VIRTIO 1.4, 4.2.2); no device has regions yet.
            case SHMLenLow, SHMLenHigh, SHMBaseLow, SHMBaseHigh -> -1;
            case ConfigGeneration -> state.device().config().generation();
            // Notify and acknowledge keep nothing; a queue reset is complete at once, so QueueReset never reads 1.
            case QueueNotify, InterruptACK, QueueReset -> 0;
        };
    }

    private void write(VirtioRegister register, int value) {
        switch (register) {
            case DeviceFeaturesSel -> deviceFeaturesSel = value;
            case DriverFeatures -> state.accept(driverFeaturesSel, value);
            case DriverFeaturesSel -> driverFeaturesSel = value;
            case QueueSel -> queueSel = value;
            case QueueNotify -> state.notified(value);
            case InterruptACK -> acknowledge(value);
            case Status -> state.writeStatus(value);
            case SHMSel -> shmSel = value;
            default -> writeQueue(register, value);
        }
    }

    private void writeQueue(VirtioRegister register, int value) {
        QueueSetup queue = state.setup(queueSel & 0xffff_ffffL);
        if (register == VirtioRegister.QueueReset && !ringReset()) {
            violation("MMIO-DRV-01", "QueueReset written without VIRTIO_F_RING_RESET; ignored");
            return;
        }
        if (queue == null) {
            // Nothing to set; QueueSizeMax has said so. Only a size is a breach by itself: it is above the maximum of 0.
            if (register == VirtioRegister.QueueSize && value != 0) {
                violation("MMIO-DRV-14", "QueueSize %d for queue %s, which does not exist; ignored".formatted(value, Integer.toUnsignedString(queueSel)));
            }
            return;
        }
        switch (register) {
            case QueueReady -> state.setReady(queue, (value & 1) != 0);
            case QueueReset -> {
                if (value == 1) {
                    state.resetQueue(queue);
                }
            }
            default -> {
                if (queue.ready()) {
                    violation("MMIO-DRV-15", "%s written with 0x%x while queue %d is ready; ignored".formatted(register.name(), value, queueSel));
                } else {
                    setUp(queue, register, value);
                }
            }
        }
    }

    private void setUp(QueueSetup queue, VirtioRegister register, int value) {
        switch (register) {
            case QueueSize -> {
                if (!queue.chooseSize(value)) {
                    violation("MMIO-DRV-14", "QueueSize %s for queue %d; it must be %s; ignored"
                            .formatted(Integer.toUnsignedString(value), queueSel, queue.sizes()));
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

    private boolean ringReset() {
        return state != null && state.negotiated().has(VirtioFeature.VIRTIO_F_RING_RESET);
    }

    // Configuration space (VIRTIO 1.4, 4.2.2.2): served by the byte whatever the width; the right width is a duty of the driver.

    private long readConfig(long offset, int sizeBytes) {
        if (state == null) {
            return 0;
        }
        ConfigField field = judgeConfig(offset, sizeBytes, "read");
        if (field != null && !field.access().readable()) {
            violation("MMIO-DRV-03", "configuration field " + field.name() + " is write-only and was read");
        }
        return state.readConfig(offset, sizeBytes);
    }

    private void writeConfig(long offset, int sizeBytes, long value) {
        if (state == null) {
            return;
        }
        ConfigField field = judgeConfig(offset, sizeBytes, "write");
        if (field != null && !field.access().writable()) {
            violation("MMIO-DRV-02", "configuration field %s is read-only and was written with 0x%x".formatted(field.name(), value));
        } else if (field != null && field.access() == Access.RW && !StatusBit.FEATURES_OK.in(state.status())) {
            // A write-only field is an action, such as the console's emergency write, which works at any time.
            violation("INIT-DRV-03", "configuration field %s was written with 0x%x before FEATURES_OK; ignored".formatted(field.name(), value));
            return;
        }
        state.writeConfig(offset, sizeBytes, value);
    }

    private ConfigField judgeConfig(long offset, int sizeBytes, String what) {
        ConfigField field = state.device().config().fieldAt(offset);
        if (field == null) {
            violation("MMIO-DRV-01", "%s of %d bytes at 0x%02x of the configuration space, where no field is".formatted(what, sizeBytes, offset));
        } else if (sizeBytes != field.accessBytes() || (offset & sizeBytes - 1) != 0) {
            violation("MMIO-DRV-05", "%s of %d bytes at 0x%02x; configuration field %s takes aligned accesses of %d"
                    .formatted(what, sizeBytes, offset, field.name(), field.accessBytes()));
        }
        return field;
    }

    // Interrupt: one line, up while any cause is set (VIRTIO 1.4, 4.2.3.4).

    private void raise(int cause) {
        interruptStatus |= cause;
        line.set(true);
    }

    private void acknowledge(int bits) {
        if ((bits & ~CAUSES) != 0) {
            violation("MMIO-DRV-20", "InterruptACK written with 0x%x; only bits 0 and 1 are defined".formatted(bits));
        }
        int before = interruptStatus;
        interruptStatus &= ~bits;
        if (interruptStatus != before) {
            // Boards wire this line as edge-triggered, as QEMU does: a cause that is left must make an edge of its own, or a driver
            // that acknowledged the other cause would never hear of it.
            line.set(false);
            line.set(interruptStatus != 0);
        }
    }

    private void clear() {
        interruptStatus = 0;
        deviceFeaturesSel = 0;
        driverFeaturesSel = 0;
        queueSel = 0;
        shmSel = 0;
        line.set(false);
    }

    private void violation(String rule, String sentence) {
        if (context.trace().on()) {
            context.trace().emit(new Violation(name(), rule, sentence));
        }
    }

    // Views.

    /** Its registers and configuration fields as data, without their values. */
    @Override
    public RegisterTable registers() {
        List<MmioRegister> table = new ArrayList<>();
        for (VirtioRegister register : VirtioRegister.values()) {
            table.add(register.asData());
        }
        if (state != null) {
            for (ConfigField field : state.device().config().fields()) {
                table.add(new MmioRegister(field.name(), VirtioRegister.CONFIG + field.offset(), field.sizeBytes(), 1,
                        VirtioRegister.asData(field.access()), 0, List.of()));
            }
        }
        return new RegisterTable(table);
    }

    @Override
    public long peek(long offset) {
        if (offset >= VirtioRegister.CONFIG) {
            ConfigField field = state == null ? null : state.device().config().fieldAt(offset - VirtioRegister.CONFIG);
            return field == null ? 0 : state.peekConfig(field);
        }
        VirtioRegister register = VirtioRegister.at(offset);
        return register == null ? 0 : value(register) & 0xffff_ffffL;
    }

    /** All registers and configuration fields with their values now. Looking has no effect and is not counted. */
    public RegisterValues registerValues() {
        return RegisterValues.of(this);
    }

    /**
     * A queue's descriptor table and rings now, as they stand in guest memory. Looking has no effect.
     *
     * @throws IllegalArgumentException if the slot has no such queue
     */
    public QueueView queue(int index) {
        if (state == null || state.setup(index) == null) {
            throw new IllegalArgumentException(name() + " has no queue " + index + "; it has "
                    + (state == null ? "no device" : state.setups().size() + ", from 0"));
        }
        return QueueView.of(state, state.setup(index));
    }

    /** Views of all queues; empty for an empty slot. */
    public List<QueueView> queues() {
        return state == null ? List.of() : state.setups().stream().map(setup -> QueueView.of(state, setup)).toList();
    }

    @Override
    public State save() {
        var saved = State.of("virtio-mmio", 1).put("plugged", state != null)
                .put("deviceFeaturesSel", deviceFeaturesSel).put("driverFeaturesSel", driverFeaturesSel)
                .put("queueSel", queueSel).put("shmSel", shmSel).put("interruptStatus", interruptStatus);
        return (state == null ? saved : saved.put("device", state.save())).build();
    }

    @Override
    public void restore(State saved) {
        if (saved.expect("virtio-mmio", 1).flag("plugged") != (state != null)) {
            throw new StateException(context.place() + (state == null ? " is empty, but was saved with a device; plug one in first"
                    : " has a device, but was saved empty; unplug it first"));
        }
        State before = save();
        try {
            take(saved);
        } catch (StateException e) {
            // A field was missing somewhere inside: what had been taken over already goes back.
            take(before);
            throw e;
        }
    }

    private void take(State saved) {
        if (state != null) {
            state.restore(saved.child("device"));
        }
        deviceFeaturesSel = saved.integer("deviceFeaturesSel");
        driverFeaturesSel = saved.integer("driverFeaturesSel");
        queueSel = saved.integer("queueSel");
        shmSel = saved.integer("shmSel");
        interruptStatus = saved.integer("interruptStatus");
        line.set(interruptStatus != 0);
    }

    @Override
    public String toString() {
        return (address < 0 ? context.place() : "%s at 0x%08x".formatted(context.place(), address)) + ": "
                + (state == null ? "empty" : state.device().toString());
    }
}
