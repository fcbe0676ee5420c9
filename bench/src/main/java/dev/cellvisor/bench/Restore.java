package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Going back and forking, with a Linux of 512 MiB at its prompt, in this JVM: what loops that try a guest again and again pay each time. Then the same guest saved and loaded,
 * beside QEMU's {@code snapshot-save} and {@code snapshot-load} into a qcow2 file.
 */
final class Restore {
    private static final long RAM = 0x4000_0000L;
    private static final int MEMORY_MIB = 512;
    private static final int TRIES = 100;
    private static final int FORKS = 100;
    private static final int DIRTY_PAGES = 100;
    private static final int FORK_RUNS = 100_000;

    private Restore() {
    }

    static List<Row> run(int runs, String engineName) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        Engine engine = Engine.valueOf(engineName.toUpperCase(Locale.ROOT));
        Path folder = Files.createTempDirectory("cellvisor-bench");
        try (Vm vm = booted(image, engine)) {
            long start = System.nanoTime();
            Snapshot prompt = vm.snapshot();
            System.out.printf(Locale.ROOT, "figure: the first snapshot, which makes the image that forks map: %.0f ms; %s%n", millis(start), prompt);
            inTheJvm(vm, prompt);
            Saved ours = saved(prompt, folder, runs);
            Qemus theirs = qemu(image, folder, runs);
            return List.of(Row.of("save, s", ours.save, theirs.save), Row.of("save mapped, s", ours.saveMapped, theirs.save),
                    Row.of("load to next instruction, s", ours.load, theirs.load), Row.of("load mapped to next instruction, s", ours.loadMapped, theirs.load),
                    new Row("size, MiB", ours.sizeMiB, theirs.sizeMiB), new Row("size mapped, MiB", ours.mappedMiB, theirs.sizeMiB));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A VM before its boot, with the devices of {@code cellvisor boot}, which are those that QEMU gets. */
    static Vm prepared(GuestImage image, Engine engine) throws IOException {
        Vm vm = Vm.builder("bench").memoryMiB(MEMORY_MIB).engine(engine).build();
        vm.attach(BlockDevice.of(new OverlayBackend(FileBackend.openReadOnly(image.disk()))).build());
        vm.attach(new EntropyDevice(1));
        vm.attach(new ConsoleDevice());
        image.on(vm).prepare();
        return vm;
    }

    private static Vm booted(GuestImage image, Engine engine) throws IOException {
        Vm vm = prepared(image, engine);
        vm.runUntil(Condition.console(image.manifest().recipe().prompt()));
        return vm;
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    // ---- in memory

    private static void inTheJvm(Vm vm, Snapshot prompt) throws IOException {
        var restore = new Times("restore after a command in the guest, to the next instruction");
        for (int i = 0; i < TRIES; i++) {
            vm.shell("ls -l /bin >/dev/null");
            long start = System.nanoTime();
            vm.restore(prompt);
            vm.step(1);
            restore.add(start);
        }
        restore.print();
        vm.restore(prompt);

        var reset = new Times("a dirty fork back to clean, %d pages written".formatted(DIRTY_PAGES));
        try (Vm fork = prompt.fork("dirty")) {
            for (int i = 0; i < TRIES; i++) {
                for (int page = 0; page < DIRTY_PAGES; page++) {
                    fork.memory().writeLong(RAM + (100L + 37 * page) * 4096, i + 1);
                }
                long start = System.nanoTime();
                fork.restore(prompt);
                reset.add(start);
            }
        }
        reset.print();
        forks(prompt);
    }

    private static void forks(Snapshot prompt) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            prompt.fork("warm").close();
        }
        System.gc();
        double before = residentMiB();
        var fork = new Times("a fork");
        var first = new Times("the first instruction of a fork");
        List<Vm> forks = new ArrayList<>();
        try {
            for (int i = 0; i < FORKS; i++) {
                long start = System.nanoTime();
                Vm one = prompt.fork("fork" + i);
                fork.add(start);
                forks.add(one);
                start = System.nanoTime();
                one.step(1);
                first.add(start);
            }
            fork.print();
            first.print();
            System.gc();
            double idle = residentMiB();
            forks.forEach(one -> one.step(FORK_RUNS));
            System.gc();
            System.out.printf(Locale.ROOT, "figure: %d forks of %d MiB held at once: the process has %.0f MiB of memory before, %.0f with them, %.0f after each has run %,d instructions%n",
                    FORKS, MEMORY_MIB, before, idle, residentMiB(), FORK_RUNS);
        } finally {
            forks.forEach(Vm::close);
        }
    }

    /** What this process has of the host's memory, a page that several VMs have counted once; NaN where Linux does not tell. */
    private static double residentMiB() throws IOException {
        Path status = Path.of("/proc/self/smaps_rollup");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() / 1024.0;
    }

    /** Milliseconds of something that is done again and again. */
    private static final class Times {
        private final String what;
        private final List<Double> millis = new ArrayList<>();

        Times(String what) {
            this.what = what;
        }

        void add(long start) {
            millis.add(millis(start));
        }

        void print() {
            System.out.printf(Locale.ROOT, "figure: %s: %.2f ms (median of %d; the first %.1f, the best %.2f, the worst %.1f)%n", what, Row.median(millis), millis.size(),
                    millis.getFirst(), millis.stream().min(Double::compare).orElseThrow(), millis.stream().max(Double::compare).orElseThrow());
        }
    }

    // ---- in files

    private record Saved(List<Double> save, List<Double> saveMapped, List<Double> load, List<Double> loadMapped, double sizeMiB, double mappedMiB) {
    }

    private static Saved saved(Snapshot prompt, Path folder, int runs) throws IOException {
        Path zip = folder.resolve("vm");
        Path mapped = folder.resolve("vm.mapped");
        var saved = new Saved(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), Double.NaN, Double.NaN);
        for (int i = 0; i <= runs; i++) { // the first warms up
            Saved into = i > 0 ? saved : new Saved(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, 0);
            long start = System.nanoTime();
            prompt.save(zip);
            into.save.add(millis(start) / 1000);
            start = System.nanoTime();
            prompt.saveMapped(mapped);
            into.saveMapped.add(millis(start) / 1000);
            into.load.add(load(zip));
            into.loadMapped.add(load(mapped));
        }
        return new Saved(saved.save, saved.saveMapped, saved.load, saved.loadMapped, Files.size(zip) / 1048576.0, Snapshot.mappedBytes(mapped) / 1048576.0);
    }

    private static double load(Path file) {
        long start = System.nanoTime();
        try (Vm vm = Snapshot.load(file).fork("loaded")) {
            vm.step(1);
            return millis(start) / 1000;
        }
    }

    private record Qemus(List<Double> save, List<Double> load, double sizeMiB) {
    }

    /** Its vmstate goes to a qcow2 file that it makes itself; the disk is left out, as nothing was written to it. */
    private static Qemus qemu(GuestImage image, Path folder, int runs) throws IOException, InterruptedException {
        Path socket = folder.resolve("qmp");
        Path file = folder.resolve("vmstate.qcow2");
        List<String> command = new ArrayList<>(Qemu.boot(image));
        command.addAll(List.of("-qmp", "unix:%s,server=on,wait=off".formatted(socket)));
        try (var guest = new GuestSession(command, image.manifest().recipe().prompt()); var qmp = new Qmp(socket)) {
            qmp.job("blockdev-create", "'options': {'driver': 'file', 'filename': '%s', 'size': 0}".formatted(file));
            qmp.execute("{'execute': 'blockdev-add', 'arguments': {'driver': 'file', 'filename': '%s', 'node-name': 'vmfile'}}".formatted(file));
            qmp.job("blockdev-create", "'options': {'driver': 'qcow2', 'file': 'vmfile', 'size': %d}".formatted(1L << 30));
            qmp.execute("{'execute': 'blockdev-add', 'arguments': {'driver': 'qcow2', 'file': 'vmfile', 'node-name': 'vmstate'}}");
            var theirs = new Qemus(new ArrayList<>(), new ArrayList<>(), 0);
            double empty = Files.size(file);
            double size = 0;
            for (int i = 0; i <= runs; i++) {
                double save = qmp.job("snapshot-save", "'tag': 'bench', 'vmstate': 'vmstate', 'devices': ['vmstate']");
                size = i == 0 ? Files.size(file) - empty : size;
                double load = qmp.job("snapshot-load", "'tag': 'bench', 'vmstate': 'vmstate', 'devices': ['vmstate']");
                qmp.job("snapshot-delete", "'tag': 'bench', 'devices': ['vmstate']");
                guest.seconds("true"); // it has come back whole
                if (i > 0) {
                    theirs.save.add(save);
                    theirs.load.add(load);
                }
            }
            return new Qemus(theirs.save, theirs.load, size / 1048576);
        }
    }
}
