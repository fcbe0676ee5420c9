package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.util.ArrayList;
import java.util.List;

/** Cold boot of the default image: process start to the shell prompt, and on to power-off; ours and QEMU's in turn. */
final class ColdBoot {

    private ColdBoot() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        List<String> ours = List.of(System.getProperty("cellvisor.home", ".") + "/cellvisor", "boot");
        List<String> qemu = Qemu.boot(image);
        List<GuestProcess> mine = new ArrayList<>();
        List<GuestProcess> theirs = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            GuestProcess a = GuestProcess.run(ours, prompt, "");
            GuestProcess b = GuestProcess.run(qemu, prompt, "poweroff -f\n");
            if (i > 0) { // the first of each warms the file cache
                mine.add(a);
                theirs.add(b);
            }
            System.err.printf("cellvisor: run %d of %d: ours %.2f s, QEMU %.2f s to the prompt%n", i, runs, a.secondsToPrompt(), b.secondsToPrompt());
        }
        return List.of(
                Row.of("cold-boot to prompt, wall s", mine.stream().map(GuestProcess::secondsToPrompt).toList(),
                        theirs.stream().map(GuestProcess::secondsToPrompt).toList()),
                Row.of("cold-boot to power-off, wall s", mine.stream().map(GuestProcess::seconds).toList(),
                        theirs.stream().map(GuestProcess::seconds).toList()),
                Row.of("cold-boot to power-off, CPU s", mine.stream().map(GuestProcess::cpuSeconds).toList(),
                        theirs.stream().map(GuestProcess::cpuSeconds).toList()));
    }
}
