package dev.cellvisor.virtio.rules;

import java.util.List;

/** Which rows of the conformance list our devices and transports answer for. */
public final class Conformance {
    /** The areas that are to be covered whole, in the order of the specification. Areas of features that nothing offers are not among them. */
    private static final List<String> AREAS = List.of("device-status", "feature-bits", "notifications", "device-reset", "config-space", "virtqueues",
            "ring-reset", "split-ring", "message-framing", "descriptor-table", "indirect-desc", "used-notif-suppression", "in-order",
            "avail-notif-suppression", "packed-ring", "shared-memory", "initialization", "suspend", "reserved-features", "mmio", "mmio-legacy",
            "blk", "console", "console-multiport", "entropy", "balloon", "balloon-stats", "balloon-free-page-hint", "balloon-page-poison",
            "balloon-page-reporting", "vsock", "net", "net-tx", "net-rx", "net-hash", "net-ctrl", "net-mq", "net-rss", "net-coalescing");

    private Conformance() {
    }

    /** The areas, e.g. {@code split-ring}. */
    public static List<String> areas() {
        return AREAS;
    }

    /** Every row of the areas that binds the device or the transport, whatever its level. */
    public static List<Rule> ours() {
        return Rules.all().stream().filter(rule -> AREAS.contains(rule.area()) && !rule.target().equals("driver")).toList();
    }

    /** Those that have to be met: MUST and MUST NOT. */
    public static List<Rule> required() {
        return ours().stream().filter(rule -> rule.level().startsWith("MUST")).toList();
    }

    /** The driver's rows that are to be broken on purpose: the device must survive, and tell by a {@link Violation} with the row's id. */
    public static List<Rule> negative() {
        return Rules.all().stream().filter(rule -> AREAS.contains(rule.area()) && rule.negative()).toList();
    }
}
