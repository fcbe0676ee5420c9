package dev.cellvisor.virtio.queue;

import dev.cellvisor.trace.Trace;

/** Whom a queue tells what it finds: the device state that holds it. */
public interface QueueOwner {

    /** The device's name, for facts. */
    String name();

    /** Where facts go. */
    Trace trace();

    /** The driver broke a rule, and the queue goes on. */
    void violation(String rule, String sentence);

    /** The driver broke a rule so that the queue cannot go on: the device needs a reset. */
    void needsReset(String rule, String sentence);
}
