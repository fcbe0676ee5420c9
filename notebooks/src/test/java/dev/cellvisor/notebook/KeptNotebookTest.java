package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.images.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A notebook that boots Linux in several cells, executed twice by Jupyter in kernels of their own: the second takes the stored state up to the first cell that changed. */
@Timeout(300)
class KeptNotebookTest {
    private static final String BOOT = "var vm = linux(\"linux\");\nLive.runUntil(vm, console(\"# \"));";
    private static final String WORK = "vm.shell(\"dd if=/dev/vda bs=4096 count=400 2>/dev/null | md5sum\")";
    private static final String MOST = "long most = 60_000;";
    private static final String HELPER = "boolean enough(Vm of) {\n    return of.console().size() > most;\n}";
    private static final String UNTIL = "vm.type(\"seq 100000\\n\");\nvm.runUntil(Condition.when(\"it has said enough\", () -> enough(vm)));";
    private static final String DEVICE = """
            class Dice extends VirtioDevice {
                int requests;
                Dice() { super("dice", 4, 8); }
                @Override protected void handle(int queue, DescriptorChain chain) { requests += 1; }
                @Override public State save() { return State.of("dice", 1).put("requests", requests).build(); }
                @Override public void restore(State saved) { requests = (int) saved.expect("dice", 1).number("requests"); }
            }""";
    private static final String BARE = """
            var bare = Vm.builder("bare").memoryMiB(4).keepRuns(KeptFolder.own(), 5_000_000).build();
            bare.attach(new Dice());
            bare.load(0x4000_0000L, asm("loop: add x0, x0, #1; b loop"));
            bare.cpu(0).set("pc", 0x4000_0000L);
            bare.runUntil(instructions(6_000_000));
            System.out.println("bare: " + bare.keptRuns().summary());""";
    /** What became of Linux's three long runs (a shell's end of a command is a short one), and what it is now. */
    private static final String TELL = """
            System.out.println("linux: " + vm.keptRuns().rows().stream().filter(row -> row.outcome() != KeptRuns.Outcome.NOT_KEPT).map(row -> row.outcome().name()).toList());
            System.out.println(vm.fingerprint());""";

    @TempDir
    private Path directory;

    @Test
    void aNotebookTakesItsStateUpToTheFirstCellThatChanged() throws Exception {
        Jupyter jupyter = Jupyter.find("nbconvert", "nbclient", "jupyter_client");
        assumeTrue(jupyter != null, "skipped: " + Jupyter.missing("nbconvert", "nbclient", "jupyter_client"));
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: the guest image is not built; ./cellvisor images --build builds it");
        Path cache = Files.createDirectories(directory.resolve("cache"));
        Files.createSymbolicLink(cache.resolve("images"), Images.cache().resolve("images").toAbsolutePath());

        List<String> cells = new ArrayList<>(List.of("var image = Live.image();", """
                Vm linux(String name) throws IOException {
                    var made = Vm.builder(name).memoryMiB(512).date(image.manifest().rtcSeconds()).keepRuns(KeptFolder.own(), 5_000_000).build();
                    made.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
                    image.on(made).prepare();
                    return made;
                }""", MOST, HELPER, BOOT, WORK, UNTIL, TELL, DEVICE, BARE));
        long start = System.nanoTime();
        List<String> first = execute(jupyter, cells);
        long middle = System.nanoTime();
        assertEquals("linux: [KEPT, KEPT, KEPT]", line(first, 7, 0));
        assertEquals("bare: 1 kept", line(first, 9, 0));

        // As a user edits a cell and runs it and what follows again.
        int same = cells.size();
        cells.addAll(List.of("long most = 60_001;", BOOT, WORK, UNTIL, TELL));
        cells.addAll(List.of(MOST, HELPER.replace("> most", ">= most + 3"), BOOT, WORK, UNTIL, TELL));
        cells.addAll(List.of(HELPER, BOOT, WORK.replace("400", "401"), UNTIL, TELL));
        cells.addAll(List.of(BOOT, WORK, UNTIL, TELL, DEVICE.replace("+= 1", "+= 2"), BARE, DEVICE, BARE));
        List<String> second = execute(jupyter, cells);
        long end = System.nanoTime();
        assertEquals("linux: [TAKEN, TAKEN, TAKEN]", line(second, 7, 0));
        assertEquals(line(first, 7, 1), line(second, 7, 1), "the fingerprint");
        assertEquals(line(first, 5, 0), line(second, 5, 0), "what the guest's shell said");
        assertEquals("bare: 1 taken", line(second, 9, 0));
        assertEquals("linux: [TAKEN, TAKEN, KEPT]", line(second, same + 4, 0), "the value of a variable of another cell changed");
        assertEquals("linux: [TAKEN, TAKEN, KEPT]", line(second, same + 10, 0), "the code of a method of another cell changed");
        assertEquals("linux: [TAKEN, KEPT, KEPT]", line(second, same + 15, 0), "a cell in the middle changed");
        assertEquals("linux: [TAKEN, TAKEN, TAKEN]", line(second, same + 19, 0), "all is as it was");
        assertEquals(line(first, 7, 1), line(second, same + 19, 1));
        assertEquals("bare: 1 kept", line(second, same + 21, 0), "the code of a device changed");
        assertEquals("bare: 1 taken", line(second, same + 23, 0));
        assertTrue(second.get(4).contains("taken from the cache"), second.get(4));
        System.out.printf("figure: a notebook with a boot of Linux and two more runs, by nbconvert with the kernel's start: %.1f s; again, with %d cells more of which some changed: %.1f s (on a busy machine)%n",
                (middle - start) / 1e9, cells.size() - same, (end - middle) / 1e9);
    }

    private static String line(List<String> outputs, int cell, int line) {
        List<String> lines = outputs.get(cell).lines().toList();
        assertTrue(lines.size() > line, "cell " + cell + " said " + lines);
        return lines.get(line);
    }

    /** Executes cells by nbconvert in a kernel of their own, and gives what each said. */
    private List<String> execute(Jupyter jupyter, List<String> cells) throws IOException, InterruptedException {
        Path notebook = NotebooksTest.write(directory.resolve("kept.ipynb"), cells);
        Path data = directory.resolve("jupyter");
        Files.createDirectories(data.resolve("runtime"));
        KernelSpec.install(data);
        var process = jupyter.module(data, "nbconvert", List.of("--to", "notebook", "--execute", "--log-level=WARN", "--ExecutePreprocessor.kernel_name=" + KernelSpec.NAME,
                "--ExecutePreprocessor.timeout=120", "--output", "executed.ipynb", notebook.toString())).directory(directory.toFile());
        process.environment().put("CELLVISOR_CACHE", directory.resolve("cache").toString());
        process.environment().remove("CELLVISOR_KEEP_RUNS");
        Jupyter.Ended ended = Jupyter.finish(process, 200);
        assertEquals(0, ended.status(), ended.output());
        return NotebookFile.read(directory.resolve("executed.ipynb")).codeCells().stream().map(cell -> {
            var text = new StringBuilder();
            var errors = new StringBuilder();
            for (var output : cell.path("outputs")) {
                boolean isError = output.path("name").asText().equals("stderr");
                (isError ? errors : text).append(NotebookFile.join(output.has("data") ? output.path("data").path("text/plain") : output.path("text"))).append('\n');
            }
            return text.append(errors).toString();
        }).toList();
    }
}
