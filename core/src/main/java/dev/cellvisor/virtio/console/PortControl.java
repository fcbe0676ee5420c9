package dev.cellvisor.virtio.console;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Framing;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.nio.charset.StandardCharsets;

/** What driver and device tell each other of ports: that they are there, have a name, are open (VIRTIO 1.4, 5.3.6.2). */
final class PortControl implements Stateful {
    private final ConsoleDevice device;
    private final ControlQueue messages = new ControlQueue();

    PortControl(ConsoleDevice device) {
        this.device = device;
    }

    /** A port was added: a driver that is ready is told. */
    void plugged(ConsolePort port) {
        if (messages.ready()) {
            announce(port);
        }
    }

    void reset() {
        messages.clear();
    }

    /** A message of the driver. */
    void received(DescriptorChain chain) {
        judgeFraming(chain, "transmit");
        int id = chain.reader().readInt();
        int event = chain.reader().readShort();
        int value = chain.reader().readShort();
        if (chain.reader().overrun()) {
            return; // too short to say anything
        }
        ControlEvent known = ControlEvent.numbered(event);
        trace(true, id, known == null ? "event " + event : known.name(), value);
        if (known == ControlEvent.VIRTIO_CONSOLE_DEVICE_READY) {
            driverReady(value == 1);
            return;
        }
        if (!messages.ready()) {
            device.broke("CONM-DRV-01", "control event " + event + " before VIRTIO_CONSOLE_DEVICE_READY; ignored");
            return;
        }
        ConsolePort port = device.portAt(id);
        if (port == null || !port.announced) {
            return; // of a port that is gone: the driver may not have read of it yet
        }
        if (known == ControlEvent.VIRTIO_CONSOLE_PORT_READY && value == 1) {
            portReady(port);
        } else if (known == ControlEvent.VIRTIO_CONSOLE_PORT_OPEN) {
            guestOpened(port, value);
        }
    }

    private void judgeFraming(DescriptorChain chain, String which) {
        int descriptors = device.framesRequests() ? Framing.count(chain, 0, chain.segmentCount()) : 0;
        if (descriptors > 1) {
            device.broke("CON-DRV-04", "a control %s buffer of %d descriptors without VIRTIO_F_ANY_LAYOUT; it must be one".formatted(which, descriptors));
        }
    }

    private void driverReady(boolean success) {
        if (!success) {
            messages.clear();
            device.ports().forEach(port -> port.announced = false);
            return;
        }
        messages.ready(true);
        for (ConsolePort port : device.ports()) {
            if (port.there && !port.announced) {
                announce(port);
            }
        }
    }

    private void announce(ConsolePort port) {
        port.announced = true;
        tell(ControlMessage.of(port.id(), ControlEvent.VIRTIO_CONSOLE_DEVICE_ADD, 1));
    }

    private void portReady(ConsolePort port) {
        if (port.isConsole()) {
            port.nominated = !port.guestOpen;
            tell(ControlMessage.of(port.id(), ControlEvent.VIRTIO_CONSOLE_CONSOLE_PORT, 1));
        }
        if (!port.name().isEmpty()) {
            tell(new ControlMessage(port.id(), ControlEvent.VIRTIO_CONSOLE_PORT_NAME, 1, port.name().getBytes(StandardCharsets.UTF_8)));
        }
        if (port.columns >= 0) {
            tell(ControlMessage.size(port.id(), port.columns, port.rows));
        }
        if (port.hostOpen) {
            tell(ControlMessage.of(port.id(), ControlEvent.VIRTIO_CONSOLE_PORT_OPEN, 1));
        }
    }

    private void guestOpened(ConsolePort port, int value) {
        if (port.nominated && value != 1) {
            device.broke("CONM-DRV-04", "port " + port.id() + " was named a console, and is answered with PORT_OPEN " + value);
        }
        port.nominated = false;
        boolean before = port.guestOpen;
        port.guestOpen = value == 1;
        if (port.guestOpen) {
            device.deliver(port);
        } else if (before) {
            port.endStreams();
        }
    }

    /** Tells the driver something, as soon as it has a buffer for it. */
    void tell(ControlMessage message) {
        messages.add(message);
        send();
    }

    /** Moves messages into the buffers of the control receive queue, as far as there are any. */
    void send() {
        Virtqueue receive = device.usable(ConsoleDevice.CONTROL_RECEIVEQ);
        if (receive == null) {
            return;
        }
        receive.wantNotifications(!messages.isEmpty());
        while (!messages.isEmpty()) {
            DescriptorChain chain = receive.poll();
            if (chain == null) {
                return;
            }
            device.judgeReceiveBuffer(chain);
            judgeFraming(chain, "receive");
            // A buffer without room for a message goes back empty, and the message waits for the next.
            if (chain.writableBytes() >= ControlMessage.BYTES) {
                ControlMessage message = messages.next();
                message.writeTo(chain.writer());
                trace(false, message.port(), message.event().name(), message.value());
            }
            device.giveBack(ConsoleDevice.CONTROL_RECEIVEQ, chain);
        }
        receive.wantNotifications(false);
    }

    private void trace(boolean fromDriver, int port, String event, int value) {
        if (device.trace().on()) {
            device.trace().emit(new ConsoleControl(device.name(), fromDriver, port, event, value));
        }
    }

    @Override
    public State save() {
        return messages.save();
    }

    @Override
    public void restore(State state) {
        messages.restore(state);
    }
}
