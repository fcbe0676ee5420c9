package dev.cellvisor.cpu.a64.mmu;

import java.util.List;

/**
 * How a virtual address is translated, step by step.
 *
 * @param va the virtual address
 * @param ipa the guest-physical address, or -1 where it faults
 * @param fault the fault in words, or {@code null}
 * @param blockBytes the size of the page, block or contiguous range
 * @param permissions readable, e.g. {@code "EL1 rw-, EL0 ---"}
 * @param memoryType MAIR's attribute byte
 * @param global whether it is valid for every ASID
 * @param base where the walk starts, e.g. {@code "TTBR1_EL1 0x41230000, 48-bit addresses, 4 KiB granule"}, or that the MMU is off
 * @param steps the descriptors on the way
 */
public record Translation(long va, long ipa, String fault, long blockBytes, String permissions, int memoryType, boolean global,
        String base, List<WalkStep> steps) {
    @Override
    public String toString() {
        var text = new StringBuilder("va 0x%016x\n  %s".formatted(va, base));
        steps.forEach(step -> text.append("\n  ").append(step));
        if (fault != null) {
            return text.append("\n  ").append(fault).toString();
        }
        return text.append("\n  ipa 0x%08x, %d KiB, %s, memory type 0x%02x%s".formatted(ipa, blockBytes >> 10, permissions, memoryType,
                global ? ", global" : "")).toString();
    }
}
