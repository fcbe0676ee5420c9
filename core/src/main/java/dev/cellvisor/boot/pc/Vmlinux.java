package dev.cellvisor.boot.pc;

import dev.cellvisor.boot.BootException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;

/**
 * The ELF file that a bzImage carries compressed, as its setup header says where (Documentation/arch/x86/boot.rst: payload_offset, payload_length). With it a kernel
 * can be started by PVH, without the stub that unpacks it.
 */
public final class Vmlinux {
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24c;
    /** The build appends how long the unpacked file is; gzip has that by itself. */
    private static final int SIZE_BYTES = 4;
    private static final int LZ4_LEGACY = 0x184c_2102;
    private static final int LZ4_BLOCK_HEAD = 4;
    private static final int LZ4_LEAST_MATCH = 4;

    private Vmlinux() {
    }

    /**
     * Unpacks it.
     *
     * @param name for messages
     * @param bzImage the whole file
     * @return an ELF file
     * @throws BootException if it is no bzImage, is damaged, or is compressed in another way than by gzip or LZ4, naming the tool for it
     */
    public static byte[] unpack(String name, byte[] bzImage) {
        BzImage image = BzImage.parse(bzImage);
        ByteBuffer file = ByteBuffer.wrap(bzImage).order(ByteOrder.LITTLE_ENDIAN);
        long start = image.setupBytes() + Integer.toUnsignedLong(file.getInt(PAYLOAD_OFFSET));
        long length = Integer.toUnsignedLong(file.getInt(PAYLOAD_LENGTH));
        if (length <= SIZE_BYTES || start + length > bzImage.length) {
            throw new BootException("'%s' is cut short: its header puts %d bytes of compressed kernel at 0x%x, and the file has %d".formatted(name, length, start, bzImage.length));
        }
        ByteBuffer payload = file.slice((int) start, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            byte[] elf = switch (payload.getInt(0)) {
                case LZ4_LEGACY -> lz4(payload);
                case 0x464c_457f -> bytes(payload); // not compressed
                default -> {
                    if ((payload.getShort(0) & 0xffff) == 0x8b1f) {
                        yield new GZIPInputStream(new ByteArrayInputStream(bytes(payload))).readAllBytes();
                    }
                    throw new BootException("the kernel in '%s' is compressed by %s; unpack it (the kernel's scripts/extract-vmlinux does) and give the ELF file"
                            .formatted(name, method(payload)));
                }
            };
            if (elf.length < 4 || ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).getInt(0) != 0x464c_457f) {
                throw new BootException("what '%s' carries is no ELF file".formatted(name));
            }
            return elf;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new BootException("the compressed kernel in '%s' is damaged: %s".formatted(name, e.getMessage()));
        }
    }

    private static String method(ByteBuffer payload) {
        return switch (payload.getInt(0)) {
            case 0x587a_37fd -> "xz";
            case 0xfd2f_b528 -> "zstd";
            case 0x4f5a_4c89 -> "LZO";
            default -> (payload.getInt(0) & 0xff_ffff) == 0x68_5a42 ? "bzip2" : (payload.getInt(0) & 0xff_ffff) == 0x5d ? "LZMA" : "a method that is not known here";
        };
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(0, bytes);
        return bytes;
    }

    /** LZ4's legacy frame: a number, then blocks, each behind its compressed length; as {@code lz4 -l} writes it. */
    private static byte[] lz4(ByteBuffer payload) {
        int end = payload.limit() - SIZE_BYTES;
        byte[] in = bytes(payload);
        byte[] out = new byte[payload.getInt(end)];
        int to = 0;
        for (int at = LZ4_BLOCK_HEAD; at + LZ4_BLOCK_HEAD <= end;) {
            int blockEnd = at + LZ4_BLOCK_HEAD + payload.getInt(at);
            to = lz4Block(in, at + LZ4_BLOCK_HEAD, blockEnd, out, to);
            at = blockEnd;
        }
        if (to != out.length) {
            throw new IndexOutOfBoundsException("%d bytes came out, %d were promised".formatted(to, out.length));
        }
        return out;
    }

    /** A run of sequences: literals, then a match of what came out before (LZ4 block format). Where the output has come to. */
    private static int lz4Block(byte[] in, int from, int end, byte[] out, int start) {
        int at = from;
        int to = start;
        while (at < end) {
            int token = in[at++] & 0xff;
            int literals = token >> 4;
            for (int more = literals == 15 ? 255 : 0; more == 255;) {
                more = in[at++] & 0xff;
                literals += more;
            }
            System.arraycopy(in, at, out, to, literals);
            at += literals;
            to += literals;
            if (at >= end) {
                break; // the last sequence is literals only
            }
            int distance = in[at] & 0xff | (in[at + 1] & 0xff) << 8;
            at += 2;
            int match = token & 15;
            for (int more = match == 15 ? 255 : 0; more == 255;) {
                more = in[at++] & 0xff;
                match += more;
            }
            match += LZ4_LEAST_MATCH;
            if (distance == 0 || distance > to - start) {
                throw new IndexOutOfBoundsException("a match %d bytes back, %d bytes from the block's beginning".formatted(distance, to - start));
            }
            for (int i = 0; i < match; i++) { // one by one: a match may reach into itself
                out[to] = out[to - distance];
                to++;
            }
        }
        return to;
    }
}
