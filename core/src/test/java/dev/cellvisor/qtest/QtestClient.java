package dev.cellvisor.qtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A qtest client as QEMU's tests are one: listens on two sockets, starts the server, and talks to it. */
final class QtestClient implements AutoCloseable {
    private final ServerSocketChannel qtestListener;
    private final ServerSocketChannel qmpListener;
    private final List<String> arguments;
    private SocketChannel qtest;
    private SocketChannel qmp;
    private BufferedReader answers;
    private BufferedReader messages;
    private Writer commands;
    private Writer requests;
    private AutoCloseable server;
    final List<String> interrupts = new ArrayList<>();
    final List<String> events = new ArrayList<>();

    /** Listens in a folder; {@link #arguments} is what the server must be started with. */
    QtestClient(Path folder, String... more) throws IOException {
        Path qtestPath = folder.resolve("qtest.sock");
        Path qmpPath = folder.resolve("qmp.sock");
        qtestListener = listen(qtestPath);
        qmpListener = listen(qmpPath);
        arguments = new ArrayList<>(List.of("-qtest", "unix:" + qtestPath, "-qtest-log", "/dev/null", "-chardev", "socket,path=" + qmpPath + ",id=char0",
                "-mon", "chardev=char0,mode=control", "-display", "none"));
        arguments.addAll(List.of(more));
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        java.nio.file.Files.deleteIfExists(path);
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    List<String> arguments() {
        return arguments;
    }

    /** Takes the server's connections. */
    QtestClient accept(AutoCloseable newServer) throws IOException {
        server = newServer;
        qtest = qtestListener.accept();
        qmp = qmpListener.accept();
        answers = new BufferedReader(Channels.newReader(qtest, StandardCharsets.US_ASCII));
        messages = new BufferedReader(Channels.newReader(qmp, StandardCharsets.UTF_8));
        commands = Channels.newWriter(qtest, StandardCharsets.US_ASCII);
        requests = Channels.newWriter(qmp, StandardCharsets.UTF_8);
        return this;
    }

    /** A client of our own server, in this JVM. */
    static QtestClient ours(Path folder, String... more) throws IOException {
        var client = new QtestClient(folder, more);
        client.arguments.addAll(List.of("-accel", "qtest"));
        var server = new QtestServer(client.arguments);
        server.connect();
        return client.accept(server);
    }

    /** A client of QEMU. Debian's has no qtest accelerator for this target; under TCG the CPU sleeps in a loop and stays out of the way. */
    static QtestClient qemu(Path folder, String... more) throws IOException {
        var client = new QtestClient(folder, more);
        List<String> command = new ArrayList<>(List.of("qemu-system-aarch64", "-accel", "tcg", "-nodefaults", "-serial", "none",
                "-device", "loader,addr=0x5f000000,data=0x17ffffffd503207f,data-len=8", "-device", "loader,addr=0x5f000000,cpu-num=0"));
        command.addAll(client.arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return client.accept(() -> {
            process.destroy();
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        });
    }

    /** Sends a command and takes the answer; interrupts that are told before it are kept. */
    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String answer = answers.readLine();
        while (answer != null && answer.startsWith("IRQ ")) {
            interrupts.add(answer.substring(4));
            answer = answers.readLine();
        }
        return answer;
    }

    long readl(long address) throws IOException {
        return Long.parseUnsignedLong(ask("readl 0x%x".formatted(address)).substring(5), 16);
    }

    void writel(long address, long value) throws IOException {
        String answer = ask("writel 0x%x 0x%x".formatted(address, value));
        if (!answer.equals("OK")) {
            throw new IOException(answer);
        }
    }

    byte[] read(long address, int size) throws IOException {
        return HexFormat.of().parseHex(ask("read 0x%x 0x%x".formatted(address, size)).substring(5));
    }

    void write(long address, byte... bytes) throws IOException {
        ask("write 0x%x 0x%x 0x%s".formatted(address, bytes.length, HexFormat.of().formatHex(bytes)));
    }

    /** The next QMP message that is no event. */
    Object message() throws IOException {
        while (true) {
            String line = messages.readLine();
            if (line == null) {
                throw new IOException("the monitor's socket has ended");
            }
            Object message = Json.parse(line);
            if (message instanceof java.util.Map<?, ?> map && map.get("event") instanceof String event) {
                events.add(event);
                continue;
            }
            return message;
        }
    }

    /** Sends a QMP request and takes its answer. */
    Object qmp(String request) throws IOException {
        requests.write(request + "\n");
        requests.flush();
        return message();
    }

    /** Waits for an event. */
    void event(String name) throws IOException {
        while (!events.contains(name)) {
            if (Json.parse(messages.readLine()) instanceof java.util.Map<?, ?> map && map.get("event") instanceof String event) {
                events.add(event);
            }
        }
        events.remove(name);
    }

    @Override
    public void close() throws IOException {
        try {
            if (server != null) {
                server.close();
            }
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            for (var channel : new AutoCloseable[] {qtest, qmp, qtestListener, qmpListener}) {
                try {
                    if (channel != null) {
                        channel.close();
                    }
                } catch (Exception e) {
                    // It has ended already.
                }
            }
        }
    }
}
