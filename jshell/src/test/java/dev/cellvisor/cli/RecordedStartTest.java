package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What the recorded run loads besides is there under the names that are written for it. */
class RecordedStartTest {
    @Test
    void eachClassThatIsNamedIsThere() {
        RecordedStart.classes().forEach(name -> assertDoesNotThrow(() -> RecordedStart.load(name)));
        assertThrows(IllegalStateException.class, () -> RecordedStart.load("dev.cellvisor.cli.NoSuchClass"));
    }
}
