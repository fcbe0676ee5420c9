package dev.cellvisor.device;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.OddAccess;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.memory.RegisterTable;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Arm's PL031 real time clock (PrimeCell RTC TRM, DDI 0224): seconds since 1970 in 32 bits, from a given start date and the VM's
 * clock, never from the host's. It runs from the start, as firmware would have left it.
 */
public final class Pl031 implements RegisterDevice, Stateful {

    /** The size of its region. */
    public static final long SIZE_BYTES = 0x1000;

    static final int DR = 0x000;
    static final int MR = 0x004;
    static final int LR = 0x008;
    static final int CR = 0x00c;
    static final int IMSC = 0x010;
    static final int RIS = 0x014;
    static final int MIS = 0x018;
    static final int ICR = 0x01c;
    static final int IDS = 0xfe0;

    private static final int[] ID = {0x31, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};
    private static final RegisterTable TABLE = table();

    private final String name;
    private final IrqLine irq;
    private final Clock clock;
    private final Trace trace;
    private final EventQueue.Timer alarm;

    /** What the seconds of the VM's clock must be increased by. */
    private int offset;
    private int match;
    private int load;
    /** The tick at which the count reaches the match register, while that is ahead; {@code Long.MAX_VALUE} otherwise. */
    private long matchTick = Long.MAX_VALUE;
    private boolean raw;
    private boolean mask;
    private boolean asserted;

    /** A clock named {@code "pl031"}; see {@link #Pl031(String, long, IrqLine, Clock, EventQueue, Trace)}. */
    public Pl031(long startEpochSeconds, IrqLine irq, Clock clock, EventQueue events, Trace trace) {
        this("pl031", startEpochSeconds, irq, clock, events, trace);
    }

    /**
     * A running clock.
     *
     * @param name for traces, counts and its event; unique among the VM's devices
     * @param startEpochSeconds what it shows at tick 0, in seconds since 1970-01-01 00:00 UTC, from 0 to 0xffff_ffff
     * @param irq its interrupt, RTCINTR
     * @param clock the VM's
     * @param events where its alarm is scheduled
     * @param trace where its facts go
     * @throws IllegalArgumentException if the date is out of range
     */
    public Pl031(String name, long startEpochSeconds, IrqLine irq, Clock clock, EventQueue events, Trace trace) {
        if (startEpochSeconds < 0 || startEpochSeconds > 0xffff_ffffL) {
            throw new IllegalArgumentException("start date " + startEpochSeconds + " s does not fit in a PL031, which counts 32 bits of seconds since 1970"
                    + (startEpochSeconds / 1000 <= 0xffff_ffffL && startEpochSeconds > 0 ? "; were these milliseconds?" : ""));
        }
        this.name = name;
        this.irq = irq;
        this.clock = clock;
        this.trace = trace;
        offset = (int) startEpochSeconds;
        alarm = events.timer(name + ".alarm", this::update);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterTable registers() {
        return TABLE;
    }

    @Override
    public long read(long at, int sizeBytes) {
        if (sizeBytes == 8) {
            return read(at, 4) | read(at + 4, 4) << 32;
        }
        if ((at & 3) != 0) {
            odd("read of %d bytes at offset 0x%03x, inside a register".formatted(sizeBytes, at));
            return 0;
        }
        long value = peek(at);
        return sizeBytes == 4 ? value : value & (1L << 8 * sizeBytes) - 1;
    }

    @Override
    public long peek(long at) {
        return switch ((int) at) {
            case DR -> count() & 0xffff_ffffL;
            case MR -> match & 0xffff_ffffL;
            case LR -> load & 0xffff_ffffL;
            // It was started by whoever was here before; it can't be stopped (TRM, 3.3.4).
            case CR -> 1;
            case IMSC -> mask ? 1 : 0;
            case RIS -> matched() ? 1 : 0;
            case MIS -> mask && matched() ? 1 : 0;
            default -> at >= IDS && at < SIZE_BYTES && (at & 3) == 0 ? ID[(int) at - IDS >> 2] : 0;
        };
    }

    @Override
    public void write(long at, int sizeBytes, long longValue) {
        if (sizeBytes == 8) {
            write(at, 4, longValue & 0xffff_ffffL);
            write(at + 4, 4, longValue >>> 32);
            return;
        }
        int value = (int) longValue;
        settle();
        switch ((int) at) {
            case MR -> {
                match = value;
                aim();
            }
            case LR -> {
                load = value;
                offset += value - count();
                aim();
            }
            case IMSC -> mask = (value & 1) != 0;
            case ICR -> raw &= (value & 1) == 0;
            case CR -> { }
            default -> odd("write of %d bytes at offset 0x%03x (%s)".formatted(sizeBytes, at, TABLE.nameAt(at)));
        }
        update();
    }

    private int count() {
        return offset + (int) (clock.ticks() / Clock.TICKS_PER_SECOND);
    }

    private boolean matched() {
        return raw || clock.ticks() >= matchTick;
    }

    /** Finds the tick of the next match; a match with the present second is one at once. */
    private void aim() {
        long seconds = match - count() & 0xffff_ffffL;
        matchTick = seconds == 0 ? clock.ticks() : (clock.ticks() / Clock.TICKS_PER_SECOND + seconds) * Clock.TICKS_PER_SECOND;
    }

    /** Turns a match whose tick has come into raw status. */
    private void settle() {
        if (clock.ticks() >= matchTick) {
            raw = true;
            matchTick = Long.MAX_VALUE;
        }
    }

    private void update() {
        settle();
        // Nobody can notice an alarm before its time but through the interrupt: no event while that is masked.
        if (mask && matchTick != Long.MAX_VALUE) {
            if (alarm.tick() != matchTick) {
                alarm.at(matchTick);
            }
        } else {
            alarm.cancel();
        }
        boolean now = raw && mask;
        if (now != asserted) {
            asserted = now;
            irq.set(now);
        }
    }

    private void odd(String what) {
        if (trace.on()) {
            trace.emit(new OddAccess(name, "DDI 0224, 3.2", what));
        }
    }

    private static RegisterTable table() {
        List<MmioRegister> table = new ArrayList<>(List.of(
                MmioRegister.ro("RTCDR", DR, 0), MmioRegister.rw("RTCMR", MR, 0), MmioRegister.rw("RTCLR", LR, 0),
                MmioRegister.rw("RTCCR", CR, 1).bit("RTC start", 0), MmioRegister.rw("RTCIMSC", IMSC, 0).bit("RTCIMSC", 0),
                MmioRegister.ro("RTCRIS", RIS, 0).bit("RTCRIS", 0), MmioRegister.ro("RTCMIS", MIS, 0).bit("RTCMIS", 0),
                MmioRegister.wo("RTCICR", ICR).bit("RTCICR", 0)));
        for (int i = 0; i < ID.length; i++) {
            table.add(MmioRegister.ro(i < 4 ? "RTCPeriphID" + i : "RTCPCellID" + (i - 4), IDS + 4 * i, ID[i]));
        }
        return new RegisterTable(table);
    }

    @Override
    public State save() {
        return State.of("pl031", 1).put("offset", offset).put("match", match).put("load", load).put("matchTick", matchTick)
                .put("raw", raw).put("mask", mask).put("asserted", asserted).build();
    }

    @Override
    public void restore(State state) {
        state.expect("pl031", 1);
        int[] numbers = {state.integer("offset"), state.integer("match"), state.integer("load")};
        long tick = state.number("matchTick");
        boolean[] flags = {state.flag("raw"), state.flag("mask"), state.flag("asserted")};
        offset = numbers[0];
        match = numbers[1];
        load = numbers[2];
        matchTick = tick;
        raw = flags[0];
        mask = flags[1];
        asserted = flags[2];
    }
}
