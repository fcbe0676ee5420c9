package dev.cellvisor.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTableTest {
    private final MmioRegister control = MmioRegister.rw("CTRL", 0x10, 3).field("MODE", 3, 2).bit("ON", 0);
    private final RegisterTable table = new RegisterTable(List.of(control, MmioRegister.ro("DATA", 0x20, 0).times(4), MmioRegister.wo("KICK", 0x40).bytes(8)));

    @Test
    void namesAndOffsetsAreTwoViewsOfOneFact() {
        for (Object[] pair : new Object[][] {{0x10L, "CTRL"}, {0x20L, "DATA0"}, {0x2cL, "DATA3"}, {0x40L, "KICK"}}) {
            assertEquals(pair[1], table.nameAt((long) pair[0]));
            assertEquals(pair[0], table.offsetOf(((String) pair[1]).toLowerCase()));
        }
        assertEquals("DATA1+2", table.nameAt(0x26));
        assertEquals("0x030", table.nameAt(0x30));
        assertNull(table.at(0x14));
    }

    @Test
    void fieldsComeOutOfAValue() {
        assertEquals(2, control.fields().get(0).of(0b1001));
        assertEquals(1, control.fields().get(1).of(0b1001));
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("no register is named 'DATA4'; there are [CTRL, DATA0–3, KICK]",
                assertThrows(IllegalArgumentException.class, () -> table.offsetOf("DATA4")).getMessage());
        assertEquals("registers DATA and X overlap", assertThrows(IllegalArgumentException.class,
                () -> new RegisterTable(List.of(MmioRegister.ro("DATA", 0x20, 0).times(4), MmioRegister.ro("X", 0x2c, 0)))).getMessage());
        assertEquals("registers DATA and X overlap", assertThrows(IllegalArgumentException.class,
                () -> new RegisterTable(List.of(MmioRegister.ro("DATA", 0x20, 0).times(4), MmioRegister.ro("X", 0x1c, 0).bytes(8)))).getMessage());
    }
}
