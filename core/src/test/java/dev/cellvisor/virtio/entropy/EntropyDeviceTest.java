package dev.cellvisor.virtio.entropy;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntropyDeviceTest {

    @Test
    @Rule({"RNG-DEF-01", "RNG-DEV-01", "VQ-DEF-02"})
    void everyBufferIsFilledWithOtherBytes() {
        Rig rig = Rig.started(new EntropyDevice(1));
        assertEquals(DeviceState.RING_FEATURES, rig.driver.offered(), "no feature of its own");
        assertEquals(0, rig.slot.device().config().sizeBytes());
        assertEquals(8, rig.driver.queue(0).maxSize());
        assertEquals(0, rig.driver.queue(1).maxSize());
        byte[] first = rig.driver.queue(0).receive(64).answer(0);
        byte[] second = rig.driver.queue(0).receive(64).answer(0);
        assertFalse(Arrays.equals(first, second));
        assertEquals(1, rig.driver.queue(0).receive(1).length());
        assertEquals(70_000, rig.driver.queue(0).receive(70_000).length());
    }

    @Test
    void theSameSeedGivesTheSameBytesHoweverTheyAreAskedFor() {
        byte[] atOnce = Rig.started(new EntropyDevice(7)).driver.queue(0).receive(300).answer(0);
        Rig rig = Rig.started(new EntropyDevice(7));
        byte[] inPieces = new byte[300];
        for (int at = 0, size = 1; at < 300; at += size, size = Math.min(size + 9, 300 - at)) {
            System.arraycopy(rig.driver.queue(0).receive(size).answer(0), 0, inPieces, at, size);
        }
        assertArrayEquals(atOnce, inPieces);
        assertFalse(Arrays.equals(atOnce, Rig.started(new EntropyDevice(8)).driver.queue(0).receive(300).answer(0)));
        int ones = 0;
        for (byte b : atOnce) {
            ones += Integer.bitCount(b & 0xff);
        }
        assertTrue(Math.abs(ones - 1200) < 150, ones + " of 2400 bits are set");
    }

    @Test
    void aSavedGeneratorGoesOn() {
        Rig first = Rig.started(new EntropyDevice(7));
        first.driver.queue(0).receive(100);
        var saved = first.slot.save();
        byte[] ram = first.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
        byte[] expected = first.driver.queue(0).receive(100).answer(0);
        Rig second = Rig.started(new EntropyDevice(99));
        second.memory.write(Rig.RAM, ram);
        second.slot.restore(saved);
        second.driver.queue(0).used();
        assertArrayEquals(expected, second.driver.queue(0).receive(100).answer(0));
    }

    @Test
    @Rule("RNG-DRV-01")
    void readableBuffersAreToldAndNotWritten() {
        Rig rig = Rig.started(new EntropyDevice(1));
        var queue = rig.driver.queue(0);
        queue.submit(readable((byte) 1, (byte) 2, (byte) 3), writable(8));
        queue.notifyDevice();
        assertArrayEquals(new byte[] {1, 2, 3}, rig.memory.read(queue.desc(0).address(), 3));
        assertEquals(8, queue.completed().length());
        assertEquals(List.of("RNG-DRV-01"), rig.violations());
    }

    @Test
    @Rule("RNG-DEV-02")
    void aRequestWithoutRoomOrWithTooMuchIsAnswered() {
        Rig rig = Rig.started(new EntropyDevice(1));
        assertEquals(0, rig.driver.queue(0).send(readable((byte) 1)).length(), "nowhere to put a byte");
        assertEquals(0, rig.driver.queue(0).receive(0).length());
        int most = EntropyDevice.MOST_BYTES;
        var done = rig.driver.queue(0).receive(most + 5000);
        assertEquals(most, done.length(), "the driver asks again for the rest");
        assertArrayEquals(new byte[5000], Arrays.copyOfRange(done.answer(0), most, most + 5000));
        assertFalse(rig.needsReset());
    }

    @Test
    void theBytesAreThoseOfTheSeedsStream() {
        byte[] stream = new dev.cellvisor.virtio.SeededRandom(5, "virtio-rng").bytes(100);
        var device = new EntropyDevice(5);
        assertArrayEquals(stream, Rig.started(device).driver.queue(0).receive(100).answer(0));
        assertEquals(100, device.deliveredBytes());
    }
}
