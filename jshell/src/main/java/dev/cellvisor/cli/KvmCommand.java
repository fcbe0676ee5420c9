package dev.cellvisor.cli;

import dev.cellvisor.vm.KvmInfo;
import java.util.List;

/** {@code cellvisor kvm info}: what KVM is on this host. */
final class KvmCommand {
    static final Command COMMAND = new Command("kvm", "Says what this host's KVM can do: what it says of itself, and what was found out by running.",
            List.of(Option.flag("--json", "Prints it as JSON."), Option.flag("--no-probe", "Runs no guests to find out more.")),
            "info", true, List.of("", "The status is 1 if there is no KVM here, and the reason is said."), KvmCommand::run);

    private KvmCommand() {
    }

    private static int run(Arguments arguments) {
        if (!arguments.file().equals("info")) {
            throw new UsageException("kvm %s is not known; kvm info is".formatted(arguments.file()));
        }
        KvmInfo info = KvmInfo.take(!arguments.has("--no-probe"));
        System.out.println(arguments.has("--json") ? info.json() : info);
        return info.available() ? Command.OK : Command.FAILED;
    }
}
