package dev.cellvisor.cli;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.vm.BootSetup;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunLimitException;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.nio.file.Path;
import java.util.List;

/** {@code cellvisor boot}: boots Linux, interactively, from standard input, or for some commands. */
final class BootCommand {
    static final Command COMMAND = new Command("boot", "Boots arm64 Linux: Debian's kernel and busybox, or files of your own.",
            Command.with(Command.MACHINE,
                    new Option("--kernel", "FILE", "A kernel of your own (arm64 Image); then no initramfs and no disk but those you name."),
                    new Option("--image", "RECIPE", "Which guest image to boot: minimal, or debian, a root disk with systemd, gcc, python3 and more; minimal@sid: of another release (minimal)."),
                    new Option("--exec", "COMMANDS", "Runs commands at the guest's prompt and prints their output only; the status is the last one's."),
                    Option.flag("--login", "With --exec and the image debian: boots all of it and logs in, instead of the root shell that is there sooner."),
                    new Option("--devices", "LIST", "More virtio devices, with ';' between them: balloon,target=64M; rng,seed=5; "
                            + "console,port=NAME=FILE,tty=FILE."),
                    Option.flag("--no-cache", "Boots anew, and keeps nothing: otherwise a boot that was done once is taken from the cache, up to the first prompt."),
                    Option.flag("--cache", "Takes the boot from the cache, or keeps it, with --fingerprint and --timing too."),
                    Option.flag("--timing", "Prints times and instruction counts as one line of JSON on standard error."),
                    Option.flag("--stats", "Prints what the native engine left to the interpreter, on standard error."),
                    Option.flag("--profile", "Prints where the guest spent its time, by function, and what the engines did, on standard error."),
                    Option.flag("--lockstep", "Runs the guest on both engines, compares them every million instructions and shows where they part; --engine native to "
                            + "translate everything."),
                    Option.flag("--fingerprint", "Prints the hash of the machine's whole state at the end, on standard error.")),
            null, false,
            List.of("", "On a terminal the guest's console is yours; Ctrl-A x leaves. Otherwise",
                    "standard input is typed at the prompt, and the guest is switched off at its",
                    "end."),
            BootCommand::run);

    /** What a guest may execute before it is given up, where nobody watches. */
    private static final long PATIENCE = 40_000_000_000L;
    /** The same where there are compilers and benchmarks to be run. */
    private static final long MORE_PATIENCE = 4_000_000_000_000L;
    private static final String INIT_LINE = "cellvisor: init";

    private final Vm vm;
    private final Arguments arguments;
    private final Timing timing;
    private final Condition limits;
    private final String login;
    /** {@code null} if the cache steps aside. */
    private final KeptBoot kept;
    /** Whether the guest is at its first prompt already, or at its login. */
    private final boolean taken;

    private BootCommand(Vm vm, Arguments arguments, Guest guest, KeptBoot kept, boolean taken) {
        this.vm = vm;
        this.kept = kept;
        this.taken = taken;
        this.arguments = arguments;
        login = guest.login();
        timing = arguments.has("--timing") ? new Timing(vm, INIT_LINE) : null;
        limits = Condition.powerOff().limit(Machine.limit(arguments, guest.rootDisk() ? MORE_PATIENCE : PATIENCE)).seconds(Integer.MAX_VALUE);
    }

    static int run(Arguments arguments) {
        return run(BootCache.own(), arguments);
    }

    static int run(BootCache cache, Arguments arguments) {
        VmBuilder builder = Machine.builder("boot", arguments);
        KeptBoot.warmUp(arguments); // and says what does not fit
        List<VirtioDevice> moreDevices = MoreDevices.of(arguments);
        Guest guest = Guest.of(arguments);
        KeptBoot kept = KeptBoot.of(cache, arguments, guest);
        Vm booted = kept == null ? null : kept.take(arguments);
        if (booted != null) {
            if (arguments.has("--keep-translations")) {
                booted.keepTranslations(TranslationFolder.own());
            }
            return new BootCommand(booted, arguments, guest, kept, true).run();
        }
        if (guest.dateSeconds() >= 0) {
            builder.date(guest.dateSeconds());
        }
        Vm vm = builder.build(); // not closed: the process ends with it, and giving memory back takes time
        Machine.trace(vm, arguments);
        Machine.addDevices(vm, arguments.path("--disk"), guest.disk(), guest.rootDisk());
        Machine.addNetwork(vm, arguments);
        moreDevices.forEach(vm::attach);
        BootSetup boot = vm.boot().kernel(guest.kernel()).append(guest.commandLine());
        Path initrd = arguments.has("--initrd") ? arguments.path("--initrd") : guest.initrd();
        if (initrd != null) {
            boot.initrd(initrd);
        }
        vm.onReset(Vm.ResetPolicy.STOP);
        if (arguments.has("--profile")) {
            vm.profile();
        }
        vm.prompt(guest.prompt());
        boot.prepare();
        if (arguments.has("--lockstep")) {
            return LockstepRun.run(vm, arguments.has("--exec") ? arguments.get("--exec", "") : null, Machine.limit(arguments, PATIENCE));
        }
        return new BootCommand(vm, arguments, guest, kept, false).run();
    }

    private int run() {
        Machine.warmUpEngine();
        if (timing != null) {
            timing.begin();
        }
        int status;
        try {
            Debugger.serve(vm, arguments);
            if (arguments.has("--exec")) {
                status = exec(arguments.get("--exec", ""));
            } else if (Terminals.interactive()) {
                status = new Interactive(vm, taken).run(limits, login == null ? vm.prompt() : login, this::ready);
            } else {
                status = new Typing(vm, timing, limits, login, taken, this::ready).run(System.in);
            }
        } catch (RunLimitException e) {
            status = Main.fail(e.getMessage(), Command.FAILED);
        }
        if (vm.panic() != null && status == Command.OK) {
            status = Main.fail("the guest's kernel panicked: " + vm.panic(), Command.FAILED);
        }
        if (arguments.has("--stats")) {
            Machine.printStatistics(vm);
        }
        if (arguments.has("--profile")) {
            System.err.println(vm.profile());
        }
        if (arguments.has("--fingerprint")) {
            System.err.println("fingerprint " + vm.fingerprint());
        }
        if (timing != null) {
            System.err.println(timing.json());
        }
        vm.writeTranslations();
        if (kept != null) {
            kept.finish();
        }
        return status;
    }

    /** The guest is at its first prompt, or at its login, for the first time. */
    private void ready() {
        if (kept != null && !taken) {
            kept.ready(vm);
        }
    }

    private int exec(String commands) {
        if (!vm.console().text().endsWith(vm.prompt())) {
            waitForPrompt();
        }
        return execAtPrompt(commands);
    }

    private void waitForPrompt() {
        if (login != null) {
            if (!taken) {
                vm.runUntil(Condition.console(login).or(limits));
                ready();
            }
            vm.type("root\n");
        }
        vm.runUntil(Condition.console(vm.prompt()).limit(Machine.limit(arguments, PATIENCE)).seconds(Integer.MAX_VALUE));
        if (login == null) {
            ready();
        }
    }

    private int execAtPrompt(String commands) {
        if (timing != null) {
            timing.prompt();
        }
        var output = new ConsoleOutput();
        ShellResult result;
        try {
            // In a subshell, so that an exit among them gives the status and does not end the guest's own shell.
            result = vm.shell("(" + commands + "\n)", limits, output::put);
        } finally {
            output.flush();
        }
        if (!result.ended()) { // the commands switched the guest off themselves
            return Command.OK;
        }
        powerOff(vm, limits);
        return result.status();
    }

    /** Switches a guest off that shows its prompt. */
    static void powerOff(Vm vm, Condition limits) {
        vm.type("poweroff -f\n");
        var result = vm.tryRunUntil(limits);
        if (!(result.exit() instanceof Exit.PowerOff) && !(result.exit() instanceof Exit.Reset)) {
            throw new IllegalStateException("the guest was told to switch off and did not; the run " + result);
        }
    }
}
