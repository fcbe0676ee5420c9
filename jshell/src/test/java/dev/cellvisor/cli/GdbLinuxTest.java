package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.gdb.GdbServer;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** gdb-multiarch itself, scripted, on a Linux that starts: break, step, watch a variable, and backwards to who wrote it. */
@Timeout(600)
class GdbLinuxTest {
    @TempDir
    private Path folder;

    @Test
    void gdbBreaksStepsWatchesAndGoesBackwards() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdb-multiarch")), "gdb-multiarch is not installed (Debian: gdb-multiarch)");
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("gdb").memoryMiB(256).cpus(2).engine(Engine.NATIVE).build()) {
            vm.boot().kernel(image.kernel()).initrd(image.initrd()).append(image.manifest().recipe().commandLine()).prepare();
            // Where the kernel moves itself to, is the same each time: a first run tells the addresses.
            long start;
            long variable;
            try (Vm scout = vm.fork()) {
                scout.runUntil(Condition.pc("start_kernel"));
                start = scout.cpu(0).pc();
                variable = firstFlagSet(scout);
            }
            Map<String, String> said = gdb(vm, """
                    hbreak *0x%1$x
                    continue
                    printf "start=%%lx\\n", $pc
                    printf "sctlr=%%lx\\n", $SCTLR_EL1
                    printf "before=%%x\\n", *(unsigned char *)0x%2$x
                    stepi
                    printf "stepped=%%lx\\n", $pc
                    info threads
                    delete
                    watch *(unsigned char *)0x%2$x
                    continue
                    printf "after=%%x\\n", *(unsigned char *)0x%2$x
                    printf "watched=%%lx\\n", $pc
                    monitor instruction
                    stepi 1000
                    printf "later=%%lx\\n", $pc
                    reverse-continue
                    printf "writer=%%lx\\n", $pc
                    printf "undone=%%x\\n", *(unsigned char *)0x%2$x
                    x/i $pc
                    stepi
                    printf "again=%%x\\n", *(unsigned char *)0x%2$x
                    reverse-stepi
                    printf "back=%%lx\\n", $pc
                    set $x5 = 0x1234
                    printf "x5=%%lx\\n", $x5
                    monitor where
                    monitor physical on
                    printf "uart=%%x\\n", *(unsigned int *)0x09000018
                    monitor physical off
                    delete
                    break *0x%1$x
                    reverse-continue
                    printf "first=%%lx\\n", $pc
                    detach
                    """.formatted(start, variable));
            assertEquals(Long.toHexString(start), said.get("start"));
            assertEquals(1, Long.parseLong(said.get("sctlr"), 16) & 1, "the MMU is on");
            assertEquals(List.of("0", "1", "0", "1"), List.of(said.get("before"), said.get("after"), said.get("undone"), said.get("again")), said.get("output"));
            assertEquals(Long.toHexString(start + 4), said.get("stepped"));
            assertEquals(Long.parseUnsignedLong(said.get("watched"), 16) - 4, Long.parseUnsignedLong(said.get("writer"), 16), "the store is the one before");
            assertEquals(said.get("writer"), said.get("back"));
            assertEquals("1234", said.get("x5"));
            assertEquals("90", said.get("uart"), "UARTFR: both FIFOs are empty");
            assertEquals(Long.toHexString(start), said.get("first"));
            assertTrue(said.get("output").contains("strb"), () -> said.get("output"));
            assertTrue(said.get("output").contains("start_kernel+"), () -> said.get("output"));
            assertTrue(said.get("output").contains("cpu1") && said.get("output").contains("off"), () -> said.get("output"));
            assertEquals(start, vm.cpu(0).pc(), "the VM is where gdb left it");
        }
    }

    /** The kernel's symbols are those of its code alone, so a variable is found by the first store of start_kernel's own that sets a byte to 1. */
    private static long firstFlagSet(Vm vm) {
        Pattern store = Pattern.compile("strb\\s+(w\\d+), \\[(x\\d+)(?:, #(\\w+))?]");
        for (int i = 0; i < 20_000; i++, vm.step()) {
            Matcher matcher = store.matcher(vm.disassemble(1).toString());
            if (matcher.find() && vm.symbols().describe(vm.cpu(0).pc()).startsWith("start_kernel") && vm.cpu(0).get(matcher.group(1)) == 1) {
                return vm.cpu(0).get(matcher.group(2)) + (matcher.group(3) == null ? 0 : Long.decode(matcher.group(3)));
            }
        }
        throw new AssertionError("start_kernel sets no flag");
    }

    /** Runs gdb's commands on a VM; what it printed as NAME=VALUE, and all of it as "output". */
    private Map<String, String> gdb(Vm vm, String commands) throws IOException, InterruptedException {
        Path script = folder.resolve("commands.gdb");
        try (var server = new GdbServer(vm, 0)) {
            Files.writeString(script, "set pagination off\nset confirm off\nset architecture aarch64\nset tcp auto-retry off\ntarget remote 127.0.0.1:" + server.port() + "\n" + commands);
            Path log = folder.resolve("gdb.log");
            Process process = new ProcessBuilder("gdb-multiarch", "-nx", "-batch", "-x", script.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            server.serve();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "gdb did not end");
            String output = Files.readString(log, StandardCharsets.UTF_8);
            Map<String, String> said = new TreeMap<>(Map.of("output", output));
            Matcher line = Pattern.compile("^(\\w+)=([0-9a-f]+)$", Pattern.MULTILINE).matcher(output);
            while (line.find()) {
                said.put(line.group(1), line.group(2));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("gdb ended with " + process.exitValue() + ":\n" + output);
            }
            return said;
        }
    }
}
