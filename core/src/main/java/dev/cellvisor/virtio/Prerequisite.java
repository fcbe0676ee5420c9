package dev.cellvisor.virtio;

/**
 * One feature that makes sense only with another (VIRTIO 1.4, 2.2): a device that offers the first offers the second, and a
 * driver that accepts the first accepts the second.
 *
 * @param feature the dependent one
 * @param needs what it depends on
 */
public record Prerequisite(FeatureBit feature, FeatureBit needs) {
}
