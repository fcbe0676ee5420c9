package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.differential.Validity.Disagreement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether a word is an instruction: our verdict is QEMU's, for the same CPU model. A sample; with {@code -Dcellvisor.full=true} ten million
 * uniform words and a thousand for each class.
 */
class ValidityTest {
    private static final long SEED = 20_260_101;

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "cortex-a72"})
    void everyWordHasTheSameVerdict(String model) {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        long start = System.nanoTime();
        var table = new EncodingTable(OurMachine.features(model));
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu(model), 120); Machine ours = new OurMachine(model)) {
            var validity = new Validity(qemu, ours);
            validity.compare(Words.system());
            int uniform = Scale.of(300_000, 10_000_000);
            for (int done = 0; done < uniform; done += 500_000) {
                validity.compare(Words.uniform(SEED + done, Math.min(500_000, uniform - done)));
            }
            int each = Scale.of(20, 1000);
            int[] top = Words.byTopBits(SEED + 1, each);
            int[] near = Words.nearEncodings(table, SEED + 2, each);
            validity.compare(top);
            validity.compare(near);
            System.out.printf("figure: verdicts valid/Undefined of %s%s, %,d words (%,d uniform, %,d near our encodings, %,d by top bits, every system "
                    + "instruction), %d differ from QEMU's, %,d more are explained (%.1f s)%n", model, Scale.FULL ? "" : " (a sample)", validity.words(), uniform,
                    near.length, top.length, validity.verdicts().size(), validity.explained().values().stream().mapToInt(Integer::intValue).sum(),
                    (System.nanoTime() - start) / 1e9);
            assertEquals(List.of(), validity.verdicts(), () -> report(validity));
            assertEquals(List.of(), validity.syndromes(), () -> report(validity));
        }
    }

    @Test
    void maxDiffersOnlyInExtensionsThatItDoesNotHave() {
        assumeTrue(QemuMachine.available() && Objdump.available(), "skipped: qemu-system-aarch64 or aarch64-linux-gnu-objdump is not installed");
        long start = System.nanoTime();
        var table = new EncodingTable(OurMachine.features("max"));
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu("max"), 120); Machine ours = new OurMachine("max")) {
            var validity = new Validity(qemu, ours);
            int uniform = Scale.of(100_000, 10_000_000);
            for (int done = 0; done < uniform; done += 500_000) {
                validity.compare(comparable(table, Words.uniform(SEED + 10 + done, Math.min(500_000, uniform - done))));
            }
            validity.compare(comparable(table, Words.nearEncodings(table, SEED + 11, Scale.of(20, 1000))));
            List<Disagreement> verdicts = validity.verdicts();
            List<String> texts = Objdump.texts(verdicts.stream().mapToInt(Disagreement::word).toArray(), 0);
            Map<String, Integer> absent = new TreeMap<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String extension = ObjdumpVerdictTest.extension(texts.get(i).split("\\s")[0]);
                if (verdicts.get(i).ours() >>> 26 == 0 && extension != null) {
                    absent.merge(extension, 1, Integer::sum);
                } else if (verdicts.get(i).ours() >>> 26 == 0 && texts.get(i).startsWith(".inst")) {
                    absent.merge("none: objdump calls it undefined too", 1, Integer::sum); // e.g. 5e70db7a, among half-precision instructions
                } else {
                    others.add("%08x %s: QEMU %08x, ours %08x".formatted(verdicts.get(i).word(), texts.get(i), verdicts.get(i).theirs(), verdicts.get(i).ours()));
                }
            }
            System.out.printf("figure: verdicts valid/Undefined of max%s, %,d words, %d differ from QEMU's for no reason; of extensions that only QEMU has: %s (%.1f s)%n",
                    Scale.FULL ? "" : " (a sample)", validity.words(), others.size(), absent, (System.nanoTime() - start) / 1e9);
            assertEquals(List.of(), others);
        }
    }

    /** QEMU's max has more registers and operations than ours: each belongs to an extension that ours does not declare. */
    @Test
    void maxHasEverySystemInstructionOfWhatItDeclares() {
        assumeTrue(QemuMachine.available() && Objdump.available(), "skipped: qemu-system-aarch64 or aarch64-linux-gnu-objdump is not installed");
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu("max"), 120); Machine ours = new OurMachine("max")) {
            var validity = new Validity(qemu, ours);
            validity.compare(Words.system());
            List<Disagreement> verdicts = validity.verdicts();
            List<String> texts = Objdump.texts(verdicts.stream().mapToInt(Disagreement::word).toArray(), 0);
            Map<String, Integer> absent = new TreeMap<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i).replaceAll("\\s+", " ");
                var extension = ABSENT_SYSTEM.entrySet().stream().filter(entry -> text.matches(entry.getValue())).map(Map.Entry::getKey).findFirst();
                if (verdicts.get(i).ours() >>> 26 == 0 && extension.isPresent()) {
                    absent.merge(extension.get(), 1, Integer::sum);
                } else {
                    others.add("%08x %s".formatted(verdicts.get(i).word(), text));
                }
            }
            System.out.printf("figure: verdicts valid/Undefined of max, all %,d system instructions, %d differ from QEMU's for no reason; of extensions that only QEMU has: %s%n",
                    validity.words(), others.size(), absent);
            assertEquals(List.of(), others);
            assertEquals(List.of(), validity.syndromes(), () -> report(validity));
        }
    }

    /** Extensions that QEMU's max has and ours does not declare, by what objdump calls their system instructions. */
    private static final Map<String, String> ABSENT_SYSTEM = Map.of("SPECRES", "(cfp|cpp|dvp) rctx.*", "DPB2", "dc cvadp.*", "CCIDX", "mrs \\w+, ccsidr2_el1",
            "RAS", ".*(disr|erridr)_el1.*", "MTE2", "mrs \\w+, gmid_el1", "SME", "mrs \\w+, smidr_el1", "RNG", "mrs \\w+, rndr(rs)?",
            "CSV2_2", ".*scxtnum_el[01].*", "TLBIOS, TLBIRANGE", "tlbi (\\w*os|r\\w*)(, \\w+)?", "IDST, and other reserved identification registers",
            "mrs \\w+, (s3_[013]_c0_c[0-7]_[0-7]|mpuir_el1)");

    /** Without system instructions, and without words of half-precision "two-register miscellaneous" that are none: QEMU 7.2 aborts on some of those. */
    private static int[] comparable(EncodingTable table, int[] words) {
        return Arrays.stream(words).filter(word -> Kind.of(word) != Kind.SYSTEM
                && ((word & 0x9f7e_0c00) != 0x0e78_0800 && (word & 0xdf7e_0c00) != 0x5e78_0800 || table.decode(word) != null)).toArray();
    }

    @Test
    void constrainedUnpredictableWordsAreExecutedByBoth() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        long start = System.nanoTime();
        int each = Scale.of(200, 5000);
        List<ConstrainedUnpredictable> classes = ConstrainedUnpredictable.ALL;
        int[] words = classes.stream().flatMapToInt(one -> Arrays.stream(one.words(SEED, each))).toArray();
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu("cortex-a57"), 120); Machine ours = new OurMachine("cortex-a57")) {
            var validity = new Validity(qemu, ours);
            validity.compare(words);
            assertEquals(List.of(), validity.verdicts(), () -> report(validity));
            for (int i = 0; i < words.length; i++) {
                int word = words[i];
                String title = classes.get(i / each).title();
                assertTrue(ValidityImage.result(ours.ram(), i) >>> 26 != 0, () -> title + ": %08x is Undefined".formatted(word));
            }
            System.out.printf("figure: CONSTRAINED UNPREDICTABLE, %d classes of %d words each are instructions on ours and on QEMU (%.1f s)%n", classes.size(),
                    each, (System.nanoTime() - start) / 1e9);
        }
    }

    /** A verdict that is wrong on purpose is seen: the comparison can fail. */
    @Test
    void anotherModelsVerdictsDiffer() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu("max"), 120); Machine ours = new OurMachine("cortex-a57")) {
            var validity = new Validity(qemu, ours);
            validity.compare(new int[] {CodeBuilder.NOP, 0xb820_0041 /* ldadd w0, w1, [x2], of LSE */});
            assertEquals(List.of(0xb820_0041), validity.verdicts().stream().map(Disagreement::word).toList());
        }
    }

    private static String report(Validity validity) {
        var bytes = new ByteArrayOutputStream();
        validity.print(new PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8));
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
