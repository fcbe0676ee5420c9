package dev.cellvisor.view;

import dev.cellvisor.view.Svg.Stroke;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.transport.PackedQueueView;
import dev.cellvisor.virtio.transport.PackedQueueView.Descriptor;
import dev.cellvisor.virtio.transport.QueueView.Holder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A packed virtqueue as one picture: the one ring of descriptors with its AVAIL and USED flags; from the left the place where the device
 * takes next, from the right the place where it uses next, each with its wrap counter.
 */
final class PackedQueuePicture {
    private static final int ROW = 24;
    private static final int TOP = 52;
    private static final int MOST_DESCRIPTORS = 16;
    private static final String OFFERED = "#dbe7ff";
    private static final String TAKEN = "#ffe9c7";
    private static final String DONE = "#d8f0dd";
    private static final String FREE = "#f6f7f9";

    private static final double RING_X = 214;
    private static final double RING_WIDTH = 560;
    private static final double USED_X = RING_X + RING_WIDTH + 60;

    private final PackedQueueView queue;
    private final Map<Integer, Double> rowY = new HashMap<>();
    private final Svg svg;

    private PackedQueuePicture(PackedQueueView queue) {
        this.queue = queue;
        svg = new Svg("packed virtqueue %d of %s: %s".formatted(queue.index(), queue.device(), summary()));
    }

    static View of(PackedQueueView queue) {
        if (!queue.ready()) {
            return View.text(queue.toString().strip());
        }
        return View.of(new PackedQueuePicture(queue).draw(), queue.toString().stripTrailing());
    }

    private Svg draw() {
        svg.bold(0, 12, "%s · queue %d (%s) · packed · %s · %s".formatted(queue.device(), queue.index(), queue.name(),
                Markup.plural(queue.size(), "descriptor"), queue.broken() ? "broken" : "ready"));
        drawRing();
        pointer(0, "takes next", queue.nextAvail(), queue.availWrap(), true);
        pointer(USED_X, "uses next", queue.nextUsed(), queue.usedWrap(), false);
        double y = svg.bottom() + 26;
        svg.area(0, y - 10, 12, 12, OFFERED).note(18, y, "available, not taken yet");
        svg.area(190, y - 10, 12, 12, TAKEN).note(208, y, "taken by the device");
        svg.area(362, y - 10, 12, 12, DONE).note(380, y, "used: overwritten by the device");
        svg.note(620, y, "arrow: next of its chain");
        svg.note(0, y + 18, "driver event suppression %s: %s".formatted(Markup.address(queue.driver()), queue.driverEvent()));
        svg.note(0, y + 34, "device event suppression %s: %s".formatted(Markup.address(queue.deviceArea()), queue.deviceEvent()));
        svg.note(0, y + 50, summary());
        return queue.answers().isEmpty() ? svg : svg.note(0, y + 66, queue.answersText());
    }

    private String summary() {
        return "%s waiting · %d with the device · available is AVAIL=%d USED=%d, used is AVAIL=USED=%d".formatted(
                Markup.plural((int) chains(Holder.AVAILABLE), "chain"), chains(Holder.DEVICE),
                queue.availWrap() ? 1 : 0, queue.availWrap() ? 0 : 1, queue.usedWrap() ? 1 : 0);
    }

    private long chains(Holder holder) {
        return queue.descriptors().stream().filter(row -> row.holder() == holder).map(Descriptor::head).distinct().count();
    }

    private void drawRing() {
        svg.bold(RING_X, 34, "descriptor ring").note(RING_X + 116, 34, Markup.address(queue.desc()));
        svg.note(RING_X + 30, 48, "address").text(RING_X + 196, 48, Rich.empty().faint("bytes"), 11, Svg.Anchor.END);
        svg.note(RING_X + 208, 48, "id").note(RING_X + 250, 48, "AVAIL").note(RING_X + 296, 48, "USED").note(RING_X + 340, 48, "flags");
        double y = TOP;
        int skipped = -1;
        for (int index : shown()) {
            if (index > skipped + 1) {
                y = gap(y, skipped + 1, index - 1);
            }
            rowY.put(index, y);
            drawDescriptor(queue.descriptors().get(index), y);
            y += ROW;
            skipped = index;
        }
        if (skipped < queue.size() - 1) {
            gap(y, skipped + 1, queue.size() - 1);
        }
        rowY.forEach((index, at) -> {
            Descriptor row = queue.descriptors().get(index);
            Double to = rowY.get((index + 1) % queue.size());
            if (row.head() >= 0 && (row.flags() & SplitLayout.VIRTQ_DESC_F_NEXT) != 0 && to != null) {
                svg.loop(RING_X + RING_WIDTH, at + ROW / 2.0 + 3, to + ROW / 2.0 - 3, 20, Stroke.SOLID);
            }
        });
    }

    /** What is in use, both places of the device, and no more than fit. */
    private List<Integer> shown() {
        var rows = new TreeSet<Integer>();
        rows.add(queue.nextAvail());
        rows.add(queue.nextUsed());
        for (int i = 0; i < queue.descriptors().size() && rows.size() < MOST_DESCRIPTORS; i++) {
            // From where the device uses next: what is under way stands there.
            Descriptor row = queue.descriptors().get((queue.nextUsed() + i) % queue.size());
            if (row.head() >= 0) {
                rows.add(row.index());
            }
        }
        for (Descriptor row : queue.descriptors()) {
            if (rows.size() < MOST_DESCRIPTORS && (row.used() || row.flags() != 0)) {
                rows.add(row.index());
            }
        }
        rows.removeIf(index -> index >= queue.descriptors().size());
        return List.copyOf(rows);
    }

    private double gap(double y, int first, int last) {
        svg.box(RING_X, y, RING_WIDTH, ROW, "#fff", Stroke.DASHED);
        svg.note(RING_X + 8, y + 16, first == last ? first + " · not shown" : "%d–%d · not shown".formatted(first, last));
        return y + ROW;
    }

    private void drawDescriptor(Descriptor row, double y) {
        svg.box(RING_X, y, RING_WIDTH, ROW, row.used() ? DONE : row.holder() == Holder.AVAILABLE ? OFFERED : row.holder() == Holder.DEVICE ? TAKEN : FREE);
        svg.bold(RING_X + 8, y + 16, Integer.toString(row.index())).text(RING_X + 30, y + 16, Markup.address(row.address()));
        svg.text(RING_X + 196, y + 16, Rich.of(Long.toString(row.length())), Svg.FONT, Svg.Anchor.END);
        svg.text(RING_X + 208, y + 16, Integer.toString(row.id()));
        flag(RING_X + 262, y, row.avail());
        flag(RING_X + 306, y, row.usedFlag());
        svg.text(RING_X + 340, y + 16, row.plainFlags().replace('|', ' '));
        svg.text(RING_X + 468, y + 16, Rich.empty().faint(state(row)), Svg.FONT, Svg.Anchor.START);
    }

    private void flag(double x, double y, int value) {
        svg.text(x, y + 16, value == 1 ? Rich.empty().bold("1") : Rich.empty().faint("0"), Svg.FONT, Svg.Anchor.START);
    }

    private static String state(Descriptor row) {
        if (row.used()) {
            return "used";
        }
        return switch (row.holder()) {
            case AVAILABLE -> "buffer " + row.head();
            case DEVICE -> "taken: " + row.head();
            case DRIVER -> row.isPassedOver() ? "passed over" : "";
        };
    }

    private void pointer(double x, String what, int descriptor, boolean wrap, boolean fromLeft) {
        Double at = rowY.get(descriptor);
        if (at == null) {
            return;
        }
        double y = at + ROW / 2.0 + (fromLeft ? 0 : 5);
        svg.text(x, y - 4, Rich.of("device ").bold(what), Svg.FONT, Svg.Anchor.START).note(x, y + 11, "descriptor %d, wrap counter %d".formatted(descriptor, wrap ? 1 : 0));
        svg.arrow(fromLeft ? x + 172 : x - 6, y - 8, fromLeft ? RING_X - 2 : RING_X + RING_WIDTH + 2, y - (fromLeft ? 0 : 5), fromLeft ? 16 : -16, Stroke.SOLID);
    }
}
