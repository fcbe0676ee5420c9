package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
public class CellEvaluatorTest {
    private static CellEvaluator cells;
    private static int number;
    /** Cells count this down; the test waits for it. */
    public static volatile CountDownLatch reached = new CountDownLatch(1);

    @BeforeAll
    static void start() {
        cells = new CellEvaluator(Startup.snippets());
    }

    @AfterAll
    static void end() {
        cells.close();
    }

    private static Object value(String cell) throws CellFailure {
        CellEvaluator.Result result = cells.evaluate(cell, ++number);
        assertTrue(result.present(), "a value to show");
        return result.value();
    }

    private static boolean shows(String cell) throws CellFailure {
        return cells.evaluate(cell, ++number).present();
    }

    private static CellFailure failure(String cell) {
        return assertThrows(CellFailure.class, () -> cells.evaluate(cell, ++number));
    }

    private static String plain(CellFailure failure) {
        return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    void theLastExpressionIsTheValueAsAnObjectNotAsText() throws CellFailure {
        assertEquals(java.util.List.of(1, 2), value("var list = List.of(1, 2);\nlist"));
        assertEquals(3, value("1 + 2"));
        assertEquals(3, value("1 + 2   // with a comment; here"));
    }

    @Test
    void aSemicolonADeclarationOrAnAssignmentShowsNothing() throws CellFailure {
        assertFalse(shows("1 + 2;"));
        assertFalse(shows("1 + 2; // silent"));
        assertFalse(shows("int declared = 7;"));
        assertFalse(shows("int assigned; assigned = 8"));
        assertFalse(shows("void nothing() {}\nnothing()"));
        assertFalse(shows("// only a comment"));
    }

    @Test
    void recordsClassesAndMethodsOfACellServeLaterCells() throws CellFailure {
        shows("sealed interface Shape permits Dot, Box {}\nrecord Dot() implements Shape {}\nrecord Box(int w) implements Shape {}");
        shows("int area(Shape s) { return switch (s) { case Dot d -> 0; case Box b -> b.w() * b.w(); }; }");
        assertEquals(9, value("area(new Box(3)) + area(new Dot())"));
        // Two classes that JShell knows and nobody else: the weaver must not need to load them.
        assertEquals("Box[w=2]", value("Shape pick = null; for (int i = 0; i < 2; i++) { pick = i == 0 ? new Dot() : new Box(2); } pick").toString());
    }

    @Test
    void ourPackagesAreImported() throws CellFailure {
        assertEquals("ram 0x40000000–0x40000fff (4 KiB)", value("new GuestMemory().add(\"ram\", 0x4000_0000L, 4096)").toString());
    }

    @Test
    void anExceptionNamesTheCellAndTheLineAndShowsTheSource() {
        CellFailure failure = failure("int fine = 1;\n\n// why\nint[] three = new int[3];\nthree[5] = 1;\n");
        assertEquals("ArrayIndexOutOfBoundsException", failure.name());
        assertTrue(plain(failure).contains("cell [" + number + "], line 5\n"), plain(failure));
        assertTrue(plain(failure).contains("→   5 three[5] = 1;"), plain(failure));
        assertFalse(plain(failure).contains("reflect"), plain(failure));
    }

    @Test
    void anExceptionThrownThroughAMethodOfAnEarlierCellShowsBothCells() throws CellFailure {
        shows("void outer(int size) {\n    if (size > 2) {\n        throw new IllegalStateException(\"too large\", new RuntimeException(\"root\"));\n    }\n}");
        int defined = number;
        String text = plain(failure("\n\nouter(3);"));
        assertTrue(text.startsWith("IllegalStateException: too large\ncell [" + defined + "], line 3, in outer\n"), text);
        assertTrue(text.contains("cell [" + number + "], line 3\n"), text);
        assertTrue(text.contains("caused by RuntimeException: root"), text);
    }

    @Test
    void aCompileErrorPointsAtThePlace() {
        CellFailure failure = failure("int ok = 1;\nint bad = ok.length();\nint never = 1;");
        assertEquals("CompileError", failure.name());
        assertTrue(plain(failure).contains("int cannot be dereferenced\n"), plain(failure));
        assertTrue(plain(failure).contains("→   2 int bad = ok.length();\n                  ^^^^^^^"), plain(failure));
    }

    @Test
    void whatIsMissingAtTheEndOfACellIsNamed() {
        assertEquals("CompileError", failure("int half = (1 + ").name());
        CellFailure failure = failure("Unknown thing = null;");
        assertTrue(plain(failure).contains("Unknown"), plain(failure));
    }

    @Test
    void aCellThatLoopsStopsAndTheNextOneRuns() throws Exception {
        reached = new CountDownLatch(1);
        Thread stopper = interruptWhenReached();
        CellFailure failure = failure("int spins = 0;\nwhile (true) {\n" + REACHED + "    try { spins++; } catch (Throwable all) { }\n}");
        stopper.join();
        assertEquals("Interrupted", failure.name());
        assertTrue(plain(failure).contains("cell [" + number + "], line "), plain(failure));
        assertEquals(2, value("1 + 1"));
    }

    @Test
    void aCellThatSleepsStopsAtOnce() throws Exception {
        reached = new CountDownLatch(1);
        Thread stopper = interruptWhenReached();
        CellFailure failure = failure("{ " + REACHED + "Thread.sleep(1_000_000); }\nSystem.exit(3);");
        stopper.join();
        assertEquals("Interrupted", failure.name());
        assertEquals(false, value("Thread.currentThread().isInterrupted()"));
    }

    private static final String REACHED = "dev.cellvisor.notebook.CellEvaluatorTest.reached();\n";

    private static Thread interruptWhenReached() {
        return Thread.startVirtualThread(() -> {
            try {
                reached.await();
            } catch (InterruptedException e) {
                return;
            }
            cells.interrupt();
        });
    }

    @Test
    void completionKnowsOurTypesAndTheVariablesOfTheCellItself() throws Exception {
        shows("var ram = new GuestMemory();");
        assertTrue(complete("ram.readI").contains("readInt("), complete("ram.readI").toString());
        assertTrue(complete("var other = new GuestMemory();\nother.readSh").contains("readShort("));
        assertTrue(complete("GuestMem").contains("GuestMemory"));
    }

    private static java.util.List<String> complete(String code) throws Exception {
        return cells.withShell(shell -> CodeHelp.complete(shell, code, code.length())).texts();
    }

    @Test
    void completenessIsWhatAConsoleNeeds() throws Exception {
        assertEquals("complete", complete0("int x = 1;"));
        assertEquals("    ", complete0("for (int i = 0; i < 3; i++) {"));
    }

    private static String complete0(String code) throws Exception {
        return cells.withShell(shell -> CodeHelp.isComplete(shell, code));
    }

    /** Called by cells under test. */
    public static void reached() {
        reached.countDown();
    }

    @Test
    void javadocBecomesPlainText() {
        assertEquals("Reads {x} of GuestMemory.read here.\n\n  a  the place\n  returns  a < b\n  throws X  if not", JavadocText.of("""
                 Reads {@code {x}} of {@link dev.GuestMemory#read GuestMemory.read}
                 <b>here</b>.

                 @param a the place
                 @return {@code a < b}
                 @throws X if not
                """));
    }

    @Test
    void semicolonsAreFoundBehindCommentsAndNotInStrings() {
        assertTrue(CellEvaluator.endsWithSemicolon("x; // y"));
        assertTrue(CellEvaluator.endsWithSemicolon("x; /* y */ "));
        assertFalse(CellEvaluator.endsWithSemicolon("\";\""));
        assertFalse(CellEvaluator.endsWithSemicolon("'\\'' + \"a;\\\"\" // ;"));
    }

    @Test
    void outputIsHandedOnInWholeCharacters() {
        byte[] euro = "a€".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(4, CellOutput.wholeCharacters(euro));
        assertEquals(1, CellOutput.wholeCharacters(java.util.Arrays.copyOf(euro, 3)));
        assertEquals(1, CellOutput.wholeCharacters(java.util.Arrays.copyOf(euro, 2)));
        assertEquals(0, CellOutput.wholeCharacters(new byte[0]));
    }
}
