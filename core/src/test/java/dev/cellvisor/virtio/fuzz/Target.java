package dev.cellvisor.virtio.fuzz;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.Buffer;
import java.util.List;
import java.util.Random;

/** A kind of device to be fuzzed: how it is made, what a sane driver would send it, and what its host side can do. */
public interface Target {

    /** Its name, for figures and messages. */
    String name();

    /** A device as new. */
    VirtioDevice device();

    /** Which queues requests go to, each as often as it stands here. */
    int[] queues();

    /** A request that is mostly sane. */
    List<Buffer> request(int queue, Random random);

    /** Lets the host's side have something for a queue by which the guest receives, so that a buffer there is used. */
    default void feed(VirtioDevice device, int queue) {
    }

    /** Whether {@link #feed} comes after the buffer: what finds no buffer is lost, as on a network. */
    default boolean feedsAfter() {
        return false;
    }

    /** Whether requests themselves change guest memory elsewhere, as a balloon's do. */
    default boolean changesMemory() {
        return false;
    }

    /** Lets the host's side do something; nothing by default. What it is depends on the numbers only. */
    default void host(VirtioDevice device, int what, byte[] bytes) {
    }
}
