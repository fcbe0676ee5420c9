package dev.cellvisor.conformance;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.jupiter.engine.JupiterTestEngine;

/**
 * A JVM of its own that runs tests against mutants, as it is told on standard input: a mutant may loop for ever, and only a process can
 * be ended from outside. Arguments: the project's root.
 */
final class MutantWorker {
    /** Run this test, with this mutant in the code; {@code null}: with the code as it is. */
    record Job(Mutant mutant, RuleTest test) implements Serializable {
    }

    enum Outcome {
        PASSED, FAILED, SKIPPED, STALE, DOES_NOT_COMPILE,
        /** The mutated class no longer fits the others: it broke their linkage, not a rule. */
        DOES_NOT_FIT
    }

    /** What came of it, and the processor time that it took. */
    record Answer(Outcome outcome, String message, long millis) implements Serializable {
    }

    private final Path root;
    private final List<Path> classes;
    private final MutantCompiler compiler = new MutantCompiler(System.getProperty("java.class.path"));
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false).enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine()).build());
    private Mutant loaded;
    private MutantLoader loader;

    private MutantWorker(Path root) {
        this.root = root;
        this.classes = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).map(Path::of)
                .filter(Files::isDirectory).toList();
    }

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        var out = new ObjectOutputStream(new FileOutputStream(FileDescriptor.out));
        out.flush();
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // what tests print is not for the one who asks
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        var in = new ObjectInputStream(System.in);
        var worker = new MutantWorker(Path.of(arguments[0]));
        try {
            while (true) {
                out.writeObject(worker.run((Job) in.readObject()));
                out.reset();
                out.flush();
            }
        } catch (EOFException e) {
            System.exit(0); // a test may have left threads
        }
    }

    private Answer run(Job job) throws IOException {
        long start = nanos();
        try {
            load(job.mutant());
        } catch (Mutant.Stale e) {
            return new Answer(Outcome.STALE, e.getMessage(), millisSince(start));
        } catch (MutantCompiler.Refused e) {
            return new Answer(Outcome.DOES_NOT_COMPILE, e.getMessage(), millisSince(start));
        }
        Answer answer = run(job.test());
        return new Answer(answer.outcome(), answer.message(), millisSince(start));
    }

    private void load(Mutant mutant) throws IOException, Mutant.Stale, MutantCompiler.Refused {
        if (loader != null && (mutant == null ? loaded == null : mutant.equals(loaded))) {
            return;
        }
        Map<String, byte[]> mutated = Map.of();
        if (mutant != null) {
            String name = mutant.source().replaceFirst(".*/java/", "").replaceFirst("\\.java$", "");
            mutated = compiler.compile(name, mutant.in(Files.readString(root.resolve(mutant.source()))));
        }
        loader = new MutantLoader(classes, mutated);
        loaded = mutant;
    }

    private Answer run(RuleTest test) {
        Thread.currentThread().setContextClassLoader(loader);
        DiscoverySelector selector = test.method() == null ? DiscoverySelectors.selectClass(loader, test.type())
                : DiscoverySelectors.selectMethod(loader, test.type(), test.method(), test.parameters());
        var listener = new SummaryGeneratingListener();
        launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(selector).build(), listener);
        var summary = listener.getSummary();
        for (var failure : summary.getFailures()) {
            Throwable thrown = failure.getException();
            return new Answer(isMisfit(thrown) ? Outcome.DOES_NOT_FIT : Outcome.FAILED, String.valueOf(thrown), 0);
        }
        return new Answer(summary.getTestsSucceededCount() == 0 ? Outcome.SKIPPED : Outcome.PASSED, "", 0);
    }

    private static boolean isMisfit(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof IncompatibleClassChangeError || at instanceof VerifyError || at instanceof ClassFormatError) {
                return true;
            }
        }
        return false;
    }

    /** This JVM's processor time; without that, the host's clock. */
    private static long nanos() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElseGet(System::nanoTime);
    }

    private static long millisSince(long start) {
        return (nanos() - start) / 1_000_000;
    }
}
