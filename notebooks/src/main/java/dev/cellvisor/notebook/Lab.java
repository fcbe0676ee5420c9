package dev.cellvisor.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ./cellvisor lab} does: installs the kernel for this project and opens Jupyter's classic notebook on loopback, or
 * executes all notebooks without a browser.
 */
public final class Lab {
    private static final int EXECUTE_SECONDS = 1800;

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
        List<String> arguments = new java.util.ArrayList<>(List.of("--ip=127.0.0.1", "--port=" + (port == 0 ? 8888 : port),
                "--port-retries=" + (port == 0 ? 50 : 0), "--notebook-dir=" + chapters(), "--NotebookApp.token=" + token,
                "--MultiKernelManager.default_kernel_name=" + KernelSpec.NAME));
        if (!browser) {
            arguments.add("--no-browser");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--allow-root");
        }
        out.println("Jupyter's classic notebook starts on 127.0.0.1; it prints the address with its token. Ctrl-C twice ends it.");
        Process process = jupyter.module(installKernel(), "notebook", arguments).directory(project.toFile()).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
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
        out.println(failed == 0 ? all.size() + " notebooks ran without an error" : failed + " of " + all.size() + " notebooks failed");
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
        return project.resolve("notebooks").resolve("chapters");
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

    private String throughJupyter(Jupyter jupyter, Path notebook) throws IOException, InterruptedException {
        Path target = project.resolve(".cache").resolve("notebooks");
        Files.createDirectories(target);
        var process = jupyter.module(installKernel(), "nbconvert", List.of("--to", "notebook", "--execute", "--log-level=WARN",
                "--ExecutePreprocessor.kernel_name=" + KernelSpec.NAME, "--ExecutePreprocessor.timeout=" + EXECUTE_SECONDS,
                "--output-dir", target.toString(), notebook.toAbsolutePath().toString())).directory(project.toFile());
        Jupyter.Ended ended = Jupyter.finish(process, EXECUTE_SECONDS);
        return ended.status() == 0 ? null : ended.output();
    }

    private static String inThisJvm(Path notebook) throws IOException {
        return new NotebookRunner(line -> { }).run(notebook, false).failure();
    }
}
