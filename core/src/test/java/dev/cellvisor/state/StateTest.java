package dev.cellvisor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {

    @Test
    void valuesComeBackAndCannotBeChangedFromOutside() {
        byte[] bytes = {1, 2};
        State part = State.of("part", 1).put("flag", true).build();
        State state = State.of("whole", 2).put("n", -5).put("text", "ä").put("bytes", bytes).put("part", part).put("parts", List.of(part, part)).build();
        bytes[0] = 9;
        assertEquals(-5, state.number("n"));
        assertArrayEquals(new byte[] {1, 2}, state.bytes("bytes"));
        assertTrue(state.child("part").flag("flag"));
        assertEquals(2, state.children("parts").size());
    }

    @Test
    void theHashDependsOnContentNotOnOrder() {
        State a = State.of("t", 1).put("x", 1).put("y", 2).build();
        State b = State.of("t", 1).put("y", 2).put("x", 1).build();
        assertEquals(a.hash(), b.hash());
        assertNotEquals(a.hash(), State.of("t", 1).put("x", 1).put("y", 3).build().hash());
        assertNotEquals(a.hash(), State.of("t", 2).put("x", 1).put("y", 2).build().hash());
        // A number is not its text, and two texts are not one.
        assertNotEquals(State.of("t", 1).put("x", "1").build().hash(), State.of("t", 1).put("x", 1).build().hash());
    }

    @Test
    void whatDoesNotFitIsNamed() {
        State state = State.of("pl011", 3).put("x", 1).build();
        assertEquals("asked to restore pl031 version 1, found pl011 version 3",
                assertThrows(StateException.class, () -> state.expect("pl031", 1)).getMessage());
        assertTrue(assertThrows(StateException.class, () -> state.number("z")).getMessage().contains("it has [x]"));
        assertTrue(assertThrows(StateException.class, () -> state.text("x")).getMessage().contains("not String"));
        assertThrows(IllegalArgumentException.class, () -> State.of("t", 1).put("x", 1).put("x", 2));
    }
}
