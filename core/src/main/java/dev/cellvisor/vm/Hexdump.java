package dev.cellvisor.vm;

import java.util.Arrays;

/**
 * Bytes to be shown: sixteen in a row, in hexadecimal and as text.
 *
 * @param address of the first byte
 * @param bytes what stands there
 */
public record Hexdump(long address, byte[] bytes) {
    private static final int ROW = 16;

    @Override
    public String toString() {
        var text = new StringBuilder();
        boolean skipping = false;
        for (int row = 0; row < bytes.length; row += ROW) {
            boolean last = row + ROW >= bytes.length;
            if (row > 0 && !last && Arrays.equals(bytes, row, row + ROW, bytes, row - ROW, row)) {
                if (!skipping) {
                    text.append("*\n");
                }
                skipping = true;
                continue;
            }
            skipping = false;
            appendRow(text, row);
        }
        return text.toString().stripTrailing();
    }

    private void appendRow(StringBuilder text, int row) {
        text.append("%08x ".formatted(address + row));
        for (int i = 0; i < ROW; i++) {
            text.append(i == ROW / 2 ? "  " : " ").append(row + i < bytes.length ? "%02x".formatted(bytes[row + i]) : "  ");
        }
        text.append("  |");
        for (int i = row; i < Math.min(row + ROW, bytes.length); i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        text.append("|\n");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hexdump dump && address == dump.address && Arrays.equals(bytes, dump.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address) * 31 + Arrays.hashCode(bytes);
    }
}
