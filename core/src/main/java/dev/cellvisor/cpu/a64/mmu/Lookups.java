package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRIES;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRY;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_OUTPUT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_PAGE;
import static dev.cellvisor.memory.HostMemory.getLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.GuestMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * From a virtual address to its TLB entry, with the permission for an access: by a look, by a walk, or by the fault that says why not. What AT
 * instructions answer, and the same in words.
 */
final class Lookups {
    private static final int PAGE = GuestMemory.PAGE_SIZE;

    private final Core core;
    private final long s;
    private final Walker walker;
    private final Tlb tlb;
    private long walks;

    /** What an access needs. */
    enum Access {
        READ, WRITE, EXECUTE
    }

    Lookups(Core core, Walker walker, Tlb tlb) {
        this.core = core;
        this.s = core.state;
        this.walker = walker;
        this.tlb = tlb;
    }

    /** How often the tables were walked. */
    long walks() {
        return walks;
    }

    /**
     * The TLB entry of an address, filled by a walk if need be, with the permission for an access. A permission that an entry lacks is looked
     * up again before it faults, since tables may have become more permissive without maintenance.
     */
    long entry(long bank, long address, long va, Access access) {
        long entry = bank + (address >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        int regime = tlb.regime(bank);
        if ((getLong(entry + TLB_PAGE) & -PAGE | 1) == (address & -PAGE | 1) && (getLong(entry + TLB_PAGE) & 1) != 0
                && permitted(regime, (int) getLong(entry + TLB_OUTPUT), access)) {
            return entry;
        }
        walk(regime, address, access == Access.WRITE);
        if (walker.fault >= 0) {
            throw fault(va, walker.fault, access);
        }
        if (!permitted(regime, walker.attributes, access)) {
            throw fault(va, Walker.PERMISSION + walker.level, access);
        }
        walker.commit();
        tlb.fill(entry, address, walker);
        return entry;
    }

    /** A walk, unless TCR_EL1.E0PD0 or E0PD1 keeps EL0 from that half of the addresses (FEAT_E0PD): as if nothing were mapped there. */
    private void walk(int regime, long address, boolean store) {
        walks++;
        if (regime == A64State.REGIME_EL0 && (getLong(s + A64State.TCR_EL1) & 1L << ((address & 1L << 55) != 0 ? 56 : 55)) != 0
                && core.has(Feature.E0PD) && walker.enabled()) {
            walker.fault = Walker.TRANSLATION;
            return;
        }
        walker.store = store;
        walker.walk(address);
    }

    static boolean permitted(int regime, int attributes, Access access) {
        if (regime == A64State.REGIME_EL0) {
            return (attributes & switch (access) {
                case READ -> Walker.R0;
                case WRITE -> Walker.W0;
                case EXECUTE -> Walker.X0;
            }) != 0;
        }
        if (access == Access.EXECUTE) {
            return (attributes & Walker.X1) != 0;
        }
        // PAN: what EL0 can read, EL1 must not touch.
        return (attributes & (access == Access.READ ? Walker.R1 : Walker.W1)) != 0
                && (regime != A64State.REGIME_EL1_PAN || (attributes & Walker.R0) == 0);
    }

    private GuestException fault(long va, int status, Access access) {
        return access == Access.EXECUTE ? fetchFault(va, status) : dataFault(va, status, access == Access.WRITE);
    }

    /** Takes a Data Abort; {@code status} is DFSC. */
    GuestException dataFault(long va, int status, boolean write) {
        Exceptions.synchronous(s, Exceptions.EC_DATA_ABORT + Exceptions.el(s), (write ? 1 << 6 : 0) | status, getLong(s + PC), va);
        return GuestException.INSTANCE;
    }

    /** Takes an Instruction Abort. No instruction was started, so the step that it costs is paid here: a loop of aborts ends too. */
    GuestException fetchFault(long va, int status) {
        core.budget--;
        Exceptions.synchronous(s, Exceptions.EC_INSTRUCTION_ABORT + Exceptions.el(s), status, va, va);
        return GuestException.INSTANCE;
    }

    // ---- without an access

    /**
     * The AT instructions: what PAR_EL1 becomes (Arm ARM, PAR_EL1).
     *
     * @param regime one of {@link A64State}'s
     */
    long addressTranslation(long va, int regime, boolean write) {
        walk(regime, walker.withoutTag(va), write);
        int fault = walker.fault;
        if (fault < 0 && !permitted(regime, walker.attributes, write ? Access.WRITE : Access.READ)) {
            fault = Walker.PERMISSION + walker.level;
        }
        if (fault >= 0 && (fault & ~3) == Walker.EXTERNAL_ON_WALK) {
            // Not reported in PAR_EL1 but taken (Arm ARM, D8.10, address translation instructions).
            throw cacheFault(va, fault);
        }
        if (fault >= 0) {
            return 1L << 11 | (long) fault << 1 | 1;
        }
        walker.commit();
        boolean device = (walker.attributes & Walker.DEVICE) != 0 || walker.memoryType == 0x44;
        // NS, bit 9, is UNKNOWN for a Non-secure translation; QEMU sets it.
        return (long) walker.memoryType << 56 | 1L << 11 | 1L << 9 | (device ? 2L : walker.shareability) << 7 | walker.output;
    }

    /** See {@link Mmu#cacheOperation}. What EL1 cleans it need not be allowed to read (Arm ARM, AArch64.S1CheckPermissions). */
    void cacheOperation(long va, boolean invalidates) {
        int regime = Exceptions.el(s) == 0 ? A64State.REGIME_EL0 : A64State.REGIME_EL1;
        long address = walker.withoutTag(va);
        long entry = getLong(s + A64State.TLB_CURRENT) + (address >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        boolean known = ((getLong(entry + TLB_PAGE) ^ address) & -PAGE) == 0 && (getLong(entry + TLB_PAGE) & 1) != 0;
        int attributes = (int) getLong(entry + TLB_OUTPUT);
        if (!known || !cacheable(regime, attributes, invalidates)) {
            walk(regime, address, invalidates);
            int fault = walker.fault;
            if (fault < 0 && !cacheable(regime, walker.attributes, invalidates)) {
                fault = Walker.PERMISSION + walker.level;
            }
            if (fault >= 0) {
                throw cacheFault(va, fault);
            }
        }
    }

    private static boolean cacheable(int regime, int attributes, boolean invalidates) {
        return invalidates ? permitted(regime, attributes, Access.WRITE) : regime != A64State.REGIME_EL0 || permitted(regime, attributes, Access.READ);
    }

    /** Takes the Data Abort of a cache operation or AT: as a write's, with CM (Arm ARM, ESR_EL1). */
    private GuestException cacheFault(long va, int status) {
        Exceptions.synchronous(s, Exceptions.EC_DATA_ABORT + Exceptions.el(s), 1 << 8 | 1 << 6 | status, getLong(s + PC), va);
        return GuestException.INSTANCE;
    }

    /** Translates without side effects, as a data read by the current exception level, with every step. */
    Translation explain(long va) {
        List<WalkStep> steps = new ArrayList<>();
        walker.steps = steps;
        walker.store = false;
        long address = walker.withoutTag(va);
        walker.walk(address);
        walker.steps = null;
        if (walker.fault >= 0) {
            return new Translation(va, -1, faultName(walker.fault), 0, "", 0, false, walker.base(address), steps);
        }
        int a = walker.attributes;
        String permissions = "EL1 " + flag(a, Walker.R1, 'r') + flag(a, Walker.W1, 'w') + flag(a, Walker.X1, 'x')
                + ", EL0 " + flag(a, Walker.R0, 'r') + flag(a, Walker.W0, 'w') + flag(a, Walker.X0, 'x');
        return new Translation(va, walker.output | address & PAGE - 1, null, -walker.mask, permissions, walker.memoryType, walker.global,
                walker.base(address), steps);
    }

    private static char flag(int attributes, int bit, char letter) {
        return (attributes & bit) != 0 ? letter : '-';
    }

    /** A fault status code in words. */
    static String faultName(int status) {
        if (status == Walker.ALIGNMENT) {
            return "alignment fault";
        }
        if (status == Walker.EXTERNAL) {
            return "synchronous external abort";
        }
        String name = switch (status & ~3) {
            case Walker.ADDRESS_SIZE -> "address size fault";
            case Walker.TRANSLATION -> "translation fault";
            case Walker.ACCESS_FLAG -> "access flag fault";
            case Walker.PERMISSION -> "permission fault";
            case Walker.EXTERNAL_ON_WALK -> "synchronous external abort on a table walk";
            default -> "fault 0x%02x".formatted(status);
        };
        return name + ", level " + (status & 3);
    }
}
