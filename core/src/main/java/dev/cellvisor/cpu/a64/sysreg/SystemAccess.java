package dev.cellvisor.cpu.a64.sysreg;

import static dev.cellvisor.cpu.a64.exception.Exceptions.el;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.irq.CpuInterface.encoding;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.isa.Mem;
import dev.cellvisor.cpu.a64.mmu.Mmu;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.irq.CpuInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MRS, MSR and SYS do: permission first, then the register's value or the operation's effect. */
public final class SystemAccess {
    private static final int SPSEL = encoding(3, 0, 4, 2, 0);
    private static final int CURRENT_EL = encoding(3, 0, 4, 2, 2);
    private static final int PAN = encoding(3, 0, 4, 2, 3);
    private static final int UAO = encoding(3, 0, 4, 2, 4);
    private static final int DIT = encoding(3, 3, 4, 2, 5);
    private static final int SSBS = encoding(3, 3, 4, 2, 6);
    private static final int DAIF = encoding(3, 3, 4, 2, 1);
    private static final int SP_EL0 = encoding(3, 0, 4, 1, 0);
    private static final int CTR_EL0 = encoding(3, 3, 0, 0, 1);
    private static final int DCZID_EL0 = encoding(3, 3, 0, 0, 7);
    private static final int CCSIDR_EL1 = encoding(3, 1, 0, 0, 0);
    private static final int OSLAR_EL1 = encoding(2, 0, 1, 0, 4);
    private static final int DBGCLAIMSET_EL1 = encoding(2, 0, 7, 8, 6);
    private static final int DBGCLAIMCLR_EL1 = encoding(2, 0, 7, 9, 6);
    private static final int MDCCSR_EL0 = encoding(2, 3, 0, 1, 0);
    private static final int DBGDTR_EL0 = encoding(2, 3, 0, 4, 0);
    private static final int DBGDTRRX_EL0 = encoding(2, 3, 0, 5, 0);
    private static final int ID_AA64PFR0_EL1 = encoding(3, 0, 0, 4, 0);
    private static final int ICC_SRE_EL1 = encoding(3, 0, 12, 12, 5);
    private static final long GIC_FIELD = 0xf << 24;
    private static final int ISR_EL1 = encoding(3, 0, 12, 1, 0);
    private static final int FPCR = encoding(3, 3, 4, 4, 0);
    private static final int FPSR = encoding(3, 3, 4, 4, 1);
    private static final int TPIDR_EL0 = encoding(3, 3, 13, 0, 2);

    private static final long SCTLR_M = 1;
    private static final long SCTLR_A = 1 << 1;
    private static final long SCTLR_UMA = 1 << 9;
    private static final long SCTLR_DZE = 1 << 14;
    private static final long SCTLR_UCT = 1 << 15;
    private static final long SCTLR_UCI = 1 << 26;
    private static final long MDSCR_TDCC = 1 << 12;
    private static final Pattern BY_ENCODING = Pattern.compile("S([0-3])_([0-7])_C(1?\\d)_C(1?\\d)_([0-7])", Pattern.CASE_INSENSITIVE);

    private final long s;
    private final Core core;
    private final Mmu mmu;
    private final CpuModel model;
    private final SystemRegisters registers;
    private final List<CpuInterface> blocks = new ArrayList<>();
    private final TlbBroadcast broadcast;

    /** Who hands TLB maintenance of the Inner Shareable domain to all CPUs. */
    public interface TlbBroadcast {
        /** Does this to the MMU of every CPU, the caller's own included. */
        void toAll(java.util.function.Consumer<Mmu> operation);
    }

    /** @param index the CPU's number, for MPIDR_EL1 */
    public SystemAccess(Core core, Mmu mmu, CpuModel model, int index, TlbBroadcast broadcast) {
        this.s = core.state;
        this.core = core;
        this.mmu = mmu;
        this.model = model;
        this.registers = new SystemRegisters(model, index);
        this.broadcast = broadcast;
    }

    /** Adds a block of registers that answers for itself. */
    public void add(CpuInterface block) {
        blocks.add(block);
    }

    /** Whether any block has sent the CPU an event since this was last asked. */
    public boolean sentEvent() {
        boolean sent = false;
        for (CpuInterface block : blocks) {
            sent |= block.sentEvent();
        }
        return sent;
    }

    // ---- by name, for people

    /** All names: of the table, then of the blocks. */
    public List<String> names() {
        List<String> names = new ArrayList<>(registers.names());
        blocks.forEach(block -> names.addAll(block.registerNames().keySet()));
        return names;
    }

    /** Where those of a model stand in the state block, by name; the ones that are computed or constant stand nowhere. */
    public static Map<String, Integer> places(CpuModel model) {
        return new SystemRegisters(model, 0).places();
    }

    /** Whether there is a register of this name; {@code S3_0_C1_C0_0}, which says the encoding, is one of SCTLR_EL1's. */
    public boolean has(String name) {
        return find(name) != null || blockOf(encodingOf(name)) != null;
    }

    private SystemRegister find(String name) {
        SystemRegister register = registers.find(name);
        return register != null ? register : registers.find(encodingOf(name));
    }

    /** The encoding that a name says, or that one of the blocks has for it; 0 for none. */
    private int encodingOf(String name) {
        Matcher parts = BY_ENCODING.matcher(name);
        if (parts.matches()) {
            int[] fields = new int[5];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = Integer.parseInt(parts.group(i + 1));
            }
            return fields[2] > 15 || fields[3] > 15 ? 0 : encoding(fields[0], fields[1], fields[2], fields[3], fields[4]);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return blocks.stream().map(block -> block.registerNames().get(upper)).filter(found -> found != null).findFirst().orElse(0);
    }

    /** The block that has a register, or {@code null}. */
    private CpuInterface blockOf(int encoding) {
        return blocks.stream().filter(block -> encoding != 0 && block.handles(encoding)).findFirst().orElse(null);
    }

    /** A register's value, whoever may read it in the guest. */
    public long get(String name) {
        SystemRegister register = find(name);
        if (register == null) {
            int encoding = encodingOf(name);
            return blockOf(encoding).peek(encoding);
        }
        return value(register);
    }

    /**
     * Sets a register as MSR at EL1 would.
     *
     * @throws IllegalArgumentException if it is read-only
     */
    public void set(String name, long value) {
        SystemRegister register = find(name);
        if (register == null) {
            int encoding = encodingOf(name);
            try {
                blockOf(encoding).write(encoding, 1, value);
            } catch (CpuInterface.UndefinedAccess e) {
                throw new IllegalArgumentException(name + " is read-only");
            }
            return;
        }
        if (!register.access().allows(1, true)) {
            throw new IllegalArgumentException(register.name() + " is read-only");
        }
        assign(register, value);
    }

    // ---- MRS and MSR

    /** MRS. */
    public long read(int encoding) {
        if (encoding == TPIDR_EL0) {
            return getLong(s + A64State.TPIDR_EL0);
        }
        SystemRegister register = registers.find(encoding);
        if (register == null) {
            return readBlock(encoding);
        }
        check(register, false);
        return value(register);
    }

    /** What MRS at EL1 always reads from an identification register; {@code null} for any other. */
    public Long constant(int encoding) {
        boolean identifies = encoding >>> 14 == 3 && (encoding >>> 7 & 15) == 0 && encoding != CCSIDR_EL1 && encoding != ID_AA64PFR0_EL1;
        SystemRegister register = identifies ? registers.find(encoding) : null;
        return register == null || register.offset() >= 0 ? null : registers.constant(encoding);
    }

    /** MSR (register). */
    public void write(int encoding, long value) {
        SystemRegister register = registers.find(encoding);
        if (register == null) {
            writeBlock(encoding, value);
            return;
        }
        check(register, true);
        assign(register, value);
    }

    private void check(SystemRegister register, boolean write) {
        int el = el(s);
        if (!register.access().allows(el, write)) {
            throw core.undefined();
        }
        int encoding = register.encoding();
        if (el == 0) {
            if (encoding == DAIF) {
                require(SCTLR_UMA, encoding, write);
            } else if (encoding == CTR_EL0) {
                require(SCTLR_UCT, encoding, write);
            } else if ((encoding == MDCCSR_EL0 || encoding == DBGDTR_EL0 || encoding == DBGDTRRX_EL0) && (getLong(s + A64State.MDSCR_EL1) & MDSCR_TDCC) != 0) {
                throw trapped(encoding, !write);
            }
        } else if (encoding == SP_EL0 && (getLong(s + PSTATE) & 1) == 0) {
            throw core.undefined();
        }
        if ((encoding == FPCR || encoding == FPSR) && getLong(s + A64State.FP_ENABLED) == 0) {
            throw core.fpTrapped();
        }
    }

    /** An access at EL0 that needs a bit of SCTLR_EL1, or else is trapped. */
    private void require(long sctlrBit, int encoding, boolean write) {
        if ((getLong(s + SCTLR_EL1) & sctlrBit) == 0) {
            throw trapped(encoding, !write);
        }
    }

    /** Takes the exception of a trapped MSR, MRS or system instruction; its Rt is in the instruction itself. */
    private GuestException trapped(int encoding, boolean read) {
        int rt = rtOfCurrent();
        long iss = (long) (encoding >>> 14 & 3) << 20 | (long) (encoding & 7) << 17 | (long) (encoding >>> 11 & 7) << 14
                | (long) (encoding >>> 7 & 15) << 10 | (long) rt << 5 | (long) (encoding >>> 3 & 15) << 1 | (read ? 1 : 0);
        Exceptions.synchronous(s, Exceptions.EC_SYSTEM, iss, getLong(s + PC));
        return GuestException.INSTANCE;
    }

    private int rtOfCurrent() {
        long pc = getLong(s + PC);
        long[] code = mmu.fetches().again(pc);
        return getInt(code[dev.cellvisor.cpu.a64.isa.CodePages.HOST] + (pc & 0xfff)) & 31;
    }

    private long value(SystemRegister register) {
        int encoding = register.encoding();
        long pstate = getLong(s + PSTATE);
        if (encoding == SPSEL) {
            return pstate & 1;
        } else if (encoding == CURRENT_EL) {
            return pstate & 0xc;
        } else if (encoding == DAIF) {
            return pstate & 0x3c0;
        } else if (encoding == PAN || encoding == UAO || encoding == DIT || encoding == SSBS) {
            return pstate & register.writable();
        } else if (encoding == SP_EL0) {
            return getLong(s + ((pstate & 1) == 0 ? A64State.SP : A64State.SP_EL0));
        } else if (encoding == CCSIDR_EL1) {
            return model.identification(switch ((int) getLong(s + A64State.CSSELR_EL1)) {
                case 0 -> "CCSIDR_L1D";
                case 1 -> "CCSIDR_L1I";
                case 2 -> "CCSIDR_L2";
                default -> "none";
            });
        } else if (encoding == DCZID_EL0) {
            boolean prohibited = el(s) == 0 && (getLong(s + SCTLR_EL1) & SCTLR_DZE) == 0;
            return registers.constant(encoding) | (prohibited ? 1 << 4 : 0);
        } else if (encoding == ID_AA64PFR0_EL1 && blocks.stream().noneMatch(block -> block.handles(ICC_SRE_EL1))) {
            return registers.constant(encoding) & ~GIC_FIELD; // no interrupt controller in system registers, as with a GICv2
        } else if (encoding == ISR_EL1) {
            long lines = getLong(s + A64State.LINES);
            return (lines & 1) << 7 | (lines >>> 1 & 1) << 6;
        } else if (encoding == DBGCLAIMSET_EL1) {
            return register.writable(); // which tags there are
        }
        return register.offset() >= 0 ? getLong(s + register.offset()) : registers.constant(encoding);
    }

    private void assign(SystemRegister register, long value) {
        int encoding = register.encoding();
        long pstate = getLong(s + PSTATE);
        if (encoding == SPSEL) {
            Exceptions.setPstate(s, pstate & ~1L | value & 1);
        } else if (encoding == DAIF) {
            Exceptions.setPstate(s, pstate & ~0x3c0L | value & 0x3c0);
        } else if (encoding == PAN || encoding == UAO || encoding == DIT || encoding == SSBS) {
            Exceptions.setPstate(s, pstate & ~register.writable() | value & register.writable());
        } else if (encoding == SP_EL0) {
            setLong(s + ((pstate & 1) == 0 ? A64State.SP : A64State.SP_EL0), value);
        } else if (encoding == OSLAR_EL1) {
            setLong(s + A64State.OSLSR_EL1, 8 | (value & 1) << 1);
            debugChanged();
        } else if (encoding == DBGCLAIMSET_EL1 || encoding == DBGCLAIMCLR_EL1) {
            long tags = getLong(s + A64State.DBGCLAIM);
            setLong(s + A64State.DBGCLAIM, encoding == DBGCLAIMSET_EL1 ? tags | value & 0xff : tags & ~value);
        } else if (register.offset() >= 0) {
            long old = getLong(s + register.offset());
            long changed = (old ^ value) & register.writable();
            setLong(s + register.offset(), old ^ changed);
            if (changed != 0) {
                changed(register.offset(), changed);
            }
        }
    }

    /** What must follow when a register that others depend on has changed. */
    private void changed(int offset, long bits) {
        switch (offset) {
            case A64State.SCTLR_EL1 -> {
                // The MMU going on or off, or WXN: nothing that was looked up before holds.
                if ((bits & (SCTLR_M | 1 << 19)) != 0) {
                    mmu.dropAll();
                }
                if ((bits & SCTLR_A) != 0) {
                    mmu.alignmentCheckChanged();
                }
            }
            case A64State.TCR_EL1 -> {
                mmu.dropAll();
                Exceptions.derive(s);
            }
            case A64State.MAIR_EL1 -> mmu.dropAll();
            case A64State.TTBR0_EL1, A64State.TTBR1_EL1, A64State.CPACR_EL1 -> Exceptions.derive(s);
            default -> {
                if (offset == A64State.MDSCR_EL1 || offset == A64State.OSDLR_EL1
                        || offset >= A64State.BREAKPOINTS && offset < A64State.WATCHPOINTS + 16 * 16) {
                    debugChanged();
                }
            }
        }
    }

    private void debugChanged() {
        mmu.debugChanged();
        core.look();
    }

    private long readBlock(int encoding) {
        for (CpuInterface block : blocks) {
            if (block.handles(encoding)) {
                try {
                    return block.read(encoding, el(s));
                } catch (CpuInterface.UndefinedAccess e) {
                    throw core.undefined();
                } catch (CpuInterface.TrappedAccess e) {
                    throw trapped(encoding, true);
                }
            }
        }
        throw core.undefined();
    }

    private void writeBlock(int encoding, long value) {
        for (CpuInterface block : blocks) {
            if (block.handles(encoding)) {
                try {
                    block.write(encoding, el(s), value);
                    return;
                } catch (CpuInterface.UndefinedAccess e) {
                    throw core.undefined();
                } catch (CpuInterface.TrappedAccess e) {
                    throw trapped(encoding, false);
                }
            }
        }
        throw core.undefined();
    }

    /** MSR (immediate): {@code field} is op1:op2. */
    public void writePstate(int field, int value) {
        long pstate = getLong(s + PSTATE);
        boolean el0 = el(s) == 0;
        switch (field) {
            case 0b000_101 -> {
                privileged(el0);
                Exceptions.setPstate(s, pstate & ~1L | value & 1);
            }
            case 0b011_110 -> {
                daifFromEl0(el0, field, value);
                Exceptions.setPstate(s, pstate | (long) value << 6);
            }
            case 0b011_111 -> {
                daifFromEl0(el0, field, value);
                Exceptions.setPstate(s, pstate & ~((long) value << 6));
            }
            case 0b000_100 -> flag(Feature.PAN, el0, Exceptions.PAN, value);
            case 0b000_011 -> flag(Feature.UAO, el0, Exceptions.UAO, value);
            case 0b011_010 -> flag(Feature.DIT, false, Exceptions.DIT, value);
            case 0b011_001 -> flag(Feature.SSBS, false, Exceptions.SSBS, value);
            default -> throw core.undefined();
        }
    }

    private void flag(Feature feature, boolean forbidden, long bit, int value) {
        if (!core.has(feature)) {
            throw core.undefined();
        }
        privileged(forbidden);
        Exceptions.setPstate(s, getLong(s + PSTATE) & ~bit | ((value & 1) != 0 ? bit : 0));
    }

    private void privileged(boolean el0) {
        if (el0) {
            throw core.undefined();
        }
    }

    private void daifFromEl0(boolean el0, int field, int value) {
        if (el0 && (getLong(s + SCTLR_EL1) & SCTLR_UMA) == 0) {
            // As an MSR (immediate): op0 0, CRn 4, CRm the value.
            throw trapped(encoding(0, field >> 3, 4, value, field & 7), false);
        }
    }

    // ---- SYS

    /** DC, IC, AT and TLBI. Data is always coherent here and code is followed exactly, so most cache operations have nothing to do. */
    public void operate(int encoding, long value) {
        int op1 = encoding >>> 11 & 7;
        int crn = encoding >>> 7 & 15;
        int crm = encoding >>> 3 & 15;
        int op2 = encoding & 7;
        boolean el0 = el(s) == 0;
        if (crn == 8 && op1 == 0) {
            privileged(el0);
            invalidateTlb(crm, op2, value);
        } else if (crn == 7 && op1 == 0 && crm == 8 && op2 < 4) {
            privileged(el0);
            setLong(s + A64State.PAR_EL1, mmu.addressTranslation(value, op2 >= 2 ? A64State.REGIME_EL0 : A64State.REGIME_EL1, (op2 & 1) != 0));
        } else if (crn == 7 && op1 == 0 && crm == 9 && op2 < 2 && core.has(Feature.PAN)) {
            // S1E1RP and S1E1WP of FEAT_PAN2: as PSTATE.PAN has it.
            privileged(el0);
            boolean pan = (getLong(s + PSTATE) & Exceptions.PAN) != 0;
            setLong(s + A64State.PAR_EL1, mmu.addressTranslation(value, pan ? A64State.REGIME_EL1_PAN : A64State.REGIME_EL1, op2 != 0));
        } else if (crn == 7 && op1 == 3 && crm == 4 && op2 == 1) {
            if (el0) {
                require(SCTLR_DZE, encoding, true);
            }
            zero(value);
        } else if (crn == 7 && op1 == 3 && op2 == 1 && (crm == 5 || crm == 10 || crm == 11 || crm == 14 || crm == 12 && core.has(Feature.DPB))) {
            if (el0) {
                require(SCTLR_UCI, encoding, true);
            }
            mmu.cacheOperation(value, false);
        } else if (crn == 7 && op1 == 0 && isPrivilegedCacheOperation(crm, op2)) {
            privileged(el0);
            if (crm == 6 && op2 == 1) {
                mmu.cacheOperation(value, true);
            }
        } else {
            throw core.undefined();
        }
    }

    /** IC IALLUIS and IALLU, DC IVAC, ISW, CSW and CISW. */
    private static boolean isPrivilegedCacheOperation(int crm, int op2) {
        return (crm == 1 || crm == 5) && op2 == 0 || crm == 6 && (op2 == 1 || op2 == 2) || (crm == 10 || crm == 14) && op2 == 2;
    }

    /** DC ZVA: 64 bytes, as DCZID_EL0 says. In a fault, FAR_EL1 is the address in the register, not the block's (Arm ARM, FAR_EL1). */
    private void zero(long va) {
        long tlb = getLong(s + A64State.TLB_CURRENT);
        mmu.probeWrite(tlb, va, 1);
        mmu.probeWatch(tlb, va & -64, 64);
        for (int i = 0; i < 64; i += 8) {
            Mem.st64(core, tlb, (va & -64) + i, 0);
        }
    }

    /** TLBI at EL1: CRm 3 for all CPUs of the Inner Shareable domain, 7 for this one (Arm ARM, C5.5). */
    private void invalidateTlb(int crm, int op2, long value) {
        long va = value << 12 << 8 >> 8;
        int asid = (int) (value >>> 48);
        java.util.function.Consumer<Mmu> operation = switch (op2) {
            case 0 -> Mmu::dropAll;
            case 1, 5 -> target -> target.drop(va, asid);
            case 2 -> target -> target.dropAsid(asid);
            case 3, 7 -> target -> target.drop(va, -1);
            default -> throw core.undefined();
        };
        if (crm == 3) {
            broadcast.toAll(operation);
        } else if (crm == 7) {
            operation.accept(mmu);
        } else {
            throw core.undefined();
        }
    }
}
