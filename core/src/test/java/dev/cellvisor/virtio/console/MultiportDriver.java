package dev.cellvisor.virtio.console;

import static dev.cellvisor.virtio.console.ConsoleDevice.CONTROL_RECEIVEQ;
import static dev.cellvisor.virtio.console.ConsoleDevice.CONTROL_TRANSMITQ;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.driver.Completion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A driver of a multiport console, by hand: sends control messages, and reads those of the device as one line each. */
final class MultiportDriver {
    static final FeatureBit[] FEATURES = {ConsoleFeature.VIRTIO_CONSOLE_F_SIZE, ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT};
    private static final int BUFFERS = 32;

    final Rig rig;

    /** With buffers for control messages. */
    MultiportDriver(ConsoleDevice console) {
        this(console, BUFFERS);
    }

    /** With so many buffers for control messages; those that are read are offered again. */
    MultiportDriver(ConsoleDevice console, int buffers) {
        rig = Rig.started(console, FEATURES);
        for (int i = 0; i < buffers; i++) {
            offerControlBuffer(64);
        }
    }

    static byte[] message(int id, int event, int value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(id).putShort((short) event).putShort((short) value).array();
    }

    MultiportDriver tell(int id, ControlEvent event, int value) {
        rig.driver.queue(CONTROL_TRANSMITQ).send(message(id, event.number(), value));
        return this;
    }

    /** DEVICE_READY, and PORT_READY and PORT_OPEN for each of these ports; what the device says meanwhile is read and dropped. */
    MultiportDriver ready(int... ids) {
        tell(0, ControlEvent.VIRTIO_CONSOLE_DEVICE_READY, 1);
        for (int id : ids) {
            tell(id, ControlEvent.VIRTIO_CONSOLE_PORT_READY, 1);
            tell(id, ControlEvent.VIRTIO_CONSOLE_PORT_OPEN, 1);
        }
        heard();
        return this;
    }

    void offerControlBuffer(int sizeBytes) {
        rig.driver.queue(CONTROL_RECEIVEQ).submit(writable(sizeBytes));
        rig.driver.queue(CONTROL_RECEIVEQ).notifyDevice();
    }

    /** What the device has said since this was asked last: {@code "1 ADD"}, {@code "1 NAME agent"}, {@code "0 OPEN 1"}. */
    List<String> heard() {
        List<String> lines = new ArrayList<>();
        for (Completion done = next(); done != null; done = next()) {
            lines.add(line(Arrays.copyOf(done.answer(0), (int) done.length())));
            offerControlBuffer(64);
        }
        return lines;
    }

    Completion next() {
        return rig.driver.queue(CONTROL_RECEIVEQ).completed();
    }

    static String line(byte[] bytes) {
        ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int id = message.getInt();
        int event = message.getShort();
        int value = message.getShort();
        byte[] rest = Arrays.copyOfRange(bytes, 8, bytes.length);
        return id + " " + switch (event) {
            case 1 -> "ADD";
            case 2 -> "REMOVE";
            case 4 -> "CONSOLE";
            case 5 -> "RESIZE " + message.getShort(8) + "x" + message.getShort(10);
            case 6 -> "OPEN " + value;
            case 7 -> "NAME " + new String(rest, StandardCharsets.UTF_8);
            default -> "event " + event;
        } + (event != 5 && event != 7 && rest.length > 0 ? " and " + rest.length + " bytes" : "");
    }

    /** The guest's side of a port sends. */
    void transmit(int id, String text) {
        rig.driver.queue(id == 0 ? 1 : 2 * id + 3).send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The guest's side of a port offers a buffer; what it holds then, or {@code null} if it is not used. */
    String receive(int id, int sizeBytes) {
        var queue = rig.driver.queue(id == 0 ? 0 : 2 * id + 2);
        queue.submit(writable(sizeBytes));
        queue.notifyDevice();
        Completion done = queue.completed();
        return done == null ? null : new String(done.answer(0), 0, (int) done.length(), StandardCharsets.UTF_8);
    }
}
