package dev.cellvisor.lab;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program that runs inside a lab: each check in turn, each with its time limit, one marked line for each. */
public final class Inside {
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final int MANY_LINES = 14;
    /** Runs other checks than the lab's own. */
    static final String OTHER_CHECKS = "--checks=";

    private Inside() {
    }

    /** Writes one marked line; further lines of a text are marked as its continuation. */
    static synchronized void say(String line) {
        OUT.println(Lab.MARK + line.replace("\r", "").replace("\n", "\n" + Lab.MARK + "| "));
    }

    /** Seconds since the machine's kernel started. */
    static double uptime() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs checks and ends the JVM: 0 if none failed.
     *
     * @param arguments the class of the checks; then, if only some are wanted, pieces of their names; {@code --checks=CLASS} for other checks
     */
    public static void main(String... arguments) throws ReflectiveOperationException {
        Locale.setDefault(Locale.ROOT);
        say("java %s, main after %.2f s".formatted(Runtime.version(), uptime()));
        List<String> words = new ArrayList<>(List.of(arguments));
        String type = words.removeFirst();
        for (String word : arguments) {
            if (word.startsWith(OTHER_CHECKS)) {
                words.remove(word);
                type = word.substring(OTHER_CHECKS.length());
            }
        }
        var checks = (Checks) Class.forName(type).getDeclaredConstructor().newInstance();
        int failed = 0;
        for (Checks.Check check : checks.all()) {
            if (!words.isEmpty() && words.stream().noneMatch(check.name()::contains)) {
                continue;
            }
            failed += run(check) ? 0 : 1;
        }
        say("done");
        OUT.flush();
        Runtime.getRuntime().halt(failed == 0 ? 0 : 1); // threads that hang must not keep it
    }

    /** Whether it did not fail. A check that hangs leaves its thread behind. */
    private static boolean run(Checks.Check check) {
        say("begin " + check.name());
        long start = System.nanoTime();
        var thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                check.body().run();
            } catch (Throwable e) {
                thrown[0] = e;
            }
        }, check.name());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(check.seconds() * 1000L);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String took = " (%d ms)".formatted((System.nanoTime() - start) / 1_000_000);
        if (thread.isAlive()) {
            var at = new StringBuilder();
            for (StackTraceElement frame : thread.getStackTrace()) {
                at.append("\n  at ").append(frame);
            }
            say("FAIL " + check.name() + took + ": no end after " + check.seconds() + " s" + at);
            return false;
        }
        if (thrown[0] instanceof Checks.Skipped skipped) {
            say("skip " + check.name() + ": " + skipped.getMessage());
        } else if (thrown[0] != null) {
            var text = new StringWriter();
            thrown[0].printStackTrace(new PrintWriter(text));
            say("FAIL " + check.name() + took + ": " + String.join("\n", text.toString().lines().limit(MANY_LINES).toList()));
            return false;
        } else {
            say("pass " + check.name() + took);
        }
        return true;
    }
}
