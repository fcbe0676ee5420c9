package dev.cellvisor.virtio.block;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/** What Java's files cannot do: giving a part of a file back to Linux (fallocate(2)). A second descriptor of the same file. */
final class LinuxFile implements AutoCloseable {
    static final int FALLOC_FL_KEEP_SIZE = 1;
    static final int FALLOC_FL_PUNCH_HOLE = 2;
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EINTR = 4;

    private final Path path;
    private int descriptor;

    private LinuxFile(Path path, int descriptor) {
        this.path = path;
        this.descriptor = descriptor;
    }

    /** Opens a file, or gives {@code null} where there is no such call, or the file system cannot punch holes. */
    static LinuxFile open(Path path, long sizeBytes) {
        if (!System.getProperty("os.name").equals("Linux") || path.getFileSystem() != java.nio.file.FileSystems.getDefault()) {
            return null;
        }
        try (Arena arena = Arena.ofConfined()) {
            int fd = (int) Calls.OPEN.invokeExact(arena.allocateFrom(path.toString()), O_RDWR | O_CLOEXEC);
            if (fd < 0) {
                return null;
            }
            var file = new LinuxFile(path, fd);
            // A hole behind the end changes nothing, and tells whether the file system knows holes.
            if (file.fallocate(FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, sizeBytes, 1) != 0) {
                file.close();
                return null;
            }
            return file;
        } catch (Throwable e) {
            return null;
        }
    }

    /** Makes a range a hole: it reads as zeroes and takes no room. */
    void punchHole(long position, long sizeBytes) throws IOException {
        int error = fallocate(FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, position, sizeBytes);
        if (error != 0) {
            throw new IOException("fallocate of %d bytes at %d of %s failed with errno %d".formatted(sizeBytes, position, path, error));
        }
    }

    /** 0, or errno. */
    private int fallocate(int mode, long position, long sizeBytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(Calls.CAPTURE);
            int error;
            do {
                int result = (int) Calls.FALLOCATE.invokeExact(captured, descriptor, mode, position, sizeBytes);
                error = result == 0 ? 0 : (int) Calls.ERRNO.get(captured, 0L);
            } while (error == EINTR);
            return error;
        } catch (Throwable e) {
            throw new IllegalStateException("fallocate could not be called", e);
        }
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            try {
                int ignored = (int) Calls.CLOSE.invokeExact(descriptor);
            } catch (Throwable e) {
                throw new IllegalStateException("close could not be called", e);
            }
            descriptor = -1;
        }
    }

    private static final class Calls {
        static final MemoryLayout CAPTURE = Linker.Option.captureStateLayout();
        static final VarHandle ERRNO = CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        static final MethodHandle OPEN = call("open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        static final MethodHandle FALLOCATE = call("fallocate", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG), Linker.Option.captureCallState("errno"));

        private static MethodHandle call(String name, FunctionDescriptor descriptor, Linker.Option... options) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
        }
    }
}
