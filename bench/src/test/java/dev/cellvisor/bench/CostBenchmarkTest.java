package dev.cellvisor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.vm.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each guest does what it is measured for: whole rounds, and nothing else. */
class CostBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void aRunIsWholeRoundsOfItsLoop(Cost cost) {
        var benchmark = new CostBenchmark();
        benchmark.cost = cost;
        benchmark.open();
        try {
            long start = benchmark.vm().cpu(0).pc();
            long walks = benchmark.vm().cpu(0).engineCounts().walks();
            long exits = benchmark.vm().exits().total();
            long skipped = skipped(benchmark);
            var result = (RunResult) benchmark.run();
            assertEquals((long) CostBenchmark.TIMES / cost.units * cost.instructions, result.instructions());
            assertEquals(Cost.LOOP, start);
            assertEquals(start, benchmark.vm().cpu(0).pc());
            walks = benchmark.vm().cpu(0).engineCounts().walks() - walks;
            assertTrue(cost == Cost.TLB_MISS || cost == Cost.PAGE_WALK ? walks >= CostBenchmark.TIMES : walks < 10 || cost == Cost.CONTEXT_SWITCH, walks + " walks");
            assertEquals(cost == Cost.MMIO_EXIT ? CostBenchmark.TIMES : 0, benchmark.vm().exits().total() - exits);
            assertEquals(cost == Cost.WFI, skipped(benchmark) > skipped, "time is skipped while the guest waits");
        } finally {
            benchmark.close();
        }
    }

    /** What is divided by is what is there: instructions of a round, and in them what is measured. */
    @ParameterizedTest
    @EnumSource
    void aRoundHasWhatIsCounted(Cost cost) {
        var benchmark = new CostBenchmark();
        benchmark.cost = cost;
        benchmark.open();
        try {
            List<String> round = new ArrayList<>();
            do {
                round.add(benchmark.vm().disassemble(1).lines().getFirst().text().strip().replaceAll("\\s+", " "));
                benchmark.vm().step();
            } while (benchmark.vm().cpu(0).pc() != Cost.LOOP && round.size() < 100);
            assertEquals(cost.instructions, round.size(), round.toString());
            String measured = switch (cost) {
                case DISPATCH -> ".*";
                case BLOCK_CHAIN -> "b .*";
                case INDIRECT_BRANCH -> "br x1";
                case TLB_HIT, TLB_MISS, PAGE_WALK, MMIO_EXIT -> "ldr .*";
                case EXCEPTION -> "svc .*|eret";
                case WFI -> "wfi";
                case CONTEXT_SWITCH -> "msr ttbr0_el1, .*";
                case FP_ADD -> "fadd d.*";
                case FP_MUL -> "fmul d.*";
                case FP_FMA -> "fmadd d.*";
                case SIMD -> "(add|mul) v.*";
            };
            long found = round.stream().filter(text -> text.matches(measured)).count();
            assertEquals(cost == Cost.EXCEPTION ? 2 * cost.units : cost.units, found, round.toString());
        } finally {
            benchmark.close();
        }
    }

    private static long skipped(CostBenchmark benchmark) {
        var clock = benchmark.vm().clock();
        return clock.ticks() - clock.instructions() / clock.instructionsPerTick();
    }

    @Test
    void theEnginesOwnCostsCanBeMeasured() throws Throwable {
        var benchmark = new EngineBenchmark();
        benchmark.open();
        try {
            assertTrue(benchmark.decode() != 0);
            var counts = benchmark.translating().cpu(0).engineCounts();
            assertEquals(EngineBenchmark.WORDS, ((RunResult) benchmark.translate()).instructions());
            long blocks = benchmark.translating().cpu(0).engineCounts().blocks() - counts.blocks();
            assertTrue(blocks >= EngineBenchmark.WORDS / 100, blocks + " blocks");
            counts = benchmark.translating().cpu(0).engineCounts();
            benchmark.translate();
            assertEquals(blocks, benchmark.translating().cpu(0).engineCounts().blocks() - counts.blocks(), "all of it once more");
            assertEquals(1, (int) benchmark.downcall());
            assertEquals(1, ((RunResult) benchmark.step()).instructions());
        } finally {
            benchmark.close();
        }
    }
}
