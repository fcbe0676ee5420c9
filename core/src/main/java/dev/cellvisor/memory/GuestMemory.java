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
    private boolean closed;
    private RamWindow window;
    private boolean windowAskedFor;
    private WriteListener writeListener;
    private Consumer<MemorySlot> slotListener = slot -> { };
    private StoreListener storeListener;
    private LoadListener loadListener;
    private UntoldWriter untoldWriter;
    /** What RAM is, but for the pages that were changed since. */
    private RamSnapshot synced = RamSnapshot.EMPTY;

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

    /** Somebody who writes to RAM without telling each time, such as vCPUs of KVM's, and can be made to keep a log. */
    public interface UntoldWriter {
        /** The pages of a slot that were written since this or {@link #forget} was called last; {@code null} if no log is kept of it yet. */
        BitSet written(MemorySlot slot);

        /** Begins a log of a slot, or forgets what is in it. */
        void forget(MemorySlot slot);
    }

    /** Somebody writes to RAM from now on who does not tell: what he wrote is found by his log, or by looking, when it matters. */
    public void hasUntoldWriter(UntoldWriter writer) {
        untoldWriter = writer;
        slots.forEach(MemorySlot::writtenUntold);
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

        /** A page's reads are {@linkplain GuestMemory#observeReads observed} from now on, or no longer: each must go through {@link GuestMemory#cpuReads}. */
        default void readsObserved() {
        }
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
        expect(sizeBytes);
        return place(new MemorySlot(name, address, zeroes(sizeBytes), true));
    }

    /** Tells of slots that will be added, if no slot is there yet: all of them together get one {@link RamWindow}. Without it, it is made for the first. */
    public void expect(long... slotBytes) {
        if (!windowAskedFor) {
            windowAskedFor = true;
            long bytes = 0;
            for (long slot : slotBytes) {
                bytes += RamWindow.room(slot);
            }
            window = RamWindow.reserve(bytes, arena);
        }
    }

    /**
     * The host addresses that all RAM is in, but for {@linkplain MemorySlot#reachable() slots} that found no room there.
     *
     * @return {@code null} if this host cannot reserve addresses, or refuses
     */
    public RamWindow window() {
        expect();
        return window;
    }

    /** A place in the window; 0 if there is none. */
    private long placeInWindow(long sizeBytes) {
        return window == null ? 0 : window.place(sizeBytes);
    }

    private MemorySegment zeroes(long sizeBytes) {
        long place = placeInWindow(sizeBytes);
        if (place == 0) {
            return HostMemory.allocate(sizeBytes, arena);
        }
        MemorySegment bytes = HostMemory.at(place, sizeBytes, arena);
        if (!HostMemory.zeroesOver(bytes)) {
            throw new OutOfMemoryError("the host refused to map " + sizeBytes + " bytes of guest memory; ask for less");
        }
        return bytes;
    }

    private MemorySlot place(MemorySlot slot) {
        slots.add(slot);
        if (slots.size() > 1) {
            slots.sort(Comparator.comparingLong(MemorySlot::address));
        }
        last = slot;
        slot.reachable(window == null || window.contains(slot.hostAddress()));
        if (untoldWriter != null) {
            slot.writtenUntold();
        }
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
            requireOpen();
            throw new AddressException("%d bytes at 0x%x are not RAM; RAM is %s".formatted(sizeBytes, address, slots) + hint(address));
        }
        return slot;
    }

    /** What to do next, where a number of 32 bits was written without its L and became negative. */
    private String hint(long address) {
        long meant = Integer.toUnsignedLong((int) address);
        return address < 0 && address == (int) address && slotAt(meant) != null ? "; 0x%x is meant? In Java such a number ends in L: 0x%xL".formatted(meant, meant) : "";
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
        if ((address & PAGE_SIZE - 1) + sizeBytes <= PAGE_SIZE && slot.flags(address) == MemorySlot.WRITTEN) {
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
        if (flags == MemorySlot.WRITTEN) {
            return;
        }
        slot.written(page, flags);
        if ((flags & MemorySlot.WATCHED) != 0) {
            for (PageListener listener : listeners) {
                listener.watchedPageWritten(page);
            }
        }
    }

    /**
     * A CPU is about to store something: marks the page dirty, and ends the watch on it, telling every listener.
     *
     * @return whether further stores to the page may be done without telling
     */
    public boolean cpuWrites(long address, int sizeBytes, long value) {
        MemorySlot slot = slot(address, 1);
        markWritten(slot, address & -PAGE_SIZE);
        int observed = slot.flags(address) & (MemorySlot.OBSERVED | MemorySlot.READS_OBSERVED);
        if (observed == 0) {
            return true;
        }
        if ((observed & MemorySlot.OBSERVED) != 0 && storeListener != null) {
            storeListener.storing(address, sizeBytes, value);
        }
        return false;
    }

    /** Whether a store of a CPU to the page of an address changes nothing about the page, and nobody is told. */
    public boolean writtenFreely(MemorySlot slot, long address) {
        return slot.flags(address) == MemorySlot.WRITTEN;
    }

    /** Whether every load of a CPU from the page of an address must be told by {@link #cpuReads}. */
    public boolean readsObserved(MemorySlot slot, long address) {
        return (slot.flags(address) & MemorySlot.READS_OBSERVED) != 0;
    }

    /** A CPU is about to load something that is not an instruction, from a page whose reads are observed. */
    public void cpuReads(long address, int sizeBytes) {
        if (loadListener != null) {
            loadListener.loading(address, sizeBytes);
        }
    }

    /** Someone who is told of every load of a CPU from a page whose reads are {@linkplain #observeReads observed}. */
    @FunctionalInterface
    public interface LoadListener {
        /** A CPU is about to load; a load that crosses a page is told byte by byte. */
        void loading(long address, int sizeBytes);
    }

    /** Sets who is told of loads from pages whose reads are observed; {@code null} for nobody. */
    public void onLoad(LoadListener listener) {
        loadListener = listener;
    }

    /** Begins or ends to observe the reads of the page of an address: each single load of a CPU there is told. The guest sees no difference. */
    public void observeReads(long address, boolean observed) {
        setFlag(address, MemorySlot.READS_OBSERVED, observed);
        listeners.forEach(PageListener::readsObserved);
    }

    /** Someone who is told of every store of a CPU to an {@linkplain #observe observed} page, before it is done. */
    @FunctionalInterface
    public interface StoreListener {
        /** A CPU is about to store; a store that crosses a page is told byte by byte. */
        void storing(long address, int sizeBytes, long value);
    }

    /** Sets who is told of stores to observed pages; {@code null} for nobody. */
    public void onStore(StoreListener listener) {
        storeListener = listener;
    }

    /** Whether somebody is told of CPUs' single loads or stores. */
    public boolean observed() {
        return storeListener != null || loadListener != null;
    }

    /** Begins or ends to observe the page of an address: each single store of a CPU there is told. The guest sees no difference. */
    public void observe(long address, boolean observed) {
        setFlag(address, MemorySlot.OBSERVED, observed);
        listeners.forEach(PageListener::dirtyCleared);
    }

    private void setFlag(long address, int flag, boolean on) {
        MemorySlot slot = slot(address, 1);
        int flags = slot.flags(address);
        slot.setFlags(address, on ? flags | flag : flags & ~flag);
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

    /**
     * The pages of a slot written since the last {@link #clearDirty()}: bit n is the page at {@code address + n * 4096}. With vCPUs of KVM's, which keep a log from
     * the first {@link #clearDirty()} on, those before it that hold something else than zeros.
     */
    public BitSet dirtyPages(MemorySlot slot) {
        if (untoldWriter != null) {
            BitSet written = untoldWriter.written(slot);
            if (written == null) {
                slot.lookForWrites();
            } else {
                written.stream().forEach(page -> markWritten(slot, slot.address() + ((long) page << PAGE_SHIFT)));
            }
        }
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
            if (untoldWriter != null) {
                untoldWriter.forget(slot);
            }
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
        HostMemory.copy(source, target);
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
        long host = forWrite(address, sizeBytes);
        if (slot(address, sizeBytes).fresh()) {
            HostMemory.zeroPages(host, sizeBytes);
        } else {
            HostMemory.ALL.asSlice(host, sizeBytes).fill((byte) 0); // given back, it would show the snapshot's image again
        }
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

    /** What is in RAM now, as a value that never changes. It costs what was written since the last one or since {@link #restore}. */
    public RamSnapshot snapshot() {
        return snapshot(RamSnapshot.MOST_LOOSE_PAGES);
    }

    private RamSnapshot snapshot(int mostLoosePages) {
        requireOpen();
        slots.forEach(MemorySlot::lookForWrites);
        synced = synced.next(slots, mostLoosePages);
        clearChanged();
        return synced;
    }

    /**
     * Takes over a snapshot. Pages that are the same already are not touched; whoever derived something from others is told.
     *
     * @throws AddressException if it is of RAM with other slots; nothing is changed then
     */
    public void restore(RamSnapshot snapshot) {
        requireOpen();
        snapshot.writeOver(this, synced);
        synced = snapshot;
        clearChanged();
    }

    private void clearChanged() {
        boolean any = false;
        for (MemorySlot slot : slots) {
            any |= slot.changedCount() > 0;
            slot.clearChanged();
        }
        if (any) {
            listeners.forEach(PageListener::dirtyCleared);
        }
    }

    /** A whole page gets what a snapshot has; {@code null} for zeros. */
    void restorePage(MemorySlot slot, int page, MemorySegment source) {
        long offset = (long) page << PAGE_SHIFT;
        MemorySegment target = slot.segment().asSlice(offset, PAGE_SIZE);
        MemorySegment wanted = source == null ? RamSnapshot.ZERO_PAGE : source;
        if (MemorySegment.mismatch(target, 0, PAGE_SIZE, wanted, 0, PAGE_SIZE) >= 0) {
            markWritten(slot, slot.address() + offset);
            target.copyFrom(wanted);
        }
    }

    /**
     * An independent RAM with the same slots and the same contents; pages are shared until one of the two writes them. Listeners, watched pages and
     * dirty marks stay behind: in the new one nothing is dirty.
     */
    public GuestMemory fork() {
        var copy = new GuestMemory();
        copy.become(snapshot(RamSnapshot.MOST_LOOSE_PAGES_OF_A_FORK));
        return copy;
    }

    /**
     * Makes a RAM without slots into what a snapshot has: its pages are mapped, and read when they are touched.
     *
     * @throws IllegalStateException if there are slots already
     */
    public void become(RamSnapshot snapshot) {
        if (!slots.isEmpty()) {
            throw new IllegalStateException("there is RAM already: " + slots);
        }
        long[] sizes = new long[snapshot.slots().size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = snapshot.slots().get(i).sizeBytes();
        }
        expect(sizes);
        for (RamSnapshot.Slot saved : snapshot.slots()) {
            boolean fresh = saved.image() == null;
            var slot = place(new MemorySlot(saved.name(), saved.address(),
                    fresh ? zeroes(saved.sizeBytes()) : saved.image().map(arena, placeInWindow(saved.sizeBytes())), fresh));
            saved.fill(slot);
        }
        synced = snapshot;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the VM of this memory is closed, and its RAM was given back (building a VM of the same name closes the one before);"
                    + " take memory, devices and drivers of the new one");
        }
    }

    /** Gives all RAM back to the host. From then on there are no slots, and every access throws {@link IllegalStateException}. */
    @Override
    public void close() {
        closed = true;
        last = null;
        slots.clear(); // accesses go to host addresses, which the arena does not guard
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
