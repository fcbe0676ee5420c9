package dev.cellvisor.bench;

import static dev.cellvisor.vm.Condition.console;

import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.images.Recipe;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many instructions translated code leaves to the interpreter one by one, in a boot and in each program of {@link DebianWork}: counts, which a loaded
 * machine does not change. Code that is too cold to be translated is a column of its own, and so are page walks, of which most are reasons to leave.
 */
final class LeftOvers {
    /** How many operations are named for each. */
    private static final int NAMED = 6;

    private LeftOvers() {
    }

    static List<Row> run(int runs) throws Exception {
        System.out.printf("%-30s %16s %10s %10s %10s %10s  %s%n", "", "instructions", "no emitter", "off path", "cold", "walks", "most often, in thousandths of a per cent");
        GuestImage minimal = Images.ensure("minimal", Progress.none());
        try (Vm vm = Vm.builder("left").memoryMiB(512).date(minimal.manifest().rtcSeconds()).build()) {
            minimal.on(vm).prepare();
            vm.runUntil(console(vm.prompt()));
            print("boot of minimal", vm.cpu(0).engineReport(), vm.cpu(0).engineCounts().walks());
        }
        GuestImage debian = Images.ensure("debian", Progress.none());
        try (Vm vm = Vm.builder("left").memoryMiB(512).date(debian.manifest().rtcSeconds()).build(); var disk = FileBackend.openReadOnly(debian.disk())) {
            vm.attach(new BlockDevice(new OverlayBackend(disk)));
            vm.attach(new EntropyDevice(1));
            debian.on(vm).append(debian.manifest().recipe().commandLine() + " " + Recipe.SHELL_ONLY).prepare();
            vm.runUntil(console(vm.prompt()));
            print("boot of debian, to a shell", vm.cpu(0).engineReport(), vm.cpu(0).engineCounts().walks());
            List<DebianWork.Work> works = new ArrayList<>(DebianWork.OPENSSL);
            works.addAll(DebianWork.PROGRAMS);
            for (DebianWork.Work work : works) {
                DebianWork.ours(vm, work.prepare());
                EngineReport before = vm.cpu(0).engineReport();
                long walksBefore = vm.cpu(0).engineCounts().walks();
                DebianWork.ours(vm, work.command());
                print(work.name(), vm.cpu(0).engineReport().since(before), vm.cpu(0).engineCounts().walks() - walksBefore);
            }
        }
        return List.of();
    }

    private static void print(String name, EngineReport report, long walks) {
        double all = report.instructions() / 100.0;
        var most = new StringBuilder();
        report.left().stream().limit(NAMED).forEach(one -> most.append(most.isEmpty() ? "" : ", ")
                .append(one.operation().replaceFirst(".*\\.|SystemInstructions: ", "")).append(String.format(Locale.ROOT, " %.1f", 1000 * one.count() / all)));
        System.out.println(String.format(Locale.ROOT, "%-30s %,16d %10.4f %10.4f %10.4f %10.4f  %s", name, report.instructions(), report.unknown() / all,
                (report.count() - report.unknown()) / all, report.walked() / all, walks / all, most));
    }
}
