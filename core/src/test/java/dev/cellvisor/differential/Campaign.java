package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Random blocks of a pool of encodings on two machines, until enough instructions have been compared. */
final class Campaign {
    private static final int MAX_REPORTS = 40;
    private static final int SHRUNK_PER_SIGNATURE = 6;

    private final Machine theirs;
    private final Machine ours;
    private final EncodingTable table;
    private final Coverage coverage;
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> signatures = new LinkedHashMap<>();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private BiFunction<RandomGenerator, Setting, Input> inputs = Values::input;
    private long differingRuns;
    private long runs;

    Campaign(Machine theirs, Machine ours, EncodingTable table) {
        this.theirs = theirs;
        this.ours = ours;
        this.table = table;
        this.coverage = new Coverage(table);
    }

    /** Blocks start with other registers than {@link Values#input} makes. */
    Campaign startingWith(BiFunction<RandomGenerator, Setting, Input> maker) {
        inputs = maker;
        return this;
    }

    Coverage coverage() {
        return coverage;
    }

    /** One difference for each guilty encoding. */
    List<Difference> differences() {
        return List.copyOf(differences.values());
    }

    /** Runs whose outputs differ, whatever the reason. */
    long differingRuns() {
        return differingRuns;
    }

    /**
     * Compares at least {@code instructions} instructions.
     *
     * @param pool encodings to draw from, evenly
     * @param inputsPerBlock how often each block runs, with other registers each time
     */
    void run(List<Encoding> pool, Setting setting, long seed, long instructions, int blockLength, int inputsPerBlock) {
        long end = coverage.instructions() + instructions;
        for (int number = 0; coverage.instructions() < end && differences.size() < MAX_REPORTS; number++) {
            long missing = end - coverage.instructions();
            Batch batch = generate(pool, setting, new SplittableRandom(seed + 0x9e37_79b9L * number), missing, blockLength, inputsPerBlock);
            execute(batch);
        }
    }

    private Batch generate(List<Encoding> pool, Setting setting, RandomGenerator random, long instructions, int blockLength, int inputsPerBlock) {
        var batch = new Batch(setting, Values.window(random));
        var generator = new BlockGenerator(table, random, setting, theirs instanceof QemuMachine);
        for (long made = 0; made < instructions + blockLength && batch.hasRoom(4 * blockLength, inputsPerBlock); ) {
            int[] code = generator.block(pool, blockLength);
            for (int i = 0; i < inputsPerBlock; i++) {
                batch.add(new Run(code, inputs.apply(random, setting), 0));
                made += code.length;
            }
        }
        return batch;
    }

    /** Runs a batch on both and looks at every difference. */
    void execute(Batch batch) {
        executeOn(theirs, batch);
        executeOn(ours, batch);
        for (int i = 0; i < batch.size(); i++) {
            coverage.add(batch.run(i), batch.address(i), batch.output(theirs, i));
        }
        runs += batch.size();
        List<Integer> differing = batch.differences(theirs, ours);
        differingRuns += differing.size();
        if (differing.isEmpty()) {
            return;
        }
        // Shrinking runs other batches on the machines, so what it needs of this one is kept first.
        List<Kept> kept = new ArrayList<>();
        for (int i : differing) {
            Output first = batch.output(theirs, i);
            Output second = batch.output(ours, i);
            if (signatures.merge(first.signature(second), 1, Integer::sum) <= SHRUNK_PER_SIGNATURE && kept.size() < MAX_REPORTS) {
                kept.add(new Kept(i, first, second));
            }
        }
        var shrinker = new Shrinker(theirs, ours, table);
        for (Kept run : kept) {
            Difference difference = shrinker.shrink(batch, run.index, run.theirs, run.ours);
            differences.putIfAbsent(difference.culprit(), difference);
            counts.merge(difference.culprit(), 1, Integer::sum);
        }
    }

    private void executeOn(Machine machine, Batch batch) {
        long start = System.nanoTime();
        try {
            batch.execute(machine);
            nanos.merge(machine.name(), System.nanoTime() - start, Long::sum);
        } catch (Batch.Unfinished e) {
            if (e.run < 0) {
                throw e;
            }
            int[] code = batch.run(e.run).code();
            var text = new StringBuilder(e.getMessage()).append('\n');
            Objdump.texts(code, batch.address(e.run)).forEach(line -> text.append("    ").append(line).append('\n'));
            throw new IllegalStateException(text.toString(), e);
        }
    }

    private record Kept(int index, Output theirs, Output ours) {
    }

    void print(PrintStream out, List<Encoding> pool) {
        out.printf("  %s; %,d blocks on %s and %s, %d differ%n", coverage.summary(pool), runs, theirs.name(), ours.name(), differingRuns);
        nanos.forEach((machine, time) -> out.printf("  %s took %.1f s%n", machine, time / 1e9));
        counts.forEach((name, count) -> out.printf("    %s: %d shrunk%n", name, count));
        differences.values().forEach(difference -> out.print(difference.report().indent(2)));
    }
}
