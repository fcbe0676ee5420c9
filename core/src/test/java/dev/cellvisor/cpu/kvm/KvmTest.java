package dev.cellvisor.cpu.kvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.EventFd;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import dev.cellvisor.cpu.kvm.ffi.Mapping;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The binding on this host's /dev/kvm, with guests of a few instructions. A guest that does not come back fails its test after 20 s. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KvmTest {

    @BeforeEach
    void kvmOnX86() {
        assumeTrue(HostArch.HOST == HostArch.X86_64, "these guests are x86-64 code, and this host is not; ./cellvisor kvm-lab amd64 runs them elsewhere");
        Kvm.unavailable().ifPresent(reason -> assumeTrue(false, reason));
    }

    @Test
    void aHaltIsAnExitWhenNoInterruptControllerIsInTheKernel() {
        try (var guest = new RealModeGuest(0xb8, 0x34, 0x12, // mov ax, 0x1234
                0xf4)) { // hlt
            assertInstanceOf(KvmExit.Halt.class, guest.vcpu.run());
            assertEquals(0x1234, guest.get("rax"));
            assertEquals(RealModeGuest.CODE + 4, guest.get("rip"), "behind the HLT");
        }
    }

    @Test
    void portsOfEverySizeAreExitsBothWays() {
        try (var guest = new RealModeGuest(0xb8, 0x34, 0x12, // mov ax, 0x1234
                0xe6, 0x80, // out 0x80, al
                0xe7, 0x82, // out 0x82, ax
                0xba, 0xf8, 0x03, // mov dx, 0x3f8
                0x66, 0xef, // out dx, eax
                0xec, // in al, dx
                0x66, 0xed, // in eax, dx
                0xf4)) {
            List<String> seen = new ArrayList<>();
            for (KvmExit exit = guest.vcpu.run(); !(exit instanceof KvmExit.Halt); exit = guest.vcpu.run()) {
                var io = assertInstanceOf(KvmExit.Io.class, exit);
                MemorySegment data = guest.vcpu.page().asSlice(io.dataOffset(), io.sizeBytes());
                if (io.write()) {
                    long value = 0;
                    for (int i = io.sizeBytes() - 1; i >= 0; i--) {
                        value = value << 8 | data.get(ValueLayout.JAVA_BYTE, i) & 0xff;
                    }
                    seen.add("out %d at 0x%x: 0x%x".formatted(io.sizeBytes(), io.port(), value));
                } else {
                    seen.add("in %d at 0x%x, rax 0x%x".formatted(io.sizeBytes(), io.port(), guest.get("rax")));
                    for (int i = 0; i < io.sizeBytes(); i++) {
                        data.set(ValueLayout.JAVA_BYTE, i, (byte) (0xa0 + i));
                    }
                }
            }
            assertEquals(List.of("out 1 at 0x80: 0x34", "out 2 at 0x82: 0x1234", "out 4 at 0x3f8: 0x1234", "in 1 at 0x3f8, rax 0x1234",
                    "in 4 at 0x3f8, rax 0x12a0"), seen);
            assertEquals(0xa3a2a1a0L, guest.get("rax"));
        }
    }

    @Test
    void storesAndLoadsOfEverySizeWhereNoMemoryIsAreExits() {
        // DS is 0x2000, so that 0x20000, behind RAM, can be reached.
        try (var guest = new RealModeGuest(0xb8, 0x00, 0x20, // mov ax, 0x2000
                0x8e, 0xd8, // mov ds, ax
                0x66, 0xb8, 0x78, 0x56, 0x34, 0x12, // mov eax, 0x12345678
                0xa2, 0x10, 0x00, // mov [0x10], al
                0xa3, 0x12, 0x00, // mov [0x12], ax
                0x66, 0xa3, 0x14, 0x00, // mov [0x14], eax
                0xa0, 0x20, 0x00, // mov al, [0x20]
                0xa1, 0x22, 0x00, // mov ax, [0x22]
                0x66, 0xa1, 0x24, 0x00, // mov eax, [0x24]
                0xf4)) {
            List<String> seen = new ArrayList<>();
            for (KvmExit exit = guest.vcpu.run(); !(exit instanceof KvmExit.Halt); exit = guest.vcpu.run()) {
                var mmio = assertInstanceOf(KvmExit.Mmio.class, exit);
                seen.add(mmio.write() ? "store %d at 0x%x: 0x%x".formatted(mmio.sizeBytes(), mmio.address(), mmio.value())
                        : "load %d at 0x%x".formatted(mmio.sizeBytes(), mmio.address()));
                if (!mmio.write()) {
                    guest.vcpu.page().set(ValueLayout.JAVA_LONG_UNALIGNED, KvmRunLayout.MMIO_DATA, 0x8877665544332211L);
                }
            }
            assertEquals(List.of("store 1 at 0x20010: 0x78", "store 2 at 0x20012: 0x5678", "store 4 at 0x20014: 0x12345678", "load 1 at 0x20020",
                    "load 2 at 0x20022", "load 4 at 0x20024"), seen);
            assertEquals(0x44332211L, guest.get("rax"));
        }
    }

    @Test
    void completingAnAccessMovesOnBehindItAndNoFurther() {
        try (var guest = new RealModeGuest(0xe4, 0x80, // in al, 0x80
                0x40, // inc ax
                0xf4)) {
            var io = assertInstanceOf(KvmExit.Io.class, guest.vcpu.run());
            guest.vcpu.page().set(ValueLayout.JAVA_BYTE, io.dataOffset(), (byte) 7);
            guest.vcpu.complete();
            assertEquals(7, guest.get("rax") & 0xff);
            assertEquals(RealModeGuest.CODE + 2, guest.get("rip"), "INC is not executed yet");
            assertInstanceOf(KvmExit.Halt.class, guest.vcpu.run());
            assertEquals(8, guest.get("rax") & 0xff);
        }
    }

    @Test
    void slotsComeAndGoAndReadOnlyOnesMakeStoresExits() {
        try (var guest = new RealModeGuest(0xb8, 0x00, 0x20, // mov ax, 0x2000
                0x8e, 0xd8, // mov ds, ax
                0xa0, 0x00, 0x00, // mov al, [0]
                0xa2, 0x01, 0x00, // mov [1], al
                0xf4)) {
            MemorySegment rom = dev.cellvisor.memory.HostMemory.allocate(0x1000, guest.arena);
            rom.set(ValueLayout.JAVA_BYTE, 0, (byte) 0x5a);
            guest.vm.setMemory(1, 0x2_0000, rom, KvmVm.MEM_READONLY);
            assertEquals(new KvmExit.Mmio(0x2_0001, 1, true, 0x5a), guest.vcpu.run());
            guest.vcpu.complete();
            assertEquals(0, rom.get(ValueLayout.JAVA_BYTE, 1), "ROM stays");
            guest.vm.removeMemory(1);
            guest.set(guest.vcpu, "rip", RealModeGuest.CODE);
            assertEquals(new KvmExit.Mmio(0x2_0000, 1, false, 0), guest.vcpu.run(), "the load is an exit once the slot is gone");
        }
    }

    @Test
    void whatTheGuestWritesIsInTheDirtyLogOnce() {
        try (var guest = new RealModeGuest(0xc6, 0x06, 0x00, 0x30, 0x01, // mov byte [0x3000], 1
                0xc6, 0x06, 0x00, 0x50, 0x01, // mov byte [0x5000], 1
                0xf4)) {
            guest.vm.setMemory(0, 0, guest.ram, KvmVm.MEM_LOG_DIRTY_PAGES);
            assertInstanceOf(KvmExit.Halt.class, guest.vcpu.run());
            BitSet expected = new BitSet();
            expected.set(3);
            expected.set(5);
            assertEquals(expected, guest.vm.dirtyLog(0, RealModeGuest.RAM_BYTES));
            assertEquals(new BitSet(), guest.vm.dirtyLog(0, RealModeGuest.RAM_BYTES), "asked again");
        }
    }

    @Test
    void aDoorbellIsNoExitAndItsEventfdIsRaised() {
        try (var guest = new RealModeGuest(0xb8, 0x00, 0x20, // mov ax, 0x2000
                0x8e, 0xd8, // mov ds, ax
                0x66, 0xb8, 0x05, 0, 0, 0, // mov eax, 5
                0x66, 0xa3, 0x50, 0x00, // mov [0x50], eax
                0x66, 0xa3, 0x50, 0x00, // twice
                0x66, 0x40, // inc eax
                0x66, 0xa3, 0x50, 0x00, // another value
                0xf4); var event = new EventFd()) {
            var doorbell = KvmVm.Doorbell.mmio(0x2_0050, 4).of(5);
            guest.vm.ioeventfd(event, doorbell);
            assertEquals(new KvmExit.Mmio(0x2_0050, 4, true, 6), guest.vcpu.run(), "the value that is not its own is an exit");
            assertTrue(event.await(0));
            assertEquals(2, event.take());
            assertFalse(event.await(0), "taken");
            guest.vm.removeIoeventfd(event, doorbell);
            guest.set(guest.vcpu, "rip", RealModeGuest.CODE + 11);
            guest.vcpu.complete();
        }
    }

    /** A guest whose IRQ 4 writes port 0x99; it has told by port 0x98 that it waits for it. */
    private static RealModeGuest waiting() {
        var guest = new RealModeGuest(false, 0xb0, 0x11, 0xe6, 0x20, // mov al, 0x11; out 0x20, al: set up the first PIC, as firmware does:
                0xb0, 0x20, 0xe6, 0x21, 0xb0, 0x04, 0xe6, 0x21, 0xb0, 0x01, 0xe6, 0x21, // vectors from 0x20, cascade, 8086
                0xb0, 0xef, 0xe6, 0x21, // all masked but IRQ 4
                0xe6, 0x98, // out 0x98, al
                0xfb, // sti
                0xf4, // hlt
                0xeb, 0xfd); // jmp hlt
        guest.write(0x24 * 4, 0x00, 0x20, 0, 0); // IRQ 4 goes to 0:0x2000
        guest.write(0x2000, 0xb0, 0x20, 0xe6, 0x20, // mov al, 0x20; out 0x20, al: end of interrupt
                0xe6, 0x99, // out 0x99, al
                0xcf); // iret
        guest.vm.createIrqchip();
        guest.vcpu = guest.addVcpu(0, RealModeGuest.CODE);
        assertEquals(0x98, assertInstanceOf(KvmExit.Io.class, guest.vcpu.run()).port());
        return guest;
    }

    @Test
    void aLineOfTheControllerInTheKernelInterruptsTheGuest() {
        try (var guest = waiting()) {
            guest.vm.irqLine(4, true);
            guest.vm.irqLine(4, false);
            assertEquals(0x99, assertInstanceOf(KvmExit.Io.class, guest.vcpu.run()).port());
        }
    }

    @Test
    void anIrqfdInterruptsTheGuestWithoutAnIoctl() {
        try (var guest = waiting(); var event = new EventFd()) {
            guest.vm.irqfd(event, 4);
            event.signal();
            assertEquals(0x99, assertInstanceOf(KvmExit.Io.class, guest.vcpu.run()).port());
            guest.vm.removeIrqfd(event, 4);
        }
    }

    @Test
    void steppingStopsBehindEachInstruction() {
        try (var guest = new RealModeGuest(0x40, // inc ax
                0x40, 0xb8, 0x10, 0x00, // mov ax, 16
                0xf4)) {
            MemorySegment debug = X86Structs.GUEST_DEBUG.allocate(guest.arena);
            X86Structs.GUEST_DEBUG.set(debug, "control", 3); // enable, single-step
            guest.vcpu.set("KVM_SET_GUEST_DEBUG", Ioctl.SET_GUEST_DEBUG_X86, debug);
            long[] wanted = {1, 2, 5};
            for (long next : wanted) {
                assertEquals(1, assertInstanceOf(KvmExit.DebugX86.class, guest.vcpu.run()).exception());
                assertEquals(RealModeGuest.CODE + next, guest.get("rip"));
            }
            assertEquals(16, guest.get("rax"));
        }
    }

    @Test
    void aHardwareBreakpointStopsBeforeItsInstruction() {
        try (var guest = new RealModeGuest(0x40, 0x40, 0x40, 0xf4)) { // inc ax, three times
            MemorySegment debug = X86Structs.GUEST_DEBUG.allocate(guest.arena);
            X86Structs.GUEST_DEBUG.set(debug, "control", 0x2_0001) // enable, hardware breakpoints
                    .set(debug, "arch.debugreg", 0, RealModeGuest.CODE + 2).set(debug, "arch.debugreg", 7, 0x401 | 2);
            guest.vcpu.set("KVM_SET_GUEST_DEBUG", Ioctl.SET_GUEST_DEBUG_X86, debug);
            var stop = assertInstanceOf(KvmExit.DebugX86.class, guest.vcpu.run());
            assertEquals(RealModeGuest.CODE + 2, stop.pc());
            assertEquals(1, stop.dr6() & 0xf);
            assertEquals(2, guest.get("rax") & 0xffff);
        }
    }

    @Test
    void aKickFromAnotherThreadEndsARunOfAGuestThatNeverExits() throws InterruptedException {
        try (var guest = new RealModeGuest(0xeb, 0xfe)) { // jmp itself
            var inside = new CountDownLatch(1);
            var exit = new AtomicReference<KvmExit>();
            var thread = new Thread(() -> {
                guest.vcpu.bind();
                inside.countDown();
                exit.set(guest.vcpu.run());
                guest.vcpu.release();
            });
            thread.start();
            assertTrue(inside.await(10, TimeUnit.SECONDS));
            Thread.sleep(20); // in the guest by now
            guest.vcpu.kick();
            thread.join(10_000);
            assertFalse(thread.isAlive());
            assertInstanceOf(KvmExit.Interrupted.class, exit.get());
            assertInstanceOf(KvmExit.Interrupted.class, guest.vcpu.run(), "a kick holds until it is settled");
        }
    }

    @Test
    void severalVcpusRunAtOnceInOneMemory() throws InterruptedException {
        // Each vCPU's code stands at 0x1000 * (n + 1): it adds to a counter of its own, then waits until all have.
        try (var guest = new RealModeGuest(false)) {
            int vcpus = 4;
            for (int n = 0; n < vcpus; n++) {
                guest.write(0x1000 * (n + 1), 0xf0, 0xfe, 0x06, 0x00, 0x80, // lock inc byte [0x8000]
                        0x80, 0x3e, 0x00, 0x80, vcpus, // cmp byte [0x8000], vcpus
                        0x75, 0xf9, // jne cmp
                        0xf4);
            }
            List<Thread> threads = new ArrayList<>();
            List<KvmExit> exits = new ArrayList<>();
            for (int n = 0; n < vcpus; n++) {
                KvmVcpu vcpu = guest.addVcpu(n, 0x1000 * (n + 1));
                threads.add(new Thread(() -> {
                    KvmExit exit = vcpu.run();
                    synchronized (exits) {
                        exits.add(exit);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join(15_000);
            }
            assertEquals(vcpus, exits.size());
            assertTrue(exits.stream().allMatch(exit -> exit instanceof KvmExit.Halt), exits.toString());
            assertEquals(vcpus, guest.ram.get(ValueLayout.JAVA_BYTE, 0x8000));
        }
    }

    @Test
    void whatFailsSaysWhatItWasAndWhy() {
        try (var guest = new RealModeGuest(0xf4)) {
            var overlap = assertThrows(KvmException.class, () -> guest.vm.setMemory(1, 0x8000, guest.ram, 0));
            assertEquals("KVM_SET_USER_MEMORY_REGION: slot 1, 65536 bytes at 0x8000: EEXIST, it is there already", overlap.getMessage());
            assertEquals(Errno.EEXIST, overlap.errno());
            var twice = assertThrows(KvmException.class, () -> guest.vm.createVcpu(0));
            assertEquals("KVM_CREATE_VCPU 0: EEXIST, it is there already", twice.getMessage());
        }
        var missing = assertThrows(KvmException.class, () -> Kvm.open("/dev/no-kvm"));
        assertTrue(missing.getMessage().startsWith("/dev/no-kvm: it does not exist: load the module"), missing.getMessage());
        var other = assertThrows(KvmException.class, () -> Kvm.open("/dev/null"));
        assertEquals("KVM_GET_API_VERSION: ENOTTY, this KVM has no such call", other.getMessage());
    }

    @Test
    void nothingStaysOpenOnAnyPath() throws IOException {
        try (var guest = new RealModeGuest(0xf4)) {
            guest.vcpu.run(); // what is linked once is linked now
        }
        int fds = Fd.openCount();
        int mappings = Mapping.openCount();
        long files = openFiles();
        for (int i = 0; i < 20; i++) {
            try (var guest = new RealModeGuest(0xf4); var event = new EventFd()) {
                guest.addVcpu(1, RealModeGuest.CODE);
                guest.vm.ioeventfd(event, KvmVm.Doorbell.mmio(0x2_0000, 4));
                assertThrows(KvmException.class, () -> guest.vm.createVcpu(1));
                assertThrows(KvmException.class, () -> guest.vm.setMemory(1, 1, guest.ram, 0));
                guest.vcpu.run();
            }
            assertThrows(KvmException.class, () -> Kvm.open("/dev/null"));
        }
        assertArrayEquals(new int[] {fds, mappings}, new int[] {Fd.openCount(), Mapping.openCount()});
        assertEquals(files, openFiles(), "files of this process, as the host counts them");
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
