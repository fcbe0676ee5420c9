package dev.cellvisor.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * From a distribution's {@code vmlinuz} to the raw arm64 Image that a machine without firmware can start. It may be that
 * already, or gzip'ed, or wrapped as a self-decompressing EFI program ("zboot"). A kernel for x86 is taken as it is: it unpacks itself.
 */
final class KernelImage {
    private static final int ARM64_MAGIC_AT = 56; // Linux, Documentation/arm64/booting.rst
    private static final int ARM64_MAGIC = 0x644d5241; // "ARM\x64"
    private static final int X86_MAGIC_AT = 0x202; // Linux, Documentation/arch/x86/boot.rst
    private static final int X86_MAGIC = 0x53726448; // "HdrS"
    private static final int ZBOOT_MAGIC_AT = 4; // Linux, drivers/firmware/efi/libstub/zboot-header.S
    private static final int ZBOOT_MAGIC = 0x676d697a; // "zimg"
    private static final int ZBOOT_PAYLOAD_AT = 8;
    private static final int ZBOOT_SIZE_AT = 12;
    private static final int ZBOOT_COMPRESSION_AT = 24;
    private static final int ZBOOT_COMPRESSION_MAX = 32;

    private KernelImage() {}

    static byte[] raw(byte[] vmlinuz) throws IOException {
        if (word(vmlinuz, ZBOOT_MAGIC_AT) == ZBOOT_MAGIC) {
            return raw(zboot(vmlinuz));
        }
        if (vmlinuz.length > 2 && (vmlinuz[0] & 0xff) == 0x1f && (vmlinuz[1] & 0xff) == 0x8b) {
            return raw(all(new GZIPInputStream(new ByteArrayInputStream(vmlinuz))));
        }
        if (word(vmlinuz, ARM64_MAGIC_AT) != ARM64_MAGIC && word(vmlinuz, X86_MAGIC_AT) != X86_MAGIC) {
            throw new IOException("the kernel is no arm64 Image, and no kernel for x86");
        }
        return vmlinuz;
    }

    private static byte[] zboot(byte[] file) throws IOException {
        int offset = word(file, ZBOOT_PAYLOAD_AT);
        int size = word(file, ZBOOT_SIZE_AT);
        if (offset < 0 || size < 0 || offset > file.length - size || file.length < ZBOOT_COMPRESSION_AT + ZBOOT_COMPRESSION_MAX) {
            throw new IOException("the kernel's EFI wrapper is cut short");
        }
        InputStream payload = new ByteArrayInputStream(file, offset, size);
        String compression = new String(file, ZBOOT_COMPRESSION_AT, ZBOOT_COMPRESSION_MAX, StandardCharsets.US_ASCII).split("\0", 2)[0];
        return switch (compression) {
            case "gzip" -> all(new GZIPInputStream(payload));
            case "lzma" -> all(new LZMAInputStream(payload));
            case "xzkern", "xz" -> all(new XZInputStream(payload));
            default -> throw new IOException("the kernel is compressed by " + compression + ", which this program cannot read (it reads gzip, lzma and xz)");
        };
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return IOUtils.toByteArray(in);
        }
    }

    private static int word(byte[] bytes, int at) {
        return bytes.length < at + 4 ? 0 : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
