package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every FP and SIMD instruction, with random registers, against qemu-aarch64: registers, flags, FPSR and memory must be equal. */
class FpSimdAgainstQemuTest {
    private static final Set<Feature> ARMV8_0 = EnumSet.of(Feature.BASE, Feature.FP, Feature.AES, Feature.PMULL, Feature.SHA1, Feature.SHA256);
    private static final int CASES_OF_EACH = Integer.getInteger("cellvisor.test.cases", 40);

    private static final long SEED = Long.getLong("cellvisor.test.seed", 1);

    @BeforeEach
    void toolsAreThere() {
        QemuUser.missing().ifPresent(why -> Assumptions.abort("not compared with QEMU: " + why));
    }

    @Test
    void everyInstructionOfArmv8_0DoesWhatQemuDoes() throws Exception {
        compare(new QemuUser("cortex-a57"), ARMV8_0, casesOfEveryEncoding(ARMV8_0, false));
    }

    @Test
    void everyExtensionDoesWhatQemuDoes() throws Exception {
        compare(new QemuUser("max"), EnumSet.allOf(Feature.class), casesOfEveryEncoding(EnumSet.complementOf(EnumSet.copyOf(ARMV8_0)), true));
    }

    @Test
    void wordsThatQemuRefusesAreUndefined() throws Exception {
        FpSimdCases random = new FpSimdCases(new Random(SEED), false);
        List<QemuUser.Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES_OF_EACH * 1000; i++) {
            cases.add(random.any(random.dataProcessingWord()));
        }
        compare(new QemuUser("cortex-a57"), ARMV8_0, cases);
    }

    private List<QemuUser.Case> casesOfEveryEncoding(Set<Feature> features, boolean halfArithmetic) {
        FpSimdCases random = new FpSimdCases(new Random(SEED), halfArithmetic);
        List<QemuUser.Case> cases = new ArrayList<>();
        for (int op = Encodings.FIRST; op < Encodings.COUNT; op++) {
            if (op >= Groups.END_MAIN && op < Groups.END_SIMD_B && features.contains(Encodings.FEATURE[op])
                    && !EncodingTexts.BITS[op].contains("imm19")) { // a literal's address is the program's own
                for (int i = 0; i < CASES_OF_EACH; i++) {
                    cases.add(random.of(op));
                }
            }
        }
        return cases;
    }

    private static void compare(QemuUser qemu, Set<Feature> features, List<QemuUser.Case> cases) throws Exception {
        Map<String, String> differences = new TreeMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        Decoder decoder = new Decoder(features);
        try (Arena arena = Arena.ofConfined()) {
            OneInstruction ours = new OneInstruction(features, arena);
            for (int from = 0; from < cases.size(); from += 5000) {
                List<QemuUser.Case> batch = cases.subList(from, Math.min(from + 5000, cases.size()));
                List<QemuUser.Case> expected = qemu.run(batch);
                expected.forEach(FpSimdAgainstQemuTest::clearAboveHalf);
                for (int i = 0; i < batch.size(); i++) {
                    String difference = difference(batch.get(i), expected.get(i), ours.run(batch.get(i)));
                    if (difference != null && !flushedInteger(batch.get(i))) {
                        int op = decoder.operation(batch.get(i).word);
                        String name = op == Decoder.UNDEFINED ? "undefined %03x".formatted(batch.get(i).word >>> 20) : EncodingTexts.NAME[op];
                        differences.putIfAbsent(name, difference);
                        counts.merge(name, 1, Integer::sum);
                    }
                }
            }
        }
        StringBuilder report = new StringBuilder();
        differences.forEach((name, text) -> report.append(name).append(" (").append(counts.get(name)).append("×): ").append(text).append('\n'));
        assertEquals("", report.toString());
    }

    /** What QEMU 7.2 is known to do wrong with FJCVTZS: a subnormal number that is flushed to zero is no integer, so Z is clear (Arm ARM, FPToFixedJS). */
    private static boolean flushedInteger(QemuUser.Case one) {
        long number = one.v[2 * (one.word >>> 5 & 31)];
        boolean subnormal = (number & 0x7ff0_0000_0000_0000L) == 0 && number << 1 != 0;
        return (one.word & 0xffff_fc00) == 0x1e7e_0000 && (one.fpcr & 1 << 24) != 0 && subnormal;
    }

    /** FCVTZS <Hd>, <Hn>, #fbits: QEMU 7.2 extends the sign to 32 bits; a write of 16 bits clears all above (Arm ARM, C1.2.5). */
    private static void clearAboveHalf(QemuUser.Case theirs) {
        if ((theirs.word & 0xfff0_fc00) == 0x5f10_fc00) {
            theirs.v[2 * (theirs.word & 31)] &= 0xffff;
        }
    }

    private static String difference(QemuUser.Case before, QemuUser.Case theirs, QemuUser.Case ours) {
        StringBuilder out = new StringBuilder();
        if (theirs.undefined != ours.undefined) {
            out.append("undefined: QEMU ").append(theirs.undefined).append(", ours ").append(ours.undefined);
        } else if (!theirs.undefined) {
            for (int i = 0; i < 64; i++) {
                if (theirs.v[i] != ours.v[i]) {
                    out.append("v%d.d[%d] QEMU %016x ours %016x, ".formatted(i / 2, i % 2, theirs.v[i], ours.v[i]));
                }
            }
            for (int i = 0; i < 16; i++) {
                if (theirs.x[i] != ours.x[i]) {
                    out.append("x%d QEMU %016x ours %016x, ".formatted(i, theirs.x[i], ours.x[i]));
                }
            }
            if (theirs.nzcv != ours.nzcv) {
                out.append("NZCV QEMU %x ours %x, ".formatted(theirs.nzcv, ours.nzcv));
            }
            if (theirs.fpsr != ours.fpsr) {
                out.append("FPSR QEMU %x ours %x, ".formatted(theirs.fpsr, ours.fpsr));
            }
            if (!java.util.Arrays.equals(theirs.memory, ours.memory)) {
                out.append("memory, ");
            }
        }
        if (out.isEmpty()) {
            return null;
        }
        int n = before.word >>> 5 & 31;
        int m = before.word >>> 16 & 31;
        int a = before.word >>> 10 & 31;
        int d = before.word & 31;
        return "%08x FPCR %x FPSR %x: %s before: n %016x:%016x m %016x:%016x a %016x:%016x d %016x:%016x".formatted(before.word, before.fpcr, before.fpsr,
                out, before.v[2 * n + 1], before.v[2 * n], before.v[2 * m + 1], before.v[2 * m], before.v[2 * a + 1], before.v[2 * a],
                before.v[2 * d + 1], before.v[2 * d]);
    }
}
