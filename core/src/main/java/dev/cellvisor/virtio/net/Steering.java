package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Headers;
import dev.cellvisor.net.Toeplitz;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which receive queue a packet goes to: automatic steering by flow, or receive-side scaling (VIRTIO 1.4, 5.1.6.5.5 to 5.1.6.5.7).
 * Queues are pairs here, from 0: pair k is receiveq(k+1).
 */
final class Steering implements Stateful {
    static final int KEY_BYTES = 40;
    static final int TABLE_LENGTH = 128;
    private static final int FLOWS = 4096;

    private int pairs = 1;
    private boolean scaling;
    private int hashTypes;
    private int tunnelTypes;
    private byte[] key = new byte[KEY_BYTES];
    private Toeplitz toeplitz = new Toeplitz(key);
    private int[] table = {0};
    private int unclassified;
    private int transmitPairs = 1;
    /** On which pair a flow was last transmitted; the flows that were quiet longest are forgotten. */
    private final Map<Long, Integer> flows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > FLOWS;
        }
    };

    void reset() {
        automatic(1);
        hash(0, new byte[KEY_BYTES]);
        tunnelTypes = 0;
        flows.clear();
    }

    /** Automatic steering over so many pairs. */
    void automatic(int newPairs) {
        pairs = newPairs;
        transmitPairs = newPairs;
        scaling = false;
        table = new int[] {0};
        unclassified = 0;
    }

    void hash(int types, byte[] newKey) {
        hashTypes = types;
        key = newKey;
        toeplitz = new Toeplitz(newKey);
    }

    void scale(int[] newTable, int newUnclassified, int newTransmitPairs) {
        scaling = true;
        table = newTable;
        unclassified = newUnclassified;
        transmitPairs = newTransmitPairs;
    }

    void tunnels(int types) {
        tunnelTypes = types;
    }

    /** How many pairs the driver may transmit on. */
    int transmitPairs() {
        return transmitPairs;
    }

    PacketHash hashOf(byte[] bytes, Headers headers) {
        return hashTypes == 0 ? PacketHash.NONE : PacketHash.of(bytes, Tunnel.inside(bytes, headers, tunnelTypes), hashTypes, toeplitz);
    }

    /** The driver transmitted a packet on a pair. */
    void transmitted(int pair, byte[] bytes, Headers headers) {
        if (pairs > 1) {
            flows.put(flow(bytes, headers), pair);
        }
    }

    /**
     * The pair for a received packet, or -1 to drop it.
     *
     * @param usable whether a pair's receive queue can take packets: it is not being reset
     */
    int select(byte[] bytes, Headers headers, PacketHash hash, IntPredicate usable) {
        if (scaling) {
            int pair = hash.report() == PacketHash.VIRTIO_NET_HASH_REPORT_NONE ? unclassified : table[hash.value() & table.length - 1];
            return usable.test(pair) ? pair : -1;
        }
        int first = 0;
        if (pairs > 1) {
            long flow = flow(bytes, headers);
            Integer known = flows.get(flow);
            first = known != null && known < pairs ? known : (int) Long.remainderUnsigned(flow, pairs);
        }
        for (int i = 0; i < pairs; i++) {
            int pair = (first + i) % pairs;
            if (usable.test(pair)) {
                return pair;
            }
        }
        return -1;
    }

    /** A number for both directions of a flow: the two ends are mixed each, and added. */
    private static long flow(byte[] bytes, Headers headers) {
        if (headers.network() < 0) {
            return mix(NetOptions.number(bytes, 0)) + mix(NetOptions.number(bytes, 6));
        }
        int port = headers.isTcp() || headers.isUdp() ? headers.transport() : -1;
        return end(bytes, headers, headers.plainSource(), port) + end(bytes, headers, headers.plainDestination(), port < 0 ? -1 : port + 2)
                + headers.protocol();
    }

    private static long end(byte[] bytes, Headers headers, int address, int port) {
        long sum = port < 0 ? 0 : (bytes[port] & 0xffL) << 8 | bytes[port + 1] & 0xffL;
        for (int i = 0; i < headers.addressBytes(); i++) {
            sum = sum * 257 + (bytes[address + i] & 0xff);
        }
        return mix(sum);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    @Override
    public State save() {
        return State.of("net-steering", 1).put("pairs", pairs).put("scaling", scaling).put("hashTypes", hashTypes).put("tunnelTypes", tunnelTypes)
                .put("key", key).put("table", Arrays.stream(table).asLongStream().toArray()).put("unclassified", unclassified)
                .put("transmitPairs", transmitPairs)
                .put("flows", flows.entrySet().stream().flatMapToLong(flow -> java.util.stream.LongStream.of(flow.getKey(), flow.getValue())).toArray())
                .build();
    }

    @Override
    public void restore(State state) {
        pairs = state.expect("net-steering", 1).integer("pairs");
        scaling = state.flag("scaling");
        hash(state.integer("hashTypes"), state.bytes("key"));
        tunnelTypes = state.integer("tunnelTypes");
        table = Arrays.stream(state.numbers("table")).mapToInt(pair -> (int) pair).toArray();
        unclassified = state.integer("unclassified");
        transmitPairs = state.integer("transmitPairs");
        flows.clear();
        long[] saved = state.numbers("flows");
        for (int i = 0; i + 1 < saved.length; i += 2) {
            flows.put(saved[i], (int) saved[i + 1]);
        }
    }

    @Override
    public String toString() {
        return scaling ? "receive-side scaling, %d entries, hash types 0x%x".formatted(table.length, hashTypes)
                : "%d pair%s%s".formatted(pairs, pairs == 1 ? "" : "s", hashTypes == 0 ? "" : ", hash types 0x%x".formatted(hashTypes));
    }
}
