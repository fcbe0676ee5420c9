package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.Arm64Structs;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a debugger has the hardware do on a vCPU: single-step, breakpoints, watchpoints, BRK to the debugger. The guest's own debug registers are
 * hidden from the hardware meanwhile. Takes effect with the next run; {@link #apply} tells KVM.
 */
public final class Arm64Debug {
    private static final long ENABLE = 1;
    private static final long SINGLE_STEP = 2;
    private static final long USE_SOFTWARE = 1L << 16;
    private static final long USE_HARDWARE = 1L << 17;
    /** DBGBCR: enabled, EL0 and EL1, all four bytes. */
    private static final long BREAKPOINT_CONTROL = 1 | 3 << 1 | 0xf << 5;
    /** DBGWCR: enabled, EL0 and EL1. */
    private static final long WATCHPOINT_CONTROL = 1 | 3 << 1;
    private static final int WATCHPOINT_KIND = 3;
    private static final int WATCHPOINT_BYTES = 5;
    private static final int WATCHPOINT_MASK = 24;

    /** Exception classes that a debug exit has (Arm ARM, ESR_EL2.EC). */
    public static final int CLASS_BREAKPOINT = 0x30;
    /** See {@link #CLASS_BREAKPOINT}. */
    public static final int CLASS_STEP = 0x32;
    /** See {@link #CLASS_BREAKPOINT}. */
    public static final int CLASS_WATCHPOINT = 0x34;
    /** See {@link #CLASS_BREAKPOINT}. */
    public static final int CLASS_BRK = 0x3c;

    /** Which accesses a watchpoint sees. */
    public enum Access {
        /** Loads. */
        READ(1),
        /** Stores. */
        WRITE(2),
        /** Both. */
        BOTH(3);

        private final int bits;

        Access(int bits) {
            this.bits = bits;
        }
    }

    private record Watchpoint(long address, int sizeBytes, Access access) {
    }

    private final KvmVcpu vcpu;
    private final int breakpointLimit;
    private final int watchpointLimit;
    private final List<Long> breakpoints = new ArrayList<>();
    private final List<Watchpoint> watchpoints = new ArrayList<>();
    private boolean step;
    private boolean software;

    Arm64Debug(KvmVm vm, KvmVcpu vcpu) {
        this.vcpu = vcpu;
        breakpointLimit = vm.check(Capability.GUEST_DEBUG_HW_BPS);
        watchpointLimit = vm.check(Capability.GUEST_DEBUG_HW_WPS);
    }

    /** The class of a debug exit's syndrome. */
    public static int exceptionClass(long esr) {
        return (int) (esr >>> 26) & 0x3f;
    }

    /** How many hardware breakpoints there can be. */
    public int breakpointLimit() {
        return breakpointLimit;
    }

    /** How many watchpoints there can be. */
    public int watchpointLimit() {
        return watchpointLimit;
    }

    /** Whether each run ends after one instruction. */
    public Arm64Debug step(boolean on) {
        step = on;
        return this;
    }

    /** Whether BRK in the guest comes to us instead of to the guest. */
    public Arm64Debug software(boolean on) {
        software = on;
        return this;
    }

    /**
     * A hardware breakpoint, at EL0 and EL1.
     *
     * @param va a virtual address, a multiple of 4
     * @return false if the hardware has no more
     */
    public boolean addBreakpoint(long va) {
        if (breakpoints.contains(va)) {
            return true;
        }
        if (breakpoints.size() >= breakpointLimit) {
            return false;
        }
        return breakpoints.add(va);
    }

    /** Takes all hardware breakpoints away; watchpoints stay. */
    public void clear() {
        breakpoints.clear();
    }

    /** Takes a hardware breakpoint away. */
    public void removeBreakpoint(long va) {
        breakpoints.remove(va);
    }

    /**
     * A hardware watchpoint, at EL0 and EL1.
     *
     * @param va virtual, a multiple of its size
     * @param sizeBytes a power of two
     * @return false if the hardware has no more
     * @throws IllegalArgumentException if the range is none that the hardware can watch
     */
    public boolean addWatchpoint(long va, int sizeBytes, Access access) {
        if (Integer.bitCount(sizeBytes) != 1 || (va & sizeBytes - 1) != 0) {
            throw new IllegalArgumentException("a watchpoint on %d bytes at 0x%x: the size must be a power of two and the address a multiple of it"
                    .formatted(sizeBytes, va));
        }
        return watchpoints.size() < watchpointLimit && watchpoints.add(new Watchpoint(va, sizeBytes, access));
    }

    /** Takes the watchpoints at an address away. */
    public void removeWatchpoint(long va) {
        watchpoints.removeIf(watchpoint -> watchpoint.address == va);
    }

    /** Tells KVM. */
    public void apply() {
        try (var frame = Arena.ofConfined()) {
            MemorySegment struct = Arm64Structs.GUEST_DEBUG.allocate(frame);
            long control = (step ? SINGLE_STEP : 0) | (software ? USE_SOFTWARE : 0) | (breakpoints.isEmpty() && watchpoints.isEmpty() ? 0 : USE_HARDWARE);
            Arm64Structs.GUEST_DEBUG.set(struct, "control", control == 0 ? 0 : control | ENABLE);
            for (int i = 0; i < breakpoints.size(); i++) {
                Arm64Structs.GUEST_DEBUG.set(struct, "arch.dbg_bcr", i, BREAKPOINT_CONTROL).set(struct, "arch.dbg_bvr", i, breakpoints.get(i));
            }
            for (int i = 0; i < watchpoints.size(); i++) {
                Watchpoint watchpoint = watchpoints.get(i);
                Arm64Structs.GUEST_DEBUG.set(struct, "arch.dbg_wcr", i, control(watchpoint)).set(struct, "arch.dbg_wvr", i, watchpoint.address & -8);
            }
            vcpu.set("KVM_SET_GUEST_DEBUG of vCPU " + vcpu.index(), Ioctl.SET_GUEST_DEBUG_ARM64, struct);
        }
    }

    /** Up to 8 bytes are chosen one by one; above that, by how many address bits do not matter. */
    private static long control(Watchpoint watchpoint) {
        long control = WATCHPOINT_CONTROL | (long) watchpoint.access.bits << WATCHPOINT_KIND;
        if (watchpoint.sizeBytes <= 8) {
            return control | ((1L << watchpoint.sizeBytes) - 1 << (watchpoint.address & 7)) << WATCHPOINT_BYTES;
        }
        return control | 0xffL << WATCHPOINT_BYTES | (long) Integer.numberOfTrailingZeros(watchpoint.sizeBytes) << WATCHPOINT_MASK;
    }
}
