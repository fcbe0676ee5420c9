package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.vm.Vm;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code vm.step()} from Java, one instruction a call, on a guest that loads, adds, stores and branches; and the same in pieces of a hundred. Per second of the
 * thread's processor time and of wall time. It matters to whoever looks at a guest between two instructions: cells, searches, lockstep.
 */
final class Steps {
    private static final int CALLS = 3_000_000;
    private static final int WARM_UP = 3;
    private static final long RAM = 0x4000_0000L;

    private Steps() {
    }

    static List<Row> run(int runs) {
        for (Engine engine : List.of(Engine.AUTO, Engine.INTERPRETER)) {
            for (int piece : new int[] {1, 100}) {
                measure(runs, engine, piece);
            }
        }
        return List.of();
    }

    private static void measure(int runs, Engine engine, int piece) {
        var threads = ManagementFactory.getThreadMXBean();
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        try (Vm vm = Vm.builder("steps").memoryMiB(16).engine(engine).build()) {
            vm.memory().write(RAM, Assembler.assemble(RAM, """
                    adr x1, . + 0x4000
                    ldr x0, [x1]
                    add x0, x0, #1
                    str x0, [x1]
                    eor x2, x2, x0, lsr #3
                    b . - 16
                    """).bytes());
            vm.cpu(0).set("pc", RAM);
            int calls = CALLS / piece;
            for (int round = 0; round < WARM_UP + runs; round++) {
                long before = vm.clock().instructions();
                long startCpu = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                for (int i = 0; i < calls; i++) {
                    vm.step(piece);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                double cpuSeconds = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
                if (vm.clock().instructions() - before != (long) calls * piece) {
                    throw new IllegalStateException("%d steps executed %d instructions".formatted((long) calls * piece, vm.clock().instructions() - before));
                }
                if (round >= WARM_UP) {
                    cpu.add(calls / cpuSeconds / 1e6);
                    wall.add(calls / seconds / 1e6);
                }
            }
        }
        System.out.printf(Locale.ROOT, "figure: vm.step(%d), %s: %.2f million calls a CPU second, %.2f by the clock (medians of %d)%n", piece,
                engine.toString().toLowerCase(Locale.ROOT), Row.median(cpu), Row.median(wall), runs);
    }
}
