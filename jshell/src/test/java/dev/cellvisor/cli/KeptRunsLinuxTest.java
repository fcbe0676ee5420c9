package dev.cellvisor.cli;

import static dev.cellvisor.Cells.console;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.state.CacheFolder;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.KeptFolder;
import dev.cellvisor.vm.KeptRuns.Outcome;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A notebook's Linux, run a second time: cells up to the first that changed take what the first time came to. */
@Timeout(300)
class KeptRunsLinuxTest {
    private static final String WORK = "dd if=/dev/vda bs=4096 count=200 2>/dev/null | md5sum; head -c 8 /dev/hwrng | od -x; cat /proc/uptime";

    @TempDir
    Path directory;

    private Vm linux(String name) throws IOException {
        GuestImage image = Images.find(Images.DEFAULT).orElseThrow();
        Vm vm = Vm.builder(name).memoryMiB(512).date(image.manifest().rtcSeconds()).keepRuns(new KeptFolder(directory, 2L << 30), 5_000_000).build();
        vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
        vm.attach(new EntropyDevice(vm.seed()));
        image.on(vm).prepare();
        return vm;
    }

    @Test
    void aBootAndWorkAreTakenAndGoOnAsTheyDid() throws IOException {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        assertEquals(Images.cache(), CacheFolder.path(), "one place for all that is kept");
        try (Vm run = linux("run"); Vm taken = linux("taken")) {
            long start = System.nanoTime();
            RunResult booted = run.runUntil(console("# "));
            long prompt = System.nanoTime();
            ShellResult worked = run.shell(WORK);
            long end = System.nanoTime();
            run.keptRuns().finish();
            String fingerprint = run.fingerprint();

            long again = System.nanoTime();
            assertEquals(booted, taken.runUntil(console("# ")));
            long there = System.nanoTime();
            ShellResult same = taken.shell(WORK);
            long done = System.nanoTime();
            assertEquals(worked, same);
            assertEquals(Outcome.TAKEN, taken.keptRuns().rows().getFirst().outcome(), taken.keptRuns()::toString);
            assertEquals(run.keptRuns().count(Outcome.KEPT), taken.keptRuns().count(Outcome.TAKEN), run.keptRuns() + "\n" + taken.keptRuns());
            assertTrue(taken.keptRuns().count(Outcome.TAKEN) >= 2, taken.keptRuns()::toString);
            assertEquals(fingerprint, taken.fingerprint());
            assertEquals(run.console().text(), taken.console().text());
            assertEquals(run.exits().toString(), taken.exits().toString());
            assertEquals(run.symbols().address("start_kernel"), taken.symbols().address("start_kernel"), "where the kernel has moved itself to");
            for (Vm vm : List.of(run, taken)) {
                vm.type("ls -R /sys | wc -l\n");
                vm.run(5_000_000);
            }
            assertEquals(run.fingerprint(), taken.fingerprint());
            System.out.printf("figure: Linux to its prompt: run %.2f s, taken %.3f s; a shell command after it: run %.2f s, taken %.3f s; %d MiB kept (on a busy machine)%n",
                    (prompt - start) / 1e9, (there - again) / 1e9, (end - prompt) / 1e9, (done - there) / 1e9,
                    new KeptFolder(directory, 2L << 30).entries().stream().mapToLong(KeptFolder.Entry::sizeBytes).sum() >> 20);
        }
    }
}
