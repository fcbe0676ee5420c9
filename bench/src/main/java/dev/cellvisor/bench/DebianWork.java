package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.images.Recipe;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Programs in the image debian that do the same work each time, here and in QEMU in turn, timed on the host from typing the command to its
 * end. Neither side's guest runs any service. 7-Zip's own benchmark and `openssl speed` are no such work: how much they do follows from the guest's clock.
 */
final class DebianWork {
    /** A command; what it needs is prepared once before. */
    record Work(String name, String prepare, String command) {
    }

    private static final String KEY = "-K 000102030405060708090a0b0c0d0e0f";
    private static final String IV = " -iv 000102030405060708090a0b0c0d0e0f";
    private static final String DATA = "[ -f /dev/shm/data ] || head -c 33554432 /dev/zero >/dev/shm/data";

    static final List<Work> OPENSSL = List.of(
            new Work("openssl sha256, 32 MiB", DATA, "openssl dgst -sha256 /dev/shm/data"),
            new Work("openssl aes-128-cbc, 32 MiB", DATA, "openssl enc -aes-128-cbc " + KEY + IV + " -in /dev/shm/data -out /dev/null"),
            new Work("openssl chacha20, 32 MiB", DATA, "openssl enc -chacha20 " + KEY + "101112131415161718191a1b1c1d1e1f" + IV + " -in /dev/shm/data -out /dev/null"));

    static final List<Work> PROGRAMS = List.of(
            new Work("7z a, 4 MiB of a program", "head -c 4194304 $(gcc -print-prog-name=cc1) >/dev/shm/program",
                    "rm -f /dev/shm/a.7z; 7z a -bd -mx=5 -mmt=1 /dev/shm/a.7z /dev/shm/program >/dev/null"),
            new Work("python3, a loop", "true", "python3 -c $'s = 0\\nfor i in range(1000000):\\n  s += i * i % 7\\nprint(s)'"),
            new Work("sqlite3, 50000 inserts", "true", "rm -f /dev/shm/db; sqlite3 /dev/shm/db 'create table t (a integer primary key, b text); create index i on t (b); "
                    + "with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000) insert into t select i, hex(i * 7919) from n'"),
            new Work("gcc -O2, 200 functions", "for i in $(seq 200); do echo \"int f$i(int *a, int n) { int s = $i; for (int k = 0; k < n; k++) s += a[k] * (k ^ $i) + s / 3; return s; }\"; done >/dev/shm/work.c",
                    "gcc -O2 -c -o /dev/shm/work.o /dev/shm/work.c"));

    private DebianWork() {
    }

    static List<Row> openssl(int runs, String engine) throws Exception {
        return run(OPENSSL, runs, engine);
    }

    static List<Row> programs(int runs, String engine) throws Exception {
        return run(PROGRAMS, runs, engine);
    }

    private static List<Row> run(List<Work> works, int runs, String engine) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure("debian", Progress.none());
        String commandLine = image.manifest().recipe().commandLine() + " " + Recipe.SHELL_ONLY;
        List<Row> rows = new ArrayList<>();
        try (Vm vm = Vm.builder("bench").memoryMiB(512).engine(Engine.valueOf(engine.toUpperCase(Locale.ROOT))).date(image.manifest().rtcSeconds()).build();
                var disk = FileBackend.openReadOnly(image.disk()); var qemu = new GuestSession(Qemu.boot(image, commandLine), "# ")) {
            vm.attach(new BlockDevice(new OverlayBackend(disk)));
            vm.attach(new EntropyDevice(1));
            image.on(vm).append(commandLine).prepare();
            for (Work work : works) {
                ours(vm, work.prepare());
                qemu.seconds(work.prepare());
                List<Double> mine = new ArrayList<>();
                List<Double> theirs = new ArrayList<>();
                for (int i = 0; i <= runs; i++) {
                    double one = ours(vm, work.command());
                    double other = qemu.seconds(work.command());
                    System.err.printf("cellvisor: %s, run %d of %d: ours %.2f s, QEMU %.2f s%n", work.name(), i, runs, one, other);
                    if (i > 0) { // the first warms file cache, compiler and translator
                        mine.add(one);
                        theirs.add(other);
                    }
                }
                rows.add(Row.of(work.name() + ", s", mine, theirs));
            }
            System.err.println("cellvisor: ours is " + vm.engine());
        }
        return rows;
    }

    static double ours(Vm vm, String command) {
        long start = System.nanoTime();
        vm.shell(command, Condition.powerOff().limit(1_000_000_000_000L).seconds(3600)).orThrow();
        return (System.nanoTime() - start) / 1e9;
    }
}
