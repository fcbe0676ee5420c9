package dev.cellvisor.net.nat;

import static dev.cellvisor.net.nat.Native.ADDRESS;
import static dev.cellvisor.net.nat.Native.INT;
import static dev.cellvisor.net.nat.Native.LONG;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.HostBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;

/**
 * User-mode NAT by libslirp: the guest gets an address by DHCP (10.0.2.15), a router that is this host (10.0.2.2: its loopback too),
 * and a name server (10.0.2.3); connections out are sockets of this process, and need no rights. IPv4 only.
 *
 * <p>Large TCP packets of the guest go in as they are, with their checksum completed. What comes from the host is not deterministic:
 * each packet is an input of the VM.
 */
public final class Nat implements HostBackend {
    private static final int MOST_SOCKETS = 1024;
    private static final int POLLFD_BYTES = 8;
    /** What libslirp says when nothing is due. */
    private static final int QUIET_MILLIS = 1000;
    private static final int INPUT_BYTES = 65536 + 512;
    /** Offsets in SlirpConfig, version 1, where pointers have 64 bits. */
    private static final int CONFIG_BYTES = 256;
    private static final int IN_ENABLED = 8;
    private static final int VNETWORK = 12;
    private static final int VNETMASK = 16;
    private static final int VHOST = 20;
    private static final int VHOSTNAME = 64;
    private static final int VDHCP_START = 96;
    private static final int VNAMESERVER = 100;
    /** Bits of libslirp's poll events, and of poll(2), in the same order: in, out, priority, error, hang-up. */
    private static final int[] SLIRP_EVENTS = {1, 2, 4, 8, 16};
    private static final int[] POLL_EVENTS = {1, 4, 2, 8, 16};

    private final Arena arena = Arena.ofShared();
    private final Library library;
    private final MemorySegment slirp;
    private final MemorySegment input;
    private final MemorySegment fds;
    private final MemorySegment timeout;
    private final MemorySegment timespec;
    private final MemorySegment addPoll;
    private final MemorySegment getEvents;
    private final Map<Long, long[]> timers = new HashMap<>();
    private int sockets;
    private boolean filled;
    private long nextTimer = 1;
    private NetPort guest;
    private boolean closed;

    /** The functions of libslirp and poll(2). */
    private record Library(MethodHandle create, MethodHandle cleanup, MethodHandle input, MethodHandle fill, MethodHandle poll, MethodHandle ppoll) {

        static Library load() {
            SymbolLookup lookup = SymbolLookup.libraryLookup("libslirp.so.0", Arena.global());
            return new Library(Native.function(lookup, "slirp_new", ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                    Native.function(lookup, "slirp_cleanup", null, ADDRESS),
                    Native.function(lookup, "slirp_input", null, ADDRESS, ADDRESS, INT),
                    Native.function(lookup, "slirp_pollfds_fill", null, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                    Native.function(lookup, "slirp_pollfds_poll", null, ADDRESS, INT, ADDRESS, ADDRESS),
                    Native.libc("ppoll", INT, ADDRESS, LONG, ADDRESS, ADDRESS));
        }
    }

    /** Why there is no NAT here, in a sentence; {@code null} if there is. */
    public static String missing() {
        try {
            Library.load();
            return null;
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            return "user-mode NAT needs the library libslirp; install it (Debian: apt install libslirp0)";
        }
    }

    /**
     * A NAT of its own for one network device.
     *
     * @throws IllegalStateException with {@link #missing()} if the library is not installed
     */
    public static Nat open() {
        String missing = missing();
        if (missing != null) {
            throw new IllegalStateException(missing);
        }
        return new Nat();
    }

    private Nat() {
        library = Library.load();
        input = arena.allocate(INPUT_BYTES);
        fds = arena.allocate((long) MOST_SOCKETS * POLLFD_BYTES, 8);
        timeout = arena.allocate(4, 4);
        timespec = arena.allocate(16, 8);
        MethodHandles.Lookup here = MethodHandles.lookup();
        addPoll = Native.callback(here, this, "addPoll", arena, INT, INT, INT, ADDRESS);
        getEvents = Native.callback(here, this, "getEvents", arena, INT, INT, ADDRESS);
        MemorySegment callbacks = arena.allocate(ADDRESS, 16);
        int at = 0;
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "sendPacket", arena, LONG, ADDRESS, LONG, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "guestError", arena, null, ADDRESS, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "clock", arena, LONG, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "timerNew", arena, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "timerFree", arena, null, ADDRESS, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "timerMod", arena, null, ADDRESS, LONG, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "pollFd", arena, null, INT, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at++, Native.callback(here, this, "pollFd", arena, null, INT, ADDRESS));
        callbacks.setAtIndex(ADDRESS, at, Native.callback(here, this, "awake", arena, null, ADDRESS));
        MemorySegment config = arena.allocate(CONFIG_BYTES, 8);
        config.set(INT, 0, 1);
        config.set(ValueLayout.JAVA_BYTE, IN_ENABLED, (byte) 1);
        address(config, VNETWORK, 10, 0, 2, 0);
        address(config, VNETMASK, 255, 255, 255, 0);
        address(config, VHOST, 10, 0, 2, 2);
        address(config, VDHCP_START, 10, 0, 2, 15);
        address(config, VNAMESERVER, 10, 0, 2, 3);
        config.set(ADDRESS, VHOSTNAME, arena.allocateFrom("cellvisor"));
        try {
            slirp = (MemorySegment) library.create.invokeExact(config, callbacks, MemorySegment.NULL);
        } catch (Throwable e) {
            throw Native.failed("slirp_new", e);
        }
        if (slirp.address() == 0) {
            throw new IllegalStateException("libslirp did not take our configuration; is it older than 4.1?");
        }
    }

    private static void address(MemorySegment config, int offset, int... bytes) {
        for (int i = 0; i < 4; i++) {
            config.set(ValueLayout.JAVA_BYTE, offset + i, (byte) bytes[i]);
        }
    }

    @Override
    public Offloads offloads() {
        return new Offloads(true, true, false, true, false, false, false);
    }

    @Override
    public synchronized void send(Packet packet, long tick) {
        byte[] bytes = Checksums.complete(packet).bytes();
        if (closed || bytes.length > INPUT_BYTES) {
            return;
        }
        MemorySegment.copy(bytes, 0, input, ValueLayout.JAVA_BYTE, 0, bytes.length);
        try {
            library.input.invokeExact(slirp, input, bytes.length);
        } catch (Throwable e) {
            throw Native.failed("slirp_input", e);
        }
        filled = false;
    }

    @Override
    public void connect(NetPort port) {
        guest = port;
    }

    @Override
    public synchronized boolean busy() {
        if (!closed && !filled) {
            fill();
        }
        // Without a socket to look at, a connection still has its timers: libslirp then wants to be asked within half a second.
        return !closed && (sockets > 0 || Integer.compareUnsigned(timeout.get(INT, 0), QUIET_MILLIS) < 0);
    }

    private void fill() {
        sockets = 0;
        timeout.set(INT, 0, -1);
        try {
            library.fill.invokeExact(slirp, timeout, addPoll, MemorySegment.NULL);
        } catch (Throwable e) {
            throw Native.failed("slirp_pollfds_fill", e);
        }
        filled = true;
    }

    @Override
    public synchronized void poll(long waitNanos) {
        if (closed) {
            return;
        }
        fill();
        long most = Math.min(waitNanos, (timeout.get(INT, 0) & 0xffff_ffffL) * 1_000_000);
        timespec.set(LONG, 0, most / 1_000_000_000L);
        timespec.set(LONG, 8, most % 1_000_000_000L);
        try {
            int ready = (int) library.ppoll.invokeExact(fds, (long) sockets, timespec, MemorySegment.NULL);
            library.poll.invokeExact(slirp, ready < 0 ? 1 : 0, getEvents, MemorySegment.NULL);
        } catch (Throwable e) {
            throw Native.failed("ppoll or slirp_pollfds_poll", e);
        }
        filled = false;
    }

    // What libslirp calls. Nothing may be thrown into it.

    private long sendPacket(MemorySegment bytes, long size, MemorySegment opaque) {
        try {
            if (guest != null) {
                guest.deliver(Packet.of(bytes.reinterpret(size).toArray(ValueLayout.JAVA_BYTE)), 0);
            }
        } catch (RuntimeException e) {
            return -1;
        }
        return size;
    }

    private void guestError(MemorySegment message, MemorySegment opaque) {
        // Something in a packet was wrong; a router would drop it too.
    }

    private long clock(MemorySegment opaque) {
        return System.nanoTime();
    }

    private MemorySegment timerNew(MemorySegment call, MemorySegment argument, MemorySegment opaque) {
        // Timers serve IPv6 router advertisements only, which are off.
        timers.put(nextTimer, new long[] {call.address(), argument.address()});
        return MemorySegment.ofAddress(nextTimer++);
    }

    private void timerFree(MemorySegment timer, MemorySegment opaque) {
        timers.remove(timer.address());
    }

    private void timerMod(MemorySegment timer, long millis, MemorySegment opaque) {
    }

    private void pollFd(int fd, MemorySegment opaque) {
    }

    private void awake(MemorySegment opaque) {
    }

    private int addPoll(int fd, int events, MemorySegment opaque) {
        if (sockets == MOST_SOCKETS) {
            return -1;
        }
        fds.set(INT, (long) sockets * POLLFD_BYTES, fd);
        fds.set(INT, (long) sockets * POLLFD_BYTES + 4, translated(events, SLIRP_EVENTS, POLL_EVENTS));
        return sockets++;
    }

    private int getEvents(int index, MemorySegment opaque) {
        return index < 0 || index >= sockets ? 0 : translated(fds.get(INT, (long) index * POLLFD_BYTES + 4) >>> 16, POLL_EVENTS, SLIRP_EVENTS);
    }

    private static int translated(int events, int[] from, int[] to) {
        int result = 0;
        for (int i = 0; i < from.length; i++) {
            result |= (events & from[i]) != 0 ? to[i] : 0;
        }
        return result;
    }

    /** Closes all connections. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            library.cleanup.invokeExact(slirp);
        } catch (Throwable e) {
            throw Native.failed("slirp_cleanup", e);
        }
        arena.close();
    }

    @Override
    public String toString() {
        return "NAT by libslirp: guest 10.0.2.15, host 10.0.2.2, name server 10.0.2.3" + (closed ? ", closed" : "");
    }
}
