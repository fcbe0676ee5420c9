package dev.cellvisor.vm;

import java.util.Locale;

/**
 * The change of a register; see {@link Vm#lastChange}.
 *
 * @param instruction the VM's count right after it
 * @param cpu whose register
 * @param pc where that CPU was before it
 * @param register its name
 * @param before its value until then
 * @param after its value since
 * @param by who did it: {@code "cpu1"}, which executed an instruction, or {@code "a cell"}
 */
public record RegisterChange(long instruction, int cpu, long pc, String register, long before, long after, String by) {

    RegisterChange by(String who) {
        return new RegisterChange(instruction, cpu, pc, register, before, after, who);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "instruction %,d, cpu%d at 0x%x: %s from 0x%x to 0x%x by %s", instruction, cpu, pc, register, before, after, by);
    }
}
