package dev.cellvisor.virtio.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * What a guest sends on a port, as a stream for a host thread. The VM's thread only adds, and never waits; a reader waits until there
 * is something, the guest closes its side, or the port is gone.
 */
final class FromGuest extends InputStream {
    private final Runnable onClose;
    private final ByteFifo waiting = new ByteFifo();
    private boolean ended;

    FromGuest(Runnable onClose) {
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

    @Override
    public synchronized int read(byte[] target, int offset, int size) throws IOException {
        java.util.Objects.checkFromIndexSize(offset, size, target.length);
        if (size == 0) {
            return 0;
        }
        while (waiting.count() == 0 && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the guest had nothing to say");
            }
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
