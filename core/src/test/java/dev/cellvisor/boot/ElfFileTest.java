package dev.cellvisor.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.debug.Symbols;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ELF files as GNU's assembler and linker make them. */
class ElfFileTest {
    private static final String SOURCE = """
            .globl _start
            _start: adr x1, text
                    ldr x2, =0x09000000
            next:   ldrb w0, [x1], #1
                    cbz w0, off
                    strb w0, [x2]
                    b next
            off:    ldr x0, =0x84000008
                    hvc #0
            text:   .asciz "Hello from ELF\\n"
                    .bss
            zeros:  .space 4096
            """;

    @TempDir
    Path directory;

    private Path build(String... linkerOptions) throws IOException, InterruptedException {
        for (String tool : List.of("as", "ld")) {
            assumeTrue(Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "aarch64-linux-gnu-" + tool))),
                    "skipped: aarch64-linux-gnu-" + tool + " is not installed (Debian: binutils-aarch64-linux-gnu)");
        }
        Path source = Files.writeString(directory.resolve("hello.s"), SOURCE);
        Path object = directory.resolve("hello.o");
        Path program = directory.resolve("hello.elf");
        run("aarch64-linux-gnu-as", "-o", object.toString(), source.toString());
        String[] link = new String[linkerOptions.length + 4];
        System.arraycopy(new String[] {"aarch64-linux-gnu-ld", "-o", program.toString(), object.toString()}, 0, link, 0, 4);
        System.arraycopy(linkerOptions, 0, link, 4, linkerOptions.length);
        run(link);
        return program;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, String.join(" ", command));
    }

    @Test
    void segmentsEntryAndSymbolsAreRead() throws IOException, InterruptedException {
        ElfFile elf = ElfFile.read(build("-Ttext=0x40080000"));
        assertEquals(0x4008_0000, elf.entry());
        ElfFile.Segment text = elf.segments().getFirst();
        assertArrayEquals("Hello".getBytes(), Arrays.copyOfRange(elf.bytes(text),
                (int) (Symbols.of(elf).address("text") - text.address()), (int) (Symbols.of(elf).address("text") - text.address()) + 5));
        assertTrue(elf.segments().stream().anyMatch(segment -> segment.memorySizeBytes() > segment.fileSizeBytes()), ".bss");
        assertEquals("off", Symbols.of(elf).at(Symbols.of(elf).address("off") + 4).name());
        assertTrue(elf.symbols().stream().noneMatch(symbol -> symbol.name().startsWith("$")), "mapping symbols are no names");
    }

    @Test
    void itRunsOnAVmAndItsSymbolsAreBreakpoints() throws IOException, InterruptedException {
        Path program = build("-Ttext=0x40080000");
        try (Vm vm = Vm.builder("elf").memoryMiB(8).build()) {
            vm.program(program);
            assertEquals("pc(\"off\")", vm.runUntil(Condition.pc("off")).condition());
            assertEquals("Hello from ELF\n", vm.console().text());
            assertTrue(vm.disassemble(2).toString().startsWith("off:\n=>"), vm.disassemble(2).toString());
            assertTrue(vm.runUntil(Condition.powerOff()).met());
            assertTrue(vm.cpu(0).get("x1") > 0x4008_0000);
        }
    }

    @Test
    void aProgramLinkedOutsideRamIsRefusedWithTheWayOut() throws IOException, InterruptedException {
        Path program = build("-Ttext=0x400000");
        try (Vm vm = Vm.builder("elf").memoryMiB(8).build()) {
            var e = assertThrows(BootException.class, () -> vm.program(program));
            assertTrue(e.getMessage().contains("-Ttext=0x40080000"), e.getMessage());
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThrows(BootException.class, () -> ElfFile.parse("x", new byte[100]));
        byte[] other = new byte[100];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1}, 0, other, 0, 6);
        other[18] = (byte) 243; // RISC-V
        assertTrue(assertThrows(BootException.class, () -> ElfFile.parse("x", other)).getMessage().contains("AArch64"));
    }
}
