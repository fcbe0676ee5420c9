package dev.cellvisor.qtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Serves one qtest client: makes the machine of its command line, connects to its two sockets, qtest's first, and does what comes in
 * on either, one command at a time. SIGTERM, the command {@code quit} and the end of both sockets end it with status 0.
 */
public final class QtestServer implements AutoCloseable {
    private final CommandLine line;
    private final Machine machine;
    private final CountDownLatch ended = new CountDownLatch(1);
    private SocketChannel qtest;
    private SocketChannel monitor;
    private PrintStream log;

    /**
     * A server for a command line.
     *
     * @param arguments as a client passes them to {@code qemu-system-arm}
     * @throws IllegalArgumentException if an argument is not known, naming it
     * @throws UncheckedIOException if a disk or the log cannot be opened
     */
    public QtestServer(List<String> arguments) {
        line = CommandLine.parse(arguments);
        try {
            machine = new Machine(line);
            log = line.qtestLog() == null ? null : new PrintStream(Files.newOutputStream(Path.of(line.qtestLog())), true, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("-qtest-log or -drive: " + e.getMessage() + " cannot be opened", e);
        }
    }

    /**
     * Runs a server as a command does, until it is told to end.
     *
     * @return the exit status
     */
    public static int run(List<String> arguments) {
        try (var server = new QtestServer(arguments)) {
            // An orderly end is what a client expects of SIGTERM; the JVM alone would end with 143.
            var onSigterm = new Thread(() -> Runtime.getRuntime().halt(0));
            Runtime.getRuntime().addShutdownHook(onSigterm);
            try {
                server.connect();
                server.await();
            } finally {
                Runtime.getRuntime().removeShutdownHook(onSigterm);
            }
        } catch (IllegalStateException e) {
            // The hook cannot be taken back: SIGTERM has come, and the hook ends the JVM.
            if (!e.getMessage().contains("Shutdown in progress")) {
                throw e;
            }
        }
        return 0;
    }

    /**
     * Connects to the client's sockets and serves them from threads of its own.
     *
     * @throws UncheckedIOException if nobody listens there
     */
    public void connect() {
        qtest = connect(line.qtestPath());
        monitor = line.monitorPath() == null ? null : connect(line.monitorPath());
        Consumer<String> qtestOut = text -> {
            send(qtest, text + "\n");
            log("[S] " + text);
        };
        var protocol = new QtestProtocol(machine.vm(), qtestOut);
        var left = new CountDownLatch(monitor == null ? 1 : 2);
        serve("qtest", qtest, command -> {
            log("[R] " + command);
            protocol.command(command);
        }, left);
        if (monitor != null) {
            var qmp = new Qmp(machine, text -> send(monitor, text + "\r\n"), ended::countDown);
            synchronized (machine) {
                qmp.greet();
            }
            serve("qmp", monitor, qmp::command, left);
        }
        Thread.ofVirtual().start(() -> {
            try {
                left.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.countDown();
        });
    }

    /** Waits until the server is told to end, or both sockets have ended. */
    public void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SocketChannel connect(String path) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(path));
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens at the socket " + path + ": " + e.getMessage(), e);
        }
    }

    private void serve(String name, SocketChannel channel, Consumer<String> commands, CountDownLatch left) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try (var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
                for (String command = in.readLine(); command != null; command = in.readLine()) {
                    if (!command.isBlank()) {
                        synchronized (machine) {
                            commands.accept(command);
                            machine.settle();
                        }
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // The client is gone.
            } finally {
                left.countDown();
            }
        });
    }

    private static void send(SocketChannel channel, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void log(String text) {
        if (log != null) {
            log.println(text);
        }
    }

    @Override
    public void close() {
        try {
            if (qtest != null) {
                qtest.close();
            }
            if (monitor != null) {
                monitor.close();
            }
        } catch (IOException e) {
            // The client is gone.
        }
        synchronized (machine) {
            machine.close();
        }
        if (log != null) {
            log.close();
        }
    }
}
