package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cli.CommandLineTest.Outcome;
import dev.cellvisor.images.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts: they show values, stop at the first mistake, and say where it is. */
class ScriptTest {
    private static final Path EXAMPLES = Path.of("examples");

    @TempDir
    Path directory;

    private Outcome script(String name, String text) throws IOException {
        return CommandLineTest.cellvisor("", "jshell", Files.writeString(directory.resolve(name), text).toString());
    }

    @Test
    void valuesOfExpressionsAreShownUnlessASemicolonEndsThem() throws IOException {
        Outcome outcome = script("a.jsh", """
                var x = 20
                x + 1
                x + 2;
                "a\\tb"
                Board.VIRT.name()
                bytes("ab")
                  .length
                for (int i = 0; i < 2; i++) {
                  System.out.println("i" + i);
                }
                """);
        assertEquals("21\na\tb\nvirt\n2\ni0\ni1\n", outcome.out());
        assertEquals(0, outcome.status(), outcome.err());
    }

    @Test
    void itStopsAtTheFirstFailureAndSaysWhere() throws IOException {
        Outcome thrown = script("b.jsh", "int a = 1\n\nif (a > 0)\n  throw new IllegalStateException(\"no\");\nSystem.out.println(\"not reached\")\n");
        assertEquals(1, thrown.status());
        assertEquals("", thrown.out());
        assertTrue(thrown.err().startsWith("b.jsh:3: IllegalStateException: no"), thrown.err());
        Outcome wrong = script("c.jsh", "int a = 1\nnosuch(a)\n");
        assertEquals(1, wrong.status());
        assertTrue(wrong.err().startsWith("c.jsh:2: ") && wrong.err().contains("nosuch"), wrong.err());
        Outcome unfinished = script("d.jsh", "int a = 1\nif (a > 0) {\n");
        assertEquals(1, unfinished.status());
    }

    @Test
    void exitEndsItWithAStatus() throws IOException {
        Outcome outcome = script("e.jsh", "int a = 2\n/exit a + 1\nSystem.out.println(\"not reached\")\n");
        assertEquals("", outcome.out());
        assertEquals(3, outcome.status(), outcome.err());
        assertEquals(0, script("f.jsh", "/exit\nnosuch()\n").status());
        assertEquals(1, script("g.jsh", "/exit nosuch\n").status());
    }

    /** A cell is run again with another answer: the class is another one then, and its device takes the old one's place. */
    @Test
    void aDeviceClassDefinedAnewReplacesTheOldOne() throws IOException {
        String device = """
                class Answer extends VirtioDevice {
                    Answer() { super("answer", 63, 8); }
                    @Override protected void handle(int queue, DescriptorChain chain) { chain.writer().writeByte(%d); }
                }
                """;
        Outcome outcome = script("swap.jsh", """
                var vm = Vm.builder("swap").memoryMiB(4).build();
                %s
                var slot = vm.attach(new Answer());
                vm.driver(slot).initialise().queue(0).receive(1).answer(0)[0]
                %s
                try { vm.replace(slot, new Answer()); } catch (IllegalArgumentException e) { System.out.println(e.getMessage().substring(0, 16)); }
                vm.replace("answer", new Answer());
                vm.driver(vm.slot("answer")).initialise().queue(0).receive(1).answer(0)[0]
                vm.replace("answer", new Answer().legacy())
                vm.driver(vm.slot("answer")).initialise().queue(0).receive(1).answer(0)[0]
                vm.close()
                """.formatted(device.formatted(41), device.formatted(42)));
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals("41\nthe slot is null\n42\nvirtio-mmio.31 at 0x0a003e00: answer (virtio device type 63), legacy virtio-mmio (Version 1)\n42\n", outcome.out());
    }

    @Test
    void aNotebooksCodeCellsAreRun() throws IOException {
        Outcome outcome = script("n.ipynb", """
                {"cells": [{"cell_type": "markdown", "source": ["# no code"]},
                 {"cell_type": "code", "source": ["int a = 1;\\n", "a + 41"]},
                 {"cell_type": "code", "source": "a / 0"}], "nbformat": 4}
                """);
        assertEquals("42\n", outcome.out());
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("n.ipynb cell 3:1: ArithmeticException"), outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "device", "virtio-registers", "sector", "notify", "vsock"})
    void theExamplesRun(String name) {
        Outcome outcome = CommandLineTest.cellvisor("", "jshell", EXAMPLES.resolve(name + ".jsh").toString());
        assertEquals("", outcome.err());
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().lines().count() >= 2, outcome.out());
    }

    @Test
    void theBootExampleRuns() {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        Outcome outcome = CommandLineTest.cellvisor("", "jshell", EXAMPLES.resolve("boot.jsh").toString());
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("aarch64 GNU/Linux"), outcome.out());
    }
}
