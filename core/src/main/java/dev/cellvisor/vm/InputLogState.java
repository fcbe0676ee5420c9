package dev.cellvisor.vm;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.util.ArrayList;
import java.util.List;

/** An input log as plain data. */
final class InputLogState {
    private InputLogState() {
    }

    static State save(List<InputLog.Entry> entries) {
        return State.of("inputs", 1).put("entries", entries.stream().map(entry -> State.of("input", 1).put("instruction", entry.instruction())
                .put("tick", entry.tick()).put("kind", entry.kind().name()).put("detail", entry.detail()).putShared("payload", entry.payload())
                .put("registers", entry.registers() == null ? new long[0] : entry.registers()).build()).toList()).build();
    }

    static List<InputLog.Entry> of(State saved) {
        List<InputLog.Entry> entries = new ArrayList<>();
        for (State entry : saved.expect("inputs", 1).children("entries")) {
            long[] registers = entry.numbers("registers");
            entries.add(new InputLog.Entry(entry.expect("input", 1).number("instruction"), entry.number("tick"), kind(entry.text("kind")),
                    entry.text("detail"), entry.sharedBytes("payload"),
                    registers.length == 0 ? null : registers));
        }
        return entries;
    }

    private static InputLog.Kind kind(String name) {
        try {
            return InputLog.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StateException("'" + name + "' is no kind of input that is known here");
        }
    }
}
