package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.vm.EngineLockstep;
import dev.cellvisor.vm.Vm;
import java.lang.reflect.Field;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two engines side by side: equal guests are found equal, and an emitter with one wrong bit is found to the block. */
class EngineLockstepTest {
    private static final long RAM = 0x4000_0000L;
    private static final String LOOP = """
            start:  adr x1, . + 0x4000
            loop:   ldr x0, [x1]
                    add x0, x0, #5
                    str x0, [x1]
                    eor x2, x2, x0, lsr #3
                    lsr x3, x0, #12
                    cbz x3, loop
                    mul x4, x4, x3
                    b loop
            """;

    @BeforeEach
    void thereIsAnEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
    }

    private static Vm guest(Engine engine) {
        Vm vm = Vm.builder("lockstep").memoryMiB(4).engine(engine).build();
        vm.memory().write(RAM, Assembler.assemble(RAM, LOOP).bytes());
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    @Test
    void theSameGuestIsTheSameOnBoth() {
        try (Vm vm = guest(Engine.NATIVE); var both = new EngineLockstep(vm)) {
            int[] compared = new int[1];
            assertTrue(both.run(200_000, 10_000, count -> compared[0]++).isEmpty());
            assertEquals(20, compared[0]);
            assertEquals(200_000, vm.clock().instructions());
            assertEquals(both.vms().getFirst().fingerprint(), both.vms().getLast().fingerprint());
        }
    }

    /** A jump to another page looks into the TLB before translated code finds that its budget is used up, and after it in the interpreter. */
    @Test
    void whereARunEndsBetweenTwoPagesDoesNotShow() {
        try (Vm vm = guest(Engine.NATIVE)) {
            vm.memory().write(RAM, Assembler.assemble(RAM, """
                    loop:   add x0, x0, #1
                            bl far
                            eor x2, x2, x0
                            b loop
                            .org 0x40002000
                    far:    add x3, x3, x0
                            ret
                    """).bytes());
            try (var both = new EngineLockstep(vm)) {
                assertEquals("", both.run(30_000, 601).map(Object::toString).orElse(""));
            }
        }
    }

    /** Flags that were saved are taken from the scratch register that still has them: not behind a sum that was left to its meaning, as that of a NaN is. */
    @Test
    void flagsOutliveAnInstructionThatIsLeftToItsMeaning() {
        try (Vm vm = guest(Engine.NATIVE)) {
            vm.memory().write(RAM, Assembler.assemble(RAM, """
                            mov x0, #0x300000
                            msr cpacr_el1, x0
                            isb
                            mov x5, #0x7ff8000000000000
                    loop:   add x0, x0, #3
                            and x7, x0, #0x30
                            cmp x7, #0
                            csel x6, x5, xzr, eq
                            fmov d1, x6
                            tst x0, #1
                            eor x2, x2, x0
                            csel x3, x3, x0, ne
                            tst x0, #2
                            fadd d2, d1, d3
                            csel x4, x4, x0, ne
                            ccmp x3, x4, #5, ne
                            fmul d4, d1, d1
                            cinc x8, x8, lt
                            b loop
                    """).bytes());
            try (var both = new EngineLockstep(vm)) {
                assertEquals("", both.run(60_000, 601).map(Object::toString).orElse(""));
            }
        }
    }

    @Test
    void aWrongBitInAnEmitterIsFoundToTheBlock() throws Exception {
        try (var fault = new Fault("DataProcessing3.madd64"); Vm vm = guest(Engine.NATIVE); var both = new EngineLockstep(vm)) {
            vm.cpu(0).set("x4", 3);
            both.vms().getLast().cpu(0).set("x4", 3);
            EngineLockstep.Difference difference = both.run(100_000, 10_000).orElseThrow();
            assertTrue(difference.found(), difference::toString);
            String text = difference.toString();
            // x0 grows by 5 in each round of six instructions; the first multiplication comes when it has reached 4096.
            long rounds = 4096 / 5 + 1;
            assertEquals(1 + 6 * rounds + 2, difference.instruction(), text);
            assertTrue(difference.guest().get(difference.guest().size() - 2).toString().contains("mul x4, x4, x3"), text);
            assertTrue(difference.states().registers().stream().anyMatch(register -> register.toString().contains("x4")), text);
            assertTrue(text.contains("machine code:") && text.contains("(") && difference.blocks().getFirst().rows().stream()
                    .anyMatch(row -> row.guest() != null && row.guest().text().startsWith("mul") && !row.host().isEmpty() && !row.meaning().isEmpty()), text);
        }
    }

    @Test
    void whatDoesNotComeAgainIsStillTold() {
        try (Vm vm = guest(Engine.NATIVE); var both = new EngineLockstep(vm)) {
            both.run(10_000, 10_000);
            both.vms().getLast().memory().writeLong(RAM + 0x20_0000, 1); // no engine's fault
            EngineLockstep.Difference difference = both.run(10_000, 10_000).orElseThrow();
            assertFalse(difference.found());
            assertEquals(RAM + 0x20_0000, difference.states().ranges().getFirst().address());
        }
    }

    @Test
    void onlyANativeEngineIsCompared() {
        try (Vm vm = guest(Engine.INTERPRETER)) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> new EngineLockstep(vm)).getMessage().contains("as asked for"));
        }
    }

    @Test
    void aBlockIsShownThreeWays() {
        try (Vm vm = guest(Engine.NATIVE)) {
            assertThrows(IllegalArgumentException.class, () -> vm.block(RAM + 4));
            vm.step(900);
            String text = vm.block(RAM + 4).toString();
            assertTrue(text.contains("add x0, x0, #0x5") && text.contains("| ") && text.lines().count() > 20, text);
            try (Vm other = guest(Engine.NATIVE)) {
                other.step(900);
                assertEquals(text, other.block(RAM + 4).toString(), "where the code stands in the host's memory is not told: two runs show the same");
            }
        }
    }

    /** One bit of an operation's result is wrong while this is open. */
    private static final class Fault implements AutoCloseable {
        private final Emitter[] table;
        private final int operation;
        private final Emitter right;

        Fault(String name) throws ReflectiveOperationException {
            Field emitters = Translator.class.getDeclaredField("TABLE");
            emitters.setAccessible(true);
            Field byOperation = Emitters.class.getDeclaredField("byOperation");
            byOperation.setAccessible(true);
            table = (Emitter[]) byOperation.get(emitters.get(null));
            operation = IntStream.range(InstructionTable.first(), InstructionTable.end()).filter(op -> InstructionTable.name(op).equals(name)).findFirst().orElseThrow();
            right = table[operation];
            table[operation] = new Emitter((t, d) -> {
                right.emit(t, d);
                t.b.clobberFlags();
                int result = t.b.use(Translator.d(d)); // its result, which is written back as it is then
                t.b.a.opImmediate(X64.OR, true, result, 1 << 7);
            }, right.setsFlags(), right.seesFlags());
        }

        @Override
        public void close() {
            table[operation] = right;
        }
    }
}
