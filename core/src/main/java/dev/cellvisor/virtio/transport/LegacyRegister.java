package dev.cellvisor.virtio.transport;

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
    MagicValue(VirtioRegister.MagicValue),
    /** Version. */
    Version(VirtioRegister.Version, "1: legacy"),
    /** Device type. */
    DeviceID(VirtioRegister.DeviceID),
    /** Vendor. */
    VendorID(VirtioRegister.VendorID),
    /** Offer. */
    HostFeatures(VirtioRegister.DeviceFeatures, "features offered, 32 of them, chosen by HostFeaturesSel"),
    /** Word of the offer. */
    HostFeaturesSel(VirtioRegister.DeviceFeaturesSel, "which word HostFeatures shows; only word 0 has any"),
    /** Acceptance. */
    GuestFeatures(VirtioRegister.DriverFeatures, "features accepted, 32 of them, chosen by GuestFeaturesSel"),
    /** Word of the acceptance. */
    GuestFeaturesSel(VirtioRegister.DriverFeaturesSel, "which word GuestFeatures sets"),
    /** Page size. */
    GuestPageSize(0x028, W, "bytes of a page, by which QueuePFN counts"),
    /** Queue. */
    QueueSel(VirtioRegister.QueueSel),
    /** Largest size. */
    QueueSizeMax(VirtioRegister.QueueSizeMax),
    /** Size. */
    QueueSize(VirtioRegister.QueueSize),
    /** Alignment. */
    QueueAlign(0x03c, W, "to how many bytes the queue's used ring is aligned"),
    /** Place. */
    QueuePFN(0x040, RW, "number of the queue's first page; 0 stops it"),
    /** Notify. */
    QueueNotify(VirtioRegister.QueueNotify),
    /** Causes. */
    InterruptStatus(VirtioRegister.InterruptStatus),
    /** Acknowledge. */
    InterruptACK(VirtioRegister.InterruptACK),
    /** Device status. */
    Status(VirtioRegister.Status);

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

    /** One that version 2 has too. */
    LegacyRegister(VirtioRegister same) {
        this(same, same.meaning());
    }

    /** One that stands where version 2 has it, under another name or with another meaning. */
    LegacyRegister(VirtioRegister same, String meaning) {
        this(same.offset(), same.access(), meaning);
    }

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
