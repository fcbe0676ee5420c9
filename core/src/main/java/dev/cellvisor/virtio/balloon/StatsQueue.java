package dev.cellvisor.virtio.balloon;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.ChainReader;
import java.util.EnumMap;
import java.util.Map;

/** The statistics: the buffer that the device holds until it wants new ones (VIRTIO 1.4, 5.5.6.4), and what the last one said. */
final class StatsQueue implements Stateful {
    /** A tag of 16 bits and a value of 64, packed. */
    static final int ENTRY_BYTES = 10;
    static final int NOTHING = -1;

    private int held = NOTHING;
    private long buffers;
    private BalloonStats stats = new BalloonStats(0, Map.of());
    /** The tags of the last buffer, a bit each, or -1. */
    private long lastTags = -1;

    /** The head of the buffer that the device has, or {@link #NOTHING}. */
    int held() {
        return held;
    }

    void hold(int head) {
        held = head;
    }

    /** How many buffers have been read. */
    long buffers() {
        return buffers;
    }

    BalloonStats stats() {
        return stats;
    }

    /**
     * Reads a buffer of entries in any order. Tags that nobody knows are passed over.
     *
     * @param keep whether it counts
     * @return whether it has the same tags as the one before, if there was one
     */
    boolean read(ChainReader reader, long tick, boolean keep) {
        Map<BalloonStat, Long> values = new EnumMap<>(BalloonStat.class);
        long tags = 0;
        // One buffer needs no more than an entry for each tag; more is nonsense, and cut here.
        for (int i = 0; i < 0x1_0000 && reader.remaining() >= ENTRY_BYTES; i++) {
            int tag = reader.readShort();
            long value = reader.readLong();
            BalloonStat stat = BalloonStat.tagged(tag);
            if (stat != null) {
                values.put(stat, value);
                tags |= 1L << tag;
            }
        }
        buffers++;
        if (keep) {
            stats = new BalloonStats(tick, values);
        }
        boolean same = lastTags < 0 || lastTags == tags;
        lastTags = tags;
        return same;
    }

    void reset() {
        held = NOTHING;
        buffers = 0;
        lastTags = -1;
        stats = new BalloonStats(0, Map.of());
    }

    @Override
    public State save() {
        long[] values = new long[2 * stats.values().size()];
        int at = 0;
        for (var entry : stats.values().entrySet()) {
            values[at++] = entry.getKey().tag();
            values[at++] = entry.getValue();
        }
        return State.of("stats", 1).put("held", held).put("buffers", buffers).put("lastTags", lastTags).put("tick", stats.tick())
                .put("values", values).build();
    }

    @Override
    public void restore(State state) {
        long[] saved = state.expect("stats", 1).numbers("values");
        Map<BalloonStat, Long> values = new EnumMap<>(BalloonStat.class);
        for (int i = 0; i + 1 < saved.length; i += 2) {
            values.put(BalloonStat.tagged((int) saved[i]), saved[i + 1]);
        }
        held = state.integer("held");
        buffers = state.number("buffers");
        lastTags = state.number("lastTags");
        stats = new BalloonStats(state.number("tick"), values);
    }
}
