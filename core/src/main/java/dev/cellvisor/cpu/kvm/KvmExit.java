package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why KVM_RUN came back, as the shared page says it. */
public sealed interface KvmExit {
    /** KVM_EXIT_* (include/uapi/linux/kvm.h). */
    int IO = 2;
    /** See {@link #IO}. */
    int DEBUG = 4;
    /** See {@link #IO}. */
    int HLT = 5;
    /** See {@link #IO}. */
    int MMIO = 6;
    /** See {@link #IO}. */
    int IRQ_WINDOW_OPEN = 7;
    /** See {@link #IO}. */
    int SHUTDOWN = 8;
    /** See {@link #IO}. */
    int FAIL_ENTRY = 9;
    /** See {@link #IO}. */
    int INTR = 10;
    /** See {@link #IO}. */
    int INTERNAL_ERROR = 17;
    /** See {@link #IO}. */
    int SYSTEM_EVENT = 24;
    /** See {@link #IO}. */
    int ARM_NISV = 28;
    /** See {@link #IO}. */
    int X86_RDMSR = 29;
    /** See {@link #IO}. */
    int X86_WRMSR = 30;
    /** See {@link #IO}. */
    int DIRTY_RING_FULL = 31;

    /** IN or OUT, or a run of INS or OUTS.
     * @param port from 0 to 65535
     * @param sizeBytes of one: 1, 2 or 4
     * @param count how many
     * @param write whether it is OUT
     * @param dataOffset where the data is, or is to go, in the shared page's mapping */
    record Io(int port, int sizeBytes, int count, boolean write, long dataOffset) implements KvmExit {
        @Override
        public String toString() {
            return "%s %d × %d bytes at port 0x%x".formatted(write ? "OUT" : "IN", count, sizeBytes, port);
        }
    }

    /** A load or store where no memory is.
     * @param address guest-physical
     * @param sizeBytes from 1 to 8
     * @param write whether it is a store
     * @param value what is stored, or 0 */
    record Mmio(long address, int sizeBytes, boolean write, long value) implements KvmExit {
        @Override
        public String toString() {
            return write ? "store of %d bytes to 0x%x: 0x%x".formatted(sizeBytes, address, value) : "load of %d bytes from 0x%x".formatted(sizeBytes, address);
        }
    }

    /** A breakpoint, watchpoint or step on x86-64.
     * @param exception 1 for #DB, 3 for #BP
     * @param pc where, as KVM says it
     * @param dr6 why
     * @param dr7 what was armed */
    record DebugX86(int exception, long pc, long dr6, long dr7) implements KvmExit {
    }

    /** A breakpoint, watchpoint or step on aarch64.
     * @param esr the syndrome, whose top six bits say which
     * @param far the address that a watchpoint saw */
    record DebugArm64(long esr, long far) implements KvmExit {
    }

    /** HLT, when the interrupt controller is not in the kernel. */
    record Halt() implements KvmExit {
    }

    /** The guest takes interrupts now, as was asked for. */
    record InterruptWindow() implements KvmExit {
    }

    /** x86-64's triple fault. */
    record Shutdown() implements KvmExit {
    }

    /** The hardware refused to enter the guest.
     * @param reason the hardware's own */
    record FailEntry(long reason) implements KvmExit {
    }

    /** KVM could not go on, e.g. an instruction that it cannot emulate.
     * @param suberror 1: emulation, 2: two exceptions at once, 3: an event that could not be delivered
     * @param data what it says beside */
    record InternalError(int suberror, long[] data) implements KvmExit {
        @Override
        public String toString() {
            String what = switch (suberror) {
                case 1 -> "KVM cannot emulate an instruction";
                case 2 -> "two exceptions at once";
                case 3 -> "an exit while an event was being delivered";
                default -> "suberror " + suberror;
            };
            return "InternalError[" + what + Arrays.stream(data).mapToObj(Long::toHexString).collect(Collectors.joining(", ", ": ", "]"));
        }
    }

    /** PSCI: off, reset, crash.
     * @param type 1 for off, 2 for reset, 3 for a crash
     * @param data what is said beside */
    record SystemEvent(int type, long[] data) implements KvmExit {
        /** KVM_SYSTEM_EVENT_SHUTDOWN. */
        public static final int OFF = 1;
        /** KVM_SYSTEM_EVENT_RESET. */
        public static final int RESET = 2;
        /** KVM_SYSTEM_EVENT_CRASH. */
        public static final int CRASH = 3;
    }

    /** An arm64 access to no memory by an instruction that does not say what it does: a pair, or with write-back.
     * @param esrIss the syndrome
     * @param address guest-physical */
    record NoSyndrome(long esrIss, long address) implements KvmExit {
    }

    /** RDMSR or WRMSR that is ours to answer.
     * @param index the register
     * @param write whether it is WRMSR
     * @param value what is written */
    record Msr(int index, boolean write, long value) implements KvmExit {
    }

    /** The ring of written pages is full. */
    record DirtyRingFull() implements KvmExit {
    }

    /** A kick, or a signal: nothing has to be done. */
    record Interrupted() implements KvmExit {
        /** The one. */
        public static final Interrupted INSTANCE = new Interrupted();
    }

    /** Anything else.
     * @param reason KVM's number */
    record Other(int reason) implements KvmExit {
    }

    /** Reads the shared page. */
    static KvmExit read(MemorySegment run) {
        int reason = run.get(ValueLayout.JAVA_INT, KvmRunLayout.EXIT_REASON);
        return switch (reason) {
            case IO -> new Io(run.get(ValueLayout.JAVA_SHORT, KvmRunLayout.IO_PORT) & 0xffff, run.get(ValueLayout.JAVA_BYTE, KvmRunLayout.IO_SIZE),
                    run.get(ValueLayout.JAVA_INT, KvmRunLayout.IO_COUNT), run.get(ValueLayout.JAVA_BYTE, KvmRunLayout.IO_DIRECTION) != 0,
                    run.get(ValueLayout.JAVA_LONG, KvmRunLayout.IO_DATA_OFFSET));
            case MMIO -> {
                int size = run.get(ValueLayout.JAVA_INT, KvmRunLayout.MMIO_LEN);
                boolean write = run.get(ValueLayout.JAVA_BYTE, KvmRunLayout.MMIO_IS_WRITE) != 0;
                long value = run.get(ValueLayout.JAVA_LONG, KvmRunLayout.MMIO_DATA);
                yield new Mmio(run.get(ValueLayout.JAVA_LONG, KvmRunLayout.MMIO_ADDRESS), size, write,
                        write ? size == 8 ? value : value & (1L << 8 * size) - 1 : 0);
            }
            case DEBUG -> debug(run.asSlice(KvmRunLayout.EXIT));
            case HLT -> new Halt();
            case IRQ_WINDOW_OPEN -> new InterruptWindow();
            case SHUTDOWN -> new Shutdown();
            case FAIL_ENTRY -> new FailEntry(run.get(ValueLayout.JAVA_LONG, KvmRunLayout.EXIT));
            case INTR -> Interrupted.INSTANCE;
            case INTERNAL_ERROR -> new InternalError((int) KvmRunLayout.INTERNAL.get(run.asSlice(KvmRunLayout.EXIT), "suberror"), data(run));
            case SYSTEM_EVENT -> new SystemEvent((int) KvmRunLayout.SYSTEM_EVENT.get(run.asSlice(KvmRunLayout.EXIT), "type"), data(run));
            case ARM_NISV -> new NoSyndrome(run.get(ValueLayout.JAVA_LONG, KvmRunLayout.EXIT), run.get(ValueLayout.JAVA_LONG, KvmRunLayout.EXIT + 8));
            case X86_RDMSR, X86_WRMSR -> {
                MemorySegment msr = run.asSlice(KvmRunLayout.EXIT);
                yield new Msr((int) KvmRunLayout.MSR.get(msr, "index"), reason == X86_WRMSR, KvmRunLayout.MSR.get(msr, "data"));
            }
            case DIRTY_RING_FULL -> new DirtyRingFull();
            default -> new Other(reason);
        };
    }

    private static KvmExit debug(MemorySegment exit) {
        if (HostArch.HOST == HostArch.AARCH64) {
            return new DebugArm64(KvmRunLayout.DEBUG_ARM64.get(exit, "arch.hsr") | KvmRunLayout.DEBUG_ARM64.get(exit, "arch.hsr_high") << 32,
                    KvmRunLayout.DEBUG_ARM64.get(exit, "arch.far"));
        }
        return new DebugX86((int) KvmRunLayout.DEBUG_X86.get(exit, "arch.exception"), KvmRunLayout.DEBUG_X86.get(exit, "arch.pc"),
                KvmRunLayout.DEBUG_X86.get(exit, "arch.dr6"), KvmRunLayout.DEBUG_X86.get(exit, "arch.dr7"));
    }

    /** Both kinds that have data have it in the same way: a type, a count, up to 16 numbers. */
    private static long[] data(MemorySegment run) {
        int count = Math.min(16, run.get(ValueLayout.JAVA_INT, KvmRunLayout.EXIT + 4));
        long[] data = new long[Math.max(0, count)];
        for (int i = 0; i < data.length; i++) {
            data[i] = run.get(ValueLayout.JAVA_LONG, KvmRunLayout.EXIT + 8 + 8L * i);
        }
        return data;
    }
}
