package dev.cellvisor.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * Where a function's caller is, at each of its instructions, as its code tells: a function keeps its return address in X30 until it has made a frame record (AAPCS64, 6.4.6), and
 * has it there again when it has undone that.
 */
public final class FunctionFrames {
    private static final long MOST_BYTES = 1 << 20;
    /** How far the frame pointer that a frame record makes is below where the stack pointer was, if nothing else is known. */
    private static final long RECORD = 16;

    private final LongToIntFunction code;
    private final long first;
    private final long end;
    private final List<Frame> frames = new ArrayList<>();

    /**
     * What holds from an instruction on.
     *
     * @param from the address of the instruction
     * @param byFramePointer whether X29 tells where the stack pointer of the caller was, or the stack pointer
     * @param distance how many bytes that was above it
     * @param saved how many bytes below it the caller's X29 stands, and 8 bytes above that the return address; -1 if both are in X29 and X30
     */
    public record Frame(long from, boolean byFramePointer, long distance, long saved) {
        Frame at(long address) {
            return new Frame(address, byFramePointer, distance, saved);
        }
    }

    private FunctionFrames(long first, long end, LongToIntFunction code) {
        this.first = first;
        this.end = Math.min(end, first + MOST_BYTES);
        this.code = code;
    }

    /**
     * Reads a function.
     *
     * @param first the address of its first instruction
     * @param end where it ends
     * @param code the instruction at an address; 0 where none can be read
     * @return by address, the first one from the first instruction on
     */
    public static List<Frame> of(long first, long end, LongToIntFunction code) {
        var function = new FunctionFrames(first, end, code);
        function.read();
        return function.frames;
    }

    private Frame last() {
        return frames.getLast();
    }

    private void next(long from, boolean byFramePointer, long distance, long saved) {
        frames.add(new Frame(from, byFramePointer, distance, saved));
    }

    private void read() {
        next(first, false, 0, -1);
        long unframedCall = unframedCall();
        if (unframedCall >= 0) {
            next(first + unframedCall, true, RECORD, RECORD);
            return;
        }
        for (long pc = first; pc < end; pc += 4) {
            int word = code.applyAsInt(pc);
            Frame now = last();
            if (now.byFramePointer) {
                if (isLoadOfRecord(word)) {
                    pc = undone(pc, now);
                }
            } else if ((word & 0xffc0_7fff) == 0xa980_7bfd) { // stp x29, x30, [sp, #-n]!
                long distance = now.distance - offset(word);
                next(pc + 4, false, distance, distance);
            } else if ((word & 0xff80_03ff) == 0xd100_03ff) { // sub sp, sp, #n
                next(pc + 4, false, now.distance + immediate(word), now.saved);
            } else if ((word & 0xffc0_7fff) == 0xa900_7bfd) { // stp x29, x30, [sp, #n]
                next(pc + 4, false, now.distance, now.distance - offset(word));
            } else if (isFramePointerSet(word)) {
                long distance = now.distance - immediate(word);
                if (now.saved >= 0) {
                    next(pc + 4, true, distance, now.saved);
                } else {
                    next(pc + 4, true, RECORD, RECORD); // a record that was put together otherwise, as at the entry of an exception
                }
            }
        }
    }

    /** How far from the first instruction it calls another without having made a frame record, or -1: assembly of the kernel's, whose X29 is whatever was last a frame's. */
    private long unframedCall() {
        for (long pc = first; pc < end; pc += 4) {
            int word = code.applyAsInt(pc);
            if (isFramePointerSet(word)) {
                return -1;
            }
            if ((word & 0xfc00_0000) == 0x9400_0000 || (word & 0xffff_fc1f) == 0xd63f_0000) { // bl, blr
                return pc - first;
            }
        }
        return -1;
    }

    /** The record is read back: X29 and X30 are the caller's again, up to the branch that leaves; behind it holds what held before. Gives where that is. */
    private long undone(long pc, Frame before) {
        boolean popped = (code.applyAsInt(pc) & 0xffc0_0000) == 0xa8c0_0000;
        long left = popped ? 0 : before.distance + stackAbove();
        next(pc + 4, false, left, -1);
        for (long after = pc + 4; after < end; after += 4) {
            int word = code.applyAsInt(after);
            if (left != 0 && (word & 0xff80_03ff) == 0x9100_03ff) { // add sp, sp, #n
                left = 0;
                next(after + 4, false, 0, -1);
            }
            if ((word & 0xfe1f_f000) == 0xd61f_0000 || (word & 0xfc00_0000) == 0x1400_0000) { // ret and its like, br, b
                frames.add(before.at(after + 4));
                return after;
            }
        }
        return end;
    }

    /** How far X29 was put above the stack pointer. */
    private long stackAbove() {
        for (long pc = first; pc < end; pc += 4) {
            if (isFramePointerSet(code.applyAsInt(pc))) {
                return immediate(code.applyAsInt(pc));
            }
        }
        return 0;
    }

    /** add x29, sp, #n; mov x29, sp */
    private static boolean isFramePointerSet(int word) {
        return (word & 0xffc0_03ff) == 0x9100_03fd;
    }

    /** ldp x29, x30, [sp], #n; ldp x29, x30, [sp, #n] */
    private static boolean isLoadOfRecord(int word) {
        return (word & 0xffc0_7fff) == 0xa8c0_7bfd || (word & 0xffc0_7fff) == 0xa940_7bfd;
    }

    private static long offset(int pair) {
        return 8L * (pair << 10 >> 25);
    }

    private static long immediate(int word) {
        return (long) (word >>> 10 & 0xfff) << (word >>> 22 & 1) * 12;
    }
}
