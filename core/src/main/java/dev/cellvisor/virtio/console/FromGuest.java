package dev.cellvisor.virtio.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/**
 * What a guest sends on a port, as a stream. The VM's thread only adds, and never waits; a reader waits until there is something, the guest
 * closes its side, or the port is gone.
 */
final class FromGuest extends InputStream {

    /** How a reader waits. */
    interface Patience {
        /** Returns when something holds, or at once if somebody else is to wait for it. */
        void until(BooleanSupplier done) throws InterruptedException;
    }

    private final Patience patience;
    private final Runnable onClose;
    private final ByteFifo waiting = new ByteFifo();
    private boolean ended;

    FromGuest(Patience patience, Runnable onClose) {
        this.patience = patience;
        this.onClose = onClose;
    }

    synchronized void add(byte[] bytes) {
        if (!ended) {
            waiting.add(bytes);
            notifyAll();
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized int available() {
        return waiting.count();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private synchronized boolean there() {
        return waiting.count() > 0 || ended;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        java.util.Objects.checkFromIndexSize(offset, size, target.length);
        if (size == 0) {
            return 0;
        }
        try {
            if (!there()) {
                patience.until(this::there); // without the lock: the VM's thread takes it
            }
            return take(target, offset, size);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the guest had nothing to say");
        }
    }

    private synchronized int take(byte[] target, int offset, int size) throws InterruptedException {
        while (!there()) {
            wait();
        }
        int piece = Math.min(size, waiting.count());
        if (piece == 0) {
            return -1;
        }
        System.arraycopy(waiting.array(), waiting.start(), target, offset, piece);
        waiting.drop(piece);
        return piece;
    }

    @Override
    public void close() {
        end();
        onClose.run();
    }
}
