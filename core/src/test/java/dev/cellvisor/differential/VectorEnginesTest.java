package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random blocks of vector, floating-point, cryptographic and atomic instructions of the model with all features leave the same behind in both
 * engines, FPSR included: special numbers, every rounding mode, flushing, default NaNs. A sample; {@code -Dcellvisor.full=true} compares millions.
 */
class VectorEnginesTest extends TwoEngines {
    VectorEnginesTest() {
        super("max", "model max, ");
    }

    @ParameterizedTest
    @EnumSource(names = {"FP", "FP16", "SIMD", "SIMD_LOADSTORE", "CRYPTO", "LSE"})
    void family(Category category) {
        run(category.toString(), Category.pool(table, category), Setting.NORMAL, Scale.of(60_000, 2_000_000));
    }

    @Test
    void togetherWithIntegersAndBranches() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> switch (Category.of(encoding)) {
            case INTEGER, BRANCH, LOADSTORE, FP, SIMD, SIMD_LOADSTORE, LSE -> true;
            default -> false;
        }).toList();
        run("all together", pool, Setting.NORMAL, Scale.of(60_000, 3_000_000));
        run("all together, at EL0", pool, new Setting(true, false, Setting.EL0), Scale.of(40_000, 1_500_000));
    }

    /** Both may become one round of the host's. */
    @Test
    void roundsOfAesFollowedByTheirMixing() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> encoding.name().startsWith("Crypto.aes")).toList();
        var pairs = campaign();
        var random = new SplittableRandom(SEED);
        for (int batches = 0; batches < 4; batches++) {
            var batch = new Batch(Setting.NORMAL, Values.window(random));
            for (int i = 0; i < 50; i++) {
                int[] code = new int[12];
                for (int at = 0; at < code.length; at += 2) {
                    int d = random.nextInt(4);
                    boolean decrypt = random.nextBoolean();
                    code[at] = (decrypt ? 0x4e28_5800 : 0x4e28_4800) | random.nextInt(4) << 5 | d;
                    code[at + 1] = (decrypt ? 0x4e28_7800 : 0x4e28_6800) | (random.nextInt(4) == 0 ? random.nextInt(4) : d) << 5 | d;
                }
                batch.add(new Run(code, Values.input(random, Setting.NORMAL), 0));
            }
            pairs.execute(batch);
        }
        same(pairs);
        assertEquals(pool.size(), pool.stream().filter(encoding -> pairs.coverage().summary(List.of(encoding)).contains("1 of 1")).count());
    }

    /** Here the host's rounding and Arm's differ: what is rounded up to the smallest normal number has underflowed. */
    @Test
    void floatingPointAtItsEdges() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> encoding.feature() != Feature.FP16)
                .filter(encoding -> encoding.name().matches("(FpArithmetic|SimdFp(ThreeSame|TwoRegMisc)|SimdByElement)\\.f.*")).toList();
        run("floating point at its edges", pool, campaign().startingWith(EdgeValues::input), Setting.NORMAL, Scale.of(60_000, 2_000_000));
    }
}
