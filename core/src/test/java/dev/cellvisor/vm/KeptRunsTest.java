package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.net.Switch;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.vm.KeptRuns.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are paid for once: a run that is taken looks like the run, and what is not the very same run is executed. */
class KeptRunsTest {
    private static final long RAM = 0x4000_0000L;
    /** Prints a letter every 5000 rounds, writes its count over 256 pages, and reads a device of a cell. */
    private static final byte[] PROGRAM = asm("""
            mov x3, #0x40100000
            mov x4, #0x09000000
            mov x5, #0x0b000000
            mov x7, #5000
            loop: add x0, x0, #1
            and x2, x0, #0xff
            add x1, x3, x2, lsl #12
            str x0, [x1]
            udiv x8, x0, x7
            msub x9, x8, x7, x0
            cbnz x9, loop
            and x8, x8, #15
            add w8, w8, #65
            strb w8, [x4]
            ldr w6, [x5]
            b loop
            """);

    @TempDir
    private Path directory;
    private final List<Vm> made = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private PrintStream err;

    @BeforeEach
    void listen() {
        err = System.err;
        System.setErr(new PrintStream(said, true));
    }

    @AfterEach
    void close() {
        System.setErr(err);
        made.forEach(Vm::close);
    }

    private KeptFolder folder() {
        return new KeptFolder(directory, 1L << 30);
    }

    /** A device as a cell might define it: its state is its count, an option is its stride. */
    static class Meter implements MmioDevice, Stateful {
        final int stride;
        long reads;
        Runnable also = null;

        Meter(int stride) {
            this.stride = stride;
        }

        @Override
        public String name() {
            return "meter";
        }

        @Override
        public long read(long offset, int sizeBytes) {
            reads += stride;
            return reads;
        }

        @Override
        public void write(long offset, int sizeBytes, long value) {
        }

        @Override
        public State save() {
            return State.of("meter", 1).put("reads", reads).build();
        }

        @Override
        public void restore(State saved) {
            reads = saved.expect("meter", 1).number("reads");
        }
    }

    private Vm vm(UnaryOperator<VmBuilder> shape, Consumer<Vm> build, MmioDevice meter) {
        Vm vm = shape.apply(Vm.builder("kept" + made.size()).memoryMiB(8).keepRuns(folder(), 1000)).build();
        made.add(vm);
        build.accept(vm);
        vm.add(0x0b00_0000L, 0x1000, meter);
        vm.load(RAM, PROGRAM);
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    private Vm vm(UnaryOperator<VmBuilder> shape, Consumer<Vm> build) {
        return vm(shape, build, new Meter(1));
    }

    private Vm vm(MmioDevice meter) {
        return vm(shape -> shape, vm -> { }, meter);
    }

    private Vm vm() {
        return vm(new Meter(1));
    }

    private static Outcome outcome(Vm vm, Condition condition) {
        vm.runUntil(condition);
        vm.keptRuns().finish();
        return vm.keptRuns().rows().getLast().outcome();
    }

    private static String reason(Vm vm, Condition condition) {
        assertEquals(Outcome.ASIDE, outcome(vm, condition));
        return vm.keptRuns().rows().getLast().reason();
    }

    @Test
    void aRunThatIsTakenLooksLikeTheRunAndBothGoOnAlike() {
        Vm run = vm();
        RunResult executed = run.runUntil(Condition.console("GH"));
        run.runUntil(Condition.console("A").limit(1_000_000));
        run.keptRuns().finish();
        assertEquals(List.of(Outcome.KEPT, Outcome.KEPT), run.keptRuns().rows().stream().map(KeptRuns.Row::outcome).toList(), run.keptRuns()::toString);
        String fingerprint = run.fingerprint();
        run.step(5_000_000);

        Vm taken = vm();
        assertEquals(executed, taken.runUntil(Condition.console("GH")), "even the host's seconds are the run's");
        assertTrue(said.toString().contains("VM 'kept1' until console(\"GH\"): taken from the cache"), said.toString());
        assertEquals("BCDEFGH", taken.console().text());
        taken.runUntil(Condition.console("A").limit(1_000_000));
        assertEquals(2, taken.keptRuns().count(Outcome.TAKEN), "the second follows from the first: " + taken.keptRuns());
        assertEquals(fingerprint, taken.fingerprint());
        taken.step(5_000_000);
        assertEquals(run.fingerprint(), taken.fingerprint());
        assertEquals(run.console().text(), taken.console().text());
        assertEquals(run.exits().toString(), taken.exits().toString());
        assertEquals(run.clock().instructions(), taken.clock().instructions());
        assertEquals(run.inputs().complete(), taken.inputs().complete());
        taken.remove(taken.devices().stream().filter(region -> region.device().name().equals("meter")).findFirst().orElseThrow().device());
        Vm fork = taken.fork();
        made.add(fork);
        assertThrows(IllegalStateException.class, fork::keptRuns, "a fork's runs are its own");
    }

    @Test
    void whatIsDoneBetweenTwoRunsCounts() {
        Condition first = Condition.console("C");
        Condition then = Condition.console("D");
        Vm run = vm();
        outcome(run, first);
        run.memory().writeInt(0x4030_0000L, 7);
        run.step(3);
        assertEquals(Outcome.KEPT, outcome(run, then));

        Vm same = vm();
        assertEquals(Outcome.TAKEN, outcome(same, first));
        same.memory().writeInt(0x4030_0000L, 7);
        same.step(3);
        assertEquals(Outcome.TAKEN, outcome(same, then));

        List<Consumer<Vm>> others = List.of(vm -> vm.memory().writeInt(0x4030_0000L, 8), vm -> vm.memory().writeInt(0x4030_0004L, 7), vm -> { }, vm -> vm.type("x"),
                vm -> vm.cpu(0).set("x11", 1), vm -> vm.reseed(3), Vm::resetExits, vm -> vm.prompt("$ "), vm -> vm.onReset(Vm.ResetPolicy.STOP));
        for (Consumer<Vm> other : others) {
            Vm changed = vm();
            assertEquals(Outcome.TAKEN, outcome(changed, first));
            other.accept(changed);
            changed.step(3);
            assertEquals(Outcome.KEPT, outcome(changed, then), "change " + others.indexOf(other));
        }
    }

    @Test
    void anotherMachineOrConditionIsAnotherRun() {
        Condition until = Condition.console("C");
        outcome(vm(shape -> shape, vm -> vm.attach(new EntropyDevice(1))), until);
        List<Vm> others = List.of(vm(), vm(shape -> shape.seed(2), vm -> vm.attach(new EntropyDevice(1))), vm(shape -> shape, vm -> vm.attach(new EntropyDevice(2))),
                vm(shape -> shape, vm -> vm.attach(3, new EntropyDevice(1))), vm(shape -> shape, vm -> vm.attach(new EntropyDevice(1).latencyTicks(5))),
                vm(shape -> shape.cpus(2), vm -> vm.attach(new EntropyDevice(1))), vm(shape -> shape.quantum(999), vm -> vm.attach(new EntropyDevice(1))),
                vm(shape -> shape.memoryMiB(9), vm -> vm.attach(new EntropyDevice(1))), vm(shape -> shape.date(5), vm -> vm.attach(new EntropyDevice(1))),
                vm(shape -> shape.cpuModel("max"), vm -> vm.attach(new EntropyDevice(1))), vm(shape -> shape.gic(2), vm -> vm.attach(new EntropyDevice(1))));
        for (Vm other : others) {
            assertEquals(Outcome.KEPT, outcome(other, until), other.toString());
        }
        for (Condition other : List.of(Condition.console("D"), Condition.consoleMatches("C"), until.limit(999_999), until.or(Condition.powerOff()), Condition.instructions(60_000),
                Condition.pc(RAM + 0x2c), Condition.exit("pl011"), Condition.written(0x0900_0000L, 1), Condition.time(java.time.Duration.ofNanos(4000)))) {
            assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, vm -> vm.attach(new EntropyDevice(1))), other), other.toString());
            Vm again = vm(shape -> shape, vm -> vm.attach(new EntropyDevice(1)));
            assertEquals(Outcome.TAKEN, outcome(again, other), other.toString());
        }
        assertEquals(Outcome.TAKEN, outcome(vm(shape -> shape.engine(Engine.INTERPRETER), vm -> vm.attach(new EntropyDevice(1))), until), "no engine is in a key");
    }

    /** As a Meter, but for one word of its code. */
    static final class OtherMeter extends Meter {
        OtherMeter() {
            super(1);
        }

        @Override
        public long read(long offset, int sizeBytes) {
            reads -= stride;
            return reads;
        }
    }

    /** A device whose timer calls what has captured a value that stands nowhere else. */
    private static final class Ticker extends Meter {
        Ticker(Vm vm, int step) {
            super(1);
            vm.events().timer("ticker", () -> reads += step).at(500);
        }
    }

    private Vm ticking(int step) {
        return vm(shape -> shape, vm -> vm.add(0x0c00_0000L, 0x1000, new Ticker(vm, step)));
    }

    /** What a variable of a cell is to the code of others. */
    static int variable = 3;

    @Test
    void codeAndValuesOfCellsArePartOfARun() {
        Condition until = Condition.console("C");
        assertEquals(Outcome.KEPT, outcome(vm(new Meter(1)), until));
        var meter = new Meter(1);
        assertEquals(Outcome.TAKEN, outcome(vm(meter), until));
        assertEquals(1, meter.reads, "its state is what the run made of it");
        assertEquals(Outcome.KEPT, outcome(vm(new Meter(2)), until), "another value of a field");
        assertEquals(Outcome.KEPT, outcome(vm(new OtherMeter()), until), "other code");

        assertEquals(Outcome.KEPT, outcome(ticking(5), until));
        assertEquals(Outcome.TAKEN, outcome(ticking(5), until));
        assertEquals(Outcome.KEPT, outcome(ticking(6), until), "another value that a timer's function has captured");
        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, made -> made.add(0x0c00_0000L, 0x1000, new OtherMeter())), until));
        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, made -> made.add(0x0c10_0000L, 0x1000, new OtherMeter())), until), "at another place");

        Vm vm = vm();
        assertEquals(Outcome.KEPT, outcome(vm, reads(vm, 3)));
        Vm same = vm();
        assertEquals(Outcome.TAKEN, outcome(same, reads(same, 3)));
        Vm other = vm();
        assertEquals(Outcome.KEPT, outcome(other, reads(other, 4)), "another captured value");
        Vm byVariable = vm();
        assertEquals(Outcome.KEPT, outcome(byVariable, ofVariable(byVariable)));
        variable = 4;
        Vm byOther = vm();
        assertEquals(Outcome.KEPT, outcome(byOther, ofVariable(byOther)), "another value of a variable");
        variable = 3;
        Vm bySame = vm();
        assertEquals(Outcome.TAKEN, outcome(bySame, ofVariable(bySame)));
    }

    private static Condition reads(Vm vm, int count) {
        return Condition.when("the page has it", () -> vm.memory().readLong(0x4010_0000L) > count);
    }

    private static Condition ofVariable(Vm vm) {
        return Condition.when("the page has it", () -> vm.memory().readLong(0x4010_0000L) > variable);
    }

    @Test
    void itStepsAsideAndSaysWhyForCodeThatMayDoMoreThanCompute() {
        Condition until = Condition.console("C");
        assertTrue(reason(vm(), Condition.when("the clock says so", () -> System.nanoTime() != 0)).contains("java.lang.System.nanoTime"));
        java.util.function.BooleanSupplier opaque = () -> true;
        assertTrue(reason(vm(), Condition.when("x", opaque).or(until)).contains("one of a type that is Serializable"));
        int[] asked = {0};
        assertTrue(reason(vm(), Condition.when("asked often enough", () -> asked[0]++ > 1)).contains("changed values of cells"));
        var random = new java.util.Random(1);
        assertTrue(reason(vm(), Condition.when("x", () -> random.nextInt() == 0).or(until)).contains("java.util.Random"));
        var meter = new Meter(1);
        meter.also = () -> { };
        assertTrue(reason(vm(meter), until).contains("'meter'.also is a function"));
        assertTrue(reason(vm(MmioDevice.of("plain", (offset, size) -> 0, (offset, size, value) -> { })), until).contains("'plain' was added without a state"));
        assertTrue(said.toString().contains("the cache of runs steps aside: 'plain' was added without"), said.toString());
    }

    /** A virtio device of a cell, whose save() does not know its count. */
    static final class Forgetful extends VirtioDevice {
        int handled;

        Forgetful() {
            super("forgetful", 63, 8);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            handled++;
        }
    }

    /** A disk as a cell might define it: what it does is in no key. */
    private static final class OwnDisk implements BlockBackend {
        @Override
        public long sizeBytes() {
            return 512;
        }

        @Override
        public boolean readOnly() {
            return true;
        }

        @Override
        public void read(long position, byte[] target, int offset, int sizeBytes) {
        }

        @Override
        public void write(long position, byte[] source, int offset, int sizeBytes) {
        }

        @Override
        public void flush() {
        }

        @Override
        public State options() {
            return State.of("memory-disk", 1).build();
        }

        @Override
        public State save() {
            return State.of("own", 1).build();
        }

        @Override
        public void restore(State saved) {
        }

        @Override
        public void close() {
        }
    }

    @Test
    void itStepsAsideForWhoWatchesAndForTheHost() throws IOException {
        Condition until = Condition.console("C");
        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, vm -> vm.attach(new Forgetful())), until), "it was not asked for anything");
        assertEquals(Outcome.TAKEN, outcome(vm(shape -> shape, vm -> vm.attach(new Forgetful())), until));
        Vm traced = vm();
        try (var listening = traced.trace().add((instruction, fact) -> { })) {
            assertEquals("somebody listens to its trace", reason(traced, until));
        }
        assertEquals("somebody listens to its console", reason(vm(shape -> shape, vm -> vm.console().listen(value -> { })), until));
        assertTrue(traced.toString().endsWith("runs: 1 aside (somebody listens to its trace)"), traced.toString());
        assertEquals("somebody listens to its console", reason(vm(shape -> shape, vm -> vm.uart().onTransmit(value -> { })), until));
        assertEquals("its loads or stores are observed", reason(vm(shape -> shape, vm -> vm.memory().onStore((address, size, value) -> { })), until));
        assertEquals("its folder may take no room", reason(vm(shape -> shape.keepRuns(new KeptFolder(directory, 0), 1000), vm -> { }), until));
        assertEquals("its CPUs are of somebody's own making", reason(vm(shape -> shape.cpu(EmulatedCpus.factory(Engine.INTERPRETER, false, null)), vm -> { }), until));
        assertEquals("the timer 'own' calls code of a cell", reason(vm(shape -> shape, vm -> vm.events().timer("own", () -> { })), until));
        Vm typing = vm();
        assertEquals("something came in from outside while it ran", reason(typing, Condition.when("it has typed", () -> {
            typing.type("x");
            return typing.cpu(0).get("x0") > 100_000;
        })));
        assertEquals("it keeps a history", reason(vm(shape -> shape, Vm::history), until));
        assertEquals("it is profiled", reason(vm(shape -> shape, Vm::profile), until));
        assertEquals("breakpoints are set", reason(vm(shape -> shape, vm -> vm.cpu(0).cpu().addBreakpoint(0x123)), until));
        assertEquals("it waits in real time, or for the host's network", reason(vm(shape -> shape, vm -> vm.pace((now, next) -> next)), until));
        assertEquals("'virtio-console' has somebody on the host's side", reason(vm(shape -> shape, vm -> {
            var console = new ConsoleDevice();
            console.onTransmit(bytes -> { });
            vm.attach(console);
        }), until));
        var lan = new NetworkDevice(new Switch().port("lan"));
        assertEquals("'virtio-net' has somebody on the host's side", reason(vm(shape -> shape, vm -> vm.attach(lan)), until));
        var loose = NetworkDevice.of(lan.construction());
        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, vm -> vm.attach(loose)), until), "its cable leads nowhere");
        var tapped = NetworkDevice.of(lan.construction());
        tapped.tap((tick, name, sent, packet) -> { });
        assertEquals("'virtio-net' has somebody on the host's side", reason(vm(shape -> shape, vm -> vm.attach(tapped)), until));
        assertEquals("'virtio-blk' has a backend of somebody's own making", reason(vm(shape -> shape, vm -> vm.attach(new BlockDevice(new OverlayBackend(new OwnDisk())))), until));
        assertEquals("'virtio-vsock' has somebody on the host's side", reason(vm(shape -> shape, vm -> {
            var vsock = new VsockDevice(3);
            vm.attach(vsock);
            vsock.listen(5);
        }), until));
        assertEquals("'virtio-balloon' has somebody on the host's side", reason(vm(shape -> shape, vm -> {
            var balloon = new BalloonDevice();
            vm.attach(balloon);
            balloon.onActual(pages -> { });
        }), until));
        Path image = directory.resolve("disk.img");
        Files.write(image, new byte[4096]);
        assertTrue(reason(vm(shape -> shape, vm -> vm.attach(new BlockDevice(openForWriting(image)))), until).contains("is written to"));
        assertTrue(reason(vm(shape -> shape, vm -> vm.attach(BlockDevice.of(new MemoryBackend(new byte[512])).latency((type, sector, bytes) -> 5).build())), until)
                .contains("latency is a function"));

        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, vm -> vm.attach(new BlockDevice(new OverlayBackend(openReadOnly(image))))), until));
        assertEquals(Outcome.TAKEN, outcome(vm(shape -> shape, vm -> vm.attach(new BlockDevice(new OverlayBackend(openReadOnly(image))))), until));
        Files.write(image, new byte[] {1});
        Files.write(image, new byte[4096]);
        Files.setLastModifiedTime(image, java.nio.file.attribute.FileTime.fromMillis(5));
        assertEquals(Outcome.KEPT, outcome(vm(shape -> shape, vm -> vm.attach(new BlockDevice(new OverlayBackend(openReadOnly(image))))), until), "the image's time is another");
    }

    private static FileBackend openForWriting(Path image) {
        try {
            return FileBackend.open(image);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FileBackend openReadOnly(Path image) {
        try {
            return FileBackend.openReadOnly(image);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shortRunsAndRunsThatDoNotComeToTheirConditionAreNotKept() throws IOException {
        Vm vm = vm(shape -> shape.keepRuns(folder(), 100_000), made -> { });
        assertEquals(Outcome.NOT_KEPT, outcome(vm, Condition.console("C")));
        assertThrows(RunLimitException.class, () -> vm.runUntil(Condition.console("nothing").limit(200_000)));
        vm.run(300_000);
        vm.keptRuns().finish();
        assertEquals(0, folder().entries().size(), vm.keptRuns()::toString);
    }

    @Test
    void aRunThatIsToEndAtOnceDoesSoWhateverIsKept() {
        outcome(vm(), Condition.console("C"));
        Vm vm = vm();
        vm.pause();
        assertFalse(vm.tryRunUntil(Condition.console("C")).met());
        assertEquals(0, vm.clock().instructions());
        assertEquals(Outcome.TAKEN, outcome(vm, Condition.console("C")));
        Vm executing = vm();
        KeptFolder.executing(() -> executing.runUntil(Condition.console("C")));
        assertEquals(Outcome.ASIDE, executing.keptRuns().rows().getLast().outcome());
        assertEquals(vm.fingerprint(), executing.fingerprint());
    }

    @Test
    void aTemporaryFolderIsUsedWhereRunsOfOtherProgramsAreNot() {
        var own = KeptFolder.temporary();
        Condition until = Condition.console("C");
        KeptFolder.executing(() -> {
            assertEquals(Outcome.ASIDE, outcome(vm(), until));
            assertEquals(Outcome.KEPT, outcome(vm(shape -> shape.keepRuns(own, 1000), vm -> { }), until));
            assertEquals(Outcome.TAKEN, outcome(vm(shape -> shape.keepRuns(own, 1000), vm -> { }), until));
            return null;
        });
        assertTrue(Files.exists(own.directory()));
        KeptFolder.dropTemporary();
        assertFalse(Files.exists(own.directory()));
    }

    @Test
    void aDamagedEntryIsDroppedAndTheRunExecuted() throws IOException {
        Condition until = Condition.console("C");
        Vm run = vm();
        outcome(run, until);
        Path entry = folder().entries().getFirst().file();
        byte[] whole = Files.readAllBytes(entry);
        for (int damage = 0; damage < 4; damage++) {
            byte[] bytes = damage == 0 ? java.util.Arrays.copyOf(whole, whole.length - 100) : whole.clone();
            if (damage == 1) {
                bytes[whole.length - 5] ^= 1; // in the manifest
            } else if (damage == 2) {
                bytes[indexOf(whole, "kept-run")] ^= 1; // in the states
            } else if (damage == 3) {
                bytes[indexOf(whole, new String(PROGRAM, java.nio.charset.StandardCharsets.ISO_8859_1)) + 5] ^= 1; // in a page of RAM
            }
            Files.delete(entry); // a VM may have mapped it
            Files.write(entry, bytes);
            Vm vm = vm();
            assertEquals(Outcome.ASIDE, outcome(vm, until), "damage " + damage);
            assertTrue(vm.keptRuns().rows().getLast().reason().startsWith("the kept run is dropped: "), vm.keptRuns()::toString);
            assertEquals(run.fingerprint(), vm.fingerprint());
            assertFalse(Files.exists(entry));
            assertEquals(Outcome.KEPT, outcome(vm(), until));
            assertEquals(Outcome.TAKEN, outcome(vm(), until));
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
        assertTrue(at > 0, "it is in there");
        return at;
    }
}
