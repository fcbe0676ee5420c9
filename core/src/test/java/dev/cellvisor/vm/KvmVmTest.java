package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.RunPage;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Mapping;
import dev.cellvisor.cpu.kvm.x86.X86Start;
import dev.cellvisor.cpu.kvm.x86.X86Vcpu;
import dev.cellvisor.memory.AddressException;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.view.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The VM's one API on KVM, with guests of a few instructions in real mode. A guest that does not come back fails its test after 20 s. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KvmVmTest {
    private static final int CODE = 0x1000;
    /** mov dx, 0x600; mov al, 0x34; out dx, al: power off. */
    private static final int[] POWER_OFF = {0xba, 0x00, 0x06, 0xb0, 0x34, 0xee};

    private Vm vm;

    @BeforeEach
    void kvmOnX86() {
        assumeTrue(HostArch.HOST == HostArch.X86_64, "these guests are x86-64 code, and this host is not");
        Kvm.unavailable().ifPresent(reason -> assumeTrue(false, reason));
    }

    @AfterEach
    void close() {
        if (vm != null) {
            vm.close();
        }
    }

    private Vm build(int... code) {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).memoryMiB(1).build();
        put(CODE, code);
        vm.cpu(0).set("rip", CODE);
        return vm;
    }

    private void put(int address, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            vm.memory().writeByte(address + i, bytes[i]);
        }
    }

    private static int[] join(int[]... parts) {
        return java.util.Arrays.stream(parts).flatMapToInt(java.util.Arrays::stream).toArray();
    }

    /** mov dx, 0x3f8; then mov al, c; out dx, al for each letter. */
    private static int[] say(String text) {
        int[] code = new int[3 + 3 * text.length()];
        code[0] = 0xba;
        code[1] = 0xf8;
        code[2] = 0x03;
        for (int i = 0; i < text.length(); i++) {
            code[3 + 3 * i] = 0xb0;
            code[4 + 3 * i] = text.charAt(i);
            code[5 + 3 * i] = 0xee;
        }
        return code;
    }

    @Test
    void aGuestWritesToItsSerialPortAndSwitchesTheMachineOff() {
        build(join(say("hello\n"), POWER_OFF));
        RunResult result = vm.run();
        assertInstanceOf(Exit.PowerOff.class, result.exit());
        assertEquals("hello\n", result.console());
        assertEquals(RunResult.NOT_COUNTED, result.instructions());
        assertEquals(6, vm.exits().rows().stream().filter(row -> row.kind().equals("pio") && row.device().equals("16550")).mapToLong(ExitCounts.Row::count).sum());
    }

    @Test
    void aDeviceOfACellIsStoredToAndLoadedFrom() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).boardMemory(0x1_0000).build();
        put(CODE, join(new int[] {0xb8, 0x00, 0x20, 0x8e, 0xd8, // mov ax, 0x2000; mov ds, ax
                0xc7, 0x06, 0x04, 0x00, 0x34, 0x12, // mov word [4], 0x1234
                0xa1, 0x08, 0x00, // mov ax, [8]
                0x8b, 0xd8}, POWER_OFF)); // mov bx, ax
        vm.cpu(0).set("rip", CODE);
        List<String> seen = new ArrayList<>();
        vm.add(0x2_0000, 0x1000, noting(seen, 0xbeef));
        assertInstanceOf(Exit.PowerOff.class, vm.run().exit());
        assertEquals(List.of("write 2 at 4: 1234", "read 2 at 8"), seen);
        assertEquals(0xbeef, vm.cpu(0).get("rbx"));
    }

    @Test
    void eightBytesGoToADeviceAndComeFromItWhole() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).memoryMiB(4).build();
        List<String> seen = new ArrayList<>();
        vm.add(0xe000_0000L, 0x1000, noting(seen, 0x8877_6655_4433_2211L));
        vm.boot().kernel("code", bytes(0xb9, 0x00, 0x00, 0x00, 0xe0, // mov ecx, 0xe0000000
                0x48, 0xb8, 1, 2, 3, 4, 5, 6, 7, 8, // mov rax, 0x0807060504030201
                0x48, 0x89, 0x41, 0x08, // mov [rcx + 8], rax
                0x48, 0x8b, 0x59, 0x10, // mov rbx, [rcx + 16]
                0xba, 0x00, 0x06, 0x00, 0x00, 0xb0, 0x34, 0xee)).mode(X86Start.Mode.LONG).prepare();
        assertInstanceOf(Exit.PowerOff.class, vm.run().exit());
        assertEquals(List.of("write 8 at 8: 807060504030201", "read 8 at 16"), seen);
        assertEquals(0x8877_6655_4433_2211L, vm.cpu(0).get("rbx"));
    }

    @Test
    void stepsAreExactAndCarryTheirAccessesWithThem() {
        build(0x40, // inc ax
                0xe4, 0x77, // in al, 0x77: nobody is there
                0x40, // inc ax
                0xb8, 0x10, 0x00); // mov ax, 16
        vm.step();
        assertEquals(List.of(CODE + 1L, 1L), List.of(vm.cpu(0).pc(), vm.cpu(0).get("rax")));
        vm.step();
        assertEquals(List.of(CODE + 3L, 0xffL), List.of(vm.cpu(0).pc(), vm.cpu(0).get("rax")), "a bus that nobody drives reads ones");
        RunResult two = vm.step(2);
        assertEquals(2, two.instructions());
        assertEquals(16, vm.cpu(0).get("rax"));
    }

    @Test
    void aBreakpointStopsBeforeItsInstructionAndTheNextRunGoesOnFromIt() {
        build(0x31, 0xc0, // xor ax, ax
                0x40, // inc ax
                0xeb, 0xfd); // jmp inc
        for (int pass = 0; pass < 3; pass++) {
            RunResult result = vm.runUntil(Condition.pc(CODE + 2));
            assertEquals(new Exit.Breakpoint(CODE + 2), result.exit());
            assertEquals(pass, vm.cpu(0).get("rax"));
        }
    }

    @Test
    void moreBreakpointsThanTheHostHasAreRefusedWithTheirNumber() {
        build(0xeb, 0xfe);
        var e = assertThrows(IllegalArgumentException.class, () -> vm.runUntil(Condition.pc(1).or(Condition.pc(2)).or(Condition.pc(3)).or(Condition.pc(4)).or(Condition.pc(5))));
        assertEquals("5 breakpoints; an x86-64 CPU on KVM has 4", e.getMessage());
    }

    @Test
    void pauseFromAnotherThreadTakesAboutAMillisecond() throws Exception {
        build(0xeb, 0xfe); // jmp itself
        long[] best = {Long.MAX_VALUE};
        for (int i = 0; i < 5; i++) {
            var running = CompletableFuture.supplyAsync(() -> {
                RunResult result = vm.run();
                return new Object[] {result, System.nanoTime()};
            });
            Thread.sleep(30);
            long asked = System.nanoTime();
            vm.pause();
            Object[] ended = running.get(10, TimeUnit.SECONDS);
            assertInstanceOf(Exit.Stopped.class, ((RunResult) ended[0]).exit());
            best[0] = Math.min(best[0], (long) ended[1] - asked);
            assertEquals(CODE, vm.cpu(0).pc());
        }
        System.out.printf("figure: pausing a vCPU that never exits took %d µs (the best of 5)%n", best[0] / 1000);
        assertTrue(best[0] < 20_000_000, "a pause took " + best[0] / 1000 + " µs at best");
    }

    @Test
    void registersCanBeReadAndSetWhileItRuns() throws Exception {
        build(0x40, // inc ax
                0x81, 0xfb, 0x34, 0x12, // cmp bx, 0x1234
                0x75, 0xf9, // jne inc
                0xba, 0x00, 0x06, 0xb0, 0x34, 0xee); // power off
        vm.cpu(0).set("rbx", 0);
        var running = CompletableFuture.supplyAsync(() -> vm.run());
        Thread.sleep(20);
        long first = vm.cpu(0).get("rip");
        assertTrue(first >= CODE && first < CODE + 7, Long.toHexString(first));
        vm.cpu(0).set("rbx", 0x1234);
        assertInstanceOf(Exit.PowerOff.class, running.get(10, TimeUnit.SECONDS).exit());
    }

    @Test
    void whatIsTypedArrivesAsAnInterrupt() {
        build(join(new int[] {0xb0, 0x11, 0xe6, 0x20, 0xb0, 0x20, 0xe6, 0x21, 0xb0, 0x04, 0xe6, 0x21, 0xb0, 0x01, 0xe6, 0x21, // the first PIC's vectors from 0x20
                0xb0, 0xef, 0xe6, 0x21, // all masked but IRQ 4
                0xba, 0xfc, 0x03, 0xb0, 0x08, 0xee, // MCR: OUT2
                0xba, 0xf9, 0x03, 0xb0, 0x01, 0xee, // IER: received
                }, say("?"), new int[] {0xfb, 0xf4, 0xeb, 0xfd})); // sti; hlt; jmp hlt
        put(0x24 * 4, 0x00, 0x20, 0, 0);
        put(0x2000, join(new int[] {0xba, 0xf8, 0x03, 0xec, 0x40, 0xee}, POWER_OFF)); // in al, dx; inc ax; out dx, al; power off
        vm.runUntil(Condition.console("?"));
        vm.type("A");
        assertEquals("B", vm.runUntil(Condition.powerOff()).console());
    }

    @Test
    void anEventOfADeviceComesInRealTime() {
        build(0xeb, 0xfe);
        RunResult result = vm.runUntil(Condition.time(Duration.ofMillis(50)));
        assertTrue(result.seconds() >= 0.05 && result.seconds() < 5, result.toString());
        assertTrue(result.ticks() >= 50_000_000 / 16, result.toString());
    }

    @Test
    void aResetBeginsAgainWithTheMemoryAsItWasPrepared() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).memoryMiB(1).build();
        // At 0x7c00, as a boot sector: counts in memory that a reset clears, in a port's device that it does not.
        int[] boots = {0};
        vm.ports().add(0x99, 1, new MmioDevice() {
            @Override
            public String name() {
                return "count";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return boots[0]++;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
            }
        });
        byte[] code = bytes(join(new int[] {0xfe, 0x06, 0x00, 0x50, // inc byte [0x5000]
                0xa0, 0x00, 0x50, 0x04, 0x30, 0xba, 0xf8, 0x03, 0xee, // say what is there
                0xe4, 0x99, 0x3c, 0x02, 0x74, 0x06, // the third time it goes on
                0xba, 0x02, 0x06, 0xb0, 0x01, 0xee}, POWER_OFF)); // reset
        vm.boot().kernel("sector", code).prepare();
        RunResult result = vm.run();
        assertInstanceOf(Exit.PowerOff.class, result.exit());
        assertEquals("111", result.console());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void aTripleFaultSaysWhereAndInWhichMode() {
        build(0x0f, 0x0b);
        vm.cpu(0).set("idt.limit", 0);
        var stuck = vm.tryRunUntil(Condition.powerOff().seconds(2));
        assumeTrue(stuck.exit() instanceof Exit.Stuck, "this host's KVM (in software) does not shut a CPU down in real mode: " + stuck);
        assertTrue(stuck.exit().toString().contains("triple fault"), stuck.toString());
    }

    @Test
    void whatKvmCannotPromiseIsRefusedWithTheReason() {
        build(0xeb, 0xfe);
        for (Runnable call : List.<Runnable>of(() -> vm.fingerprint(), () -> vm.save(), () -> vm.run(1000), () -> vm.runUntil(Condition.instructions(5)),
                () -> vm.runUntil(Condition.idle()), () -> vm.cpu(0).retired())) {
            var e = assertThrows(UnsupportedOperationException.class, call::run);
            assertTrue(e.getMessage().contains("count"), e.getMessage());
        }
        var other = assertThrows(IllegalArgumentException.class, () -> Vm.builder("other").cpu(Cpu.KVM).board(Board.VIRT).build());
        assertEquals("board virt is for arm64, and KVM on this host runs guests of x86-64 only; use board(Board.PC_LITE), or cpu(Cpu.EMULATED)", other.getMessage());
        var gic = assertThrows(IllegalArgumentException.class, () -> Vm.builder("other").cpu(Cpu.KVM).gic(2).build());
        assertEquals("gic(2) is for emulated CPUs; the interrupt controller of a VM on KVM is in the kernel: a GICv3 without ITS", gic.getMessage());
        var pc = assertThrows(IllegalArgumentException.class, () -> Vm.builder("other").board(Board.PC_LITE).build());
        assertTrue(pc.getMessage().startsWith("board pc-lite is for x86-64"), pc.getMessage());
    }

    @Test
    void theStateOfACpuIsSavedAndRestored() {
        build(0xb8, 0x34, 0x12, 0xeb, 0xfe); // mov ax, 0x1234; jmp itself
        vm.step();
        var cpu = vm.cpu(0).cpu();
        var saved = cpu.save();
        var names = new ArrayList<>(cpu.registerNames());
        names.remove("tsc"); // goes on
        var before = names.stream().map(cpu::get).toList();
        for (String name : List.of("rax", "r9", "cs.base", "xmm3.d[1]", "lstar", "gdt.base")) {
            cpu.set(name, 0x5000);
            assertEquals(0x5000, cpu.get(name), name);
        }
        cpu.restore(saved);
        assertEquals(before, names.stream().map(cpu::get).toList());
        var e = assertThrows(IllegalArgumentException.class, () -> cpu.get("rax1"));
        assertEquals("there is no register 'rax1'; did you mean 'rax'?", e.getMessage());
    }

    @Test
    void aDeviceThatThrowsEndsTheRunWhereItWasCalled() {
        build(0xe4, 0x99, 0xeb, 0xfe); // in al, 0x99; jmp to itself
        vm.ports().add(0x99, 1, new MmioDevice() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                throw new IllegalStateException("a mistake in a cell");
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
            }
        });
        assertEquals("a mistake in a cell", assertThrows(IllegalStateException.class, () -> vm.run()).getMessage());
        assertFalse(vm.tryRunUntil(Condition.powerOff().seconds(0.05)).met(), "it can be run again");
    }

    @Test
    void anErrorOfADeviceEndsTheRunToo() {
        build(0xe4, 0x99, 0xeb, 0xfe);
        vm.ports().add(0x99, 1, device("broken", () -> {
            throw new StackOverflowError("a mistake in a cell");
        }));
        assertEquals("a mistake in a cell", assertThrows(StackOverflowError.class, () -> vm.run()).getMessage());
        assertFalse(vm.tryRunUntil(Condition.powerOff().seconds(0.05)).met(), "it can be run again");
    }

    /** A device that notes how it is accessed, and reads as one value. */
    private static MmioDevice noting(List<String> seen, long answer) {
        return new MmioDevice() {
            @Override
            public String name() {
                return "cell";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                seen.add("read " + sizeBytes + " at " + offset);
                return answer;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
                seen.add("write " + sizeBytes + " at " + offset + ": " + Long.toHexString(value));
            }
        };
    }

    private static MmioDevice device(String name, Runnable atAnAccess) {
        return new MmioDevice() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long read(long offset, int sizeBytes) {
                atAnAccess.run();
                return 0;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
                atAnAccess.run();
            }
        };
    }

    @Test
    void aStepOfAnInstructionWhoseTwoAccessesBothThrowLeavesTheCpuAlive() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).boardMemory(0x1_0000).build();
        put(CODE, 0xa4, 0x40, 0x40); // movsb, from DS:SI to ES:DI; inc ax, twice
        vm.cpu(0).set("rip", CODE).set("rsi", 0).set("rdi", 8).set("rax", 0);
        vm.cpu(0).set("ds", 0x2000).set("ds.base", 0x2_0000).set("es", 0x2000).set("es.base", 0x2_0000);
        vm.add(0x2_0000, 0x1000, device("broken", () -> {
            throw new IllegalStateException("a mistake in a cell");
        }));
        assertThrows(IllegalStateException.class, () -> vm.step());
        vm.cpu(0).set("rip", CODE + 1);
        assertInstanceOf(Exit.Limit.class, vm.step(2).exit());
        assertEquals(2, vm.cpu(0).get("rax"));
    }

    @Test
    void aStepThatDoesNotComeToItsEndCanBeGivenUp() throws Exception {
        build(0x40, 0xeb, 0xfe); // inc ax
        vm.cpu(0).cpu().powerOff(); // until another CPU starts it, and there is none
        var stepping = CompletableFuture.supplyAsync(() -> vm.step());
        Thread.sleep(100);
        assertFalse(stepping.isDone());
        vm.pause();
        assertEquals(new Exit.Stopped("pause() was called"), stepping.get(5, TimeUnit.SECONDS).exit());
    }

    @Test
    void noStepIsLostOrDoneTwiceWhenSomebodyReadsRegistersMeanwhile() throws Exception {
        int rounds = 1000;
        build(0xe4, 0x99, 0x43, 0xeb, 0xfb); // in al, 0x99; inc bx; jmp in
        int[] asked = {0};
        vm.ports().add(0x99, 1, device("slow", () -> {
            if (++asked[0] % 20 == 0) {
                LockSupport.parkNanos(3_000_000); // long enough that somebody comes in the middle of the instruction
            }
        }));
        vm.cpu(0).set("rbx", 0);
        var stepping = CompletableFuture.supplyAsync(() -> vm.step(3 * rounds));
        int reads = 0;
        while (!stepping.isDone()) {
            vm.cpu(0).get("rbx");
            reads++;
        }
        assertEquals(3 * rounds, stepping.get().instructions());
        assertEquals(List.of((long) rounds, (long) rounds, (long) CODE), List.of(vm.cpu(0).get("rbx"), (long) asked[0], vm.cpu(0).pc()), "after " + reads + " reads");
        assertTrue(reads > 10, "only " + reads + " reads");
    }

    @Test
    void registersThatAreReadTogetherAreThoseOfOneMoment() throws Exception {
        build(0x40, 0x43, 0xeb, 0xfc); // inc ax; inc bx; jmp inc ax
        vm.cpu(0).set("rax", 0).set("rbx", 0);
        var running = CompletableFuture.supplyAsync(() -> vm.run());
        long last = 0;
        for (int i = 0; i < 200 || last == 0 && i < 10_000; i++) {
            LockSupport.parkNanos(100_000); // a guest that is asked without a pause comes to nothing
            long[] now = vm.cpu(0).cpu().get(List.of("rax", "rip", "rbx"));
            assertEquals(now[0] & 0xffff, now[2] + (now[1] == CODE + 1 ? 1 : 0) & 0xffff, "AX and BX at 0x" + Long.toHexString(now[1]));
            last = now[0];
        }
        assertTrue(last > 0, "it ran");
        vm.pause();
        running.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatTheGuestAndTheHostWriteIsInTheDirtyPages() {
        build(join(new int[] {0xc6, 0x06, 0x00, 0x30, 0x01}, // mov byte [0x3000], 1
                new int[] {0xc6, 0x06, 0x00, 0x50, 0x01, 0xf4, 0xeb, 0xfd}));
        var ram = vm.memory().slots().getFirst();
        vm.step();
        assertTrue(vm.memory().dirtyPages(ram).get(3), "before anything is logged, what is not zero was written");
        vm.memory().writeByte(0x3000, 0);
        vm.cpu(0).set("rip", CODE);
        vm.memory().clearDirty();
        assertTrue(vm.memory().dirtyPages(ram).isEmpty(), vm.memory().dirtyPages(ram).toString());
        vm.step(2);
        vm.memory().writeByte(0x7000, 1);
        assertEquals("{3, 5, 7}", vm.memory().dirtyPages(ram).toString());
        assertEquals("{3, 5, 7}", vm.memory().dirtyPages(ram).toString(), "asked again");
        vm.memory().clearDirty();
        assertTrue(vm.memory().dirtyPages(ram).isEmpty());
        vm.cpu(0).set("rip", CODE + 5);
        vm.step();
        assertEquals("{5}", vm.memory().dirtyPages(ram).toString());
        vm.cpu(0).set("rip", CODE);
        vm.step();
        vm.memory().clearDirty();
        assertTrue(vm.memory().dirtyPages(ram).isEmpty(), "what nobody asked for is forgotten too");
    }

    @Test
    void whatASecondCpuDoesWhileARunEndsIsWhatTheNextRunEndsWith() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).memoryMiB(1).cpus(2).build();
        put(CODE, 0xe6, 0x99, 0xeb, 0xfe); // out 0x99, al; jmp to itself
        put(0x2000, join(new int[] {0x80, 0x3e, 0x00, 0x50, 0x01, 0x75, 0xf9}, POWER_OFF, new int[] {0xeb, 0xfe})); // cmp byte [0x5000], 1; jne cmp; power off
        vm.cpu(0).set("rip", CODE);
        var second = (X86Vcpu) ((KvmCpu) vm.cpu(1).cpu()).arch();
        second.start(X86Start.real(0, 0x2000));
        second.vcpu().mpState(0); // it runs, without INIT and SIPI
        vm.ports().add(0x99, 1, device("slow", () -> {
            vm.memory().writeByte(0x5000, 1);
            LockSupport.parkNanos(300_000_000); // the second CPU comes to its OUT meanwhile, and waits for the devices
            vm.scheduler().leave(new Exit.Stopped("the first CPU's device"));
        }));
        assertEquals(new Exit.Stopped("the first CPU's device"), vm.run().exit());
        assertInstanceOf(Exit.PowerOff.class, vm.tryRunUntil(Condition.time(Duration.ofSeconds(5))).exit());
    }

    @Test
    void theSecondCpuWaitsForTheFirstToStartIt() {
        vm = Vm.builder("kvm-test").cpu(Cpu.KVM).memoryMiB(1).cpus(2).build();
        assertTrue(vm.cpu(0).cpu().poweredOn());
        assertFalse(vm.cpu(1).cpu().poweredOn(), "it waits for INIT and SIPI");
        assertInstanceOf(X86Vcpu.class, ((dev.cellvisor.cpu.kvm.KvmCpu) vm.cpu(1).cpu()).arch());
    }

    @Test
    void theSharedPageSaysWhatAnAccessIsWhileItIsServed() {
        RunPage[] page = new RunPage[1];
        build(join(new int[] {0xb0, 0x41, 0xe6, 0x99}, POWER_OFF)); // mov al, 'A'; out 0x99, al
        vm.ports().add(0x99, 1, new MmioDevice() {
            @Override
            public String name() {
                return "keeper";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return 0;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
                page[0] = ((KvmCpu) vm.cpu(0).cpu()).runPage();
            }
        });
        vm.run();
        assertEquals("OUT 1 × 1 bytes at port 0x99", page[0].exit().toString());
        assertEquals("2, KVM_EXIT_IO", page[0].fields().stream().filter(field -> field.name().equals("exit_reason")).findFirst().orElseThrow().value());
        var port = page[0].fields().stream().filter(field -> field.name().equals("io.port")).findFirst().orElseThrow();
        assertEquals(List.of(34, 2, "0x99"), List.of(port.offset(), port.sizeBytes(), port.value()));
        assertEquals(0x99, page[0].bytes()[34] & 0xff);
        assertTrue(Views.of(page[0]).svg().contains("io.port"));
    }

    @Test
    void manyVmsComeAndGoWithoutLeavingAnythingOpen() {
        build(POWER_OFF);
        vm.run();
        vm.close();
        int fds = Fd.openCount();
        int maps = Mapping.openCount();
        for (int i = 0; i < 10; i++) {
            build(POWER_OFF);
            assertInstanceOf(Exit.PowerOff.class, vm.run().exit());
            assertThrows(IllegalArgumentException.class, () -> Vm.builder("kvm-other").cpu(Cpu.KVM).board(Board.VIRT).build());
            assertThrows(AddressException.class, () -> Vm.builder("kvm-other").cpu(Cpu.KVM).memory(0, 0x1_0000).memory(0xd000_0000L, 0x1000).build(), "RAM where a device is");
            var many = assertThrows(IllegalArgumentException.class, () -> Vm.builder("kvm-other").cpu(Cpu.KVM).board(Board.EMPTY).cpus(50_000).boardMemory(0x1000).build());
            assertTrue(many.getMessage().startsWith("50000 CPUs were asked for; KVM on this host gives a VM at most "), many.getMessage());
            vm.close();
        }
        assertEquals(Collections.nCopies(2, 0), List.of(Fd.openCount() - fds, Mapping.openCount() - maps));
        assertEquals(0, Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("vcpu")).count(), "threads of vCPUs");
    }
}
