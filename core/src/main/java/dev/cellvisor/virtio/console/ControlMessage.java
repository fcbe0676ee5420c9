package dev.cellvisor.virtio.console;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.queue.ChainWriter;
import java.util.Arrays;

/**
 * One control message from the device (VIRTIO 1.4, 5.3.6.2): {le32 id, le16 event, le16 value}, and what follows it.
 *
 * @param port the port's number
 * @param event what it says
 * @param value its number
 * @param rest what follows
 */
record ControlMessage(int port, ControlEvent event, int value, byte[] rest) {
    /** Without what follows. */
    static final int BYTES = 8;
    private static final byte[] NOTHING = {};

    static ControlMessage of(int port, ControlEvent event, int value) {
        return new ControlMessage(port, event, value, NOTHING);
    }

    static ControlMessage size(int port, int columns, int rows) {
        return new ControlMessage(port, ControlEvent.VIRTIO_CONSOLE_RESIZE, 0,
                new byte[] {(byte) columns, (byte) (columns >> 8), (byte) rows, (byte) (rows >> 8)});
    }

    /** What follows is cut where the buffer ends. */
    void writeTo(ChainWriter writer) {
        writer.writeInt(port);
        writer.writeShort(event.number());
        writer.writeShort(value);
        writer.write(rest);
    }

    boolean sameAs(ControlMessage other) {
        return port == other.port && event == other.event && value == other.value && Arrays.equals(rest, other.rest);
    }

    State save() {
        return State.of("console-control", 1).put("port", port).put("event", event.number()).put("value", value).put("rest", rest).build();
    }

    static ControlMessage restore(State state) {
        state.expect("console-control", 1);
        return new ControlMessage(state.integer("port"), ControlEvent.numbered(state.integer("event")), state.integer("value"), state.bytes("rest"));
    }
}
