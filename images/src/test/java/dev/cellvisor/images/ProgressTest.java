package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void linesAreFew() {
        assertEquals("""
                Fetching ...
                Fetching 25%
                Fetching 75%
                Fetching 100%
                Writing ...
                """, shown(Progress::lines));
    }

    @Test
    void barStaysOnItsLineAndEndsOnce() {
        String text = shown(Progress::bar);
        assertEquals("Fetching [########################] 100%", text.substring(text.lastIndexOf("\rF", text.indexOf("\n")) + 1, text.indexOf("\n")));
        assertEquals(1, text.chars().filter(c -> c == '\n').count());
    }

    private static String shown(Function<PrintStream, Progress> kind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = kind.apply(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        progress.phase("Fetching");
        progress.update(0, 0);
        for (long done : new long[] {1, 30, 31, 80, 99, 100, 100}) {
            progress.update(done, 100);
        }
        progress.phase("Writing");
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n").replace("\r\n", "\n");
    }
}
