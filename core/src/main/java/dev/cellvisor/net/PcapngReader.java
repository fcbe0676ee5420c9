package dev.cellvisor.net;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the Ethernet frames of a pcapng file; blocks of other kinds are passed over. */
final class PcapngReader {
    private record Interface(int linkType, String name, double nanosPerUnit) {
    }

    private PcapngReader() {
    }

    static List<Captured> read(byte[] file) throws IOException {
        List<Captured> frames = new ArrayList<>();
        List<Interface> interfaces = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (in.remaining() < 12 || in.getInt(0) != PcapngWriter.SECTION_HEADER) {
                throw new IOException("this is no pcapng file: it does not begin with a section header");
            }
            while (in.remaining() >= 12) {
                int at = in.position();
                if (in.getInt(at) == PcapngWriter.SECTION_HEADER) {
                    boolean little = in.order(ByteOrder.LITTLE_ENDIAN).getInt(at + 8) == PcapngWriter.BYTE_ORDER_MAGIC;
                    in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                    interfaces.clear();
                }
                int type = in.getInt(at);
                int total = in.getInt(at + 4);
                if (total < 12 || total % 4 != 0 || total > in.remaining()) {
                    throw new IOException("the pcapng file is damaged: a block of " + total + " bytes at offset " + at);
                }
                ByteBuffer body = in.slice(at + 8, total - 12).order(in.order());
                if (type == PcapngWriter.INTERFACE) {
                    interfaces.add(interfaceOf(body, interfaces.size()));
                } else if (type == PcapngWriter.ENHANCED_PACKET) {
                    packet(body, interfaces, frames);
                }
                in.position(at + total);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the pcapng file is damaged", e);
        }
        return frames;
    }

    private static Interface interfaceOf(ByteBuffer body, int number) {
        int linkType = body.getShort() & 0xffff;
        body.position(8);
        String name = "interface " + number;
        double nanos = 1000;
        while (body.remaining() >= 4) {
            int code = body.getShort() & 0xffff;
            byte[] value = new byte[body.getShort() & 0xffff];
            body.get(value).position(Math.min(body.limit(), body.position() + PcapngWriter.padded(value.length) - value.length));
            if (code == PcapngWriter.IF_NAME) {
                name = new String(value, StandardCharsets.UTF_8);
            } else if (code == PcapngWriter.IF_TSRESOL && value.length == 1) {
                nanos = value[0] < 0 ? 1e9 / Math.pow(2, value[0] & 0x7f) : 1e9 / Math.pow(10, value[0]);
            }
        }
        return new Interface(linkType, name, nanos);
    }

    private static void packet(ByteBuffer body, List<Interface> interfaces, List<Captured> frames) {
        Interface from = interfaces.get(body.getInt());
        long time = (long) body.getInt() << 32 | body.getInt() & 0xffff_ffffL;
        byte[] bytes = new byte[body.getInt()];
        body.getInt();
        body.get(bytes).position(20 + PcapngWriter.padded(bytes.length));
        boolean fromGuest = false;
        while (body.remaining() >= 4) {
            int code = body.getShort() & 0xffff;
            int size = body.getShort() & 0xffff;
            if (code == PcapngWriter.EPB_FLAGS && size == 4) {
                fromGuest = (body.getInt(body.position()) & 3) == PcapngWriter.OUTBOUND;
            }
            body.position(Math.min(body.limit(), body.position() + PcapngWriter.padded(size)));
        }
        if (from.linkType == PcapngWriter.LINKTYPE_ETHERNET) {
            frames.add(new Captured((long) (time * from.nanosPerUnit), from.name, fromGuest, bytes));
        }
    }
}
