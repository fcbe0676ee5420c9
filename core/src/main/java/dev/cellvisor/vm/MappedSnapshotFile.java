package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.boot.BootException;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.PagesInFile;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A snapshot in a file that is mapped, not read: what a RAM's page costs is paid when the guest touches it. All numbers are big-endian.
 *
 * <pre>
 * 0        "cellvisor-mapped", version (4 bytes), 4 bytes of zero, place and size of the manifest (8 bytes each), the file's length (8), the manifest's SHA-256
 * 65536    each slot of RAM in its whole size, a page at its own place; a page of zeros is a hole, and so is one that stands in an image file
 * behind   the sections: "state.json" and "blobs" as in {@link SnapshotFile}, "present0"… a bit for each page of a slot that is here; "kernel" and "initrd"
 *          if they came as bytes
 * last     the manifest: JSON with format, version, each section's place, size and SHA-256, the slots, the SHA-256 and the CRC-32C of all pages, and the path, size,
 *          time and SHA-256 of a kernel and an initramfs that are files, and of image files in which pages of RAM stand, with those pages (see {@link ImageLoans})
 * </pre>
 *
 * <p>Loading looks at lengths and at the SHA-256 of the manifest and of the sections, and at size and time of the files that are referred to. It does not read
 * RAM's pages: only {@link #readWhole} compares them with their CRC-32C, and {@link #verify} with their SHA-256. Where one was changed on the disk afterwards, the guest gets it as it is.
 */
final class MappedSnapshotFile {
    static final byte[] MAGIC = "cellvisor-mapped".getBytes(StandardCharsets.US_ASCII);
    private static final String FORMAT = "cellvisor-mapped-snapshot";
    /** Version 2: as above. In version 1 all pages are here. */
    private static final int VERSION = 2;
    private static final String PAGES_CRC32C = "pagesCrc32c";
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final String OTHER_PAGES = " is damaged: its pages of RAM are not what was written";
    private static final int HEAD = 80;
    /** A multiple of every host's page size. */
    private static final int RAM_AT = 65536;
    private static final int RUN_BYTES = 1 << 20;
    private static final int MOST_MANIFEST_BYTES = 1 << 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MappedSnapshotFile() {
    }

    // ---- writing

    static void save(Snapshot snapshot, Path path) {
        SnapshotFile.put(path, channel -> write(snapshot, channel));
    }

    private static void write(Snapshot snapshot, FileChannel channel) throws IOException {
        List<RamSnapshot.Place> places = snapshot.ram.places();
        ObjectNode manifest = NODES.objectNode().put("format", FORMAT).put("version", VERSION).put("instructions", snapshot.instructions())
                .put("ticks", snapshot.ticks());
        var slots = manifest.putArray("ram");
        long[] offsets = new long[places.size()];
        long end = RAM_AT;
        for (int i = 0; i < offsets.length; i++) {
            RamSnapshot.Place place = places.get(i);
            offsets[i] = end;
            slots.addObject().put("name", place.name()).put("address", place.address()).put("sizeBytes", place.sizeBytes()).put("offset", end);
            end += (place.sizeBytes() + RAM_AT - 1) / RAM_AT * RAM_AT;
        }
        List<ImageLoans.OfSlot> loans = ImageLoans.find(snapshot);
        ImageLoans.write(loans, manifest.putArray("images"));
        var pages = new PageWriter(channel, offsets, loans);
        pages.write(snapshot.ram);
        manifest.put("pages", pages.count).put("pagesHere", pages.present.stream().mapToInt(BitSet::cardinality).sum()).put("pagesSha256", Sha256.hex(pages.digest))
                .put(PAGES_CRC32C, snapshot.ram.crc32c());

        var sections = new Sections(channel, end, manifest.putObject("sections"));
        var json = new StateJson();
        ObjectNode document = SnapshotFile.document(snapshot, json);
        sections.put("state.json", StateJson.compactBytes(document));
        sections.put("blobs", json.blobs());
        for (int i = 0; i < offsets.length; i++) {
            sections.put("present" + i, pages.present.get(i).toByteArray());
        }
        if (snapshot.boot.layout() != null) {
            bootFile(manifest, sections, "kernel", snapshot.boot.kernelFile());
            bootFile(manifest, sections, "initrd", snapshot.boot.initrdFile());
        }
        byte[] last = StateJson.bytes(manifest);
        writeAt(channel, sections.end, ByteBuffer.wrap(last));
        var head = ByteBuffer.allocate(HEAD).put(MAGIC).putInt(VERSION).putInt(0).putLong(sections.end).putLong(last.length).putLong(sections.end + last.length)
                .put(Sha256.digest().digest(last));
        writeAt(channel, 0, head.flip());
    }

    /** One that came from a file is referred to; other bytes are copied. */
    private static void bootFile(ObjectNode manifest, Sections sections, String name, BootFile file) throws IOException {
        if (file.path() == null || file.bytes().byteSize() == 0) {
            sections.put(name, file.toBytes());
            return;
        }
        manifest.putObject(name).put("path", file.path().toString()).put("sizeBytes", file.bytes().byteSize()).put("modified", modified(file.path()))
                .put("sha256", hex(file.bytes()));
    }

    private static String modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toString();
    }

    private static void writeAt(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            offset += channel.write(bytes, offset);
        }
    }

    /** Writes pages to their places, neighbours at once. */
    private static final class PageWriter {
        final MessageDigest digest = Sha256.digest();
        final List<BitSet> present = new ArrayList<>();
        private final List<BitSet> elsewhere = new ArrayList<>();
        int count;
        private final FileChannel channel;
        private final long[] offsets;
        private final ByteBuffer run = ByteBuffer.allocateDirect(RUN_BYTES);
        private long runAt;

        PageWriter(FileChannel channel, long[] offsets, List<ImageLoans.OfSlot> loans) {
            this.channel = channel;
            this.offsets = offsets;
            for (int i = 0; i < offsets.length; i++) {
                present.add(new BitSet());
                elsewhere.add(new BitSet());
            }
            loans.forEach(of -> elsewhere.get(of.slot()).set(of.loan().page(), of.loan().page() + of.loan().count()));
        }

        void write(RamSnapshot ram) throws IOException {
            try {
                ram.forEachPage(this::put);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            flush();
        }

        private void put(int slot, int page, MemorySegment bytes) {
            feed(digest, slot, page, bytes);
            count++;
            if (elsewhere.get(slot).get(page)) {
                return;
            }
            long at = offsets[slot] + (long) page * PAGE;
            if (at != runAt + run.position() || !run.hasRemaining()) {
                try {
                    flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                runAt = at;
            }
            run.put(bytes.asByteBuffer());
            present.get(slot).set(page);
        }

        private void flush() throws IOException {
            writeAt(channel, runAt, run.flip());
            run.clear();
        }
    }

    private static void feed(MessageDigest digest, int slot, int page, MemorySegment bytes) {
        digest.update(ByteBuffer.allocate(8).putInt(slot).putInt(page).flip());
        digest.update(bytes.asByteBuffer());
    }

    /** Writes sections one behind the other, and notes them. */
    private static final class Sections {
        long end;
        private final FileChannel channel;
        private final ObjectNode notes;

        Sections(FileChannel channel, long start, ObjectNode notes) {
            this.channel = channel;
            this.end = start;
            this.notes = notes;
        }

        void put(String name, byte[] bytes) throws IOException {
            writeAt(channel, end, ByteBuffer.wrap(bytes));
            notes.putObject(name).put("offset", end).put("sizeBytes", bytes.length).put("sha256", Sha256.hex(bytes));
            end += bytes.length;
        }
    }

    // ---- reading

    static Snapshot read(Path path) throws IOException {
        return open(path).snapshot();
    }

    /** Also looks at each page, but with a weaker sum than {@link #verify}: against disks that lose bytes, not against people. */
    static Snapshot readWhole(Path path) throws IOException {
        Opened file = open(path);
        Snapshot snapshot = file.snapshot();
        if (snapshot.ram.crc32c() != file.manifest.path(PAGES_CRC32C).asInt()) {
            throw new StateException(path + OTHER_PAGES);
        }
        return snapshot;
    }

    /** What it takes of the disk but for holes; 0 if there is none. */
    static long sizeBytes(Path path) {
        try {
            Opened file = open(path);
            try (PagesInFile pages = file.file) {
                return (long) file.manifest.path(file.manifest.has("pagesHere") ? "pagesHere" : "pages").asInt() * PAGE + pages.channel().size() - file.manifest.path("sections").path("state.json").path("offset").asLong();
            }
        } catch (IOException | StateException e) {
            return 0;
        }
    }

    /** Also compares what {@link #read} leaves alone. */
    static void verify(Path path) {
        try {
            Opened file = open(path);
            Snapshot snapshot = file.snapshot();
            MessageDigest digest = Sha256.digest();
            int[] count = {0};
            snapshot.ram.forEachPage((slot, page, bytes) -> {
                feed(digest, slot, page, bytes);
                count[0]++;
            });
            if (count[0] != file.manifest.path("pages").asInt() || !Sha256.hex(digest).equals(file.manifest.path("pagesSha256").asText())) {
                throw new StateException(path + OTHER_PAGES);
            }
            for (String name : List.of("kernel", "initrd")) {
                if (file.manifest.has(name)) {
                    file.reference(name, true);
                }
            }
        } catch (NoSuchFileException e) {
            throw new StateException("there is no snapshot " + path);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot %s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Looks at all of it but the pages. */
    private static Opened open(Path path) throws IOException {
        PagesInFile file = PagesInFile.open(path);
        try {
            return open(path, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Opened open(Path path, PagesInFile file) throws IOException {
        FileChannel channel = file.channel();
        ByteBuffer head = readAt(path, channel, 0, HEAD);
        byte[] magic = new byte[MAGIC.length];
        head.get(magic);
        if (!java.util.Arrays.equals(magic, MAGIC)) {
            throw new StateException(path + " is no mapped snapshot");
        }
        int version = head.getInt();
        head.getInt();
        if (version < 1 || version > VERSION) {
            throw new StateException("%s is '%s' version %d; this program reads versions 1 to %d".formatted(path, FORMAT, version, VERSION));
        }
        long at = head.getLong();
        long size = head.getLong();
        long length = head.getLong();
        byte[] sha256 = new byte[32];
        head.get(sha256);
        if (channel.size() != length) {
            throw new StateException("%s is damaged: it has %d bytes, and %d were written".formatted(path, channel.size(), length));
        }
        if (at < RAM_AT || size < 0 || size > MOST_MANIFEST_BYTES || at + size != length) {
            throw new StateException("%s is damaged: a manifest of %d bytes at %d does not end a file of %d".formatted(path, size, at, length));
        }
        byte[] text = readAt(path, channel, at, (int) size).array();
        if (!MessageDigest.isEqual(Sha256.digest().digest(text), sha256)) {
            throw new StateException(path + " is damaged: its manifest is not what was written");
        }
        return new Opened(path, file, StateJson.parse(text));
    }

    private static ByteBuffer readAt(Path path, FileChannel channel, long offset, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, offset + bytes.position());
            if (count < 0) {
                throw new StateException("%s is damaged: it ends after %d bytes".formatted(path, channel.size()));
            }
        }
        return bytes.flip();
    }

    /** A file whose manifest is good. */
    private record Opened(Path path, PagesInFile file, JsonNode manifest) {

        Snapshot snapshot() throws IOException {
            var states = new SnapshotFile.States(StateJson.parse(section("state.json")), new StateJson(section("blobs")));
            var ram = new RamSnapshot.Builder();
            JsonNode slots = manifest.path("ram");
            List<ImageLoans.OfSlot> loans = ImageLoans.read(path, manifest.path("images"));
            for (int i = 0; i < slots.size(); i++) {
                JsonNode slot = slots.get(i);
                int number = i;
                ram.slot(new RamSnapshot.Place(slot.path("name").asText(), slot.path("address").asLong(), slot.path("sizeBytes").asLong()), file,
                        slot.path("offset").asLong(), BitSet.valueOf(section("present" + i)),
                        loans.stream().filter(of -> of.slot() == number).map(ImageLoans.OfSlot::loan).toList());
            }
            return SnapshotFile.snapshot(states, bootFile("kernel"), bootFile("initrd"), ram.build());
        }

        private byte[] section(String name) throws IOException {
            JsonNode section = manifest.path("sections").path(name);
            if (section.isMissingNode()) {
                throw new StateException("%s has no section '%s'".formatted(path, name));
            }
            byte[] bytes = readAt(path, file.channel(), section.path("offset").asLong(), section.path("sizeBytes").asInt()).array();
            if (!Sha256.hex(bytes).equals(section.path("sha256").asText())) {
                throw new StateException("%s is damaged: its section '%s' is not what was written".formatted(path, name));
            }
            return bytes;
        }

        private BootFile bootFile(String name) throws IOException {
            if (manifest.has(name)) {
                return reference(name, false);
            }
            return manifest.path("sections").has(name) ? BootFile.of(name, section(name)) : null;
        }

        /** A file that is referred to; its bytes are read if its time is another, or if {@code whole}. */
        BootFile reference(String name, boolean whole) throws IOException {
            JsonNode wanted = manifest.get(name);
            Path file = Path.of(wanted.path("path").asText());
            BootFile found;
            try {
                found = BootFile.map(name, file);
            } catch (BootException e) {
                throw new StateException("%s was saved with a %s that cannot be had: %s".formatted(path, name, e.getMessage()));
            }
            boolean same = found.bytes().byteSize() == wanted.path("sizeBytes").asLong();
            if (same && (whole || !modified(file).equals(wanted.path("modified").asText()))) {
                same = hex(found.bytes()).equals(wanted.path("sha256").asText());
            }
            if (!same) {
                throw new StateException("the file %s is not the %s that %s was saved with".formatted(file, name, path));
            }
            return found;
        }
    }

    private static String hex(MemorySegment bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes.asByteBuffer());
        return Sha256.hex(digest);
    }
}
