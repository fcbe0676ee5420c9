package dev.cellvisor.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A VM's RAM: slots of guest-physical addresses. Every access here is checked, marks the pages that it writes as dirty, and tells
 * the CPUs when it writes to a page whose code they have decoded. All numbers are little-endian.
 *
 * <p>An access that is not wholly inside RAM throws {@link AddressException}; a device that follows guest pointers asks
 * {@link #contains} first, because a wild guest address must never throw.
 */
public final class GuestMemory implements AutoCloseable {

    /** The unit of dirty tracking and of slot sizes: 4 KiB. */
    public static final int PAGE_SIZE = 4096;
    static final int PAGE_SHIFT = 12;

    private final Arena arena = Arena.ofShared();
    private final List<MemorySlot> slots = new ArrayList<>();
    private final List<PageListener> listeners = new ArrayList<>();
    private MemorySlot last;
    private WriteListener writeListener;
    private Consumer<MemorySlot> slotListener = slot -> { };

    /** Someone who is told of every write by host code, a device's or a cell's, before it is done. A CPU's own stores are not told. */
    @FunctionalInterface
    public interface WriteListener {
        /** A range is about to be written. */
        void writing(long address, long sizeBytes);
    }

    /** Sets who is told of writes by host code; {@code null} for nobody. */
    public void onWrite(WriteListener listener) {
        writeListener = listener;
    }

    /** Has someone told of every slot that is added from now on. */
    public void onSlotAdded(Consumer<MemorySlot> listener) {
        slotListener = listener;
    }

    /** Someone who keeps things derived from RAM: decoded code, or write permission in a TLB. */
    public interface PageListener {

        /** A page is being watched: every write to it from now on must go through {@link GuestMemory#cpuWrites}. */
        void pageWatched(long pageAddress);

        /** A page that was {@linkplain GuestMemory#watch watched} is about to be written; it is no longer watched. */
        void watchedPageWritten(long pageAddress);

        /** All dirty marks are about to be cleared: the next write to each page must be reported again. */
        void dirtyCleared();
    }

    /**
     * Adds RAM, zeroed.
     *
     * @param name unique, e.g. {@code "ram"}
     * @param address guest-physical, a multiple of 4096
     * @param sizeBytes a multiple of 4096, more than 0
     * @throws AddressException if it is misaligned, overlaps another slot, or the name is taken
     */
    public MemorySlot add(String name, long address, long sizeBytes) {
        if ((address & PAGE_SIZE - 1) != 0 || (sizeBytes & PAGE_SIZE - 1) != 0 || sizeBytes <= 0 || address < 0) {
            throw new AddressException("RAM '%s' at 0x%x of %d bytes: address and size must be multiples of %d, and the size more than 0"
                    .formatted(name, address, sizeBytes, PAGE_SIZE));
        }
        for (MemorySlot slot : slots) {
            if (address < slot.end() && slot.address() < address + sizeBytes) {
                throw new AddressException("RAM '%s' at 0x%x–0x%x overlaps %s; the next free address is 0x%x"
                        .formatted(name, address, address + sizeBytes - 1, slot, slot.end()));
            }
            if (slot.name().equals(name)) {
                throw new AddressException("RAM is already named '" + name + "': " + slot + "; choose another name");
            }
        }
        var slot = new MemorySlot(name, address, HostMemory.allocate(sizeBytes, arena));
        slots.add(slot);
        slots.sort(Comparator.comparingLong(MemorySlot::address));
        last = slot;
        slotListener.accept(slot);
        return slot;
    }

    /** The slots, by address. */
    public List<MemorySlot> slots() {
        return Collections.unmodifiableList(slots);
    }

    /** The slot that an address is in, or {@code null}. */
    public MemorySlot slotAt(long address) {
        MemorySlot slot = last;
        if (slot != null && slot.contains(address)) {
            return slot;
        }
        for (MemorySlot candidate : slots) {
            if (candidate.contains(address)) {
                last = candidate;
                return candidate;
            }
        }
        return null;
    }

    /** Whether a range is wholly inside one slot; an empty range is if its address is. A negative size never is. */
    public boolean contains(long address, long sizeBytes) {
        MemorySlot slot = slotAt(address);
        return slot != null && sizeBytes >= 0 && sizeBytes <= slot.end() - address;
    }

    private MemorySlot slot(long address, long sizeBytes) {
        MemorySlot slot = slotAt(address);
        if (slot == null || sizeBytes < 0 || sizeBytes > slot.end() - address) {
            throw new AddressException("%d bytes at 0x%x are not RAM; RAM is %s".formatted(sizeBytes, address, slots));
        }
        return slot;
    }

    /** The host address for a checked read of a range. */
    private long forRead(long address, long sizeBytes) {
        MemorySlot slot = slot(address, sizeBytes);
        return slot.hostAddress() + (address - slot.address());
    }

    /** The host address for a checked write of a range, which is marked dirty and reported where it is watched. */
    private long forWrite(long address, long sizeBytes) {
        MemorySlot slot = slot(address, sizeBytes);
        if (writeListener != null) {
            writeListener.writing(address, sizeBytes);
        }
        if ((address & PAGE_SIZE - 1) + sizeBytes <= PAGE_SIZE && slot.flags(address) == MemorySlot.DIRTY) {
            return slot.hostAddress() + (address - slot.address());
        }
        if (sizeBytes > 0) {
            for (long page = address & -PAGE_SIZE; page < address + sizeBytes; page += PAGE_SIZE) {
                markWritten(slot, page);
            }
        }
        return slot.hostAddress() + (address - slot.address());
    }

    private void markWritten(MemorySlot slot, long page) {
        int flags = slot.flags(page);
        if (flags == MemorySlot.DIRTY) {
            return;
        }
        slot.setFlags(page, MemorySlot.DIRTY);
        if ((flags & MemorySlot.WATCHED) != 0) {
            for (PageListener listener : listeners) {
                listener.watchedPageWritten(page);
            }
        }
    }

    /** A CPU is about to write to a page by itself: marks it dirty, and ends the watch on it, telling every listener. */
    public void cpuWrites(long address) {
        markWritten(slot(address, 1), address & -PAGE_SIZE);
    }

    /** Asks to be told (once) before a page is written, because something was derived from it. */
    public void watch(long address) {
        MemorySlot slot = slot(address, 1);
        int flags = slot.flags(address);
        slot.setFlags(address, flags | MemorySlot.WATCHED);
        if ((flags & MemorySlot.DIRTY) != 0) {
            listeners.forEach(listener -> listener.pageWatched(address & -PAGE_SIZE));
        }
    }

    /** Whether a page is watched. */
    public boolean watched(long address) {
        return (slot(address, 1).flags(address) & MemorySlot.WATCHED) != 0;
    }

    /** Adds a listener for watched pages. */
    public void addListener(PageListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void removeListener(PageListener listener) {
        listeners.remove(listener);
    }

    /** The pages of a slot written since the last {@link #clearDirty()}: bit n is the page at {@code address + n * 4096}. */
    public BitSet dirtyPages(MemorySlot slot) {
        var dirty = new BitSet();
        byte[] flags = slot.pageFlags();
        for (int page = 0; page < flags.length; page++) {
            if ((flags[page] & MemorySlot.DIRTY) != 0) {
                dirty.set(page);
            }
        }
        return dirty;
    }

    /** Forgets which pages were written. */
    public void clearDirty() {
        listeners.forEach(PageListener::dirtyCleared);
        for (MemorySlot slot : slots) {
            byte[] flags = slot.pageFlags();
            for (int page = 0; page < flags.length; page++) {
                flags[page] &= ~MemorySlot.DIRTY;
            }
        }
    }

    /** One byte, 0 to 255. */
    public int readByte(long address) {
        return HostMemory.getByte(forRead(address, 1)) & 0xff;
    }

    /** Two bytes, 0 to 65535, at any alignment. */
    public int readShort(long address) {
        return HostMemory.getShort(forRead(address, 2)) & 0xffff;
    }

    /** Four bytes, at any alignment. */
    public int readInt(long address) {
        return HostMemory.getInt(forRead(address, 4));
    }

    /** Eight bytes, at any alignment. */
    public long readLong(long address) {
        return HostMemory.getLong(forRead(address, 8));
    }

    /** {@code sizeBytes} bytes. */
    public byte[] read(long address, int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        read(address, bytes, 0, sizeBytes);
        return bytes;
    }

    /** Reads into a part of an array. */
    public void read(long address, byte[] target, int offset, int sizeBytes) {
        MemorySegment.copy(HostMemory.ALL, HostMemory.BYTE, forRead(address, sizeBytes), target, offset, sizeBytes);
    }

    /** The text at an address, up to a zero byte or {@code maxBytes}, as UTF-8. */
    public String readText(long address, int maxBytes) {
        int size = 0;
        while (size < maxBytes && contains(address + size, 1) && readByte(address + size) != 0) {
            size++;
        }
        return new String(read(address, size), StandardCharsets.UTF_8);
    }

    /** Writes the low 8 bits. */
    public void writeByte(long address, int value) {
        HostMemory.setByte(forWrite(address, 1), (byte) value);
    }

    /** Writes the low 16 bits, at any alignment. */
    public void writeShort(long address, int value) {
        HostMemory.setShort(forWrite(address, 2), (short) value);
    }

    /** Writes 32 bits, at any alignment. */
    public void writeInt(long address, int value) {
        HostMemory.setInt(forWrite(address, 4), value);
    }

    /** Writes 64 bits, at any alignment. */
    public void writeLong(long address, long value) {
        HostMemory.setLong(forWrite(address, 8), value);
    }

    /** Writes bytes. */
    public void write(long address, byte... bytes) {
        write(address, bytes, 0, bytes.length);
    }

    /** Writes a part of an array. */
    public void write(long address, byte[] source, int offset, int sizeBytes) {
        MemorySegment.copy(source, offset, HostMemory.ALL, HostMemory.BYTE, forWrite(address, sizeBytes), sizeBytes);
    }

    /** Writes a whole segment. */
    public void write(long address, MemorySegment source) {
        long target = forWrite(address, source.byteSize());
        MemorySegment.copy(source, 0, HostMemory.ALL, target, source.byteSize());
    }

    /** Sets every byte of a range. */
    public void fill(long address, long sizeBytes, int value) {
        long target = forWrite(address, sizeBytes);
        HostMemory.ALL.asSlice(target, sizeBytes).fill((byte) value);
    }

    /**
     * Gives whole pages back to the host: they read as zero, and cost nothing until they are written again.
     *
     * @param address guest-physical, a multiple of 4096
     * @param sizeBytes a multiple of 4096
     * @throws AddressException if it is not wholly inside one slot, or no whole pages
     */
    public void discard(long address, long sizeBytes) {
        if ((address & PAGE_SIZE - 1) != 0 || (sizeBytes & PAGE_SIZE - 1) != 0) {
            throw new AddressException("0x%x and %d bytes are no whole pages of %d".formatted(address, sizeBytes, PAGE_SIZE));
        }
        HostMemory.zeroPages(forWrite(address, sizeBytes), sizeBytes);
    }

    /** A range as a read-only view that follows later writes. */
    public MemorySegment view(long address, long sizeBytes) {
        MemorySlot slot = slot(address, sizeBytes);
        return slot.segment().asSlice(address - slot.address(), sizeBytes).asReadOnly();
    }

    /**
     * A range to be written at once, all of it: it counts as written when this is called, and must not be written later.
     *
     * @throws AddressException if it is not wholly inside one slot
     */
    public MemorySegment forWriting(long address, long sizeBytes) {
        forWrite(address, sizeBytes);
        MemorySlot slot = slot(address, sizeBytes);
        return slot.segment().asSlice(address - slot.address(), sizeBytes);
    }

    /**
     * Where bytes first stand at or after {@code from}, in address order over all slots.
     *
     * @return the guest-physical address, or -1
     */
    public long find(byte[] wanted, long from) {
        for (MemorySlot slot : slots) {
            long start = Math.max(from, slot.address()) - slot.address();
            long lastStart = slot.sizeBytes() - wanted.length;
            for (long at = start; at <= lastStart; at++) {
                if (matches(slot.segment(), at, wanted)) {
                    return slot.address() + at;
                }
            }
        }
        return -1;
    }

    private static boolean matches(MemorySegment segment, long at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (segment.get(HostMemory.BYTE, at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * An independent RAM with the same slots and the same contents. Pages that hold only zeros cost nothing. Listeners, watched pages and
     * dirty marks stay behind: in the new one nothing is dirty.
     */
    public GuestMemory fork() {
        var copy = new GuestMemory();
        for (MemorySlot slot : slots) {
            MemorySlot target = copy.add(slot.name(), slot.address(), slot.sizeBytes());
            for (long page = 0; page < slot.sizeBytes(); page += PAGE_SIZE) {
                MemorySegment source = slot.segment().asSlice(page, PAGE_SIZE);
                if (!zero(source)) {
                    target.segment().asSlice(page, PAGE_SIZE).copyFrom(source);
                }
            }
        }
        return copy;
    }

    private static boolean zero(MemorySegment page) {
        for (int at = 0; at < PAGE_SIZE; at += 8) {
            if (page.get(HostMemory.LONG, at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Gives all RAM back to the host. Nothing of it may be used after. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
