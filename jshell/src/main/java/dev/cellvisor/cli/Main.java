package dev.cellvisor.cli;

import java.io.UncheckedIOException;
import java.util.Arrays;

/** The {@code cellvisor} command line. Exit status 0 means success, 1 that something failed, 2 that the command line was wrong. */
public final class Main {
    private Main() {
    }

    /** Runs one subcommand and ends the JVM with its status. */
    public static void main(String... arguments) {
        int status = run(arguments);
        RecordedStart.loadOthers();
        System.out.flush();
        System.err.flush();
        if (status != Command.OK || Thread.activeCount() > 1) {
            System.exit(status);
        }
    }

    /** Runs one subcommand and returns its status. */
    static int run(String... arguments) {
        if (arguments.length > 0 && (arguments[0].equals("boot") || arguments[0].equals("run"))) {
            Machine.warmUp(); // before anything else, since it takes longest
        }
        try {
            if (QtestCommand.takes(arguments)) {
                return QtestCommand.run(arguments);
            }
            Command command = arguments.length > 0 ? command(arguments[0]) : null;
            if (command != null) {
                Arguments quick = Arguments.quick(command, Arrays.asList(arguments).subList(1, arguments.length));
                if (quick != null) {
                    return command.action().applyAsInt(quick);
                }
            }
            return Picocli.run(Commands.ALL, arguments);
        } catch (UsageException e) {
            return fail(e.getMessage(), Command.USAGE);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            // These name what was asked and what is allowed; nobody at a prompt needs the stack.
            return fail(e.getMessage(), Command.FAILED);
        } catch (RuntimeException e) {
            if (e.getClass().getName().startsWith("dev.cellvisor.")) { // e.g. ImageException, without loading that module for it
                return fail(e.getMessage(), Command.FAILED);
            }
            throw e;
        } catch (OutOfMemoryError e) {
            return fail("not enough memory: " + e.getMessage() + "; ask for less with --memory, or give Java more with JAVA_TOOL_OPTIONS=-Xmx…", Command.FAILED);
        }
    }

    /** The subcommand of that name, or {@code null}; the others are not even loaded for the two that are judged by how soon they start. */
    private static Command command(String name) {
        if (name.equals("boot")) {
            return BootCommand.COMMAND;
        }
        if (name.equals("run")) {
            return RunCommand.COMMAND;
        }
        for (Command command : Commands.ALL) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    static int fail(String message, int status) {
        System.out.flush();
        System.err.println("cellvisor: " + message);
        return status;
    }
}
