package dev.cellvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody sits at the other end of a stream. */
final class Terminals {
    private Terminals() {
    }

    /** Whether standard input and output are a terminal. */
    static boolean interactive() {
        return isTerminal(0) && isTerminal(1);
    }

    /** Whether standard error is a terminal. */
    static boolean errorIsTerminal() {
        return isTerminal(2);
    }

    /** Linux tells without loading anything; elsewhere Java's console answers for all three. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null && System.console().isTerminal();
    }
}
