package dev.cellvisor.gdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The packets of GDB's remote serial protocol (GDB manual, appendix E): {@code $data#sum}, acknowledged by {@code +} until both agree not to. A byte 3
 * between packets is the user's interruption. Data are Latin-1, a char for each byte.
 */
final class Packets {
    private static final String END = "";
    private static final int INTERRUPT = 3;

    private final OutputStream out;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile boolean acknowledges = true;
    private volatile Runnable onInterrupt = () -> { };

    /** Reads on a thread of its own, so that an interruption is seen while the VM runs. */
    Packets(InputStream in, OutputStream out) {
        this.out = out;
        Thread.ofPlatform().daemon().name("gdb packets").start(() -> read(in));
    }

    void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    void acknowledge(boolean on) {
        acknowledges = on;
    }

    /** The next packet; {@code null} when the other side is gone. */
    String next() throws InterruptedException {
        String packet = received.take();
        return packet.equals(END) ? null : packet.substring(1);
    }

    private void read(InputStream in) {
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == INTERRUPT) {
                    onInterrupt.run();
                } else if (c == '$') {
                    readPacket(in);
                }
            }
        } catch (IOException e) {
            // the other side is gone, which is what the end says
        }
        onInterrupt.run();
        received.add(END);
    }

    private void readPacket(InputStream in) throws IOException {
        var data = new ByteArrayOutputStream();
        int sum = 0;
        for (int c = in.read(); c != '#'; c = in.read()) {
            if (c < 0) {
                throw new IOException("cut off");
            }
            sum += c;
            if (c == '}') { // escaped
                int escaped = in.read();
                sum += escaped;
                c = escaped ^ 0x20;
            }
            data.write(c);
        }
        int told = Integer.parseInt("" + (char) in.read() + (char) in.read(), 16);
        boolean good = (sum & 0xff) == told;
        if (acknowledges) {
            write(good ? "+" : "-");
        }
        if (good) {
            received.add("$" + data.toString(StandardCharsets.ISO_8859_1));
        }
    }

    void send(String data) throws IOException {
        var escaped = new StringBuilder();
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c == '$' || c == '#' || c == '}' || c == '*') {
                escaped.append('}').append((char) (c ^ 0x20));
            } else {
                escaped.append(c);
            }
        }
        int sum = escaped.chars().sum() & 0xff;
        write("$" + escaped + "#%02x".formatted(sum));
    }

    private void write(String text) throws IOException {
        synchronized (out) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
