package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.vm.Vm;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the engines cost themselves: to decode, to translate, to be called, to step. It matters for all code that runs once, and for who looks at each instruction. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {
    /** Instructions of the straight code that is decoded and translated. */
    static final int WORDS = 1000;

    private static final long RAM = 0x4000_0000L;
    /** A function of libc that does next to nothing. */
    private static final MethodHandle NOTHING = HostMemory.asMmap("abs");

    private final Decoder decoder = new Decoder(CpuModel.of("cortex-a57").features());
    private final int[] words = new int[WORDS];
    private byte[] code;
    private Vm once;
    private Vm stepped;

    /** Ten kinds of instructions, again and again. */
    @Setup
    public void open() {
        var text = new StringBuilder("adr x9, . + 0x4000\n");
        String[] kinds = {"ldr x0, [x9, #8]", "add x1, x0, #1", "str x1, [x9, #16]", "eor x2, x2, x1, lsr #3", "cmp x2, x1", "csel x3, x1, x2, hi", "mul x4, x3, x2",
            "ubfx x5, x4, #3, #17", "ldp x6, x7, [x9, #32]", "subs x8, x6, x7"};
        for (int i = 0; i < WORDS - 2; i++) {
            text.append(kinds[i % kinds.length]).append('\n');
        }
        text.append("b . - %d%n".formatted((WORDS - 1) * 4));
        code = Assembler.assemble(RAM, text.toString()).bytes();
        for (int i = 0; i < WORDS; i++) {
            words[i] = (code[4 * i] & 255) | (code[4 * i + 1] & 255) << 8 | (code[4 * i + 2] & 255) << 16 | code[4 * i + 3] << 24;
        }
        once = vm("once", Engine.NATIVE);
        stepped = vm("stepped", Engine.AUTO);
    }

    private Vm vm(String name, Engine engine) {
        Vm vm = Vm.builder(name).memoryMiB(16).engine(engine).build();
        vm.memory().write(RAM, code);
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    /** Closes the VMs. */
    @TearDown
    public void close() {
        once.close();
        stepped.close();
    }

    /** The VM that translates again and again. */
    Vm translating() {
        return once;
    }

    /** A word to what the interpreter wants. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public long decode() {
        long sum = 0;
        for (int word : words) {
            sum += decoder.decode(word);
        }
        return sum;
    }

    /** All of it for code that has just been written: decoded, translated, and executed once. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public Object translate() {
        once.memory().write(RAM, code);
        return once.run(WORDS);
    }

    /** A call to native code and back, as emitted code is entered. */
    @Benchmark
    public long downcall() throws Throwable {
        return (long) NOTHING.invokeExact(1L, 0L, 0, 0, 0, 0L);
    }

    /** One instruction by {@code vm.step()}. */
    @Benchmark
    public Object step() {
        return stepped.step();
    }
}
