package dev.cellvisor.conformance;

import dev.cellvisor.conformance.MutantWorker.Answer;
import dev.cellvisor.conformance.MutantWorker.Job;
import dev.cellvisor.conformance.MutantWorker.Outcome;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link MutantWorker}, and another one when a mutant had to be ended with it. */
final class WorkerProcess implements AutoCloseable {
    /** A worker is replaced after so many jobs: what mutants leave behind (threads, compiled code) ends with it. */
    private static final int JOBS = 400;

    private final Path root;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private Process process;
    private ObjectOutputStream out;
    private ObjectInputStream in;
    private int jobs;

    WorkerProcess(Path root) {
        this.root = root;
    }

    /**
     * Runs one test; if it does not end in time, or takes the JVM with it, it has failed. Time is the worker's processor time, as far as the
     * host tells it, so that a busy machine makes nothing fail; a test that waits for ever is ended after ten times as long.
     */
    Answer ask(Mutant mutant, RuleTest test, long limitMillis) throws IOException {
        if (process == null || jobs++ >= JOBS) {
            end();
            start();
        }
        out.writeObject(new Job(mutant, test));
        out.reset();
        out.flush();
        ObjectInputStream from = in;
        var answer = reader.submit(() -> (Answer) from.readObject());
        long wallEnd = System.nanoTime() + 10 * limitMillis * 1_000_000;
        Optional<Duration> cpuStart = process.info().totalCpuDuration();
        try {
            while (true) {
                try {
                    return answer.get(200, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Duration used = cpuStart.isEmpty() ? Duration.ZERO : process.info().totalCpuDuration().orElse(cpuStart.get()).minus(cpuStart.get());
                    if (used.toMillis() > limitMillis || System.nanoTime() > wallEnd) {
                        end();
                        return new Answer(Outcome.FAILED, "did not end within " + limitMillis / 1000 + " s", limitMillis);
                    }
                }
            }
        } catch (ExecutionException e) {
            end();
            return new Answer(Outcome.FAILED, "ended the JVM", 0);
        } catch (InterruptedException e) {
            end();
            throw new IOException("interrupted", e);
        }
    }

    private void start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
                MutantWorker.class.getName(), root.toString())
                        .directory(root.resolve("core").toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        out = new ObjectOutputStream(process.getOutputStream());
        out.flush();
        in = new ObjectInputStream(process.getInputStream());
        jobs = 0;
    }

    private void end() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    @Override
    public void close() {
        end();
        reader.shutdownNow();
    }
}
