package dev.cellvisor.vm;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.queue.ChainAvailable;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Notes who writes to a place in memory while it is open. */
final class WriteWatch implements AutoCloseable {
    private static final int PAGE = GuestMemory.PAGE_SIZE;

    private final Vm vm;
    private final Collection<Range> ranges;
    private final Consumer<MemoryWrite> told;
    private final Trace.Subscription facts;
    private MemoryWrite last;
    private MmioAccess access;
    private long accessAt = -1;
    private ChainAvailable chain;

    /** Some bytes. */
    record Range(long address, int sizeBytes) {
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

    WriteWatch(Vm vm, long address, int sizeBytes) {
        this(vm, List.of(new Range(address, sizeBytes)), write -> { });
    }

    /** @param told of each write, as it happens */
    WriteWatch(Vm vm, Collection<Range> ranges, Consumer<MemoryWrite> told) {
        this.vm = vm;
        this.ranges = List.copyOf(ranges);
        this.told = told;
        for (Range range : ranges) {
            if (range.sizeBytes < 1 || !vm.memory().contains(range.address, range.sizeBytes)) {
                throw new IllegalArgumentException("%d bytes at 0x%x are not RAM; RAM is %s".formatted(range.sizeBytes, range.address, vm.memory().slots()));
            }
        }
        observe(true);
        vm.memory().onStore((at, size, value) -> {
            if (touches(at, size)) {
                // A store is done when its instruction has been counted, which it has: each counts when it begins.
                note(vm.scheduler().currentCpu().index(), at, size, "cpu%d storing 0x%x".formatted(vm.scheduler().currentCpu().index(), value));
            }
        });
        vm.inputGate().alsoTell((at, size) -> {
            if (touches(at, size)) {
                note(-1, at, size, whoElse());
            }
        });
        facts = vm.trace().add((instruction, fact) -> {
            if (fact instanceof MmioAccess now && now.write()) {
                access = now;
                accessAt = instruction;
            } else if (fact instanceof ChainAvailable now) {
                chain = now;
            }
        });
    }

    private void observe(boolean observed) {
        ranges.forEach(range -> range.forEachPage(page -> vm.memory().observe(page, observed)));
    }

    private boolean touches(long at, long size) {
        return ranges.stream().anyMatch(range -> range.touches(at, size));
    }

    private String whoElse() {
        if (!vm.scheduler().inside()) {
            return "a cell";
        }
        String event = vm.events().runningName();
        String where = chain == null ? "" : ", %s queue %d chain %d".formatted(chain.device(), chain.queue(), chain.head());
        if (event != null) {
            return "a device at its event %s%s".formatted(event, where);
        }
        return accessAt == vm.clock().instructions() ? "%s, when the guest wrote 0x%x to its %s%s".formatted(access.device(), access.value(), access.register(), where)
                : "a device" + where;
    }

    private void note(int cpu, long at, long size, String by) {
        last = new MemoryWrite(vm.clock().instructions(), cpu, vm.scheduler().currentCpu().pc(), at, size, by);
        told.accept(last);
    }

    /** The last write so far, or {@code null}. */
    MemoryWrite last() {
        return last;
    }

    @Override
    public void close() {
        observe(false);
        vm.memory().onStore(null);
        vm.inputGate().alsoTell(null);
        facts.close();
    }
}
