package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.differential.EncodingTable.Encoding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random blocks of everything that is emitted: one CPU translates and keeps them, another takes them, at other addresses and with other numbers of ways. Both leave the same behind. A sample;
 * {@code -Dcellvisor.full=true} compares more.
 */
class KeptBlocksTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"cortex-a57", "max"})
    void blocksThatAreTakenDoWhatTheTranslatedOnesDo(String model) {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        var folder = new TranslationFolder(directory.resolve("translations"), 1 << 30);
        List<Encoding> pool = new EncodingTable(OurMachine.features(model)).encodings().stream().filter(encoding -> Category.of(encoding) != Category.SYSTEM).toList();
        try (var keeps = new OurMachine(model, 4_000_000_000L, Engine.NATIVE, cpu -> cpu.keepTranslations(folder, "this test"));
                var takes = new OurMachine(model, 4_000_000_000L, Engine.NATIVE, cpu -> {
                    cpu.translateAt(1_000_000); // only what is taken is no longer interpreted
                    cpu.keepTranslations(folder, "this test");
                })) {
            long start = System.nanoTime();
            var campaign = new Campaign(keeps, takes, new EncodingTable(OurMachine.features(model)));
            campaign.run(pool, Setting.NORMAL, TwoEngines.SEED, Scale.of(40_000, 1_500_000), 32, 2);
            TwoEngines.same(campaign);
            assertEquals(keeps.retired(), takes.retired());
            long kept = keeps.counts().blocks();
            long taken = takes.counts().taken();
            System.out.printf("figure: translations kept between runs%s, model %s: %s, none differs; in the last batch %,d blocks translated, then %,d taken (%.1f s)%n",
                    Scale.FULL ? "" : " (a sample)", model, campaign.coverage().summary(pool), kept, taken, (System.nanoTime() - start) / 1e9);
            assertTrue(taken > kept * 9 / 10, "of " + kept + " blocks only " + taken + " were taken");
        }
    }
}
