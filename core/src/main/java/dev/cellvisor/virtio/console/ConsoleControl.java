package dev.cellvisor.virtio.console;

import dev.cellvisor.trace.Fact;

/**
 * A control message went over a multiport console's control queues.
 *
 * @param device the device's name
 * @param fromDriver who sent it
 * @param port the port that it is about
 * @param event what it says, or its number if there is no such event
 * @param value its number
 */
public record ConsoleControl(String device, boolean fromDriver, int port, String event, int value) implements Fact {
    @Override
    public String kind() {
        return "console";
    }

    @Override
    public String toString() {
        return "%s %s port %d %s %d".formatted(device, fromDriver ? "from driver:" : "to driver:", port, event, value);
    }
}
