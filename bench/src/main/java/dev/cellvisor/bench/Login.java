package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The image debian with systemd and all its services, from process start to the login prompt: wall and CPU seconds, ours and QEMU's in turn. */
final class Login {
    /** Seconds of the clock and of the processors. */
    private record Cost(double wall, double cpu) {
    }

    private Login() {
    }

    static List<Row> run(int runs, String engine) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure("debian", Progress.none());
        List<String> ours = Launcher.command("boot", "--no-cache", "--image", "debian", "--engine", engine);
        List<Cost> mine = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            Cost one = login(ours, image);
            Cost other = login(Qemu.boot(image), image);
            System.err.printf("cellvisor: run %d of %d, to the login prompt: ours %.2f s, CPU %.2f s, QEMU %.2f s, CPU %.2f s%n", i, runs,
                    one.wall(), one.cpu(), other.wall(), other.cpu());
            if (i > 0) { // the first of each warms the file cache
                mine.add(one);
                theirs.add(other);
            }
        }
        return List.of(Row.of(engine + ", debian to login, wall s", mine.stream().map(Cost::wall).toList(), theirs.stream().map(Cost::wall).toList()),
                Row.of(engine + ", debian to login, CPU s", mine.stream().map(Cost::cpu).toList(), theirs.stream().map(Cost::cpu).toList()));
    }

    private static Cost login(List<String> command, GuestImage image) throws IOException {
        long start = System.nanoTime();
        try (var guest = new GuestSession(command, image.manifest().recipe().login())) {
            return new Cost((System.nanoTime() - start) / 1e9, guest.cpuSeconds());
        }
    }
}
