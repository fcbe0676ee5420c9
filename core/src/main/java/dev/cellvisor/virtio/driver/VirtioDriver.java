package dev.cellvisor.virtio.driver;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.StatusBit;
import dev.cellvisor.virtio.transport.VirtioRegister;
import dev.cellvisor.virtio.transport.LegacyRegister;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A driver of a virtio-mmio device, by hand. Every register access goes through the {@link MemoryMap}, and so is counted and traced
 * as a guest's would be.
 *
 * <pre>{@code
 * var driver = new VirtioDriver(map, 0x0a00_3e00);
 * driver.initialise(VIRTIO_BLK_F_FLUSH);
 * var done = driver.queue(0).send(BlockRequest.header(VIRTIO_BLK_T_IN, 0), Buffer.writable(512));
 * }</pre>
 */
public final class VirtioDriver {
    private static final int DEFAULT_HEAP_BYTES = 1 << 20;

    private final MemoryMap map;
    private final long base;
    private final List<DriverQueue> queues = new ArrayList<>();
    private GuestHeap heap;
    private Features accepted = Features.NONE;
    private BooleanSupplier waiting = () -> false;
    private boolean keepsUsedEvent;
    /** Whether Version was 1 when it was read last; null before that. */
    private Boolean legacy;

    /**
     * A driver for the device at an address. It takes its rings and buffers from the last 1 MiB of the last RAM slot, unless it is
     * given a {@linkplain #heap(GuestHeap) heap}. Nothing is told to the device yet.
     *
     * @throws IllegalArgumentException if no device stands there; the message lists those that do
     */
    public VirtioDriver(MemoryMap map, long baseAddress) {
        if (map.regionAt(baseAddress) == null) {
            throw new IllegalArgumentException("no device answers at 0x%x; there are %s".formatted(baseAddress, map.regions()));
        }
        this.map = map;
        this.base = baseAddress;
    }

    /** The guest's RAM. */
    public GuestMemory memory() {
        return map.memory();
    }

    /** The address of the first register. */
    public long address() {
        return base;
    }

    /** Where rings and buffers come from. */
    public GuestHeap heap() {
        if (heap == null) {
            List<MemorySlot> slots = memory().slots();
            if (slots.isEmpty()) {
                throw new IllegalStateException("there is no RAM for rings and buffers; add some first");
            }
            MemorySlot last = slots.getLast();
            long size = Math.min(DEFAULT_HEAP_BYTES, last.sizeBytes());
            heap = new GuestHeap(memory(), last.end() - size, size);
        }
        return heap;
    }

    /** Sets where rings and buffers come from. */
    public VirtioDriver heap(GuestHeap newHeap) {
        heap = newHeap;
        return this;
    }

    /**
     * Sets what to do while a request is not answered: let time pass, e.g. to the next event.
     *
     * @param step returns whether anything happened; {@code false} gives up
     */
    public VirtioDriver waitWith(BooleanSupplier step) {
        waiting = step;
        return this;
    }

    /**
     * Lets time pass as while a request is waited for: to the next event, unless {@link #waitWith} says otherwise.
     *
     * @return whether anything happened
     */
    public boolean waitForDevice() {
        return waiting.getAsBoolean();
    }

    /** Leaves {@code used_event} alone when used elements are read, for experiments with it. */
    public VirtioDriver keepUsedEvent(boolean keep) {
        keepsUsedEvent = keep;
        return this;
    }

    boolean keepsUsedEvent() {
        return keepsUsedEvent;
    }

    /**
     * Whether the device has the legacy interface: Version reads 1. Read when it is first needed, and by {@link #begin}; then queues
     * are told as pages, and there is no FEATURES_OK.
     */
    public boolean isLegacy() {
        if (legacy == null) {
            legacy = read(VirtioRegister.Version) == LegacyRegister.VERSION;
        }
        return legacy;
    }

    // Registers.

    /**
     * Reads a register or a configuration field by its name; a field of 64 bits in two halves, low first.
     *
     * @throws IllegalArgumentException if there is no such name
     */
    public long read(String name) {
        ConfigField field = configField(name);
        if (field == null) {
            return read(offset(name));
        }
        long value = 0;
        for (int done = 0; done < Math.min(8, field.sizeBytes()); done += field.accessBytes()) {
            value |= read(VirtioRegister.CONFIG + field.offset() + done, field.accessBytes()) << 8 * done;
        }
        return value;
    }

    /** Where a register of either version is; what both have stands at the same place. */
    private static long offset(String name) {
        LegacyRegister register = LegacyRegister.named(name);
        return register != null ? register.offset() : VirtioRegister.named(name).offset();
    }

    /** Reads a register. */
    public long read(VirtioRegister register) {
        return read(register.offset());
    }

    /** Reads 32 bits at an offset. */
    public long read(long offset) {
        return read(offset, 4);
    }

    /** Reads 1, 2, 4 or 8 bytes at an offset, right or wrong. */
    public long read(long offset, int sizeBytes) {
        return map.read(base + offset, sizeBytes);
    }

    /** Writes a register or a configuration field by its name; see {@link #read(String)}. */
    public VirtioDriver write(String name, long value) {
        ConfigField field = configField(name);
        if (field == null) {
            return write(offset(name), value);
        }
        for (int done = 0; done < Math.min(8, field.sizeBytes()); done += field.accessBytes()) {
            write(VirtioRegister.CONFIG + field.offset() + done, field.accessBytes(), value >>> 8 * done);
        }
        return this;
    }

    /** Writes a register. */
    public VirtioDriver write(VirtioRegister register, long value) {
        return write(register.offset(), value);
    }

    /** Writes 32 bits at an offset. */
    public VirtioDriver write(long offset, long value) {
        return write(offset, 4, value);
    }

    /** Writes 1, 2, 4 or 8 bytes at an offset, right or wrong. */
    public VirtioDriver write(long offset, int sizeBytes, long value) {
        map.write(base + offset, sizeBytes, value);
        return this;
    }

    /** The fields' names are the device's own knowledge: there is none where something else than our transport answers. */
    private ConfigField configField(String name) {
        MmioRegion region = map.regionAt(base);
        if (region == null || !(region.device() instanceof VirtioMmio mmio) || mmio.device() == null) {
            return null;
        }
        return mmio.device().config().fields().stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    // Status and features.

    /** The device status field. */
    public int status() {
        return (int) read(VirtioRegister.Status);
    }

    /** Sets status bits, beside those that are set. */
    public VirtioDriver set(StatusBit... bits) {
        int status = status();
        for (StatusBit bit : bits) {
            status |= bit.mask();
        }
        return write(VirtioRegister.Status, status);
    }

    /** Resets the device, and forgets all queues. */
    public VirtioDriver reset() {
        write(VirtioRegister.Status, 0);
        accepted = Features.NONE;
        queues.clear();
        return this;
    }

    /** What the device offers, word by word. */
    public Features offered() {
        Features offered = Features.NONE;
        for (int word = 0; word < Features.WORDS; word++) {
            write(VirtioRegister.DeviceFeaturesSel, word);
            offered = offered.withWord(word, (int) read(VirtioRegister.DeviceFeatures));
        }
        return offered;
    }

    /** Accepts features, word by word, offered or not. Words 2 and 3 are written only if there is something to say. */
    public VirtioDriver accept(Features features) {
        for (int word = 0; word < Features.WORDS; word++) {
            // Some devices take words 2 and 3 for word 1 (QEMU 7.2 does), so that zeros there would undo it.
            if (word < 2 || (features.word(word) | accepted.word(word)) != 0) {
                write(VirtioRegister.DriverFeaturesSel, word);
                write(VirtioRegister.DriverFeatures, features.word(word) & 0xffff_ffffL);
            }
        }
        accepted = features;
        return this;
    }

    /** The features accepted last. */
    public Features accepted() {
        return accepted;
    }

    boolean packed() {
        return accepted.has(VirtioFeature.VIRTIO_F_RING_PACKED);
    }

    /**
     * Accepts VIRTIO_F_VERSION_1 and these, sets FEATURES_OK, and says whether the device agreed. A legacy device is not asked: it accepts these
     * alone, and that is all.
     */
    public boolean negotiate(FeatureBit... features) {
        if (isLegacy()) {
            accept(Features.of(features));
            return true;
        }
        accept(Features.of(features).with(VirtioFeature.VIRTIO_F_VERSION_1.bit()));
        set(StatusBit.FEATURES_OK);
        return StatusBit.FEATURES_OK.in(status());
    }

    /**
     * The whole start of a device in the order of VIRTIO 1.4, 3.1.1: reset, ACKNOWLEDGE, DRIVER, features, FEATURES_OK, all queues
     * placed in the heap, DRIVER_OK. With a legacy device without FEATURES_OK, and with VIRTIO_F_ANY_LAYOUT.
     *
     * @param features to accept beside VIRTIO_F_VERSION_1; those not offered are left out
     * @throws IllegalStateException if no device is there, or it does not agree
     */
    public VirtioDriver initialise(FeatureBit... features) {
        return initialise(Features.of(features));
    }

    /** The whole start with these features, e.g. {@code initialise(driver.offered())} for all; see the other one. */
    public VirtioDriver initialise(Features features) {
        begin();
        Features wanted = features.with(VirtioFeature.VIRTIO_F_VERSION_1.bit()).with(VirtioFeature.VIRTIO_F_ANY_LAYOUT.bit()).and(offered());
        accept(wanted);
        if (!isLegacy() && !StatusBit.FEATURES_OK.in(set(StatusBit.FEATURES_OK).status())) {
            set(StatusBit.FAILED);
            throw new IllegalStateException("the device did not agree to " + wanted + "; it offers " + offered());
        }
        for (int i = 0; queue(i).maxSize() > 0; i++) {
            queue(i).allocate().enable();
        }
        queues.removeLast();
        return set(StatusBit.DRIVER_OK);
    }

    /** The first steps: is a device there, reset, ACKNOWLEDGE, DRIVER; a legacy device is told the page size too. */
    public VirtioDriver begin() {
        legacy = null;
        if (read(VirtioRegister.MagicValue) != VirtioRegister.MAGIC || !isLegacy() && read(VirtioRegister.Version) != VirtioRegister.VERSION) {
            throw new IllegalStateException("no virtio-mmio device of version 1 or 2 is at 0x%x: MagicValue 0x%x, Version %d"
                    .formatted(base, read(VirtioRegister.MagicValue), read(VirtioRegister.Version)));
        }
        if (read(VirtioRegister.DeviceID) == 0) {
            throw new IllegalStateException("the slot at 0x%x is empty: DeviceID is 0".formatted(base));
        }
        if (isLegacy()) {
            write(LegacyRegister.GuestPageSize.offset(), GuestMemory.PAGE_SIZE);
        }
        return reset().set(StatusBit.ACKNOWLEDGE).set(StatusBit.DRIVER);
    }

    // Queues, interrupts.

    /** A queue, whether the device has it or not. */
    public DriverQueue queue(int index) {
        while (queues.size() <= index) {
            queues.add(new DriverQueue(this, queues.size()));
        }
        return queues.get(index);
    }

    /** A descriptor anywhere in guest memory, such as one of an indirect table, in the accepted ring format. */
    public DescriptorCursor descriptorAt(long address) {
        return new DescriptorCursor(memory(), address, packed());
    }

    /** The causes of the interrupt: bit 0 used buffer, bit 1 configuration change. */
    public int interruptStatus() {
        return (int) read(VirtioRegister.InterruptStatus);
    }

    /**
     * Deals with the interrupt as a driver does: reads InterruptStatus, and acknowledges what is set.
     *
     * @return the causes
     */
    public int acknowledge() {
        int causes = interruptStatus();
        if (causes != 0) {
            write(VirtioRegister.InterruptACK, causes);
        }
        return causes;
    }

    @Override
    public String toString() {
        return "driver of 0x%08x%s: %s, features %s, %s".formatted(base, isLegacy() ? ", legacy virtio-mmio" : "",
                StatusBit.describe(status()), accepted, queues.size() == 1 ? "1 queue" : queues.size() + " queues");
    }
}
