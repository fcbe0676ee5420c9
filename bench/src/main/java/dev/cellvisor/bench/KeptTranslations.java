package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code boot --keep-translations} saves: a boot anew, and one from the cache of boots with some work after it, each with and without in turn. No QEMU beside it. */
final class KeptTranslations {
    /** Walks the tree, sorts, counts and hashes: many programs, each for a moment. */
    private static final String WORK = "for i in 1 2 3; do ls -lR / >/dev/null; find /usr /bin /etc 2>/dev/null | sort | sha256sum; seq 1 3000 | awk '{s+=$1} END {print s}'; "
            + "gzip -c /bin/busybox | wc -c; done\n";

    private record Scenario(String name, List<String> command, String work) {
    }

    private KeptTranslations() {
    }

    static List<Row> run(int runs) throws Exception {
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        List<Scenario> scenarios = List.of(new Scenario("boot anew", Launcher.command("boot", "--no-cache"), ""),
                new Scenario("boot anew and work", Launcher.command("boot", "--no-cache"), WORK),
                new Scenario("boot from the cache and work", Launcher.command("boot"), WORK));
        Map<Scenario, List<GuestProcess>> without = new LinkedHashMap<>();
        Map<Scenario, List<GuestProcess>> with = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            for (Scenario scenario : scenarios) {
                GuestProcess one = GuestProcess.run(scenario.command, prompt, scenario.work);
                List<String> keeping = new ArrayList<>(scenario.command);
                keeping.add("--keep-translations");
                GuestProcess two = GuestProcess.run(keeping, prompt, scenario.work);
                System.err.printf("cellvisor: run %d of %d, %s: %.2f s without, %.2f with; CPU %.2f and %.2f%n", i, runs, scenario.name, one.seconds(), two.seconds(), one.cpuSeconds(),
                        two.cpuSeconds());
                if (i > 0) { // the first makes what is kept
                    without.computeIfAbsent(scenario, key -> new ArrayList<>()).add(one);
                    with.computeIfAbsent(scenario, key -> new ArrayList<>()).add(two);
                }
            }
        }
        System.out.printf("%-46s %10s %10s %8s%n", "name", "without", "kept", "ratio");
        for (Scenario scenario : scenarios) {
            print(scenario.name + ", to the prompt, wall s", without.get(scenario).stream().map(GuestProcess::secondsToPrompt).toList(),
                    with.get(scenario).stream().map(GuestProcess::secondsToPrompt).toList());
            print(scenario.name + ", to its end, wall s", without.get(scenario).stream().map(GuestProcess::seconds).toList(), with.get(scenario).stream().map(GuestProcess::seconds).toList());
            print(scenario.name + ", to its end, CPU s", without.get(scenario).stream().map(GuestProcess::cpuSeconds).toList(),
                    with.get(scenario).stream().map(GuestProcess::cpuSeconds).toList());
        }
        return List.of();
    }

    private static void print(String name, List<Double> without, List<Double> with) {
        double one = Row.median(without);
        double two = Row.median(with);
        System.out.printf(Locale.ROOT, "%-46s %10.3f %10.3f %8.2f%n", name, one, two, two / one);
    }
}
