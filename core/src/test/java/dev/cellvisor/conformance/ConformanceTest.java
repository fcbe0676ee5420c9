package dev.cellvisor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.cellvisor.virtio.rules.Conformance;
import dev.cellvisor.virtio.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The pages on conformance say what the tree holds. */
class ConformanceTest {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Whether this run puts all mutants, or all that have changed, before their tests, and writes the pages. */
    static boolean writes() {
        return Boolean.getBoolean("cellvisor.confirm") || Boolean.getBoolean("cellvisor.full") && System.getProperty("cellvisor.mutants") == null;
    }

    @Test
    void thePagesAreWhatTheTreeGives() throws IOException {
        assumeFalse(writes(), "skipped: the pages are written in this run");
        for (Map.Entry<String, String> page : new ConformancePages(new ConformanceTable(ROOT)).texts().entrySet()) {
            Path path = ROOT.resolve(page.getKey());
            List<String> now = Files.exists(path) ? Files.readAllLines(path) : List.of();
            List<String> right = page.getValue().lines().toList();
            for (int i = 0; i < Math.max(now.size(), right.size()); i++) {
                String there = i < now.size() ? now.get(i) : "nothing";
                String wanted = i < right.size() ? right.get(i) : "nothing";
                assertEquals(wanted, there, page.getKey() + ", line " + (i + 1) + ", is stale: run ./cellvisor conformance --confirm");
            }
        }
    }

    /** What a device tells of is told rightly somewhere, and an id on a test is one that the pages list. */
    @Test
    void everyRowThatIsToldHasATestAndEveryIdOnATestIsListed() throws IOException {
        var table = new ConformanceTable(ROOT);
        Set<String> listed = new TreeSet<>();
        for (List<Rule> rules : List.of(Conformance.ours(), Conformance.negative(), table.told())) {
            rules.forEach(rule -> listed.add(rule.id()));
        }
        Set<String> stray = new TreeSet<>(table.tests().keySet());
        stray.removeAll(listed);
        assertEquals(Set.of(), stray, "ids on tests that prove nothing");
        Set<String> untested = new TreeSet<>(table.told().stream().map(Rule::id).toList());
        untested.removeAll(table.tests().keySet());
        assertEquals(Set.of(), untested, "rows that are told, and no test breaks them");
    }

    /** The figures of the list itself, so that a row cannot get lost on the way. */
    @Test
    void threeHundredRowsAreRequiredAndFiftyFiveAreBrokenOnPurpose() {
        assertEquals(300, Conformance.required().size());
        assertEquals(55, Conformance.negative().size());
    }
}
