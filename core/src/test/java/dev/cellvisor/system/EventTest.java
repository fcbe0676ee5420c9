package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** WFE and the event register: SEV, SEVL, exception return, the timer's event stream, and another CPU's write to what is marked exclusive. */
class EventTest {
    private static final TwoMachines TWO = TwoMachines.of("cortex-a57").cpus(2);

    private static long number(List<String> lines, String name) {
        return Long.parseUnsignedLong(lines.stream().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().substring(name.length() + 1), 16);
    }

    @Test
    void anEventIsRememberedOnceAndTakenByOneWfe() {
        // QEMU's WFE never waits, so that the program ends is all that can be compared there; without an event it would not end on ours.
        var guest = new SystemGuest().code("sevl\nwfe\n").say("SEVL").code("sev\nsev\nwfe\n").say("SEV").toEl0().code("nop").toEl1().code("wfe").say("ERET");
        assertEquals(List.of("SEVL", "SEV"), TWO.run(guest).subList(0, 2));
    }

    @Test
    void theEventStreamWakesWfeAtItsTicks() {
        // 1024 ticks from one rise of bit 9 to the next.
        var guest = new SystemGuest().code("""
                mov x9, #0x94
                msr cntkctl_el1, x9
                isb
                wfe
                mrs x1, cntvct_el0
                wfe
                mrs x2, cntvct_el0
                wfe
                mrs x3, cntvct_el0
                and x4, x1, #0x3ff
                sub x5, x2, x1
                sub x6, x3, x2
                """).shows("x4", "x5", "x6").code("""
                mov x9, #0x9c
                msr cntkctl_el1, x9
                isb
                wfe
                mrs x1, cntvct_el0
                and x7, x1, #0x3ff
                """).shows("x7");
        List<String> lines = TwoMachines.of("cortex-a57").ours(guest);
        assertEquals(0x200, number(lines, "x4"));
        assertEquals(0x400, number(lines, "x5"));
        assertEquals(0x400, number(lines, "x6"));
        assertEquals(0, number(lines, "x7"));
    }

    @Test
    void anEventOfTheStreamThatComesWhileTheCpuRunsIsKeptForTheNextWfe() {
        var guest = new SystemGuest().code("""
                mov x9, #0x94
                msr cntkctl_el1, x9
                isb
                wfe
                ldr x5, =40000
            spend: subs x5, x5, #1
                b.ne spend
                mrs x1, cntvct_el0
                wfe
                mrs x2, cntvct_el0
                sub x6, x2, x1
                """).show("kept", "x6").code("""
                mrs x1, cntvct_el0
                wfe
                mrs x2, cntvct_el0
                sub x6, x2, x1
                """).show("waited", "x6");
        List<String> lines = TwoMachines.of("cortex-a57").ours(guest);
        assertTrue(number(lines, "kept") < 10);
        assertTrue(number(lines, "waited") > 10, "the next one waits");
    }

    @Test
    void aWriteOfAnotherCpuToWhatIsMarkedExclusiveIsAnEvent() {
        var guest = new SystemGuest().code(Cpus.start(1, "other")).code("""
                ldr x1, =0x%x
            wait: ldaxr w2, [x1]
                cbnz w2, written
                wfe
                b wait
            written:
                """.formatted(SystemGuest.DATA)).shows("x2").code("b end_of_test").code("other:" + Cpus.begin(1) + """
                ldr x1, =0x%x
                mov x5, #30000
            work: subs x5, x5, #1
                b.ne work
                mov w2, #7
                str w2, [x1]
                """.formatted(SystemGuest.DATA) + Cpus.off() + "end_of_test:");
        List<String> lines = TWO.run(guest);
        assertEquals("x2 0000000000000007", lines.getLast());
    }
}
