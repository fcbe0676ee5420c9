package dev.cellvisor.virtio.balloon;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The statistics that a guest has told at one time.
 *
 * @param tick when, in the VM's time
 * @param values those that it told; others it does not know
 */
public record BalloonStats(long tick, Map<BalloonStat, Long> values) {

    /** A copy that nobody changes. */
    public BalloonStats {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** One of them; empty if the guest did not tell it. */
    public OptionalLong get(BalloonStat stat) {
        Long value = values.get(stat);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @Override
    public String toString() {
        return values.isEmpty() ? "no statistics yet" : values.entrySet().stream()
                .map(entry -> "%s %,d%s".formatted(shortName(entry.getKey()), entry.getValue(), entry.getKey().isBytes() ? " B" : ""))
                .collect(Collectors.joining(", ", "at tick " + tick + ": ", ""));
    }

    private static String shortName(BalloonStat stat) {
        return stat.name().substring("VIRTIO_BALLOON_S_".length());
    }
}
