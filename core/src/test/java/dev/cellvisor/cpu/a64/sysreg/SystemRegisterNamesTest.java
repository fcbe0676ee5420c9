package dev.cellvisor.cpu.a64.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The registers that the machine has are called the same by the assembler. */
class SystemRegisterNamesTest {

    private static void check(Map<String, Integer> names) {
        List<String> wrong = new ArrayList<>();
        names.forEach((name, encoding) -> {
            try {
                int word = Assembler.words("mrs x0, " + name)[0];
                if ((word >>> 5 & 0xffff) != encoding) {
                    wrong.add(name + " is " + Integer.toHexString(word >>> 5 & 0xffff) + " to the assembler, " + Integer.toHexString(encoding) + " to the CPU");
                }
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage());
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void theCpus() {
        for (CpuModel model : CpuModel.all()) {
            var registers = new SystemRegisters(model, 0);
            Map<String, Integer> names = new LinkedHashMap<>();
            registers.names().forEach(name -> names.put(name, registers.find(name).encoding()));
            check(names);
        }
    }

    @Test
    void theInterruptControllers() {
        check(new Gicv3(1, 32, new Trace()).cpuInterface(0).registerNames());
    }

    @Test
    void theTimers() {
        check(new GenericTimer(0, new VirtualClock(1), new EventQueue(), level -> { }, level -> { }).registerNames());
    }
}
