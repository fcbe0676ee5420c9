package dev.cellvisor.bench;

import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How soon a guest starts: the launcher's call to the first instruction of Linux as {@code boot --timing} tells it, to the byte that a program's fourth
 * instruction writes (seen from outside, with all that the first instruction takes), and to the prompt of a boot that is taken from the cache. QEMU boots anew
 * beside the last.
 */
final class Start {
    private static final Pattern FIRST = Pattern.compile("startToFirstInstructionSeconds\":([0-9.]+)");
    private static final long PROGRAM_AT = 0x4008_0000L;
    private static final int PATIENCE_SECONDS = 60;

    private Start() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        Path program = Files.createTempFile("cellvisor", ".bin");
        try {
            Files.write(program, Assembler.assemble(PROGRAM_AT, """
                    movz x1, #0x900, lsl #16
                    movz w2, #0x21
                    str w2, [x1]
                    movz w2, #0x0a
                    str w2, [x1]
                    movz x0, #0x8, lsl #0
                    movk x0, #0x8400, lsl #16
                    hvc #0
                    """).bytes());
            List<String> first = Launcher.command("boot", "--no-cache", "--timing", "--instructions", "1", "--exec", "true");
            List<String> bare = Launcher.command("run", program.toString());
            List<String> kept = Launcher.command("boot");
            firstInstruction(first); // what is not kept of earlier runs is made by these
            GuestProcess.run(kept, prompt, "");
            GuestProcess.run(bare, "!", "");
            waitForCaches();
            List<Double> toFirst = new ArrayList<>();
            List<Double> toByte = new ArrayList<>();
            List<Double> toPrompt = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            List<Double> qemuPrompt = new ArrayList<>();
            List<Double> qemuCpu = new ArrayList<>();
            for (int i = 0; i <= runs; i++) {
                double one = firstInstruction(first);
                double two = GuestProcess.run(bare, "!", "").secondsToPrompt();
                GuestProcess three = GuestProcess.run(kept, prompt, "");
                GuestProcess qemu = GuestProcess.run(Qemu.boot(image), prompt, "poweroff -f\n");
                System.err.printf("cellvisor: run %d of %d: first instruction %.3f s, first byte %.3f, prompt from the cache %.3f, QEMU's cold %.3f%n", i, runs, one, two,
                        three.secondsToPrompt(), qemu.secondsToPrompt());
                if (i > 0) { // the first warms the file cache
                    toFirst.add(one);
                    toByte.add(two);
                    toPrompt.add(three.secondsToPrompt());
                    cpu.add(three.cpuSeconds());
                    qemuPrompt.add(qemu.secondsToPrompt());
                    qemuCpu.add(qemu.cpuSeconds());
                }
            }
            return List.of(new Row("to the first instruction, s", Row.median(toFirst), Double.NaN), new Row("to a program's first byte, s", Row.median(toByte), Double.NaN),
                    Row.of("cached boot to prompt, wall s", toPrompt, qemuPrompt), Row.of("the same to its end, CPU s", cpu, qemuCpu));
        } finally {
            Files.delete(program);
        }
    }

    /** Seconds from here to the first instruction. */
    private static double firstInstruction(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CELLVISOR_START_MS", Long.toString(System.currentTimeMillis()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher found = FIRST.matcher(text);
        if (!found.find()) {
            throw new IOException("no time in what it says: " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    /** The launcher makes a cache for the JVM in the background when a first run of {@code boot} or {@code run} has ended. */
    private static void waitForCaches() throws IOException, InterruptedException {
        Path state = Launcher.HOME.resolve(".cache/launcher");
        for (int i = 0; i < PATIENCE_SECONDS && !(hasCache(state, "boot-") && hasCache(state, "run-")); i++) {
            Thread.sleep(1000);
        }
    }

    private static boolean hasCache(Path state, String name) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.map(file -> file.getFileName().toString()).anyMatch(file -> file.startsWith(name) && file.endsWith(".aot"));
        }
    }
}
