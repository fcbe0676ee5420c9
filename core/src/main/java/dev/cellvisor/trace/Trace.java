package dev.cellvisor.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * The one stream of facts of a VM. Callers guard with {@link #on()}, so that nothing is built when nobody listens:
 *
 * <pre>{@code if (trace.on()) trace.emit(new RegisterAccess(...));}</pre>
 */
public final class Trace {
    private final List<Sink> sinks = new CopyOnWriteArrayList<>();
    private volatile LongSupplier instructions;
    private boolean on;

    /** A stream whose facts are stamped with 0 until {@link #stampWith} is called. */
    public Trace() {
        this(() -> 0);
    }

    /** @param instructions the count of retired instructions, read at each fact */
    public Trace(LongSupplier instructions) {
        this.instructions = instructions;
    }

    /** Sets where the stamps come from. */
    public void stampWith(LongSupplier source) {
        instructions = source;
    }

    /** Whether anybody listens. */
    public boolean on() {
        return on;
    }

    /** Hands a fact to every sink, in the order they were added. */
    public void emit(Fact fact) {
        if (on) {
            long stamp = instructions.getAsLong();
            for (Sink sink : sinks) {
                sink.accept(stamp, fact);
            }
        }
    }

    /** Adds a sink; close the returned handle to remove it. */
    public Subscription add(Sink sink) {
        sinks.add(sink);
        on = true;
        return () -> {
            sinks.remove(sink);
            on = !sinks.isEmpty();
        };
    }

    /** A listening sink; closing it ends the listening. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
