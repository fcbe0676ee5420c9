package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.entropy.EntropyDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a driver says to a device until DRIVER_OK; here the driver by hand. */
class RegisterDialogueTest {
    private static List<String> dialogue(boolean withQueue) {
        try (Vm vm = Vm.builder("dialogue").memoryMiB(1).build()) {
            var slot = vm.attach(new EntropyDevice(1));
            try (var dialogue = new RegisterDialogue(vm)) {
                var driver = vm.driver(slot);
                driver.write("Status", 1); // what comes before the last reset does not count
                if (withQueue) {
                    driver.initialise();
                } else {
                    driver.begin();
                    assertTrue(dialogue.finished().isEmpty());
                    driver.write("Status", 0xf);
                }
                driver.read("InterruptStatus"); // nor does what comes after DRIVER_OK
                assertEquals(List.of("virtio-rng@a003e00"), List.copyOf(dialogue.finished().keySet()));
                return dialogue.finished().get("virtio-rng@a003e00");
            }
        }
    }

    @Test
    void itGoesFromTheLastResetToDriverOk() {
        List<String> said = dialogue(true);
        assertEquals("write Status 0x0", said.getFirst());
        assertEquals("write Status 0xf", said.getLast());
        assertTrue(said.contains("write QueueDescLow (an address)"), said.toString());
        assertFalse(said.stream().anyMatch(line -> line.contains("InterruptStatus")), said.toString());
    }

    @Test
    void twoRunsSayTheSameAndAnotherDriverDoesNot() {
        assertEquals(dialogue(true), dialogue(true));
        assertNotEquals(dialogue(true), dialogue(false));
    }
}
