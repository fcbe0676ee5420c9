package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.*;

import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.Features;

/** The layout of the network device's configuration space (VIRTIO 1.4, 5.1.4), and what stands there from the start. */
final class NetConfig {
    private static final int DUPLEX_FULL = 1;
    private static final int UNKNOWN = 0xff;

    private NetConfig() {
    }

    static ConfigSpace space() {
        return new ConfigSpace(
                ConfigField.readOnly("mac", 0x00, 6),
                ConfigField.readOnly("status", 0x06, 2),
                ConfigField.readOnly("max_virtqueue_pairs", 0x08, 2),
                ConfigField.readOnly("mtu", 0x0a, 2),
                ConfigField.readOnly("speed", 0x0c, 4),
                ConfigField.readOnly("duplex", 0x10, 1),
                ConfigField.readOnly("rss_max_key_size", 0x11, 1),
                ConfigField.readOnly("rss_max_indirection_table_length", 0x12, 2),
                ConfigField.readOnly("supported_hash_types", 0x14, 4),
                ConfigField.readOnly("supported_tunnel_types", 0x18, 4));
    }

    /** The features of which one makes a field be there; none for the address, which always is. */
    static Features featuresOf(ConfigField field) {
        return switch (field.name()) {
            case "status" -> Features.of(VIRTIO_NET_F_STATUS);
            case "max_virtqueue_pairs" -> Features.of(VIRTIO_NET_F_MQ, VIRTIO_NET_F_RSS);
            case "mtu" -> Features.of(VIRTIO_NET_F_MTU);
            case "speed", "duplex" -> Features.of(VIRTIO_NET_F_SPEED_DUPLEX);
            case "rss_max_key_size", "supported_hash_types" -> Features.of(VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT);
            case "rss_max_indirection_table_length" -> Features.of(VIRTIO_NET_F_RSS);
            case "supported_tunnel_types" -> Features.of(VIRTIO_NET_F_HASH_TUNNEL);
            default -> Features.NONE;
        };
    }

    /** Sets what follows from the options. */
    static void fill(ConfigSpace config, NetOptions options) {
        config.set("mac", options.mac()).set("status", NetworkDevice.VIRTIO_NET_S_LINK_UP).set("max_virtqueue_pairs", options.pairs()).set("mtu", options.mtu());
        speed(config, options.speedMbits());
        if (options.hashing()) {
            config.set("rss_max_key_size", Steering.KEY_BYTES).set("rss_max_indirection_table_length", Steering.TABLE_LENGTH)
                    .set("supported_hash_types", PacketHash.SUPPORTED_TYPES).set("supported_tunnel_types", Tunnel.SUPPORTED_TYPES);
        }
    }

    /** Sets the link's speed in megabits a second; negative for one that is not known. */
    static void speed(ConfigSpace config, int speedMbits) {
        config.set("speed", speedMbits).set("duplex", speedMbits < 0 ? UNKNOWN : DUPLEX_FULL);
    }
}
