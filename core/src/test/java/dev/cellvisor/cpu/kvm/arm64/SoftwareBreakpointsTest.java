package dev.cellvisor.cpu.kvm.arm64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.GuestMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in memory where two vCPUs want to be stopped. That they are is shown in {@code ./cellvisor kvm-lab arm64}. */
class SoftwareBreakpointsTest {
    private static final int BRK = 0xd420_0000;
    private static final int NOP = 0xd503_201f;

    private final GuestMemory memory = new GuestMemory();
    private final SoftwareBreakpoints breakpoints = new SoftwareBreakpoints(memory);

    SoftwareBreakpointsTest() {
        memory.add("ram", 0x4000_0000L, 0x1000);
        memory.writeInt(0x4000_0010L, NOP);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    private int word() {
        return memory.readInt(0x4000_0010L);
    }

    @Test
    void aPlaceThatTwoWantIsGivenBackWhenNoneWantsIt() {
        breakpoints.add(0x4000_0010L);
        breakpoints.add(0x4000_0010L);
        assertEquals(BRK, word());
        breakpoints.remove(0x4000_0010L);
        assertEquals(BRK, word(), "the other one wants it still");
        breakpoints.remove(0x4000_0010L);
        assertEquals(NOP, word());
    }

    @Test
    void whileOneStepsNothingStandsThereWhateverTheOthersDo() {
        breakpoints.add(0x4000_0010L);
        breakpoints.lift();
        assertEquals(NOP, word());
        breakpoints.add(0x4000_0010L);
        breakpoints.lift();
        breakpoints.lower();
        assertEquals(NOP, word(), "the first one steps still");
        breakpoints.lower();
        assertEquals(BRK, word());
        breakpoints.lift();
        breakpoints.remove(0x4000_0010L);
        breakpoints.remove(0x4000_0010L);
        breakpoints.lower();
        assertEquals(NOP, word());
    }

    @Test
    void whatTheGuestWroteOverItStays() {
        breakpoints.add(0x4000_0010L);
        memory.writeInt(0x4000_0010L, 0x1234);
        breakpoints.remove(0x4000_0010L);
        assertEquals(0x1234, word());
    }

    @Test
    void onlyRamCanHaveOne() {
        assertTrue(breakpoints.fits(0x4000_0ffcL));
        assertFalse(breakpoints.fits(0x4000_0ffeL));
        assertFalse(breakpoints.fits(-1));
    }
}
