package dev.cellvisor.vm;

import java.util.Locale;

/**
 * Who wrote something to memory; see {@link Vm#lastWrite}.
 *
 * @param instruction the VM's count right after it: {@code vm.at(instruction)} has the new bytes, {@code vm.at(instruction - 1)} the old ones
 * @param cpu the CPU that stored, or -1 if it was a device or came from outside
 * @param pc the address of the instruction that stored, or during which a device did
 * @param address where it began
 * @param sizeBytes how much
 * @param by who it was, in words
 * @param work what the device was about, if it was one; else {@code null}
 */
public record MemoryWrite(long instruction, int cpu, long pc, long address, long sizeBytes, String by, DeviceWork work) {

    MemoryWrite work(DeviceWork newWork) {
        return new MemoryWrite(instruction, cpu, pc, address, sizeBytes, newWork.toString(), newWork);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "instruction %,d at 0x%x: %d bytes at 0x%x by %s", instruction, pc, sizeBytes, address, by);
    }
}
