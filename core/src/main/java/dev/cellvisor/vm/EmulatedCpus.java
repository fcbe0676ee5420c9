package dev.cellvisor.vm;

/** The default CPUs. */
final class EmulatedCpus {
    static final CpuFactory FACTORY = (index, model, map, clock, trace) -> {
        throw new UnsupportedOperationException("the emulated CPU is not there yet; give one by Vm.builder(…).cpu(…)");
    };

    private EmulatedCpus() {
    }
}
