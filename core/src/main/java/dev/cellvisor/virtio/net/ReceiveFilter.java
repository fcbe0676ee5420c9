package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Headers;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.Arrays;
import java.util.BitSet;

/** Which packets the driver wants: receive modes, MAC table, VLAN table (VIRTIO 1.4, 5.1.6.5.1 to 5.1.6.5.3). */
final class ReceiveFilter implements Stateful {
    static final int PROMISC = 0;
    static final int ALLMULTI = 1;
    static final int ALLUNI = 2;
    static final int NOMULTI = 3;
    static final int NOUNI = 4;
    static final int NOBCAST = 5;
    static final int MODES = 6;

    private static final long BROADCAST = 0xffff_ffff_ffffL;

    private int modes;
    private long[] unicast = {};
    private long[] multicast = {};
    private final BitSet vlans = new BitSet();

    void reset() {
        modes = 0;
        unicast = new long[] {};
        multicast = new long[] {};
        vlans.clear();
    }

    /** Whether every packet is wanted. */
    boolean takesAll() {
        return has(PROMISC);
    }

    void mode(int mode, boolean on) {
        modes = on ? modes | 1 << mode : modes & ~(1 << mode);
    }

    private boolean has(int mode) {
        return (modes >> mode & 1) != 0;
    }

    void table(long[] newUnicast, long[] newMulticast) {
        unicast = newUnicast;
        multicast = newMulticast;
    }

    void vlan(int id, boolean in) {
        vlans.set(id, in);
    }

    /**
     * Whether a packet's VLAN is wanted.
     *
     * @param filtering whether VIRTIO_NET_F_CTRL_VLAN was negotiated
     */
    boolean acceptsVlan(Headers headers, boolean filtering) {
        return !filtering || headers.vlan() < 0 || has(PROMISC) || vlans.get(headers.vlan());
    }

    /** Whether a packet's destination is wanted, where VIRTIO_NET_F_CTRL_RX was negotiated. */
    boolean acceptsDestination(byte[] frame, long mac) {
        long destination = NetOptions.number(frame, 0);
        if (has(PROMISC)) {
            return true;
        }
        if (destination == BROADCAST) {
            return !has(NOBCAST);
        }
        if ((destination & 1) != 0) {
            return !has(NOMULTI) && (has(ALLMULTI) || contains(multicast, destination));
        }
        return !has(NOUNI) && (has(ALLUNI) || destination == mac || contains(unicast, destination));
    }

    private static boolean contains(long[] table, long address) {
        for (long entry : table) {
            if (entry == address) {
                return true;
            }
        }
        return false;
    }

    @Override
    public State save() {
        return State.of("net-filter", 1).put("modes", modes).put("unicast", unicast.clone()).put("multicast", multicast.clone())
                .put("vlans", vlans.toLongArray()).build();
    }

    @Override
    public void restore(State state) {
        modes = state.expect("net-filter", 1).integer("modes");
        unicast = state.numbers("unicast");
        multicast = state.numbers("multicast");
        vlans.clear();
        vlans.or(BitSet.valueOf(state.numbers("vlans")));
    }

    @Override
    public String toString() {
        return "modes 0x%x, unicast %s, multicast %s, VLANs %s".formatted(modes, Arrays.stream(unicast).mapToObj(NetOptions::text).toList(),
                Arrays.stream(multicast).mapToObj(NetOptions::text).toList(), vlans);
    }
}
