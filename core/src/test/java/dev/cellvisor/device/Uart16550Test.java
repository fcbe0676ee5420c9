package dev.cellvisor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.trace.Trace;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** The 16550 as a driver sees it: National Semiconductor, PC16550D. */
class Uart16550Test {
    private static final int DATA = 0;
    private static final int IER = 1;
    private static final int IIR_FCR = 2;
    private static final int LCR = 3;
    private static final int MCR = 4;
    private static final int LSR = 5;
    private static final int MSR = 6;
    private static final int SCR = 7;

    private boolean line;
    private final Uart16550 uart = new Uart16550(asserted -> line = asserted, new Trace());

    private long read(int register) {
        return uart.read(register, 1);
    }

    private void write(int register, int value) {
        uart.write(register, 1, value);
    }

    @Test
    void whatIsTransmittedArrivesAtOnceAndTheTransmitterIsAlwaysEmpty() {
        var heard = new ByteArrayOutputStream();
        uart.onTransmit(heard::write);
        assertEquals(0x60, read(LSR));
        for (char c : "ok".toCharArray()) {
            write(DATA, c);
        }
        assertEquals("ok", heard.toString());
        assertEquals(0x60, read(LSR));
    }

    @Test
    void theDivisorStandsBehindDlabAndChangesNeitherDataNorInterrupts() {
        write(IER, 5);
        write(LCR, 0x83);
        write(DATA, 0x0c);
        write(IER, 0x01);
        assertEquals(0x0c, read(DATA));
        assertEquals(0x01, read(IER));
        write(LCR, 0x03);
        assertEquals(5, read(IER));
        assertEquals(0, read(DATA), "no byte was received");
    }

    @Test
    void withoutFifosOneByteIsThereAtATimeAndTheRestWaitsOutside() {
        uart.receive((byte) 'a', (byte) 'b', (byte) 'c');
        assertEquals(2, uart.waitingBytes());
        assertEquals('a', read(DATA));
        assertEquals(0x61, read(LSR));
        assertEquals('b', read(DATA));
        assertEquals('c', read(DATA));
        assertEquals(0x60, read(LSR));
        assertEquals(0, uart.waitingBytes());
    }

    @Test
    void theFifoHoldsSixteenAndSaysAtItsTriggerLevelThatItHasData() {
        write(IIR_FCR, 0xc1); // FIFOs on, trigger at 14
        write(MCR, 8);
        write(IER, 1);
        assertEquals(0xc1, read(IIR_FCR), "FIFOs, and nothing pending");
        uart.receive(new byte[13]);
        assertEquals(0xcc, read(IIR_FCR), "below the level: character timeout");
        uart.receive(new byte[10]);
        assertEquals(0xc4, read(IIR_FCR), "data available");
        assertEquals(7, uart.waitingBytes());
        assertTrue(line);
        for (int i = 0; i < 23; i++) {
            read(DATA);
        }
        assertFalse(line);
        write(IIR_FCR, 0xc1);
        uart.receive((byte) 1);
        write(IIR_FCR, 0xc3); // clears the receive FIFO
        assertEquals(0x60, read(LSR));
    }

    @Test
    void theInterruptReachesTheBusOnlyThroughOut2() {
        write(IER, 1);
        uart.receive((byte) 'x');
        assertEquals(4, read(IIR_FCR));
        assertFalse(line);
        write(MCR, 8);
        assertTrue(line);
        read(DATA);
        assertFalse(line);
    }

    @Test
    void theTransmittersInterruptComesWhenItIsSwitchedOnAndGoesWhenItIsRead() {
        write(MCR, 8);
        write(IER, 2);
        assertTrue(line, "it is empty");
        assertEquals(2, read(IIR_FCR));
        assertFalse(line, "read");
        assertEquals(1, read(IIR_FCR));
        write(DATA, 'x');
        assertTrue(line, "empty again");
        write(IER, 0);
        assertFalse(line);
    }

    @Test
    void inTheLoopWhatIsSentIsReceivedAndTheModemsOutputsAreItsInputs() {
        var heard = new ByteArrayOutputStream();
        uart.onTransmit(heard::write);
        assertEquals(0xb0, read(MSR));
        write(MCR, 0x10 | 0x0a);
        assertEquals(0x90, read(MSR), "RTS is CTS, OUT2 is DCD: what Linux looks for");
        write(DATA, 'l');
        assertEquals('l', read(DATA));
        assertEquals(0, heard.size());
        write(DATA, 1);
        write(DATA, 2);
        assertEquals(0x63, read(LSR), "overrun");
        assertEquals(0x61, read(LSR), "told once");
    }

    @Test
    void itsStateComesBackWithTheBytesThatWait() {
        write(IIR_FCR, 1);
        write(SCR, 0x5a);
        write(IER, 1);
        write(MCR, 8);
        uart.receive("twenty bytes of input".getBytes());
        var saved = uart.save();
        var other = new Uart16550(asserted -> line = asserted, new Trace());
        line = false;
        other.restore(saved);
        assertTrue(line);
        assertEquals(0x5a, other.read(SCR, 1));
        var text = new StringBuilder();
        while ((other.read(LSR, 1) & 1) != 0) {
            text.append((char) other.read(DATA, 1));
        }
        assertEquals("twenty bytes of input", text.toString());
        assertEquals(saved, uart.save());
    }
}
