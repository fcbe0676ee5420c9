package dev.cellvisor.vm;

import dev.cellvisor.memory.RamSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A VM's past: snapshots that are taken by themselves while it runs, and the log of what came in. Any instruction of it is reached by going back to
 * the snapshot before it and repeating the rest. {@link Vm#history} begins it.
 */
public final class History {
    /** How far the snapshots are apart at first, in instructions: some tenths of a second to repeat. */
    public static final long DEFAULT_SPACING = 10_000_000;
    /** How much memory they may take if nothing is said. */
    public static final long DEFAULT_BUDGET_BYTES = 1L << 30;
    /** What a snapshot costs beside its pages: mostly a CPU's TLBs. */
    private static final long BASE_BYTES = 900_000;

    private final Vm vm;
    private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();
    private long spacing = DEFAULT_SPACING;
    private long budgetBytes = DEFAULT_BUDGET_BYTES;
    /** All that came in until {@link #end}. */
    private List<InputLog.Entry> log = List.of();
    private long end;

    History(Vm vm) {
        this.vm = vm;
        take();
        vm.scheduler().onBoundary(this::look);
    }

    /** Sets how much memory the snapshots may take: when it is more, every other one is dropped, and they are further apart from then on. */
    public History budgetBytes(long bytes) {
        budgetBytes = bytes;
        return this;
    }

    /** Sets how far the snapshots are apart. */
    public History spacing(long instructions) {
        if (instructions < 1) {
            throw new IllegalArgumentException("a spacing of " + instructions + " instructions; it must be 1 or more");
        }
        spacing = instructions;
        return this;
    }

    /** The earliest instruction that can be reached. */
    public long start() {
        return snapshots.firstKey();
    }

    /** The VM at {@link #start}. */
    Snapshot first() {
        return snapshots.firstEntry().getValue();
    }

    /** The latest one: where the VM was when it was first taken back, or where it is. */
    public long end() {
        return Math.max(end, vm.clock().instructions());
    }

    /** How many snapshots there are. */
    public int snapshotCount() {
        return snapshots.size();
    }

    /** How much memory they take. */
    public long sizeBytes() {
        return RamSnapshot.sizeBytes(snapshots.values().stream().map(Snapshot::ram).toList()) + snapshots.size() * BASE_BYTES * vm.cpuCount();
    }

    // ---- while the VM runs

    /** The VM begins to run by itself: from here on the past is another one. */
    void runs() {
        long now = vm.clock().instructions();
        snapshots.tailMap(now, false).clear();
        if (now == 0) {
            take(); // what was done before the first instruction is how the machine is built
        }
        end = 0;
        log = List.of();
    }

    /** The VM is somewhere else: its past begins there. */
    void restarts() {
        snapshots.clear();
        end = 0;
        log = List.of();
        take();
    }

    /** Between two instructions of a run. */
    private void look() {
        if (!vm.scheduler().replaying() && vm.clock().instructions() - snapshots.lastKey() >= spacing) {
            take();
            while (snapshots.size() > 2 && sizeBytes() > budgetBytes) {
                thin();
            }
        }
    }

    private void take() {
        snapshots.put(vm.clock().instructions(), vm.parts().take());
    }

    private void thin() {
        boolean drop = false;
        for (var all = snapshots.entrySet().iterator(); all.hasNext(); drop = !drop) {
            long at = all.next().getKey();
            if (drop && at != snapshots.lastKey()) {
                all.remove();
            }
        }
        spacing *= 2;
    }

    // ---- going there

    /**
     * Goes to an instruction of the past, or of what was the past before the VM was taken back. What came in there has come in.
     *
     * @throws IllegalArgumentException if it is not between {@link #start} and {@link #end}
     */
    void at(long instruction) {
        if (instruction < start() || instruction > end()) {
            throw new IllegalArgumentException("instruction %,d cannot be reached: the history goes from %,d to %,d".formatted(instruction, start(), end()));
        }
        keepEnd();
        Snapshot nearest = snapshots.floorEntry(instruction).getValue();
        if (instruction < vm.clock().instructions() || nearest.instructions() > vm.clock().instructions()) {
            vm.parts().restore(nearest);
        }
        Replay.of(log, vm).to(instruction);
    }

    private void keepEnd() {
        vm.inputGate().flush();
        if (vm.clock().instructions() >= end) {
            end = vm.clock().instructions();
            log = vm.inputs().entries();
        }
    }

    // ---- what is there, for a search

    /** The snapshots before an instruction, and at it, the latest first. */
    List<Snapshot> before(long instruction) {
        keepEnd();
        return List.copyOf(snapshots.headMap(instruction, true).descendingMap().values());
    }

    /** All that came in. */
    List<InputLog.Entry> log() {
        return log;
    }

    /** The way on from where the VM is. */
    Replay replay() {
        return Replay.of(log, vm);
    }

    /** See {@link Vm#lastWrite} and the like. */
    PastSearch search() {
        return new PastSearch(vm, this);
    }

    /** See {@link Vm#runBackUntil}. */
    BackResult backUntil(Condition condition) {
        BackResult found = search().lastMet(condition);
        if (found == null) {
            return new BackResult("", vm.clock().instructions());
        }
        at(found.instruction());
        return found;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "history of VM '%s' from instruction %,d to %,d: snapshots: %d, about %,d apart, %.1f MiB of at most %.1f", vm.name(), start(), end(),
                snapshots.size(), spacing, sizeBytes() / 1048576.0, budgetBytes / 1048576.0);
    }
}
