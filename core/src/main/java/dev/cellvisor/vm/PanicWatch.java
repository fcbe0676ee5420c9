package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.state.State;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees a Linux kernel's panic on the console. After its last line the kernel only spins or asks for a reset, so the run ends
 * there.
 */
final class PanicWatch {
    private static final Pattern PANIC = Pattern.compile("^(?:\\[ *\\d+\\.\\d+] )?(Kernel panic - not syncing: .*)$");
    private static final Pattern END = Pattern.compile("^(?:\\[ *\\d+\\.\\d+] )?---\\[ end Kernel panic - not syncing.*$");
    private static final int LONGEST_LINE = 1000;

    private final StringBuilder line = new StringBuilder();
    private String seen;

    PanicWatch(Vm vm) {
        vm.console().listen(value -> {
            if (value != '\n') {
                if (value != '\r' && line.length() < LONGEST_LINE) {
                    line.append((char) value);
                }
                return;
            }
            if (line.indexOf("Kernel panic") >= 0) {
                Matcher panic = PANIC.matcher(line);
                if (panic.matches()) {
                    seen = panic.group(1);
                } else if (seen != null && END.matcher(line).matches()) {
                    vm.scheduler().leave(new Exit.Stuck(seen));
                }
            }
            line.setLength(0);
        });
    }

    State save() {
        return State.of("panic", 1).put("line", line.toString()).put("seen", seen == null ? "" : seen).build();
    }

    void restore(State state) {
        line.setLength(0);
        line.append(state.expect("panic", 1).text("line"));
        seen = state.text("seen").isEmpty() ? null : state.text("seen");
    }

    /** What the kernel said, or {@code null} if it did not panic. */
    String seen() {
        return seen;
    }
}
