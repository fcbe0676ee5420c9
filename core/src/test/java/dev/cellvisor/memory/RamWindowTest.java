package dev.cellvisor.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a VM's window is its RAM and nothing else, as the host's own list of mappings has it. */
class RamWindowTest {
    private static final long RAM = 0x4000_0000L;
    private static final long MIB = 1 << 20;

    @BeforeEach
    void linux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: addresses are reserved on Linux only");
    }

    /** What may be touched from so far before the window to so far behind it, as {@code offset+size} in the window. */
    private static TreeSet<String> mapped(RamWindow window) throws IOException {
        var pieces = new TreeSet<String>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] words = line.split(" ");
            int dash = words[0].indexOf('-');
            long start = Long.parseUnsignedLong(words[0].substring(0, dash), 16);
            long end = Long.parseUnsignedLong(words[0].substring(dash + 1), 16);
            if (end > window.address() - RamWindow.GUARD && start < window.address() + window.sizeBytes() + RamWindow.GUARD && !words[1].startsWith("---")) {
                pieces.add("0x%x+0x%x".formatted(start - window.address(), end - start));
            }
        }
        return pieces;
    }

    private static String piece(RamWindow window, MemorySlot slot) {
        return "0x%x+0x%x".formatted(slot.hostAddress() - window.address(), slot.sizeBytes());
    }

    @Test
    void ramIsInItAndNothingElse() throws IOException {
        var memory = new GuestMemory();
        MemorySlot first = memory.add("ram", RAM, 16 * MIB);
        MemorySlot second = memory.add("more", 0x8000_0000L, 5 * MIB + 4096);
        RamWindow window = memory.window();
        assertEquals(RamWindow.NARROW, window.sizeBytes());
        assertEquals(0, window.address() & window.sizeBytes() - 1);
        var wanted = new TreeSet<>(java.util.List.of("0x0+0x1000", piece(window, first), piece(window, second)));
        assertEquals(wanted, mapped(window));
        assertEquals(0, first.hostAddress() & (2 << 20) - 1, "the host can use large pages");
        assertTrue(first.reachable() && second.reachable());
        memory.close();
        assertEquals(new TreeSet<>(), mapped(window), "the addresses are given back");
    }

    @Test
    void aForkHasAWindowOfItsOwn() throws IOException {
        try (var memory = new GuestMemory()) {
            memory.add("ram", RAM, 16 * MIB);
            memory.add("empty", 0x8000_0000L, 4 * MIB);
            for (int page = 0; page < 3000; page++) { // too many to be loose: they come from an image
                memory.writeLong(RAM + page * 4096L, page + 1);
            }
            try (GuestMemory fork = memory.fork()) {
                RamWindow window = fork.window();
                assertFalse(window.contains(memory.slotAt(RAM).hostAddress()));
                var wanted = new TreeSet<>(java.util.List.of("0x0+0x1000", piece(window, fork.slotAt(RAM)), piece(window, fork.slotAt(0x8000_0000L))));
                assertEquals(wanted, mapped(window));
                fork.writeLong(RAM + 4096, -1);
                assertEquals(3000, fork.readLong(RAM + 2999 * 4096L));
                assertEquals(2, memory.readLong(RAM + 4096));
            }
        }
    }

    @Test
    void aLargeRamHasAWiderOne() throws IOException {
        try (var memory = new GuestMemory()) {
            MemorySlot slot = memory.add("ram", RAM, RamWindow.NARROW);
            RamWindow window = memory.window();
            assertEquals(4 * RamWindow.NARROW, window.sizeBytes(), "room for as much again, in a power of two");
            assertEquals(0, window.address() & window.sizeBytes() - 1);
            memory.writeLong(RAM + RamWindow.NARROW - 8, 7);
            assertTrue(slot.reachable());
            MemorySlot second = memory.add("more", 0x10_0000_0000L, RamWindow.NARROW);
            assertTrue(second.reachable(), window::toString);
            assertEquals(new TreeSet<>(java.util.List.of("0x0+0x1000", piece(window, slot), piece(window, second))), mapped(window));
        }
    }

    /** What is expected together is put together; what comes later than that stays outside if there is no room, and is told. */
    @Test
    void whatFindsNoRoomIsOutside() {
        try (var memory = new GuestMemory()) {
            memory.expect(3 * 1024 * MIB);
            assertTrue(memory.add("ram", RAM, 3 * 1024 * MIB).reachable());
            MemorySlot late = memory.add("late", 0x10_0000_0000L, 2 * 1024 * MIB);
            assertFalse(late.reachable());
            assertFalse(memory.window().contains(late.hostAddress()));
            memory.writeLong(0x10_0000_0000L, 5);
            assertEquals(5, memory.readLong(0x10_0000_0000L));
            assertTrue(memory.add("small", 0x20_0000_0000L, 4096).reachable(), "there is room for this one");
        }
        try (var memory = new GuestMemory()) {
            memory.expect(3 * 1024 * MIB, 2 * 1024 * MIB);
            memory.add("ram", RAM, 3 * 1024 * MIB);
            assertTrue(memory.add("late", 0x10_0000_0000L, 2 * 1024 * MIB).reachable());
        }
    }
}
