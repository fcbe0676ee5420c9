package dev.cellvisor.vm;

import dev.cellvisor.boot.BootException;
import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.memory.GuestMemory;

/** Puts an ELF file's segments into RAM. */
final class Loader {
    private Loader() {
    }

    static void load(GuestMemory memory, ElfFile elf) {
        for (ElfFile.Segment segment : elf.segments()) {
            if (!memory.contains(segment.address(), segment.memorySizeBytes())) {
                throw new BootException("'%s' wants 0x%x–0x%x, where is no RAM; RAM is %s; link it there (ld -Ttext=0x%x)".formatted(
                        elf.name(), segment.address(), segment.address() + segment.memorySizeBytes() - 1, memory.slots(),
                        memory.slots().getFirst().address() + dev.cellvisor.boot.BootLayout.FLAT_OFFSET));
            }
        }
        for (ElfFile.Segment segment : elf.segments()) {
            memory.write(segment.address(), elf.bytes(segment));
            memory.fill(segment.address() + segment.fileSizeBytes(), segment.memorySizeBytes() - segment.fileSizeBytes(), 0);
        }
    }
}
