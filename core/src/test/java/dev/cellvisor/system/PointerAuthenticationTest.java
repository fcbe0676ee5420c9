package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pointer authentication (QARMA5) and branch target identification: codes, corrupted pointers, registers, guarded pages, all as QEMU's max has them. */
class PointerAuthenticationTest {
    private static final TwoMachines MAX = TwoMachines.of("max");

    private static String set(String register, long value) {
        return "ldr x9, =0x%x\nmsr %s, x9\nisb\n".formatted(value, register);
    }

    private static String keys(SplittableRandom random) {
        var text = new StringBuilder();
        for (String key : List.of("apia", "apib", "apda", "apdb", "apga")) {
            text.append(set(key + "keylo_el1", random.nextLong())).append(set(key + "keyhi_el1", random.nextLong()));
        }
        return text.toString();
    }

    private static String enable(long bits) {
        return """
                mrs x9, sctlr_el1
                ldr x10, =0xc8002000
                bic x9, x9, x10
                ldr x10, =0x%x
                orr x9, x9, x10
                msr sctlr_el1, x9
                isb
            """.formatted(bits);
    }

    /** FEAT_PAuth with QARMA5, without FEAT_EPAC, FEAT_PAuth2 and FEAT_FPAC, and without QARMA3: as QEMU 7.2's max has it. */
    @Test
    void theIdentificationRegistersSayWhatThereIs() {
        var guest = new SystemGuest().code("""
                mrs x5, id_aa64isar1_el1
                ldr x6, =0xff000ff0
                and x5, x5, x6
                mrs x7, id_aa64pfr1_el1
                and x7, x7, #15
                mrs x8, s3_0_c0_c6_2        // ID_AA64ISAR2_EL1
                and x8, x8, #0xff00
                """).show("APA, API, GPA, GPI", "x5").show("BT", "x7").show("APA3, GPA3", "x8");
        List<String> lines = MAX.run(guest);
        assertEquals(List.of("APA, API, GPA, GPI 0000000001000010", "BT 0000000000000001", "APA3, GPA3 0000000000000000"), lines);
    }

    @Test
    void codesAreThoseOfQemu() {
        var random = new SplittableRandom(5);
        var guest = new SystemGuest().code(keys(random)).code(enable(0xc800_2000L));
        long[] pointers = {0, 0x4000_0000, 0x7f_ffff_ffffL, -1, 0xffff_ff80_0000_0000L, 0x1234_0000_4000_0000L, 0x00ff_ff00_1234_5678L, random.nextLong(), random.nextLong()};
        for (long tcr : new long[] {0, 3L << 37, 3L << 37 | 3L << 51}) {
            guest.say("TCR_EL1 %x".formatted(tcr)).code("""
                mrs x9, tcr_el1
                ldr x10, =0x%x
                bic x9, x9, x10
                ldr x10, =0x%x
                orr x9, x9, x10
                msr tcr_el1, x9
                isb
                """.formatted(3L << 37 | 3L << 51, tcr));
            for (long pointer : pointers) {
                guest.code("ldr x1, =0x%x\nldr x2, =0x%x\n".formatted(pointer, random.nextLong()));
                for (String key : List.of("ia", "ib", "da", "db")) {
                    guest.code("mov x3, x1\npac%1$s x3, x2\nmov x4, x3\naut%1$s x4, x2\nmov x5, x3\naut%1$s x5, x1\nmov x6, x1\npac%1$sz x6\n"
                            .replace("pac%1$sz", "pac" + key.charAt(0) + "z" + key.charAt(1)).formatted(key)).shows("x3", "x4", "x5", "x6");
                }
                guest.code("mov x3, x1\nxpaci x3\nmov x4, x1\nxpacd x4\npacga x5, x1, x2\npacga x6, x2, sp").shows("x3", "x4", "x5", "x6");
                guest.code("mov x29, x30\nmov x30, x1\npaciasp\nmov x3, x30\nautiasp\nmov x4, x30\npacibz\nmov x5, x30\nautibsp\nmov x6, x30\nxpaclri\nmov x7, x30\nmov x30, x29")
                        .shows("x3", "x4", "x5", "x6", "x7");
                guest.code("mov x17, x1\nmov x16, x2\npacia1716\nmov x3, x17\nautib1716\nmov x4, x17").shows("x3", "x4");
            }
        }
        List<String> lines = MAX.run(guest);
        assertTrue(lines.size() > 700);
        System.out.printf("figure: pointer authentication codes, %d results as QEMU's%n", lines.size());
    }

    @Test
    void eachKeyHasItsOwnEnable() {
        var guest = new SystemGuest().code(keys(new SplittableRandom(6)));
        for (long bit : new long[] {0, 1L << 31, 1 << 30, 1 << 27, 1 << 13}) {
            guest.say("SCTLR_EL1 %x".formatted(bit)).code(enable(bit)).code("""
                ldr x1, =0x40001234
                mov x3, x1
                pacia x3, x1
                mov x4, x1
                pacib x4, x1
                mov x5, x1
                pacda x5, x1
                mov x6, x1
                pacdb x6, x1
                pacga x7, x1, x1
                ldr x8, =0x1240001234
                autia x8, x1
                """).shows("x3", "x4", "x5", "x6", "x7", "x8");
        }
        MAX.run(guest);
    }

    @Test
    void branchesReturnsAndLoadsAuthenticate() {
        var guest = new SystemGuest().code(keys(new SplittableRandom(7))).code(enable(0xc800_2000L)).code("""
                ldr x1, =0x%x
                mov x2, #77
                str x2, [x1]
                str x1, [x1, #8]
                mov x3, x1
                pacdza x3
                ldraa x4, [x3]
                ldraa x5, [x3, #8]!
                """.formatted(SystemGuest.DATA)).shows("x4", "x5", "x3").say("a wrong code").code("""
                ldr x3, =0x%x
                pacdza x3
                ldrab x4, [x3, #-16]
                mov x6, x3
                """.formatted(SystemGuest.DATA)).say("branches").code("""
                adr x1, there
                mov x2, #5
                pacia x1, x2
                blraa x1, x2
                b on
            there: mov x7, #1
                mov x8, x30
                pacibsp
                retab
            on: adr x1, there2
                pacizb x1
                brabz x1
                nop
            there2: mov x7, #2
                """).shows("x7").code("""
                adr x28, after_bad
                adr x1, there
                braaz x1
            after_bad:
                """).say("ERETAA").code("""
                adr x1, there3
                mov x2, sp
                pacia x1, x2
                msr elr_el1, x1
                mov x3, #0x3c5
                msr spsr_el1, x3
                eretaa
                nop
            there3: mov x7, #3
                """).shows("x7").toEl0().code("""
                ldr x1, =0x40400000
                pacia x1, x1
                eretaa
                """).toEl1().shows("x1");
        List<String> lines = MAX.run(guest);
        assertTrue(lines.contains("x4 000000000000004d"));
        assertTrue(lines.contains("x7 0000000000000003"));
    }

    /** Instructions to land on. */
    private static final List<String> PADS = List.of("nop", "bti", "bti c", "bti j", "bti jc", "paciasp", "pacibsp", "brk #1", "hlt #1", ".inst 0");

    @Test
    void indirectBranchesIntoGuardedPagesMustLandWell() {
        var guest = new SystemGuest();
        for (long strict : new long[] {0, 3L << 35}) {
            guest.say("SCTLR_EL1 %x".formatted(strict)).code("""
                mrs x9, sctlr_el1
                ldr x10, =0x1800000000
                bic x9, x9, x10
                ldr x10, =0x%x
                orr x9, x9, x10
                msr sctlr_el1, x9
                isb
                """.formatted(strict));
            for (long guarded : new long[] {0, 1L << 50}) {
                guest.say("target guarded %x".formatted(guarded)).map(1, guarded);
                for (String pad : PADS) {
                    guest.say(pad).code(write(pad));
                    for (String branch : List.of("blr x1", "mov x16, x1\nbr x16", "mov x17, x1\nbr x17", "br x1", "ret x1")) {
                        int back = label++;
                        guest.code("adr x28, back_%1$d\nldr x1, =0x%2$x\nadr x30, back_%1$d\nadr x3, back_%1$d\n%3$s\nback_%1$d: mov x28, #0\n"
                                .formatted(back, SystemGuest.PAGES + 4096, branch));
                    }
                }
            }
        }
        List<String> lines = MAX.run(guest);
        assertTrue(lines.stream().filter(line -> line.contains(" esr 0000000036")).count() + lines.stream().filter(line -> line.contains(" esr 0000000034")).count() > 20,
                "Branch Target exceptions");
    }

    private int label;

    /** Writes an instruction, and a return to X3 behind it, to page 1. */
    private static String write(String pad) {
        return """
                b written_%1$d
            source_%1$d: %2$s
                br x3
            written_%1$d:
                adr x9, source_%1$d
                ldr x10, [x9]
                ldr x1, =0x%3$x
                str x10, [x1]
                dc cvau, x1
                dsb ish
                ic ivau, x1
                dsb ish
                isb
            """.formatted(++written, pad, SystemGuest.PAGES + 4096);
    }

    private static int written;

    @Test
    void aGuardedPageJumpsOnlyWhereJumpsMayLand() {
        // From a guarded page BR through another register than X16 and X17 has a type of its own; an exception in between keeps it in SPSR_EL1.
        var guest = new SystemGuest().map(1, 1L << 50).map(2, 1L << 50).code("""
                ldr x1, =0x%1$x
                ldr x2, =0x%2$x
                adr x9, jumps
                ldr x10, [x9]
                str x10, [x1]
                ldr x10, [x9, #8]
                str x10, [x1, #8]
                dsb ish
                ic iallu
                dsb ish
                isb
                b go
            jumps: bti c
                br x2
                bti j
                br x30
            go:
                """.formatted(SystemGuest.PAGES + 4096, SystemGuest.PAGES + 8192));
        int number = 0;
        for (String pad : List.of("nop", "bti c", "bti j", "bti jc", "paciasp", "brk #3")) {
            guest.say(pad).code("""
                adr x9, pad_%1$d
                ldr w10, [x9]
                str w10, [x2]
                ldr w10, =0xd61f0060        // br x3
                str w10, [x2, #4]
                dsb ish
                ic iallu
                dsb ish
                isb
                adr x3, done_%1$d
                adr x28, done_%1$d
                adr x30, done_%1$d
                blr x1
            pad_%1$d: %2$s
            done_%1$d: mov x28, #0
                """.formatted(number++, pad));
        }
        guest.say("an unmapped target").code("adr x28, unmapped\nldr x9, =0x%x\nblr x9\nunmapped: mov x28, #0".formatted(SystemGuest.PAGES + 0x1_0000));
        guest.say("a misaligned one").code("adr x28, odd\nldr x9, =0x%x\nbr x9\nodd: mov x28, #0".formatted(SystemGuest.PAGES + 4098));
        guest.say("SPSR_EL1.BTYPE comes back by ERET").code("ldr x9, =0x7c5\nmsr spsr_el1, x9\nmsr elr_el1, x2\nadr x28, kept\neret\nkept: mov x28, #0");
        MAX.run(guest);
    }

    /**
     * A loop that runs hot, so that the native engine makes one piece of code of it, and whose branches then suddenly land badly: in a page that is guarded
     * anew, at an instruction that is no pad any more, or at one that faults, whose saved state has the branch's type.
     */
    @Test
    void aHotLoopWhoseBranchesStopToLandWell() {
        var guest = new SystemGuest().map(1, 1L << 50).map(2, 0).code(keys(new SplittableRandom(8))).code(enable(0xc800_2000L)).code("""
                ldr x19, =0x%1$x
                ldr x20, =0x%2$x
                ldr x21, =0x%3$x
                ldr w22, =0xd503245f        // bti c
                ldr w23, =0xd65f03c0        // ret
                ldr w24, =0xf9400125        // ldr x5, [x9]
                mov x25, #0
                mov x6, #0
                mov x9, x21
                str w22, [x19]
                str w23, [x19, #4]
                str w24, [x20]
                str w23, [x20, #4]
                dsb ish
                ic iallu
                dsb ish
                isb
                b round
            signs: paciasp
                mov x7, x30
                add x6, x6, #1
                autiasp
                ret
            round: adr x28, skipped
                blr x19
            skipped: adr x28, skipped_too
                blr x20
            skipped_too: mov x28, #0
                adr x10, signs
                blr x10
                pacga x11, x6, x7
                eor x12, x12, x11
                add x25, x25, #1
                mov x10, #700
                cmp x25, x10
                b.eq pad_goes
                mov x10, #1400
                cmp x25, x10
                b.eq pad_comes
                mov x10, #2100
                cmp x25, x10
                b.eq load_faults
                mov x10, #2103
                cmp x25, x10
                b.ne round
                b hot_done
            pad_goes: ldr w10, =0xd503201f  // nop
                b change
            pad_comes: mov w10, w22
            change: str w10, [x19]
                dsb ish
                ic iallu
                dsb ish
                isb
                mov x25, #1397
                cmp w10, w22
                b.ne round
                mov x25, #1500
                b round
            load_faults: ldr x9, =0x123456789000
                b round
            hot_done:
                """.formatted(SystemGuest.PAGES + 4096, SystemGuest.PAGES + 8192, SystemGuest.DATA)).shows("x6", "x7", "x12");
        List<String> lines = MAX.run(guest);
        assertEquals(3, lines.stream().filter(line -> line.contains(" esr 0000000036000002")).count(), "no pad, three times");
        assertEquals(3, lines.stream().filter(line -> line.matches(".* esr 0000000096000.* spsr .*bc5 elr 0000000040802000")).count(), "aborts with the type of BLR");
    }

    /** QEMU looks at that only when it translates (its translations are not made anew when the mapping changes), so here the two engines stand against each other. */
    @Test
    void aPageThatIsGuardedWhileItsCodeRuns() {
        var guest = new SystemGuest().map(1, 0).code("""
                ldr x19, =0x%1$x
                ldr w22, =0xd2800025        // mov x5, #1
                ldr w23, =0xd65f03c0        // ret
                str w22, [x19]
                str w23, [x19, #4]
                dsb ish
                ic iallu
                dsb ish
                isb
                mov x25, #0
            round: blr x19
                add x25, x25, #1
                mov x10, #900
                cmp x25, x10
                b.ne round
                """.formatted(SystemGuest.PAGES + 4096)).say("guarded").map(1, 1L << 50).code("""
                mov x25, #0
            again: adr x28, out
                blr x19
            out: add x25, x25, #1
                cmp x25, #2
                b.ne again
                """).say("not guarded").map(1, 0).code("blr x19");
        List<String> lines = MAX.ours(guest);
        assertEquals(List.of("guarded", "branch target", "branch target", "not guarded"),
                lines.stream().map(line -> line.contains(" esr 0000000036000002") ? "branch target" : line).toList());
    }
}
