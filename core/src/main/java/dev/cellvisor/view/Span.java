package dev.cellvisor.view;

import dev.cellvisor.cpu.a64.ExceptionTaken;
import dev.cellvisor.device.SerialByte;
import dev.cellvisor.irq.GicFact;
import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.view.Timeline.Moment;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A piece of a timeline in one of its lanes: an exit, what a device had under way, an interrupt from its line to its end, a line of console output.
 *
 * @param lane whose lane it is in, e.g. {@code "virtio-blk queue 0"}
 * @param kind of lane
 * @param from the instruction at which it began
 * @param to the one at which it ended; the same for what takes no time
 * @param label a few words
 * @param detail all of it
 */
record Span(String lane, Kind kind, long from, long to, String label, String detail) {

    /** Kinds of lanes, from the top of a picture down. */
    enum Kind {
        EXITS("#ffe2b8"), REGISTERS("#fff1d6"), DESCRIPTORS("#dbe7ff"), INTERRUPTS("#ffd3cf"), CPU("#eef1f5"), CONSOLE("#dff3e3"), OTHER("#eadff7");

        final String fill;

        Kind(String fill) {
            this.fill = fill;
        }
    }

    /** All of a timeline, lane by lane: lanes by kind, then as they first appear. */
    static Map<String, List<Span>> lanes(Timeline timeline) {
        var collector = new Collector();
        timeline.moments().forEach(collector::add);
        return collector.lanes();
    }

    boolean isMoment() {
        return from == to;
    }

    /** Puts moments together to spans. */
    private static final class Collector {
        private final Map<Kind, Map<String, List<Span>>> lanes = new TreeMap<>();
        private final Map<String, Moment> chains = new LinkedHashMap<>();
        private final Map<Integer, Moment> interrupts = new LinkedHashMap<>();
        private final Map<Integer, String> signalled = new LinkedHashMap<>();
        private final StringBuilder line = new StringBuilder();
        private Moment lineBegin;
        private long last;

        void add(Moment moment) {
            Fact fact = moment.fact();
            last = moment.instruction();
            switch (fact) {
                case MmioAccess access -> access(moment, access);
                case SerialByte transmitted -> console(moment, transmitted.value());
                case ChainAvailable taken -> chains.put(key(taken.device(), taken.queue(), taken.head()), moment);
                case ChainUsed used -> {
                    Moment begin = chains.remove(key(used.device(), used.queue(), used.head()));
                    put(Kind.DESCRIPTORS, used.device() + " queue " + used.queue(), begin == null ? moment : begin, moment.instruction(), "chain %d, len %d".formatted(used.head(),
                            used.writtenBytes()), (begin == null ? "" : begin.fact() + "; ") + fact);
                }
                case GicFact interrupt -> interrupt(moment, interrupt);
                case ExceptionTaken exception -> put(Kind.CPU, "cpu" + exception.cpu() + " exceptions", moment, moment.instruction(), exception.cause(), fact.toString());
                default -> {
                    boolean ofCpu = fact.kind().equals("psci") || fact.kind().equals("undefined");
                    put(ofCpu ? Kind.CPU : Kind.OTHER, ofCpu ? fact.kind() : fact.kind().equals("interrupt") ? "device interrupts" : fact.kind(), moment, moment.instruction(),
                            fact.toString(), fact.toString());
                    if (fact.kind().equals("psci")) {
                        put(Kind.EXITS, "exits", moment, moment.instruction(), "psci", fact.toString());
                    }
                }
            }
        }

        private static String key(String device, int queue, int head) {
            return device + " " + queue + " " + head;
        }

        private void access(Moment moment, MmioAccess access) {
            String label = access.register() + (access.write() ? " ← " : " → ") + "0x" + Long.toHexString(access.value());
            boolean inKernel = access.device().startsWith("gic"); // with KVM the interrupt controller's registers are no exits
            if (!inKernel) {
                put(Kind.EXITS, "exits", moment, moment.instruction(), access.device(), access.toString());
            }
            put(Kind.REGISTERS, access.device(), moment, moment.instruction(), label, access.toString());
            if (access.write() && access.register().equals("UARTDR")) {
                console(moment, (int) access.value() & 0xff);
            }
        }

        private void console(Moment moment, int value) {
            if (lineBegin == null) {
                lineBegin = moment;
            }
            if (value == '\n') {
                endLine(moment.instruction());
            } else if (value >= ' ' && value < 0x7f) {
                line.append((char) value);
            }
        }

        private void endLine(long at) {
            put(Kind.CONSOLE, "console", lineBegin, at, line.toString(), line.toString());
            line.setLength(0);
            lineBegin = null;
        }

        private void interrupt(Moment moment, GicFact interrupt) {
            switch (interrupt) {
                case GicFact.Line changed when changed.asserted() -> interrupts.putIfAbsent(changed.intid(), moment);
                case GicFact.Line changed -> {
                    if (!signalled.containsKey(changed.intid())) { // nobody took it
                        end(moment, changed.intid(), "deasserted");
                    }
                }
                case GicFact.Injected injected -> interrupts.putIfAbsent(injected.intid(), moment);
                case GicFact.Sgi sent -> interrupts.putIfAbsent(sent.intid(), moment);
                case GicFact.Signalled told -> {
                    interrupts.putIfAbsent(told.intid(), moment);
                    signalled.putIfAbsent(told.intid(), "; " + told);
                }
                case GicFact.Acknowledged taken -> signalled.merge(taken.intid(), "; " + taken + String.format(java.util.Locale.ROOT, " at %,d", moment.instruction()), String::concat);
                case GicFact.Ended ended -> end(moment, ended.intid(), ended.toString());
                case GicFact.Deactivated deactivated -> end(moment, deactivated.intid(), deactivated.toString());
            }
        }

        private void end(Moment moment, int intid, String how) {
            Moment begin = interrupts.remove(intid);
            String between = signalled.remove(intid);
            if (begin != null) {
                put(Kind.INTERRUPTS, name(intid), begin, moment.instruction(), name(intid), begin.fact() + (between == null ? "" : between) + "; " + how);
            }
        }

        private static String name(int intid) {
            return intid < 16 ? "SGI " + intid : intid < 32 ? "PPI " + (intid - 16) : "SPI " + (intid - 32);
        }

        private void put(Kind kind, String lane, Moment from, long to, String label, String detail) {
            lanes.computeIfAbsent(kind, key -> new LinkedHashMap<>()).computeIfAbsent(lane, key -> new ArrayList<>())
                    .add(new Span(lane, kind, from.instruction(), to, label, detail));
        }

        Map<String, List<Span>> lanes() {
            if (lineBegin != null) {
                endLine(last);
            }
            chains.values().forEach(begin -> {
                var taken = (ChainAvailable) begin.fact();
                put(Kind.DESCRIPTORS, taken.device() + " queue " + taken.queue(), begin, last, "chain " + taken.head() + ", under way", taken + "; not used yet");
            });
            List.copyOf(interrupts.keySet()).forEach(intid -> end(new Moment(last, interrupts.get(intid).fact()), intid, "not ended yet"));
            Map<String, List<Span>> all = new LinkedHashMap<>();
            lanes.values().forEach(of -> of.forEach((lane, spans) -> {
                spans.sort(java.util.Comparator.comparingLong(Span::from));
                all.merge(lane, spans, (a, b) -> {
                    List<Span> both = new ArrayList<>(a);
                    both.addAll(b);
                    return both;
                });
            }));
            return all;
        }
    }
}
