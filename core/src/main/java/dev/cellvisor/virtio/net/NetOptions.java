package dev.cellvisor.virtio.net;

import java.util.HexFormat;

/**
 * What a network device is to be. Each call gives a changed copy: {@code NetOptions.DEFAULT.mac("52:54:00:00:00:01").pairs(2)}.
 *
 * @param mac the address, in the low 48 bits, first byte lowest
 * @param mtu the largest packet above Ethernet, 68 to 65535 bytes
 * @param pairs of receive and transmit queues, 1 to 0x8000; more than one offers VIRTIO_NET_F_MQ
 * @param hashing whether receive-side scaling, hash reports and hashes of tunnels are offered
 * @param queueSize of each queue, a power of two
 * @param speedMbits the link's speed, or -1 if unknown
 */
public record NetOptions(long mac, int mtu, int pairs, boolean hashing, int queueSize, int speedMbits) {

    /** QEMU's first address, 1500 bytes, one pair, no hashes, queues of 256, 10 Gbit/s. */
    public static final NetOptions DEFAULT = new NetOptions(parse("52:54:00:12:34:56"), 1500, 1, false, 256, 10_000);

    /** @throws IllegalArgumentException if something is outside its range */
    public NetOptions {
        check("mtu", mtu, 68, 65535);
        check("pairs", pairs, 1, 0x8000);
        check("speedMbits", speedMbits, -1, Integer.MAX_VALUE);
        if ((mac & 1) != 0) {
            throw new IllegalArgumentException("the address " + text(mac) + " is a multicast address; its first byte must be even");
        }
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be " + least + " to " + most);
        }
    }

    /** With an address, e.g. {@code "52:54:00:12:34:57"}. */
    public NetOptions mac(String address) {
        return new NetOptions(parse(address), mtu, pairs, hashing, queueSize, speedMbits);
    }

    /** With an MTU. */
    public NetOptions mtu(int bytes) {
        return new NetOptions(mac, bytes, pairs, hashing, queueSize, speedMbits);
    }

    /** With so many queue pairs. */
    public NetOptions pairs(int count) {
        return new NetOptions(mac, mtu, count, hashing, queueSize, speedMbits);
    }

    /** With receive-side scaling and hash reports, or without. */
    public NetOptions hashing(boolean on) {
        return new NetOptions(mac, mtu, pairs, on, queueSize, speedMbits);
    }

    /** With queues of a size. */
    public NetOptions queueSize(int size) {
        return new NetOptions(mac, mtu, pairs, hashing, size, speedMbits);
    }

    /** With a link speed, -1 for unknown. */
    public NetOptions speedMbits(int speed) {
        return new NetOptions(mac, mtu, pairs, hashing, queueSize, speed);
    }

    /** An address from its text. */
    static long parse(String text) {
        byte[] bytes;
        try {
            bytes = HexFormat.ofDelimiter(":").parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no MAC address; they look like 52:54:00:12:34:56", e);
        }
        if (bytes.length != 6) {
            throw new IllegalArgumentException("'" + text + "' is no MAC address; it has " + bytes.length + " bytes instead of 6");
        }
        return number(bytes, 0);
    }

    /** The address at an offset. */
    static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = 0; i < 6; i++) {
            number |= (bytes[at + i] & 0xffL) << 8 * i;
        }
        return number;
    }

    /** An address as text. */
    static String text(long mac) {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (mac >>> 8 * i);
        }
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }

    @Override
    public String toString() {
        return "%s, MTU %d, %d %s of queues of %d, hashing %s, %s".formatted(text(mac), mtu, pairs, pairs == 1 ? "pair" : "pairs", queueSize,
                hashing ? "on" : "off", speedMbits < 0 ? "unknown speed" : speedMbits + " Mbit/s");
    }
}
