package dev.cellvisor.cpu.a64.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.a64.isa.Feature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each model's identification registers declare just the features that it has, field by field (Arm ARM, D23.2). */
class IdentificationTest {

    /** A field's value, and the features that it declares beyond those of lower values. */
    private record Field(String register, int low, int value, Feature... features) {
    }

    private static Field field(String register, int low, int value, Feature... features) {
        return new Field(register, low, value, features);
    }

    /** Every field value that declares something that is implemented here. */
    private static final List<Field> FIELDS = List.of(
            field("ID_AA64ISAR0_EL1", 4, 1, Feature.AES), field("ID_AA64ISAR0_EL1", 4, 2, Feature.PMULL), field("ID_AA64ISAR0_EL1", 8, 1, Feature.SHA1),
            field("ID_AA64ISAR0_EL1", 12, 1, Feature.SHA256), field("ID_AA64ISAR0_EL1", 12, 2, Feature.SHA512), field("ID_AA64ISAR0_EL1", 16, 1, Feature.CRC32),
            field("ID_AA64ISAR0_EL1", 20, 2, Feature.LSE), field("ID_AA64ISAR0_EL1", 28, 1, Feature.RDM), field("ID_AA64ISAR0_EL1", 32, 1, Feature.SHA3),
            field("ID_AA64ISAR0_EL1", 44, 1, Feature.DOTPROD), field("ID_AA64ISAR0_EL1", 48, 1, Feature.FHM), field("ID_AA64ISAR0_EL1", 52, 1, Feature.FLAGM),
            field("ID_AA64ISAR0_EL1", 52, 2, Feature.FLAGM2),
            field("ID_AA64ISAR1_EL1", 0, 1, Feature.DPB), field("ID_AA64ISAR1_EL1", 4, 1, Feature.PAUTH), field("ID_AA64ISAR1_EL1", 24, 1, Feature.PAUTH),
            field("ID_AA64ISAR1_EL1", 12, 1, Feature.JSCVT), field("ID_AA64ISAR1_EL1", 16, 1, Feature.FCMA), field("ID_AA64ISAR1_EL1", 20, 1, Feature.LRCPC),
            field("ID_AA64ISAR1_EL1", 20, 2, Feature.LRCPC2), field("ID_AA64ISAR1_EL1", 32, 1, Feature.FRINTTS), field("ID_AA64ISAR1_EL1", 36, 1, Feature.SB),
            field("ID_AA64PFR0_EL1", 16, 1, Feature.FP16), field("ID_AA64PFR0_EL1", 20, 1, Feature.FP16), field("ID_AA64PFR0_EL1", 48, 1, Feature.DIT),
            field("ID_AA64PFR1_EL1", 0, 1, Feature.BTI), field("ID_AA64PFR1_EL1", 4, 2, Feature.SSBS),
            field("ID_AA64MMFR0_EL1", 20, 1, Feature.TGRAN16K),
            field("ID_AA64MMFR1_EL1", 0, 2, Feature.HAFDBS), field("ID_AA64MMFR1_EL1", 12, 1, Feature.HPDS), field("ID_AA64MMFR1_EL1", 16, 1, Feature.LOR),
            field("ID_AA64MMFR1_EL1", 20, 2, Feature.PAN),
            field("ID_AA64MMFR2_EL1", 4, 1, Feature.UAO), field("ID_AA64MMFR2_EL1", 32, 1, Feature.LSE2), field("ID_AA64MMFR2_EL1", 60, 1, Feature.E0PD));

    /**
     * What is declared without a feature of ours: AArch64 at EL0 and EL1 and the GIC's registers; breakpoints, watchpoints and the PMU; 16-bit ASIDs
     * and the physical address size; TTBR.CnP, whose hint is taken by sharing nothing; CSV2 and CSV3, since nothing is speculated.
     */
    private static final Map<String, Long> OTHERS = Map.of("ID_AA64PFR0_EL1", 0xff00_0000_0f00_00ffL, "ID_AA64DFR0_EL1", -1L, "ID_AA64MMFR0_EL1", 0xffL,
            "ID_AA64MMFR2_EL1", 0xfL);
    private static final Set<Feature> WITHOUT_A_FIELD = EnumSet.of(Feature.BASE, Feature.FP);

    @Test
    void whatIsDeclaredIsImplementedAndTheOtherWayRound() {
        List<String> wrong = new ArrayList<>();
        for (CpuModel model : CpuModel.all()) {
            Set<Feature> declared = EnumSet.copyOf(WITHOUT_A_FIELD);
            for (Field field : FIELDS) {
                if ((model.identification(field.register) >>> field.low & 15) >= field.value) {
                    declared.addAll(List.of(field.features));
                }
            }
            if (!declared.equals(model.features())) {
                wrong.add("%s declares %s and has %s".formatted(model.name(), declared, model.features()));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** No field says what nobody has looked up here. */
    @Test
    void everyFieldThatIsNotZeroIsKnown() {
        List<String> unknown = new ArrayList<>();
        for (CpuModel model : CpuModel.all()) {
            model.identification().forEach((register, value) -> {
                for (int low = 0; register.startsWith("ID_") && low < 64; low += 4) {
                    int at = low;
                    long field = value >>> low & 15;
                    boolean other = (OTHERS.getOrDefault(register, 0L) >>> low & 15) != 0;
                    if (field != 0 && !other && FIELDS.stream().noneMatch(one -> one.register.equals(register) && one.low == at && one.value == field)) {
                        unknown.add("%s, %s[%d:%d] is %d".formatted(model.name(), register, low + 3, low, field));
                    }
                }
            });
        }
        assertEquals(List.of(), unknown);
    }
}
