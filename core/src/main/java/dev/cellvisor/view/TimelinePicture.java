package dev.cellvisor.view;

import dev.cellvisor.irq.GicFact;
import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.view.Svg.Stroke;
import dev.cellvisor.view.Timeline.Moment;
import dev.cellvisor.virtio.StatusChange;
import dev.cellvisor.virtio.VirtioInterrupt;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A timeline as a picture: time goes down, one row for each moment with the instruction count at its left; who acted is the lane.
 * A bar in the device's lane spans what it had under way.
 */
final class TimelinePicture {
    private static final int MOST_ROWS = 60;
    private static final double AXIS = 118;
    private static final double LANE = 214;
    private static final double ROW = 27;
    private static final double TOP = 26;

    private enum Lane {
        ACCESS("register access = exit", "#ffe2b8"),
        QUEUE("queue", "#dbe7ff"),
        DEVICE("device", "#eadff7"),
        INTERRUPT("interrupt", "#ffd3cf"),
        CPU("CPU", "#eef1f5"),
        OTHER("other", "#f6f7f9");

        private final String title;
        private final String fill;

        Lane(String title, String fill) {
            this.title = title;
            this.fill = fill;
        }
    }

    private TimelinePicture() {
    }

    static View of(Timeline timeline) {
        if (timeline.moments().isEmpty()) {
            return View.text(timeline.toString());
        }
        return View.of(draw(timeline.moments()), timeline.toString());
    }

    private static Svg draw(List<Moment> all) {
        List<Moment> moments = all.size() > MOST_ROWS ? all.subList(0, MOST_ROWS) : all;
        Set<Lane> used = new LinkedHashSet<>();
        for (Lane lane : Lane.values()) {
            if (moments.stream().anyMatch(moment -> lane(moment.fact()) == lane) || lane == Lane.DEVICE && moments.stream().anyMatch(m -> m.fact() instanceof ChainAvailable)) {
                used.add(lane);
            }
        }
        List<Lane> lanes = List.copyOf(used);
        var svg = new Svg("timeline of " + Markup.plural(all.size(), "moment") + ", first: " + all.getFirst().fact() + ", last: " + all.getLast().fact());
        double bottom = TOP + moments.size() * ROW;
        svg.text(AXIS - 20, 12, Rich.empty().faint("instruction"), 11, Svg.Anchor.END);
        for (int i = 0; i < lanes.size(); i++) {
            double x = AXIS + i * LANE;
            svg.bold(x, 12, lanes.get(i).title);
            svg.line(x + 8, TOP - 6, x + 8, bottom, Stroke.DOTTED);
        }
        drawWork(svg, moments, lanes);
        long before = Long.MIN_VALUE;
        for (int row = 0; row < moments.size(); row++) {
            Moment moment = moments.get(row);
            double y = TOP + row * ROW;
            if (moment.instruction() != before) {
                svg.text(AXIS - 20, y + 15, Rich.of(Markup.grouped(moment.instruction())), 11, Svg.Anchor.END);
                svg.line(AXIS - 16, y + 11, AXIS - 8, y + 11, Stroke.SOLID);
            }
            before = moment.instruction();
            Lane lane = lane(moment.fact());
            double x = AXIS + lanes.indexOf(lane) * LANE;
            String label = label(moment.fact());
            int most = (int) ((LANE - 22) / (Svg.CHARACTER * 11 / Svg.FONT));
            String shown = label.length() > most ? label.substring(0, most - 1) + "…" : label;
            svg.box(x, y, LANE - 14, ROW - 6, lane.fill);
            svg.text(x + 5, y + 14.5, Rich.of(shown), 11, Svg.Anchor.START);
            svg.tip(x, y, LANE - 14, ROW - 6, moment.fact().toString());
        }
        if (all.size() > moments.size()) {
            svg.note(AXIS, bottom + 14, "… and " + Markup.plural(all.size() - moments.size(), "more moment"));
        }
        return svg;
    }

    /** A bar from where the device took a chain to where it gave it back. */
    private static void drawWork(Svg svg, List<Moment> moments, List<Lane> lanes) {
        double x = AXIS + lanes.indexOf(Lane.DEVICE) * LANE;
        List<Integer> ends = new ArrayList<>();
        for (int row = 0; row < moments.size(); row++) {
            if (!(moments.get(row).fact() instanceof ChainAvailable taken)) {
                continue;
            }
            int end = end(moments, row, taken);
            int start = row;
            long beside = ends.stream().filter(other -> other > start).count();
            ends.add(end);
            double left = x + 14 * Math.min(beside, 6);
            svg.box(left, TOP + row * ROW + 2, LANE - 14 - 14 * Math.min(beside, 6), (end - row) * ROW + ROW - 10, Lane.DEVICE.fill);
            svg.text(left + 5, TOP + row * ROW + 16, Rich.of(taken.device() + ", chain " + taken.head()), 11, Svg.Anchor.START);
        }
    }

    private static int end(List<Moment> moments, int start, ChainAvailable taken) {
        for (int row = start + 1; row < moments.size(); row++) {
            if (moments.get(row).fact() instanceof ChainUsed used && used.device().equals(taken.device()) && used.queue() == taken.queue() && used.head() == taken.head()) {
                return row;
            }
        }
        return moments.size() - 1;
    }

    private static Lane lane(Fact fact) {
        return switch (fact) {
            case GicFact.Acknowledged acknowledged -> Lane.CPU;
            case GicFact.Ended ended -> Lane.CPU;
            case GicFact.Deactivated deactivated -> Lane.CPU;
            case GicFact gic -> Lane.INTERRUPT;
            default -> switch (fact.kind()) {
                case "mmio" -> Lane.ACCESS;
                case "queue", "status", "features" -> Lane.QUEUE;
                case "interrupt" -> Lane.INTERRUPT;
                case "exception", "undefined", "psci" -> Lane.CPU;
                default -> Lane.OTHER;
            };
        };
    }

    private static String label(Fact fact) {
        return switch (fact) {
            case MmioAccess access -> access.register() + (access.write() ? " ← " : " → ") + "0x" + Long.toHexString(access.value());
            case ChainAvailable taken -> "chain %d taken: %d + %d B".formatted(taken.head(), taken.readableBytes(), taken.writableBytes());
            case ChainUsed used -> "chain %d used, len %d".formatted(used.head(), used.writtenBytes());
            case StatusChange change -> fact.toString().replaceFirst("^.* status ", "");
            case VirtioInterrupt interrupt -> interrupt.cause() + (interrupt.suppressed() ? ", suppressed" : ", interrupt");
            case GicFact gic -> fact.toString().replace(" (INTID ", " (");
            default -> fact.toString();
        };
    }
}
