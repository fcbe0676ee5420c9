package dev.cellvisor.bench;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.DeviceQueue;
import dev.cellvisor.virtio.queue.PackedLayout;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.queue.QueueOwner;
import dev.cellvisor.virtio.queue.RingFeatures;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.queue.SplitQueue;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a chain costs both sides of a queue: the driver makes a batch available with plain stores, the device polls and completes each and
 * looks whether to notify, the driver looks at what was used. It matters because every byte of a disk or a network goes through here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RingBenchmark {
    /** Chains in one batch. */
    static final int BATCH = 64;
    private static final int SIZE = 256;
    private static final long RAM = 0x4000_0000L;
    private static final long DESC = RAM;
    private static final long DRIVER = RAM + 0x1_0000;
    private static final long DEVICE = RAM + 0x2_0000;
    private static final long BUFFERS = RAM + 0x4_0000;

    private record Owner(String name, Trace trace) implements QueueOwner {
        @Override
        public void violation(String rule, String sentence) {
            throw new IllegalStateException(rule + " " + sentence);
        }

        @Override
        public void needsReset(String rule, String sentence) {
            throw new IllegalStateException(rule + " " + sentence);
        }
    }

    /** The ring's format. */
    @Param({"split", "packed"})
    public String format;

    /** Descriptors in a chain: one to read, or one to read and one to write. */
    @Param({"1", "2"})
    public int descriptors;

    private GuestMemory memory;
    private DeviceQueue queue;
    private long host;
    private int idx;
    private int next;
    private boolean wrap = true;
    private int notifications;
    private long chains;
    private long cpuStart;

    /** A queue of 256 in 1 MiB of RAM, with EVENT_IDX and INDIRECT_DESC. */
    @Setup
    public void open() {
        memory = new GuestMemory();
        memory.add("ram", RAM, 1 << 20);
        host = memory.slotAt(RAM).hostAddress() - RAM;
        var owner = new Owner("bench", new Trace());
        queue = format.equals("split") ? new SplitQueue(0, memory, owner) : new PackedQueue(0, memory, owner);
        queue.enable(SIZE, DESC, DRIVER, DEVICE);
        queue.negotiated(new RingFeatures(true, true, false));
        for (int i = 0; i < SIZE; i++) {
            long at = host + DESC + 16L * i;
            boolean last = i % descriptors == descriptors - 1;
            HostMemory.setLong(at, BUFFERS + 64L * i);
            HostMemory.setInt(at + SplitLayout.DESC_LEN, 64);
            if (queue instanceof SplitQueue) {
                HostMemory.setShort(at + SplitLayout.DESC_FLAGS, (short) (last ? i % descriptors == 0 ? 0 : SplitLayout.VIRTQ_DESC_F_WRITE : SplitLayout.VIRTQ_DESC_F_NEXT));
                HostMemory.setShort(at + SplitLayout.DESC_NEXT, (short) (last ? 0 : i + 1));
            }
        }
    }

    /** Gives the RAM back. */
    @TearDown
    public void close() {
        memory.close();
    }

    /** Starts counting the thread's processor time, which other programs on the machine do not touch. */
    @Setup(Level.Iteration)
    public void start() {
        chains = 0;
        cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Tells chains per second of processor time. */
    @TearDown(Level.Iteration)
    public void stop() {
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart;
        System.out.printf("(%.1f million chains per second of processor time) ", chains * 1e3 / nanos);
    }

    /** One batch through the queue and back. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long chains() {
        if (queue instanceof SplitQueue) {
            offerSplit();
        } else {
            offerPacked();
        }
        for (DescriptorChain chain = queue.poll(); chain != null; chain = queue.poll()) {
            queue.complete(chain.head(), chain.writableBytes());
        }
        if (queue.needsNotification()) {
            notifications++;
        }
        chains += BATCH;
        return queue instanceof SplitQueue ? reapSplit() : reapPacked();
    }

    private void offerSplit() {
        for (int i = 0; i < BATCH; i++) {
            int head = (idx + i) * descriptors & SIZE - 1;
            HostMemory.setShort(host + DRIVER + SplitLayout.RING_FIRST + 2L * (idx + i & SIZE - 1), (short) head);
        }
        idx = idx + BATCH & 0xffff;
        HostMemory.setShort(host + DRIVER + SplitLayout.RING_IDX, (short) idx);
    }

    private long reapSplit() {
        int used = HostMemory.getShort(host + DEVICE + SplitLayout.RING_IDX) & 0xffff;
        if (used != idx) {
            throw new IllegalStateException("used idx " + used + ", available idx " + idx);
        }
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += HostMemory.getLong(host + DEVICE + SplitLayout.RING_FIRST + 8L * (used - BATCH + i & SIZE - 1));
        }
        HostMemory.setShort(host + DRIVER + SplitLayout.RING_FIRST + 2L * SIZE, (short) used);
        return sum;
    }

    private void offerPacked() {
        for (int i = 0; i < BATCH; i++) {
            for (int d = 0; d < descriptors; d++) {
                long at = host + DESC + 16L * next;
                int flags = PackedLayout.available(wrap) | (d + 1 < descriptors ? SplitLayout.VIRTQ_DESC_F_NEXT : d > 0 ? SplitLayout.VIRTQ_DESC_F_WRITE : 0);
                HostMemory.setLong(at, BUFFERS + 64L * next);
                HostMemory.setLong(at + PackedLayout.DESC_LEN, 64L | (long) i << 32 | (long) flags << 48);
                if (++next == SIZE) {
                    next = 0;
                    wrap = !wrap;
                }
            }
        }
    }

    private long reapPacked() {
        long sum = 0;
        int at = next - BATCH * descriptors & SIZE - 1;
        boolean usedWrap = at < next || next == 0 && at == 0 ? wrap : !wrap;
        for (int i = 0; i < BATCH; i++) {
            long rest = HostMemory.getLong(host + DESC + 16L * at + PackedLayout.DESC_LEN);
            if ((rest >>> 48 & PackedLayout.OWNER_FLAGS) != PackedLayout.used(usedWrap)) {
                throw new IllegalStateException("descriptor " + at + " is not used");
            }
            sum += rest;
            at += descriptors;
            if (at >= SIZE) {
                at -= SIZE;
                usedWrap = !usedWrap;
            }
        }
        HostMemory.setInt(host + DRIVER, PackedLayout.RING_EVENT_FLAGS_DESC << 16 | PackedLayout.position(at, usedWrap));
        return sum;
    }
}
