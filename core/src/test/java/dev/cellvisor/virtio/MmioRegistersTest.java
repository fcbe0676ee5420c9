package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_RESET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.List;
import org.junit.jupiter.api.Test;

class MmioRegistersTest {

    @Test
    @Rule({"MMIO-DEV-01", "MMIO-DEV-02", "MMIO-DEF-01", "MMIO-DEF-02", "MMIO-DEF-03"})
    void aDeviceSaysWhatItIs() {
        Rig rig = Rig.of(new EntropyDevice(1));
        assertEquals(0x74726976, rig.driver.read("MagicValue"));
        assertEquals(2, rig.driver.read("Version"));
        assertEquals(4, rig.driver.read("DeviceID"));
        assertEquals(0x554d4551, rig.driver.read("VendorID"));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"MMIO-DEF-02", "MMIO-DRV-27"})
    void anEmptySlotReadsMagicVersionAndDeviceZeroAndNothingElse() {
        Rig rig = Rig.empty();
        assertEquals(0x74726976, rig.driver.read("MagicValue"));
        assertEquals(2, rig.driver.read("Version"));
        assertEquals(0, rig.driver.read("DeviceID"));
        assertEquals(0, rig.driver.read("VendorID"));
        assertEquals(List.of(), rig.violations(), "so far a driver may look");
        rig.driver.read("DeviceFeatures");
        rig.driver.write("Status", 1);
        rig.driver.read(0x100);
        rig.driver.write(0x104, 4, 1);
        assertEquals(List.of("MMIO-DRV-27", "MMIO-DRV-27", "MMIO-DRV-27", "MMIO-DRV-27"), rig.violations());
        for (VirtioRegister register : VirtioRegister.values()) {
            if (register.offset() >= 8) {
                assertEquals(0, rig.driver.read(register), register.name());
                rig.driver.write(register, 0xffff_ffffL);
                assertEquals(0, rig.driver.read(register), register.name());
            }
        }
        assertEquals(0, rig.driver.read(0x100));
        assertThrows(IllegalStateException.class, rig.driver::begin);
        assertFalse(rig.line.asserted());
    }

    @Test
    @Rule({"MMIO-DEF-04", "FEAT-DEV-04", "RSVD-DEV-01", "RSVD-DEV-10", "RSVD-DEF-01", "MMIO-DEF-22", "RSVD-DEV-14"})
    void featuresAreShownWordByWord() {
        var device = new BlockDevice(MemoryBackend.ofSize(1024));
        Rig rig = Rig.of(device);
        assertEquals(Features.ofBits(28, 29, 32, 40, 43).with(device.features()), rig.driver.offered());
        for (long word : new long[] {4, 5, 0x7fff_ffff, 0xffff_ffffL}) {
            rig.driver.write("DeviceFeaturesSel", word);
            assertEquals(0, rig.driver.read("DeviceFeatures"), "word " + word);
        }
    }

    @Test
    @Rule("MMIO-DEF-05")
    void featureWordsMayBeAcceptedInAnyOrder() {
        Rig rig = Rig.of(new BlockDevice(MemoryBackend.ofSize(1024)));
        rig.driver.begin();
        rig.driver.write("DriverFeaturesSel", 1).write("DriverFeatures", 1);
        rig.driver.write("DriverFeaturesSel", 0).write("DriverFeatures", 1 << 9);
        assertEquals(Features.ofBits(9, 32), rig.slot.state().accepted());
        rig.driver.set(StatusBit.FEATURES_OK);
        assertTrue(StatusBit.FEATURES_OK.in(rig.driver.status()));
    }

    @Test
    @Rule({"MMIO-DEF-06", "MMIO-DEF-08", "MMIO-DEF-13"})
    void twoQueuesAreSetUpWithoutCrosstalk() {
        Rig rig = Rig.of(new ConsoleDevice());
        rig.driver.begin();
        rig.driver.negotiate();
        String[] areas = {"QueueDesc", "QueueDriver", "QueueDevice"};
        for (int queue : new int[] {0, 1}) {
            rig.driver.write("QueueSel", queue).write("QueueSize", 16 << queue);
        }
        for (int area = 0; area < 3; area++) {
            for (int queue : new int[] {1, 0}) {
                rig.driver.write("QueueSel", queue);
                rig.driver.write(areas[area] + "High", 7 + queue).write(areas[area] + "Low", 0x1000 * (area + 1));
            }
        }
        for (int queue : new int[] {0, 1}) {
            QueueSetup setup = rig.slot.state().setup(queue);
            assertEquals(16 << queue, setup.size());
            assertEquals(((7L + queue) << 32) + 0x1000, setup.desc());
            assertEquals(((7L + queue) << 32) + 0x2000, setup.driver());
            assertEquals(((7L + queue) << 32) + 0x3000, setup.device());
        }
        rig.driver.queue(1).size(8).allocate().enable();
        assertEquals(1, rig.driver.read("QueueReady"));
        rig.driver.queue(0).select();
        assertEquals(0, rig.driver.read("QueueReady"));
        rig.driver.queue(1).disable();
        assertEquals(0, rig.driver.read("QueueReady"));
    }

    @Test
    @Rule({"MMIO-DEF-07", "BLK-DEF-01", "CON-DEF-01", "RNG-DEF-01", "VQ-DEF-01"})
    void aQueueThatDoesNotExistHasNoSize() {
        for (VirtioDevice device : List.of(new BlockDevice(MemoryBackend.ofSize(512)), new ConsoleDevice(), new EntropyDevice(1))) {
            Rig rig = Rig.of(device);
            for (long queue : new long[] {0, 1, 2, 3, 4, 65535, 65536, 0xffff_ffffL}) {
                rig.driver.write("QueueSel", queue);
                assertEquals(queue < device.queueCount(), rig.driver.read("QueueSizeMax") != 0, device + " queue " + queue);
            }
            rig.driver.write("QueueSel", 9).write("QueueSize", 4).write("QueueDescLow", 1).write("QueueReady", 1);
            assertEquals(0, rig.driver.read("QueueReady"));
        }
    }

    @Test
    @Rule({"SPLIT-DEF-01", "MMIO-DRV-14"})
    void aWrongQueueSizeIsNotHonoured() {
        Rig rig = Rig.of(new BlockDevice(MemoryBackend.ofSize(512)));
        rig.driver.queue(0).select();
        assertEquals(256, rig.driver.read("QueueSizeMax"));
        rig.driver.write("QueueSize", 64);
        for (long size : new long[] {0, 3, 255, 512, 65536, 0x8000_0000L, 0xffff_ffffL}) {
            rig.driver.write("QueueSize", size);
            assertEquals(64, rig.slot.state().setup(0).size(), "after " + size);
        }
        assertEquals(7, rig.violations().stream().filter("MMIO-DRV-14"::equals).count());
        rig.driver.write("QueueNum", 16);
        assertEquals(16, rig.slot.state().setup(0).size(), "the older name is the same register");
        assertEquals(256, rig.driver.read("QueueNumMax"));
    }

    @Test
    @Rule("MMIO-DRV-15")
    void aReadyQueueKeepsItsPlaces() {
        Rig rig = Rig.started(new EntropyDevice(1));
        QueueSetup setup = rig.slot.state().setup(0);
        long desc = setup.desc();
        rig.driver.queue(0).select();
        for (String register : List.of("QueueSize", "QueueDescLow", "QueueDescHigh", "QueueDriverLow", "QueueDriverHigh", "QueueDeviceLow", "QueueDeviceHigh")) {
            rig.driver.write(register, 1);
        }
        assertEquals(7, rig.violations().stream().filter("MMIO-DRV-15"::equals).count());
        assertEquals(desc, setup.desc());
        assertEquals(8, setup.size());
        assertEquals(16, rig.driver.queue(0).receive(16).length(), "and it still works");
    }

    @Test
    @Rule("MMIO-DRV-04")
    void controlRegistersTakeAligned32BitAccessesOnly() {
        Rig rig = Rig.started(new EntropyDevice(1));
        int status = rig.driver.status();
        for (int size : new int[] {1, 2, 8}) {
            assertEquals(0, rig.driver.read(0x000, size), "read of " + size);
            assertEquals(0, rig.driver.read(0x070, size));
            rig.driver.write(0x070, size, 0);
        }
        assertEquals(0, rig.driver.read(0x002, 4));
        rig.driver.write(0x072, 4, 0);
        rig.driver.write(0x071, 1, 0);
        assertEquals(status, rig.driver.status());
        assertEquals(12, rig.violations().stream().filter("MMIO-DRV-04"::equals).count());
        assertEquals(12, rig.violations().size());
    }

    @Test
    @Rule({"MMIO-DRV-01", "MMIO-DRV-02", "MMIO-DRV-03"})
    void gapsReadOnlyAndWriteOnlyRegistersAreHarmless() {
        Rig rig = Rig.started(new EntropyDevice(1));
        var before = rig.slot.save();
        for (int offset = 0; offset < 0x100; offset += 4) {
            VirtioRegister register = VirtioRegister.at(offset);
            if (register == null) {
                assertEquals(0, rig.driver.read(offset), "gap " + offset);
                rig.driver.write(offset, 0xffff_ffffL);
            } else if (!register.access().writable()) {
                rig.driver.write(register, 0xffff_ffffL);
            } else if (!register.access().readable()) {
                assertEquals(0, rig.driver.read(register), register.name());
            }
        }
        assertEquals(before, rig.slot.save());
        long gaps = 64 - VirtioRegister.values().length;
        assertEquals(2 * gaps, rig.violations().stream().filter("MMIO-DRV-01"::equals).count(), "twice per gap");
        assertEquals(List.of(VirtioRegister.values()).stream().filter(r -> r.access() == Access.R).count(),
                rig.violations().stream().filter("MMIO-DRV-02"::equals).count());
        assertEquals(List.of(VirtioRegister.values()).stream().filter(r -> r.access() == Access.W).count(),
                rig.violations().stream().filter("MMIO-DRV-03"::equals).count());
    }

    @Test
    @Rule({"MMIO-DEV-03", "MMIO-DEV-04", "MMIO-DEF-10", "MMIO-DEF-11", "MMIO-DRV-20"})
    void bothCausesShareOneLineAndAreAcknowledgedApart() {
        var console = new ConsoleDevice();
        Rig rig = Rig.started(console);
        assertEquals(0, rig.driver.interruptStatus());
        rig.driver.queue(1).submit(Buffer.readable((byte) 'x'));
        rig.driver.queue(1).notifyDevice();
        assertEquals(1, rig.driver.interruptStatus());
        console.resize(132, 50);
        assertEquals(3, rig.driver.interruptStatus());
        assertTrue(rig.line.asserted());

        rig.driver.write("InterruptACK", 0xffff_fffcL);
        assertEquals(3, rig.driver.interruptStatus(), "undefined bits acknowledge nothing");
        assertEquals(List.of("MMIO-DRV-20"), rig.violations());
        rig.driver.write("InterruptACK", 2);
        assertEquals(1, rig.driver.interruptStatus());
        assertTrue(rig.line.asserted(), "one cause is left");
        rig.driver.write("InterruptACK", 1);
        assertEquals(0, rig.driver.interruptStatus());
        assertFalse(rig.line.asserted());
        assertEquals(2, rig.line.rises(), "the cause that was left made an edge of its own");
    }

    @Test
    @Rule({"MMIO-DEV-05", "MMIO-DEV-06", "MMIO-DEF-12", "RST-DEV-01", "STAT-DEF-01"})
    void aResetClearsStatusInterruptsAndQueues() {
        Rig rig = Rig.of(new ConsoleDevice());
        assertEquals(0, rig.driver.status());
        rig.driver.initialise();
        rig.driver.queue(1).submit(Buffer.readable((byte) 'x'));
        rig.driver.queue(1).notifyDevice();
        assertTrue(rig.line.asserted());
        assertEquals(0xf, rig.driver.status());

        rig.driver.write("Status", 0);
        assertEquals(0, rig.driver.status());
        assertEquals(0, rig.driver.interruptStatus());
        assertFalse(rig.line.asserted());
        for (int queue = 0; queue < 2; queue++) {
            rig.driver.write("QueueSel", queue);
            assertEquals(0, rig.driver.read("QueueReady"));
        }
    }

    @Test
    @Rule({"MMIO-DEF-14", "MMIO-DEF-15", "MMIO-DEF-16"})
    void aRegionThatDoesNotExistReadsAllOnes() {
        Rig rig = Rig.of(new EntropyDevice(1));
        for (int region : new int[] {0, 1, 255}) {
            rig.driver.write("SHMSel", region);
            for (String register : List.of("SHMLenLow", "SHMLenHigh", "SHMBaseLow", "SHMBaseHigh")) {
                assertEquals(0xffff_ffffL, rig.driver.read(register));
            }
        }
    }

    @Test
    @Rule({"MMIO-DEV-07", "MMIO-DEF-18", "CFG-DEF-02", "NOTF-DEF-05", "CON-DEF-02"})
    void theGenerationChangesWithTheConfigurationAndOnlyThen() {
        var console = new ConsoleDevice();
        Rig rig = Rig.started(console, dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_SIZE);
        long before = rig.driver.read("ConfigGeneration");
        assertEquals(0, before, "what a device says of itself at the start is no change");
        assertEquals(before, rig.driver.read("ConfigGeneration"));
        assertEquals(80, rig.driver.read("cols"));
        console.resize(100, 40);
        assertTrue(before != rig.driver.read("ConfigGeneration"));
        assertEquals(100, rig.driver.read("cols"));
        assertEquals(40, rig.driver.read("rows"));
        assertEquals(2, rig.driver.acknowledge());
    }

    @Test
    @Rule({"CFG-DEV-01", "CFG-DEF-01", "MMIO-DEF-19", "MMIO-DRV-05"})
    void theConfigurationIsReadableAtOnceByByteShortAndWord() {
        Rig rig = Rig.of(new BlockDevice(MemoryBackend.ofSize(0x1234 * 512)));
        assertEquals(0x1234, rig.driver.read("capacity"));
        assertEquals(List.of(), rig.violations(), "a le64 is read in halves");
        assertEquals(0x34, rig.driver.read(0x100, 1));
        assertEquals(0x12, rig.driver.read(0x101, 1));
        assertEquals(0x1234, rig.driver.read(0x100, 2));
        assertEquals(0x1234, rig.driver.read(0x100, 8));
        assertEquals(List.of("MMIO-DRV-05", "MMIO-DRV-05", "MMIO-DRV-05", "MMIO-DRV-05"), rig.violations(), "served, but told");
        assertEquals(0, rig.driver.read(0x1fc), "behind the last field");
        rig.driver.write(0x100, 4, 0);
        assertEquals(0x1234, rig.driver.read("capacity"), "read-only");
    }

    @Test
    @Rule({"MMIO-DEV-09", "MMIO-DEV-10", "MMIO-DEV-11", "MMIO-DEV-13", "MMIO-DEF-17", "RRST-DEV-01", "RRST-DEV-03", "RRST-DEV-04"})
    void aQueueCanBeResetAndSetUpAnew() {
        Rig rig = Rig.started(new EntropyDevice(1), VIRTIO_F_RING_RESET);
        var queue = rig.driver.queue(0);
        assertEquals(0, rig.driver.read("QueueReset"));
        queue.receive(4);
        queue.receive(4);
        queue.submit(Buffer.writable(4));
        queue.disable().size(2).configure().reset();
        assertEquals(8, rig.slot.state().setup(0).size(), "the size is the largest again");
        assertEquals(0, rig.slot.state().setup(0).desc());
        assertEquals(0, rig.driver.read("QueueReset"));
        assertEquals(0, rig.driver.read("QueueReady"));
        int idx = queue.usedIdx();
        queue.notifyDevice();
        assertEquals(idx, queue.usedIdx(), "nothing more is taken from it");

        queue.size(4).allocate().enable();
        assertEquals(0, rig.driver.read("QueueReset"));
        assertEquals(9, queue.receive(9).length());
        assertEquals(1, queue.usedIdx(), "from index 0 on, with another size at another place");
    }

    @Test
    @Rule({"RRST-DEV-01", "RRST-DEV-02", "MMIO-DEV-08"})
    void aQueueThatIsResetOrStoppedForgetsItsRequestsInFlight() {
        for (boolean reset : new boolean[] {true, false}) {
            Rig rig = Rig.started(new EntropyDevice(1).latencyTicks(100), VIRTIO_F_RING_RESET);
            var queue = rig.driver.queue(0);
            queue.submit(Buffer.writable(4));
            queue.notifyDevice();
            assertEquals(1, rig.slot.state().inFlight().size());
            if (reset) {
                queue.reset();
            } else {
                queue.disable();
            }
            assertEquals(reset ? 1 : 0, rig.driver.read("QueueReset"), "what the host has begun cannot be called back");
            assertEquals(0, rig.driver.read("QueueReady"));
            assertEquals(0, rig.slot.state().inFlight().size());
            byte[] before = rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
            rig.to(1000);
            org.junit.jupiter.api.Assertions.assertArrayEquals(before, rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
            assertFalse(rig.line.asserted());
            queue.size(8).allocate().enable();
            assertEquals(4, queue.receive(4).length());
        }
    }

    @Test
    @Rule("MMIO-DRV-01")
    void queueResetNeedsItsFeature() {
        Rig rig = Rig.started(new EntropyDevice(1));
        rig.driver.queue(0).select();
        rig.driver.write("QueueReset", 1);
        assertEquals(1, rig.driver.read("QueueReady"));
        assertEquals(List.of("MMIO-DRV-01"), rig.violations());
    }

    @Test
    @Rule({"MMIO-DRV-01", "MMIO-DRV-02", "MMIO-DRV-03"})
    void whatStandsInTheConfigurationSpaceIsAccessedAsItMayBe() {
        Rig rig = Rig.started(new ConsoleDevice());
        long end = VirtioRegister.CONFIG + 12;
        assertEquals(0, rig.driver.read(end), "behind the last field");
        rig.driver.write(end, 1);
        rig.driver.write("cols", 132);
        assertEquals(80, rig.driver.read("cols"), "read-only");
        assertEquals(0, rig.driver.read("emerg_wr"), "write-only");
        assertEquals(List.of("MMIO-DRV-01", "MMIO-DRV-01", "MMIO-DRV-02", "MMIO-DRV-03"), rig.violations());
    }

    @Test
    void everyAccessIsCountedByRegister() {
        Rig rig = Rig.started(new EntropyDevice(1));
        rig.driver.queue(0).receive(1);
        rig.driver.queue(0).receive(1);
        var counts = rig.map.regionAt(Rig.BASE).counts();
        assertEquals(2, counts.stream().filter(c -> c.register().equals("QueueNotify") && c.write()).mapToLong(c -> c.total()).sum());
        assertEquals(2, counts.stream().filter(c -> c.register().equals("InterruptACK")).mapToLong(c -> c.total()).sum());
    }

    @Test
    void lookingHasNoEffectAndIsNotCounted() {
        Rig rig = Rig.started(new EntropyDevice(1));
        rig.driver.queue(0).submit(Buffer.writable(8), Buffer.writable(8));
        var before = rig.slot.save();
        long accesses = rig.map.regionAt(Rig.BASE).counts().stream().mapToLong(c -> c.total()).sum();
        int facts = rig.facts.size();
        var registers = rig.slot.registerValues();
        var queue = (dev.cellvisor.virtio.transport.SplitQueueView) rig.slot.queue(0);
        String text = registers.toString() + queue;

        assertEquals("0x0000000f ACKNOWLEDGE DRIVER DRIVER_OK FEATURES_OK", registers.get("Status").describe());
        assertTrue(registers.get("Status").bits().stream().anyMatch(bit -> bit.name().equals("FAILED") && !bit.set()));
        assertEquals("0x00000004 virtio-rng", registers.get("DeviceID").describe());
        assertEquals(0, queue.descriptors().get(0).head());
        assertEquals(0, queue.descriptors().get(1).head());
        assertEquals(dev.cellvisor.virtio.transport.QueueView.Holder.AVAILABLE, queue.descriptors().get(1).holder());
        assertTrue(queue.available().get(0).pending());
        assertTrue(text.contains("070  Status"), text);
        assertTrue(text.contains("[chain 0: available]"), text);
        assertEquals(before, rig.slot.save());
        assertEquals(accesses, rig.map.regionAt(Rig.BASE).counts().stream().mapToLong(c -> c.total()).sum());
        assertEquals(facts, rig.facts.size());
    }

    @Test
    void aWrongNameSaysWhatThereIs() {
        Rig rig = Rig.of(new EntropyDevice(1));
        var error = assertThrows(IllegalArgumentException.class, () -> rig.driver.read("QueueSise"));
        assertTrue(error.getMessage().contains("QueueSize,"), error.getMessage());
    }
}
