package dev.cellvisor.view;

import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.transport.QueueView.Holder;
import dev.cellvisor.virtio.transport.SplitQueueView;
import dev.cellvisor.virtio.transport.SplitQueueView.Available;
import dev.cellvisor.virtio.transport.SplitQueueView.Descriptor;
import dev.cellvisor.virtio.transport.SplitQueueView.Used;
import dev.cellvisor.view.Svg.Stroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A split virtqueue as one picture: available ring, descriptor table, used ring from left to right. It answers what the driver
 * offered, what the device has taken, and what came back.
 */
final class QueuePicture {
    private static final int ROW = 24;
    private static final int TOP = 52;
    private static final int MOST_DESCRIPTORS = 16;
    private static final int MOST_SLOTS = 8;
    private static final String OFFERED = "#dbe7ff";
    private static final String TAKEN = "#ffe9c7";
    private static final String DONE = "#d8f0dd";
    private static final String FREE = "#f6f7f9";

    private static final double AVAIL_X = 0;
    private static final double TABLE_X = 230;
    private static final double TABLE_WIDTH = 452;
    private static final double USED_X = 780;

    private final SplitQueueView queue;
    private final List<Integer> rows = new ArrayList<>();
    private final Map<Integer, Double> rowY = new HashMap<>();
    private final Svg svg;

    private QueuePicture(SplitQueueView queue) {
        this.queue = queue;
        svg = new Svg("split virtqueue %d of %s: %s".formatted(queue.index(), queue.device(), summary(queue)));
    }

    static View of(SplitQueueView queue) {
        if (!queue.ready()) {
            return View.text(queue.toString().strip());
        }
        return View.of(new QueuePicture(queue).draw(), queue.toString().stripTrailing());
    }

    private Svg draw() {
        svg.bold(0, 12, "%s · queue %d (%s) · %s · %s".formatted(queue.device(), queue.index(), queue.name(),
                Markup.plural(queue.size(), "descriptor"), queue.broken() ? "broken" : "ready"));
        drawTable();
        drawAvailable();
        drawUsed();
        double y = svg.bottom() + 26;
        svg.area(0, y - 10, 12, 12, OFFERED).note(18, y, "offered, not taken yet");
        svg.area(190, y - 10, 12, 12, TAKEN).note(208, y, "taken by the device");
        svg.area(362, y - 10, 12, 12, DONE).note(380, y, "used: given back");
        svg.note(510, y, "solid arrow: chain · dashed arrow: given back");
        svg.note(0, y + 18, summary(queue));
        return queue.answers().isEmpty() ? svg : svg.note(0, y + 34, queue.answersText());
    }

    private static String summary(SplitQueueView queue) {
        int waiting = queue.availIdx() - queue.nextAvail() & 0xffff;
        long taken = queue.descriptors().stream().filter(row -> row.holder() == Holder.DEVICE && row.head() == row.index()).count();
        return Markup.plural(waiting, "chain") + " waiting · " + taken + " with the device · " + queue.usedIdx() + " used so far"
                + (queue.usedEvent() < 0 ? queue.availFlags() == 0 ? " · interrupts wanted" : " · interrupts not wanted"
                : " · EVENT_IDX: interrupt wanted past " + queue.usedEvent());
    }

    private void drawTable() {
        svg.bold(TABLE_X, 34, "descriptor table").note(TABLE_X + 130, 34, Markup.address(queue.desc()));
        svg.note(TABLE_X + 30, 48, "address").text(TABLE_X + 196, 48, Rich.empty().faint("bytes"), 11, Svg.Anchor.END);
        svg.note(TABLE_X + 208, 48, "flags").note(TABLE_X + 330, 48, "the device");
        List<Integer> busy = queue.descriptors().stream().filter(this::isShown).map(Descriptor::index).toList();
        int skipped = -1;
        double y = TOP;
        for (int index : busy.size() > MOST_DESCRIPTORS ? busy.subList(0, MOST_DESCRIPTORS) : busy) {
            if (index > skipped + 1) {
                y = gap(y, skipped + 1, index - 1);
            }
            rows.add(index);
            rowY.put(index, y);
            drawDescriptor(queue.descriptors().get(index), y);
            y += ROW;
            skipped = index;
        }
        if (skipped < queue.size() - 1) {
            gap(y, skipped + 1, queue.size() - 1);
        }
        for (int index : rows) {
            Descriptor row = queue.descriptors().get(index);
            Double to = (row.flags() & SplitLayout.VIRTQ_DESC_F_NEXT) == 0 ? null : rowY.get(row.next());
            if (to != null && row.next() != index) {
                double from = rowY.get(index);
                svg.loop(TABLE_X + TABLE_WIDTH, from + ROW / 2.0 + 3, to + ROW / 2.0 - 3, 26, Stroke.SOLID);
            }
        }
    }

    private boolean isShown(Descriptor row) {
        return row.head() >= 0 || row.length() != 0 || row.address() != 0;
    }

    private double gap(double y, int first, int last) {
        svg.box(TABLE_X, y, TABLE_WIDTH, ROW, "#fff", Stroke.DASHED);
        svg.note(TABLE_X + 8, y + 16, first == last ? first + " · free" : "%d–%d · free".formatted(first, last));
        return y + ROW;
    }

    private void drawDescriptor(Descriptor row, double y) {
        boolean indirect = (row.flags() & SplitLayout.VIRTQ_DESC_F_INDIRECT) != 0;
        boolean writes = (row.flags() & SplitLayout.VIRTQ_DESC_F_WRITE) != 0;
        svg.box(TABLE_X, y, TABLE_WIDTH, ROW, fill(row));
        svg.bold(TABLE_X + 8, y + 16, Integer.toString(row.index())).text(TABLE_X + 30, y + 16, Markup.address(row.address()));
        svg.text(TABLE_X + 196, y + 16, Rich.of(Long.toString(row.length())), Svg.FONT, Svg.Anchor.END);
        String flags = SplitLayout.descFlagNames(row.flags()).replace('|', ' ').strip();
        svg.text(TABLE_X + 208, y + 16, flags.equals("-") || flags.equals("0") ? "" : flags);
        svg.text(TABLE_X + 330, y + 16, Rich.of(indirect ? "reads a table" : writes ? "writes" : "reads").faint(holder(row)), Svg.FONT, Svg.Anchor.START);
    }

    private String holder(Descriptor row) {
        return row.head() != row.index() ? "" : switch (row.holder()) {
            case AVAILABLE -> " · offered";
            case DEVICE -> " · taken";
            case DRIVER -> "";
        };
    }

    private String fill(Descriptor row) {
        return switch (row.holder()) {
            case AVAILABLE -> OFFERED;
            case DEVICE -> TAKEN;
            case DRIVER -> isUsedChain(row.index()) ? DONE : FREE;
        };
    }

    /** Whether a descriptor is in a chain that stands in the used ring and was not offered again. */
    private boolean isUsedChain(int index) {
        for (Used used : shownUsed()) {
            int at = (int) used.id();
            for (int steps = 0; used.written() && at >= 0 && at < queue.size() && steps < queue.size(); steps++) {
                if (at == index) {
                    return true;
                }
                Descriptor row = queue.descriptors().get(at);
                at = (row.flags() & SplitLayout.VIRTQ_DESC_F_NEXT) == 0 ? -1 : row.next();
            }
        }
        return false;
    }

    private void drawAvailable() {
        svg.bold(AVAIL_X, 34, "available ring").note(AVAIL_X + 108, 34, Markup.address(queue.driver()));
        svg.note(AVAIL_X, 48, "idx " + queue.availIdx() + " · device at " + queue.nextAvail());
        double y = TOP;
        List<Available> slots = window(queue.available(), Math.max(queue.availIdx(), queue.nextAvail()));
        for (Available element : slots) {
            boolean written = element.slot() < queue.availIdx() || queue.availIdx() >= queue.size() || element.pending();
            svg.box(AVAIL_X, y, 56, ROW, element.pending() ? OFFERED : FREE);
            svg.text(AVAIL_X + 10, y + 16, written ? Integer.toString(element.head()) : "–");
            svg.text(AVAIL_X + 64, y + 16, element.pending() ? Rich.of("[" + element.slot() + "] ").bold("new") : Rich.empty().faint("[" + element.slot() + "]" + (written ? " taken" : "")),
                    Svg.FONT, Svg.Anchor.START);
            Double row = rowY.get(element.head());
            if (element.pending() && row != null) {
                svg.arrow(AVAIL_X + 122, y + ROW / 2.0, TABLE_X, row + ROW / 2.0, 50, Stroke.SOLID);
            }
            y += ROW;
        }
        more(AVAIL_X, y, slots.size());
    }

    private void drawUsed() {
        svg.bold(USED_X, 34, "used ring").note(USED_X + 72, 34, Markup.address(queue.deviceArea()));
        svg.note(USED_X, 48, "idx " + queue.usedIdx());
        double y = TOP;
        List<Used> slots = shownUsed();
        for (Used element : slots) {
            svg.box(USED_X, y, 150, ROW, element.written() ? DONE : FREE);
            svg.text(USED_X + 10, y + 16, element.written() ? "id %d  len %d".formatted(element.id(), element.length()) : "–");
            svg.text(USED_X + 158, y + 16, Rich.empty().faint("[" + element.slot() + "]"), Svg.FONT, Svg.Anchor.START);
            Double row = element.written() && element.id() < queue.size() ? rowY.get((int) element.id()) : null;
            boolean again = slots.subList(slots.indexOf(element) + 1, slots.size()).stream().anyMatch(later -> later.written() && later.id() == element.id());
            if (row != null && !again && queue.descriptors().get((int) element.id()).holder() == Holder.DRIVER) {
                svg.arrow(USED_X - 2, y + ROW / 2.0, TABLE_X + TABLE_WIDTH, row + ROW / 2.0 - 6, -36, Stroke.DASHED);
            }
            y += ROW;
        }
        more(USED_X, y, slots.size());
    }

    private List<Used> shownUsed() {
        return window(queue.used(), queue.usedIdx());
    }

    /** The slots that matter: the first few of a young ring, those around its index later. */
    private <T> List<T> window(List<T> slots, int idx) {
        int most = Math.min(slots.size(), Math.min(MOST_SLOTS, Math.max(4, idx + 1)));
        int last = idx < slots.size() ? Math.min(slots.size(), Math.max(most, idx + 1)) : 0;
        if (last > 0) {
            return slots.subList(last - most, last);
        }
        List<T> around = new ArrayList<>();
        for (int i = idx - most; i < idx; i++) {
            around.add(slots.get(i & slots.size() - 1));
        }
        return around;
    }

    private void more(double x, double y, int shown) {
        if (shown < queue.size()) {
            svg.note(x, y + 15, "… %s slots in all".formatted(String.format(Locale.ROOT, "%,d", queue.size())));
        }
    }
}
