package dev.cellvisor.virtio.vsock;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Does again what the host's side of a socket device did once, by the words of the input log. */
final class VsockReplay {
    private VsockReplay() {
    }

    static void of(VsockDevice device, String detail, byte[] payload) {
        String[] words = detail.split(" ");
        try {
            switch (words[0]) {
                case "listen" -> device.listen(VsockType.valueOf(words[1]), Integer.parseUnsignedInt(words[2]));
                case "connect" -> device.request(VsockType.valueOf(words[1]), Integer.parseUnsignedInt(words[3]));
                case "transport" -> device.transportReset(Long.parseLong(words[2]));
                case "accept" -> listener(device, words[1]).poll();
                case "unlisten" -> listener(device, words[1]).close();
                case "take" -> take(device, Long.parseLong(words[1]), Integer.parseInt(words[2]));
                case "send" -> connection(device, words[1]).write(payload);
                case "message" -> connection(device, words[1]).send(words.length > 2, payload);
                case "shutdown" -> connection(device, words[1]).shutdown(Integer.parseInt(words[2]));
                case "abort" -> connection(device, words[1]).abort();
                default -> throw new UnsupportedOperationException("'%s' is nothing that a socket device did".formatted(detail));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a replay could not do '%s' again".formatted(detail), e);
        }
    }

    /** The type does not matter for what is done with it here. */
    private static VsockListener listener(VsockDevice device, String port) {
        return new VsockListener(device, VsockType.STREAM, Integer.parseUnsignedInt(port));
    }

    private static VsockConnection connection(VsockDevice device, String id) {
        Flow flow = device.flows().byId(Long.parseLong(id));
        if (flow == null) {
            throw new IllegalStateException("connection " + id + " is not there in the replay");
        }
        return new VsockConnection(device, flow);
    }

    private static void take(VsockDevice device, long id, int bytes) throws IOException {
        VsockConnection connection = connection(device, Long.toString(id));
        if (device.flows().byId(id).type() == VsockType.SEQPACKET) {
            connection.receive();
        } else if (bytes > 0) {
            connection.read(bytes);
        }
    }
}
