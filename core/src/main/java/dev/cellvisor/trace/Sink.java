package dev.cellvisor.trace;

/** Someone who listens to a VM's facts. Called on the VM's thread, between or inside instructions; must be quick. */
@FunctionalInterface
public interface Sink {

    /**
     * Takes one fact.
     *
     * @param instruction how many instructions the VM had retired when it happened
     * @param fact what happened
     */
    void accept(long instruction, Fact fact);
}
