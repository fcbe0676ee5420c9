package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's key: each thing that a run follows from is another key when it alone is another. */
class RunKeyTest {
    private static final long RAM = 0x4000_0000L;
    private static final Condition UNTIL = Condition.console("x");

    @TempDir
    private Path directory;
    private Path kernel;
    private final List<Vm> made = new ArrayList<>();

    @BeforeEach
    void aKernel() throws IOException {
        kernel = file("kernel", 0);
    }

    @AfterEach
    void close() {
        made.forEach(Vm::close);
    }

    private Path file(String name, int last) throws IOException {
        byte[] bytes = new byte[8192];
        bytes[3] = 0x14; // b .
        bytes[8191] = (byte) last;
        return Files.write(directory.resolve(name), bytes);
    }

    private Vm vm(UnaryOperator<VmBuilder> shape, Consumer<Vm> build) {
        Vm vm = shape.apply(Vm.builder("key" + made.size()).memoryMiB(8)).build();
        made.add(vm);
        build.accept(vm);
        return vm;
    }

    private static String key(Vm vm, Condition condition) {
        return key(vm, condition, null);
    }

    private static String key(Vm vm, Condition condition, RunKey.Known known) {
        return RunKey.of(vm, condition, "program", "cells", known, vm.memory().snapshot());
    }

    private String key(UnaryOperator<VmBuilder> shape, Consumer<Vm> build) {
        return key(vm(shape, build), UNTIL);
    }

    private String key(Consumer<Vm> build) {
        return key(shape -> shape, build);
    }

    private static void allDiffer(List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(i, keys.indexOf(keys.get(i)), "key " + i + " is that of " + keys.indexOf(keys.get(i)));
        }
    }

    @Test
    void theSameMachineHasTheSameKeyUnderAnotherNameAndEngine() {
        String key = key(vm -> { });
        assertEquals(key, key(vm -> { }));
        assertEquals(key, key(shape -> shape.engine(Engine.INTERPRETER), vm -> { }));
        Vm vm = vm(shape -> shape, with -> { });
        assertEquals(key(vm, UNTIL), key(vm, UNTIL.seconds(3)), "how long it may take on the host");
    }

    @Test
    void eachPartOfTheMachineIsInIt() {
        allDiffer(List.of(key(vm -> { }), key(shape -> shape.seed(2), vm -> { }), key(shape -> shape.quantum(999), vm -> { }), key(shape -> shape.date(5), vm -> { }),
                key(shape -> shape.cpus(2), vm -> { }), key(shape -> shape.memoryMiB(9), vm -> { }), key(shape -> shape.cpuModel("max"), vm -> { }),
                key(shape -> shape.gic(2), vm -> { }), key(vm -> vm.attach(new EntropyDevice(1))), key(vm -> vm.attach(new EntropyDevice(2))),
                key(vm -> vm.attach(3, new EntropyDevice(1))), key(vm -> vm.attach(new EntropyDevice(1).latencyTicks(5)))));
    }

    /** The machine is what it was, and something has come in. */
    private static void thereAndBack(Vm vm) {
        vm.cpu(0).set("x11", 1);
        vm.step(0);
        vm.cpu(0).set("x11", 0);
    }

    @Test
    void whatWasDoneToItIsInIt() {
        List<Consumer<Vm>> doings = List.of(vm -> { }, vm -> vm.cpu(0).set("x11", 1), RunKeyTest::thereAndBack, vm -> vm.type("x"), vm -> vm.reseed(3), vm -> vm.prompt("$ "),
                vm -> vm.onReset(Vm.ResetPolicy.STOP), vm -> vm.memory().writeInt(RAM + 8, 1), vm -> vm.memory().writeInt(RAM + 8, 2), vm -> vm.memory().writeInt(RAM + 12, 1),
                vm -> vm.memory().writeInt(RAM + 4104, 1), vm -> vm.step(1));
        List<String> whole = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Consumer<Vm> doing : doings) {
            Vm vm = vm(shape -> shape, with -> { });
            vm.step(1); // what is done to it before builds it
            RamSnapshot before = vm.memory().snapshot();
            doing.accept(vm);
            vm.step(0);
            whole.add(key(vm, UNTIL));
            after.add(key(vm, UNTIL, new RunKey.Known("before", before)));
            after.add(key(vm, UNTIL, new RunKey.Known("another moment", before)));
        }
        allDiffer(whole);
        allDiffer(after);
    }

    @Test
    void whenItIsToEndIsInIt() {
        Vm vm = vm(shape -> shape, with -> { });
        Set<String> keys = new HashSet<>();
        List<Condition> conditions = List.of(UNTIL, UNTIL.limit(5), Condition.console("y"), Condition.consoleMatches("x"), Condition.consoleMatches("y"), Condition.consoleMatches("(?i)x"),
                Condition.when("x", () -> true), Condition.when("y", () -> true), Condition.pc(RAM), Condition.pc(RAM + 4), Condition.instructions(4), Condition.instructions(5),
                Condition.time(java.time.Duration.ofNanos(16)), Condition.time(java.time.Duration.ofNanos(32)), Condition.exit("x"), Condition.exit("y"), Condition.read(RAM, 4),
                Condition.read(RAM, 8), Condition.written(RAM, 4), Condition.written(RAM, 8), Condition.powerOff(), Condition.idle(), UNTIL.or(Condition.idle()),
                Condition.idle().or(UNTIL));
        for (Condition condition : conditions) {
            keys.add(key(vm, condition));
        }
        assertEquals(conditions.size(), keys.size());
        assertThrows(KeptAside.class, () -> key(vm, Condition.host(() -> true, "a packet is there")));
    }

    /** Puts the same bytes in RAM, whatever it is to be reset to. */
    private void boot(Vm vm, Path kernelFile, Path initrd, String append) {
        vm.boot().kernel(kernelFile).initrd(initrd).append(append).prepare();
        vm.memory().write(RAM, new byte[8 << 20]);
    }

    @Test
    void whatAResetGoesBackToIsInIt() throws IOException {
        Path initrd = file("initrd", 0);
        Path other = file("other", 1);
        String key = key(vm -> boot(vm, kernel, initrd, "quiet"));
        assertEquals(key, key(vm -> boot(vm, kernel, initrd, "quiet")));
        List<String> keys = new ArrayList<>(List.of(key, key(vm -> vm.memory().write(RAM, new byte[8 << 20])), key(vm -> boot(vm, other, initrd, "quiet")),
                key(vm -> boot(vm, kernel, other, "quiet")), key(vm -> boot(vm, kernel, initrd, "quite"))));
        Files.setLastModifiedTime(kernel, FileTime.fromMillis(5000));
        keys.add(key(vm -> boot(vm, kernel, initrd, "quiet")));
        allDiffer(keys);
        assertNotEquals(key, keys.getLast(), "a file of another time is another");
    }
}
