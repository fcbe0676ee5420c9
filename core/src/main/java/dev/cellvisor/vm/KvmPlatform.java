package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;

/**
 * An architecture's half of a VM on KVM: what of the board is in the kernel. Called in this order: {@link #createVm}, {@link #beforeCpus},
 * {@link #createCpu} for each, {@link #afterCpus}; then lines, and {@link #reset} at each reset of the guest's.
 */
interface KvmPlatform {

    /** The one for this host and a board. */
    static KvmPlatform of(Board board, int cpus) {
        boolean x86 = HostArch.HOST == HostArch.X86_64;
        if (board.architecture() == (x86 ? Board.Architecture.ARM64 : Board.Architecture.X86_64)) {
            throw new IllegalArgumentException("board %s is for %s, and KVM on this host runs guests of %s only; %s".formatted(board.name(),
                    x86 ? "arm64" : "x86-64", x86 ? "x86-64" : "arm64", x86 ? "use board(Board.PC_LITE), or cpu(Cpu.EMULATED)" : "use board(Board.VIRT)"));
        }
        if (x86) {
            return new X86Platform(board, cpus);
        }
        return new Arm64Platform(board, cpus);
    }

    /** Makes the VM. */
    KvmVm createVm(Kvm kvm);

    /** Sets up what must be there before the vCPUs. */
    void beforeCpus(KvmVm vm);

    /** Makes a vCPU and all that belongs to it. */
    KvmCpu createCpu(KvmVm vm, int index, MemoryMap map, MemoryMap ports);

    /** Sets up what needs the vCPUs. */
    void afterCpus(KvmVm vm);

    /**
     * The input line of an interrupt of the controller in the kernel.
     *
     * @throws IllegalArgumentException if there is no such interrupt
     */
    IrqLine line(KvmVm vm, int intid);

    /** Puts what is in the kernel into its state at the beginning; the vCPUs are reset apart. */
    void reset(KvmVm vm);

    /** The state of what is in the kernel beside the vCPUs. */
    default State save(KvmVm vm) {
        throw new UnsupportedOperationException("saving what KVM has in the kernel is not there yet for this board");
    }

    /** Restores what {@link #save} gave, after the vCPUs. */
    default void restore(KvmVm vm, State state) {
        throw new UnsupportedOperationException("restoring what KVM has in the kernel is not there yet for this board");
    }
}
