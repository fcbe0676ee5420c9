package dev.cellvisor.virtio;

import dev.cellvisor.virtio.queue.DescriptorChain;

/** The device of the documentation: gives text back in upper case. */
final class Upper extends VirtioDevice {
    Upper(int queueSize) {
        super("upper", 63, queueSize);
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        while (chain.reader().remaining() > 0) {
            chain.writer().writeByte(Character.toUpperCase(chain.reader().readByte()));
        }
    }
}
