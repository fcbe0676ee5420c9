package dev.cellvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.EngineReport.Left;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineReportTest {
    @Test
    void theDifferenceOfTwoReportsIsWhatCameBetweenThem() {
        var before = new EngineReport(1000, 10, List.of(new Left("A.a", 5, 1), new Left("B.b", 3, 0)));
        var after = new EngineReport(3000, 30, List.of(new Left("A.a", 6, 1), new Left("C.c", 0, 7), new Left("B.b", 3, 0)));
        EngineReport between = after.since(before);
        assertEquals(new EngineReport(2000, 20, List.of(new Left("C.c", 0, 7), new Left("A.a", 1, 0))), between);
        assertEquals(0.4, between.percentLeft(), 1e-9);
    }
}
