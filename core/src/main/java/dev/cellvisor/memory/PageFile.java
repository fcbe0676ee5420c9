package dev.cellvisor.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The pages of one slot in a file that the host keeps for us: in memory without a name on Linux (memfd_create(2)), in a temporary file
 * elsewhere, or in the file of a saved snapshot. It can be mapped by many RAMs at once, each of which gets a page of its own when it writes one. Pages that hold only zeros are not in
 * it. The host has it back when nobody refers to it any more.
 */
final class PageFile {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final int MOST_PAGES_AT_ONCE = 1 << 18;

    /** By one of the two it is mapped; a channel cannot say at which address. */
    private final FileChannel channel;
    private final Descriptor descriptor;
    /** Where in the file the first page is. */
    private final long offset;
    private final MemorySegment pages;
    private final BitSet present;
    /** Pages that stand in other files, by the number of the first one. */
    private final TreeMap<Integer, PageLoan> loans = new TreeMap<>();

    /**
     * A file without any page.
     *
     * @throws UncheckedIOException if the host has no room
     */
    PageFile(long sizeBytes) {
        try {
            descriptor = Memfd.open();
            FileChannel file = descriptor == null ? temporary() : descriptor.channel();
            offset = 0;
            present = new BitSet();
            file.write(java.nio.ByteBuffer.allocate(1), sizeBytes - 1); // the rest is a hole
            pages = file.map(FileChannel.MapMode.READ_WRITE, 0, sizeBytes, Arena.ofAuto());
            channel = descriptor == null ? file : null;
            if (descriptor != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the host cannot keep a snapshot's pages: " + e.getMessage(), e);
        }
    }

    /**
     * Pages that stand in a file already, which must not be changed in place any more.
     *
     * @param loans pages that are not in it, but in other files
     * @throws UncheckedIOException if the host cannot map it
     */
    PageFile(PagesInFile file, long offset, long sizeBytes, BitSet present, List<PageLoan> loans) {
        this.channel = file.channel();
        this.descriptor = file.descriptor();
        this.offset = offset;
        this.present = present;
        for (PageLoan loan : loans) {
            this.loans.put(loan.page(), loan);
            present.set(loan.page(), loan.page() + loan.count());
        }
        try {
            pages = channel.map(FileChannel.MapMode.READ_ONLY, offset, sizeBytes, Arena.ofAuto());
        } catch (IOException e) {
            throw new UncheckedIOException("the host cannot map a snapshot's pages: " + e.getMessage(), e);
        }
    }

    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("cellvisor", ".pages");
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** All pages of a slot as they are now. */
    static PageFile of(MemorySlot slot) {
        var file = new PageFile(slot.sizeBytes());
        for (int page = 0; page < slot.sizeBytes() / PAGE; page++) {
            if (slot.touched(page)) {
                file.put(page, slot.segment().asSlice((long) page * PAGE, PAGE));
            }
        }
        return file;
    }

    /** Puts a page; before the file is mapped only. One of zeros costs nothing. Several threads may put pages at a time. */
    void put(int page, MemorySegment bytes) {
        if (MemorySegment.mismatch(bytes, 0, PAGE, RamSnapshot.ZERO_PAGE, 0, PAGE) >= 0) {
            MemorySegment.copy(bytes, 0, pages, (long) page * PAGE, PAGE);
            synchronized (present) {
                present.set(page);
            }
        }
    }

    boolean has(int page) {
        return present.get(page);
    }

    BitSet present() {
        return present;
    }

    /** A page that it {@linkplain #has has}. */
    MemorySegment page(int page) {
        return pages(page, 1);
    }

    /** Some neighbours, none of which is a loan unless all are of the same. */
    private MemorySegment pages(int first, int count) {
        PageLoan loan = loanWith(first);
        return loan == null ? pages.asSlice((long) first * PAGE, (long) count * PAGE) : loan.image().bytes().asSlice(loan.offsetOf(first), (long) count * PAGE);
    }

    private PageLoan loanWith(int page) {
        Map.Entry<Integer, PageLoan> loan = loans.floorEntry(page);
        return loan != null && page < loan.getKey() + loan.getValue().count() ? loan.getValue() : null;
    }

    /** Shows all pages that it has, in order, neighbours at once. */
    void forEachRun(Consumer<MemorySegment> visitor) {
        for (int first = present.nextSetBit(0); first >= 0; ) {
            PageLoan loan = loanWith(first);
            Integer nextLoan = loans.higherKey(first);
            int end = Math.min(present.nextClearBit(first), first + MOST_PAGES_AT_ONCE);
            end = Math.min(end, loan != null ? loan.page() + loan.count() : nextLoan != null ? nextLoan : end);
            visitor.accept(pages(first, end - first));
            first = present.nextSetBit(end);
        }
    }

    /**
     * All of it as memory of one's own: what is not written costs nothing.
     *
     * @param place the host address where it shall be, which is reserved; 0 for anywhere
     */
    MemorySegment map(Arena arena, long place) {
        try {
            MemorySegment own = place == 0 ? anywhere(arena) : HostMemory.at(place, pages.byteSize(), arena);
            if (place != 0 && (descriptor == null || !descriptor.mapOver(offset, own))) {
                copyOver(own);
                return own;
            }
            for (PageLoan loan : loans.values()) {
                loan.image().putOver(loan.offset(), own.asSlice((long) loan.page() * PAGE, (long) loan.count() * PAGE));
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("the host cannot map a snapshot's pages: " + e.getMessage(), e);
        }
    }

    private MemorySegment anywhere(Arena arena) throws IOException {
        if (channel != null) {
            return channel.map(FileChannel.MapMode.PRIVATE, offset, pages.byteSize(), arena);
        }
        try (FileChannel file = descriptor.channel()) {
            return file.map(FileChannel.MapMode.PRIVATE, offset, pages.byteSize(), arena);
        }
    }

    /** Where the host cannot map it there. */
    private void copyOver(MemorySegment target) {
        if (!HostMemory.zeroesOver(target)) {
            throw new OutOfMemoryError("the host refused to map " + target.byteSize() + " bytes of guest memory");
        }
        for (int page = present.nextSetBit(0); page >= 0; page = present.nextSetBit(page + 1)) {
            target.asSlice((long) page * PAGE, PAGE).copyFrom(page(page));
        }
    }

    /** memfd_create(2). */
    private static final class Memfd {
        private static final int MFD_CLOEXEC = 1;
        private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
        private static final Linker LINKER = Linker.nativeLinker();
        private static final MethodHandle CREATE = LINKER.defaultLookup().find("memfd_create").map(symbol -> LINKER.downcallHandle(symbol,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))).orElse(null);

        /** {@code null} if the host has no such files. */
        static Descriptor open() {
            if (!LINUX || CREATE == null) {
                return null;
            }
            try (Arena arena = Arena.ofConfined()) {
                int number = (int) CREATE.invokeExact(arena.allocateFrom("cellvisor-pages"), MFD_CLOEXEC);
                return number < 0 ? null : Descriptor.of(number);
            } catch (Throwable e) {
                throw new IllegalStateException("memfd_create could not be called", e);
            }
        }
    }
}
