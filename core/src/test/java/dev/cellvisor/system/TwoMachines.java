package dev.cellvisor.system;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/**
 * Two machines for a {@link SystemGuest}: ours, in both engines, and QEMU's of the same CPU model and number of CPUs.
 *
 * @param cpu our CPU model
 * @param qemuCpu QEMU's {@code -cpu}
 * @param cpus how many
 * @param machine more of QEMU's {@code -M}, e.g. {@code "gic-version=3"}
 * @param more further options of QEMU
 * @param builder more for our VM
 */
record TwoMachines(String cpu, String qemuCpu, int cpus, String machine, List<String> more, UnaryOperator<VmBuilder> builder) {
    private static final String QEMU = "qemu-system-aarch64";
    private static final long LIMIT = 200_000_000;

    static TwoMachines of(String cpu) {
        return new TwoMachines(cpu, cpu.equals("max") ? "max,sve=off,sme=off" : cpu, 1, "gic-version=3", List.of(), builder -> builder);
    }

    TwoMachines cpus(int count) {
        return new TwoMachines(cpu, qemuCpu, count, machine, more, builder);
    }

    TwoMachines machine(String options) {
        return new TwoMachines(cpu, qemuCpu, cpus, options, more, builder);
    }

    TwoMachines qemu(String... options) {
        return new TwoMachines(cpu, qemuCpu, cpus, machine, List.of(options), builder);
    }

    TwoMachines ours(UnaryOperator<VmBuilder> options) {
        return new TwoMachines(cpu, qemuCpu, cpus, machine, more, options);
    }

    /**
     * Runs a program on ours with both engines, whose output must be the same, and on QEMU's, whose output must be the same too. Without QEMU the
     * test goes on with what ours printed, and says so.
     *
     * @return the lines
     */
    List<String> run(SystemGuest guest) {
        List<String> lines = ours(guest);
        if (installed()) {
            same(qemu(guest), "QEMU", lines, "ours");
        } else {
            System.out.println(QEMU + " is not installed (Debian: qemu-system-arm): the program's output was not compared with QEMU's");
        }
        return lines;
    }

    /** The lines that it prints on ours. */
    List<String> ours(SystemGuest guest) {
        List<String> interpreted = ours(guest, Engine.INTERPRETER);
        same(interpreted, "interpreter", ours(guest, Engine.NATIVE), "native engine");
        return interpreted;
    }

    /** Tells the first lines that differ, with the lines before them. */
    private static void same(List<String> first, String firstName, List<String> second, String secondName) {
        if (first.equals(second)) {
            return;
        }
        int at = 0;
        while (at < Math.min(first.size(), second.size()) && first.get(at).equals(second.get(at))) {
            at++;
        }
        throw new AssertionError("the outputs differ from line %d on, after%n%s%n%s printed%n%s%n%s printed%n%s".formatted(at + 1, excerpt(first, at - 4, at),
                firstName, excerpt(first, at, at + 5), secondName, excerpt(second, at, at + 5)));
    }

    private static String excerpt(List<String> lines, int from, int to) {
        return String.join("\n", lines.subList(Math.clamp(from, 0, lines.size()), Math.clamp(to, 0, lines.size()))).indent(4);
    }

    private List<String> ours(SystemGuest guest, Engine engine) {
        try (Vm vm = builder.apply(Vm.builder("system").memoryMiB(64).cpuModel(cpu).cpus(cpus).engine(engine)).build()) {
            vm.load(SystemGuest.CODE, guest.bytes());
            vm.cpu(0).set("pc", SystemGuest.CODE);
            RunResult result = vm.run(LIMIT);
            if (!(result.exit() instanceof Exit.PowerOff)) {
                throw new AssertionError("our machine ended with %s at 0x%x; it printed%n%s".formatted(result.exit(), vm.cpu(0).pc(), vm.console().text()));
            }
            return lines(vm.console().text());
        }
    }

    private static boolean installed() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (new File(directory, QEMU).canExecute()) {
                return true;
            }
        }
        return false;
    }

    /** Skips the rest of a test that has nothing to say without QEMU. */
    static void assumeQemu() {
        Assumptions.assumeTrue(installed(), "skipped: " + QEMU + " is not installed (Debian: qemu-system-arm)");
    }

    private List<String> qemu(SystemGuest guest) {
        try {
            Path image = Files.createTempFile("system-guest", ".bin");
            Path output = Files.createTempFile("system-guest", ".txt");
            try {
                Files.write(image, guest.bytes());
                List<String> command = new ArrayList<>(List.of(QEMU, "-M", "virt," + machine, "-cpu", qemuCpu, "-smp", Integer.toString(cpus), "-m", "64",
                        "-accel", "tcg,thread=single", "-display", "none", "-monitor", "none", "-nodefaults", "-serial", "file:" + output,
                        "-device", "loader,file=%s,addr=0x%x,cpu-num=0,force-raw=on".formatted(image, SystemGuest.CODE)));
                command.addAll(more);
                Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("the program did not end under QEMU; it printed\n" + Files.readString(output, StandardCharsets.ISO_8859_1));
                }
                return lines(Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.delete(image);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while QEMU ran", e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }
}
