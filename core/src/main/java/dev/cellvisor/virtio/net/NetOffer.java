package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.*;

import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Prerequisite;
import java.util.ArrayList;
import java.util.List;

/** What the network device offers, and which features need another (VIRTIO 1.4, 5.1.3). */
final class NetOffer {

    private NetOffer() {
    }

    static Features features(NetOptions options) {
        Features features = Features.of(VIRTIO_NET_F_CSUM, VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_CTRL_GUEST_OFFLOADS, VIRTIO_NET_F_MTU,
                VIRTIO_NET_F_MAC, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_GUEST_UFO,
                VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_ECN, VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_MRG_RXBUF,
                VIRTIO_NET_F_STATUS, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_CTRL_RX_EXTRA,
                VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_NOTF_COAL,
                VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_GUEST_USO6, VIRTIO_NET_F_HOST_USO, VIRTIO_NET_F_GUEST_HDRLEN, VIRTIO_NET_F_SPEED_DUPLEX);
        if (options.pairs() > 1) {
            features = features.with(VIRTIO_NET_F_MQ.bit());
        }
        return options.hashing() ? features.with(Features.of(VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_HASH_TUNNEL)) : features;
    }

    static List<Prerequisite> prerequisites() {
        List<Prerequisite> rules = new ArrayList<>();
        for (NetFeature feature : List.of(VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4,
                VIRTIO_NET_F_GUEST_USO6)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_GUEST_CSUM));
        }
        for (NetFeature feature : List.of(VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_HOST_USO)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_CSUM));
        }
        for (NetFeature feature : List.of(VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_MQ,
                VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_NOTF_COAL, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_TUNNEL)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_CTRL_VQ));
        }
        return rules;
    }
}
