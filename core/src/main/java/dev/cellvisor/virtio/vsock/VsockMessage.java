package dev.cellvisor.virtio.vsock;

/**
 * A message of a seqpacket connection.
 *
 * @param bytes its content; may be empty
 * @param endOfRecord whether it ends a record: the sender's MSG_EOR
 */
public record VsockMessage(byte[] bytes, boolean endOfRecord) {
    @Override
    public String toString() {
        return bytes.length + " bytes" + (endOfRecord ? ", end of record" : "");
    }
}
