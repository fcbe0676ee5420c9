// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.BUDGET;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.ALL;
import static dev.cellvisor.memory.HostMemory.LONG;

/**
 * The interpreter. One method, kept under HotSpot's limit of 8000 bytes of bytecode, since a longer one is never compiled. The budget
 * lives in the state block, so that it is exact wherever an instruction leaves the fast path, and setting it to 0 there ends the loop.
 */
public final class RunLoop {

    private RunLoop() {
    }

    /** Executes until the budget is used up. A guest exception leaves by {@link GuestException}, with the state already in its handler. */
    public static void run(CodePages pages, Core c, long s) {
        while (true) {
            if (ALL.get(LONG, s + BUDGET) <= 0) {
                return;
            }
            long pc = ALL.get(LONG, s + PC);
            long[] code = pages.at(pc);
            long page = pc & -4096;
            int i = (int) (pc >>> 2) & 1023;
            while (true) {
                long budget = ALL.get(LONG, s + BUDGET);
                if (budget <= 0) {
                    ALL.set(LONG, s + PC, page + (i << 2));
                    return;
                }
                ALL.set(LONG, s + BUDGET, budget - 1);
                long d = code[i];
                long next;
                switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
                    case Decoder.UNDECODED -> {
                        ALL.set(LONG, s + BUDGET, budget);
                        pages.decode(code, i);
                        continue;
                    }
                    case Decoder.PAGE_END -> {
                        ALL.set(LONG, s + BUDGET, budget);
                        next = page + 4096;
                    }
                    case Decoder.BREAKPOINT -> {
                        ALL.set(LONG, s + BUDGET, budget);
                        ALL.set(LONG, s + PC, page + (i << 2));
                        pages.breakpoint();
                        return;
                    }
                    case Decoder.UNDEFINED -> {
                        ALL.set(LONG, s + PC, page + (i << 2));
                        throw c.undefined();
                    }
                    case 4 -> {
                        AddSubImmediate.add64(s, d);
                        i++;
                        continue;
                    }
                    case 5 -> {
                        AddSubImmediate.add32(s, d);
                        i++;
                        continue;
                    }
                    case 6 -> {
                        AddSubImmediate.adds64(s, d);
                        i++;
                        continue;
                    }
                    case 7 -> {
                        AddSubImmediate.adds32(s, d);
                        i++;
                        continue;
                    }
                    case 8 -> {
                        AddSubImmediate.sub64(s, d);
                        i++;
                        continue;
                    }
                    case 9 -> {
                        AddSubImmediate.sub32(s, d);
                        i++;
                        continue;
                    }
                    case 10 -> {
                        AddSubImmediate.subs64(s, d);
                        i++;
                        continue;
                    }
                    case 11 -> {
                        AddSubImmediate.subs32(s, d);
                        i++;
                        continue;
                    }
                    default -> {
                        next = page + (i << 2);
                        ALL.set(LONG, s + PC, next);
                        next = Groups.execute(c, s, d, next);
                    }
                }
                if (((next ^ page) & -4096) == 0) {
                    i = (int) (next >>> 2) & 1023;
                    if ((next & 3) == 0) {
                        continue;
                    }
                }
                if (next != -1) {
                    ALL.set(LONG, s + PC, next);
                }
                break;
            }
        }
    }
}
