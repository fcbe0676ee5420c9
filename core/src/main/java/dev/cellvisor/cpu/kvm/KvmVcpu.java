package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.Kick;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import dev.cellvisor.cpu.kvm.ffi.Mapping;
import dev.cellvisor.cpu.kvm.ffi.Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A vCPU of KVM's and the page that it shares with us. One thread runs it at a time; {@link #kick} may be called by any thread at any time.
 */
public final class KvmVcpu implements AutoCloseable {
    private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();
    /** After so many calls HotSpot's first compiler has compiled what is called. */
    private static final int COMPILED_AFTER = 250;
    private static final AtomicBoolean REHEARSED = new AtomicBoolean();

    private final int index;
    private final Fd fd;
    private final Mapping mapping;
    private final MemorySegment run;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment oneReg = Structs.ONE_REG.allocate(arena);
    private final MemorySegment value = arena.allocate(256, 16);
    private final Object kicking = new Object();
    /** The thread that a kick is for, or 0. Guarded by {@link #kicking}. */
    private long target;
    /** Whose it is between {@link #bind} and {@link #release}. */
    private Thread bound;
    private boolean closed;

    KvmVcpu(int index, Fd fd, Mapping mapping) {
        this.index = index;
        this.fd = fd;
        this.mapping = mapping;
        run = mapping.segment();
    }

    /** Its number. */
    public int index() {
        return index;
    }

    /** The file itself, for calls that have no method here. */
    public Fd fd() {
        return fd;
    }

    /** The shared page (and what follows it), as {@link KvmRunLayout} has it. */
    public MemorySegment page() {
        return run;
    }

    /**
     * Runs the guest on this thread until something has to be done here.
     *
     * @return why it came back; {@link KvmExit.Interrupted} after a {@link #kick}
     */
    public KvmExit run() {
        return enter() ? KvmExit.read(run) : KvmExit.Interrupted.INSTANCE;
    }

    /**
     * Makes it this thread's for many runs: then a run costs nothing beside the call. Must be {@linkplain #release released} before the thread ends.
     */
    public void bind() {
        synchronized (kicking) {
            target = Kick.self();
            bound = Thread.currentThread();
            if (REHEARSED.compareAndSet(false, true)) {
                rehearse();
            }
        }
    }

    /**
     * A kick is rare, and somebody waits for it: it is not to be interpreted, which in a machine that is itself emulated takes as long as all the rest.
     * So it is done without a signal until it is compiled, once in a process.
     */
    private void rehearse() {
        byte before = (byte) BYTE.getVolatile(run, KvmRunLayout.IMMEDIATE_EXIT);
        for (int i = 0; i < COMPILED_AFTER; i++) {
            kick(false);
        }
        BYTE.setVolatile(run, KvmRunLayout.IMMEDIATE_EXIT, before);
    }

    /** Ends {@link #bind}. */
    public void release() {
        synchronized (kicking) {
            target = 0;
            bound = null;
        }
    }

    /**
     * As {@link #run} without making an object: what happened is in {@link #page}.
     *
     * @return false if it came back because of a kick or a signal: then the page says nothing
     */
    public boolean enter() {
        if (bound == Thread.currentThread()) {
            return enterBound();
        }
        bind();
        try {
            return enterBound();
        } finally {
            release();
        }
    }

    private boolean enterBound() {
        int result = fd.tryIoctl(Ioctl.RUN, 0);
        if (result >= 0) {
            return true;
        }
        if (result == -Errno.EINTR || result == -Errno.EAGAIN) {
            return false;
        }
        throw new KvmException("KVM_RUN of vCPU " + index, -result);
    }

    /**
     * Makes the current {@link #run}, or the next, come back at once. It stays so until {@link #settle}.
     */
    public void kick() {
        kick(true);
    }

    private void kick(boolean really) {
        synchronized (kicking) {
            if (closed) {
                return;
            }
            BYTE.setVolatile(run, KvmRunLayout.IMMEDIATE_EXIT, (byte) 1);
            if (target == 0) {
                return;
            }
            if (really) {
                Kick.thread(target);
            } else {
                Kick.nothing(target);
            }
        }
    }

    /** Takes a kick back: the next {@link #run} stays in the guest. */
    public void settle() {
        BYTE.setVolatile(run, KvmRunLayout.IMMEDIATE_EXIT, (byte) 0);
    }

    /**
     * Completes an access that the last exit was for, without running any further instruction: KVM puts what was read into the register and moves PC
     * on. Before this the registers are those of the middle of an instruction. Leaves the vCPU {@linkplain #settle settled}.
     *
     * @return whether the same instruction has a further access: {@link #page} says which, and it is to be completed too
     */
    public boolean complete() {
        BYTE.setVolatile(run, KvmRunLayout.IMMEDIATE_EXIT, (byte) 1);
        int result = fd.tryIoctl(Ioctl.RUN, 0);
        settle();
        if (result < 0 && result != -Errno.EINTR) {
            throw new KvmException("KVM_RUN of vCPU " + index, -result);
        }
        return result >= 0;
    }

    // ---- registers ----

    /** A register of 8 bytes or less by its KVM id; on x86-64 KVM has none of these. */
    public synchronized long getReg(long id) {
        int result = tryGetReg(id);
        if (result < 0) {
            throw new KvmException("KVM_GET_ONE_REG 0x%x of vCPU %d".formatted(id, index), -result);
        }
        return switch (regBytes(id)) {
            case 1 -> value.get(ValueLayout.JAVA_BYTE, 0) & 0xff;
            case 2 -> value.get(ValueLayout.JAVA_SHORT, 0) & 0xffff;
            case 4 -> value.get(ValueLayout.JAVA_INT, 0) & 0xffff_ffffL;
            default -> value.get(ValueLayout.JAVA_LONG, 0);
        };
    }

    /** Sets a register of 8 bytes or less by its KVM id. */
    public synchronized void setReg(long id, long newValue) {
        switch (regBytes(id)) {
            case 1 -> value.set(ValueLayout.JAVA_BYTE, 0, (byte) newValue);
            case 2 -> value.set(ValueLayout.JAVA_SHORT, 0, (short) newValue);
            case 4 -> value.set(ValueLayout.JAVA_INT, 0, (int) newValue);
            default -> value.set(ValueLayout.JAVA_LONG, 0, newValue);
        }
        setReg("0x%x = 0x%x", id, newValue);
    }

    /** A register of any size by its KVM id: its bytes. */
    public synchronized byte[] getRegBytes(long id) {
        int result = tryGetReg(id);
        if (result < 0) {
            throw new KvmException("KVM_GET_ONE_REG 0x%x of vCPU %d".formatted(id, index), -result);
        }
        return value.asSlice(0, regBytes(id)).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Sets a register of any size by its KVM id. */
    public synchronized void setRegBytes(long id, byte[] bytes) {
        if (bytes.length != regBytes(id)) {
            throw new IllegalArgumentException("register 0x%x has %d bytes, not %d".formatted(id, regBytes(id), bytes.length));
        }
        MemorySegment.copy(bytes, 0, value, ValueLayout.JAVA_BYTE, 0, bytes.length);
        setReg("0x%x, %d bytes", id, bytes.length);
    }

    private int tryGetReg(long id) {
        oneReg.set(ValueLayout.JAVA_LONG, 0, id);
        oneReg.set(ValueLayout.JAVA_LONG, 8, value.address());
        return fd.tryIoctl(Ioctl.GET_ONE_REG, oneReg);
    }

    private void setReg(String what, long id, long shown) {
        oneReg.set(ValueLayout.JAVA_LONG, 0, id);
        oneReg.set(ValueLayout.JAVA_LONG, 8, value.address());
        int result = fd.tryIoctl(Ioctl.SET_ONE_REG, oneReg);
        if (result < 0) {
            throw new KvmException("KVM_SET_ONE_REG " + what.formatted(id, shown) + " of vCPU " + index, -result);
        }
    }

    /** A register's size by its id: KVM_REG_SIZE. */
    public static int regBytes(long id) {
        return 1 << (int) (id >>> 52 & 15);
    }

    /** A structure of KVM's filled by a call, e.g. KVM_GET_REGS. */
    public void get(String what, long code, MemorySegment struct) {
        fd.ioctl(what, code, struct);
    }

    /** A structure given to a call, e.g. KVM_SET_REGS. */
    public void set(String what, long code, MemorySegment struct) {
        fd.ioctl(what, code, struct);
    }

    /** Whether it runs, halts or is off: KVM_MP_STATE_*. */
    public int mpState() {
        try (var frame = Arena.ofConfined()) {
            MemorySegment state = Structs.MP_STATE.allocate(frame);
            fd.ioctl("KVM_GET_MP_STATE", Ioctl.GET_MP_STATE, state);
            return state.get(ValueLayout.JAVA_INT, 0);
        }
    }

    /** Sets {@link #mpState}. */
    public void mpState(int newState) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment state = Structs.MP_STATE.allocate(frame);
            state.set(ValueLayout.JAVA_INT, 0, newState);
            fd.ioctl("KVM_SET_MP_STATE", Ioctl.SET_MP_STATE, state);
        }
    }

    /** Its attributes. */
    public Attributes attributes() {
        return new Attributes(fd);
    }

    /** Closes it. It must not be running. */
    @Override
    public void close() {
        synchronized (kicking) {
            if (closed) {
                return;
            }
            closed = true;
        }
        mapping.close();
        fd.close();
        arena.close();
    }

    @Override
    public String toString() {
        return "vCPU " + index + (closed ? ", closed" : "");
    }
}
