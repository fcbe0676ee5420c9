package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The host memory of a boot to the prompt beyond the guest's RAM, from Linux's /proc: the process's peak resident size (VmHWM) less what is resident of the
 * mapping of 512 MiB that the RAM is. Mappings that lie against each other count as one, so a few MiB beside the RAM may be taken for it.
 */
final class Memory {
    private static final long RAM_KIB = 512 << 10;

    private record Sizes(double peakMib, double ramMib) {
        double beyond() {
            return peakMib - ramMib;
        }
    }

    private Memory() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        List<String> command = Launcher.command("boot", "--no-cache");
        List<Sizes> ours = new ArrayList<>();
        List<Sizes> theirs = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ours.add(measure(command, prompt));
            theirs.add(measure(Qemu.boot(image), prompt));
            System.err.printf("cellvisor: run %d of %d: %s, QEMU %s%n", i + 1, runs, ours.getLast(), theirs.getLast());
        }
        return List.of(Row.of("peak beyond guest RAM, MiB", ours.stream().map(Sizes::beyond).toList(), theirs.stream().map(Sizes::beyond).toList()),
                Row.of("guest RAM resident, MiB", ours.stream().map(Sizes::ramMib).toList(), theirs.stream().map(Sizes::ramMib).toList()));
    }

    /** Boots to the prompt, looks, and ends it. The launcher becomes the JVM, so the process is the one that was started. */
    private static Sizes measure(List<String> command, String prompt) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var text = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!text.toString(StandardCharsets.ISO_8859_1).contains(prompt)) {
                int size = process.getInputStream().read(buffer);
                if (size < 0) {
                    throw new IOException("it ended before its prompt: " + command);
                }
                text.write(buffer, 0, size);
            }
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            return new Sizes(peakKib(proc) / 1024.0, ramKib(proc) / 1024.0);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long peakKib(Path proc) throws IOException {
        for (String line : Files.readAllLines(proc.resolve("status"))) {
            if (line.startsWith("VmHWM:")) {
                return kib(line);
            }
        }
        throw new IOException("Linux does not tell the peak of " + proc);
    }

    /** What is resident of the smallest stretch of writable memory without a file that has room for the guest's RAM. */
    private static long ramKib(Path proc) throws IOException {
        long best = Long.MAX_VALUE;
        long resident = 0;
        long end = 0;
        long size = 0;
        long rss = 0;
        boolean counts = false;
        List<String> lines = new ArrayList<>(Files.readAllLines(proc.resolve("smaps")));
        lines.add("0-0 ---p 0 00:00 0");
        for (String line : lines) {
            String[] words = line.split("\\s+");
            if (words[0].matches("[0-9a-f]+-[0-9a-f]+")) {
                int dash = words[0].indexOf('-');
                long start = Long.parseUnsignedLong(words[0], 0, dash, 16);
                boolean plain = words[1].equals("rw-p") && words[4].equals("0");
                if (!(plain && counts && start == end)) {
                    if (counts && size >= RAM_KIB && size < best) {
                        best = size;
                        resident = rss;
                    }
                    size = 0;
                    rss = 0;
                }
                counts = plain;
                end = Long.parseUnsignedLong(words[0], dash + 1, words[0].length(), 16);
                size += end - start >>> 10;
            } else if (words[0].equals("Rss:")) {
                rss += kib(line);
            }
        }
        if (best == Long.MAX_VALUE) {
            throw new IOException("no mapping of " + proc + " is large enough for the guest's RAM");
        }
        return resident;
    }

    private static long kib(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
