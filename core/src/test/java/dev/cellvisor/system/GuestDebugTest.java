package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The guest's own debug registers: breakpoints, watchpoints, software step and BRK, told as exceptions of the right class, syndrome and address. */
class GuestDebugTest {
    private static final int KDE = 1 << 13;
    private static final int MDE = 1 << 15;
    /** E, PMC both levels, BAS. */
    private static final int BREAK = 0x1e7;

    private static SystemGuest armed() {
        return new SystemGuest().code("""
                msr oslar_el1, xzr
                isb
                ldr x0, =0x%x
                msr mdscr_el1, x0
                isb
                msr daifclr, #8
            """.formatted(MDE | KDE));
    }

    private static String set(String register, String value) {
        return "ldr x9, =" + value + "\nmsr " + register + ", x9\nisb\n";
    }

    private static List<String> exceptions(List<String> lines, int exceptionClass) {
        return lines.stream().filter(line -> line.startsWith("! ") && Long.parseLong(line.replaceAll(".* esr (\\w+).*", "$1"), 16) >>> 26 == exceptionClass).toList();
    }

    @Test
    void breakpointsStopBeforeTheirInstructionWhereTheyMatch() {
        var guest = armed().say("EL1").code(set("dbgbvr0_el1", "here1") + set("dbgbcr0_el1", "" + BREAK) + """
                mov x5, #1
            here1: mov x5, #2
                """).shows("x5").say("masked").code("""
                msr daifset, #8
                bl twice
                msr daifclr, #8
                b after_twice
            twice: mov x6, #3
                ret
            after_twice:
                """).code(set("dbgbvr1_el1", "twice") + set("dbgbcr1_el1", "" + BREAK)).code("""
                msr daifset, #8
                mov x6, #0
                bl twice
                msr daifclr, #8
                """).shows("x6").code("""
                mov x6, #0
                bl twice
                """).shows("x6")
                .say("only EL0: not at EL1").code(set("dbgbcr1_el1", "0x1e5")).code("bl twice")
                .say("at EL0").toEl0().code("bl twice").shows("x6").toEl1()
                .code("msr daifclr, #8").say("only EL1: not at EL0").code(set("dbgbcr1_el1", "0x1e3")).toEl0().code("bl twice").toEl1()
                .code("msr daifclr, #8").say("disabled").code(set("dbgbcr1_el1", "0x1e6")).code("bl twice")
                .say("Secure only").code(set("dbgbcr1_el1", "0x81e7")).code("bl twice")
                .say("not MDE").code(set("dbgbcr1_el1", "0x1e7") + set("mdscr_el1", "" + KDE)).code("bl twice")
                .say("not KDE").code(set("mdscr_el1", "" + MDE)).code("bl twice")
                .say("last of six").code(set("mdscr_el1", "" + (MDE | KDE)) + set("dbgbcr1_el1", "0") + set("dbgbvr5_el1", "twice") + set("dbgbcr5_el1", "" + BREAK))
                .code("bl twice");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(3, exceptions(lines, 0x31).size());
        assertEquals(1, exceptions(lines, 0x30).size());
        assertTrue(lines.contains("x5 0000000000000001"), "the instruction with the breakpoint was skipped, not executed");
    }

    @Test
    void aBreakpointMayBeLinkedToAContext() {
        var guest = armed().code(set("dbgbvr4_el1", "0x77") + set("dbgbcr4_el1", "0x3001e7") + set("dbgbvr0_el1", "linked") + set("dbgbcr0_el1", "0x1401e7")
                + set("contextidr_el1", "0x78")).code("bl linked").say("now in context").code(set("contextidr_el1", "0x77")).code("bl linked")
                .say("linked to one that is not context-aware").code(set("dbgbcr0_el1", "0x1101e7")).code("bl linked").code("""
                b after
            linked: mov x5, #1
                ret
            after:
                """);
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(1, exceptions(lines, 0x31).size());
    }

    @Test
    void anUnlinkedContextBreakpointStopsEveryInstructionOfItsContext() {
        // QEMU 7.2 has no unlinked context breakpoints, so this is for ours alone.
        var program = armed().code("""
                adr x27, leave_context
                b begin
            leave_context:
                mrs x1, elr_el1
                adr x2, last
                cmp x1, x2
                b.lo still
                msr contextidr_el1, xzr
                isb
            still: mov x0, #0
                ret
            begin:
                """ + set("dbgbvr4_el1", "0x77") + set("dbgbcr4_el1", "0x2001e7") + """
                mov x5, #0
                mov x9, #0x77
                msr contextidr_el1, x9
                add x5, x5, #1
                add x5, x5, #1
            last: add x5, x5, #1
                add x5, x5, #1
                """).shows("x5");
        List<String> lines = TwoMachines.of("cortex-a57").ours(program);
        assertEquals(3, exceptions(lines, 0x31).size());
        assertEquals("x5 0000000000000001", lines.getLast());
    }

    @Test
    void watchpointsWatchBytesKindsOfAccessAndLevels() {
        String at = "ldr x1, =0x%x\n".formatted(SystemGuest.USER_DATA + 0x100);
        var guest = armed().code(at + "str xzr, [x1]\nstr xzr, [x1, #8]\nmov x2, #-1\n");
        guest.say("stores to bytes 2 and 3").code(set("dbgwvr0_el1", "0x%x".formatted(SystemGuest.USER_DATA + 0x100)) + set("dbgwcr0_el1", "0x197"));
        for (String access : List.of("ldr x3, [x1]", "str x2, [x1]", "strb w2, [x1, #1]", "strb w2, [x1, #2]", "strb w2, [x1, #3]", "strb w2, [x1, #4]",
                "strh w2, [x1, #1]", "str w2, [x1, #-1]", "str x2, [x1, #-4]", "stur x2, [x1, #-5]", "stp x2, x2, [x1, #-8]", "stp x2, x2, [x1]", "str q0, [x1]",
                "stp q0, q1, [x1, #-16]", "stp w2, w2, [x1, #-4]", "sttr x2, [x1]", "str x2, [x1], #8", "stlr x2, [x1]", "dc zva, x1", "prfm pldl1keep, [x1]")) {
            guest.say(access).code(access);
        }
        guest.say("and x1 is as before").shows("x1").code("ldr x3, [x1]").shows("x3");
        guest.say("loads").code(set("dbgwcr0_el1", "0x1fef"));
        for (String access : List.of("ldr x3, [x1]", "str x2, [x1]", "ldp x3, x4, [x1, #-8]", "ldrb w3, [x1, #7]", "ldrb w3, [x1, #8]", "ldr q0, [x1, #-8]",
                "ldtr x3, [x1]", "ldar w3, [x1]", "ldxr x3, [x1]")) {
            guest.say(access).code(access);
        }
        guest.say("exclusives").code(set("dbgwcr0_el1", "0")).code("ldxr x3, [x1]").code(set("dbgwcr0_el1", "0x1ff7")).code("stxr w4, x2, [x1]").shows("x3");
        guest.say("four bytes").code(set("dbgwvr0_el1", "0x%x".formatted(SystemGuest.USER_DATA + 0x104)) + set("dbgwcr0_el1", "0x1ff")).code("""
                ldrb w3, [x1, #3]
                ldrb w3, [x1, #4]
                ldrb w3, [x1, #7]
                ldrb w3, [x1, #8]
                """);
        guest.say("a range of 256 bytes").code(set("dbgwvr0_el1", "0x%x".formatted(SystemGuest.USER_DATA + 0x100)) + set("dbgwcr0_el1", "0x8001fff")).code("""
                ldr x3, [x1, #-8]
                ldr x3, [x1, #0x80]
                ldr x3, [x1, #0xf8]
                ldr x3, [x1, #0x100]
                ldur x3, [x1, #-4]
                """);
        guest.say("EL0 only").code(set("dbgwvr0_el1", "0x%x".formatted(SystemGuest.USER_DATA + 0x100)) + set("dbgwcr0_el1", "0x1ffd")).code("""
                ldr x3, [x1]
                ldtr x3, [x1]
                """).toEl0().code("""
                ldr x3, [x1]
                str x3, [x1, #8]
                str x3, [x1]
                """).toEl1().code("msr daifclr, #8");
        guest.say("across pages").code(set("dbgwvr3_el1", "0x%x".formatted(SystemGuest.USER_DATA + 0x1000)) + set("dbgwcr3_el1", "0x3f") + "ldr x1, =0x%x\n"
                .formatted(SystemGuest.USER_DATA + 0x1000)).code("""
                ldur x3, [x1, #-4]
                stur x2, [x1, #-4]
                stur x2, [x1, #-8]
                ldr x3, [x1, #-4]
                stp x2, x2, [x1, #-8]
                """).shows("x3");
        guest.say("linked").code(set("dbgbvr5_el1", "0x12") + set("dbgbcr5_el1", "0x3001e7") + set("dbgwcr3_el1", "0x15003f") + set("contextidr_el1", "0x13"))
                .code("ldr x3, [x1]").code(set("contextidr_el1", "0x12")).code("ldr x3, [x1]");
        guest.say("fault first").code(set("dbgwvr3_el1", "0x%x".formatted(SystemGuest.PAGES)) + set("dbgwcr3_el1", "0x3f") + "ldr x1, =0x%x\n"
                .formatted(SystemGuest.PAGES)).code("ldr x3, [x1]");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(2, exceptions(lines, 0x34).size());
        assertTrue(exceptions(lines, 0x35).size() > 20, "watchpoints were hit");
        assertEquals(1, exceptions(lines, 0x25).size(), "the page that is not mapped");
    }

    /** Goes on with the next step. */
    private static final String STEP_HOOK = """
                adr x27, step_on
                b step_ready
            step_on:
                lsr x1, x0, #27
                cmp x1, #0x19
                b.ne step_skip
                mrs x1, spsr_el1
                orr x1, x1, #0x200000
                msr spsr_el1, x1
                mov x0, #1
                ret
            step_skip:
                mov x0, #0
                ret
            step_ready:
        """;

    @Test
    void softwareStepTellsEachInstructionOfEl0() {
        var guest = new SystemGuest().code("msr oslar_el1, xzr\nisb\n").code(STEP_HOOK).code(set("mdscr_el1", "1") + "mov x5, #0\nldr x1, =0x%x\n"
                .formatted(SystemGuest.USER_DATA + 0x100)).toEl0("0x200000").code("""
                add x5, x5, #1
                add x5, x5, #1
                b over
                .inst 0
            over: ldxr x3, [x1]
                stxr w4, x3, [x1]
                ldaxrb w3, [x1]
                clrex
                .inst 0
                cbz x5, over
                nop
                svc #0
                add x5, x5, #1
                brk #0x12
                add x5, x5, #1
                """).toEl1().code(set("mdscr_el1", "0")).shows("x5", "x4");
        guest.say("SS 0: the exception comes before the first instruction").code(set("mdscr_el1", "1")).toEl0("0").code("add x5, x5, #1\nadd x5, x5, #1").toEl1()
                .code(set("mdscr_el1", "0")).shows("x5");
        guest.say("a store on the way faults").code(set("mdscr_el1", "1") + "ldr x1, =0x%x\n".formatted(SystemGuest.DATA)).toEl0("0x200000").code("str x5, [x1]\nmov x5, #0").toEl1()
                .code(set("mdscr_el1", "0")).shows("x5");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertTrue(exceptions(lines, 0x32).size() > 14, "steps");
        assertEquals(2, exceptions(lines, 0x32).stream().filter(line -> line.contains(" esr 00000000cb000062 ")).count(), "steps of load-exclusives");
    }

    @Test
    void softwareStepWorksWithinEl1() {
        var guest = new SystemGuest().code("msr oslar_el1, xzr\nisb\n").code(STEP_HOOK).code(set("mdscr_el1", "" + (KDE | 1))).code("""
                adr x9, stepped
                msr elr_el1, x9
                ldr x9, =0x200005
                msr spsr_el1, x9
                mov x5, #0
                eret
            stepped:
                add x5, x5, #1
                add x5, x5, #1
                brk #7
                svc #1
                add x5, x5, #1
                add x5, x5, #1
                """).code(set("mdscr_el1", "0")).shows("x5");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(2, exceptions(lines, 0x33).size());
    }

    @Test
    void breakpointInstructionsNeedNoEnabling() {
        var guest = new SystemGuest().say("EL1").code("brk #0\nbrk #0xffff\n").toEl0().code("brk #0x1234\n").toEl1().code("hlt #1");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(3, exceptions(lines, 0x3c).size());
    }

    @Test
    void theRegistersHoldWhatIsWritten() {
        var guest = new SystemGuest();
        guest.showSystem("id_aa64dfr0_el1");
        for (int n = 0; n < 6; n++) {
            guest.code(set("dbgbvr" + n + "_el1", "0x%x".formatted(0x4000_1000L + n * 16)) + set("dbgbcr" + n + "_el1", "0x1e4"));
        }
        for (int n = 0; n < 4; n++) {
            guest.code(set("dbgwvr" + n + "_el1", "0x%x".formatted(0x4000_2007L + n * 16)) + set("dbgwcr" + n + "_el1", "0x3fe"));
        }
        for (int n = 0; n < 6; n++) {
            guest.showSystem("dbgbvr" + n + "_el1").showSystem("dbgbcr" + n + "_el1");
        }
        for (int n = 0; n < 4; n++) {
            guest.showSystem("dbgwvr" + n + "_el1").showSystem("dbgwcr" + n + "_el1");
        }
        guest.code("mrs x3, s2_0_c0_c6_4\nmrs x3, s2_0_c0_c4_6");
        guest.showSystem("oslsr_el1").code("msr oslar_el1, xzr\nisb").showSystem("oslsr_el1").code("mov x9, #1\nmsr oslar_el1, x9\nisb").showSystem("oslsr_el1");
        guest.showSystem("mdscr_el1").code(set("mdscr_el1", "0xb001")).showSystem("mdscr_el1");
        TwoMachines.of("cortex-a57").run(guest);
    }

    @Test
    void theLockOfTheOperatingSystemKeepsDebugExceptionsAway() {
        // QEMU 7.2 looks at another bit of OSLSR_EL1 than OSLK, so this is for ours alone.
        var guest = armed().code(set("dbgbvr0_el1", "here") + set("dbgbcr0_el1", "" + BREAK)).code("mov x9, #1\nmsr oslar_el1, x9\nisb").code("bl here\nmsr oslar_el1, xzr\nisb\nbl here\nb end_of_it\nhere: mov x5, #1\nret\nend_of_it:");
        assertEquals(1, exceptions(TwoMachines.of("cortex-a57").ours(guest), 0x31).size());
    }
}
