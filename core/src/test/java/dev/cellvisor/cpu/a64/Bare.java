package dev.cellvisor.cpu.a64;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;

/** A CPU with RAM and nothing around it: 4 MiB at {@link #RAM}, code at its start, vectors at {@link #VECTORS}, tables at {@link #TABLES}. */
final class Bare implements AutoCloseable {
    static final long RAM = 0x4000_0000L;
    static final long VECTORS = RAM + 0x1_0000;
    static final long TABLES = RAM + 0x2_0000;
    static final long DATA = RAM + 0x10_0000;

    // Descriptor bits (Arm ARM, D8.3).
    static final long PAGE = 3;
    static final long AF = 1 << 10;
    static final long EL0 = 1 << 6;
    static final long READ_ONLY = 1 << 7;
    static final long NOT_GLOBAL = 1 << 11;

    final GuestMemory memory;
    final Trace trace = new Trace();
    final MemoryMap map;
    final A64Cpu cpu;

    Bare() {
        this(new GuestMemory());
        memory.add("ram", RAM, 4 << 20);
    }

    Bare(GuestMemory memory) {
        this.memory = memory;
        map = new MemoryMap(memory, trace);
        cpu = new A64Cpu(0, CpuModel.CORTEX_A57, map);
    }

    /** Puts code at the start of RAM, and resets the CPU to it. Every vector loads its own offset into x28 and waits. */
    Bare code(String assembly) {
        put(RAM, assembly);
        for (int vector = 0; vector < 0x800; vector += 0x80) {
            put(VECTORS + vector, "mov x28, #" + vector + "; stop: wfi; b stop");
        }
        cpu.reset(RAM, 0);
        cpu.set("VBAR_EL1", VECTORS);
        return this;
    }

    void put(long address, String assembly) {
        int[] words = Assembler.words(assembly);
        for (int i = 0; i < words.length; i++) {
            memory.writeInt(address + i * 4L, words[i]);
        }
    }

    /**
     * Turns the MMU on with 4 KiB granules and 39-bit addresses: the gigabyte of RAM is mapped one to one for EL1 as a block, and the first 2 MiB of
     * addresses have a table of pages to be filled by {@link #map}.
     */
    Bare mmu() {
        long level1 = TABLES;
        long level2 = TABLES + 0x1000;
        long level3 = TABLES + 0x2000;
        memory.writeLong(level1, level2 | 3);
        memory.writeLong(level1 + 8, RAM | AF | 1);
        memory.writeLong(level2, level3 | 3);
        cpu.set("MAIR_EL1", 0xff);
        cpu.set("TCR_EL1", 25 | 25L << 16 | 5L << 32);
        cpu.set("TTBR0_EL1", level1);
        cpu.set("SCTLR_EL1", cpu.get("SCTLR_EL1") | 1);
        return this;
    }

    /** Sets the descriptor of a page below 2 MiB; nothing is invalidated. */
    Bare map(long va, long descriptor) {
        memory.writeLong(TABLES + 0x2000 + (va >>> 12) * 8, descriptor);
        return this;
    }

    /** Runs until the CPU waits, for at most 100,000 instructions. */
    Exit run() {
        return cpu.run(100_000);
    }

    long x(int number) {
        return cpu.get("x" + number);
    }

    @Override
    public void close() {
        cpu.close();
        memory.close();
    }
}
