package dev.cellvisor.cli;

import java.util.List;

/** The subcommands. */
final class Commands {
    /** Every one, in the order of the help. */
    static final List<Command> ALL = List.of(BootCommand.COMMAND, RunCommand.COMMAND, OtherCommands.LAB, OtherCommands.JSHELL,
            OtherCommands.BUNDLE, OtherCommands.IMAGES, CacheCommand.COMMAND, OtherCommands.BENCH, KvmCommand.COMMAND, QtestCommand.COMMAND,
            ConformanceCommand.COMMAND, OtherCommands.KVM_LAB, OtherCommands.TEST);

    private Commands() {
    }
}
