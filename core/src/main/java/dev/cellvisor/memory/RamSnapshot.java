package dev.cellvisor.memory;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What was in a RAM at one moment: a value that never changes. Snapshots of one run share all pages that did not change between them.
 *
 * <p>A slot's pages stand in an image that can be mapped copy-on-write, and over it, loose, those that were changed later. When too many are loose, all
 * go into a new image.
 */
public final class RamSnapshot {
    /** No RAM at all. */
    static final RamSnapshot EMPTY = new RamSnapshot(List.of());
    static final MemorySegment ZERO_PAGE = MemorySegment.ofArray(new byte[GuestMemory.PAGE_SIZE]).asReadOnly();
    /** 32 MiB, or half of the image if that is more: so making images never costs more than some times of what was written. */
    static final int MOST_LOOSE_PAGES = 8192;
    /** A fork copies loose pages, at about 1 ms for 1000. */
    static final int MOST_LOOSE_PAGES_OF_A_FORK = 1024;

    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final int LEAF = 512;
    private static final byte[] ZEROS = {};

    private final List<Slot> slots;

    private RamSnapshot(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /**
     * One slot.
     *
     * @param image its pages, or {@code null} for zeros
     * @param leaves pages that differ from the image, by number, 512 in each; {@code null} where there are none, an empty array for zeros
     * @param loose how many pages that are
     */
    record Slot(String name, long address, long sizeBytes, PageFile image, byte[][][] leaves, int loose) {

        private static int leafCount(long sizeBytes) {
            return Math.toIntExact(Math.ceilDiv(sizeBytes / PAGE, LEAF));
        }

        private static Slot empty(MemorySlot slot) {
            return new Slot(slot.name(), slot.address(), slot.sizeBytes(), null, new byte[leafCount(slot.sizeBytes())][][], 0);
        }

        private Slot next(MemorySlot now, int mostLoosePages) {
            int count = now.changedCount();
            if (count == 0) {
                return this;
            }
            if (loose + count > mostLoosePages) {
                return new Slot(name, address, sizeBytes, PageFile.of(now), new byte[leaves.length][][], 0);
            }
            byte[][][] newLeaves = leaves.clone();
            int newLoose = loose;
            for (int i = 0; i < count; i++) {
                int page = now.changed(i);
                byte[][] old = leaves[page / LEAF];
                byte[][] leaf = newLeaves[page / LEAF];
                if (leaf == old) {
                    leaf = old == null ? new byte[LEAF][] : old.clone();
                    newLeaves[page / LEAF] = leaf;
                }
                newLoose += leaf[page % LEAF] == null ? 1 : 0;
                MemorySegment bytes = now.segment().asSlice((long) page * PAGE, PAGE);
                leaf[page % LEAF] = bytes.mismatch(ZERO_PAGE) < 0 ? ZEROS : bytes.toArray(HostMemory.BYTE);
            }
            return new Slot(name, address, sizeBytes, image, newLeaves, newLoose);
        }

        private byte[] loosePage(int page) {
            byte[][] leaf = leaves[page / LEAF];
            return leaf == null ? null : leaf[page % LEAF];
        }

        /** A page's bytes; {@code null} for zeros. */
        private MemorySegment page(int page) {
            byte[] bytes = loosePage(page);
            if (bytes != null) {
                return bytes == ZEROS ? null : MemorySegment.ofArray(bytes);
            }
            return image != null && image.has(page) ? image.page(page) : null;
        }

        private BitSet pagesWithBytes() {
            var pages = image == null ? new BitSet() : (BitSet) image.present().clone();
            pages.or(loosePages());
            return pages;
        }

        private BitSet loosePages() {
            var pages = new BitSet();
            for (int i = 0; i < leaves.length; i++) {
                for (int j = 0; leaves[i] != null && j < LEAF; j++) {
                    if (leaves[i][j] != null) {
                        pages.set(i * LEAF + j);
                    }
                }
            }
            return pages;
        }

        /** The pages in which the two may differ. */
        private BitSet differences(Slot other) {
            var pages = new BitSet();
            if (image != other.image) {
                pages = pagesWithBytes();
                pages.or(other.pagesWithBytes());
                return pages;
            }
            for (int i = 0; i < leaves.length; i++) {
                byte[][] mine = leaves[i];
                byte[][] theirs = other.leaves[i];
                for (int j = 0; mine != theirs && j < LEAF; j++) {
                    if ((mine == null ? null : mine[j]) != (theirs == null ? null : theirs[j])) {
                        pages.set(i * LEAF + j);
                    }
                }
            }
            return pages;
        }

        /** A page that was written gets a new array, unless it is zeros; a new image says nothing. */
        private boolean mayHaveChanged(Slot later, int page) {
            if (image != later.image) {
                return true;
            }
            boolean sameLeaf = leaves[page / LEAF] == later.leaves[page / LEAF];
            return !sameLeaf && (loosePage(page) != later.loosePage(page) || loosePage(page) == ZEROS);
        }

        private boolean fits(MemorySlot slot) {
            return slot.address() == address && slot.sizeBytes() == sizeBytes;
        }

        /** Copies the loose pages into a slot that is this one's image, or zero. */
        void fill(MemorySlot slot) {
            for (int page = 0; image != null && page >= 0; page = image.present().nextSetBit(page + 1)) {
                if (image.has(page)) {
                    slot.pageFlags()[page] |= MemorySlot.TOUCHED;
                }
            }
            BitSet loosePages = loosePages();
            for (int page = loosePages.nextSetBit(0); page >= 0; page = loosePages.nextSetBit(page + 1)) {
                MemorySegment bytes = page(page);
                slot.pageFlags()[page] |= MemorySlot.TOUCHED;
                slot.segment().asSlice((long) page * PAGE, PAGE).copyFrom(bytes == null ? ZERO_PAGE : bytes);
            }
        }
    }

    /** What the RAM is now that had this in it, but for the changed pages. */
    RamSnapshot next(List<MemorySlot> now, int mostLoosePages) {
        List<Slot> next = new ArrayList<>();
        for (MemorySlot slot : now) {
            Slot before = slots.stream().filter(old -> old.fits(slot)).findFirst().orElseGet(() -> Slot.empty(slot));
            int most = before.image == null ? mostLoosePages : Math.max(mostLoosePages, mostLoosePages == MOST_LOOSE_PAGES
                    ? before.image.present().cardinality() / 2 : 0);
            next.add(before.next(slot, most));
        }
        return next.equals(slots) ? this : new RamSnapshot(next);
    }

    /** Makes a RAM what is here; {@code synced} is what it is but for the pages that are marked as changed. */
    void writeOver(GuestMemory memory, RamSnapshot synced) {
        List<MemorySlot> now = memory.slots();
        if (now.size() != slots.size() || !java.util.stream.IntStream.range(0, now.size()).allMatch(i -> slots.get(i).fits(now.get(i)))) {
            throw new AddressException("a snapshot of RAM %s cannot be restored into RAM %s".formatted(slots, now));
        }
        for (int i = 0; i < now.size(); i++) {
            MemorySlot slot = now.get(i);
            Slot wanted = slots.get(i);
            Slot before = synced.slots.stream().filter(old -> old.fits(slot)).findFirst().orElseGet(() -> Slot.empty(slot));
            BitSet pages = before == wanted ? new BitSet() : wanted.differences(before);
            for (int n = 0; n < slot.changedCount(); n++) {
                pages.set(slot.changed(n));
            }
            for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
                memory.restorePage(slot, page, wanted.page(page));
            }
        }
    }

    List<Slot> slots() {
        return slots;
    }

    /** Someone who is shown pages. */
    @FunctionalInterface
    public interface PageVisitor {
        /** A page: its slot's number, its own from 0, and its 4096 bytes. */
        void page(int slot, int page, MemorySegment bytes);
    }

    /** Shows all pages that do not hold only zeros, in order. */
    public void forEachPage(PageVisitor visitor) {
        for (int i = 0; i < slots.size(); i++) {
            forEachPage(i, visitor);
        }
    }

    private void forEachPage(int number, PageVisitor visitor) {
        Slot slot = slots.get(number);
        BitSet pages = slot.pagesWithBytes();
        for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
            MemorySegment bytes = slot.page(page);
            if (bytes != null) {
                visitor.page(number, page, bytes);
            }
        }
    }

    /** The CRC-32C of the bytes of all pages that {@link #forEachPage} shows. The host has an instruction for it: 100 MiB take some hundredths of a second. */
    public int crc32c() {
        var crc = new CRC32C();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.loose == 0 && slot.image != null) {
                slot.image.forEachRun(run -> crc.update(run.asByteBuffer()));
            } else {
                forEachPage(i, (of, page, bytes) -> crc.update(bytes.asByteBuffer()));
            }
        }
        return (int) crc.getValue();
    }

    /** The slots' names, addresses and sizes, in the order of their numbers. */
    public List<Place> places() {
        return slots.stream().map(slot -> new Place(slot.name, slot.address, slot.sizeBytes)).toList();
    }

    /** Where a slot is. */
    public record Place(String name, long address, long sizeBytes) {
    }

    /** The guest-physical addresses of the pages in which two snapshots of the same slots differ, in order. */
    public long[] differingPages(RamSnapshot other) {
        var addresses = java.util.stream.LongStream.builder();
        for (int i = 0; i < slots.size(); i++) {
            Slot mine = slots.get(i);
            Slot theirs = other.slots.get(i);
            BitSet pages = mine.differences(theirs);
            for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
                MemorySegment a = mine.page(page);
                MemorySegment b = theirs.page(page);
                if ((a == null ? ZERO_PAGE : a).mismatch(b == null ? ZERO_PAGE : b) >= 0) {
                    addresses.add(mine.address + (long) page * PAGE);
                }
            }
        }
        return addresses.build().toArray();
    }

    /**
     * Whether somebody may have written to some bytes between this snapshot of a run and a later one; {@code false} only if nobody has, not even what was there already.
     * Costs nothing but a look at the page tables.
     */
    public boolean mayHaveChanged(RamSnapshot later, long address, long sizeBytes) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            long from = Math.max(address, slot.address);
            long to = Math.min(address + sizeBytes, slot.address + slot.sizeBytes);
            for (long at = from & -PAGE; at < to; at += PAGE) {
                if (slot.mayHaveChanged(later.slots.get(i), (int) ((at - slot.address) / PAGE))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A page's 4096 bytes, by the guest-physical address of its start. */
    public byte[] page(long address) {
        for (Slot slot : slots) {
            if (address >= slot.address && address < slot.address + slot.sizeBytes) {
                MemorySegment bytes = slot.page((int) ((address - slot.address) / PAGE));
                return bytes == null ? new byte[PAGE] : bytes.toArray(HostMemory.BYTE);
            }
        }
        throw new AddressException("0x%x is not in the snapshot's RAM %s".formatted(address, slots));
    }

    /** How many bytes some snapshots take together: what they share counts once. */
    public static long sizeBytes(List<RamSnapshot> snapshots) {
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        long bytes = 0;
        for (RamSnapshot snapshot : snapshots) {
            for (Slot slot : snapshot.slots) {
                if (slot.image != null && counted.add(slot.image)) {
                    bytes += (long) slot.image.present().cardinality() * PAGE;
                }
                for (byte[][] leaf : slot.leaves) {
                    for (int i = 0; leaf != null && counted.add(leaf) && i < LEAF; i++) {
                        bytes += leaf[i] != null && leaf[i] != ZEROS && counted.add(leaf[i]) ? PAGE : 0;
                    }
                }
            }
        }
        return bytes;
    }

    /** How many bytes of pages it has that do not stand in an image which other snapshots share. */
    public long looseBytes() {
        return slots.stream().mapToLong(slot -> (long) slot.loose * PAGE).sum();
    }

    /** Collects the pages of a snapshot that comes from elsewhere. */
    public static final class Builder {
        private final List<Slot> slots = new ArrayList<>();

        /** Adds a slot, of zeros. */
        public Builder slot(String name, long address, long sizeBytes) {
            slots.add(new Slot(name, address, sizeBytes, new PageFile(sizeBytes), new byte[Slot.leafCount(sizeBytes)][][], 0));
            return this;
        }

        /**
         * Adds a slot whose pages stand in a file, one behind the other: they are read when they are touched, and the file is never written to.
         *
         * @param offset of the first page in the file, a multiple of 4096
         * @param present the pages that do not hold only zeros
         * @param loans pages that are not in this file, but in others
         */
        public Builder slot(Place place, PagesInFile file, long offset, BitSet present, List<PageLoan> loans) {
            slots.add(new Slot(place.name, place.address, place.sizeBytes, new PageFile(file, offset, place.sizeBytes, present, loans),
                    new byte[Slot.leafCount(place.sizeBytes)][][], 0));
            return this;
        }

        /** Puts a page of 4096 bytes; see {@link PageVisitor#page}. */
        public Builder page(int slot, int page, MemorySegment bytes) {
            slots.get(slot).image.put(page, bytes);
            return this;
        }

        /** The snapshot. */
        public RamSnapshot build() {
            return new RamSnapshot(slots);
        }
    }

    @Override
    public String toString() {
        long pages = slots.stream().mapToLong(slot -> slot.pagesWithBytes().cardinality()).sum();
        return "RAM of %d MiB, %d KiB of it used".formatted(slots.stream().mapToLong(Slot::sizeBytes).sum() >> 20, pages * PAGE >> 10);
    }
}
