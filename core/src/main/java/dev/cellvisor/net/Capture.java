package dev.cellvisor.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Frames that went by, kept in memory. A tap of a device, a switch or a LAN:
 *
 * <pre>{@code
 * var capture = new Capture();
 * lan.tap(capture);
 * a.shell("ping -c 1 10.0.0.2");
 * capture                                     // a table in a notebook
 * capture.save(Path.of("ping.pcapng"));
 * }</pre>
 *
 * <p>What a guest left for others to do is done on the copy that is kept: large packets are cut, checksums complete.
 */
public final class Capture implements PacketTap {
    /** Nanoseconds of a tick. */
    static final long TICK_NANOS = 16;

    private final List<Captured> frames = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void packet(long tick, String port, boolean fromGuest, Packet packet) {
        Segmenter.adapt(packet, Offloads.NONE).forEach(piece -> frames.add(new Captured(tick * TICK_NANOS, port, fromGuest, piece.bytes())));
    }

    /** The frames so far, in order. */
    public List<Captured> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** How many frames there are. */
    public int size() {
        return frames.size();
    }

    /** Forgets all. */
    public void clear() {
        frames.clear();
    }

    /** Writes a file that Wireshark and tshark read. */
    public void save(Path file) throws IOException {
        try (var writer = new PcapngWriter(Files.newOutputStream(file))) {
            for (Captured frame : frames()) {
                writer.write(frame);
            }
        }
    }

    /**
     * Reads a pcapng file.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static Capture read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var capture = new Capture();
            capture.frames.addAll(PcapngReader.read(in.readAllBytes()));
            return capture;
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        int number = 1;
        for (Captured frame : frames()) {
            PacketSummary summary = frame.summary();
            text.append("%4d %12.6f  %-17s → %-17s  %-6s %5d  %s%n".formatted(number++, frame.nanos() / 1e9, summary.from(), summary.to(),
                    summary.protocol(), frame.bytes().length, summary.info()));
        }
        return text.isEmpty() ? "no frames" : text.toString().stripTrailing();
    }
}
