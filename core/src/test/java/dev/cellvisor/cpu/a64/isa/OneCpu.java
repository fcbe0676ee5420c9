package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;
import java.util.EnumSet;
import java.util.Map;

/**
 * A CPU at EL1 with every feature but FEAT_LSE2, 1 MiB of RAM and the MMU on, that executes instruction words one at a time. Addresses are mapped to
 * themselves: all of RAM for EL1, but for the pages named here.
 */
final class OneCpu implements AutoCloseable {
    /** Where words are put and executed. */
    static final long CODE = 0x4000_0000L;
    /** Where exceptions go. */
    static final long VECTORS = 0x4000_1000L;
    /** Two ordinary pages for data. */
    static final long DATA = 0x4001_0000L;
    /** Behind them: not mapped. */
    static final long UNMAPPED = 0x4001_2000L;
    /** Loads only. */
    static final long READ_ONLY = 0x4001_3000L;
    /** EL0 may load and store as well. */
    static final long USER = 0x4001_4000L;

    private static final long TABLES = 0x4002_0000L;
    private static final long PAGE = 0x703; // valid page, access flag, inner shareable, MAIR index 0

    private final GuestMemory memory;
    private final A64Cpu cpu;

    OneCpu() {
        this(EnumSet.complementOf(EnumSet.of(Feature.LSE2)));
    }

    OneCpu(EnumSet<Feature> features) {
        var trace = new Trace();
        memory = new GuestMemory();
        memory.add("ram", CODE, 1 << 20);
        cpu = new A64Cpu(0, new CpuModel("test", features, 44, Map.of()), new MemoryMap(memory, trace));
        cpu.reset(CODE, 0);
        memory.writeLong(TABLES + 8, TABLES + 0x1000 | 3);
        memory.writeLong(TABLES + 0x1000, TABLES + 0x2000 | 3);
        for (int page = 0; page < 256; page++) {
            long address = CODE + page * 4096L;
            long entry = address == UNMAPPED ? 0 : address | PAGE | (address == READ_ONLY ? 2 << 6 : address == USER ? 1 << 6 : 0);
            memory.writeLong(TABLES + 0x2000 + page * 8L, entry);
        }
        set("MAIR_EL1", 0xff).set("TTBR0_EL1", TABLES).set("TCR_EL1", 32 | 1 << 23).set("VBAR_EL1", VECTORS);
        set("SCTLR_EL1", 0x30d0_0819L).set("SP", DATA);
    }

    OneCpu set(String register, long value) {
        cpu.set(register, value);
        return this;
    }

    long get(String register) {
        return cpu.get(register);
    }

    OneCpu x(int number, long value) {
        return set("x" + number, value);
    }

    long x(int number) {
        return get("x" + number);
    }

    OneCpu nzcv(int flags) {
        return set("NZCV", (long) flags << 28);
    }

    int nzcv() {
        return (int) (get("NZCV") >>> 28);
    }

    OneCpu memory(long address, long value) {
        memory.writeLong(address, value);
        return this;
    }

    long memory(long address) {
        return memory.readLong(address);
    }

    /** Puts the words at {@link #CODE} and executes as many instructions. */
    OneCpu run(int... words) {
        for (int i = 0; i < words.length; i++) {
            memory.writeInt(CODE + i * 4L, words[i]);
        }
        cpu.set("pc", CODE);
        cpu.run(words.length);
        return this;
    }

    /** Exception class of ESR_EL1, if the exception was taken by the first word. */
    int exceptionClass() {
        return get("ELR_EL1") == CODE ? (int) (get("ESR_EL1") >>> 26) : -1;
    }

    /** Fault status code of a data abort; with bit 6 for a write. */
    int faultStatus() {
        return (int) get("ESR_EL1") & 0x7f;
    }

    @Override
    public void close() {
        cpu.close();
        memory.close();
    }
}
