package dev.cellvisor.view;

import dev.cellvisor.cpu.a64.ExceptionTaken;
import dev.cellvisor.irq.GicFact;
import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.view.Svg.Stroke;
import dev.cellvisor.view.Timeline.Moment;
import dev.cellvisor.virtio.FeaturesNegotiated;
import dev.cellvisor.virtio.QueueConfigured;
import dev.cellvisor.virtio.StatusBit;
import dev.cellvisor.virtio.StatusChange;
import dev.cellvisor.virtio.VirtioInterrupt;
import dev.cellvisor.virtio.block.BlockDone;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A short timeline as a picture (a longer one is a {@link TimelineChart}): time goes down, one row for each moment with the instruction count at its left; who acted is the lane.
 * A bar in the device's lane spans what it had under way.
 */
final class TimelinePicture {
    private static final int MOST_ROWS = 60;
    private static final double AXIS = 118;
    private static final double LANE_LEAST = 150;
    private static final double LANE_MOST = 330;
    private static final double LANE_GAP = 14;
    private static final double SMALL = 11;
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
        if (timeline.moments().size() > MOST_ROWS) {
            return timeline.chart().view();
        }
        return View.of(draw(timeline.moments()), timeline.toString());
    }

    private static Svg draw(List<Moment> moments) {
        Set<Lane> used = new LinkedHashSet<>();
        for (Lane lane : Lane.values()) {
            if (moments.stream().anyMatch(moment -> lane(moment.fact()) == lane) || lane == Lane.DEVICE && moments.stream().anyMatch(m -> m.fact() instanceof ChainAvailable)) {
                used.add(lane);
            }
        }
        Map<Lane, double[]> lanes = place(used, moments);
        var svg = new Svg("timeline of " + Markup.plural(moments.size(), "moment") + ", first: " + moments.getFirst().fact() + ", last: " + moments.getLast().fact());
        double bottom = TOP + moments.size() * ROW;
        svg.text(AXIS - 20, 12, Rich.empty().faint("instruction"), 11, Svg.Anchor.END);
        lanes.forEach((lane, at) -> {
            svg.bold(at[0], 12, lane.title);
            svg.line(at[0] + 8, TOP - 6, at[0] + 8, bottom, Stroke.DOTTED);
        });
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
            // Inside the bar of the chain that it belongs to.
            double indent = lane == Lane.DEVICE ? 14 : 0;
            double x = lanes.get(lane)[0] + indent;
            double width = lanes.get(lane)[1] - 1.5 * indent;
            String label = label(moment.fact());
            int most = (int) ((width - 8) / Svg.width("0", SMALL));
            svg.box(x, y, width, ROW - 6, lane.fill);
            svg.text(x + 5, y + 14.5, Rich.of(label.length() > most ? label.substring(0, most - 1) + "…" : label), SMALL, Svg.Anchor.START);
        }
        return svg;
    }

    /** Where each lane begins, and how wide it is: as its longest label needs, within limits. */
    private static Map<Lane, double[]> place(Set<Lane> used, List<Moment> moments) {
        Map<Lane, double[]> places = new LinkedHashMap<>();
        double x = AXIS;
        for (Lane lane : used) {
            double widest = Svg.width(lane.title, Svg.FONT);
            for (Moment moment : moments) {
                if (lane(moment.fact()) == lane) {
                    widest = Math.max(widest, Svg.width(label(moment.fact()), SMALL) + (lane == Lane.DEVICE ? 31 : 10));
                } else if (lane == Lane.DEVICE && moment.fact() instanceof ChainAvailable taken) {
                    widest = Math.max(widest, Svg.width(work(taken), SMALL) + 10);
                }
            }
            double width = Math.clamp(widest, LANE_LEAST, LANE_MOST);
            places.put(lane, new double[] {x, width});
            x += width + LANE_GAP;
        }
        return places;
    }

    private static String work(ChainAvailable taken) {
        return taken.device() + ", chain " + taken.head();
    }

    /** A bar from where the device took a chain to where it gave it back. */
    private static void drawWork(Svg svg, List<Moment> moments, Map<Lane, double[]> lanes) {
        if (!lanes.containsKey(Lane.DEVICE)) {
            return;
        }
        double x = lanes.get(Lane.DEVICE)[0];
        double width = lanes.get(Lane.DEVICE)[1];
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
            svg.box(left, TOP + row * ROW + 2, width - 14 * Math.min(beside, 6), (end - row) * ROW + ROW - 10, Lane.DEVICE.fill);
            svg.text(left + 5, TOP + row * ROW + 16, Rich.of(work(taken)), SMALL, Svg.Anchor.START);
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

    /** What was set, if bits were only added, as a driver does it. */
    private static String status(StatusChange change) {
        List<String> added = new ArrayList<>();
        for (StatusBit bit : StatusBit.values()) {
            if (bit.in(change.now()) && !bit.in(change.before())) {
                added.add(bit.name());
            }
        }
        return change.now() == 0 ? "reset" : (change.before() & ~change.now()) == 0 ? "+ " + String.join(" + ", added) : StatusBit.describe(change.now());
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
                case "block", "balloon", "vsock" -> Lane.DEVICE;
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
            case BlockDone done -> done.toString().substring(done.toString().indexOf(": ") + 2);
            case StatusChange change -> "Status: " + status(change);
            case FeaturesNegotiated features -> (features.agreed() ? "agreed: " : "refused: ")
                    + String.join(" ", features.names()).replaceAll("VIRTIO_(?:[A-Z]+_)?F_", "");
            case QueueConfigured queue -> queue.ready() ? "queue %d ready, size %d".formatted(queue.queue(), queue.size()) : "queue " + queue.queue() + " stopped";
            case ExceptionTaken exception -> exception.cause() + " taken";
            case VirtioInterrupt interrupt -> interrupt.cause() + (interrupt.suppressed() ? ", suppressed" : ", interrupt");
            case GicFact gic -> fact.toString().replaceFirst(" \\(INTID (\\d+)\\)", "").replaceFirst(" of cpu0| to cpu0|^cpu0 ", "").replaceFirst(" at priority .*", "");
            default -> fact.toString();
        };
    }
}
