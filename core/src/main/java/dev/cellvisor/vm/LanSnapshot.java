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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * All VMs of a LAN at one moment, and what is on the wires between them: a value that never changes. {@link Lan#snapshot} makes one, {@link Lan#restore} goes back to it,
 * {@link #fork} makes another LAN of it.
 */
public final class LanSnapshot {
    private static final String FORMAT = "cellvisor-lan";
    private static final int VERSION = 1;

    /** The common time, the rounds, the switches, and which device is on which of their ports. */
    final State state;
    final List<Snapshot> vms;

    LanSnapshot(State state, List<Snapshot> vms) {
        this.state = state;
        this.vms = List.copyOf(vms);
    }

    /** Its VMs, in the order in which they joined. */
    public List<Snapshot> vms() {
        return vms;
    }

    /**
     * Another LAN, with forks of all VMs: {@code lan.fork().vms()}. They do what these would do; neither sees anything of the other.
     *
     * @throws UnsupportedOperationException if a device cannot be forked, saying which and why
     */
    public Lan fork() {
        return Lan.of(this, vms.stream().map(vm -> MachineParts.forkName(vm.shape.name)).toList());
    }

    /**
     * Saves it to a file, all VMs together.
     *
     * @throws UnsupportedOperationException if something in it cannot be saved, saying what
     */
    public LanSnapshot save(Path path) {
        try {
            WholeFile.put(path, channel -> write(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("the LAN could not be saved as %s: %s".formatted(path, e.getMessage()), e);
        }
        return this;
    }

    private void write(OutputStream out) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", VERSION).put("vms", vms.size());
        var zip = new ZipOutputStream(out);
        for (int i = 0; i < vms.size(); i++) {
            ZipParts.put(zip, "vm" + i, vms.get(i));
        }
        ZipParts.put(zip, "lan", state, document);
        ZipParts.put(zip, "lan.json", StateJson.bytes(document));
        zip.finish();
        out.flush();
    }

    /**
     * A LAN from a file, its VMs under their old names. Read-only disk images must be where they were.
     *
     * @throws StateException if it is none, is damaged, or of another version, saying which; nothing was made then
     */
    static Lan load(Path path) {
        LanSnapshot saved = read(path);
        return Lan.of(saved, saved.vms.stream().map(vm -> vm.shape.name).toList());
    }

    private static LanSnapshot read(Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            JsonNode document = StateJson.parse(ZipParts.bytes(zip, "lan.json"));
            if (!document.path("format").asText().equals(FORMAT) || document.path("version").asInt() != VERSION) {
                throw new StateException("%s is '%s' of version %s; here it takes '%s' of version %d".formatted(path, document.path("format").asText(),
                        document.path("version"), FORMAT, VERSION));
            }
            State lan = ZipParts.state(zip, "lan", document, "%s is damaged: what is on its wires is not what was written".formatted(path));
            List<Snapshot> vms = new ArrayList<>();
            for (int i = 0; i < document.path("vms").asInt(); i++) {
                vms.add(ZipParts.snapshot(path, zip, "vm" + i));
            }
            return new LanSnapshot(lan, vms);
        } catch (IOException e) {
            throw new StateException("%s is no whole LAN: %s".formatted(path, e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "snapshot of LAN '%s': %s".formatted(state.text("name"), vms);
    }
}
