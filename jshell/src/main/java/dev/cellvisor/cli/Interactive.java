package dev.cellvisor.cli;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The guest's console on a terminal: raw mode, every key is the guest's, Ctrl-A x leaves, idle time passes as for people. */
final class Interactive {
    private static final int CTRL_A = 1;

    private final Vm vm;
    private final boolean taken;
    private volatile boolean leaving;

    /** @param taken whether the guest is at its first prompt, or its login, already; what it has said on the way is shown */
    Interactive(Vm vm, boolean taken) {
        this.vm = vm;
        this.taken = taken;
    }

    /**
     * @param mark what the console says when the boot is over; {@code null} where there is none
     * @param ready called then
     */
    int run(Condition limits, String mark, Runnable ready) {
        System.err.println("cellvisor: Ctrl-A x leaves, Ctrl-A Ctrl-A types Ctrl-A");
        var output = new ConsoleOutput();
        try (Terminal terminal = TerminalBuilder.builder().system(true).build();
                var listening = vm.console().listen(output::put)) {
            Attributes before = terminal.enterRawMode();
            Attributes raw = terminal.getAttributes();
            raw.setOutputFlag(Attributes.OutputFlag.OPOST, false); // the guest's own terminal has made CR LF already
            terminal.setAttributes(raw);
            Thread keys = Thread.ofPlatform().daemon().name("keys").start(() -> readKeys(terminal.input()));
            var pacer = new RealTimePacer(output::flush);
            vm.pace(pacer);
            try {
                if (taken) {
                    output.put(vm.console().bytes());
                    output.flush();
                }
                return run(limits, taken || mark == null ? limits : Condition.console(mark).or(limits), ready, pacer, output);
            } finally {
                output.flush();
                terminal.setAttributes(before);
                keys.interrupt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be used: " + e.getMessage(), e);
        }
    }

    private int run(Condition limits, Condition first, Runnable ready, RealTimePacer pacer, ConsoleOutput output) {
        Condition next = first;
        while (true) {
            RunResult result = vm.tryRunUntil(next);
            output.flush();
            if (leaving) {
                System.err.print("\r\n");
                return Command.OK;
            }
            if (next != limits && result.condition().startsWith("console(")) {
                next = limits;
                ready.run();
                continue;
            }
            switch (result.exit()) {
                case Exit.PowerOff off -> {
                    return Command.OK;
                }
                case Exit.Idle idle -> pacer.waitForInput();
                case Exit.Reset reset -> {
                    return Main.fail("the guest asked for a reset; that ends it here\r", Command.OK);
                }
                default -> {
                    return Main.fail("the run " + result + "\r", Command.FAILED);
                }
            }
        }
    }

    private void readKeys(InputStream input) {
        boolean escaped = false;
        try {
            for (int key = input.read(); key >= 0 && !leaving; key = input.read()) {
                if (escaped) {
                    escaped = false;
                    if (key == 'x' || key == 'X') {
                        leaving = true;
                        vm.pause();
                        return;
                    }
                    if (key == CTRL_A) {
                        vm.type(new byte[] {CTRL_A});
                    }
                } else if (key == CTRL_A) {
                    escaped = true;
                } else {
                    vm.type(new byte[] {(byte) key});
                }
            }
            vm.pause(); // the terminal is gone
        } catch (IOException e) {
            vm.pause();
        }
    }
}
