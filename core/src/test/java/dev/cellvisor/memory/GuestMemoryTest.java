package dev.cellvisor.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestMemoryTest {
    private final GuestMemory memory = new GuestMemory();

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void overlapMisalignmentAndTakenNamesAreRefusedByName() {
        memory.add("ram", 0x4000_0000L, 0x10_000);
        assertTrue(assertThrows(AddressException.class, () -> memory.add("more", 0x4000_f000L, 0x1000)).getMessage()
                .contains("overlaps ram 0x40000000–0x4000ffff"));
        assertTrue(assertThrows(AddressException.class, () -> memory.add("more", 0x4001_0800L, 0x1000)).getMessage().contains("multiples of 4096"));
        assertTrue(assertThrows(AddressException.class, () -> memory.add("more", 0x4001_0000L, 0)).getMessage().contains("more than 0"));
        assertTrue(assertThrows(AddressException.class, () -> memory.add("ram", 0x5000_0000L, 0x1000)).getMessage().contains("already named"));
        memory.add("next", 0x4001_0000L, 0x1000);
        assertEquals(2, memory.slots().size());
    }

    @Test
    void numbersAreLittleEndianAtAnyAlignment() {
        memory.add("ram", 0, 0x2000);
        memory.writeLong(0xffd, 0x1122_3344_5566_7788L);
        assertEquals(0x88, memory.readByte(0xffd));
        assertEquals(0x6677, memory.readShort(0xffe));
        assertEquals(0x3344_5566, memory.readInt(0xfff));
        assertEquals(0x1122_3344_5566_7788L, memory.readLong(0xffd));
    }

    @Test
    void anAccessThatLeavesRamIsRefusedWhole() {
        memory.add("ram", 0x1000, 0x1000);
        assertThrows(AddressException.class, () -> memory.writeInt(0x1ffe, -1));
        assertEquals(0, memory.readShort(0x1ffe));
        assertFalse(memory.contains(0x1fff, 2));
        assertTrue(memory.contains(0x1fff, 1));
        assertFalse(memory.contains(0x1000, Long.MAX_VALUE));
        assertFalse(memory.contains(0x1000, -1));
    }

    @Test
    void aNumberWithoutItsLIsToldFromAnAddressThatIsNotRam() {
        memory.add("ram", 0x8000_0000L, 0x1000);
        String forgotten = assertThrows(AddressException.class, () -> memory.readInt(0x8000_0010)).getMessage();
        assertTrue(forgotten.endsWith("; 0x80000010 is meant? In Java such a number ends in L: 0x80000010L"), forgotten);
        String elsewhere = assertThrows(AddressException.class, () -> memory.readInt(0x9000_0000)).getMessage();
        assertFalse(elsewhere.contains("meant"), elsewhere);
    }

    @Test
    void dirtyPagesAreThoseWrittenSinceTheLastClear() {
        MemorySlot slot = memory.add("ram", 0, 0x5000);
        memory.write(0xfff, (byte) 1, (byte) 2);
        assertEquals("{0, 1}", memory.dirtyPages(slot).toString());
        memory.clearDirty();
        memory.readLong(0x3000);
        memory.fill(0x3ff0, 0x20, 7);
        assertEquals("{3, 4}", memory.dirtyPages(slot).toString());
    }

    @Test
    void aWatchedPageIsReportedOnceBeforeItChanges() {
        memory.add("ram", 0, 0x3000);
        List<String> told = new ArrayList<>();
        memory.addListener(new GuestMemory.PageListener() {
            @Override
            public void pageWatched(long page) {
                told.add("watched " + page);
            }

            @Override
            public void watchedPageWritten(long page) {
                told.add("written " + page + " still " + memory.readByte(page));
            }

            @Override
            public void dirtyCleared() {
                told.add("cleared");
            }
        });
        memory.watch(0x1004);
        memory.writeByte(0x1000, 9);
        memory.writeByte(0x1000, 10);
        memory.watch(0x1008);
        memory.clearDirty();
        // The first watch tells nobody: no CPU can have a write tag of a page that was never written.
        assertEquals(List.of("written 4096 still 0", "watched 4096", "cleared"), told);
    }

    @Test
    void aForkHasTheSameContentsAndALifeOfItsOwn() {
        memory.add("ram", 0x4000_0000L, 1 << 20);
        memory.write(0x4000_4000L, (byte) 1, (byte) 2);
        try (GuestMemory fork = memory.fork()) {
            memory.writeByte(0x4000_4000L, 99);
            fork.writeByte(0x4000_4001L, 98);
            assertArrayEquals(new byte[] {1, 98}, fork.read(0x4000_4000L, 2));
            assertArrayEquals(new byte[] {99, 2}, memory.read(0x4000_4000L, 2));
        }
    }

    @Test
    void findLooksThroughAllSlotsInOrder() {
        memory.add("high", 0x9000, 0x1000);
        memory.add("low", 0x1000, 0x1000);
        memory.write(0x9010, "needle".getBytes());
        memory.write(0x1ffa, "needle".getBytes());
        assertEquals(0x1ffa, memory.find("needle".getBytes(), 0));
        assertEquals(0x9010, memory.find("needle".getBytes(), 0x1ffb));
        assertEquals(-1, memory.find("hay".getBytes(), 0));
    }

    @Test
    void pagesGivenBackReadAsZeroAndCountAsWritten() {
        MemorySlot slot = memory.add("ram", 0x4000_0000L, 0x8000);
        memory.fill(0x4000_0000L, 0x8000, 7);
        memory.clearDirty();
        memory.discard(0x4000_1000L, 0x3000);
        assertEquals(7, memory.readByte(0x4000_0fff));
        assertEquals(0, memory.find(new byte[0x3000], 0x4000_0000L) - 0x4000_1000L, "three pages of zeros");
        assertEquals(7, memory.readByte(0x4000_4000L));
        assertEquals("{1, 2, 3}", memory.dirtyPages(slot).toString());
        memory.writeByte(0x4000_2000L, 9);
        assertEquals(9, memory.readByte(0x4000_2000L));
        assertThrows(AddressException.class, () -> memory.discard(0x4000_1000L, 100));
        assertThrows(AddressException.class, () -> memory.discard(0x4000_0800L, 0x1000));
        assertThrows(AddressException.class, () -> memory.discard(0x4000_7000L, 0x2000));
    }
}
