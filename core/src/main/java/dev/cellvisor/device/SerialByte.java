package dev.cellvisor.device;

import dev.cellvisor.trace.Fact;

/**
 * A byte that the guest transmitted.
 *
 * @param device the UART's name
 * @param value from 0 to 255
 */
public record SerialByte(String device, int value) implements Fact {
    @Override
    public String kind() {
        return "serial";
    }

    @Override
    public String toString() {
        return "%s transmits 0x%02x%s".formatted(device, value, value >= 0x20 && value < 0x7f ? " '" + (char) value + "'" : "");
    }
}
