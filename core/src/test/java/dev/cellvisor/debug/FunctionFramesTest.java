package dev.cellvisor.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.Cells;
import dev.cellvisor.vm.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prologues and epilogues of many kinds, each executed: at every instruction the caller that is found is the one that called. */
class FunctionFramesTest {
    private static final long PROGRAM = 0x4000_0000L;
    private static final long FUNCTION = PROGRAM + 0x100;

    @ParameterizedTest
    @ValueSource(strings = {
        "nop; ret",
        "stp x29, x30, [sp, #-32]!; mov x29, sp; str x0, [sp, #16]; bl leaf; ldp x29, x30, [sp], #32; ret",
        "stp x29, x30, [sp, #-32]!; stp x19, x20, [sp, #16]; mov x29, sp; bl leaf; ldp x19, x20, [sp, #16]; ldp x29, x30, [sp], #32; ret",
        "stp x20, x19, [sp, #-32]!; stp x29, x30, [sp, #16]; add x29, sp, #16; bl leaf; ldp x29, x30, [sp, #16]; ldp x20, x19, [sp], #32; ret",
        "stp d9, d8, [sp, #-64]!; stp x29, x30, [sp, #32]; add x29, sp, #32; bl leaf; ldp x29, x30, [sp, #32]; ldp d9, d8, [sp], #64; ret",
        "sub sp, sp, #64; stp x29, x30, [sp, #48]; add x29, sp, #48; bl leaf; ldp x29, x30, [sp, #48]; add sp, sp, #64; ret",
        "sub sp, sp, #1, lsl #12; sub sp, sp, #32; stp x29, x30, [sp]; mov x29, sp; bl leaf; ldp x29, x30, [sp]; add sp, sp, #32; add sp, sp, #1, lsl #12; ret",
        "sub sp, sp, #48; stp x29, x30, [sp, #-32]!; mov x29, sp; bl leaf; ldp x29, x30, [sp], #32; add sp, sp, #48; ret",
        "stp x29, x30, [sp, #-16]!; mov x29, sp; sub sp, sp, #64; bl leaf; mov sp, x29; ldp x29, x30, [sp], #16; ret",
        "cbz x0, away; stp x29, x30, [sp, #-16]!; mov x29, sp; bl leaf; ldp x29, x30, [sp], #16; ret; away: nop; ret",
        "cbz x0, away; stp x29, x30, [sp, #-16]!; mov x29, sp; bl leaf; ldp x29, x30, [sp], #16; ret; away: stp x19, x20, [sp, #-16]!; nop; ldp x19, x20, [sp], #16; ret",
        "str x19, [sp, #-16]!; mov x19, x0; ldr x19, [sp], #16; ret",
        "stp x19, x20, [sp, #-16]!; cbz x0, away; ldp x19, x20, [sp], #16; ret; away: nop; ldp x19, x20, [sp], #16; ret",
    })
    void theCallerIsFoundAtEveryInstruction(String function) {
        for (long argument : new long[] {0, 1}) {
            try (Vm vm = Vm.builder("frames").memoryMiB(16).build()) {
                vm.load(PROGRAM, Cells.asm(PROGRAM, "bl function; b .; .balign 256; function: " + function + "; .balign 256; leaf: ret"));
                long leaf = FUNCTION + 0x100;
                Symbols symbols = Symbols.of(List.of(new Symbols.Symbol("start", PROGRAM), new Symbols.Symbol("function", FUNCTION), new Symbols.Symbol("leaf", leaf)));
                long top = 0x4080_0000L;
                vm.cpu(0).set("PC", PROGRAM).set("SP", top).set("X0", argument).set("X29", 0x1234).set("CPACR_EL1", 3 << 20);
                vm.step();
                int looks = 0;
                for (; vm.cpu(0).pc() != PROGRAM + 4; vm.step()) {
                    looks++;
                    CallStack stack = CallStack.of(symbols, vm.cpu(0).pc(), vm.cpu(0).get("SP"), vm.cpu(0).get("X29"), vm.cpu(0).get("X30"), vm.cpu(0).code(),
                            va -> vm.memory().contains(va, 8) ? vm.memory().readLong(va) : 0);
                    int caller = vm.cpu(0).pc() == leaf ? 2 : 1;
                    assertTrue(stack.frames().size() > caller, stack::toString);
                    assertEquals(PROGRAM + 4, stack.frames().get(caller).pc(), stack::toString);
                    assertEquals(top, stack.frames().get(caller).sp(), stack::toString);
                }
                assertTrue(looks >= 2);
            }
        }
    }

    @Test
    void wordsOfAnyKindGiveFramesThatDebuggersCanBeTold() {
        var random = new Random(7);
        int[] likely = {0xa9bf7bfd, 0xa9007bfd, 0xa98f7bfd, 0x910003fd, 0x917ffffd, 0xd10043ff, 0x910043ff, 0xa8c17bfd, 0xa9407bfd, 0xd65f03c0, 0x14000000, 0xf81f0ffe, 0xa9be4ff4, 0x910003bf};
        for (int i = 0; i < 20_000; i++) {
            int[] words = new int[1 + random.nextInt(24)];
            for (int k = 0; k < words.length; k++) {
                words[k] = random.nextInt(4) == 0 ? random.nextInt() : likely[random.nextInt(likely.length)];
            }
            long before = -1;
            List<String> said = new ArrayList<>();
            for (FunctionFrames.Frame frame : FunctionFrames.of(0, 4L * words.length - random.nextInt(4), pc -> words[(int) pc / 4])) {
                said.add(frame.toString());
                assertTrue(frame.distance() >= 0 && frame.saved() >= -1 && frame.from() >= before && frame.from() <= 4L * words.length, said::toString);
                before = frame.from();
            }
        }
    }

    @Test
    void aStackOfNothingEnds() {
        Symbols symbols = Symbols.of(List.of(new Symbols.Symbol("low", 0x1000), new Symbols.Symbol("odd", 0x2002), new Symbols.Symbol("high", 0xffff_8000_8000_0000L)));
        for (long pc : new long[] {0, 0x1000, 0x2004, 0xffff_8000_0000_0000L, 0xffff_8000_8000_0004L, -4}) {
            CallStack stack = CallStack.of(symbols, pc, 0, 0, 0xffff_7000_0000_0000L, address -> 0, address -> address + 0x1000);
            assertTrue(!stack.frames().isEmpty() && stack.frames().size() <= 100, stack::toString);
        }
    }
}
