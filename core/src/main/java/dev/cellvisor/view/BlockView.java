package dev.cellvisor.view;

import dev.cellvisor.debug.BlockListing;

/** A block three ways, side by side: the guest's instruction, its meaning, the host's code. */
final class BlockView {
    private BlockView() {
    }

    static View of(BlockListing block) {
        Table table = new Table("").left("A64").left("meaning").left("x86-64");
        for (BlockListing.Row row : block.rows()) {
            Rich guest = row.guest() == null ? Rich.empty().faint("entry")
                    : Rich.empty().faint("%x ".formatted(row.guest().address())).bold(row.guest().text());
            String[] meaning = row.meaning().lines().toArray(String[]::new);
            int lines = Math.max(1, Math.max(meaning.length, row.host().size()));
            for (int i = 0; i < lines; i++) {
                table.row(i == 0 ? guest : "", i < meaning.length ? meaning[i] : "", i < row.host().size() ? row.host().get(i) : "");
            }
        }
        return new View(block.toString(), table.html(), null);
    }
}
