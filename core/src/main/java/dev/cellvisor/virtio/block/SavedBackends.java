package dev.cellvisor.virtio.block;

import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Backends as plain data, and made of it again. Of a file there is its path, its size, its time and, if
 * that is another, the digest of its beginning and end: the image must be there. */
final class SavedBackends {
    private static final int EDGE_BYTES = 1 << 20;
    private static final Map<String, byte[]> DIGESTS = new ConcurrentHashMap<>();

    private SavedBackends() {
    }

    static State file(Path path, long sizeBytes, boolean readOnly) {
        if (!readOnly) {
            throw new UnsupportedOperationException(path + " is written to, so it is no part of a saved VM; put new OverlayBackend(FileBackend.openReadOnly(…)) in its place");
        }
        return State.of("file-disk", 1).put("path", path.toAbsolutePath().toString()).put("sizeBytes", sizeBytes).put("modified", modified(path)).put("edges", edges(path)).build();
    }

    static BlockBackend of(State saved) {
        return switch (saved.type()) {
            case "memory-disk" -> MemoryBackend.ofSize(0);
            case "overlay-disk" -> new OverlayBackend(of(saved.child("base")));
            case "cached-disk" -> new CachedBackend(of(saved.child("behind")), 0).capacityBytes(saved.number("capacityBytes"));
            case "wear-disk" -> new WearBackend(of(saved.child("behind")), Double.longBitsToDouble(saved.number("slc")), Double.longBitsToDouble(saved.number("mlc")));
            case "file-disk" -> open(Path.of(saved.text("path")), saved);
            default -> throw new StateException("'" + saved.type() + "' is no disk that is known here");
        };
    }

    private static FileBackend open(Path path, State saved) {
        if (!Files.isReadable(path)) {
            throw new StateException("the saved VM needs the disk image %s of %d bytes, which is not there".formatted(path, saved.number("sizeBytes")));
        }
        try {
            boolean untouched = modified(path).equals(saved.values().get("modified")); // then its bytes need not be read
            if (Files.size(path) != saved.number("sizeBytes") || !untouched && !MessageDigest.isEqual(edges(path), saved.bytes("edges"))) {
                throw new StateException("the disk image %s is not the one that the VM was saved with".formatted(path));
            }
            return FileBackend.openReadOnly(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the disk image " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] edges(Path path) {
        try {
            String key = path.toAbsolutePath() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
            byte[] known = DIGESTS.get(key);
            if (known != null) {
                return known;
            }
            MessageDigest digest = Sha256.digest();
            try (InputStream in = Files.newInputStream(path)) {
                digest.update(in.readNBytes(EDGE_BYTES));
                in.skipNBytes(Math.max(0, Files.size(path) - 2L * EDGE_BYTES));
                digest.update(in.readAllBytes());
            }
            byte[] result = digest.digest();
            DIGESTS.put(key, result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the disk image " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
