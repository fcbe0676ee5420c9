package dev.cellvisor.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Help, and the explanation of every command line that {@link Arguments#quick} does not take. */
final class Picocli {
    private Picocli() {
    }

    static int run(List<Command> commands, String... words) {
        CommandLine root = root(commands);
        try {
            ParseResult parsed = root.parseArgs(words);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return Command.OK;
            }
            if (!parsed.hasSubcommand()) {
                System.err.print(root.getUsageMessage());
                return Main.fail("a subcommand is missing; try boot", Command.USAGE);
            }
            ParseResult sub = parsed.subcommand();
            for (Command command : commands) {
                if (command.name().equals(sub.commandSpec().name())) {
                    return command.action().applyAsInt(arguments(command, sub));
                }
            }
            throw new IllegalStateException("subcommand " + sub.commandSpec().name() + " has no action");
        } catch (CommandLine.ParameterException e) {
            String suggestion = e instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                    ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?" : "";
            String command = e.getCommandLine() == root ? "" : " " + e.getCommandLine().getCommandName();
            return Main.fail("%s%s (cellvisor%s --help lists what there is)".formatted(e.getMessage(), suggestion, command), Command.USAGE);
        }
    }

    private static CommandLine root(List<Command> commands) {
        CommandSpec spec = CommandSpec.create().name("cellvisor");
        spec.usageMessage().description("A hypervisor workbench for notebooks and JShell: boots stock arm64 Linux on an emulated CPU.")
                .footer("", "cellvisor boot                    a shell on Debian's arm64 kernel",
                        "cellvisor boot --exec 'uname -a'  a command's output, and nothing else",
                        "cellvisor boot --help             a subcommand's options");
        spec.addOption(help());
        var root = new CommandLine(spec);
        for (Command command : commands) {
            root.addSubcommand(command.name(), spec(command));
        }
        root.addSubcommand("help", new CommandLine.HelpCommand());
        return root;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this help.").build();
    }

    private static CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage().description(command.summary()).footer(command.footer().toArray(String[]::new)).sortOptions(false);
        for (Option option : command.options()) {
            OptionSpec.Builder builder = OptionSpec.builder(option.name()).description(option.description());
            spec.addOption(option.isFlag() ? builder.type(boolean.class).arity("0").build()
                    : builder.type(String.class).arity("1").paramLabel(option.value()).build());
        }
        if (command.file() != null) {
            spec.addPositional(PositionalParamSpec.builder().index("0").type(String.class).paramLabel(command.file())
                    .arity(command.fileRequired() ? "1" : "0..1").required(command.fileRequired()).build());
        }
        return spec.addOption(help());
    }

    private static Arguments arguments(Command command, ParseResult parsed) {
        var arguments = new Arguments();
        for (Option option : command.options()) {
            if (parsed.hasMatchedOption(option.name())) {
                arguments.set(option.name(), option.isFlag() ? "" : parsed.matchedOptionValue(option.name(), ""));
            }
        }
        if (command.file() != null && parsed.hasMatchedPositional(0)) {
            arguments.file(parsed.matchedPositionalValue(0, null));
        }
        return arguments;
    }
}
