package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.state.Stateful;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is particular to an architecture in one vCPU of KVM's: its registers by name, how it starts, how it is debugged, its state. All calls are made
 * while the vCPU does not run.
 */
public interface VcpuArch extends Stateful {

    /** What the CPU model is, in a word or two. */
    String model();

    /** The names of its registers, in the order a reader expects. */
    List<String> registerNames();

    /** Those of them that a program works with. */
    default List<String> generalRegisterNames() {
        return Stream.concat(IntStream.rangeClosed(0, 30).mapToObj(i -> "x" + i), Stream.of("sp", "pc", "pstate")).toList();
    }

    /**
     * A register by its architectural name.
     *
     * @throws IllegalArgumentException if there is no such register, naming the nearest
     */
    long get(String register);

    /** Sets a register; see {@link #get}. */
    void set(String register, long value);

    /** The address of the next instruction. */
    long pc();

    /**
     * Puts it into its reset state and switches it on.
     *
     * @param pc where it starts
     * @param argument what it finds in its first argument register: X0, or RDI
     */
    void reset(long pc, long argument);

    /** Switches it off: it waits until another CPU starts it, by the architecture's own way. */
    void powerOff();

    /** Whether it is on. */
    boolean poweredOn();

    /** Whether it waits for an interrupt. */
    boolean waiting();

    /**
     * How an address is translated as a data read would now, step by step.
     *
     * @throws UnsupportedOperationException if there is no walker for this architecture's tables
     */
    default Translation explain(long va) {
        throw new UnsupportedOperationException("there is no walker for the translation tables of " + model() + "; translate(va) of the CPU asks KVM");
    }

    /** Translates a virtual address as a data read would now; -1 if it is not mapped. */
    long translate(long va);

    /**
     * Arms the host's debug hardware for the next runs.
     *
     * @param step whether each run executes one instruction only
     * @param breakpoints the virtual addresses to stop at, before the instruction there
     * @throws IllegalArgumentException if the host cannot do so many, saying how many it can
     */
    void debug(boolean step, Set<Long> breakpoints);

    /**
     * Deals with an exit that is no access to a device.
     *
     * @return what the run ends with, or {@code null} if the guest goes on
     */
    Exit exit(KvmExit exit);

    /**
     * The access that the last exit was for went to an address where nobody is; a load has read zeros.
     *
     * @param write whether it is a store
     */
    default void nobodyAt(long address, boolean write) {
    }
}
