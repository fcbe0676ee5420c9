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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
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
 * blobs/…       the many bytes of those states, in {@link PackedParts}, as is all that follows but for the last
 * kernel/…      what it was booted with, for a reset of the guest and for symbols; may be missing
 * initrd/…      the same
 * ram/…         for each page that is not zero: slot (4 bytes), number (4 bytes), 4096 bytes; big-endian
 * manifest.json format, version, and the SHA-256 of each entry: there only if all the rest is
 * </pre>
 *
 * <p>A snapshot saved twice gives the same bytes.
 */
final class SnapshotFile {
    private static final String FORMAT = "cellvisor-snapshot";
    /** Version 2: as above. In version 1, which is read too, each whole is one entry, deflated: {@code blobs}, {@code kernel}, {@code initrd}, {@code ram}. */
    private static final int VERSION = 2;
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    /** A page behind its slot's number and its own. */
    private static final int PAGE_RECORD = 8 + PAGE;
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
        byte[] document = StateJson.bytes(document(snapshot, json));
        put(zip, "state.json", document);
        digests.put("state.json", Sha256.hex(document));
        try (ExecutorService workers = PackedParts.workers()) {
            putParts(zip, digests, workers, "blobs", entry -> entry.write(json.blobs()));
            if (snapshot.boot.layout() != null) {
                putParts(zip, digests, workers, "kernel", entry -> entry.write(snapshot.boot.kernelFile().toBytes()));
                putParts(zip, digests, workers, "initrd", entry -> entry.write(snapshot.boot.initrdFile().toBytes()));
            }
            putParts(zip, digests, workers, "ram", entry -> writePages(snapshot.ram, entry));
        }
        ObjectNode manifest = NODES.objectNode().put("format", FORMAT).put("version", VERSION).put("instructions", snapshot.instructions())
                .put("ticks", snapshot.ticks());
        ObjectNode entries = manifest.putObject("sha256");
        digests.forEach(entries::put);
        put(zip, "manifest.json", StateJson.bytes(manifest));
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

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(PackedParts.entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void putParts(ZipOutputStream zip, Map<String, String> digests, ExecutorService workers, String name, Content content) throws IOException {
        try (var parts = new PackedParts.Writer(zip, name, digests, workers)) {
            content.writeTo(parts);
        }
    }

    private static void writePages(RamSnapshot ram, OutputStream out) throws IOException {
        byte[] bytes = new byte[PAGE_RECORD];
        var buffer = ByteBuffer.wrap(bytes);
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
        try (ExecutorService workers = PackedParts.workers()) {
            return new Reading(path, workers).read(zip);
        }
    }

    /** What was read of a file so far. */
    private static final class Reading {
        private final Path path;
        private final PackedParts.InOrder<PackedParts.Part> parts;
        private final Map<String, ByteArrayOutputStream> wholes = new TreeMap<>();
        /** How many parts there are of each. */
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<String, String> digests = new TreeMap<>();
        private States states;
        private RamSnapshot.Builder ram;

        Reading(Path path, ExecutorService workers) {
            this.path = path;
            parts = new PackedParts.InOrder<>(workers, this::take);
        }

        Snapshot read(ZipInputStream zip) throws IOException {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                String whole = PackedParts.wholeOf(name);
                if (whole != null) {
                    readPart(name, whole, PackedParts.read(entry, zip));
                } else {
                    readWhole(name, new DigestInputStream(zip, Sha256.digest()));
                }
            }
            parts.finish();
            check();
            return snapshot(states, file("kernel"), file("initrd"), ram.build());
        }

        private void readPart(String name, String whole, byte[] frame) throws IOException {
            if (!whole.equals("ram")) {
                parts.give(() -> PackedParts.Part.of(path, name, frame));
                return;
            }
            RamSnapshot.Builder into = ram();
            parts.give(() -> { // pages go to their places at once, from several threads
                PackedParts.Part part = PackedParts.Part.of(path, name, frame);
                putPages(new ByteArrayInputStream(part.bytes()), into);
                return part.withoutBytes();
            });
        }

        /** Takes parts in the order of the file. */
        private void take(PackedParts.Part part) throws IOException {
            String whole = PackedParts.wholeOf(part.entryName());
            String next = PackedParts.entryName(whole, counts.merge(whole, 1, Integer::sum) - 1);
            if (!part.entryName().equals(next)) {
                throw new StateException("%s is damaged: its entry '%s' stands where '%s' should".formatted(path, part.entryName(), next));
            }
            wholes.computeIfAbsent(whole, name -> new ByteArrayOutputStream()).write(part.bytes());
            note(part.entryName(), part.sha256());
        }

        /** An entry that is no part: the states, the manifest, and in version 1 all others. */
        private void readWhole(String name, DigestInputStream in) throws IOException {
            if (name.equals("ram")) {
                putPages(in, ram());
            } else {
                in.transferTo(wholes.computeIfAbsent(name, key -> new ByteArrayOutputStream()));
            }
            note(name, Sha256.hex(in.getMessageDigest()));
        }

        private void note(String name, String sha256) {
            if (digests.put(name, sha256) != null) {
                throw new StateException("%s is damaged: it has two entries '%s'".formatted(path, name));
            }
        }

        private RamSnapshot.Builder ram() throws IOException {
            if (ram == null) {
                parts.finish();
                if (!wholes.containsKey("state.json")) {
                    throw new StateException(path + " is damaged: RAM comes before the states");
                }
                byte[] blobs = wholes.containsKey("blobs") ? wholes.get("blobs").toByteArray() : new byte[0];
                states = new States(StateJson.parse(wholes.get("state.json").toByteArray()), new StateJson(blobs));
                ram = slots(shape(states.read("shape")));
            }
            return ram;
        }

        /** Whether all of it is there, and nothing else. */
        private void check() {
            if (!wholes.containsKey("manifest.json")) {
                throw new StateException("%s is no whole snapshot of a VM: it has no manifest, only %s".formatted(path, digests.keySet()));
            }
            JsonNode manifest = StateJson.parse(wholes.get("manifest.json").toByteArray());
            int version = manifest.path("version").asInt();
            if (!manifest.path("format").asText().equals(FORMAT) || version < 1 || version > VERSION) {
                throw new StateException("%s is '%s' version %s; this program reads '%s' versions 1 to %d".formatted(path, manifest.path("format").asText(),
                        manifest.path("version"), FORMAT, VERSION));
            }
            for (var expected : manifest.path("sha256").properties()) {
                if (!expected.getValue().asText().equals(digests.get(expected.getKey()))) {
                    throw new StateException("%s is damaged: its entry '%s' is not what was written".formatted(path, expected.getKey()));
                }
            }
            for (String name : digests.keySet()) {
                if (!name.equals("manifest.json") && !manifest.path("sha256").has(name)) {
                    throw new StateException("%s is damaged: nothing was written as its entry '%s'".formatted(path, name));
                }
            }
            if (ram == null) {
                throw new StateException(path + " is damaged: it has no RAM");
            }
        }

        private BootFile file(String name) {
            return wholes.containsKey(name) ? BootFile.of("", wholes.get(name).toByteArray()) : null;
        }
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

    private static RamSnapshot.Builder slots(VmBuilder shape) {
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
        return ram;
    }

    private static void putPages(InputStream in, RamSnapshot.Builder ram) throws IOException {
        byte[] record = new byte[PAGE_RECORD];
        var numbers = ByteBuffer.wrap(record);
        MemorySegment page = MemorySegment.ofArray(record).asSlice(8);
        for (int count = in.readNBytes(record, 0, PAGE_RECORD); count > 0; count = in.readNBytes(record, 0, PAGE_RECORD)) {
            if (count < PAGE_RECORD) {
                throw new StateException("a page of RAM is cut off");
            }
            ram.page(numbers.getInt(0), numbers.getInt(4), page);
        }
    }
}
