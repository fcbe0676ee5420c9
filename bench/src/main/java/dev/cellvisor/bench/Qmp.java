package dev.cellvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A QEMU's machine protocol: commands, and jobs that are waited for. */
final class Qmp implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 10_000;

    private final SocketChannel channel;
    private final BufferedReader in;
    private int jobs;

    /** Connects to a QEMU that was started with {@code -qmp unix:PATH,server=on,wait=off}. */
    Qmp(Path socket) throws IOException, InterruptedException {
        for (int waited = 0; !Files.exists(socket); waited += 10) {
            if (waited > PATIENCE_MILLIS) {
                throw new IOException("QEMU has made no " + socket);
            }
            Thread.sleep(10);
        }
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        next(); // its greeting
        execute("{'execute': 'qmp_capabilities'}");
    }

    private JsonNode next() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("QEMU has hung up");
        }
        return JSON.readTree(line);
    }

    private void send(String command) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((command.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Executes a command, written with {@code '} for quotation marks. */
    JsonNode execute(String command) throws IOException {
        send(command);
        while (true) {
            JsonNode answer = next();
            if (answer.has("error")) {
                throw new IOException("QEMU: %s for %s".formatted(answer.path("error").path("desc").asText(), command));
            }
            if (answer.has("return")) {
                return answer.get("return");
            }
        }
    }

    /** Executes a command that begins a job, and waits for its end; seconds from sending it to that. {@code arguments} without the job's name. */
    double job(String command, String arguments) throws IOException {
        String id = "job" + jobs++;
        long start = System.nanoTime();
        send("{'execute': '%s', 'arguments': {'job-id': '%s', %s}}".formatted(command, id, arguments));
        JsonNode event;
        do {
            event = next();
            if (event.has("error")) {
                throw new IOException("QEMU: %s for %s %s".formatted(event.path("error").path("desc").asText(), command, arguments));
            }
        } while (!event.path("event").asText().equals("JOB_STATUS_CHANGE") || !event.path("data").path("status").asText().equals("concluded"));
        double seconds = (System.nanoTime() - start) / 1e9;
        for (JsonNode job : execute("{'execute': 'query-jobs'}")) {
            if (job.has("error")) {
                throw new IOException("QEMU: %s for %s %s".formatted(job.path("error").asText(), command, arguments));
            }
        }
        execute("{'execute': 'job-dismiss', 'arguments': {'id': '%s'}}".formatted(id));
        return seconds;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
