package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import java.util.Arrays;
import java.util.List;

/** A disk and its driver's side, for experiments: whole requests in one word each. */
final class Disk {
    final Rig rig;
    final BlockDevice device;

    private Disk(BlockDevice device) {
        this.device = device;
        rig = Rig.of(device);
    }

    /** A disk that no driver has touched. */
    static Disk of(BlockDevice device) {
        return new Disk(device);
    }

    /** A disk whose driver took all that is offered. */
    static Disk started(BlockDevice device) {
        return new Disk(device).startWithout();
    }

    static Disk started(BlockBackend backend) {
        return started(new BlockDevice(backend));
    }

    /** Starts the driver, or starts it again, with all that is offered but some. */
    Disk startWithout(BlockFeature... less) {
        rig.driver.initialise(rig.driver.offered().without(Features.of(less)));
        return this;
    }

    Completion send(int type, long sector, Buffer... data) {
        Buffer[] all = new Buffer[data.length + 2];
        all[0] = readable(BlockRequest.header(type, sector));
        System.arraycopy(data, 0, all, 1, data.length);
        all[all.length - 1] = writable(1);
        return rig.driver.queue(0).send(all);
    }

    /** The bytes of a read that went well. */
    byte[] read(long sector, int sectors) {
        Completion done = send(BlockRequest.VIRTIO_BLK_T_IN, sector, writable(sectors * 512));
        if (done.lastByte() != BlockRequest.VIRTIO_BLK_S_OK) {
            throw new AssertionError("status " + done.lastByte());
        }
        return done.answer(0);
    }

    int write(long sector, byte... bytes) {
        return send(BlockRequest.VIRTIO_BLK_T_OUT, sector, readable(bytes)).lastByte();
    }

    int flush() {
        return send(BlockRequest.VIRTIO_BLK_T_FLUSH, 0).lastByte();
    }

    /** A discard, write zeroes or secure erase; each range is sector, sectors, flags. */
    int ranges(int type, long[]... ranges) {
        byte[] data = new byte[0];
        for (long[] range : ranges) {
            byte[] segment = BlockRequest.segment(range[0], (int) range[1], (int) range[2]);
            data = Arrays.copyOf(data, data.length + segment.length);
            System.arraycopy(segment, 0, data, data.length - segment.length, segment.length);
        }
        return send(type, 0, readable(data)).lastByte();
    }

    List<String> violations() {
        return rig.violations();
    }

    static byte[] pattern(int sizeBytes, int seed) {
        byte[] bytes = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            bytes[i] = (byte) (i * 31 + i / 512 + seed);
        }
        return bytes;
    }
}
