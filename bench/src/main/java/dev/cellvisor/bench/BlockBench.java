package dev.cellvisor.bench;

import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The disk: fixed work on a raw file of the host, the same kernel, file size and commands here and in QEMU. Both sides go through the
 * host's page cache and make a flush an fdatasync. The work is done by a program of some thirty instructions, the same on both sides:
 * reads or writes of one size with O_DIRECT, one after the other, in order or at random places; at the end an fsync.
 */
final class BlockBench {
    private static final int DISK_MIB = 256;
    private static final int RANDOM_COUNT = 10_000;
    private static final int LOAD_ADDRESS = 0x40_0000;
    private static final int BUFFER_ADDRESS = 0x50_0000;
    private static final int PREAD64 = 67;
    private static final int PWRITE64 = 68;

    /** A program: what it calls, how many bytes each time, how often; the factor and the mask make the next place from the last. */
    private record Work(String name, int call, int sizeBytes, int count, boolean random) {
    }

    /** What a piece of work took of the host: time, and the CPU time of the whole process. */
    private record Cost(double seconds, double cpuSeconds) {
    }

    private static final List<Work> WORKS = List.of(
            new Work("block seq read 1 MiB x 256", PREAD64, 1 << 20, DISK_MIB, false),
            new Work("block seq write 1 MiB x 256", PWRITE64, 1 << 20, DISK_MIB, false),
            new Work("block random read 4 KiB x 10000", PREAD64, 4096, RANDOM_COUNT, true),
            new Work("block random write 4 KiB x 10000", PWRITE64, 4096, RANDOM_COUNT, true));

    private BlockBench() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        Path folder = Files.createTempDirectory("cellvisor-bench");
        try {
            return run(runs, image, disk(folder.resolve("ours.img")), disk(folder.resolve("qemu.img")));
        } finally {
            for (String name : List.of("ours.img", "qemu.img")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static List<Row> run(int runs, GuestImage image, Path mine, Path theirs) throws Exception {
        List<Row> rows = new ArrayList<>();
        String prompt = image.manifest().recipe().prompt();
        try (Vm vm = Vm.builder("bench").memoryMiB(512).build(); FileBackend backend = FileBackend.open(mine);
                GuestSession qemu = new GuestSession(Qemu.boot(image, theirs), prompt)) {
            vm.attach(new BlockDevice(backend));
            image.on(vm).prepare();
            vm.runUntil(Condition.console(prompt));
            String prepare = "for p in 0 1 2 3; do dd if=/dev/vda of=/tmp/work$p bs=4k count=1 skip=$p 2>/dev/null; chmod +x /tmp/work$p; done";
            ours(vm, prepare);
            qemu.seconds(prepare);
            for (int w = 0; w < WORKS.size(); w++) {
                Work work = WORKS.get(w);
                List<Cost> a = new ArrayList<>();
                List<Cost> b = new ArrayList<>();
                for (int i = 0; i <= runs; i++) {
                    long before = vm.clock().instructions();
                    Cost one = ours(vm, "/tmp/work" + w);
                    double cpuBefore = qemu.cpuSeconds();
                    double seconds = qemu.seconds("/tmp/work" + w);
                    Cost other = new Cost(seconds, qemu.cpuSeconds() - cpuBefore);
                    if (i > 0) { // the first warms file cache, compiler and translator
                        a.add(one);
                        b.add(other);
                    }
                    System.err.printf("cellvisor: %s, run %d of %d: ours %.3f s, CPU %.3f s (%,d instructions), QEMU %.3f s, CPU %.3f s%n", work.name(), i, runs,
                            one.seconds(), one.cpuSeconds(), vm.clock().instructions() - before, other.seconds(), other.cpuSeconds());
                }
                rows.add(Row.of(work.name() + ", wall s", a.stream().map(Cost::seconds).toList(), b.stream().map(Cost::seconds).toList()));
                rows.add(Row.of(work.name() + ", CPU s", a.stream().map(Cost::cpuSeconds).toList(), b.stream().map(Cost::cpuSeconds).toList()));
            }
        }
        return rows;
    }

    private static Cost ours(Vm vm, String command) {
        double cpu = cpuSeconds(ProcessHandle.current());
        long start = System.nanoTime();
        int status = vm.shell(command).status();
        if (status != 0) {
            throw new IllegalStateException("'" + command + "' ended with status " + status);
        }
        return new Cost((System.nanoTime() - start) / 1e9, cpuSeconds(ProcessHandle.current()) - cpu);
    }

    /** The CPU time that a process has taken so far. */
    static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(duration -> duration.toNanos() / 1e9).orElse(Double.NaN);
    }

    /** A disk of random-looking bytes, with the programs in its first pages. */
    private static Path disk(Path file) throws IOException {
        byte[] piece = new byte[1 << 20];
        new java.util.Random(1).nextBytes(piece);
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int i = 0; i < DISK_MIB; i++) {
                byte[] bytes = piece.clone();
                for (int w = 0; i == 0 && w < WORKS.size(); w++) {
                    System.arraycopy(program(WORKS.get(w)), 0, bytes, w * 4096, 4096);
                }
                out.write(bytes);
            }
        }
        return file;
    }

    /** A piece of work as an ELF program for Linux on arm64. */
    private static byte[] program(Work work) {
        int header = 64 + 56;
        int[] code = Assembler.words("""
                    mov x0, #-100            // openat(AT_FDCWD, "/dev/vda", O_RDWR | O_DIRECT)
                    adr x1, path
                    mov w2, #0x10000
                    orr w2, w2, #2
                    mov x3, #0
                    mov x8, #56
                    svc #0
                    mov x19, x0
                    ldr w20, count
                    mov x21, #12345
                    movz x22, #0x50, lsl #16
                    ldr w24, size
                    ldr w25, call
                    ldr w26, random
                    mov x27, #0
                fill:                        // a page that was never written is none of the program's own
                    str x27, [x22, x27]
                    add x27, x27, #0x1000
                    cmp x27, #0x100, lsl #12
                    b.ne fill
                    mov x27, #0
                    movz x23, #0x7f2d
                    movk x23, #0x4c95, lsl #16
                    movk x23, #0xf42d, lsl #32
                    movk x23, #0x5851, lsl #48
                again:
                    mov x3, x27              // in order
                    add x27, x27, x24
                    cbz w26, go
                    mul x21, x21, x23        // Knuth's multiplicative generator
                    add x21, x21, #1
                    lsr x3, x21, #33
                    and x3, x3, #0xffff      // 65536 blocks of 4 KiB are 256 MiB
                    lsl x3, x3, #12
                go:
                    mov x0, x19
                    mov x1, x22
                    mov x2, x24
                    mov x8, x25
                    svc #0
                    cmp x0, x24
                    b.ne bad
                    subs x20, x20, #1
                    b.ne again
                    mov x0, x19
                    mov x8, #82              // fsync
                    svc #0
                    b end
                bad:
                    mov x0, #1
                end:
                    mov x8, #93
                    svc #0
                count:  .word %d
                size:   .word %d
                call:   .word %d
                random: .word %d
                path:   .asciz "/dev/vda"
                        .align 2
                """.formatted(work.count(), work.sizeBytes(), work.call(), work.random() ? 1 : 0));
        ByteBuffer elf = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        // ELF-64 header (System V gABI, chapter 4): executable, AArch64, one program header.
        elf.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
        elf.putShort((short) 2).putShort((short) 183).putInt(1).putLong(LOAD_ADDRESS + header).putLong(64).putLong(0).putInt(0)
                .putShort((short) 64).putShort((short) 56).putShort((short) 1).putShort((short) 64).putShort((short) 0).putShort((short) 0);
        elf.putInt(1).putInt(7).putLong(0).putLong(LOAD_ADDRESS).putLong(LOAD_ADDRESS).putLong(4096)
                .putLong(BUFFER_ADDRESS - LOAD_ADDRESS + (1 << 20)).putLong(4096);
        for (int word : code) {
            elf.putInt(word);
        }
        return elf.array();
    }
}
