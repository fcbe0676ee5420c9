package dev.cellvisor.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;

/** {@code cellvisor jshell} without a script: JDK's own tool, in this JVM, with everything imported. */
final class JshellPrompt {
    private JshellPrompt() {
    }

    static int open() {
        Path startup = null;
        try {
            startup = Files.createTempFile("cellvisor", ".jsh");
            Files.writeString(startup, ScriptRunner.startup());
            return JavaShellToolBuilder.builder().persistence(settings()).start("--execution", "local",
                    "--class-path", System.getProperty("java.class.path"), "--startup", startup.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the start-up script cannot be written: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("JShell ended: " + e.getMessage(), e);
        } finally {
            delete(startup);
        }
    }

    /**
     * Values are shown whole: a hexdump or a register table has many lines. The tool knows its feedback modes only after its start-up
     * files, so a first run of it, with no one at the keyboard, sets the mode and keeps it.
     */
    private static Map<String, String> settings() throws Exception {
        Map<String, String> kept = new HashMap<>();
        String commands = """
                /set mode cellvisor normal -command
                /set prompt cellvisor "cellvisor> " "         > "
                /set truncation cellvisor 100000
                /set format cellvisor display "{value}{post}" expression
                /set mode cellvisor -retain
                /set feedback -retain cellvisor
                /exit
                """;
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        JavaShellToolBuilder.builder().persistence(kept).in(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)), null)
                .out(nowhere).err(nowhere).start("--execution", "local", "--no-startup");
        return kept;
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
