package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.block.BlockRequest.header;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockFeature;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.GuestHeap;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.transport.LegacyRegister;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same driver against our devices and against QEMU's: what it sees must be the same. */
class QemuVirtioTest {
    private static final long BASE = 0x0a00_3e00;
    private static final long RAM = 0x4000_0000;
    private static final int RAM_BYTES = 128 << 10;

    @TempDir
    Path folder;

    @BeforeAll
    static void qemu() {
        Assumptions.assumeTrue(QemuDevice.available(), "skipped: " + QemuDevice.QEMU + " is not installed");
    }

    /** What a driver does, noting what it sees. */
    private interface Experiment extends BiConsumer<VirtioDriver, List<String>> {
    }

    private static List<String> run(GuestMemory memory, MmioDevice device, Runnable wait, Experiment experiment) {
        var map = new MemoryMap(memory, new Trace());
        map.add(BASE, 0x200, device);
        int[] patience = {1000};
        var driver = new VirtioDriver(map, BASE).heap(new GuestHeap(memory, RAM, RAM_BYTES)).waitWith(() -> {
            wait.run();
            return patience[0]-- > 0;
        });
        List<String> seen = new ArrayList<>();
        experiment.accept(driver, seen);
        return seen;
    }

    private static GuestMemory ram() {
        var memory = new GuestMemory();
        memory.add("ram", RAM, RAM_BYTES);
        return memory;
    }

    private void same(VirtioDevice ours, String[] qemu, Experiment experiment) throws IOException {
        GuestMemory memory = ram();
        var slot = new VirtioMmio(DeviceContext.standalone("slot", memory, new Trace()), IrqLine.UNCONNECTED).plug(ours);
        List<String> here = run(memory, slot, () -> { }, experiment);
        GuestMemory there = ram();
        try (var device = new QemuDevice(there, RAM, RAM_BYTES, BASE, qemu)) {
            assertEquals(run(there, device, device::pull, experiment), here);
        }
        assertTrue(here.size() > 3, "something was seen");
    }

    private BlockDevice disk(Path file) throws IOException {
        return new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(file)));
    }

    private String[] qemuDisk(Path file) {
        return new String[] {"-drive", "if=none,id=d,format=raw,snapshot=on,file=" + file, "-device", "virtio-blk-device,drive=d,serial=cellvisor,num-queues=1"};
    }

    private Path image() throws IOException {
        byte[] content = new byte[100 * 512];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i / 512 * 7 + i);
        }
        return Files.write(folder.resolve("image"), content);
    }

    @Test
    void registersAfterResetAndThroughTheStart() throws IOException {
        Path file = image();
        same(disk(file), qemuDisk(file), (driver, seen) -> {
            for (VirtioRegister register : VirtioRegister.values()) {
                switch (register) {
                    // QEMU offers more than we do; its QueueSizeMax is 1024 for every device. QEMU 7.2 has no QueueReset register, and reads
                    // SHMBase as 0, where the specification has all ones.
                    case DeviceFeatures, QueueReset, QueueSizeMax, SHMBaseLow, SHMBaseHigh -> { }
                    default -> seen.add(register + " = 0x" + Long.toHexString(driver.read(register)));
                }
            }
            for (int queue : new int[] {0, 1, 2}) {
                driver.write("QueueSel", queue);
                seen.add("queue " + queue + (driver.read("QueueSizeMax") > 0 ? " exists, ready " : " does not exist, ready ") + driver.read("QueueReady"));
            }
            for (int size : new int[] {1, 2}) {
                seen.add("read of " + size + ": " + driver.read(0, size) + " " + driver.read(0x70, size));
            }
            for (long gap : new long[] {0x018, 0x03c, 0x040, 0x048, 0x054, 0x068, 0x074, 0x0f0}) {
                seen.add("gap " + driver.read(gap));
            }
            for (long config : new long[] {0x100, 0x104}) {
                seen.add("capacity " + driver.read(config));
            }
            seen.add("capacity " + driver.read(0x100, 1) + " " + driver.read(0x100, 2) + " seg_max " + driver.read(0x10c) + " blk_size " + driver.read(0x114));
            for (StatusBit bit : new StatusBit[] {StatusBit.ACKNOWLEDGE, StatusBit.DRIVER}) {
                seen.add("status " + driver.set(bit).status());
            }
            driver.accept(Features.of(VirtioFeature.VIRTIO_F_VERSION_1)).set(StatusBit.FEATURES_OK);
            seen.add("status " + driver.status());
            driver.queue(0).size(16).allocate().enable();
            seen.add("ready " + driver.read("QueueReady"));
            driver.set(StatusBit.DRIVER_OK);
            seen.add("status " + driver.status() + " interrupt " + driver.interruptStatus() + " generation " + driver.read("ConfigGeneration"));
            driver.write("Status", 0);
            driver.write("QueueSel", 0);
            seen.add("status " + driver.status() + " ready " + driver.read("QueueReady") + " interrupt " + driver.interruptStatus());
        });
    }

    /** Legacy: what each register reads, a block request over a queue of pages, and the queue's end. */
    @Test
    void theLegacyInterface() throws IOException {
        Path file = image();
        String[] qemu = java.util.stream.Stream.concat(Arrays.stream(qemuDisk(file)), java.util.stream.Stream.of("-global", "virtio-mmio.force-legacy=true"))
                .toArray(String[]::new);
        same(disk(file).legacy(), qemu, (driver, seen) -> {
            for (LegacyRegister register : LegacyRegister.values()) {
                switch (register) {
                    case HostFeatures, QueueSizeMax -> { }
                    default -> seen.add(register + " = 0x" + Long.toHexString(driver.read(register.offset())));
                }
            }
            driver.write("HostFeaturesSel", 1);
            seen.add("features above 31: " + driver.read("HostFeatures"));
            driver.write("HostFeaturesSel", 0);
            // QEMU 7.2's disk does not offer ANY_LAYOUT, though VIRTIO 1.4, 6.3 says that it must.
            seen.add("NOTIFY_ON_EMPTY " + (driver.read("HostFeatures") >> 24 & 1));
            for (long gap : new long[] {0x018, 0x044, 0x048, 0x054, 0x068, 0x074, 0x080, 0x0a4, 0x0f0, 0x0fc}) {
                seen.add("gap " + driver.read(gap));
            }
            driver.begin();
            seen.add("status " + driver.status());
            driver.accept(Features.NONE);
            driver.queue(0).size(16).allocate().enable();
            seen.add("page " + driver.read("QueuePFN"));
            // Before DRIVER_OK: a legacy device must be usable already.
            request(driver, seen, "read before DRIVER_OK", BlockRequest.VIRTIO_BLK_T_IN, 5, writable(512));
            driver.set(StatusBit.DRIVER_OK);
            seen.add("status " + driver.status());
            request(driver, seen, "write", BlockRequest.VIRTIO_BLK_T_OUT, 7, readable(new byte[512]));
            request(driver, seen, "read", BlockRequest.VIRTIO_BLK_T_IN, 7, writable(512));
            seen.add("capacity by bytes " + driver.read(0x100, 1) + " " + driver.read(0x101, 1));
            driver.write("Status", 0);
            driver.write("QueueSel", 0);
            seen.add("status " + driver.status() + " page " + driver.read("QueuePFN") + " interrupt " + driver.interruptStatus());
        });
    }

    @Test
    void ourOfferIsPartOfQemus() throws IOException {
        Path file = image();
        GuestMemory memory = ram();
        var slot = new VirtioMmio(DeviceContext.standalone("slot", memory, new Trace()), IrqLine.UNCONNECTED).plug(disk(file));
        GuestMemory there = ram();
        try (var device = new QemuDevice(there, RAM, RAM_BYTES, BASE, qemuDisk(file))) {
            run(there, device, () -> { }, (driver, seen) -> {
                Features qemus = driver.offered();
                // VIRTIO_F_SUSPEND is new in VIRTIO 1.4.
                assertEquals(Features.NONE, slot.state().offered().without(qemus).without(Features.of(VirtioFeature.VIRTIO_F_SUSPEND)), "QEMU offers " + qemus.names(List.of(BlockFeature.values())));
            });
        }
    }

    private static void request(VirtioDriver driver, List<String> seen, String what, int type, long sector, dev.cellvisor.virtio.driver.Buffer data) {
        Completion done = driver.queue(0).send(header(type, sector), data);
        // On an error QEMU counts bytes that it did not write; then only the status is compared.
        seen.add(what + ": status " + done.lastByte() + (done.lastByte() == 0 ? " len " + done.length() : "")
                + (done.answers().size() > 1 && done.lastByte() == 0 ? " data " + Arrays.hashCode(done.answer(0)) : "")
                + " id " + done.used().id() + " interrupt left " + driver.interruptStatus());
    }

    @Test
    void blockRequests() throws IOException {
        Path file = image();
        for (FeatureBit[] features : new FeatureBit[][] {{}, {BlockFeature.VIRTIO_BLK_F_FLUSH, VirtioFeature.VIRTIO_F_EVENT_IDX, VirtioFeature.VIRTIO_F_INDIRECT_DESC}}) {
            same(disk(file), qemuDisk(file), (driver, seen) -> {
                driver.initialise(features);
                driver.queue(0).indirect(features.length > 0);
                request(driver, seen, "first sector", 0, 0, writable(512));
                request(driver, seen, "many sectors", 0, 3, writable(20 * 512));
                request(driver, seen, "last sector", 0, 99, writable(512));
                request(driver, seen, "over the end", 0, 99, writable(1024));
                request(driver, seen, "behind the end", 0, 100, writable(512));
                request(driver, seen, "far behind", 0, 1L << 55, writable(512));
                request(driver, seen, "half a sector", 0, 0, writable(256));
                request(driver, seen, "write", 1, 5, readable(new byte[1024]));
                request(driver, seen, "read back", 0, 4, writable(4 * 512));
                request(driver, seen, "write over the end", 1, 99, readable(new byte[1024]));
                request(driver, seen, "unknown", 99, 0, writable(512));
                request(driver, seen, "name", 8, 0, writable(20));
                Completion flushed = driver.queue(0).send(readable(header(4, 0)), writable(1));
                seen.add("flush: status " + flushed.lastByte() + " len " + flushed.length());
                Completion cut = driver.queue(0).send(readable(Arrays.copyOf(header(0, 7), 5)), readable(Arrays.copyOfRange(header(0, 7), 5, 16)),
                        writable(100), writable(412), writable(1));
                seen.add("cut: status " + cut.lastByte() + " len " + cut.length() + " data " + HexFormat.of().formatHex(cut.answer(0)));
                seen.add("used flags " + driver.queue(0).usedFlags() + " idx " + driver.queue(0).usedIdx()
                        + (features.length > 0 ? " avail_event " + driver.queue(0).availEvent() : ""));
            });
        }
    }

    @Test
    void aBrokenRing() throws IOException {
        Path file = image();
        List<BiConsumer<VirtioDriver, List<String>>> mischief = List.of(
                (driver, seen) -> driver.queue(0).availIdx(5000),
                (driver, seen) -> driver.queue(0).offer(300),
                (driver, seen) -> {
                    driver.queue(0).desc(0).address(RAM).length(16).flags(NEXT).next(0);
                    driver.queue(0).offer(0);
                },
                (driver, seen) -> {
                    driver.queue(0).desc(0).address(RAM).length(16).flags(NEXT).next(999);
                    driver.queue(0).offer(0);
                });
        for (var wrong : mischief) {
            same(disk(file), qemuDisk(file), (driver, seen) -> {
                driver.initialise();
                wrong.accept(driver, seen);
                driver.queue(0).notifyDevice();
                for (int tries = 0; tries < 1000 && driver.interruptStatus() == 0; tries++) {
                    driver.status();
                }
                seen.add(mischief.indexOf(wrong) + ": status " + driver.status());
                // QEMU sets the used buffer bit too, though it used none.
                seen.add("configuration change " + ((driver.interruptStatus() & 2) != 0));
                seen.add("used idx " + driver.queue(0).usedIdx());
                driver.initialise();
                request(driver, seen, "after a reset", 0, 0, writable(512));
            });
        }
    }

    @Test
    void theEntropyDevice() throws IOException {
        same(new EntropyDevice(1), new String[] {"-device", "virtio-rng-device"}, (driver, seen) -> {
            seen.add("DeviceID " + driver.read("DeviceID"));
            for (int queue : new int[] {0, 1}) {
                driver.write("QueueSel", queue);
                seen.add("queue " + queue + (driver.read("QueueSizeMax") > 0 ? " exists" : " does not exist"));
            }
            driver.initialise();
            Completion done = driver.queue(0).receive(32);
            seen.add("len " + done.length() + " " + !Arrays.equals(new byte[32], done.answer(0)));
        });
    }

    @Test
    void theConsoleDevice() throws IOException {
        Path out = folder.resolve("out");
        var ours = new ConsoleDevice();
        var here = new StringBuilder();
        ours.onTransmit(bytes -> here.append(new String(bytes)));
        same(ours, new String[] {"-chardev", "file,id=c,path=" + out, "-device", "virtio-serial-device,max_ports=1", "-device", "virtconsole,chardev=c"},
                (driver, seen) -> {
                    seen.add("DeviceID " + driver.read("DeviceID"));
                    driver.begin();
                    seen.add("features " + driver.negotiate());
                    for (int queue : new int[] {0, 1}) {
                        seen.add("queue " + queue + (driver.queue(queue).maxSize() > 0 ? " exists" : " does not exist"));
                        driver.queue(queue).size(16).allocate().enable();
                    }
                    driver.set(StatusBit.DRIVER_OK);
                    Completion done = driver.queue(1).send("Hello, World!\n".getBytes());
                    seen.add("len " + done.length() + " interrupt left " + driver.interruptStatus());
                });
        assertEquals("Hello, World!\n", here.toString());
        assertEquals(here.toString(), Files.readString(out));
    }
}
