package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.debug.Symbols;
import dev.cellvisor.view.Views;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program of two functions, of which one takes three quarters of the instructions: the profile says so, on both engines alike. */
class ProfileTest {
    private static final long RAM = 0x4000_0000L;
    private static final String PROGRAM = """
            start:  ldr x9, =0x40010000
                    mov sp, x9
            again:  bl light
                    bl heavy
                    b again
            light:  stp x29, x30, [sp, #-16]!
                    mov x29, sp
                    mov x0, #100
            l:      subs x0, x0, #1
                    b.ne l
                    ldp x29, x30, [sp], #16
                    ret
            heavy:  stp x29, x30, [sp, #-16]!
                    mov x29, sp
                    mov x0, #100
            h:      bl inner
                    subs x0, x0, #1
                    b.ne h
                    ldp x29, x30, [sp], #16
                    ret
            inner:  stp x29, x30, [sp, #-16]!
                    mov x29, sp
                    add x1, x1, #1
                    ldp x29, x30, [sp], #16
                    ret
            """;

    private static Vm guest(Engine engine) {
        Vm vm = Vm.builder("profiled-" + engine).memoryMiB(4).engine(engine).build();
        vm.memory().write(RAM, Assembler.assemble(RAM, PROGRAM).bytes());
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    private static Symbols names() {
        var program = Assembler.assemble(RAM, PROGRAM);
        return Symbols.of(Stream.of("start", "light", "heavy", "inner").map(name -> new Symbols.Symbol(name, program.labels().get(name))).toList());
    }

    @Test
    void theHeavyFunctionHasItsShareAndItsCaller() {
        try (Vm vm = guest(Engine.AUTO)) {
            Profile profile = vm.profile(101, ProfileTest::names);
            vm.run(2_000_000);
            assertEquals(2_000_000 / 101, profile.samples(), 1);
            double inner = profile.self().get("inner") / (double) profile.samples();
            double heavy = profile.total().get("heavy") / (double) profile.samples();
            // A round: light 205 instructions, heavy 805, of them inner 500, and three around them.
            assertEquals(500.0 / 1013, inner, 0.02, profile::toString);
            assertEquals(805.0 / 1013, heavy, 0.03, profile::toString);
            assertTrue(profile.stacks().keySet().stream().anyMatch(stack -> stack.endsWith("start;heavy;inner")), () -> profile.stacks().toString());
            assertTrue(profile.toString().contains("blocks and") && profile.toString().contains("page walks"), profile::toString);
        }
    }

    @Test
    void theSameRunGivesTheSameProfileOnBothEngines() {
        try (Vm one = guest(Engine.NATIVE); Vm two = guest(Engine.INTERPRETER)) {
            Profile first = one.profile(977, ProfileTest::names);
            Profile second = two.profile(977, ProfileTest::names);
            one.run(300_000);
            for (int i = 0; i < 3; i++) {
                two.run(100_000); // cut otherwise: no sample moves
            }
            assertEquals(first.stacks(), second.stacks());
            assertEquals(one.fingerprint(), two.fingerprint());
        }
    }

    @Test
    void itShowsAsAFlameGraph() {
        try (Vm vm = guest(Engine.AUTO)) {
            Profile profile = vm.profile(101, ProfileTest::names);
            vm.run(200_000);
            String picture = Views.of(profile).svg();
            assertTrue(picture.contains("flame graph") && picture.contains("inner 4"), picture);
            assertTrue(picture.contains("<title>inner, 4") && picture.contains(" samples</title>"), "a bar tells its share under the mouse: " + picture);
        }
    }

    @Test
    void anIntervalOfNothingIsRefused() {
        try (Vm vm = guest(Engine.AUTO)) {
            assertThrows(IllegalArgumentException.class, () -> vm.profile(0));
        }
    }
}
