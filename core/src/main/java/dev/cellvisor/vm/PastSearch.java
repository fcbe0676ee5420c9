package dev.cellvisor.vm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Looks for something in a VM's past: in the pieces between two of its snapshots, the latest first, by repeating each. The VM is where it was after. */
final class PastSearch {
    /** How many instructions of a piece are looked at one by one for the change of a register. */
    private static final int STEPPED = 100_000;
    /** How often a condition may be met in one go; if it is more often, the later half of the rest is looked at first. */
    private static final int MOST_STOPS = 50;

    private final Vm vm;
    private final History history;

    PastSearch(Vm vm, History history) {
        this.vm = vm;
        this.history = history;
    }

    /** Runs from a snapshot, where the VM is, to the instruction {@code to}; {@code null} if nothing was found. */
    private interface Piece<T> {
        T look(Snapshot from, long to);
    }

    /** Whether something can be in a piece at all; {@code end} is the snapshot at its end, or {@code null} if there is none. */
    private interface Chance {
        boolean of(Snapshot from, Snapshot end);
    }

    private <T> T search(long before, Chance chance, Piece<T> piece) {
        long now = vm.clock().instructions();
        long to = before;
        Snapshot end = null;
        try {
            for (Snapshot from : history.before(before)) {
                if (from.instructions() == to && end != null) {
                    continue;
                }
                if (end == null || chance.of(from, end)) {
                    vm.parts().restore(from);
                    T found = piece.look(from, to);
                    if (found != null) {
                        return found;
                    }
                }
                to = from.instructions();
                end = from;
            }
            return null;
        } finally {
            history.at(now);
        }
    }

    // ---- memory

    /** See {@link Vm#lastWrite}. */
    MemoryWrite lastWrite(long address, int sizeBytes) {
        MemoryWrite found = search(vm.clock().instructions(), (from, end) -> from.ram().mayHaveChanged(end.ram(), address, sizeBytes), (from, to) -> {
            try (var watch = new WriteWatch(vm, address, sizeBytes)) {
                history.replay().to(to);
                return watch.last();
            }
        });
        boolean takenBefore = found != null && found.work() != null && found.work().chain() >= 0 && found.work().taken() == null;
        return takenBefore ? found.work(found.work().taken(taking(found))) : found;
    }

    /** A device wrote for a chain that it took before the snapshot from which the write was found: when was that, and upon what? */
    private DeviceWork.Reason taking(MemoryWrite write) {
        return search(write.instruction(), (from, end) -> true, (from, to) -> {
            try (var chains = new ChainWatch(vm)) {
                history.replay().to(to);
                return chains.taking(write.work());
            }
        });
    }

    // ---- registers

    /** See {@link Vm#lastChange}. */
    RegisterChange lastChange(int cpu, String name) {
        LongSupplier value = () -> vm.cpu(cpu).get(name);
        long wanted = value.getAsLong();
        return search(vm.clock().instructions(), (from, end) -> true, (from, to) -> {
            long start = from.instructions();
            long close = Math.max(start, to - STEPPED);
            history.replay().to(close);
            RegisterChange late = stepTo(to, cpu, name, value);
            if (late != null || close == start) {
                return late;
            }
            vm.parts().restore(from);
            if (value.getAsLong() == wanted) {
                return null;
            }
            // Before that, halves: the last change by which it came to be what it is.
            long low = start;
            long high = close;
            while (high - low > STEPPED) {
                long middle = low + (high - low) / 2;
                history.at(middle);
                if (value.getAsLong() == wanted) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            history.at(low);
            return stepTo(high, cpu, name, value);
        });
    }

    private RegisterChange stepTo(long high, int cpu, String name, LongSupplier value) {
        RegisterChange last = null;
        Replay replay = history.replay();
        long before = value.getAsLong();
        while (vm.clock().instructions() < high) {
            long pc = vm.cpu(cpu).pc();
            long retired = vm.cpu(cpu).retired();
            replay.to(vm.clock().instructions() + 1);
            long after = value.getAsLong();
            if (after != before) {
                last = new RegisterChange(vm.clock().instructions(), cpu, pc, name, before, after, vm.cpu(cpu).retired() != retired ? "cpu" + cpu : "");
                before = after;
            }
        }
        return last == null ? null : last.by(who(last));
    }

    /** A cell that set the register; else the CPU itself, or, if that stood still, whoever did something meanwhile. */
    private String who(RegisterChange change) {
        String set = "cpu%d.%s=0x%x".formatted(change.cpu(), change.register(), change.after());
        boolean byCell = history.log().stream().anyMatch(input -> input.instruction() == change.instruction() && input.kind() == InputLog.Kind.REGISTER
                && input.detail().equalsIgnoreCase(set));
        return byCell ? "a cell" : change.by().isEmpty() ? "another than cpu" + change.cpu() + ", which stood still" : change.by();
    }

    // ---- conditions

    /** See {@link Vm#runBackUntil}; the instruction where a condition was met last, or {@code null}. */
    BackResult lastMet(Condition condition) {
        long now = vm.clock().instructions();
        var settled = new Settled(condition);
        return search(now, (from, end) -> mayBeMet(condition, from, end), (from, to) -> {
            long end = to == now ? now : to + 1;
            return settled.holds() ? settled.named(lastMetUntil(end, settled.condition)) : lastMetUntil(end, condition);
        });
    }

    /** A condition with the addresses that the kernel's symbols have now in place of their names: to follow a kernel that may move itself costs more than all the rest. */
    private final class Settled {
        final Condition condition;
        private final Map<String, Long> addresses = new LinkedHashMap<>();

        Settled(Condition named) {
            condition = named.withSymbolsAt(name -> addresses.computeIfAbsent(name, key -> vm.symbols().address(key)));
        }

        /** Whether the kernel is where it is now; as far as can be told here. */
        boolean holds() {
            return addresses.entrySet().stream().allMatch(symbol -> vm.symbols().address(symbol.getKey()) == symbol.getValue());
        }

        BackResult named(BackResult result) {
            for (Map.Entry<String, Long> symbol : addresses.entrySet()) {
                if (result != null && result.condition().equals(new Condition.Stop.Pc(symbol.getValue()).toString())) {
                    return new BackResult(new Condition.Stop.Symbol(symbol.getKey()).toString(), result.instruction());
                }
            }
            return result;
        }
    }

    private static boolean mayBeMet(Condition condition, Snapshot from, Snapshot end) {
        return condition.stops().stream().anyMatch(stop -> !(stop instanceof Condition.Stop.Written(long address, int sizeBytes))
                || from.ram().mayHaveChanged(end.ram(), address, sizeBytes));
    }

    /**
     * The last time from here on, before the instruction {@code end}. Something that is met again and again is not waited for each time: after some, the later half of what
     * is left is looked at, and the earlier one only if there is nothing.
     */
    private BackResult lastMetUntil(long end, Condition condition) {
        BackResult last = null;
        int stops = 0;
        Replay replay = history.replay();
        while (vm.clock().instructions() < end) {
            String met = replay.toOr(end, condition);
            if (met.isEmpty()) {
                return last;
            }
            long here = vm.clock().instructions();
            if (last != null && last.instruction() == here) {
                replay.to(here + 1); // it still holds: it did not become so
                continue;
            }
            last = new BackResult(met, here);
            stops++;
            if (stops >= MOST_STOPS && end - here > MOST_STOPS) {
                Snapshot start = vm.parts().take();
                long middle = here + (end - here) / 2;
                replay.to(middle);
                BackResult late = lastMetUntil(end, condition);
                if (late != null) {
                    return late;
                }
                vm.parts().restore(start);
                BackResult early = lastMetUntil(middle + 1, condition);
                return early == null ? last : early;
            }
        }
        return last;
    }
}
