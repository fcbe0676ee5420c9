package dev.cellvisor.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link CostBenchmark} and {@link EngineBenchmark}: nanoseconds for each. */
final class Costs {
    private Costs() {
    }

    static List<Row> run(int runs) throws RunnerException {
        var options = new OptionsBuilder().include(CostBenchmark.class.getName()).include(EngineBenchmark.class.getName()).forks(1)
                .warmupIterations(3).warmupTime(TimeValue.milliseconds(500)).measurementIterations(runs).measurementTime(TimeValue.milliseconds(500))
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED").build();
        System.out.println();
        for (RunResult result : new Runner(options).run()) {
            String benchmark = result.getParams().getBenchmark();
            String cost = result.getParams().getParam("cost");
            System.out.printf(Locale.ROOT, "figure: %s: %.2f ns%n", cost != null ? cost.toLowerCase(Locale.ROOT).replace('_', ' ')
                    : benchmark.substring(benchmark.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
        }
        return List.of();
    }
}
