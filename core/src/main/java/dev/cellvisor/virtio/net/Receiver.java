package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Gso;
import dev.cellvisor.net.Headers;
import dev.cellvisor.net.Packet;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.ChainWriter;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts packets into the buffers of one receive queue. What finds no buffers waits, up to a limit; buffers that were taken for a packet
 * that needs more of them are kept until it has enough, so that the driver never sees a part of a packet.
 */
final class Receiver implements Stateful {
    /** How many packets may wait; more are lost, as on a wire. */
    static final int MOST_WAITING = 4096;

    /** What a queue's device is asked for. */
    interface Host {
        Virtqueue receiveQueue(int queue);

        int headerBytes();

        /** Whether a packet may be spread over several buffers. */
        boolean merges();

        /** Whether the driver takes unfinished checksums, and word of finished ones. */
        boolean checksums();

        boolean reportsHash();

        void received(int queue, Packet packet);

        void lost(String why);

        void tooSmall(int queue, long sizeBytes);

        /** A buffer was taken, and is large enough. */
        void took(DescriptorChain chain);

        /** Gives buffers back, all at once, and tells the driver. */
        void complete(int queue, int[] heads, long[] writtenBytes);
    }

    private record Waiting(Packet packet, PacketHash hash) {
    }

    private record Buffer(int head, long sizeBytes) {
    }

    private enum Outcome { PLACED, LOST, NO_BUFFERS }

    private final Host host;
    private final int index;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final List<Buffer> held = new ArrayList<>();

    Receiver(Host host, int index) {
        this.host = host;
        this.index = index;
    }

    void clear() {
        waiting.clear();
        held.clear();
    }

    int waitingCount() {
        return waiting.size();
    }

    void add(Packet packet, PacketHash hash) {
        if (waiting.size() >= MOST_WAITING) {
            host.lost("no receive buffers");
            return;
        }
        waiting.add(new Waiting(packet, hash));
    }

    /** Moves what waits into buffers, as far as there are any. */
    void deliver() {
        Virtqueue queue = host.receiveQueue(index);
        if (!queue.usable()) {
            return;
        }
        // Ask to be told before looking, so that a buffer that comes meanwhile is not missed.
        queue.wantNotifications(!waiting.isEmpty());
        while (!waiting.isEmpty()) {
            Waiting next = waiting.peek();
            Outcome outcome = place(queue, next);
            if (outcome == Outcome.NO_BUFFERS) {
                break;
            }
            waiting.poll();
            if (outcome == Outcome.LOST) {
                host.lost("it does not fit the receive buffers");
            }
        }
        if (waiting.isEmpty()) {
            queue.wantNotifications(false);
        }
    }

    private Outcome place(Virtqueue queue, Waiting next) {
        int headerBytes = host.headerBytes();
        long needed = headerBytes + next.packet.sizeBytes();
        int count = 0;
        long room = 0;
        DescriptorChain last = null;
        while (room < needed && (count == 0 || host.merges())) {
            if (count == held.size()) {
                last = queue.poll();
                if (last == null) {
                    return queue.usable() && held.size() < queue.size() ? Outcome.NO_BUFFERS : Outcome.LOST;
                }
                if (last.writableBytes() < headerBytes) {
                    host.tooSmall(index, last.writableBytes());
                    host.complete(index, new int[] {last.head()}, new long[] {0});
                    continue;
                }
                host.took(last);
                held.add(new Buffer(last.head(), last.writableBytes()));
            }
            room += held.get(count++).sizeBytes;
        }
        if (room < needed) {
            return Outcome.LOST;
        }
        return write(queue, next, count, last);
    }

    private Outcome write(Virtqueue queue, Waiting next, int count, DescriptorChain last) {
        byte[] bytes = next.packet.bytes();
        long[] written = new long[count];
        boolean whole = true;
        int done = 0;
        for (int i = 0; i < count; i++) {
            DescriptorChain chain = last != null && count == 1 ? last : queue.chain(held.get(i).head);
            if (chain == null || chain.writableBytes() != held.get(i).sizeBytes) {
                whole = false; // the driver changed a buffer that the device has
                break;
            }
            if (i == 0) {
                header(chain.writer(), next, count);
            }
            done += chain.writer().write(bytes, done, (int) Math.min(bytes.length - done, chain.writer().remaining()));
            written[i] = chain.writer().written();
        }
        // All buffers of a packet are used together (NETRX-DEV-09).
        int[] heads = held.subList(0, count).stream().mapToInt(Buffer::head).toArray();
        held.subList(0, count).clear();
        if (whole) {
            host.received(index, next.packet);
        }
        host.complete(index, heads, whole ? written : new long[count]);
        return whole ? Outcome.PLACED : Outcome.LOST;
    }

    private void header(ChainWriter writer, Waiting next, int buffers) {
        Packet packet = next.packet;
        int flags = 0;
        boolean pending = packet.needsChecksum();
        if (pending) {
            flags = NetHeader.VIRTIO_NET_HDR_F_NEEDS_CSUM;
        } else if (host.checksums() && Checksums.transportValid(packet.bytes(), Headers.of(packet.bytes()))) {
            flags = NetHeader.VIRTIO_NET_HDR_F_DATA_VALID;
        }
        writer.writeByte(flags);
        writer.writeByte(NetHeader.type(packet.gso()) | (packet.ecn() ? NetHeader.VIRTIO_NET_HDR_GSO_ECN : 0));
        writer.writeShort(packet.gso() == Gso.NONE ? 0 : Headers.of(packet.bytes()).headerBytes());
        writer.writeShort(packet.segmentBytes());
        writer.writeShort(pending ? packet.checksumStart() : 0);
        writer.writeShort(pending ? packet.checksumOffset() : 0);
        if (host.headerBytes() > NetHeader.LEGACY_BYTES) {
            writer.writeShort(buffers);
        }
        if (host.reportsHash()) {
            writer.writeInt(next.hash.value());
            writer.writeShort(next.hash.report());
            writer.writeShort(0);
        }
    }

    @Override
    public State save() {
        return State.of("net-receiver", 1)
                .put("waiting", waiting.stream().map(next -> State.of("waiting", 1).put("packet", next.packet.save())
                        .put("hash", next.hash.value()).put("report", next.hash.report()).build()).toList())
                .put("held", held.stream().flatMapToLong(buffer -> java.util.stream.LongStream.of(buffer.head, buffer.sizeBytes)).toArray())
                .build();
    }

    @Override
    public void restore(State state) {
        clear();
        for (State next : state.expect("net-receiver", 1).children("waiting")) {
            waiting.add(new Waiting(Packet.restored(next.child("packet")), new PacketHash(next.integer("hash"), next.integer("report"))));
        }
        long[] buffers = state.numbers("held");
        for (int i = 0; i + 1 < buffers.length; i += 2) {
            held.add(new Buffer((int) buffers[i], buffers[i + 1]));
        }
    }
}
