package dev.cellvisor.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Jupyter that is installed on this machine: Debian's, run with Debian's python3, whatever stands first on PATH. */
final class Jupyter {
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3");
    static final List<String> PACKAGES = List.of("jupyter-client", "jupyter-notebook", "jupyter-nbconvert", "python3-nbclient");

    private final String python;

    private Jupyter(String python) {
        this.python = python;
    }

    /** The first python3 that can import some modules, or {@code null}. */
    static Jupyter find(String... modules) {
        String imports = "import " + String.join(", ", modules);
        for (String candidate : PYTHONS) {
            if (Files.isExecutable(Path.of(candidate)) && run(List.of(candidate, "-c", imports), 60) == 0) {
                return new Jupyter(candidate);
            }
        }
        return null;
    }

    /** Why there is none, and what to do. */
    static String missing(String... modules) {
        return "Jupyter is not here (no python3 that can import " + String.join(", ", modules) + "); on Debian: apt-get install --no-install-recommends "
                + String.join(" ", PACKAGES);
    }

    /** A process that runs a Python module, told where our kernel is. */
    ProcessBuilder module(Path jupyterData, String module, List<String> arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(python, "-m", module));
        command.addAll(arguments);
        return prepare(new ProcessBuilder(command), jupyterData);
    }

    /** A process that runs a Python script. */
    ProcessBuilder script(Path jupyterData, Path script, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of(arguments));
        return prepare(new ProcessBuilder(command), jupyterData);
    }

    private static ProcessBuilder prepare(ProcessBuilder process, Path jupyterData) {
        Map<String, String> environment = process.environment();
        // Everything that Jupyter writes goes to a place of our own: kernels, signatures of trusted notebooks, runtime files. The user's
        // home directory stays as it is, and may be read-only.
        environment.merge("JUPYTER_PATH", jupyterData.toAbsolutePath().toString(), (old, ours) -> ours + java.io.File.pathSeparator + old);
        environment.put("JUPYTER_DATA_DIR", jupyterData.toAbsolutePath().toString());
        environment.put("JUPYTER_RUNTIME_DIR", jupyterData.resolve("runtime").toAbsolutePath().toString());
        environment.put("PYDEVD_DISABLE_FILE_VALIDATION", "1");
        return process;
    }

    /** Installs Debian's packages, if this is Debian and we are root. @return whether it worked */
    static boolean install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        List<String> install = new java.util.ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        install.addAll(PACKAGES);
        return run(install, 900) == 0 || run(List.of("apt-get", "update", "-q"), 300) == 0 && run(install, 900) == 0;
    }

    private static int run(List<String> command, int seconds) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Runs a process to its end and gives what it printed. @return its exit status and output */
    static Ended finish(ProcessBuilder builder, long seconds) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new StringBuilder();
        Thread reader = Thread.ofVirtual().start(() -> {
            try (InputStream in = process.getInputStream()) {
                output.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                output.append(e);
            }
        });
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return new Ended(-1, "it did not end within " + seconds + " s");
            }
            reader.join(5000);
            return new Ended(process.exitValue(), output.toString());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** How a process ended. */
    record Ended(int status, String output) {
    }
}
