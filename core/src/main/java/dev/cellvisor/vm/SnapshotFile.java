package dev.cellvisor.vm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.StateJson;
import dev.cellvisor.state.WholeFile;
import dev.cellvisor.virtio.VirtioDevice;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A snapshot in a file: a zip archive with these entries, in this order.
 *
 * <pre>
 * state.json    what kind of VM it is, its devices, the state of everything but RAM, the input log
 * blobs         the many bytes of those states
 * kernel        what it was booted with, for a reset of the guest and for symbols; may be missing
 * initrd        the same
 * ram           for each page that is not zero: slot (4 bytes), number (4 bytes), 4096 bytes; big-endian
 * manifest.json format, version, and the SHA-256 of each entry: there only if all the rest is
 * </pre>
 */
final class SnapshotFile {
    private static final String FORMAT = "cellvisor-snapshot";
    /** Version 1: as above. */
    private static final int VERSION = 1;
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SnapshotFile() {
    }

    // ---- writing

    static void save(Snapshot snapshot, Path path) {
        put(path, channel -> {
            OutputStream out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16);
            write(snapshot, out);
            out.flush();
        });
    }

    static void put(Path path, WholeFile.Writer writer) {
        try {
            WholeFile.put(path, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot could not be saved as %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Writes a whole archive, and leaves the stream open. */
    static void write(Snapshot snapshot, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        Map<String, String> digests = new TreeMap<>();
        var json = new StateJson();
        ObjectNode document = document(snapshot, json);
        put(zip, digests, "state.json", entry -> entry.write(StateJson.bytes(document)));
        put(zip, digests, "blobs", entry -> entry.write(json.blobs()));
        if (snapshot.boot.layout() != null) {
            put(zip, digests, "kernel", entry -> entry.write(snapshot.boot.kernelFile().toBytes()));
            put(zip, digests, "initrd", entry -> entry.write(snapshot.boot.initrdFile().toBytes()));
        }
        put(zip, digests, "ram", entry -> writePages(snapshot.ram, new DataOutputStream(entry)));
        ObjectNode manifest = NODES.objectNode().put("format", FORMAT).put("version", VERSION).put("instructions", snapshot.instructions())
                .put("ticks", snapshot.ticks());
        ObjectNode entries = manifest.putObject("sha256");
        digests.forEach(entries::put);
        put(zip, new TreeMap<>(), "manifest.json", entry -> entry.write(StateJson.bytes(manifest)));
        zip.finish();
    }

    /** All but RAM, kernel and initramfs. */
    static ObjectNode document(Snapshot snapshot, StateJson json) {
        ObjectNode document = NODES.objectNode();
        document.set("shape", json.write(shape(snapshot.shape)));
        document.set("devices", json.write(devices(snapshot)));
        document.set("machine", json.write(snapshot.machine));
        document.set("host", json.write(snapshot.host));
        document.set("inputs", json.write(InputLogState.save(snapshot.inputs)));
        document.set("boot", json.write(snapshot.boot.save()));
        return document;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void put(ZipOutputStream zip, Map<String, String> digests, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = new DigestOutputStream(zip, Sha256.digest());
        content.writeTo(digest);
        zip.closeEntry();
        digests.put(name, Sha256.hex(digest.getMessageDigest()));
    }

    private static void writePages(RamSnapshot ram, DataOutputStream out) throws IOException {
        byte[] bytes = new byte[8 + PAGE];
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        try {
            ram.forEachPage((slot, page, content) -> {
                buffer.putInt(0, slot).putInt(4, page);
                MemorySegment.copy(content, ValueLayout.JAVA_BYTE, 0, bytes, 8, PAGE);
                try {
                    out.write(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private static State shape(VmBuilder shape) {
        if (shape.cpuFactory != null) {
            throw new UnsupportedOperationException("VM '" + shape.name + "' has CPUs of its own kind, which cannot be saved");
        }
        List<State> ram = shape.ram.stream().map(slot -> State.of("ram", 1).put("address", slot.address()).put("sizeBytes", slot.sizeBytes()).build()).toList();
        return State.of("vm", 1).put("name", shape.name).put("board", shape.board.save()).put("seed", shape.seed)
                .put("instructionsPerTick", shape.instructionsPerTick).put("cpuModel", shape.cpuModel).put("cpus", shape.cpus)
                .put("startDateSeconds", shape.startDateSeconds).put("legacyVirtio", shape.legacyVirtio)
                .put("gic", shape.gic).put("its", shape.its).put("quantum", shape.quantum).put("ram", ram).build();
    }

    private static VmBuilder shape(State saved) {
        var shape = new VmBuilder(saved.expect("vm", 1).text("name"));
        for (State slot : saved.children("ram")) {
            shape.ram.add(new VmBuilder.Ram(slot.number("address"), slot.number("sizeBytes")));
        }
        shape.board = Board.of(saved.child("board"));
        shape.seed = saved.number("seed");
        shape.instructionsPerTick = saved.integer("instructionsPerTick");
        shape.cpuModel = saved.text("cpuModel");
        shape.cpus = saved.integer("cpus");
        shape.startDateSeconds = saved.number("startDateSeconds");
        shape.legacyVirtio = saved.flag("legacyVirtio");
        shape.gic = saved.integer("gic");
        shape.its = saved.flag("its");
        shape.quantum = saved.number("quantum");
        return shape;
    }

    private static State devices(Snapshot snapshot) {
        if (!snapshot.added.isEmpty()) {
            throw new UnsupportedOperationException("'%s' was added by hand and cannot be saved: only virtio devices can".formatted(
                    snapshot.added.getFirst().device().name()));
        }
        var devices = State.of("devices", 1);
        for (int slot = 0; slot < snapshot.devices.length; slot++) {
            if (snapshot.devices[slot] != null) {
                devices.put(Integer.toString(slot), snapshot.devices[slot].allOptions());
            }
        }
        return devices.build();
    }

    // ---- reading

    /** Where a snapshot's bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    static Snapshot load(Path path) {
        return load(path, () -> Files.newInputStream(path));
    }

    /** One that is mapped, with each page looked at. */
    static Snapshot loadWhole(Path path) {
        return load(path, () -> Files.newInputStream(path), MappedSnapshotFile::readWhole);
    }

    /** Reads all of it before anything is made of it. */
    static Snapshot load(Path path, Source source) {
        return load(path, source, MappedSnapshotFile::read);
    }

    /** How one that is mapped is read. */
    private interface Mapped {
        Snapshot read(Path path) throws IOException;
    }

    private static Snapshot load(Path path, Source source, Mapped mapped) {
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            in.mark(MappedSnapshotFile.MAGIC.length);
            if (Arrays.equals(in.readNBytes(MappedSnapshotFile.MAGIC.length), MappedSnapshotFile.MAGIC)) {
                return mapped.read(path);
            }
            in.reset();
            return read(path, new ZipInputStream(in));
        } catch (NoSuchFileException e) {
            throw new StateException("there is no snapshot " + path);
        } catch (EOFException | ZipException e) {
            throw new StateException("%s is no whole snapshot: %s".formatted(path, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot %s cannot be read: %s".formatted(path, e.getMessage()), e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StateException("%s is damaged: %s".formatted(path, e.getMessage()));
        }
    }

    private static Snapshot read(Path path, ZipInputStream zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        Map<String, String> digests = new TreeMap<>();
        States states = null;
        RamSnapshot ram = null;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var in = new DigestInputStream(zip, Sha256.digest());
            if (entry.getName().equals("ram")) {
                states = states(path, entries);
                ram = readPages(new DataInputStream(in), shape(states.read("shape")));
            } else {
                entries.put(entry.getName(), in.readAllBytes());
            }
            digests.put(entry.getName(), Sha256.hex(in.getMessageDigest()));
        }
        if (!entries.containsKey("manifest.json")) {
            throw new StateException("%s is no whole snapshot of a VM: it has no manifest, only %s".formatted(path, digests.keySet()));
        }
        JsonNode manifest = StateJson.parse(entries.get("manifest.json"));
        if (!manifest.path("format").asText().equals(FORMAT) || manifest.path("version").asInt() != VERSION) {
            throw new StateException("%s is '%s' version %s; this program reads '%s' version %d".formatted(path, manifest.path("format").asText(),
                    manifest.path("version"), FORMAT, VERSION));
        }
        for (var expected : manifest.path("sha256").properties()) {
            if (!expected.getValue().asText().equals(digests.get(expected.getKey()))) {
                throw new StateException("%s is damaged: its entry '%s' is not what was written".formatted(path, expected.getKey()));
            }
        }
        if (ram == null) {
            throw new StateException(path + " is damaged: it has no RAM");
        }
        return snapshot(states, file(entries.get("kernel")), file(entries.get("initrd")), ram);
    }

    private static BootFile file(byte[] bytes) {
        return bytes == null ? null : BootFile.of("", bytes);
    }

    private static States states(Path path, Map<String, byte[]> entries) {
        byte[] document = entries.get("state.json");
        if (document == null) {
            throw new StateException(path + " is damaged: RAM comes before the states");
        }
        return new States(StateJson.parse(document), new StateJson(entries.getOrDefault("blobs", new byte[0])));
    }

    /** The states of {@link #document}. */
    record States(JsonNode document, StateJson json) {
        State read(String name) {
            return json.read(document.path(name));
        }
    }

    /** Puts together what was read; kernel and initramfs may be {@code null} if there was no boot. */
    static Snapshot snapshot(States states, BootFile kernel, BootFile initrd, RamSnapshot ram) {
        VmBuilder shape = shape(states.read("shape"));
        State saved = states.read("devices").expect("devices", 1);
        VirtioDevice[] devices = new VirtioDevice[shape.board.virtioSlots()];
        for (String slot : saved.values().keySet()) {
            devices[Integer.parseInt(slot)] = SavedDevices.of(saved.child(slot));
        }
        State machine = states.read("machine");
        BootSetup boot = BootSetup.saved(states.read("boot"), kernel, initrd);
        var symbols = new GuestSymbols(null);
        if (boot.layout() != null) {
            symbols.prepared(boot);
        }
        State clock = machine.child("clock");
        long ticks = machine.number("instructions") / clock.number("instructionsPerTick") + clock.number("skippedTicks");
        return new Snapshot(shape, machine, states.read("host"), ram, InputLogState.of(states.read("inputs")), symbols, boot, devices,
                List.of(), ticks);
    }

    private static RamSnapshot readPages(DataInputStream in, VmBuilder shape) throws IOException {
        var ram = new RamSnapshot.Builder();
        List<VmBuilder.Ram> slots = new ArrayList<>();
        for (VmBuilder.Ram slot : shape.ram) {
            slots.add(slot.address() < 0 ? new VmBuilder.Ram(shape.board.ramAddress(), slot.sizeBytes()) : slot);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            names.add(i == 0 ? "ram" : "ram" + i);
        }
        List<Integer> order = new ArrayList<>(java.util.stream.IntStream.range(0, slots.size()).boxed().toList());
        order.sort(java.util.Comparator.comparingLong(i -> slots.get(i).address()));
        order.forEach(i -> ram.slot(names.get(i), slots.get(i).address(), slots.get(i).sizeBytes()));
        byte[] page = new byte[PAGE];
        for (int slot = in.read(); slot >= 0; slot = in.read()) {
            byte[] rest = in.readNBytes(7);
            if (rest.length < 7 || in.readNBytes(page, 0, PAGE) < PAGE) {
                throw new StateException("a page of RAM is cut off");
            }
            var number = java.nio.ByteBuffer.allocate(8).put((byte) slot).put(rest).flip();
            ram.page(number.getInt(), number.getInt(), MemorySegment.ofArray(page));
        }
        return ram.build();
    }
}
