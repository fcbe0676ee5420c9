package dev.cellvisor.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ./cellvisor lab} does: installs the kernel for this project and opens Jupyter's classic notebook on loopback, or
 * executes all notebooks without a browser.
 */
public final class Lab {
    private static final int EXECUTE_SECONDS = 1800;
    private static final int TRUST_SECONDS = 60;
    private static final int FIRST_PORT = 8888;
    private static final Path CHAPTERS = Path.of("notebooks", "chapters");

    private final Path project;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param project the checkout's root; the kernel is installed under its {@code .cache}
     * @param out where progress goes
     * @param err where errors go, one sentence each
     */
    public Lab(Path project, PrintStream out, PrintStream err) {
        this.project = project.toAbsolutePath().normalize();
        this.out = out;
        this.err = err;
    }

    /**
     * What the command line calls.
     *
     * @param words options and notebooks: {@code --execute} (run without a browser), {@code --save} (run in this JVM and write the outputs
     *     back), {@code --port N}, {@code --no-browser}, {@code --user} (only install the kernel for this user's Jupyter)
     * @return an exit status
     * @throws IllegalArgumentException if an option is not known
     */
    public static int run(String... words) {
        boolean execute = false;
        boolean save = false;
        boolean user = false;
        boolean browser = true;
        int port = 0;
        List<Path> notebooks = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--execute" -> execute = true;
                case "--save" -> save = true;
                case "--user" -> user = true;
                case "--no-browser" -> browser = false;
                case "--port" -> port = port(++i < words.length ? words[i] : "");
                case String word when word.startsWith("--port=") -> port = port(word.substring(7));
                case String word when word.startsWith("-") -> throw new IllegalArgumentException("lab has no option '" + word
                        + "'; it has --execute, --save, --port, --no-browser and --user");
                case String word -> notebooks.add(Path.of(word));
            }
        }
        var lab = new Lab(projectDirectory(), System.out, System.err);
        try {
            return user ? lab.installForUser() : save ? lab.save(notebooks) : execute ? lab.execute(notebooks) : lab.open(port, browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("--port '" + text + "': a port is a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    /** The nearest directory above the working directory that has our chapters. */
    static Path projectDirectory() {
        Path start = Path.of("").toAbsolutePath();
        String home = System.getProperty("cellvisor.home", System.getenv().getOrDefault("CELLVISOR_HOME", ""));
        for (Path at = home.isEmpty() ? start : Path.of(home); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(CHAPTERS))) {
                return at;
            }
        }
        throw new IllegalStateException("no " + CHAPTERS + " in or above " + start + "; call it in a checkout of Cellvisor");
    }

    /**
     * Opens the notebook server and serves until it is ended.
     *
     * @param port on loopback; 0 for Jupyter's usual one or the next that is free
     * @param browser whether to open a browser
     * @return an exit status
     */
    public int open(int port, boolean browser) throws IOException, InterruptedException {
        Jupyter jupyter = jupyter("notebook", "jupyter_client");
        if (jupyter == null) {
            return 1;
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        int free = freePort(port);
        List<String> arguments = new ArrayList<>(List.of("--ip=127.0.0.1", "--port=" + free, "--port-retries=0",
                "--notebook-dir=" + chapters(), "--MultiKernelManager.default_kernel_name=" + KernelSpec.NAME));
        if (!browser) {
            arguments.add("--no-browser");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--allow-root");
        }
        Path data = installKernel();
        // Jupyter shows stored HTML only of notebooks that it trusts; these are ours.
        List<String> ours = new ArrayList<>();
        allChapters().forEach(chapter -> ours.add(chapter.toString()));
        Jupyter.finish(jupyter.module(data, "nbformat.sign", ours).directory(project.toFile()), TRUST_SECONDS);
        out.println("The notebooks are at http://127.0.0.1:%d/?token=%s (Ctrl-C twice ends Jupyter)".formatted(free, token));
        ProcessBuilder server = jupyter.module(data, "notebook", arguments).directory(project.toFile()).inheritIO();
        // In the environment and not on the command line, where every user of this machine could read it.
        server.environment().put("JUPYTER_TOKEN", token);
        Process process = server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    /** The port that was asked for, or the first free one from Jupyter's usual on. */
    private static int freePort(int wanted) throws IOException {
        for (int port = wanted == 0 ? FIRST_PORT : wanted; ; port++) {
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException e) {
                if (wanted != 0 || port == FIRST_PORT + 100) {
                    throw new IOException("port " + port + " is in use; choose another with --port", e);
                }
            }
        }
    }

    /**
     * Executes notebooks from top to bottom, through Jupyter's nbconvert where it is installed, in this JVM otherwise.
     *
     * @param notebooks files; empty for all chapters
     * @return 0 if no cell failed
     */
    public int execute(List<Path> notebooks) throws IOException, InterruptedException {
        List<Path> all = notebooks.isEmpty() ? allChapters() : notebooks;
        Jupyter jupyter = jupyter("nbconvert", "nbclient", "jupyter_client");
        int failed = 0;
        for (Path notebook : all) {
            long start = System.nanoTime();
            out.print(notebook.getFileName() + " … ");
            out.flush();
            String failure = jupyter == null ? inThisJvm(notebook) : throughJupyter(jupyter, notebook);
            out.println(failure == null ? "ok (%.1f s)".formatted((System.nanoTime() - start) / 1e9) : "failed");
            if (failure != null) {
                err.println(failure);
                failed++;
            }
        }
        String notebooksRun = all.size() == 1 ? "1 notebook" : all.size() + " notebooks";
        out.println(failed == 0 ? notebooksRun + " ran without an error" : failed + " of " + notebooksRun + " failed");
        return failed == 0 ? 0 : 1;
    }

    /**
     * Executes notebooks in this JVM and writes their outputs back into them, as they are committed.
     *
     * @param notebooks files; empty for all chapters
     * @return 0 if no cell failed
     */
    public int save(List<Path> notebooks) throws IOException {
        int failed = 0;
        for (Path notebook : notebooks.isEmpty() ? allChapters() : notebooks) {
            NotebookRunner.Report report = new NotebookRunner(line -> { }).run(notebook, true);
            out.println(notebook.getFileName() + (report.passed() ? report.changed() ? ": outputs written" : ": nothing changed" : ": failed"));
            if (!report.passed()) {
                err.println(report.failure());
                failed++;
            }
        }
        return failed == 0 ? 0 : 1;
    }

    /** Installs the kernel for this user's own Jupyter. @return an exit status */
    public int installForUser() throws IOException {
        out.println("kernel installed in " + KernelSpec.install(KernelSpec.userData()));
        return 0;
    }

    /** The chapters, in order. */
    public List<Path> allChapters() throws IOException {
        try (Stream<Path> files = Files.list(chapters())) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    private Path chapters() {
        return project.resolve(CHAPTERS);
    }

    private Path installKernel() throws IOException {
        Path data = project.resolve(".cache").resolve("jupyter");
        Files.createDirectories(data.resolve("runtime"));
        KernelSpec.install(data);
        return data;
    }

    private Jupyter jupyter(String... modules) {
        Jupyter found = Jupyter.find(modules);
        if (found == null) {
            out.println("installing Jupyter: " + String.join(" ", Jupyter.PACKAGES));
            found = Jupyter.install() ? Jupyter.find(modules) : null;
        }
        if (found == null) {
            err.println(Jupyter.missing(modules));
        }
        return found;
    }

    String throughJupyter(Jupyter jupyter, Path notebook) throws IOException, InterruptedException {
        Path target = project.resolve(".cache").resolve("notebooks");
        Files.createDirectories(target);
        var process = jupyter.module(installKernel(), "nbconvert", List.of("--to", "notebook", "--execute", "--log-level=WARN",
                "--ExecutePreprocessor.kernel_name=" + KernelSpec.NAME, "--ExecutePreprocessor.timeout=" + EXECUTE_SECONDS,
                "--output-dir", target.toString(), notebook.toAbsolutePath().toString())).directory(project.toFile());
        process.environment().put("CELLVISOR_KEEP_RUNS", "temporary"); // it is to show that the cells run
        Jupyter.Ended ended = Jupyter.finish(process, EXECUTE_SECONDS);
        return ended.status() == 0 ? null : ended.output();
    }

    private static String inThisJvm(Path notebook) throws IOException {
        return new NotebookRunner(line -> { }).run(notebook, false).failure();
    }
}
