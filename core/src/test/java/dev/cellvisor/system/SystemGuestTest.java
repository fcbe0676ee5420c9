package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness itself: texts, numbers, both exception levels, and an exception told and skipped. */
class SystemGuestTest {
    @Test
    void whatItPrintsIsTheSameOnBothMachines() {
        var guest = new SystemGuest().say("at EL1").code("""
                mrs x9, currentel
                """).show("CurrentEL", "x9").code("""
                mov x5, #0xabcd
                mov x6, #0x1234
                .inst 0
                mov x6, #0x4321
                """).shows("x5", "x6").toEl0().say("at EL0").code("""
                mrs x7, vbar_el1
                """).toEl1().say("back");
        List<String> lines = TwoMachines.of("cortex-a57").run(guest);
        assertEquals("at EL1", lines.get(0));
        assertEquals("CurrentEL 0000000000000004", lines.get(1));
        assertEquals("x6 0000000000004321", lines.get(4));
        assertEquals("back", lines.getLast());
    }
}
