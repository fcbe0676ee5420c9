package dev.cellvisor.vm;

import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes what is kept in the background, one after the other. A program that ends waits for it; one that is killed leaves nothing that counts. */
final class KeptWriter {
    private static final int MOST_SECONDS_AT_THE_END = 60;
    private static final ExecutorService THREAD = start();

    private Future<?> last;

    private static ExecutorService start() {
        ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("kept-runs").factory());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            thread.shutdown();
            try {
                thread.awaitTermination(MOST_SECONDS_AT_THE_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // what is not whole yet will not be
            }
            KeptFolder.dropTemporary();
        }, "kept-runs-end"));
        return thread;
    }

    synchronized void keep(KeptFolder folder, String key, Snapshot snapshot) {
        last = THREAD.submit(() -> {
            try {
                if (!Files.exists(folder.file(key, KeptFolder.RUN))) { // else another process was sooner
                    folder.keep(key, KeptFolder.RUN, snapshot);
                }
            } catch (IOException | StateException | UnsupportedOperationException e) {
                System.err.println("cellvisor: a run cannot be kept: " + e.getMessage());
            }
        });
    }

    synchronized void finish() {
        try {
            if (last != null) {
                last.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
