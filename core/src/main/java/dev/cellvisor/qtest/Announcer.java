package dev.cellvisor.qtest;

import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.net.NetworkDevice;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@code announce-self}: a RARP of each network device, at once and again in the host's time, until the rounds are over or said to be. */
final class Announcer {
    private static final int FRAME_BYTES = 60;
    private static final int ETHERTYPE_RARP = 0x8035;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("announce").factory());
    private final Map<String, ScheduledFuture<?>> running = new HashMap<>();
    private final List<NetworkDevice> devices;
    private final Consumer<Runnable> door;

    Announcer(List<NetworkDevice> devices, Consumer<Runnable> door) {
        this.devices = devices;
        this.door = door;
    }

    /**
     * Begins, in place of what the same id began before.
     *
     * @param id whose rounds these are
     * @param rounds how many frames; none ends it
     * @param initialMillis until the second frame
     * @param stepMillis how much longer each time
     * @param maxMillis at most
     */
    void announce(String id, long rounds, long initialMillis, long stepMillis, long maxMillis) {
        ScheduledFuture<?> before = running.remove(id);
        if (before != null) {
            before.cancel(false);
        }
        if (rounds > 0) {
            send();
            again(id, rounds - 1, Math.max(1, initialMillis), stepMillis, Math.max(1, maxMillis));
        }
    }

    private void again(String id, long rounds, long delay, long step, long max) {
        if (rounds > 0) {
            running.put(id, timer.schedule(() -> door.accept(() -> {
                if (running.containsKey(id)) {
                    send();
                    again(id, rounds - 1, Math.min(max, delay + step), step, max);
                }
            }), delay, TimeUnit.MILLISECONDS));
        }
    }

    private void send() {
        for (NetworkDevice device : devices) {
            byte[] mac = java.util.HexFormat.ofDelimiter(":").parseHex(device.mac());
            device.backend().send(Packet.of(rarp(mac)), 0);
        }
    }

    /** "I have this address, what is mine?" (RFC 903): switches learn from it where the address is. */
    private static byte[] rarp(byte[] mac) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
        frame.put(new byte[] {-1, -1, -1, -1, -1, -1}).put(mac).putShort((short) ETHERTYPE_RARP);
        frame.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4).putShort((short) 3);
        frame.put(mac).putInt(0).put(mac).putInt(0);
        return frame.array();
    }
}
