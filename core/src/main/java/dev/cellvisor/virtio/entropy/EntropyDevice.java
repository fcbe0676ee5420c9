package dev.cellvisor.virtio.entropy;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.SeededRandom;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;

/**
 * The entropy device (VIRTIO 1.4, 5.4): fills every buffer with random bytes from a seed, so that a run can be repeated. It is no
 * source of secrets.
 */
public final class EntropyDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_ENTROPY = 4;
    /** Its only queue. */
    public static final int REQUESTQ = 0;

    /** The most bytes for one request; a driver asks again for the rest (VIRTIO 1.4, 5.4.6.2). It keeps one request short for the host. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int PIECE_BYTES = 4096;

    private final long seed;
    private final SeededRandom random;
    private final byte[] piece = new byte[PIECE_BYTES];
    private long deliveredBytes;

    /** @param seed the same seed gives the same bytes, in the order in which they are asked for */
    public EntropyDevice(long seed) {
        super("virtio-rng", VIRTIO_ID_ENTROPY, 8);
        this.seed = seed;
        random = new SeededRandom(seed, "virtio-rng");
    }

    /** How many bytes the guest was given since the device was made; for displays, and not part of the state. */
    public long deliveredBytes() {
        return deliveredBytes;
    }

    @Override
    public String queueName(int queue) {
        return "requestq";
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        if (chain.readableBytes() > 0) {
            violation("RNG-DRV-01", "a request has " + chain.readableBytes() + " readable bytes; the device only writes");
        }
        long left = Math.min(chain.writableBytes(), MOST_BYTES);
        deliveredBytes += left;
        while (left > 0) {
            int size = (int) Math.min(left, PIECE_BYTES);
            random.fill(piece, 0, size);
            chain.writer().write(piece, 0, size);
            left -= size;
        }
    }

    @Override
    protected VirtioDevice twin() {
        return new EntropyDevice(seed);
    }

    @Override
    public void reseed(long newSeed) {
        super.reseed(newSeed);
        random.reseed(newSeed, "virtio-rng");
    }

    @Override
    public State construction() {
        return State.of("virtio-rng", 1).put("seed", seed).build();
    }

    /** A device with {@link #construction()}. */
    public static EntropyDevice of(State options) {
        return new EntropyDevice(options.expect("virtio-rng", 1).number("seed"));
    }

    @Override
    public State save() {
        return State.of("virtio-rng", 1).put("random", random.save()).build();
    }

    @Override
    public void restore(State state) {
        random.restore(state.expect("virtio-rng", 1).child("random"));
    }
}
