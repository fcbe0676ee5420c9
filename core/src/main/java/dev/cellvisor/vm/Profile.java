package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.debug.Symbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where a guest spends its time. While it runs, the place of the CPU whose turn it is, and who called it, are noted every so many instructions: so the same run
 * gives the same profile, on every host. {@link Vm#profile} begins it; runs are a little slower from then on, steps of some instructions are not looked at.
 *
 * <p>Callers are found by the frame records that x29 points to (AAPCS64, 6.4.6), as Linux's kernel keeps them. Programs at EL0 are one place,
 * since nobody knows their names here.
 */
public final class Profile {
    /** How many instructions lie between two samples if nothing is said; a prime, so that no loop keeps step with it. */
    public static final long DEFAULT_INTERVAL = 50_021;
    /** The place of whatever a program does at EL0. */
    public static final String USER = "(user program)";

    private static final int DEEPEST = 48;
    private static final int LINES = 25;
    private static final long EL = 0xc;

    private final Vm vm;
    private final long interval;
    private final Supplier<Symbols> names;
    private final SortedMap<String, Long> stacks = new TreeMap<>();
    private long samples;
    private long next;

    Profile(Vm vm, long interval, Supplier<Symbols> names) {
        if (interval < 1) {
            throw new IllegalArgumentException("a sample every " + interval + " instructions; it must be 1 or more");
        }
        this.vm = vm;
        this.interval = interval;
        this.names = names;
        next = vm.clock().instructions() + interval;
    }

    // ---- while the VM runs

    /** How many instructions may go by until the next sample. */
    long patience() {
        return Math.max(1, next - vm.clock().instructions());
    }

    /** Between two slices. */
    void look() {
        long now = vm.clock().instructions();
        if (now >= next) {
            next = now + interval;
            sample();
        }
    }

    private void sample() {
        Cpu cpu = vm.scheduler().currentCpu();
        List<String> stack = new ArrayList<>();
        if ((cpu.get("pstate") & EL) == 0) {
            stack.add(USER);
        } else {
            Symbols symbols = names.get();
            stack.add(name(symbols, cpu.pc()));
            leaf(cpu, symbols, stack);
            Set<Long> seen = new HashSet<>();
            for (long frame = cpu.get("x29"); stack.size() < DEEPEST && frame != 0 && seen.add(frame); ) {
                long record = cpu.translate(frame);
                if ((frame & 7) != 0 || !vm.memory().contains(record, 16)) {
                    break;
                }
                long caller = vm.memory().readLong(record + 8);
                if (symbols.at(caller) == null) {
                    break;
                }
                stack.add(name(symbols, caller - 4)); // the call, not where it returns to
                frame = vm.memory().readLong(record);
            }
        }
        Collections.reverse(stack);
        stacks.merge(String.join(";", stack), 1L, Long::sum);
        samples++;
    }

    /** A function that has not made its frame record yet, or never does, has its caller in x30 only. */
    private void leaf(Cpu cpu, Symbols symbols, List<String> stack) {
        long link = cpu.get("x30");
        Symbols.Symbol caller = symbols.at(link - 4);
        long record = cpu.translate(cpu.get("x29"));
        boolean recorded = vm.memory().contains(record, 16) && vm.memory().readLong(record + 8) == link;
        if (caller != null && !recorded && !caller.name().equals(stack.getFirst())) {
            stack.add(caller.name());
        }
    }

    private static String name(Symbols symbols, long address) {
        Symbols.Symbol symbol = symbols.at(address);
        return symbol == null ? "(unknown)" : symbol.name();
    }

    // ---- what was found

    /** How many instructions lie between two samples. */
    public long interval() {
        return interval;
    }

    /** How many samples there are. */
    public long samples() {
        return samples;
    }

    /** How often each stack was found: names from the outermost caller on with {@code ;} between them, as tools for flame graphs read it. */
    public SortedMap<String, Long> stacks() {
        return Collections.unmodifiableSortedMap(stacks);
    }

    /** How often execution was found in each function itself, most often first. */
    public Map<String, Long> self() {
        Map<String, Long> self = new TreeMap<>();
        stacks.forEach((stack, count) -> self.merge(stack.substring(stack.lastIndexOf(';') + 1), count, Long::sum));
        return sorted(self);
    }

    /** The same, and in what it called. */
    public Map<String, Long> total() {
        Map<String, Long> total = new TreeMap<>();
        stacks.forEach((stack, count) -> new HashSet<>(List.of(stack.split(";"))).forEach(name -> total.merge(name, count, Long::sum)));
        return sorted(total);
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** What the engines did and how much of it was left to the interpreter, and the exits: of all the VM's life. */
    public String engines() {
        var text = new StringBuilder();
        for (VmCpu cpu : vm.cpus()) {
            EngineReport report = cpu.engineReport();
            text.append(String.format(Locale.ROOT, "cpu%d: %,d instructions, %.3f %% by the interpreter; %s%n", cpu.index(), cpu.retired(),
                    cpu.engine().startsWith("native") ? 100.0 * (report.count() + report.walked()) / Math.max(1, cpu.retired()) : 100.0, cpu.cpu().engineCounts()));
        }
        return text.append(String.format(Locale.ROOT, "%,d exits", vm.exits().total())).toString();
    }

    /** A table of functions by their own share, and what the engines did. */
    @Override
    public String toString() {
        Map<String, Long> total = total();
        var text = new StringBuilder(String.format(Locale.ROOT, "%,d samples, one every %,d instructions%n%8s %8s  %s%n", samples, interval, "self", "total", "function"));
        self().entrySet().stream().limit(LINES).forEach(entry -> text.append(String.format(Locale.ROOT, "%7.2f%% %7.2f%%  %s%n",
                100.0 * entry.getValue() / samples, 100.0 * total.get(entry.getKey()) / samples, entry.getKey())));
        return text.append(engines()).toString();
    }
}
