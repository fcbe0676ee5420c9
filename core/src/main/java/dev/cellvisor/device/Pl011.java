package dev.cellvisor.device;

import static dev.cellvisor.device.Pl011Registers.*;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.OddAccess;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.memory.RegisterTable;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Arm's PL011 UART (PrimeCell UART TRM, DDI 0183), clocked at 24 MHz, with FIFOs of 16.
 *
 * <p>What is simpler than the hardware: transmitting takes no time, so that the transmit FIFO is always empty and each
 * character written raises the transmit interrupt's raw status as it leaves; characters have 8 bits whatever WLEN says; there
 * are no break, parity or framing errors, no DMA and no IrDA; a character written while the transmitter is off is sent all the
 * same (and told to the trace).
 *
 * <p>Input from the host is never lost on the way: it waits outside, in order, while the receiver is off or its FIFO is full,
 * and enters as the guest makes room.
 */
public final class Pl011 implements SerialPort, RegisterDevice, Stateful {

    /** The size of its region. */
    public static final long SIZE_BYTES = 0x1000;
    /** UARTCLK. */
    public static final long CLOCK_HZ = 24_000_000;

    private static final int FIFO_DEPTH = 16;

    private final String name;
    private final IrqLine irq;
    private final Clock clock;
    private final Trace trace;
    private final EventQueue.Timer timeout;
    private final List<ByteConsumer> consumers = new CopyOnWriteArrayList<>();
    private Consumer<byte[]> receiving = bytes -> { };

    private final byte[] fifo = new byte[FIFO_DEPTH];
    private int fifoStart;
    private int fifoCount;
    private byte[] waiting = new byte[64];
    private int waitingStart;
    private int waitingCount;

    private int rsr;
    private boolean overrun;
    private int ilpr;
    private int ibrd;
    private int fbrd;
    /** IBRD and FBRD in 1/64 as they were at the last write of LCR_H, which is what takes them over (TRM, 3.3.7). */
    private int divisor;
    private int lcrH;
    private int cr = CR_RESET;
    private int ifls = IFLS_RESET;
    private int imsc;
    private int ris;
    private int dmacr;
    private boolean asserted;
    private boolean toldOff;

    /** A UART named {@code "pl011"}; see {@link #Pl011(String, IrqLine, Clock, EventQueue, Trace)}. */
    public Pl011(IrqLine irq, Clock clock, EventQueue events, Trace trace) {
        this("pl011", irq, clock, events, trace);
    }

    /**
     * A UART in its reset state: off, with nobody listening.
     *
     * @param name for traces, counts and its event; unique among the VM's devices
     * @param irq its combined interrupt, UARTINTR
     * @param clock the VM's
     * @param events where its receive timeout is scheduled
     * @param trace where its facts go
     */
    public Pl011(String name, IrqLine irq, Clock clock, EventQueue events, Trace trace) {
        this.name = name;
        this.irq = irq;
        this.clock = clock;
        this.trace = trace;
        timeout = events.timer(name + ".rxtimeout", this::timedOut);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterTable registers() {
        return TABLE;
    }

    // ---- the host's side ----

    /** Adds a listener for what the guest transmits; close the returned handle to remove it. */
    public Trace.Subscription onTransmit(ByteConsumer consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }

    /** How many listen, the VM included. */
    public int listeners() {
        return consumers.size();
    }

    @Override
    public void onReceive(Consumer<byte[]> listener) {
        receiving = listener;
    }

    /** Sends bytes to the guest, behind those that already wait. */
    public void receive(byte... bytes) {
        receiving.accept(bytes);
        if (waitingStart + waitingCount + bytes.length > waiting.length) {
            byte[] larger = new byte[Math.max(64, (waitingCount + bytes.length) * 2)];
            System.arraycopy(waiting, waitingStart, larger, 0, waitingCount);
            waiting = larger;
            waitingStart = 0;
        }
        System.arraycopy(bytes, 0, waiting, waitingStart + waitingCount, bytes.length);
        waitingCount += bytes.length;
        admit();
        update();
    }

    /** Sends a text to the guest in UTF-8; see {@link #receive(byte...)}. */
    public void receive(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes wait on the host's side because the receiver is off or full. */
    @Override
    public int waitingBytes() {
        return waitingCount;
    }

    /** How many bytes are in the receive FIFO. */
    public int fifoBytes() {
        return fifoCount;
    }

    // ---- the guest's side ----

    @Override
    public long read(long offset, int sizeBytes) {
        if (sizeBytes == 8) {
            return read(offset, 4) | read(offset + 4, 4) << 32;
        }
        if ((offset & 3) != 0) {
            odd("read of %d bytes at offset 0x%03x, inside a register".formatted(sizeBytes, offset));
            return 0;
        }
        if (offset == DR) {
            return takeCharacter();
        }
        long value = peek(offset);
        return sizeBytes == 4 ? value : value & (1L << 8 * sizeBytes) - 1;
    }

    @Override
    public long peek(long offset) {
        if (offset < 0 || offset >= SIZE_BYTES) {
            return 0;
        }
        return switch ((int) offset) {
            case DR -> fifoCount == 0 ? 0 : fifo[fifoStart] & 0xff | (overrun ? DR_OE : 0);
            case RSR -> rsr;
            case FR -> FR_TXFE | (fifoCount == 0 ? FR_RXFE : 0) | (fifoCount == depth() ? FR_RXFF : 0) | modem();
            case ILPR -> ilpr;
            case IBRD -> ibrd;
            case FBRD -> fbrd;
            case LCR_H -> lcrH;
            case CR -> cr;
            case IFLS -> ifls;
            case IMSC -> imsc;
            case RIS -> ris;
            case MIS -> ris & imsc;
            case DMACR -> dmacr;
            default -> offset >= IDS && (offset & 3) == 0 ? id((int) offset) : 0;
        };
    }

    @Override
    public void write(long offset, int sizeBytes, long longValue) {
        if (sizeBytes == 8) {
            write(offset, 4, longValue & 0xffff_ffffL);
            write(offset + 4, 4, longValue >>> 32);
            return;
        }
        int value = (int) longValue;
        switch ((int) offset) {
            case DR -> transmit((byte) value);
            case RSR -> rsr = 0;
            case ILPR -> ilpr = value & 0xff;
            case IBRD -> ibrd = value & 0xffff;
            case FBRD -> fbrd = value & 0x3f;
            case LCR_H -> {
                if (((lcrH ^ value) & LCR_H_FEN) != 0) {
                    // Switching between FIFO and holding register empties both (TRM, 2.4.2).
                    emptyFifo();
                }
                lcrH = value & 0xff;
                divisor = ibrd << 6 | fbrd;
                admit();
            }
            case CR -> {
                int before = modem();
                cr = value & CR_MASK;
                toldOff = false;
                modemChanged(before ^ modem());
                admit();
            }
            case IFLS -> ifls = value & 0x3f;
            case IMSC -> imsc = value & INT_MASK;
            case ICR -> ris &= ~value;
            case DMACR -> dmacr = value & 7;
            default -> {
                MmioRegister register = TABLE.at(offset);
                odd("write of %d bytes at offset 0x%03x, %s".formatted(sizeBytes, offset,
                        register == null ? "where no register is" : (offset & 3) != 0 ? "inside a register" : "a read-only register"));
            }
        }
        update();
    }

    private int takeCharacter() {
        if (fifoCount == 0) {
            return 0;
        }
        int value = fifo[fifoStart] & 0xff | (overrun ? DR_OE : 0);
        fifoStart = fifoStart + 1 & FIFO_DEPTH - 1;
        fifoCount--;
        overrun = false;
        if (fifoCount < trigger()) {
            ris &= ~INT_RX;
        }
        if (fifoCount == 0) {
            ris &= ~INT_RT;
            timeout.cancel();
        }
        admit();
        update();
        return value;
    }

    private void transmit(byte value) {
        if ((cr & (CR_UARTEN | CR_TXE)) != (CR_UARTEN | CR_TXE)) {
            if (!toldOff) {
                // Once, not for each character: Linux's early console writes its whole text so.
                toldOff = true;
                odd("written to while the transmitter is off; what is written is sent all the same");
            }
        }
        for (ByteConsumer consumer : consumers) {
            consumer.accept(value);
        }
        // The interrupt comes from the passage through the trigger level, not from being below it (TRM, 2.8.2).
        ris |= INT_TX;
        if ((cr & CR_LBE) != 0 && receiving()) {
            if (fifoCount < depth()) {
                put(value);
                startTimeout();
            } else {
                overrun = true;
                rsr |= RSR_OE;
                ris |= INT_OE;
            }
        }
    }

    /** Lets waiting bytes in while there is room. In loopback mode the input is disconnected (TRM, 2.4.8). */
    private void admit() {
        int before = fifoCount;
        while (waitingCount > 0 && fifoCount < depth() && receiving() && (cr & CR_LBE) == 0) {
            put(waiting[waitingStart++]);
            if (--waitingCount == 0) {
                waitingStart = 0;
            }
        }
        if (fifoCount > before) {
            startTimeout();
        }
    }

    private void put(byte value) {
        fifo[fifoStart + fifoCount & FIFO_DEPTH - 1] = value;
        fifoCount++;
        if (fifoCount >= trigger()) {
            ris |= INT_RX;
        }
    }

    private void startTimeout() {
        timeout.at(clock.ticks() + timeoutTicks());
    }

    private void emptyFifo() {
        fifoStart = 0;
        fifoCount = 0;
        overrun = false;
        ris &= ~(INT_RX | INT_RT);
        timeout.cancel();
    }

    private void timedOut() {
        ris |= INT_RT;
        update();
    }

    /** 32 bit periods (TRM, 2.8.3); a bit lasts 16 periods of UARTCLK divided by the baud rate divisor. */
    private long timeoutTicks() {
        long clocks = 32L * 16 * divisor;
        return Math.max(1, Math.ceilDiv(clocks * Clock.TICKS_PER_SECOND, 64 * CLOCK_HZ));
    }

    private boolean receiving() {
        return (cr & (CR_UARTEN | CR_RXE)) == (CR_UARTEN | CR_RXE);
    }

    private int depth() {
        return (lcrH & LCR_H_FEN) != 0 ? FIFO_DEPTH : 1;
    }

    /** From how many characters on the receive interrupt is raised: RXIFLSEL (TRM, 3.3.9); one without FIFOs. */
    private int trigger() {
        if ((lcrH & LCR_H_FEN) == 0) {
            return 1;
        }
        return switch (ifls >>> 3) {
            case 0 -> 2;
            case 1 -> 4;
            case 2 -> 8;
            case 3 -> 12;
            default -> 14;
        };
    }

    /** The modem status inputs. Nothing is connected to them; in loopback mode they are the outputs (TRM, 3.3.8, LBE). */
    private int modem() {
        if ((cr & CR_LBE) == 0) {
            return 0;
        }
        return ((cr & CR_OUT2) != 0 ? FR_RI : 0) | ((cr & CR_OUT1) != 0 ? FR_DCD : 0)
                | ((cr & CR_DTR) != 0 ? FR_DSR : 0) | ((cr & CR_RTS) != 0 ? FR_CTS : 0);
    }

    private void modemChanged(int bits) {
        ris |= ((bits & FR_RI) != 0 ? INT_RI : 0) | ((bits & FR_CTS) != 0 ? INT_CTS : 0)
                | ((bits & FR_DCD) != 0 ? INT_DCD : 0) | ((bits & FR_DSR) != 0 ? INT_DSR : 0);
    }

    private void update() {
        boolean now = (ris & imsc) != 0;
        if (now != asserted) {
            asserted = now;
            irq.set(now);
        }
    }

    private void odd(String what) {
        if (trace.on()) {
            trace.emit(new OddAccess(name, "DDI 0183, 3.2", what));
        }
    }

    @Override
    public State save() {
        byte[] inFifo = new byte[fifoCount];
        for (int i = 0; i < fifoCount; i++) {
            inFifo[i] = fifo[fifoStart + i & FIFO_DEPTH - 1];
        }
        byte[] outside = new byte[waitingCount];
        System.arraycopy(waiting, waitingStart, outside, 0, waitingCount);
        return State.of("pl011", 1).put("fifo", inFifo).put("waiting", outside).put("rsr", rsr).put("overrun", overrun).put("ilpr", ilpr)
                .put("ibrd", ibrd).put("fbrd", fbrd).put("divisor", divisor).put("lcr_h", lcrH).put("cr", cr).put("ifls", ifls)
                .put("imsc", imsc).put("ris", ris).put("dmacr", dmacr).put("asserted", asserted).build();
    }

    @Override
    public void restore(State state) {
        state.expect("pl011", 1);
        byte[] inFifo = state.bytes("fifo");
        byte[] outside = state.bytes("waiting");
        if (inFifo.length > FIFO_DEPTH) {
            throw new StateException("the state has " + inFifo.length + " bytes in the receive FIFO, which has room for " + FIFO_DEPTH);
        }
        int[] numbers = {state.integer("rsr"), state.integer("ilpr"), state.integer("ibrd"), state.integer("fbrd"), state.integer("divisor"),
            state.integer("lcr_h"), state.integer("cr"), state.integer("ifls"), state.integer("imsc"), state.integer("ris"), state.integer("dmacr")};
        boolean wasOverrun = state.flag("overrun");
        boolean wasAsserted = state.flag("asserted");
        asserted = wasAsserted;
        overrun = wasOverrun;
        System.arraycopy(inFifo, 0, fifo, 0, inFifo.length);
        fifoStart = 0;
        fifoCount = inFifo.length;
        waiting = outside.length == 0 ? new byte[64] : outside;
        waitingStart = 0;
        waitingCount = outside.length;
        rsr = numbers[0];
        ilpr = numbers[1];
        ibrd = numbers[2];
        fbrd = numbers[3];
        divisor = numbers[4];
        lcrH = numbers[5];
        cr = numbers[6];
        ifls = numbers[7];
        imsc = numbers[8];
        ris = numbers[9];
        dmacr = numbers[10];
    }
}
