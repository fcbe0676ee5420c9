package dev.cellvisor.time;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.function.LongSupplier;

/**
 * Time as a pure function of retired instructions: {@code ticks = instructions / instructionsPerTick + skipped}, where
 * {@code skipped} grows only when every CPU waits and time jumps to the next event.
 */
public final class VirtualClock implements Clock, Stateful {

    /** 16 instructions per 16 ns tick: one instruction per virtual nanosecond. */
    public static final int DEFAULT_INSTRUCTIONS_PER_TICK = 16;

    private final int instructionsPerTick;
    /** The same as a power of two, which saves a division wherever time is read; -1 if it is none. */
    private final int shift;
    private LongSupplier instructions = () -> 0;
    private long skippedTicks;

    /** A clock with the default rate. */
    public VirtualClock() {
        this(DEFAULT_INSTRUCTIONS_PER_TICK);
    }

    /**
     * @param instructionsPerTick from 1 up
     * @throws IllegalArgumentException if it is less than 1
     */
    public VirtualClock(int instructionsPerTick) {
        if (instructionsPerTick < 1) {
            throw new IllegalArgumentException("instructionsPerTick is " + instructionsPerTick + "; it must be 1 or more");
        }
        this.instructionsPerTick = instructionsPerTick;
        shift = Integer.bitCount(instructionsPerTick) == 1 ? Integer.numberOfTrailingZeros(instructionsPerTick) : -1;
    }

    /** Sets where the exact count of retired instructions comes from; it must be exact in the middle of an access too. */
    public void countWith(LongSupplier source) {
        instructions = source;
    }

    @Override
    public long ticks() {
        return ticksOf(instructions.getAsLong());
    }

    /** The tick at which so many instructions are retired, if no CPU waits meanwhile. */
    public long ticksOf(long retired) {
        return (shift >= 0 ? retired >>> shift : retired / instructionsPerTick) + skippedTicks;
    }

    @Override
    public long instructions() {
        return instructions.getAsLong();
    }

    /** How many instructions make one tick. */
    public int instructionsPerTick() {
        return instructionsPerTick;
    }

    /**
     * How many instructions may be retired, from now, until the clock shows {@code tick}; 0 if it is already reached.
     * {@code Long.MAX_VALUE} as tick means never.
     */
    public long instructionsUntil(long tick) {
        if (tick == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long goal = tick - skippedTicks;
        if (goal > Long.MAX_VALUE / instructionsPerTick) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, goal * instructionsPerTick - instructions.getAsLong());
    }

    /** Jumps to {@code tick} because every CPU waits; a tick in the past changes nothing. */
    public void skipTo(long tick) {
        skippedTicks += Math.max(0, tick - ticks());
    }

    @Override
    public State save() {
        return State.of("clock", 1).put("instructionsPerTick", instructionsPerTick).put("skippedTicks", skippedTicks).build();
    }

    @Override
    public void restore(State state) {
        skippedTicks = state.expect("clock", 1).number("skippedTicks");
    }
}
