package dev.cellvisor.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;

/**
 * Where a function's caller is, at each of its instructions, as its code tells: a function keeps its return address in X30 until it has made a frame record (AAPCS64, 6.4.6), and
 * has it there again when it has undone that.
 */
public final class FunctionFrames {
    /** What is farther from a symbol is not its function's. */
    static final long MOST_BYTES = 1 << 20;
    /** How far the frame pointer that a frame record makes is below where the stack pointer was, if nothing else is known. */
    private static final long RECORD = 16;
    /** In bytes; so that reading takes time in proportion to what is read. */
    private static final long LONGEST_EPILOGUE = 256;

    private final LongToIntFunction code;
    private final long first;
    private final long end;
    private final List<Frame> frames = new ArrayList<>();
    /** What holds where it branches forward to. */
    private final Map<Long, Frame> targets = new HashMap<>();
    private Frame now;
    /** How far X29, once it tells, is above the stack pointer. */
    private long above;
    /** Whether the frame record is this function's, and not one that was put together otherwise. */
    private boolean own;

    /**
     * What holds from an instruction on.
     *
     * @param from the address of the instruction
     * @param byFramePointer whether X29 tells where the stack pointer of the caller was, or the stack pointer
     * @param distance how many bytes that was above it; 0 or more
     * @param saved how many bytes below it the caller's X29 stands, and 8 bytes above that the return address; -1 if both are in X29 and X30
     */
    public record Frame(long from, boolean byFramePointer, long distance, long saved) {
        Frame at(long address) {
            return new Frame(address, byFramePointer, distance, saved);
        }
    }

    private FunctionFrames(long first, long end, LongToIntFunction code) {
        this.first = first;
        this.end = first + (Long.compareUnsigned(end - first, MOST_BYTES) < 0 ? end - first & -4 : MOST_BYTES);
        this.code = code;
    }

    /**
     * Reads a function; of a longer one the first MiB.
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

    /** What holds at one of the first MiB's instructions. */
    static Frame at(long first, long pc, LongToIntFunction code) {
        List<Frame> frames = of(first, pc + 4, code);
        int last = frames.size() - 1;
        while (frames.get(last).from - first > pc - first) { // the instruction itself changes it
            last--;
        }
        return frames.get(last);
    }

    private void from(Frame frame) {
        now = frame;
        frames.add(frame);
    }

    private void read() {
        from(new Frame(first, false, 0, -1));
        long call = unframedCall();
        if (call >= 0) {
            from(new Frame(first + call, true, RECORD, RECORD));
            return;
        }
        for (long pc = first; pc != end; pc += 4) {
            int word = code.applyAsInt(pc);
            if (now.byFramePointer) {
                above = (word & 0xff80_03ff) == 0xd100_03bf ? immediate(word) : (word & 0xff80_03ff) == 0x9100_03bf ? -immediate(word) : above; // sub sp, x29, #n; add sp, x29, #n
                if (own && isLoadOfRecord(word)) {
                    pc = left(pc);
                }
            } else if (now.distance > 0 && popped(word) > 0) {
                pc = left(pc);
            } else if (isFramePointerSet(word)) {
                boolean known = now.saved >= 0 && now.distance >= immediate(word);
                above = immediate(word);
                own = known;
                // If not, it is a record that was put together otherwise, as at the entry of an exception.
                from(known ? new Frame(pc + 4, true, now.distance - above, now.saved) : new Frame(pc + 4, true, RECORD, RECORD));
            } else if (pushed(word) > 0) {
                long distance = now.distance + pushed(word);
                from(new Frame(pc + 4, false, distance, isStoreOfRecord(word) ? distance : now.saved));
            } else if (isStoreOfRecord(word) && now.distance - pairOffset(word) >= RECORD) {
                from(new Frame(pc + 4, false, now.distance, now.distance - pairOffset(word)));
            }
            if (isDirectBranch(word)) {
                targets.putIfAbsent(pc + branchOffset(word), now);
            }
            if (leaves(code.applyAsInt(pc))) {
                behind(pc);
            }
        }
    }

    /** Behind a branch that is always taken holds what holds where that is come to from. */
    private void behind(long branch) {
        Frame next = targets.getOrDefault(branch + 4, now).at(branch + 4);
        now = next;
        if (!next.equals(frames.getLast().at(branch + 4))) {
            frames.add(next);
        }
    }

    /** How far from the first instruction it calls another without having made a frame record, or -1: assembly of the kernel's, whose X29 is whatever was last a frame's. */
    private long unframedCall() {
        for (long pc = first; pc != end; pc += 4) {
            int word = code.applyAsInt(pc);
            if (isFramePointerSet(word)) {
                return -1;
            }
            if (calls(word)) {
                return pc - first;
            }
        }
        return -1;
    }

    /** All is undone, from an instruction up to the branch that leaves; what held before is what holds now again. Gives where that is. */
    private long left(long pc) {
        for (long at = pc; at != end && !leaves(code.applyAsInt(at)); at += 4) {
            if (calls(code.applyAsInt(at)) || at - pc > LONGEST_EPILOGUE) {
                return pc; // it does not leave
            }
        }
        Frame before = now;
        long distance = now.distance + (now.byFramePointer ? above : 0);
        long saved = now.saved;
        for (long at = pc; at != end; at += 4) {
            int word = code.applyAsInt(at);
            if (isLoadOfRecord(word) || popped(word) > 0) {
                saved = isLoadOfRecord(word) ? -1 : saved;
                distance = Math.max(distance - popped(word), 0);
                from(new Frame(at + 4, false, distance, saved));
            }
            if (leaves(word)) {
                now = before;
                return at;
            }
        }
        return end - 4;
    }

    /** bl, blr */
    private static boolean calls(int word) {
        return (word & 0xfc00_0000) == 0x9400_0000 || (word & 0xffff_fc1f) == 0xd63f_0000;
    }

    /** ret and its like, br, b */
    private static boolean leaves(int word) {
        return (word & 0xfe1f_f000) == 0xd61f_0000 && (word & 0x0060_0000) != 0x0020_0000 || (word & 0xfc00_0000) == 0x1400_0000;
    }

    /** b, b.cond, cbz, cbnz, tbz, tbnz */
    private static boolean isDirectBranch(int word) {
        return (word & 0xfc00_0000) == 0x1400_0000 || (word & 0xff00_0010) == 0x5400_0000 || (word & 0x7c00_0000) == 0x3400_0000;
    }

    private static long branchOffset(int word) {
        return (word & 0xfc00_0000) == 0x1400_0000 ? word << 6 >> 4 : (word & 0x7e00_0000) == 0x3600_0000 ? word << 13 >> 18 << 2 : word << 8 >> 13 << 2;
    }

    /** add x29, sp, #n; mov x29, sp */
    private static boolean isFramePointerSet(int word) {
        return (word & 0xffc0_03ff) == 0x9100_03fd;
    }

    /** stp x29, x30, [sp, #n]!; stp x29, x30, [sp, #n] */
    private static boolean isStoreOfRecord(int word) {
        return (word & 0xffc0_7fff) == 0xa980_7bfd || (word & 0xffc0_7fff) == 0xa900_7bfd;
    }

    /** ldp x29, x30, [sp], #n; ldp x29, x30, [sp, #n] */
    private static boolean isLoadOfRecord(int word) {
        return (word & 0xffc0_7fff) == 0xa8c0_7bfd || (word & 0xffc0_7fff) == 0xa940_7bfd;
    }

    /** By how many bytes an instruction lowers the stack pointer. */
    private static long pushed(int word) {
        return switch (word & 0xffc0_03e0) {
            case 0xa980_03e0, 0x6d80_03e0 -> -pairOffset(word); // stp x, x, [sp, #n]!; stp d, d
            case 0xad80_03e0 -> -2 * pairOffset(word); // stp q, q
            default -> (word & 0xff80_03ff) == 0xd100_03ff ? immediate(word) // sub sp, sp, #n
                    : (word & 0xffe0_0fe0) == 0xf800_0fe0 || (word & 0xffe0_0fe0) == 0xfc00_0fe0 ? -singleOffset(word) : 0; // str x, [sp, #n]!; str d
        };
    }

    /** By how many bytes it raises the stack pointer. */
    private static long popped(int word) {
        return switch (word & 0xffc0_03e0) {
            case 0xa8c0_03e0, 0x6cc0_03e0 -> pairOffset(word); // ldp x, x, [sp], #n; ldp d, d
            case 0xacc0_03e0 -> 2 * pairOffset(word); // ldp q, q
            default -> (word & 0xff80_03ff) == 0x9100_03ff ? immediate(word) // add sp, sp, #n
                    : (word & 0xffe0_0fe0) == 0xf840_07e0 || (word & 0xffe0_0fe0) == 0xfc40_07e0 ? singleOffset(word) : 0; // ldr x, [sp], #n; ldr d
        };
    }

    private static long pairOffset(int word) {
        return 8L * (word << 10 >> 25);
    }

    private static long singleOffset(int word) {
        return word << 11 >> 23;
    }

    private static long immediate(int word) {
        return (long) (word >>> 10 & 0xfff) << (word >>> 22 & 1) * 12;
    }
}
