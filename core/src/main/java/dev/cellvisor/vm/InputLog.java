package dev.cellvisor.vm;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that came into a running VM from outside, stamped with when it came: typed text, memory and register writes by
 * a cell, injected interrupts, hand-driven device accesses. What is done before the first instruction is part of the machine
 * and not logged, unless there is a snapshot already, from which the run could be repeated. The same machine with the same inputs at the same stamps does the same.
 */
public final class InputLog {
    /** The registers that an entry has. */
    public static final List<String> REGISTERS = registers();

    private final List<Entry> entries = new ArrayList<>();

    private static List<String> registers() {
        var names = new String[33]; // no stream, whose classes a start would wait for
        for (int i = 0; i < 31; i++) {
            names[i] = "x" + i;
        }
        names[31] = "sp";
        names[32] = "pc";
        return List.of(names);
    }

    /** What kind of input. */
    public enum Kind {
        /** Text for the console; the payload is its bytes. */
        TYPE,
        /** Memory written by a cell; the detail is the address in hexadecimal, the payload the new bytes. */
        MEMORY,
        /** A register set by a cell; the detail is {@code "cpu0.x3=0x1234"}. */
        REGISTER,
        /** An interrupt line driven by a cell; the detail is {@code "33=1"}. */
        INTERRUPT,
        /** Time that a cell let pass by hand, to the next event; the detail is the tick reached. */
        TIME,
        /** All devices were given another seed; the detail is it. */
        SEED,
        /** A virtio device plugged in or out; the detail is {@code "virtio-mmio.31 virtio-blk"}, or the place alone. */
        ATTACH,
        /** Something of how the machine is built: a device of a cell added or removed, a kernel put in place; the detail says what. */
        MACHINE,
        /** What a device got from outside, such as a packet; the detail is {@code "virtio-mmio.30 packet 123456"}, the payload its bytes. */
        DEVICE,
        /** A device access by hand; the detail is {@code "write 4 0x0a003e50=0x0"} or {@code "read 4 0x0a003e50"}. */
        ACCESS
    }

    /**
     * One input.
     *
     * @param instruction how many instructions the VM had retired
     * @param tick the VM's time
     * @param kind of input
     * @param detail see {@link Kind}; may be empty
     * @param payload see {@link Kind}; may be empty
     * @param registers what was in {@link InputLog#REGISTERS} of each CPU when it came in, to tell where a replay goes astray; {@code null} if it came
     *         in the middle of an instruction
     */
    public record Entry(long instruction, long tick, Kind kind, String detail, byte[] payload, long[] registers) {
        @Override
        public String toString() {
            String bytes = payload.length == 0 ? "" : kind == Kind.TYPE
                    ? " \"" + new String(payload, java.nio.charset.StandardCharsets.UTF_8).replace("\n", "\\n") + "\""
                    : " " + HexFormat.of().formatHex(payload, 0, Math.min(payload.length, 16)) + (payload.length > 16 ? "…" : "");
            return "%,d %s%s%s".formatted(instruction, kind.name().toLowerCase(java.util.Locale.ROOT),
                    detail.isEmpty() ? "" : " " + detail, bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && instruction == entry.instruction && tick == entry.tick && kind == entry.kind
                    && detail.equals(entry.detail) && java.util.Arrays.equals(payload, entry.payload);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(instruction) * 31 + detail.hashCode();
        }
    }

    InputLog() {
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** Takes over another log. */
    synchronized void become(List<Entry> others) {
        entries.clear();
        entries.addAll(others);
    }

    synchronized int size() {
        return entries.size();
    }

    /** The latest input, or {@code null}. */
    synchronized Entry last() {
        return entries.isEmpty() ? null : entries.getLast();
    }

    /** The inputs so far, in order. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** All of it, one line for each input: instruction, tick, kind, detail, and the payload in hexadecimal. Equal texts are equal logs. */
    public String complete() {
        var text = new StringBuilder();
        entries().forEach(entry -> text.append(entry.instruction()).append(' ').append(entry.tick()).append(' ').append(entry.kind()).append(" \"").append(entry.detail())
                .append("\" ").append(HexFormat.of().formatHex(entry.payload())).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        entries().forEach(entry -> text.append(entry).append('\n'));
        return text.isEmpty() ? "no inputs" : text.toString().stripTrailing();
    }
}
