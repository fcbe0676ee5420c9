package dev.cellvisor.cli;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.vm.BootSetup;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code cellvisor run}: runs a program without an operating system. */
final class RunCommand {
    static final Command COMMAND = new Command("run", "Runs a bare-metal program: an ELF file, or a flat binary loaded at RAM + 0x80000.",
            Command.with(Command.MACHINE,
                    Option.flag("--timing", "Prints times and instruction counts as one line of JSON on standard error."),
                    Option.flag("--stats", "Prints what the native engine left to the interpreter, on standard error."),
                    Option.flag("--fingerprint", "Prints the hash of the machine's whole state at the end, on standard error.")),
            "FILE", true,
            List.of("", "The program finds the device tree in X0 and the PL011 at 0x09000000. It ends",
                    "well by PSCI SYSTEM_OFF, or by waiting (WFI) for an interrupt that can never",
                    "come."),
            RunCommand::run);

    private static final long PATIENCE = 10_000_000_000L;

    private RunCommand() {
    }

    static int run(Arguments arguments) {
        VmBuilder builder = Machine.builder("run", arguments);
        if (!Files.isRegularFile(Path.of(arguments.file()))) {
            throw new UsageException("the program '%s' does not exist".formatted(arguments.file()));
        }
        Vm vm = builder.build(); // not closed: the process ends with it, and giving memory back takes time
        Machine.trace(vm, arguments);
        Machine.addDevices(vm, arguments.path("--disk"), null, false);
        Machine.addNetwork(vm, arguments);
        BootSetup boot = vm.boot().kernel(Path.of(arguments.file())).append(arguments.get("--append", ""));
        if (arguments.has("--initrd")) {
            boot.initrd(arguments.path("--initrd"));
        }
        vm.onReset(Vm.ResetPolicy.STOP);
        boot.prepare();
        Machine.warmUpEngine();
        Timing timing = arguments.has("--timing") ? new Timing(vm, "\0") : null;
        if (timing != null) {
            timing.begin();
        }
        Debugger.serve(vm, arguments);
        Condition limits = Condition.powerOff().limit(Machine.limit(arguments, PATIENCE)).seconds(Integer.MAX_VALUE);
        int status = Terminals.interactive() ? new Interactive(vm, false).run(limits, null, () -> { }) : run(vm, limits);
        if (arguments.has("--stats")) {
            Machine.printStatistics(vm);
        }
        if (arguments.has("--fingerprint")) {
            System.err.println("fingerprint " + vm.fingerprint());
        }
        if (timing != null) {
            System.err.println(timing.json());
        }
        vm.writeTranslations();
        return status;
    }

    private static int run(Vm vm, Condition limits) {
        var output = new ConsoleOutput();
        RunResult result;
        try (var listening = vm.console().listen(output::put)) {
            result = vm.tryRunUntil(limits);
            if (result.exit() instanceof Exit.Idle) { // perhaps it waits for input
                byte[] input = System.in.readAllBytes();
                if (input.length > 0) {
                    vm.type(input);
                    result = vm.tryRunUntil(limits);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        } finally {
            output.flush();
        }
        return switch (result.exit()) {
            case Exit.PowerOff off -> Command.OK;
            case Exit.Idle idle -> Command.OK;
            case Exit.Reset reset -> Main.fail("the program asked for a reset; that ends it here", Command.OK);
            default -> Main.fail("the run %s, at %s; the console's last lines are:%n%s".formatted(result,
                    vm.symbols().describe(vm.cpu(0).pc()), String.join("\n", vm.console().lastLines(12))), Command.FAILED);
        };
    }
}
