package dev.cellvisor.cli;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;

/** The subcommands whose work is done elsewhere. */
final class OtherCommands {
    /** The notebooks module, which is above this one, and so is only known by name. */
    private static final String LAB_CLASS = "dev.cellvisor.notebook.Lab";

    static final Command LAB = new Command("lab", "Opens the notebooks in Jupyter.",
            List.of(Option.flag("--execute", "Runs all notebooks without opening them; the status says whether every cell ran.")),
            "NOTEBOOK", false, List.of(), OtherCommands::lab);

    static final Command JSHELL = new Command("jshell", "Opens a prompt with everything imported, or runs a script.",
            List.of(), "SCRIPT", false,
            List.of("", "SCRIPT is a .jsh file, or an .ipynb notebook whose code cells are run. It",
                    "stops at the first snippet that fails, with status 1."),
            arguments -> arguments.file() == null ? JshellPrompt.open() : ScriptRunner.run(Path.of(arguments.file())));

    static final Command IMAGES = new Command("images", "Lists the guest images, and builds them.",
            List.of(Option.flag("--build", "Builds the image if it is not there."),
                    Option.flag("--update", "Builds it again from Debian's newest packages."),
                    Option.flag("--verify", "Compares its files with its manifest."),
                    new Option("--lock", "MANIFEST", "Builds the image that a manifest tells of.")),
            "RECIPE", false, List.of(), ImagesCommand::run);

    static final Command TEST = new Command("test", "Builds everything and runs all tests.", List.of(), null, false, List.of(),
            arguments -> Main.fail("test is done by the launcher script: ./cellvisor test", Command.FAILED));

    private OtherCommands() {
    }

    private static int lab(Arguments arguments) {
        try {
            Class<?> lab = Class.forName(LAB_CLASS);
            String[] words = java.util.stream.Stream.of(arguments.has("--execute") ? "--execute" : null, arguments.file())
                    .filter(java.util.Objects::nonNull).toArray(String[]::new);
            return (int) lab.getMethod("run", String[].class).invoke(null, (Object) words);
        } catch (ClassNotFoundException e) {
            return Main.fail("lab needs the notebooks module on the class path; use the launcher: ./cellvisor lab", Command.FAILED);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("lab failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("class " + LAB_CLASS + " has no method 'public static int run(String...)'", e);
        }
    }
}
