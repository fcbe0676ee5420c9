package dev.cellvisor.vm;

import dev.cellvisor.boot.Psci;
import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.arm64.Arm64Cpu;
import dev.cellvisor.cpu.kvm.arm64.Arm64Vcpu;
import dev.cellvisor.cpu.kvm.arm64.SoftwareBreakpoints;
import dev.cellvisor.cpu.kvm.arm64.Vgic;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;

/** Boards of arm64 on KVM: the GICv3, the timers and PSCI are in the kernel, all other devices are the ones that emulated CPUs have too. */
final class Arm64Platform implements KvmPlatform {
    /** As many INTIDs as the emulated GICv3 has. */
    private static final int INTERRUPTS = 256;
    // KVM_IRQ_LINE: type, vCPU and INTID in one number.
    private static final int TYPE_SPI = 1 << 24;
    private static final int TYPE_PPI = 2 << 24;

    private final Board board;
    private final int cpus;
    private Vgic gic;
    private SoftwareBreakpoints software;

    Arm64Platform(Board board, int cpus) {
        this.board = board;
        this.cpus = cpus;
    }

    @Override
    public KvmVm createVm(Kvm kvm) {
        KvmVm vm = kvm.createVm();
        if (kvm.check(Capability.ARM_NISV_TO_USER) > 0) {
            vm.enable(Capability.ARM_NISV_TO_USER);
        }
        return vm;
    }

    @Override
    public void beforeCpus(KvmVm vm) {
        if (board.gicDistributor() >= 0) {
            gic = new Vgic(vm, cpus, Psci::affinity, board.gicDistributor(), board.gicRedistributors(), INTERRUPTS);
        }
    }

    @Override
    public KvmCpu createCpu(KvmVm vm, int index, MemoryMap map, MemoryMap ports) {
        var vcpu = new Arm64Vcpu(vm, index);
        if (software == null) {
            software = new SoftwareBreakpoints(map.memory());
        }
        return new KvmCpu(vcpu.vcpu(), new Arm64Cpu(vcpu, map, software), map, ports);
    }

    @Override
    public void afterCpus(KvmVm vm) {
        if (gic != null) {
            gic.ready();
        }
    }

    @Override
    public IrqLine line(KvmVm vm, int intid) {
        if (gic == null || intid < Board.FIRST_PPI || intid >= INTERRUPTS) {
            throw new IllegalArgumentException(gic == null ? "board %s has no interrupt controller".formatted(board.name())
                    : "there is no interrupt %d; PPIs are 16 to 31, SPIs 32 to %d".formatted(intid, INTERRUPTS - 1));
        }
        int line = intid < Board.FIRST_SPI ? TYPE_PPI | intid : TYPE_SPI | intid;
        return asserted -> vm.irqLine(line, asserted);
    }

    @Override
    public void reset(KvmVm vm) {
        if (gic != null) {
            gic.reset();
        }
    }

    @Override
    public State save(KvmVm vm) {
        return gic == null ? State.of("no gic", 1).build() : gic.save();
    }

    @Override
    public void restore(KvmVm vm, State state) {
        if (gic != null) {
            gic.restore(state);
        }
    }

    /** The interrupt controller in the kernel, or {@code null} on a board without one. */
    Vgic gic() {
        return gic;
    }
}
