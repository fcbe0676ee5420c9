package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.differential.EncodingTable.Encoding;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random blocks leave the same registers, flags and memory behind in both engines. A sample; {@code -Dcellvisor.full=true} compares millions. */
class EnginesTest extends TwoEngines {
    EnginesTest() {
        super("cortex-a57", "");
    }

    @Test
    void theEngineSaysWhatItIs() {
        try (var memory = new GuestMemory()) {
            memory.add("ram", 0x4000_0000L, 4096);
            try (var cpu = new A64Cpu(0, OurMachine.model(model), new MemoryMap(memory, new Trace()), Engine.NATIVE)) {
                assertTrue(cpu.engine().startsWith("native: "), cpu.engine());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTEGER", "BRANCH", "LOADSTORE", "EXCLUSIVE", "FP", "SIMD_LOADSTORE"})
    void family(Category category) {
        run(category.toString(), Category.pool(table, category), Setting.NORMAL, Scale.of(60_000, 1_500_000));
    }

    @Test
    void everythingTogether() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> switch (Category.of(encoding)) {
            case INTEGER, BRANCH, LOADSTORE, EXCLUSIVE -> true;
            default -> false;
        }).toList();
        run("all that is emitted", pool, Setting.NORMAL, Scale.of(100_000, 3_000_000));
        run("all that is emitted, at EL0", pool, new Setting(true, false, Setting.EL0), Scale.of(60_000, 1_500_000));
    }

    @Test
    void systemInstructions() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> switch (Category.of(encoding)) {
            case INTEGER, LOADSTORE, SYSTEM -> true;
            default -> false;
        }).toList();
        run("with system instructions", pool, Setting.NORMAL, Scale.of(60_000, 1_500_000));
        run("with system instructions, at EL0", pool, new Setting(true, false, Setting.EL0), Scale.of(60_000, 1_500_000));
    }

    /** Loops with branches in them become traces, each with what it takes to go another way in another round. */
    @Test
    void loops() {
        List<Encoding> pool = table.encodings().stream().filter(encoding -> switch (Category.of(encoding)) {
            case INTEGER, BRANCH, LOADSTORE, EXCLUSIVE -> true;
            default -> false;
        }).toList();
        var campaign = campaign();
        long start = System.nanoTime();
        int loops = 0;
        for (int batches = 0; batches < Scale.of(2, 60); batches++) {
            var random = new SplittableRandom(SEED + batches);
            var batch = new Batch(Setting.NORMAL, Values.window(random));
            var generator = new BlockGenerator(table, random, Setting.NORMAL, false);
            for (int i = 0; i < 400; i++, loops++) {
                batch.add(new Run(generator.loop(pool, 4 + random.nextInt(40), 20 + random.nextInt(200)), Values.input(random, Setting.NORMAL), 0));
            }
            campaign.execute(batch);
            assertEquals(interpreter.retired(), host.retired(), "instructions counted");
        }
        System.out.printf("figure: engine against engine%s, %,d loops of random instructions: %d differ (%.1f s)%n", Scale.FULL ? "" : " (a sample)", loops,
                campaign.differingRuns(), (System.nanoTime() - start) / 1e9);
        same(campaign);
    }
}
