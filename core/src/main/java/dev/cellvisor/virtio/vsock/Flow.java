package dev.cellvisor.virtio.vsock;

import static dev.cellvisor.virtio.vsock.VsockOp.SEQ_EOM;
import static dev.cellvisor.virtio.vsock.VsockOp.SEQ_EOR;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN_RECEIVE;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN_SEND;

import dev.cellvisor.state.State;
import java.util.function.IntFunction;

/**
 * One connection, as the device holds it: addresses, phase, credit, and what waits on either side (VIRTIO 1.4, 5.10.6.5). It makes the
 * packets that are due, one at a time, when the guest has room for one.
 */
final class Flow {
    static final int SHUTDOWN_BOTH = SHUTDOWN_RECEIVE | SHUTDOWN_SEND;

    /** How far a connection is. */
    enum Phase {
        /** The host has asked for it, the guest has not answered. */
        CONNECTING,
        /** Both sides may send. */
        CONNECTED,
        /** The host has closed it; the guest has still to answer. */
        CLOSING,
        /** The guest knows it no more. */
        OVER
    }

    /** How an arriving packet leaves the connection. */
    enum Outcome {
        /** As it was. */
        GOES_ON,
        /** Over, without an answer. */
        ENDS,
        /** Over, and the guest is told by RST. */
        RESETS
    }

    private final long id;
    private final VsockType type;
    private final int hostPort;
    private final int guestPort;
    private final boolean byGuest;
    private final Credit credit;
    private final Fifo incoming;
    private final Fifo outgoing;

    private Phase phase;
    private String ending = "";
    private boolean broken;
    private boolean answerDue;
    private boolean requestSent;
    private boolean creditDue;
    private boolean asked;
    private int guestShutdown;
    private int wantedShutdown;
    private int sentShutdown;
    private long deadlineTick = Long.MAX_VALUE;

    private Flow(long id, VsockType type, int hostPort, int guestPort, boolean byGuest, Credit credit, Fifo incoming, Fifo outgoing) {
        this.id = id;
        this.type = type;
        this.hostPort = hostPort;
        this.guestPort = guestPort;
        this.byGuest = byGuest;
        this.credit = credit;
        this.incoming = incoming;
        this.outgoing = outgoing;
        phase = byGuest ? Phase.CONNECTED : Phase.CONNECTING;
        answerDue = byGuest;
    }

    /**
     * A new connection.
     *
     * @param byGuest whether the guest has asked for it; the answer is due then
     */
    Flow(long id, VsockType type, int hostPort, int guestPort, boolean byGuest, int bufAlloc) {
        this(id, type, hostPort, guestPort, byGuest, new Credit(bufAlloc), new Fifo(), new Fifo());
    }

    long id() {
        return id;
    }

    VsockType type() {
        return type;
    }

    int hostPort() {
        return hostPort;
    }

    int guestPort() {
        return guestPort;
    }

    boolean byGuest() {
        return byGuest;
    }

    Credit credit() {
        return credit;
    }

    Phase phase() {
        return phase;
    }

    /** Why it is over; empty while it is not. */
    String ending() {
        return ending;
    }

    /** Whether it ended other than by a clean disconnect. */
    boolean broken() {
        return broken;
    }

    boolean requestSent() {
        return requestSent;
    }

    int guestShutdown() {
        return guestShutdown;
    }

    int wantedShutdown() {
        return wantedShutdown;
    }

    long deadlineTick() {
        return deadlineTick;
    }

    void deadlineTick(long tick) {
        deadlineTick = tick;
    }

    // The host's program.

    int unread() {
        return incoming.size();
    }

    int unsent() {
        return outgoing.size();
    }

    /** Whether a read would not have to wait. */
    boolean readable() {
        return type == VsockType.STREAM ? incoming.size() > 0 : incoming.hasMark();
    }

    /** Whether nothing will come any more beside what is here. */
    boolean atEnd() {
        return phase == Phase.OVER || (guestShutdown & SHUTDOWN_SEND) != 0 || (wantedShutdown & SHUTDOWN_RECEIVE) != 0;
    }

    /** Whether bytes of the host's program can still reach the guest. */
    boolean takesOutput() {
        return phase != Phase.OVER && (guestShutdown & SHUTDOWN_RECEIVE) == 0 && (wantedShutdown & SHUTDOWN_SEND) == 0;
    }

    /** Takes bytes of a stream. */
    byte[] take(int most) {
        byte[] bytes = incoming.take(most);
        creditDue |= credit.forwarded(bytes.length) && phase != Phase.OVER;
        return bytes;
    }

    /** Takes a message, or {@code null} if none is complete. */
    VsockMessage takeMessage() {
        if (!incoming.hasMark()) {
            return null;
        }
        byte[] bytes = take(incoming.piece());
        return new VsockMessage(bytes, (incoming.takeMark() & SEQ_EOR) != 0);
    }

    void put(byte[] bytes, int offset, int size) {
        outgoing.append(bytes, offset, size);
    }

    void putMessage(byte[] bytes, boolean endOfRecord) {
        outgoing.append(bytes, 0, bytes.length);
        outgoing.mark(endOfRecord ? SEQ_EOM | SEQ_EOR : SEQ_EOM);
    }

    /** The host's program will not receive, or not send, any more; what it has sent still goes out before. */
    void shutdown(int bits) {
        wantedShutdown |= bits;
        if ((bits & SHUTDOWN_RECEIVE) != 0) {
            creditDue |= credit.forwarded(incoming.size()) && phase != Phase.OVER;
            incoming.clear();
        }
    }

    void end(String why, boolean isBroken) {
        phase = Phase.OVER;
        ending = why;
        broken = isBroken;
        outgoing.clear();
        deadlineTick = Long.MAX_VALUE;
    }

    // Packets from the guest.

    /** What the device hears of the driver's mistakes. */
    interface Mistakes {
        void violation(String rule, String sentence);
    }

    /**
     * Takes a packet of this connection.
     *
     * @param payload reads that many bytes of it; called only when they fit
     */
    Outcome accept(VsockHeader header, IntFunction<byte[]> payload, Mistakes mistakes) {
        VsockOp op = VsockOp.of(header.op());
        if (op == VsockOp.RST) {
            boolean clean = sentShutdown == SHUTDOWN_BOTH;
            end(phase == Phase.CONNECTING ? "refused by the guest" : clean ? "closed" : "reset by the guest", !clean);
            return Outcome.ENDS;
        }
        String wrong = credit.take(header);
        if (wrong != null) {
            mistakes.violation("VSK-DRV-06", this + ": " + wrong + "; ignored");
        }
        // Asked once for each time that there is no room: the guest answers at once, and tells again when there is some.
        asked &= credit.maySend() == 0;
        if (phase == Phase.CONNECTING) {
            return answer(op, mistakes);
        }
        return switch (op) {
            case RW -> data(header, payload, mistakes);
            case CREDIT_REQUEST -> {
                creditDue = true;
                yield Outcome.GOES_ON;
            }
            case SHUTDOWN -> shutdownByGuest(header.flags());
            case REQUEST -> reset("asked for anew by the guest");
            // A second answer, a credit update, or what we do not know: nothing to do.
            case null, default -> Outcome.GOES_ON;
        };
    }

    private Outcome answer(VsockOp op, Mistakes mistakes) {
        if (op == VsockOp.RESPONSE && requestSent) {
            phase = Phase.CONNECTED;
            return Outcome.GOES_ON;
        }
        if (op == VsockOp.RW) {
            mistakes.violation("VSK-DRV-05", this + ": data before the connection was established");
        }
        return reset("answered by " + op + " instead of RESPONSE or RST");
    }

    private Outcome reset(String why) {
        end(why, true);
        return Outcome.RESETS;
    }

    private Outcome data(VsockHeader header, IntFunction<byte[]> payload, Mistakes mistakes) {
        long size = header.len() & 0xffff_ffffL;
        if (size > credit.guestMaySend()) {
            mistakes.violation("VSK-DRV-05", "%s: %d bytes sent, with room for %d".formatted(this, size, credit.guestMaySend()));
            return reset("more was sent than there was room for");
        }
        credit.received((int) size);
        if (((guestShutdown & SHUTDOWN_SEND) | (wantedShutdown & SHUTDOWN_RECEIVE)) != 0) {
            // Nobody is there to read it: it counts as taken, so that the guest does not wait for room.
            creditDue |= credit.forwarded((int) size);
            return Outcome.GOES_ON;
        }
        byte[] bytes = payload.apply((int) size);
        incoming.append(bytes, 0, bytes.length);
        if (type == VsockType.SEQPACKET && (header.flags() & SEQ_EOM) != 0) {
            incoming.mark(header.flags());
        }
        return Outcome.GOES_ON;
    }

    private Outcome shutdownByGuest(int flags) {
        // Hints stay once they were given.
        guestShutdown |= flags & SHUTDOWN_BOTH;
        if ((guestShutdown & SHUTDOWN_RECEIVE) != 0) {
            outgoing.clear();
        }
        if (guestShutdown == SHUTDOWN_BOTH) {
            end("closed by the guest", false);
            return Outcome.RESETS;
        }
        return Outcome.GOES_ON;
    }

    // Packets to the guest.

    /** Whether {@link #next} has a packet to give. */
    boolean hasWork() {
        return switch (phase) {
            case OVER -> false;
            case CONNECTING -> !requestSent;
            case CONNECTED, CLOSING -> answerDue || creditDue || maySendData() || askDue() || shutdownDue();
        };
    }

    private boolean maySendData() {
        return !outgoing.isEmpty() && (credit.maySend() > 0 || outgoing.piece() == 0);
    }

    private boolean askDue() {
        return !asked && !outgoing.isEmpty() && !maySendData();
    }

    private boolean shutdownDue() {
        return dueShutdown() != sentShutdown;
    }

    /** What of the wanted shutdown can be told: the end of sending only after the last byte. */
    private int dueShutdown() {
        return outgoing.isEmpty() ? wantedShutdown : wantedShutdown & SHUTDOWN_RECEIVE;
    }

    /**
     * The packet that is due.
     *
     * @param guestCid where it goes
     * @param room for payload in the guest's buffer, in bytes
     */
    Outgoing next(long guestCid, int room) {
        if (phase == Phase.CONNECTING) {
            requestSent = true;
            return control(VsockOp.REQUEST, guestCid, 0);
        }
        if (answerDue) {
            answerDue = false;
            return control(VsockOp.RESPONSE, guestCid, 0);
        }
        if (maySendData() && (room > 0 || outgoing.piece() == 0)) {
            byte[] bytes = outgoing.take((int) Math.min(room, credit.maySend()));
            credit.transmitted(bytes.length);
            int flags = Math.max(0, outgoing.takeMark());
            return new Outgoing(header(VsockOp.RW, guestCid).withLen(bytes.length).withFlags(flags), bytes);
        }
        if (shutdownDue()) {
            sentShutdown = dueShutdown();
            if (sentShutdown == SHUTDOWN_BOTH) {
                phase = Phase.CLOSING;
            }
            return control(VsockOp.SHUTDOWN, guestCid, sentShutdown);
        }
        if (askDue()) {
            asked = true;
            return control(VsockOp.CREDIT_REQUEST, guestCid, 0);
        }
        return control(VsockOp.CREDIT_UPDATE, guestCid, 0);
    }

    /** A packet on its way to the guest. */
    record Outgoing(VsockHeader header, byte[] payload) {
    }

    private Outgoing control(VsockOp op, long guestCid, int flags) {
        return new Outgoing(header(op, guestCid).withFlags(flags), new byte[0]);
    }

    /** Every packet tells our credit. */
    private VsockHeader header(VsockOp op, long guestCid) {
        creditDue = false;
        return credit.fill(VsockHeader.of(op, type, VsockDevice.HOST_CID, hostPort, guestCid, guestPort));
    }

    /** An RST for it. */
    VsockHeader rst(long guestCid) {
        return credit.fill(VsockHeader.of(VsockOp.RST, type, VsockDevice.HOST_CID, hostPort, guestCid, guestPort));
    }

    State save() {
        return State.of("vsock-flow", 1).put("id", id).put("type", type.code()).put("hostPort", hostPort).put("guestPort", guestPort)
                .put("byGuest", byGuest).put("phase", phase.name()).put("ending", ending).put("broken", broken).put("answerDue", answerDue)
                .put("requestSent", requestSent).put("creditDue", creditDue).put("asked", asked).put("guestShutdown", guestShutdown)
                .put("wantedShutdown", wantedShutdown).put("sentShutdown", sentShutdown).put("deadlineTick", deadlineTick)
                .put("credit", credit.save()).put("incoming", incoming.save()).put("outgoing", outgoing.save()).build();
    }

    static Flow of(State state) {
        state.expect("vsock-flow", 1);
        var flow = new Flow(state.number("id"), VsockType.of(state.integer("type")), state.integer("hostPort"), state.integer("guestPort"),
                state.flag("byGuest"), Credit.of(state.child("credit")), Fifo.of(state.child("incoming")), Fifo.of(state.child("outgoing")));
        flow.phase = Phase.valueOf(state.text("phase"));
        flow.ending = state.text("ending");
        flow.broken = state.flag("broken");
        flow.answerDue = state.flag("answerDue");
        flow.requestSent = state.flag("requestSent");
        flow.creditDue = state.flag("creditDue");
        flow.asked = state.flag("asked");
        flow.guestShutdown = state.integer("guestShutdown");
        flow.wantedShutdown = state.integer("wantedShutdown");
        flow.sentShutdown = state.integer("sentShutdown");
        flow.deadlineTick = state.number("deadlineTick");
        return flow;
    }

    @Override
    public String toString() {
        return "connection %s:%s".formatted(Integer.toUnsignedString(hostPort), Integer.toUnsignedString(guestPort));
    }
}
