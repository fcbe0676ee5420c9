package dev.cellvisor.cli;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.vm.EngineLockstep;
import dev.cellvisor.vm.Vm;
import java.util.Optional;

/** {@code boot --lockstep}: the guest on both engines, compared every million instructions. */
final class LockstepRun {
    private static final long PIECE = 1_000_000;

    private LockstepRun() {
    }

    /**
     * Boots to the prompt and does the commands there.
     *
     * @param commands {@code null} for none
     * @param most how many instructions at most
     */
    static int run(Vm vm, String commands, long most) {
        String typed = (commands == null ? "" : "(" + commands + "\n)\n") + "poweroff -f\n";
        long[] compared = new long[1];
        var output = new ConsoleOutput();
        try (var both = new EngineLockstep(vm); var listening = vm.console().listen(output::put)) {
            long end = vm.clock().instructions() + most;
            boolean told = false;
            Optional<EngineLockstep.Difference> difference;
            do {
                difference = both.run(Math.min(PIECE, end - vm.clock().instructions()), PIECE, instructions -> compared[0]++);
                boolean asks = !told && vm.console().text().endsWith(vm.prompt());
                if (asks) {
                    both.type(typed);
                    told = true;
                } else if (!(both.exit() instanceof Exit.Limit)) {
                    break;
                }
            } while (difference.isEmpty() && vm.clock().instructions() < end);
            output.flush();
            if (difference.isPresent()) {
                System.err.println(difference.get());
                return Command.FAILED;
            }
            System.err.printf("cellvisor: both engines did the same: %,d instructions, compared %,d times, and then: %s%n", vm.clock().instructions(), compared[0],
                    both.exit());
            return Command.OK;
        }
    }
}
