package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.R9;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Contains faults in emitted code: one signal handler for the process, before the JVM's own, and itself machine code, since no Java may run there. Where the
 * faulting instruction is in a {@link Place}, it notes what it was and lets the thread go on at the place's landing; anything else it hands to who was there before,
 * with everything as it came. Layouts are those of Linux on x86-64 (sigaction(2), {@code <ucontext.h>}).
 *
 * <p>What it cannot contain: a fault with a stack pointer that is none (the kernel ends the process), and damage that is done without a fault.
 */
final class FaultGuard {
    /** SIGILL, SIGBUS, SIGFPE and SIGSEGV. */
    private static final int[] SIGNALS = {4, 7, 8, 11};
    private static final String[] NAMES = {"SIGILL", "SIGBUS", "SIGFPE", "SIGSEGV"};

    // struct sigaction: the handler, a mask of 128 bytes, flags.
    private static final int SIGACTION_BYTES = 152;
    private static final int FLAGS = 136;
    private static final int SA_SIGINFO = 4;
    // siginfo_t and ucontext_t.
    private static final int ADDRESS = 16;
    private static final int CONTEXT_RIP = 168;

    // An entry of the table that the handler walks through, in bytes.
    private static final int START = 0;
    private static final int END = 8;
    private static final int LANDING = 16;
    private static final int FAULT_PC = 24;
    private static final int FAULT_ADDRESS = 32;
    private static final int SIGNAL = 40;
    private static final int ENTRY = 64;
    private static final int ENTRIES = 1024;
    /** The start of an entry that is not used any more; 0 ends the table. */
    private static final long UNUSED = -1;

    private static FaultGuard instance;

    private final long table = HostMemory.allocate((long) (ENTRIES + 1) * ENTRY, Arena.global()).address();
    /** Who was there before, by the signal's number. */
    private final long before = HostMemory.allocate(64 * 8, Arena.global()).address();
    /** Never given back: the handler stays. */
    private final CodeBuffer buffer = new CodeBuffer(4096);

    private FaultGuard() {
        X64 a = new X64();
        a.at = buffer.writable();
        emit(a);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle sigaction = sigaction();
            MemorySegment action = arena.allocate(SIGACTION_BYTES, 8);
            for (int signal : SIGNALS) {
                check(signal, (int) sigaction.invokeExact(signal, MemorySegment.NULL, action));
                long handler = action.get(ValueLayout.JAVA_LONG, 0);
                if (handler == 0 || handler == 1 || (action.get(ValueLayout.JAVA_INT, FLAGS) & SA_SIGINFO) == 0) {
                    throw new UnsupportedOperationException("the JVM has no handler for " + name(signal) + " that one could stand before");
                }
                setLong(before + signal * 8L, handler);
            }
            for (int signal : SIGNALS) { // with the mask and the flags of who was there
                check(signal, (int) sigaction.invokeExact(signal, MemorySegment.NULL, action));
                action.set(ValueLayout.JAVA_LONG, 0, buffer.writable() + buffer.delta());
                check(signal, (int) sigaction.invokeExact(signal, action, MemorySegment.NULL));
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnsupportedOperationException(e);
        }
    }

    /**
     * Contains faults in a range of addresses from now on.
     *
     * @param landing where a thread goes on after one: with all registers and the stack pointer as they were, whatever that was
     * @throws UnsupportedOperationException if this host does not allow it; the message says why
     */
    static synchronized Place contain(long start, long end, long landing) {
        if (instance == null) {
            instance = new FaultGuard();
        }
        long entry = instance.table;
        while (getLong(entry + START) != 0 && getLong(entry + START) != UNUSED) {
            entry += ENTRY;
        }
        if (entry == instance.table + (long) ENTRIES * ENTRY) {
            throw new UnsupportedOperationException("faults are contained in %d engines already".formatted(ENTRIES));
        }
        setLong(entry + END, end);
        setLong(entry + LANDING, landing);
        setLong(entry + SIGNAL, 0);
        setLong(entry + START, start); // from here on the handler finds it
        return new Place(entry);
    }

    /** A range in which faults are contained, and the last one there. */
    record Place(long entry) implements AutoCloseable {
        /** The host address of the instruction that was refused. */
        long pc() {
            return getLong(entry + FAULT_PC);
        }

        /** In words. */
        String fault() {
            int signal = (int) getLong(entry + SIGNAL);
            return "%s at host address 0x%x%s".formatted(name(signal), pc(), signal == 11 || signal == 7 ? ", for address 0x%x".formatted(getLong(entry + FAULT_ADDRESS)) : "");
        }

        @Override
        public void close() {
            setLong(entry + START, UNUSED);
        }
    }

    /** handler(RDI signal, RSI information, RDX context). */
    private void emit(X64 a) {
        a.load(true, RAX, RDX, CONTEXT_RIP);
        a.movImmediate(RCX, table);
        long loop = a.at;
        a.load(true, R8, RCX, START);
        a.test(true, R8, R8);
        long none = a.jumpIf(X64.E);
        a.op(X64.CMP, true, RAX, R8);
        long below = a.jumpIf(X64.C);
        a.opMemory(X64.CMP, true, RAX, RCX, END);
        long within = a.jumpIf(X64.C);
        a.aimHere(below);
        a.opImmediate(X64.ADD, true, RCX, ENTRY);
        a.jumpTo(loop);

        a.aimHere(within);
        a.store(true, RCX, FAULT_PC, RAX);
        a.load(true, R9, RSI, ADDRESS);
        a.store(true, RCX, FAULT_ADDRESS, R9);
        a.store(true, RCX, SIGNAL, RDI);
        a.load(true, R9, RCX, LANDING);
        a.store(true, RDX, CONTEXT_RIP, R9);
        a.ret();

        a.aimHere(none);
        a.movImmediate(RCX, before);
        a.mov(false, RAX, RDI);
        a.shift(X64.SHL, false, RAX, 3);
        a.op(X64.ADD, true, RCX, RAX);
        a.jumpMemory(RCX, 0);
    }

    private static MethodHandle sigaction() {
        AddressLayout address = ValueLayout.ADDRESS;
        return Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("sigaction"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, address, address));
    }

    private static void check(int signal, int result) {
        if (result != 0) {
            throw new UnsupportedOperationException("the host refuses sigaction for " + name(signal));
        }
    }

    private static String name(int signal) {
        for (int i = 0; i < SIGNALS.length; i++) {
            if (SIGNALS[i] == signal) {
                return NAMES[i];
            }
        }
        return "signal " + signal;
    }
}
