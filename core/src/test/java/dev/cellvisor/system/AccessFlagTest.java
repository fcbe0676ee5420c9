package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hardware management of the access flag and the dirty state: what walks write to the tables, and which faults are left. */
class AccessFlagTest {
    private static final long AF = 1 << 10;
    private static final long READ_ONLY = 1 << 7;
    private static final long EL0 = 1 << 6;
    private static final long DBM = 1L << 51;
    private static final long UXN = 1L << 54;

    private static String tcr(long bits) {
        return """
                mrs x9, tcr_el1
                ldr x10, =0x18000000000
                bic x9, x9, x10
                ldr x10, =0x%x
                orr x9, x9, x10
                msr tcr_el1, x9
                isb
            """.formatted(bits);
    }

    /** A descriptor for page 2 without the harness's access flag. */
    private static String page(long more) {
        return """
                ldr x11, =pages + 16
                ldr x10, =0x%x
                str x10, [x11]
                dsb sy
                tlbi vmalle1
                dsb sy
                isb
                ldr x1, =0x%x
            """.formatted(SystemGuest.PAGES + 2 * 4096 | SystemGuest.PAGE_ATTRIBUTES & ~AF | more, SystemGuest.PAGES + 2 * 4096);
    }

    @Test
    void walksKeepTheFlagsAsTcrAsks() {
        var guest = new SystemGuest().code("mrs x5, id_aa64mmfr1_el1\nand x5, x5, #15").show("HAFDBS", "x5");
        for (long control : new long[] {0, 1L << 39, 3L << 39, 1L << 40}) {
            for (long more : new long[] {0, AF, READ_ONLY, READ_ONLY | DBM, AF | READ_ONLY | DBM, DBM, EL0 | UXN, EL0 | READ_ONLY | DBM, AF | EL0 | READ_ONLY}) {
                guest.say("TCR_EL1 %x descriptor %x".formatted(control, more)).code(tcr(control) + page(more));
                for (String access : List.of("ldr x3, [x1]", "str xzr, [x1]", "ldr x3, [x1]", "sttr xzr, [x1]")) {
                    guest.code(access).code("ldr x12, [x11]").show(access, "x12");
                }
                guest.code(page(more)).code("str xzr, [x1]\nldr x12, [x11]").show("stored at once", "x12");
                guest.code(page(more)).code("at s1e1r, x1\nisb\nldr x12, [x11]").show("AT for a load", "x12");
                guest.code(page(more)).code("at s1e1w, x1\nisb\nldr x12, [x11]").show("AT for a store", "x12");
                guest.code(page(more)).code("at s1e0w, x1\nisb\nldr x12, [x11]").show("AT for a store of EL0", "x12");
            }
        }
        guest.say("fetch").code(tcr(1L << 39) + page(AF) + "ldr w10, =0xd65f03c0\nstr w10, [x1]\ndc cvau, x1\ndsb ish\nic iallu\ndsb ish\nisb\n" + page(0)
                + "blr x1\nldr x12, [x11]").shows("x12");
        guest.say("STXR makes dirty only when it stores").code(tcr(3L << 39) + page(AF | READ_ONLY | DBM) + "ldxr x3, [x1]\nldr x12, [x11]").shows("x12")
                .code("stxr w4, x3, [x1]\nldr x12, [x11]").shows("x4", "x12");
        List<String> lines = TwoMachines.of("max").run(guest);
        assertTrue(lines.contains("HAFDBS 0000000000000002"));
    }
}
