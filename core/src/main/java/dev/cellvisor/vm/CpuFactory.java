package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;

/** Makes a VM's CPUs: the emulated ones by default. */
@FunctionalInterface
public interface CpuFactory {

    /**
     * Makes one CPU, switched off or at its reset state; the VM resets it.
     *
     * @param index its number, from 0
     * @param model e.g. {@code "cortex-a57"}
     * @param map where its accesses go
     * @param clock the VM's time
     * @param trace the VM's facts
     * @throws IllegalArgumentException if there is no such model, naming those that are
     */
    Cpu create(int index, String model, MemoryMap map, VirtualClock clock, Trace trace);
}
