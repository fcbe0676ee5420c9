package dev.cellvisor.cpu.a64.sysreg;

import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL0_RO;
import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL0_RO_EL1_RW;
import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL0_RW;
import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL1_RO;
import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL1_RW;
import static dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access.EL1_WO;
import static dev.cellvisor.irq.CpuInterface.encoding;

import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.cpu.a64.sysreg.SystemRegister.Access;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of system registers of one CPU: names, encodings, who may access them, and where they stand in the state block. What an access does
 * beyond that is in {@link SystemAccess}. The interrupt controller's and the timer's are not here: they answer for themselves.
 */
final class SystemRegisters {
    private static final long ALL_BITS = -1;

    private final CpuModel model;
    private final SystemRegister[] byEncoding = new SystemRegister[1 << 15];
    private final Map<String, SystemRegister> byName = new LinkedHashMap<>();
    private final long[] constants = new long[1 << 15];

    SystemRegisters(CpuModel model, int index) {
        this.model = model;
        identification(index);
        control();
        debug();
        implementationDefined();
    }

    private void identification(int index) {
        constant("MIDR_EL1", encoding(3, 0, 0, 0, 0), EL1_RO);
        // Bit 31 is RES1; QEMU's virt machine numbers the first 16 CPUs in Aff0, as one GICv3 SGI target list reaches them.
        constants[key(encoding(3, 0, 0, 0, 5))] = 1L << 31 | (long) (index >> 4) << 8 | index & 0xf;
        add("MPIDR_EL1", encoding(3, 0, 0, 0, 5), EL1_RO, -1, 0);
        constant("REVIDR_EL1", encoding(3, 0, 0, 0, 6), EL1_RO);
        // The first three rows are AArch32's and read as zero: there is no AArch32 (Arm ARM, D23.2.82 and on).
        String[][] names = {
            {"ID_PFR0_EL1", "ID_PFR1_EL1", "ID_DFR0_EL1", "ID_AFR0_EL1", "ID_MMFR0_EL1", "ID_MMFR1_EL1", "ID_MMFR2_EL1", "ID_MMFR3_EL1"},
            {"ID_ISAR0_EL1", "ID_ISAR1_EL1", "ID_ISAR2_EL1", "ID_ISAR3_EL1", "ID_ISAR4_EL1", "ID_ISAR5_EL1", "ID_MMFR4_EL1", "ID_ISAR6_EL1"},
            {"MVFR0_EL1", "MVFR1_EL1", "MVFR2_EL1", "", "ID_PFR2_EL1", "ID_DFR1_EL1", "ID_MMFR5_EL1", ""},
            {"ID_AA64PFR0_EL1", "ID_AA64PFR1_EL1", "", "", "ID_AA64ZFR0_EL1", "ID_AA64SMFR0_EL1", "", ""},
            {"ID_AA64DFR0_EL1", "ID_AA64DFR1_EL1", "", "", "ID_AA64AFR0_EL1", "ID_AA64AFR1_EL1", "", ""},
            {"ID_AA64ISAR0_EL1", "ID_AA64ISAR1_EL1", "ID_AA64ISAR2_EL1", "", "", "", "", ""},
            {"ID_AA64MMFR0_EL1", "ID_AA64MMFR1_EL1", "ID_AA64MMFR2_EL1", "ID_AA64MMFR3_EL1", "", "", "", ""}};
        for (int row = 0; row < names.length; row++) {
            for (int op2 = 0; op2 < 8; op2++) {
                String name = names[row][op2].isEmpty() ? "S3_0_C0_C" + (1 + row) + "_" + op2 : names[row][op2];
                constant(name, encoding(3, 0, 0, 1 + row, op2), EL1_RO);
            }
        }
        constant("CLIDR_EL1", encoding(3, 1, 0, 0, 1), EL1_RO);
        constant("AIDR_EL1", encoding(3, 1, 0, 0, 7), EL1_RO);
        add("CCSIDR_EL1", encoding(3, 1, 0, 0, 0), EL1_RO, -1, 0);
        add("CSSELR_EL1", encoding(3, 2, 0, 0, 0), EL1_RW, A64State.CSSELR_EL1, 0xf);
        constant("CTR_EL0", encoding(3, 3, 0, 0, 1), EL0_RO);
        add("DCZID_EL0", encoding(3, 3, 0, 0, 7), EL0_RO, -1, 0);
        constants[key(encoding(3, 3, 0, 0, 7))] = model.identification("DCZID_EL0");
    }

    private void control() {
        add("SCTLR_EL1", encoding(3, 0, 1, 0, 0), EL1_RW, A64State.SCTLR_EL1, ALL_BITS);
        add("ACTLR_EL1", encoding(3, 0, 1, 0, 1), EL1_RW, A64State.ACTLR_EL1, ALL_BITS);
        add("CPACR_EL1", encoding(3, 0, 1, 0, 2), EL1_RW, A64State.CPACR_EL1, 0x1030_0000);
        add("TTBR0_EL1", encoding(3, 0, 2, 0, 0), EL1_RW, A64State.TTBR0_EL1, ALL_BITS);
        add("TTBR1_EL1", encoding(3, 0, 2, 0, 1), EL1_RW, A64State.TTBR1_EL1, ALL_BITS);
        add("TCR_EL1", encoding(3, 0, 2, 0, 2), EL1_RW, A64State.TCR_EL1, model.features().contains(Feature.PAUTH) ? ALL_BITS : ALL_BITS & ~(3L << 51));
        add("SPSR_EL1", encoding(3, 0, 4, 0, 0), EL1_RW, A64State.SPSR_EL1, ALL_BITS);
        add("ELR_EL1", encoding(3, 0, 4, 0, 1), EL1_RW, A64State.ELR_EL1, ALL_BITS);
        add("SP_EL0", encoding(3, 0, 4, 1, 0), EL1_RW, A64State.SP_EL0, ALL_BITS);
        add("SPSel", encoding(3, 0, 4, 2, 0), EL1_RW, -1, 1);
        add("CurrentEL", encoding(3, 0, 4, 2, 2), EL1_RO, -1, 0);
        if (model.features().contains(Feature.PAN)) {
            add("PAN", encoding(3, 0, 4, 2, 3), EL1_RW, -1, 1 << 22);
        }
        if (model.features().contains(Feature.UAO)) {
            add("UAO", encoding(3, 0, 4, 2, 4), EL1_RW, -1, 1 << 23);
        }
        if (model.features().contains(Feature.DIT)) {
            add("DIT", encoding(3, 3, 4, 2, 5), EL0_RW, -1, 1 << 24);
        }
        if (model.features().contains(Feature.SSBS)) {
            add("SSBS", encoding(3, 3, 4, 2, 6), EL0_RW, -1, 1 << 12);
        }
        if (model.features().contains(Feature.PAUTH)) {
            String[] keys = {"APIA", "APIB", "APDA", "APDB", "APGA"};
            for (int key = 0; key < keys.length; key++) {
                int offset = A64State.KEY_IA + key * 16;
                add(keys[key] + "KeyLo_EL1", encoding(3, 0, 2, 1 + key / 2, key % 2 * 2), EL1_RW, offset, ALL_BITS);
                add(keys[key] + "KeyHi_EL1", encoding(3, 0, 2, 1 + key / 2, key % 2 * 2 + 1), EL1_RW, offset + 8, ALL_BITS);
            }
        }
        if (model.features().contains(Feature.LOR)) {
            // There are no LORegions (LORID_EL1 is 0), so the registers that describe them have nothing to say.
            constant("LORSA_EL1", encoding(3, 0, 10, 4, 0), EL1_RW);
            constant("LOREA_EL1", encoding(3, 0, 10, 4, 1), EL1_RW);
            constant("LORN_EL1", encoding(3, 0, 10, 4, 2), EL1_RW);
            constant("LORC_EL1", encoding(3, 0, 10, 4, 3), EL1_RW);
            constant("LORID_EL1", encoding(3, 0, 10, 4, 7), EL1_RO);
        }
        add("AFSR0_EL1", encoding(3, 0, 5, 1, 0), EL1_RW, A64State.AFSR0_EL1, 0);
        add("AFSR1_EL1", encoding(3, 0, 5, 1, 1), EL1_RW, A64State.AFSR1_EL1, 0);
        add("ESR_EL1", encoding(3, 0, 5, 2, 0), EL1_RW, A64State.ESR_EL1, ALL_BITS);
        add("FAR_EL1", encoding(3, 0, 6, 0, 0), EL1_RW, A64State.FAR_EL1, ALL_BITS);
        add("PAR_EL1", encoding(3, 0, 7, 4, 0), EL1_RW, A64State.PAR_EL1, ALL_BITS);
        add("MAIR_EL1", encoding(3, 0, 10, 2, 0), EL1_RW, A64State.MAIR_EL1, ALL_BITS);
        add("AMAIR_EL1", encoding(3, 0, 10, 3, 0), EL1_RW, A64State.AMAIR_EL1, 0);
        add("VBAR_EL1", encoding(3, 0, 12, 0, 0), EL1_RW, A64State.VBAR_EL1, ~0x7ffL);
        constant("RVBAR_EL1", encoding(3, 0, 12, 0, 1), EL1_RO);
        constant("ISR_EL1", encoding(3, 0, 12, 1, 0), EL1_RO);
        add("CONTEXTIDR_EL1", encoding(3, 0, 13, 0, 1), EL1_RW, A64State.CONTEXTIDR_EL1, 0xffff_ffffL);
        add("TPIDR_EL1", encoding(3, 0, 13, 0, 4), EL1_RW, A64State.TPIDR_EL1, ALL_BITS);
        add("TPIDR_EL0", encoding(3, 3, 13, 0, 2), EL0_RW, A64State.TPIDR_EL0, ALL_BITS);
        add("TPIDRRO_EL0", encoding(3, 3, 13, 0, 3), EL0_RO_EL1_RW, A64State.TPIDRRO_EL0, ALL_BITS);
        add("NZCV", encoding(3, 3, 4, 2, 0), EL0_RW, A64State.NZCV, 0xf000_0000L);
        add("DAIF", encoding(3, 3, 4, 2, 1), EL0_RW, -1, 0x3c0);
        add("FPCR", encoding(3, 3, 4, 4, 0), EL0_RW, A64State.FPCR, 0x07c0_0000L | (model.features().contains(Feature.FP16) ? 1 << 19 : 0));
        add("FPSR", encoding(3, 3, 4, 4, 1), EL0_RW, A64State.FPSR, 0xf800_009fL);
    }

    private void debug() {
        // SS, TDCC, KDE, HDE, MDE; the rest is a debugger's outside, by way of the OS lock.
        add("MDSCR_EL1", encoding(2, 0, 0, 2, 2), EL1_RW, A64State.MDSCR_EL1, 0xf001L);
        add("OSLAR_EL1", encoding(2, 0, 1, 0, 4), EL1_WO, -1, 1);
        add("OSLSR_EL1", encoding(2, 0, 1, 1, 4), EL1_RO, A64State.OSLSR_EL1, 0);
        add("OSDLR_EL1", encoding(2, 0, 1, 3, 4), EL1_RW, A64State.OSDLR_EL1, 1);
        constant("DBGPRCR_EL1", encoding(2, 0, 1, 4, 4), EL1_RW);
        constant("MDCCSR_EL0", encoding(2, 3, 0, 1, 0), EL0_RO);
        constant("MDRAR_EL1", encoding(2, 0, 1, 0, 0), EL1_RO);
        constant("DBGAUTHSTATUS_EL1", encoding(2, 0, 7, 14, 6), EL1_RO);
        constant("MDCCINT_EL1", encoding(2, 0, 0, 2, 0), EL1_RW);
        // The Debug Communications Channel, with nobody at its other end: nothing comes, and what is written is taken at once.
        constant("OSDTRRX_EL1", encoding(2, 0, 0, 0, 2), EL1_RW);
        constant("OSDTRTX_EL1", encoding(2, 0, 0, 3, 2), EL1_RW);
        constant("OSECCR_EL1", encoding(2, 0, 0, 6, 2), EL1_RW);
        constant("DBGDTR_EL0", encoding(2, 3, 0, 4, 0), EL0_RW);
        constant("DBGDTRTX_EL0", encoding(2, 3, 0, 5, 0), EL0_RW);
        constant("DBGDTRRX_EL0", encoding(2, 3, 0, 5, 0), EL0_RW);
        add("DBGCLAIMSET_EL1", encoding(2, 0, 7, 8, 6), EL1_RW, -1, 0xff);
        add("DBGCLAIMCLR_EL1", encoding(2, 0, 7, 9, 6), EL1_RW, A64State.DBGCLAIM, 0xff);
        long dfr0 = model.identification("ID_AA64DFR0_EL1");
        int breakpoints = (int) (dfr0 >>> 12 & 15) + 1;
        int watchpoints = (int) (dfr0 >>> 20 & 15) + 1;
        for (int n = 0; n < breakpoints; n++) {
            add("DBGBVR" + n + "_EL1", encoding(2, 0, 0, n, 4), EL1_RW, A64State.BREAKPOINTS + n * 16, ALL_BITS);
            add("DBGBCR" + n + "_EL1", encoding(2, 0, 0, n, 5), EL1_RW, A64State.BREAKPOINTS + n * 16 + 8, 0x00ff_e1e6L | 1);
        }
        for (int n = 0; n < watchpoints; n++) {
            add("DBGWVR" + n + "_EL1", encoding(2, 0, 0, n, 6), EL1_RW, A64State.WATCHPOINTS + n * 16, ~3L);
            add("DBGWCR" + n + "_EL1", encoding(2, 0, 0, n, 7), EL1_RW, A64State.WATCHPOINTS + n * 16 + 8, 0x1fff_ffffL);
        }
    }

    /** Cortex-A57's and A72's own registers: they read as zero and ignore writes, as their errata code in Linux expects. */
    private void implementationDefined() {
        constant("L2CTLR_EL1", encoding(3, 1, 11, 0, 2), EL1_RW);
        constant("L2ECTLR_EL1", encoding(3, 1, 11, 0, 3), EL1_RW);
        constant("L2ACTLR_EL1", encoding(3, 1, 15, 0, 0), EL1_RW);
        constant("CPUACTLR_EL1", encoding(3, 1, 15, 2, 0), EL1_RW);
        constant("CPUECTLR_EL1", encoding(3, 1, 15, 2, 1), EL1_RW);
        constant("CPUMERRSR_EL1", encoding(3, 1, 15, 2, 2), EL1_RW);
        constant("L2MERRSR_EL1", encoding(3, 1, 15, 2, 3), EL1_RW);
    }

    private void constant(String name, int encoding, Access access) {
        constants[key(encoding)] = model.identification(name);
        add(name, encoding, access, -1, 0);
    }

    private void add(String name, int encoding, Access access, int offset, long writable) {
        var register = new SystemRegister(name, encoding, access, offset, writable);
        byEncoding[key(encoding)] = register;
        byName.put(name.toUpperCase(java.util.Locale.ROOT), register);
    }

    /** The register of an encoding, or {@code null}. */
    SystemRegister find(int encoding) {
        return (encoding & 0x8000) == 0 ? null : byEncoding[key(encoding)];
    }

    /** The register of a name, in any case, or {@code null}. */
    SystemRegister find(String name) {
        return byName.get(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** All names, in the order of the table. */
    List<String> names() {
        return Collections.unmodifiableList(new ArrayList<>(byName.values().stream().map(SystemRegister::name).toList()));
    }

    /** Where those stand that stand in the state block. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        byName.values().stream().filter(register -> register.offset() >= 0).forEach(register -> places.put(register.name(), register.offset()));
        return places;
    }

    /** The value of a register that has none in the state block and is not computed. */
    long constant(int encoding) {
        return constants[key(encoding)];
    }

    private static int key(int encoding) {
        return encoding & 0x7fff;
    }
}
