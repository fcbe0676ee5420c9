package dev.cellvisor.boot;

import dev.cellvisor.memory.MemorySlot;

/**
 * Where the parts of a boot stand in RAM: the places that QEMU's virt board gives them, so that addresses can be compared.
 *
 * @param kernel the first byte of the kernel image or flat binary
 * @param entry where the first CPU starts
 * @param initrd the first byte of the initramfs
 * @param initrdSizeBytes 0 if there is none
 * @param deviceTree the first byte of the flattened device tree; X0 at the start
 */
public record BootLayout(long kernel, long entry, long initrd, long initrdSizeBytes, long deviceTree) {

    /** Where a flat binary stands above the start of RAM. */
    public static final long FLAT_OFFSET = 0x8_0000;

    private static final long INITRD_MAX_OFFSET = 128L << 20;
    private static final long PAGE = 4096;
    /** The device tree may be 2 MiB at most and is kept within one 2 MiB block (booting, section 2). */
    private static final long TREE_ALIGNMENT = 2L << 20;

    /**
     * Places a Linux kernel.
     *
     * @throws BootException if RAM is too small, naming how much it takes
     */
    public static BootLayout forKernel(MemorySlot ram, Arm64Image image, long fileSizeBytes, long initrdSizeBytes, int treeSizeBytes) {
        long base = align(ram.address(), Arm64Image.ALIGNMENT);
        // QEMU keeps the first page for its own first instructions, and so puts a kernel without an offset 2 MiB higher.
        long kernel = base + image.textOffset() + (image.textOffset() < PAGE ? Arm64Image.ALIGNMENT : 0);
        return behind(ram, kernel, Math.max(fileSizeBytes, image.imageSizeBytes()), initrdSizeBytes, treeSizeBytes);
    }

    /** Places a flat binary that starts at its first byte, at the start of RAM + {@link #FLAT_OFFSET}. */
    public static BootLayout forFlat(MemorySlot ram, long fileSizeBytes, long initrdSizeBytes, int treeSizeBytes) {
        return behind(ram, ram.address() + FLAT_OFFSET, fileSizeBytes, initrdSizeBytes, treeSizeBytes);
    }

    /** Places initramfs and device tree for a program that stands where it wants, up to {@code programEnd}. */
    public static BootLayout forProgram(MemorySlot ram, long entry, long programEnd, long initrdSizeBytes, int treeSizeBytes) {
        BootLayout rest = behind(ram, ram.address(), Math.max(0, programEnd - ram.address()), initrdSizeBytes, treeSizeBytes);
        return new BootLayout(entry, entry, rest.initrd, initrdSizeBytes, rest.deviceTree);
    }

    private static BootLayout behind(MemorySlot ram, long kernel, long kernelSizeBytes, long initrdSizeBytes, int treeSizeBytes) {
        long kernelEnd = kernel + kernelSizeBytes;
        long initrd = align(Math.max(ram.address() + Math.min(ram.sizeBytes() / 2, INITRD_MAX_OFFSET), kernelEnd), PAGE);
        long tree = align(initrd + initrdSizeBytes, TREE_ALIGNMENT);
        if (tree + treeSizeBytes > ram.end()) { // a small RAM: close behind each other
            initrd = align(kernelEnd, PAGE);
            tree = align(initrd + initrdSizeBytes, PAGE);
        }
        if (tree + treeSizeBytes > ram.end()) {
            throw new BootException("kernel (%d KiB with its BSS), initramfs (%d KiB) and device tree need %d MiB of RAM; %s has %d MiB"
                    .formatted(kernelSizeBytes >> 10, initrdSizeBytes >> 10, (tree + treeSizeBytes - ram.address() >> 20) + 1,
                            ram.name(), ram.sizeBytes() >> 20));
        }
        return new BootLayout(kernel, kernel, initrd, initrdSizeBytes, tree);
    }

    private static long align(long value, long alignment) {
        return value + alignment - 1 & -alignment;
    }

    @Override
    public String toString() {
        return "kernel 0x%x, entry 0x%x, %s, device tree 0x%x".formatted(kernel, entry, initrdSizeBytes == 0 ? "no initramfs"
                : "initramfs 0x%x–0x%x".formatted(initrd, initrd + initrdSizeBytes - 1), deviceTree);
    }
}
