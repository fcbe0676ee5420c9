package dev.cellvisor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A lab's serial console, read back. */
class LabReportTest {
    @Test
    void marksAmongTheKernelsLinesAreRead() {
        var report = LabReport.read("""
                [    1.2] booting
                LAB: begin one
                [    1.3] noiseLAB: figure exits: 3 a second
                LAB: pass one (3 ms)
                LAB: begin two: colons
                LAB: FAIL two: colons (4 ms): broken
                LAB: | at line 7
                LAB: begin three
                LAB: skip three: no such hardware
                LAB: done
                """, 1.5);
        assertEquals(List.of(new LabReport.Result("one", LabReport.Verdict.PASS, "(3 ms)"),
                new LabReport.Result("two: colons", LabReport.Verdict.FAIL, "(4 ms): broken\nat line 7"),
                new LabReport.Result("three", LabReport.Verdict.SKIP, "no such hardware")), report.results());
        assertEquals(List.of("exits: 3 a second"), report.figures());
        assertTrue(report.finished());
        assertFalse(report.good());
    }

    @Test
    void aCheckThatBeganAndDidNotEndHasFailed() {
        var report = LabReport.read("LAB: begin one\nLAB: pass one (1 ms)\nLAB: begin two\n[ 9.9] Kernel panic\n", 1);
        assertEquals(LabReport.Verdict.FAIL, report.results().getLast().verdict());
        assertFalse(report.good());
    }

    @Test
    void aLabWithoutChecksIsNoSuccess() {
        assertFalse(LabReport.read("LAB: done\n", 1).good());
    }
}
