package dev.cellvisor.virtio.vsock;

import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.ChainWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header before every packet's payload, with the specification's fields (VIRTIO 1.4, 5.10.6). All numbers are little-endian.
 *
 * @param srcCid the sender's context id, 64 bits
 * @param dstCid the receiver's
 * @param srcPort the sender's port, 32 bits
 * @param dstPort the receiver's
 * @param len payload bytes, 32 bits
 * @param type see {@link VsockType#code()}, 16 bits
 * @param op see {@link VsockOp}, 16 bits
 * @param flags of SHUTDOWN and RW, 32 bits
 * @param bufAlloc the sender's receive buffer for this connection in bytes, 32 bits
 * @param fwdCnt how many payload bytes the sender's program has taken, modulo 2³²
 */
public record VsockHeader(long srcCid, long dstCid, int srcPort, int dstPort, int len, int type, int op, int flags, int bufAlloc, int fwdCnt) {
    /** Its size. */
    public static final int SIZE_BYTES = 44;

    /** Reads one from the start of a packet. */
    static VsockHeader read(ChainReader from) {
        return new VsockHeader(from.readLong(), from.readLong(), from.readInt(), from.readInt(), from.readInt(), from.readShort(), from.readShort(),
                from.readInt(), from.readInt(), from.readInt());
    }

    /**
     * Reads one from bytes.
     *
     * @throws java.nio.BufferUnderflowException if there are fewer than {@value #SIZE_BYTES}
     */
    public static VsockHeader of(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new VsockHeader(from.getLong(), from.getLong(), from.getInt(), from.getInt(), from.getInt(), from.getShort() & 0xffff,
                from.getShort() & 0xffff, from.getInt(), from.getInt(), from.getInt());
    }

    void write(ChainWriter to) {
        to.write(bytes());
    }

    /** As it stands in memory. */
    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE_BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(srcCid).putLong(dstCid).putInt(srcPort).putInt(dstPort).putInt(len)
                .putShort((short) type).putShort((short) op).putInt(flags).putInt(bufAlloc).putInt(fwdCnt).array();
    }

    /** A packet by hand, for experiments: no payload, no flags, no credit. */
    public static VsockHeader of(VsockOp op, VsockType type, long srcCid, int srcPort, long dstCid, int dstPort) {
        return new VsockHeader(srcCid, dstCid, srcPort, dstPort, 0, type.code(), op.ordinal(), 0, 0, 0);
    }

    /** The same with a payload's size. */
    public VsockHeader withLen(int newLen) {
        return new VsockHeader(srcCid, dstCid, srcPort, dstPort, newLen, type, op, flags, bufAlloc, fwdCnt);
    }

    /** The same with flags. */
    public VsockHeader withFlags(int newFlags) {
        return new VsockHeader(srcCid, dstCid, srcPort, dstPort, len, type, op, newFlags, bufAlloc, fwdCnt);
    }

    /** The same with credit. */
    public VsockHeader withCredit(int newBufAlloc, int newFwdCnt) {
        return new VsockHeader(srcCid, dstCid, srcPort, dstPort, len, type, op, flags, newBufAlloc, newFwdCnt);
    }

    /** The operation's name, or its number if it has none. */
    public String opName() {
        VsockOp known = VsockOp.of(op);
        return known == null ? "op " + op : known.name();
    }

    @Override
    public String toString() {
        VsockType known = VsockType.of(type);
        return "%s %s %s:%s → %s:%s, %s bytes, flags 0x%x, buf_alloc %s, fwd_cnt %s".formatted(known == null ? "type " + type : known.name(), opName(),
                Long.toUnsignedString(srcCid), Integer.toUnsignedString(srcPort), Long.toUnsignedString(dstCid), Integer.toUnsignedString(dstPort),
                Integer.toUnsignedString(len), flags, Integer.toUnsignedString(bufAlloc), Integer.toUnsignedString(fwdCnt));
    }
}
