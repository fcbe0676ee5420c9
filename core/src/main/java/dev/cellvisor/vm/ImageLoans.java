package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.ImageFile;
import dev.cellvisor.memory.PageLoan;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.VirtioDevice;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pages of a snapshot's RAM that stand in its kernel, its initramfs or its disk images, one behind the other: whoever keeps the snapshot need not keep them. They are known by
 * the file and the place in it, and by the SHA-256 of all that is taken from one file.
 */
final class ImageLoans {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    /** Each run of pages is a mapping of its own in every fork, of which a host has 65,530 for a process: so short runs are kept, and of the others there are not more than this. */
    private static final int SHORTEST_RUN = 4;
    private static final int MOST_RUNS = 256;
    /** Of a larger disk the rest is not looked at: it would take seconds. */
    private static final long MOST_BYTES_OF_ONE = 1L << 30;

    private ImageLoans() {
    }

    /** A loan of a slot. */
    record OfSlot(int slot, PageLoan loan) {
    }

    // ---- finding them

    /** The loans of a snapshot, by slot and page. */
    static List<OfSlot> find(Snapshot snapshot) throws IOException {
        List<ImageFile> images = new ArrayList<>();
        for (Path path : files(snapshot)) {
            images.add(ImageFile.open(path));
        }
        if (images.isEmpty()) {
            return List.of();
        }
        Map<Long, Place> places = places(images, hashes(snapshot.ram));
        var runs = new Runs(places);
        snapshot.ram.forEachPage(runs::page);
        runs.end();
        List<OfSlot> found = runs.found;
        found.sort(Comparator.comparingInt((OfSlot of) -> of.loan.count()).reversed());
        List<OfSlot> loans = new ArrayList<>(found.subList(0, Math.min(MOST_RUNS, found.size())));
        loans.sort(Comparator.comparingInt(OfSlot::slot).thenComparingInt(of -> of.loan.page()));
        return loans;
    }

    /** The files that the snapshot cannot do without anyway. */
    private static Set<Path> files(Snapshot snapshot) {
        Set<Path> files = new LinkedHashSet<>();
        if (snapshot.boot.layout() != null) {
            for (BootFile file : List.of(snapshot.boot.kernelFile(), snapshot.boot.initrdFile())) {
                if (file.path() != null && file.bytes().byteSize() > 0) {
                    files.add(file.path());
                }
            }
        }
        for (VirtioDevice device : snapshot.devices) {
            if (device != null) {
                disks(device.allOptions(), files);
            }
        }
        return files;
    }

    private static void disks(State options, Set<Path> files) {
        if (options.type().equals("file-disk")) {
            files.add(Path.of(options.text("path")));
        }
        for (Object value : options.values().values()) {
            if (value instanceof State inner) {
                disks(inner, files);
            }
        }
    }

    private static Set<Long> hashes(RamSnapshot ram) {
        Set<Long> hashes = new HashSet<>();
        ram.forEachPage((slot, page, bytes) -> hashes.add(hash(bytes, 0)));
        return hashes;
    }

    /** For a quick look only: pages are compared before they count as equal. */
    private static long hash(MemorySegment bytes, long offset) {
        long hash = 0;
        for (int i = 0; i < PAGE; i += 8) {
            hash = (hash ^ bytes.get(HostMemory.LONG, offset + i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private record Place(ImageFile image, long offset) {
    }

    /** Where pages with these hashes stand first. */
    private static Map<Long, Place> places(List<ImageFile> images, Set<Long> wanted) {
        Map<Long, Place> places = new HashMap<>();
        for (ImageFile image : images) {
            long size = image.bytes().byteSize() / PAGE * PAGE;
            long looked = 0;
            for (long from = image.nextData(0) / PAGE * PAGE; from < size && looked < MOST_BYTES_OF_ONE; from = image.nextData(from) / PAGE * PAGE) {
                long to = Math.min(size, Math.ceilDiv(image.nextHole(from), PAGE) * PAGE);
                looked += to - from;
                for (; from < to; from += PAGE) {
                    long hash = hash(image.bytes(), from);
                    if (wanted.contains(hash)) {
                        places.putIfAbsent(hash, new Place(image, from));
                    }
                }
            }
        }
        return places;
    }

    /** Puts neighbours together. */
    private static final class Runs {
        final List<OfSlot> found = new ArrayList<>();
        private final Map<Long, Place> places;
        private Place start;
        private int slot;
        private int first;
        private int count;

        Runs(Map<Long, Place> places) {
            this.places = places;
        }

        void page(int ofSlot, int page, MemorySegment bytes) {
            if (count > 0 && ofSlot == slot && page == first + count && equal(start.image, start.offset + (long) count * PAGE, bytes)) {
                count++;
                return;
            }
            end();
            Place place = places.get(hash(bytes, 0));
            if (place != null && equal(place.image, place.offset, bytes)) {
                start = place;
                slot = ofSlot;
                first = page;
                count = 1;
            }
        }

        void end() {
            if (count >= SHORTEST_RUN) {
                found.add(new OfSlot(slot, new PageLoan(first, count, start.image, start.offset)));
            }
            count = 0;
        }

        private static boolean equal(ImageFile image, long offset, MemorySegment bytes) {
            return offset + PAGE <= image.bytes().byteSize() && MemorySegment.mismatch(image.bytes(), offset, offset + PAGE, bytes, 0, PAGE) < 0;
        }
    }

    // ---- as data

    /** One object for each file: path, size, time, the SHA-256 of what is taken from it, and slot, page, count and page in the file of each loan. */
    static void write(List<OfSlot> loans, ArrayNode images) throws IOException {
        for (ImageFile image : loans.stream().map(of -> of.loan.image()).distinct().toList()) {
            List<OfSlot> ofImage = loans.stream().filter(of -> of.loan.image() == image).toList();
            ObjectNode node = images.addObject().put("path", image.path().toAbsolutePath().toString()).put("sizeBytes", image.bytes().byteSize())
                    .put("modified", modified(image.path())).put("sha256", digest(ofImage));
            ArrayNode list = node.putArray("loans");
            for (OfSlot of : ofImage) {
                list.addArray().add(of.slot).add(of.loan.page()).add(of.loan.count()).add(of.loan.offset() / PAGE);
            }
        }
    }

    private static String modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toString();
    }

    private static String digest(List<OfSlot> loans) {
        MessageDigest digest = Sha256.digest();
        for (OfSlot of : loans) {
            digest.update(of.loan.image().bytes().asSlice(of.loan.offset(), (long) of.loan.count() * PAGE).asByteBuffer());
        }
        return Sha256.hex(digest);
    }

    /**
     * The loans of a file of {@code saved}. What is taken is read if the image's time is another than it was.
     *
     * @throws StateException if an image is gone, or is another
     */
    static List<OfSlot> read(Path saved, JsonNode images) {
        List<OfSlot> all = new ArrayList<>();
        for (JsonNode node : images) {
            Path path = Path.of(node.path("path").asText());
            try {
                ImageFile image = ImageFile.open(path);
                List<OfSlot> loans = new ArrayList<>();
                for (JsonNode loan : node.path("loans")) {
                    loans.add(new OfSlot(loan.path(0).asInt(), new PageLoan(loan.path(1).asInt(), loan.path(2).asInt(), image, loan.path(3).asLong() * PAGE)));
                }
                boolean same = image.bytes().byteSize() == node.path("sizeBytes").asLong() && (modified(path).equals(node.path("modified").asText())
                        || digest(loans).equals(node.path("sha256").asText()));
                if (!same) {
                    throw new StateException("%s has pages of RAM in %s, which is another file now".formatted(saved, path));
                }
                all.addAll(loans);
            } catch (IOException e) {
                throw new StateException("%s has pages of RAM in %s, which cannot be read: %s".formatted(saved, path, e.getMessage()));
            }
        }
        return all;
    }
}
