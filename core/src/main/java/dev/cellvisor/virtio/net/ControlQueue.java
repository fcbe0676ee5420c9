package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CTRL_GUEST_OFFLOADS;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CTRL_MAC_ADDR;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CTRL_RX;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CTRL_RX_EXTRA;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CTRL_VLAN;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_GUEST_ANNOUNCE;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HASH_REPORT;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HASH_TUNNEL;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MQ;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_NOTF_COAL;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_RSS;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_VQ_NOTF_COAL;

import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.ChainWriter;
import dev.cellvisor.virtio.queue.DescriptorChain;

/** The commands of the control queue (VIRTIO 1.4, 5.1.6.5): class, command, data; the answer is one byte. */
final class ControlQueue {
    static final int VIRTIO_NET_OK = 0;
    static final int VIRTIO_NET_ERR = 1;

    static final int VIRTIO_NET_CTRL_RX = 0;
    static final int VIRTIO_NET_CTRL_MAC = 1;
    static final int VIRTIO_NET_CTRL_MAC_TABLE_SET = 0;
    static final int VIRTIO_NET_CTRL_MAC_ADDR_SET = 1;
    static final int VIRTIO_NET_CTRL_VLAN = 2;
    static final int VIRTIO_NET_CTRL_VLAN_ADD = 0;
    static final int VIRTIO_NET_CTRL_VLAN_DEL = 1;
    static final int VIRTIO_NET_CTRL_ANNOUNCE = 3;
    static final int VIRTIO_NET_CTRL_ANNOUNCE_ACK = 0;
    static final int VIRTIO_NET_CTRL_MQ = 4;
    static final int VIRTIO_NET_CTRL_MQ_VQ_PAIRS_SET = 0;
    static final int VIRTIO_NET_CTRL_MQ_RSS_CONFIG = 1;
    static final int VIRTIO_NET_CTRL_MQ_HASH_CONFIG = 2;
    static final int VIRTIO_NET_CTRL_GUEST_OFFLOADS = 5;
    static final int VIRTIO_NET_CTRL_GUEST_OFFLOADS_SET = 0;
    static final int VIRTIO_NET_CTRL_NOTF_COAL = 6;
    static final int VIRTIO_NET_CTRL_NOTF_COAL_TX_SET = 0;
    static final int VIRTIO_NET_CTRL_NOTF_COAL_RX_SET = 1;
    static final int VIRTIO_NET_CTRL_NOTF_COAL_VQ_SET = 2;
    static final int VIRTIO_NET_CTRL_NOTF_COAL_VQ_GET = 3;
    static final int VIRTIO_NET_CTRL_HASH_TUNNEL = 7;
    static final int VIRTIO_NET_CTRL_HASH_TUNNEL_SET = 0;

    private static final int COALESCING_BYTES = 8;
    /** A table of more addresses is refused: nobody has so many. */
    private static final long MOST_ADDRESSES = 65536;

    private final NetworkDevice device;

    ControlQueue(NetworkDevice device) {
        this.device = device;
    }

    void handle(DescriptorChain chain) {
        ChainReader reader = chain.reader();
        ChainWriter writer = chain.writer();
        if (chain.writableBytes() == 0) {
            device.broke("NETCTL-DEF-01", "a command has no room for its ack");
            return;
        }
        device.framing().commanded(chain);
        int status = VIRTIO_NET_ERR;
        if (chain.readableBytes() < 2) {
            device.broke("NETCTL-DEF-01", "a command of " + chain.readableBytes() + " bytes; class and command need 2");
        } else {
            status = command(reader.readByte(), reader.readByte(), reader, writer) ? VIRTIO_NET_OK : VIRTIO_NET_ERR;
        }
        writer.writeByte(status);
    }

    private boolean command(int type, int command, ChainReader data, ChainWriter result) {
        return switch (type) {
            case VIRTIO_NET_CTRL_RX -> mode(command, data);
            case VIRTIO_NET_CTRL_MAC -> mac(command, data);
            case VIRTIO_NET_CTRL_VLAN -> vlan(command, data);
            case VIRTIO_NET_CTRL_ANNOUNCE -> command == VIRTIO_NET_CTRL_ANNOUNCE_ACK && device.has(VIRTIO_NET_F_GUEST_ANNOUNCE)
                    && device.announced();
            case VIRTIO_NET_CTRL_MQ -> queues(command, data);
            case VIRTIO_NET_CTRL_GUEST_OFFLOADS -> command == VIRTIO_NET_CTRL_GUEST_OFFLOADS_SET && offloads(data);
            case VIRTIO_NET_CTRL_NOTF_COAL -> coalescing(command, data, result);
            case VIRTIO_NET_CTRL_HASH_TUNNEL -> command == VIRTIO_NET_CTRL_HASH_TUNNEL_SET && tunnels(data);
            default -> false;
        };
    }

    private boolean broke(String rule, String sentence) {
        device.broke(rule, sentence + "; answered with VIRTIO_NET_ERR");
        return false;
    }

    private boolean mode(int mode, ChainReader data) {
        boolean extra = mode > ReceiveFilter.ALLMULTI;
        if (mode >= ReceiveFilter.MODES || data.remaining() < 1) {
            return false;
        }
        if (!extra && !device.has(VIRTIO_NET_F_CTRL_RX)) {
            return broke("NETCTL-DRV-01", "receive mode " + mode + " set without VIRTIO_NET_F_CTRL_RX");
        }
        if (extra && !device.has(VIRTIO_NET_F_CTRL_RX_EXTRA)) {
            return broke("NETCTL-DRV-02", "receive mode " + mode + " set without VIRTIO_NET_F_CTRL_RX_EXTRA");
        }
        device.filter().mode(mode, data.readByte() != 0);
        return true;
    }

    private boolean mac(int command, ChainReader data) {
        if (command == VIRTIO_NET_CTRL_MAC_ADDR_SET && device.has(VIRTIO_NET_F_CTRL_MAC_ADDR)) {
            if (data.remaining() < 6) {
                return false;
            }
            device.setMac(NetOptions.number(data.readBytes(6), 0));
            return true;
        }
        if (!device.has(VIRTIO_NET_F_CTRL_RX)) {
            return broke("NETCTL-DRV-03", "a MAC command without VIRTIO_NET_F_CTRL_RX");
        }
        if (command != VIRTIO_NET_CTRL_MAC_TABLE_SET) {
            return false;
        }
        long[] unicast = addresses(data);
        long[] multicast = unicast == null ? null : addresses(data);
        if (multicast == null) {
            return false;
        }
        device.filter().table(unicast, multicast);
        return true;
    }

    private long[] addresses(ChainReader data) {
        long count = data.remaining() < 4 ? -1 : data.readInt() & 0xffff_ffffL;
        if (count < 0 || count * 6 > data.remaining() || count > MOST_ADDRESSES) {
            broke("NETCTL-DRV-05", "a MAC table is " + (count < 0 ? "missing" : "said to have " + count + " addresses, with " + data.remaining() + " bytes left"));
            return null;
        }
        long[] addresses = new long[(int) count];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = NetOptions.number(data.readBytes(6), 0);
        }
        return addresses;
    }

    private boolean vlan(int command, ChainReader data) {
        if (!device.has(VIRTIO_NET_F_CTRL_VLAN) || command > VIRTIO_NET_CTRL_VLAN_DEL || data.remaining() < 2) {
            return false;
        }
        int id = data.readShort();
        if (id > 0xfff) {
            return false;
        }
        device.filter().vlan(id, command == VIRTIO_NET_CTRL_VLAN_ADD);
        return true;
    }

    private boolean queues(int command, ChainReader data) {
        return switch (command) {
            case VIRTIO_NET_CTRL_MQ_VQ_PAIRS_SET -> pairs(data);
            case VIRTIO_NET_CTRL_MQ_RSS_CONFIG -> scaling(data);
            case VIRTIO_NET_CTRL_MQ_HASH_CONFIG -> hashing(data);
            default -> false;
        };
    }

    private boolean pairs(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_MQ) || data.remaining() < 2) {
            return false;
        }
        int pairs = data.readShort();
        if (pairs == 0 || pairs > device.pairs()) {
            return broke("NETMQ-DRV-05", "%d queue pairs asked for; 1 to %d are there".formatted(pairs, device.pairs()));
        }
        for (int queue = 0; queue < 2 * pairs; queue++) {
            boolean ready = device.carriesPackets(queue);
            if (!ready) {
                device.broke("NETMQ-DRV-04", "%d queue pairs enabled, and queue %d is not ready".formatted(pairs, queue));
            }
        }
        device.steering().automatic(pairs);
        return true;
    }

    private boolean scaling(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_RSS)) {
            return broke("NETRSS-DRV-01", "RSS_CONFIG without VIRTIO_NET_F_RSS");
        }
        if (data.remaining() < 8) {
            return false;
        }
        int types = data.readInt();
        int mask = data.readShort();
        int unclassified = data.readShort();
        if ((types & ~PacketHash.SUPPORTED_TYPES) != 0) {
            return broke("NETRSS-DRV-05", "hash types 0x%x; 0x%x are supported".formatted(types, PacketHash.SUPPORTED_TYPES));
        }
        if (mask >= Steering.TABLE_LENGTH) {
            return broke("NETRSS-DRV-04", "indirection_table_mask is %d; the table has room for %d".formatted(mask, Steering.TABLE_LENGTH));
        }
        if ((mask & mask + 1) != 0) {
            return broke("NETRSS-DRV-03", "an indirection table of " + (mask + 1) + " entries, not a power of two");
        }
        if (data.remaining() < 2L * (mask + 1) + 3) {
            return false;
        }
        int[] table = new int[mask + 1];
        boolean allThere = device.receives(unclassified);
        for (int i = 0; i < table.length; i++) {
            table[i] = data.readShort();
            allThere &= device.receives(table[i]);
        }
        if (!allThere) {
            return broke("NETRSS-DRV-02", "the indirection table names a receive queue that is not enabled: %s, unclassified %d"
                    .formatted(java.util.Arrays.toString(table), unclassified));
        }
        int transmit = data.readShort();
        byte[] key = key(data);
        if (key == null) {
            return false;
        }
        device.steering().hash(types, key);
        device.steering().scale(table, unclassified, Math.min(transmit, device.pairs()));
        return true;
    }

    private static byte[] key(ChainReader data) {
        int length = data.readByte();
        return length > Steering.KEY_BYTES || length > data.remaining() ? null : data.readBytes(length);
    }

    private boolean hashing(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_HASH_REPORT) || data.remaining() < 13) {
            return false;
        }
        int types = data.readInt();
        if (data.readLong() != 0) {
            device.broke("NETMQ-DRV-08", "HASH_CONFIG with reserved fields that are not 0; they are ignored");
        }
        byte[] key = key(data);
        if (key == null || (types & ~PacketHash.SUPPORTED_TYPES) != 0) {
            return false;
        }
        device.steering().hash(types, key);
        return true;
    }

    private boolean offloads(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_CTRL_GUEST_OFFLOADS) || data.remaining() < 8) {
            return false;
        }
        long wanted = data.readLong();
        long beyond = wanted & ~device.reception().possibleOffloads();
        if (beyond != 0) {
            return broke("NETCTL-DRV-09", "offloads 0x%x enabled, which were not negotiated".formatted(beyond));
        }
        device.reception().enableOffloads(wanted);
        return true;
    }

    private boolean coalescing(int command, ChainReader data, ChainWriter result) {
        return switch (command) {
            case VIRTIO_NET_CTRL_NOTF_COAL_TX_SET, VIRTIO_NET_CTRL_NOTF_COAL_RX_SET -> coalesceAll(command == VIRTIO_NET_CTRL_NOTF_COAL_RX_SET, data);
            case VIRTIO_NET_CTRL_NOTF_COAL_VQ_SET -> coalesceOne(data);
            case VIRTIO_NET_CTRL_NOTF_COAL_VQ_GET -> coalescingOf(data, result);
            default -> false;
        };
    }

    private boolean coalesceAll(boolean receive, ChainReader data) {
        if (!device.has(VIRTIO_NET_F_NOTF_COAL)) {
            return broke("NETCOAL-DRV-02", "coalescing set for all queues without VIRTIO_NET_F_NOTF_COAL");
        }
        if (data.remaining() < COALESCING_BYTES) {
            return false;
        }
        device.coalescing().setAll(receive, parameters(data), device.pairs() * 2);
        return true;
    }

    private static Coalescing.Parameters parameters(ChainReader data) {
        return new Coalescing.Parameters(data.readInt(), data.readInt());
    }

    /** The queue that a command is about, or -1; {@code reserved} is passed over (NETCOAL-DEV-01). */
    private int coalesced(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_VQ_NOTF_COAL)) {
            broke("NETCOAL-DRV-03", "coalescing of one queue without VIRTIO_NET_F_VQ_NOTF_COAL");
            return -1;
        }
        int queue = data.readShort();
        data.skip(2);
        if (!device.carriesPackets(queue)) {
            broke("NETCOAL-DRV-01", "coalescing of queue " + queue + ", which is no enabled transmit or receive queue");
            return -1;
        }
        return queue;
    }

    private boolean coalesceOne(ChainReader data) {
        if (data.remaining() < 4 + COALESCING_BYTES) {
            return false;
        }
        int queue = coalesced(data);
        if (queue < 0) {
            return false;
        }
        device.coalescing().set(queue, parameters(data));
        return true;
    }

    /** The answer has the parameters first, then the ack. */
    private boolean coalescingOf(ChainReader data, ChainWriter result) {
        int queue = data.remaining() < 4 ? -1 : coalesced(data);
        boolean room = result.remaining() > COALESCING_BYTES;
        if (room) {
            var parameters = queue < 0 ? Coalescing.Parameters.NONE : device.coalescing().get(queue);
            result.writeInt(parameters.maxPackets());
            result.writeInt(parameters.maxMicros());
        }
        return room && queue >= 0;
    }

    private boolean tunnels(ChainReader data) {
        if (!device.has(VIRTIO_NET_F_HASH_TUNNEL)) {
            return broke("NETHASH-DRV-01", "HASH_TUNNEL_SET without VIRTIO_NET_F_HASH_TUNNEL");
        }
        if (data.remaining() < 4) {
            return false;
        }
        int types = data.readInt();
        if ((types & ~Tunnel.SUPPORTED_TYPES) != 0) {
            return broke("NETHASH-DRV-02", "tunnel types 0x%x; 0x%x are supported".formatted(types, Tunnel.SUPPORTED_TYPES));
        }
        device.steering().tunnels(types);
        return true;
    }
}
