package dev.cellvisor.net;

import static dev.cellvisor.net.Bytes.i32;
import static dev.cellvisor.net.Bytes.u8;

/** The Toeplitz hash of receive-side scaling. */
public final class Toeplitz {
    private final byte[] key;

    /** @param key 40 bytes for IPv6 with ports; a shorter one goes on as zeros */
    public Toeplitz(byte[] key) {
        this.key = java.util.Arrays.copyOf(key, Math.max(key.length, 44));
    }

    /** The hash of some parts of a packet, one after the other: pairs of offset and length. */
    public int hash(byte[] bytes, int... parts) {
        int hash = 0;
        int keyAt = 0;
        for (int i = 0; i < parts.length; i += 2) {
            for (int at = parts[i]; at < parts[i] + parts[i + 1]; at++) {
                // Each input bit that is set adds the 32 bits of the key that stand from its position on.
                long window = (i32(key, keyAt) & 0xffff_ffffL) << 8 | u8(key, keyAt + 4);
                int input = u8(bytes, at);
                for (int bit = 7; bit >= 0; bit--) {
                    if ((input >> bit & 1) != 0) {
                        hash ^= (int) (window >>> bit + 1);
                    }
                }
                keyAt++;
            }
        }
        return hash;
    }
}
