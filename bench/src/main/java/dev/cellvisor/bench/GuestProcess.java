package dev.cellvisor.bench;

import java.io.IOException;
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
        ConsoleMarks console = ConsoleMarks.read(process, command, prompt, answer);
        double seconds = (System.nanoTime() - start) / 1e9;
        process.waitFor(10, TimeUnit.SECONDS);
        double toPrompt = (console.at(prompt) - start) / 1e9;
        Matcher times = TIMES.matcher(console.text());
        if (!times.find()) {
            throw new IOException("its processor time is missing: " + command);
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
        ConsoleMarks console = ConsoleMarks.read(process, command, prompt, commands, first, last);
        process.waitFor(10, TimeUnit.SECONDS);
        return (console.at(last) - console.at(first)) / 1e9;
    }
}
