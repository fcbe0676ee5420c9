package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** SP and PC alignment faults, and code that writes code. */
class AlignmentAndCodeTest {
    private static final TwoMachines BOTH = TwoMachines.of("cortex-a57");

    private static long number(List<String> lines, String name) {
        return Long.parseUnsignedLong(lines.stream().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().substring(name.length() + 1), 16);
    }

    @Test
    void aMisalignedStackPointerFaultsWhereItIsABase() {
        String misaligned = "ldr x9, =0x%x\nmov sp, x9\n".formatted(SystemGuest.USER_DATA + 0x1008);
        String accesses = """
                ldr x3, [sp]
                str x3, [sp, #8]
                ldrb w3, [sp, #1]
                ldp x3, x4, [sp]
                str x3, [sp, #-16]!
                ldr q0, [sp]
                ld1 {v0.16b}, [sp]
                ldxr x3, [sp]
                add sp, sp, #8
                ldr x3, [sp]
            """;
        var guest = new SystemGuest().say("EL0").toEl0().code(misaligned + accesses).toEl1()
                .say("EL0, SCTLR_EL1.SA0 0").code("mrs x9, sctlr_el1\nbic x9, x9, #0x10\nmsr sctlr_el1, x9\nisb").toEl0().code(misaligned + accesses).toEl1()
                .say("EL1 with SP_EL0").code("mov x21, sp\nmsr spsel, #0\n" + misaligned + accesses + "msr spsel, #1")
                .say("EL1 with SP_EL0, SCTLR_EL1.SA 0").code("mrs x9, sctlr_el1\nbic x9, x9, #8\nmsr sctlr_el1, x9\nisb\nmsr spsel, #0\n" + misaligned + accesses + "msr spsel, #1");
        // QEMU 7.2 does not look at the stack pointer's alignment, so this is for ours alone.
        List<String> lines = BOTH.ours(guest);
        assertEquals(8, lines.stream().filter(line -> line.startsWith("! vector 0000000000000400 esr 000000009a000000")).count());
        assertEquals(8, lines.stream().filter(line -> line.startsWith("! vector 0000000000000000 esr 000000009a000000")).count());
        assertEquals(8 + 8 + 2, lines.stream().filter(line -> line.startsWith("!")).count(), "and nothing where the check is off, but SVC");
    }

    @Test
    void aMisalignedPcFaultsAtItsTarget() {
        var guest = new SystemGuest().say("EL1").code("adr x28, back\nadr x9, back\nadd x9, x9, #2\nbr x9\nback:").say("EL0").toEl0().code("""
                adr x28, back0
                ldr x9, =0x40101235
                blr x9
            back0: adr x28, back1
                adr x30, back1 + 1
                ret
            back1:
                """).toEl1().say("by ERET").code("""
                adr x28, back2
                ldr x9, =0x3c5
                msr spsr_el1, x9
                ldr x9, =0x40100001
                msr elr_el1, x9
                eret
            back2:
                """);
        List<String> lines = BOTH.run(guest);
        assertEquals(4, lines.stream().filter(line -> line.contains(" esr 000000008a000000")).count());
    }

    private static final String SYNC = "dc cvau, x1\ndsb ish\nic ivau, x1\ndsb ish\nisb\n";

    @Test
    void codeThatWritesCodeRunsAsWritten() {
        var guest = new SystemGuest().code("""
                ldr x1, =0x%1$x
                ldr w2, =0xd2800003         // movz x3, #0
                ldr w4, =0xd65f03c0         // ret
                str w4, [x1, #4]
                mov x5, #0
                mov x6, #0
            patch: orr w7, w2, w6, lsl #5
                str w7, [x1]
                %2$s
                blr x1
                add x5, x5, x3
                add x6, x6, #1
                cmp x6, #200
                b.ne patch
                """.formatted(SystemGuest.FREE, SYNC)).show("a routine written 200 times", "x5");
        guest.code("""
                // A program that changes the instruction right behind the synchronisation, in its own page.
                ldr x8, =0x%1$x
                adr x9, source
                mov x10, #0
            copy: ldr w11, [x9, x10]
                str w11, [x8, x10]
                add x10, x10, #4
                cmp x10, #64
                b.ne copy
                mov x1, x8
                %2$s
                mov x5, #0
                mov x6, #50
                ldr w7, =0x910008a5         // add x5, x5, #2
                ldr w2, =0x91000ca5         // add x5, x5, #3
                blr x8
                b copied
            source: add x1, x8, #32
                str w7, [x1]
                dc cvau, x1
                dsb ish
                ic ivau, x1
                dsb ish
                isb
                nop
                add x5, x5, #1
                eor w7, w7, w2
                eor w2, w7, w2
                eor w7, w7, w2
                subs x6, x6, #1
                b.ne source
                ret
                nop
            copied:
                """.formatted(SystemGuest.FREE + 0x1fc0, SYNC)).show("a loop that rewrites itself", "x5");
        guest.map(3, 0).code("""
                // The same page by another address: write there, run here.
                ldr x9, =pages + 32
                ldr x10, =0x%1$x
                str x10, [x9]
                dsb sy
                isb
                ldr x12, =0x%2$x
                ldr x13, =0x%3$x
                mov x5, #0
                mov x6, #0
                ldr w4, =0xd65f03c0
                str w4, [x12, #4]
            alias: ldr w2, =0xd2800003
                orr w7, w2, w6, lsl #5
                str w7, [x12]
                mov x1, x12
                %4$s
                blr x13
                add x5, x5, x3
                add x6, x6, #1
                cmp x6, #100
                b.ne alias
                """.formatted(SystemGuest.FREE + 0x1_0000 + SystemGuest.PAGE_ATTRIBUTES, SystemGuest.PAGES + 4 * 4096, SystemGuest.FREE + 0x1_0000, SYNC))
                .show("written by another address", "x5");
        guest.code("""
                // An instruction across which nothing else happens: two pages, one function each, exchanged by the tables.
                ldr x4, =0xd65f03c0d2800023 // movz x3, #1; ret
                ldr x7, =0xd65f03c0d2800043 // movz x3, #2; ret
                ldr x12, =0x%1$x
                str x4, [x12]
                ldr x1, =0x%2$x
                str x7, [x1]
                %3$s
                mov x1, x12
                %3$s
                ldr x9, =pages + 40
                ldr x10, =0x%1$x + 0x703
                ldr x11, =0x%2$x + 0x703
                ldr x13, =0x%4$x
                mov x5, #0
                mov x6, #50
            swap: str x10, [x9]
                dsb ish
                tlbi vmalle1is
                dsb ish
                isb
                blr x13
                add x5, x3, x5, lsl #1
                eor x10, x10, x11
                eor x11, x10, x11
                eor x10, x10, x11
                subs x6, x6, #1
                b.ne swap
                """.formatted(SystemGuest.FREE + 0x2_0000, SystemGuest.FREE + 0x2_1000, SYNC, SystemGuest.PAGES + 5 * 4096)).show("pages exchanged", "x5");
        List<String> lines = BOTH.run(guest);
        assertEquals(199 * 200 / 2, number(lines, "a routine written 200 times"));
        assertEquals(125, number(lines, "a loop that rewrites itself"));
        assertEquals(99 * 100 / 2, number(lines, "written by another address"));
    }
}
