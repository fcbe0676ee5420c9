package dev.cellvisor.virtio.vsock;

import static dev.cellvisor.virtio.vsock.HandGuest.BUFFER;
import static dev.cellvisor.virtio.vsock.HandGuest.CID;
import static dev.cellvisor.virtio.vsock.HandGuest.HOST;
import static dev.cellvisor.virtio.vsock.HandGuest.PORT;
import static dev.cellvisor.virtio.vsock.HandGuest.header;
import static dev.cellvisor.virtio.vsock.VsockOp.CREDIT_REQUEST;
import static dev.cellvisor.virtio.vsock.VsockOp.CREDIT_UPDATE;
import static dev.cellvisor.virtio.vsock.VsockOp.REQUEST;
import static dev.cellvisor.virtio.vsock.VsockOp.RESPONSE;
import static dev.cellvisor.virtio.vsock.VsockOp.RST;
import static dev.cellvisor.virtio.vsock.VsockOp.RW;
import static dev.cellvisor.virtio.vsock.VsockOp.SEQ_EOM;
import static dev.cellvisor.virtio.vsock.VsockOp.SEQ_EOR;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN_RECEIVE;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN_SEND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credit, ending, messages, and state of connections. */
class VsockConnectionTest {
    /** The host's buffer in these tests. */
    private static final int HOST_BUFFER = 200;

    private final HandGuest guest = HandGuest.ready(new VsockDevice(CID, HOST_BUFFER));
    private final VsockListener listener = guest.device.listen(1024);

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] pattern(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        return bytes;
    }

    private static VsockHeader credit(VsockOp op, int bufAlloc, int fwdCnt) {
        return header(op, 1024).withCredit(bufAlloc, fwdCnt);
    }

    // Credit.

    @Test
    @Rule("VSK-DEV-05")
    void theHostSendsOnlyWhatTheGuestHasRoomFor() throws Exception {
        VsockConnection connection = guest.connects(listener);
        byte[] data = pattern(2500);
        connection.write(data);
        assertArrayEquals(Arrays.copyOf(data, BUFFER), guest.data(), "as much as its buffer");
        guest.send(credit(CREDIT_UPDATE, BUFFER, 300));
        assertArrayEquals(Arrays.copyOfRange(data, 1000, 1300), guest.data());
        guest.send(credit(CREDIT_UPDATE, BUFFER + 50, 300));
        assertArrayEquals(Arrays.copyOfRange(data, 1300, 1350), guest.data(), "a larger buffer");
        guest.send(credit(CREDIT_UPDATE, 100, 1000));
        assertEquals(0, guest.data().length, "a buffer that has shrunk is overdrawn, not full of room");
        guest.send(credit(CREDIT_UPDATE, 100, 1350));
        assertEquals(100, guest.data().length);
        guest.send(credit(RW, 5000, 1450), bytes("any packet tells credit"));
        assertArrayEquals(Arrays.copyOfRange(data, 1450, 2500), guest.data());
        assertEquals(List.of(), guest.rig.violations());
    }

    @Test
    void theHostAsksForCreditOnceWhenItHasNone() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.write(pattern(BUFFER + 1));
        List<VsockOp> ops = guest.ops();
        assertEquals(CREDIT_REQUEST, ops.getLast());
        assertEquals(1, ops.stream().filter(CREDIT_REQUEST::equals).count());
        guest.send(credit(CREDIT_UPDATE, BUFFER, 0));
        assertEquals(List.of(), guest.ops(), "an answer without room asks for no more");
        guest.send(credit(CREDIT_UPDATE, BUFFER, 1000));
        assertEquals(List.of(RW), guest.ops());
    }

    @Test
    @Rule({"VSK-DEV-06", "VSK-DEF-02"})
    void everyPacketTellsTheHostsBufferAndWhatItHasTaken() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), new byte[30]);
        connection.read(20);
        assertEquals(List.of(), guest.ops(), "a guest with much room left need not be told");
        guest.send(credit(CREDIT_REQUEST, BUFFER, 0));
        VsockHeader answer = guest.next().header();
        assertEquals(new VsockHeader(HOST, CID, 1024, PORT, 0, 1, CREDIT_UPDATE.ordinal(), 0, HOST_BUFFER, 20), answer);
        connection.read(10);
        connection.write(bytes("x"));
        VsockHeader data = guest.next().header();
        assertEquals(new VsockHeader(HOST, CID, 1024, PORT, 1, 1, RW.ordinal(), 0, HOST_BUFFER, 30), data);
        guest.send(header(RW, 1024), new byte[5]);
        connection.read(5);
        connection.shutdownOutput();
        VsockHeader shutdown = guest.next().header();
        assertEquals(new VsockHeader(HOST, CID, 1024, PORT, 0, 1, SHUTDOWN.ordinal(), SHUTDOWN_SEND, HOST_BUFFER, 35), shutdown);
        assertEquals(List.of(), guest.all());
    }

    @Test
    @Rule("VSK-DEF-02")
    void aGuestThatMayBeWaitingForRoomIsTold() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), new byte[HOST_BUFFER]);
        assertEquals(1, connection.read(1).length);
        VsockHeader update = guest.next().header();
        assertEquals(CREDIT_UPDATE.ordinal(), update.op());
        assertEquals(1, update.fwdCnt());
        guest.send(header(RW, 1024), new byte[1]);
        assertEquals(HOST_BUFFER, connection.readFully(HOST_BUFFER).length);
        assertEquals(HOST_BUFFER + 1, guest.next().header().fwdCnt());
        assertEquals(List.of(), guest.rig.violations());
    }

    @Test
    @Rule("VSK-DRV-05")
    void moreThanThereIsRoomForEndsTheConnection() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), new byte[HOST_BUFFER - 1]);
        assertEquals(List.of(), guest.rig.violations());
        guest.send(header(RW, 1024), new byte[2]);
        assertEquals(List.of("VSK-DRV-05"), guest.rig.violations());
        assertEquals(List.of(RST), guest.ops());
        assertEquals(HOST_BUFFER - 1, connection.readFully(HOST_BUFFER - 1).length, "what was in order is not lost");
        assertThrows(SocketException.class, () -> connection.read(1));
        assertFalse(guest.rig.needsReset());

        guest.send(header(REQUEST, 1024)).send(header(RW, 1024), new byte[HOST_BUFFER]);
        assertEquals(List.of(RESPONSE), guest.ops(), "another connection is not touched by it");
    }

    @Test
    @Rule("VSK-DRV-05")
    void dataBeforeTheAnswerToARequestHadNoRoom() {
        var noBuffers = new HandGuest(new VsockDevice(CID), VsockFeature.values());
        noBuffers.device.listen(1024);
        noBuffers.send(header(REQUEST, 1024)).send(header(RW, 1024), new byte[1]);
        assertEquals(List.of("VSK-DRV-05"), noBuffers.rig.violations());
        assertEquals(List.of(RST), noBuffers.buffers(3, 10).ops());
    }

    @Test
    @Rule("VSK-DRV-06")
    void aGuestThatHasTakenMoreThanItWasSentIsNotBelieved() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.write(pattern(BUFFER + 10));
        guest.all();
        guest.send(credit(CREDIT_UPDATE, BUFFER, BUFFER + 1));
        assertEquals(List.of("VSK-DRV-06"), guest.rig.violations());
        guest.send(credit(CREDIT_UPDATE, BUFFER, -1));
        assertEquals(List.of("VSK-DRV-06", "VSK-DRV-06"), guest.rig.violations());
        assertEquals(0, guest.data().length);
        guest.send(credit(CREDIT_UPDATE, BUFFER, 10));
        assertEquals(10, guest.data().length);
        guest.send(credit(CREDIT_UPDATE, BUFFER, 5));
        assertEquals(2, guest.rig.violations().size(), "a packet that was overtaken by a later one is no fault");
        connection.write(new byte[1]);
        assertEquals(0, guest.data().length);
    }

    @Test
    @Rule("VSK-DEF-03")
    void theCountersWrap() throws Exception {
        VsockConnection connection = guest.connects(listener);
        long nearly = 0xffff_ffffL - 99;
        preset("transmitted", nearly, "peerForwarded", nearly, "received", nearly, "forwarded", nearly, "told", nearly);
        connection.write(pattern(BUFFER + 500));
        assertEquals(BUFFER, guest.data().length);
        guest.send(credit(CREDIT_UPDATE, BUFFER, -100 + 250));
        assertEquals(250, guest.data().length, "fwd_cnt has wrapped");
        guest.send(credit(CREDIT_UPDATE, BUFFER, -100 + 500));
        assertEquals(250, guest.data().length);

        guest.send(credit(RW, BUFFER, -100 + BUFFER), new byte[HOST_BUFFER]);
        connection.readFully(HOST_BUFFER - 1);
        assertEquals(-100 + HOST_BUFFER - 1, guest.next().header().fwdCnt());
        guest.send(credit(RW, BUFFER, -100 + BUFFER), new byte[HOST_BUFFER - 1]);
        assertEquals(HOST_BUFFER, connection.available());
        assertEquals(List.of(), guest.rig.violations());
    }

    /** Sets counters of the only connection, by way of its saved state. */
    private void preset(Object... counters) {
        State device = guest.device.save();
        State flows = device.child("flows");
        State flow = flows.children("flows").getFirst();
        State credit = flow.child("credit");
        for (int i = 0; i < counters.length; i += 2) {
            credit = with(credit, (String) counters[i], counters[i + 1]);
        }
        guest.device.restore(with(device, "flows", with(flows, "flows", List.of(with(flow, "credit", credit)))));
    }

    @SuppressWarnings("unchecked")
    private static State with(State state, String name, Object replacement) {
        var builder = State.of(state.type(), state.version());
        state.values().forEach((key, old) -> {
            switch (key.equals(name) ? replacement : old) {
                case Long number -> builder.put(key, number);
                case String text -> builder.put(key, text);
                case byte[] bytes -> builder.put(key, bytes);
                case long[] numbers -> builder.put(key, numbers);
                case State child -> builder.put(key, child);
                case List<?> children -> builder.put(key, (List<State>) children);
                default -> throw new AssertionError(key);
            }
        });
        return builder.build();
    }

    // Ending.

    @Test
    @Rule("VSK-DEF-05")
    void aGuestThatSendsNoMoreCanStillReceive() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), bytes("the end"));
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_SEND));
        assertArrayEquals(bytes("the end"), connection.read(100));
        assertNull(connection.read(100), "no more comes");
        assertEquals(-1, connection.read(java.nio.ByteBuffer.allocate(1)));
        guest.send(header(SHUTDOWN, 1024)).send(header(RW, 1024), bytes("after all?"));
        assertNull(connection.read(100), "a hint stays, and what comes in spite of it is dropped");
        connection.write(bytes("heard"));
        assertArrayEquals(bytes("heard"), guest.data());
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_RECEIVE));
        assertEquals(List.of(RST), guest.ops(), "hints add up: now both were given");
        assertThrows(SocketException.class, () -> connection.write(bytes("x")));
        assertNull(connection.read(100), "it was a clean end");
        assertEquals(List.of(), guest.rig.violations());
    }

    @Test
    @Rule("VSK-DEF-05")
    void aGuestThatReceivesNoMoreCanStillSend() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.write(pattern(BUFFER + 100));
        assertEquals(BUFFER, guest.data().length);
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_RECEIVE));
        assertThrows(SocketException.class, () -> connection.write(bytes("x")));
        guest.send(credit(CREDIT_UPDATE, BUFFER, BUFFER));
        assertEquals(0, guest.data().length, "what was not sent yet is not sent now");
        guest.send(credit(RW, BUFFER, BUFFER), bytes("still talking"));
        assertArrayEquals(bytes("still talking"), connection.read(100));
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_SEND));
        assertEquals(List.of(RST), guest.ops());
    }

    @Test
    @Rule({"VSK-DEF-05", "VSK-DEF-06"})
    void aCloseOfTheHostComesAfterItsDataAndIsAnsweredByRst() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.write(pattern(BUFFER + 100));
        connection.close();
        assertFalse(connection.isOpen());
        assertThrows(ClosedChannelException.class, () -> connection.write(bytes("x")));
        assertThrows(ClosedChannelException.class, () -> connection.read(1));
        var before = guest.all();
        assertEquals(BUFFER, before.stream().mapToInt(packet -> packet.payload().length).sum());
        assertEquals(List.of(SHUTDOWN_RECEIVE), before.stream().filter(packet -> packet.op() == SHUTDOWN).map(packet -> packet.header().flags()).toList(),
                "the end of sending is told when all was sent");
        guest.send(credit(CREDIT_UPDATE, BUFFER, BUFFER));
        var after = guest.all();
        assertEquals(100, after.getFirst().payload().length);
        assertEquals(SHUTDOWN_RECEIVE | SHUTDOWN_SEND, after.getLast().header().flags());
        guest.send(credit(RST, 0, 0));
        assertEquals(List.of(), guest.all());
        assertEquals(List.of(), guest.device.connections().rows(), "nothing is left of it");
        guest.rig.to(10 * VsockDevice.CLOSE_TICKS);
        assertEquals(List.of(), guest.all(), "and nothing comes later");
    }

    @Test
    @Rule("VSK-DEF-06")
    void aGuestThatClosesIsAnsweredByRstAtOnce() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), bytes("bye"));
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_RECEIVE | SHUTDOWN_SEND));
        assertEquals(new VsockHeader(HOST, CID, 1024, PORT, 0, 1, RST.ordinal(), 0, HOST_BUFFER, 0), guest.next().header());
        assertArrayEquals(bytes("bye"), connection.read(100));
        assertNull(connection.read(100));
        connection.awaitEnd();
        guest.send(header(REQUEST, 1024));
        assertEquals(List.of(RESPONSE), guest.ops(), "the same ports can be used again");
        connection.close();
        assertEquals(1, guest.device.connections().rows().size(), "the first one's handle is not that of the second");
    }

    @Test
    @Rule("VSK-DEF-06")
    void aCloseThatTheGuestDoesNotAnswerEndsByRstAfterSomeSeconds() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.close();
        assertEquals(List.of(SHUTDOWN), guest.ops());
        guest.rig.to(VsockDevice.CLOSE_TICKS - 1);
        assertEquals(List.of(), guest.ops());
        guest.rig.to(VsockDevice.CLOSE_TICKS);
        assertEquals(List.of(RST), guest.ops());
        connection.awaitEnd();
    }

    @Test
    void closingAtTheSameTimeEndsForBoth() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.close();
        guest.send(header(SHUTDOWN, 1024).withFlags(SHUTDOWN_RECEIVE | SHUTDOWN_SEND));
        assertEquals(List.of(SHUTDOWN, RST), guest.ops());
        connection.awaitEnd();
    }

    @Test
    void theHostMayAbortAndAHalfClosedHostGoesOn() throws Exception {
        VsockConnection aborted = guest.connects(listener);
        aborted.write(bytes("never to be taken"));
        aborted.abort();
        assertEquals(List.of(RW, RST), guest.ops());
        assertEquals(List.of(), guest.device.connections().rows());

        VsockConnection half = guest.connects(listener);
        half.write(bytes("question"));
        half.shutdownOutput();
        assertThrows(ClosedChannelException.class, () -> half.write(bytes("x")));
        assertEquals(List.of(RW, SHUTDOWN), guest.ops());
        guest.send(header(RW, 1024), bytes("answer"));
        assertArrayEquals(bytes("answer"), half.read(100));
        half.shutdownInput();
        assertEquals(SHUTDOWN_RECEIVE | SHUTDOWN_SEND, guest.next().header().flags());
    }

    @Test
    void whatComesForAHostThatReceivesNoMoreDoesNotStopTheGuest() throws Exception {
        VsockConnection connection = guest.connects(listener);
        guest.send(header(RW, 1024), new byte[150]);
        connection.shutdownInput();
        int sent = 150;
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            for (var packet : guest.all()) {
                taken = packet.header().fwdCnt();
            }
            int room = HOST_BUFFER - (sent - taken);
            assertTrue(room > 0, "after " + sent + " bytes");
            guest.send(header(RW, 1024), new byte[Math.min(room, 100)]);
            sent += Math.min(room, 100);
        }
        assertEquals(List.of(), guest.rig.violations());
        assertThrows(ClosedChannelException.class, () -> connection.read(1));
    }

    @Test
    void aListenerThatClosesResetsWhoWasNotAccepted() {
        guest.send(header(REQUEST, 1024));
        assertEquals(List.of(RESPONSE), guest.ops());
        listener.close();
        assertEquals(List.of(RST), guest.ops());
        assertThrows(ClosedChannelException.class, listener::accept);
        assertThrows(IllegalArgumentException.class, () -> {
            guest.device.listen(1024);
            guest.device.listen(1024);
        });
    }

    @Test
    void waitingForWhatCannotComeIsSaidAtOnce() {
        VsockConnection connection = guest.connects(listener);
        var error = assertThrows(IllegalStateException.class, () -> connection.read(1));
        assertTrue(error.getMessage().contains("data on vsock stream host:1024–guest:5000"), error.getMessage());
        assertThrows(IllegalStateException.class, connection::receive);
        assertThrows(IllegalArgumentException.class, () -> connection.read(0));
    }

    @Test
    void streamsOfJavaWorkOnIt() throws Exception {
        VsockConnection connection = guest.connects(listener);
        try (var out = new java.io.PrintStream(connection.output(), true)) {
            out.print("a line\n");
        }
        assertArrayEquals(bytes("a line\n"), guest.data());
        assertFalse(connection.isOpen(), "closing a stream closes the connection");
    }

    // Messages.

    @Test
    @Rule("VSK-DEF-09")
    void theLastPacketOfAMessageAndOfARecordIsMarked() throws Exception {
        VsockConnection connection = guest.connects(guest.device.listen(VsockType.SEQPACKET, 7));
        byte[] message = pattern(700);
        connection.send(message);
        connection.send(true, bytes("end of record"));
        connection.send();
        List<HandGuest.Packet> packets = guest.all();
        assertEquals(List.of(300, 300, 100, 13, 0), packets.stream().map(packet -> packet.payload().length).toList());
        assertEquals(List.of(0, 0, SEQ_EOM, SEQ_EOM | SEQ_EOR, SEQ_EOM), packets.stream().map(packet -> packet.header().flags()).toList());
        assertEquals(VsockType.SEQPACKET.code(), packets.getFirst().header().type());
        assertArrayEquals(Arrays.copyOfRange(message, 300, 600), packets.get(1).payload());

        assertThrows(SocketException.class, () -> connection.send(new byte[BUFFER + 1]), "it could never be delivered");
        assertThrows(IllegalStateException.class, () -> connection.write(bytes("x")));
        connection.close();
        assertEquals(SHUTDOWN, guest.next().op());
    }

    @Test
    @Rule("VSK-DEF-09")
    void messagesOfTheGuestArePutTogether() throws Exception {
        VsockConnection connection = guest.connects(guest.device.listen(VsockType.SEQPACKET, 7));
        VsockHeader part = header(RW, VsockType.SEQPACKET, 7);
        guest.send(part, bytes("one ")).send(part, bytes("mess"));
        assertThrows(IllegalStateException.class, connection::receive, "it is not complete");
        guest.send(part.withFlags(SEQ_EOM), bytes("age"));
        guest.send(part.withFlags(SEQ_EOM | SEQ_EOR), bytes("another")).send(part.withFlags(SEQ_EOM));
        VsockMessage first = connection.receive();
        assertArrayEquals(bytes("one message"), first.bytes());
        assertFalse(first.endOfRecord());
        VsockMessage second = connection.receive();
        assertArrayEquals(bytes("another"), second.bytes());
        assertTrue(second.endOfRecord());
        assertEquals(0, connection.receive().bytes().length, "an empty one is one");
        guest.send(header(SHUTDOWN, VsockType.SEQPACKET, 7).withFlags(SHUTDOWN_SEND));
        assertNull(connection.receive());
        assertEquals(List.of(), guest.rig.violations());
    }

    // State.

    @Test
    void aSavedDeviceGoesOnWithAllConnections() throws Exception {
        VsockConnection stream = guest.connects(listener);
        stream.write(pattern(BUFFER + 100));
        guest.send(header(RW, 1024), bytes("unread"));
        guest.device.listen(VsockType.SEQPACKET, 7);
        guest.send(VsockHeader.of(REQUEST, VsockType.SEQPACKET, CID, 6000, HOST, 7).withCredit(BUFFER, 0));
        guest.send(new VsockHeader(CID, HOST, 6000, 7, 0, 2, RW.ordinal(), SEQ_EOM, BUFFER, 0), bytes("message"));
        guest.device.request(VsockType.STREAM, 99);
        VsockConnection closing = guest.device.request(VsockType.STREAM, 100);
        guest.send(VsockHeader.of(RESPONSE, VsockType.STREAM, CID, 100, HOST, closing.hostPort()));
        closing.close();
        guest.all();

        State saved = guest.rig.slot.save();
        var device = new VsockDevice(CID, HOST_BUFFER);
        Rig second = Rig.of(device);
        second.memory.write(Rig.RAM, guest.rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
        second.slot.restore(saved);
        second.events.restore(guest.rig.events.save());
        assertEquals(saved, second.slot.save());
        assertEquals(guest.device.connections().toString(), device.connections().toString());

        assertArrayEquals(bytes("unread"), device.connections().between(1024, PORT).read(100));
        assertArrayEquals(bytes("message"), device.connections().between(7, 6000).receive().bytes());
        second.slot.restore(saved);
        assertArrayEquals(bytes("unread"), device.connections().between(1024, PORT).read(100), "set back");
        for (Rig rig : List.of(guest.rig, second)) {
            rig.to(VsockDevice.CLOSE_TICKS);
            assertEquals(1, rig.facts(VsockPacket.class).stream().filter(fact -> fact.header().op() == RST.ordinal()).count(), "closing goes on");
        }
    }

    @Test
    void aConnectionThatARestoredStateDoesNotHaveIsClosed() throws Exception {
        State before = guest.rig.slot.save();
        VsockConnection connection = guest.connects(listener);
        guest.rig.slot.restore(before);
        assertFalse(connection.isOpen());
        assertThrows(ClosedChannelException.class, () -> connection.read(1));
        connection.close();
    }

    @Test
    void theTableTellsConnectionsAndCredit() throws Exception {
        VsockConnection connection = guest.connects(listener);
        connection.write(pattern(BUFFER + 100));
        guest.send(header(RW, 1024), bytes("unread"));
        guest.rig.driver.queue(VsockDevice.TXQ).send(Buffer.readable(header(REQUEST, 1).bytes()));
        assertEquals("""
                virtio-vsock: guest 7, 1 connection, listening on [1024 STREAM, 0 to be accepted]
                  vsock stream host:1024–guest:5000 CONNECTED: from the guest 6 bytes, 6 unread, room for 194; to the guest 1,000 bytes, 100 unsent, room for 0 of 1,000""",
                guest.device.connections().toString());
    }
}
