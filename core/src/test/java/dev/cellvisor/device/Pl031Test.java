package dev.cellvisor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import org.junit.jupiter.api.Test;

/** The PL031 as rtc-pl031 drives it; one instruction is one tick. */
class Pl031Test {
    private static final long START = 1_767_225_600; // 2026-01-01

    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue events = new EventQueue();
    private long instructions;
    private boolean irq;
    private final Pl031 rtc = new Pl031(START, level -> irq = level, clock, events, new Trace());

    Pl031Test() {
        clock.countWith(() -> instructions);
    }

    private void at(double seconds) {
        instructions = (long) (seconds * Clock.TICKS_PER_SECOND);
        events.runDue(instructions);
    }

    private long read(String register) {
        return rtc.read(rtc.registers().offsetOf(register), 4);
    }

    private void write(String register, long value) {
        rtc.write(rtc.registers().offsetOf(register), 4, value);
    }

    @Test
    void secondsFollowTheClock() {
        assertEquals(START, read("RTCDR"));
        at(0.99);
        assertEquals(START, read("RTCDR"));
        at(1);
        assertEquals(START + 1, read("RTCDR"));
        write("RTCLR", 5000);
        assertEquals(5000, read("RTCDR"));
        assertEquals(5000, read("RTCLR"));
        at(11.5);
        assertEquals(5010, read("RTCDR"));
        write("RTCDR", 1);
        assertEquals(5010, read("RTCDR"), "read only");
        write("RTCCR", 0);
        assertEquals(1, read("RTCCR"), "it can't be stopped");
    }

    @Test
    void theAlarmRingsAtItsSecond() {
        at(0.5);
        write("RTCMR", START + 10);
        assertEquals(Long.MAX_VALUE, events.nextTick(), "masked: nobody could notice, so nothing is scheduled");
        write("RTCIMSC", 1);
        assertEquals(10 * Clock.TICKS_PER_SECOND, events.nextTick());
        at(9.99);
        assertFalse(irq);
        assertEquals(0, read("RTCRIS"));
        at(10);
        assertTrue(irq);
        assertEquals(1, read("RTCMIS"));
        at(20);
        assertTrue(irq, "until it is cleared");
        write("RTCICR", 1);
        assertFalse(irq);
        assertEquals(0, read("RTCRIS"));
        assertEquals(Long.MAX_VALUE, events.nextTick());
    }

    @Test
    void aMaskedAlarmIsSeenByPollingAndUnmaskingRaisesTheLine() {
        write("RTCMR", START + 3);
        at(2.9);
        assertEquals(0, read("RTCRIS"));
        at(5);
        assertEquals(1, read("RTCRIS"));
        assertEquals(0, read("RTCMIS"));
        write("RTCIMSC", 1);
        assertTrue(irq);
        write("RTCIMSC", 0);
        assertFalse(irq);
        assertEquals(1, read("RTCRIS"));
        write("RTCICR", 1);
        at(50);
        assertEquals(0, read("RTCRIS"));
    }

    @Test
    void aMaskedAlarmIsClearedOnceAndStaysWhenTheNextOneIsSet() {
        write("RTCMR", START + 3);
        at(5);
        write("RTCICR", 1);
        assertEquals(0, read("RTCRIS"));
        write("RTCMR", START + 8);
        at(9);
        write("RTCMR", START + 100);
        assertEquals(1, read("RTCRIS"), "setting another alarm does not acknowledge the last");
    }

    @Test
    void settingTheClockMovesTheAlarm() {
        write("RTCIMSC", 1);
        write("RTCMR", START + 100);
        write("RTCLR", START + 98);
        assertEquals(2 * Clock.TICKS_PER_SECOND, events.nextTick());
        write("RTCLR", START + 100);
        assertTrue(irq, "it matches now");
    }

    @Test
    void theCountWrapsAt32Bits() {
        write("RTCLR", 0xffff_ffffL);
        write("RTCIMSC", 1);
        write("RTCMR", 1);
        at(2);
        assertEquals(1, read("RTCDR"));
        assertTrue(irq);
    }

    @Test
    void resetValuesAreThoseOfTheTableAndNoAccessThrows() {
        for (MmioRegister register : rtc.registers().registers()) {
            if (!register.name().equals("RTCDR")) {
                assertEquals(register.reset(), rtc.read(register.offset(), 4), register.name());
            }
        }
        for (int size : new int[] {1, 2, 4, 8}) {
            for (long offset = 0; offset < 0x1000; offset++) {
                rtc.read(offset, size);
                rtc.write(offset, size, -1);
            }
        }
    }

    @Test
    void aRestoredClockGoesOnWhereTheOtherWas() {
        write("RTCMR", START + 10);
        write("RTCIMSC", 1);
        var rtcState = rtc.save();
        var eventState = events.save();
        at(30);
        write("RTCICR", 1);
        write("RTCLR", 1);
        instructions = 0;
        rtc.restore(rtcState);
        events.restore(eventState);
        assertEquals(rtcState, rtc.save());
        irq = false;
        at(10);
        assertTrue(irq);
        assertEquals(START + 10, read("RTCDR"));
    }

    @Test
    void aDateInMillisecondsIsRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new Pl031("rtc2", START * 1000, level -> { }, clock, events, new Trace())).getMessage();
        assertTrue(message.contains("milliseconds"), message);
    }
}
