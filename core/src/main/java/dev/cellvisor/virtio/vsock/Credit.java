package dev.cellvisor.virtio.vsock;

import dev.cellvisor.state.State;

/**
 * Who may send how much on one connection (VIRTIO 1.4, 5.10.6.3). Only payload counts. The packets carry the counters modulo 2³²; here they
 * are whole, so that a counter that runs backwards can be told from one that has wrapped.
 */
final class Credit {
    /** Our receive buffer. */
    private final int bufAlloc;
    /** What came from the guest, what the host's program has taken of it, and the last of that that the guest was told. */
    private long received;
    private long forwarded;
    private long told;
    private boolean toldAny;
    /** What was sent to the guest, its receive buffer, and what its program has taken. */
    private long transmitted;
    private int peerBufAlloc;
    private long peerForwarded;

    Credit(int bufAlloc) {
        this.bufAlloc = bufAlloc;
    }

    int bufAlloc() {
        return bufAlloc;
    }

    long received() {
        return received;
    }

    long forwarded() {
        return forwarded;
    }

    long transmitted() {
        return transmitted;
    }

    long peerBufAlloc() {
        return peerBufAlloc & 0xffff_ffffL;
    }

    long peerForwarded() {
        return peerForwarded;
    }

    /** How many bytes the guest may send, as far as it knows. */
    long guestMaySend() {
        return toldAny ? bufAlloc - (received - told) : 0;
    }

    /** How many bytes we may send. */
    long maySend() {
        // A buffer that shrank may be overdrawn: the specification's unsigned difference is then no amount of room.
        return Math.max(0, peerBufAlloc() - (transmitted - peerForwarded));
    }

    void received(int bytes) {
        received += bytes;
    }

    void transmitted(int bytes) {
        transmitted += bytes;
    }

    /** The host's program took bytes; whether the guest should be told soon: it may be waiting for that. */
    boolean forwarded(int bytes) {
        forwarded += bytes;
        return forwarded > told && guestMaySend() < bufAlloc / 2;
    }

    /** Puts our side into a packet that goes out. */
    VsockHeader fill(VsockHeader header) {
        told = forwarded;
        toldAny = true;
        return header.withCredit(bufAlloc, (int) forwarded);
    }

    /**
     * Takes the guest's side from a packet that came in.
     *
     * @return what is wrong with it, or {@code null}
     */
    String take(VsockHeader header) {
        peerBufAlloc = header.bufAlloc();
        // Two programs of the guest may send in another order than they read the counter: a little back is no fault.
        long now = peerForwarded + (header.fwdCnt() - (int) peerForwarded);
        if (now > transmitted || now < 0) {
            return "fwd_cnt %s, but %d bytes were sent to it".formatted(Integer.toUnsignedString(header.fwdCnt()), transmitted);
        }
        peerForwarded = Math.max(peerForwarded, now);
        return null;
    }

    State save() {
        return State.of("vsock-credit", 1).put("bufAlloc", bufAlloc).put("received", received).put("forwarded", forwarded).put("told", told)
                .put("toldAny", toldAny).put("transmitted", transmitted).put("peerBufAlloc", peerBufAlloc()).put("peerForwarded", peerForwarded).build();
    }

    static Credit of(State state) {
        var credit = new Credit(state.expect("vsock-credit", 1).integer("bufAlloc"));
        credit.received = state.number("received");
        credit.forwarded = state.number("forwarded");
        credit.told = state.number("told");
        credit.toldAny = state.flag("toldAny");
        credit.transmitted = state.number("transmitted");
        credit.peerBufAlloc = state.integer("peerBufAlloc");
        credit.peerForwarded = state.number("peerForwarded");
        return credit;
    }
}
