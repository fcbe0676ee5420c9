package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.vm.KeptRuns.Outcome;
import dev.cellvisor.vm.KeptRuns.Row;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices and conditions that a script defines: the cache sees their code and what they have got hold of, whatever number JShell gives a snippet. */
class KeptRunsScriptTest {
    private static final String SCRIPT = """
            class Dice extends VirtioDevice {
                final String text;
                int requests;
                Dice(String text) { super("dice", 4, 8); this.text = text; }
                @Override protected void handle(int queue, DescriptorChain chain) {
                    requests++;
                    for (int i = 0; chain.writer().remaining() > 0; i++) chain.writer().writeByte(text.charAt(i % text.length()) + offset);
                }
                @Override public State save() { return State.of("dice", 1).put("requests", requests).build(); }
                @Override public void restore(State saved) { requests = (int) saved.expect("dice", 1).number("requests"); }
            }
            int offset = 0;
            var vm = Vm.builder("script").memoryMiB(4).keepRuns(new KeptFolder(Path.of("FOLDER"), 1L << 30), 1000).build()
            vm.attach(new Dice("Java"))
            vm.load(0x4000_0000L, asm("loop: add x0, x0, #1; b loop"))
            vm.cpu(0).set("pc", 0x4000_0000L)
            long enough = 50_000;
            vm.runUntil(Condition.when("x0 is large", () -> vm.cpu(0).get("x0") > enough))
            vm.runUntil(instructions(5000))
            vm.keptRuns().finish()
            """;

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        Vm.open().stream().filter(vm -> vm.name().startsWith("script")).forEach(Vm::close);
    }

    /** Runs scripts as one, with VMs script0, script1 and so on, in a JShell of its own. */
    private void run(String before, int first, String... scripts) throws IOException {
        var all = new StringBuilder(before);
        for (int i = 0; i < scripts.length; i++) {
            all.append(scripts[i].replace("\"script\"", "\"script" + (first + i) + "\"").replace("FOLDER", directory.toString().replace("\\", "\\\\")));
        }
        Path file = directory.resolve("script.jsh");
        Files.writeString(file, all);
        assertEquals(0, ScriptRunner.run(file));
    }

    private static List<Outcome> outcomes(int vm) {
        return Vm.named("script" + vm).keptRuns().rows().stream().map(Row::outcome).toList();
    }

    @Test
    void aScriptThatIsRunAgainTakesItsRunsUpToWhatChanged() throws IOException {
        run("", 0, SCRIPT);
        run("int another = 5;\nString more = \"snippets before\";\n", 1, SCRIPT, SCRIPT.replace("requests++", "requests += 2"), SCRIPT.replace("offset = 0", "offset = 1"),
                SCRIPT.replace("50_000", "50_001"), SCRIPT.replace("requests++;", "requests++; System.out.println(requests);"));
        assertEquals(List.of(Outcome.KEPT, Outcome.KEPT), outcomes(0));
        assertEquals(List.of(Outcome.TAKEN, Outcome.TAKEN), outcomes(1), "other snippets before it");
        assertEquals(Outcome.KEPT, outcomes(2).getFirst(), "other code of the device");
        assertEquals(Outcome.KEPT, outcomes(3).getFirst(), "another value of a variable that the device's code reads");
        assertEquals(Outcome.KEPT, outcomes(4).getFirst(), "another value of a variable that the condition reads");
        assertEquals(Outcome.ASIDE, outcomes(5).getFirst());
        String reason = Vm.named("script5").keptRuns().rows().getFirst().reason();
        assertTrue(reason.contains("java.lang.System.out"), reason);
    }
}
