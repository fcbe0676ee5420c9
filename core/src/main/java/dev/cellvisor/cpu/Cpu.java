package dev.cellvisor.cpu;

import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.state.Stateful;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One CPU: what the emulated one and KVM's have in common. All calls but {@link #requestStop} come from the VM's thread.
 */
public interface Cpu extends Stateful, AutoCloseable {

    /** What a VM's CPUs are: see {@link #EMULATED} and {@link #KVM}. */
    enum Kind {
        /** In Java: everywhere, deterministic to the instruction. */
        EMULATED,
        /** The host's own, by Linux KVM: guests of the host's architecture, at its speed and in its time. */
        KVM
    }

    /** Emulated CPUs, the default. */
    Kind EMULATED = Kind.EMULATED;
    /** The host's CPUs by Linux KVM. */
    Kind KVM = Kind.KVM;

    /** Its number, from 0. */
    int index();

    /** The CPU model's name, e.g. {@code "cortex-a57"}. */
    String model();

    /** Which engine executes, and why this one, in one line. */
    String engine();

    /** What its engine has left to another, slower one. */
    default EngineReport engineReport() {
        return EngineReport.nothing(retired());
    }

    /** Translations, walks and the like until now. */
    default EngineCounts engineCounts() {
        return EngineCounts.NONE;
    }

    /** The machine code that a native engine has made of the instruction at a virtual address, of all that starts there rather than before; empty if there is none. */
    default Optional<EmittedCode> emitted(long va) {
        return Optional.empty();
    }

    /**
     * Runs until something ends it.
     *
     * @param maxInstructions how many may be retired, at least 0
     */
    Exit run(long maxInstructions);

    /** Instructions retired since reset of the VM; exact in the middle of a device access too. */
    long retired();

    /** Whether it waits in WFI or WFE, or is switched off. */
    boolean waiting();

    /** Whether PSCI has it on. A CPU that is off retires nothing. */
    boolean poweredOn();

    /**
     * Resets it to its architectural reset state and switches it on.
     *
     * @param pc where it starts, with the MMU off
     * @param x0 what it finds in X0
     */
    void reset(long pc, long x0);

    /** Switches it off (PSCI CPU_OFF): it retires nothing until {@link #reset}. */
    void powerOff();

    /**
     * Makes it wait as WFI does, from a handler of its own firmware call (PSCI CPU_SUSPEND). A CPU that goes on at once is
     * within the rules: a wake-up may always have come.
     */
    default void waitForInterrupt() {
    }

    /** Whether it waits in WFE, so that {@link #sendEvent} would wake it. */
    default boolean waitsForEvent() {
        return false;
    }

    /** Sets its event register, as the timer's event stream does (Arm ARM, WFE). */
    default void sendEvent() {
    }

    /** The address of the next instruction. */
    long pc();

    /**
     * A register by its architectural name, in any case: {@code x0}–{@code x30}, {@code sp}, {@code pc}, {@code w0}…,
     * {@code pstate}, {@code nzcv}, {@code v0.d[0]}, {@code fpcr}, {@code TTBR0_EL1}, ….
     *
     * @throws IllegalArgumentException if there is no such register, naming the nearest
     */
    long get(String register);

    /** Several registers at one moment, in the order of their names; see {@link #get(String)}. */
    default long[] get(List<String> registers) {
        return registers.stream().mapToLong(this::get).toArray();
    }

    /** Sets a register by name; see {@link #get}. */
    void set(String register, long value);

    /** The names that {@link #get} knows, in the order a reader expects. */
    List<String> registerNames();

    /** Those of {@link #registerNames} that a program works with. */
    default List<String> generalRegisterNames() {
        return Stream.concat(IntStream.rangeClosed(0, 30).mapToObj(i -> "x" + i), Stream.of("sp", "pc", "pstate")).toList();
    }

    /** The line on which the interrupt controller signals IRQ. */
    IrqLine irqLine();

    /** The line on which the interrupt controller signals FIQ. */
    IrqLine fiqLine();

    /** Connects the interrupt controller's system registers. */
    void connect(CpuInterface controller);

    /** Connects a further block of system registers, e.g. the generic timer's; the first that handles an encoding answers. */
    void addSystemRegisters(CpuInterface block);

    /** Connects the interrupt of its Performance Monitors, if it has any. */
    default void connectPmu(IrqLine overflow) {
    }

    /** Who answers HVC and SMC. */
    void onFirmwareCall(FirmwareCalls handler);

    /** Makes the current {@link #run} return this exit before the next instruction. Called from handlers and devices, on the VM's thread. */
    void leave(Exit exit);

    /** Makes the current {@link #run} end soon so that its caller looks at events again, e.g. because one came sooner. */
    void interruptSlice();

    /** Asks from any thread for the current or next {@link #run} to end with {@link Exit.Stopped}. */
    void requestStop(String reason);

    /** Stops before the instruction at a virtual address is executed. The first instruction of a run is executed all the same. */
    void addBreakpoint(long va);

    /** Takes a breakpoint away. */
    void removeBreakpoint(long va);

    /** Whether {@link #addBreakpoint} set any that is still there. */
    default boolean hasBreakpoints() {
        return false;
    }

    /**
     * Translates a virtual address as the CPU would now for a data read at its current exception level, without any side effect.
     *
     * @return the guest-physical address, or -1 if it is not mapped
     */
    long translate(long va);

    @Override
    void close();
}
