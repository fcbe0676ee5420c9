package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmExit;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What this host's KVM can do, found out by guests of a few instructions: the names of capabilities do not tell whether guest code runs on the CPU or is
 * interpreted, nor which of the debug facilities work. A guest that does not come back is stopped after two seconds.
 */
public final class X86Probe {
    private static final int RAM_BYTES = 0x20_0000;
    private static final long CODE = 0x10_0000;
    private static final long TABLES = 0x1000;
    private static final long GDT = 0x500;
    private static final long STACK = 0x8000;
    private static final int PORT = 0x99;
    private static final int LIMIT_SECONDS = 2;
    /** Below this, guest code is interpreted: the slowest CPU with KVM is far above. */
    private static final double NATIVE_PER_SECOND = 50e6;
    private static final int LOOPS = 400_000;
    private static final int INSTRUCTIONS_PER_LOOP = 2;
    private static final int EXITS = 5_000;
    private static final int SOFTWARE_BREAKPOINTS = 0x1_0001;

    private X86Probe() {
    }

    /** Tries it all; takes a few seconds at most. */
    public static List<Finding> run(Kvm kvm) {
        X86Cpuid cpuid = X86Cpuid.supported(kvm);
        List<Finding> findings = new ArrayList<>();
        findings.add(speed(kvm, cpuid));
        findings.add(exits(kvm, cpuid));
        findings.add(vectors(kvm, cpuid));
        findings.add(step(kvm, cpuid));
        findings.add(hardwareBreakpoint(kvm, cpuid));
        findings.add(softwareBreakpoint(kvm, cpuid));
        findings.add(kick(kvm, cpuid));
        return List.copyOf(findings);
    }

    private static Finding speed(Kvm kvm, X86Cpuid cpuid) {
        return tried("guest kernel code", kvm, cpuid, new int[] {0xb9, LOOPS & 0xff, LOOPS >> 8 & 0xff, LOOPS >> 16, 0, // mov ecx, LOOPS
                0xff, 0xc9, 0x75, 0xfc, // dec ecx; jnz
                0xe6, PORT}, guest -> {
                    long start = System.nanoTime();
                    KvmExit exit = guest.run();
                    double seconds = (System.nanoTime() - start) / 1e9;
                    boolean done = exit instanceof KvmExit.Io;
                    double counted = done ? LOOPS : LOOPS - guest.get("rcx");
                    double rate = counted * INSTRUCTIONS_PER_LOOP / seconds;
                    return rate > NATIVE_PER_SECOND
                            ? new Finding("guest kernel code", true, format("runs on the CPU itself (more than %.0f million instructions a second)", NATIVE_PER_SECOND / 1e6))
                            : new Finding("guest kernel code", false, format("is interpreted: about %.1f million instructions a second; a Linux guest would take hours", rate / 1e6));
                });
    }

    private static Finding exits(Kvm kvm, X86Cpuid cpuid) {
        return tried("exits to user space", kvm, cpuid, new int[] {0xe6, PORT, 0xeb, 0xfc}, guest -> { // out PORT, al; jmp out
            guest.run();
            long start = System.nanoTime();
            int count = 0;
            while (count < EXITS && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1) && guest.run() instanceof KvmExit.Io) {
                count++;
            }
            double micros = (System.nanoTime() - start) / 1e3 / Math.max(1, count);
            return new Finding("exits to user space", count > 0, format("%.1f µs each, port writes", micros));
        });
    }

    private static Finding vectors(Kvm kvm, X86Cpuid cpuid) {
        return tried("SSE in guest kernel code", kvm, cpuid, new int[] {0x0f, 0x20, 0xe0, 0x66, 0x0d, 0x00, 0x06, 0x0f, 0x22, 0xe0, // cr4 |= OSFXSR | OSXMMEXCPT
                0x66, 0x0f, 0xef, 0xc0, // pxor xmm0, xmm0
                0xe6, PORT}, guest -> {
                    KvmExit exit = guest.run();
                    return new Finding("SSE in guest kernel code", exit instanceof KvmExit.Io, exit instanceof KvmExit.Io ? "works" : "fails: " + said(exit));
                });
    }

    private static Finding step(Kvm kvm, X86Cpuid cpuid) {
        return tried("single-step", kvm, cpuid, new int[] {0x90, 0x90, 0xe6, PORT}, guest -> {
            guest.debug(3, 0);
            KvmExit exit = guest.run();
            boolean works = exit instanceof KvmExit.DebugX86 && guest.get("rip") == CODE + 1;
            return new Finding("single-step", works, works ? "works" : "fails: " + said(exit));
        });
    }

    private static Finding hardwareBreakpoint(Kvm kvm, X86Cpuid cpuid) {
        return tried("hardware breakpoints", kvm, cpuid, new int[] {0x90, 0x90, 0xe6, PORT}, guest -> {
            guest.debug(0x2_0001, CODE + 1);
            KvmExit exit = guest.run();
            boolean works = exit instanceof KvmExit.DebugX86 && guest.get("rip") == CODE + 1;
            return new Finding("hardware breakpoints", works, works ? "work, four of them" : "fail: " + said(exit));
        });
    }

    private static Finding softwareBreakpoint(Kvm kvm, X86Cpuid cpuid) {
        return tried("software breakpoints", kvm, cpuid, new int[] {0x90, 0xcc, 0xe6, PORT}, guest -> {
            guest.debug(SOFTWARE_BREAKPOINTS, 0);
            KvmExit exit = guest.run();
            boolean works = exit instanceof KvmExit.DebugX86 debug && debug.exception() == 3;
            return new Finding("software breakpoints", works, works ? "work" : "fail: " + said(exit));
        });
    }

    private static Finding kick(Kvm kvm, X86Cpuid cpuid) {
        return tried("stopping from another thread", kvm, cpuid, new int[] {0xeb, 0xfe}, guest -> {
            long[] asked = new long[1];
            var kicker = new Thread(() -> {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                asked[0] = System.nanoTime();
                guest.vcpu.kick();
            });
            kicker.start();
            boolean back = !guest.vcpu.enter();
            long micros = (System.nanoTime() - asked[0]) / 1000;
            try {
                kicker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Finding("stopping from another thread", back, format("works, in %d µs", micros));
        });
    }

    private static String said(KvmExit exit) {
        return exit instanceof KvmExit.Interrupted ? "no end in " + LIMIT_SECONDS + " s" : exit.toString();
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    @FunctionalInterface
    private interface Trial {
        Finding of(Guest guest);
    }

    private static Finding tried(String what, Kvm kvm, X86Cpuid cpuid, int[] code, Trial trial) {
        try (var guest = new Guest(kvm, cpuid, code); var watchdog = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            watchdog.schedule(guest.vcpu::kick, LIMIT_SECONDS, TimeUnit.SECONDS);
            Finding finding = trial.of(guest);
            watchdog.shutdownNow();
            return finding;
        } catch (KvmException e) {
            return new Finding(what, false, "fails: " + e.getMessage());
        }
    }

    /** A guest in long mode with 2 MiB. */
    private static final class Guest implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final KvmVm vm;
        private final KvmVcpu vcpu;

        Guest(Kvm kvm, X86Cpuid cpuid, int[] code) {
            MemorySegment ram = HostMemory.allocate(RAM_BYTES, arena);
            for (int i = 0; i < code.length; i++) {
                ram.set(ValueLayout.JAVA_BYTE, CODE + i, (byte) code[i]);
            }
            X86Start start = X86Start.longMode(CODE, STACK, GDT, TABLES, Map.of());
            for (int i = 0; i < start.gdtEntries().length; i++) {
                ram.set(ValueLayout.JAVA_LONG, GDT + 8L * i, start.gdtEntries()[i]);
            }
            ram.set(ValueLayout.JAVA_LONG, TABLES, TABLES + 0x1000 | 3);
            ram.set(ValueLayout.JAVA_LONG, TABLES + 0x1000, TABLES + 0x2000 | 3);
            ram.set(ValueLayout.JAVA_LONG, TABLES + 0x2000, 0x83); // one page of 2 MiB
            vm = kvm.createVm();
            try {
                vm.setMemory(0, 0, ram, 0);
                var arch = new X86Vcpu(kvm, vm.createVcpu(0), cpuid, false);
                vcpu = arch.vcpu();
                arch.start(start);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        KvmExit run() {
            return vcpu.run();
        }

        long get(String register) {
            return new X86Registers(vcpu).get(register);
        }

        void debug(int control, long breakpoint) {
            MemorySegment debug = X86Structs.GUEST_DEBUG.allocate(arena);
            X86Structs.GUEST_DEBUG.set(debug, "control", control).set(debug, "arch.debugreg", 0, breakpoint).set(debug, "arch.debugreg", 7, breakpoint != 0 ? 0x402 : 0x400);
            vcpu.set("KVM_SET_GUEST_DEBUG", Ioctl.SET_GUEST_DEBUG_X86, debug);
        }

        @Override
        public void close() {
            vm.close();
            arena.close();
        }
    }
}
