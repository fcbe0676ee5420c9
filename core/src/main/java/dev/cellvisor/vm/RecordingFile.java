package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A recording in a file: a zip archive with {@code start}, which is a saved snapshot, {@code inputs} with its {@code inputs.blobs}, and {@code recording.json}. */
final class RecordingFile {
    private static final String FORMAT = "cellvisor-recording";
    private static final int VERSION = 1;

    private RecordingFile() {
    }

    static void save(Recording recording, Path path) {
        Path target = path.toAbsolutePath();
        Path start = target.resolveSibling(target.getFileName() + ".start.part");
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            recording.start().save(start);
            var json = new StateJson();
            byte[] inputs = StateJson.bytes(json.write(InputLogState.save(recording.inputs())));
            byte[] blobs = json.blobs();
            ObjectNode document = new ObjectMapper().createObjectNode().put("format", FORMAT).put("version", VERSION).put("instructions", recording.instructions())
                    .put("ticks", recording.ticks()).put("fingerprint", recording.fingerprint()).put("inputs", sha256(inputs)).put("blobs", sha256(blobs));
            try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
                zip.putNextEntry(new ZipEntry("start"));
                Files.copy(start, zip);
                put(zip, "inputs", inputs);
                put(zip, "inputs.blobs", blobs);
                put(zip, "recording.json", StateJson.bytes(document));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording could not be saved as %s: %s".formatted(path, e.getMessage()), e);
        } finally {
            delete(start);
            delete(part);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    static Recording load(Path path) {
        Path start = null;
        if (!Files.isRegularFile(path)) {
            throw new StateException("there is no recording " + path);
        }
        try (var zip = new ZipFile(path.toFile())) {
            JsonNode document = new ObjectMapper().readTree(bytes(zip, "recording.json"));
            if (!document.path("format").asText().equals(FORMAT) || document.path("version").asInt() != VERSION) {
                throw new StateException("%s is %s version %s; this program reads %s version %d".formatted(path, document.path("format"), document.path("version"), FORMAT, VERSION));
            }
            byte[] inputs = bytes(zip, "inputs");
            byte[] blobs = bytes(zip, "inputs.blobs");
            if (!sha256(inputs).equals(document.path("inputs").asText()) || !sha256(blobs).equals(document.path("blobs").asText())) {
                throw new StateException("the inputs in " + path + " are damaged");
            }
            start = Files.createTempFile("recording", ".cellvisor");
            try (InputStream in = zip.getInputStream(entry(zip, "start"))) {
                Files.copy(in, start, StandardCopyOption.REPLACE_EXISTING);
            }
            Snapshot snapshot = Snapshot.load(start);
            List<InputLog.Entry> log = InputLogState.of(new StateJson(blobs).read(new ObjectMapper().readTree(inputs)));
            return new Recording(snapshot, log, document.path("instructions").asLong(), document.path("ticks").asLong(), document.path("fingerprint").asText());
        } catch (IOException e) {
            throw new StateException("%s is no whole recording: %s".formatted(path, e.getMessage()));
        } finally {
            delete(start);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return entry;
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, name))) {
            return in.readAllBytes();
        }
    }

    private static void delete(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // a part that stays is in nobody's way
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
