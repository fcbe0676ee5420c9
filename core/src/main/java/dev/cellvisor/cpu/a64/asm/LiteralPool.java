package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The values of {@code ldr x0, =value}, which stand behind the code as GNU as places them: the short ones first, each value once. */
final class LiteralPool {
    private final List<Entry> entries = new ArrayList<>();

    /** One value. */
    static final class Entry {
        private final Statement statement;
        private final int sizeBytes;
        private final String expression;
        private long address;

        private Entry(Statement statement, int sizeBytes, String expression) {
            this.statement = statement;
            this.sizeBytes = sizeBytes;
            this.expression = expression;
        }

        /** Where it was first asked for. */
        Statement statement() {
            return statement;
        }

        int sizeBytes() {
            return sizeBytes;
        }

        String expression() {
            return expression;
        }

        long address() {
            return address;
        }
    }

    void add(Statement statement, int sizeBytes, String expression) {
        if (find(sizeBytes, expression) == null) {
            entries.add(new Entry(statement, sizeBytes, expression.strip()));
        }
    }

    Entry find(int sizeBytes, String expression) {
        for (Entry entry : entries) {
            if (entry.sizeBytes == sizeBytes && entry.expression.equals(expression.strip())) {
                return entry;
            }
        }
        return null;
    }

    /** Gives every value its place and returns the address behind the last. */
    long place(long at) {
        entries.sort(Comparator.comparingInt(entry -> entry.sizeBytes));
        long next = at;
        for (Entry entry : entries) {
            next = next + entry.sizeBytes - 1 & -entry.sizeBytes;
            entry.address = next;
            next += entry.sizeBytes;
        }
        return next;
    }

    List<Entry> entries() {
        return entries;
    }
}
