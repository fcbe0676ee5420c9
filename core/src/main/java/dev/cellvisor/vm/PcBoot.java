package dev.cellvisor.vm;

import dev.cellvisor.boot.BootException;
import dev.cellvisor.boot.BootLayout;
import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.boot.pc.AcpiTables;
import dev.cellvisor.boot.pc.BzImage;
import dev.cellvisor.boot.pc.E820;
import dev.cellvisor.boot.pc.LinuxParameters;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.x86.X86Start;
import dev.cellvisor.cpu.kvm.x86.X86Vcpu;
import dev.cellvisor.device.PowerPorts;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts a program into a PC's RAM and its first CPU into the mode that it wants: a Linux kernel by the 64-bit boot protocol, an ELF file by PVH, in long or protected
 * mode, a flat binary in the mode that was asked for. What the program is told stands below 640 KiB, ACPI tables above.
 */
final class PcBoot {
    /** Where a flat binary stands in real mode: the place of a boot sector. */
    static final long REAL_MODE_ADDRESS = 0x7c00;
    /** Where it stands in the other modes. */
    static final long HIGH_ADDRESS = 0x10_0000;
    private static final long GDT = 0x500;
    private static final long INFORMATION = 0x6000;
    private static final long STACK_TOP = 0x9000;
    private static final long PAGE_TABLES = 0x9000;
    private static final long COMMAND_LINE = 0x1_0000;
    private static final int COMMAND_LINE_BYTES = 2048;
    private static final long LOW_END = COMMAND_LINE + COMMAND_LINE_BYTES;
    private static final long ACPI = 0xe_0000;
    private static final long PAGE_BYTES = 4096;
    private static final long MAPPED_GIB = 4;
    private static final long PAGE_TABLE_PRESENT_WRITABLE = 3;
    private static final long PAGE_TABLE_LARGE = 0x80;

    private final Vm vm;
    private final GuestMemory memory;
    private final String append;
    private final MemorySegment initrd;

    PcBoot(Vm vm, String append, MemorySegment initrd) {
        this.vm = vm;
        this.memory = vm.memory();
        this.append = append;
        this.initrd = initrd;
    }

    /** A Linux kernel. */
    BootLayout linux(BzImage image, MemorySegment file, byte[] head) {
        MemorySlot ram = memory.slotAt(HIGH_ADDRESS);
        long kernel = image.preferredAddress();
        if (ram == null || kernel + image.memoryBytes() > ram.end()) {
            throw new BootException("the kernel wants %d MiB of RAM from 0x%x on; RAM is %s".formatted(image.memoryBytes() >> 20, kernel, memory.slots()));
        }
        long initrdAt = placeInitrd(ram, kernel + image.memoryBytes(), image.initrdLimit());
        long rsdp = tables();
        commandLine();
        memory.write(kernel, file.asSlice(image.setupBytes()));
        memory.write(INFORMATION, LinuxParameters.zeroPage(image, head, COMMAND_LINE, initrdAt, initrd.byteSize(), rsdp, ranges()));
        start(X86Start.longMode(kernel + BzImage.ENTRY_64, STACK_TOP, GDT, pageTables(), Map.of("rsi", INFORMATION)));
        return new BootLayout(kernel, kernel + BzImage.ENTRY_64, initrdAt, initrd.byteSize(), INFORMATION);
    }

    /**
     * An ELF file.
     *
     * @param mode the mode it wants, or {@code null}: that of its class, or PVH's if it has such an entry
     */
    BootLayout elf(ElfFile elf, X86Start.Mode mode) {
        for (ElfFile.Segment segment : elf.segments()) {
            if (segment.address() < LOW_END && segment.address() + segment.memorySizeBytes() > GDT) {
                throw new BootException("'%s' wants 0x%x–0x%x, where what it is told stands (0x%x–0x%x); link it at 0x%x or above".formatted(elf.name(), segment.address(),
                        segment.address() + segment.memorySizeBytes() - 1, GDT, LOW_END - 1, HIGH_ADDRESS));
            }
        }
        long end = elf.segments().stream().mapToLong(segment -> segment.address() + segment.memorySizeBytes()).max().orElseThrow();
        Loader.load(memory, elf);
        boolean pvh = mode == null && elf.pvhEntry() != 0;
        long entry = pvh ? elf.pvhEntry() : elf.entry();
        X86Start.Mode wanted = mode != null ? mode : pvh || elf.is32Bit() ? X86Start.Mode.PROTECTED : X86Start.Mode.LONG;
        return begin(wanted, entry, end);
    }

    /** A flat binary. */
    BootLayout flat(MemorySegment file, X86Start.Mode mode) {
        if (mode == null || mode == X86Start.Mode.REAL) {
            if (!memory.contains(REAL_MODE_ADDRESS, file.byteSize()) || REAL_MODE_ADDRESS + file.byteSize() > E820.HOLE) {
                throw new BootException("a flat binary of %d KiB does not fit between 0x%x and 0x%x, where real mode can reach it".formatted(file.byteSize() >> 10,
                        REAL_MODE_ADDRESS, E820.HOLE));
            }
            memory.write(REAL_MODE_ADDRESS, file);
            start(X86Start.real(0, (int) REAL_MODE_ADDRESS));
            return new BootLayout(REAL_MODE_ADDRESS, REAL_MODE_ADDRESS, 0, 0, 0);
        }
        if (!memory.contains(HIGH_ADDRESS, file.byteSize())) {
            throw new BootException("a flat binary of %d KiB at 0x%x does not fit into RAM: %s".formatted(file.byteSize() >> 10, HIGH_ADDRESS, memory.slots()));
        }
        memory.write(HIGH_ADDRESS, file);
        return begin(mode, HIGH_ADDRESS, HIGH_ADDRESS + file.byteSize());
    }

    private BootLayout begin(X86Start.Mode mode, long entry, long end) {
        long initrdAt = placeInitrd(memory.slotAt(entry), end, Long.MAX_VALUE);
        long rsdp = tables();
        commandLine();
        memory.write(INFORMATION, LinuxParameters.startInfo(INFORMATION, COMMAND_LINE, initrdAt, initrd.byteSize(), rsdp, ranges()));
        // PVH wants it in EBX; a program of one's own finds it in its first argument.
        Map<String, Long> registers = Map.of("rbx", INFORMATION, "rdi", INFORMATION);
        start(switch (mode) {
            case REAL -> throw new BootException("an ELF file has no entry in real mode; make a flat binary: objcopy -O binary");
            case PROTECTED -> X86Start.protectedMode(entry, STACK_TOP, GDT, registers);
            case LONG -> X86Start.longMode(entry, STACK_TOP, GDT, pageTables(), registers);
        });
        return new BootLayout(entry, entry, initrdAt, initrd.byteSize(), INFORMATION);
    }

    private void start(X86Start start) {
        if (start.mode() != X86Start.Mode.REAL) {
            long[] entries = start.gdtEntries();
            for (int i = 0; i < entries.length; i++) {
                memory.writeLong(GDT + 8L * i, entries[i]);
            }
        }
        vm.resetCpus(start.entry(), 0);
        if (vm.cpu(0).cpu() instanceof KvmCpu cpu && cpu.arch() instanceof X86Vcpu vcpu) {
            vcpu.start(start);
        }
    }

    private long placeInitrd(MemorySlot ram, long behind, long limit) {
        if (initrd.byteSize() == 0) {
            return 0;
        }
        long top = Math.min(ram.end(), Math.min(limit, (1L << 32) - 1) + 1);
        long address = top - initrd.byteSize() & -PAGE_BYTES;
        if (address < behind) {
            throw new BootException("the initramfs (%d KiB) does not fit behind 0x%x; give the VM more RAM than %s".formatted(initrd.byteSize() >> 10, behind, memory.slots()));
        }
        memory.write(address, initrd);
        return address;
    }

    private void commandLine() {
        byte[] text = append.getBytes(StandardCharsets.UTF_8);
        if (text.length >= COMMAND_LINE_BYTES) {
            throw new BootException("the command line has %d bytes; there is room for %d".formatted(text.length, COMMAND_LINE_BYTES - 1));
        }
        memory.write(COMMAND_LINE, text);
        memory.writeByte(COMMAND_LINE + text.length, 0);
    }

    private List<E820.Range> ranges() {
        return E820.of(memory.slots().stream().map(slot -> new E820.Range(slot.address(), slot.sizeBytes(), E820.RAM)).toList());
    }

    /** Writes the ACPI tables; where the first stands. */
    private long tables() {
        Board board = vm.board();
        if (!board.hasDevices()) {
            return 0;
        }
        memory.write(ACPI, acpi(board, vm.cpuCount()).bytes());
        return ACPI;
    }

    static AcpiTables acpi(Board board, int cpus) {
        List<AcpiTables.VirtioSlot> slots = new ArrayList<>();
        for (int i = 0; i < board.virtioSlots(); i++) {
            slots.add(new AcpiTables.VirtioSlot(board.virtioAddress(i), board.virtioSlotSizeBytes(), board.virtioIntid(i)));
        }
        return AcpiTables.of(new AcpiTables.Machine(cpus, (int) board.uart(), board.uartIntid(), PowerPorts.SLEEP_CONTROL, PowerPorts.SLEEP_STATUS,
                PowerPorts.RESET, PowerPorts.RESET_VALUE, PowerPorts.SLEEP_TYPE_OFF, slots), ACPI);
    }

    /** The first 4 GiB where they are, in pages of 2 MiB. */
    private long pageTables() {
        long directories = PAGE_TABLES + PAGE_BYTES;
        long pages = directories + PAGE_BYTES;
        memory.writeLong(PAGE_TABLES, directories | PAGE_TABLE_PRESENT_WRITABLE);
        for (long gib = 0; gib < MAPPED_GIB; gib++) {
            memory.writeLong(directories + 8 * gib, pages + gib * PAGE_BYTES | PAGE_TABLE_PRESENT_WRITABLE);
        }
        for (long i = 0; i < MAPPED_GIB * 512; i++) {
            memory.writeLong(pages + 8 * i, i << 21 | PAGE_TABLE_LARGE | PAGE_TABLE_PRESENT_WRITABLE);
        }
        return PAGE_TABLES;
    }
}
