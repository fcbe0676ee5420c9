package dev.cellvisor.boot;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.FirmwareCalls;
import dev.cellvisor.trace.Trace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Power State Coordination Interface, version 1.1, over HVC. The power state of a CPU is the CPU's own, so this object
 * has no state but its counts. Source: Arm DEN 0022 (PSCI), section 5; Arm DEN 0028 (SMC Calling Convention), sections 5 and 7.
 */
public final class Psci implements FirmwareCalls {
    /** Version 1.1: major in the high half. */
    public static final int VERSION = 0x1_0001;

    public static final int SUCCESS = 0;
    public static final int NOT_SUPPORTED = -1;
    public static final int INVALID_PARAMETERS = -2;
    public static final int DENIED = -3;
    public static final int ALREADY_ON = -4;
    public static final int ON_PENDING = -5;
    public static final int INVALID_ADDRESS = -9;

    private static final int SMCCC_VERSION_1_1 = 0x1_0001;
    private static final int NO_MIGRATION_NEEDED = 2;
    private static final int ON = 0;
    private static final int OFF = 1;
    private static final int SMC64 = 0x4000_0000;
    private static final long SUSPEND_RESERVED = 0xfffe_0000L;

    private final List<Cpu> cpus;
    private final Trace trace;
    private final StartAddress startAddress;
    private final Map<String, Long> counts = new TreeMap<>();

    /** Says whether a CPU can start at an address: whether it is RAM. */
    @FunctionalInterface
    public interface StartAddress {
        /** Whether the address can be executed from with the MMU off. */
        boolean valid(long address);
    }

    /**
     * @param cpus by index; the list may grow until the VM starts
     * @param trace what calls are told to
     * @param startAddress which entry points CPU_ON accepts
     */
    public Psci(List<Cpu> cpus, Trace trace, StartAddress startAddress) {
        this.cpus = cpus;
        this.trace = trace;
        this.startAddress = startAddress;
    }

    /** The affinity fields of a CPU's MPIDR_EL1: clusters of 16, as QEMU's virt board has them with a GICv3. */
    public static long affinity(int index) {
        return (long) (index / 16) << 8 | index % 16;
    }

    @Override
    public boolean call(Cpu cpu, boolean smc, int immediate) {
        if (smc || immediate != 0) {
            return false; // the conduit is HVC #0, as the device tree says
        }
        int id = (int) cpu.get("x0");
        boolean wide = (id & SMC64) != 0;
        long first = argument(cpu, "x1", wide);
        long second = argument(cpu, "x2", wide);
        long third = argument(cpu, "x3", wide);
        PsciFunction function = PsciFunction.of(id);
        String name = function == null ? "0x%08x".formatted(id) : function.name();
        counts.merge(name, 1L, Long::sum);
        if (trace.on()) {
            trace.emit(new PsciCall(cpu.index(), name, first, second, third));
        }
        Integer answer = answer(cpu, function, first, second, third);
        if (answer != null) {
            cpu.set("x0", wide ? answer : Integer.toUnsignedLong(answer));
        }
        return true;
    }

    private static long argument(Cpu cpu, String register, boolean wide) {
        long value = cpu.get(register);
        return wide ? value : value & 0xffff_ffffL;
    }

    /** What is returned in X0; {@code null} if the call does not return. */
    private Integer answer(Cpu cpu, PsciFunction function, long first, long second, long third) {
        return switch (function) {
            case null -> NOT_SUPPORTED;
            case PSCI_VERSION -> VERSION;
            case PSCI_FEATURES -> features((int) first);
            case SMCCC_VERSION -> SMCCC_VERSION_1_1;
            case MIGRATE_INFO_TYPE -> NO_MIGRATION_NEEDED;
            case CPU_ON -> cpuOn(first, second, third);
            case AFFINITY_INFO -> affinityInfo(first, second);
            case CPU_SUSPEND -> {
                // 5.4: other bits than StateType and StateID must be 0; AffinityLevel is among them, since a CPU is all that can be suspended.
                if ((first & SUSPEND_RESERVED) != 0) {
                    yield INVALID_PARAMETERS;
                }
                // 5.4.5: a power-down state may be downgraded to standby, which returns here once an interrupt comes.
                cpu.waitForInterrupt();
                yield SUCCESS;
            }
            case CPU_OFF -> {
                cpu.powerOff();
                cpu.leave(new Exit.Waiting());
                yield null;
            }
            case SYSTEM_OFF -> {
                cpu.leave(new Exit.PowerOff());
                yield null;
            }
            case SYSTEM_RESET -> {
                cpu.leave(new Exit.Reset());
                yield null;
            }
        };
    }

    /** How often each function was called, by name; unknown ones by their number. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Takes other counts over. */
    public void restoreCounts(Map<String, Long> saved) {
        counts.clear();
        counts.putAll(saved);
    }

    /** Starts the counts from 0. */
    public void resetCounts() {
        counts.clear();
    }

    private static int features(int id) {
        return PsciFunction.of(id) == null ? NOT_SUPPORTED : SUCCESS;
    }

    private int cpuOn(long target, long entry, long context) {
        Cpu cpu = byAffinity(target);
        if (cpu == null) {
            return INVALID_PARAMETERS;
        }
        if (cpu.poweredOn()) {
            return ALREADY_ON;
        }
        if ((entry & 3) != 0 || !startAddress.valid(entry)) {
            return INVALID_ADDRESS;
        }
        cpu.reset(entry, context);
        return SUCCESS;
    }

    private int affinityInfo(long target, long lowestLevel) {
        Cpu cpu = byAffinity(target);
        if (lowestLevel != 0 || cpu == null) { // since PSCI 1.0 levels above 0 need not be supported (5.7.1)
            return INVALID_PARAMETERS;
        }
        return cpu.poweredOn() ? ON : OFF;
    }

    private Cpu byAffinity(long target) {
        for (Cpu cpu : cpus) {
            if (affinity(cpu.index()) == target) {
                return cpu;
            }
        }
        return null;
    }
}
