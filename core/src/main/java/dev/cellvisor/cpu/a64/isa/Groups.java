// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.FP_ENABLED;
import static dev.cellvisor.memory.HostMemory.getLong;

/** Everything beside the run loop's own switch, group by group. */
final class Groups {
    /** Behind the last operation of the group. */
    static final int END_MAIN = 349;
    /** Behind the last operation of the group. */
    static final int END_FP = 612;
    /** Behind the last operation of the group. */
    static final int END_SIMD_A = 812;
    /** Behind the last operation of the group. */
    static final int END_SIMD_B = 1135;
    /** Behind the last operation of the group. */
    static final int END_RARE = 1289;

    private Groups() {
    }

    /** Executes an instruction of another group than MAIN and returns the address of the next one. */
    static long execute(Core c, long s, long d, long pc) {
        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
        if (op >= END_SIMD_B) {
            return RareSwitch.execute(c, s, d, pc);
        }
        if (getLong(s + FP_ENABLED) == 0) {
            throw c.fpTrapped();
        }
        if (op < END_FP) {
            FpSwitch.execute(c, s, d, pc);
        } else if (op < END_SIMD_A) {
            SimdASwitch.execute(c, s, d, pc);
        } else {
            SimdBSwitch.execute(c, s, d, pc);
        }
        return pc + 4;
    }

    static IllegalStateException unknown(int op) {
        return new IllegalStateException("operation " + op + " is in no group");
    }
}
