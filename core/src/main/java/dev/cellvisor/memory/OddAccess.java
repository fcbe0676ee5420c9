package dev.cellvisor.memory;

import dev.cellvisor.trace.Fact;

/**
 * The guest used a device in a way that its specification forbids or gives no meaning to; the device went on.
 *
 * @param device its name
 * @param rule where the specification says so
 * @param what happened, in words
 */
public record OddAccess(String device, String rule, String what) implements Fact {
    @Override
    public String kind() {
        return "violation";
    }

    @Override
    public String toString() {
        return "%s: %s (%s)".formatted(device, what, rule);
    }
}
