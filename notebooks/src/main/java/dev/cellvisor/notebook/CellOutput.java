package dev.cellvisor.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * A stream that gathers what a cell prints and hands it on in pieces: at the latest after a tenth of a second, whole UTF-8
 * characters only. Printing one character at a time, as a guest's console does, then does not make one message each.
 */
final class CellOutput extends OutputStream {
    private static final int DELAY_MILLIS = 100;
    private static final int LARGE = 32 << 10;
    private static final Timer TIMER = new Timer("cell output", true);

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Consumer<String> target;
    private boolean scheduled;

    /** Where pieces go from now on; {@code null} keeps them until there is a place again. What is pending goes to the old place. */
    synchronized void to(Consumer<String> newTarget) {
        handOn(true);
        target = newTarget;
    }

    @Override
    public synchronized void write(int b) {
        pending.write(b);
        schedule();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        pending.write(bytes, offset, length);
        schedule();
    }

    private void schedule() {
        if (pending.size() >= LARGE) {
            handOn(false);
        } else if (!scheduled) {
            scheduled = true;
            TIMER.schedule(new TimerTask() {
                @Override
                public void run() {
                    synchronized (CellOutput.this) {
                        scheduled = false;
                        handOn(false);
                    }
                }
            }, DELAY_MILLIS);
        }
    }

    /** Hands everything on now. */
    synchronized void drain() {
        handOn(true);
    }

    private void handOn(boolean all) {
        if (target == null || pending.size() == 0) {
            return;
        }
        byte[] bytes = pending.toByteArray();
        int whole = all ? bytes.length : wholeCharacters(bytes);
        pending.reset();
        pending.write(bytes, whole, bytes.length - whole);
        if (whole > 0) {
            target.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8));
        }
    }

    /** How many of the bytes end with a complete character. */
    static int wholeCharacters(byte[] bytes) {
        int lead = bytes.length - 1;
        int floor = Math.max(0, bytes.length - 4);
        while (lead > floor && (bytes[lead] & 0xc0) == 0x80) {
            lead--;
        }
        if (lead < 0) {
            return 0;
        }
        int first = bytes[lead] & 0xff;
        int size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 1;
        return lead + size > bytes.length ? lead : bytes.length;
    }
}
