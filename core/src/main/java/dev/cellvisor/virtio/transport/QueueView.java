package dev.cellvisor.virtio.transport;

import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.queue.SplitQueue;
import java.util.List;

/** A virtqueue at one moment: what the driver set up, what stands in guest memory, and whose each chain is. */
public sealed interface QueueView permits SplitQueueView, PackedQueueView {

    /** At most so many rows of an indirect table are shown. */
    int MAX_TABLE_ROWS = 64;

    /** Whose a chain is. */
    enum Holder {
        /** In no chain that is under way. */
        DRIVER,
        /** Made available, and not taken yet. */
        AVAILABLE,
        /** Taken by the device, and not used yet. */
        DEVICE
    }

    /** One descriptor, as both formats have it. */
    interface Row {
        /** Its place in the table or ring. */
        int index();

        /** Guest-physical address of the buffer. */
        long address();

        /** Length of the buffer in bytes. */
        long length();

        /** NEXT 1, WRITE 2, INDIRECT 4; packed also AVAIL 0x80, USED 0x8000. */
        int flags();

        /** The chain it belongs to, or -1. */
        int head();

        /** Whose that chain is. */
        Holder holder();
    }

    /**
     * A table that a descriptor refers to.
     *
     * @param descriptor the one that refers to it
     * @param rows its descriptors, the first 64; empty if the table is not in RAM
     */
    record IndirectTable(int descriptor, List<? extends Row> rows) {
    }

    /** The device's name. */
    String device();

    /** The queue's index. */
    int index();

    /** What the queue is for. */
    String name();

    /** In descriptors. */
    int size();

    /** Whether the driver made it ready. */
    boolean ready();

    /** Whether the device cannot go on with it. */
    boolean broken();

    /** Guest-physical address of the descriptor area. */
    long desc();

    /** Guest-physical address of the driver area: available ring, or driver event suppression. */
    long driver();

    /** Guest-physical address of the device area: used ring, or device event suppression. */
    long deviceArea();

    /** The table or ring, one row per descriptor; empty if it is not in RAM. */
    List<? extends Row> descriptors();

    /** The indirect tables of the chains that are under way. */
    List<IndirectTable> tables();

    /** The chains that the device has and will answer in an event to come, the next first. */
    List<Answer> answers();

    /**
     * When a chain that the device has is answered.
     *
     * @param head the chain: its first descriptor, or a packed ring's buffer ID
     * @param tick when, in ticks of the VM
     * @param ticksLeft how far away that is now
     */
    record Answer(int head, long tick, long ticksLeft) {

        @Override
        public String toString() {
            return "chain %d is answered at tick %,d, in %,d".formatted(head, tick, ticksLeft);
        }

        static List<Answer> of(DeviceState state, int queue) {
            long now = state.context().clock().ticks();
            return state.requestsInFlight().stream().filter(request -> request.queue() == queue)
                    .map(request -> new Answer(request.head(), request.tick(), request.tick() - now)).toList();
        }
    }

    /** {@link #answers} in a line, the first few; empty if there are none. */
    default String answersText() {
        List<Answer> answers = answers();
        return answers.isEmpty() ? "" : "in flight: " + String.join("; ", answers.stream().limit(4).map(Answer::toString).toList())
                + (answers.size() > 4 ? "; and %d more".formatted(answers.size() - 4) : "");
    }

    /** A queue's view now. */
    static QueueView of(DeviceState state, QueueSetup setup) {
        return switch (setup.queue()) {
            case SplitQueue queue -> SplitQueueView.of(state, setup, queue);
            case PackedQueue queue -> PackedQueueView.of(state, setup, queue);
        };
    }
}
