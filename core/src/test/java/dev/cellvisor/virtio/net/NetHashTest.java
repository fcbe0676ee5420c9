package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.V4_A;
import static dev.cellvisor.net.Frames.V4_B;
import static dev.cellvisor.net.Frames.V6_A;
import static dev.cellvisor.net.Frames.V6_B;
import static dev.cellvisor.net.Frames.be16;
import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.ipv4;
import static dev.cellvisor.net.Frames.ipv6;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.net.Frames.tcp;
import static dev.cellvisor.net.Frames.udp;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_ERR;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_OK;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetRig.join;
import static dev.cellvisor.virtio.net.NetRig.le;
import static dev.cellvisor.virtio.net.PacketHash.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.cellvisor.net.Toeplitz;
import dev.cellvisor.virtio.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hash reports, against the values that Microsoft's description of receive-side scaling gives for its key. */
class NetHashTest {
    private static final byte[] KEY = NetSteeringTest.KEY;
    private static final NetOptions HASHING = NetOptions.DEFAULT.hashing(true);
    private static final int ALL = 0x1ff;
    private static final String WEST4 = "420995bb";
    private static final String EAST4 = "a18e6450";
    private static final String WEST6 = "3ffe25010200 1fff 0000000000000007".replace(" ", "");
    private static final String EAST6 = "3ffe25010200 0003 0000000000000001".replace(" ", "");
    private static final byte[] TCP = tcp(2794, 1766, 1, 0x10, payload(4));
    private static final byte[] UDP = udp(2794, 1766, payload(4));

    private static NetRig reporting(int types, NetFeature... more) {
        NetFeature[] features = java.util.stream.Stream.concat(java.util.stream.Stream.of(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_HASH_REPORT),
                java.util.stream.Stream.of(more)).toArray(NetFeature[]::new);
        NetRig net = NetRig.started(HASHING, features).buffers(0, 512, 512, 512, 512, 512, 512, 512, 512);
        assertEquals(VIRTIO_NET_OK, net.command(2, 4, 2, config(types)));
        return net;
    }

    private static byte[] config(int types) {
        return join(le(4, types, 8, 0, 1, KEY.length), KEY);
    }

    private static void reports(NetRig net, int report, int hash, byte[] frame) {
        var received = net.arrive(frame).received();
        assertEquals(report, received.report());
        assertEquals(Integer.toHexString(hash), Integer.toHexString(received.hash()));
        net.buffers(0, 512);
    }

    private static byte[] v4(int protocol, byte[] payload) {
        return ethernet(OWN, OWN, 0x0800, ipv4(WEST4, EAST4, protocol, payload));
    }

    private static byte[] v6(int protocol, byte[] payload) {
        return ethernet(OWN, OWN, 0x86dd, ipv6(WEST6, EAST6, protocol, payload));
    }

    @Test
    @Rule({"NETHASH-DEF-01", "NETHASH-DEF-04"})
    void hashesOfIpv4() {
        NetRig all = reporting(ALL);
        reports(all, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, v4(6, TCP));
        reports(all, VIRTIO_NET_HASH_REPORT_UDPv4, 0x51ccc178, v4(17, UDP));
        reports(all, VIRTIO_NET_HASH_REPORT_IPv4, 0x323e8fc2, v4(1, payload(8)));
        reports(all, VIRTIO_NET_HASH_REPORT_NONE, 0, plain(OWN, 60));
        NetRig addresses = reporting(type(VIRTIO_NET_HASH_REPORT_IPv4));
        reports(addresses, VIRTIO_NET_HASH_REPORT_IPv4, 0x323e8fc2, v4(6, TCP));
        reports(addresses, VIRTIO_NET_HASH_REPORT_IPv4, 0x323e8fc2, v4(17, UDP));
        NetRig tcpOnly = reporting(type(VIRTIO_NET_HASH_REPORT_TCPv4));
        reports(tcpOnly, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, v4(6, TCP));
        reports(tcpOnly, VIRTIO_NET_HASH_REPORT_NONE, 0, v4(17, UDP));
        NetRig udpOnly = reporting(type(VIRTIO_NET_HASH_REPORT_UDPv4));
        reports(udpOnly, VIRTIO_NET_HASH_REPORT_NONE, 0, v4(6, TCP));
        reports(udpOnly, VIRTIO_NET_HASH_REPORT_UDPv4, 0x51ccc178, v4(17, UDP));
    }

    @Test
    @Rule("NETHASH-DEF-02")
    void hashesOfIpv6() {
        NetRig all = reporting(ALL);
        reports(all, VIRTIO_NET_HASH_REPORT_TCPv6, 0x40207d3d, v6(6, TCP));
        reports(all, VIRTIO_NET_HASH_REPORT_UDPv6, 0x40207d3d, v6(17, UDP));
        reports(all, VIRTIO_NET_HASH_REPORT_IPv6, 0x2cc18cd5, v6(58, payload(8)));
        NetRig addresses = reporting(type(VIRTIO_NET_HASH_REPORT_IPv6));
        reports(addresses, VIRTIO_NET_HASH_REPORT_IPv6, 0x2cc18cd5, v6(6, TCP));
        NetRig tcpOnly = reporting(type(VIRTIO_NET_HASH_REPORT_TCPv6));
        reports(tcpOnly, VIRTIO_NET_HASH_REPORT_NONE, 0, v6(17, UDP));
        reports(tcpOnly, VIRTIO_NET_HASH_REPORT_NONE, 0, v4(6, TCP));
    }

    /** Destination options with the home address, and a routing header of type 2: the packet shows other addresses on its way. */
    private static byte[] mobile(int protocol, byte[] payload) {
        byte[] options = join(new byte[] {43, 2, 1, 2, 0, 0, (byte) 0xc9, 16}, hex(WEST6));
        byte[] routing = join(new byte[] {(byte) protocol, 2, 2, 1, 0, 0, 0, 0}, hex(EAST6));
        return ethernet(OWN, OWN, 0x86dd, ipv6(V6_A, V6_B, 60, join(options, routing, payload)));
    }

    private static int plainHash(boolean ports) {
        byte[] input = join(hex(V6_A), hex(V6_B), be16(2794), be16(1766));
        return new Toeplitz(KEY).hash(input, 0, ports ? 36 : 32);
    }

    @Test
    @Rule("NETHASH-DEF-03")
    void hashesOfIpv6WithExtensionHeaders() {
        NetRig all = reporting(ALL);
        reports(all, VIRTIO_NET_HASH_REPORT_TCPv6_EX, 0x40207d3d, mobile(6, TCP));
        reports(all, VIRTIO_NET_HASH_REPORT_UDPv6_EX, 0x40207d3d, mobile(17, UDP));
        reports(all, VIRTIO_NET_HASH_REPORT_IPv6_EX, 0x2cc18cd5, mobile(58, payload(8)));
        byte[] hopByHop = ethernet(OWN, OWN, 0x86dd, ipv6(WEST6, EAST6, 0, join(new byte[] {6, 0, 1, 4, 0, 0, 0, 0}, TCP)));
        reports(all, VIRTIO_NET_HASH_REPORT_TCPv6_EX, 0x40207d3d, hopByHop);
        NetRig plainTypes = reporting(0x3f);
        reports(plainTypes, VIRTIO_NET_HASH_REPORT_TCPv6, plainHash(true), mobile(6, TCP));
        reports(plainTypes, VIRTIO_NET_HASH_REPORT_IPv6, plainHash(false), mobile(58, payload(8)));
        NetRig addresses = reporting(type(VIRTIO_NET_HASH_REPORT_IPv6_EX) | type(VIRTIO_NET_HASH_REPORT_TCPv6));
        reports(addresses, VIRTIO_NET_HASH_REPORT_IPv6_EX, 0x2cc18cd5, mobile(6, TCP));
    }

    @Test
    @Rule({"NETHASH-DEV-01", "NETHASH-DEV-03", "NETMQ-DEV-11", "NETMQ-DRV-08", "NETHASH-DEF-04"})
    void theConfigurationCommands() {
        NetRig net = NetRig.started(HASHING, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_HASH_REPORT).buffers(0, 512, 512, 512);
        reports(net, VIRTIO_NET_HASH_REPORT_NONE, 0, v4(6, TCP));
        assertEquals(VIRTIO_NET_OK, net.command(2, 4, 2, config(ALL)), "even with one pair, without RSS");
        reports(net, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, v4(6, TCP));
        assertEquals(VIRTIO_NET_ERR, net.command(2, 4, 2, config(0x200)));
        assertEquals(VIRTIO_NET_ERR, net.command(2, 4, 2, join(le(4, 1, 8, 0, 1, 41), new byte[41])));
        reports(net, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, v4(6, TCP));
        assertEquals(VIRTIO_NET_OK, net.command(2, 4, 2, join(le(4, ALL, 8, 7, 1, KEY.length), KEY)));
        assertEquals(List.of("NETMQ-DRV-08"), net.rig.violations());
        assertEquals(VIRTIO_NET_ERR, NetRig.started(HASHING, VIRTIO_NET_F_CTRL_VQ).command(2, 4, 2, config(ALL)));

        NetRig both = NetRig.started(HASHING, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_RSS).buffers(0, 512, 512);
        assertEquals(VIRTIO_NET_OK, both.command(2, 4, 1, NetSteeringTest.rss(ALL, 0, 0, new int[] {0}, 1, KEY)), "with RSS, its command");
        reports(both, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, v4(6, TCP));
    }

    // Tunnels.

    private static final byte[] INNER = ipv4(WEST4, EAST4, 6, TCP);
    private static final byte[] INNER_FRAME = ethernet(OWN, OWN, 0x0800, INNER);

    private static byte[] outer(int protocol, byte[] payload) {
        return ethernet(OWN, OWN, 0x0800, ipv4(V4_A, V4_B, protocol, payload));
    }

    private static byte[] inUdp(int port, byte[] payload) {
        return outer(17, udp(5555, port, payload));
    }

    private static int set(NetRig net, int types) {
        return net.command(2, 7, 0, le(4, types));
    }

    @Test
    @Rule({"NETHASH-DEV-04", "NETHASH-DEV-05", "NETHASH-DEV-06", "NETHASH-DRV-01", "NETHASH-DRV-02"})
    void insideTunnels() {
        NetRig net = reporting(ALL, VIRTIO_NET_F_HASH_TUNNEL);
        Object[][] tunnels = {
            {Tunnel.IPIP, outer(4, INNER)},
            {Tunnel.GRE_2784, outer(47, join(be16(0), be16(0x0800), INNER))},
            {Tunnel.GRE_2890, outer(47, join(be16(0x3000), be16(0x0800), new byte[8], INNER))},
            {Tunnel.GRE_7676, ethernet(OWN, OWN, 0x86dd, ipv6(V6_A, V6_B, 47, join(be16(0), be16(0x0800), INNER)))},
            {Tunnel.NVGRE, outer(47, join(be16(0x2000), be16(0x6558), new byte[4], INNER_FRAME))},
            {Tunnel.GRE_UDP, inUdp(4754, join(be16(0), be16(0x0800), INNER))},
            {Tunnel.VXLAN, inUdp(4789, join(new byte[8], INNER_FRAME))},
            {Tunnel.VXLAN_GPE, inUdp(4790, join(new byte[] {0x0c, 0, 0, 1, 0, 0, 1, 0}, INNER))},
            {Tunnel.GENEVE, inUdp(6081, join(new byte[] {1, 0, 0x65, 0x58, 0, 0, 1, 0, 1, 2, 3, 4}, INNER_FRAME))},
        };
        for (Object[] tunnel : tunnels) {
            int type = (int) tunnel[0];
            byte[] frame = (byte[]) tunnel[1];
            assertEquals(VIRTIO_NET_OK, set(net, Tunnel.SUPPORTED_TYPES & ~type & ~overlapping(type)));
            net.arrive(frame);
            assertNotEquals(0x51ccc178, net.received().hash(), "type " + type + " not enabled: the outer header");
            net.buffers(0, 512);
            assertEquals(VIRTIO_NET_OK, set(net, type));
            reports(net, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, frame);
        }
        byte[] vxlan = (byte[]) tunnels[6][1];
        set(net, Tunnel.VXLAN);
        assertEquals(VIRTIO_NET_ERR, set(net, 0x200));
        reports(net, VIRTIO_NET_HASH_REPORT_TCPv4, 0x51ccc178, vxlan);
        assertEquals(VIRTIO_NET_OK, set(net, 0));
        net.arrive(vxlan);
        assertEquals(VIRTIO_NET_HASH_REPORT_UDPv4, net.received().report(), "0 disables it");
        set(net, Tunnel.VXLAN);
        net.rig.driver.initialise(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_HASH_TUNNEL);
        net.buffers(0, 512);
        assertEquals(VIRTIO_NET_OK, net.command(2, 4, 2, config(ALL)));
        net.arrive(vxlan);
        assertEquals(VIRTIO_NET_HASH_REPORT_UDPv4, net.received().report(), "a reset too");
        NetRig without = reporting(ALL);
        assertEquals(VIRTIO_NET_ERR, set(without, 1));
        assertEquals(List.of("NETHASH-DRV-01"), without.rig.violations());
        assertEquals(List.of("NETHASH-DRV-02"), net.rig.violations());
    }

    /** NVGRE is GRE with a key, and GRE over IPv6 is GRE. */
    private static int overlapping(int type) {
        return type == Tunnel.NVGRE ? Tunnel.GRE_2890 : type == Tunnel.GRE_7676 ? Tunnel.GRE_2784 : 0;
    }

    @Test
    void cutTunnelsDoNoHarm() {
        NetRig net = reporting(ALL, VIRTIO_NET_F_HASH_TUNNEL);
        set(net, Tunnel.SUPPORTED_TYPES);
        byte[] frame = inUdp(6081, join(new byte[] {63, 0, 0x65, 0x58, 0, 0, 1, 0, 1, 2, 3, 4}, INNER_FRAME));
        for (int size = 14; size < frame.length; size++) {
            net.arrive(java.util.Arrays.copyOf(frame, size)).received();
            net.buffers(0, 512);
        }
        byte[] gre = outer(47, join(be16(0xb000), be16(0x6558), INNER_FRAME));
        for (int size = 14; size < gre.length; size++) {
            net.arrive(java.util.Arrays.copyOf(gre, size)).received();
            net.buffers(0, 512);
        }
        assertEquals(List.of(), net.rig.violations());
    }
}
