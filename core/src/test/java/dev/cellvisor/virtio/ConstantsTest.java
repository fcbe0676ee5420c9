package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.balloon.BalloonFeature;
import dev.cellvisor.virtio.balloon.BalloonStat;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockFeature;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.Lifetime;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsoleFeature;
import dev.cellvisor.virtio.console.ControlEvent;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.transport.LegacyRegister;
import dev.cellvisor.virtio.transport.VirtioRegister;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockFeature;
import dev.cellvisor.virtio.vsock.VsockHeader;
import dev.cellvisor.virtio.vsock.VsockOp;
import dev.cellvisor.virtio.vsock.VsockType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every number of ours that the specification has, against the table of its constants. */
class ConstantsTest {
    private final Map<String, String[]> table = SharedTables.rows("virtio-constants.tsv");

    private void is(String name, long ours) {
        String[] row = table.get(name);
        assertNotNull(row, "the table has no " + name);
        assertEquals(Long.decode(row[1]), ours, name);
    }

    private String cell(String name, String part) {
        String[] row = table.get(name);
        assertNotNull(row, "the table has no " + name);
        for (String piece : row[1].split(";")) {
            if (piece.startsWith(part + "=")) {
                return piece.substring(part.length() + 1);
            }
        }
        throw new AssertionError(name + " has no " + part + ": " + row[1]);
    }

    @Test
    void everyRegisterStandsWhereTheSpecificationHasIt() {
        for (VirtioRegister register : VirtioRegister.values()) {
            assertEquals(Long.decode(cell("MMIO_" + register, "off")), register.offset(), register.name());
            assertEquals(cell("MMIO_" + register, "access"), register.access().name(), register.name());
        }
        long inTable = table.values().stream().filter(row -> row[2].equals("mmio") && row[1].contains("access=")).count();
        assertEquals(inTable - 1, VirtioRegister.values().length, "all of them but Config, which is no register");
        assertEquals(Long.decode(cell("MMIO_Config", "off")), VirtioRegister.CONFIG);
        is("MMIO_MAGIC", VirtioRegister.MAGIC);
        is("MMIO_VERSION", VirtioRegister.VERSION);
        is("MMIO_INT_USED_BUFFER", VirtioRegister.INT_USED_BUFFER);
        is("MMIO_INT_CONFIG_CHANGE", VirtioRegister.INT_CONFIG_CHANGE);
    }

    @Test
    void everyLegacyRegisterStandsWhereTheSpecificationHasIt() {
        for (LegacyRegister register : LegacyRegister.values()) {
            assertEquals(Long.decode(cell("MMIOL_" + register, "off")), register.offset(), register.name());
            assertEquals(cell("MMIOL_" + register, "access"), register.access().name(), register.name());
        }
        long inTable = table.values().stream().filter(row -> row[2].equals("mmio-legacy") && row[1].contains("access=")).count();
        assertEquals(inTable - 1, LegacyRegister.values().length, "all of them but Config, which is no register");
        is("MMIOL_VERSION", LegacyRegister.VERSION);
    }

    @Test
    void everyStatusBitAndEveryFeature() {
        for (StatusBit bit : StatusBit.values()) {
            is("VIRTIO_STATUS_" + bit, bit.mask());
        }
        for (VirtioFeature feature : VirtioFeature.values()) {
            is(feature.name(), feature.bit());
        }
        for (BlockFeature feature : BlockFeature.values()) {
            is(feature.name(), feature.bit());
        }
        for (ConsoleFeature feature : ConsoleFeature.values()) {
            is(feature.name(), feature.bit());
        }
        for (BalloonFeature feature : BalloonFeature.values()) {
            is(feature.name(), feature.bit());
        }
    }

    @Test
    void theLayoutOfSplitRings() {
        is("VIRTQ_DESC_F_NEXT", SplitLayout.VIRTQ_DESC_F_NEXT);
        is("VIRTQ_DESC_F_WRITE", SplitLayout.VIRTQ_DESC_F_WRITE);
        is("VIRTQ_DESC_F_INDIRECT", SplitLayout.VIRTQ_DESC_F_INDIRECT);
        is("VIRTQ_AVAIL_F_NO_INTERRUPT", SplitLayout.VIRTQ_AVAIL_F_NO_INTERRUPT);
        is("VIRTQ_USED_F_NO_NOTIFY", SplitLayout.VIRTQ_USED_F_NO_NOTIFY);
        is("SPLIT_QUEUE_SIZE_MAX", SplitLayout.MAX_SIZE);
        is("SPLIT_DESC_ALIGN", SplitLayout.DESC_ALIGN);
        is("SPLIT_AVAIL_ALIGN", SplitLayout.AVAIL_ALIGN);
        is("SPLIT_USED_ALIGN", SplitLayout.USED_ALIGN);
        is("sizeof(virtq_desc)", SplitLayout.DESC_SIZE);
        is("sizeof(virtq_used_elem)", SplitLayout.USED_ELEM_SIZE);
        assertEquals(Long.decode(cell("virtq_desc.addr", "off")), SplitLayout.DESC_ADDR);
        assertEquals(Long.decode(cell("virtq_desc.len", "off")), SplitLayout.DESC_LEN);
        assertEquals(Long.decode(cell("virtq_desc.flags", "off")), SplitLayout.DESC_FLAGS);
        assertEquals(Long.decode(cell("virtq_desc.next", "off")), SplitLayout.DESC_NEXT);
        assertEquals(Long.decode(cell("virtq_avail.flags", "off")), SplitLayout.RING_FLAGS);
        assertEquals(Long.decode(cell("virtq_avail.idx", "off")), SplitLayout.RING_IDX);
        assertEquals(Long.decode(cell("virtq_avail.ring", "off")), SplitLayout.RING_FIRST);
        assertEquals(Long.decode(cell("virtq_used.flags", "off")), SplitLayout.RING_FLAGS);
        assertEquals(Long.decode(cell("virtq_used.idx", "off")), SplitLayout.RING_IDX);
        assertEquals(Long.decode(cell("virtq_used.ring", "off")), SplitLayout.RING_FIRST);
        // 16*N, 6+2*N, 6+8*N in the table.
        for (int n : new int[] {1, 8, 32768}) {
            assertEquals(16L * n, SplitLayout.descSizeBytes(n));
            assertEquals(6 + 2L * n, SplitLayout.availSizeBytes(n, true));
            assertEquals(6 + 8L * n, SplitLayout.usedSizeBytes(n, true));
        }
    }

    @Test
    void theDevices() {
        is("VIRTIO_ID_BLOCK", BlockDevice.VIRTIO_ID_BLOCK);
        is("VIRTIO_ID_CONSOLE", ConsoleDevice.VIRTIO_ID_CONSOLE);
        is("VIRTIO_ID_ENTROPY", EntropyDevice.VIRTIO_ID_ENTROPY);
        is("VIRTIO_BLK_T_IN", BlockRequest.VIRTIO_BLK_T_IN);
        is("VIRTIO_BLK_T_OUT", BlockRequest.VIRTIO_BLK_T_OUT);
        is("VIRTIO_BLK_T_FLUSH", BlockRequest.VIRTIO_BLK_T_FLUSH);
        is("VIRTIO_BLK_T_FLUSH_OUT", BlockRequest.VIRTIO_BLK_T_FLUSH_OUT);
        is("VIRTIO_BLK_T_GET_ID", BlockRequest.VIRTIO_BLK_T_GET_ID);
        is("VIRTIO_BLK_T_GET_LIFETIME", BlockRequest.VIRTIO_BLK_T_GET_LIFETIME);
        is("VIRTIO_BLK_T_DISCARD", BlockRequest.VIRTIO_BLK_T_DISCARD);
        is("VIRTIO_BLK_T_WRITE_ZEROES", BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES);
        is("VIRTIO_BLK_T_SECURE_ERASE", BlockRequest.VIRTIO_BLK_T_SECURE_ERASE);
        is("sizeof(virtio_blk_discard_write_zeroes)", BlockRequest.SEGMENT_BYTES);
        is("sizeof(virtio_blk_lifetime)", Lifetime.SIZE_BYTES);
        is("VIRTIO_BLK_PRE_EOL_INFO_URGENT", Lifetime.PRE_EOL_MAX);
        is("VIRTIO_BLK_S_OK", BlockRequest.VIRTIO_BLK_S_OK);
        is("VIRTIO_BLK_S_IOERR", BlockRequest.VIRTIO_BLK_S_IOERR);
        is("VIRTIO_BLK_S_UNSUPP", BlockRequest.VIRTIO_BLK_S_UNSUPP);
        is("VIRTIO_BLK_ID_BYTES", BlockRequest.VIRTIO_BLK_ID_BYTES);
        is("sizeof(virtio_blk_req_hdr)", BlockRequest.HEADER_BYTES);
        is("VQ_RNG_REQUESTQ", EntropyDevice.REQUESTQ);
        is("VQ_CONSOLE_RX0", ConsoleDevice.RECEIVEQ);
        is("VQ_CONSOLE_TX0", ConsoleDevice.TRANSMITQ);
        fields("virtio_blk_config.", new BlockDevice(MemoryBackend.ofSize(512)));
        fields("virtio_console_config.", new ConsoleDevice());
        is("VQ_CONSOLE_CTRL_RX", ConsoleDevice.CONTROL_RECEIVEQ);
        is("VQ_CONSOLE_CTRL_TX", ConsoleDevice.CONTROL_TRANSMITQ);
        for (ControlEvent event : ControlEvent.values()) {
            is(event.name(), event.number());
        }
        is("VIRTIO_ID_TRADITIONAL_MEMORY_BALLOON", BalloonDevice.VIRTIO_ID_MEMORY_BALLOON);
        is("VQ_BALLOON_INFLATEQ", BalloonDevice.INFLATEQ);
        is("VQ_BALLOON_DEFLATEQ", BalloonDevice.DEFLATEQ);
        is("VQ_BALLOON_STATSQ", BalloonDevice.STATSQ);
        is("VQ_BALLOON_FREE_PAGE_VQ", BalloonDevice.FREE_PAGE_VQ);
        is("VQ_BALLOON_REPORTING_VQ", BalloonDevice.REPORTING_VQ);
        for (BalloonStat stat : BalloonStat.values()) {
            is(stat.name(), stat.tag());
        }
        fields("virtio_balloon_config.", new BalloonDevice());
    }

    private void fields(String struct, VirtioDevice device) {
        for (ConfigField field : device.config().fields()) {
            assertEquals(Long.decode(cell(struct + field.name(), "off")), field.offset(), field.name());
            assertEquals(Long.decode(cell(struct + field.name(), "size")), field.sizeBytes(), field.name());
            assertEquals(cell(struct + field.name(), "access"), field.access().name(), field.name());
        }
    }

    @Test
    void theSocketDevice() {
        is("VIRTIO_ID_SOCKET", VsockDevice.VIRTIO_ID_SOCKET);
        for (VsockFeature feature : VsockFeature.values()) {
            is(feature.name(), feature.bit());
        }
        for (VsockOp op : VsockOp.values()) {
            is("VIRTIO_VSOCK_OP_" + op, op.ordinal());
        }
        for (VsockType type : VsockType.values()) {
            is("VIRTIO_VSOCK_TYPE_" + type, type.code());
        }
        // The specification numbers the bits of SHUTDOWN, but gives masks for those of RW.
        assertEquals(VsockOp.SHUTDOWN_RECEIVE, 1 << Long.decode(table.get("VIRTIO_VSOCK_SHUTDOWN_F_RECEIVE")[1]));
        assertEquals(VsockOp.SHUTDOWN_SEND, 1 << Long.decode(table.get("VIRTIO_VSOCK_SHUTDOWN_F_SEND")[1]));
        is("VIRTIO_VSOCK_SEQ_EOM", VsockOp.SEQ_EOM);
        is("VIRTIO_VSOCK_SEQ_EOR", VsockOp.SEQ_EOR);
        is("VSOCK_CID_HOST", VsockDevice.HOST_CID);
        is("VIRTIO_VSOCK_EVENT_TRANSPORT_RESET", VsockDevice.VIRTIO_VSOCK_EVENT_TRANSPORT_RESET);
        is("VQ_VSOCK_RX", VsockDevice.RXQ);
        is("VQ_VSOCK_TX", VsockDevice.TXQ);
        is("VQ_VSOCK_EVENT", VsockDevice.EVENTQ);
        is("sizeof(virtio_vsock_hdr)", VsockHeader.SIZE_BYTES);
        byte[] fields = new VsockHeader(0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x80, 0x90, 0xa0).bytes();
        String[] names = {"src_cid", "dst_cid", "src_port", "dst_port", "len", "type", "op", "flags", "buf_alloc", "fwd_cnt"};
        for (int i = 0; i < names.length; i++) {
            assertEquals((byte) ((i + 1) * 0x10), fields[Integer.decode(cell("virtio_vsock_hdr." + names[i], "off"))], names[i]);
        }
    }
}
