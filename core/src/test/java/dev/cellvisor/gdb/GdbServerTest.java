package dev.cellvisor.gdb;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.debug.Symbols;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stub's answers, packet by packet. What gdb and lldb make of them is tested with a Linux. */
class GdbServerTest {
    private static final long RAM = 0x4000_0000L;
    private static final long LOAD = RAM + 8;
    private static final long STORE = RAM + 16;
    private static final long FLAG = RAM + 9 * 4;

    /** A client that speaks packets. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
        }

        String ask(String packet) throws IOException {
            int sum = packet.chars().sum() & 0xff;
            socket.getOutputStream().write(("$" + packet + "#%02x".formatted(sum)).getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            for (int c = socket.getInputStream().read(); c != '$'; c = socket.getInputStream().read()) {
                assertEquals('+', c);
            }
            for (int c = socket.getInputStream().read(); c != '#'; c = socket.getInputStream().read()) {
                answer.append((char) (c == '}' ? socket.getInputStream().read() ^ 0x20 : c));
            }
            socket.getInputStream().readNBytes(2);
            socket.getOutputStream().write('+');
            return answer.toString();
        }

        @Override
        public void close() throws IOException {
            ask("D");
            socket.close();
        }
    }

    private interface Talk {
        void with(Client client) throws IOException;
    }

    private static void talk(Vm vm, Talk talk) throws Exception {
        try (var server = new GdbServer(vm, 0)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try {
                    server.serve();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (var client = new Client(server.port())) {
                talk.with(client);
            }
            served.get(20, TimeUnit.SECONDS);
        }
    }

    /** Loads a word, stores the next number beside it, every 1000 rounds or so; reads a flag of the UART and writes a letter. */
    private static Vm machine(Engine engine) {
        Vm vm = Vm.builder("stub").memoryMiB(4).engine(engine).build();
        vm.load(RAM, asm("""
                movz x1, #0x4010, lsl #16
                movz x2, #0x0900, lsl #16
                round: ldr w3, [x1, #0x20]
                add w3, w3, #1
                str w3, [x1, #0x28]
                mov x5, #1000
                wait: ldr w6, [x1, #0x40]
                sub x5, x5, #1
                cbnz x5, wait
                ldr w7, [x2, #0x18]
                mov w8, #65
                str w8, [x2]
                b round
                """));
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    private static String pc(Client client) throws IOException {
        return "%x".formatted(Long.reverseBytes(Long.parseUnsignedLong(client.ask("p20"), 16)));
    }

    /** Sets a watchpoint, goes on by {@code how}, and takes it away again: it must have stopped there, and for that. */
    private static void stopsFor(Client client, String how, String watchpoint, String told, long pc) throws IOException {
        assertEquals("OK", client.ask("Z" + watchpoint));
        assertEquals("T05%s;thread:01;".formatted(told), client.ask(how), watchpoint);
        assertEquals("%x".formatted(pc), pc(client), watchpoint);
        assertEquals("OK", client.ask("z" + watchpoint));
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void watchpointsStopBeforeTheLoadOrTheStore(Engine engine) throws Exception {
        try (Vm vm = machine(engine)) {
            vm.step(50_000); // what is hot is translated by now
            talk(vm, client -> {
                for (int i = 0; i < 3; i++) { // a read watchpoint: each round's load, though its page is read a thousand times in between
                    stopsFor(client, "c", "3,40100020,4", "rwatch:40100020", LOAD);
                    client.ask("s"); // as GDB does, which then looks what is there
                    assertEquals("%x".formatted(LOAD + 4), pc(client));
                }
                stopsFor(client, "c", "4,40100028,4", "awatch:40100028", STORE);
                client.ask("s");
                stopsFor(client, "c", "2,40100028,4", "watch:40100028", STORE);
                stopsFor(client, "bc", "3,40100020,4", "rwatch:40100020", LOAD + 4); // backwards to the load before it
            });
        }
    }

    @Test
    void ofSeveralWatchpointsTheRightOneIsNamedBackwardsToo() throws Exception {
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> {
                stopsFor(client, "c", "3,9000018,4", "rwatch:9000018", FLAG); // once round
                assertEquals("OK", client.ask("Z2,40100028,4"));
                assertEquals("OK", client.ask("Z3,40100020,4"));
                for (String told : List.of("watch:40100028", "rwatch:40100020", "replaylog:begin")) {
                    assertEquals("T05%s;thread:01;".formatted(told), client.ask("bc"));
                }
            });
        }
    }

    @Test
    void aSingleStepIsThatOfTheCpuThatIsMeant() throws Exception {
        try (Vm vm = Vm.builder("two").memoryMiB(4).cpus(2).build()) {
            vm.load(RAM, asm("""
                    movz x0, #0xc400, lsl #16
                    movk x0, #3
                    mov x1, #1
                    movz x2, #0x4000, lsl #16
                    add x2, x2, #28
                    hvc #0
                    one: b one
                    two: add x9, x9, #1
                    b two
                    """)); // PSCI's CPU_ON
            vm.cpu(0).set("pc", RAM);
            talk(vm, client -> {
                assertEquals("T05thread:01;", client.ask("vCont;s:2;c"), "the second is off, and so waits for nobody");
                assertEquals(1, vm.clock().instructions());
                vm.step(100_000);
                for (int i = 0; i < 4; i++) {
                    long before = vm.cpu(1).pc();
                    assertEquals("T05thread:02;", client.ask("vCont;s:2;c"));
                    assertEquals(before ^ (RAM + 28) ^ (RAM + 32), vm.cpu(1).pc(), "one instruction of the two");
                    assertEquals("T05thread:01;", client.ask("vCont;s:1;c"));
                    assertEquals(RAM + 24, vm.cpu(0).pc());
                }
                client.ask("Hg2");
                assertTrue(monitor(client, "lastchange x9").contains(", cpu1 at 0x4000001c: x9 from"), "of the selected thread");
            });
        }
    }

    private static String monitor(Client client, String command) throws IOException {
        return new String(Hex.bytes(client.ask("qRcmd," + Hex.of(command.getBytes(StandardCharsets.UTF_8)))), StandardCharsets.UTF_8).strip();
    }

    @Test
    void aMonitorCommandIsAnsweredInWordsWhateverItIs() throws Exception {
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> {
                client.ask("s");
                String help = monitor(client, "help");
                assertTrue(help.contains("lastwrite ADDRESS [N]"), help);
                assertEquals("there is no command 'frobnicate'\n" + help, monitor(client, "frobnicate"));
                for (String command : List.of("at", "physical", "symbol", "translate", "lastwrite", "lastchange")) { // without the word that it needs
                    String answer = monitor(client, command);
                    assertTrue(answer.startsWith(command + " ") && help.contains(answer), answer);
                }
                assertTrue(monitor(client, "at 99").contains("cannot be reached"));
                assertTrue(monitor(client, "translate 0xffff800008000000").contains("0xffff800008000000"), "a kernel's address");
                vm.step(10);
                assertTrue(monitor(client, "lastwrite $x1 64").contains("0x%x".formatted(STORE)), monitor(client, "lastwrite $x1 64"));
                assertTrue(monitor(client, "lastchange $x3").contains("x3"));
                assertTrue(monitor(client, "lastchange $nonsense").contains("nonsense"));
                assertTrue(monitor(client, "symbol nothing").length() > 10);
            });
        }
    }

    @Test
    void registersOfDevicesCanBeWatchedReadAndWritten() throws Exception {
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> {
                stopsFor(client, "c", "3,9000018,4", "rwatch:9000018", FLAG);
                client.ask("s");
                stopsFor(client, "c", "2,9000000,4", "watch:9000000", FLAG + 8);
                assertEquals("", vm.console().text(), "the letter is not written yet");
                assertEquals("90000000", client.ask("m9000018,4"), "UARTFR, by its device");
                assertEquals("OK", client.ask("M9000000,4:5a000000"));
                assertEquals("Z", vm.console().text(), "UARTDR, by its device");
                assertEquals("E14", client.ask("Z3,1,4"), "nothing is there");
            });
        }
    }

    @Test
    void physicalAddressesAreChosenAsInQemu() throws Exception {
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> {
                assertTrue(client.ask("qSupported:").contains("PhyMemMode+"));
                assertEquals("0", client.ask("qqemu.PhyMemMode"));
                assertEquals("OK", client.ask("Qqemu.PhyMemMode:1"));
                assertEquals("1", client.ask("qqemu.PhyMemMode"));
                assertEquals("OK", client.ask("Qqemu.PhyMemMode:0"));
                assertEquals("0", client.ask("qqemu.PhyMemMode"));
            });
        }
    }

    @Test
    void theKernelsNamesAreAFileAndNoOtherFileIs() throws Exception {
        var symbols = List.of(new Symbols.Symbol("_text", 0xffff_8000_8000_0000L), new Symbols.Symbol("start_kernel", 0xffff_8000_8123_4568L),
                new Symbols.Symbol("größe", 0xffff_8000_8200_0000L));
        byte[] elf = SymbolFile.elf(symbols, address -> 0);
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> assertEquals("F-1,2", client.ask("vFile:open:2f6b65726e656c,0,0"), "this guest has no names"));
        }
        var file = new SymbolFile(() -> address -> 0);
        assertEquals("F1", file.answer("vFile:open:2f6b65726e656c,0,0", Symbols.of(symbols)));
        assertEquals("F-1,2", file.answer("vFile:open:2f6574632f706173737764,0,0", Symbols.of(symbols)), "/etc/passwd");
        assertEquals("F4;\u007fELF", file.answer("vFile:pread:1,4,0", Symbols.of(symbols)));
        assertEquals("F0;", file.answer("vFile:pread:1,4,%x".formatted(elf.length), Symbols.of(symbols)));
    }

    @Test
    void theKernelIsALibraryThatMoves() throws Exception {
        try (Vm vm = machine(Engine.NATIVE)) {
            talk(vm, client -> {
                assertEquals("l<library-list/>", client.ask("qXfer:libraries:read::0,1000"), "this guest has no names");
                assertEquals("E01", client.ask("qXfer:exec-file:read:1:0,1000"));
            });
        }
        Symbols linked = Symbols.of(List.of(new Symbols.Symbol("_stext", 0x10000), new Symbols.Symbol("start_kernel", 0x1234568), new Symbols.Symbol("no_address", -4096)));
        Symbols here = linked.movedBy(0x4020_0000);
        Symbols there = linked.movedBy(0xffff_8000_8000_0000L);
        assertEquals("<library-list><library name=\"/kernel@ffff800080000000\"><section address=\"0xffff800080000000\"/></library></library-list>", SymbolFile.libraries(there));
        assertEquals("<library-list><library name=\"/program\"><section address=\"0x0\"/></library></library-list>", SymbolFile.libraries(linked));
        var file = new SymbolFile(() -> address -> 0);
        assertEquals("F1", file.answer("vFile:open:%s,0,0".formatted(Hex.of("/machine".getBytes(StandardCharsets.UTF_8))), here));
        assertEquals("F2", file.answer("vFile:open:%s,0,0".formatted(Hex.of("/kernel@40200000".getBytes(StandardCharsets.UTF_8))), here));
        assertEquals("F-1,2", file.answer("vFile:open:%s,0,0".formatted(Hex.of("/kernel@40200000".getBytes(StandardCharsets.UTF_8))), there), "it is no longer there");
        assertEquals(SymbolFile.elf(List.of(), address -> 0).length, bytes(file, 1), "each descriptor has its own file");
        assertEquals(SymbolFile.elf(List.of(new Symbols.Symbol("_stext", 0x10000), new Symbols.Symbol("start_kernel", 0x1234568)), address -> 0).length, bytes(file, 2));
        assertEquals("F0", file.answer("vFile:close:2", here));
        assertEquals(0, bytes(file, 2));
    }

    private static int bytes(SymbolFile file, int descriptor) {
        String answer = file.answer("vFile:pread:%d,100000,0".formatted(descriptor), Symbols.none());
        return (int) Hex.number(answer.substring(1, answer.indexOf(';')));
    }
}
