package dev.cellvisor.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The symbol table found in Debian's own arm64 kernel, checked against that kernel's instructions. */
class KallsymsTest {

    /** A kernel named in the environment, or the one that the image builder made in this project. */
    private static byte[] image() throws IOException {
        String named = System.getenv("CELLVISOR_TEST_KERNEL");
        if (named != null) {
            return Files.readAllBytes(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path images = at.resolve(".cache/images");
            if (Files.isDirectory(images)) {
                try (Stream<Path> files = Files.find(images, 2, (path, attributes) -> path.getFileName().toString().equals("Image"))) {
                    Optional<Path> kernel = files.sorted().findFirst();
                    if (kernel.isPresent()) {
                        return Files.readAllBytes(kernel.get());
                    }
                }
            }
        }
        return Assumptions.abort("skipped: no arm64 kernel; ./cellvisor images --build makes one, or name one in CELLVISOR_TEST_KERNEL");
    }

    private static int instruction(byte[] image, long offset) {
        return ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt((int) offset);
    }

    @Test
    void theKernelsFunctionsAreFound() throws IOException {
        Symbols symbols = Kallsyms.read(image());
        assertTrue(symbols.size() > 20_000, symbols.toString());
        for (String name : List.of("start_kernel", "panic", "vectors", "primary_entry", "__primary_switched", "_stext", "_etext", "schedule")) {
            assertTrue(symbols.has(name), name);
        }
        long before = 0;
        for (Symbols.Symbol symbol : symbols.all()) {
            assertTrue(symbol.address() >= before, symbol.name());
            assertTrue(symbol.name().matches("[\\w.$]+"), symbol.name());
            before = symbol.address();
        }
        assertEquals("start_kernel", symbols.at(symbols.address("start_kernel")).name());
        assertEquals("start_kernel+0x8", symbols.describe(symbols.address("start_kernel") + 8));
    }

    /** {@code __primary_switched} ends in a call of {@code start_kernel}: the BL there must lead to where the table has it. */
    @Test
    void addressesAgreeWithTheKernelsOwnBranches() throws IOException {
        byte[] image = image();
        Symbols symbols = Kallsyms.read(image);
        long start = symbols.address("start_kernel");
        boolean called = false;
        for (long at = symbols.address("__primary_switched"), i = 0; i < 200; i++, at += 4) {
            int word = instruction(image, at);
            called |= word >>> 26 == 0b100101 && at + ((long) (word << 6) >> 4) == start;
        }
        assertTrue(called, "BL start_kernel in __primary_switched");
        assertEquals(0, symbols.address("vectors") % 2048, "VBAR_EL1 holds addresses of 2 KiB steps (Arm ARM, D1.3.4.1)");
    }

    /** Nine in ten calls in the text must lead to the first instruction of a named function. */
    @Test
    void callsLeadToNames() throws IOException {
        byte[] image = image();
        Symbols symbols = Kallsyms.read(image);
        var random = new Random(1);
        long text = symbols.address("_stext");
        long size = symbols.address("_etext") - text;
        int calls = 0;
        int named = 0;
        for (int i = 0; i < 200_000; i++) {
            long at = text + (random.nextInt((int) (size / 4)) * 4L);
            int word = instruction(image, at);
            if (word >>> 26 == 0b100101) {
                calls++;
                long target = at + ((long) (word << 6) >> 4);
                Symbols.Symbol symbol = symbols.at(target);
                named += symbol != null && symbol.address() == target ? 1 : 0;
            }
        }
        assertTrue(calls > 1000, calls + " calls");
        assertTrue(named > calls * 0.9, named + " of " + calls);
    }

    @Test
    void bytesWithoutATableHaveNoNames() {
        assertTrue(Kallsyms.read(new byte[10_000]).isEmpty());
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        assertTrue(Kallsyms.read(noise).isEmpty());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        var symbols = Symbols.of(List.of(new Symbols.Symbol("start_kernel", 16), new Symbols.Symbol("panic", 32)));
        var e = assertThrows(IllegalArgumentException.class, () -> symbols.address("start_kernl"));
        assertTrue(e.getMessage().contains("start_kernel"), e.getMessage());
        assertEquals(0x1010, symbols.movedBy(0x1000).address("start_kernel"));
        assertEquals("panic+0x4", symbols.movedBy(0x1000).describe(0x1024));
        assertEquals("0x8", symbols.describe(8));
    }
}
