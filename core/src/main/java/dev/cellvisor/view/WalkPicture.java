package dev.cellvisor.view;

import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.a64.mmu.WalkStep;
import dev.cellvisor.view.Svg.Stroke;

/** A translation table walk: one box for each table that is looked into, from the base register to the memory or the fault. */
final class WalkPicture {
    private static final double X = 8;
    private static final double WIDTH = 640;
    private static final double ROW = 62;
    private static final String MEMORY = "#e6f4ea";
    private static final String FAULT = "#fdecea";
    private static final String TABLE = "#f3f5f8";

    private WalkPicture() {
    }

    static View of(Translation walk) {
        var svg = new Svg("The walk of virtual address 0x%016x".formatted(walk.va()));
        svg.bold(X, 20, "va 0x%016x".formatted(walk.va()));
        svg.note(X, 38, walk.base());
        double y = 50;
        for (WalkStep step : walk.steps()) {
            boolean leaf = step.kind() == WalkStep.Kind.BLOCK || step.kind() == WalkStep.Kind.PAGE;
            svg.box(X, y, WIDTH, ROW - 16, TABLE, leaf ? Stroke.SOLID : Stroke.DASHED);
            svg.bold(X + 8, y + 18, "level %d".formatted(step.level()));
            svg.text(X + 80, y + 18, "va[%d:%d] = %d".formatted(step.high(), step.low(), step.index()));
            svg.text(X + 230, y + 18, "[0x%08x] = 0x%016x".formatted(step.entryAddress(), step.descriptor()));
            svg.note(X + 80, y + 37, "%s 0x%08x  %s".formatted(step.kind().name().toLowerCase(java.util.Locale.ROOT), step.target(), step.attributes()).strip());
            svg.line(X + 30, y + ROW - 16, X + 30, y + ROW, Stroke.SOLID);
            y += ROW;
        }
        boolean faults = walk.fault() != null;
        svg.box(X, y, WIDTH, 30, faults ? FAULT : MEMORY);
        svg.bold(X + 8, y + 20, faults ? walk.fault() : "ipa 0x%08x".formatted(walk.ipa()));
        if (!faults) {
            svg.text(X + 150, y + 20, "%d KiB, %s, memory type 0x%02x%s".formatted(walk.blockBytes() >> 10, walk.permissions(), walk.memoryType(),
                    walk.global() ? ", global" : ""));
        }
        return View.of(svg, walk.toString());
    }
}
