package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.History;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Going back in a boot whose history is kept: to random instructions of it, with the history's own budget and with a tighter one, and to who wrote or where something was
 * last. Somebody waits for each answer, so the worst counts as much as the median.
 */
final class Back {
    private static final int PLACES_PER_RUN = 40;
    private static final long TIGHT_BYTES = 40L << 20;

    private Back() {
    }

    static List<Row> run(int runs, String engineName) throws IOException {
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        Engine engine = Engine.valueOf(engineName.toUpperCase(Locale.ROOT));
        double without = 0;
        for (int i = 0; i < 2; i++) { // the first warms up
            try (Vm vm = Restore.prepared(image, engine)) {
                without = boot(vm, image);
            }
        }
        for (long budget : new long[] {History.DEFAULT_BUDGET_BYTES, TIGHT_BYTES}) {
            try (Vm vm = Restore.prepared(image, engine)) {
                vm.history().budgetBytes(budget);
                double with = boot(vm, image);
                System.out.printf(Locale.ROOT, "figure: a boot with a history of at most %d MiB: %.2f s (%.2f without one); %s%n", budget >> 20, with, without, vm.history());
                places(vm, runs * PLACES_PER_RUN);
                if (budget == History.DEFAULT_BUDGET_BYTES) {
                    questions(vm);
                }
            }
        }
        return List.of();
    }

    private static double boot(Vm vm, GuestImage image) {
        long start = System.nanoTime();
        vm.runUntil(Condition.console(image.manifest().recipe().prompt()));
        vm.shell("ls -lR /bin /etc >/dev/null; dd if=/dev/vda of=/dev/null bs=64k count=64 2>/dev/null");
        return (System.nanoTime() - start) / 1e9;
    }

    private static void places(Vm vm, int count) {
        var random = new Random(7);
        long end = vm.history().end();
        List<Double> seconds = new ArrayList<>();
        double most = 0;
        long worst = 0;
        for (int i = 0; i < count; i++) {
            long place = random.nextLong(vm.history().start(), end);
            long start = System.nanoTime();
            vm.at(place);
            double took = (System.nanoTime() - start) / 1e9;
            seconds.add(took);
            worst = took > most ? place : worst;
            most = Math.max(took, most);
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "figure: to %d random instructions of %,d: %.3f s (median), %.3f (95 of 100), %.3f (the worst, instruction %,d); %d took a second or more%n",
                count, end, Row.median(seconds), sorted.get(count * 95 / 100), most, worst, sorted.stream().filter(took -> took >= 1).count());
        vm.at(end);
    }

    /** What is asked of a past, each time from its end. */
    private static void questions(Vm vm) {
        long end = vm.history().end();
        long stack = vm.cpu(0).translate(vm.cpu(0).get("sp")) & -4096;
        long kernel = vm.cpu(0).translate(vm.symbols().address("schedule"));
        ask("who wrote last to a place of the stack", () -> vm.lastWrite(stack + 0xe00, 8));
        ask("who wrote last to the disk's used ring", () -> vm.lastWrite(vm.slot("virtio-blk").state().setups().getFirst().device() + 2, 2));
        ask("who wrote last to the kernel's code, which was at the beginning", () -> vm.lastWrite(kernel, 4));
        ask("what changed TTBR0_EL1 last", () -> vm.lastChange("TTBR0_EL1"));
        ask("what changed VBAR_EL1 last", () -> vm.lastChange("VBAR_EL1"));
        for (Condition condition : List.of(Condition.pc("__arch_copy_to_user"), Condition.written(stack + 0xe00, 8), Condition.exit("pl011.UARTDR"), Condition.pc("start_kernel"),
                Condition.pc(0x1234))) {
            ask("back until " + condition, () -> vm.runBackUntil(condition));
            vm.at(end);
        }
    }

    private static void ask(String question, Supplier<Object> answer) {
        long start = System.nanoTime();
        Object found = answer.get();
        System.out.printf(Locale.ROOT, "figure: %s: %.3f s: %s%n", question, (System.nanoTime() - start) / 1e9, found == null ? "nobody" : found);
    }
}
