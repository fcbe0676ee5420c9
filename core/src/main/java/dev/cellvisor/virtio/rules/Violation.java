package dev.cellvisor.virtio.rules;

import dev.cellvisor.trace.Fact;

/**
 * The driver broke a MUST, or gave the device something that it cannot work with. Nothing was thrown: the device did what the
 * specification says, or ignored it.
 *
 * @param device the device's name
 * @param rule the id in the conformance list; {@link Rules#get} has its words
 * @param sentence what happened, with numbers
 */
public record Violation(String device, String rule, String sentence) implements Fact {
    @Override
    public String kind() {
        return "violation";
    }

    @Override
    public String toString() {
        return device + " violation " + rule + ": " + sentence;
    }
}
