package dev.cellvisor.system;

/** Assembly that sets up a GICv3 for one CPU, as far as a test needs it. */
final class Interrupts {
    private static final long GICD = 0x0800_0000L;
    private static final long GICR = 0x080a_0000L;

    private Interrupts() {
    }

    /** Wakes the redistributor, lets all priorities through, and enables an SGI or PPI of group 1. */
    static String enable(int intid) {
        return """
                ldr x9, =0x%x
                mov w10, #0x12
                str w10, [x9]
                ldr x9, =0x%x
                ldr w10, [x9, #0x14]
                and w10, w10, #0xfffffffd
                str w10, [x9, #0x14]
                add x9, x9, #0x10000
                mov w10, #-1
                str w10, [x9, #0x80]
                mov w10, #0x%x
                str w10, [x9, #0x100]
                mov x10, #1
                msr icc_sre_el1, x10
                isb
                mov x10, #0xff
                msr icc_pmr_el1, x10
                mov x10, #1
                msr icc_igrpen1_el1, x10
                isb
            """.formatted(GICD, GICR, 1 << intid);
    }
}
