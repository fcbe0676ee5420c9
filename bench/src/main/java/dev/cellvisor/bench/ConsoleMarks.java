package dev.cellvisor.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a process said on its standard output, and when texts first stood in it. */
final class ConsoleMarks {
    private static final long PATIENCE_SECONDS = 300;
    private static final int LAST_WORDS = 400;

    private final Map<String, Long> seen = new HashMap<>();
    private String text = "";

    private ConsoleMarks() {
    }

    /**
     * Reads a process's output to its end.
     *
     * @param command its words, for a message
     * @param prompt at whose first sight something is typed, after which standard input is closed; {@code null} for nothing
     * @param answer what is typed
     * @param marks the other texts to look for
     * @throws IOException if it does not end in time
     */
    static ConsoleMarks read(Process process, List<String> command, String prompt, String answer, String... marks) throws IOException {
        var read = new ConsoleMarks();
        var console = new ByteArrayOutputStream();
        long start = System.nanoTime();
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[4096];
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                long now = System.nanoTime();
                console.write(buffer, 0, size);
                read.text = console.toString(StandardCharsets.ISO_8859_1);
                if (prompt != null && read.look(prompt, now)) {
                    try (var out = process.getOutputStream()) {
                        out.write(answer.getBytes(StandardCharsets.UTF_8));
                    }
                }
                for (String mark : marks) {
                    read.look(mark, now);
                }
                if (now - start > PATIENCE_SECONDS * 1_000_000_000L) {
                    process.destroyForcibly();
                    throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + command);
                }
            }
        }
        return read;
    }

    /** Whether it stands there for the first time. */
    private boolean look(String mark, long now) {
        return !seen.containsKey(mark) && text.contains(mark) && seen.put(mark, now) == null;
    }

    String text() {
        return text;
    }

    boolean saw(String mark) {
        return seen.containsKey(mark);
    }

    /**
     * {@link System#nanoTime} when a text first stood there.
     *
     * @throws IOException if it never did
     */
    long at(String mark) throws IOException {
        if (!saw(mark)) {
            throw new IOException("it ended before '" + mark + "'; its last words: " + text.substring(Math.max(0, text.length() - LAST_WORDS)));
        }
        return seen.get(mark);
    }
}
