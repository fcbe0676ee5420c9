package dev.cellvisor.vm;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.EngineFaultException;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;

/** A program for {@link FaultContainmentTest}: spoils translated code of a guest in its own process, and runs it. Each line that it prints is a finding. */
final class FaultyEngine {
    private static final long RAM = 0x4000_0000L;
    private static final int PROT_ALL = 7;

    private FaultyEngine() {
    }

    /** {@code contained|bare PLANT…}, each being the host code to plant, in hexadecimal digits. */
    public static void main(String[] arguments) throws Throwable {
        VmBuilder builder = Vm.builder("faulty").memoryMiB(16).engine(Engine.NATIVE);
        if (arguments[0].equals("contained")) {
            builder.containFaults();
        }
        try (Vm vm = builder.build()) {
            vm.memory().write(RAM, Assembler.assemble(RAM, """
                    adr x1, . + 0x4000
                    ldr x0, [x1]
                    add x0, x0, #1
                    str x0, [x1]
                    eor x2, x2, x0, lsr #3
                    b . - 16
                    """).bytes());
            vm.cpu(0).set("pc", RAM);
            vm.run(10_000);
            Snapshot snapshot = vm.snapshot();
            vm.run(20_000);
            String right = vm.fingerprint();
            for (int i = 1; i < arguments.length; i++) {
                vm.restore(snapshot);
                plant(vm, HexFormat.of().parseHex(arguments[i]));
                System.out.println(arguments[i] + ": " + message(() -> vm.run(20_000)));
                System.out.println("again: " + message(() -> vm.run(1)).equals(message(vm::save)));
                vm.restore(snapshot);
                vm.run(20_000);
                System.out.println("as without: " + vm.fingerprint().equals(right));
            }
        }
        System.out.println("null pointers: " + nullPointers());
        System.out.println("stack overflow: " + overflow());
    }

    private static String message(Runnable action) {
        try {
            action.run();
            return "nothing happened";
        } catch (EngineFaultException e) {
            return e.getMessage();
        }
    }

    private static void plant(Vm vm, byte[] bytes) throws Throwable {
        EmittedCode code = vm.cpu(0).cpu().emitted(RAM + 4).orElseThrow();
        var mprotect = Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("mprotect"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
        int result = (int) mprotect.invokeExact(code.hostAddress() & -4096, 8192L, PROT_ALL);
        if (result != 0) {
            throw new IllegalStateException("the host refuses to make code writable for this test");
        }
        for (int i = 0; i < bytes.length; i++) {
            HostMemory.setByte(code.hostAddress() + i, bytes[i]);
        }
    }

    private static final class Holder {
        int value = 1;
    }

    /** Compiled, the JVM sees them by SIGSEGV. */
    private static int nullPointers() {
        int seen = 0;
        var some = new Holder();
        for (int i = 0; i < 200_000; i++) {
            try {
                seen += (i % 1000 == 999 ? null : some).value;
            } catch (NullPointerException e) {
                seen += 1000;
            }
        }
        return seen;
    }

    private static boolean overflow() {
        try {
            return deeper(1) < 0;
        } catch (StackOverflowError e) {
            return true;
        }
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
