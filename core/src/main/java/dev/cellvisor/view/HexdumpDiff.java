package dev.cellvisor.view;

import dev.cellvisor.vm.Hexdump;

/**
 * The same memory at two moments, to be shown with what changed.
 *
 * @param before the earlier look
 * @param after the later look; bytes outside the earlier one count as unchanged
 */
public record HexdumpDiff(Hexdump before, Hexdump after) {
    private static final int ROW = 16;

    /** How many bytes are different. */
    public int changedBytes() {
        int changed = 0;
        for (int i = 0; i < after.bytes().length; i++) {
            changed += MemoryViews.changed(after, before, i) ? 1 : 0;
        }
        return changed;
    }

    /** Changed bytes stand in brackets; rows without any are left out. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        byte[] bytes = after.bytes();
        for (int row = 0; row < bytes.length; row += ROW) {
            var line = new StringBuilder();
            boolean any = false;
            for (int i = row; i < Math.min(row + ROW, bytes.length); i++) {
                boolean changed = MemoryViews.changed(after, before, i);
                any |= changed;
                line.append(changed ? "[%02x]".formatted(bytes[i]) : " %02x ".formatted(bytes[i]));
            }
            if (any) {
                text.append("%08x %s%n".formatted(after.address() + row, line.toString().stripTrailing()));
            }
        }
        return text.isEmpty() ? "no byte changed" : text + Markup.plural(changedBytes(), "byte") + " changed";
    }
}
