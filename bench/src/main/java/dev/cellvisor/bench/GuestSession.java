package dev.cellvisor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A guest of another program that stays up, with its serial console on standard input and output. */
final class GuestSession implements AutoCloseable {
    private static final String DONE = "\nDONE ";

    private final Process process;
    private final InputStream in;
    private final String prompt;
    private final StringBuilder seen = new StringBuilder();

    /** Starts the command, and waits for the prompt. */
    GuestSession(List<String> command, String prompt) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        in = process.getInputStream();
        this.prompt = prompt;
        until(prompt);
    }

    /**
     * Runs a shell command in the guest.
     *
     * @return the host's seconds from typing it to the end of it
     * @throws IOException if the guest is gone, or the command ends with another status than 0
     */
    double seconds(String command) throws IOException {
        seen.setLength(0);
        long start = System.nanoTime();
        // Written so that the echo of this line does not hold what is waited for.
        process.getOutputStream().write((command + "; echo DO''NE $?\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        until(DONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        until(prompt);
        if (!seen.substring(seen.indexOf(DONE) + DONE.length()).startsWith("0")) {
            throw new IOException("'" + command + "' went wrong: " + seen);
        }
        return seconds;
    }

    /** The CPU time that the program has taken so far. */
    double cpuSeconds() {
        return BlockBench.cpuSeconds(process.toHandle());
    }

    private void until(String text) throws IOException {
        byte[] buffer = new byte[4096];
        while (seen.indexOf(text) < 0) {
            int size = in.read(buffer);
            if (size < 0) {
                throw new IOException("the guest ended; its last words: " + seen.substring(Math.max(0, seen.length() - 400)));
            }
            seen.append(new String(buffer, 0, size, StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
