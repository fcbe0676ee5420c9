package dev.cellvisor.vm;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A run that can be repeated: where it began, what came in from outside, and what it came to. {@link Vm#recording} makes one.
 *
 * @param start where it began
 * @param inputs what came in after that
 * @param instructions the VM's count at its end
 * @param ticks the VM's time at its end
 * @param fingerprint the machine at its end
 */
public record Recording(Snapshot start, List<InputLog.Entry> inputs, long instructions, long ticks, String fingerprint) {

    static Recording of(Vm vm, Snapshot start) {
        vm.inputGate().flush();
        List<InputLog.Entry> log = vm.inputs().entries();
        int before = start.inputs().size();
        if (start.instructions() > vm.clock().instructions() || before > log.size() || !log.subList(0, before).equals(start.inputs())) {
            throw new IllegalArgumentException(start + " is not in the past of this VM");
        }
        return new Recording(start, List.copyOf(log.subList(before, log.size())), vm.clock().instructions(), vm.clock().ticks(), vm.fingerprint());
    }

    /** Repeats it on a new VM, which the caller closes. Nothing of the host's side takes part. */
    public Replay replay(String name) {
        return new Replay(this, start.fork(name));
    }

    /**
     * Saves it to a file: the state at its beginning as {@link Snapshot#save} does it, and the inputs. Another machine replays it to the same fingerprint.
     *
     * @throws UnsupportedOperationException if something in the state cannot be saved, saying what
     */
    public Recording save(Path path) {
        RecordingFile.save(this, path);
        return this;
    }

    /**
     * A recording from a file. Read-only disk images must be where they were.
     *
     * @throws dev.cellvisor.state.StateException if it is none, is damaged, or of another version, saying which
     */
    public static Recording load(Path path) {
        return RecordingFile.load(path);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "recording of %,d instructions with %d inputs, from %s to %s", instructions - start.instructions(), inputs.size(), start,
                fingerprint.substring(0, 16));
    }
}
