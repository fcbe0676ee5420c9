package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random blocks of every family leave the same registers, flags and memory behind on qemu-system-aarch64 and on ours. A sample;
 * {@code -Dcellvisor.full=true} compares a million instructions and more of each.
 */
class DifferentialTest {
    private static final String MODEL = "cortex-a57";
    private static final long SEED = 20_260_101;

    private static Machine qemu;
    private static Machine ours;
    private static EncodingTable table;

    @BeforeAll
    static void start() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        table = new EncodingTable(OurMachine.features(MODEL));
        qemu = new QemuMachine(OurMachine.qemuCpu(MODEL), 120);
        ours = new OurMachine(MODEL);
    }

    @AfterAll
    static void stop() {
        if (qemu != null) {
            qemu.close();
            ours.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void family(Category category) {
        List<Encoding> pool = Category.pool(table, category);
        assumeTrue(!pool.isEmpty(), "skipped: " + MODEL + " has no " + category);
        // Short blocks for values, long ones for what instructions do to each other.
        var campaign = new Campaign(qemu, ours, table);
        int instructions = Scale.of(100_000, 1_500_000);
        long start = System.nanoTime();
        campaign.run(pool, Setting.NORMAL, SEED, instructions, 32, 2);
        campaign.run(pool, Setting.NORMAL, SEED + 1, instructions, 6, 4);
        check(category.toString(), campaign, pool, start);
    }

    /** What the model {@code max} has beyond the Cortex-A57. */
    @ParameterizedTest
    @EnumSource(value = Category.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void extension(Category category) {
        var max = new EncodingTable(OurMachine.features("max"));
        List<Encoding> pool = Category.pool(max, category).stream().filter(encoding -> !OurMachine.features(MODEL).contains(encoding.feature())).toList();
        assumeTrue(!pool.isEmpty(), "skipped: max has no more of " + category);
        long start = System.nanoTime();
        try (Machine theirs = new QemuMachine(OurMachine.qemuCpu("max"), 120); Machine machine = new OurMachine("max")) {
            var campaign = new Campaign(theirs, machine, max);
            campaign.run(pool, Setting.NORMAL, SEED + 3, Scale.of(30_000, 1_000_000), 12, 2);
            check("max, " + category, campaign, pool, start);
        }
    }

    static Stream<Setting> settings() {
        return Stream.of(new Setting(true, false, Setting.EL0), new Setting(true, false, Setting.EL1T), new Setting(false, false, Setting.EL1H),
                new Setting(true, true, Setting.EL1H));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void inOtherStates(Setting setting) {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> switch (Category.of(encoding)) {
            case LOADSTORE, SIMD_LOADSTORE, EXCLUSIVE, LSE, SYSTEM, BRANCH -> true;
            default -> false;
        }).toList();
        var campaign = new Campaign(qemu, ours, table);
        long start = System.nanoTime();
        campaign.run(pool, setting, SEED + 2, Scale.of(60_000, 1_000_000), 12, 2);
        check(setting.toString(), campaign, pool, start);
    }

    private static void check(String what, Campaign campaign, List<Encoding> pool, long start) {
        Scale.say(what + ": " + campaign.coverage().summary(pool) + ", " + campaign.differingRuns() + " blocks differ", start);
        assertEquals(0, campaign.differingRuns(),
                () -> campaign.differences().stream().map(Difference::report).collect(Collectors.joining("\n")));
        assertTrue(campaign.coverage().instructions() > 0);
        assertEquals(List.of(), campaign.coverage().missing(pool), "encodings that never ran");
    }
}
