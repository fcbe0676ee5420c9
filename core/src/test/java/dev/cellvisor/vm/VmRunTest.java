package dev.cellvisor.vm;

import static dev.cellvisor.vm.Condition.console;
import static dev.cellvisor.vm.Condition.exit;
import static dev.cellvisor.vm.Condition.idle;
import static dev.cellvisor.vm.Condition.instructions;
import static dev.cellvisor.vm.Condition.pc;
import static dev.cellvisor.vm.Condition.powerOff;
import static dev.cellvisor.vm.FakeCpu.hvc;
import static dev.cellvisor.vm.FakeCpu.jump;
import static dev.cellvisor.vm.FakeCpu.nop;
import static dev.cellvisor.vm.FakeCpu.store;
import static dev.cellvisor.vm.FakeCpu.wfi;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.time.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs, steps, conditions, events and limits, with a CPU whose instructions are lambdas. */
class VmRunTest {
    private static final long PORT = 0x1000;
    private static final int SYSTEM_OFF = 0x8400_0008;

    private final List<FakeCpu> cpus = new ArrayList<>();
    private Vm vm;

    private Vm build(int count) {
        vm = Vm.builder("test").board(Board.EMPTY).boardMemory(1 << 20).cpus(count).cpu((index, model, map, clock, trace) -> {
            var cpu = new FakeCpu(index, map);
            cpus.add(cpu);
            return cpu;
        }).build();
        vm.add(PORT, 0x1000, new Port());
        return vm;
    }

    /** A device whose one register is the console. */
    private class Port implements MmioDevice {
        @Override
        public String name() {
            return "port";
        }

        @Override
        public long read(long offset, int sizeBytes) {
            return 0;
        }

        @Override
        public void write(long offset, int sizeBytes, long value) {
            vm.console().put((int) value);
        }

        @Override
        public String registerName(long offset) {
            return "DATA";
        }
    }

    @AfterEach
    void close() {
        vm.close();
    }

    @Test
    void stepExecutesExactlySoManyInstructions() {
        build(1);
        cpus.getFirst().then(nop(), nop(), nop());
        assertEquals(1, vm.step().instructions());
        RunResult result = vm.step(1_000_000);
        assertEquals(1_000_000, result.instructions());
        assertEquals(1_000_001, vm.clock().instructions());
        assertTrue(result.met());
    }

    @Test
    void runUntilConsoleStopsRightBehindTheStore() {
        build(1);
        cpus.getFirst().then(FakeCpu.print(PORT, "abab# x")).then(jump(0));
        RunResult result = vm.runUntil(console("ab#"));
        assertEquals("abab#", result.console());
        assertEquals(5, result.instructions());
        assertEquals("console(\"ab#\")", result.condition());
    }

    @Test
    void consoleTextBeforeTheRunDoesNotCount() {
        build(1);
        cpus.getFirst().then(FakeCpu.print(PORT, "# ")).then(nop(), jump(0));
        assertEquals(2, vm.runUntil(console("# ")).instructions());
        assertEquals(4, vm.runUntil(console("# ")).instructions());
    }

    @Test
    void regexSeesALineAsItGrows() {
        build(1);
        cpus.getFirst().then(FakeCpu.print(PORT, "no\nvm 17 ")).then(jump(0));
        assertEquals("no\nvm 1", vm.runUntil(Condition.consoleMatches("^vm \\d")).console());
    }

    @Test
    void pcStopsBeforeTheInstructionAndGoesOnFromThere() {
        build(1);
        cpus.getFirst().then(nop(), nop(), store(PORT, 'x'), jump(0));
        long base = vm.board().ramAddress();
        RunResult result = vm.runUntil(pc(base + 8));
        assertEquals(2, result.instructions());
        assertEquals("", result.console());
        assertEquals(4, vm.runUntil(pc(base + 8)).instructions(), "once around");
    }

    @Test
    void aBreakpointIsSeenWhereASliceOfTheSchedulerBegins() {
        build(1);
        cpus.getFirst().then(nop(), nop(), nop(), jump(0));
        long base = vm.board().ramAddress();
        List<Long> fired = new ArrayList<>();
        EventQueue.Timer[] timer = new EventQueue.Timer[1];
        timer[0] = vm.events().timer("test", () -> {
            fired.add(vm.clock().instructions());
            timer[0].at(vm.clock().ticks() + 1);
        });
        timer[0].at(1);
        vm.step(15);
        // The event at tick 1 cuts the run at instruction 16, which is a multiple of 4: the breakpoint is first in its slice.
        assertEquals(1, vm.runUntil(pc(base)).instructions());
        assertEquals(base, vm.cpu(0).pc());
    }

    @Test
    void exitStopsAtAnAccessToADevice() {
        build(1);
        cpus.getFirst().then(nop(), store(PORT, 'a'), nop(), jump(0));
        assertEquals(2, vm.runUntil(exit("port")).instructions());
        assertEquals(4, vm.runUntil(exit("mmio")).instructions());
        assertEquals(4, vm.runUntil(exit("port.DATA")).instructions());
        assertFalse(vm.trace().on(), "nobody listens after the run");
    }

    @Test
    void eventsFireAtTheirExactInstruction() {
        build(1);
        cpus.getFirst().then(nop());
        List<Long> fired = new ArrayList<>();
        vm.events().timer("a", () -> fired.add(vm.clock().instructions())).at(3);
        vm.events().timer("b", () -> fired.add(vm.clock().instructions())).at(1000);
        vm.step(100_000);
        assertEquals(List.of(3 * 16L, 1000 * 16L), fired);
    }

    @Test
    void anEventScheduledByADeviceShortensTheSlice() {
        build(1);
        List<Long> fired = new ArrayList<>();
        var timer = vm.events().timer("soon", () -> fired.add(vm.clock().instructions()));
        vm.add(0x3000, 0x1000, new Port() {
            @Override
            public void write(long offset, int sizeBytes, long value) {
                timer.at(vm.clock().ticks() + 2);
            }
        });
        cpus.getFirst().then(nop(), nop(), store(0x3000, 1)).then(new FakeCpu.Instruction[0]);
        for (int i = 0; i < 97; i++) {
            cpus.getFirst().then(nop());
        }
        vm.step(90);
        assertEquals(List.of(32L), fired);
    }

    @Test
    void idleTimeIsJumpedOverToTheNextEvent() {
        build(1);
        cpus.getFirst().then(nop(), wfi(), store(PORT, '!'), jump(0));
        vm.events().timer("wake", () -> cpus.getFirst().irqLine().raise()).at(1_000_000);
        RunResult result = vm.runUntil(console("!"));
        assertEquals(3, result.instructions());
        assertEquals(1_000_000, result.ticks());
    }

    @Test
    void waitingWithoutEventsIsIdle() {
        build(1);
        cpus.getFirst().then(wfi());
        assertInstanceOf(Exit.Idle.class, vm.run().exit());
        assertTrue(vm.runUntil(idle()).met());
        RunLimitException e = assertThrows(RunLimitException.class, () -> vm.runUntil(console("never")));
        assertTrue(e.getMessage().contains("console(\"never\") was not reached"), e.getMessage());
    }

    @Test
    void aReachedLimitShowsTheLastLines() {
        build(1);
        cpus.getFirst().then(FakeCpu.print(PORT, "line\n")).then(jump(0));
        RunLimitException e = assertThrows(RunLimitException.class, () -> vm.runUntil(console("never").limit(600)));
        assertTrue(e.getMessage().contains("line\nline\nline"), e.getMessage());
        assertEquals(600, e.result().instructions());
        assertThrows(RunLimitException.class, () -> vm.runUntil(console("never").seconds(0.05)));
    }

    @Test
    void cpusTakeTurnsOfAFixedNumberOfInstructionsHoweverTheRunIsCut() {
        build(2);
        List<String> order = new ArrayList<>();
        for (FakeCpu cpu : cpus) {
            cpu.then(c -> order.add("cpu" + c.index() + "@" + vm.clock().instructions()), nop());
            for (int i = 0; i < 4000; i++) {
                cpu.then(nop());
            }
        }
        cpus.get(1).reset(0, 0);
        vm.step(50_000);
        List<String> whole = List.copyOf(order);
        long end = vm.clock().instructions();
        close();

        order.clear();
        cpus.clear();
        build(2);
        for (FakeCpu cpu : cpus) {
            cpu.then(c -> order.add("cpu" + c.index() + "@" + vm.clock().instructions()), nop());
            for (int i = 0; i < 4000; i++) {
                cpu.then(nop());
            }
        }
        cpus.get(1).reset(0, 0);
        while (vm.clock().instructions() < end) {
            vm.step(Math.min(777, end - vm.clock().instructions()));
        }
        assertEquals(whole, order);
        assertTrue(whole.contains("cpu1@" + (Scheduler.TURN + 1)), whole.toString());
    }

    @Test
    void psciSwitchesCpusOnAndTheMachineOff() {
        build(2);
        long entry = vm.board().ramAddress() + 0x100;
        cpus.get(0).then(hvc(0xc400_0003, 1, entry, 77), cpu -> cpu.trace.add("" + cpu.get("x0")),
                hvc(0xc400_0003, 1, entry, 77), cpu -> cpu.trace.add("" + cpu.get("x0")),
                hvc(0xc400_0003, 9, entry, 77), cpu -> cpu.trace.add("" + cpu.get("x0")),
                hvc(0x8400_0000), cpu -> cpu.trace.add("" + cpu.get("x0")),
                hvc(0x8400_00ff), cpu -> cpu.trace.add("" + (int) cpu.get("x0")),
                hvc(SYSTEM_OFF));
        cpus.get(1).then(cpu -> cpu.trace.add("x0=" + cpu.get("x0")), hvc(0x8400_0002));
        RunResult result = vm.runUntil(powerOff());
        assertEquals(List.of("0", "-4", "-2", "65537", "-1"), cpus.get(0).trace);
        assertInstanceOf(Exit.PowerOff.class, result.exit());
        assertEquals(3, vm.exits().of("psci", "CPU_ON"));
    }

    @Test
    void aKernelPanicEndsTheRun() {
        build(1);
        cpus.getFirst().then(FakeCpu.print(PORT, "[    1.0] Kernel panic - not syncing: No init\n[    1.1] ---[ end Kernel panic - not syncing: No init ]---\n"))
                .then(cpu -> cpu.set("pc", cpu.pc() - 4));
        RunResult result = vm.run(1_000_000);
        assertEquals(new Exit.Stuck("Kernel panic - not syncing: No init"), result.exit());
    }

    @Test
    void aPauseFromAnotherThreadAndAnInterruptEndARun() throws InterruptedException {
        build(1);
        cpus.getFirst().then(nop());
        var started = new java.util.concurrent.CountDownLatch(1);
        cpus.getFirst().then(cpu -> started.countDown());
        RunResult[] result = new RunResult[1];
        Thread runner = Thread.ofPlatform().start(() -> result[0] = vm.run());
        started.await();
        vm.pause();
        runner.join();
        assertEquals(new Exit.Stopped("pause() was called"), result[0].exit());

        Thread second = Thread.ofPlatform().start(() -> result[0] = vm.run());
        second.interrupt();
        second.join();
        assertEquals(new Exit.Stopped("the thread was interrupted"), result[0].exit());
        assertEquals(10, vm.step(10).instructions(), "it goes on");
    }

    @Test
    void twoRunsOfTheSameMachineHaveTheSameFingerprint() {
        List<String> prints = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            cpus.clear();
            build(1);
            cpus.getFirst().then(store(vm.board().ramAddress() + 0x8000, 5), nop(), jump(0));
            vm.step(1000 + i);
            if (i == 0) {
                vm.step(1);
            }
            prints.add(vm.fingerprint());
        }
        assertEquals(prints.get(0), prints.get(1));
        vm.step();
        assertFalse(vm.fingerprint().equals(prints.get(1)));
    }

    @Test
    void theSameNameClosesTheOldVm() {
        Vm old = build(1);
        build(1);
        assertThrows(IllegalStateException.class, old::step);
        assertEquals(vm, Vm.named("test"));
    }

    @Test
    void instructionsConditionAndLimitAreDifferentThings() {
        build(1);
        cpus.getFirst().then(nop());
        assertTrue(vm.runUntil(instructions(500)).met());
        assertThrows(RunLimitException.class, () -> vm.runUntil(instructions(500).limit(499)));
    }
}
