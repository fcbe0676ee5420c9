package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.EngineCounts;
import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.debug.CallStack;
import dev.cellvisor.memory.GuestMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToIntFunction;

/** One CPU of a VM, as a cell sees it. Setting a register of a VM that has run is an input and logged. */
public final class VmCpu {
    private final Vm vm;
    private final Cpu cpu;

    VmCpu(Vm vm, Cpu cpu) {
        this.vm = vm;
        this.cpu = cpu;
    }

    /** Its number, from 0. */
    public int index() {
        return cpu.index();
    }

    /** The model's name. */
    public String model() {
        return cpu.model();
    }

    /** Which engine executes, and why this one. */
    public String engine() {
        return cpu.engine();
    }

    /** What a native engine has left to the interpreter, by operation, with its share. */
    public EngineReport engineReport() {
        return cpu.engineReport();
    }

    /** What its engine has done: translations, entries, page walks. */
    public EngineCounts engineCounts() {
        return cpu.engineCounts();
    }

    /** The address of the next instruction. */
    public long pc() {
        return cpu.pc();
    }

    /** Instructions it has retired. */
    public long retired() {
        return cpu.retired();
    }

    /** Whether it waits in WFI or WFE, or is switched off. */
    public boolean waiting() {
        return cpu.waiting();
    }

    /** A register by its architectural name; see {@link Cpu#get}. */
    public long get(String register) {
        return cpu.get(register);
    }

    /** Sets a register by its architectural name; see {@link Cpu#get}. */
    public VmCpu set(String register, long value) {
        vm.outside(InputLog.Kind.REGISTER, () -> "cpu%d.%s=0x%x".formatted(index(), register, value), () -> cpu.set(register, value));
        return this;
    }

    /** X0 to X30, SP, PC and PSTATE; on x86-64 RAX to R15, RIP and RFLAGS. */
    public Registers registers() {
        return registers(cpu.generalRegisterNames().toArray(String[]::new));
    }

    /** Registers by name. */
    public Registers registers(String... names) {
        long[] found = cpu.get(List.of(names));
        Map<String, Long> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], found[i]);
        }
        return new Registers(index(), values);
    }

    /** Every register that the CPU knows. */
    public Registers allRegisters() {
        return registers(cpu.registerNames().toArray(String[]::new));
    }

    /**
     * Which functions are under way, the innermost first, with the names of {@link Vm#symbols}; found by what their code tells, through interrupts and exceptions too.
     *
     * @throws UnsupportedOperationException for CPUs that are not AArch64
     */
    public CallStack callStack() {
        if (vm.board().architecture() == Board.Architecture.X86_64) {
            throw new UnsupportedOperationException("callStack: board %s has x86-64 CPUs, and this library knows the frames of AArch64; vm.cpu(%d).registers() has RSP and RBP"
                    .formatted(vm.board().name(), index()));
        }
        return CallStack.of(vm.symbols(), pc(), get("SP"), get("X29"), get("X30"), code(), this::stacked);
    }

    /**
     * What tells the instruction at a virtual address, 0 where none can be read. It takes it that this CPU's translation stays as it is. A kernel's own code is found even if this CPU, at
     * EL0 or with its MMU off, has no way to it.
     */
    public LongToIntFunction code() {
        vm.symbols(); // looks at where the kernel is now
        return new LongToIntFunction() {
            private long page = -1;
            private long pageIpa;

            @Override
            public int applyAsInt(long va) {
                if ((va & -GuestMemory.PAGE_SIZE) != page) {
                    page = va & -GuestMemory.PAGE_SIZE;
                    pageIpa = vm.guestSymbols().physical(page);
                    pageIpa = pageIpa != -1 ? pageIpa : cpu.translate(page);
                }
                long ipa = pageIpa + va - page;
                return pageIpa != -1 && vm.memory().contains(ipa, 4) ? vm.memory().readInt(ipa) : 0;
            }
        };
    }

    private long stacked(long va) {
        long ipa = cpu.translate(va);
        return ipa != -1 && vm.memory().contains(ipa, 8) ? vm.memory().readLong(ipa) : 0;
    }

    /** Translates a virtual address as a data read would now; -1 if it is not mapped. */
    public long translate(long va) {
        return cpu.translate(va);
    }

    /** The CPU itself, past the input log. */
    public Cpu cpu() {
        return cpu;
    }

    @Override
    public String toString() {
        String count = vm.kvm() != null ? "" : String.format(Locale.ROOT, ", %,d instructions retired", retired());
        return String.format(Locale.ROOT, "cpu%d %s, pc 0x%x%s%s", index(), model(), pc(), count,
                !cpu.poweredOn() ? ", off" : waiting() ? ", waiting" : "");
    }
}
