package dev.cellvisor.virtio.vsock;

import java.util.List;

/**
 * All connections of a socket device at one moment.
 *
 * @param device its name
 * @param guestCid the guest's context id
 * @param bufferBytes how much each connection holds that the host has not read
 * @param rows one for each
 * @param listening the ports of the host that are listened on
 */
public record VsockConnections(String device, long guestCid, int bufferBytes, List<Row> rows, List<String> listening) {

    /**
     * A connection.
     *
     * @param connection to use it
     * @param byGuest whether the guest asked for it
     * @param phase CONNECTING, CONNECTED, CLOSING, OVER
     * @param ending why it is over
     * @param guestShutdown what the guest will not do any more: bit 0 receive, bit 1 send
     * @param hostShutdown the same of the host
     * @param received payload bytes from the guest
     * @param unread those of them that the host has not taken
     * @param guestMaySend how much more the guest may send, as far as it knows
     * @param transmitted payload bytes to the guest
     * @param unsent those that still wait here
     * @param maySend how much more the guest has room for
     * @param guestBuffer the guest's buf_alloc
     */
    public record Row(VsockConnection connection, boolean byGuest, String phase, String ending, int guestShutdown, int hostShutdown, long received,
            int unread, long guestMaySend, long transmitted, int unsent, long maySend, long guestBuffer) {

        static Row of(Flow flow, VsockConnection connection) {
            return new Row(connection, flow.byGuest(), flow.phase().name(), flow.ending(), flow.guestShutdown(), flow.wantedShutdown(),
                    flow.credit().received(), flow.unread(), flow.credit().guestMaySend(), flow.credit().transmitted(), flow.unsent(), flow.credit().maySend(),
                    flow.credit().peerBufAlloc());
        }
    }

    /** The connection between two ports. */
    public VsockConnection between(int hostPort, int guestPort) {
        return rows.stream().map(Row::connection).filter(connection -> connection.hostPort() == hostPort && connection.guestPort() == guestPort).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no connection between port %s of the host and %s of the guest; there are %s".formatted(
                        Integer.toUnsignedString(hostPort), Integer.toUnsignedString(guestPort), rows.stream().map(Row::connection).toList())));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%s: guest %d, %d connection%s, listening on %s".formatted(device, guestCid, rows.size(), rows.size() == 1 ? "" : "s",
                listening.isEmpty() ? "nothing" : listening));
        for (Row row : rows) {
            text.append("\n  %s %s%s: from the guest %,d bytes, %,d unread, room for %,d; to the guest %,d bytes, %,d unsent, room for %,d of %,d".formatted(
                    row.connection, row.phase, row.ending.isEmpty() ? "" : " (" + row.ending + ")", row.received, row.unread, row.guestMaySend,
                    row.transmitted, row.unsent, row.maySend, row.guestBuffer));
        }
        return text.toString();
    }
}
