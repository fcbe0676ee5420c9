package dev.cellvisor.cpu.a64.hostcode;

import java.util.Arrays;

/**
 * Which guest register is in which host register, for one of the two kinds. A guest register is loaded when it is first used, stays until its place is
 * needed, and is written back when it has been changed and somebody else may look. None of this touches the flags.
 */
abstract class RegisterFile {
    private static final int HOSTS = 16;
    private static final int NONE = -1;

    private final int[] pool;
    private final int[] hostOf;
    private final int[] guestIn = new int[HOSTS];
    private final int[] lastUse = new int[HOSTS];
    private final boolean[] dirty;
    private int clock;

    /**
     * @param pool the host registers that may hold guest registers
     * @param guests how many guest registers there are, numbered from 0
     */
    RegisterFile(int[] pool, int guests) {
        this.pool = pool;
        hostOf = new int[guests];
        dirty = new boolean[guests];
    }

    /** Emits the load of a guest register from the state block. */
    abstract void load(int host, int guest);

    /** Emits its store. */
    abstract void store(int host, int guest);

    void begin() {
        Arrays.fill(hostOf, NONE);
        Arrays.fill(guestIn, NONE);
        Arrays.fill(dirty, false);
        clock = 0;
    }

    /** The host register that holds all of a guest register, for reading. */
    int use(int guest) {
        int host = hostOf[guest];
        if (host == NONE) {
            host = take(guest);
            load(host, guest);
        }
        lastUse[host] = ++clock;
        return host;
    }

    /** The host register to put a guest register's new value in: all its bits must be written. */
    int define(int guest) {
        int host = hostOf[guest];
        if (host == NONE) {
            host = take(guest);
        }
        dirty[guest] = true;
        lastUse[host] = ++clock;
        return host;
    }

    private int take(int guest) {
        int best = pool[0];
        for (int host : pool) {
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
                store(best, old);
                dirty[old] = false;
            }
            hostOf[old] = NONE;
        }
        hostOf[guest] = best;
        guestIn[best] = guest;
        return best;
    }

    /** Writes all changed registers to the state block; they stay where they are. */
    void writeBack() {
        for (int host : pool) {
            int guest = guestIn[host];
            if (guest != NONE && dirty[guest]) {
                store(host, guest);
                dirty[guest] = false;
            }
        }
    }

    /** Forgets what is in host registers: something else may change the state block. */
    void forget() {
        for (int host : pool) {
            int guest = guestIn[host];
            if (guest != NONE) {
                hostOf[guest] = NONE;
                guestIn[host] = NONE;
            }
        }
    }

    /**
     * What is where between two instructions.
     *
     * @param guestIn for each host register, the guest register that it holds
     * @param dirty for each guest register, whether the state block lacks its value
     */
    record Held(int[] guestIn, boolean[] dirty) {
    }

    /** What is where now. */
    Held held() {
        return new Held(guestIn.clone(), dirty.clone());
    }

    /** Goes back to another time, for code that stands out of line. Host registers found by {@link #use} are not part of it. */
    void putBack(Held then) {
        System.arraycopy(then.guestIn, 0, guestIn, 0, guestIn.length);
        System.arraycopy(then.dirty, 0, dirty, 0, dirty.length);
    }

    /** Emits what brings guest registers to where they were at another time; its code may be gone on with. */
    void becomes(Held then) {
        for (int host : pool) {
            int guest = guestIn[host];
            if (guest != NONE && dirty[guest] && (then.guestIn[host] != guest || !then.dirty[guest])) {
                store(host, guest);
                dirty[guest] = false;
            }
        }
        for (int host : pool) {
            int guest = then.guestIn[host];
            if (guest != NONE && guest != guestIn[host]) {
                load(host, guest);
            }
        }
    }

    /** Loads all that was held at another time from the state block. */
    void reload(Held then) {
        for (int host : pool) {
            if (then.guestIn[host] != NONE) {
                load(host, then.guestIn[host]);
            }
        }
    }
}
