package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_IN;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_OUT;
import static dev.cellvisor.virtio.block.BlockRequest.header;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.transport.QueueView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests between their notification and their answer. */
class BlockInFlightTest {

    /** A drive: 10 ticks for any request, 1 more for each sector away from 0, and 500 for a flush. */
    private static final BlockLatency DRIVE = (type, sector, bytes) -> type == VIRTIO_BLK_T_FLUSH ? 500 : 10 + sector;

    private static int write(DriverQueue queue, long sector, int seed) {
        return queue.submit(readable(header(VIRTIO_BLK_T_OUT, sector)), readable(Disk.pattern(512, seed)), writable(1));
    }

    private static List<Long> answersUntil(Disk disk, long tick) {
        List<Long> heads = new ArrayList<>();
        disk.rig.to(tick);
        for (Completion done = disk.rig.driver.queue(0).completed(); done != null; done = disk.rig.driver.queue(0).completed()) {
            assertEquals(VIRTIO_BLK_S_OK, done.lastByte());
            heads.add(done.used().id());
        }
        return heads;
    }

    @Test
    void requestsOvertakeEachOtherByTheirLatencies() {
        Disk disk = Disk.started(BlockDevice.of(MemoryBackend.ofSize(1 << 16)).latency(DRIVE).build());
        DriverQueue queue = disk.rig.driver.queue(0);
        long far = write(queue, 90, 1);
        long near = write(queue, 5, 2);
        long middle = write(queue, 40, 3);
        queue.notifyDevice();
        assertEquals(0, queue.usedIdx());
        assertEquals(3, disk.rig.slot.state().inFlight().size());
        assertEquals(List.of(), answersUntil(disk, 14));
        assertEquals(List.of(near), answersUntil(disk, 15));
        assertEquals(List.of(middle, far), answersUntil(disk, 100));
        assertArrayEquals(Disk.pattern(512, 1), disk.read(90, 1));
    }

    @Test
    void aQueueShowsWhenWhatItHasIsAnswered() {
        for (boolean packed : new boolean[] {false, true}) {
            var device = BlockDevice.of(MemoryBackend.ofSize(1 << 16)).latency(DRIVE).build().offer(VIRTIO_F_RING_PACKED);
            Rig rig = packed ? Rig.started(device, VIRTIO_F_RING_PACKED) : Rig.started(device);
            DriverQueue queue = rig.driver.queue(0);
            assertFalse(rig.slot.queue(0).toString().contains("in flight"));
            int far = write(queue, 90, 1);
            int near = write(queue, 5, 2);
            queue.notifyDevice();
            rig.to(5);
            var answers = rig.slot.queue(0).answers();
            assertEquals(List.of(near, far), answers.stream().map(QueueView.Answer::head).toList(), "the next first");
            assertEquals(List.of(15L, 10L), List.of(answers.getFirst().tick(), answers.getFirst().ticksLeft()));
            String line = "in flight: chain %d is answered at tick 15, in 10; chain %d is".formatted(near, far);
            assertTrue(rig.slot.queue(0).toString().contains(line), rig.slot.queue(0).toString());
            rig.to(1000);
            assertEquals(List.of(), rig.slot.queue(0).answers());
        }
    }

    @Test
    @Rule("BLK-DEV-23")
    void aFlushCoversWhatWasAnsweredBeforeIt() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            var cache = new CachedBackend(MemoryBackend.ofSize(1 << 20), seed);
            Disk disk = Disk.started(BlockDevice.of(cache).latency(DRIVE).build());
            DriverQueue queue = disk.rig.driver.queue(0);
            long first = write(queue, 5, 1);
            queue.notifyDevice();
            assertEquals(List.of(first), answersUntil(disk, 20));
            long late = write(queue, 1000, 2);
            long flush = queue.submit(readable(header(VIRTIO_BLK_T_FLUSH, 0)), writable(1));
            long between = write(queue, 100, 3);
            queue.notifyDevice();
            assertEquals(List.of(between), answersUntil(disk, 400));
            assertEquals(2, cache.dirtySectors(), "the flush is under way");
            assertEquals(List.of(flush), answersUntil(disk, 600));
            assertEquals(0, cache.dirtySectors());
            assertEquals(List.of(late), answersUntil(disk, 2000));
            cache.powerCut();
            assertArrayEquals(Disk.pattern(512, 1), disk.read(5, 1));
        }
    }

    @Test
    void aPowerCutFindsRequestsInFlight() throws IOException {
        var disk = MemoryBackend.ofSize(1 << 16);
        var cache = new CachedBackend(disk, 3);
        Disk guest = Disk.started(BlockDevice.of(cache).latency(DRIVE).build());
        DriverQueue queue = guest.rig.driver.queue(0);
        write(queue, 5, 1);
        write(queue, 50, 2);
        queue.notifyDevice();
        guest.rig.to(30);
        assertEquals(1, cache.dirtySectors(), "one is answered, one is not begun");
        guest.rig.slot.unplug();
        cache.powerCut();
        assertEquals(false, guest.rig.toNextEvent(), "nothing comes after");
        byte[] sector = new byte[512];
        disk.read(50 * 512, sector, 0, 512);
        assertArrayEquals(new byte[512], sector);
    }

    @Test
    void aDiskMadeSmallerJudgesRequestsInFlightByItsNewSize() throws IOException {
        Disk disk = Disk.started(BlockDevice.of(MemoryBackend.ofSize(1 << 16)).latency(DRIVE).build());
        DriverQueue queue = disk.rig.driver.queue(0);
        queue.submit(readable(header(VIRTIO_BLK_T_IN, 60)), writable(512), writable(1));
        queue.notifyDevice();
        disk.device.resize(512 * 50);
        disk.rig.to(1000);
        assertEquals(VIRTIO_BLK_S_IOERR, queue.completed().lastByte());
    }

    @Test
    void requestsInFlightAreSavedAndGoOn() {
        Disk disk = Disk.started(BlockDevice.of(MemoryBackend.ofSize(1 << 16)).latency(DRIVE).build());
        DriverQueue queue = disk.rig.driver.queue(0);
        write(queue, 7, 4);
        queue.notifyDevice();
        State device = disk.rig.slot.save();
        State events = disk.rig.events.save();
        disk.rig.driver.write("Status", 0);
        assertEquals(List.of(), disk.rig.slot.state().inFlight());
        disk.rig.slot.restore(device);
        disk.rig.events.restore(events);
        assertEquals(1, disk.rig.slot.state().inFlight().size());
        disk.rig.to(17);
        assertEquals(VIRTIO_BLK_S_OK, queue.completed().lastByte());
        assertNull(queue.completed());
        assertArrayEquals(Disk.pattern(512, 4), disk.read(7, 1));
    }

    @Test
    void theLatencyModelSeesEveryRequestAsItIs() {
        List<String> seen = new ArrayList<>();
        Disk disk = Disk.started(BlockDevice.of(MemoryBackend.ofSize(1 << 16)).latency((type, sector, bytes) -> {
            seen.add(BlockRequest.typeName(type) + " " + sector + " " + bytes);
            return seen.size() % 2;
        }).build());
        disk.write(3, new byte[1024]);
        disk.read(4, 2);
        disk.flush();
        disk.rig.driver.queue(0).send(writable(1));
        assertEquals(List.of("OUT 3 1024", "IN 4 1024", "FLUSH 0 0", "IN 0 0"), seen);
        assertTrue(disk.violations().contains("BLK-DEF-05"));
    }
}
