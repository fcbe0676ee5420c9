package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.images.Images;
import dev.cellvisor.vm.KeptFolder;
import dev.cellvisor.vm.Vm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Boots that are paid for once: nobody sees from within or at the end whether one was. */
@Timeout(300)
class BootCacheTest {
    @TempDir
    Path directory;

    private CommandLineTest.Outcome boot(BootCache cache, String input, String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        var shown = new ByteArrayOutputStream();
        var said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(shown, true));
            System.setErr(new PrintStream(said, true));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int status = BootCommand.run(cache, Arguments.quick(BootCommand.COMMAND, List.of(words)));
            System.out.flush();
            return new CommandLineTest.Outcome(status, shown.toString(), said.toString());
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    @Test
    void aBootFromTheCacheEndsAsTheOneThatBooted() throws IOException {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        var cache = new BootCache(new KeptFolder(directory, 2L << 30));
        String[] words = {"--fingerprint", "--cache", "--exec", "uname -r; cat /proc/uptime; head -c 8 /dev/hwrng | od -x; exit 3"};
        CommandLineTest.Outcome booted = boot(cache, "", words);
        assertEquals(3, booted.status(), booted.err());
        assertTrue(booted.err().matches("fingerprint [0-9a-f]{64}\\R"), booted.err());
        assertEquals(1, cache.folder().entries().size());

        long start = System.nanoTime();
        CommandLineTest.Outcome taken = boot(cache, "", words);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(taken.err().startsWith("cellvisor: the boot is taken from the cache"), taken.err());
        assertEquals(booted.out(), taken.out());
        assertEquals(booted.err(), taken.err().lines().skip(1).findFirst().orElse("") + System.lineSeparator());
        assertEquals(3, taken.status());
        words = new String[] {words[0], words[1], words[2], words[3], "--engine", "interpreter"};
        assertTrue(boot(cache, "", words).err().endsWith(booted.err()), "the engine is no part of the key, and nothing the guest sees");

        CommandLineTest.Outcome typed = boot(cache, "echo one $((1+1))\n", "--memory", "512M");
        assertTrue(typed.err().contains("taken from the cache"), typed.err());
        assertTrue(typed.out().contains("Linux version") && typed.out().contains("one 2\r\n") && typed.out().contains("Power down"), typed.out());
        assertEquals(0, typed.status());

        long kibibytes = cache.folder().entries().getFirst().sizeBytes() >> 10;
        System.out.printf("figure: a kept boot of 512 MiB takes %d MiB of the disk; a command from it took %.2f s in a warm JVM (on a busy machine)%n",
                kibibytes >> 10, seconds);
        var verify = new Arguments();
        verify.set("--verify", "");
        assertEquals(Command.OK, CacheCommand.run(cache.folder(), new TranslationFolder(directory.resolve("translations"), 0), verify));
        assertEquals(1, cache.folder().clear());
        assertEquals(List.of(), cache.folder().entries());
    }

    private static Vm small(int seed) {
        Vm vm = Vm.builder("small").memoryMiB(1).seed(seed).build();
        vm.memory().write(0x4000_0000L, new byte[] {0, 0, 0, 0x14}); // b .
        vm.step(100);
        return vm;
    }

    @Test
    void aDamagedEntryIsDropped() throws IOException {
        var cache = new BootCache(new KeptFolder(directory, 1 << 30));
        try (Vm vm = small(1)) {
            cache.keep("a", vm.snapshot());
            try (Vm found = cache.find("a", "found", Engine.AUTO)) {
                assertEquals(vm.fingerprint(), found.fingerprint());
            }
        }
        assertNull(cache.find("b", "found", Engine.AUTO));
        byte[] bytes = Files.readAllBytes(cache.folder().file("a", KeptFolder.BOOT));
        bytes[bytes.length - 10] ^= 1;
        Files.write(cache.folder().file("a", KeptFolder.BOOT), bytes);
        assertNull(cache.find("a", "found", Engine.AUTO));
        assertFalse(Files.exists(cache.folder().file("a", KeptFolder.BOOT)));
    }

    @Test
    void thoseUnusedForLongestGo() throws IOException {
        var roomy = new BootCache(new KeptFolder(directory, 1 << 30));
        try (Vm vm = small(1)) {
            for (String key : List.of("a", "b", "c")) {
                roomy.keep(key, vm.snapshot());
            }
            Files.setLastModifiedTime(roomy.folder().file("b", KeptFolder.BOOT), FileTime.fromMillis(1000));
            Files.setLastModifiedTime(roomy.folder().file("a", KeptFolder.BOOT), FileTime.fromMillis(2000));
            Path part = Files.write(directory.resolve("a.boot.1-1.part"), new byte[10]);
            Files.setLastModifiedTime(part, FileTime.fromMillis(2000));
            roomy.find("b", "found", Engine.AUTO).close(); // now a is the one
            long each = roomy.folder().entries().getFirst().sizeBytes();
            assertTrue(each > 4096 && each < 1 << 20, each + " bytes: holes do not count");
            new BootCache(new KeptFolder(directory, 3 * each)).keep("d", vm.snapshot());
            assertFalse(Files.exists(roomy.folder().file("a", KeptFolder.BOOT)));
            assertFalse(Files.exists(part));
            assertEquals(3, roomy.folder().entries().size());
            new BootCache(new KeptFolder(directory, 1)).keep("e", vm.snapshot());
            assertEquals(List.of(roomy.folder().file("e", KeptFolder.BOOT)), roomy.folder().entries().stream().map(KeptFolder.Entry::file).toList(), "the newest stays");
        }
    }

    private static Arguments arguments(String... words) {
        return Arguments.quick(BootCommand.COMMAND, List.of(words));
    }

    @Test
    void everyOptionThatShapesTheMachineIsInTheKey() {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: no guest image is built; ./cellvisor images --build makes it");
        Set<String> keys = new HashSet<>();
        List<String[]> lines = List.of(new String[] {}, new String[] {"--memory", "256M"}, new String[] {"--seed", "2"}, new String[] {"--smp", "2"},
                new String[] {"--quantum", "7"}, new String[] {"--cpu-model", "max"}, new String[] {"--gic", "2"}, new String[] {"--its"},
                new String[] {"--virtio", "legacy"}, new String[] {"--devices", "balloon"}, new String[] {"--append", "x"});
        for (String[] line : lines) {
            assertNull(KeptBoot.reasonAside(arguments(line)));
            keys.add(KeptBoot.describe("program", arguments(line), Guest.of(arguments(line))));
        }
        keys.add(KeptBoot.describe("another program", arguments(), Guest.of(arguments())));
        assertEquals(lines.size() + 1, keys.size());
        assertEquals(KeptBoot.describe("p", arguments(), Guest.of(arguments())),
                KeptBoot.describe("p", arguments("--memory", "512", "--engine", "interpreter", "--exec", "true"), Guest.of(arguments())));
    }

    @Test
    void itStepsAsideForWhatTheKeyDoesNotKnowAndForWhoWatches() {
        for (String words : List.of("--no-cache", "--kernel k", "--initrd i", "--disk d", "--net nat", "--trace all", "--gdb :1", "--stats", "--contain-faults", "--instructions 5",
                "--cpu kvm", "--devices console,tty=f")) {
            assertNotNull(KeptBoot.reasonAside(arguments(words.split(" "))), words);
            assertThrows(UsageException.class, () -> KeptBoot.reasonAside(arguments(("--cache " + words).split(" "))), words);
        }
        for (String words : List.of("--timing", "--fingerprint")) {
            assertNotNull(KeptBoot.reasonAside(arguments(words)));
            assertNull(KeptBoot.reasonAside(arguments(words, "--cache")));
        }
        assertNull(KeptBoot.reasonAside(arguments("--net", "none")));
    }
}
