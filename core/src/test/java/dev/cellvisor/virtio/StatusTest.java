package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_VERSION_1;
import static dev.cellvisor.virtio.StatusBit.ACKNOWLEDGE;
import static dev.cellvisor.virtio.StatusBit.DRIVER;
import static dev.cellvisor.virtio.StatusBit.DRIVER_OK;
import static dev.cellvisor.virtio.StatusBit.FAILED;
import static dev.cellvisor.virtio.StatusBit.FEATURES_OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockFeature;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Device status, feature negotiation, and what may happen before, between and after. */
class StatusTest {
    private static BlockDevice disk() {
        return new BlockDevice(MemoryBackend.ofSize(8192));
    }

    @Test
    @Rule({"INIT-DRV-01", "FEAT-DEV-02", "FEAT-DEV-05"})
    void everySubsetOfTheOfferIsAcceptedTwice() {
        Rig rig = Rig.of(disk());
        List<Integer> bits = rig.driver.offered().bits().stream().filter(bit -> bit != 32).toList();
        for (int round = 0; round < 2; round++) {
            for (int subset = 0; subset < 1 << bits.size(); subset++) {
                Features wanted = Features.of(VIRTIO_F_VERSION_1);
                for (int i = 0; i < bits.size(); i++) {
                    wanted = (subset >>> i & 1) != 0 ? wanted.with(bits.get(i)) : wanted;
                }
                rig.driver.begin();
                rig.driver.accept(wanted).set(FEATURES_OK);
                assertTrue(FEATURES_OK.in(rig.driver.status()), wanted.toString());
                assertEquals(wanted, rig.slot.state().negotiated());
            }
        }
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"FEAT-DEV-03", "FEAT-DRV-01"})
    void aFeatureThatIsNotOfferedIsRefused() {
        for (int bit = 0; bit < 128; bit++) {
            Rig rig = Rig.of(disk());
            Features offered = rig.driver.offered();
            rig.driver.begin();
            rig.driver.accept(Features.ofBits(32, bit)).set(FEATURES_OK);
            assertEquals(offered.has(bit), FEATURES_OK.in(rig.driver.status()), "bit " + bit);
            assertEquals(offered.has(bit) ? List.of() : List.of("FEAT-DRV-01"), rig.violations());
        }
        Rig rig = Rig.of(disk());
        rig.driver.begin();
        rig.driver.accept(Features.ofBits(32));
        rig.driver.write("DriverFeaturesSel", 4).write("DriverFeatures", 1).set(FEATURES_OK);
        assertFalse(FEATURES_OK.in(rig.driver.status()), "bit 128");
    }

    @Test
    @Rule({"RSVD-DEV-02", "RSVD-DRV-01", "FEAT-DEV-03"})
    void withoutVersion1ThereIsNoAgreement() {
        Rig rig = Rig.of(disk());
        rig.driver.begin();
        rig.driver.accept(Features.NONE).set(FEATURES_OK);
        assertFalse(FEATURES_OK.in(rig.driver.status()));
        assertEquals(List.of("RSVD-DRV-01"), rig.violations());
        rig.driver.set(DRIVER_OK);
        assertFalse(DRIVER_OK.in(rig.driver.status()), "and no way on");
        rig.driver.accept(Features.of(VIRTIO_F_VERSION_1)).set(FEATURES_OK);
        assertTrue(FEATURES_OK.in(rig.driver.status()), "it may try again");
    }

    /** A type whose second feature makes sense only with its first. */
    private static final class Picky extends VirtioDevice {
        static final FeatureBit FIRST = FeatureBit.of(0, "PICKY_F_FIRST");
        static final FeatureBit SECOND = FeatureBit.of(1, "PICKY_F_SECOND");
        private final Features offer;

        Picky(FeatureBit... offer) {
            super("picky", 63, 4);
            this.offer = Features.of(offer);
        }

        @Override
        public Features features() {
            return offer;
        }

        @Override
        public List<FeatureBit> knownFeatures() {
            return List.of(FIRST, SECOND);
        }

        @Override
        protected List<Prerequisite> prerequisites() {
            return List.of(new Prerequisite(SECOND, FIRST));
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
        }
    }

    @Test
    @Rule({"FEAT-DEV-01", "FEAT-DRV-02", "FEAT-DEV-03"})
    void aFeatureNeedsItsPrerequisite() {
        var error = assertThrows(IllegalArgumentException.class, () -> Rig.of(new Picky(Picky.SECOND)));
        assertTrue(error.getMessage().contains("PICKY_F_FIRST"), error.getMessage());

        Rig rig = Rig.of(new Picky(Picky.FIRST, Picky.SECOND));
        rig.driver.begin();
        assertFalse(rig.driver.negotiate(Picky.SECOND));
        assertEquals(List.of("FEAT-DRV-02"), rig.violations());
        assertTrue(rig.driver.negotiate(Picky.FIRST, Picky.SECOND));
    }

    @Test
    @Rule("FEAT-DEV-04")
    void aDeviceTypeCannotOfferWhatIsNotItsOwn() {
        for (int bit : new int[] {24, 28, 37, 40, 43, 44, 49}) {
            FeatureBit foreign = FeatureBit.of(bit, "FOREIGN");
            assertThrows(IllegalArgumentException.class, () -> Rig.of(new Picky(foreign)), "bit " + bit);
        }
        assertThrows(IllegalArgumentException.class, () -> disk().offer(VirtioFeature.VIRTIO_F_ACCESS_PLATFORM));
        assertThrows(IllegalArgumentException.class, () -> disk().withhold(VIRTIO_F_VERSION_1));
    }

    @Test
    @Rule("INIT-DRV-04")
    void featuresAreSettledAfterFeaturesOk() {
        Rig rig = Rig.of(disk());
        rig.driver.begin();
        assertTrue(rig.driver.negotiate());
        rig.driver.write("DriverFeaturesSel", 0).write("DriverFeatures", 1 << 9);
        assertFalse(rig.slot.state().negotiated().has(BlockFeature.VIRTIO_BLK_F_FLUSH));
        assertEquals(List.of("INIT-DRV-04"), rig.violations());
    }

    @Test
    @Rule("STAT-DRV-02")
    void bitsGoAwayOnlyByReset() {
        Rig rig = Rig.started(new EntropyDevice(1));
        rig.driver.write("Status", ACKNOWLEDGE.mask());
        assertEquals(0xf, rig.driver.status());
        assertEquals(List.of("STAT-DRV-02"), rig.violations());
        assertEquals(4, rig.driver.queue(0).receive(4).length());
    }

    @Test
    @Rule("INIT-DRV-01")
    void stepsOutOfOrderAreTold() {
        Rig rig = Rig.of(disk());
        rig.driver.set(DRIVER);
        rig.driver.set(DRIVER_OK);
        assertEquals(DRIVER.mask(), rig.driver.status(), "no DRIVER_OK without FEATURES_OK");
        rig.driver.queue(0).allocate().enable();
        assertEquals(List.of("INIT-DRV-01", "INIT-DRV-01", "INIT-DRV-01"), rig.violations());
    }

    @Test
    @Rule("STAT-DRV-03")
    void afterFailedOnlyAResetHelps() {
        Rig rig = Rig.of(disk());
        rig.driver.begin().set(FAILED);
        rig.driver.accept(Features.of(VIRTIO_F_VERSION_1)).set(FEATURES_OK);
        assertEquals(ACKNOWLEDGE.mask() | DRIVER.mask() | FAILED.mask(), rig.driver.status());
        assertEquals(List.of("STAT-DRV-03"), rig.violations());
        rig.driver.initialise();
        assertEquals(0xf, rig.driver.status());
    }

    @Test
    @Rule("STAT-DEF-01")
    void bitsThatAreNotTheDriversAreIgnored() {
        Rig rig = Rig.of(disk());
        rig.driver.write("Status", 0xffff_ff00L | 16 | 32 | 64);
        assertEquals(0, rig.driver.status());
    }

    @Test
    @Rule({"STAT-DEV-01", "STAT-DEV-02", "INIT-DRV-08"})
    void nothingIsTakenBeforeDriverOk() {
        Rig rig = Rig.of(new EntropyDevice(1));
        rig.driver.begin();
        rig.driver.negotiate();
        var queue = rig.driver.queue(0).allocate().enable();
        queue.submit(Buffer.writable(16));
        queue.notifyDevice();
        assertEquals(0, queue.usedIdx());
        assertEquals(0, rig.driver.interruptStatus());
        assertFalse(rig.line.asserted());
        assertEquals(List.of("INIT-DRV-08"), rig.violations());
        rig.driver.set(DRIVER_OK);
        queue.notifyDevice();
        assertEquals(1, queue.usedIdx());
    }

    @Test
    @Rule({"STAT-DEV-03", "STAT-DEV-04", "NOTF-DEF-06"})
    void aDeviceThatCannotGoOnSaysSo() {
        Rig rig = Rig.started(new EntropyDevice(1));
        rig.driver.queue(0).availIdx(9).notifyDevice();
        assertTrue(StatusBit.DEVICE_NEEDS_RESET.in(rig.driver.status()));
        assertEquals(2, rig.driver.interruptStatus(), "a configuration change notification");
        assertTrue(rig.line.asserted());
        rig.driver.set(FEATURES_OK);
        assertTrue(StatusBit.DEVICE_NEEDS_RESET.in(rig.driver.status()), "and keeps saying it");
        rig.driver.initialise();
        assertEquals(16, rig.driver.queue(0).receive(16).length(), "a reset helps");
    }

    @Test
    @Rule("STAT-DEV-04")
    void beforeDriverOkThereIsNoNotificationOfIt() {
        Rig rig = Rig.of(new EntropyDevice(1));
        rig.driver.begin();
        rig.driver.negotiate();
        rig.driver.queue(0).size(8).at(0x10, 0x20, 0x30).enable();
        assertTrue(StatusBit.DEVICE_NEEDS_RESET.in(rig.driver.status()), "rings outside RAM");
        assertEquals(0, rig.driver.interruptStatus());
    }

    @Test
    @Rule({"RST-DEV-01", "RST-DEV-02", "RST-DEV-03"})
    void aResetForgetsRequestsInFlight() {
        Rig rig = Rig.started(new EntropyDevice(1).latencyTicks(100));
        var queue = rig.driver.queue(0);
        queue.submit(Buffer.writable(64));
        queue.notifyDevice();
        assertEquals(1, rig.slot.state().inFlight().size());
        rig.driver.write("Status", 0);
        byte[] before = rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
        rig.to(1000);
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
        assertFalse(rig.line.asserted());
        assertEquals(0, rig.driver.interruptStatus());
    }

    @Test
    @Rule({"NOTF-DEF-01", "ANSUP-DEV-05", "NOTF-DEF-04", "MMIO-DEF-09", "MMIO-DEV-08"})
    void strayNotificationsAreHarmless() {
        Rig rig = Rig.started(new EntropyDevice(1));
        var queue = rig.driver.queue(0);
        queue.notifyDevice().notifyDevice();
        assertEquals(List.of(), rig.violations(), "twice without a buffer is allowed");
        for (long stray : new long[] {1, 2, 65536, 0xffff_ffffL}) {
            rig.driver.write("QueueNotify", stray);
        }
        queue.disable();
        queue.submit(Buffer.writable(4));
        queue.notifyDevice();
        assertEquals(0, queue.usedIdx());
        assertEquals(List.of("NOTF-DEF-01", "NOTF-DEF-01", "NOTF-DEF-01", "NOTF-DEF-01", "NOTF-DEF-01"), rig.violations());
        assertFalse(rig.needsReset());
    }

    @Test
    @Rule({"NOTF-DEF-02", "NOTF-DEF-03", "MMIO-DEF-09"})
    void withNotificationDataTheQueueIsInTheLowHalf() {
        VirtioDevice device = new EntropyDevice(1).offer(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);
        Rig rig = Rig.started(device, VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);
        var queue = rig.driver.queue(0);
        queue.submit(Buffer.writable(4));
        rig.driver.write("QueueNotify", 0xffff_0000L);
        assertEquals(1, queue.usedIdx());
        rig.driver.write("QueueNotify", 1);
        assertEquals(List.of("NOTF-DEF-01"), rig.violations());
    }

    @Test
    void theTraceTellsTheStartAsAStory() {
        Rig rig = Rig.started(new EntropyDevice(1));
        List<String> story = rig.facts.stream().filter(fact -> !fact.kind().equals("mmio")).map(Object::toString).toList();
        assertEquals("virtio-rng status 0x01 ACKNOWLEDGE", story.get(0));
        assertEquals("virtio-rng status 0x03 ACKNOWLEDGE DRIVER", story.get(1));
        assertEquals("virtio-rng features agreed: VIRTIO_F_VERSION_1", story.get(2));
        assertEquals("virtio-rng status 0x0b ACKNOWLEDGE DRIVER FEATURES_OK", story.get(3));
        assertTrue(story.get(4).startsWith("virtio-rng queue 0 ready: size 8, descriptors 0x"), story.get(4));
        assertEquals("virtio-rng status 0x0f ACKNOWLEDGE DRIVER DRIVER_OK FEATURES_OK", story.get(5));
    }
}
