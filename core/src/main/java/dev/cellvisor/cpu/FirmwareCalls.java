package dev.cellvisor.cpu;

/** Who answers a guest's calls to firmware (PSCI over HVC). */
@FunctionalInterface
public interface FirmwareCalls {

    /**
     * A guest executed HVC or SMC. Arguments are in X0 to X7; the answer is to be set in X0 (SMC Calling Convention).
     *
     * @param cpu the caller; its PC is already behind the call
     * @param smc whether it was SMC rather than HVC
     * @param immediate the instruction's 16 bits
     * @return whether it was answered; if not, the CPU raises Undefined Instruction
     */
    boolean call(Cpu cpu, boolean smc, int immediate);
}
