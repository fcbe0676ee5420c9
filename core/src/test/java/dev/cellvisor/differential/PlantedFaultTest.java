package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.differential.EncodingTable.Encoding;
import dev.cellvisor.differential.FaultyMachine.Fault;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The differential test can fail: one wrong bit in one meaning is seen. A fault in one meaning of each of some families; in every meaning with
 * {@code -Dcellvisor.full=true}; in those whose name matches with {@code -Dcellvisor.planted=REGEX}.
 */
class PlantedFaultTest {
    private static final String MODEL = "cortex-a57";
    private static final long SEED = 20_260_103;
    private static final int BLOCK = 6;
    private static final int FAMILIES_IN_SAMPLE = 16;
    private static final long MAX_INSTRUCTIONS = 20_000_000;

    /** What has no effect that anything could see, so that no fault is one either. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("Hints.nothing", "SystemInstructions.sysl", "LoadLiteral.prfm", "LoadStoreRegister.prfm", "LoadStoreUnscaled.prfum", "LoadStoreUnsigned.prfm",
            "ExceptionGeneration.undefined", "ExceptionGeneration.hlt", "ExceptionGeneration.smc");

    /** What has an effect only with another: blocks start with all of DAIF set, and only a store-exclusive sees what CLREX has done. */
    private static final Map<String, String> TOGETHER = Map.of("SystemInstructions.daifSet", "SystemInstructions.daifClear",
            "Hints.clrex", "Exclusive.stxr8");

    private int seenAtOnce;

    @Test
    void aWrongBitInAnyFamilyIsSeen() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        long start = System.nanoTime();
        var table = new EncodingTable(OurMachine.features(MODEL));
        Map<String, List<Encoding>> meanings = new TreeMap<>();
        table.encodings().forEach(encoding -> meanings.computeIfAbsent(encoding.name(), name -> new ArrayList<>()).add(encoding));
        meanings.keySet().removeAll(WITHOUT_EFFECT);
        Map<String, List<String>> families = new TreeMap<>();
        meanings.keySet().forEach(name -> families.computeIfAbsent(name.substring(0, name.indexOf('.')), family -> new ArrayList<>()).add(name));
        List<String> faults = choose(families);

        var random = new SplittableRandom(SEED);
        var batch = new Batch(Setting.NORMAL, Values.window(random));
        Map<String, List<Integer>> runs = new LinkedHashMap<>();
        int blocks = Math.min(300, Layout.MAX_RUNS / faults.size());
        for (String meaning : faults) {
            var generator = new BlockGenerator(table, random, Setting.NORMAL, true);
            List<Encoding> words = new ArrayList<>(meanings.get(meaning));
            words.addAll(meanings.getOrDefault(TOGETHER.getOrDefault(meaning, ""), List.of()));
            for (int i = 0; i < blocks; i++) {
                runs.computeIfAbsent(meaning, name -> new ArrayList<>()).add(batch.size());
                batch.add(new Run(generator.block(words, BLOCK), Values.input(random, Setting.NORMAL), 0));
            }
        }
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu(MODEL), 120)) {
            batch.execute(qemu);
            List<String> unseen = faults.stream().filter(meaning -> !seen(qemu, batch, runs.get(meaning), meaning)).toList();
            System.out.printf("figure: planted faults%s, one wrong bit in each of %d meanings of %d families: %d seen, with the first bit that was tried %d (%.1f s)%n",
                    Scale.FULL ? "" : " (a sample)", faults.size(), faults.stream().map(name -> name.substring(0, name.indexOf('.'))).distinct().count(), faults.size() - unseen.size(),
                    seenAtOnce, (System.nanoTime() - start) / 1e9);
            assertEquals(List.of(), unseen, "faults that the differential test does not see");
        }
    }

    /** One meaning of so many families, by chance; or all. */
    private static List<String> choose(Map<String, List<String>> families) {
        String wanted = System.getProperty("cellvisor.planted");
        if (wanted != null) {
            return families.values().stream().flatMap(List::stream).filter(name -> name.matches(wanted)).toList();
        }
        if (Scale.FULL) {
            return families.values().stream().flatMap(List::stream).toList();
        }
        var random = new SplittableRandom(SEED);
        List<List<String>> some = new ArrayList<>(families.values());
        java.util.Collections.shuffle(some, new java.util.Random(SEED));
        return some.stream().limit(FAMILIES_IN_SAMPLE).map(names -> names.get(random.nextInt(names.size()))).toList();
    }

    /** Whether any of the faults is seen; a bit that the meaning does not use makes no fault. */
    private boolean seen(Machine qemu, Batch batch, List<Integer> runs, String meaning) {
        var again = new Batch(batch.setting, batch.window);
        runs.forEach(i -> again.add(new Run(batch.run(i).code(), batch.run(i).input(), batch.address(i))));
        int planted = 0;
        for (Fault fault : Fault.ALL) {
            try (var faulty = new FaultyMachine(MODEL, meaning, fault, MAX_INSTRUCTIONS)) {
                if (!faulty.planted()) {
                    continue;
                }
                planted++;
                if (differs(qemu, faulty, again, runs)) {
                    seenAtOnce += planted == 1 ? 1 : 0;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differs(Machine qemu, Machine faulty, Batch again, List<Integer> runs) {
        try {
            again.execute(faulty);
        } catch (IllegalStateException e) {
            return true; // it did not even come to its end
        }
        for (int i = 0; i < runs.size(); i++) {
            MemorySegment ours = faulty.ram().asSlice(Batch.outputAddress(i) - Layout.RAM, Layout.OUTPUT_SIZE);
            MemorySegment theirs = qemu.ram().asSlice(Batch.outputAddress(runs.get(i)) - Layout.RAM, Layout.OUTPUT_SIZE);
            if (ours.mismatch(theirs) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Without a fault the machine that is loaded anew agrees with the plain one: it is the fault that is seen. */
    @Test
    void withoutTheirMeaningInABlockNothingIsSeen() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        var batch = new Batch(Setting.NORMAL, new byte[1024]);
        batch.add(new Run(new int[] {0xab02_0023 /* adds x3, x1, x2 */, CodeBuilder.NOP}, new Input(), 0));
        try (Machine plain = new OurMachine(MODEL); Machine faulty = new FaultyMachine(MODEL, "AddSubCarry.adc64", Fault.ALL.getFirst(), MAX_INSTRUCTIONS)) {
            batch.execute(plain);
            batch.execute(faulty);
            assertEquals(List.of(), batch.differences(plain, faulty));
        }
    }
}
