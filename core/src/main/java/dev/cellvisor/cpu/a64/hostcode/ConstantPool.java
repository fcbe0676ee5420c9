package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.setLong;

import java.util.HashMap;
import java.util.Map;

/** Constants of 128 bits that emitted code reads beside itself. They stay when blocks are forgotten. */
final class ConstantPool {
    private static final int MOST = 2048;

    private final Map<Pair, Long> known = new HashMap<>();
    private final long start;

    private record Pair(long low, long high) {
        // Written out, since what a record makes of itself takes some milliseconds when it is first asked.
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.low == low && pair.high == high;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(low * 31 + high);
        }
    }

    /** Takes its room where the assembler stands. */
    ConstantPool(X64 a) {
        a.at = a.at + 63 & -64;
        start = a.at;
        a.at += MOST * 16L;
    }

    /** Where a constant stands, as the writer sees it. */
    long at(long low, long high) {
        return known.computeIfAbsent(new Pair(low, high), pair -> add(low, high));
    }

    /** Whether it has a constant or so much room that any may come: a part is kept for those that emitters know of themselves. */
    boolean welcomes(long low, long high) {
        return known.size() < MOST / 2 || known.containsKey(new Pair(low, high));
    }

    private long add(long low, long high) {
        if (known.size() == MOST) {
            throw new IllegalStateException("more than " + MOST + " different constants in emitted code");
        }
        long at = start + known.size() * 16L;
        setLong(at, low);
        setLong(at + 8, high);
        return at;
    }
}
