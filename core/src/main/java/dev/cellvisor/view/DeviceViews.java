package dev.cellvisor.view;

import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.balloon.BalloonStat;
import dev.cellvisor.virtio.balloon.BalloonStats;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import java.util.List;
import java.util.Locale;

/** The host's side of devices: a balloon's sizes and statistics, a console's ports. */
final class DeviceViews {
    private DeviceViews() {
    }

    /** Sizes, and the last statistics below them. */
    static View of(BalloonDevice balloon) {
        Table table = new Table(balloon.name() + " · sizes").left("what").right("bytes").right("pages").left("said by");
        size(table, "target", balloon.targetBytes(), "the host: num_pages");
        size(table, "actual", balloon.actualBytes(), "the driver: actual");
        size(table, "inflated", balloon.inflatedBytes(), "inflateq and deflateq");
        size(table, "reported", balloon.reportedBytes(), "reporting_vq, in all");
        size(table, "hinted", balloon.hintedBytes(), "free_page_vq, this round");
        View sizes = View.of(table);
        View stats = of(balloon.stats());
        return new View(sizes.text() + "\n\n" + stats.text(), sizes.html() + stats.asHtml(), null);
    }

    private static void size(Table table, String what, long bytes, String by) {
        table.row(what, number(bytes), number(bytes / 4096), by);
    }

    /** What a guest has told of its memory. */
    static View of(BalloonStats stats) {
        Table table = new Table("statistics" + (stats.values().isEmpty() ? ": none yet" : " at tick " + stats.tick()))
                .left("statistic").right("value").left("");
        for (BalloonStat stat : BalloonStat.values()) {
            stats.get(stat).ifPresent(value -> table.row(stat.name().substring("VIRTIO_BALLOON_S_".length()), number(value),
                    stat.isBytes() ? "bytes" : "times"));
        }
        return View.of(table);
    }

    /** A row for each port. */
    static View of(ConsoleDevice console) {
        return ports(console.name() + " · ports", console.ports());
    }

    /** One port. */
    static View of(ConsolePort port) {
        return ports("", List.of(port));
    }

    private static View ports(String title, List<ConsolePort> ports) {
        Table table = new Table(title).right("port").left("name").left("kind").left("host").left("guest").right("from guest").right("to guest").right("waiting");
        for (ConsolePort port : ports) {
            table.row(port.id(), port.name(), port.isConsole() ? "console" : "generic", open(port.isOpen()), open(port.guestOpen()),
                    number(port.transmittedBytes()), number(port.receivedBytes()), number(port.waitingBytes()));
        }
        return View.of(table);
    }

    private static Rich open(boolean open) {
        return open ? Rich.empty().bold("open") : Rich.empty().faint("closed");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
