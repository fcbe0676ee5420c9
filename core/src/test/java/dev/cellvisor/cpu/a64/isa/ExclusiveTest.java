package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exclusive monitor, and atomic instructions. */
class ExclusiveTest {
    private static final int WRITE = 0x40;
    private static final int PERMISSION_LEVEL_3 = 0xf;
    private static final int TRANSLATION_LEVEL_3 = 7;
    private static final int ALIGNMENT = 0x21;

    private final OneCpu cpu = new OneCpu();

    @BeforeEach
    void someData() {
        cpu.x(1, OneCpu.DATA).memory(OneCpu.DATA, 5).memory(OneCpu.DATA + 8, 6).x(2, 7).x(3, 8);
    }

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void aStoreSucceedsOnce() {
        cpu.run(0xc85f7c24 /* ldxr x4, [x1] */, 0xc8057c22 /* stxr w5, x2, [x1] */, 0xc8067c23 /* stxr w6, x3, [x1] */);
        assertEquals(5, cpu.x(4));
        assertEquals(0, cpu.x(5));
        assertEquals(1, cpu.x(6), "the monitor was open");
        assertEquals(7, cpu.memory(OneCpu.DATA));
    }

    @Test
    void aStoreFailsWhereMemoryHasChanged() {
        cpu.run(0xc85ffc24 /* ldaxr x4, [x1] */, 0xf9000023 /* str x3, [x1] */, 0xc805fc22 /* stlxr w5, x2, [x1] */);
        assertEquals(1, cpu.x(5));
        assertEquals(8, cpu.memory(OneCpu.DATA));
    }

    @Test
    void aStoreFailsForAnotherAddressOrSize() {
        cpu.x(6, OneCpu.DATA + 8).run(0xc85f7c24 /* ldxr x4, [x1] */, 0xc8057cc2 /* stxr w5, x2, [x6] */);
        assertEquals(1, cpu.x(5));
        assertEquals(6, cpu.memory(OneCpu.DATA + 8));
        cpu.x(5, 0).run(0xc85f7c24 /* ldxr x4, [x1] */, 0x88057c22 /* stxr w5, w2, [x1] */);
        assertEquals(1, cpu.x(5));
        assertEquals(5, cpu.memory(OneCpu.DATA));
    }

    @Test
    void clrexAndExceptionReturnOpenTheMonitor() {
        cpu.run(0xc85f7c24 /* ldxr x4, [x1] */, 0xd5033f5f /* clrex */, 0xc8057c22 /* stxr w5, x2, [x1] */);
        assertEquals(1, cpu.x(5));
        cpu.set("ELR_EL1", OneCpu.CODE + 8).set("SPSR_EL1", 0x3c5).x(5, 0).run(0xc85f7c24 /* ldxr x4, [x1] */, 0xd69f03e0 /* eret */, 0xc8057c22 /* stxr w5, x2, [x1] */);
        assertEquals(1, cpu.x(5));
        assertEquals(OneCpu.CODE + 12, cpu.get("pc"));
    }

    @Test
    void pairsAreComparedWhole() {
        cpu.run(0xc87f1824 /* ldxp x4, x6, [x1] */, 0xc8250c22 /* stxp w5, x2, x3, [x1] */);
        assertEquals(5, cpu.x(4));
        assertEquals(6, cpu.x(6));
        assertEquals(0, cpu.x(5));
        assertEquals(7, cpu.memory(OneCpu.DATA));
        assertEquals(8, cpu.memory(OneCpu.DATA + 8));
        cpu.x(9, OneCpu.DATA + 8).run(0xc87f1824 /* ldxp x4, x6, [x1] */, 0xf9000124 /* str x4, [x9] */, 0xc8250823 /* stxp w5, x3, x2, [x1] */);
        assertEquals(1, cpu.x(5), "the high half has changed");
        assertEquals(7, cpu.memory(OneCpu.DATA));
        cpu.run(0x887f9824 /* ldaxp w4, w6, [x1] */, 0x88258823 /* stlxp w5, w3, w2, [x1] */);
        assertEquals(0, cpu.x(5));
        assertEquals(7, cpu.x(4));
        assertEquals(0, cpu.x(6));
        assertEquals(0x7_0000_0008L, cpu.memory(OneCpu.DATA));
    }

    @Test
    void exclusivesMustBeAligned() {
        cpu.x(1, OneCpu.DATA + 2).run(0x885f7c24 /* ldxr w4, [x1] */);
        assertEquals(ALIGNMENT, cpu.faultStatus());
        cpu.x(1, OneCpu.DATA + 8).run(0xc87f1824 /* ldxp x4, x6, [x1] */);
        assertEquals(ALIGNMENT, cpu.faultStatus(), "a pair of 8 bytes must be aligned to 16");
        cpu.run(0x887f1824 /* ldxp w4, w6, [x1] */);
        assertEquals(6, cpu.x(4));
    }

    @Test
    void aStoreToAReadOnlyPageFaultsAndKeepsTheMonitor() {
        cpu.x(1, OneCpu.READ_ONLY).memory(OneCpu.READ_ONLY, 3).x(5, 9).run(0xc85f7c24 /* ldxr x4, [x1] */, 0xc8057c22 /* stxr w5, x2, [x1] */);
        assertEquals(3, cpu.x(4));
        assertEquals(9, cpu.x(5));
        assertEquals(WRITE | PERMISSION_LEVEL_3, cpu.faultStatus());
        assertEquals(OneCpu.CODE + 4, cpu.get("ELR_EL1"));
        assertEquals(3, cpu.memory(OneCpu.READ_ONLY));
    }

    @Test
    void atomicsReturnWhatMemoryHeld() {
        cpu.memory(OneCpu.DATA, 0xf0).x(2, 0x1f).run(0xf8220020 /* ldadd x2, x0, [x1] */);
        assertEquals(0xf0, cpu.x(0));
        assertEquals(0x10f, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, 0xf0).run(0xf8e21020 /* ldclral x2, x0, [x1] */);
        assertEquals(0xe0, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, 0xf0).run(0xf8a22020 /* ldeora x2, x0, [x1] */);
        assertEquals(0xef, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, 0xf0).run(0xf822303f /* stset x2, [x1] */);
        assertEquals(0xff, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, 0xf0).run(0xf8228022 /* swp x2, x2, [x1] */);
        assertEquals(0x1f, cpu.memory(OneCpu.DATA));
        assertEquals(0xf0, cpu.x(2));
    }

    @Test
    void atomicsOfBytesCompareBytes() {
        cpu.memory(OneCpu.DATA, 0x1_80).x(2, 0xf_01);
        assertEquals(0x80, cpu.run(0x38224020 /* ldsmaxb w2, w0, [x1] */).x(0));
        assertEquals(0x101, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, 0x180).run(0x38225020 /* ldsminb w2, w0, [x1] */);
        assertEquals(0x180, cpu.memory(OneCpu.DATA));
        cpu.run(0x38226020 /* ldumaxb w2, w0, [x1] */);
        assertEquals(0x180, cpu.memory(OneCpu.DATA));
        cpu.run(0x38227020 /* lduminb w2, w0, [x1] */);
        assertEquals(0x101, cpu.memory(OneCpu.DATA));
        cpu.memory(OneCpu.DATA, -1).x(2, 1).run(0x78220020 /* ldaddh w2, w0, [x1] */);
        assertEquals(0xffff_ffff_ffff_0000L, cpu.memory(OneCpu.DATA));
        assertEquals(0xffff, cpu.x(0));
    }

    @Test
    void compareAndSwapStoresOnlyWhereItIsEqual() {
        cpu.x(0, 5).run(0xc8a07c22 /* cas x0, x2, [x1] */);
        assertEquals(7, cpu.memory(OneCpu.DATA));
        cpu.x(0, 5).run(0xc8e0fc23 /* casal x0, x3, [x1] */);
        assertEquals(7, cpu.memory(OneCpu.DATA));
        assertEquals(7, cpu.x(0));
        cpu.memory(OneCpu.DATA, 0x1_0000_0007L).x(0, 0xf_0000_0007L).run(0x88a07c23 /* cas w0, w3, [x1] */);
        assertEquals(0x1_0000_0008L, cpu.memory(OneCpu.DATA), "the upper halves are not looked at");
        assertEquals(7, cpu.x(0));
        cpu.x(4, 0x1_0000_0008L).x(5, 6).run(0x48247c22 /* casp x4, x5, x2, x3, [x1] */);
        assertEquals(7, cpu.memory(OneCpu.DATA));
        assertEquals(8, cpu.memory(OneCpu.DATA + 8));
        cpu.x(4, 7).x(5, 0).run(0x08247c22 /* casp w4, w5, w2, w3, [x1] */);
        assertEquals(0x8_0000_0007L, cpu.memory(OneCpu.DATA));
    }

    @Test
    void withLse2WhatLiesWithinSixteenBytesNeedNotBeAligned() {
        try (var lse2 = new OneCpu(java.util.EnumSet.allOf(Feature.class))) {
            lse2.memory(OneCpu.DATA, 0).x(1, OneCpu.DATA + 3).x(2, 0x55).run(0xf8220020 /* ldadd x2, x0, [x1] */);
            assertEquals(0x55_00_0000L, lse2.memory(OneCpu.DATA));
            lse2.x(1, OneCpu.DATA + 9).run(0xf8220020 /* ldadd x2, x0, [x1] */);
            assertEquals(ALIGNMENT, lse2.faultStatus(), "it would cross into the next sixteen");
            lse2.x(1, OneCpu.DATA + 12).run(0xc8dffc20 /* ldar x0, [x1] */);
            assertEquals(ALIGNMENT, lse2.faultStatus(), "SCTLR_EL1.nAA is 0");
            lse2.set("SCTLR_EL1", lse2.get("SCTLR_EL1") | 1 << 6).x(1, OneCpu.DATA - 5).memory(OneCpu.DATA, 0x1234).run(0xc8dffc20 /* ldar x0, [x1] */);
            assertEquals(0x1234L << 40, lse2.x(0), "with nAA an ordered access goes anywhere");
        }
    }

    @Test
    void faultsOfAtomicsTellReadFromWrite() {
        cpu.x(1, OneCpu.UNMAPPED).run(0xf8220020 /* ldadd x2, x0, [x1] */);
        assertEquals(TRANSLATION_LEVEL_3, cpu.faultStatus(), "a read would fault too: WnR is 0");
        cpu.x(1, OneCpu.READ_ONLY).memory(OneCpu.READ_ONLY, 3).x(0, 9).run(0xf8220020 /* ldadd x2, x0, [x1] */);
        assertEquals(WRITE | PERMISSION_LEVEL_3, cpu.faultStatus());
        assertEquals(9, cpu.x(0));
        cpu.run(0xc8a07c22 /* cas x0, x2, [x1] */);
        assertEquals(WRITE | PERMISSION_LEVEL_3, cpu.faultStatus(), "although the comparison fails");
        cpu.x(1, OneCpu.DATA + 4).run(0xf8228020 /* swp x2, x0, [x1] */);
        assertEquals(ALIGNMENT, cpu.faultStatus());
    }
}
