package dev.cellvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.EngineReport.Left;
import java.util.ArrayList;
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

    @Test
    void theTableTellsSharesAndWhatIsLeftMostOften() {
        var left = new ArrayList<Left>();
        for (int i = 0; i < 42; i++) {
            left.add(new Left("F.m" + i, 100 - i, i == 0 ? 900 : 0));
        }
        List<String> lines = new EngineReport(1_000_000, 5000, left).toString().lines().toList();
        // 100 + 99 + … + 59 without an emitter
        assertEquals("1,000,000 instructions; left to the interpreter: 3,339 without an emitter (0.3339 %), 900 off the fast path (0.0900 %), "
                + "5,000 of cold code and at ends of slices (0.5000 %)", lines.getFirst());
        assertEquals("           100            900  F.m0", lines.get(2));
        assertEquals("            61              0  F.m39", lines.get(41));
        assertEquals("and 2 more", lines.get(42));
        assertEquals(0, EngineReport.nothing(7).percentLeft());
        assertEquals(0, EngineReport.nothing(0).percentLeft(), "nothing of nothing");
    }
}
