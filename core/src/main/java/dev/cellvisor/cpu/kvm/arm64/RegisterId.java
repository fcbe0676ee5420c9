package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.a64.asm.SystemRegisterName;
import dev.cellvisor.irq.CpuInterface;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A register of KVM's ONE_REG interface on arm64: its 64-bit id, and what people call it.
 *
 * @param id as KVM_GET_REG_LIST gives it: architecture, size, group, and the number within the group
 */
record RegisterId(long id) {
    private static final long ARM64 = 0x6000_0000_0000_0000L;
    private static final int SIZE_SHIFT = 52;
    private static final long U32 = 2L << SIZE_SHIFT;
    private static final long U64 = 3L << SIZE_SHIFT;
    private static final long U128 = 4L << SIZE_SHIFT;
    private static final int GROUP_SHIFT = 16;
    private static final int CORE = 0x10;
    private static final int DEMUX = 0x11;
    private static final int SYSTEM = 0x13;
    private static final int FIRMWARE = 0x14;
    private static final int SVE = 0x15;
    private static final int FIRMWARE_FEATURES = 0x16;

    // Offsets into struct kvm_regs, in units of 4 bytes.
    private static final int SP = 62;
    private static final int PC = 64;
    private static final int PSTATE = 66;
    private static final int SP_EL1 = 68;
    private static final int ELR_EL1 = 70;
    private static final int SPSR = 72;
    private static final int VREGS = 84;
    private static final int FPSR = 212;
    private static final int FPCR = 213;
    private static final String[] SPSRS = {"SPSR_EL1", "SPSR_abt", "SPSR_und", "SPSR_irq", "SPSR_fiq"};

    static final RegisterId PC_ID = core(PC);
    static final RegisterId PSTATE_ID = core(PSTATE);
    static final RegisterId SP_EL0_ID = core(SP);
    static final RegisterId SP_EL1_ID = core(SP_EL1);
    static final RegisterId FPSR_ID = new RegisterId(ARM64 | U32 | (long) CORE << GROUP_SHIFT | FPSR);
    static final RegisterId FPCR_ID = new RegisterId(ARM64 | U32 | (long) CORE << GROUP_SHIFT | FPCR);
    /** Which version of PSCI the kernel shows to the guest. */
    static final RegisterId PSCI_VERSION = new RegisterId(ARM64 | U64 | (long) FIRMWARE << GROUP_SHIFT);
    /** CNTVCT_EL0. The ids of counter and compare value are exchanged: so the interface began, and so it stays (api.rst, 4.68). */
    static final RegisterId CNTVCT = system(CpuInterface.encoding(3, 3, 14, 3, 2));
    private static final RegisterId CNTV_CVAL = system(CpuInterface.encoding(3, 3, 14, 0, 2));

    private static RegisterId core(int words) {
        return new RegisterId(ARM64 | U64 | (long) CORE << GROUP_SHIFT | words);
    }

    /** X0 to X30. */
    static RegisterId x(int number) {
        return core(2 * number);
    }

    /** V0 to V31, 128 bits. */
    static RegisterId v(int number) {
        return new RegisterId(ARM64 | U128 | (long) CORE << GROUP_SHIFT | VREGS + 4 * number);
    }

    /** A system register by op0:op1:CRn:CRm:op2. */
    static RegisterId system(int encoding) {
        return new RegisterId(ARM64 | U64 | (long) SYSTEM << GROUP_SHIFT | encoding);
    }

    /** 4, 8, 16 or more. */
    int sizeBytes() {
        return 1 << (id >>> SIZE_SHIFT & 15);
    }

    private int group() {
        return (int) (id >>> GROUP_SHIFT) & 0xfff;
    }

    /** Whether it is one of the kernel's own switches and not the architecture's. */
    boolean firmware() {
        return group() == FIRMWARE || group() == FIRMWARE_FEATURES;
    }

    /** What the architecture calls it, as the emulated CPU does; what KVM calls it if it is KVM's own. */
    String name() {
        int number = (int) id & 0xffff;
        return switch (group()) {
            case CORE -> coreName(number);
            case SYSTEM -> equals(CNTVCT) ? "CNTVCT_EL0" : equals(CNTV_CVAL) ? "CNTV_CVAL_EL0" : SystemRegisterName.of(number);
            case DEMUX -> "CCSIDR_EL1[" + (number & 0xff) + "]";
            case FIRMWARE -> switch (number) {
                case 0 -> "KVM.PSCI_VERSION";
                case 1 -> "KVM.SMCCC_ARCH_WORKAROUND_1";
                case 2 -> "KVM.SMCCC_ARCH_WORKAROUND_2";
                case 3 -> "KVM.SMCCC_ARCH_WORKAROUND_3";
                default -> "KVM.FW[" + number + "]";
            };
            case FIRMWARE_FEATURES -> switch (number) {
                case 0 -> "KVM.STD_BMAP";
                case 1 -> "KVM.STD_HYP_BMAP";
                case 2 -> "KVM.VENDOR_HYP_BMAP";
                default -> "KVM.FEAT[" + number + "]";
            };
            case SVE -> "SVE[" + Integer.toHexString(number) + "]";
            default -> "KVM[" + Long.toHexString(id) + "]";
        };
    }

    private static String coreName(int number) {
        if (number < SP) {
            return "x" + number / 2;
        }
        if (number >= VREGS && number < FPSR) {
            return "v" + (number - VREGS) / 4;
        }
        return switch (number) {
            case SP -> "SP_EL0";
            case PC -> "pc";
            case PSTATE -> "pstate";
            case SP_EL1 -> "SP_EL1";
            case ELR_EL1 -> "ELR_EL1";
            case FPSR -> "FPSR";
            case FPCR -> "FPCR";
            default -> SPSRS[(number - SPSR) / 2];
        };
    }

    /** The registers of a list by their names in capitals, in the order of the list. */
    static Map<String, RegisterId> byName(long[] ids) {
        Map<String, RegisterId> names = new LinkedHashMap<>();
        for (long id : ids) {
            RegisterId register = new RegisterId(id);
            names.put(register.name().toUpperCase(Locale.ROOT), register);
        }
        return names;
    }

    @Override
    public String toString() {
        return name() + " (0x" + Long.toHexString(id) + ")";
    }
}
