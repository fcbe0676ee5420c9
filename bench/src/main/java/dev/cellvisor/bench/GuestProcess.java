package dev.cellvisor.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that boots a guest with its console on standard output, timed from outside: wall seconds until a text appears, wall seconds to
 * the end, and the CPU seconds of the whole process tree as the shell's {@code times} tells them.
 */
record GuestProcess(double secondsToPrompt, double seconds, double cpuSeconds) {
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");
    private static final long PATIENCE_SECONDS = 300;

    /**
     * Runs a command until it ends.
     *
     * @param command words
     * @param prompt what to wait for
     * @param answer what is typed then; standard input is closed after it
     * @throws IOException if it ends before the prompt, or not at all
     */
    static GuestProcess run(List<String> command, String prompt, String answer) throws IOException, InterruptedException {
        // The shell's second line of `times` is that of its children.
        var builder = new ProcessBuilder("sh", "-c", "\"$@\"; echo; times", "sh");
        builder.command().addAll(command);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        Process process = builder.start();
        var console = new ByteArrayOutputStream();
        double toPrompt = -1;
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[4096];
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                console.write(buffer, 0, size);
                if (toPrompt < 0 && console.toString(StandardCharsets.ISO_8859_1).contains(prompt)) {
                    toPrompt = (System.nanoTime() - start) / 1e9;
                    try (var out = process.getOutputStream()) {
                        out.write(answer.getBytes(StandardCharsets.UTF_8));
                    }
                }
                if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
                    process.destroyForcibly();
                    throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + command);
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        process.waitFor(10, TimeUnit.SECONDS);
        String text = console.toString(StandardCharsets.ISO_8859_1);
        Matcher times = TIMES.matcher(text);
        if (toPrompt < 0 || !times.find()) {
            throw new IOException("it ended before '" + prompt + "'; its last words: " + text.substring(Math.max(0, text.length() - 400)));
        }
        double cpu = Integer.parseInt(times.group(1)) * 60 + Double.parseDouble(times.group(2))
                + Integer.parseInt(times.group(3)) * 60 + Double.parseDouble(times.group(4));
        return new GuestProcess(toPrompt, seconds, cpu);
    }

    /**
     * Boots a guest, types commands at its prompt, and takes the time between two texts on its console.
     *
     * @param command words; the console is on standard input and output
     * @return seconds, taken here
     * @throws IOException if it ends before the second text, or not at all
     */
    static double between(List<String> command, String prompt, String commands, String first, String last) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var console = new ByteArrayOutputStream();
        long start = System.nanoTime();
        long begun = 0;
        long ended = 0;
        boolean typed = false;
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[4096];
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                long now = System.nanoTime();
                console.write(buffer, 0, size);
                String text = console.toString(StandardCharsets.ISO_8859_1);
                if (!typed && text.contains(prompt)) {
                    typed = true;
                    try (var out = process.getOutputStream()) {
                        out.write(commands.getBytes(StandardCharsets.UTF_8));
                    }
                }
                begun = begun == 0 && text.contains(first) ? now : begun;
                ended = ended == 0 && text.contains(last) ? now : ended;
                if (now - start > PATIENCE_SECONDS * 1_000_000_000L) {
                    process.destroyForcibly();
                    throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + command);
                }
            }
        }
        process.waitFor(10, TimeUnit.SECONDS);
        if (begun == 0 || ended == 0) {
            String text = console.toString(StandardCharsets.ISO_8859_1);
            throw new IOException("it ended before '" + last + "'; its last words: " + text.substring(Math.max(0, text.length() - 400)));
        }
        return (ended - begun) / 1e9;
    }
}
