package dev.cellvisor.differential;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Runs that are executed one after the other in one start of a machine. They do not depend on each other. */
final class Batch {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    /** The immediate of the SVC behind each block. */
    static final int END_OF_BLOCK = 0xe0b;

    final Setting setting;
    final byte[] window;
    private final List<Run> runs = new ArrayList<>();
    private final List<Long> addresses = new ArrayList<>();
    private final Map<int[], Long> placed = new IdentityHashMap<>();
    private long nextCode = Layout.CODE;

    /** @param window 1024 bytes, what the window holds before each run */
    Batch(Setting setting, byte[] window) {
        this.setting = setting;
        this.window = window;
    }

    int size() {
        return runs.size();
    }

    Run run(int index) {
        return runs.get(index);
    }

    /** Where a run's code stands. */
    long address(int index) {
        return addresses.get(index);
    }

    /** Whether there is room for one more block of so many words and its runs. */
    boolean hasRoom(int words, int moreRuns) {
        return runs.size() + moreRuns <= Layout.MAX_RUNS && nextCode + 4L * (words + 2) <= Layout.CODE_END;
    }

    /** Where the next block will stand. */
    long nextAddress() {
        return nextCode;
    }

    /** Adds a run; the same array of words is placed once. */
    void add(Run run) {
        Long address = run.codeAddress() != 0 ? Long.valueOf(run.codeAddress()) : placed.get(run.code());
        if (address == null) {
            address = nextCode;
            placed.put(run.code(), address);
            nextCode += 16L * (run.code().length + 4 >> 2); // behind its SVC, at a multiple of 16
        }
        runs.add(run);
        addresses.add(address);
    }

    /** Writes everything into a machine's RAM; runs with an address of their own are written in their order, so they may not share one. */
    void writeTo(MemorySegment ram) {
        HarnessImage.write(ram, setting);
        MemorySegment.copy(window, 0, ram, ValueLayout.JAVA_BYTE, Layout.PRISTINE - Layout.RAM, window.length);
        ram.asSlice(Layout.WINDOW_PAGE_A - Layout.RAM, 0x1_0000).fill((byte) 0);
        ram.asSlice(Layout.CODE - Layout.RAM, nextCode - Layout.CODE + 4096).fill((byte) 0);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            long code = addresses.get(i);
            HarnessImage.words(ram, code, run.code());
            ram.set(ValueLayout.JAVA_INT_UNALIGNED, code - Layout.RAM + 4L * run.code().length, CodeBuilder.svc(END_OF_BLOCK));
            long input = Layout.INPUTS + (long) i * Layout.INPUT_SIZE;
            run.input().writeTo(ram, input);
            long descriptor = Layout.DESCRIPTORS - Layout.RAM + (long) i * Layout.DESCRIPTOR_SIZE;
            ram.set(LONG, descriptor + Layout.RUN_CODE, code);
            ram.set(LONG, descriptor + Layout.RUN_SPSR, setting.spsr() | run.input().get(Layout.SPSR));
            ram.set(LONG, descriptor + Layout.RUN_INPUT, input);
            ram.set(LONG, descriptor + Layout.RUN_OUTPUT, outputAddress(i));
        }
        ram.asSlice(Layout.OUTPUTS - Layout.RAM, (long) runs.size() * Layout.OUTPUT_SIZE).fill((byte) 0);
        ram.set(LONG, Layout.PARAMETERS - Layout.RAM + Layout.NEXT, Layout.DESCRIPTORS);
        ram.set(LONG, Layout.PARAMETERS - Layout.RAM + Layout.END, Layout.DESCRIPTORS + (long) runs.size() * Layout.DESCRIPTOR_SIZE);
    }

    /**
     * Executes all runs on a machine.
     *
     * @throws IllegalStateException if it does not come to its end; the message names the run that it was in
     */
    void execute(Machine machine) {
        writeTo(machine.ram());
        String trouble = null;
        try {
            machine.run();
        } catch (IllegalStateException e) {
            trouble = e.getMessage();
        }
        long parameters = Layout.PARAMETERS - Layout.RAM;
        if (trouble != null || machine.ram().get(LONG, parameters + Layout.DONE) != Layout.DONE_MARK) {
            long next = machine.ram().get(LONG, parameters + Layout.NEXT);
            throw new Unfinished((int) ((next - Layout.DESCRIPTORS) / Layout.DESCRIPTOR_SIZE) - 1,
                    trouble != null ? trouble : machine.name() + " switched itself off too early");
        }
    }

    Output output(Machine machine, int run) {
        return Output.read(machine.ram(), outputAddress(run));
    }

    static long outputAddress(int run) {
        return Layout.OUTPUTS + (long) run * Layout.OUTPUT_SIZE;
    }

    /** The first run whose output differs between two machines that executed this batch, or -1. */
    int firstDifference(Machine a, Machine b) {
        long start = Layout.OUTPUTS - Layout.RAM;
        long at = a.ram().asSlice(start, (long) runs.size() * Layout.OUTPUT_SIZE)
                .mismatch(b.ram().asSlice(start, (long) runs.size() * Layout.OUTPUT_SIZE));
        return at < 0 ? -1 : (int) (at / Layout.OUTPUT_SIZE);
    }

    /** All runs whose outputs differ. */
    List<Integer> differences(Machine a, Machine b) {
        List<Integer> found = new ArrayList<>();
        if (firstDifference(a, b) < 0) {
            return found;
        }
        for (int i = 0; i < runs.size(); i++) {
            long at = outputAddress(i) - Layout.RAM;
            if (a.ram().asSlice(at, Layout.OUTPUT_SIZE).mismatch(b.ram().asSlice(at, Layout.OUTPUT_SIZE)) >= 0) {
                found.add(i);
            }
        }
        return found;
    }

    /** A machine did not come to the end of a batch. */
    static final class Unfinished extends IllegalStateException {
        private static final long serialVersionUID = 1;

        /** The run that it was in, or -1 if it never came to the first. */
        final int run;

        Unfinished(int run, String message) {
            super("in run " + run + ": " + message);
            this.run = run;
        }
    }
}
