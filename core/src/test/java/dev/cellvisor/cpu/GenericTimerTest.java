package dev.cellvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.irq.CpuInterface.TrappedAccess;
import dev.cellvisor.irq.CpuInterface.UndefinedAccess;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** The generic timer as a kernel uses it; the test moves the count of instructions, one tick each. */
class GenericTimerTest {
    private static final int EL0 = 0;
    private static final int EL1 = 1;

    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue events = new EventQueue();
    private long instructions;
    private boolean physical;
    private boolean virtual;
    private final GenericTimer timer = new GenericTimer(0, clock, events, level -> physical = level, level -> virtual = level);

    GenericTimerTest() {
        clock.countWith(() -> instructions);
    }

    private void at(long tick) {
        instructions = tick;
        events.runDue(tick);
    }

    private long read(int register) {
        return timer.read(register, EL1);
    }

    private void write(int register, long value) {
        timer.write(register, EL1, value);
    }

    @Test
    void theLineRisesExactlyAtTheCompareValueAndFallsWhenItIsMoved() {
        at(1000);
        write(GenericTimer.CNTV_CVAL_EL0, 1500);
        write(GenericTimer.CNTV_CTL_EL0, 1);
        assertEquals(1500, events.nextTick());
        assertEquals("cpu0.vtimer", events.nextName());
        at(1499);
        assertFalse(virtual);
        assertEquals(1, read(GenericTimer.CNTV_CTL_EL0));
        at(1500);
        assertTrue(virtual);
        assertFalse(physical);
        assertEquals(5, read(GenericTimer.CNTV_CTL_EL0), "ISTATUS");
        at(1700);
        assertTrue(virtual, "it is a level");
        write(GenericTimer.CNTV_TVAL_EL0, 100);
        assertFalse(virtual);
        assertEquals(1800, read(GenericTimer.CNTV_CVAL_EL0));
        assertEquals(1800, events.nextTick());
    }

    @Test
    void maskAndEnableGateTheLine() {
        at(10);
        write(GenericTimer.CNTP_CVAL_EL0, 5);
        assertFalse(physical);
        write(GenericTimer.CNTP_CTL_EL0, 3);
        assertFalse(physical);
        assertEquals(7, read(GenericTimer.CNTP_CTL_EL0), "masked, and its condition is met");
        write(GenericTimer.CNTP_CTL_EL0, 1);
        assertTrue(physical);
        write(GenericTimer.CNTP_CTL_EL0, 0);
        assertFalse(physical);
        assertEquals(0, read(GenericTimer.CNTP_CTL_EL0), "a timer that is off has no status");
        assertEquals(Long.MAX_VALUE, events.nextTick());
    }

    @Test
    void aCompareValueInThePastFiresAtOnceAndOneFarAwayNever() {
        at(100);
        write(GenericTimer.CNTV_CTL_EL0, 1);
        assertTrue(virtual, "compare value 0 is long past");
        write(GenericTimer.CNTV_CVAL_EL0, -1);
        assertFalse(virtual);
        assertEquals(Long.MAX_VALUE, events.nextTick(), "0xffffffffffffffff is never reached");
        write(GenericTimer.CNTV_TVAL_EL0, -1);
        assertTrue(virtual, "TVAL is signed: one tick ago");
        assertEquals(0xffff_ffffL, read(GenericTimer.CNTV_TVAL_EL0));
        at(150);
        assertEquals(0xffff_ffffL - 50, read(GenericTimer.CNTV_TVAL_EL0));
    }

    @Test
    void theCounterIsTheClockAndTheFrequencyItsRate() {
        at(12345);
        assertEquals(12345, read(GenericTimer.CNTVCT_EL0));
        assertEquals(12345, read(GenericTimer.CNTPCT_EL0));
        assertEquals(62_500_000, read(GenericTimer.CNTFRQ_EL0));
        assertThrows(UndefinedAccess.class, () -> timer.write(GenericTimer.CNTVCT_EL0, EL1, 0));
        assertThrows(UndefinedAccess.class, () -> timer.write(GenericTimer.CNTFRQ_EL0, EL0, 1));
        assertThrows(UndefinedAccess.class, () -> timer.read(GenericTimer.CNTKCTL_EL1, EL0));
    }

    @Test
    void el0SeesWhatEl1Allows() {
        int[] registers = {GenericTimer.CNTPCT_EL0, GenericTimer.CNTVCT_EL0, GenericTimer.CNTFRQ_EL0, GenericTimer.CNTP_CTL_EL0, GenericTimer.CNTV_CVAL_EL0};
        int[][] allowedBy = {{1}, {2}, {1, 2}, {0x200}, {0x100}};
        for (int i = 0; i < registers.length; i++) {
            for (int bit : new int[] {0, 1, 2, 0x100, 0x200}) {
                write(GenericTimer.CNTKCTL_EL1, bit);
                boolean allowed = false;
                for (int one : allowedBy[i]) {
                    allowed |= one == bit;
                }
                int register = registers[i];
                if (allowed) {
                    timer.read(register, EL0);
                } else {
                    assertThrows(TrappedAccess.class, () -> timer.read(register, EL0), "CNTKCTL " + bit + " register " + i);
                }
            }
        }
        write(GenericTimer.CNTKCTL_EL1, 0x100);
        timer.write(GenericTimer.CNTV_CTL_EL0, EL0, 1);
        assertTrue(virtual);
        assertThrows(TrappedAccess.class, () -> timer.write(GenericTimer.CNTP_CTL_EL0, EL0, 1));
    }

    @Test
    void theEventStreamTicksAtEachChangeOfItsBit() {
        assertEquals(Long.MAX_VALUE, timer.nextEventStreamTick());
        write(GenericTimer.CNTKCTL_EL1, 1 << 2 | 3 << 4);
        at(0);
        assertEquals(8, timer.nextEventStreamTick());
        at(8);
        assertEquals(24, timer.nextEventStreamTick());
        at(20);
        assertEquals(24, timer.nextEventStreamTick());
        assertEquals(8, timer.eventStreamTickAfter(7));
        write(GenericTimer.CNTKCTL_EL1, 1 << 2 | 1 << 3 | 3 << 4);
        assertEquals(32, timer.nextEventStreamTick());
        at(32);
        assertEquals(48, timer.nextEventStreamTick());
    }

    @Test
    void registersHaveTheirNames() {
        at(7);
        assertEquals(10, timer.registerNames().size());
        assertEquals(7, timer.peek(timer.registerNames().get("CNTVCT_EL0")));
        assertTrue(timer.registerNames().values().stream().allMatch(timer::handles));
    }

    @Test
    void stateComesBackWithTheEventQueues() {
        at(100);
        write(GenericTimer.CNTV_CVAL_EL0, 500);
        write(GenericTimer.CNTV_CTL_EL0, 1);
        write(GenericTimer.CNTP_CTL_EL0, 1);
        write(GenericTimer.CNTKCTL_EL1, 0x102);
        var timerState = timer.save();
        var eventState = events.save();
        at(600);
        write(GenericTimer.CNTV_CTL_EL0, 0);
        write(GenericTimer.CNTP_CTL_EL0, 0);

        instructions = 100;
        timer.restore(timerState);
        events.restore(eventState);
        assertEquals(timerState, timer.save());
        at(499);
        assertFalse(virtual);
        at(500);
        assertTrue(virtual);
        assertTrue(timer.physical().asserted());
        assertEquals("cpu0.vtimer on, asserted, compare 500, count 500", timer.virtual().toString());
    }
}
