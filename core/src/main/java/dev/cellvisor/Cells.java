package dev.cellvisor;

import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Hexdump;
import dev.cellvisor.vm.Recording;
import dev.cellvisor.vm.RunDiff;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.SnapshotDiff;
import dev.cellvisor.vm.Vm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Short words for cells, to be imported statically: conditions for {@code vm.runUntil}, sizes, bytes and hexdumps.
 *
 * <pre>{@code
 * import static dev.cellvisor.Cells.*;
 * vm.runUntil(console("# ").limit(2 * G).seconds(60));
 * hexdump(vm.memory(), 0x4000_0000, 64);
 * }</pre>
 */
public final class Cells {
    /** 1024 bytes. */
    public static final long KiB = 1L << 10;
    /** 1024 KiB. */
    public static final long MiB = 1L << 20;
    /** 1024 MiB. */
    public static final long GiB = 1L << 30;
    /** A million, e.g. instructions. */
    public static final long M = 1_000_000;
    /** A thousand million, e.g. instructions. */
    public static final long G = 1_000_000_000;

    private Cells() {
    }

    /** See {@link Condition#console(String)}. */
    public static Condition console(String text) {
        return Condition.console(text);
    }

    /** See {@link Condition#consoleMatches(String)}. */
    public static Condition consoleMatches(String regex) {
        return Condition.consoleMatches(regex);
    }

    /** See {@link Condition#pc(long)}. */
    public static Condition pc(long va) {
        return Condition.pc(va);
    }

    /** See {@link Condition#pc(String)}. */
    public static Condition pc(String symbol) {
        return Condition.pc(symbol);
    }

    /** See {@link Condition#instructions(long)}. */
    public static Condition instructions(long count) {
        return Condition.instructions(count);
    }

    /** See {@link Condition#time(Duration)}. */
    public static Condition milliseconds(long count) {
        return Condition.time(Duration.ofMillis(count));
    }

    /** See {@link Condition#exit(String)}. */
    public static Condition exit(String kindOrDevice) {
        return Condition.exit(kindOrDevice);
    }

    /** See {@link Condition#powerOff()}. */
    public static Condition powerOff() {
        return Condition.powerOff();
    }

    /** See {@link Condition#idle()}. */
    public static Condition idle() {
        return Condition.idle();
    }

    /** In what two snapshots of VMs of the same shape differ. */
    public static SnapshotDiff diff(Snapshot a, Snapshot b) {
        return SnapshotDiff.of(a, b);
    }

    /** In what two recorded runs differ, and where that began. */
    public static RunDiff diff(Recording a, Recording b) {
        return RunDiff.of(a, b);
    }

    /** In what two VMs have done differently since their {@link Vm#history} began; see {@link RunDiff#of(Vm, Vm)}. */
    public static RunDiff diff(Vm a, Vm b) {
        return RunDiff.of(a, b);
    }

    /** A piece of guest memory as a hexdump. */
    public static Hexdump hexdump(GuestMemory memory, long address, int sizeBytes) {
        return new Hexdump(address, memory.read(address, sizeBytes));
    }

    /** Bytes as a hexdump, counted from 0. */
    public static Hexdump hexdump(byte[] bytes) {
        return new Hexdump(0, bytes);
    }

    /** Bytes from numbers, each 0 to 255 (or -128 to 127). */
    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < -128 || values[i] > 255) {
                throw new IllegalArgumentException("value %d at index %d is no byte; bytes are 0 to 255".formatted(values[i], i));
            }
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Bytes from a text, in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes from hexadecimal digits; blanks between them are skipped: {@code hex("d5 03 20 1f")}. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** A number in hexadecimal. */
    public static String hex(long value) {
        return "0x%x".formatted(value);
    }

    /**
     * Instructions from assembly text, ready to be put into memory: {@code asm("mov x0, #1; wfi")}. Where it stands does not matter to
     * a program that does not use its own addresses; otherwise see {@link #asm(long, String)}.
     */
    public static byte[] asm(String source) {
        return Assembler.assemble(source).bytes();
    }

    /** Instructions and data from assembly text, for a place in memory; see {@link Assembler}. */
    public static byte[] asm(long address, String source) {
        return Assembler.assemble(address, source).bytes();
    }

    /** Instructions as little-endian words, ready to be put into memory: {@code words(0xd503201f, 0x14000000)}. */
    public static byte[] words(int... instructions) {
        byte[] bytes = new byte[instructions.length * 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (instructions[i / 4] >>> 8 * (i % 4));
        }
        return bytes;
    }
}
