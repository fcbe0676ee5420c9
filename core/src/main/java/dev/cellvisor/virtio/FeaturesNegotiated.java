package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;
import java.util.List;

/**
 * The driver set FEATURES_OK, and the device answered.
 *
 * @param device the device's name
 * @param offered by the device
 * @param accepted by the driver
 * @param names of the accepted ones
 * @param agreed whether the device agreed
 */
public record FeaturesNegotiated(String device, Features offered, Features accepted, List<String> names, boolean agreed) implements Fact {
    @Override
    public String kind() {
        return "features";
    }

    @Override
    public String toString() {
        return "%s features %s: %s".formatted(device, agreed ? "agreed" : "refused", names.isEmpty() ? "none" : String.join(" ", names));
    }
}
