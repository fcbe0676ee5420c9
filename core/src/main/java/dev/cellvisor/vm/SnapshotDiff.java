package dev.cellvisor.vm;

import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what two snapshots differ: registers, what devices show, their rings, the rest of their states, and memory. {@code SnapshotDiff.of(a, b)}.
 *
 * @param instructions the counts of both
 * @param registers registers of CPUs
 * @param devices registers of devices, configuration fields too, as a driver would read them
 * @param rings descriptors and ring entries of virtqueues, and their running indices
 * @param states fields of all parts' saved states, by their path: what is behind the registers
 * @param ranges runs of bytes in RAM, by address
 * @param note what could not be compared and why; empty if all was
 */
public record SnapshotDiff(long[] instructions, List<Entry> registers, List<Entry> devices, List<Entry> rings, List<Entry> states, List<Range> ranges, String note) {
    private static final int LONGEST_GAP = 8;
    private static final int SHOWN = 40;

    /**
     * Something that has two values.
     *
     * @param what its name or path
     * @param a what the one has
     * @param b what the other has
     */
    public record Entry(String what, String a, String b) {
        @Override
        public String toString() {
            return what + ": " + a + " / " + b;
        }
    }

    /**
     * A run of bytes, with at most eight equal ones in a row in it.
     *
     * @param address guest-physical
     * @param a what one has there
     * @param b what the other has
     */
    public record Range(long address, byte[] a, byte[] b) {
        @Override
        public String toString() {
            return "0x%x, %d bytes: %s / %s".formatted(address, a.length, hex(a), hex(b));
        }
    }

    /**
     * Compares two snapshots of VMs of the same shape.
     *
     * @throws IllegalArgumentException if they have not the same RAM
     */
    public static SnapshotDiff of(Snapshot a, Snapshot b) {
        if (!a.shape.describe().equals(b.shape.describe())) {
            throw new IllegalArgumentException("the one is of %s, the other of %s: there is nothing to compare".formatted(a.shape.describe(), b.shape.describe()));
        }
        List<Entry> states = new ArrayList<>();
        states(a.machine, b.machine, states);
        List<Entry> registers = new ArrayList<>();
        for (int i = 0; i < a.machine.children("cpus").size(); i++) {
            registers(i, a.machine.children("cpus").get(i), b.machine.children("cpus").get(i), registers);
        }
        List<Range> ranges = new ArrayList<>();
        for (long page : a.ram.differingPages(b.ram)) {
            ranges(page, a.ram.page(page), b.ram.page(page), ranges);
        }
        List<Entry> devices = new ArrayList<>();
        List<Entry> rings = new ArrayList<>();
        String note = "";
        if (!states.isEmpty() || !ranges.isEmpty()) {
            try {
                DeviceLook one = DeviceLook.at(a);
                DeviceLook other = DeviceLook.at(b);
                entries(one.cpus(), other.cpus(), registers);
                entries(one.registers(), other.registers(), devices);
                entries(one.rings(), other.rings(), rings);
            } catch (UnsupportedOperationException | StateException e) {
                note = "registers of devices and rings are not compared, since " + e.getMessage();
            }
        }
        return new SnapshotDiff(new long[] {a.instructions(), b.instructions()}, registers, devices, rings, states, ranges, note);
    }

    private static void entries(Map<String, String> a, Map<String, String> b, List<Entry> found) {
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            String one = a.getOrDefault(name, "nothing");
            String other = b.getOrDefault(name, "nothing");
            if (!one.equals(other)) {
                found.add(new Entry(name, one, other));
            }
        }
    }

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return registers.isEmpty() && states.isEmpty() && ranges.isEmpty();
    }

    private static void registers(int cpu, State a, State b, List<Entry> found) {
        if (!a.values().containsKey("block") || Arrays.equals(a.sharedBytes("block"), b.sharedBytes("block"))) {
            return;
        }
        var one = java.nio.ByteBuffer.wrap(a.sharedBytes("block")).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        var other = java.nio.ByteBuffer.wrap(b.sharedBytes("block")).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        A64Cpu.registerPlaces(CpuModel.of(a.text("model"))).forEach((name, offset) -> {
            if (one.getLong(offset) != other.getLong(offset)) {
                found.add(new Entry("cpu%d.%s".formatted(cpu, name), "0x%x".formatted(one.getLong(offset)), "0x%x".formatted(other.getLong(offset))));
            }
        });
        if (found.stream().noneMatch(entry -> entry.what.startsWith("cpu" + cpu + "."))) {
            found.add(new Entry("cpu%d".formatted(cpu), "inner state", "another"));
        }
    }

    private static void states(State a, State b, List<Entry> found) {
        State.beside(a, b, (path, one, other) -> {
            boolean registers = path.endsWith(".block"); // those have names, and are compared by them
            if (!registers && (!text(one).equals(text(other)) || one instanceof byte[] x && other instanceof byte[] y && !Arrays.equals(x, y))) {
                found.add(new Entry(path, text(one), text(other)));
            }
        });
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "nothing";
            case byte[] bytes -> hex(bytes);
            case long[] numbers -> Arrays.toString(numbers);
            case List<?> list -> list.size() + " parts";
            default -> value.toString();
        };
    }

    private static void ranges(long page, byte[] a, byte[] b, List<Range> found) {
        for (int from = Arrays.mismatch(a, b); from >= 0 && from < a.length; ) {
            int last = from;
            for (int i = from; i < a.length && i - last <= LONGEST_GAP; i++) {
                last = a[i] != b[i] ? i : last;
            }
            found.add(new Range(page + from, Arrays.copyOfRange(a, from, last + 1), Arrays.copyOfRange(b, from, last + 1)));
            int next = last + 1;
            int more = Arrays.mismatch(a, next, a.length, b, next, b.length);
            from = more < 0 ? -1 : next + more;
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16)) + (bytes.length > 16 ? "…" : "");
    }

    @Override
    public String toString() {
        if (isEmpty()) {
            return "no difference at %,d instructions".formatted(instructions[0]);
        }
        var text = new StringBuilder("at %,d / %,d instructions\n".formatted(instructions[0], instructions[1]));
        lines(text, "registers", registers);
        lines(text, "device registers", devices);
        lines(text, "rings", rings);
        lines(text, "states", states);
        lines(text, "memory", ranges);
        return (note.isEmpty() ? text : text.append(note)).toString().stripTrailing();
    }

    private static void lines(StringBuilder text, String title, List<?> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append(title).append(": ").append(lines.size()).append(lines.size() == 1 ? " difference\n" : " differences\n");
        lines.stream().limit(SHOWN).forEach(line -> text.append("  ").append(line).append('\n'));
        if (lines.size() > SHOWN) {
            text.append("  … and ").append(lines.size() - SHOWN).append(" more\n");
        }
    }
}
