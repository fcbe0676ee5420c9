package dev.cellvisor.vm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A CPU's registers at one moment.
 *
 * @param cpu its number
 * @param values by architectural name, in the order a reader expects
 */
public record Registers(int cpu, Map<String, Long> values) {

    /** Keeps its own copy of the values. */
    public Registers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * One register.
     *
     * @throws IllegalArgumentException if it is not among them
     */
    public long get(String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no register '" + name + "' here; there are " + values.keySet());
        }
        return value;
    }

    /** Those registers that have another value in {@code later}, with their values there. */
    public Registers changed(Registers later) {
        Map<String, Long> changed = new LinkedHashMap<>();
        later.values.forEach((name, value) -> {
            if (!value.equals(values.get(name))) {
                changed.put(name, value);
            }
        });
        return new Registers(cpu, changed);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        int column = 0;
        for (var entry : values.entrySet()) {
            text.append("%-12s %016x".formatted(entry.getKey(), entry.getValue())).append(++column % 3 == 0 ? "\n" : "   ");
        }
        return text.toString().stripTrailing();
    }
}
