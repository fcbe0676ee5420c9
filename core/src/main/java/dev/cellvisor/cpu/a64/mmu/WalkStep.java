package dev.cellvisor.cpu.a64.mmu;

/**
 * One look into a translation table.
 *
 * @param level 0 to 3
 * @param entryAddress guest-physical address of the descriptor
 * @param descriptor its 64 bits
 */
public record WalkStep(int level, long entryAddress, long descriptor) {
    @Override
    public String toString() {
        return "level %d: descriptor at 0x%08x = 0x%016x".formatted(level, entryAddress, descriptor);
    }
}
