package dev.cellvisor.vm;

import dev.cellvisor.state.State;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where two machines differ: bytes of CPUs and of RAM, fields of everything else. Made of the starts of two runs, it tells whether the difference has spread since:
 * whether there is one anywhere where there was none.
 */
final class Spread {
    private final Set<String> fields = new HashSet<>();
    private final Map<String, BitSet> bytes = new HashMap<>();

    private Spread() {
    }

    static Spread of(Snapshot a, Snapshot b) {
        var spread = new Spread();
        State.beside(a.machine, b.machine, spread::compare);
        for (long page : a.ram.differingPages(b.ram)) {
            spread.bytes("ram " + page, a.ram.page(page), b.ram.page(page));
        }
        return spread;
    }

    /** Whether everything that differs here differs there too. */
    boolean isWithin(Spread start) {
        return start.fields.containsAll(fields) && bytes.entrySet().stream().allMatch(entry -> {
            BitSet before = start.bytes.get(entry.getKey());
            if (before == null) {
                return entry.getValue().isEmpty();
            }
            var more = (BitSet) entry.getValue().clone();
            more.andNot(before);
            return more.isEmpty();
        });
    }

    private void compare(String path, Object one, Object other) {
        if (one instanceof byte[] a && other instanceof byte[] b && a.length == b.length) {
            bytes(path, a, b);
        } else if (!(one instanceof long[] a && other instanceof long[] b ? Arrays.equals(a, b) : Objects.equals(one, other))) {
            fields.add(path);
        }
    }

    private void bytes(String place, byte[] a, byte[] b) {
        for (int i = Arrays.mismatch(a, b); i >= 0 && i < a.length; ) {
            bytes.computeIfAbsent(place, key -> new BitSet()).set(i);
            int more = Arrays.mismatch(a, i + 1, a.length, b, i + 1, b.length);
            i = more < 0 ? -1 : i + 1 + more;
        }
    }
}
