package dev.cellvisor.cpu.kvm.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A signal that does nothing but make a system call of one thread return. Its handler is libc's {@code abs}: a function that may be called
 * at any time, so that no signal handler of ours, and no Java, runs in a thread that is in the middle of something.
 */
public final class Kick {
    /** A real-time signal that neither glibc, musl nor the JVM use. */
    private static final int SIGNAL = 40;
    private static final int SA_RESTART = 0x1000_0000;
    private static final int SIGACTION_BYTES = 152;
    private static final int HANDLER = 0;
    private static final int FLAGS = 136;

    private Kick() {
    }

    private static final class Handler {
        static {
            try (var arena = Arena.ofConfined()) {
                MemorySegment action = arena.allocate(SIGACTION_BYTES, 8);
                action.set(ValueLayout.ADDRESS, HANDLER, Libc.address("abs"));
                // Other system calls of the thread go on by themselves; KVM_RUN never does.
                action.set(ValueLayout.JAVA_INT, FLAGS, SA_RESTART);
                int result = Libc.sigaction(SIGNAL, action);
                if (result < 0) {
                    throw new KvmException("sigaction", -result);
                }
            }
        }

        static void install() {
            // the initializer has done it
        }
    }

    /** The calling thread, as {@link #thread} wants it; installs the handler. */
    public static long self() {
        Handler.install();
        return Libc.threadSelf();
    }

    /** Makes a system call of a thread return. The thread must not have ended. */
    public static void thread(long thread) {
        send(thread, SIGNAL);
    }

    /** The same call without a signal: nothing happens. */
    public static void nothing(long thread) {
        send(thread, 0);
    }

    private static void send(long thread, int signal) {
        Libc.threadKill(thread, signal);
    }
}
