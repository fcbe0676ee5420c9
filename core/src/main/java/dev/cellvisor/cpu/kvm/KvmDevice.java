package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.Fd;

/** A device in the kernel, e.g. a VGIC. */
public final class KvmDevice implements AutoCloseable {
    /** KVM_DEV_TYPE_ARM_VGIC_V2. */
    public static final int ARM_VGIC_V2 = 5;
    /** KVM_DEV_TYPE_ARM_VGIC_V3. */
    public static final int ARM_VGIC_V3 = 7;
    /** KVM_DEV_TYPE_ARM_VGIC_ITS. */
    public static final int ARM_VGIC_ITS = 8;

    private final Fd fd;
    private final Attributes attributes;

    KvmDevice(Fd fd) {
        this.fd = fd;
        attributes = new Attributes(fd);
    }

    /** What it is set up and looked at by. */
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public void close() {
        fd.close();
    }
}
