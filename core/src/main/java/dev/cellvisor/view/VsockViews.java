package dev.cellvisor.view;

import dev.cellvisor.virtio.vsock.VsockConnections;
import dev.cellvisor.virtio.vsock.VsockOp;
import java.util.Locale;

/** A socket device's connections as a table: how far each is, and for both directions what went, what waits, and how much room is left. */
final class VsockViews {
    private static final int BAR = 10;

    private VsockViews() {
    }

    static View of(VsockConnections connections) {
        var table = new Table("%s · guest %d · %s".formatted(connections.device(), connections.guestCid(), Markup.plural(connections.rows().size(), "connection")))
                .left("host").left("").left("guest").left("type").left("state").right("from the guest").right("unread").left("room in the host")
                .right("to the guest").right("unsent").left("room in the guest");
        for (VsockConnections.Row row : connections.rows()) {
            table.row(port(row.connection().hostPort()), row.byGuest() ? "←" : "→", port(row.connection().guestPort()),
                    row.connection().type().name().toLowerCase(Locale.ROOT), state(row), number(row.received()), number(row.unread()),
                    room(row.guestMaySend(), connections.bufferBytes()), number(row.transmitted()), number(row.unsent()), room(row.maySend(), row.guestBuffer()));
        }
        connections.listening().forEach(port -> table.note("listening on " + port));
        return View.of(table);
    }

    private static String port(int port) {
        return Integer.toUnsignedString(port);
    }

    private static String number(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }

    /** The phase, and which directions are at their end. */
    private static Rich state(VsockConnections.Row row) {
        Rich text = Rich.empty().bold(row.phase());
        if (!row.ending().isEmpty()) {
            return text.faint(" " + row.ending());
        }
        return text.faint(ends(" guest", row.guestShutdown()) + ends(" host", row.hostShutdown()));
    }

    private static String ends(String who, int shutdown) {
        return switch (shutdown & (VsockOp.SHUTDOWN_RECEIVE | VsockOp.SHUTDOWN_SEND)) {
            case 0 -> "";
            case VsockOp.SHUTDOWN_RECEIVE -> who + " receives no more";
            case VsockOp.SHUTDOWN_SEND -> who + " sends no more";
            default -> who + " has closed";
        };
    }

    private static String room(long free, long all) {
        int filled = all == 0 ? 0 : (int) Math.clamp((free * BAR + all - 1) / all, 0, BAR);
        return "█".repeat(filled) + "░".repeat(BAR - filled) + " " + number(free) + " of " + number(all);
    }
}
