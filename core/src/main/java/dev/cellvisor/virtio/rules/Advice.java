package dev.cellvisor.virtio.rules;

import dev.cellvisor.trace.Fact;

/**
 * The driver went against a SHOULD: allowed, but not good.
 *
 * @param device the device's name
 * @param rule the id in the conformance list; {@link Rules#get} has its words
 * @param sentence what happened, with numbers
 */
public record Advice(String device, String rule, String sentence) implements Fact {
    @Override
    public String kind() {
        return "advice";
    }

    @Override
    public String toString() {
        return device + " advice " + rule + ": " + sentence;
    }
}
