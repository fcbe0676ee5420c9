package dev.cellvisor.virtio.net;

import dev.cellvisor.net.HostBackend;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.virtio.DeviceContext;

/** Looks at a backend of the host now and then while the guest runs, and waits for it while the guest waits. */
final class HostWork {
    /** 200 microseconds. */
    private static final long PERIOD_TICKS = 12_500;
    private static final long TICK_NANOS = 16;

    private final HostBackend backend;
    private final DeviceContext context;
    private final EventQueue.Timer timer;
    private final Runnable endIdle;

    HostWork(HostBackend backend, DeviceContext context) {
        this.backend = backend;
        this.context = context;
        timer = context.events().hostTimer(context.place() + ".host", this::due);
        endIdle = context.door().whileIdle(this::idle);
        sent();
    }

    void close() {
        endIdle.run();
        timer.close();
    }

    /** The guest sent something: there may be an answer. */
    void sent() {
        if (!timer.scheduled() && backend.busy()) {
            timer.at(context.clock().ticks() + PERIOD_TICKS);
        }
    }

    private void due() {
        backend.poll(0);
        sent();
    }

    private long idle(long now, long next) {
        if (!timer.scheduled()) {
            return -1;
        }
        long start = System.nanoTime();
        backend.poll((next - now) * TICK_NANOS);
        // Nothing came: all the time until the next event is over, so that what the guest sees does not hang on the host's clock.
        return context.events().nextTick() < next ? Math.min(next, now + (System.nanoTime() - start) / TICK_NANOS) : next;
    }
}
