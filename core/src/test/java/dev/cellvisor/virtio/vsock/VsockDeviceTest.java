package dev.cellvisor.virtio.vsock;

import static dev.cellvisor.virtio.vsock.HandGuest.BUFFER;
import static dev.cellvisor.virtio.vsock.HandGuest.CID;
import static dev.cellvisor.virtio.vsock.HandGuest.HOST;
import static dev.cellvisor.virtio.vsock.HandGuest.PORT;
import static dev.cellvisor.virtio.vsock.HandGuest.header;
import static dev.cellvisor.virtio.vsock.VsockFeature.VIRTIO_VSOCK_F_NO_IMPLIED_STREAM;
import static dev.cellvisor.virtio.vsock.VsockFeature.VIRTIO_VSOCK_F_SEQPACKET;
import static dev.cellvisor.virtio.vsock.VsockFeature.VIRTIO_VSOCK_F_STREAM;
import static dev.cellvisor.virtio.vsock.VsockOp.CREDIT_REQUEST;
import static dev.cellvisor.virtio.vsock.VsockOp.CREDIT_UPDATE;
import static dev.cellvisor.virtio.vsock.VsockOp.REQUEST;
import static dev.cellvisor.virtio.vsock.VsockOp.RESPONSE;
import static dev.cellvisor.virtio.vsock.VsockOp.RST;
import static dev.cellvisor.virtio.vsock.VsockOp.RW;
import static dev.cellvisor.virtio.vsock.VsockOp.SHUTDOWN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses, negotiation, connecting, what a packet is, and both queues full at once. */
class VsockDeviceTest {

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    @Rule({"VSK-DEF-01", "VSK-DEV-07"})
    void theGuestsContextIdIsOf32BitsAndNotReserved() {
        Rig rig = Rig.of(new VsockDevice(0xffff_fffeL));
        assertEquals(8, rig.slot.device().config().sizeBytes());
        assertEquals(0xffff_fffeL, rig.driver.read(0x100));
        assertEquals(0, rig.driver.read(0x104), "the upper half");
        for (long reserved : new long[] {0, 1, 2, 0xffff_ffffL, -1, 0x1_0000_0003L}) {
            assertThrows(IllegalArgumentException.class, () -> new VsockDevice(reserved), Long.toHexString(reserved));
            assertThrows(IllegalArgumentException.class, () -> new VsockDevice(3).transportReset(reserved), Long.toHexString(reserved));
        }
    }

    private static List<VsockOp> answerToRequest(VsockType type, VsockFeature... accepted) {
        var guest = new HandGuest(new VsockDevice(CID), accepted).buffers(4, 0);
        guest.device.listen(type, 1024);
        guest.send(header(REQUEST, type, 1024));
        assertEquals(List.of(), guest.rig.violations());
        return guest.ops();
    }

    @Test
    @Rule({"VSK-DEV-01", "VSK-DEV-02", "VSK-DEV-03"})
    void streamsAreThereUnlessTheDriverSaysThatTheyAreNotImplied() {
        assertTrue(Rig.of(new VsockDevice(CID)).driver.offered().has(VIRTIO_VSOCK_F_NO_IMPLIED_STREAM));
        assertEquals(List.of(RESPONSE), answerToRequest(VsockType.STREAM));
        assertEquals(List.of(RESPONSE), answerToRequest(VsockType.STREAM, VIRTIO_VSOCK_F_SEQPACKET));
        assertEquals(List.of(RESPONSE), answerToRequest(VsockType.STREAM, VIRTIO_VSOCK_F_STREAM, VIRTIO_VSOCK_F_NO_IMPLIED_STREAM));
        assertEquals(List.of(RST), answerToRequest(VsockType.STREAM, VIRTIO_VSOCK_F_SEQPACKET, VIRTIO_VSOCK_F_NO_IMPLIED_STREAM));
        assertEquals(List.of(RESPONSE), answerToRequest(VsockType.SEQPACKET, VIRTIO_VSOCK_F_SEQPACKET, VIRTIO_VSOCK_F_NO_IMPLIED_STREAM));
        assertEquals(List.of(RST), answerToRequest(VsockType.SEQPACKET, VIRTIO_VSOCK_F_STREAM));
    }

    @Test
    @Rule("VSK-DEF-04")
    void aRequestIsAnsweredByResponseWhereSomebodyListensAndElseByRst() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockListener listener = guest.device.listen(1024);
        guest.send(header(REQUEST, 1024));
        var response = guest.next().header();
        assertEquals(new VsockHeader(HOST, CID, 1024, PORT, 0, 1, RESPONSE.ordinal(), 0, VsockDevice.DEFAULT_BUFFER_BYTES, 0), response);
        VsockConnection connection = listener.accept();
        assertEquals(1024, connection.hostPort());
        assertEquals(PORT, connection.guestPort());

        guest.send(header(REQUEST, 1025));
        assertEquals(new VsockHeader(HOST, CID, 1025, PORT, 0, 1, RST.ordinal(), 0, 0, 0), guest.next().header());
        guest.send(header(REQUEST, VsockType.SEQPACKET, 1024));
        assertEquals(List.of(RST), guest.ops(), "the listener is for streams");
        listener.close();
        guest.send(header(REQUEST, 1024));
        assertEquals(List.of(RST), guest.ops());
        assertNull(listener.poll());
    }

    @Test
    @Rule("VSK-DEF-04")
    void aFullBacklogRefuses() {
        HandGuest guest = HandGuest.ready();
        guest.device.listen(1024);
        for (int i = 0; i < FlowTable.BACKLOG; i++) {
            guest.buffers(1, 0).send(VsockHeader.of(REQUEST, VsockType.STREAM, CID, 6000 + i, HOST, 1024));
            assertEquals(List.of(RESPONSE), guest.ops());
        }
        guest.send(header(REQUEST, 1024));
        assertEquals(List.of(RST), guest.ops());
    }

    @Test
    void theHostConnectsToAPortOfTheGuest() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockConnection connection = guest.device.request(VsockType.STREAM, 80);
        VsockHeader request = guest.next().header();
        assertEquals(new VsockHeader(HOST, CID, connection.hostPort(), 80, 0, 1, REQUEST.ordinal(), 0, VsockDevice.DEFAULT_BUFFER_BYTES, 0), request);
        guest.send(VsockHeader.of(RESPONSE, VsockType.STREAM, CID, 80, HOST, connection.hostPort()).withCredit(BUFFER, 0));
        connection.finishConnect();
        connection.write(bytes("hello"));
        assertArrayEquals(bytes("hello"), guest.next().payload());

        VsockConnection refused = guest.device.request(VsockType.STREAM, 81);
        assertEquals(REQUEST, guest.next().op());
        guest.send(VsockHeader.of(RST, VsockType.STREAM, CID, 81, HOST, refused.hostPort()));
        var error = assertThrows(java.net.ConnectException.class, refused::finishConnect);
        assertTrue(error.getMessage().contains("port 81"), error.getMessage());
        assertFalse(refused.isOpen());
    }

    @Test
    void aConnectionAskedForBeforeTheDriverStartedIsAskedForThen() {
        var device = new VsockDevice(CID);
        device.request(VsockType.STREAM, 80);
        HandGuest guest = HandGuest.ready(device);
        assertEquals(List.of(REQUEST), guest.ops());

        var streamsOnly = new VsockDevice(CID);
        VsockConnection messages = streamsOnly.request(VsockType.SEQPACKET, 80);
        new HandGuest(streamsOnly, VIRTIO_VSOCK_F_STREAM);
        assertThrows(java.net.ConnectException.class, messages::finishConnect, "the driver has no such sockets");
    }

    @Test
    @Rule("VSK-DEF-07")
    void rstEndsWhatIsConnectingAndWhatIsConnected() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockConnection connecting = guest.device.request(VsockType.STREAM, 80);
        guest.next();
        guest.send(VsockHeader.of(RST, VsockType.STREAM, CID, 80, HOST, connecting.hostPort()));
        assertThrows(java.net.ConnectException.class, connecting::finishConnect);

        VsockConnection connected = guest.connects(guest.device.listen(1024));
        guest.send(header(RW, 1024), bytes("last words"));
        guest.send(header(RST, 1024));
        assertArrayEquals(bytes("last words"), connected.read(100), "what came before can be read");
        assertThrows(java.net.SocketException.class, () -> connected.read(100));
        assertThrows(java.net.SocketException.class, () -> connected.write(bytes("x")));
        assertEquals(List.of(), guest.all(), "an RST is not answered");
        guest.send(header(RW, 1024), bytes("too late"));
        assertEquals(List.of(RST), guest.ops(), "nothing is known of it");
    }

    @Test
    @Rule({"VSK-DEV-08", "VSK-DEF-07"})
    void anUnknownTypeIsAnsweredByRst() {
        HandGuest guest = HandGuest.ready();
        VsockConnection connection = guest.connects(guest.device.listen(1024));
        VsockHeader strange = new VsockHeader(CID, HOST, 1, 99, 0, 0x55, RW.ordinal(), 0, 0, 0);
        guest.send(strange);
        assertEquals(new VsockHeader(HOST, CID, 99, 1, 0, 0x55, RST.ordinal(), 0, 0, 0), guest.next().header());
        guest.send(new VsockHeader(CID, HOST, 1, 99, 0, 0x55, RST.ordinal(), 0, 0, 0));
        assertEquals(List.of(), guest.all(), "an RST is never answered");
        guest.send(header(RW, VsockType.SEQPACKET, 1024), bytes("x"));
        assertEquals(List.of(RST), guest.ops(), "the connection is of another type");
        assertThrows(java.net.SocketException.class, () -> connection.read(1));
    }

    @Test
    void packetsForOthersAndStrayOnesAreRefused() {
        HandGuest guest = HandGuest.ready();
        guest.device.listen(1024);
        guest.send(new VsockHeader(CID, 99, PORT, 1024, 0, 1, REQUEST.ordinal(), 0, 0, 0));
        assertEquals(99, guest.next().header().srcCid(), "an RST in the name of who is not there");
        for (VsockOp op : List.of(RESPONSE, SHUTDOWN, RW, CREDIT_UPDATE, CREDIT_REQUEST, VsockOp.INVALID)) {
            guest.send(header(op, 1024));
            assertEquals(List.of(RST), guest.ops(), op.name());
        }
        guest.send(header(RST, 1024));
        assertEquals(List.of(), guest.all());
        assertEquals(List.of(), guest.rig.violations());
    }

    @Test
    void whatAConnectionDoesNotUnderstandIsIgnoredAndASecondRequestEndsIt() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockConnection connection = guest.connects(guest.device.listen(1024));
        guest.send(header(RESPONSE, 1024)).send(header(VsockOp.INVALID, 1024));
        guest.send(new VsockHeader(CID, HOST, PORT, 1024, 0, 1, 77, 0, BUFFER, 0));
        assertEquals(List.of(), guest.all());
        guest.send(header(RW, 1024), bytes("still here"));
        assertArrayEquals(bytes("still here"), connection.read(100));
        guest.send(header(REQUEST, 1024));
        assertEquals(List.of(RST), guest.ops());
        assertThrows(java.net.SocketException.class, () -> connection.read(1));
    }

    @Test
    void aConnectingGuestThatSendsInsteadOfAnsweringIsReset() {
        HandGuest guest = HandGuest.ready();
        VsockConnection connection = guest.device.request(VsockType.STREAM, PORT);
        guest.next();
        guest.send(header(RW, connection.hostPort()), bytes("x"));
        assertEquals(List.of(RST), guest.ops());
        assertEquals(List.of("VSK-DRV-05"), guest.rig.violations());
        assertThrows(java.net.ConnectException.class, connection::finishConnect);
    }

    @Test
    @Rule("VSK-DEF-08")
    void theHeaderHas44BytesAndOnlyLenBytesOfPayloadCount() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockConnection connection = guest.connects(guest.device.listen(1024));
        byte[] packet = Arrays.copyOf(header(RW, 1024).withLen(3).bytes(), 44 + 10);
        System.arraycopy(bytes("abcdefghij"), 0, packet, 44, 10);
        guest.raw(packet);
        assertArrayEquals(bytes("abc"), connection.read(100), "the buffer was longer than len");
        assertEquals(0, connection.available());

        // The same cut anywhere: a device must not depend on the framing.
        guest.rig.driver.queue(VsockDevice.TXQ).send(Buffer.readable(Arrays.copyOfRange(packet, 0, 13)), Buffer.readable(Arrays.copyOfRange(packet, 13, 45)),
                Buffer.readable(Arrays.copyOfRange(packet, 45, 54)));
        assertArrayEquals(bytes("abc"), connection.read(100));

        guest.raw(Arrays.copyOf(packet, 43));
        assertEquals(List.of("VSK-DEF-08"), guest.rig.violations(), "shorter than a header");
        assertEquals(List.of(), guest.all());
        guest.raw(Arrays.copyOf(header(RW, 1024).withLen(11).bytes(), 44 + 10));
        assertEquals(List.of("VSK-DEF-08", "VSK-DEF-08"), guest.rig.violations(), "len goes behind the end");
        assertEquals(List.of(RST), guest.ops());
        assertEquals(0, connection.available(), "nothing was made up");
        assertFalse(guest.rig.needsReset());
    }

    @Test
    @Rule("VSK-DEF-08")
    void aReceiveBufferIsFilledAcrossItsPartsAndOneWithoutRoomGoesBackEmpty() throws Exception {
        var guest = new HandGuest(new VsockDevice(CID), VsockFeature.values()).buffers(1, 0);
        VsockConnection connection = guest.connects(guest.device.listen(1024));
        var rx = guest.rig.driver.queue(VsockDevice.RXQ);
        connection.write(bytes("0123456789"));
        rx.submit(Buffer.writable(43));
        rx.notifyDevice();
        assertEquals(0, rx.completed().length());
        assertEquals(List.of("VSK-DEF-08"), guest.rig.violations());
        rx.submit(Buffer.writable(40), Buffer.writable(5), Buffer.writable(100));
        rx.notifyDevice();
        var done = rx.completed();
        assertEquals(44 + 10, done.length());
        assertEquals('0', done.answer(1)[4]);
        assertArrayEquals(bytes("123456789"), Arrays.copyOf(done.answer(2), 9));
    }

    @Test
    @Rule("VSK-DRV-07")
    void aWrongSourceIsTakenForNobody() {
        HandGuest guest = HandGuest.ready();
        guest.device.listen(1024);
        guest.send(new VsockHeader(CID + 1, HOST, PORT, 1024, 0, 1, REQUEST.ordinal(), 0, 0, 0));
        guest.send(new VsockHeader(CID | 1L << 32, HOST, PORT, 1024, 0, 1, REQUEST.ordinal(), 0, 0, 0));
        assertEquals(List.of("VSK-DRV-07", "VSK-DRV-07"), guest.rig.violations());
        assertEquals(List.of(), guest.all());
        assertEquals(List.of(), guest.device.connections().rows());
        assertFalse(guest.rig.needsReset());
    }

    @Test
    @Rule("VSK-DEV-04")
    void theGuestsPacketsAreTakenWhileItHasNoReceiveBuffersUpToABound() {
        var guest = new HandGuest(new VsockDevice(CID), VsockFeature.values());
        for (int i = 0; i < VsockDevice.MOST_REPLIES; i++) {
            guest.send(header(REQUEST, 10_000 + i));
        }
        var tx = guest.rig.driver.queue(VsockDevice.TXQ);
        for (int i = 0; i < 3; i++) {
            tx.submit(Buffer.readable(header(REQUEST, 20_000 + i).bytes()));
        }
        tx.notifyDevice();
        assertNull(tx.completed(), "the answers held back are as many as may be");
        List<Integer> answered = new java.util.ArrayList<>();
        guest.buffers(1, 0).all().forEach(packet -> answered.add(packet.header().srcPort()));
        assertEquals(0, tx.completed().length(), "one answer out, one packet in");
        assertNull(tx.completed());
        while (answered.size() < VsockDevice.MOST_REPLIES + 3) {
            guest.buffers(60, 0).all().forEach(packet -> answered.add(packet.header().srcPort()));
        }
        assertEquals(0, tx.completed().length());
        assertEquals(0, tx.completed().length());
        List<Integer> sent = new java.util.ArrayList<>();
        for (int i = 0; i < VsockDevice.MOST_REPLIES; i++) {
            sent.add(10_000 + i);
        }
        sent.addAll(List.of(20_000, 20_001, 20_002));
        assertEquals(sent, answered, "none is lost, and in order");
    }

    @Test
    @Rule("VSK-DEF-10")
    void aTransportResetIsAnEventThatEndsAllConnections() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockListener listener = guest.device.listen(1024);
        VsockConnection connection = guest.connects(listener);
        guest.device.transportReset(8);
        var events = guest.rig.driver.queue(VsockDevice.EVENTQ);
        assertNull(events.completed(), "it waits for a buffer");
        events.submit(Buffer.writable(4));
        events.notifyDevice();
        var event = events.completed();
        assertEquals(4, event.length());
        assertArrayEquals(new byte[4], event.answer(0), "id 0");
        assertEquals(8, guest.rig.driver.read("guest_cid"));
        assertThrows(java.net.SocketException.class, () -> connection.read(1));
        assertEquals(List.of(), guest.all(), "no packet is sent for them");
        events.submit(Buffer.writable(4));
        events.notifyDevice();
        assertNull(events.completed(), "one event for one reset");

        guest.send(new VsockHeader(8, HOST, PORT, 1024, 0, 1, REQUEST.ordinal(), 0, BUFFER, 0));
        assertEquals(List.of(RESPONSE), guest.ops());
        assertEquals(1024, listener.accept().hostPort());
        guest.device.transportReset();
        assertEquals(4, events.completed().length(), "a buffer that waits is used at once");
        assertEquals(8, guest.device.guestCid());
    }

    @Test
    void aDriverThatResetsTheDeviceEndsAllConnectionsButNotTheListening() throws Exception {
        HandGuest guest = HandGuest.ready();
        VsockListener listener = guest.device.listen(1024);
        VsockConnection connection = guest.connects(listener);
        guest.rig.driver.initialise(VsockFeature.values());
        guest.buffers(4, 100);
        assertThrows(java.net.SocketException.class, () -> connection.read(1));
        assertEquals(PORT, guest.connects(listener).guestPort());
        assertEquals(List.of(), guest.rig.violations());
    }

    @Test
    void connectionsTakeTurns() throws Exception {
        var guest = new HandGuest(new VsockDevice(CID), VsockFeature.values());
        VsockListener listener = guest.device.listen(1024);
        guest.buffers(3, 10);
        for (int i = 0; i < 3; i++) {
            guest.send(VsockHeader.of(REQUEST, VsockType.STREAM, CID, i, HOST, 1024).withCredit(1000, 0));
        }
        assertEquals(List.of(RESPONSE, RESPONSE, RESPONSE), guest.ops());
        for (int i = 0; i < 3; i++) {
            listener.accept().write(new byte[30]);
        }
        guest.buffers(9, 10);
        assertEquals(List.of(0, 1, 2, 0, 1, 2, 0, 1, 2), guest.all().stream().map(packet -> packet.header().dstPort()).toList());
    }

    @Test
    void packetsAreFacts() {
        HandGuest guest = HandGuest.ready();
        guest.send(header(REQUEST, 1));
        List<VsockPacket> facts = guest.rig.facts(VsockPacket.class);
        assertEquals(2, facts.size());
        assertEquals("virtio-vsock from the guest: STREAM REQUEST 7:5000 → 2:1, 0 bytes, flags 0x0, buf_alloc 1000, fwd_cnt 0", facts.get(0).toString());
        assertFalse(facts.get(1).fromGuest());
        assertEquals("vsock", facts.get(1).kind());
    }
}
