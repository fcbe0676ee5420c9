package dev.cellvisor.device;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.trace.Trace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A 16550A UART (National Semiconductor, PC16550D): eight byte registers, receive and transmit FIFOs of 16. What the guest transmits is gone at once,
 * so the transmitter is always empty. Input from the host waits outside, in order, while the FIFO is full. Baud rate and line format are kept and have no effect.
 */
public final class Uart16550 implements SerialPort, MmioDevice, Stateful {
    /** The size of its region. */
    public static final long SIZE_BYTES = 8;

    private static final int RBR_THR_DLL = 0;
    private static final int IER_DLM = 1;
    private static final int IIR_FCR = 2;
    private static final int LCR = 3;
    private static final int MCR = 4;
    private static final int LSR = 5;
    private static final int MSR = 6;
    private static final int SCR = 7;

    private static final int IER_RECEIVED = 1;
    private static final int IER_EMPTY = 2;
    private static final int IER_LINE = 4;
    private static final int IER_MASK = 0x0f;
    private static final int IIR_NONE = 1;
    private static final int IIR_EMPTY = 2;
    private static final int IIR_RECEIVED = 4;
    private static final int IIR_LINE = 6;
    private static final int IIR_TIMEOUT = 0xc;
    private static final int IIR_FIFOS = 0xc0;
    private static final int FCR_ENABLE = 1;
    private static final int FCR_CLEAR_RECEIVE = 2;
    private static final int LCR_DLAB = 0x80;
    private static final int MCR_MASK = 0x1f;
    private static final int MCR_OUT2 = 8;
    private static final int MCR_LOOP = 0x10;
    private static final int LSR_READY = 1;
    private static final int LSR_OVERRUN = 2;
    private static final int LSR_EMPTY = 0x60; // THRE and TEMT
    private static final int MSR_CONNECTED = 0xb0; // DCD, DSR, CTS

    private static final String[][] NAMES = {{"RBR", "THR"}, {"IER", "IER"}, {"IIR", "FCR"}, {"LCR", "LCR"}, {"MCR", "MCR"}, {"LSR", "LSR"}, {"MSR", "MSR"}, {"SCR", "SCR"}};

    private final IrqLine irq;
    private final Trace trace;
    private final List<ByteConsumer> consumers = new CopyOnWriteArrayList<>();
    private Consumer<byte[]> receiving = bytes -> { };
    private final ByteQueue fifo = new ByteQueue();
    private final ByteQueue waiting = new ByteQueue();
    private int ier;
    private int fcr;
    private int lcr;
    private int mcr;
    private int scr;
    private int divisor = 1;
    private boolean overrun;
    /** The transmitter's interrupt stands from the moment it runs empty until it is read in IIR or a byte is written. */
    private boolean emptyPending;

    /**
     * @param irq its interrupt
     * @param trace where its facts go
     */
    public Uart16550(IrqLine irq, Trace trace) {
        this.irq = irq;
        this.trace = trace;
    }

    @Override
    public String name() {
        return "16550";
    }

    @Override
    public String registerName(long offset) {
        String[] names = NAMES[(int) offset & 7];
        return names[0].equals(names[1]) ? names[0] : names[0] + "/" + names[1];
    }

    @Override
    public Trace.Subscription onTransmit(ByteConsumer consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }

    @Override
    public void onReceive(Consumer<byte[]> listener) {
        receiving = listener;
    }

    @Override
    public void receive(byte... bytes) {
        receiving.accept(bytes);
        for (byte value : bytes) {
            waiting.add(value);
        }
        admit();
        update();
    }

    private int depth() {
        return (fcr & FCR_ENABLE) != 0 ? 16 : 1;
    }

    private void admit() {
        while (waiting.size() > 0 && fifo.size() < depth() && (mcr & MCR_LOOP) == 0) {
            fifo.add(waiting.take());
        }
    }

    private int trigger() {
        if ((fcr & FCR_ENABLE) == 0) {
            return 1;
        }
        return switch (fcr >> 6 & 3) {
            case 0 -> 1;
            case 1 -> 4;
            case 2 -> 8;
            default -> 14;
        };
    }

    /** What IIR shows: the pending interrupt of the highest priority. */
    private int pending() {
        if ((ier & IER_LINE) != 0 && overrun) {
            return IIR_LINE;
        }
        if ((ier & IER_RECEIVED) != 0 && fifo.size() > 0) {
            // Below the trigger level it is the timeout's turn, whose four characters of time go by at once here.
            return fifo.size() >= trigger() ? IIR_RECEIVED : IIR_TIMEOUT;
        }
        if ((ier & IER_EMPTY) != 0 && emptyPending) {
            return IIR_EMPTY;
        }
        return IIR_NONE;
    }

    private void update() {
        // OUT2 lets the interrupt through to the bus, as on every PC.
        irq.set(pending() != IIR_NONE && (mcr & MCR_OUT2) != 0 && (mcr & MCR_LOOP) == 0);
    }

    @Override
    public long read(long offset, int sizeBytes) {
        int value = readByte((int) offset & 7);
        update();
        return value;
    }

    private int readByte(int offset) {
        boolean latch = (lcr & LCR_DLAB) != 0;
        switch (offset) {
            case RBR_THR_DLL: {
                if (latch) {
                    return divisor & 0xff;
                }
                int value = fifo.size() > 0 ? fifo.take() & 0xff : 0;
                admit();
                return value;
            }
            case IER_DLM:
                return latch ? divisor >> 8 : ier;
            case IIR_FCR: {
                int value = pending();
                if (value == IIR_EMPTY) {
                    emptyPending = false;
                }
                return value | ((fcr & FCR_ENABLE) != 0 ? IIR_FIFOS : 0);
            }
            case LCR:
                return lcr;
            case MCR:
                return mcr;
            case LSR: {
                int value = LSR_EMPTY | (fifo.size() > 0 ? LSR_READY : 0) | (overrun ? LSR_OVERRUN : 0);
                overrun = false;
                return value;
            }
            case MSR:
                // In the loop the modem's outputs are its inputs: RTS to CTS, DTR to DSR, OUT1 to RI, OUT2 to DCD.
                return (mcr & MCR_LOOP) == 0 ? MSR_CONNECTED : (mcr & 2) << 3 | (mcr & 1) << 5 | (mcr & 4) << 4 | (mcr & 8) << 4;
            default:
                return scr;
        }
    }

    @Override
    public void write(long offset, int sizeBytes, long bits) {
        int value = (int) bits & 0xff;
        boolean latch = (lcr & LCR_DLAB) != 0;
        switch ((int) offset & 7) {
            case RBR_THR_DLL -> {
                if (latch) {
                    divisor = divisor & 0xff00 | value;
                } else {
                    transmit((byte) value);
                }
            }
            case IER_DLM -> {
                if (latch) {
                    divisor = divisor & 0xff | value << 8;
                } else {
                    // Switched on while the transmitter is empty, its interrupt comes at once.
                    emptyPending |= (value & ~ier & IER_EMPTY) != 0;
                    ier = value & IER_MASK;
                }
            }
            case IIR_FCR -> {
                fcr = value & 0xc9;
                if ((value & FCR_CLEAR_RECEIVE) != 0) {
                    fifo.clear();
                }
                admit();
            }
            case LCR -> lcr = value;
            case MCR -> {
                mcr = value & MCR_MASK;
                admit();
            }
            case SCR -> scr = value;
            default -> { } // LSR and MSR are read only
        }
        update();
    }

    private void transmit(byte value) {
        emptyPending = true;
        if ((mcr & MCR_LOOP) != 0) {
            if (fifo.size() < depth()) {
                fifo.add(value);
            } else {
                overrun = true;
            }
            return;
        }
        if (trace.on()) {
            trace.emit(new SerialByte(name(), value & 0xff));
        }
        for (ByteConsumer consumer : consumers) {
            consumer.accept(value);
        }
    }

    @Override
    public int waitingBytes() {
        return waiting.size();
    }

    @Override
    public State save() {
        return State.of("uart16550", 1).put("ier", ier).put("fcr", fcr).put("lcr", lcr).put("mcr", mcr).put("scr", scr).put("divisor", divisor)
                .put("overrun", overrun).put("emptyPending", emptyPending).put("fifo", fifo.bytes()).put("waiting", waiting.bytes()).build();
    }

    @Override
    public void restore(State state) {
        state.expect("uart16550", 1);
        byte[] inFifo = state.bytes("fifo");
        if (inFifo.length > 16) {
            throw new StateException("a 16550 with " + inFifo.length + " bytes in its FIFO; it has room for 16");
        }
        ier = state.integer("ier");
        fcr = state.integer("fcr");
        lcr = state.integer("lcr");
        mcr = state.integer("mcr");
        scr = state.integer("scr");
        divisor = state.integer("divisor");
        overrun = state.flag("overrun");
        emptyPending = state.flag("emptyPending");
        fifo.set(inFifo);
        waiting.set(state.bytes("waiting"));
        update();
    }

    /** Bytes, first in, first out. */
    private static final class ByteQueue {
        private byte[] bytes = new byte[64];
        private int start;
        private int size;

        int size() {
            return size;
        }

        void clear() {
            start = 0;
            size = 0;
        }

        void add(byte value) {
            if (start + size == bytes.length) {
                byte[] room = size * 2 > bytes.length ? new byte[bytes.length * 2] : bytes;
                System.arraycopy(bytes, start, room, 0, size);
                bytes = room;
                start = 0;
            }
            bytes[start + size++] = value;
        }

        byte take() {
            size--;
            return bytes[start++];
        }

        byte[] bytes() {
            return java.util.Arrays.copyOfRange(bytes, start, start + size);
        }

        void set(byte[] newBytes) {
            clear();
            for (byte value : newBytes) {
                add(value);
            }
        }
    }
}
