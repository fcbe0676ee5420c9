package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import java.lang.foreign.MemorySegment;
import java.util.Map;

/**
 * How a vCPU begins: its mode, with segments that span all memory, and a few registers. Interrupts are off.
 *
 * @param mode the mode
 * @param entry where; in real mode within 64 KiB of {@code segment * 16}
 * @param segment real mode's code segment
 * @param stack RSP
 * @param gdt where the descriptors stand in memory, at least {@link #gdt()}'s
 * @param cr3 the page tables, for long mode
 * @param registers others of REGS
 */
public record X86Start(Mode mode, long entry, int segment, long stack, long gdt, long cr3, Map<String, Long> registers) {

    /** The mode of a CPU. */
    public enum Mode {
        /** 16 bits, no protection. */
        REAL,
        /** 32 bits, no paging. */
        PROTECTED,
        /** 64 bits, paging. */
        LONG
    }

    /** The selector of flat code; flat data is the next. Linux's boot protocol wants these two. */
    public static final int CODE_SELECTOR = 0x10;
    /** See {@link #CODE_SELECTOR}. */
    public static final int DATA_SELECTOR = 0x18;

    private static final long CR0_PE = 1;
    private static final long CR0_ET = 1 << 4;
    private static final long CR0_PG = 1L << 31;
    private static final long CR4_PAE = 1 << 5;
    private static final long EFER_LME = 1 << 8;
    private static final long EFER_LMA = 1 << 10;
    private static final int TYPE_CODE = 0xb;
    private static final int TYPE_DATA = 0x3;
    private static final int TYPE_TSS = 0xb;

    /** Real mode at segment:offset. */
    public static X86Start real(int segment, int offset) {
        return new X86Start(Mode.REAL, offset, segment, 0, 0, 0, Map.of());
    }

    /** Protected mode, flat. */
    public static X86Start protectedMode(long entry, long stack, long gdt, Map<String, Long> registers) {
        return new X86Start(Mode.PROTECTED, entry, 0, stack, gdt, 0, registers);
    }

    /** Long mode. */
    public static X86Start longMode(long entry, long stack, long gdt, long cr3, Map<String, Long> registers) {
        return new X86Start(Mode.LONG, entry, 0, stack, gdt, cr3, registers);
    }

    /** The descriptors: nothing, nothing, flat code, flat data. */
    public long[] gdtEntries() {
        return new long[] {0, 0, mode == Mode.LONG ? 0x00af_9b00_0000_ffffL : 0x00cf_9b00_0000_ffffL, 0x00cf_9300_0000_ffffL};
    }

    void apply(MemorySegment sregs) {
        if (mode == Mode.REAL) {
            MemorySegment cs = X86Structs.SREGS.slice(sregs, "cs");
            X86Structs.SEGMENT.set(cs, "selector", segment).set(cs, "base", (long) segment << 4);
            return;
        }
        MemorySegment cs = X86Structs.SREGS.slice(sregs, "cs");
        flat(cs, CODE_SELECTOR, TYPE_CODE);
        X86Structs.SEGMENT.set(cs, "l", mode == Mode.LONG ? 1 : 0).set(cs, "db", mode == Mode.LONG ? 0 : 1);
        for (String name : new String[] {"ds", "es", "fs", "gs", "ss"}) {
            flat(X86Structs.SREGS.slice(sregs, name), DATA_SELECTOR, TYPE_DATA);
        }
        MemorySegment tr = X86Structs.SREGS.slice(sregs, "tr");
        X86Structs.SEGMENT.set(tr, "limit", 0xffff).set(tr, "type", TYPE_TSS).set(tr, "present", 1).set(tr, "s", 0);
        MemorySegment table = X86Structs.SREGS.slice(sregs, "gdt");
        X86Structs.DTABLE.set(table, "base", gdt).set(table, "limit", gdtEntries().length * 8 - 1);
        X86Structs.DTABLE.set(X86Structs.SREGS.slice(sregs, "idt"), "base", 0).set(X86Structs.SREGS.slice(sregs, "idt"), "limit", 0);
        if (mode == Mode.LONG) {
            X86Structs.SREGS.set(sregs, "cr3", cr3).set(sregs, "cr4", CR4_PAE).set(sregs, "efer", EFER_LME | EFER_LMA)
                    .set(sregs, "cr0", CR0_PE | CR0_ET | CR0_PG);
        } else {
            X86Structs.SREGS.set(sregs, "cr0", CR0_PE | CR0_ET);
        }
    }

    private static void flat(MemorySegment segment, int selector, int type) {
        X86Structs.SEGMENT.set(segment, "base", 0).set(segment, "limit", 0xffff_ffffL).set(segment, "selector", selector).set(segment, "type", type)
                .set(segment, "present", 1).set(segment, "dpl", 0).set(segment, "db", 1).set(segment, "s", 1).set(segment, "l", 0).set(segment, "g", 1)
                .set(segment, "unusable", 0);
    }
}
