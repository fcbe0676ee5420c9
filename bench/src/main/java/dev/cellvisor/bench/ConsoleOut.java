package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 10 MB out of the guest through virtio-console: over a generic port into a file of the host's, in writes of 1 MB, and
 * over the console hvc0, which Linux feeds in pieces of 16 bytes and which both sides throw away. The seconds from the first to the last word of the guest around the copy, taken outside.
 */
final class ConsoleOut {
    private static final int BYTES = 10_000_000;
    private static final String FIRST = "copy begins";
    private static final String LAST = "copy ended";

    private ConsoleOut() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        Path directory = Files.createTempDirectory("cellvisor-console-bench");
        try {
            List<Row> rows = new ArrayList<>();
            rows.add(measure("console port, 10 MB out, s", image, directory, runs, false));
            rows.add(measure("console hvc0, 10 MB out, s", image, directory, runs, true));
            return rows;
        } finally {
            for (String file : List.of("ours", "qemu")) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        }
    }

    private static Row measure(String name, GuestImage image, Path directory, int runs, boolean tty) throws Exception {
        Path oursFile = directory.resolve("ours");
        Path qemuFile = directory.resolve("qemu");
        List<String> ours = Launcher.command("boot", "--no-cache");
        List<String> qemu = new ArrayList<>(Qemu.boot(image));
        if (!tty) {
            ours.addAll(List.of("--devices", "console,port=out=" + oursFile));
            qemu.addAll(List.of("-device", "virtio-serial-device", "-chardev", "file,id=out,path=" + qemuFile,
                    "-device", "virtserialport,chardev=out,name=out"));
        }
        String prompt = image.manifest().recipe().prompt();
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            double a = GuestProcess.between(ours, prompt, commands(tty), FIRST, LAST);
            double b = GuestProcess.between(qemu, prompt, commands(tty), FIRST, LAST);
            if (!tty) {
                check("ours", oursFile);
                check("QEMU's", qemuFile);
            }
            if (i > 0) { // the first of each warms the file cache
                mine.add(a);
                theirs.add(b);
            }
            System.err.printf("cellvisor: %s, run %d of %d: ours %.2f s, QEMU %.2f s%n", name, i, runs, a, b);
        }
        return Row.of(name, mine, theirs);
    }

    /** The words are put together by the shell, so that the echo of what is typed has them not. */
    private static String commands(boolean tty) {
        String target = tty ? "out=/dev/hvc0; stty -F $out raw"
                : "for d in /sys/class/virtio-ports/*; do [ \"$(cat $d/name 2>/dev/null)\" = out ] && out=/dev/${d##*/}; done";
        return "dd if=/dev/zero of=/tmp/big bs=1000000 count=" + BYTES / 1_000_000 + " 2>/dev/null; " + target
                + "; echo copy begin''s; dd if=/tmp/big of=$out bs=1000000 2>/dev/null; echo copy end''ed; poweroff -f\n";
    }

    private static void check(String whose, Path file) throws IOException {
        if (Files.size(file) != BYTES) {
            throw new IOException("%s guest wrote %d bytes instead of %d".formatted(whose, Files.size(file), BYTES));
        }
    }
}
