package dev.cellvisor.virtio;

import dev.cellvisor.virtio.queue.DescriptorChain;

/** Gives text back in upper case, after as many ticks as the first byte of the text says; that byte is given back as it is. */
final class Slow extends VirtioDevice {
    Slow(int queueSize) {
        super("slow", 63, queueSize);
    }

    @Override
    protected long latencyTicks(int queue, DescriptorChain chain) {
        return chain.reader().readByte();
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        // Without latency the byte that says so was read just before.
        chain.writer().writeByte(chain.reader().remaining() < chain.readableBytes() ? 0 : chain.reader().readByte());
        while (chain.reader().remaining() > 0) {
            chain.writer().writeByte(Character.toUpperCase(chain.reader().readByte()));
        }
    }
}
