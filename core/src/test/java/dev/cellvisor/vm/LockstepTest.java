package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.Cells;
import dev.cellvisor.cpu.Engine;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two VMs, instruction by instruction. Here both are emulated; the lab has one of them on KVM. */
class LockstepTest {
    private static final long AT = 0x4000_0000L;
    private static final String PROGRAM = """
            mov x1, #3 << 20
            msr cpacr_el1, x1
            isb
            mov x0, #100
            1: fmov d1, x0
            fadd d2, d2, d1
            madd x3, x0, x0, x3
            str x3, [x4]
            subs x0, x0, #1
            b.ne 1b
            svc #3
            """;

    private final Vm first = vm("first", Engine.INTERPRETER);
    private final Vm second = vm("second", Engine.NATIVE);

    private static Vm vm(String name, Engine engine) {
        Vm vm = Vm.builder(name).memoryMiB(1).engine(engine).build();
        vm.load(AT, Cells.asm(AT, PROGRAM));
        vm.cpu(0).set("x4", AT + 0x8000).set("VBAR_EL1", AT + 0x1000).set("pc", AT);
        return vm;
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void equalMachinesExecuteAlikeToTheEnd() {
        var lockstep = new Lockstep(first, second);
        assertTrue(lockstep.run(300).isEmpty());
        assertEquals(300, lockstep.executed());
    }

    @Test
    void anotherInstructionIsFoundWhereItIsExecuted() {
        second.load(AT + 6 * 4, Cells.asm("msub x3, x0, x0, x3"));
        var difference = new Lockstep(first, second).run(300).orElseThrow();
        assertEquals(6, difference.instruction());
        assertEquals(AT + 6 * 4, difference.pc());
        assertEquals(Set.of("x3"), difference.registers().keySet());
        assertEquals(new Lockstep.Values(10_000, -10_000), difference.registers().get("x3"));
        assertTrue(difference.toString().contains("madd") && difference.toString().contains("x0, x0, x3"), difference.toString());
    }

    @Test
    void aVectorRegisterIsLookedAtWhenAnInstructionCanChangeIt() {
        second.load(AT + 5 * 4, Cells.asm("fsub d2, d2, d1"));
        var difference = new Lockstep(first, second).run(300).orElseThrow();
        assertEquals(Set.of("v2.d[0]"), difference.registers().keySet());
        assertEquals(AT + 5 * 4, difference.pc());
    }

    @Test
    void aSystemRegisterIsLookedAtAfterAnException() {
        second.load(AT + 10 * 4, Cells.asm("svc #4"));
        var difference = new Lockstep(first, second).run(1000).orElseThrow();
        assertEquals(Set.of("ESR_EL1"), difference.registers().keySet());
        assertEquals(604, difference.instruction());
    }

    @Test
    void machinesThatDifferFromTheStartAreNotRun() {
        second.cpu(0).set("x20", 1);
        var difference = new Lockstep(first, second).run(10).orElseThrow();
        assertEquals(0, difference.instruction());
        assertEquals(Set.of("x20"), difference.registers().keySet());
        assertEquals(0, first.clock().instructions());
    }

    @Test
    void severalCpusHaveNoCommonStep() {
        try (Vm two = Vm.builder("two").memoryMiB(1).cpus(2).build()) {
            var e = assertThrows(IllegalArgumentException.class, () -> new Lockstep(first, two));
            assertTrue(e.getMessage().contains("'two' 2"), e.getMessage());
        }
    }

    @Test
    void oneThatSwitchesItselfOffIsADifference() {
        second.load(AT + 4 * 4, Cells.asm("movz w0, #0x8400, lsl #16; add w0, w0, #8; hvc #0"));
        second.load(AT + 3 * 4, Cells.asm("nop"));
        assertFalse(new Lockstep(first, second).run(20).isEmpty());
    }
}
