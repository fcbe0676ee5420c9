package dev.cellvisor.virtio.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules that this library knows, from one resource file ({@code rules.tsv}: id, target, area, level, statement, and
 * {@code negative} where a test is to break a driver's rule). */
public final class Rules {
    private static final Map<String, Rule> BY_ID = load();

    private Rules() {
    }

    /** All of them, in the order of the specification. */
    public static Collection<Rule> all() {
        return Collections.unmodifiableCollection(BY_ID.values());
    }

    /**
     * The rule with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Rule get(String id) {
        Rule rule = BY_ID.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule has the id '" + id + "'; ids look like MMIO-DRV-04, and Rules.all() lists them");
        }
        return rule;
    }

    private static Map<String, Rule> load() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (InputStream in = Rules.class.getResourceAsStream("rules.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the resource rules.tsv is missing beside " + Rules.class.getName());
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
                String[] cells = line.split("\t");
                rules.put(cells[0], new Rule(cells[0], cells[1], cells[2], cells[3], cells[4], cells.length > 5));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
