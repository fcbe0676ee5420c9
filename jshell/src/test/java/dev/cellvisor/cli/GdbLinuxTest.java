package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** gdb-multiarch itself, scripted, on a Linux that starts: break, step, watch a variable, and backwards to who wrote it. */
@Timeout(600)
class GdbLinuxTest {
    @TempDir
    private Path folder;

    /** Where things are in a VM that has not begun. Where the kernel moves itself to is the same each time: a first run tells the addresses. */
    private record Places(long start, long variable) {
        static Places of(Vm vm) {
            try (Vm scout = vm.fork()) {
                scout.runUntil(Condition.pc("start_kernel"));
                return new Places(scout.cpu(0).pc(), firstFlagSet(scout));
            }
        }
    }

    @Test
    void gdbBreaksStepsWatchesAndGoesBackwards() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdb-multiarch")), "gdb-multiarch is not installed (Debian: gdb-multiarch)");
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("gdb").memoryMiB(256).cpus(2).engine(Engine.NATIVE).build()) {
            image.on(vm).prepare();
            Places places = Places.of(vm);
            Map<String, String> said = gdb(vm, """
                    x/2i $pc
                    hbreak start_kernel
                    continue
                    printf "start=%%lx\\n", $pc
                    printf "sctlr=%%lx\\n", $SCTLR_EL1
                    printf "before=%%x\\n", *(unsigned char *)0x%2$x
                    symbol-file target:/kernel
                    printf "named=%%lx\\n", (long)&start_kernel
                    info symbol $pc
                    stepi
                    printf "stepped=%%lx\\n", $pc
                    info threads
                    delete
                    watch *(unsigned char *)0x%2$x
                    continue
                    printf "after=%%x\\n", *(unsigned char *)0x%2$x
                    printf "watched=%%lx\\n", $pc
                    bt
                    thread apply all bt 1
                    info registers system
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
                    delete
                    awatch *(unsigned char *)0x%2$x
                    continue
                    printf "accessed=%%lx\\n", $pc
                    set $x5 = 0x1234
                    printf "x5=%%lx\\n", $x5
                    monitor where
                    monitor physical on
                    printf "uart=%%x\\n", *(unsigned int *)0x09000018
                    set *(unsigned int *)0x09000000 = 0x2a
                    monitor inputs
                    monitor physical off
                    maintenance packet Qqemu.PhyMemMode:1
                    printf "uartagain=%%x\\n", *(unsigned int *)0x09000018
                    maintenance packet Qqemu.PhyMemMode:0
                    delete
                    break *0x%1$x
                    reverse-continue
                    printf "first=%%lx\\n", $pc
                    nosharedlibrary
                    symbol-file target:/kernel
                    printf "file=%%lx\\n", (long)&start_kernel
                    detach
                    """.formatted(places.start, places.variable));
            assertEquals(Long.toHexString(places.start), said.get("start"));
            assertEquals(1, Long.parseLong(said.get("sctlr"), 16) & 1, "the MMU is on");
            assertEquals(List.of("0", "1", "0", "1"), List.of(said.get("before"), said.get("after"), said.get("undone"), said.get("again")), said.get("output"));
            assertEquals(Long.toHexString(places.start), said.get("named"), "the kernel's own names, as a library where it has moved itself to");
            assertEquals(Long.toHexString(places.start), said.get("file"), () -> "and as a file:\n" + said.get("output"));
            assertFalse(Pattern.compile("^#40 ", Pattern.MULTILINE).matcher(said.get("output")).find(), "callers end");
            assertTrue(said.get("output").contains("<primary_entry>"), () -> "names before the first instruction:\n" + said.get("output"));
            assertTrue(said.get("output").contains("start_kernel in section .text"), () -> said.get("output"));
            assertTrue(Pattern.compile("#1 .* in __primary_switched").matcher(said.get("output")).find(), () -> "callers, by frame records:\n" + said.get("output"));
            assertTrue(said.get("output").contains("\nICC_PMR_EL1 ") && said.get("output").contains("\nCNTV_CTL_EL0 "), () -> said.get("output"));
            assertEquals(Long.toHexString(places.start + 4), said.get("stepped"));
            assertEquals(said.get("watched"), said.get("accessed"), "the store is an access too");
            assertEquals(Long.parseUnsignedLong(said.get("watched"), 16) - 4, Long.parseUnsignedLong(said.get("writer"), 16), "the store is the one before");
            assertEquals(said.get("writer"), said.get("back"));
            assertEquals("1234", said.get("x5"));
            assertEquals("90", said.get("uart"), "UARTFR: both FIFOs are empty");
            assertEquals("90", said.get("uartagain"));
            assertTrue(said.get("output").contains("access write 4 0x09000000=0x2a"), () -> "the device got what gdb wrote to UARTDR:\n" + said.get("output"));
            assertEquals(Long.toHexString(places.start), said.get("first"));
            assertTrue(said.get("output").contains("strb"), () -> said.get("output"));
            assertTrue(said.get("output").contains("start_kernel+"), () -> said.get("output"));
            assertTrue(said.get("output").contains("cpu1") && said.get("output").contains("off"), () -> said.get("output"));
            assertEquals(places.start, vm.cpu(0).pc(), "the VM is where gdb left it");
        }
    }

    /** Linux prints its own callers when it panics, by its own means: GDB must find the same ones, from the first instruction of panic() on. */
    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "max"})
    void gdbFindsTheCallersThatLinuxPrints(String model) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdb-multiarch")), "gdb-multiarch is not installed (Debian: gdb-multiarch)");
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("callers").memoryMiB(256).cpuModel(model).engine(Engine.NATIVE).build()) {
            image.on(vm).prepare();
            vm.runUntil(Condition.console("# "));
            vm.type("echo c > /proc/sysrq-trigger\n");
            List<String> ours;
            try (Vm fork = vm.fork()) {
                fork.runUntil(Condition.pc("panic"));
                ours = names(fork.cpu(0).callStack().toString(), "^#\\d+ +[0-9a-f]+ in ([\\w.]+)");
            }
            String said = gdb(vm, """
                    hbreak panic
                    continue
                    bt
                    stepi 40
                    echo and further on\\n
                    bt
                    delete
                    continue
                    detach
                    """).get("output");
            // Where a function that never returns was called last, the return address is the next function's: GDB looks at what is before it, and Linux does not.
            String trace = Pattern.compile("([\\w.]+)\\+0x0/").matcher(vm.console().text()).replaceAll(at -> vm.symbols().at(vm.symbols().address(at.group(1)) - 4).name() + "+0x/");
            List<String> printed = names(trace.substring(trace.indexOf("Call trace:")), "^\\[.*?\\]  ([\\w.]+)\\+0x");
            int panic = printed.indexOf("panic");
            assertTrue(panic >= 0 && printed.size() > panic + 8, printed::toString);
            List<String> expected = printed.subList(panic, printed.size());
            assertEquals(expected, ours.subList(0, Math.min(expected.size(), ours.size())), "VmCpu.callStack()");
            int second = said.indexOf("and further on");
            for (String part : List.of(said.substring(said.indexOf("\n#0"), second), said.substring(second))) {
                List<String> found = names(part, "^#\\d+ +0x[0-9a-f]+ in ([\\w.]+) \\(\\)");
                assertEquals(expected, found.subList(0, Math.min(expected.size(), found.size())), () -> said);
            }
        }
    }

    private static List<String> names(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        return matcher.results().map(result -> result.group(1).replaceFirst("\\..*", "")).toList();
    }

    @Test
    void lldbBreaksStepsAndWatches() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/lldb")), "lldb is not installed (Debian: lldb)");
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("lldb").memoryMiB(256).engine(Engine.NATIVE).build()) {
            image.on(vm).prepare();
            Places places = Places.of(vm);
            String output;
            try (var server = new GdbServer(vm, 0)) {
                Path log = folder.resolve("lldb.log");
                var command = new java.util.ArrayList<>(List.of("lldb", "-x", "-b"));
                for (String line : List.of("gdb-remote 127.0.0.1:" + server.port(), "breakpoint set -H -a 0x%x".formatted(places.start), "continue", "register read pc SCTLR_EL1",
                        "thread step-inst", "register read pc", "watchpoint set expression -w write -s 1 -- 0x%x".formatted(places.variable), "continue", "thread step-inst",
                        "memory read -s 1 -f x -c 1 0x%x".formatted(places.variable), "register write x5 0x1234", "register read x5", "process plugin packet monitor where", "detach")) {
                    command.addAll(List.of("-o", line));
                }
                Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .redirectOutput(log.toFile()).start();
                server.serve();
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), "lldb did not end");
                output = Files.readString(log, StandardCharsets.UTF_8);
            }
            assertTrue(output.contains("pc = 0x%016x".formatted(places.start)), output);
            assertTrue(output.contains("pc = 0x%016x".formatted(places.start + 4)), output);
            assertTrue(output.contains("stop reason = watchpoint 1") && output.contains("strb"), output);
            assertTrue(output.contains("0x%x: 0x01".formatted(places.variable)), output);
            assertTrue(output.contains("x5 = 0x0000000000001234"), output);
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
