package dev.cellvisor.gdb;

import java.util.HexFormat;

/** Numbers and bytes as the protocol has them. */
final class Hex {
    private Hex() {
    }

    static String little(long value, int sizeBytes) {
        var text = new StringBuilder();
        for (int i = 0; i < sizeBytes; i++) {
            text.append("%02x".formatted(value >>> 8 * i & 0xff));
        }
        return text.toString();
    }

    static long little(String hex) {
        byte[] bytes = bytes(hex);
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static long number(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }
}
