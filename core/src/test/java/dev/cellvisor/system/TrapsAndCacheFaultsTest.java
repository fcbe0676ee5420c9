package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Faults and traps whose syndrome QEMU 7.2 has otherwise or not at all: cache operations by address are NOP there, but DC CVAP, and a trapped DAIFSet
 * has its fields exchanged. What is expected is the Arm ARM's (ESR_EL1), in both engines.
 */
class TrapsAndCacheFaultsTest {
    private static final Pattern SYNDROME = Pattern.compile("esr 0{8}([0-9a-f]{8}) far 0*([0-9a-f]+)|esr 0{8}([0-9a-f]{8})");
    private static final long UNMAPPED = SystemGuest.PAGES + 5 * 4096 + 20;
    private static final long READ_ONLY = SystemGuest.PAGES + 6 * 4096;
    private static final long UNUSED = SystemGuest.PAGES + 7 * 4096;
    private static final long WRITABLE = SystemGuest.PAGES + 8 * 4096;

    /** EL0 may use caches; pages 5 to 8 are unmapped, for reading only, without access flag, and for EL1 to write. */
    private static SystemGuest guest() {
        return new SystemGuest().code("mrs x9, sctlr_el1\norr x9, x9, #0x4000000\nmsr sctlr_el1, x9\nisb")
                .map(6, 0x80).map(7, 0).code("bic x10, x10, #0x400\nstr x10, [x9]").map(8, 0);
    }

    private static SystemGuest at(SystemGuest guest, long address, String... operations) {
        guest.code("ldr x1, =0x%x".formatted(address));
        for (String operation : operations) {
            guest.code(operation + ", x1");
        }
        return guest;
    }

    /** ESR_EL1 and FAR_EL1 of each exception but SVC. */
    private static List<String> syndromes(String cpu, SystemGuest guest) {
        return TwoMachines.of(cpu).ours(guest).stream().filter(line -> line.startsWith("!")).flatMap(line -> SYNDROME.matcher(line).results()
                .map((MatchResult found) -> found.group(3) != null ? found.group(3) : found.group(1) + " " + found.group(2))).filter(line -> !line.startsWith("56")).toList();
    }

    @Test
    void aCacheOperationOfAnUnmappedAddressFaultsAsAWriteWithCm() {
        var guest = guest();
        at(guest, UNMAPPED, "dc cvac", "dc cvau", "dc civac", "ic ivau", "dc cvap", "dc ivac");
        at(guest.toEl0(), UNMAPPED, "dc cvac", "dc cvau", "dc civac", "ic ivau", "dc cvap").toEl1();
        String far = Long.toHexString(UNMAPPED);
        List<String> syndromes = syndromes("max", guest);
        assertEquals(11, syndromes.size(), syndromes::toString);
        assertEquals(List.of("96000147 " + far), syndromes.subList(0, 6).stream().distinct().toList());
        assertEquals(List.of("92000147 " + far), syndromes.subList(6, 11).stream().distinct().toList());
    }

    @Test
    void whatEl1CleansItNeedNotBeAllowedToReadButWhatItInvalidatesToWrite() {
        var guest = guest();
        at(guest, READ_ONLY, "dc cvac", "dc cvau", "dc civac", "ic ivau", "dc ivac");
        at(guest, UNUSED, "dc cvac", "dc ivac");
        at(guest, WRITABLE, "dc cvac", "dc ivac");
        at(guest.toEl0(), WRITABLE, "dc cvac").toEl1();
        assertEquals(List.of("9600014f " + Long.toHexString(READ_ONLY), "9600014b " + Long.toHexString(UNUSED), "9600014b " + Long.toHexString(UNUSED),
                "9200014f " + Long.toHexString(WRITABLE)), syndromes("cortex-a57", guest));
    }

    /** The TLB of EL0 knows the page then, since it was executed. */
    @Test
    void whatEl0MayOnlyExecuteItMayNotClean() {
        var guest = guest().code("""
                ldr x1, =0x%x
                ldr w2, =0xd65f03c0   // ret
                str w2, [x1]
                """.formatted(WRITABLE));
        at(guest.toEl0().code("ldr x1, =0x%x\nblr x1".formatted(WRITABLE)), WRITABLE, "dc cvac", "ic ivau").toEl1();
        assertEquals(List.of("9200014f " + Long.toHexString(WRITABLE), "9200014f " + Long.toHexString(WRITABLE)), syndromes("cortex-a57", guest));
    }

    /** Each round in code that is hot by then; the page goes and comes. */
    @Test
    void aHotLoopOfCacheOperationsSeesThePageGo() {
        var guest = guest().code("""
                mov x5, #0
                ldr x1, =0x%x
                mov x6, #300
            round: dc cvac, x1
                ic ivau, x1
                subs x6, x6, #1
                b.ne round
                """.formatted(WRITABLE));
        guest.code("ldr x9, =pages + 64\nstr xzr, [x9]\ndsb sy\ntlbi vmalle1\ndsb sy\nisb\nmov x6, #2").code("""
            again: dc cvac, x1
                ic ivau, x1
                subs x6, x6, #1
                b.ne again
                """);
        assertEquals(List.of("96000147 " + Long.toHexString(WRITABLE)), syndromes("cortex-a57", guest).stream().distinct().toList());
        assertEquals(4, syndromes("cortex-a57", guest).size());
    }

    @Test
    void whatIsTrappedAtEl0SaysItsEncoding() {
        var guest = new SystemGuest().code("mov x9, #0x1000\nmsr mdscr_el1, x9\nisb").toEl0().code("""
                msr daifset, #2
                msr daifclr, #5
                mrs x3, mdccsr_el0
                mrs x3, dbgdtr_el0
                msr dbgdtrtx_el0, x4
                """).toEl1().code("msr mdscr_el1, xzr\nisb").toEl0().code("mrs x3, mdccsr_el0\nmsr dbgdtrtx_el0, x4").toEl1();
        // Op0, Op2, Op1, CRn, Rt, CRm, Direction.
        assertEquals(List.of("620cd3e4", "620ed3ea", syndrome(2, 3, 0, 1, 0, 3, 1), syndrome(2, 3, 0, 4, 0, 3, 1), syndrome(2, 3, 0, 5, 0, 4, 0)),
                syndromes("cortex-a57", guest));
    }

    private static String syndrome(int op0, int op1, int crn, int crm, int op2, int rt, int read) {
        return Integer.toHexString(0x6200_0000 | op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | rt << 5 | crm << 1 | read);
    }

    /** A model without 16 KiB granules takes TG0 for 4 KiB, and one without FEAT_HPDS limits what tables say; QEMU does the first too. */
    @Test
    void whatAModelDoesNotDeclareItDoesNotHave() {
        var granule = new SystemGuest().code("mrs x9, tcr_el1\norr x9, x9, #0x8000\nmsr tcr_el1, x9\nisb\ntlbi vmalle1\ndsb sy\nisb").say("still here");
        assertEquals(List.of("still here"), TwoMachines.of("cortex-a57").run(granule));
        var limits = guest().code("""
                ldr x9, =level2
                ldr x10, [x9, #32]
                orr x10, x10, #0x4000000000000000   // APTable: no writes
                str x10, [x9, #32]
                mrs x9, tcr_el1
                orr x9, x9, #0x20000000000          // HPD0
                msr tcr_el1, x9
                isb
                tlbi vmalle1
                dsb sy
                isb
                ldr x1, =0x%x
                str x1, [x1]
                """.formatted(WRITABLE));
        assertEquals(List.of("9600004f " + Long.toHexString(WRITABLE)), syndromes("cortex-a57", limits));
        assertEquals(List.of(), syndromes("max", limits));
    }
}
