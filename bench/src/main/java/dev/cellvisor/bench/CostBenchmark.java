package dev.cellvisor.bench;

import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.vm.Vm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What each thing that a guest does costs, by a guest that does nothing else: {@link Cost}. It matters since a boot is a sum of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CostBenchmark {
    /** How often an invocation does it: so often that what a run costs does not show. */
    static final int TIMES = 28_000;

    /** What. */
    @Param
    public Cost cost;

    private Vm vm;

    /** The guest has done its prologue and some rounds. */
    @Setup
    public void open() {
        vm = Vm.builder("cost").memoryMiB(Cost.RAM_MIB).engine(cost.engine).build();
        Cost.tables(vm.memory());
        byte[] prologue = cost.prologue.isEmpty() ? new byte[0] : assemble(Cost.RAM, cost.prologue);
        vm.memory().write(Cost.RAM, prologue);
        jump(Cost.RAM + prologue.length, Cost.LOOP);
        byte[] body = assemble(Cost.LOOP, cost.body);
        vm.memory().write(Cost.LOOP, body);
        jump(Cost.LOOP + body.length, Cost.LOOP);
        jump(Cost.BACK, Cost.LOOP);
        vm.memory().write(Cost.VECTOR, assemble(Cost.VECTOR, "eret\n"));
        vm.cpu(0).set("pc", Cost.RAM);
        vm.run(prologue.length / 4 + 1);
        run();
    }

    private static byte[] assemble(long address, String text) {
        return Assembler.assemble(address, text).bytes();
    }

    private void jump(long from, long to) {
        vm.memory().write(from, assemble(from, "b . + (%d)\n".formatted(to - from)));
    }

    /** Closes the VM. */
    @TearDown
    public void close() {
        vm.close();
    }

    /** Rounds of the loop. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Object run() {
        return vm.run((long) TIMES / cost.units * cost.instructions);
    }

    Vm vm() {
        return vm;
    }
}
