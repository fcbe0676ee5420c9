package dev.cellvisor.view;

import dev.cellvisor.net.Capture;
import dev.cellvisor.net.Captured;
import dev.cellvisor.net.PacketSummary;
import dev.cellvisor.virtio.net.NetworkDevice;
import java.util.Locale;

/** A capture as a packet table; a network device in a few lines. */
final class NetViews {
    private static final int MOST_ROWS = 200;

    private NetViews() {
    }

    static View of(Capture capture) {
        Table table = new Table("capture, %,d %s".formatted(capture.size(), capture.size() == 1 ? "frame" : "frames")).right("").right("time s").left("at").left("from").left("to").left("protocol").right("bytes")
                .wide("info");
        int number = 0;
        for (Captured frame : capture.frames()) {
            number++;
            if (number > MOST_ROWS) {
                table.note("%,d more; save(Path) writes all of them for Wireshark".formatted(capture.size() - MOST_ROWS));
                break;
            }
            PacketSummary summary = frame.summary();
            table.row(number, String.format(Locale.ROOT, "%.6f", frame.nanos() / 1e9), frame.port(), summary.from(), summary.to(),
                    Rich.empty().bold(summary.protocol()), frame.bytes().length, summary.info());
        }
        return View.of(table);
    }

    static View of(NetworkDevice device) {
        Table table = new Table(device.toString()).left("").wide("");
        table.row("now", device.describe());
        table.row("options", device.options());
        table.row("cable", device.backend());
        table.row("counts", device.counts());
        return View.of(table);
    }
}
