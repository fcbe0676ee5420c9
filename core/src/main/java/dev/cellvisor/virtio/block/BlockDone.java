package dev.cellvisor.virtio.block;

import dev.cellvisor.trace.Fact;

/**
 * A disk has done a request.
 *
 * @param device the device's name
 * @param queue the queue's index
 * @param type the request's type, as the driver wrote it
 * @param sector where it begins
 * @param dataBytes how many bytes of data it carries, either way
 * @param status what the driver is told, a {@code VIRTIO_BLK_S_} value
 */
public record BlockDone(String device, int queue, int type, long sector, long dataBytes, int status) implements Fact {
    @Override
    public String kind() {
        return "block";
    }

    @Override
    public String toString() {
        String place = type == BlockRequest.VIRTIO_BLK_T_IN || type == BlockRequest.VIRTIO_BLK_T_OUT ? " at sector " + Long.toUnsignedString(sector) : "";
        return String.format(java.util.Locale.ROOT, "%s queue %d: %s%s, %,d bytes: %s", device, queue, BlockRequest.typeName(type), place, dataBytes, switch (status) {
            case BlockRequest.VIRTIO_BLK_S_OK -> "OK";
            case BlockRequest.VIRTIO_BLK_S_IOERR -> "IOERR";
            default -> "UNSUPP";
        });
    }
}
