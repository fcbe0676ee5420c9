package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import dev.cellvisor.state.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A recording in a file: a zip archive with {@code start}, which is a saved snapshot, {@code inputs} with its {@code inputs.blobs}, and {@code recording.json}. */
final class RecordingFile {
    private static final String FORMAT = "cellvisor-recording";
    private static final int VERSION = 1;

    private RecordingFile() {
    }

    static void save(Recording recording, Path path) {
        try {
            WholeFile.put(path, channel -> write(recording, new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("the recording could not be saved as %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static void write(Recording recording, OutputStream out) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", VERSION).put("instructions", recording.instructions())
                .put("ticks", recording.ticks()).put("fingerprint", recording.fingerprint());
        var zip = new ZipOutputStream(out);
        ZipParts.put(zip, "start", recording.start());
        ZipParts.put(zip, "inputs", InputLogState.save(recording.inputs()), document);
        ZipParts.put(zip, "recording.json", StateJson.bytes(document));
        zip.finish();
        out.flush();
    }

    static Recording load(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new StateException("there is no recording " + path);
        }
        try (var zip = new ZipFile(path.toFile())) {
            JsonNode document = StateJson.parse(ZipParts.bytes(zip, "recording.json"));
            if (!document.path("format").asText().equals(FORMAT) || document.path("version").asInt() != VERSION) {
                throw new StateException("%s is %s version %s; this program reads %s version %d".formatted(path, document.path("format"), document.path("version"), FORMAT, VERSION));
            }
            State inputs = ZipParts.state(zip, "inputs", document, "the inputs in " + path + " are damaged");
            Snapshot snapshot = ZipParts.snapshot(path, zip, "start");
            List<InputLog.Entry> log = InputLogState.of(inputs);
            return new Recording(snapshot, log, document.path("instructions").asLong(), document.path("ticks").asLong(), document.path("fingerprint").asText());
        } catch (IOException e) {
            throw new StateException("%s is no whole recording: %s".formatted(path, e.getMessage()));
        }
    }
}
