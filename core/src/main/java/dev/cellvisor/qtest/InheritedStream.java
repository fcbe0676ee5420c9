package dev.cellvisor.qtest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A file descriptor that this process was started with, as a stream both ways. Java opens files and sockets of its own only, so this calls
 * {@code read} and {@code write} of the C library. One thread may read while another writes.
 */
final class InheritedStream {
    private static final int PIECE_BYTES = 65536;
    private static final MethodHandle READ = handle("read");
    private static final MethodHandle WRITE = handle("write");

    private final int fd;
    private final MemorySegment in = Arena.ofAuto().allocate(PIECE_BYTES);
    private final MemorySegment out = Arena.ofAuto().allocate(PIECE_BYTES);

    /** @throws IllegalArgumentException if this process was not started with it */
    InheritedStream(int fd) {
        this.fd = fd;
        try {
            call(READ, in, 0); // reads nothing, and fails where nothing is open
        } catch (IOException e) {
            throw new IllegalArgumentException("fd=" + fd + " is no file descriptor that this process was started with", e);
        }
    }

    private static MethodHandle handle(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    private long call(MethodHandle function, MemorySegment buffer, int size) throws IOException {
        long done;
        try {
            done = (long) function.invokeExact(fd, buffer, (long) size);
        } catch (Throwable e) {
            throw new IllegalStateException("calling the C library failed", e);
        }
        if (done < 0) {
            throw new IOException("file descriptor " + fd + " cannot be " + (function == READ ? "read" : "written"));
        }
        return done;
    }

    /** So many bytes, waiting for them; {@code null} at the end of the stream. */
    byte[] readFully(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int done = 0; done < size; ) {
            int now = (int) call(READ, in, Math.min(PIECE_BYTES, size - done));
            if (now == 0) {
                return null;
            }
            MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, bytes, done, now);
            done += now;
        }
        return bytes;
    }

    /** Writes all of them. */
    void write(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            int piece = Math.min(PIECE_BYTES, bytes.length - done);
            MemorySegment.copy(bytes, done, out, ValueLayout.JAVA_BYTE, 0, piece);
            done += (int) call(WRITE, out, piece);
        }
    }
}
