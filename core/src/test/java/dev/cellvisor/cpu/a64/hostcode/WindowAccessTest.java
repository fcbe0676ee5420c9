package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.debug.WindowCheck;
import dev.cellvisor.memory.GuestMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TLB entry that leads anywhere never takes emitted code out of the window: {@link StrayAddends} is the experiment. */
class WindowAccessTest {
    private static final String SEED = "20261126";

    @TempDir
    Path directory;

    @BeforeEach
    void nativeEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
    }

    private static boolean segment() {
        try (var memory = new GuestMemory()) {
            return WindowAccess.of(memory.window()).segment();
        }
    }

    private List<String> child(List<String> forms) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-cp", System.getProperty("java.class.path"), StrayAddends.class.getName(), SEED));
        command.addAll(forms);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the child has not ended");
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        return lines;
    }

    @Test
    void aWrongAddendEndsInTheWindowWhateverTheInstruction() throws Exception {
        List<String> forms = new ArrayList<>(List.of("plain-narrow", "plain-wide"));
        if (segment()) {
            forms.addAll(List.of("gs-narrow", "gs-wide"));
        } else {
            System.out.println("figure: this host does not let a process set GS: operands in GS are not executed here");
        }
        List<String> lines = child(forms);
        assertEquals(forms.size(), lines.size(), lines::toString);
        for (int i = 0; i < forms.size(); i++) {
            String line = lines.get(i);
            assertTrue(line.startsWith(forms.get(i) + ": "), line);
            System.out.println("figure: wrong addends, " + line.substring(0, line.indexOf(", of these")) + ", none outside of the window");
            Set<String> reached = new TreeSet<>(new Emitters().names().stream().filter(WindowAccessTest::accesses).toList());
            reached.removeAll(Arrays.asList(line.substring(line.indexOf("operations: ") + 12).split(" ")));
            assertEquals(Set.of(), reached, "operations with an emitter whose access was never tried: " + reached.stream().collect(Collectors.joining(", ")));
        }
    }

    /** What all emitters write, in each form: by what stands there, without executing it. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void everyOperandOfEveryEmitterIsHeldByItsForm(boolean gs, boolean narrow) throws Exception {
        WindowCheck.Report report;
        try {
            report = WindowCheck.of(emitAll(new WindowAccess(gs, narrow), 3), Integer.MAX_VALUE);
        } catch (UnsupportedOperationException e) { // no objdump
            assumeTrue(false, "skipped: " + e.getMessage());
            return;
        }
        System.out.printf("figure: all emitters, operands in %s: %,d host instructions, %s%n", (gs ? "GS, " : "plain registers, ") + (narrow ? "narrow" : "wide"), report.instructions(),
                report.operands());
        assertEquals(List.of(), report.strays());
        assertTrue(report.operands().get(WindowCheck.Place.WINDOW) > 1000, report::toString);
    }

    /** Whoever checks must see it: code for a wide window without its mask, and a load by an address. */
    @Test
    void whatNothingHoldsIsSeen() throws Exception {
        try (var buffer = new CodeBuffer(1 << 20)) {
            var a = new X64();
            a.at = buffer.writable();
            a.guestMemory(new WindowAccess(true, true));
            a.load(true, X64.RCX, X64.GUEST, 8);
            long blocks = a.at;
            a.load(true, X64.RCX, X64.RAX, 8); // an address
            a.opIndexed(X64.ADD, X64.RAX, X64.R14, X64.RDX, A64State.TLB_ADDEND); // a place in the bank that nothing has cut
            a.opImmediate(X64.AND, false, X64.RDX, Layout.TLB_INDEX);
            a.opIndexed(X64.ADD, X64.RAX, X64.R14, X64.RDX, A64State.TLB_ADDEND);
            a.guestMemory(new WindowAccess(true, false));
            a.store(true, X64.GUEST, 0, X64.RCX); // 64 bits, and no mask
            a.opMemory(X64.AND, true, X64.RAX, X64.RBX, BlockBuilder.displacement(Layout.WINDOW_MASK));
            a.store(true, X64.GUEST, 0, X64.RCX);
            a.load(true, X64.RCX, X64.RBX, 1 << 20); // behind the state block
            a.mov(true, X64.RBX, X64.RCX);
            a.jump(X64.RCX);
            a.opIndexed(X64.CMP, X64.RDX, X64.RBX, X64.RSI, BlockBuilder.displacement(A64State.TLB_ASID)); // a bank by any number
            a.load(true, X64.RDI, X64.RBX, BlockBuilder.displacement(Layout.JUMP_CACHE));
            a.load(true, X64.RCX, X64.RDI, Refill.RAM_BYTES);
            a.load(true, X64.RCX, X64.RDI, Refill.TABLE + Refill.TABLE_BYTES); // behind the table
            a.shift(X64.SHR, true, X64.R11, 12);
            a.opMemory(X64.ADD, true, X64.R11, X64.RDI, Refill.MARKS);
            a.loadUnsigned8(X64.R11, X64.R11, 0); // the mark of a page that nothing has compared with RAM's size
            a.lea(true, X64.R8, X64.R14, X64.RAX, 0, 0);
            a.load(true, X64.RCX, X64.R8, 0); // an entry of a place that nothing has cut
            WindowCheck.Report report = WindowCheck.of(EverythingEmitted.of(buffer.executable(), blocks + buffer.delta(), a.at + buffer.delta()), Integer.MAX_VALUE);
            List<String> strays = report.strays().stream().map(stray -> stray.substring(stray.indexOf(": ") + 2).replaceAll("\\s+", " ")).toList();
            assertEquals(List.of("mov rcx,QWORD PTR [rax+0x8]", "add rax,QWORD PTR [r14+rdx*1+0x18]", "mov QWORD PTR gs:[rax],rcx", "mov rcx,QWORD PTR [rbx+0x100000]",
                    "mov rbx,rcx", "jmp rcx", "cmp rdx,QWORD PTR [rbx+rsi*1+0x%x]".formatted(BlockBuilder.displacement(A64State.TLB_ASID)),
                    "mov rcx,QWORD PTR [rdi+0x%x]".formatted(Refill.TABLE + Refill.TABLE_BYTES), "movzx r11d,BYTE PTR [r11]", "mov rcx,QWORD PTR [r8]"), strays);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
        }
    }

    @Test
    void noAddressOfACodeBufferIsWritableAndExecutable() throws IOException {
        try (var buffer = new CodeBuffer(1 << 20)) {
            List<String> mappings = Files.readAllLines(Path.of("/proc/self/maps")).stream().filter(line -> line.contains("cellvisor-code"))
                    .map(line -> line.split(" ")[1]).distinct().sorted().toList();
            assertEquals(List.of("r-xs", "rw-s"), mappings, "of all buffers in this process");
            assertTrue(buffer.delta() != 0);
        }
    }

    private static EverythingEmitted emitAll(WindowAccess form, int words) {
        var decoder = new Decoder(EnumSet.allOf(Feature.class));
        var random = new SplittableRandom(3);
        try (var buffer = new CodeBuffer(16 << 20)) {
            var a = new X64();
            a.at = buffer.writable();
            var common = new CommonCode(a, buffer.delta(), 0, form, true, true);
            long blocks = a.at;
            var translator = new Translator(a, null, buffer.delta(), new ArrayList<>(), common, register -> null);
            long[] code = new long[CodePages.LENGTH];
            for (InstructionTable.Entry entry : InstructionTable.all()) {
                for (int tries = 0, found = 0; found < words && tries < 100_000; tries++) {
                    int word = entry.value() | random.nextInt() & ~entry.mask();
                    if (decoder.operation(word) == entry.operation()) {
                        found++;
                        Arrays.fill(code, 0, 1024, decoder.decode(0xd503_201f)); // NOP
                        code[0] = decoder.decode(word);
                        translator.translate(translator.block(0, code), code);
                    }
                }
            }
            return EverythingEmitted.of(common.crossing + buffer.delta(), blocks + buffer.delta(), a.at + buffer.delta());
        }
    }

    /** Emitters of loads and stores; of system operations DC ZVA is one. */
    static boolean accesses(String name) {
        return (name.matches(".*(Load|Store|Atomic|Exclusive|CompareAndSwap).*") || name.equals("SystemInstructions.cache")) && !name.contains("prf");
    }
}
