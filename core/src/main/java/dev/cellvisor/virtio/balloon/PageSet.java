package dev.cellvisor.virtio.balloon;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.BitSet;

/** A set of the guest's pages of 4096 bytes, by page frame number; those of the first RAM cost a bit each. */
final class PageSet implements Stateful {
    static final int SHIFT = 12;
    static final int PAGE_BYTES = 1 << SHIFT;

    private final BitSet pages = new BitSet();
    /** The page of bit 0: RAM seldom begins at 0. */
    private long first = -1;

    void add(long page) {
        if (first < 0 || page < first) {
            rebase(page & ~0x3ffffL); // to 1 GiB
        }
        // RAM slots that lie more than 8 TiB apart are nobody's; their pages are not counted.
        if (page - first <= Integer.MAX_VALUE) {
            pages.set((int) (page - first));
        }
    }

    private void rebase(long newFirst) {
        long[] before = pages.toLongArray();
        long shift = first < 0 ? 0 : (first - newFirst) / 64; // both are multiples of 64
        pages.clear();
        if (shift + before.length < Integer.MAX_VALUE / 64) {
            long[] moved = new long[Math.toIntExact(shift) + before.length];
            System.arraycopy(before, 0, moved, (int) shift, before.length);
            pages.or(BitSet.valueOf(moved));
        }
        first = newFirst;
    }

    void remove(long page) {
        if (contains(page)) {
            pages.clear((int) (page - first));
        }
    }

    boolean contains(long page) {
        return first >= 0 && page >= first && page - first <= Integer.MAX_VALUE && pages.get((int) (page - first));
    }

    int size() {
        return pages.cardinality();
    }

    void clear() {
        pages.clear();
        first = -1;
    }

    @Override
    public State save() {
        return State.of("pages", 1).put("first", first).put("bits", pages.toLongArray()).build();
    }

    @Override
    public void restore(State state) {
        long[] bits = state.expect("pages", 1).numbers("bits");
        first = state.number("first");
        pages.clear();
        pages.or(BitSet.valueOf(bits));
    }
}
