package dev.cellvisor.cpu.a64.model;

import dev.cellvisor.cpu.a64.isa.Feature;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CPU model: its features, and the identification registers that declare them. Values are those of the named core, less what is not
 * implemented here (AArch32, EL2, EL3, mixed endianness): a guest is never told of something that does not work.
 *
 * @param name e.g. {@code "cortex-a57"}
 * @param features which optional instructions it has
 * @param paBits guest-physical address size
 * @param identification values of identification registers by name
 */
public record CpuModel(String name, Set<Feature> features, int paBits, Map<String, Long> identification) {

    /** Arm Cortex-A57, r1p0: Armv8.0-A with CRC32 and cryptography. */
    public static final CpuModel CORTEX_A57 = new CpuModel("cortex-a57",
            EnumSet.of(Feature.BASE, Feature.FP, Feature.CRC32, Feature.AES, Feature.PMULL, Feature.SHA1, Feature.SHA256), 44,
            registers("MIDR_EL1", 0x411fd070L, "CTR_EL0", 0x8444c004L, "DCZID_EL0", 4L, "CLIDR_EL1", 0x0a200023L,
                    "ID_AA64PFR0_EL1", 0x01000011L, "ID_AA64DFR0_EL1", 0x10305106L, "PMCR_EL0", 0x41013000L, "ID_AA64ISAR0_EL1", 0x00011120L,
                    "ID_AA64MMFR0_EL1", 0x00000024L, "CCSIDR_L1D", 0x701fe00aL, "CCSIDR_L1I", 0x201fe012L, "CCSIDR_L2", 0x70ffe07aL));

    /** Arm Cortex-A72, r0p3: as the A57 for software. */
    public static final CpuModel CORTEX_A72 = new CpuModel("cortex-a72", CORTEX_A57.features, 44,
            registers(CORTEX_A57.identification, "MIDR_EL1", 0x410fd083L, "PMCR_EL0", 0x41023000L, "CCSIDR_L2", 0x707fe07aL));

    /**
     * All that is implemented, of no real core: Armv8.0-A and what is listed in {@link Feature}. Caches are coherent with
     * fetches (CTR_EL0.IDC, DIC), and nothing is speculated (CSV2, CSV3), so a guest need not guard against that.
     */
    public static final CpuModel MAX = new CpuModel("max", EnumSet.allOf(Feature.class), 48,
            registers(CORTEX_A57.identification, "MIDR_EL1", 0x000f0ce0L, "CTR_EL0", 0xb444c004L,
                    "ID_AA64PFR0_EL1", 0x1101_0000_0111_0011L, "ID_AA64PFR1_EL1", 0x21L,
                    "ID_AA64ISAR0_EL1", 0x0021_1001_1021_2120L, "ID_AA64ISAR1_EL1", 0x0000_0011_0121_1011L,
                    "ID_AA64MMFR0_EL1", 0x0010_0025L, "ID_AA64MMFR1_EL1", 0x0021_1002L, "ID_AA64MMFR2_EL1", 0x1000_0001_0000_0011L));

    private static final List<CpuModel> ALL = List.of(CORTEX_A57, CORTEX_A72, MAX);

    /** Checks and copies. */
    public CpuModel {
        features = Set.copyOf(features);
        identification = Map.copyOf(identification);
    }

    /** Every model. */
    public static List<CpuModel> all() {
        return ALL;
    }

    /**
     * The model with a name.
     *
     * @throws IllegalArgumentException naming all models, if there is none
     */
    public static CpuModel of(String name) {
        return ALL.stream().filter(model -> model.name.equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no CPU model '" + name + "'; there are " + ALL.stream().map(CpuModel::name).toList()));
    }

    /** An identification register's value; 0 where the model says nothing. */
    public long identification(String register) {
        return identification.getOrDefault(register, 0L);
    }

    private static Map<String, Long> registers(Object... pairs) {
        return registers(Map.of(), pairs);
    }

    private static Map<String, Long> registers(Map<String, Long> base, Object... pairs) {
        Map<String, Long> map = new LinkedHashMap<>(base);
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Long) pairs[i + 1]);
        }
        return map;
    }
}
