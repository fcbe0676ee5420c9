package dev.cellvisor.cli;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The subcommands whose work is done elsewhere. */
final class OtherCommands {
    // These modules are above this one, and so are only known by name.
    private static final String LAB_CLASS = "dev.cellvisor.notebook.Lab";
    private static final String BUNDLE_CLASS = "dev.cellvisor.notebook.Bundle";
    private static final String BENCH_CLASS = "dev.cellvisor.bench.Bench";
    private static final String KVM_LAB_CLASS = "dev.cellvisor.lab.KvmLab";

    static final Command LAB = new Command("lab", "Opens the notebooks in Jupyter.",
            List.of(Option.flag("--execute", "Runs all notebooks without opening them; the status says whether every cell ran."),
                    Option.flag("--save", "Runs them in this JVM, and writes what they show back into them."),
                    new Option("--port", "PORT", "Where Jupyter listens on loopback (the first free port from 8888 on)."),
                    Option.flag("--no-browser", "Opens no browser; the address is printed."),
                    Option.flag("--user", "Only installs the kernel, for this user's own Jupyter.")),
            "NOTEBOOK", false, List.of(), OtherCommands::lab);

    static final Command JSHELL = new Command("jshell", "Opens a prompt with everything imported, or runs a script.",
            List.of(), "SCRIPT", false,
            List.of("", "SCRIPT is a .jsh file, or an .ipynb notebook whose code cells are run. It",
                    "stops at the first snippet that fails, with status 1."),
            arguments -> arguments.file() == null ? JshellPrompt.open() : ScriptRunner.run(Path.of(arguments.file())));

    static final Command BUNDLE = new Command("bundle", "Packs a notebook or script with all it needs into an archive that replays on any JDK.",
            List.of(new Option("--out", "FILE", "The archive (the script's name with .zip, in the working directory)."),
                    new Option("--with", "FILES", "Further files that the script reads, separated by commas, as it names them.")),
            "SCRIPT", true,
            List.of("", "It is run twice: for the hashes of the VMs that are open at its end, and to see", "that it comes to the same. Unpack the archive anywhere: java -jar replay.jar"),
            OtherCommands::bundle);

    static final Command IMAGES = new Command("images", "Lists the guest images, and builds them.",
            List.of(Option.flag("--build", "Builds the image if it is not there."),
                    Option.flag("--update", "Builds it again from Debian's newest packages."),
                    Option.flag("--verify", "Compares its files with its manifest."),
                    new Option("--lock", "MANIFEST", "Builds the image that a manifest tells of.")),
            "RECIPE", false, List.of(), ImagesCommand::run);

    static final Command BENCH = new Command("bench", "Measures beside qemu-system-aarch64; without a name, lists what.",
            List.of(new Option("--runs", "N", "How many runs of each side are counted (5)."),
                    new Option("--engine", "NAME", "Ours in login, openssl and programs: auto, interpreter or native (auto).")), "NAME", false, List.of(), OtherCommands::bench);

    static final Command KVM_LAB = new Command("kvm-lab", "Runs the KVM checks of an architecture inside a QEMU machine that has KVM.",
            List.of(new Option("--only", "TEXT", "Only the checks with this in their names."),
                    new Option("--log", "FILE", "Writes the machine's serial console to a file."),
                    Option.flag("--verbose", "Shows the whole serial console.")), "NAME", true,
            List.of("", "NAME is arm64 or amd64. Needs QEMU, and the first time Debian's archive."), OtherCommands::kvmLab);

    static final Command TEST = new Command("test", "Builds everything and runs all tests.", List.of(), null, false, List.of(),
            arguments -> Main.fail("test is done by the launcher script: ./cellvisor test", Command.FAILED));

    private OtherCommands() {
    }

    private static int lab(Arguments arguments) {
        return above(LAB_CLASS, "lab", "notebooks", Stream.concat(
                Stream.of("--execute", "--save", "--no-browser", "--user").filter(arguments::has),
                Stream.of(arguments.has("--port") ? "--port=" + arguments.get("--port", "") : null, arguments.file())));
    }

    private static int bundle(Arguments arguments) {
        String name = Path.of(arguments.file()).getFileName().toString();
        String archive = arguments.get("--out", (name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name) + ".zip");
        return above(BUNDLE_CLASS, "bundle", "notebooks", Stream.concat(Stream.of(arguments.file(), archive),
                arguments.has("--with") ? Stream.of(arguments.get("--with", "").split(",")) : Stream.empty()));
    }

    private static int bench(Arguments arguments) {
        String engine = arguments.get("--engine", "auto");
        if (!List.of("auto", "interpreter", "native").contains(engine)) {
            throw new UsageException("--engine %s: it is auto, interpreter or native".formatted(engine));
        }
        boolean named = arguments.file() != null;
        return above(BENCH_CLASS, "bench", "bench", Stream.of(arguments.file(), named ? arguments.get("--runs", "5") : null, named ? engine : null));
    }

    private static int kvmLab(Arguments arguments) {
        return above(KVM_LAB_CLASS, "kvm-lab", "bench", Stream.of(arguments.file(), arguments.has("--verbose") ? "--verbose" : null,
                arguments.has("--log") ? "--log=" + arguments.get("--log", "") : null, arguments.get("--only", null)));
    }

    /** Calls {@code public static int run(String...)} of a class in a module above this one. */
    private static int above(String name, String command, String module, Stream<String> words) {
        try {
            Class<?> type = Class.forName(name);
            return (int) type.getMethod("run", String[].class).invoke(null, (Object) words.filter(Objects::nonNull).toArray(String[]::new));
        } catch (ClassNotFoundException e) {
            return Main.fail(command + " needs the " + module + " module on the class path; use the launcher: ./cellvisor " + command, Command.FAILED);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(command + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("class " + name + " has no method 'public static int run(String...)'", e);
        }
    }
}
