package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Performance Monitors: registers, filters, overflow and its interrupt, and counts that are exact to the instruction. */
class PmuTest {
    /** One instruction for each tick of QEMU's clock, so that it counts instructions too. */
    private static final TwoMachines COUNTING = TwoMachines.of("cortex-a57").qemu("-icount", "shift=0");

    private static String set(String register, String value) {
        return "ldr x9, =" + value + "\nmsr " + register + ", x9\nisb\n";
    }

    private static long number(List<String> lines, String name) {
        return Long.parseUnsignedLong(lines.stream().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().substring(name.length() + 1), 16);
    }

    @Test
    void registersHoldWhatIsWritten() {
        var guest = new SystemGuest().showSystem("pmcr_el0");
        for (String register : List.of("pmcntenset_el0", "pmintenset_el1", "pmovsset_el0")) {
            guest.code(set(register, "0xffffffffffffffff")).showSystem(register);
        }
        guest.code(set("pmcntenclr_el0", "0x80000003")).showSystem("pmcntenclr_el0");
        guest.code(set("pmintenclr_el1", "0x5")).showSystem("pmintenclr_el1");
        guest.code(set("pmovsclr_el0", "0x8000000f")).showSystem("pmovsclr_el0");
        guest.code(set("pmuserenr_el0", "-1")).showSystem("pmuserenr_el0");
        guest.code(set("pmselr_el0", "0x3")).showSystem("pmselr_el0");
        guest.code(set("pmxevtyper_el0", "0xf0000008")).showSystem("pmxevtyper_el0").showSystem("pmevtyper3_el0");
        guest.code(set("pmxevcntr_el0", "0x123456789")).code("mrs x9, pmxevcntr_el0\nand x9, x9, #0xffffffff").shows("x9");
        guest.code(set("pmselr_el0", "31") + set("pmxevtyper_el0", "0xf0000008")).showSystem("pmccfiltr_el0");
        guest.code(set("pmccntr_el0", "0x123456789abc")).showSystem("pmccntr_el0");
        for (int n = 0; n < 6; n++) {
            guest.code(set("pmevcntr" + n + "_el0", "" + (n + 100)) + set("pmevtyper" + n + "_el0", "0")).showSystem("pmevcntr" + n + "_el0").showSystem("pmevtyper" + n + "_el0");
        }
        guest.code(set("pmcr_el0", "0x49")).showSystem("pmcr_el0").code(set("pmcr_el0", "0x6")).showSystem("pmcr_el0").showSystem("pmccntr_el0").showSystem("pmevcntr4_el0");
        guest.code("mrs x9, pmswinc_el0\n").code(set("pmceid0_el0", "0"));
        COUNTING.run(guest);
    }

    @Test
    void whatEl0MayDoIsSaidByPmuserenr() {
        var guest = new SystemGuest();
        for (int enable : new int[] {0, 1, 2, 4, 8}) {
            guest.code(set("pmuserenr_el0", "" + enable)).say("PMUSERENR_EL0 " + enable).toEl0();
            for (String access : List.of("mrs x3, pmcr_el0", "msr pmcr_el0, xzr", "mrs x3, pmccntr_el0", "msr pmccntr_el0, xzr", "msr pmswinc_el0, xzr", "mrs x3, pmevcntr0_el0",
                    "msr pmevcntr0_el0, xzr", "mrs x3, pmxevcntr_el0", "mrs x3, pmselr_el0", "msr pmselr_el0, xzr", "mrs x3, pmevtyper0_el0", "mrs x3, pmuserenr_el0",
                    "msr pmuserenr_el0, xzr", "mrs x3, pmintenset_el1", "mrs x3, pmccfiltr_el0", "mrs x3, pmceid0_el0", "msr pmcntenset_el0, xzr", "mrs x3, pmovsset_el0")) {
                guest.code(access);
            }
            guest.toEl1();
        }
        COUNTING.run(guest);
    }

    @Test
    void retiredInstructionsAreCountedExactly() {
        var guest = new SystemGuest().code(set("pmevtyper0_el0", "8") + set("pmevtyper1_el0", "0x80000008") + set("pmevtyper2_el0", "0x40000008") + set("pmcntenset_el0", "7")
                + set("pmcr_el0", "1") + """
                mrs x1, pmevcntr0_el0
                mrs x2, pmevcntr0_el0
                mov x5, #1000
            again:
                subs x5, x5, #1
                b.ne again
                mrs x3, pmevcntr0_el0
                sub x2, x2, x1
                sub x3, x3, x1
                """).show("one MRS", "x2").show("a loop of 2000 and 3", "x3").code("""
                mrs x1, pmevcntr1_el0
                mrs x2, pmevcntr2_el0
                """).toEl0().code("""
                mov x5, #1000
            at_el0:
                subs x5, x5, #1
                b.ne at_el0
                """).toEl1().code("""
                mrs x3, pmevcntr1_el0
                sub x3, x3, x1
                """).show("at EL0, with SVC", "x3");
        List<String> lines = COUNTING.run(guest);
        assertEquals(1, number(lines, "one MRS"));
        assertEquals(2003, number(lines, "a loop of 2000 and 3"));
        assertEquals(2002, number(lines, "at EL0, with SVC"));
    }

    @Test
    void everyStartedInstructionIsACycle() {
        var guest = new SystemGuest().code(set("pmevtyper0_el0", "0x11") + set("pmcntenset_el0", "0x80000001") + set("pmcr_el0", "0x41") + """
                mrs x1, pmccntr_el0
                mrs x2, pmevcntr0_el0
                mov x5, #1000
            again:
                subs x5, x5, #1
                b.ne again
                mrs x3, pmccntr_el0
                mrs x4, pmevcntr0_el0
                sub x3, x3, x1
                sub x4, x4, x2
                """).show("PMCCNTR_EL0", "x3").show("CPU_CYCLES", "x4");
        assertEquals(List.of("PMCCNTR_EL0 00000000000007d3", "CPU_CYCLES 00000000000007d3"), COUNTING.run(guest));
    }

    @Test
    void anInstructionThatFaultsIsNotRetired() {
        var guest = new SystemGuest().code(set("pmevtyper0_el0", "0x11") + set("pmevtyper1_el0", "8") + set("pmcntenset_el0", "3") + set("pmcr_el0", "1"));
        String[] code = {"nop", ".inst 0", "ldr x9, =0x%x\nldr x9, [x9]".formatted(SystemGuest.PAGES), "svc #0", "brk #0", "nop"};
        for (String one : code) {
            guest.code("mrs x1, pmevcntr0_el0\nmrs x2, pmevcntr1_el0\n" + one + "\nmrs x3, pmevcntr0_el0\nmrs x4, pmevcntr1_el0\nsub x3, x3, x1\nsub x4, x4, x2\nsub x5, x3, x4")
                    .show("not retired", "x5");
        }
        List<String> lines = COUNTING.ours(guest).stream().filter(line -> line.startsWith("not retired")).map(line -> line.substring(line.length() - 1)).toList();
        assertEquals(List.of("0", "1", "1", "0", "0", "0"), lines);
    }

    @Test
    void softwareIncrementsOverflowAndInterrupt() {
        var guest = new SystemGuest().code(Interrupts.enable(23)).code(set("pmevcntr2_el0", "0xfffffffe") + set("pmevtyper2_el0", "0") + set("pmcntenset_el0", "4")
                + set("pmintenset_el1", "4") + set("pmcr_el0", "1")).code("""
                adr x26, on_interrupt
                b go
            on_interrupt:
                mov x5, x0
                mov x9, #4
                msr pmovsclr_el0, x9
                isb
                ret
            go:
                mov x5, #0
                mov x6, #4
                msr daifclr, #2
                msr pmswinc_el0, x6
                isb
                """).showSystem("pmovsset_el0").showSystem("pmevcntr2_el0").code("msr pmswinc_el0, x6\nisb\nnop\nnop").shows("x5").showSystem("pmovsset_el0").showSystem("pmevcntr2_el0");
        List<String> lines = COUNTING.run(guest);
        assertTrue(lines.contains("interrupt 0000000000000017"), String.join("\n", lines));
    }

    @Test
    void aCounterInterruptsAtTheInstructionAtWhichItOverflows() {
        // QEMU tells an overflow by a timer, some instructions later, so the place is ours alone.
        var guest = new SystemGuest().code(Interrupts.enable(23)).code(set("pmevtyper0_el0", "8") + set("pmintenset_el1", "1") + """
                adr x26, on_interrupt
                b go
            on_interrupt:
                mrs x9, elr_el1
                adr x10, from_here
                sub x9, x9, x10
                lsr x9, x9, #2
                str x30, [sp, #-16]!
                """).show("instructions", "x9").code("""
                ldr x30, [sp], #16
                msr pmcr_el0, xzr
                mov x9, #1
                msr pmovsclr_el0, x9
                isb
                ret
            go:
                ldr x9, =0xffffffff - 9
                msr pmevcntr0_el0, x9
                mov x9, #1
                msr daifclr, #2
                msr pmcntenset_el0, x9
                msr pmcr_el0, x9
            from_here:
                """ + "nop\n".repeat(20));
        List<String> lines = COUNTING.ours(guest);
        assertEquals(10, number(lines, "instructions"));
    }

    @Test
    void exceptionsReturnsAndChainsAreEvents() {
        var guest = new SystemGuest().code(set("pmevtyper0_el0", "9") + set("pmevtyper1_el0", "10") + set("pmevtyper2_el0", "8") + set("pmevtyper3_el0", "0x1e")
                + set("pmevtyper4_el0", "8") + set("pmevcntr2_el0", "0xffffff00") + set("pmcntenset_el0", "31") + set("pmcr_el0", "1") + """
                svc #0
                svc #0
                .inst 0
                """ + set("pmcr_el0", "0")).showSystem("pmevcntr0_el0").showSystem("pmevcntr1_el0").showSystem("pmevcntr3_el0").showSystem("pmovsset_el0").code("""
                mrs x2, pmevcntr2_el0
                mrs x4, pmevcntr4_el0
                ldr x9, =0xffffff00
                sub x2, x2, x9
                and x2, x2, #0xffffffff
                sub x2, x2, x4
                """).show("the same count", "x2");
        List<String> lines = COUNTING.ours(guest);
        assertEquals(3, number(lines, "pmevcntr0_el0"));
        assertEquals(3, number(lines, "pmevcntr1_el0"));
        assertEquals(1, number(lines, "pmevcntr3_el0"));
        assertEquals(4, number(lines, "pmovsset_el0"));
        assertEquals(0, number(lines, "the same count"));
    }
}
