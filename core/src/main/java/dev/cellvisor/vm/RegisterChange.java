package dev.cellvisor.vm;

/**
 * The change of a register; see {@link Vm#lastChange}.
 *
 * @param instruction the VM's count right after it
 * @param pc where the CPU was before it
 * @param register its name
 * @param before its value until then
 * @param after its value since
 */
public record RegisterChange(long instruction, long pc, String register, long before, long after) {
    @Override
    public String toString() {
        return "instruction %,d at 0x%x: %s from 0x%x to 0x%x".formatted(instruction, pc, register, before, after);
    }
}
