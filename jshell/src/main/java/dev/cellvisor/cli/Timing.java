package dev.cellvisor.cli;

import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When a boot reached its first kernel line, init and the prompt: seconds since the process was started, and instructions. */
final class Timing {
    /** proc(5): field 22 of a process's stat, counted from the one behind the name. */
    private static final int START_TIME = 19;
    private static final double TICKS_A_SECOND = 100;

    private final Vm vm;
    private final long startNanos;
    private final double secondsBefore;
    private final String initLine;
    private final StringBuilder line = new StringBuilder();
    /** Made text of at the end: the JVM takes 20 ms to format its first number. */
    private final List<Mark> marks = new ArrayList<>();
    private boolean kernelSeen;
    private boolean initSeen;
    private boolean promptSeen;

    private record Mark(String what, double seconds, long instructions) {
    }

    /**
     * @param initLine what init's first line begins with
     */
    Timing(Vm vm, String initLine) {
        this.vm = vm;
        this.initLine = initLine;
        secondsBefore = secondsSinceStart();
        startNanos = System.nanoTime();
        vm.console().listen(this::put);
    }

    /** The launcher may say when it was called; otherwise the operating system knows when this process began. */
    private static double secondsSinceStart() {
        String started = System.getenv("CELLVISOR_START_MS");
        Instant now = Instant.now();
        if (started != null && !started.isEmpty()) {
            return (now.toEpochMilli() - Long.parseLong(started)) / 1e3;
        }
        double uptime = sinceStartByUptime();
        return uptime >= 0 ? uptime : (now.toEpochMilli() - ProcessHandle.current().info().startInstant().orElse(now).toEpochMilli()) / 1e3;
    }

    /**
     * Both ends by Linux's clock since the host's start, to 10 ms; -1 if it does not tell. The start as an {@link Instant} is off by how far the wall clock was
     * set since then, which was half a second here.
     */
    private static double sinceStartByUptime() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String uptime = Files.readString(Path.of("/proc/uptime"));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) - Long.parseLong(behindName[START_TIME]) / TICKS_A_SECOND;
        } catch (IOException | RuntimeException e) {
            return -1; // another system, or another /proc
        }
    }

    private void put(int value) {
        if (initSeen) {
            return;
        }
        if (value != '\n') {
            line.append((char) value);
            return;
        }
        if (!kernelSeen) {
            kernelSeen = true;
            mark("FirstKernelLine");
        }
        if (line.indexOf(initLine) >= 0) {
            initSeen = true;
            mark("Init");
        }
        line.setLength(0);
    }

    /** The first instruction is next. */
    void begin() {
        mark("FirstInstruction");
    }

    /** The prompt is there. */
    void prompt() {
        if (!promptSeen) {
            promptSeen = true;
            mark("Prompt");
        }
    }

    private void mark(String what) {
        marks.add(new Mark(what, secondsBefore + (System.nanoTime() - startNanos) / 1e9, instructions()));
    }

    /** One line of JSON. */
    String json() {
        var json = new StringBuilder("{");
        for (Mark mark : marks) {
            json.append(String.format(Locale.ROOT, "\"startTo%sSeconds\":%.3f,\"instructionsTo%s\":%d,", mark.what, mark.seconds, mark.what, mark.instructions));
        }
        return json + String.format(Locale.ROOT, "\"startToEndSeconds\":%.3f,\"instructions\":%d,\"guestSeconds\":%.6f}",
                secondsBefore + (System.nanoTime() - startNanos) / 1e9, instructions(), vm.clock().ticks() * 16e-9);
    }

    private long instructions() {
        return vm.countsInstructions() ? vm.clock().instructions() : -1;
    }
}
