package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.time.EventQueue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition at work during one run: it has set its breakpoints and listens; closing it takes everything back. */
final class Watch implements Scheduler.Watch, AutoCloseable {
    /** How often a kernel that may still move itself is looked at, and for how long after its last move. */
    private static final long SYMBOL_PATIENCE = 500;
    private static final long SYMBOL_SETTLED = 4_000_000;
    /** How often a condition of the caller's is looked at. */
    private static final long CONDITION_PATIENCE = 100_000;

    /** How much of a line a pattern is looked for in. */
    private static final int LONGEST_LINE = 1000;

    private final Vm vm;
    private final List<AutoCloseable> undo = new ArrayList<>();
    private final Set<Long> breakpoints = new HashSet<>();
    private final List<SymbolStop> symbols = new ArrayList<>();
    /** Looks at where the kernel is now. */
    private final List<Runnable> followers = new ArrayList<>();
    private long lastMove;
    private final List<Condition.Stop.Holds> conditions = new ArrayList<>();
    private final Map<Condition.Stop, WriteWatch.Range> writes = new LinkedHashMap<>();
    private final Map<Condition.Stop, WriteWatch.Range> reads = new LinkedHashMap<>();
    private long countGoal = Long.MAX_VALUE;
    private String met = "";
    private boolean wantsPowerOff;
    private boolean wantsIdle;

    Watch(Vm vm, Condition condition) {
        this.vm = vm;
        lastMove = vm.clock().instructions();
        for (Condition.Stop stop : condition.stops()) {
            start(stop);
        }
        if (!writes.isEmpty()) {
            undo.add(new WriteWatch(vm, writes.values(), write -> writes.forEach((stop, range) -> {
                if (range.touches(write.address(), write.sizeBytes())) {
                    meet(stop);
                }
            })));
        }
        if (!reads.isEmpty()) {
            undo.add(new ReadWatch(vm, reads.values(), range -> reads.forEach((stop, of) -> {
                if (of.equals(range)) {
                    meet(stop);
                }
            })));
        }
    }

    /** RAM is watched by its pages, a device's registers by what the trace tells of them. */
    private void watch(Condition.Stop stop, long address, int sizeBytes, boolean write) {
        var range = new WriteWatch.Range(address, sizeBytes);
        if (sizeBytes > 0 && vm.memory().contains(address, sizeBytes)) {
            (write ? writes : reads).put(stop, range);
        } else if (sizeBytes < 1 || vm.map().regionAt(address) == null) {
            throw new IllegalArgumentException("%s: neither RAM nor a device is there; RAM is %s".formatted(stop, vm.memory().slots()));
        } else {
            undo.add(vm.trace().add((instruction, fact) -> {
                if (fact instanceof MmioAccess access && access.write() == write && range.touches(access.address(), access.sizeBytes())) {
                    meet(stop);
                }
            }));
        }
    }

    private void start(Condition.Stop stop) {
        // The two of every boot first: the switch over types takes the JVM 3 ms at its first use.
        if (stop instanceof Condition.Stop.Text(String text)) {
            listenForText(text.getBytes(StandardCharsets.UTF_8), stop);
        } else if (stop instanceof Condition.Stop.PowerOff) {
            wantsPowerOff = true;
        } else if (stop instanceof Condition.Stop.Count(long count)) {
            countGoal = Math.min(countGoal, saturatedAdd(vm.clock().instructions(), count));
        } else {
            startOther(stop);
        }
    }

    private void startOther(Condition.Stop stop) {
        switch (stop) {
            case Condition.Stop.Regex regex -> listenForMatch(regex);
            case Condition.Stop.Bytes bytes -> undo.add(vm.console().listen(value -> {
                if (bytes.done().test(value)) {
                    meet(stop);
                }
            }));
            case Condition.Stop.Pc(long va) -> addBreakpoint(va);
            case Condition.Stop.Symbol(String name) -> {
                var symbol = new SymbolStop(name);
                symbols.add(symbol);
                followers.add(symbol::look);
            }
            case Condition.Stop.Moved moved -> {
                long before = vm.symbols().moved();
                followers.add(() -> {
                    if (vm.symbols().moved() != before) {
                        meet(stop);
                    }
                });
            }
            case Condition.Stop.Time(var time) -> {
                EventQueue.Timer timer = vm.events().hostTimer("vm.until." + undo.size(), () -> meet(stop));
                timer.at(vm.clock().ticks() + time.toNanos() / 16);
                undo.add(timer);
            }
            case Condition.Stop.Happened(String what) -> undo.add(vm.trace().add((instruction, fact) -> {
                if (fact.kind().equals(what) || fact instanceof MmioAccess access
                        && (access.device().equals(what) || (access.device() + "." + access.register()).equals(what))) {
                    meet(stop);
                }
            }));
            case Condition.Stop.Holds holds -> conditions.add(holds);
            case Condition.Stop.Host host -> {
                Runnable look = () -> {
                    if (host.done().getAsBoolean()) {
                        meet(stop);
                    }
                };
                undo.add(vm.hostSide().watch(look));
                look.run(); // what came in just now may have been it
            }
            case Condition.Stop.Written written -> watch(written, written.address(), written.sizeBytes(), true);
            case Condition.Stop.Read read -> watch(read, read.address(), read.sizeBytes(), false);
            case Condition.Stop.Idle idle -> wantsIdle = true;
            case Condition.Stop.Text _, Condition.Stop.PowerOff _, Condition.Stop.Count _ -> throw new IllegalStateException(stop + " is started above");
        }
    }

    static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The count of retired instructions at which an instructions(n) is met. */
    long countGoal() {
        return countGoal;
    }

    private void meet(Condition.Stop stop) {
        if (met.isEmpty()) {
            met = stop.toString();
            vm.scheduler().leave(new Exit.Stopped(met));
        }
    }

    private void listenForText(byte[] wanted, Condition.Stop stop) {
        // Knuth–Morris–Pratt: fallback[i] is how much still matches when byte i does not.
        int[] fallback = new int[wanted.length];
        for (int i = 1, k = 0; i < wanted.length; i++) {
            while (k > 0 && wanted[i] != wanted[k]) {
                k = fallback[k - 1];
            }
            fallback[i] = k += wanted[i] == wanted[k] ? 1 : 0;
        }
        int[] matched = new int[1];
        undo.add(vm.console().listen(value -> {
            int k = matched[0];
            while (k > 0 && (byte) value != wanted[k]) {
                k = fallback[k - 1];
            }
            k += (byte) value == wanted[k] ? 1 : 0;
            if (k == wanted.length) {
                meet(stop);
                k = fallback[k - 1];
            }
            matched[0] = k;
        }));
    }

    private void listenForMatch(Condition.Stop.Regex stop) {
        var line = new StringBuilder();
        undo.add(vm.console().listen(value -> {
            if (value == '\n') {
                line.setLength(0);
            } else if (value != '\r') {
                line.append((char) value);
                if (line.length() > LONGEST_LINE) {
                    line.deleteCharAt(0);
                }
                if (stop.pattern().matcher(Console.plain(line.toString())).find()) {
                    meet(stop);
                }
            }
        }));
    }

    private void addBreakpoint(long va) {
        if (breakpoints.add(va)) {
            vm.eachCpu(cpu -> cpu.addBreakpoint(va));
            undo.add(() -> vm.eachCpu(cpu -> cpu.removeBreakpoint(va)));
        }
    }

    @Override
    public boolean stopsAt(long pc) {
        return breakpoints.contains(pc);
    }

    @Override
    public long patience() {
        long otherwise = conditions.isEmpty() ? Long.MAX_VALUE : CONDITION_PATIENCE;
        Profile profile = vm.begunProfile();
        if (profile != null) {
            otherwise = Math.min(otherwise, profile.patience());
        }
        return followers.isEmpty() || vm.clock().instructions() - lastMove > SYMBOL_SETTLED
                ? otherwise : Math.min(otherwise, SYMBOL_PATIENCE);
    }

    @Override
    public void look() {
        if (vm.begunProfile() != null) {
            vm.begunProfile().look();
        }
        followers.forEach(Runnable::run);
        for (Condition.Stop.Holds condition : conditions) {
            if (condition.holds().getAsBoolean()) {
                meet(condition);
            }
        }
    }

    /** How the run ended, in the end: the condition that was met, or empty. */
    String met(Exit exit, Condition condition) {
        if (!met.isEmpty()) {
            return met;
        }
        if (exit instanceof Exit.Breakpoint(long pc) && breakpoints.contains(pc)) {
            return describe(pc, condition);
        }
        if (exit instanceof Exit.Limit && vm.clock().instructions() >= countGoal) {
            return first(condition, Condition.Stop.Count.class);
        }
        return exit instanceof Exit.PowerOff && wantsPowerOff ? "powerOff()" : exit instanceof Exit.Idle && wantsIdle ? "idle()" : "";
    }

    private String describe(long pc, Condition condition) {
        for (SymbolStop symbol : symbols) {
            if (symbol.address == pc) {
                return "pc(\"" + symbol.name + "\")";
            }
        }
        for (Condition.Stop stop : condition.stops()) {
            if (stop instanceof Condition.Stop.Pc(long va) && va == pc) {
                return stop.toString();
            }
        }
        return first(condition, Condition.Stop.Symbol.class);
    }

    private static String first(Condition condition, Class<? extends Condition.Stop> kind) {
        return condition.stops().stream().filter(kind::isInstance).map(Object::toString).findFirst().orElse("");
    }

    @Override
    public void close() {
        for (AutoCloseable part : undo) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a condition could not be taken back", e);
            }
        }
    }

    /** A breakpoint at a symbol: it follows the kernel, which moves itself (KASLR) after it has been entered. */
    private final class SymbolStop {
        final String name;
        long address;

        SymbolStop(String name) {
            this.name = name;
            look();
        }

        void look() {
            long now = vm.symbols().address(name);
            if (now != address) {
                address = now;
                lastMove = vm.clock().instructions();
                addBreakpoint(now);
            }
        }
    }
}
