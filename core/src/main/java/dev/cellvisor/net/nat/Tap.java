package dev.cellvisor.net.nat;

import static dev.cellvisor.net.nat.Native.ADDRESS;
import static dev.cellvisor.net.nat.Native.INT;
import static dev.cellvisor.net.nat.Native.LONG;

import dev.cellvisor.net.HostBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** A TAP interface of a Linux host: the guest is on the host's own network. It needs the right to make one (CAP_NET_ADMIN). */
public final class Tap implements HostBackend {
    private static final int O_RDWR_NONBLOCK = 0x802;
    private static final long TUNSETIFF = 0x400454ca;
    private static final int IFF_TAP_NO_PI = 0x1002;
    private static final int IFREQ_BYTES = 40;
    private static final int IFNAMSIZ = 16;
    private static final int MOST_BYTES = 65536;
    private static final int POLLIN = 1;

    private final Arena arena = Arena.ofShared();
    private final Calls calls = Calls.load();
    private final MemorySegment buffer = arena.allocate(MOST_BYTES);
    private final MemorySegment pollFd = arena.allocate(8, 4);
    private final MemorySegment timespec = arena.allocate(16, 8);
    private final String name;
    private final int fd;
    private NetPort guest;
    private boolean closed;

    private record Calls(MethodHandle open, MethodHandle ioctl, MethodHandle read, MethodHandle write, MethodHandle close, MethodHandle ppoll) {
        static Calls load() {
            var variadic = java.lang.foreign.Linker.Option.firstVariadicArg(2);
            var linker = java.lang.foreign.Linker.nativeLinker();
            MethodHandle ioctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("ioctl"),
                    java.lang.foreign.FunctionDescriptor.of(INT, INT, LONG, ADDRESS), variadic);
            MethodHandle open = linker.downcallHandle(linker.defaultLookup().findOrThrow("open"),
                    java.lang.foreign.FunctionDescriptor.of(INT, ADDRESS, INT), variadic);
            return new Calls(open, ioctl, Native.libc("read", LONG, INT, ADDRESS, LONG), Native.libc("write", LONG, INT, ADDRESS, LONG),
                    Native.libc("close", INT, INT), Native.libc("ppoll", INT, ADDRESS, LONG, ADDRESS, ADDRESS));
        }
    }

    /**
     * Opens an interface, or makes it.
     *
     * @param name of the interface, up to 15 characters; empty lets the host choose
     * @throws IllegalStateException in one sentence, if the host does not allow it
     */
    public static Tap open(String name) {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException("TAP interfaces are there on Linux only");
        }
        return new Tap(name);
    }

    private Tap(String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length >= IFNAMSIZ) {
            throw new IllegalArgumentException("'" + wanted + "' is too long for an interface; it has room for 15 characters");
        }
        try {
            fd = (int) calls.open.invokeExact(arena.allocateFrom("/dev/net/tun"), O_RDWR_NONBLOCK);
            if (fd < 0) {
                throw new IllegalStateException("/dev/net/tun cannot be opened: no TAP interfaces here (it needs root, and the device in a container)");
            }
            MemorySegment request = arena.allocate(IFREQ_BYTES, 8);
            MemorySegment.copy(bytes, 0, request, ValueLayout.JAVA_BYTE, 0, bytes.length);
            request.set(ValueLayout.JAVA_SHORT, IFNAMSIZ, (short) IFF_TAP_NO_PI);
            if ((int) calls.ioctl.invokeExact(fd, TUNSETIFF, request) != 0) {
                int ignored = (int) calls.close.invokeExact(fd);
                throw new IllegalStateException("the host refuses the TAP interface '" + wanted + "'; it needs CAP_NET_ADMIN");
            }
            name = request.getString(0);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        } catch (Throwable e) {
            throw Native.failed("open or ioctl", e);
        }
    }

    /** The interface's name on the host. */
    public String name() {
        return name;
    }

    @Override
    public Offloads offloads() {
        return Offloads.NONE;
    }

    @Override
    public synchronized void send(Packet packet, long tick) {
        if (closed || packet.sizeBytes() > MOST_BYTES) {
            return;
        }
        MemorySegment.copy(packet.bytes(), 0, buffer, ValueLayout.JAVA_BYTE, 0, packet.sizeBytes());
        try {
            // What the host has no room for is lost, as on a wire; so it is while the interface is down.
            long ignored = (long) calls.write.invokeExact(fd, buffer, (long) packet.sizeBytes());
        } catch (Throwable e) {
            throw Native.failed("write", e);
        }
    }

    @Override
    public void connect(NetPort port) {
        guest = port;
    }

    @Override
    public boolean busy() {
        return !closed;
    }

    @Override
    public synchronized void poll(long waitNanos) {
        if (closed) {
            return;
        }
        pollFd.set(INT, 0, fd);
        pollFd.set(INT, 4, POLLIN);
        timespec.set(LONG, 0, waitNanos / 1_000_000_000L);
        timespec.set(LONG, 8, waitNanos % 1_000_000_000L);
        try {
            if (waitNanos > 0 && (int) calls.ppoll.invokeExact(pollFd, 1L, timespec, MemorySegment.NULL) <= 0) {
                return;
            }
            for (long size = (long) calls.read.invokeExact(fd, buffer, (long) MOST_BYTES); size > 0;
                    size = (long) calls.read.invokeExact(fd, buffer, (long) MOST_BYTES)) {
                if (guest != null) {
                    guest.deliver(Packet.of(buffer.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE)), 0);
                }
            }
        } catch (Throwable e) {
            throw Native.failed("ppoll or read", e);
        }
    }

    /** Closes it; an interface that was made by this goes away. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            int ignored = (int) calls.close.invokeExact(fd);
        } catch (Throwable e) {
            throw Native.failed("close", e);
        }
        arena.close();
    }

    @Override
    public String toString() {
        return "TAP interface " + name + (closed ? ", closed" : "");
    }
}
