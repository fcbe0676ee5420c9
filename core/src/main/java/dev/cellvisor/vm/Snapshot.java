package dev.cellvisor.vm;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.State;
import dev.cellvisor.virtio.VirtioDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A whole VM at one moment, between two instructions: a value that never changes. {@link Vm#snapshot} makes one; {@link Vm#restore} goes back to it, as
 * often as one likes; {@link #fork} makes new VMs of it.
 *
 * <p>Snapshots share the pages of RAM and the clusters of disks that did not change between them.
 */
public final class Snapshot {
    final VmBuilder shape;
    final State machine;
    final State host;
    final RamSnapshot ram;
    final List<InputLog.Entry> inputs;
    final GuestSymbols symbols;
    final BootSetup boot;
    /** The devices in the slots then, {@code null} for an empty one: a fork gets their twins. */
    final VirtioDevice[] devices;
    final List<MachineParts.Added> added;
    private final long instructions;
    private final long ticks;

    Snapshot(VmBuilder shape, State machine, State host, RamSnapshot ram, List<InputLog.Entry> inputs, GuestSymbols symbols, BootSetup boot,
            VirtioDevice[] devices, List<MachineParts.Added> added, long ticks) {
        this.shape = shape;
        this.machine = machine;
        this.host = host;
        this.ram = ram;
        this.inputs = inputs;
        this.symbols = symbols;
        this.boot = boot;
        this.devices = devices;
        this.added = added;
        this.instructions = machine.number("instructions");
        this.ticks = ticks;
    }

    /** How many instructions the VM had retired. */
    public long instructions() {
        return instructions;
    }

    /** The VM's time then. */
    public long ticks() {
        return ticks;
    }

    /** The state of everything but RAM; see {@link Vm#save}. */
    public State machine() {
        return machine;
    }

    /** What was in RAM. */
    public RamSnapshot ram() {
        return ram;
    }

    /** What had come in from outside. */
    public List<InputLog.Entry> inputs() {
        return inputs;
    }

    /**
     * A new VM that goes on from here by itself. It has twins of the devices; what stood on the host's side of them (sinks, listeners, a network) is not
     * there. Fork the same snapshot twice and both do the same, unless one is {@linkplain Vm#reseed reseeded}.
     *
     * @param name of the new VM
     * @throws UnsupportedOperationException if a device cannot be forked, saying which and why
     */
    public Vm fork(String name) {
        return fork(name, shape.engine);
    }

    /** As {@link #fork(String)}, executed by another engine: the guest sees no difference. */
    public Vm fork(String name, Engine engine) {
        return MachineParts.fork(this, shape.named(name).engine(engine));
    }

    /** In what this and another of a VM of the same shape differ: registers, states, memory. */
    public SnapshotDiff diff(Snapshot other) {
        return SnapshotDiff.of(this, other);
    }

    /**
     * Saves it to a file, compressed. Whoever looks at the path meanwhile, or after the program was ended in the middle, finds what was there before.
     *
     * @throws UnsupportedOperationException if something in it cannot be saved, saying what
     * @throws java.io.UncheckedIOException if the host has no room
     */
    public Snapshot save(Path path) {
        SnapshotFile.save(this, path);
        return this;
    }

    /**
     * Saves it to a file that {@link #load} maps instead of reading it: larger, with holes where RAM is zero, and at once ready again. Kernel and initramfs
     * that came from files are only referred to, and so are pages of RAM that equal those of these files or of a read-only disk image, in runs of four and more: all of these
     * must stay where they are, unchanged. While anything that was loaded from it is in use, the file must not be
     * changed in place; another may be put at its path. Otherwise as {@link #save}.
     */
    public Snapshot saveMapped(Path path) {
        MappedSnapshotFile.save(this, path);
        return this;
    }

    /**
     * Reads all of a file of {@link #saveMapped}, RAM's pages, kernel and initramfs included, which {@link #load} does not, and compares with what was written.
     *
     * @throws dev.cellvisor.state.StateException saying what is wrong with it
     */
    public static void verify(Path path) {
        MappedSnapshotFile.verify(path);
    }

    /** How many bytes of the disk a file of {@link #saveMapped} takes, where it may have holes; 0 if it is none that is whole. */
    public static long mappedBytes(Path path) {
        return MappedSnapshotFile.sizeBytes(path);
    }

    /**
     * A snapshot from a file, of either kind. Read-only disk images must be where they were.
     *
     * @throws dev.cellvisor.state.StateException if it is none, is damaged, or of another version, saying which; nothing was made then
     */
    public static Snapshot load(Path path) {
        return SnapshotFile.load(path);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "snapshot of VM '%s' at %,d instructions, %.6f s: %s", shape.name, instructions, ticks * 16e-9, ram);
    }
}
