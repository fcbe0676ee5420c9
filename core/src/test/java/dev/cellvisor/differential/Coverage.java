package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.ArrayList;
import java.util.List;

/** How often each encoding stood in a block that both machines ran. */
final class Coverage {
    private final EncodingTable table;
    private final long[] counts;
    private long instructions;

    Coverage(EncodingTable table) {
        this.table = table;
        this.counts = new long[table.encodings().stream().mapToInt(Encoding::op).max().orElse(0) + 1];
    }

    /** Counts the words of a block up to where it ended. */
    void add(Run run, long codeAddress, Output output) {
        long end = output.get(Layout.ELR) - codeAddress >> 2;
        int executed = end >= 0 && end <= run.code().length ? (int) end : run.code().length;
        for (int i = 0; i < executed; i++) {
            Encoding encoding = table.decode(run.code()[i]);
            if (encoding != null) {
                counts[encoding.op()]++;
            }
        }
        // What raised an exception was executed too; behind the last word that is the harness's own SVC.
        if (executed < run.code().length) {
            Encoding encoding = table.decode(run.code()[executed]);
            if (encoding != null) {
                counts[encoding.op()]++;
            }
        }
        instructions += executed;
    }

    long instructions() {
        return instructions;
    }

    List<String> missing(List<Encoding> of) {
        List<String> names = new ArrayList<>();
        for (Encoding encoding : of) {
            if (counts[encoding.op()] == 0) {
                names.add(encoding.name());
            }
        }
        return names;
    }

    long least(List<Encoding> of) {
        return of.stream().mapToLong(encoding -> counts[encoding.op()]).min().orElse(0);
    }

    String summary(List<Encoding> of) {
        List<String> missing = missing(of);
        return "%,d instructions, %d of %d encodings hit, the rarest %d times%s".formatted(instructions, of.size() - missing.size(), of.size(), least(of),
                missing.isEmpty() ? "" : "; not hit: " + missing);
    }
}
