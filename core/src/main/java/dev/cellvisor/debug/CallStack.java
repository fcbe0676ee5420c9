package dev.cellvisor.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

/**
 * Who called whom, the innermost first; found by what the functions' code tells ({@link FunctionFrames}), so without debugging information.
 *
 * @param frames one for each function that is under way
 */
public record CallStack(List<Frame> frames) {
    private static final int MOST = 100;

    /**
     * A function that is under way.
     *
     * @param pc where it goes on
     * @param sp the stack pointer there
     * @param name what stands at the PC, as symbol and offset
     */
    public record Frame(long pc, long sp, String name) {
        @Override
        public String toString() {
            return "%016x in %s".formatted(pc, name);
        }
    }

    /** Keeps its own copy of the frames. */
    public CallStack {
        frames = List.copyOf(frames);
    }

    /**
     * What is under way at a place.
     *
     * @param symbols the names; a function is what is between two of them
     * @param pc the PC
     * @param sp the stack pointer
     * @param x29 the frame pointer
     * @param x30 the link register
     * @param code the instruction at a virtual address; 0 where none can be read
     * @param stack the eight bytes at a virtual address; 0 where none can be read
     */
    public static CallStack of(Symbols symbols, long pc, long sp, long x29, long x30, LongToIntFunction code, LongUnaryOperator stack) {
        List<Frame> found = new ArrayList<>();
        long at = pc;
        long top = sp;
        long frame = x29;
        long link = x30;
        while (found.size() < MOST) {
            // A call that does not return may be the last instruction of its function.
            long inside = found.isEmpty() ? at : at - 4;
            Symbols.Symbol symbol = symbols.at(inside);
            String name = symbol == null ? symbols.describe(at) : symbol.name() + (at == symbol.address() ? "" : "+0x%x".formatted(at - symbol.address()));
            found.add(new Frame(at, top, name));
            if (symbol == null || Long.compareUnsigned(inside - symbol.address(), FunctionFrames.MOST_BYTES) >= 0) {
                break;
            }
            FunctionFrames.Frame now = FunctionFrames.at(symbol.address(), inside, code);
            long caller = (now.byFramePointer() ? frame : top) + now.distance();
            if (now.saved() >= 0) {
                frame = stack.applyAsLong(caller - now.saved());
                link = stack.applyAsLong(caller - now.saved() + 8);
            }
            long back = (link & 1L << 55) != 0 ? link | 0xffffL << 48 : link & (1L << 48) - 1; // without a pointer authentication code
            if (back == 0 || back == at && caller == top) {
                break;
            }
            at = back;
            top = caller;
        }
        return new CallStack(found);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            text.append("#%-3d".formatted(i)).append(frames.get(i)).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
