package dev.cellvisor.view;

import dev.cellvisor.cpu.kvm.RunPage;

/** The page that a vCPU shares with KVM: every byte in its place, those of each field in one box. */
final class RunPagePicture {
    private static final int ROW_BYTES = 16;
    private static final double X = 60;
    private static final double BYTE_WIDTH = 26;
    private static final double ROW_HEIGHT = 26;
    private static final String[] FILLS = {"#e8f0fe", "#e6f4ea", "#fef7e0", "#fdecea", "#f3e8fd", "#e0f2f1"};

    private RunPagePicture() {
    }

    static View of(RunPage page) {
        var svg = new Svg("The first %d bytes of kvm_run: %s".formatted(page.bytes().length, page.exit()));
        svg.bold(8, 18, "kvm_run");
        svg.text(90, 18, page.exit().toString());
        int rows = page.bytes().length / ROW_BYTES;
        for (int i = 0; i < page.fields().size(); i++) {
            boxes(svg, page.fields().get(i), FILLS[i % FILLS.length]);
        }
        for (int row = 0; row < rows; row++) {
            double y = top(row);
            svg.note(8, y + 17, "0x%02x".formatted(row * ROW_BYTES));
            for (int i = 0; i < ROW_BYTES; i++) {
                svg.text(X + i * BYTE_WIDTH + 5, y + 17, "%02x".formatted(page.bytes()[row * ROW_BYTES + i]));
            }
        }
        double y = top(rows) + 20;
        for (int i = 0; i < page.fields().size(); i++) {
            RunPage.Field field = page.fields().get(i);
            svg.box(X, y - 11, 14, 14, FILLS[i % FILLS.length]);
            svg.note(8, y, "0x%02x".formatted(field.offset()));
            svg.bold(X + 22, y, field.name());
            svg.text(X + 260, y, field.value());
            y += 20;
        }
        return View.of(svg, page.toString());
    }

    private static double top(int row) {
        return 30 + row * ROW_HEIGHT;
    }

    /** A field may go on in the next row. */
    private static void boxes(Svg svg, RunPage.Field field, String fill) {
        int at = field.offset();
        int end = at + field.sizeBytes();
        while (at < end) {
            int row = at / ROW_BYTES;
            int stop = Math.min(end, (row + 1) * ROW_BYTES);
            svg.box(X + at % ROW_BYTES * BYTE_WIDTH, top(row), (stop - at) * BYTE_WIDTH, ROW_HEIGHT - 3, fill);
            at = stop;
        }
    }
}
