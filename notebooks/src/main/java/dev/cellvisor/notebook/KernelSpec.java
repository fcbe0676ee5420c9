package dev.cellvisor.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells Jupyter how to start our kernel: writes {@code kernels/cellvisor/kernel.json} into a directory of Jupyter's search path
 * (JUPYTER_PATH). Java and the class path are those of this process, as absolute paths, since Jupyter may run with any PATH.
 */
public final class KernelSpec {
    /** The name that notebooks call the kernel by. */
    public static final String NAME = "cellvisor";

    private KernelSpec() {
    }

    /**
     * Installs the kernel.
     *
     * @param jupyterData a data directory of Jupyter's, e.g. {@code .cache/jupyter}; made if it is not there
     * @return the kernel's own directory
     */
    public static Path install(Path jupyterData) throws IOException {
        Path directory = jupyterData.resolve("kernels").resolve(NAME);
        Files.createDirectories(directory);
        byte[] json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(content());
        Path file = directory.resolve("kernel.json");
        if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), json)) {
            Path fresh = directory.resolve("kernel.json.new");
            Files.write(fresh, json);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        try (InputStream logo = KernelSpec.class.getResourceAsStream("/dev/cellvisor/notebook/logo-64x64.png")) {
            if (logo != null) {
                Files.copy(logo, directory.resolve("logo-64x64.png"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return directory;
    }

    /** Where {@code --user} installs: Jupyter's data directory of this user. */
    public static Path userData() {
        String set = System.getenv("JUPYTER_DATA_DIR");
        if (set != null && !set.isEmpty()) {
            return Path.of(set);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name");
        if (os.startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (os.startsWith("Windows")) {
            return Path.of(System.getenv("APPDATA"), "jupyter");
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        return (xdg == null || xdg.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    static Map<String, Object> content() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("argv", command());
        json.put("display_name", "Cellvisor (Java " + Runtime.version().feature() + ")");
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("env", Map.of());
        json.put("metadata", Map.of("debugger", false));
        return json;
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                // As the launcher starts `boot`: C2 needs longer for the interpreter's large methods than it saves in a session.
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,dev.cellvisor.memory.HostMemory::*",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        String home = System.getProperty("cellvisor.home");
        if (home != null) {
            // Where guest images are kept: the same place, wherever a notebook lies.
            command.add("-Dcellvisor.home=" + Path.of(home).toAbsolutePath().normalize());
        }
        command.add("-cp");
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(entry).toAbsolutePath().normalize().toString());
        }
        command.add(String.join(File.pathSeparator, classPath));
        command.add(Kernel.class.getName());
        command.add("{connection_file}");
        return command;
    }
}
