package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several CPUs: exclusives and atomics between them, TLB maintenance that reaches all of them, PSCI, and the quantum. */
class SmpTest {
    private static final int CPUS = 4;
    private static final long SHARED = SystemGuest.DATA;

    /** All CPUs do something 2000 times; the first one waits for the others, which count themselves in at SHARED + 64. */
    private static SystemGuest together(String once) {
        var guest = new SystemGuest();
        for (int cpu = 1; cpu < CPUS; cpu++) {
            guest.code(Cpus.start(cpu, "other_" + cpu));
        }
        guest.code("bl work\nb wait");
        for (int cpu = 1; cpu < CPUS; cpu++) {
            guest.code("other_" + cpu + ":" + Cpus.begin(cpu) + "bl work\n" + Cpus.off());
        }
        guest.code("""
            work:
                ldr x1, =0x%1$x
                mov x6, #2000
            once:
                %2$s
                subs x6, x6, #1
                b.ne once
                add x2, x1, #64
            in: ldxr w3, [x2]
                add w3, w3, #1
                stxr w4, w3, [x2]
                cbnz w4, in
                dmb ish
                ret
            wait:
                ldr x1, =0x%1$x
            wait_on: ldar w3, [x1]
                ldr w3, [x1, #64]
                cmp w3, #%3$d
                b.ne wait_on
            """.formatted(SHARED, once, CPUS));
        return guest;
    }

    private static long number(List<String> lines, String name) {
        return Long.parseUnsignedLong(lines.stream().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().substring(name.length() + 1), 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void noIncrementIsLost(int quantum) {
        var guest = together("""
            again_1: ldxr x3, [x1]
                add x3, x3, #1
                stxr w4, x3, [x1]
                cbnz w4, again_1
            again_2: ldaxrb w3, [x1, #0]
                stlxrb w4, w3, [x1]
                cbnz w4, again_2
                add x5, x1, #16
            again_3: ldxp x3, x7, [x5]
                add x3, x3, #1
                sub x7, x7, #1
                stxp w4, x3, x7, [x5]
                cbnz w4, again_3
            """.replace("[x1, #0]", "[x1]")).code("ldr x1, =0x%x\nldr x2, [x1]\nldp x3, x4, [x1, #16]".formatted(SHARED)).shows("x2", "x3", "x4");
        List<String> lines = TwoMachines.of("cortex-a57").cpus(CPUS).ours(builder -> builder.quantum(quantum)).run(guest);
        assertEquals(2000 * CPUS, number(lines, "x2"));
        assertEquals(2000 * CPUS, number(lines, "x3"));
        assertEquals(-2000 * CPUS, number(lines, "x4"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10_000})
    void noAtomicIsLost(int quantum) {
        var guest = together("""
                mov x3, #1
                ldadd x3, x4, [x1]
                stadd w3, [x1, #0]
                add x5, x1, #16
                ldaddal w3, w4, [x5]
                add x5, x1, #24
                steor x3, [x5]
            swap: add x5, x1, #32
                ldr x7, [x5]
                add x8, x7, #3
                mov x9, x7
                cas x9, x8, [x5]
                cmp x9, x7
                b.ne swap
                add x5, x1, #40
                stumax x6, [x5]
            """.replace("[x1, #0]", "[x1]")).code("ldr x1, =0x%x\nldr x2, [x1]\nldr w3, [x1, #16]\nldr x4, [x1, #24]\nldr x5, [x1, #32]\nldr x6, [x1, #40]".formatted(SHARED))
                .shows("x2", "x3", "x4", "x5", "x6");
        List<String> lines = TwoMachines.of("max").cpus(CPUS).ours(builder -> builder.quantum(quantum)).run(guest);
        assertEquals(2 * 2000 * CPUS, number(lines, "x2"));
        assertEquals(3 * 2000 * CPUS, number(lines, "x5"));
    }

    /** More than one GICv3 SGI target list holds: the CPUs from the sixteenth on have another Aff1. */
    @Test
    void twentyCpusComeUpAndKnowWhoTheyAre() {
        int cpus = 20;
        var guest = new SystemGuest().code("""
                mov x20, #1
            starting: ldr x0, =0xc4000003
                and x1, x20, #15
                lsr x2, x20, #4
                orr x1, x1, x2, lsl #8
                adr x2, another
                mov x3, x20
                hvc #0
                cbnz x0, started
                add x20, x20, #1
                cmp x20, #%1$d
                b.ne starting
            started: ldr x1, =0x%2$x
                ldr x4, =0x%3$x
            missing: ldar x3, [x1]
                cmp x3, x4
                b.ne missing
                b all
            another: bl set_up
                mrs x2, mpidr_el1
                ubfx x3, x2, #8, #8
                and x2, x2, #0xff
                add x2, x2, x3, lsl #4
                mov x3, #1
                lsl x3, x3, x2
                ldr x1, =0x%2$x
            count: ldxr x4, [x1]
                orr x4, x4, x3
                stlxr w5, x4, [x1]
                cbnz w5, count
                %4$s
            all:
            """.formatted(cpus, SHARED, (1 << cpus) - 2, Cpus.off())).shows("x0", "x20", "x3");
        List<String> lines = TwoMachines.of("cortex-a57").cpus(cpus).run(guest);
        assertEquals(0, number(lines, "x0"), "PSCI SUCCESS");
        assertEquals(cpus, number(lines, "x20"));
        assertEquals((1 << cpus) - 2, number(lines, "x3"));
    }

    @Test
    void tlbMaintenanceReachesTheOtherCpu() {
        // CPU 1 reads a page again and again and says what it sees; CPU 0 maps another page there, with a broadcast and without one.
        var guest = new SystemGuest().code("""
                ldr x1, =0x%1$x
                mov x2, #1
                str x2, [x1]
                mov x2, #2
                str x2, [x1, #0x1000 - 0x800]
                add x3, x1, #0x1000
                str x2, [x3]
                """.formatted(SystemGuest.FREE)).code("""
                ldr x9, =pages + 24
                ldr x10, =0x%x
                str x10, [x9]
                dsb ish
                """.formatted(SystemGuest.FREE + SystemGuest.PAGE_ATTRIBUTES)).code(Cpus.start(1, "other")).code("""
                ldr x5, =0x%1$x
            until_one: ldr x6, [x5]
                cmp x6, #1
                b.ne until_one
                ldr x10, =0x%2$x
                str x10, [x9]
                dsb ish
                ldr x11, =0x%3$x >> 12
                tlbi vae1is, x11
                dsb ish
                isb
                mov x7, #0
            until_two: ldr x6, [x5]
                add x7, x7, #1
                cmp x6, #2
                b.ne until_two
                """.formatted(SHARED, SystemGuest.FREE + 0x1000 + SystemGuest.PAGE_ATTRIBUTES, SystemGuest.PAGES + 3 * 4096)).shows("x6").code("""
                b end_of_test
            other:
                """ + Cpus.begin(1) + """
                ldr x1, =0x%x
                ldr x2, =0x%x
            look: ldr x3, [x1]
                str x3, [x2]
                b look
            end_of_test:
                """.formatted(SystemGuest.PAGES + 3 * 4096, SHARED));
        List<String> lines = TwoMachines.of("cortex-a57").cpus(2).run(guest);
        assertEquals(2, number(lines, "x6"));
    }

    @Test
    void suspendStandsByUntilAnInterrupt() {
        String suspend = "ldr x0, =0x%x\nldr x1, =0x%x\nldr x2, =0\nldr x3, =0\nhvc #0\n";
        var guest = new SystemGuest().code(Interrupts.enable(27)).say("bad power states");
        for (long state : new long[] {0x100_0000, 0x2_0000, 0x8000_0000L}) {
            guest.code(suspend.formatted(0xc400_0001L, state)).shows("x0");
        }
        guest.say("standby until the timer").code("""
                mrs x9, cntvct_el0
                mov x8, #20000
                add x9, x9, x8
                msr cntv_cval_el0, x9
                mov x8, #1
                msr cntv_ctl_el0, x8
                """).code(suspend.formatted(0xc400_0001L, 0)).code("mrs x10, cntvct_el0\ncmp x10, x9\ncset x5, hs").shows("x0", "x5");
        guest.say("pending already, and power-down is downgraded").code(suspend.formatted(0x8400_0001L, 0x1_0000)).shows("x0").code("msr cntv_ctl_el0, xzr");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals(List.of("x0 0000000000000000", "x5 0000000000000001"), lines.subList(5, 7));
    }

    @Test
    void anotherQuantumIsAnotherOrderAndTheSameQuantumTheSame() {
        var guest = together("""
                mov x3, #1
                ldadd x3, x4, [x1]
                eor x5, x5, x4, lsl #3
                add x5, x5, x5, lsl #7
                eor x5, x5, x5, lsr #11
            """).shows("x5");
        String first = TwoMachines.of("max").cpus(CPUS).ours(builder -> builder.quantum(50)).ours(guest).getLast();
        String second = TwoMachines.of("max").cpus(CPUS).ours(builder -> builder.quantum(777)).ours(guest).getLast();
        assertEquals(first, TwoMachines.of("max").cpus(CPUS).ours(builder -> builder.quantum(50)).ours(guest).getLast());
        assertNotEquals(first, second);
        assertTrue(first.startsWith("x5 "));
    }
}
