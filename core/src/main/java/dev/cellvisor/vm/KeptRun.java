package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.VirtioDevice;
import java.util.List;

/**
 * What is kept of a run beside the machine's state at its end, so that taking it looks like the run.
 *
 * @param label what it is, for people
 * @param exit why it ended
 * @param met the condition that was met
 * @param startConsole how many bytes the console had when it began
 * @param symbolsBase where the kernel was seen last; see {@link GuestSymbols#base}
 */
record KeptRun(String label, Exit exit, String met, long instructions, long ticks, double seconds, int startConsole, long symbolsBase) {
    private static final String PLACE = "keptRun";

    static KeptRun of(String label, RunResult result, int startConsole, long symbolsBase) {
        return new KeptRun(label, result.exit(), result.condition(), result.instructions(), result.ticks(), result.seconds(), startConsole, symbolsBase);
    }

    /** Whether an exit says all there is to say: others are of the host's making. */
    static boolean isPlain(Exit exit) {
        return exit instanceof Exit.Limit || exit instanceof Exit.Idle || exit instanceof Exit.PowerOff || exit instanceof Exit.Breakpoint || exit instanceof Exit.Stopped;
    }

    /**
     * A VM as it stands, with this beside it, and without its devices and what it was booted with: whoever takes it has them, since they are in the key.
     */
    Snapshot snapshot(Vm vm) {
        Snapshot whole = vm.snapshot();
        var host = State.of("host", 1);
        whole.host.values().forEach((name, value) -> put(host, name, value));
        host.put(PLACE, save());
        return new Snapshot(whole.shape, whole.machine, host.build(), whole.ram, whole.inputs, null, new BootSetup(vm), new VirtioDevice[whole.devices.length],
                List.of(), whole.ticks());
    }

    private static void put(State.Builder state, String name, Object value) {
        switch (value) {
            case Long number -> state.put(name, number);
            case String text -> state.put(name, text);
            case byte[] bytes -> state.putShared(name, bytes);
            case long[] numbers -> state.put(name, numbers);
            case State child -> state.put(name, child);
            case List<?> children -> state.put(name, children.stream().map(State.class::cast).toList());
            default -> throw new IllegalStateException("not plain data: " + value.getClass());
        }
    }

    private State save() {
        String kind = exit.getClass().getSimpleName();
        return State.of("kept-run", 1).put("label", label).put("exit", kind).put("reason", exit instanceof Exit.Stopped(String reason) ? reason : "")
                .put("pc", exit instanceof Exit.Breakpoint(long pc) ? pc : 0).put("met", met).put("instructions", instructions).put("ticks", ticks)
                .put("seconds", Double.doubleToLongBits(seconds)).put("startConsole", startConsole).put("symbolsBase", symbolsBase).build();
    }

    /**
     * What is kept beside a state.
     *
     * @throws StateException if it is no run's
     */
    static KeptRun of(Snapshot snapshot) {
        State saved = snapshot.host.child(PLACE).expect("kept-run", 1);
        Exit exit = switch (saved.text("exit")) {
            case "Limit" -> new Exit.Limit();
            case "Idle" -> new Exit.Idle();
            case "PowerOff" -> new Exit.PowerOff();
            case "Breakpoint" -> new Exit.Breakpoint(saved.number("pc"));
            case "Stopped" -> new Exit.Stopped(saved.text("reason"));
            default -> throw new StateException("a run that ended by " + saved.text("exit") + " is not kept");
        };
        return new KeptRun(saved.text("label"), exit, saved.text("met"), saved.number("instructions"), saved.number("ticks"),
                Double.longBitsToDouble(saved.number("seconds")), saved.integer("startConsole"), saved.number("symbolsBase"));
    }
}
