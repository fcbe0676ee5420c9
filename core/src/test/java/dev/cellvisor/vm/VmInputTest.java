package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static dev.cellvisor.Cells.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in from outside: typed text, hand-driven accesses, memory and registers; and the log of it. */
class VmInputTest {
    private static final long RAM = 0x4000_0000L;

    private final Vm vm = Vm.builder("inputs").memoryMiB(4).build();

    @AfterEach
    void close() {
        vm.close();
    }

    private List<String> log() {
        return vm.inputs().entries().stream().map(entry -> entry.kind() + " " + entry.detail()).toList();
    }

    @Test
    void whatIsDoneBeforeTheFirstInstructionIsNotLogged() {
        vm.load(RAM, asm("b ."));
        vm.cpu(0).set("x3", 5);
        vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)));
        vm.type("x");
        assertEquals(List.of(), log());
    }

    @Test
    void everythingAfterItIsLoggedWithItsInstruction() {
        vm.load(RAM, asm("b ."));
        vm.step(10);
        vm.type("ls\n");
        vm.cpu(0).set("x3", 0x1234);
        vm.memory().write(RAM + 0x1000, bytes("ab"));
        vm.memory().write(RAM + 0x1002, bytes("cd"));
        vm.write(0x0900_0038L, 4, 0x10);
        vm.step(5);
        vm.inject(40);
        vm.irq(40).raise();
        VirtioMmio slot = vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)));
        assertEquals(List.of("TYPE ", "REGISTER cpu0.x3=0x1234", "MEMORY 0x40001000", "ACCESS write 4 0x09000038=0x10",
                "INTERRUPT 40 pending", "INTERRUPT 40=1", "ATTACH virtio-mmio.31 virtio-blk"), log());
        assertEquals(0x0a00_3e00L, slot.address(), "the last slot first, as QEMU");
        assertArrayEquals(bytes("abcd"), vm.inputs().entries().get(2).payload());
        assertEquals(10, vm.inputs().entries().get(3).instruction());
        assertEquals(15, vm.inputs().entries().get(4).instruction());
    }

    @Test
    void whatTheGuestAndItsDevicesDoIsNoInput() {
        vm.load(RAM, asm("mov x1, #0x09000000; mov w0, #65; strb w0, [x1]; adr x2, .; str x0, [x2, #4096]; b ."));
        vm.step(100);
        assertEquals("A", vm.console().text());
        assertEquals(List.of(), log());
    }

    @Test
    void typedTextWaitsForTheGuestAndLosesNothing() {
        // Switches the UART on, then echoes what comes: UARTFR bit 4 says that there is nothing.
        vm.load(RAM, asm("""
                    mov x1, #0x09000000
                    mov w0, #0x301
                    str w0, [x1, #0x30]
                1:  ldr w0, [x1, #0x18]
                    tbnz w0, #4, 1b
                    ldr w0, [x1]
                    str w0, [x1]
                    b 1b
                """));
        String text = "a text that is longer than any FIFO of sixteen\n";
        vm.type(text);
        vm.runUntil(Condition.console("\n").limit(100_000));
        assertEquals(text, vm.console().text());
    }

    @Test
    void anInputFromAnotherThreadTakesEffectBetweenTwoInstructions() throws InterruptedException {
        vm.load(RAM, asm("mov x1, #0x09000000; mov w0, #0x301; str w0, [x1, #0x30]; 1: ldr w0, [x1, #0x18]; tbnz w0, #4, 1b; ldr w0, [x1]; str w0, [x1]; b 1b"));
        Thread typist = Thread.ofPlatform().start(() -> vm.type("q"));
        vm.runUntil(Condition.console("q").seconds(60));
        typist.join();
        assertEquals("q", vm.console().text());
        assertEquals(1, vm.exits().of("pl011", "UARTDR") / 2);
    }

    @Test
    void aRunEndsWhenSomethingHoldsAndAtTheSameInstructionEachTime() {
        vm.load(RAM, asm("1: add x3, x3, #1; b 1b"));
        var result = vm.runUntil(Condition.when("x3 is large", () -> vm.cpu(0).get("x3") >= 250_000));
        assertEquals(500_000, result.instructions(), "looked at every 100,000 instructions");
        assertEquals("when(\"x3 is large\")", result.condition());
        assertEquals(0, vm.runUntil(Condition.when("true already", () -> true)).instructions());
    }

    @Test
    void aDriverByHandReadsADiskAndItsAccessesAreInputs() {
        byte[] content = new byte[4096];
        content[512] = 77;
        VirtioMmio slot = vm.attach(new BlockDevice(new MemoryBackend(content)).latencyTicks(1000));
        vm.load(RAM, asm("b ."));
        vm.step();
        VirtioDriver driver = vm.driver(slot);
        driver.initialise();
        var done = driver.queue(0).send(dev.cellvisor.virtio.block.BlockRequest.header(0, 1),
                dev.cellvisor.virtio.driver.Buffer.writable(512));
        assertEquals(77, done.answer(0)[0]);
        assertEquals(1000, vm.clock().ticks(), "time passed to the answer");
        assertTrue(log().contains("TIME 1000"), log().toString());
        assertTrue(log().contains("ACCESS write 4 0x%08x=0x0".formatted(slot.address() + 0x50)), "QueueNotify");
        assertTrue(log().stream().anyMatch(entry -> entry.startsWith("MEMORY")), "ring and buffers");
    }

    @Test
    void mistakesAreAnsweredWithWhatIsAllowed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> vm.cpu(3)).getMessage().contains("CPU 0 only"));
        var fresh = vm.driver(vm.attach(new dev.cellvisor.virtio.entropy.EntropyDevice(1)));
        assertTrue(assertThrows(IllegalStateException.class, () -> fresh.queue(0).send(new byte[1])).getMessage().contains("initialise()"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> vm.slot(32)).getMessage().contains("0 to 31"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> vm.irq(3000)).getMessage().contains("32 to"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> vm.disassemble(0x10, 1)).getMessage().contains("no RAM"));
        assertThrows(IllegalArgumentException.class, () -> Condition.console(""));
        assertThrows(IllegalArgumentException.class, () -> Vm.builder(" "));
    }

    @Test
    void aGuestsResetStartsTheMachineAgain() {
        byte[] program = asm("""
                    mov x1, #0x09000000
                    adr x2, .
                    ldr w3, [x2, #4096]     // RAM is as the boot left it: 0
                    add w0, w3, #48
                    str w0, [x1]
                    mov w3, #5
                    str w3, [x2, #4096]
                    mov w0, #9
                    movk w0, #0x8400, lsl #16
                    hvc #0
                """);
        vm.boot().kernel("again", program).prepare();
        vm.runUntil(Condition.console("000").limit(1000));
        assertEquals(2, vm.exits().of("psci", "SYSTEM_RESET"));
        vm.onReset(Vm.ResetPolicy.STOP);
        assertEquals("Reset", vm.run(1000).exit().getClass().getSimpleName());
    }

    @Test
    void commandsAreQuotedForALineEditor() {
        assertEquals("'echo hi'", GuestShell.quote("echo hi"));
        assertEquals("'it'\\''s'", GuestShell.quote("it's"));
        assertEquals("'a'\"$(printf '\\011')\"'b\nc'", GuestShell.quote("a\tb\nc"));
        assertTrue(GuestShell.quote("x".repeat(2000)).lines().allMatch(line -> line.length() < 1000));
    }

    @Test
    void aKernelMessageBehindThePromptDoesNotHideIt() {
        assertTrue(GuestShell.atPrompt("Linux\nbox:/# ", "# "));
        assertTrue(GuestShell.atPrompt("box:/# [    1.217024] IPv6: eth0: link becomes ready\n", "# "));
        assertTrue(GuestShell.atPrompt("box:/# [    1.217024] one\n[   12.000001] two\n[   1", "# "), "the last one is on its way");
        assertFalse(GuestShell.atPrompt("[    1.217024] booting\n", "# "), "no prompt yet");
        assertFalse(GuestShell.atPrompt("box:/# sleep 9\n[    1.217024] one\n", "# "), "a command is at work");
    }
}
