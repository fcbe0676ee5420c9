package dev.cellvisor.vm;

import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.debug.Kallsyms;
import dev.cellvisor.debug.Symbols;

/**
 * The names of what a VM runs, where it runs now. A relocatable Linux kernel starts at its physical address with the MMU off,
 * then moves to where KASLR wants it; where that is, VBAR_EL1 tells: it holds the address of {@code vectors}.
 */
final class GuestSymbols {
    private final Vm vm;
    private Symbols elf = Symbols.none();
    private BootSetup image;
    private Symbols kernel;
    private long physicalBase;
    private long base;

    GuestSymbols(Vm vm) {
        this.vm = vm;
    }

    /** Knows what another knows, for a fork. */
    void become(GuestSymbols other) {
        elf = other.elf;
        image = other.image;
        kernel = other.kernel;
        physicalBase = other.physicalBase;
        base = other.base;
    }

    /** Where the kernel was seen last: beside its file and RAM, all that {@link #now} follows from. */
    long base() {
        return base;
    }

    /** Takes that over. */
    void base(long place) {
        base = place;
    }

    /** Whether the names are a kernel's own; else they are an ELF file's, or there are none. */
    boolean ofKernel() {
        return image != null;
    }

    /** The physical address of a byte of the kernel's image where it is now, whether a CPU can reach it or not; -1 if it is none. */
    long physical(long va) {
        return image != null && Long.compareUnsigned(va - base, image.image().imageSizeBytes()) < 0 ? physicalBase + va - base : -1;
    }

    void add(ElfFile file) {
        elf = Symbols.of(file);
        image = null;
    }

    void prepared(BootSetup setup) {
        if (setup.elf() != null) {
            add(setup.elf());
        } else if (setup.image() != null) {
            image = setup;
            kernel = null;
            physicalBase = setup.layout().kernel();
            base = physicalBase;
        } else {
            elf = Symbols.none();
            image = null;
        }
    }

    Symbols now() {
        if (image == null) {
            return elf;
        }
        if (kernel == null) {
            kernel = Kallsyms.read(image.kernelFile().toBytes()); // symbols relative to the first byte of the Image
        }
        if (kernel.has("vectors")) {
            long vectors = kernel.address("vectors");
            for (int i = 0; i < vm.cpuCount(); i++) {
                follow(vm.cpu(i).cpu(), vectors);
            }
        }
        return kernel.movedBy(base);
    }

    /** VBAR_EL1 may hold other tables for a while (on the way to user space), so it is believed only where it maps to ours. */
    private void follow(Cpu cpu, long vectors) {
        long vbar = cpu.get("VBAR_EL1");
        if (vbar < 0 && vbar - vectors != base && cpu.translate(vbar) == physicalBase + vectors) {
            base = vbar - vectors;
        }
    }
}
