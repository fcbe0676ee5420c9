package dev.cellvisor.net;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes frames as pcapng, each with its port as an interface, its time in nanoseconds and its direction. May be used as a tap. */
public final class PcapngWriter implements PacketTap, Closeable {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE = 1;
    static final int ENHANCED_PACKET = 6;
    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    static final int LINKTYPE_ETHERNET = 1;
    static final int IF_NAME = 2;
    static final int IF_TSRESOL = 9;
    static final int EPB_FLAGS = 2;
    static final int INBOUND = 1;
    static final int OUTBOUND = 2;

    private final OutputStream out;
    private final Map<String, Integer> interfaces = new LinkedHashMap<>();

    /** Begins a file; it is for the caller to close this. */
    public PcapngWriter(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(out);
        block(SECTION_HEADER, buffer(16).putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1));
    }

    @Override
    public void packet(long tick, String port, boolean fromGuest, Packet packet) {
        try {
            for (Packet piece : Segmenter.adapt(packet, Offloads.NONE)) {
                write(new Captured(tick * Capture.TICK_NANOS, port, fromGuest, piece.bytes()));
            }
            out.flush(); // whoever looks at the file, or ends this process, finds whole packets
        } catch (IOException e) {
            throw new UncheckedIOException("the capture cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes a frame. */
    public synchronized void write(Captured frame) throws IOException {
        Integer id = interfaces.get(frame.port());
        if (id == null) {
            id = interfaces.size();
            interfaces.put(frame.port(), id);
            byte[] name = frame.port().getBytes(StandardCharsets.UTF_8);
            block(INTERFACE, option(option(buffer(8 + 4 + padded(name.length) + 8 + 4).putShort((short) LINKTYPE_ETHERNET).putShort((short) 0).putInt(0),
                    IF_NAME, name), IF_TSRESOL, (byte) 9).putInt(0));
        }
        byte[] bytes = frame.bytes();
        byte[] flags = buffer(4).putInt(frame.fromGuest() ? OUTBOUND : INBOUND).array();
        ByteBuffer body = buffer(20 + padded(bytes.length) + 12).putInt(id).putInt((int) (frame.nanos() >>> 32)).putInt((int) frame.nanos())
                .putInt(bytes.length).putInt(bytes.length).put(bytes);
        body.position(20 + padded(bytes.length));
        block(ENHANCED_PACKET, option(body, EPB_FLAGS, flags).putInt(0));
    }

    private static ByteBuffer option(ByteBuffer into, int code, byte... value) {
        into.putShort((short) code).putShort((short) value.length).put(value);
        return into.position(into.position() + padded(value.length) - value.length);
    }

    static int padded(int size) {
        return size + 3 & ~3;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void block(int type, ByteBuffer body) throws IOException {
        int total = 12 + body.capacity();
        out.write(buffer(8).putInt(type).putInt(total).array());
        out.write(body.array());
        out.write(buffer(4).putInt(total).array());
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
