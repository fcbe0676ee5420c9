package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.hostcode.EverythingEmitted;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import dev.cellvisor.debug.WindowCheck;
import dev.cellvisor.vm.EngineLockstep;
import dev.cellvisor.vm.Vm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Linux boots on both engines side by side, and after every million instructions both machines are the same in everything. The usual run does the
 * first 25 million instructions; {@code -Dcellvisor.full=true} goes to the prompt and works there.
 */
@Timeout(3600)
class EngineLockstepLinuxTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final long PIECE = 1_000_000;
    private static final long SAMPLE = 25 * PIECE;
    private static final int SAMPLE_BYTES = 3 << 20;

    @Test
    void linuxIsTheSameOnBothEnginesAfterEveryMillionInstructions() throws Exception {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        long start = System.nanoTime();
        var guest = new FullGuest("lockstep", Engine.NATIVE);
        int[] compared = new int[1];
        try (Vm vm = guest.vm; var both = new EngineLockstep(vm)) {
            var difference = both.run(FULL ? 2_000 * PIECE : SAMPLE, PIECE, count -> compared[0]++);
            assertTrue(difference.isEmpty(), () -> difference.get().toString());
            if (FULL) {
                assertTrue(vm.console().text().endsWith(vm.prompt()), () -> "no prompt: " + vm.console().lastLines(3));
                both.type("cat /proc/interrupts; ls -l /bin | sort | sha256sum; poweroff -f\n");
                var later = both.run(2_000 * PIECE, PIECE, count -> compared[0]++);
                assertTrue(later.isEmpty(), () -> later.get().toString());
            } else {
                assertEquals(SAMPLE / PIECE, compared[0]);
            }
            assertEquals(vm.fingerprint(), both.vms().getLast().fingerprint());
            System.out.printf("figure: Linux on both engines%s: the same after each of %,d pieces of %,d instructions (%.1f s)%n",
                    FULL ? "" : " (a sample; to power-off with -Dcellvisor.full=true)", compared[0], PIECE, (System.nanoTime() - start) / 1e9);
            everyOperandIsHeld(vm);
        }
    }

    /** All that was emitted for it is walked: no operand leads out of the window of guest memory, the state block and its tables. */
    private static void everyOperandIsHeld(Vm vm) {
        EverythingEmitted emitted = ((A64Cpu) vm.cpu(0).cpu()).everythingEmitted().orElseThrow();
        WindowCheck.Report report;
        try {
            report = WindowCheck.of(emitted, FULL ? Integer.MAX_VALUE : SAMPLE_BYTES);
        } catch (UnsupportedOperationException e) {
            System.out.println("figure: what was emitted for Linux is not looked at: " + e.getMessage());
            return;
        }
        System.out.printf("figure: of %,d bytes emitted for Linux %s: %,d host instructions, operands %s%n", emitted.blocks().code().length,
                FULL ? "all are looked at" : "the first (a sample; all with -Dcellvisor.full=true)", report.instructions(), report.operands());
        assertEquals(List.of(), report.strays());
    }
}
