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

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "max"})
    void itIsWhatCallsAndReturnsMakeOfIt(String model) {
        GuestImage image = FullGuest.image();
        try (Vm vm = Vm.builder("call stack").memoryMiB(256).cpuModel(model).build()) {
            image.on(vm).prepare();
            vm.runUntil(Condition.pc("start_kernel"));
            VmCpu cpu = vm.cpu(0);
            List<Long> returns = new ArrayList<>();
            returns.add(vm.symbols().address("start_kernel"));
            int compared = 0;
            int deepest = 0;
            Map<String, Integer> wrong = new TreeMap<>();
            for (int i = 0; i < STEPS; i++) {
                if (i % EVERY == 0) {
                    compared++;
                    deepest = Math.max(deepest, returns.size());
                    CallStack stack = cpu.callStack();
                    for (int depth = 1; depth < returns.size(); depth++) {
                        if (depth >= stack.frames().size() || stack.frames().get(depth).pc() != returns.get(returns.size() - depth)) {
                            wrong.merge("%s, frame %d of %d: %s".formatted(stack.frames().get(depth - 1).name(), depth, returns.size(), stack), 1, Integer::sum);
                            break;
                        }
                    }
                }
                long pc = cpu.pc();
                int word = vm.memory().readInt(cpu.translate(pc));
                vm.step();
                if ((word & 0xfc00_0000) == 0x9400_0000 || (word & 0xffff_fc1f) == 0xd63f_0000) { // bl, blr
                    returns.add(pc + 4);
                } else if ((word & 0xffff_fc1f) == 0xd65f_0000 || (word & 0xffff_fbff) == 0xd65f_0bff) { // ret, retaa, retab
                    assertEquals(cpu.pc(), returns.removeLast(), "this test's own stack");
                }
            }
            System.out.println("figure: call stacks, %s: %,d compared, of up to %d functions".formatted(model, compared, deepest));
            assertTrue(deepest > 8, () -> "no deep stacks");
            assertEquals(Map.of(), wrong);
        }
    }
}
