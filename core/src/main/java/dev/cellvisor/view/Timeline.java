package dev.cellvisor.view;

import dev.cellvisor.trace.Fact;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.vm.Recording;
import dev.cellvisor.vm.Replay;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What happened, in order: facts with the instruction count at which each of them happened. Recorded from a VM's trace,
 * shown as lanes (exits, queue, interrupt, CPU) along the instruction axis:
 *
 * <pre>{@code
 * var line = Timeline.record(vm.trace(), () -> driver.queue(0).send(...));
 * }</pre>
 */
public final class Timeline {
    private static final int MOST = 100_000;
    private final List<Moment> moments;
    private final boolean cut;

    /**
     * One fact at its time.
     *
     * @param instruction how many instructions the VM had retired
     * @param fact what happened
     */
    public record Moment(long instruction, Fact fact) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,14d  %-10s %s", instruction, fact.kind(), fact);
        }
    }

    private Timeline(List<Moment> moments, boolean cut) {
        this.moments = List.copyOf(moments);
        this.cut = cut;
    }

    /** Listens to a trace while an action runs. More than 100,000 facts are not kept. */
    public static Timeline record(Trace trace, Runnable action) {
        List<Moment> moments = Collections.synchronizedList(new ArrayList<>());
        boolean[] cut = {false};
        try (Trace.Subscription listening = trace.add((instruction, fact) -> {
            if (moments.size() < MOST) {
                moments.add(new Moment(instruction, fact));
            } else {
                cut[0] = true;
            }
        })) {
            action.run();
        }
        return new Timeline(moments, cut[0]);
    }

    /** A timeline of facts that were gathered in another way. */
    public static Timeline of(List<Moment> moments) {
        return new Timeline(moments, false);
    }

    /**
     * The facts of a recorded run, which is repeated for it on another VM. More than 100,000 are not kept.
     *
     * @throws dev.cellvisor.vm.ReplayException if it does not do again what it did
     */
    public static Timeline of(Recording recording) {
        try (Vm again = recording.start().fork("timeline")) {
            return record(again.trace(), () -> new Replay(recording, again).toEnd());
        }
    }

    /** The picture with a lane for each device, queue, interrupt and the console, along an axis of instructions: what a timeline of more than 60 moments shows anyway. */
    public TimelineChart chart() {
        return new TimelineChart(this);
    }

    /** As a trace for Perfetto (ui.perfetto.dev) or Chrome, in JSON; one instruction is one nanosecond there. */
    public String perfetto() {
        return PerfettoTrace.of(this, "Cellvisor");
    }

    /** Writes {@link #perfetto} to a file. */
    public Timeline save(Path path) {
        try {
            Files.writeString(path, perfetto());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the timeline cannot be written to %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** All moments, in order. */
    public List<Moment> moments() {
        return moments;
    }

    /** Those whose fact passes a test. */
    public Timeline only(Predicate<Fact> test) {
        return new Timeline(moments.stream().filter(moment -> test.test(moment.fact)).toList(), cut);
    }

    /** Those from one instruction to another, both included. */
    public Timeline between(long from, long to) {
        return new Timeline(moments.stream().filter(moment -> moment.instruction >= from && moment.instruction <= to).toList(), cut);
    }

    /** Those of some kinds, e.g. {@code "mmio"}, {@code "queue"}, {@code "interrupt"}. */
    public Timeline kinds(String... kinds) {
        return only(fact -> List.of(kinds).contains(fact.kind()));
    }

    /** Those whose text has one of these words, e.g. {@code "virtio-blk"} and {@code "SPI 47"}. */
    public Timeline about(String... words) {
        return only(fact -> {
            String text = fact.toString();
            return List.of(words).stream().anyMatch(text::contains);
        });
    }

    /** Those from the first on whose text has this; none if there is no such moment. */
    public Timeline from(String text) {
        int first = index(text);
        return new Timeline(first < 0 ? List.of() : moments.subList(first, moments.size()), cut);
    }

    /** Those up to the first whose text has this, which is the last one; all if there is no such moment. */
    public Timeline to(String text) {
        int last = index(text);
        return new Timeline(last < 0 ? moments : moments.subList(0, last + 1), cut);
    }

    private int index(String text) {
        for (int i = 0; i < moments.size(); i++) {
            if (moments.get(i).fact.toString().contains(text)) {
                return i;
            }
        }
        return -1;
    }

    /** This one and then another. */
    public Timeline then(Timeline later) {
        List<Moment> both = new ArrayList<>(moments);
        both.addAll(later.moments);
        return new Timeline(both, cut || later.cut);
    }

    /** Those of the {@code count} moments that end with the last. */
    public Timeline last(int count) {
        return new Timeline(moments.subList(Math.max(0, moments.size() - count), moments.size()), cut);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(moments.isEmpty() ? "nothing happened" : "   instruction  kind       what");
        moments.forEach(moment -> text.append('\n').append(moment));
        return cut ? text.append("\n… and more: only the first ").append(MOST).append(" were kept").toString() : text.toString();
    }
}
