package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.EventFd;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.Struct;
import dev.cellvisor.cpu.kvm.ffi.Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A VM of KVM's: slots of memory, vCPUs, interrupts. It owns its vCPUs and devices: closing it closes them. Calls may come from any thread, one
 * at a time.
 */
public final class KvmVm implements AutoCloseable {
    /** Slot flag: writes are told to {@link #dirtyLog}. */
    public static final int MEM_LOG_DIRTY_PAGES = 1;
    /** Slot flag: the guest's writes are MMIO exits. */
    public static final int MEM_READONLY = 2;

    private static final int IRQFD_DEASSIGN = 1;
    private static final int IRQFD_RESAMPLE = 2;
    private static final int IOEVENTFD_DATAMATCH = 1;
    private static final int IOEVENTFD_PIO = 2;
    private static final int IOEVENTFD_DEASSIGN = 4;
    private static final int PAGE_SHIFT = 12;

    private final Kvm kvm;
    private final Fd fd;
    private final List<KvmVcpu> vcpus = new ArrayList<>();
    private final List<KvmDevice> devices = new ArrayList<>();
    private final Arena arena = Arena.ofShared();
    // Interrupts are raised often and from several threads: one structure for each call would be garbage, one in common is locked.
    private final MemorySegment irqLevel = Structs.IRQ_LEVEL.allocate(arena);
    private boolean closed;

    KvmVm(Kvm kvm, Fd fd) {
        this.kvm = kvm;
        this.fd = fd;
    }

    /** The file itself, for calls that have no method here. */
    public Fd fd() {
        return fd;
    }

    /** What a capability has for this VM. */
    public int check(Capability capability) {
        return fd.ioctl("KVM_CHECK_EXTENSION " + capability, Ioctl.CHECK_EXTENSION, capability.number());
    }

    /** Switches a capability on. */
    public void enable(Capability capability, long... arguments) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment enable = Structs.ENABLE_CAP.allocate(frame);
            Structs.ENABLE_CAP.set(enable, "cap", capability.number());
            for (int i = 0; i < arguments.length; i++) {
                Structs.ENABLE_CAP.set(enable, "args", i, arguments[i]);
            }
            fd.ioctl("KVM_ENABLE_CAP " + capability, Ioctl.ENABLE_CAP, enable);
        }
    }

    // ---- memory ----

    /**
     * Gives the guest memory, or changes the flags of a slot.
     *
     * @param slot its number, from 0
     * @param address guest-physical, a multiple of 4096
     * @param memory its bytes here, at a multiple of 4096; they must stay until the slot is removed
     * @param flags {@link #MEM_LOG_DIRTY_PAGES}, {@link #MEM_READONLY}
     */
    public void setMemory(int slot, long address, MemorySegment memory, int flags) {
        setMemory(slot, address, memory.address(), memory.byteSize(), flags);
    }

    /** Takes a slot away. */
    public void removeMemory(int slot) {
        setMemory(slot, 0, 0, 0, 0);
    }

    private void setMemory(int slot, long address, long host, long sizeBytes, int flags) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment region = Structs.USERSPACE_MEMORY_REGION.allocate(frame);
            Structs.USERSPACE_MEMORY_REGION.set(region, "slot", slot).set(region, "flags", flags).set(region, "guest_phys_addr", address)
                    .set(region, "memory_size", sizeBytes).set(region, "userspace_addr", host);
            fd.ioctl("KVM_SET_USER_MEMORY_REGION: slot %d, %d bytes at 0x%x".formatted(slot, sizeBytes, address), Ioctl.SET_USER_MEMORY_REGION, region);
        }
    }

    /**
     * The pages of a slot that the guest wrote since the last call: bit n is page n. The slot must have {@link #MEM_LOG_DIRTY_PAGES}. What this
     * process writes is not told.
     */
    public BitSet dirtyLog(int slot, long slotBytes) {
        try (var frame = Arena.ofConfined()) {
            long words = (slotBytes >>> PAGE_SHIFT) + 63 >>> 6;
            MemorySegment bitmap = frame.allocate(words * 8, 8);
            MemorySegment log = Structs.DIRTY_LOG.allocate(frame);
            Structs.DIRTY_LOG.set(log, "slot", slot).set(log, "dirty_bitmap", bitmap.address());
            fd.ioctl("KVM_GET_DIRTY_LOG of slot " + slot, Ioctl.GET_DIRTY_LOG, log);
            return BitSet.valueOf(bitmap.toArray(ValueLayout.JAVA_LONG));
        }
    }

    // ---- vCPUs ----

    /** Makes a vCPU. */
    public synchronized KvmVcpu createVcpu(int index) {
        Fd vcpu = fd.make("KVM_CREATE_VCPU " + index, Ioctl.CREATE_VCPU, index);
        try {
            var made = new KvmVcpu(index, vcpu, vcpu.map(kvm.runBytes()));
            vcpus.add(made);
            return made;
        } catch (RuntimeException e) {
            vcpu.close();
            throw e;
        }
    }

    /** Its vCPUs, in the order in which they were made. */
    public List<KvmVcpu> vcpus() {
        return Collections.unmodifiableList(vcpus);
    }

    // ---- interrupts ----

    /** Makes the interrupt controllers in the kernel; before the vCPUs. On arm64 a VGIC is a {@linkplain #createDevice device}. */
    public void createIrqchip() {
        fd.ioctl("KVM_CREATE_IRQCHIP", Ioctl.CREATE_IRQCHIP, 0);
    }

    /**
     * Drives an interrupt line of the controller in the kernel.
     *
     * @param irq on x86-64 the GSI; on arm64 type, vCPU and INTID as KVM_IRQ_LINE wants them
     */
    public void irqLine(int irq, boolean asserted) {
        synchronized (irqLevel) {
            irqLevel.set(ValueLayout.JAVA_INT, 0, irq);
            irqLevel.set(ValueLayout.JAVA_INT, 4, asserted ? 1 : 0);
            fd.ioctl("KVM_IRQ_LINE", Ioctl.IRQ_LINE, irqLevel);
        }
    }

    /** Sends a message-signalled interrupt; whether a vCPU took it. */
    public boolean signalMsi(long address, int data) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment msi = Structs.MSI.allocate(frame);
            Structs.MSI.set(msi, "address_lo", address).set(msi, "address_hi", address >>> 32).set(msi, "data", data);
            return fd.ioctl("KVM_SIGNAL_MSI", Ioctl.SIGNAL_MSI, msi) > 0;
        }
    }

    /** Raises an interrupt (one edge) whenever an eventfd is signalled. */
    public void irqfd(EventFd event, int gsi) {
        irqfd(event, gsi, 0, 0);
    }

    /** Asserts a level whenever an eventfd is signalled; the guest's end of interrupt lowers it and signals {@code resample}. */
    public void irqfd(EventFd event, int gsi, EventFd resample) {
        irqfd(event, gsi, IRQFD_RESAMPLE, resample.number());
    }

    /** Takes an eventfd from an interrupt. */
    public void removeIrqfd(EventFd event, int gsi) {
        irqfd(event, gsi, IRQFD_DEASSIGN, 0);
    }

    private void irqfd(EventFd event, int gsi, int flags, int resample) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment irqfd = Structs.IRQFD.allocate(frame);
            Structs.IRQFD.set(irqfd, "fd", event.number()).set(irqfd, "gsi", gsi).set(irqfd, "flags", flags).set(irqfd, "resamplefd", resample);
            fd.ioctl("KVM_IRQFD of interrupt " + gsi, Ioctl.IRQFD, irqfd);
        }
    }

    /**
     * A guest's store that only signals an eventfd, in the kernel.
     *
     * @param address guest-physical, or a port
     * @param sizeBytes 1, 2, 4 or 8; 0 for any
     * @param value which value it is for, or {@code null} for any
     * @param port whether it is a port
     */
    public record Doorbell(long address, int sizeBytes, Long value, boolean port) {
        /** A store of a size to an address, of any value. */
        public static Doorbell mmio(long address, int sizeBytes) {
            return new Doorbell(address, sizeBytes, null, false);
        }

        /** A store of one value. */
        public Doorbell of(long wanted) {
            return new Doorbell(address, sizeBytes, wanted, port);
        }
    }

    /** Has a store signal an eventfd instead of being an exit. */
    public void ioeventfd(EventFd event, Doorbell doorbell) {
        ioeventfd(event, doorbell, 0);
    }

    /** Makes such stores exits again. */
    public void removeIoeventfd(EventFd event, Doorbell doorbell) {
        ioeventfd(event, doorbell, IOEVENTFD_DEASSIGN);
    }

    private void ioeventfd(EventFd event, Doorbell doorbell, int flags) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment ioeventfd = Structs.IOEVENTFD.allocate(frame);
            int all = flags | (doorbell.value() != null ? IOEVENTFD_DATAMATCH : 0) | (doorbell.port() ? IOEVENTFD_PIO : 0);
            Structs.IOEVENTFD.set(ioeventfd, "datamatch", doorbell.value() != null ? doorbell.value() : 0).set(ioeventfd, "addr", doorbell.address())
                    .set(ioeventfd, "len", doorbell.sizeBytes()).set(ioeventfd, "fd", event.number()).set(ioeventfd, "flags", all);
            fd.ioctl("KVM_IOEVENTFD at 0x%x".formatted(doorbell.address()), Ioctl.IOEVENTFD, ioeventfd);
        }
    }

    /**
     * A way from an interrupt's number to a pin of a controller in the kernel, or to a message.
     *
     * @param gsi the number
     * @param type 1 for a pin, 2 for a message
     * @param first the controller, or the message's address, low half
     * @param second the pin, or the high half
     * @param third the message's data
     */
    public record Route(int gsi, int type, int first, int second, int third) {
        /** To a pin. */
        public static Route pin(int gsi, int chip, int pin) {
            return new Route(gsi, 1, chip, pin, 0);
        }

        /** To a message. */
        public static Route message(int gsi, long address, int data) {
            return new Route(gsi, 2, (int) address, (int) (address >>> 32), data);
        }
    }

    /** Sets all ways of interrupts; what was there before is forgotten. */
    public void routes(List<Route> routes) {
        try (var frame = Arena.ofConfined()) {
            Struct head = Structs.IRQ_ROUTING;
            Struct entry = Structs.IRQ_ROUTING_ENTRY;
            MemorySegment table = frame.allocate(head.sizeBytes() + routes.size() * entry.sizeBytes(), 8);
            head.set(table, "nr", routes.size());
            for (int i = 0; i < routes.size(); i++) {
                MemorySegment at = table.asSlice(head.sizeBytes() + i * entry.sizeBytes(), entry.sizeBytes());
                Route route = routes.get(i);
                entry.set(at, "gsi", route.gsi()).set(at, "type", route.type()).set(at, "u", 0, route.first()).set(at, "u", 1, route.second())
                        .set(at, "u", 2, route.third());
            }
            fd.ioctl("KVM_SET_GSI_ROUTING", Ioctl.SET_GSI_ROUTING, table);
        }
    }

    // ---- devices in the kernel ----

    /** Makes a device in the kernel; it is closed with the VM. */
    public synchronized KvmDevice createDevice(int type) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment create = Structs.CREATE_DEVICE.allocate(frame);
            Structs.CREATE_DEVICE.set(create, "type", type);
            fd.ioctl("KVM_CREATE_DEVICE " + type, Ioctl.CREATE_DEVICE, create);
            var device = new KvmDevice(Fd.adopt("KVM device " + type, (int) Structs.CREATE_DEVICE.get(create, "fd")));
            devices.add(device);
            return device;
        }
    }

    /** The VM's own attributes. */
    public Attributes attributes() {
        return new Attributes(fd);
    }

    /** Closes its vCPUs, its devices and itself. No vCPU may be running. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        vcpus.forEach(KvmVcpu::close);
        devices.forEach(KvmDevice::close);
        fd.close();
        arena.close();
    }

    @Override
    public String toString() {
        return closed ? "KVM VM, closed" : "KVM VM, %d vCPUs".formatted(vcpus.size());
    }
}
