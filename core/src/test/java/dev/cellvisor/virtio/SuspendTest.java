package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.StatusBit.DEVICE_NEEDS_RESET;
import static dev.cellvisor.virtio.StatusBit.DRIVER_OK;
import static dev.cellvisor.virtio.StatusBit.FEATURES_OK;
import static dev.cellvisor.virtio.StatusBit.SUSPEND;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_SUSPEND;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VIRTIO_F_SUSPEND, new in VIRTIO 1.4. */
class SuspendTest {
    private static final int RUNNING = 0x0f;
    private static final int SUSPENDED = 0x1b;

    /** Counts what it is asked, in a field that the driver can see; its second queue's chains wait for the host. */
    private static final class Counter extends VirtioDevice {
        boolean canSuspend = true;
        boolean canResume = true;
        private int kept = -1;

        Counter() {
            super("counter", 63, new ConfigSpace(ConfigField.readOnly("count", 0, 4), new ConfigField("wish", 4, 4, Access.RW)), 8, 8);
        }

        void count(int value) {
            changeConfig(config -> config.set("count", value));
        }

        void giveBack() {
            complete(1, kept, 0);
        }

        @Override
        protected void notified(int queue) {
            if (queue == 1) {
                kept = queue(1).poll().head();
            } else {
                super.notified(queue);
            }
        }

        @Override
        protected boolean suspend() {
            return canSuspend;
        }

        @Override
        protected boolean resume() {
            return canResume;
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            chain.writer().writeByte(chain.reader().readByte() + 1);
        }
    }

    private static Rig suspended(Counter device) {
        Rig rig = Rig.started(device, VIRTIO_F_SUSPEND);
        rig.driver.set(SUSPEND);
        assertEquals(SUSPENDED, rig.driver.status(), "SUSPEND is 1 and DRIVER_OK 0");
        return rig;
    }

    @Test
    @Rule({"SUSP-DEV-08", "SUSP-DEV-09"})
    void aDeviceIsSuspendedAndResumed() {
        Rig rig = suspended(new Counter());
        assertFalse(rig.slot.state().live());
        rig.driver.set(DRIVER_OK);
        assertEquals(RUNNING, rig.driver.status());
        assertEquals(8, rig.driver.queue(0).send(readable((byte) 7), writable(1)).answer(0)[0]);
        assertEquals(List.of(), rig.violations());
        assertEquals(List.of(), rig.advice());
    }

    @Test
    @Rule({"SUSP-DEV-01", "SUSP-DRV-01"})
    void theBitIsIgnoredBeforeTheDeviceIsInitialised() {
        Rig rig = Rig.of(new Counter());
        rig.driver.begin().set(SUSPEND);
        assertEquals(0x03, rig.driver.status());
        rig.driver.negotiate(VIRTIO_F_SUSPEND);
        rig.driver.set(SUSPEND);
        assertEquals(0x0b, rig.driver.status());
        rig.driver.queue(0).allocate().enable();
        rig.driver.set(SUSPEND, DRIVER_OK);
        assertEquals(RUNNING, rig.driver.status(), "both at once start it only");
        assertEquals(List.of("SUSP-DRV-01", "SUSP-DRV-01", "SUSP-DRV-01"), rig.advice());
        rig.driver.set(SUSPEND);
        assertEquals(SUSPENDED, rig.driver.status());
    }

    @Test
    @Rule("SUSP-DRV-01")
    void theBitIsIgnoredWithoutTheFeature() {
        Rig rig = Rig.started(new Counter());
        rig.driver.set(SUSPEND);
        assertEquals(RUNNING, rig.driver.status());
        assertEquals(List.of("SUSP-DRV-01"), rig.advice());
    }

    @Test
    @Rule({"SUSP-DEV-03", "SUSP-DEV-04", "SUSP-DRV-04"})
    void noQueueIsTouchedWhileItIsSuspended() {
        Rig rig = suspended(new Counter());
        DriverQueue queue = rig.driver.queue(0);
        queue.submit(readable((byte) 1), writable(1));
        queue.notifyDevice();
        rig.to(100);
        assertEquals(0, queue.usedIdx());
        assertEquals(0, rig.driver.interruptStatus());
        assertFalse(rig.line.asserted());
        assertEquals(List.of("SUSP-DRV-04"), rig.violations());
        rig.driver.set(DRIVER_OK);
        assertEquals(1, queue.usedIdx(), "what was made available is taken when it resumes");
        assertEquals(1, rig.driver.interruptStatus());
    }

    @Test
    @Rule({"SUSP-DEV-03", "SUSP-DEV-04"})
    void whatTheDeviceFinishesMeanwhileWaitsForTheResume() {
        var counter = new Counter();
        Rig rig = Rig.started(counter, VIRTIO_F_SUSPEND);
        DriverQueue queue = rig.driver.queue(1);
        queue.submit(writable(1));
        queue.notifyDevice();
        rig.driver.set(SUSPEND);
        counter.giveBack();
        assertEquals(0, queue.usedIdx());
        assertEquals(0, rig.driver.interruptStatus());
        var saved = rig.slot.save();
        rig.slot.restore(saved);
        assertEquals(saved, rig.slot.save());
        rig.driver.set(DRIVER_OK);
        assertEquals(1, queue.usedIdx());
        assertEquals(1, rig.driver.interruptStatus());
    }

    @Test
    @Rule("SUSP-DEV-10")
    void requestsInFlightAreAnsweredBeforeItShowsTheBit() {
        Rig rig = Rig.started(new Counter().latencyTicks(100), VIRTIO_F_SUSPEND);
        DriverQueue queue = rig.driver.queue(0);
        queue.submit(readable((byte) 1), writable(1));
        queue.notifyDevice();
        rig.to(50);
        rig.driver.set(SUSPEND);
        assertEquals(RUNNING, rig.driver.status(), "not yet");
        queue.submit(readable((byte) 2), writable(1));
        queue.notifyDevice();
        assertEquals(List.of("SUSP-DRV-04"), rig.violations());
        rig.to(99);
        assertEquals(RUNNING, rig.driver.status());
        rig.to(100);
        assertEquals(SUSPENDED, rig.driver.status());
        assertEquals(1, queue.usedIdx());
        assertEquals(1, rig.driver.acknowledge(), "and the driver was told of the answer");
        rig.to(1000);
        assertEquals(1, queue.usedIdx(), "the one that came too late was not taken");
    }

    @Test
    @Rule({"SUSP-DEV-02", "SUSP-DRV-05"})
    void theConfigurationIsNotWrittenMeanwhile() {
        Rig rig = Rig.started(new Counter(), VIRTIO_F_SUSPEND);
        rig.driver.write("wish", 5);
        rig.driver.set(SUSPEND);
        rig.driver.write("wish", 6);
        assertEquals(5, rig.driver.read("wish"));
        assertEquals(List.of("SUSP-DRV-05"), rig.violations());
        rig.driver.set(DRIVER_OK);
        rig.driver.write("wish", 7);
        assertEquals(7, rig.driver.read("wish"));
    }

    @Test
    @Rule({"SUSP-DEV-05", "SUSP-DEV-06", "SUSP-DEV-07"})
    void aChangeOfTheConfigurationIsSeenAndToldWhenItResumes() {
        var counter = new Counter();
        Rig rig = suspended(counter);
        long generation = rig.driver.read("ConfigGeneration");
        counter.count(77);
        assertEquals(0, rig.driver.read("count"));
        assertEquals(generation, rig.driver.read("ConfigGeneration"));
        assertEquals(0, rig.driver.interruptStatus());
        rig.driver.set(DRIVER_OK);
        assertEquals(77, rig.driver.read("count"));
        assertTrue(rig.driver.read("ConfigGeneration") != generation);
        assertEquals(2, rig.driver.acknowledge());
        rig.driver.set(SUSPEND).set(DRIVER_OK);
        assertEquals(0, rig.driver.interruptStatus(), "no change, no notification");
    }

    @Test
    @Rule({"SUSP-DEV-08", "SUSP-DEV-09", "STAT-DEV-04"})
    void aDeviceThatCannotNeedsAReset() {
        var counter = new Counter();
        Rig rig = Rig.started(counter, VIRTIO_F_SUSPEND);
        counter.canSuspend = false;
        rig.driver.set(SUSPEND);
        assertEquals(RUNNING | DEVICE_NEEDS_RESET.mask(), rig.driver.status());
        assertEquals(2, rig.driver.acknowledge());
        counter.canSuspend = true;
        counter.canResume = false;
        rig.driver.initialise(VIRTIO_F_SUSPEND).set(SUSPEND).set(DRIVER_OK);
        assertTrue(DEVICE_NEEDS_RESET.in(rig.driver.status()));
        assertFalse(rig.slot.state().live());
        assertEquals(List.of(), rig.violations(), "it is no fault of the driver's");
    }

    @Test
    void aResetEndsASuspension() {
        var counter = new Counter();
        Rig rig = suspended(counter);
        counter.count(5);
        rig.driver.write("Status", 0);
        assertEquals(0, rig.driver.status());
        assertEquals(5, rig.driver.read("count"));
        rig.driver.initialise();
        assertEquals(RUNNING, rig.driver.status());
        assertEquals(2, rig.driver.queue(0).send(readable((byte) 1), writable(1)).answer(0)[0]);
    }

    @Test
    void aSuspendedDeviceIsSavedAsItIs() {
        var counter = new Counter();
        Rig first = suspended(counter);
        counter.count(9);
        Rig second = Rig.of(new Counter());
        second.slot.restore(first.slot.save());
        assertEquals(first.slot.save(), second.slot.save());
        assertEquals(0, second.driver.read("count"));
        second.driver.set(DRIVER_OK);
        assertEquals(9, second.driver.read("count"));
        assertEquals(2, second.driver.interruptStatus());
    }

    @Test
    @Rule("FEAT-DEV-04")
    void theFeatureIsOfferedAndCanBeWithheld() {
        assertTrue(Rig.of(new Counter()).driver.offered().has(VIRTIO_F_SUSPEND));
        Rig rig = Rig.of(new Counter().withhold(VIRTIO_F_SUSPEND));
        assertFalse(rig.driver.offered().has(VIRTIO_F_SUSPEND));
        rig.driver.begin();
        assertFalse(rig.driver.negotiate(VIRTIO_F_SUSPEND));
        assertFalse(FEATURES_OK.in(rig.driver.status()));
    }
}
