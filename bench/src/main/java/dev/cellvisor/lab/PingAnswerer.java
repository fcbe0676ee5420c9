package dev.cellvisor.lab;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;

/** The smallest host on a wire: it is 10.0.2.2 to whoever asks by ARP, and answers pings. */
final class PingAnswerer implements NetBackend {
    private static final byte[] MAC = {0x52, 0x54, 0, 0, 0, 2};
    private static final int ARP = 0x0806;
    private static final int IPV4 = 0x0800;
    private static final int ICMP = 1;
    private static final int ECHO_REQUEST = 8;

    private NetPort guest;
    private int pings;

    /** How many pings were answered. */
    int pings() {
        return pings;
    }

    @Override
    public Offloads offloads() {
        return Offloads.NONE;
    }

    @Override
    public void connect(NetPort port) {
        guest = port;
    }

    @Override
    public void send(Packet packet, long tick) {
        byte[] frame = java.util.Arrays.copyOf(packet.bytes(), packet.sizeBytes());
        int type = (frame[12] & 0xff) << 8 | frame[13] & 0xff;
        if (type == ARP && frame[21] == 1) {
            frame[21] = 2; // a reply: sender and target change places
            byte[] sender = java.util.Arrays.copyOfRange(frame, 22, 32);
            System.arraycopy(frame, 38, frame, 28, 4);
            System.arraycopy(MAC, 0, frame, 22, 6);
            System.arraycopy(sender, 0, frame, 32, 10);
        } else if (type == IPV4 && frame[23] == ICMP && frame[34] == ECHO_REQUEST) {
            pings++;
            swap(frame, 26, 30, 4);
            frame[34] = 0;
            int sum = ((frame[36] & 0xff) << 8 | frame[37] & 0xff) + (ECHO_REQUEST << 8); // one's complement: what the type loses, the sum gains
            sum = (sum & 0xffff) + (sum >> 16);
            frame[36] = (byte) (sum >> 8);
            frame[37] = (byte) sum;
        } else {
            return;
        }
        System.arraycopy(frame, 6, frame, 0, 6);
        System.arraycopy(MAC, 0, frame, 6, 6);
        guest.deliver(Packet.of(frame), tick);
    }

    private static void swap(byte[] bytes, int a, int b, int size) {
        for (int i = 0; i < size; i++) {
            byte value = bytes[a + i];
            bytes[a + i] = bytes[b + i];
            bytes[b + i] = value;
        }
    }
}
