package dev.cellvisor.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link RingBenchmark}: chains a second, and bytes allocated for each. */
final class Rings {
    private Rings() {
    }

    static List<Row> run(int runs) throws RunnerException {
        var options = new OptionsBuilder().include(RingBenchmark.class.getName()).forks(1).warmupIterations(3)
                .warmupTime(TimeValue.seconds(1)).measurementIterations(runs).measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class).jvmArgsAppend("--enable-native-access=ALL-UNNAMED").build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println();
        for (RunResult result : results) {
            System.out.printf(Locale.ROOT, "figure: %s ring, chains of %s: %.1f million chains a second, %.3f bytes allocated for each%n",
                    result.getParams().getParam("format"), result.getParams().getParam("descriptors"), result.getPrimaryResult().getScore() / 1e6,
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        }
        return List.of();
    }
}
