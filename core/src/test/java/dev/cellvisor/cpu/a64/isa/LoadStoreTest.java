package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loads and stores: extension, addressing, faults that leave nothing half-done, and what is CONSTRAINED UNPREDICTABLE as QEMU 7.2 has it. */
class LoadStoreTest {
    private static final int DATA_ABORT = 0x25;
    private static final int SP_ALIGNMENT = 0x26;
    private static final int WRITE = 0x40;
    private static final int TRANSLATION_LEVEL_3 = 7;
    private static final int PERMISSION_LEVEL_3 = 0xf;
    private static final int ALIGNMENT = 0x21;

    private final OneCpu cpu = new OneCpu();

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void loadsExtendAsTheirNameSays() {
        cpu.memory(OneCpu.DATA, 0x8182_8384_8586_8788L).x(1, OneCpu.DATA).x(0, -1);
        assertEquals(0x88, cpu.run(0x39400020 /* ldrb w0, [x1] */).x(0));
        assertEquals(0x8788, cpu.run(0x79400020 /* ldrh w0, [x1] */).x(0));
        assertEquals(0x8586_8788L, cpu.run(0xb9400020 /* ldr w0, [x1] */).x(0));
        assertEquals(0xffff_ff88L, cpu.run(0x39c00020 /* ldrsb w0, [x1] */).x(0));
        assertEquals(0xffff_ffff_ffff_ff88L, cpu.run(0x39800020 /* ldrsb x0, [x1] */).x(0));
        assertEquals(0xffff_8788L, cpu.run(0x79c00020 /* ldrsh w0, [x1] */).x(0));
        assertEquals(0xffff_ffff_ffff_8788L, cpu.run(0x79800020 /* ldrsh x0, [x1] */).x(0));
        assertEquals(0xffff_ffff_8586_8788L, cpu.run(0xb9800020 /* ldrsw x0, [x1] */).x(0));
        cpu.run(0x69400820 /* ldpsw x0, x2, [x1] */);
        assertEquals(0xffff_ffff_8586_8788L, cpu.x(0));
        assertEquals(0xffff_ffff_8182_8384L, cpu.x(2));
    }

    @Test
    void storesTouchTheirOwnBytesOnly() {
        cpu.memory(OneCpu.DATA, 0).x(1, OneCpu.DATA).x(0, -1).run(0x38001020 /* sturb w0, [x1, #1] */, 0x79000820 /* strh w0, [x1, #4] */);
        assertEquals(0x0000_ffff_0000_ff00L, cpu.memory(OneCpu.DATA));
        cpu.run(0xb9000020 /* str w0, [x1] */, 0x39000c3f /* strb wzr, [x1, #3] */);
        assertEquals(0x0000_ffff_00ff_ffffL, cpu.memory(OneCpu.DATA));
    }

    @Test
    void writeBackComesBeforeOrAfter() {
        cpu.memory(OneCpu.DATA, 1).memory(OneCpu.DATA + 8, 2).x(1, OneCpu.DATA);
        assertEquals(2, cpu.run(0xf8408c20 /* ldr x0, [x1, #8]! */).x(0));
        assertEquals(OneCpu.DATA + 8, cpu.x(1));
        assertEquals(2, cpu.run(0xf85f8420 /* ldr x0, [x1], #-8 */).x(0));
        assertEquals(OneCpu.DATA, cpu.x(1));
        cpu.x(2, 7).x(3, 8).set("SP", OneCpu.DATA + 32).run(0xa9be0fe2 /* stp x2, x3, [sp, #-32]! */);
        assertEquals(OneCpu.DATA, cpu.get("SP"));
        assertEquals(8, cpu.memory(OneCpu.DATA + 8));
        cpu.run(0xa8c10be3 /* ldp x3, x2, [sp], #16 */);
        assertEquals(7, cpu.x(3));
        assertEquals(OneCpu.DATA + 16, cpu.get("SP"));
    }

    @Test
    void aRegisterOffsetIsExtendedThenScaled() {
        cpu.memory(OneCpu.DATA, 1).memory(OneCpu.DATA + 8, 2).x(1, OneCpu.DATA);
        assertEquals(2, cpu.x(2, 1).run(0xf8627820 /* ldr x0, [x1, x2, lsl #3] */).x(0));
        assertEquals(2, cpu.x(2, 8).run(0xf8626820 /* ldr x0, [x1, x2] */).x(0));
        assertEquals(2, cpu.x(2, 0x1234_0000_0001L).run(0xf8625820 /* ldr x0, [x1, w2, uxtw #3] */).x(0));
        cpu.x(1, OneCpu.DATA + 16).x(2, 0x0000_0000_ffff_ffffL);
        assertEquals(2, cpu.run(0xf862d820 /* ldr x0, [x1, w2, sxtw #3] */).x(0));
    }

    @Test
    void aLiteralIsRelativeToTheInstruction() {
        cpu.memory(OneCpu.CODE + 8, 0xffff_fffe_1234_5678L);
        assertEquals(0xffff_fffe_1234_5678L, cpu.run(0x58000040 /* ldr x0, .+8 */).x(0));
        assertEquals(-2, cpu.run(0x98000060 /* ldrsw x0, .+12 */).x(0));
    }

    @Test
    void aPairThatRunsIntoAFaultStoresAndLoadsNothing() {
        long last = OneCpu.UNMAPPED - 8;
        cpu.memory(last, 5).x(1, last).x(2, 6).x(3, 7).run(0xa9800c22 /* stp x2, x3, [x1, #0]! */);
        assertEquals(DATA_ABORT, cpu.exceptionClass());
        assertEquals(WRITE | TRANSLATION_LEVEL_3, cpu.faultStatus());
        assertEquals(OneCpu.UNMAPPED, cpu.get("FAR_EL1"));
        assertEquals(5, cpu.memory(last));
        cpu.run(0xa8c10c22 /* ldp x2, x3, [x1], #16 */);
        assertEquals(TRANSLATION_LEVEL_3, cpu.faultStatus());
        assertEquals(OneCpu.UNMAPPED, cpu.get("FAR_EL1"));
        assertEquals(6, cpu.x(2));
        assertEquals(last, cpu.x(1), "no write-back");
    }

    @Test
    void anUnalignedStoreAcrossPagesStoresAllOrNothing() {
        cpu.memory(OneCpu.DATA + 0xff8, 0).memory(OneCpu.DATA + 0x1000, 0);
        cpu.x(1, OneCpu.DATA + 0xffe).x(0, 0x1122_3344_5566_7788L).run(0xf9000020 /* str x0, [x1] */);
        assertEquals(0x7788_0000_0000_0000L, cpu.memory(OneCpu.DATA + 0xff8));
        assertEquals(0x1122_3344_5566L, cpu.memory(OneCpu.DATA + 0x1000));
        cpu.memory(OneCpu.UNMAPPED - 8, 0).x(1, OneCpu.UNMAPPED - 2).run(0xf9000020 /* str x0, [x1] */);
        assertEquals(DATA_ABORT, cpu.exceptionClass());
        assertEquals(0, cpu.memory(OneCpu.UNMAPPED - 8));
    }

    @Test
    void aMisalignedStackPointerFaultsBeforeTheAccess() {
        cpu.set("SP", OneCpu.DATA + 8).memory(OneCpu.DATA + 8, 5).x(0, 1).run(0xf90003e0 /* str x0, [sp] */);
        assertEquals(SP_ALIGNMENT, cpu.exceptionClass());
        assertEquals(5, cpu.memory(OneCpu.DATA + 8));
        cpu.set("SCTLR_EL1", cpu.get("SCTLR_EL1") & ~8).set("SP", OneCpu.DATA + 8).run(0xf90003e0 /* str x0, [sp] */);
        assertEquals(1, cpu.memory(OneCpu.DATA + 8), "SCTLR_EL1.SA is 0: no check");
    }

    @Test
    void unprivilegedAccessesHaveEl0sPermissions() {
        cpu.memory(OneCpu.USER, 5).x(1, OneCpu.USER).set("PAN", 1 << 22);
        assertEquals(5, cpu.run(0xf8400820 /* ldtr x0, [x1] */).x(0), "PAN does not concern it");
        cpu.run(0xf9400020 /* ldr x0, [x1] */);
        assertEquals(PERMISSION_LEVEL_3, cpu.faultStatus());
        cpu.x(1, OneCpu.DATA).run(0xf8000820 /* sttr x0, [x1] */);
        assertEquals(WRITE | PERMISSION_LEVEL_3, cpu.faultStatus());
        cpu.memory(OneCpu.DATA, 9).set("UAO", 1 << 23);
        assertEquals(9, cpu.run(0xf8400820 /* ldtr x0, [x1] */).x(0), "with UAO it is an ordinary load");
    }

    @Test
    void prefetchesNeverFault() {
        cpu.x(1, OneCpu.UNMAPPED).set("ESR_EL1", 0).run(0xf9800020 /* prfm pldl1keep, [x1] */, 0xf89ff031 /* prfum pstl1strm, [x1, #-1] */, 0xd8000048 /* prfm plil1keep, .+8 */);
        assertEquals(0, cpu.get("ESR_EL1"));
        assertEquals(OneCpu.CODE + 12, cpu.get("pc"));
    }

    @Test
    void orderedAccessesMustBeAligned() {
        cpu.x(1, OneCpu.DATA + 4).memory(OneCpu.DATA, 0x1_0000_0002L).set("ESR_EL1", 0);
        assertEquals(1, cpu.run(0x88dffc20 /* ldar w0, [x1] */).x(0));
        cpu.run(0xc8dffc20 /* ldar x0, [x1] */);
        assertEquals(ALIGNMENT, cpu.faultStatus());
        cpu.run(0xc89ffc20 /* stlr x0, [x1] */);
        assertEquals(WRITE | ALIGNMENT, cpu.faultStatus());
        cpu.x(1, OneCpu.DATA + 3).run(0x591fe020 /* stlurh w0, [x1, #-2] */);
        assertEquals(OneCpu.DATA + 1, cpu.get("FAR_EL1"));
        cpu.x(1, OneCpu.DATA + 12);
        assertEquals(1, cpu.run(0x999f8020 /* ldapursw x0, [x1, #-8] */).x(0));
    }

    @Test
    void unpredictableWriteBackGoesAsInQemu() {
        cpu.memory(OneCpu.DATA, 5).memory(OneCpu.DATA + 8, 6).x(1, OneCpu.DATA);
        assertEquals(OneCpu.DATA + 8, cpu.run(0xf8408421 /* ldr x1, [x1], #8 */).x(1), "write-back wins over the load");
        cpu.x(1, OneCpu.DATA);
        assertEquals(OneCpu.DATA + 16, cpu.run(0xa8c10422 /* ldp x2, x1, [x1], #16 */).x(1));
        cpu.x(1, OneCpu.DATA).run(0xf8008421 /* str x1, [x1], #8 */);
        assertEquals(OneCpu.DATA, cpu.memory(OneCpu.DATA), "the old base is stored");
        cpu.memory(OneCpu.DATA, 5).x(1, OneCpu.DATA);
        assertEquals(5, cpu.run(0xa9400020 /* ldp x0, x0, [x1] */).x(0), "the first value stays");
    }
}
