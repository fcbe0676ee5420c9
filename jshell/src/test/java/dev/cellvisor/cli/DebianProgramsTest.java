package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cli.DebianPrograms.Program;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.images.Recipe;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that check themselves, on the same disk here and under QEMU with the same CPU: the same exit status and, timings aside, the same
 * output. A difference is a fault of our CPU. The short run takes one program of each kind by a seed ({@code -Dcellvisor.programs.seed}), at a
 * small size; {@code -Dcellvisor.full=true} takes all of them, longer; {@code -Dcellvisor.programs=REGEX} those whose command matches.
 */
@Timeout(value = 5, unit = TimeUnit.HOURS)
class DebianProgramsTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final long SEED = Long.getLong("cellvisor.programs.seed", 1);
    private static final Condition LIMITS = Condition.powerOff().limit(4_000_000_000_000L).seconds(7200);
    /** Not one of the programs: how many CPUs there are. */
    private static final String NPROC = "nproc";

    @TempDir
    static Path folder;

    private static GuestImage image;
    private static Path programs;

    @BeforeAll
    static void image() throws IOException {
        try {
            new ProcessBuilder(QemuDebian.PROGRAM, "--version").redirectErrorStream(true).start().getInputStream().readAllBytes();
        } catch (IOException e) {
            Assumptions.abort(QemuDebian.PROGRAM + " is not installed (Debian package qemu-system-arm)");
        }
        try {
            image = Images.ensure("debian", Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
        }
        programs = folder.resolve("programs.tar");
        DebianPrograms.disk(programs);
    }

    /** Those that were asked for, or all that a run takes. */
    private static List<Program> wanted(List<Program> otherwise) {
        String wanted = System.getProperty("cellvisor.programs");
        return wanted == null ? otherwise : DebianPrograms.all().stream().filter(program -> program.small().matches(wanted)).toList();
    }

    @Test
    void programsDoAsUnderQemuInHostMachineCode() {
        List<Program> programs = wanted(FULL ? DebianPrograms.all() : DebianPrograms.sample(SEED));
        compare("native engine", Engine.NATIVE, 1, chosen(programs, FULL));
    }

    @Test
    void programsDoAsUnderQemuOnTheInterpreter() {
        List<Program> few = wanted(FULL ? DebianPrograms.all() : DebianPrograms.sample(SEED).stream().filter(program -> program.group().equals("gcc")).toList());
        compare("interpreter", Engine.INTERPRETER, 1, chosen(few, false));
    }

    /** Those that are worth it do their work twice at once, and in the full run at length; the others run as they are, at small sizes. */
    @Test
    void programsDoAsUnderQemuOnTwoCpus() {
        List<Program> few = wanted(FULL ? DebianPrograms.all()
                : DebianPrograms.all().stream().filter(Program::threads).filter(program -> program.small().contains("threads") || program.small().contains("atomic")).toList());
        List<String> commands = new ArrayList<>(List.of(NPROC));
        for (Program program : few) {
            commands.add(program.threads() ? (FULL ? program.whole() : program.small()).replaceFirst("(--(?!seed)[\\w-]+) 1 ", "$1 2 ") : program.small());
        }
        compare("native engine, two CPUs", Engine.NATIVE, 2, commands);
    }

    private static List<String> chosen(List<Program> list, boolean whole) {
        return list.stream().map(program -> whole ? program.whole() : program.small()).toList();
    }

    private static String commandLine() {
        return image.manifest().recipe().commandLine() + " " + Recipe.SHELL_ONLY;
    }

    private static void compare(String how, Engine engine, int cpus, List<String> commands) {
        long start = System.nanoTime();
        double[] qemuSeconds = new double[1];
        CompletableFuture<List<ShellResult>> theirs = CompletableFuture.supplyAsync(() -> {
            List<ShellResult> results = qemu(cpus, commands);
            qemuSeconds[0] = (System.nanoTime() - start) / 1e9;
            return results;
        });
        List<ShellResult> ours = ours(engine, cpus, commands);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<ShellResult> qemu = join(theirs);
        List<Executable> checks = new ArrayList<>();
        long lines = 0;
        long failures = 0;
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i);
            String expected = DebianPrograms.withoutTimings(qemu.get(i).output());
            String actual = DebianPrograms.withoutTimings(ours.get(i).output());
            int statuses = i;
            checks.add(() -> assertEquals(expected, actual, command));
            checks.add(() -> assertEquals(qemu.get(statuses).status(), ours.get(statuses).status(), command));
            checks.add(() -> assertTrue(!expected.isBlank(), () -> command + " printed nothing"));
            lines += expected.lines().count();
            failures += qemu.get(i).status() == 0 ? 0 : 1;
        }
        assertAll(checks);
        long instructions = ours.stream().mapToLong(ShellResult::instructions).sum();
        System.out.printf("figure: Debian's programs beside QEMU, %s: %d of %d programs%s, %,d lines of output and every status the same (%d not 0), "
                + "%,d instructions (ours %.0f s, QEMU %.0f s, both at once)%n", how, commands.stream().filter(command -> !command.equals(NPROC)).count(), DebianPrograms.all().size(),
                FULL ? "" : ", a sample (seed " + SEED + ", small sizes; -Dcellvisor.full=true runs all, at length)", lines, failures, instructions, seconds, qemuSeconds[0]);
    }

    private static List<ShellResult> join(CompletableFuture<List<ShellResult>> theirs) {
        try {
            return theirs.join();
        } catch (CompletionException e) {
            throw new AssertionError("QEMU: " + e.getCause().getMessage(), e);
        }
    }

    private static List<ShellResult> ours(Engine engine, int cpus, List<String> commands) {
        List<ShellResult> results = new ArrayList<>();
        try (Vm vm = Vm.builder("debian").memoryMiB(512).cpus(cpus).engine(engine).date(image.manifest().rtcSeconds()).build();
                var root = FileBackend.openReadOnly(image.disk()); var data = FileBackend.openReadOnly(programs)) {
            vm.attach(new BlockDevice(new OverlayBackend(root)));
            vm.attach(new BlockDevice(data));
            vm.attach(new EntropyDevice(1));
            image.on(vm).append(commandLine()).prepare();
            vm.shell(DebianPrograms.PREPARE, LIMITS).orThrow();
            for (String command : commands) {
                results.add(vm.shell(command, LIMITS));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return results;
    }

    private static List<ShellResult> qemu(int cpus, List<String> commands) {
        List<ShellResult> results = new ArrayList<>();
        try (var qemu = new QemuDebian(image, commandLine(), cpus, programs)) {
            qemu.shell(DebianPrograms.PREPARE).orThrow();
            for (String command : commands) {
                results.add(qemu.shell(command));
            }
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return results;
    }
}
