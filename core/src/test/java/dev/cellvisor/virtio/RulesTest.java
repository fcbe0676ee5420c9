package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Pattern ID = Pattern.compile("\"([A-Z]+-(?:DEV|DRV|DEF)-\\d+)\"");

    @Test
    void ourCopyOfTheRulesIsTheTables() {
        Map<String, String[]> table = SharedTables.rows("virtio-conformance.tsv");
        for (var rule : Rules.all()) {
            String[] row = table.get(rule.id());
            assertNotNull(row, rule.id());
            assertEquals(row[1] + row[2] + row[4] + row[5], rule.target() + rule.area() + rule.level() + rule.statement(), rule.id());
            assertEquals(row[1].equals("driver") && row[6].contains("negative test"), rule.negative(), rule.id());
        }
        Set<String> areas = Rules.all().stream().map(rule -> rule.area()).collect(Collectors.toSet());
        long inTable = table.values().stream().filter(row -> areas.contains(row[2])).count();
        assertEquals(inTable, Rules.all().size(), "whole areas");
    }

    /** A violation must name a rule that exists, and so must a test. */
    @Test
    void everyIdInTheSourcesIsARule() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String root : new String[] {"src/main/java/dev/cellvisor/virtio", "src/test/java/dev/cellvisor/virtio"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    ID.matcher(Files.readString(file)).results().forEach(match -> ids.add(match.group(1)));
                }
            }
        }
        assertTrue(ids.size() > 50, "the sources were found: " + ids);
        ids.forEach(Rules::get);
    }

    @Test
    void anUnknownIdIsACallersMistake() {
        assertThrows(IllegalArgumentException.class, () -> Rules.get("MMIO-DRV-" + 999));
    }
}
