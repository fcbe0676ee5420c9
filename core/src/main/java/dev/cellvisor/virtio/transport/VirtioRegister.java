package dev.cellvisor.virtio.transport;

import static dev.cellvisor.virtio.Access.R;
import static dev.cellvisor.virtio.Access.RW;
import static dev.cellvisor.virtio.Access.W;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.StatusBit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The control registers of virtio-mmio, version 2 (VIRTIO 1.4, 4.2.2): the one table that device, driver, views and tests use.
 * Each is 32 bits, little-endian. The configuration space follows at {@link #CONFIG}.
 */
public enum VirtioRegister {
    /** See {@link #meaning()}, as for all of them. */
    MagicValue(0x000, R, "\"virt\" in ASCII"),
    /** Version. */
    Version(0x004, R, "2; legacy devices have 1"),
    /** Device type. */
    DeviceID(0x008, R, "device type; 0 is an empty slot"),
    /** Vendor. */
    VendorID(0x00c, R, "who made the device"),
    /** Offer. */
    DeviceFeatures(0x010, R, "features offered, 32 of them, chosen by DeviceFeaturesSel"),
    /** Word of the offer. */
    DeviceFeaturesSel(0x014, W, "which word DeviceFeatures shows"),
    /** Acceptance. */
    DriverFeatures(0x020, W, "features accepted, 32 of them, chosen by DriverFeaturesSel"),
    /** Word of the acceptance. */
    DriverFeaturesSel(0x024, W, "which word DriverFeatures sets"),
    /** Queue. */
    QueueSel(0x030, W, "which queue the other Queue registers mean"),
    /** Largest size. */
    QueueSizeMax(0x034, R, "largest size of the queue; 0 if it does not exist"),
    /** Size. */
    QueueSize(0x038, W, "size of the queue"),
    /** Ready. */
    QueueReady(0x044, RW, "1 makes the queue ready, 0 stops it"),
    /** Notify. */
    QueueNotify(0x050, W, "index of a queue with new buffers"),
    /** Causes. */
    InterruptStatus(0x060, R, "why the interrupt line is up"),
    /** Acknowledge. */
    InterruptACK(0x064, W, "causes that are dealt with"),
    /** Device status. */
    Status(0x070, RW, "device status; writing 0 resets"),
    /** Descriptor area, bits 31:0. */
    QueueDescLow(0x080, W, "descriptor area of the queue, bits 31:0"),
    /** Descriptor area, bits 63:32. */
    QueueDescHigh(0x084, W, "descriptor area of the queue, bits 63:32"),
    /** Driver area, bits 31:0. */
    QueueDriverLow(0x090, W, "driver area (available ring) of the queue, bits 31:0"),
    /** Driver area, bits 63:32. */
    QueueDriverHigh(0x094, W, "driver area (available ring) of the queue, bits 63:32"),
    /** Device area, bits 31:0. */
    QueueDeviceLow(0x0a0, W, "device area (used ring) of the queue, bits 31:0"),
    /** Device area, bits 63:32. */
    QueueDeviceHigh(0x0a4, W, "device area (used ring) of the queue, bits 63:32"),
    /** Shared memory region. */
    SHMSel(0x0ac, W, "which shared memory region the SHM registers mean"),
    /** Length, bits 31:0. */
    SHMLenLow(0x0b0, R, "length of the region, bits 31:0; all ones if there is none"),
    /** Length, bits 63:32. */
    SHMLenHigh(0x0b4, R, "length of the region, bits 63:32"),
    /** Base, bits 31:0. */
    SHMBaseLow(0x0b8, R, "address of the region, bits 31:0; all ones if there is none"),
    /** Base, bits 63:32. */
    SHMBaseHigh(0x0bc, R, "address of the region, bits 63:32"),
    /** Queue reset. */
    QueueReset(0x0c0, RW, "1 resets the queue (VIRTIO_F_RING_RESET)"),
    /** Generation. */
    ConfigGeneration(0x0fc, R, "changes when the configuration space changes");

    /** Where the configuration space begins. */
    public static final int CONFIG = 0x100;

    /** What MagicValue reads. */
    public static final int MAGIC = 0x74726976;
    /** What Version reads. */
    public static final int VERSION = 2;
    /** InterruptStatus: a used buffer notification. */
    public static final int INT_USED_BUFFER = 1;
    /** InterruptStatus: a configuration change notification. */
    public static final int INT_CONFIG_CHANGE = 2;

    private static final VirtioRegister[] BY_OFFSET = new VirtioRegister[CONFIG / 4];

    static {
        for (VirtioRegister register : values()) {
            BY_OFFSET[register.offset / 4] = register;
        }
    }

    private final int offset;
    private final Access access;
    private final String meaning;

    VirtioRegister(int offset, Access access, String meaning) {
        this.offset = offset;
        this.access = access;
        this.meaning = meaning;
    }

    /** Bytes from the start of the device. */
    public int offset() {
        return offset;
    }

    /** What a driver may do with it. */
    public Access access() {
        return access;
    }

    /** What it is for, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The same as any device's register, for views that know nothing of virtio. */
    MmioRegister asData() {
        return withBits(this, new MmioRegister(name(), offset, 4, 1, asData(access), 0, List.of()));
    }

    static MmioRegister withBits(VirtioRegister register, MmioRegister bare) {
        MmioRegister data = bare;
        switch (register) {
            case Status -> {
                for (StatusBit bit : StatusBit.values()) {
                    data = data.bit(bit.name(), Integer.numberOfTrailingZeros(bit.mask()));
                }
            }
            case InterruptStatus -> data = data.bit("used buffer", 0).bit("configuration change", 1);
            case null, default -> {
            }
        }
        return data;
    }

    static MmioRegister.Access asData(Access access) {
        return switch (access) {
            case R -> MmioRegister.Access.RO;
            case W -> MmioRegister.Access.WO;
            case RW -> MmioRegister.Access.RW;
        };
    }

    /** The register at an offset, or {@code null}: at a gap, in the middle of a register, or in the configuration space. */
    public static VirtioRegister at(long offset) {
        return offset >= 0 && offset < CONFIG && offset % 4 == 0 ? BY_OFFSET[(int) offset / 4] : null;
    }

    /**
     * The register with a name; {@code QueueNum} and {@code QueueNumMax}, as older texts have them, are QueueSize and QueueSizeMax.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static VirtioRegister named(String name) {
        VirtioRegister found = find(name);
        if (found != null) {
            return found;
        }
        throw new IllegalArgumentException("no virtio-mmio register is named '" + name + "'; there are "
                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")) + ", and the device's configuration fields");
    }

    /** As {@link #named}, or {@code null}. */
    static VirtioRegister find(String name) {
        String today = switch (name) {
            case "QueueNum" -> "QueueSize";
            case "QueueNumMax" -> "QueueSizeMax";
            default -> name;
        };
        for (VirtioRegister register : values()) {
            if (register.name().equalsIgnoreCase(today)) {
                return register;
            }
        }
        return null;
    }
}
