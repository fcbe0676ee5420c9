package dev.cellvisor.vm;

import dev.cellvisor.memory.GuestMemory;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Notes who writes to a place in memory while it is open. */
final class WriteWatch implements AutoCloseable {
    private static final int PAGE = GuestMemory.PAGE_SIZE;

    private final Vm vm;
    private final Collection<Range> ranges;
    private final Consumer<Range> told;
    /** What devices are about; {@code null} if only the writes as such are of interest. */
    private final ChainWatch chains;
    /** The last write: kept as it was seen, since there may be millions, and put into words when somebody asks. */
    private Range last;
    private long lastInstruction;
    private int lastCpu;
    private long lastPc;
    private long lastValue;
    private DeviceWork lastWork;

    /** Some bytes. */
    record Range(long address, long sizeBytes) {
        boolean touches(long at, long size) {
            return at < address + sizeBytes && address < at + size;
        }

        /** The addresses of the pages that it is in. */
        void forEachPage(LongConsumer page) {
            for (long at = address & -PAGE; at < address + sizeBytes; at += PAGE) {
                page.accept(at);
            }
        }
    }

    /** Notes the last write, to be told by {@link #last}. */
    WriteWatch(Vm vm, long address, int sizeBytes) {
        this(vm, List.of(new Range(address, sizeBytes)), write -> { }, new ChainWatch(vm));
    }

    /** @param told of each write, as it happens */
    WriteWatch(Vm vm, Collection<Range> ranges, Consumer<Range> told) {
        this(vm, ranges, told, null);
    }

    private WriteWatch(Vm vm, Collection<Range> ranges, Consumer<Range> told, ChainWatch chains) {
        this.vm = vm;
        this.ranges = List.copyOf(ranges);
        this.told = told;
        this.chains = chains;
        try {
            this.ranges.forEach(range -> requireRam(vm, range));
        } catch (IllegalArgumentException e) {
            closeChains();
            throw e;
        }
        observe(true);
        vm.memory().onStore((at, size, value) -> {
            if (touches(at, size)) {
                // A store is done when its instruction has been counted, which it has: each counts when it begins.
                lastValue = value;
                note(vm.scheduler().currentCpu().index(), at, size, null);
            }
        });
        vm.inputGate().alsoTell((at, size) -> {
            if (touches(at, size)) {
                note(-1, at, size, chains == null || vm.inputGate().outside() ? null : chains.atWork(new Range(at, size)));
            }
        });
    }

    private static void requireRam(Vm vm, Range range) {
        if (range.sizeBytes < 1 || !vm.memory().contains(range.address, range.sizeBytes)) {
            throw new IllegalArgumentException("%d bytes at 0x%x are not RAM; RAM is %s".formatted(range.sizeBytes, range.address, vm.memory().slots()));
        }
    }

    private void observe(boolean observed) {
        ranges.forEach(range -> range.forEachPage(page -> vm.memory().observe(page, observed)));
    }

    private boolean touches(long at, long size) {
        for (Range range : ranges) {
            if (range.touches(at, size)) {
                return true;
            }
        }
        return false;
    }

    private void note(int cpu, long at, long size, DeviceWork work) {
        last = new Range(at, size);
        if (chains != null) {
            lastInstruction = vm.clock().instructions();
            lastCpu = cpu;
            lastPc = vm.scheduler().currentCpu().pc();
            lastWork = work;
        }
        told.accept(last);
    }

    /** The last write so far, or {@code null}. */
    MemoryWrite last() {
        if (last == null) {
            return null;
        }
        DeviceWork work = chains.settle(lastWork);
        String by = lastCpu >= 0 ? "cpu%d storing 0x%x".formatted(lastCpu, lastValue) : work == null ? "a cell" : work.toString();
        return new MemoryWrite(lastInstruction, lastCpu, lastPc, last.address, last.sizeBytes, by, work);
    }

    private void closeChains() {
        if (chains != null) {
            chains.close();
        }
    }

    @Override
    public void close() {
        observe(false);
        vm.memory().onStore(null);
        vm.inputGate().alsoTell(null);
        closeChains();
    }
}
