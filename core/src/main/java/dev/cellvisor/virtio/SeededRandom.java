package dev.cellvisor.virtio;

import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Random bytes from a seed: the same on every machine, and never from the host. The key stream of ChaCha20 (RFC 8439, 2.3),
 * keyed with the SHA-256 of seed and purpose, nonce 0, counted from block 0.
 */
public final class SeededRandom implements Stateful {
    private static final int BLOCK_BYTES = 64;
    private static final int[] SIGMA = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private final int[] key = new int[8];
    private final byte[] block = new byte[BLOCK_BYTES];
    private long nextBlock;
    private int usedBytes = BLOCK_BYTES;
    /** From what the key is to be made when it is first needed, or {@code null}: a VM has dozens of streams, and most are never read. */
    private String pendingPurpose;
    private long pendingSeed;

    /**
     * A stream.
     *
     * @param seed the VM's
     * @param purpose who uses it, so that two users of one seed get different streams
     */
    public SeededRandom(long seed, String purpose) {
        reseed(seed, purpose);
    }

    /** Begins another stream; see {@link #SeededRandom}. */
    public void reseed(long seed, String purpose) {
        nextBlock = 0;
        usedBytes = BLOCK_BYTES;
        pendingSeed = seed;
        pendingPurpose = purpose;
    }

    private void makeKey() {
        if (pendingPurpose == null) {
            return;
        }
        MessageDigest digest = Sha256.digest();
        for (int i = 0; i < 8; i++) {
            digest.update((byte) (pendingSeed >>> 8 * i));
        }
        digest.update(pendingPurpose.getBytes(StandardCharsets.UTF_8));
        setKey(digest.digest());
    }

    private void setKey(byte[] bytes) {
        pendingPurpose = null;
        pendingSeed = 0;
        for (int i = 0; i < 8; i++) {
            key[i] = bytes[4 * i] & 0xff | (bytes[4 * i + 1] & 0xff) << 8 | (bytes[4 * i + 2] & 0xff) << 16 | bytes[4 * i + 3] << 24;
        }
    }

    private byte[] keyBytes() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = (byte) (key[i / 4] >>> 8 * (i % 4));
        }
        return bytes;
    }

    /** Fills a part of an array. */
    public void fill(byte[] target, int offset, int sizeBytes) {
        makeKey();
        int done = 0;
        while (done < sizeBytes) {
            if (usedBytes == BLOCK_BYTES) {
                block(key, nextBlock++, block);
                usedBytes = 0;
            }
            int piece = Math.min(sizeBytes - done, BLOCK_BYTES - usedBytes);
            System.arraycopy(block, usedBytes, target, offset + done, piece);
            usedBytes += piece;
            done += piece;
        }
    }

    /** The next bytes. */
    public byte[] bytes(int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        fill(bytes, 0, sizeBytes);
        return bytes;
    }

    /** The next eight bytes as a number. */
    public long nextLong() {
        byte[] bytes = bytes(8);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /** One block of the key stream (RFC 8439, 2.3, with the original 64-bit counter and a nonce of 0). */
    static void block(int[] key, long counter, byte[] target) {
        int[] start = new int[16];
        System.arraycopy(SIGMA, 0, start, 0, 4);
        System.arraycopy(key, 0, start, 4, 8);
        start[12] = (int) counter;
        start[13] = (int) (counter >>> 32);
        int[] x = start.clone();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 4; i++) {
                quarterRound(x, i, 4 + i, 8 + i, 12 + i);
            }
            for (int i = 0; i < 4; i++) {
                quarterRound(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        for (int i = 0; i < BLOCK_BYTES; i++) {
            target[i] = (byte) (x[i / 4] + start[i / 4] >>> 8 * (i % 4));
        }
    }

    private static void quarterRound(int[] x, int a, int b, int c, int d) {
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 16);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 12);
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 8);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 7);
    }

    @Override
    public State save() {
        makeKey();
        return State.of("seeded-random", 1).put("key", keyBytes()).put("nextBlock", nextBlock).put("usedBytes", usedBytes).build();
    }

    @Override
    public void restore(State state) {
        byte[] savedKey = state.expect("seeded-random", 1).bytes("key");
        long savedBlock = state.number("nextBlock");
        int savedUsed = state.integer("usedBytes");
        setKey(savedKey);
        nextBlock = savedBlock;
        usedBytes = savedUsed;
        if (usedBytes < BLOCK_BYTES) {
            block(key, nextBlock - 1, block);
        }
    }
}
