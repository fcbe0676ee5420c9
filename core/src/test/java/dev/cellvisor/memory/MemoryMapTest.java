package dev.cellvisor.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.trace.Fact;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMapTest {
    private final Trace trace = new Trace(() -> 7);
    private final GuestMemory memory = new GuestMemory();
    private final MemoryMap map = new MemoryMap(memory, trace);
    private final long[] register = new long[1];
    private final MmioDevice device = MmioDevice.of("device", (offset, size) -> register[0] + offset, (offset, size, value) -> register[0] = value);

    @Test
    void ramDevicesAndNothingAnswerWhereTheyAre() {
        memory.add("ram", 0x1000, 0x1000);
        map.add(0x3000, 0x100, device);
        map.write(0x1004, 4, 0xffff_ffff_1234_5678L);
        assertEquals(0x1234_5678, map.read(0x1004, 4));
        map.write(0x3000, 2, 0x5_0042);
        assertEquals(0x42, register[0]);
        assertEquals(0x46, map.read(0x3004, 1));
        map.write(0x9000, 8, 1);
        assertEquals(0, map.read(0x9000, 8));
    }

    @Test
    void accessesAreCountedByRegisterAndTraced() {
        MmioRegion region = map.add(0x3000, 0x100, device);
        List<Fact> facts = new ArrayList<>();
        map.read(0x3000, 4);
        try (var listening = trace.add((instruction, fact) -> {
            assertEquals(7, instruction);
            facts.add(fact);
        })) {
            map.read(0x3000, 4);
            map.write(0x3008, 4, 5);
            map.read(0x8000, 2);
        }
        map.write(0x3008, 4, 6);
        assertEquals("[0x000 read 2, 0x008 write 2]", region.counts().toString());
        assertEquals(List.of("mmio", "mmio", "stray"), facts.stream().map(Fact::kind).toList());
        assertTrue(facts.get(1).toString().contains("write"), facts.get(1).toString());
    }

    @Test
    void overlapsAreRefusedByName() {
        memory.add("ram", 0x1000, 0x1000);
        map.add(0x3000, 0x100, device);
        assertTrue(assertThrows(AddressException.class, () -> map.add(0x1800, 0x1000, device)).getMessage().contains("overlaps RAM ram"));
        assertTrue(assertThrows(AddressException.class, () -> map.add(0x30ff, 1, device)).getMessage().contains("the next free address is 0x3100"));
        map.add(0x3100, 1, device);
    }
}
