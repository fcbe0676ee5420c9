package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.ExceptionTaken;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guests that go between exception levels, address spaces and pages at every few instructions ({@link ModesGuest}) leave the same registers, TLBs, RAM and facts behind in both engines, wherever their runs are cut. A
 * sample; {@code -Dcellvisor.full=true} runs thousands of them.
 */
class ModesTest {
    private static final long SEED = 20_261_126;
    private static final int SLICES = 60;

    private static final class Difference extends AssertionError {
        private static final long serialVersionUID = 1;

        Difference(String text) {
            super(text);
        }
    }

    /** Two machines, and what happens to both between two runs. */
    private static final class Both implements AutoCloseable {
        final ModesMachine interpreter;
        final ModesMachine host;
        private long instructions;
        private long exceptions;
        private long supervisorCalls;
        private int runs;

        Both(String model) {
            interpreter = new ModesMachine(model, Engine.INTERPRETER);
            host = new ModesMachine(model, Engine.NATIVE);
            interpreter.trace.add((instruction, fact) -> {
                if (fact instanceof ExceptionTaken taken) {
                    exceptions++;
                    supervisorCalls += taken.syndrome() >>> 26 == Exceptions.EC_SVC ? 1 : 0;
                }
            });
        }

        void each(Consumer<ModesMachine> action) {
            action.accept(interpreter);
            action.accept(host);
        }

        /** A guest, in pieces of some instructions, with something done between two of them. */
        void guest(long seed, BiConsumer<Both, SplittableRandom> between) {
            var random = new SplittableRandom(seed);
            var guest = ModesGuest.of(random, random.nextBoolean());
            each(machine -> machine.begin(guest));
            leaves = guest.leaves();
            long first = interpreter.cpu.retired();
            for (int slice = 0; slice < SLICES; slice++) {
                between.accept(this, random);
                int length = this.length > 0 ? this.length : random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1 + random.nextInt(600);
                long before = interpreter.cpu.retired();
                String expected = String.valueOf(interpreter.run(length));
                String found = String.valueOf(host.run(length));
                String where = "guest %d, slice %d of %d instructions from %d on".formatted(seed, slice, length, before);
                if (!expected.equals(found) || interpreter.cpu.retired() != host.cpu.retired()) {
                    throw new Difference("%s: interpreter %s after %d, native %s after %d".formatted(where, expected, interpreter.cpu.retired(), found, host.cpu.retired()));
                }
                if (!interpreter.state().equals(host.state())) {
                    throw new Difference(where + differences());
                }
                assertEquals(interpreter.facts, host.facts, where);
                assertEquals(interpreter.accesses, host.accesses, where);
                assertEquals(interpreter.pages(), host.pages(), where);
            }
            long apart = interpreter.slot.segment().mismatch(host.slot.segment());
            assertEquals(-1, apart, () -> "guest %d: RAM differs at 0x%x".formatted(seed, ModesGuest.RAM + apart));
            instructions += interpreter.cpu.retired() - first;
            assertEquals(interpreter.cpu.engineCounts().walks(), host.cpu.engineCounts().walks(), () -> "guest %d: walks".formatted(seed));
            runs++;
        }

        /** Where the guest's descriptors of pages are. */
        List<Long> leaves;
        /** How long the next piece is to be; 0 if that does not matter. */
        int length;

        private String differences() {
            var text = new StringBuilder();
            for (String name : interpreter.cpu.registerNames()) {
                if (interpreter.cpu.get(name) != host.cpu.get(name)) {
                    text.append("%n%s is 0x%x in the interpreter, 0x%x in the native engine".formatted(name, interpreter.cpu.get(name), host.cpu.get(name)));
                }
            }
            return text.isEmpty() ? "; no register differs, so the TLBs do" : text.toString();
        }

        @Override
        public void close() {
            interpreter.close();
            host.close();
        }
    }

    @BeforeEach
    void thereIsAnEngine() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
    }

    private static void run(String model, int guests, String what, BiConsumer<Both, SplittableRandom> between, Consumer<Both> after) {
        long start = System.nanoTime();
        try (var both = new Both(model)) {
            for (int i = 0; i < guests; i++) {
                both.guest(SEED + i, between);
            }
            System.out.printf("figure: engine against engine%s, %s, %s: %d guests, %,d instructions, %,d walks, all equal (%.1f s)%n", Scale.FULL ? "" : " (a sample)", model, what, both.runs,
                    both.instructions, both.host.cpu.engineCounts().walks(), (System.nanoTime() - start) / 1e9);
            after.accept(both);
        }
    }

    /** Interrupts come and go between any two instructions, descriptors change under the TLB, pages are written and looked at by others. */
    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "max"})
    void modesAddressSpacesAndMisses(String model) {
        run(model, Scale.of(30, 3000), "interrupts, tables and pages changed in between", (both, random) -> {
            int n = random.nextInt(9);
            both.length = 0;
            both.each(machine -> machine.cpu.irqLine().set(false));
            long page = ModesGuest.DATA + 4096L * random.nextInt(ModesGuest.PAGES);
            switch (n) {
                case 0, 1 -> {
                    both.each(machine -> machine.cpu.irqLine().set(true));
                    both.length = 1 + random.nextInt(20); // an interrupt that stays is all that happens
                }
                case 2, 3 -> {
                    long leaf = both.leaves.get(random.nextInt(both.leaves.size()));
                    long descriptor = ModesGuest.descriptor(random, random.nextInt(ModesGuest.PAGES));
                    both.each(machine -> machine.memory.writeLong(leaf, descriptor));
                }
                case 4 -> both.each(machine -> machine.memory.clearDirty());
                case 5 -> both.each(machine -> machine.memory.writeInt(ModesGuest.USER + 8, machine.memory.readInt(ModesGuest.USER + 8)));
                case 6 -> both.each(machine -> machine.memory.watch(page));
                default -> { }
            }
        }, both -> {
            EngineReport report = both.host.cpu.engineReport();
            EngineReport.Left svc = left(report, "svc");
            EngineReport.Left eret = left(report, "eret");
            long slow = report.left().stream().filter(one -> one.operation().startsWith("LoadStore")).mapToLong(EngineReport.Left::count).sum();
            System.out.printf("figure: left to the interpreter were %,d of %,d SVC, %,d ERET after %,d exceptions, %,d loads and stores with %,d walks%n", svc.count(), both.supervisorCalls, eret.count(),
                    both.exceptions, slow, both.host.cpu.engineCounts().walks());
            assertTrue(eret.count() > 0 && eret.count() < both.exceptions / 2, eret.toString());
            assertTrue(model.equals("max") ? svc.count() < both.supervisorCalls * 2 / 3 : svc.count() == 0, svc.toString()); // landings of BTI are the meaning's
        });
    }

    /** A trace listens, the PMU counts, the guest steps itself or watches addresses, somebody looks at single accesses, and stops stand at vectors: each for some pieces, together too. */
    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "max"})
    void nobodyWhoLooksMissesAnything(String model) {
        run(model, Scale.of(20, 2000), "traced, counted, stepped, watched and stopped", (both, random) -> {
            boolean on = random.nextInt(3) == 0;
            long address = both.interpreter.cpu.get("x" + (20 + random.nextInt(4))) & -4096;
            long page = ModesGuest.DATA + 4096L * random.nextInt(ModesGuest.PAGES);
            long stop = random.nextBoolean() ? ModesGuest.USER + 4L * random.nextInt(60) : ModesGuest.VECTORS + List.of(0x400L, 0x1000L, 0x1800L, 0x180cL, 0x1820L).get(random.nextInt(5));
            switch (random.nextInt(8)) {
                case 0 -> both.each(machine -> machine.listen(on));
                case 1 -> both.each(machine -> {
                    machine.cpu.set("PMCR_EL0", on ? 1 : 0);
                    machine.cpu.set("PMCNTENSET_EL0", 0x8000_0003L);
                    machine.cpu.set("PMEVTYPER0_EL0", 0x09);
                    machine.cpu.set("PMEVTYPER1_EL0", 0x0a);
                });
                case 2 -> both.each(machine -> {
                    machine.cpu.set("OSLAR_EL1", 0);
                    machine.cpu.set("MDSCR_EL1", on ? 1 << 15 | 1 << 13 | 1 : 1 << 15);
                });
                case 3 -> both.each(machine -> {
                    machine.cpu.set("OSLAR_EL1", 0);
                    machine.cpu.set("MDSCR_EL1", 1 << 15 | 1 << 13);
                    machine.cpu.set("DBGWVR0_EL1", address);
                    machine.cpu.set("DBGWCR0_EL1", on ? 12 << 24 | 0xff << 5 | 3 << 3 | 3 << 1 | 1 : 0); // the whole page
                });
                case 4 -> both.each(machine -> machine.memory.observe(page, on));
                case 5 -> both.each(machine -> machine.memory.observeReads(page, on));
                case 6 -> both.each(machine -> machine.stop(stop, on));
                default -> both.each(machine -> machine.cpu.irqLine().set(on));
            }
        }, both -> { });
    }

    /** A guest whose SVC stands before its own vector takes it again and again: that is a loop without code, and both say so. */
    @Test
    void anExceptionAtItsOwnVectorIsSeenInBoth() {
        try (var both = new Both("cortex-a57")) {
            var text = new ArrayList<String>();
            both.each(machine -> {
                machine.cpu.reset(ModesGuest.VECTORS + 0x1fc, 0);
                machine.cpu.set("VBAR_EL1", ModesGuest.VECTORS);
                machine.memory.write(ModesGuest.VECTORS + 0x1fc, Assembler.assemble("svc #0\nb . - 4").bytes());
                machine.cpu.set("SPSR_EL1", 5);
                Exit exit = machine.run(1000);
                text.add(exit + " after " + machine.cpu.retired());
            });
            assertTrue(text.getFirst().startsWith("Stuck"), text.getFirst());
            assertEquals(text.getFirst(), text.getLast());
        }
    }

    private static EngineReport.Left left(EngineReport report, String meaning) {
        String name = "ExceptionGeneration." + meaning;
        return report.left().stream().filter(left -> left.operation().equals(name)).findFirst().orElse(new EngineReport.Left(name, 0, 0));
    }
}
