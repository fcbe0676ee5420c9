package dev.cellvisor.view;

import dev.cellvisor.debug.BlockListing;

/** A block three ways, side by side: the guest's instruction, its meaning, the host's code. */
final class BlockView {
    private BlockView() {
    }

    static View of(BlockListing block) {
        Table table = new Table("").left("A64").left("meaning").left("x86-64");
        long before = 0;
        for (BlockListing.Row row : block.rows()) {
            Rich guest = Rich.empty().faint("entry");
            if (row.guest() != null) {
                long address = row.guest().address();
                guest = Rich.empty().faint(address == before + 4 ? "…%03x ".formatted(address & 0xfff) : "%x ".formatted(address)).bold(row.guest().text());
                before = address;
            }
            String[] meaning = row.meaning().lines().toArray(String[]::new);
            int lines = Math.max(1, Math.max(meaning.length, row.host().size()));
            for (int i = 0; i < lines; i++) {
                table.row(i == 0 ? guest : "", i < meaning.length ? spaced(meaning[i]) : "", i < row.host().size() ? spaced(row.host().get(i)) : "");
            }
        }
        return new View(block.toString(), table.html(), null);
    }

    /** With spaces that a page does not take together. */
    private static String spaced(String line) {
        return line.replace(' ', '\u00a0');
    }
}
