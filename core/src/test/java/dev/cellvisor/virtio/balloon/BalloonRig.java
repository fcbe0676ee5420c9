package dev.cellvisor.virtio.balloon;

import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.driver.DriverQueue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A driver of a balloon by hand. */
final class BalloonRig {
    /** Where the pages are that it plays with: RAM that the driver's heap does not use. */
    static final long PAGES = Rig.RAM + 0x10_0000;

    final BalloonDevice balloon;
    final Rig rig;

    BalloonRig(BalloonDevice balloon, FeatureBit... features) {
        this.balloon = balloon;
        rig = Rig.started(balloon, features);
    }

    static byte[] le32(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    /** Tag and value in turn, packed. */
    static byte[] stats(long... tagsAndValues) {
        ByteBuffer bytes = ByteBuffer.allocate(5 * tagsAndValues.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            bytes.putShort((short) tagsAndValues[i]).putLong(tagsAndValues[i + 1]);
        }
        return bytes.array();
    }

    static long page(int index) {
        return PAGES + 4096L * index;
    }

    static long pfn(int index) {
        return page(index) >>> 12;
    }

    /** Fills a page with a pattern. */
    void fill(int index, int value) {
        rig.memory.fill(page(index), 4096, value);
    }

    /** Whether a page holds one byte all over. */
    boolean holds(int index, int value) {
        for (byte b : rig.memory.read(page(index), 4096)) {
            if (b != (byte) value) {
                return false;
            }
        }
        return true;
    }

    DriverQueue queue(int index) {
        return rig.driver.queue(index);
    }

    /** Puts pages on a queue as a writable buffer, by hand, since the pages are not the heap's. */
    void give(int queueIndex, int firstPage, int sizeBytes) {
        give(queueIndex, page(firstPage), sizeBytes);
    }

    void give(int queueIndex, long address, int sizeBytes) {
        DriverQueue queue = queue(queueIndex);
        queue.desc(100).address(address).length(sizeBytes).flags(dev.cellvisor.virtio.driver.DescriptorCursor.WRITE);
        queue.offer(100).notifyDevice();
    }
}
