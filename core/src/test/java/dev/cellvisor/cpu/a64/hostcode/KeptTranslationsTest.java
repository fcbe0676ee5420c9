package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.EngineCounts;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest is run twice, the second time with the code that the first has kept: nobody sees a difference, and whatever is not the same is not taken. */
class KeptTranslationsTest {
    private static final long RAM = 0x4000_0000L;
    private static final long RUN = 200_000;
    /** Flags, memory, calls between pages, indirect branches, constants, vectors, floating point, atomics and system registers. */
    private static final String PROGRAM = """
            start:  adr x1, . + 0x4000
                    mov x19, #0
                    mov x0, #3 << 20
                    msr cpacr_el1, x0
                    isb
            loop:   ldr x0, [x1]
                    add x0, x0, #5
                    str x0, [x1]
                    movz x9, #0x1234, lsl #48
                    movk x9, #0x5678, lsl #16
                    eor x2, x2, x0, lsr #3
                    adds x3, x3, x9
                    adcs x4, x4, x0
                    mrs x5, midr_el1
                    mrs x6, mpidr_el1
                    scvtf d0, x0
                    fmov d1, #1.5
                    fmadd d2, d0, d1, d2
                    movi v3.16b, #0x77
                    aese v4.16b, v3.16b
                    add v5.4s, v5.4s, v4.4s
                    ldaxr x7, [x1]
                    stlxr w8, x0, [x1]
                    bl far
                    adr x10, odd
                    adr x11, loop
                    tst x0, #1
                    csel x10, x10, x11, ne
                    add x19, x19, #1
                    br x10
            odd:    mul x12, x0, x9
                    umulh x13, x12, x9
                    cmp x19, #50
                    b.ne loop
                    mov x19, #0
                    b loop
                    .org 0x40002000
            far:    ldr x14, [x1, #8]
                    add x14, x14, x0
                    str x14, [x1, #8]
                    ret
            """;

    @TempDir
    Path directory;
    /** VMs of one name close each other. */
    private int number;

    @BeforeEach
    void thereIsAnEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
    }

    private TranslationFolder folder() {
        return new TranslationFolder(directory.resolve("translations"), 1 << 30);
    }

    /** What a run came to. */
    private record Outcome(String fingerprint, EngineCounts counts, String engine, String said) {
    }

    private static Vm guest(VmBuilder builder, String program) {
        Vm vm = builder.memoryMiB(4).build();
        vm.memory().write(RAM, Assembler.assemble(RAM, program).bytes());
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    private Outcome run(TranslationFolder folder, String program) {
        return run(folder, Engine.NATIVE, vm -> vm.run(RUN), program);
    }

    private Outcome run(TranslationFolder folder, Engine engine, Consumer<Vm> work, String program) {
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true));
        VmBuilder builder = Vm.builder("kept" + number++).engine(engine);
        try (Vm vm = guest(folder == null ? builder : builder.keepTranslations(folder), program)) {
            work.accept(vm);
            vm.writeTranslations();
            return new Outcome(vm.fingerprint(), vm.cpu(0).engineCounts(), vm.engine(), said.toString());
        } finally {
            System.setErr(err);
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder().directory())) {
            return files.filter(file -> file.toString().endsWith(".code")).findFirst().orElseThrow();
        }
    }

    @Test
    void theSecondRunTakesWhatTheFirstHasTranslatedAndEndsTheSame() throws IOException {
        Outcome without = run(null, PROGRAM);
        Outcome first = run(folder(), PROGRAM);
        Outcome second = run(folder(), PROGRAM);
        assertEquals(without.fingerprint, first.fingerprint);
        assertEquals(without.fingerprint, second.fingerprint);
        assertEquals(0, first.counts.taken());
        assertTrue(first.counts.blocks() >= 6, first.counts::toString);
        assertEquals(0, second.counts.blocks(), second.counts::toString);
        assertEquals(first.counts.blocks(), second.counts.taken());
        assertTrue(second.engine.endsWith("; %d blocks taken from kept translations".formatted(second.counts.taken())), second.engine);
        assertEquals("", first.said + second.said);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().directory())));
        assertEquals("%d blocks of 2 pages".formatted(second.counts.taken()), folder().entries().getFirst().what());
    }

    /** What is come to for the first time is taken: it need not become hot again. Traces are made as ever. */
    @Test
    void codeThatWasHotIsTakenAtOnce() {
        Consumer<Vm> work = vm -> vm.run(2_000_000);
        Outcome first = run(folder(), Engine.AUTO, work, PROGRAM);
        Outcome second = run(folder(), Engine.AUTO, work, PROGRAM);
        assertEquals(first.fingerprint, second.fingerprint);
        assertEquals(0, second.counts.blocks(), second.counts::toString);
        assertEquals(first.counts.blocks(), second.counts.taken());
        assertTrue(second.counts.traces() > 0, second.counts::toString);
    }

    @Test
    void ofAPageThatDiffersInOneByteNothingIsTaken() {
        Outcome first = run(folder(), PROGRAM);
        String changed = PROGRAM.replace("movi v3.16b, #0x77", "movi v3.16b, #0x76");
        Outcome without = run(null, changed);
        Outcome second = run(folder(), changed);
        assertEquals(without.fingerprint, second.fingerprint);
        assertNotEquals(first.fingerprint, second.fingerprint);
        assertEquals(1, second.counts.taken(), "the page of far is the same");
        assertEquals(first.counts.blocks() - 1, second.counts.blocks());
        assertEquals(without.fingerprint, run(folder(), changed).fingerprint);
        assertEquals(first.fingerprint, run(folder(), PROGRAM).fingerprint, "both stay");
        assertEquals(first.counts.blocks(), run(folder(), PROGRAM).counts.taken());
    }

    /** Each round writes another instruction into the loop, and into a page that is taken. */
    @Test
    void codeThatWritesItselfIsFollowedExactly() {
        String program = """
                start:  adr x1, patch
                        adr x2, far
                        ldr w3, [x1]
                        ldr w4, [x2]
                        mov x9, #0
                loop:   eor w3, w3, #0x400
                        str w3, [x1]
                        add x9, x9, #1
                        tst x9, #7
                        b.ne patch
                        eor w4, w4, #0x400
                        str w4, [x2]
                patch:  add x5, x5, #1
                        bl far
                        b loop
                        .org 0x40002000
                far:    add x6, x6, #1
                        ret
                """;
        Outcome without = run(null, Engine.INTERPRETER, vm -> vm.run(30_000), program);
        for (int i = 0; i < 3; i++) {
            Outcome with = run(folder(), Engine.NATIVE, vm -> vm.run(30_000), program);
            assertEquals(without.fingerprint, with.fingerprint);
            assertTrue(with.counts.invalidated() > 20, with.counts::toString);
            assertTrue(i == 0 || with.counts.taken() > 20, with.counts::toString);
        }
    }

    @Test
    void aFileWithOneWrongByteIsRefusedAndDropped() throws IOException {
        Outcome first = run(folder(), PROGRAM);
        byte[] whole = Files.readAllBytes(file());
        int step = whole.length / 23;
        for (int at = 3; at < whole.length; at += step) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Files.write(file(), bytes);
            Outcome second = run(folder(), PROGRAM);
            assertEquals(first.fingerprint, second.fingerprint);
            assertTrue(second.counts.blocks() > 0, "byte " + at);
            assertTrue(second.said.matches("cellvisor: kept translations are not taken: .*" + file().getFileName() + ": .*\\R"), second.said);
            assertTrue(second.engine.contains(", not all: "), second.engine);
            Outcome third = run(folder(), PROGRAM);
            assertEquals("", third.said, "what was wrong is gone");
            assertEquals(first.counts.blocks(), third.counts.taken(), "byte " + at);
        }
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 8));
        assertTrue(run(folder(), PROGRAM).said.contains("it is not as long as it was"));
        Files.write(file(), new byte[0]);
        assertTrue(run(folder(), PROGRAM).said.contains("it is 0 bytes long"));
    }

    @Test
    void whatOthersMayWriteToOrReadIsRefused() throws IOException {
        Outcome first = run(folder(), PROGRAM);
        for (String permissions : List.of("rw-r-----", "rw--w----", "rw-----w-", "rw----r--")) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
            Outcome second = run(folder(), PROGRAM);
            assertEquals(first.fingerprint, second.fingerprint);
            assertEquals(0, second.counts.taken());
            assertTrue(second.said.contains("has permissions " + permissions + ", so that it is not its owner's alone"), second.said);
            assertEquals(first.counts.blocks(), run(folder(), PROGRAM).counts.taken(), "it was dropped, and made anew");
        }
        Files.setPosixFilePermissions(folder().directory(), PosixFilePermissions.fromString("rwxrwx---"));
        Outcome open = run(folder(), PROGRAM.replace("#1.5", "#2.5"));
        assertEquals(0, open.counts.taken());
        assertTrue(open.said.contains("translations has permissions rwxrwx---"), open.said);
        assertTrue(open.said.contains("translations are not kept"), open.said);
        assertEquals(List.of(), folder().entries(), "what was there is dropped, and nothing is written there");
    }

    @Test
    void whatBelongsToAnotherUserIsRefused() throws IOException {
        Outcome first = run(folder(), PROGRAM);
        try {
            Files.setAttribute(file(), "unix:uid", 65534);
        } catch (java.nio.file.FileSystemException e) {
            assumeTrue(false, "skipped: only root may give a file away");
        }
        Outcome second = run(folder(), PROGRAM);
        assertEquals(first.fingerprint, second.fingerprint);
        assertEquals(0, second.counts.taken());
        assertTrue(second.said.contains(file().getFileName() + " belongs to "), second.said);
    }

    /** MPIDR_EL1 stands in the code as a constant. */
    @Test
    void whatMrsReadsOnAnotherCpuIsNotTaken() {
        byte[] code = Assembler.assemble(RAM, """
                        mrs x0, mpidr_el1
                loop:   add x1, x1, #1
                        b loop
                """).bytes();
        for (int[] expected : new int[][] {{0, 0}, {1, 1}, {1, 2}, {0, 1}}) {
            try (var memory = new GuestMemory()) {
                java.lang.foreign.MemorySegment.copy(code, 0, memory.add("ram", RAM, 1 << 20).segment(), java.lang.foreign.ValueLayout.JAVA_BYTE, 0, code.length);
                try (var cpu = new A64Cpu(expected[0], CpuModel.of("cortex-a57"), new MemoryMap(memory, new Trace()), Engine.NATIVE)) {
                    cpu.keepTranslations(folder(), "this test");
                    cpu.reset(RAM, 0);
                    cpu.run(1000);
                    assertEquals(0x8000_0000L | expected[0], cpu.get("x0"));
                    assertEquals(500, cpu.get("x1"));
                    assertEquals(expected[1], cpu.engineCounts().taken(), "on CPU " + expected[0]);
                }
            }
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Outcome first = run(folder(), PROGRAM);
        Path file = file();
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
        Outcome second = run(folder(), PROGRAM);
        assertEquals(first.fingerprint, second.fingerprint);
        assertEquals(0, second.counts.taken());
        assertTrue(second.said.contains("cannot be read"), second.said);
    }

    @Test
    void anotherProgramsCodeIsNotTaken() throws IOException {
        run(folder(), PROGRAM);
        Path ours = file();
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        for (int round = 0; round < 2; round++) {
            System.setErr(new PrintStream(said, true));
            try (Vm vm = guest(Vm.builder("kept").engine(Engine.NATIVE), PROGRAM)) {
                ((A64Cpu) vm.cpu(0).cpu()).keepTranslations(folder(), "another program");
                vm.run(RUN);
                assertEquals(0, vm.cpu(0).engineCounts().taken());
            } finally {
                System.setErr(err);
            }
            assertEquals(2, folder().entries().size(), "each has its file");
            if (round == 0) { // ours under the other's name
                Path theirs = folder().entries().stream().map(TranslationFolder.Entry::file).filter(file -> !file.equals(ours)).findFirst().orElseThrow();
                Files.copy(ours, theirs, java.nio.file.StandardCopyOption.REPLACE_EXISTING, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        assertTrue(said.toString().contains("it was made by another program, for another CPU model, or on another host"), said::toString);
    }

    @Test
    void everyFeatureOfTheHostIsPartOfWhatChoosesTheFile() throws Exception {
        var constructor = HostFeatures.class.getDeclaredConstructors()[0];
        Object[] all = new Object[constructor.getParameterCount()];
        java.util.Arrays.fill(all, true);
        String with = HostEngine.configuration("program", (HostFeatures) constructor.newInstance(all), "layout");
        for (int i = 0; i < all.length; i++) {
            Object[] less = all.clone();
            less[i] = false;
            assertNotEquals(with, HostEngine.configuration("program", (HostFeatures) constructor.newInstance(less), "layout"));
        }
        assertNotEquals(with, HostEngine.configuration("program", (HostFeatures) constructor.newInstance(all), "layout 2"));
        assertNotEquals(with, HostEngine.configuration("program 2", (HostFeatures) constructor.newInstance(all), "layout"));
    }

    /** Every length up to three blocks, and one long one. */
    @Test
    void theHostsSha256IsJavas() {
        var random = new java.util.SplittableRandom(6);
        try (var sha256 = new HostSha256(); var arena = java.lang.foreign.Arena.ofConfined()) {
            for (int length : java.util.stream.IntStream.concat(java.util.stream.IntStream.range(0, 200), java.util.stream.IntStream.of(4096, 1_000_003)).toArray()) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                var memory = arena.allocate(Math.max(1, length)).asSlice(0, length).copyFrom(java.lang.foreign.MemorySegment.ofArray(bytes));
                assertEquals(dev.cellvisor.state.Sha256.hex(bytes), java.util.HexFormat.of().formatHex(sha256.of(memory)), length + " bytes");
            }
        }
    }

    /** Two at once: the one that writes last keeps what the other wrote. */
    @Test
    void whatAnotherHasWrittenInBetweenStays() {
        String other = PROGRAM.replace("#1.5", "#2.5");
        Outcome[] inner = new Outcome[1];
        Outcome outer = run(folder(), Engine.NATIVE, vm -> {
            vm.run(RUN);
            inner[0] = run(folder(), other);
        }, PROGRAM);
        assertEquals(outer.counts.blocks(), run(folder(), PROGRAM).counts.taken());
        assertEquals(inner[0].counts.blocks(), run(folder(), other).counts.taken());
    }

    @Test
    void aFileHasNoMoreThanItMay() throws IOException {
        run(folder(), PROGRAM);
        byte[] configuration = java.util.HexFormat.of().parseHex(file().getFileName().toString().replace(".code", ""));
        Path small = folder().file("small");
        try (var sha256 = new HostSha256(); var arena = java.lang.foreign.Arena.ofConfined(); var channel = folder().open(file().getFileName().toString().replace(".code", ""))) {
            TranslationFile whole = TranslationFile.map(channel, configuration, sha256, arena);
            assertEquals(2, whole.pages.size());
            var content = new TranslationFile.Content(sha256);
            whole.pages.forEach(content::add);
            folder().put("small", to -> content.write(to, configuration, Files.size(file()) - 1));
            try (var again = folder().open("small")) {
                assertEquals(1, TranslationFile.map(again, configuration, sha256, arena).pages.size());
            }
        }
        assertEquals(2, folder().entries().size());
        new TranslationFolder(folder().directory(), Files.size(small)).put("small", to -> to.write(java.nio.ByteBuffer.allocate(10)));
        assertEquals(List.of(small), folder().entries().stream().map(TranslationFolder.Entry::file).toList(), "the one unused for longest goes");
        assertEquals(1, folder().clear());
        assertFalse(Files.exists(small));
    }
}
