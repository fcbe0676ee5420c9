package dev.cellvisor.cli;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_IN_ORDER;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_NOTIFICATION_DATA;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_RESET;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.virtio.transport.PackedQueueView;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Linux's own drivers with both ring formats, side by side in one boot: disks that answer at once and out of order, a console, a source of
 * random bytes; and queues of other sizes, each time that the driver is bound again. VIRTIO_F_NOTIFICATION_DATA and VIRTIO_F_IN_ORDER are offered as
 * well; Debian 12's 6.1 takes neither, so the same is done with the kernel of the image {@code minimal@sid}, where that is. {@code
 * -Dcellvisor.guest.kernel=Image -Dcellvisor.guest.initrd=initrd.cpio} is for yet another, with an initramfs that ends in the same prompt.
 *
 * <p>VIRTIO_F_RING_RESET is offered, and no Linux takes it here: its transport for virtio-mmio has no reset of a queue, so
 * {@code ethtool -G} works over PCI only. Resetting a queue and giving it another size while the device runs is proven by a driver of our own
 * (RingResetTest, MmioRegistersTest).
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RingsLinuxTest {
    private static final int DISK_BYTES = 1 << 20;
    private static final String OTHER_KERNEL = System.getProperty("cellvisor.guest.kernel");
    private static final String OTHER_INITRD = System.getProperty("cellvisor.guest.initrd");
    /** Queue sizes as a device has them; a split ring takes the next power of two below. */
    private static final List<Integer> RANDOM_QUEUES = List.of(1, 3, 32768);
    /** A disk's have 4 entries at least, since a request has three descriptors, and a chain is no longer than the queue. */
    private static final List<Integer> DISK_QUEUES = List.of(5, 100, 2048);
    private static final String NEWER = "minimal@sid";
    /** Versions of Linux, as 100 × major + minor, from which on its rings and virtio-mmio take a feature. */
    private static final int KNOWS_NOTIFICATION_DATA = 605;
    private static final int KNOWS_IN_ORDER = 618;

    private static Vm vm;

    private static String sh(String command) {
        var result = vm.shell(command);
        assertEquals(0, result.status(), () -> command + " says " + result.output());
        return result.output().strip();
    }

    /** A disk, its content, and what it offers. */
    private record Disk(String id, MemoryBackend content, BlockDevice device, boolean packed, boolean inOrder, boolean position) {
        static Disk of(String id, boolean packed, boolean inOrder, boolean simple, boolean shuffled) {
            byte[] bytes = new byte[DISK_BYTES];
            new Random(id.hashCode()).nextBytes(bytes);
            var content = new MemoryBackend(bytes);
            var builder = BlockDevice.of(content).id(id);
            if (shuffled) {
                builder.latency((type, sector, size) -> 300 + sector * 7 % 900);
            }
            var device = builder.build();
            if (packed) {
                device.offer(VIRTIO_F_RING_PACKED);
            }
            if (inOrder) {
                device.offer(VIRTIO_F_IN_ORDER);
            }
            if (shuffled) {
                device.offer(VIRTIO_F_NOTIFICATION_DATA);
            }
            if (simple) {
                device.withhold(VIRTIO_F_EVENT_IDX, VIRTIO_F_INDIRECT_DESC);
            }
            return new Disk(id, content, device, packed, inOrder, shuffled);
        }

        byte[] bytes() throws Exception {
            byte[] bytes = new byte[DISK_BYTES];
            content.read(0, bytes, 0, DISK_BYTES);
            return bytes;
        }
    }

    @Test
    void linuxReadsAndWritesThroughBothFormats() throws Exception {
        GuestImage image;
        try {
            image = Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
            return;
        }
        both(image, OTHER_KERNEL == null ? image.kernel() : Path.of(OTHER_KERNEL), OTHER_INITRD == null ? image.initrd() : Path.of(OTHER_INITRD));
    }

    @Test
    void aNewerLinuxAlsoUsesBuffersInOrderAndTellsItsPosition() throws Exception {
        var image = Images.find(NEWER);
        Assumptions.assumeTrue(image.isPresent(), "no image " + NEWER + ", whose kernel takes VIRTIO_F_IN_ORDER; ./cellvisor images --build " + NEWER + " makes it");
        assertTrue(both(image.get(), image.get().kernel(), image.get().initrd()) >= KNOWS_IN_ORDER);
    }

    /** A source of random bytes that are all the same letter, with a queue of any size. */
    private static final class Letters extends VirtioDevice {
        private final char letter;

        Letters(int queueSize, char letter) {
            super("letters", 4, queueSize);
            this.letter = letter;
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            while (chain.writer().remaining() > 0) {
                chain.writer().writeByte(letter);
            }
        }
    }

    private static VirtioDevice withRing(VirtioDevice device, boolean packed) {
        return packed ? device.offer(VIRTIO_F_RING_PACKED) : device;
    }

    /** The driver takes a queue as large as the device has it, whatever that was when it was bound the last time. */
    private static void queuesOfOtherSizes(VirtioMmio disk, VirtioMmio random) throws Exception {
        sh("dmesg -n 1"); // else what it tells of a disk may come in the middle of an answer
        char letter = 'A';
        for (boolean packed : new boolean[] {true, false}) {
            for (int size : RANDOM_QUEUES) {
                vm.hotSwap(random, withRing(new Letters(size, letter), packed));
                assertEquals(packed ? size : Integer.highestOneBit(size), random.state().setup(0).size(), "QueueSize");
                assertEquals(String.valueOf(letter++).repeat(200), sh("head -c 600 /dev/hwrng | tail -c 200"), "with a queue of " + size + ", behind what Linux had kept of the one before");
            }
            for (int size : DISK_QUEUES) {
                byte[] bytes = new byte[DISK_BYTES];
                new Random(size).nextBytes(bytes);
                vm.hotSwap(disk, withRing(BlockDevice.of(new MemoryBackend(bytes)).id("size-" + size).queueSize(size).build(), packed));
                String name = "/dev/" + sh("(cd /sys/block; grep -l size-" + size + " vd?/serial)").split("/")[0];
                assertEquals(packed ? size : Integer.highestOneBit(size), disk.state().setup(0).size(), "QueueSize");
                assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                        sh("dd if=" + name + " bs=256k iflag=direct 2>/dev/null | sha256sum").substring(0, 64), name + " with a queue of " + size);
                sh("dd if=" + name + " of=" + name + " bs=64k conv=fsync 2>/dev/null");
            }
        }
    }

    /** All of it with one kernel, whose version is returned. */
    private static int both(GuestImage image, Path kernel, Path initrd) throws Exception {
        List<Disk> disks = List.of(
                Disk.of("packed", true, false, false, false),
                Disk.of("packed-in-order", true, true, true, true),
                Disk.of("packed-shuffled", true, false, false, true),
                Disk.of("split-in-order", false, true, false, true));
        var console = new ConsoleDevice();
        console.offer(VIRTIO_F_RING_PACKED);
        var said = new ByteArrayOutputStream();
        console.onTransmit(said::writeBytes);
        VirtioDevice random = new EntropyDevice(1).offer(VIRTIO_F_RING_PACKED);
        List<String> violations = new ArrayList<>();
        int[] used = new int[1];
        try (Vm made = Vm.builder("rings-linux").memoryMiB(256).build()) {
            vm = made;
            made.trace().add((instruction, fact) -> {
                switch (fact) {
                    case Violation violation -> violations.add(violation.toString());
                    case ChainUsed chain -> used[0]++;
                    default -> {
                    }
                }
            });
            var first = made.attach(disks.getFirst().device);
            disks.stream().skip(1).forEach(disk -> made.attach(disk.device));
            made.attach(console);
            var last = made.attach(random);
            made.prompt(image.manifest().recipe().prompt());
            made.boot().kernel(kernel).initrd(initrd).append(image.manifest().recipe().commandLine()).prepare();
            made.runUntil(Condition.console(image.manifest().recipe().prompt()));

            Map<String, String> names = new LinkedHashMap<>();
            for (String line : sh("for d in /sys/block/vd?; do echo $(cat $d/serial) ${d#/sys/block/}; done").split("\\s*\\n")) {
                names.put(line.split(" ")[0], "/dev/" + line.split(" ")[1]);
            }
            assertEquals(disks.size(), names.size());
            String release = sh("uname -r");
            String[] version = release.split("[.-]");
            int linux = Integer.parseInt(version[0]) * 100 + Integer.parseInt(version[1]);
            boolean knowsInOrder = linux >= KNOWS_IN_ORDER;
            for (Disk disk : disks) {
                String features = sh("cat /sys/block/" + names.get(disk.id).substring(5) + "/device/features");
                assertEquals(disk.packed ? '1' : '0', features.charAt(VIRTIO_F_RING_PACKED.bit()), disk.id + " " + features);
                assertEquals(disk.inOrder && knowsInOrder ? '1' : '0', features.charAt(VIRTIO_F_IN_ORDER.bit()), disk.id + " " + features + ", Linux " + release);
                assertEquals(disk.position && linux >= KNOWS_NOTIFICATION_DATA ? '1' : '0', features.charAt(VIRTIO_F_NOTIFICATION_DATA.bit()),
                        disk.id + " " + features + ", Linux " + release);
                assertTrue(made.slots().stream().anyMatch(slot -> slot.device() == disk.device && slot.state().offered().has(VIRTIO_F_RING_RESET)), "offered");
                assertEquals('0', features.charAt(VIRTIO_F_RING_RESET.bit()), "and not taken over virtio-mmio: " + features);
                String sum = sh("dd if=" + names.get(disk.id) + " bs=256k iflag=direct 2>/dev/null | sha256sum").substring(0, 64);
                assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(disk.bytes())), sum, disk.id);
            }
            // Each disk is written over with the one before, through the page cache, so that requests are many and merged.
            for (int i = 1; i < disks.size(); i++) {
                sh("dd if=" + names.get(disks.get(i - 1).id) + " of=" + names.get(disks.get(i).id) + " bs=64k conv=fsync 2>/dev/null");
                assertArrayEquals(disks.getFirst().bytes(), disks.get(i).bytes(), disks.get(i).id);
            }
            assertTrue(first.queue(0) instanceof PackedQueueView, first.queue(0).toString());
            sh("seq 1 500 >/dev/hvc0; seq 1 500 >/dev/hvc0");
            StringBuilder expected = new StringBuilder();
            for (int i = 1; i <= 500; i++) {
                expected.append(i).append("\r\n");
            }
            assertEquals(expected.toString().repeat(2), said.toString());
            assertEquals("5000", sh("dd if=/dev/hwrng bs=500 count=10 iflag=fullblock 2>/dev/null | wc -c"));
            queuesOfOtherSizes(first, last);
            assertEquals(List.of(), violations, "Linux's drivers break no rule");
            System.out.printf("figure: Linux %s with packed and split rings, %s, queues of %s and %s entries, %,d chains, no violation%n", release,
                    knowsInOrder ? "two disks in order" : "too old for VIRTIO_F_IN_ORDER", RANDOM_QUEUES, DISK_QUEUES, used[0]);
            return linux;
        }
    }
}
