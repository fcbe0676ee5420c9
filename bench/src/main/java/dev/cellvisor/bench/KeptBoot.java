package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.util.ArrayList;
import java.util.List;

/** {@code ./cellvisor boot} from the cache of boots, JVM start included, beside QEMU's cold boot of the same image, in turn. The cache is its subject, so it is used. */
final class KeptBoot {
    private KeptBoot() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        List<String> ours = List.of(System.getProperty("cellvisor.home", ".") + "/cellvisor", "boot", "--cache");
        List<Double> fromCache = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        for (int i = -1; i <= runs; i++) { // the first may boot and keep it; the second warms the host's file cache
            double kept = GuestProcess.run(ours, prompt, "").secondsToPrompt();
            double qemu = i < 0 ? 0 : GuestProcess.run(Qemu.boot(image), prompt, "poweroff -f\n").secondsToPrompt();
            System.err.printf("cellvisor: run %d of %d, seconds to the prompt: from the cache %.2f QEMU %.2f%n", i, runs, kept, qemu);
            if (i > 0) {
                fromCache.add(kept);
                cold.add(qemu);
            }
        }
        return List.of(Row.of("from the cache, to prompt, wall s", fromCache, cold));
    }
}
