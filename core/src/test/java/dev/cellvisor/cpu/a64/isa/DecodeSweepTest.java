package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.a64.model.CpuModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every one of the 2^32 words decodes to exactly one thing, and how many words each meaning has is what the checked-in table says. A sample
 * of words, held against the table's frequencies; with {@code -Dcellvisor.full=true} all of them, exactly. A full run with
 * {@code -Dcellvisor.sweep.write=FILE} writes the table anew.
 */
class DecodeSweepTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final String TABLE = "decode-classes.tsv";
    private static final String UNDEFINED = "Undefined";
    private static final int SAMPLE = 1 << 24;
    private static final int SLICES = 2048;
    /** What the columns of the table count: all that is known, and the model that boots by default. */
    private static final List<java.util.Set<Feature>> COLUMNS = List.of(EnumSet.allOf(Feature.class), CpuModel.CORTEX_A57.features());

    @Test
    void everyWordIsOneInstructionOrUndefined() throws Exception {
        long start = System.nanoTime();
        long[][] counts = new long[COLUMNS.size()][];
        for (int column = 0; column < counts.length; column++) {
            counts[column] = FULL ? sweep(COLUMNS.get(column)) : sample(COLUMNS.get(column));
        }
        Map<String, long[]> classes = classes(counts);
        if (FULL && System.getProperty("cellvisor.sweep.write") != null) {
            write(Path.of(System.getProperty("cellvisor.sweep.write")), classes);
        }
        Map<String, long[]> table = read();
        assertEquals(List.of(), missing(classes, table), "meanings that the table does not have");
        assertEquals(List.of(), missing(table, classes), "meanings that only the table has");
        for (int column = 0; column < counts.length; column++) {
            int c = column;
            assertEquals(1L << 32, table.values().stream().mapToLong(row -> row[c]).sum(), "words in column " + column);
            for (String name : table.keySet()) {
                compare(name, table.get(name)[column], classes.get(name)[column]);
            }
        }
        System.out.printf("figure: decode sweep%s, %,d words to %,d meanings or Undefined (%,d), each to exactly one (%.1f s)%n", FULL ? "" : " (a sample)",
                FULL ? 1L << 32 : SAMPLE, table.size() - 1, table.get(UNDEFINED)[0], (System.nanoTime() - start) / 1e9);
    }

    private static List<String> missing(Map<String, long[]> of, Map<String, long[]> in) {
        return of.keySet().stream().filter(name -> !in.containsKey(name)).toList();
    }

    private static void compare(String name, long expected, long counted) {
        if (FULL) {
            assertEquals(expected, counted, "words that are " + name);
        } else {
            double mean = expected * (double) SAMPLE / (1L << 32);
            assertTrue(Math.abs(counted - mean) <= 6 * Math.sqrt(mean) + 6, () -> "%s: %d of %d random words, and the table leads one to expect %.1f"
                    .formatted(name, counted, SAMPLE, mean));
        }
    }

    private static long[] sample(java.util.Set<Feature> features) {
        long[] counts = new long[Encodings.COUNT];
        var counter = new Counter(features);
        new SplittableRandom(2026).ints(SAMPLE).forEach(word -> counts[counter.applyAsInt(word)]++);
        return counts;
    }

    private static long[] sweep(java.util.Set<Feature> features) {
        var counters = ThreadLocal.withInitial(() -> new Counter(features)); // a decoder fills its look-up as it goes
        return IntStream.range(0, SLICES).parallel().mapToObj(slice -> {
            long[] counts = new long[Encodings.COUNT];
            Counter counter = counters.get();
            int size = (int) ((1L << 32) / SLICES);
            for (int i = 0; i < size; i++) {
                counts[counter.applyAsInt(slice * size + i)]++;
            }
            return counts;
        }).reduce(new long[Encodings.COUNT], DecodeSweepTest::add);
    }

    private static long[] add(long[] a, long[] b) {
        long[] sum = new long[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    /** Decodes a word and sees to it that no other encoding has as good a claim to it. */
    private static final class Counter implements IntUnaryOperator {
        private final Decoder decoder;
        private final int[][] rivals = new int[Encodings.COUNT][];

        Counter(java.util.Set<Feature> features) {
            decoder = new Decoder(features);
            for (int op = Encodings.FIRST; op < Encodings.COUNT; op++) {
                int a = op;
                rivals[op] = !features.contains(Encodings.FEATURE[op]) ? new int[0] : IntStream.range(Encodings.FIRST, Encodings.COUNT)
                        .filter(b -> b != a && features.contains(Encodings.FEATURE[b]) && rival(a, b)).toArray();
            }
        }

        /** Whether words fit both, and neither is a special case of the other. */
        private static boolean rival(int a, int b) {
            int both = Encodings.MASK[a] & Encodings.MASK[b];
            boolean meet = ((Encodings.VALUE[a] ^ Encodings.VALUE[b]) & both) == 0;
            boolean special = Encodings.MASK[a] != Encodings.MASK[b] && (both == Encodings.MASK[a] || both == Encodings.MASK[b]);
            return meet && !special;
        }

        @Override
        public int applyAsInt(int word) {
            int op = decoder.operation(word);
            if (op != Decoder.UNDEFINED) {
                for (int rival : rivals[op]) {
                    if ((word & Encodings.MASK[rival]) == Encodings.VALUE[rival] && ((Encodings.SLOTS[rival] & 8) == 0 || Encodings.holds(rival, word))) {
                        throw new AssertionError("%08x is %s and %s".formatted(word, EncodingTexts.NAME[op], EncodingTexts.NAME[rival]));
                    }
                }
            }
            return op;
        }
    }

    private static Map<String, long[]> classes(long[][] counts) {
        Map<String, long[]> classes = new TreeMap<>();
        for (int column = 0; column < counts.length; column++) {
            for (int op = Encodings.FIRST; op < Encodings.COUNT; op++) {
                classes.computeIfAbsent(EncodingTexts.NAME[op], name -> new long[counts.length])[column] += counts[column][op];
            }
            classes.computeIfAbsent(UNDEFINED, name -> new long[counts.length])[column] = counts[column][Decoder.UNDEFINED];
        }
        return classes;
    }

    private static Map<String, long[]> read() throws IOException {
        Map<String, long[]> table = new TreeMap<>();
        try (InputStream in = DecodeSweepTest.class.getResourceAsStream(TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t");
                table.put(columns[0], new long[] {Long.parseLong(columns[1]), Long.parseLong(columns[2])});
            });
        }
        return table;
    }

    private static void write(Path file, Map<String, long[]> classes) throws IOException {
        var text = new StringBuilder("# meaning, words of the 2^32 with every feature, and with cortex-a57's: made by DecodeSweepTest, see there\n");
        classes.forEach((name, row) -> text.append(name).append('\t').append(row[0]).append('\t').append(row[1]).append('\n'));
        Files.writeString(file, text);
    }
}
