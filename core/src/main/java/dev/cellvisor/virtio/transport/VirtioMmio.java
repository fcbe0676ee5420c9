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
import dev.cellvisor.virtio.SharedMemory;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.rules.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtio-mmio slot (VIRTIO 1.4, 4.2). With a device plugged in it is that device's registers: of version 2, or of the legacy
 * interface, Version 1, if the slot or the device is a legacy one. Empty, it reads MagicValue, Version and DeviceID 0, and nothing else.
 *
 * <p>What the driver may not do is told to the trace with the rule's id, and has no effect: an access that is not 32 bits wide or
 * not aligned, an unknown offset, a read-only register written. Such reads give 0.
 */
public final class VirtioMmio implements RegisterDevice, Stateful {

    /** Bytes that a slot needs on QEMU's virt board; a device with a longer configuration space needs more. */
    public static final int SLOT_BYTES = 0x200;

    /** VendorID, as QEMU has it. */
    public static final int VENDOR = 0x554d_4551;

    private final DeviceContext context;
    private final InterruptCauses causes;
    private final QueueRegisters queueRegisters = new QueueRegisters(this);
    private final ConfigWindow config = new ConfigWindow(this);
    private long address = -1;
    private int intid = -1;
    private boolean legacySlot;
    private int configCauses = VirtioRegister.INT_CONFIG_CHANGE;
    private SharedMemoryWindow window;
    private DeviceState state;
    /** What only a legacy driver says, or {@code null}. */
    private LegacyQueues legacyQueues;

    private int deviceFeaturesSel;
    private int driverFeaturesSel;
    private int queueSel;
    private int shmSel;

    /**
     * An empty slot.
     *
     * @param context what the VM lends to the device in it
     * @param line up while InterruptStatus is not 0
     */
    public VirtioMmio(DeviceContext context, IrqLine line) {
        this.context = context;
        causes = new InterruptCauses(line);
    }

    /**
     * Says whether devices in it that ask for neither interface have the legacy one, and an empty slot reads Version 1.
     *
     * @throws IllegalStateException if a device is plugged in
     */
    public VirtioMmio legacySlot(boolean legacy) {
        if (state != null) {
            throw new IllegalStateException(context.place() + " has a device, whose interface stands; unplug it first");
        }
        legacySlot = legacy;
        return this;
    }

    /**
     * From now on a configuration change sets the bit of used buffers in InterruptStatus too. The specification asks for its own bit only;
     * QEMU sets both, and its device tests wait for either.
     */
    public VirtioMmio configChangeAsUsedBuffer() {
        configCauses = InterruptCauses.DEFINED;
        return this;
    }

    /** Whether it shows the legacy interface now. */
    public boolean isLegacy() {
        return state != null ? state.legacy() : legacySlot;
    }

    /** Says where shared memory regions of devices in it go. */
    public VirtioMmio sharedMemoryIn(SharedMemoryWindow newWindow) {
        window = newWindow;
        return this;
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
     * @throws IllegalStateException if the slot is taken, the device sits elsewhere, or it has shared memory and there is no place for it
     */
    public VirtioMmio plug(VirtioDevice device) {
        if (state != null) {
            throw new IllegalStateException(context.place() + " has a device already: " + state.device() + "; unplug it first");
        }
        if (window == null && !device.sharedMemories().isEmpty()) {
            throw new IllegalStateException("'" + device.name() + "' has shared memory, and nobody said where in the address map that goes;"
                    + " give " + context.place() + " a SharedMemoryWindow");
        }
        var plugged = new DeviceState(device, context, new Notifications() {
            @Override
            public void usedBuffer(int queue) {
                causes.raise(VirtioRegister.INT_USED_BUFFER);
            }

            @Override
            public void configChange() {
                causes.raise(configCauses);
            }

            @Override
            public void reset() {
                clear();
            }
        }, legacySlot);
        try {
            device.sharedMemories().forEach(region -> window.place(region));
        } catch (RuntimeException e) {
            device.sharedMemories().forEach(region -> window.remove(region));
            plugged.unplug();
            throw e;
        }
        state = plugged;
        legacyQueues = plugged.legacy() ? new LegacyQueues(plugged) : null;
        context.door().plugged(context.place(), device.name());
        return this;
    }

    /** Takes the device out; nothing happens if there is none. */
    public void unplug() {
        if (state != null) {
            state.device().sharedMemories().forEach(region -> window.remove(region));
            state.unplug();
            state = null;
            legacyQueues = null;
            context.door().plugged(context.place(), "");
        }
    }

    /** The machine starts again: the device is reset, and nothing that a driver said is left. */
    public void restart() {
        if (state != null) {
            state.writeStatus(0);
        }
        if (legacyQueues != null) {
            legacyQueues.restart();
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
        return nameAt(offset);
    }

    private String nameAt(long offset) {
        Enum<?> register = isLegacy() ? LegacyRegister.at(offset) : VirtioRegister.at(offset);
        return register == null ? "0x%03x".formatted(offset) : register.name();
    }

    /** What a driver may do at an offset, or {@code null} where no register is. */
    private Access accessAt(long offset) {
        if (isLegacy()) {
            LegacyRegister register = LegacyRegister.at(offset);
            return register == null ? null : register.access();
        }
        VirtioRegister register = VirtioRegister.at(offset);
        return register == null ? null : register.access();
    }

    @Override
    public long read(long offset, int sizeBytes) {
        context.door().accessing(address + offset, sizeBytes, false, 0);
        try {
            return readRegister(offset, sizeBytes);
        } finally {
            context.door().accessed();
        }
    }

    private long readRegister(long offset, int sizeBytes) {
        if (offset >= VirtioRegister.CONFIG) {
            return config.read(offset - VirtioRegister.CONFIG, sizeBytes);
        }
        Access access = control(offset, sizeBytes, false);
        if (access == null) {
            return 0;
        }
        if (!access.readable()) {
            violation("MMIO-DRV-03", nameAt(offset) + " is write-only and was read");
            return 0;
        }
        if (isLegacy()) {
            LegacyRegister register = LegacyRegister.at(offset);
            QueueSetup queue = register == LegacyRegister.QueueSizeMax ? selected() : null;
            if (queue != null && legacyQueues.pfn(queue) != 0) {
                violation("MMIOL-DEF-05", "QueueSizeMax of queue " + queueSel + " read while its QueuePFN is not 0");
            }
            return value(register) & 0xffff_ffffL;
        }
        VirtioRegister register = VirtioRegister.at(offset);
        if (register == VirtioRegister.QueueReset && !ringReset()) {
            violation("MMIO-DRV-01", "QueueReset read without VIRTIO_F_RING_RESET");
        }
        return value(register) & 0xffff_ffffL;
    }

    @Override
    public void write(long offset, int sizeBytes, long value) {
        context.door().accessing(address + offset, sizeBytes, true, value);
        try {
            writeRegister(offset, sizeBytes, value);
        } finally {
            context.door().accessed();
        }
    }

    private void writeRegister(long offset, int sizeBytes, long value) {
        if (offset >= VirtioRegister.CONFIG) {
            config.write(offset - VirtioRegister.CONFIG, sizeBytes, value);
            return;
        }
        Access access = control(offset, sizeBytes, true);
        if (access == null) {
            return;
        }
        if (!access.writable()) {
            violation("MMIO-DRV-02", "%s is read-only and was written with 0x%x".formatted(nameAt(offset), value));
        } else if (state != null && isLegacy()) {
            write(LegacyRegister.at(offset), (int) value);
        } else if (state != null) {
            write(VirtioRegister.at(offset), (int) value);
        }
    }

    /** What a proper access may do to the register there, or {@code null} after a violation. */
    private Access control(long offset, int sizeBytes, boolean write) {
        if (sizeBytes != 4 || (offset & 3) != 0) {
            violation("MMIO-DRV-04", "%s of %d bytes at offset 0x%03x; control registers take aligned 32-bit accesses only"
                    .formatted(write ? "write" : "read", sizeBytes, offset));
            return null;
        }
        Access access = accessAt(offset);
        if (access == null) {
            violation("MMIO-DRV-01", "%s at offset 0x%03x, where no register is".formatted(write ? "write" : "read", offset));
        } else if (state == null && offset > VirtioRegister.VendorID.offset()) {
            judgeEmpty(nameAt(offset), write);
        }
        return access;
    }

    void judgeEmpty(String register, boolean write) {
        violation("MMIO-DRV-27", register + (write ? " written" : " read") + " in a slot whose DeviceID is 0");
    }

    /** The queue that the driver has selected, or {@code null} if there is none with that number. */
    QueueSetup selected() {
        return state == null ? null : state.setup(queueSel & 0xffff_ffffL);
    }

    /** A legacy register's value; see {@link #value(VirtioRegister)}. */
    int value(LegacyRegister register) {
        QueueSetup queue = selected();
        return switch (register) {
            case Version -> LegacyRegister.VERSION;
            case GuestPageSize -> legacyQueues == null ? 0 : (int) legacyQueues.pageSize();
            case QueueAlign -> queue == null ? 0 : (int) legacyQueues.align(queue);
            case QueuePFN -> queue == null ? 0 : (int) legacyQueues.pfn(queue);
            default -> value(register.modern());
        };
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
        QueueSetup queue = selected();
        SharedMemory region = state.device().sharedMemory(shmSel & 0xffff_ffffL);
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
            case InterruptStatus -> causes.status();
            case Status -> state.status();
            case QueueDescLow -> queue == null ? 0 : (int) queue.desc();
            case QueueDescHigh -> queue == null ? 0 : (int) (queue.desc() >>> 32);
            case QueueDriverLow -> queue == null ? 0 : (int) queue.driver();
            case QueueDriverHigh -> queue == null ? 0 : (int) (queue.driver() >>> 32);
            case QueueDeviceLow -> queue == null ? 0 : (int) queue.device();
            case QueueDeviceHigh -> queue == null ? 0 : (int) (queue.device() >>> 32);
            case SHMSel -> shmSel;
            // A region that does not exist reads all ones (VIRTIO 1.4, 4.2.2).
            case SHMLenLow -> region == null ? -1 : (int) region.sizeBytes();
            case SHMLenHigh -> region == null ? -1 : (int) (region.sizeBytes() >>> 32);
            case SHMBaseLow -> region == null ? -1 : (int) region.address();
            case SHMBaseHigh -> region == null ? -1 : (int) (region.address() >>> 32);
            case QueueReset -> queue != null && state.resetting(queue) ? 1 : 0;
            case ConfigGeneration -> state.device().config().generation();
            case QueueNotify, InterruptACK -> 0;
        };
    }

    private void write(LegacyRegister register, int value) {
        QueueSetup queue = selected();
        long number = value & 0xffff_ffffL;
        switch (register) {
            case GuestPageSize -> legacyQueues.pageSize(number);
            case QueueAlign, QueuePFN, QueueSize -> {
                if (queue == null) {
                    queueRegisters.write(VirtioRegister.QueueSize, register == LegacyRegister.QueueSize ? value : 0);
                } else if (register == LegacyRegister.QueueAlign) {
                    legacyQueues.align(queue, number);
                } else if (register == LegacyRegister.QueuePFN) {
                    legacyQueues.pfn(queue, number);
                } else if (legacyQueues.pfn(queue) != 0) {
                    legacyQueues.advise("QueueSize written with %d while queue %d is in use; ignored".formatted(number, queueSel));
                } else {
                    queueRegisters.setUp(queue, VirtioRegister.QueueSize, value);
                }
            }
            default -> write(register.modern(), value);
        }
    }

    private void write(VirtioRegister register, int value) {
        switch (register) {
            case DeviceFeaturesSel -> deviceFeaturesSel = value;
            case DriverFeatures -> state.accept(driverFeaturesSel, value);
            case DriverFeaturesSel -> driverFeaturesSel = value;
            case QueueSel -> queueSel = value;
            case QueueNotify -> state.notified(value);
            case InterruptACK -> {
                if ((value & ~InterruptCauses.DEFINED) != 0) {
                    violation("MMIO-DRV-20", "InterruptACK written with 0x%x; only bits 0 and 1 are defined".formatted(value));
                }
                causes.acknowledge(value);
            }
            case Status -> state.writeStatus(value);
            case SHMSel -> shmSel = value;
            default -> queueRegisters.write(register, value);
        }
    }

    int queueSel() {
        return queueSel;
    }

    /** Whether VIRTIO_F_RING_RESET was negotiated. */
    boolean ringReset() {
        return state != null && state.negotiated().has(VirtioFeature.VIRTIO_F_RING_RESET);
    }

    /** The device was reset. */
    private void clear() {
        causes.set(0);
        deviceFeaturesSel = 0;
        driverFeaturesSel = 0;
        queueSel = 0;
        shmSel = 0;
        if (legacyQueues != null) {
            legacyQueues.reset();
        }
    }

    void violation(String rule, String sentence) {
        if (context.trace().on()) {
            context.trace().emit(new Violation(name(), rule, sentence));
        }
    }

    // Views.

    /** Its registers and configuration fields as data, without their values. */
    @Override
    public RegisterTable registers() {
        List<MmioRegister> table = new ArrayList<>();
        if (isLegacy()) {
            for (LegacyRegister register : LegacyRegister.values()) {
                table.add(register.asData());
            }
        } else {
            for (VirtioRegister register : VirtioRegister.values()) {
                table.add(register.asData());
            }
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
        if (accessAt(offset) == null) {
            return 0;
        }
        return (isLegacy() ? value(LegacyRegister.at(offset)) : value(VirtioRegister.at(offset))) & 0xffff_ffffL;
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
        var saved = State.of("virtio-mmio", 2).put("plugged", state != null).put("legacy", isLegacy())
                .put("deviceFeaturesSel", deviceFeaturesSel).put("driverFeaturesSel", driverFeaturesSel)
                .put("queueSel", queueSel).put("shmSel", shmSel).put("interruptStatus", causes.status());
        if (legacyQueues != null) {
            saved.put("legacyQueues", legacyQueues.save());
        }
        return (state == null ? saved : saved.put("device", state.save())).build();
    }

    @Override
    public void restore(State saved) {
        if (saved.expect("virtio-mmio", 2).flag("plugged") != (state != null)) {
            throw new StateException(context.place() + (state == null ? " is empty, but was saved with a device; plug one in first"
                    : " has a device, but was saved empty; unplug it first"));
        }
        if (saved.flag("legacy") != isLegacy()) {
            throw new StateException(context.place() + " is " + (isLegacy() ? "legacy" : "not legacy") + " now, but was saved the other way");
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
        if (legacyQueues != null) {
            legacyQueues.restore(saved.child("legacyQueues"));
        }
        deviceFeaturesSel = saved.integer("deviceFeaturesSel");
        driverFeaturesSel = saved.integer("driverFeaturesSel");
        queueSel = saved.integer("queueSel");
        shmSel = saved.integer("shmSel");
        causes.set(saved.integer("interruptStatus"));
    }

    @Override
    public String toString() {
        return (address < 0 ? context.place() : "%s at 0x%08x".formatted(context.place(), address)) + ": "
                + (state == null ? "empty" : state.device().toString()) + (isLegacy() ? ", legacy virtio-mmio (Version 1)" : "");
    }
}
