package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getInt;

import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of host code, mapped: little-endian.
 *
 * <pre>
 * 0     "cellvisor-blocks", version and number of pages (4 bytes each), the file's length (8), what the code follows from beside the pages (32), SHA-256 of all this and of the index's (32)
 * 96    index, 96 bytes a page: SHA-256 of its bytes (32), virtual address, with {@link #GUARDED} where it is guarded (8), place (8) and length (4) of its blocks, their number (4),
 *       their SHA-256 (32), 8 bytes of zero
 * then  for each page: for each block, by address, the number of its first instruction in the page and where it is from here on (4 bytes each); the blocks, see {@link KeptBlock}
 * </pre>
 *
 * <p>Loading looks at lengths and at the SHA-256 of the index; that of a page's blocks is compared before the first of them is used.
 */
final class TranslationFile {
    /** In a page's virtual address. */
    static final int GUARDED = 1;

    private static final byte[] MAGIC = "cellvisor-blocks".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEAD = 96;
    private static final int SEAL = 64;
    private static final int CONFIGURATION = 32;
    private static final int ENTRY = 96;
    private static final int DIGEST = 32;

    /** Which page: the SHA-256 of its bytes, and its virtual address with {@link #GUARDED}. */
    record Key(long a, long b, long c, long d, long page) {
        static Key of(byte[] digest, long page) {
            ByteBuffer bytes = ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN);
            return new Key(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(), page);
        }

        // Written out, since what a record makes of itself takes some milliseconds when it is first asked.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && a == key.a && b == key.b && c == key.c && d == key.d && page == key.page;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(a + page);
        }
    }

    /** A page's blocks. */
    static final class Page {
        final int blocks;
        private final MemorySegment bytes;
        private final byte[] digest;
        private boolean compared;
        /** Whether some of it was asked for: what is used stays longest. */
        boolean used;

        private Page(MemorySegment bytes, byte[] digest, int blocks) {
            this.bytes = bytes;
            this.digest = digest;
            this.blocks = blocks;
        }

        /** Makes sure that it is what was written. */
        void compare(HostSha256 sha256) {
            if (!compared) {
                if (!Arrays.equals(sha256.of(bytes), digest)) {
                    throw new StateException("the code of a page is not what was written");
                }
                compared = true;
            }
        }

        /** Host address of the block that starts with an instruction of the page; 0 if there is none. */
        long find(int instruction) {
            long at = bytes.address();
            int low = 0;
            int high = blocks - 1;
            while (low <= high) {
                int middle = low + high >>> 1;
                int found = getInt(at + middle * 8L);
                if (found == instruction) {
                    return at + getInt(at + middle * 8L + 4);
                }
                if (found < instruction) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return 0;
        }

        /** Its blocks by their first instructions. */
        private SortedMap<Integer, byte[]> all() {
            SortedMap<Integer, byte[]> all = new TreeMap<>();
            long at = bytes.address();
            for (int i = 0; i < blocks; i++) {
                int offset = getInt(at + i * 8L + 4);
                all.put(getInt(at + i * 8L), bytes.asSlice(offset, KeptBlock.bytes(at + offset)).toArray(ValueLayout.JAVA_BYTE));
            }
            return all;
        }
    }

    final Map<Key, Page> pages = new LinkedHashMap<>();

    private TranslationFile() {
    }

    /**
     * Maps a file, as long as an arena lives.
     *
     * @param configuration what its code must follow from beside the pages
     * @throws StateException if it is damaged, or follows from something else
     */
    static TranslationFile map(FileChannel channel, byte[] configuration, HostSha256 sha256, Arena arena) throws IOException {
        long size = channel.size();
        if (size < HEAD || size > Integer.MAX_VALUE) {
            throw new StateException("it is %d bytes long".formatted(size));
        }
        MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        ByteBuffer bytes = all.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        bytes.get(0, magic);
        int count = bytes.getInt(MAGIC.length + 4);
        if (!Arrays.equals(magic, MAGIC) || bytes.getInt(MAGIC.length) != VERSION) {
            throw new StateException("it is no such file, or another version's");
        }
        if (bytes.getLong(MAGIC.length + 8) != size || count < 0 || HEAD + (long) count * ENTRY > size) {
            throw new StateException("it is not as long as it was");
        }
        byte[] found = new byte[DIGEST];
        bytes.get(SEAL, found);
        if (!Arrays.equals(found, seal(all, count, sha256))) {
            throw new StateException("its index is not what was written");
        }
        bytes.get(CONFIGURATION, found);
        if (!Arrays.equals(found, configuration)) {
            throw new StateException("it was made by another program, for another CPU model, or on another host");
        }
        var file = new TranslationFile();
        for (int i = 0; i < count; i++) {
            int at = HEAD + i * ENTRY;
            byte[] digest = new byte[DIGEST];
            bytes.get(at, digest);
            byte[] sealed = new byte[DIGEST];
            bytes.get(at + 56, sealed);
            file.pages.put(Key.of(digest, bytes.getLong(at + 32)), new Page(all.asSlice(bytes.getLong(at + 40), bytes.getInt(at + 48)), sealed, bytes.getInt(at + 52)));
        }
        return file;
    }

    /** Of the file's beginning and the hash of its index. */
    private static byte[] seal(MemorySegment file, int count, HostSha256 sha256) {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment both = own.allocate(SEAL + DIGEST);
            MemorySegment.copy(file, 0, both, 0, SEAL);
            MemorySegment.copy(sha256.of(file.asSlice(HEAD, (long) count * ENTRY)), 0, both, ValueLayout.JAVA_BYTE, SEAL, DIGEST);
            return sha256.of(both);
        }
    }

    /** Which blocks are new, by page and first instruction, and what is there already; pages that come first are written as far as there is room. */
    static final class Content {
        private final Map<Key, SortedMap<Integer, byte[]>> changed = new LinkedHashMap<>();
        private final Map<Key, Page> same = new LinkedHashMap<>();
        private final HostSha256 sha256;

        Content(HostSha256 sha256) {
            this.sha256 = sha256;
        }

        /** A page with new blocks; those of an earlier file stay, unless they are damaged. */
        void add(Key key, Map<Integer, byte[]> blocks, Page before) {
            SortedMap<Integer, byte[]> all = new TreeMap<>();
            if (before != null) {
                try {
                    before.compare(sha256);
                    all = before.all();
                } catch (StateException e) {
                    // it goes
                }
            }
            all.putAll(blocks);
            changed.put(key, all);
        }

        /** A page as it is. */
        void add(Key key, Page page) {
            if (!changed.containsKey(key)) {
                same.putIfAbsent(key, page);
            }
        }

        private static MemorySegment bytes(SortedMap<Integer, byte[]> blocks, Arena arena) {
            int size = blocks.size() * 8;
            for (byte[] block : blocks.values()) {
                size += block.length;
            }
            MemorySegment bytes = arena.allocate(size, 8);
            ByteBuffer out = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            int at = blocks.size() * 8;
            for (Map.Entry<Integer, byte[]> block : blocks.entrySet()) {
                out.putInt(block.getKey()).putInt(at);
                at += block.getValue().length;
            }
            blocks.values().forEach(out::put);
            return bytes;
        }

        /** Writes a file of so many bytes at most. */
        void write(FileChannel channel, byte[] configuration, long limitBytes) throws IOException {
            List<ByteBuffer> entries = new ArrayList<>();
            List<ByteBuffer> sections = new ArrayList<>();
            long[] room = {limitBytes - HEAD};
            try (Arena arena = Arena.ofConfined()) {
                changed.forEach((key, blocks) -> {
                    MemorySegment bytes = bytes(blocks, arena);
                    put(entries, sections, key, blocks.size(), bytes.asByteBuffer(), sha256.of(bytes), room);
                });
                write(channel, configuration, entries, sections, room, arena);
            }
        }

        private void write(FileChannel channel, byte[] configuration, List<ByteBuffer> entries, List<ByteBuffer> sections, long[] room, Arena arena) throws IOException {
            same.forEach((key, page) -> put(entries, sections, key, page.blocks, page.bytes.asByteBuffer(), page.digest, room));
            long at = HEAD + (long) entries.size() * ENTRY;
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).putLong(40, at);
                at += sections.get(i).remaining();
            }
            MemorySegment start = arena.allocate(HEAD + (long) entries.size() * ENTRY);
            ByteBuffer head = start.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            head.put(MAGIC).putInt(VERSION).putInt(entries.size()).putLong(at).put(configuration).position(HEAD);
            entries.forEach(head::put);
            head.put(SEAL, seal(start, entries.size(), sha256)).flip();
            write(channel, head);
            for (ByteBuffer section : sections) {
                write(channel, section);
            }
        }

        private static void put(List<ByteBuffer> entries, List<ByteBuffer> sections, Key key, int blocks, ByteBuffer bytes, byte[] digest, long[] room) {
            if (room[0] < ENTRY + bytes.remaining()) {
                return;
            }
            room[0] -= ENTRY + bytes.remaining();
            sections.add(bytes);
            entries.add(ByteBuffer.allocate(ENTRY).order(ByteOrder.LITTLE_ENDIAN).putLong(key.a).putLong(key.b).putLong(key.c).putLong(key.d).putLong(key.page).putLong(0)
                    .putInt(bytes.remaining()).putInt(blocks).put(digest).putLong(0).flip());
        }

        private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** How many blocks a file has, of how many pages. */
    static String describe(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ); Arena arena = Arena.ofConfined(); HostSha256 sha256 = new HostSha256()) {
            byte[] configuration = new byte[DIGEST];
            channel.read(ByteBuffer.wrap(configuration), CONFIGURATION);
            TranslationFile file = map(channel, configuration, sha256, arena);
            return "%,d blocks of %,d pages".formatted(file.pages.values().stream().mapToInt(page -> page.blocks).sum(), file.pages.size());
        } catch (IOException | StateException e) {
            return "damaged: " + e.getMessage();
        }
    }
}
