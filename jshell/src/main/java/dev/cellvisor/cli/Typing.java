package dev.cellvisor.cli;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Types standard input to a guest when nobody is at a terminal, a line at a time: the next one when the prompt is there, or when the
 * guest has said nothing for a second of its own time, because then a program may be reading. So what happens depends on the
 * bytes only, not on when they arrive. At the end of the input the guest is switched off.
 */
final class Typing {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final String END_OF_FILE = "\004";
    private static final int MOST_TRIES = 100;

    private final Vm vm;
    private final Timing timing;
    private final Condition limits;
    private final String login;
    private final boolean taken;
    private final Runnable ready;
    private RunResult last;

    /**
     * @param login what the console says when root can log in, which is done then; {@code null} where a shell is there at once
     * @param taken whether the guest is there already; what it has said on the way is shown
     * @param ready called when it comes there
     */
    Typing(Vm vm, Timing timing, Condition limits, String login, boolean taken, Runnable ready) {
        this.login = login;
        this.taken = taken;
        this.ready = ready;
        this.vm = vm;
        this.timing = timing;
        this.limits = limits;
    }

    int run(InputStream input) {
        var output = new ConsoleOutput();
        try (var listening = vm.console().listen(output::put)) {
            if (taken) {
                output.put(vm.console().bytes());
            } else {
                last = vm.runUntil(Condition.console(login == null ? vm.prompt() : login).or(limits));
                if (running()) {
                    ready.run();
                }
            }
            if (login != null && running()) {
                output.flush();
                vm.type("root\n");
                last = vm.runUntil(Condition.console(vm.prompt()).or(limits));
            }
            if (timing != null && running()) {
                timing.prompt();
            }
            output.flush(); // whoever types next sees the prompt first
            var lines = new BufferedInputStream(input);
            for (byte[] line = readLine(lines); line.length > 0 && running(); line = readLine(lines)) {
                vm.type(line);
                waitForPrompt();
                output.flush();
            }
            for (int tries = 0; running() && tries < MOST_TRIES; tries++) {
                if (atPrompt()) {
                    vm.type("poweroff -f\n");
                } else {
                    vm.type(END_OF_FILE.getBytes());
                }
                waitForPrompt();
            }
            return status();
        } finally {
            output.flush();
        }
    }

    private boolean running() {
        return last == null || !(last.exit() instanceof Exit.PowerOff || last.exit() instanceof Exit.Reset || last.exit() instanceof Exit.Stuck);
    }

    private boolean atPrompt() {
        return vm.console().text().endsWith(vm.prompt());
    }

    /** Until the prompt, the end, or a second without a word. */
    private void waitForPrompt() {
        int size;
        do {
            size = vm.console().size();
            last = vm.runUntil(Condition.console(vm.prompt()).or(Condition.idle()).or(Condition.time(SILENCE)).or(limits));
        } while (running() && last.condition().startsWith("time(") && (vm.console().size() > size || vm.serialPort().waitingBytes() > 0));
    }

    private int status() {
        return switch (last.exit()) {
            case Exit.PowerOff off -> Command.OK;
            case Exit.Reset reset -> Main.fail("the guest asked for a reset; that ends it here", Command.OK);
            case Exit.Stuck stuck -> Main.fail("the guest is stuck: %s; its last lines were:%n%s".formatted(stuck.reason(),
                    String.join("\n", vm.console().lastLines(12))), Command.FAILED);
            default -> Main.fail("the guest did not switch off at the end of the input; its last lines were:%n%s".formatted(
                    String.join("\n", vm.console().lastLines(12))), Command.FAILED);
        };
    }

    private static byte[] readLine(InputStream input) {
        var line = new ByteArrayOutputStream();
        try {
            for (int value = input.read(); value >= 0; value = input.read()) {
                line.write(value);
                if (value == '\n') {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
        return line.toByteArray();
    }
}
