package dev.cellvisor.net;

import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.tcp6;
import static dev.cellvisor.net.Frames.udp4;
import static dev.cellvisor.net.Frames.udp6;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static byte[] joined(List<Packet> pieces, int headerBytes) {
        var out = new ByteArrayOutputStream();
        pieces.forEach(piece -> out.write(piece.bytes(), headerBytes, piece.sizeBytes() - headerBytes));
        return out.toByteArray();
    }

    @Test
    void tcpIsCutIntoSegmentsThatAddUp() {
        for (boolean v6 : new boolean[] {false, true}) {
            byte[] frame = v6 ? tcp6(PEER, 1, 2, payload(5000)) : tcp4(PEER, 1, 2, payload(5000));
            int headers = v6 ? 74 : 54;
            frame[headers - 20 + 13] = (byte) 0x99; // CWR, ACK, PSH, FIN
            Frames.checked(frame);
            List<Packet> pieces = Segmenter.adapt(offloaded(frame, v6 ? Gso.TCPV6 : Gso.TCPV4, 1448), Offloads.NONE);
            assertEquals(4, pieces.size());
            assertArrayEquals(payload(5000), joined(pieces, headers));
            for (int i = 0; i < 4; i++) {
                byte[] bytes = pieces.get(i).bytes();
                assertTrue(Checksums.valid(bytes), "piece " + i);
                assertEquals(1000 + 1448 * i, Bytes.i32(bytes, headers - 16));
                assertEquals(0x10 | (i == 0 ? 0x80 : 0) | (i == 3 ? 0x09 : 0), Bytes.u8(bytes, headers - 7), "CWR first, PSH and FIN last");
                if (!v6) {
                    assertEquals(0x1234 + i, Bytes.u16(bytes, 18));
                }
            }
        }
    }

    @Test
    void datagramsAreCutOrFragmented() {
        for (boolean v6 : new boolean[] {false, true}) {
            byte[] frame = v6 ? udp6(PEER, 1, 2, payload(3000)) : udp4(PEER, 1, 2, payload(3000));
            int headers = v6 ? 62 : 42;
            List<Packet> datagrams = Segmenter.adapt(offloaded(frame, Gso.UDP_L4, 1400), Offloads.NONE);
            assertEquals(3, datagrams.size());
            assertArrayEquals(payload(3000), joined(datagrams, headers));
            datagrams.forEach(datagram -> assertTrue(Checksums.valid(datagram.bytes())));

            List<Packet> fragments = Segmenter.adapt(offloaded(frame, Gso.UDP, 1480), Offloads.NONE);
            int network = v6 ? 62 : 34;
            assertEquals(3, fragments.size());
            byte[] datagram = joined(fragments, network);
            assertArrayEquals(java.util.Arrays.copyOfRange(frame, v6 ? 54 : 34, frame.length), datagram, "together they are the datagram, checksum complete");
            for (int i = 0; i < 3; i++) {
                byte[] bytes = fragments.get(i).bytes();
                int field = v6 ? Bytes.u16(bytes, 56) : Bytes.u16(bytes, 20);
                assertEquals(v6 ? 1480 * i | (i < 2 ? 1 : 0) : 185 * i | (i < 2 ? 0x2000 : 0), field);
                assertTrue(Headers.of(bytes).isFragment());
                assertEquals(v6 ? 44 : 17, Bytes.u8(bytes, v6 ? 20 : 23));
            }
        }
    }

    @Test
    void whoTakesItGetsItWhole() {
        Packet packet = offloaded(tcp4(PEER, 1, 2, payload(5000)), Gso.TCPV4, 1000);
        assertSame(packet, Segmenter.adapt(packet, Offloads.ALL).getFirst());
        assertEquals(5, Segmenter.adapt(packet, new Offloads(true, false, true, true, true, true, true)).size());
        Packet small = offloaded(tcp4(PEER, 1, 2, payload(50)), Gso.NONE, 0);
        assertArrayEquals(tcp4(PEER, 1, 2, payload(50)), Segmenter.adapt(small, Offloads.NONE).getFirst().bytes());
    }

    @Test
    void headersThatDoNotFitGiveNothing() {
        assertEquals(List.of(), Segmenter.adapt(offloaded(tcp4(PEER, 1, 2, payload(5000)), Gso.TCPV6, 1000), Offloads.NONE));
        assertEquals(List.of(), Segmenter.adapt(offloaded(tcp4(PEER, 1, 2, payload(5000)), Gso.UDP, 1000), Offloads.NONE));
    }

    @Test
    void checksumsOfEveryLength() {
        for (int size = 0; size < 40; size++) {
            byte[] frame = tcp4(PEER, 1, 2, payload(size));
            assertTrue(Checksums.valid(frame));
            frame[30] ^= 1;
            assertTrue(!Checksums.valid(frame));
        }
        byte[] withoutChecksum = udp4(PEER, 1, 2, payload(9));
        Bytes.set16(withoutChecksum, 40, 0);
        assertTrue(Checksums.valid(withoutChecksum));
    }
}
