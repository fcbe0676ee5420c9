package dev.cellvisor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.vm.RunResult;
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
            assertEquals(EngineBenchmark.WORDS, ((RunResult) benchmark.translate()).instructions());
            assertEquals(1, (int) benchmark.downcall());
            assertEquals(1, ((RunResult) benchmark.step()).instructions());
        } finally {
            benchmark.close();
        }
    }
}
