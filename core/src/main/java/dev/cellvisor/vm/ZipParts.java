package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What zip archives around saved snapshots have in them: snapshots, a state with its many bytes, and a document that has its digests. */
final class ZipParts {
    private ZipParts() {
    }

    static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    /** A snapshot as it is saved, which is compressed already. */
    static void put(ZipOutputStream zip, String name, Snapshot snapshot) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        SnapshotFile.write(snapshot, zip);
        zip.closeEntry();
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    }

    /** A state, and its many bytes beside it as {@code NAME.blobs}; the document gets the digests of both. */
    static void put(ZipOutputStream zip, String name, State state, ObjectNode document) throws IOException {
        var json = new StateJson();
        byte[] text = StateJson.bytes(json.write(state));
        byte[] blobs = json.blobs();
        document.put(name, Sha256.hex(text)).put("blobs", Sha256.hex(blobs));
        put(zip, name, text);
        put(zip, name + ".blobs", blobs);
    }

    /** @throws IOException if it is not there */
    static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, name))) {
            return in.readAllBytes();
        }
    }

    /**
     * A snapshot of the archive at {@code path}.
     *
     * @throws IOException if it is not there
     */
    static Snapshot snapshot(Path path, ZipFile zip, String name) throws IOException {
        ZipEntry entry = entry(zip, name);
        return SnapshotFile.load(path, () -> zip.getInputStream(entry));
    }

    /**
     * A state, if it is as the document says.
     *
     * @param damaged what is said of it if not
     * @throws IOException if it is not there
     */
    static State state(ZipFile zip, String name, JsonNode document, String damaged) throws IOException {
        byte[] text = bytes(zip, name);
        byte[] blobs = bytes(zip, name + ".blobs");
        if (!Sha256.hex(text).equals(document.path(name).asText()) || !Sha256.hex(blobs).equals(document.path("blobs").asText())) {
            throw new StateException(damaged);
        }
        return new StateJson(blobs).read(StateJson.parse(text));
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return entry;
    }
}
