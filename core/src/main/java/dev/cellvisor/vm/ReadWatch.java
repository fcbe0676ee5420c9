package dev.cellvisor.vm;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Tells of each load of a CPU from some places in RAM while it is open. Devices' reads, fetches and walks through translation tables are not told. */
final class ReadWatch implements AutoCloseable {
    private final Vm vm;
    private final List<WriteWatch.Range> ranges;

    /** @param told the range that a load touches, as it happens */
    ReadWatch(Vm vm, Collection<WriteWatch.Range> ranges, Consumer<WriteWatch.Range> told) {
        this.vm = vm;
        this.ranges = List.copyOf(ranges);
        observe(true);
        vm.memory().onLoad((at, size) -> this.ranges.forEach(range -> {
            if (range.touches(at, size)) {
                told.accept(range);
            }
        }));
    }

    private void observe(boolean observed) {
        ranges.forEach(range -> range.forEachPage(page -> vm.memory().observeReads(page, observed)));
    }

    @Override
    public void close() {
        observe(false);
        vm.memory().onLoad(null);
    }
}
