package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;

import dev.cellvisor.cpu.a64.state.A64State;
import java.util.Arrays;

/**
 * Which vector register is in which host register: the vector half of {@link BlockBuilder}, which calls it wherever it saves, forgets or
 * loads its own. XMM0 to XMM3 are scratch. A register is here as all its 128 bits.
 */
final class VectorBench {
    /** Scratch. */
    static final int X0 = 0;
    /** Scratch. */
    static final int X1 = 1;
    /** Scratch. */
    static final int X2 = 2;
    /** Scratch. */
    static final int X3 = 3;

    private static final int FIRST = 4;
    private static final int HOSTS = 16;
    private static final int GUESTS = 32;
    private static final int NONE = -1;

    private final X64Vector x;
    private final int[] hostOf = new int[GUESTS];
    private final int[] guestIn = new int[HOSTS];
    private final int[] lastUse = new int[HOSTS];
    private final boolean[] dirty = new boolean[GUESTS];
    private int clock;

    VectorBench(X64Vector x) {
        this.x = x;
    }

    void begin() {
        forget();
        Arrays.fill(hostOf, NONE);
        Arrays.fill(guestIn, NONE);
        Arrays.fill(dirty, false);
        clock = 0;
    }

    private static int place(int register) {
        return displacement(A64State.V + register * 16);
    }

    /** The host register that holds a vector register, for reading. */
    int use(int register) {
        int host = hostOf[register];
        if (host == NONE) {
            host = take(register);
            x.opMemory(X64Vector.LOAD, host, 0, RBX, place(register));
        }
        lastUse[host] = ++clock;
        return host;
    }

    /** The host register to put a vector register's new value in: all 128 bits must be written. */
    int define(int register) {
        int host = hostOf[register];
        if (host == NONE) {
            host = take(register);
        }
        dirty[register] = true;
        lastUse[host] = ++clock;
        return host;
    }

    private int take(int register) {
        int best = FIRST;
        for (int host = FIRST; host < HOSTS; host++) {
            if (guestIn[host] == NONE) {
                best = host;
                break;
            }
            if (lastUse[host] < lastUse[best]) {
                best = host;
            }
        }
        int old = guestIn[best];
        if (old != NONE) {
            if (dirty[old]) {
                x.opMemory(X64Vector.STORE, best, 0, RBX, place(old));
                dirty[old] = false;
            }
            hostOf[old] = NONE;
        }
        hostOf[register] = best;
        guestIn[best] = register;
        return best;
    }

    /** Writes all changed registers to the state block; they stay where they are. */
    void writeBack() {
        for (int host = FIRST; host < HOSTS; host++) {
            int register = guestIn[host];
            if (register != NONE && dirty[register]) {
                x.opMemory(X64Vector.STORE, host, 0, RBX, place(register));
                dirty[register] = false;
            }
        }
    }

    /** Forgets what is in host registers. */
    void forget() {
        for (int host = FIRST; host < HOSTS; host++) {
            int register = guestIn[host];
            if (register != NONE) {
                hostOf[register] = NONE;
                guestIn[host] = NONE;
            }
        }
    }

    /** Which vector register each host register holds; see {@link #reload}. */
    int[] held() {
        return guestIn.clone();
    }

    /** Loads the host registers that hold vector registers from the state block. */
    void reload(int[] held) {
        for (int host = FIRST; host < HOSTS; host++) {
            if (held[host] != NONE) {
                x.opMemory(X64Vector.LOAD, host, 0, RBX, place(held[host]));
            }
        }
    }

    /** What is where and changed, as it is now. */
    Snapshot snapshot() {
        return new Snapshot(guestIn.clone(), dirty.clone());
    }

    /** A copy of what {@link #writeBack} needs. */
    record Snapshot(int[] guestIn, boolean[] dirty) {
    }

    /** Brings vector registers to where they were at another time, as {@link BlockBuilder#becomes}. */
    void becomes(Snapshot then) {
        for (int host = FIRST; host < HOSTS; host++) {
            int register = guestIn[host];
            if (register != NONE && dirty[register] && (then.guestIn[host] != register || !then.dirty[register])) {
                x.opMemory(X64Vector.STORE, host, 0, RBX, place(register));
                dirty[register] = false;
            }
        }
        for (int host = FIRST; host < HOSTS; host++) {
            int register = then.guestIn[host];
            if (register != NONE && register != guestIn[host]) {
                x.opMemory(X64Vector.LOAD, host, 0, RBX, place(register));
            }
        }
    }

    /** Goes back to a copy, for code that stands out of line. Host registers found by {@link #use} are not part of it. */
    void putBack(Snapshot snapshot) {
        System.arraycopy(snapshot.guestIn, 0, guestIn, 0, HOSTS);
        System.arraycopy(snapshot.dirty, 0, dirty, 0, GUESTS);
    }
}
