package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.images.Images;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user has it: words in, standard output, standard error and status out. */
class CommandLineTest {
    @TempDir
    Path directory;

    /** What a command did. */
    record Outcome(int status, String out, String err) {
    }

    static Outcome cellvisor(String input, String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int status = Main.run(words);
            System.out.flush();
            return new Outcome(status, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    private static void assertOneSentence(int status, String part, String... words) {
        Outcome outcome = cellvisor("", words);
        assertEquals(status, outcome.status, outcome.err);
        assertEquals("", outcome.out);
        assertTrue(outcome.err.startsWith("cellvisor: ") && outcome.err.lines().count() == 1, outcome.err);
        assertTrue(outcome.err.contains(part), outcome.err);
    }

    @Test
    void devicesThatAreNotUnderstoodAreNamed() {
        assertOneSentence(Command.USAGE, "'floppy' is no device that can be added; there are balloon", "boot", "--devices", "balloon; floppy");
        assertOneSentence(Command.USAGE, "'pot=x' says nothing of a console", "boot", "--devices", "console,pot=x");
        assertOneSentence(Command.USAGE, "'size=1' is not understood", "boot", "--devices", "balloon,size=1");
        assertOneSentence(Command.USAGE, "seed=x is no number", "boot", "--devices", "rng,seed=x");
    }

    @Test
    void everySubcommandHasHelp() {
        Outcome help = cellvisor("", "help");
        assertEquals(0, help.status, help.err);
        for (Command command : Commands.ALL) {
            assertTrue(help.out.contains("\n  " + command.name()), help.out);
            Outcome own = cellvisor("", command.name(), "--help");
            assertEquals(0, own.status);
            for (Option option : command.options()) {
                assertTrue(own.out.contains(option.name()), own.out);
            }
            assertEquals(own.out, cellvisor("", "help", command.name()).out);
        }
    }

    @Test
    void aWrongCommandLineIsAnsweredInOneSentence() {
        assertOneSentence(2, "did you mean boot", "boott");
        assertOneSentence(2, "--memory", "boot", "--memry", "512M");
        assertOneSentence(2, "it takes a size such as 512M", "boot", "--memory", "lots");
        assertOneSentence(2, "2 and 3 are", "boot", "--gic", "4");
        assertOneSentence(2, "modern or legacy", "boot", "--virtio", "2");
        assertOneSentence(2, "-qtest unix:PATH", "qtest");
        assertOneSentence(1, "-qtest unix:PATH is missing", "qtest", "-M", "virt");
        assertOneSentence(2, "1 to 8", "run", "--smp=9", "x");
        assertOneSentence(2, "from 1 up", "boot", "--instructions", "0");
        assertOneSentence(2, "no such file", "boot", "--kernel", directory.resolve("none").toString());
        assertOneSentence(2, "FILE", "run");
        assertOneSentence(2, "does not exist", "run", directory.resolve("none").toString());
        assertOneSentence(1, "cortex-a57", "boot", "--cpu-model", "z80");
        assertOneSentence(2, "exclude", "boot", "--image", "minimal", "--kernel", file("k", 1).toString());
        assertOneSentence(2, "--login is for guest images", "boot", "--kernel", file("k", 1).toString(), "--login");
        assertOneSentence(1, "there is minimal, debian", "boot", "--image", "debain");
        assertOneSentence(2, "auto, interpreter or native", "bench", "login", "--engine", "jit");
        assertOneSentence(1, "launcher", "test");
    }

    @Test
    void quickAndPicocliUnderstandTheSame() {
        Arguments quick = Arguments.quick(BootCommand.COMMAND, List.of("--memory=1G", "--seed", "0x10", "--timing"));
        assertEquals(1L << 30, quick.size("--memory", 0));
        assertEquals(16, quick.number("--seed", 0, 0, 100));
        assertTrue(quick.has("--timing"));
        assertEquals(null, Arguments.quick(BootCommand.COMMAND, List.of("--seed")), "picocli says what is missing");
        assertEquals(null, Arguments.quick(BootCommand.COMMAND, List.of("--timing=yes")));
        assertEquals(null, Arguments.quick(BootCommand.COMMAND, List.of("file")));
        assertEquals("f", Arguments.quick(RunCommand.COMMAND, List.of("f", "--memory", "3")).file());
        assertEquals(3L << 20, Arguments.quick(RunCommand.COMMAND, List.of("f", "--memory", "3")).size("--memory", 0));
    }

    // ---- run ----

    private static final int WFI = 0xd503_207f;
    private static final int HVC = 0xd400_0002;

    /** A flat binary: each character to the PL011, then PSCI SYSTEM_OFF, or what else it is to end with. */
    private Path hello(String text, int... end) {
        List<Integer> words = new ArrayList<>();
        words.add(0xd2a1_2001); // mov x1, #0x09000000
        for (char c : text.toCharArray()) {
            words.add(0x5280_0000 | c << 5); // mov w0, #c
            words.add(0x3900_0020); // strb w0, [x1]
        }
        for (int word : end) {
            words.add(word);
        }
        ByteBuffer bytes = ByteBuffer.allocate(words.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        words.forEach(bytes::putInt);
        return file("hello.bin", bytes.array());
    }

    private Path file(String name, int size) {
        return file(name, new byte[size]);
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** movz w0, #8 ; movk w0, #0x8400, lsl #16: PSCI SYSTEM_OFF. */
    private static final int[] SYSTEM_OFF = {0x5280_0100, 0x72b0_8000, HVC};

    @Test
    void aFlatBinaryPrintsAndSwitchesOff() {
        Outcome outcome = cellvisor("", "run", hello("Hello\n", SYSTEM_OFF).toString());
        assertEquals(0, outcome.status, outcome.err);
        assertEquals("Hello\n", outcome.out);
    }

    @Test
    void waitingForeverIsAnEndAndSpinningIsNot() {
        assertEquals(0, cellvisor("", "run", hello("x", WFI).toString()).status);
        Outcome spinning = cellvisor("", "run", "--instructions", "100_000", hello("last words\n", 0x1400_0000).toString());
        assertEquals(1, spinning.status);
        assertTrue(spinning.err.contains("last words"), spinning.err);
    }

    @Test
    void anUndefinedInstructionWithoutAHandlerIsSeenAsStuck() {
        Outcome stuck = cellvisor("", "run", hello("oops\n", 0).toString());
        assertEquals(1, stuck.status);
        assertTrue(stuck.err.contains("stuck") && stuck.err.contains("oops"), stuck.err);
    }

    @Test
    void twoRunsHaveTheSameFingerprintAndTimingIsOneLineOfJson() {
        String program = hello("same\n", SYSTEM_OFF).toString();
        Outcome first = cellvisor("", "run", "--fingerprint", program);
        assertEquals(first.err, cellvisor("", "run", "--fingerprint", program).err);
        assertTrue(first.err.matches("fingerprint [0-9a-f]{64}\\R"), first.err);
        assertTrue(!first.err.equals(cellvisor("", "run", "--fingerprint", "--seed", "2", program).err), "the seed is in the device tree");
        assertTrue(cellvisor("", "run", "--timing", program).err.matches("\\{(\"\\w+\":[\\d.]+,?)+}\\R"));
    }

    @Test
    void traceShowsWhatHappens() {
        Outcome outcome = cellvisor("", "run", "--trace", "psci", hello("y", SYSTEM_OFF).toString());
        assertTrue(outcome.err.contains("SYSTEM_OFF") && !outcome.err.contains("UARTDR"), outcome.err);
        assertTrue(cellvisor("", "run", "--trace", "mmio", hello("y", SYSTEM_OFF).toString()).err.contains("UARTDR"));
    }

    @Test
    void traceKnowsEveryKindOfFactAndNoOther() throws IOException {
        String program = hello("y", SYSTEM_OFF).toString();
        assertOneSentence(Command.USAGE, "the kinds are advice, balloon, ", "run", "--trace", "psci,mimo", program);
        assertTrue(cellvisor("", "run", "--trace", "psci,psci", program).err.contains("SYSTEM_OFF"));
        try (Stream<Path> sources = Files.walk(Path.of("../core/src/main/java"))) {
            var told = new TreeSet<String>();
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher kind = Pattern.compile("String kind\\(\\) \\{\\s+return \"(\\w+)\";").matcher(Files.readString(source));
                while (kind.find()) {
                    told.add(kind.group(1));
                }
            }
            assertEquals(told.stream().toList(), Command.FACTS);
        }
    }

    @Test
    void aProgramWaitsForGdbAndGoesOnWithoutIt() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String[] heard = {""};
        Thread client = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 200 && heard[0].isEmpty(); i++) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.getOutputStream().write("$p20#d2".getBytes(StandardCharsets.ISO_8859_1)); // PC
                    heard[0] = new String(socket.getInputStream().readNBytes(21), StandardCharsets.ISO_8859_1);
                    socket.getOutputStream().write("+$D#44".getBytes(StandardCharsets.ISO_8859_1));
                    socket.getInputStream().readNBytes(6);
                } catch (IOException e) {
                    LockSupport.parkNanos(50_000_000);
                }
            }
        });
        Outcome outcome = cellvisor("", "run", "--gdb", ":" + port, hello("y", SYSTEM_OFF).toString());
        client.join();
        assertEquals("+$0000084000000000#0c", heard[0], "RAM + 0x80000, low byte first");
        assertEquals("y", outcome.out);
        assertEquals(Command.OK, outcome.status, outcome.err);
        assertTrue(outcome.err.contains("target remote :" + port), outcome.err);
        assertOneSentence(Command.USAGE, "give one as :1234", "run", "--gdb", "here", hello("y", SYSTEM_OFF).toString());
    }

    // ---- boot ----

    @Test
    void debianBootsAndACommandsOutputIsAllThatIsPrinted() {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        Outcome outcome = cellvisor("", "boot", "--no-cache", "--exec",
                "echo \"it's $((6*7))\"; printf 'a\\tb\\n'\ncat <<END\n  two lines\nEND\ndd if=/dev/vda bs=4k count=1 2>/dev/null | sha256sum; exit 3");
        assertEquals("it's 42\na\tb\n  two lines\n573bf72fb9cac5a1fc70398a6b520496845d7c2d128b88c2601b180fc6b82242  -\n", outcome.out);
        assertEquals("", outcome.err);
        assertEquals(3, outcome.status);
    }

    @Test
    void standardInputIsTypedAndTheGuestSwitchedOffAtItsEnd() {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        Outcome outcome = cellvisor("echo one $((1+1))\ncat\nfor cat\n", "boot", "--no-cache");
        assertEquals(0, outcome.status, outcome.err);
        assertTrue(outcome.out.contains("one 2\r\n"), outcome.out);
        assertTrue(outcome.out.contains("for cat\r\nfor cat\r\n"), "echo and cat: " + outcome.out);
        assertTrue(outcome.out.contains("Power down"), outcome.out);
    }

    @Test
    void aPanicFailsWithTheLastLines() {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        Outcome outcome = cellvisor("", "boot", "--kernel", Images.find(Images.DEFAULT).get().kernel().toString());
        assertEquals(1, outcome.status);
        assertTrue(outcome.err.contains("Kernel panic - not syncing"), outcome.err);
    }
}
