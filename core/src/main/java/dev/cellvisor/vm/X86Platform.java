package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import dev.cellvisor.cpu.kvm.x86.X86Cpuid;
import dev.cellvisor.cpu.kvm.x86.X86Vcpu;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemoryMap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** A PC's half in the kernel: two PICs, an IOAPIC of 24 pins, local APICs and a PIT; on a board without devices none of them. */
final class X86Platform implements KvmPlatform {
    /** Below 4 GiB, above all devices, where Intel's CPUs want three pages for their own use in real mode. */
    private static final long TSS_ADDRESS = 0xfffb_d000L;
    private static final long IDENTITY_MAP_ADDRESS = 0xfffb_c000L;
    private static final int PINS = 24;
    private static final int CHIPS = 3;

    private final Board board;
    private final int cpus;
    private final List<byte[]> chips = new ArrayList<>();
    private final IrqLine[] lines = new IrqLine[PINS];
    private byte[] pit;
    private Kvm kvm;
    private X86Cpuid cpuid;

    X86Platform(Board board, int cpus) {
        this.board = board;
        this.cpus = cpus;
    }

    @Override
    public KvmVm createVm(Kvm host) {
        kvm = host;
        cpuid = X86Cpuid.supported(host);
        return host.createVm();
    }

    @Override
    public void beforeCpus(KvmVm vm) {
        vm.fd().ioctl("KVM_SET_TSS_ADDR", Ioctl.SET_TSS_ADDR, TSS_ADDRESS);
        try (var frame = Arena.ofConfined()) {
            vm.fd().ioctl("KVM_SET_IDENTITY_MAP_ADDR", Ioctl.SET_IDENTITY_MAP_ADDR, frame.allocateFrom(ValueLayout.JAVA_LONG, IDENTITY_MAP_ADDRESS));
        }
        if (board.hasDevices()) {
            vm.createIrqchip();
            try (var frame = Arena.ofConfined()) {
                MemorySegment config = X86Structs.PIT_CONFIG.allocate(frame);
                X86Structs.PIT_CONFIG.set(config, "flags", 1); // KVM_PIT_SPEAKER_DUMMY: port 0x61 is answered in the kernel too
                vm.fd().ioctl("KVM_CREATE_PIT2", Ioctl.CREATE_PIT2, config);
            }
            saveChips(vm);
        }
    }

    private void saveChips(KvmVm vm) {
        try (var frame = Arena.ofConfined()) {
            for (int chip = 0; chip < CHIPS; chip++) {
                MemorySegment state = X86Structs.IRQCHIP.allocate(frame);
                X86Structs.IRQCHIP.set(state, "chip_id", chip);
                vm.fd().ioctl("KVM_GET_IRQCHIP", Ioctl.GET_IRQCHIP, state);
                chips.add(state.toArray(ValueLayout.JAVA_BYTE));
            }
            MemorySegment state = X86Structs.PIT_STATE2.allocate(frame);
            vm.fd().ioctl("KVM_GET_PIT2", Ioctl.GET_PIT2, state);
            pit = state.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Override
    public KvmCpu createCpu(KvmVm vm, int index, MemoryMap map, MemoryMap ports) {
        boolean deadline = board.hasDevices() && kvm.check(Capability.TSC_DEADLINE_TIMER) != 0;
        var vcpu = new X86Vcpu(kvm, vm.createVcpu(index), cpuid.of(index, cpus, deadline), board.hasDevices());
        return new KvmCpu(vcpu.vcpu(), vcpu, map, ports);
    }

    @Override
    public void afterCpus(KvmVm vm) {
        // All is there with the vCPUs.
    }

    @Override
    public IrqLine line(KvmVm vm, int gsi) {
        if (!board.hasDevices() || gsi < 0 || gsi >= PINS) {
            throw new IllegalArgumentException("interrupt %d: %s".formatted(gsi, board.hasDevices() ? "board " + board.name() + " has 0 to " + (PINS - 1)
                    : "board " + board.name() + " has no interrupt controller; use board(Board.PC_LITE)"));
        }
        if (lines[gsi] == null) {
            lines[gsi] = new Line(vm, gsi);
        }
        return lines[gsi];
    }

    /** A pin. Its level is kept here, since each change is a call. */
    private static final class Line implements IrqLine {
        private final KvmVm vm;
        private final int gsi;
        private boolean level;

        Line(KvmVm vm, int gsi) {
            this.vm = vm;
            this.gsi = gsi;
        }

        @Override
        public void set(boolean asserted) {
            if (asserted != level) {
                level = asserted;
                vm.irqLine(gsi, asserted);
            }
        }
    }

    @Override
    public void reset(KvmVm vm) {
        if (!board.hasDevices()) {
            return;
        }
        try (var frame = Arena.ofConfined()) {
            for (byte[] chip : chips) {
                vm.fd().ioctl("KVM_SET_IRQCHIP", Ioctl.SET_IRQCHIP, frame.allocateFrom(ValueLayout.JAVA_BYTE, chip));
            }
            vm.fd().ioctl("KVM_SET_PIT2", Ioctl.SET_PIT2, frame.allocateFrom(ValueLayout.JAVA_BYTE, pit));
        }
    }
}
