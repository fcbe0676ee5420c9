package dev.cellvisor.cli;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.images.Recipe;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * fio in the image debian writes patterns with checksums to our disks and reads them back: split and packed rings, one and several queues, one and
 * many requests at a time. A few MiB each here, {@code -Dcellvisor.full=true} a size with work. A disk that changes one bit shows that fio would see it.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class FioLinuxTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int MEBIBYTES = FULL ? 256 : 2;
    private static final Condition LIMITS = Condition.powerOff().limit(1_000_000_000_000L).seconds(3600);

    private static final String FIO = "fio --output-format=terse --terse-version=3 --direct=1 --randseed=1 --verify_fatal=1 --do_verify=1 --filename=%s --size=%dm %s 2>&1";
    private static final List<String> JOBS = List.of(
            "--name=random --rw=randwrite --bs=4k --ioengine=libaio --iodepth=16 --verify=crc32c",
            "--name=sectors --rw=randwrite --bs=8k --ba=512 --norandommap --serialize_overlap=1 --ioengine=libaio --iodepth=4 --verify=sha256",
            "--name=large --rw=write --bs=1m --ioengine=psync --fsync=4 --verify=xxhash");

    /** Which disk has which format, by its serial number. */
    private record Disk(String id, BlockBackend content, int queues, boolean packed) {
        BlockDevice device() {
            var device = BlockDevice.of(content).id(id).queues(queues).build();
            if (packed) {
                device.offer(VIRTIO_F_RING_PACKED);
            }
            return device;
        }
    }

    @Test
    void fioFindsWhatItWroteThroughBothFormats() throws IOException {
        GuestImage image;
        try {
            image = Images.ensure("debian", Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
            return;
        }
        int size = MEBIBYTES << 20;
        List<Disk> disks = List.of(new Disk("split", MemoryBackend.ofSize(size), 1, false), new Disk("split-queues", MemoryBackend.ofSize(size), 2, false),
                new Disk("packed", MemoryBackend.ofSize(size), 1, true), new Disk("packed-queues", MemoryBackend.ofSize(size), 2, true));
        var bad = new Disk("bad", new OneBitWrong(MemoryBackend.ofSize(1 << 20)), 1, false);
        List<String> violations = new ArrayList<>();
        long written = 0;
        try (Vm vm = Vm.builder("fio").memoryMiB(512).cpus(2).engine(Engine.NATIVE).date(image.manifest().rtcSeconds()).build();
                var root = FileBackend.openReadOnly(image.disk())) {
            vm.trace().add((instruction, fact) -> {
                if (fact instanceof Violation violation) {
                    violations.add(violation.toString());
                }
            });
            vm.attach(new BlockDevice(new OverlayBackend(root)));
            disks.forEach(disk -> vm.attach(disk.device()));
            vm.attach(bad.device());
            vm.attach(new EntropyDevice(1));
            image.on(vm).append(image.manifest().recipe().commandLine() + " " + Recipe.SHELL_ONLY).prepare();
            for (Disk disk : disks) {
                String name = device(vm, disk.id());
                String features = vm.shell("cat /sys/block/" + name.substring(5) + "/device/features", LIMITS).orThrow();
                assertEquals(disk.packed() ? '1' : '0', features.charAt(VIRTIO_F_RING_PACKED.bit()), disk.id());
                for (String job : FULL ? JOBS : List.of(JOBS.get(disks.indexOf(disk) % JOBS.size()))) {
                    ShellResult result = vm.shell(FIO.formatted(name, MEBIBYTES, job), LIMITS);
                    assertEquals(0, result.status(), () -> disk.id() + ", " + job + ": " + result.output());
                    long kib = kibibytesWritten(result.output());
                    assertTrue(kib >= 1024L * MEBIBYTES / 4, () -> disk.id() + " wrote next to nothing: " + result.output());
                    written += kib;
                }
            }
            ShellResult seen = vm.shell(FIO.formatted(device(vm, bad.id()), 1, JOBS.getFirst()), LIMITS);
            assertNotEquals(0, seen.status(), "one wrong bit is to be seen: " + seen.output());
            assertTrue(seen.output().contains("verify"), seen.output());
        }
        assertEquals(List.of(), violations);
        System.out.printf("figure: fio with verify in Debian, two CPUs, split and packed rings, one and two queues: %d MiB written and found again, no violation%s%n",
                written >> 10, FULL ? "" : " (a sample; -Dcellvisor.full=true writes 256 MiB a job)");
    }

    private static String device(Vm vm, String id) {
        return "/dev/" + vm.shell("for d in /sys/block/vd?; do [ \"$(cat $d/serial)\" = " + id + " ] && echo ${d#/sys/block/}; done; true", LIMITS).orThrow().strip();
    }

    /** Of fio's terse output, version 3: the 47th field is what was written. */
    private static long kibibytesWritten(String output) {
        String line = output.lines().filter(each -> each.startsWith("3;fio")).findFirst().orElseThrow(() -> new AssertionError("no result of fio in: " + output));
        return Long.parseLong(line.split(";")[46]);
    }

    /** A disk that gives one bit back otherwise than it was written. */
    private static final class OneBitWrong extends CountingBackend {
        private static final long WHERE = 300_000;

        OneBitWrong(BlockBackend behind) {
            super(behind);
        }

        @Override
        public void read(long position, byte[] target, int offset, int sizeBytes) throws IOException {
            super.read(position, target, offset, sizeBytes);
            if (position <= WHERE && WHERE < position + sizeBytes) {
                target[offset + (int) (WHERE - position)] ^= 1;
            }
        }
    }
}
