package dev.cellvisor.differential;

import static dev.cellvisor.differential.CodeBuilder.mrs;
import static dev.cellvisor.differential.CodeBuilder.msr;
import static dev.cellvisor.differential.CodeBuilder.system;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** System instructions that can be let loose in a block: they change nothing that the harness stands on. */
final class SystemWords {
    private static final int WFE = 0xd503205f;
    private static final int SEVL = 0xd50320bf;
    static final int WFI = 0xd503207f;
    private static final int MASK_IRQ = 0xd50342df; // msr daifset, #2
    private static final int CNTV_CTL_EL0 = system(3, 3, 14, 3, 1);

    private static final int DAIF = system(3, 3, 4, 2, 1);

    private static final int[] READ_WRITE = {CodeBuilder.FPCR, CodeBuilder.FPSR, CodeBuilder.TPIDR_EL0, system(3, 3, 4, 2, 0), CodeBuilder.SP_EL0,
        CodeBuilder.ELR_EL1, CodeBuilder.SPSR_EL1, CodeBuilder.ESR_EL1, CodeBuilder.FAR_EL1};
    /** CurrentEL, DAIF, SPSel, SCTLR, VBAR, CPACR, MAIR, TCR, TTBR0, PAR, TPIDR, DCZID. */
    private static final int[] READ = {system(3, 0, 4, 2, 2), system(3, 3, 4, 2, 1), CodeBuilder.SPSEL, CodeBuilder.SCTLR_EL1, CodeBuilder.VBAR_EL1,
        CodeBuilder.CPACR_EL1, CodeBuilder.MAIR_EL1, CodeBuilder.TCR_EL1, CodeBuilder.TTBR0_EL1, CodeBuilder.PAR_EL1, CodeBuilder.TPIDR_EL1, system(3, 3, 0, 0, 7)};
    /** DC IVAC, CVAC, CVAU, CIVAC, ZVA, IC IVAU: an address in Rt. */
    private static final int[] BY_ADDRESS = {system(1, 0, 7, 6, 1), system(1, 3, 7, 10, 1), system(1, 3, 7, 11, 1), system(1, 3, 7, 14, 1),
        system(1, 3, 7, 4, 1), system(1, 3, 7, 5, 1)};
    /** AT S1E1R, S1E1W, S1E0R, S1E0W. */
    private static final int[] TRANSLATE = {system(1, 0, 7, 8, 0), system(1, 0, 7, 8, 1), system(1, 0, 7, 8, 2), system(1, 0, 7, 8, 3)};
    /** IC IALLU, IALLUIS; TLBI VMALLE1, VMALLE1IS: no register. */
    private static final int[] ALONE = {system(1, 0, 7, 5, 0), system(1, 0, 7, 1, 0), system(1, 0, 8, 7, 0), system(1, 0, 8, 3, 0)};
    /** TLBI VAE1, ASIDE1, VAAE1, VALE1, VAALE1 and IS: any value in Rt. */
    private static final int[] TLBI = {system(1, 0, 8, 7, 1), system(1, 0, 8, 7, 2), system(1, 0, 8, 7, 3), system(1, 0, 8, 7, 5),
        system(1, 0, 8, 7, 7), system(1, 0, 8, 3, 1), system(1, 0, 8, 3, 2), system(1, 0, 8, 3, 3), system(1, 0, 8, 3, 5), system(1, 0, 8, 3, 7)};

    /** The numbers of the switch in {@link #next} that have something for EL0. */
    private static final int[] ALLOWED_AT_EL0 = {0, 2, 5, 8, 9};

    private final RandomGenerator random;
    private final Setting setting;
    private boolean mayBeEl0;

    SystemWords(RandomGenerator random, Setting setting) {
        this.random = random;
        this.setting = setting;
    }

    /** To be called before a block's first word. */
    void startBlock() {
        mayBeEl0 = setting.spsr() == Setting.EL0;
    }

    /** Something of what a word is one of, where that can be let loose, else any. */
    List<Integer> next(int w) {
        if ((w & 0xfff8_0000) == 0xd528_0000 && random.nextInt(8) == 0) {
            return List.of(w); // SYSL is always Undefined, and the end of the block
        }
        boolean trapped = mayBeEl0 && setting.spsr() != Setting.EL0; // QemuErrs.DAIF_TRAPPED
        if ((w & 0xffff_f0df) == 0xd503_40df && random.nextBoolean()) {
            return trapped ? next() : List.of((w & 0x20) != 0 ? w & ~(8 << 8) : w); // DAIFSet, DAIFClr without D
        }
        return switch (w) {
            case WFI -> trapped ? next() : waitForInterrupt();
            case WFE, SEVL -> List.of(SEVL, WFE);
            default -> (w & 0xffff_e01f) == 0xd503_201f && random.nextBoolean() ? List.of(w) : next(); // hints and barriers
        };
    }

    /** WFI that does not wait: the virtual timer's interrupt is pending and masked. {@link HarnessImage#boot} has made the timer ready. */
    private List<Integer> waitForInterrupt() {
        int value = random.nextInt(31);
        return List.of(MASK_IRQ, CodeBuilder.movz(value, 1, 0), msr(CNTV_CTL_EL0, value), WFI, msr(CNTV_CTL_EL0, 31));
    }

    private List<Integer> next() {
        int rt = random.nextInt(32);
        int value = random.nextInt(31);
        List<Integer> words = new ArrayList<>();
        // At EL0 most of these end the block at once: mostly what EL0 may do.
        boolean allowed = setting.spsr() == Setting.EL0 && random.nextInt(8) != 0;
        switch (allowed ? ALLOWED_AT_EL0[random.nextInt(ALLOWED_AT_EL0.length)] : random.nextInt(10)) {
            case 0, 1 -> words.add(mrs(rt, readWrite(allowed)));
            case 2, 3 -> {
                int register = readWrite(allowed);
                if (!allowed && random.nextInt(8) == 0) {
                    // Debug exceptions stay masked.
                    words.addAll(CodeBuilder.constant(value, 1 << 9 | random.nextInt(8) << 6));
                    words.add(msr(DAIF, value));
                } else if (register == CodeBuilder.FPCR) {
                    words.addAll(CodeBuilder.constant(value, Values.fpcr(random)));
                    words.add(msr(register, value));
                } else {
                    words.add(msr(register, rt));
                }
            }
            case 4 -> words.add(mrs(rt, any(READ)));
            case 5 -> {
                words.addAll(CodeBuilder.constant(value, setting.window() + random.nextInt(-512, 512)));
                words.add(0xd500_0000 | BY_ADDRESS[random.nextInt(allowed ? 1 : 0, BY_ADDRESS.length)] << 5 | value);
            }
            case 6 -> {
                long va = switch (random.nextInt(3)) {
                    case 0 -> setting.window() + random.nextInt(-4096, 4096);
                    case 1 -> Layout.CODE + random.nextInt(4096);
                    default -> Values.integer(random);
                };
                words.addAll(CodeBuilder.constant(value, va));
                // With the MMU off: QemuErrs.PAR_SHAREABILITY.
                words.add(setting.mmu() ? 0xd500_0000 | any(TRANSLATE) << 5 | value : CodeBuilder.NOP);
            }
            case 7 -> words.add(random.nextBoolean() ? 0xd500_0000 | any(ALONE) << 5 | 31 : 0xd500_0000 | any(TLBI) << 5 | rt);
            case 8 -> {
                // DAIFSet, DAIFClr without D, SPSel, and barriers. At EL0 the first two only where SCTLR_EL1.UMA allows them: QemuErrs.DAIF_TRAPPED.
                int crm = random.nextInt(16);
                switch (random.nextInt(mayBeEl0 && setting.spsr() != Setting.EL0 ? 2 : 0, 4)) {
                    case 0 -> words.add(0xd503_40df | crm << 8);
                    case 1 -> words.add(0xd503_40ff | (crm & 7) << 8);
                    case 2 -> words.add(0xd500_40bf | (crm & 1) << 8);
                    // CLREX, DSB, DMB, ISB.
                    default -> words.add(0xd503_301f | crm << 8 | new int[] {2, 4, 5, 6}[random.nextInt(4)] << 5);
                }
            }
            default -> {
                int hint = random.nextInt(128);
                if (hint == 2) {
                    words.add(SEVL);
                    words.add(WFE);
                } else if (hint != 3) { // WFI has its own turn
                    words.add(CodeBuilder.NOP & ~(127 << 5) | hint << 5);
                }
            }
        }
        return words;
    }

    /** ERET to the instruction behind it, in the same or another mode. */
    List<Integer> exceptionReturn() {
        int mode = new int[] {Setting.EL1H, Setting.EL1T, Setting.EL0}[random.nextInt(3)];
        mayBeEl0 |= mode == Setting.EL0;
        List<Integer> words = new ArrayList<>(CodeBuilder.constant(9, (long) random.nextInt(16) << 28 | mode));
        words.add(msr(CodeBuilder.SPSR_EL1, 9));
        words.add(CodeBuilder.adr(9, 12));
        words.add(msr(CodeBuilder.ELR_EL1, 9));
        words.add(CodeBuilder.ERET);
        return words;
    }

    /** HVC with a PSCI call that changes nothing: PSCI_VERSION, or a number that is none. */
    List<Integer> firmwareCall() {
        List<Integer> words = new ArrayList<>(CodeBuilder.constant(0, random.nextBoolean() ? 0x8400_0000L : 0x1234_5678L));
        words.add(CodeBuilder.hvc(0));
        // The answer of a 32-bit call is in W0 (Arm DEN 0028, 3.1); QEMU extends its sign, ours clears the upper half.
        words.add(0x2a0003e0); // mov w0, w0
        return words;
    }

    private int readWrite(boolean allowedAtEl0) {
        return READ_WRITE[random.nextInt(allowedAtEl0 ? 4 : READ_WRITE.length)];
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }
}
