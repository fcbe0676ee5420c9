package dev.cellvisor.virtio.console;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.List;

/** Control messages that wait for the driver's buffers. A driver that asks again and again cannot make it grow. */
final class ControlQueue implements Stateful {
    private final List<ControlMessage> waiting = new ArrayList<>();
    private boolean ready;

    /** Whether the driver has said that it is ready for messages. */
    boolean ready() {
        return ready;
    }

    void ready(boolean nowReady) {
        ready = nowReady;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(ControlMessage message) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            ControlMessage before = waiting.get(i);
            if (before.port() != message.port()) {
                continue;
            }
            if (before.sameAs(message)) {
                return; // it says so already, and nothing after it says otherwise
            }
            if (before.event() == message.event() || before.event() == ControlEvent.VIRTIO_CONSOLE_DEVICE_ADD
                    || before.event() == ControlEvent.VIRTIO_CONSOLE_DEVICE_REMOVE) {
                break;
            }
        }
        waiting.add(message);
    }

    ControlMessage next() {
        return waiting.removeFirst();
    }

    void clear() {
        ready = false;
        waiting.clear();
    }

    @Override
    public State save() {
        return State.of("control-queue", 1).put("ready", ready).put("waiting", waiting.stream().map(ControlMessage::save).toList()).build();
    }

    @Override
    public void restore(State state) {
        List<ControlMessage> messages = state.expect("control-queue", 1).children("waiting").stream().map(ControlMessage::restore).toList();
        ready = state.flag("ready");
        waiting.clear();
        waiting.addAll(messages);
    }
}
