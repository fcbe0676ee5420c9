package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.StatusBit.ACKNOWLEDGE;
import static dev.cellvisor.virtio.StatusBit.DRIVER;
import static dev.cellvisor.virtio.StatusBit.DRIVER_OK;
import static dev.cellvisor.virtio.StatusBit.FEATURES_OK;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_ANY_LAYOUT;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_NOTIFY_ON_EMPTY;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.DescriptorCursor;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.transport.LegacyRegister;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices used through the legacy interface: virtio-mmio Version 1. */
class LegacyMmioTest {
    private static final int PAGE = 4096;

    /** A type with two queues and a field that the driver writes: it tells what it was asked. */
    private static class Teller extends VirtioDevice {
        final List<String> told = new ArrayList<>();

        Teller() {
            super("teller", 63, new ConfigSpace(ConfigField.readOnly("fixed", 0, 8), new ConfigField("wish", 8, 4, Access.RW)), 64, 16);
            config().set("fixed", 0x1122_3344_5566_7788L);
        }

        @Override
        public Features features() {
            return Features.ofBits(0, 5, 42, 60);
        }

        @Override
        protected void activate() {
            told.add("activate " + negotiated());
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            told.add("request on queue " + queue + " of " + chain.readableBytes() + " bytes");
            while (chain.reader().remaining() > 0) {
                chain.writer().writeByte(chain.reader().readByte());
            }
        }

        @Override
        protected void configWritten(ConfigField field, long value) {
            told.add(field.name() + " = " + value);
        }
    }

    @Test
    @Rule({"MMIOL-DEF-01", "MMIOL-DEF-02", "FEAT-DEV-06", "FEAT-DEV-08", "RSVD-DEV-13", "RSVD-DEV-11"})
    void itReadsVersionOneAndOffersTheLow32FeaturesOnly() {
        var teller = new Teller();
        Rig rig = Rig.of(teller.legacy());
        assertEquals(0x74726976, rig.driver.read("MagicValue"));
        assertEquals(1, rig.driver.read("Version"));
        assertEquals(63, rig.driver.read("DeviceID"));
        assertTrue(rig.driver.read("VendorID") != 0);
        assertTrue(teller.isLegacy());
        assertEquals(Features.ofBits(0, 5, 24, 27, 28, 29), rig.driver.offered());
        assertEquals(0x010, LegacyRegister.HostFeatures.offset());
        rig.driver.write("HostFeaturesSel", 0);
        assertEquals(0x3900_0021, rig.driver.read("HostFeatures"));
        rig.driver.begin();
        rig.driver.write("GuestFeaturesSel", 0).write("GuestFeatures", 0x0800_0020);
        assertEquals(Features.ofBits(5, 27), rig.slot.state().negotiated(), "what is accepted holds at once");
        assertThrows(IllegalArgumentException.class, () -> new Teller().withhold(VIRTIO_F_ANY_LAYOUT));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"FEAT-DRV-01", "FEAT-DEV-06"})
    void aFeatureThatIsNotOfferedIsLeftOut() {
        Rig rig = Rig.of(new Teller().legacy());
        rig.driver.begin();
        rig.driver.write("GuestFeaturesSel", 0).write("GuestFeatures", 0x0000_0041);
        rig.driver.write("GuestFeaturesSel", 1).write("GuestFeatures", 1);
        assertEquals(List.of("FEAT-DRV-01", "FEAT-DRV-01"), rig.violations());
        assertEquals(Features.ofBits(0), rig.slot.state().negotiated());
    }

    @Test
    @Rule({"INIT-DEV-02", "FEAT-DEV-06", "FEAT-DEV-08"})
    void thereIsNoFeaturesOkAndRequestsAreAnsweredBeforeDriverOk() {
        var teller = new Teller();
        Rig rig = Rig.of(teller.legacy());
        rig.driver.begin().accept(Features.ofBits(5, 27)).set(FEATURES_OK);
        assertEquals(ACKNOWLEDGE.mask() | DRIVER.mask(), rig.driver.status(), "the bit does not exist");
        rig.driver.queue(0).allocate().enable();
        assertEquals("ab", new String(rig.driver.queue(0).send(readable((byte) 'a', (byte) 'b'), writable(2)).answer(0)));
        assertEquals(List.of("activate bit 5 VIRTIO_F_ANY_LAYOUT", "request on queue 0 of 2 bytes"), teller.told);
        rig.driver.set(DRIVER_OK);
        assertEquals(ACKNOWLEDGE.mask() | DRIVER.mask() | DRIVER_OK.mask(), rig.driver.status());
        rig.driver.queue(0).send(readable((byte) 'c'), writable(1));
        assertEquals(3, teller.told.size(), "activated once");
        assertEquals(List.of(), rig.violations());
        rig.driver.write("GuestFeaturesSel", 0).write("GuestFeatures", 0);
        assertEquals(List.of("INIT-DRV-04"), rig.violations());
        assertTrue(rig.slot.state().negotiated().has(5));
    }

    @Test
    @Rule({"INIT-DEV-01", "CFG-DEF-03", "MMIOL-DEF-10"})
    void theConfigurationIsInTheGuestsByteOrderAndMayBeWrittenAtAnyTime() {
        var teller = new Teller();
        Rig rig = Rig.of(teller.legacy());
        rig.driver.write(0x108, 4, 0x0102_0304);
        assertEquals(List.of("wish = 16909060"), teller.told, "at status 0, before any feature was read");
        // The guest is AArch64 and little-endian; Linux reads a legacy configuration byte by byte.
        for (int i = 0; i < 8; i++) {
            assertEquals(0x88 - 0x11 * i, rig.driver.read(0x100 + i, 1));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(4 - i, rig.driver.read(0x108 + i, 1));
        }
        assertEquals(0x5566_7788, rig.driver.read(0x100, 4));
        rig.driver.write(0x109, 1, 0xff);
        assertEquals(0x0102_ff04, rig.driver.read("wish"));
        assertEquals(List.of(), rig.violations(), "any width will do");
    }

    @Test
    @Rule({"MMIOL-DEF-03", "MMIOL-DEF-06", "MMIOL-DEF-07", "MMIOL-DEF-11"})
    void aQueueIsOneBlockOfPages() {
        for (long pageSize : new long[] {4096, 65536}) {
            for (long align : new long[] {4096, 256, 16384}) {
                Rig rig = Rig.of(new Teller().legacy());
                rig.driver.begin();
                rig.driver.write("GuestPageSize", pageSize);
                long block = Rig.RAM + 3 * 65536;
                rig.driver.write("QueueSel", 0).write("QueueSize", 8).write("QueueAlign", align).write("QueuePFN", block / pageSize);
                assertEquals(block / pageSize, rig.driver.read("QueuePFN"));
                // desc[8], avail with used_event, padding to the alignment, used (VIRTIO 1.4, 2.7.2).
                long avail = block + 8 * 16;
                long used = (avail + 6 + 2 * 8 + align - 1) / align * align;
                rig.memory.write(Rig.RAM, (byte) 'x');
                var desc = new DescriptorCursor[] {rig.driver.descriptorAt(block), rig.driver.descriptorAt(block + 16)};
                desc[0].address(Rig.RAM).length(1).flags(DescriptorCursor.NEXT).next(1);
                desc[1].address(Rig.RAM + 1).length(1).flags(DescriptorCursor.WRITE);
                rig.memory.writeShort(avail + 2, 1);
                rig.driver.write("QueueNotify", 0);
                assertEquals(1, rig.memory.readShort(used + 2), "page size " + pageSize + ", alignment " + align);
                assertEquals('x', rig.memory.readByte(Rig.RAM + 1));
                assertEquals(1, rig.driver.interruptStatus());
                assertEquals(List.of(), rig.violations());
            }
        }
    }

    @Test
    @Rule({"MMIOL-DEF-04", "MMIOL-DEF-05", "MMIOL-DEF-07", "MMIOL-DEF-08", "RST-DEV-01", "MMIO-DEV-05"})
    void queuesAreSetUpApartAndEndWithPageZeroOrAReset() {
        Rig rig = Rig.of(new Teller().legacy());
        rig.driver.begin();
        long[] sizes = {64, 16, 0};
        for (int queue = 0; queue < 3; queue++) {
            rig.driver.write("QueueSel", queue);
            assertEquals(sizes[queue], rig.driver.read("QueueSizeMax"), "queue " + queue);
            assertEquals(0, rig.driver.read("QueuePFN"));
        }
        rig.driver.write("QueueSel", 0).write("QueueSize", 8).write("QueueAlign", 256);
        rig.driver.write("QueueSel", 1).write("QueueSize", 4).write("QueueAlign", 512);
        rig.driver.write("QueueSel", 0).write("QueuePFN", 0x40010);
        rig.driver.write("QueueSel", 1).write("QueuePFN", 0x40020);
        for (int queue = 0; queue < 2; queue++) {
            QueueSetup setup = rig.slot.state().setup(queue);
            long block = (0x40010L + 0x10 * queue) * PAGE;
            assertEquals(8 >> queue, setup.size());
            assertEquals(block, setup.desc());
            assertEquals(block + (128 >> queue), setup.driver());
            assertEquals(block + (queue == 0 ? 256 : 512), setup.device());
            rig.driver.write("QueueSel", queue);
            assertEquals(0x40010 + 0x10 * queue, rig.driver.read("QueuePFN"));
        }
        assertEquals(List.of(), rig.violations());
        assertEquals(16, rig.driver.read("QueueSizeMax"));
        assertEquals(List.of("MMIOL-DEF-05"), rig.violations(), "only while QueuePFN is 0");

        rig.driver.write("QueuePFN", 0);
        assertEquals(0, rig.driver.read("QueuePFN"));
        assertFalse(rig.slot.state().setup(1).ready());
        assertTrue(rig.slot.state().setup(0).ready());
        rig.memory.writeShort(0x40020L * PAGE + 64 + 2, 1);
        rig.driver.write("QueueNotify", 1);
        assertEquals(0, rig.driver.interruptStatus(), "a stopped queue is not touched");

        rig.driver.write("QueueSel", 1).write("QueuePFN", 0x40020);
        rig.driver.write("Status", 0);
        for (int queue = 0; queue < 2; queue++) {
            rig.driver.write("QueueSel", queue);
            assertEquals(0, rig.driver.read("QueuePFN"));
            assertFalse(rig.slot.state().setup(queue).ready());
        }
        assertEquals(0, rig.driver.status());
        assertEquals(4096, rig.slot.registerValues().get("GuestPageSize").value(), "a reset leaves it: Linux says it before");
    }

    @Test
    @Rule({"MMIOL-DEF-09", "MMIO-DRV-01"})
    void theRegistersOfVersionTwoAreNotThere() {
        Rig rig = Rig.started(new EntropyDevice(1).legacy());
        var before = rig.slot.save();
        int gaps = 0;
        for (int offset = 0; offset < 0x100; offset += 4) {
            if (LegacyRegister.at(offset) == null) {
                rig.driver.write(offset, 1);
                assertEquals(0, rig.driver.read(offset), "offset 0x" + Integer.toHexString(offset));
                gaps++;
            }
        }
        for (int offset : new int[] {0x044, 0x080, 0x084, 0x090, 0x094, 0x0a0, 0x0a4, 0x0ac, 0x0b0, 0x0b4, 0x0b8, 0x0bc, 0x0c0, 0x0fc}) {
            assertEquals(null, LegacyRegister.at(offset), "offset 0x" + Integer.toHexString(offset));
        }
        assertEquals(before, rig.slot.save());
        assertEquals(2 * gaps, rig.violations().stream().filter("MMIO-DRV-01"::equals).count());
        assertEquals(16, rig.driver.queue(0).receive(16).length());
    }

    @Test
    @Rule({"MMIOL-DEF-03", "MMIOL-DEF-06", "MMIOL-DEF-12", "MMIO-DRV-14"})
    void whatMakesNoSenseIsIgnoredAndTold() {
        Rig rig = Rig.of(new Teller().legacy());
        rig.driver.write("QueueSel", 0).write("QueuePFN", 0x40010);
        assertEquals(0, rig.driver.read("QueuePFN"), "no page size yet");
        rig.driver.write("GuestPageSize", 4097).write("GuestPageSize", 0).write("GuestPageSize", 4096);
        rig.driver.write("QueueAlign", 0).write("QueueAlign", 100).write("QueueSize", 65).write("QueueSize", 3);
        assertEquals(List.of("MMIOL-DEF-03", "MMIOL-DEF-03", "MMIOL-DEF-03", "MMIOL-DEF-06", "MMIOL-DEF-06", "MMIO-DRV-14", "MMIO-DRV-14"), rig.violations());
        rig.driver.write("QueuePFN", 0x40010);
        assertEquals(64, rig.slot.state().setup(0).size());
        rig.driver.write("QueueSize", 8).write("QueueAlign", 256);
        assertEquals(64, rig.slot.state().setup(0).size(), "a queue in use keeps its size");
        rig.driver.write("GuestPageSize", 65536);
        rig.driver.write("QueuePFN", 0x40020);
        assertEquals(0x40020, rig.driver.read("QueuePFN"));
        assertEquals(0x4002_0000, rig.slot.state().setup(0).desc());
        assertEquals(List.of("MMIOL-DEF-12", "MMIOL-DEF-12", "MMIOL-DEF-12"), rig.advice());
        rig.driver.write("QueueSel", 9).write("QueueSize", 4).write("QueueAlign", 4096).write("QueuePFN", 1);
        assertEquals(0, rig.driver.read("QueuePFN"));
        assertFalse(rig.needsReset());
    }

    @Test
    @Rule({"MMIOL-DEF-10", "MMIO-DEV-03"})
    void notificationsBothWaysAreThoseOfVersionTwo() {
        Rig rig = Rig.started(new Teller().legacy());
        for (int queue = 0; queue < 2; queue++) {
            rig.driver.queue(queue).submit(readable((byte) 1), writable(1));
            rig.driver.write(0x050, queue);
            assertEquals(1, rig.driver.read(0x060));
            assertTrue(rig.line.asserted());
            rig.driver.write(0x064, 1);
            assertEquals(0, rig.driver.read(0x060));
            assertFalse(rig.line.asserted());
        }
        rig.driver.write(0x050, 7);
        assertEquals(List.of("NOTF-DEF-01"), rig.violations());
    }

    @Test
    @Rule("RSVD-DEV-12")
    void aDriverThatSuppressesNotificationsIsToldWhenNothingIsLeft() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            Rig rig = Rig.of(new EntropyDevice(1).latencyTicks(10).legacy());
            rig.driver.keepUsedEvent(true);
            FeatureBit other = eventIdx ? VIRTIO_F_EVENT_IDX : VIRTIO_F_ANY_LAYOUT;
            rig.driver.initialise(VIRTIO_F_NOTIFY_ON_EMPTY, other);
            DriverQueue queue = rig.driver.queue(0);
            queue.availFlags(1).usedEvent(1000);
            queue.submit(writable(4));
            queue.notifyDevice();
            rig.to(5);
            queue.submit(writable(4));
            queue.notifyDevice();
            rig.to(10);
            assertEquals(1, queue.usedIdx());
            assertEquals(0, rig.driver.interruptStatus(), "one is left, so the wish for silence counts");
            rig.to(15);
            assertEquals(2, queue.usedIdx());
            assertEquals(1, rig.driver.interruptStatus(), "it ran out");

            rig.driver.initialise(other);
            queue = rig.driver.queue(0);
            queue.availFlags(1).usedEvent(1000);
            queue.submit(writable(4));
            queue.notifyDevice();
            rig.to(40);
            assertEquals(1, queue.usedIdx());
            assertEquals(0, rig.driver.interruptStatus(), "not negotiated");
        }
    }

    @Test
    void aRingThatCannotGoOnStopsTheDeviceWithoutABitForIt() {
        Rig rig = Rig.started(new EntropyDevice(1).legacy());
        rig.driver.queue(0).availIdx(9).notifyDevice();
        assertEquals(List.of("AVAIL-DRV-01"), rig.violations());
        assertEquals(ACKNOWLEDGE.mask() | DRIVER.mask() | DRIVER_OK.mask(), rig.driver.status(), "DEVICE_NEEDS_RESET came with version 1.0");
        assertEquals(0, rig.driver.interruptStatus());
        assertFalse(rig.slot.state().live());
        rig.driver.initialise();
        assertEquals(16, rig.driver.queue(0).receive(16).length());
    }

    @Test
    void aSavedLegacyDeviceGoesOnWhereItWas() {
        Rig first = Rig.started(new BlockDevice(MemoryBackend.ofSize(8192)).legacy());
        var saved = first.slot.save();
        Rig second = Rig.of(new BlockDevice(MemoryBackend.ofSize(8192)).legacy());
        second.slot.restore(saved);
        assertEquals(saved, second.slot.save());
        second.driver.queue(0).select();
        assertEquals(first.driver.queue(0).descAddress() / PAGE, second.driver.read("QueuePFN"));
        Rig modern = Rig.of(new BlockDevice(MemoryBackend.ofSize(8192)));
        assertThrows(dev.cellvisor.state.StateException.class, () -> modern.slot.restore(saved));
    }

    @Test
    void everyViewSaysThatItIsLegacy() {
        Rig rig = Rig.started(new EntropyDevice(1).legacy());
        var registers = rig.slot.registerValues();
        assertTrue(registers.title().contains("legacy virtio-mmio (Version 1)"), registers.title());
        assertEquals(1, registers.get("Version").value());
        assertTrue(registers.get("Version").describe().contains("legacy"), registers.get("Version").describe());
        assertTrue(registers.toString().contains("GuestPageSize") && !registers.toString().contains("QueueReady"), registers.toString());
        assertTrue(rig.slot.registers().registers().stream().anyMatch(register -> register.name().equals("QueuePFN")));
        assertEquals("QueuePFN", rig.slot.registerName(0x040));
        assertTrue(rig.slot.queue(0).toString().contains("legacy layout"), rig.slot.queue(0).toString());
        assertTrue(rig.driver.toString().contains("legacy"), rig.driver.toString());
    }

    @Test
    void aLegacySlotMakesItsDevicesLegacyUnlessTheySayOtherwise() {
        Rig rig = Rig.empty();
        rig.slot.legacySlot(true);
        assertEquals(1, rig.driver.read("Version"));
        assertEquals(0, rig.driver.read("DeviceID"));
        rig.slot.plug(new EntropyDevice(1));
        assertTrue(rig.driver.initialise().isLegacy());
        rig.slot.unplug();
        rig.slot.plug(new EntropyDevice(1).modern());
        assertFalse(rig.driver.initialise().isLegacy());
        assertThrows(IllegalStateException.class, () -> rig.slot.legacySlot(false));
    }
}
