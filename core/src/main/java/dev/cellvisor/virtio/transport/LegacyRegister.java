package dev.cellvisor.virtio.transport;

import static dev.cellvisor.virtio.Access.R;
import static dev.cellvisor.virtio.Access.RW;
import static dev.cellvisor.virtio.Access.W;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.virtio.Access;
import java.util.List;

/**
 * The control registers of legacy virtio-mmio, version 1 (VIRTIO 1.4, 4.2.4). What has the same name in {@link VirtioRegister} does
 * the same; a queue is one block of pages here, said by its first page's number.
 */
public enum LegacyRegister {
    /** See {@link #meaning()}, as for all of them. */
    MagicValue(0x000, R, "\"virt\" in ASCII"),
    /** Version. */
    Version(0x004, R, "1: legacy"),
    /** Device type. */
    DeviceID(0x008, R, "device type; 0 is an empty slot"),
    /** Vendor. */
    VendorID(0x00c, R, "who made the device"),
    /** Offer. */
    HostFeatures(0x010, R, "features offered, 32 of them, chosen by HostFeaturesSel"),
    /** Word of the offer. */
    HostFeaturesSel(0x014, W, "which word HostFeatures shows; only word 0 has any"),
    /** Acceptance. */
    GuestFeatures(0x020, W, "features accepted, 32 of them, chosen by GuestFeaturesSel"),
    /** Word of the acceptance. */
    GuestFeaturesSel(0x024, W, "which word GuestFeatures sets"),
    /** Page size. */
    GuestPageSize(0x028, W, "bytes of a page, by which QueuePFN counts"),
    /** Queue. */
    QueueSel(0x030, W, "which queue the other Queue registers mean"),
    /** Largest size. */
    QueueSizeMax(0x034, R, "largest size of the queue; 0 if it does not exist"),
    /** Size. */
    QueueSize(0x038, W, "size of the queue"),
    /** Alignment. */
    QueueAlign(0x03c, W, "to how many bytes the queue's used ring is aligned"),
    /** Place. */
    QueuePFN(0x040, RW, "number of the queue's first page; 0 stops it"),
    /** Notify. */
    QueueNotify(0x050, W, "index of a queue with new buffers"),
    /** Causes. */
    InterruptStatus(0x060, R, "why the interrupt line is up"),
    /** Acknowledge. */
    InterruptACK(0x064, W, "causes that are dealt with"),
    /** Device status. */
    Status(0x070, RW, "device status; writing 0 resets");

    /** What Version reads. */
    public static final int VERSION = 1;

    private static final LegacyRegister[] BY_OFFSET = new LegacyRegister[VirtioRegister.CONFIG / 4];

    static {
        for (LegacyRegister register : values()) {
            BY_OFFSET[register.offset / 4] = register;
        }
    }

    private final int offset;
    private final Access access;
    private final String meaning;

    LegacyRegister(int offset, Access access, String meaning) {
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
        return VirtioRegister.withBits(modern(), new MmioRegister(name(), offset, 4, 1, VirtioRegister.asData(access), 0, List.of()));
    }

    /** The register of version 2 that stands at the same place and does the same, or {@code null}. */
    VirtioRegister modern() {
        return VirtioRegister.at(offset);
    }

    /** The register at an offset, or {@code null}: at a gap, in the middle of a register, or in the configuration space. */
    public static LegacyRegister at(long offset) {
        return offset >= 0 && offset < VirtioRegister.CONFIG && offset % 4 == 0 ? BY_OFFSET[(int) offset / 4] : null;
    }

    /**
     * The register with a name, or {@code null}; {@code QueueNum} and {@code QueueNumMax}, as older texts have them, are QueueSize and
     * QueueSizeMax, and the names of version 2 do where both have the register.
     */
    public static LegacyRegister named(String name) {
        for (LegacyRegister register : values()) {
            VirtioRegister modern = register.modern();
            if (register.name().equalsIgnoreCase(name) || modern != null && modern == VirtioRegister.find(name)) {
                return register;
            }
        }
        return null;
    }
}
