package dev.cellvisor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jshell.tool.JavaShellToolBuilder;

/** {@code cellvisor jshell} without a script: JDK's own tool, in this JVM, with everything imported. */
final class JshellPrompt {
    private JshellPrompt() {
    }

    static int open() {
        Path startup = null;
        try {
            startup = Files.createTempFile("cellvisor", ".jsh");
            Files.writeString(startup, ScriptRunner.startup() + commands());
            return JavaShellToolBuilder.builder().start("--execution", "local", "--class-path", System.getProperty("java.class.path"),
                    "--startup", startup.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the start-up script cannot be written: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("JShell ended: " + e.getMessage(), e);
        } finally {
            delete(startup);
        }
    }

    /** Values are shown whole: a hexdump or a register table has many lines. */
    private static String commands() {
        return """
                /set mode cellvisor normal -command
                /set prompt cellvisor "cellvisor> " "         > "
                /set truncation cellvisor 100000
                /set format cellvisor display "{pre}{value}{post}" expression,varvalue-added,modified-primary
                /set format cellvisor display "{pre}{name} ==>{post}%n{pre}{value}{post}" vardecl,varinit-added,modified,replaced-primary
                /set feedback cellvisor
                """.replace("%n", System.lineSeparator());
    }

    private static void delete(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
