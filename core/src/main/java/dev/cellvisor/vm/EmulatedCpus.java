package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import java.util.List;

/** The default CPUs. */
final class EmulatedCpus {
    static CpuFactory factory(Engine engine, boolean containFaults) {
        return (index, model, map, clock, trace) -> {
            var cpu = new A64Cpu(index, CpuModel.of(model), map, engine);
            if (containFaults) {
                cpu.containFaults();
            }
            return cpu;
        };
    }

    private EmulatedCpus() {
    }

    /** Tells emulated CPUs of each other, for SEV and TLB maintenance. */
    static void connect(List<Cpu> cpus) {
        A64Cpu.connect(cpus.stream().filter(A64Cpu.class::isInstance).map(A64Cpu.class::cast).toList());
    }
}
