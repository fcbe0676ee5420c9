package dev.cellvisor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The PL011 as Linux's amba-pl011 drives it, and as a bare-metal "hello" does; one instruction is one tick. */
class Pl011Test {
    private static final int RX = 1 << 4;
    private static final int TX = 1 << 5;
    private static final int RT = 1 << 6;
    private static final int OE = 1 << 10;

    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final List<String> facts = new ArrayList<>();
    private final StringBuilder sent = new StringBuilder();
    private long instructions;
    private boolean irq;
    private final Pl011 uart = new Pl011(level -> irq = level, clock, events, trace);

    Pl011Test() {
        clock.countWith(() -> instructions);
        trace.add((instruction, fact) -> facts.add(fact.toString()));
        uart.onTransmit(value -> sent.append((char) value));
    }

    private void at(long tick) {
        instructions = tick;
        events.runDue(tick);
    }

    private int read(String register) {
        return (int) uart.read(uart.registers().offsetOf(register), 4);
    }

    private void write(String register, int value) {
        uart.write(uart.registers().offsetOf(register), 4, value & 0xffff_ffffL);
    }

    /** 115200 baud, 8 bits, FIFOs, half-full trigger, everything on. */
    private void start() {
        write("UARTIBRD", 13);
        write("UARTFBRD", 1);
        write("UARTIFLS", 0x12);
        write("UARTLCR_H", 0x70);
        write("UARTCR", 0x301);
    }

    private String drain() {
        var text = new StringBuilder();
        while ((read("UARTFR") & 0x10) == 0) {
            text.append((char) (read("UARTDR") & 0xff));
        }
        return text.toString();
    }

    @Test
    void aBareMetalGuestPollsAndWrites() {
        for (char c : "Hello".toCharArray()) {
            assertEquals(0, read("UARTFR") & 0x20, "never full");
            uart.write(0, 1, c);
        }
        assertEquals("Hello", sent.toString());
        assertEquals(List.of("pl011: written to while the transmitter is off; what is written is sent all the same (DDI 0183, 3.2)"), facts);
        assertFalse(irq);
    }

    @Test
    void linuxTransmitsByInterrupt() {
        start();
        write("UARTIMSC", TX);
        assertFalse(irq, "no interrupt before anything was written (TRM, 2.8.2)");
        write("UARTIMSC", 0);
        // pl011_start_tx: fill the FIFO first, then unmask.
        write("UARTDR", 'a');
        assertEquals(0, read("UARTMIS"));
        write("UARTIMSC", TX);
        assertTrue(irq);
        assertEquals(TX, read("UARTMIS"));
        // pl011_int, pl011_tx_chars
        write("UARTDR", 'b');
        assertTrue(irq, "the next one is out already");
        write("UARTICR", TX);
        assertFalse(irq);
        assertEquals("ab", sent.toString());
        assertTrue(facts.isEmpty());
    }

    @Test
    void theReceiveInterruptComesAtTheTriggerLevel() {
        start();
        write("UARTIMSC", RX);
        uart.receive("1234567");
        assertFalse(irq);
        uart.receive("8");
        assertTrue(irq);
        assertEquals('1', read("UARTDR"));
        assertFalse(irq, "below the level again");
        assertEquals("2345678", drain());

        int[] levels = {2, 4, 8, 12, 14};
        for (int select = 0; select < levels.length; select++) {
            write("UARTIFLS", select << 3);
            uart.receive(new byte[levels[select] - 1]);
            assertFalse(irq);
            uart.receive((byte) 0);
            assertTrue(irq, "RXIFLSEL " + select);
            drain();
        }
    }

    @Test
    void fewBytesComeWithTheReceiveTimeout() {
        start();
        write("UARTIMSC", RX | RT);
        at(1000);
        uart.receive("ls");
        assertEquals("pl011.rxtimeout", events.nextName());
        // 32 bits at 115200 baud are 277.8 microseconds.
        long due = events.nextTick();
        assertEquals(277.8e-6, (due - 1000) / 62.5e6, 0.2e-6);
        at(due - 10);
        uart.receive("\n");
        at(due);
        assertFalse(irq, "a further byte starts the time again");
        at(events.nextTick());
        assertTrue(irq);
        assertEquals(RT, read("UARTMIS"));
        read("UARTDR");
        read("UARTDR");
        assertTrue(irq);
        assertEquals('\n', read("UARTDR"));
        assertFalse(irq, "an empty FIFO ends it");
        assertEquals(Long.MAX_VALUE, events.nextTick());
        assertEquals(0, read("UARTDR"));
    }

    @Test
    void withoutFifosOneByteIsEnough() {
        start();
        write("UARTLCR_H", 0x60);
        write("UARTIMSC", RX);
        uart.receive("ab");
        assertTrue(irq);
        assertEquals(0x40, read("UARTFR") & 0x50, "full");
        assertEquals(1, uart.waitingBytes());
        assertEquals('a', read("UARTDR"));
        assertTrue(irq, "the next byte came in");
        assertEquals('b', read("UARTDR"));
        assertFalse(irq);
    }

    @Test
    void noInputIsLostWhileTheReceiverIsOffOrFull() {
        String text = "x".repeat(10) + "y".repeat(500) + "z";
        uart.receive(text.substring(0, 300));
        assertEquals(0, uart.fifoBytes());
        assertEquals(0x10, read("UARTFR") & 0x10);
        start();
        uart.receive(text.substring(300));
        assertEquals(16, uart.fifoBytes());
        assertEquals(text.length() - 16, uart.waitingBytes());
        var got = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            got.append((char) read("UARTDR"));
        }
        write("UARTCR", 0x101);
        got.append(drain());
        assertEquals(116, got.length(), "RXE off: nothing new comes in");
        write("UARTCR", 0x301);
        got.append(drain());
        assertEquals(text, got.toString());
        assertEquals(0, read("UARTRSR"));
    }

    @Test
    void loopbackFeedsBackAndOverruns() {
        start();
        write("UARTCR", 0x381);
        uart.receive("outside");
        for (int i = 0; i < 17; i++) {
            write("UARTDR", 'A' + i);
        }
        assertEquals(OE, read("UARTRIS") & OE);
        assertEquals(8, read("UARTRSR"));
        assertEquals('A' | 1 << 11, read("UARTDR"), "OE with the character that is read next");
        assertEquals('B', read("UARTDR"));
        write("UARTRSR", 0);
        assertEquals(0, read("UARTRSR"));
        assertEquals("CDEFGHIJKLMNOP", drain());
        write("UARTICR", OE);
        write("UARTCR", 0x301);
        assertEquals("outside", drain(), "input waits until loopback ends");
    }

    @Test
    void loopbackConnectsTheModemLines() {
        start();
        write("UARTIMSC", 0xf);
        write("UARTCR", 0x381);
        assertFalse(irq);
        write("UARTCR", 0x381 | 1 << 11);
        assertEquals(1, read("UARTFR") & 0x107, "RTS is CTS");
        assertEquals(1 << 1, read("UARTMIS"));
        write("UARTICR", 0xf);
        assertFalse(irq);
        write("UARTCR", 0x381 | 1 << 10 | 1 << 12 | 1 << 13);
        assertEquals(0x106, read("UARTFR") & 0x107);
        assertEquals(0xf, read("UARTMIS"));
    }

    @Test
    void resetValuesAreThoseOfTheTable() {
        for (MmioRegister register : uart.registers().registers()) {
            assertEquals(register.reset(), uart.peek(register.offset()), register.name());
            assertEquals(register.reset(), uart.read(register.offset(), 4), register.name());
        }
        assertEquals("UARTLCR_H", uart.registerName(0x2c));
    }

    @Test
    void lookingTakesNothing() {
        start();
        uart.receive("q");
        assertEquals('q', uart.peek(0));
        assertEquals('q', uart.peek(0));
        assertEquals('q', read("UARTDR"));
    }

    @Test
    void registersKeepTheirBitsAndNoAccessThrows() {
        for (Object[] mask : new Object[][] {{"UARTILPR", 0xff}, {"UARTIBRD", 0xffff}, {"UARTFBRD", 0x3f}, {"UARTLCR_H", 0xff},
            {"UARTCR", 0xff87}, {"UARTIFLS", 0x3f}, {"UARTIMSC", 0x7ff}, {"UARTDMACR", 7}}) {
            write((String) mask[0], -1);
            assertEquals(mask[1], read((String) mask[0]), (String) mask[0]);
        }
        for (int size : new int[] {1, 2, 4, 8}) {
            for (long offset = 0; offset < 0x1000; offset++) {
                uart.write(offset, size, -1);
                uart.read(offset, size);
            }
        }
    }

    @Test
    void aRestoredUartGoesOnWhereTheOtherWas() {
        start();
        write("UARTIMSC", RX | RT);
        uart.receive("0123456789abcdefghij");
        read("UARTDR");
        var uartState = uart.save();
        var eventState = events.save();
        assertEquals("123456789abcdefghij", drain());
        write("UARTCR", 0);

        uart.restore(uartState);
        events.restore(eventState);
        assertEquals(uartState, uart.save());
        assertTrue(events.nextTick() < Long.MAX_VALUE);
        assertEquals("123456789abcdefghij", drain());
    }

    @Test
    void aClosedListenerHearsNothing() {
        var more = new StringBuilder();
        var subscription = uart.onTransmit(value -> more.append((char) value));
        write("UARTDR", 'a');
        subscription.close();
        write("UARTDR", 'b');
        assertEquals("a", more.toString());
        assertEquals("ab", sent.toString());
    }
}
