package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.debug.CallStack;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call stack is found from one look at a CPU: here beside one that is kept by watching every call and return of a starting Linux. */
class CallStackLinuxTest {
    private static final int STEPS = 400_000;
    private static final int EVERY = 37;

    /** Where a call comes back to, and the stack pointer there. */
    private record Call(long back, long sp) {
        static Call of(CallStack.Frame frame) {
            return new Call(frame.pc(), frame.sp());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "max"})
    void itIsWhatCallsAndReturnsMakeOfIt(String model) {
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("call stack").memoryMiB(256).cpuModel(model).build()) {
            image.on(vm).prepare();
            vm.runUntil(Condition.pc("start_kernel"));
            VmCpu cpu = vm.cpu(0);
            List<Call> calls = new ArrayList<>();
            calls.add(new Call(cpu.pc(), cpu.get("SP")));
            int compared = 0;
            int deepest = 0;
            Map<String, Integer> wrong = new TreeMap<>();
            for (int i = 0; i < STEPS; i++) {
                if (i % EVERY == 0) {
                    compared++;
                    deepest = Math.max(deepest, calls.size());
                    CallStack stack = cpu.callStack();
                    if (stack.frames().size() > calls.size() + 1) { // nothing but what calls start_kernel
                        wrong.merge("no end: " + stack, 1, Integer::sum);
                    }
                    for (int depth = 1; depth < calls.size(); depth++) {
                        if (depth >= stack.frames().size() || !calls.get(calls.size() - depth).equals(Call.of(stack.frames().get(depth)))) {
                            wrong.merge("%s, frame %d of %d: %s".formatted(stack.frames().get(depth - 1).name(), depth, calls.size(), stack), 1, Integer::sum);
                            break;
                        }
                    }
                }
                long pc = cpu.pc();
                int word = vm.memory().readInt(cpu.translate(pc));
                vm.step();
                if ((word & 0xfc00_0000) == 0x9400_0000 || (word & 0xffff_fc1f) == 0xd63f_0000) { // bl, blr
                    calls.add(new Call(pc + 4, cpu.get("SP")));
                } else if ((word & 0xffff_fc1f) == 0xd65f_0000 || (word & 0xffff_fbff) == 0xd65f_0bff) { // ret, retaa, retab
                    assertEquals(cpu.pc(), calls.removeLast().back(), "this test's own stack");
                }
            }
            System.out.println("figure: call stacks, %s: %,d compared, of up to %d functions".formatted(model, compared, deepest));
            assertTrue(deepest > 8, () -> "no deep stacks");
            assertEquals(Map.of(), wrong);
        }
    }
}
