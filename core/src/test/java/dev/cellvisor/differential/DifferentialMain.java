package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The long comparison, to be started by hand.
 *
 * <pre>{@code
 * DifferentialMain --model cortex-a57 --instructions 10000000 --seed 1 integer fp simd
 * DifferentialMain --encoding DataProcessing2.udiv64
 * DifferentialMain --self fp    # QEMU against itself: shows that the harness is deterministic
 * }</pre>
 */
final class DifferentialMain {

    private DifferentialMain() {
    }

    /** @param arguments see above */
    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>();
        String model = "cortex-a57";
        String encodingPrefix = null;
        long instructions = 1_000_000;
        long seed = 1;
        int length = 32;
        int inputs = 2;
        boolean self = false;
        Setting setting = Setting.NORMAL;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--model" -> model = arguments[++i];
                case "--instructions" -> instructions = Long.parseLong(arguments[++i].replace("_", ""));
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--length" -> length = Integer.parseInt(arguments[++i]);
                case "--inputs" -> inputs = Integer.parseInt(arguments[++i]);
                case "--encoding" -> encodingPrefix = arguments[++i];
                case "--self" -> self = true;
                case "--el0" -> setting = setting.withSpsr(Setting.EL0);
                case "--el1t" -> setting = setting.withSpsr(Setting.EL1T);
                case "--no-mmu" -> setting = new Setting(false, setting.alignmentCheck(), setting.spsr());
                case "--align" -> setting = new Setting(setting.mmu(), true, setting.spsr());
                default -> names.add(arguments[i]);
            }
        }
        var table = new EncodingTable(OurMachine.features(model));
        try (Machine theirs = new QemuMachine(OurMachine.qemuCpu(model), 30);
                Machine ours = self ? new QemuMachine(OurMachine.qemuCpu(model), 30) : new OurMachine(model)) {
            for (Category category : Category.values()) {
                String prefix = encodingPrefix;
                if (!names.isEmpty() && !names.contains(category.name().toLowerCase(Locale.ROOT))) {
                    continue;
                }
                List<Encoding> pool = table.encodings().stream()
                        .filter(encoding -> Category.of(encoding) == category && (prefix == null || encoding.name().startsWith(prefix))).toList();
                if (pool.isEmpty()) {
                    continue;
                }
                long start = System.nanoTime();
                var campaign = new Campaign(theirs, ours, table);
                campaign.run(pool, setting, seed, instructions, length, inputs);
                System.out.printf("%s (%.1f s)%n", category, (System.nanoTime() - start) / 1e9);
                campaign.print(System.out, pool);
            }
        }
    }
}
