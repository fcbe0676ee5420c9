package dev.cellvisor.cli;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The {@code cellvisor} command line. Exit status 0 means success, 1 that something failed, 2 that the command line was wrong. */
public final class Main {
    /** Every subcommand, in the order of the help. */
    static final List<Command> COMMANDS = List.of(BootCommand.COMMAND, RunCommand.COMMAND, OtherCommands.LAB, OtherCommands.JSHELL,
            OtherCommands.BUNDLE, OtherCommands.IMAGES, CacheCommand.COMMAND, OtherCommands.BENCH, KvmCommand.COMMAND, QtestCommand.COMMAND,
            ConformanceCommand.COMMAND, OtherCommands.KVM_LAB, OtherCommands.TEST);

    private Main() {
    }

    /** Runs one subcommand and ends the JVM with its status. */
    public static void main(String... arguments) {
        int status = run(arguments);
        System.out.flush();
        System.err.flush();
        if (status != Command.OK || Thread.activeCount() > 1) {
            System.exit(status);
        }
    }

    /** Runs one subcommand and returns its status. */
    static int run(String... arguments) {
        try {
            if (QtestCommand.takes(arguments)) {
                return QtestCommand.run(arguments);
            }
            for (Command command : COMMANDS) {
                if (arguments.length > 0 && command.name().equals(arguments[0])) {
                    Arguments quick = Arguments.quick(command, Arrays.asList(arguments).subList(1, arguments.length));
                    if (quick != null) {
                        return command.action().applyAsInt(quick);
                    }
                }
            }
            return Picocli.run(COMMANDS, arguments);
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

    static int fail(String message, int status) {
        System.out.flush();
        System.err.println("cellvisor: " + message);
        return status;
    }
}
