package dev.cellvisor.virtio.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The chains of a packed queue that the device keeps while it takes others. Used descriptors overwrite available ones, so what such a
 * chain consists of cannot be read from the ring again: it is kept here, by buffer ID, in arrays that grow and are used again.
 */
final class TakenBuffers {
    private static final int NONE = -1;
    private static final int WRITABLE = 1;
    private static final int TABLE = 2;

    private final BitSet ids = new BitSet();
    /** By buffer ID: its first entry. */
    private int[] firstOf = {};
    // Entries: one per buffer or indirect table, linked.
    private long[] addresses = {};
    private int[] lengths = {};
    private int[] kinds = {};
    private int[] nexts = {};
    // By first entry: where the chain stood in the ring.
    private int[] starts = {};
    private int[] counts = {};
    private int free = NONE;

    void clear() {
        for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
            release(id);
        }
        ids.clear();
    }

    boolean has(int id) {
        return ids.get(id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** How many descriptors of the ring a chain had. */
    int descriptors(int id) {
        return counts[firstOf[id]];
    }

    private int entry(long address, int length, int kind) {
        if (free == NONE) {
            grow();
        }
        int entry = free;
        free = nexts[entry];
        addresses[entry] = address;
        lengths[entry] = length;
        kinds[entry] = kind;
        nexts[entry] = NONE;
        return entry;
    }

    private void grow() {
        int before = addresses.length;
        int now = Math.max(64, before * 2);
        addresses = Arrays.copyOf(addresses, now);
        lengths = Arrays.copyOf(lengths, now);
        kinds = Arrays.copyOf(kinds, now);
        nexts = Arrays.copyOf(nexts, now);
        starts = Arrays.copyOf(starts, now);
        counts = Arrays.copyOf(counts, now);
        for (int entry = now - 1; entry >= before; entry--) {
            nexts[entry] = free;
            free = entry;
        }
    }

    /**
     * Keeps a chain.
     *
     * @param start its first descriptor in the ring
     * @param count how many it had there
     * @param table the address of its indirect table, or -1
     * @param tableBytes the size of that table
     */
    void keep(DescriptorChain chain, int start, int count, long table, int tableBytes) {
        int first = NONE;
        if (table != -1) {
            first = entry(table, tableBytes, TABLE);
        } else {
            int last = NONE;
            for (int i = 0; i < chain.segmentCount(); i++) {
                int entry = entry(chain.addresses[i], chain.lengths[i], i < chain.readableSegmentCount() ? 0 : WRITABLE);
                if (last == NONE) {
                    first = entry;
                } else {
                    nexts[last] = entry;
                }
                last = entry;
            }
            if (first == NONE) {
                first = entry(0, 0, 0);
            }
        }
        remember(chain.head(), first, start, count);
    }

    private void remember(int id, int first, int start, int count) {
        if (id >= firstOf.length) {
            // IDs are the driver's choice among 16 bits; most drivers stay below the queue size.
            firstOf = Arrays.copyOf(firstOf, id < 1024 ? 1024 : 65536);
        }
        firstOf[id] = first;
        starts[first] = start;
        counts[first] = count;
        ids.set(id);
    }

    /** A chain goes back. */
    void release(int id) {
        int last = firstOf[id];
        while (nexts[last] != NONE) {
            last = nexts[last];
        }
        nexts[last] = free;
        free = firstOf[id];
        ids.clear(id);
    }

    /** The address of a chain's indirect table, or -1. */
    long table(int id) {
        int first = firstOf[id];
        return kinds[first] == TABLE ? addresses[first] : -1;
    }

    /** The size of a chain's indirect table. */
    int tableBytes(int id) {
        return lengths[firstOf[id]];
    }

    /** Puts the buffers of a chain without a table into the object that devices see. */
    void load(int id, DescriptorChain chain) {
        for (int entry = firstOf[id]; entry != NONE; entry = nexts[entry]) {
            chain.add(addresses[entry], lengths[entry], kinds[entry] == WRITABLE);
        }
    }

    /** All chains, for displays. */
    List<PackedQueue.Taken> chains() {
        List<PackedQueue.Taken> chains = new ArrayList<>();
        ids.stream().forEach(id -> chains.add(new PackedQueue.Taken(id, starts[firstOf[id]], counts[firstOf[id]])));
        return chains;
    }

    /** Per chain: id, start, count, number of entries, then address, length and kind of each. */
    long[] save() {
        var numbers = java.util.stream.LongStream.builder();
        ids.stream().forEach(id -> {
            int entries = 0;
            for (int entry = firstOf[id]; entry != NONE; entry = nexts[entry]) {
                entries++;
            }
            numbers.add(id).add(starts[firstOf[id]]).add(counts[firstOf[id]]).add(entries);
            for (int entry = firstOf[id]; entry != NONE; entry = nexts[entry]) {
                numbers.add(addresses[entry]).add(lengths[entry]).add(kinds[entry]);
            }
        });
        return numbers.build().toArray();
    }

    void restore(long[] numbers) {
        clear();
        for (int at = 0; at + 3 < numbers.length; ) {
            int first = NONE;
            int last = NONE;
            int header = at;
            at += 4;
            for (long i = 0; i < numbers[header + 3]; i++) {
                int entry = entry(numbers[at], (int) numbers[at + 1], (int) numbers[at + 2]);
                if (last == NONE) {
                    first = entry;
                } else {
                    nexts[last] = entry;
                }
                last = entry;
                at += 3;
            }
            remember((int) numbers[header], first, (int) numbers[header + 1], (int) numbers[header + 2]);
        }
    }
}
