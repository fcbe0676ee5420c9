package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.kvm.Attributes;
import dev.cellvisor.cpu.kvm.KvmDevice;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * The GICv3 that KVM has in the kernel (Documentation/virt/kvm/devices/arm-vgic-v3.rst). It is made before the vCPUs run, and readied after all
 * of them are made. Its registers can be looked at while no vCPU is in KVM_RUN.
 */
public final class Vgic implements Stateful {
    private static final int GROUP_ADDRESS = 0;
    private static final int GROUP_DISTRIBUTOR = 1;
    private static final int GROUP_INTERRUPTS = 3;
    private static final int GROUP_CONTROL = 4;
    private static final int GROUP_REDISTRIBUTOR = 5;
    private static final int GROUP_CPU = 6;
    private static final int GROUP_LEVELS = 7;

    private static final int ADDRESS_DISTRIBUTOR = 2;
    private static final int ADDRESS_REDISTRIBUTORS = 3;
    private static final int CONTROL_INIT = 0;

    // GICv3 architecture, 12.9 to 12.11.
    private static final int GICD_CTLR = 0;
    private static final int GICR_WAKER = 0x14;
    private static final int SGI_FRAME = 0x1_0000;
    private static final int IGROUPR = 0x80;
    private static final int ISENABLER = 0x100;
    private static final int ICENABLER = 0x180;
    private static final int ISPENDR = 0x200;
    private static final int ISACTIVER = 0x300;
    private static final int ICACTIVER = 0x380;
    private static final int IPRIORITYR = 0x400;
    private static final int ICFGR = 0xc00;
    private static final int GICD_IROUTER = 0x6000;

    /** ICC_*_EL1 that have state; SRE first, as the others depend on it. The last ones are there with more than 5 bits of priority. */
    private static final int[] CPU_REGISTERS = {
        CpuInterface.encoding(3, 0, 12, 12, 5), CpuInterface.encoding(3, 0, 12, 12, 4), CpuInterface.encoding(3, 0, 4, 6, 0),
        CpuInterface.encoding(3, 0, 12, 8, 3), CpuInterface.encoding(3, 0, 12, 12, 3), CpuInterface.encoding(3, 0, 12, 12, 6),
        CpuInterface.encoding(3, 0, 12, 12, 7), CpuInterface.encoding(3, 0, 12, 8, 4), CpuInterface.encoding(3, 0, 12, 9, 0),
        CpuInterface.encoding(3, 0, 12, 8, 5), CpuInterface.encoding(3, 0, 12, 9, 1), CpuInterface.encoding(3, 0, 12, 8, 6),
        CpuInterface.encoding(3, 0, 12, 9, 2), CpuInterface.encoding(3, 0, 12, 8, 7), CpuInterface.encoding(3, 0, 12, 9, 3)};

    private static final int SRE = 0;
    private static final int CTLR = 1;
    /** ICC_CTLR_EL1.CBPR and EOImode; the rest says what the hardware has. */
    private static final long CTLR_MODES = 3;

    private final Attributes device;
    private final int cpus;
    private final IntToLongFunction affinity;
    private final int interrupts;

    /**
     * Makes it, not ready yet. It is closed with the VM.
     *
     * @param vm the VM
     * @param cpus how many vCPUs there will be
     * @param affinity a vCPU's affinity fields by its index, as its MPIDR_EL1 has them
     * @param distributor guest-physical, 64 KiB
     * @param redistributors guest-physical, 128 KiB for each vCPU
     * @param interrupts how many INTIDs, the 32 private ones included: a multiple of 32
     */
    public Vgic(KvmVm vm, int cpus, IntToLongFunction affinity, long distributor, long redistributors, int interrupts) {
        this.cpus = cpus;
        this.affinity = affinity;
        this.interrupts = interrupts;
        try {
            device = vm.createDevice(KvmDevice.ARM_VGIC_V3).attributes();
        } catch (KvmException e) {
            throw e.errno() != Errno.ENODEV ? e : KvmException.withAdvice(Errno.ENODEV,
                    "this host's KVM has no virtual GICv3, which board virt is built on: its interrupt controller is a GICv2");
        }
        device.setInt(GROUP_INTERRUPTS, 0, interrupts);
        device.setLong(GROUP_ADDRESS, ADDRESS_DISTRIBUTOR, distributor);
        device.setLong(GROUP_ADDRESS, ADDRESS_REDISTRIBUTORS, redistributors);
    }

    /** Readies it, once all vCPUs are made. */
    public void ready() {
        device.trigger(GROUP_CONTROL, CONTROL_INIT);
    }

    /** How many INTIDs it has. */
    public int interrupts() {
        return interrupts;
    }

    /** Does something with its registers; KVM refuses that while a vCPU is in the guest. */
    private static <T> T paused(Supplier<T> access) {
        try {
            return access.get();
        } catch (KvmException e) {
            throw e.errno() != Errno.EBUSY ? e : KvmException.withAdvice(Errno.EBUSY,
                    "the interrupt controller's registers can be looked at only while no vCPU runs; pause the VM first");
        }
    }

    private long get32(int group, long which) {
        return paused(() -> device.getInt(group, which)) & 0xffff_ffffL;
    }

    private void set32(int group, long which, long number) {
        paused(() -> {
            device.setInt(group, which, (int) number);
            return null;
        });
    }

    /** MPIDR_EL1's affinity fields packed as the device's attributes want them: Aff3 to Aff0 in the upper half. */
    private long of(int cpu, long rest) {
        long a = affinity.applyAsLong(cpu);
        return ((a >>> 32 & 0xff) << 24 | a & 0xff_ffff) << 32 | rest;
    }

    /** A register of the distributor, 32 bits, without the effects that a guest's access has. */
    public long distributor(int offset) {
        return get32(GROUP_DISTRIBUTOR, offset);
    }

    /** Sets a register of the distributor; see {@link #distributor(int)}. */
    public void setDistributor(int offset, long number) {
        set32(GROUP_DISTRIBUTOR, offset, number);
    }

    /** A register of a vCPU's redistributor, 32 bits; the second frame begins at 0x10000. */
    public long redistributor(int cpu, int offset) {
        return get32(GROUP_REDISTRIBUTOR, of(cpu, offset));
    }

    /** Sets a register of a vCPU's redistributor; see {@link #redistributor(int, int)}. */
    public void setRedistributor(int cpu, int offset, long number) {
        set32(GROUP_REDISTRIBUTOR, of(cpu, offset), number);
    }

    /**
     * One of a vCPU's ICC_*_EL1.
     *
     * @return its value, or -1 if this controller has no such register
     */
    public long cpuInterface(int cpu, int encoding) {
        try {
            return paused(() -> device.getLong(GROUP_CPU, of(cpu, encoding)));
        } catch (KvmException e) {
            if (e.errno() == Errno.ENXIO || e.errno() == Errno.EINVAL) {
                return -1;
            }
            throw e;
        }
    }

    /** Sets one of a vCPU's ICC_*_EL1. */
    public void setCpuInterface(int cpu, int encoding, long number) {
        paused(() -> {
            device.setLong(GROUP_CPU, of(cpu, encoding), number);
            return null;
        });
    }

    /** The levels of 32 input lines. @param first the first's INTID, a multiple of 32 */
    public long levels(int cpu, int first) {
        return get32(GROUP_LEVELS, of(cpu, first));
    }

    // ---- state

    @Override
    public State save() {
        List<State> redistributors = new ArrayList<>();
        for (int cpu = 0; cpu < cpus; cpu++) {
            redistributors.add(saveCpu(cpu));
        }
        int words = interrupts / 32;
        return State.of("vgic", 1).put("ctlr", distributor(GICD_CTLR))
                .put("group", distributors(IGROUPR, 1, words)).put("enable", distributors(ISENABLER, 1, words))
                .put("levels", spiLevels()).put("pending", distributors(ISPENDR, 1, words)).put("active", distributors(ISACTIVER, 1, words))
                .put("priority", distributors(IPRIORITYR, 8, interrupts / 4)).put("config", distributors(ICFGR, 2, interrupts / 16))
                .put("router", distributors(GICD_IROUTER, 64, 2 * interrupts)).put("cpus", redistributors).build();
    }

    /** Words of an array of registers, without those of the private interrupts. */
    private long[] distributors(int base, int first, int end) {
        long[] values = new long[end - first];
        for (int i = first; i < end; i++) {
            values[i - first] = distributor(base + 4 * i);
        }
        return values;
    }

    private long[] spiLevels() {
        long[] values = new long[interrupts / 32 - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = levels(0, 32 * (i + 1));
        }
        return values;
    }

    private State saveCpu(int cpu) {
        long[] priorities = new long[8];
        for (int i = 0; i < 8; i++) {
            priorities[i] = redistributor(cpu, SGI_FRAME + IPRIORITYR + 4 * i);
        }
        long[] registers = new long[CPU_REGISTERS.length];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = cpuInterface(cpu, CPU_REGISTERS[i]);
        }
        return State.of("vgic.cpu", 1).put("waker", redistributor(cpu, GICR_WAKER))
                .put("group", redistributor(cpu, SGI_FRAME + IGROUPR)).put("enable", redistributor(cpu, SGI_FRAME + ISENABLER))
                .put("levels", levels(cpu, 0)).put("pending", redistributor(cpu, SGI_FRAME + ISPENDR)).put("active", redistributor(cpu, SGI_FRAME + ISACTIVER))
                .put("config", redistributor(cpu, SGI_FRAME + ICFGR + 4)).put("priority", priorities).put("interface", registers).build();
    }

    /** Puts it into the state in which it began: nothing enabled, pending or active. The levels of its lines stay what devices make them. */
    public void reset() {
        setDistributor(GICD_CTLR, 0);
        long[] words = new long[interrupts / 32 - 1];
        clearAndSet(ICENABLER, ISENABLER, words);
        clearAndSet(ICACTIVER, ISACTIVER, words);
        setAll(ISPENDR, 1, words);
        setAll(IGROUPR, 1, words);
        setAll(ICFGR, 2, new long[interrupts / 16 - 2]);
        setAll(IPRIORITYR, 8, new long[interrupts / 4 - 8]);
        setAll(GICD_IROUTER, 64, new long[2 * interrupts - 64]);
        for (int cpu = 0; cpu < cpus; cpu++) {
            setRedistributor(cpu, SGI_FRAME + ICENABLER, 0xffff_ffffL);
            setRedistributor(cpu, SGI_FRAME + ICACTIVER, 0xffff_ffffL);
            setRedistributor(cpu, SGI_FRAME + ISPENDR, 0);
            setRedistributor(cpu, SGI_FRAME + IGROUPR, 0);
            setRedistributor(cpu, SGI_FRAME + ICFGR + 4, 0);
            for (int i = 0; i < 8; i++) {
                setRedistributor(cpu, SGI_FRAME + IPRIORITYR + 4 * i, 0);
            }
            resetInterface(cpu);
        }
    }

    private void resetInterface(int cpu) {
        for (int encoding : CPU_REGISTERS) {
            long now = cpuInterface(cpu, encoding);
            if (now == -1 || encoding == CPU_REGISTERS[SRE]) {
                continue;
            }
            setCpuInterface(cpu, encoding, encoding == CPU_REGISTERS[CTLR] ? now & ~CTLR_MODES : 0);
        }
    }

    @Override
    public void restore(State saved) {
        State state = saved.expect("vgic", 1);
        setDistributor(GICD_CTLR, state.number("ctlr"));
        setAll(IGROUPR, 1, state.numbers("group"));
        setAll(GICD_IROUTER, 64, state.numbers("router"));
        setAll(ICFGR, 2, state.numbers("config"));
        setAll(IPRIORITYR, 8, state.numbers("priority"));
        clearAndSet(ICENABLER, ISENABLER, state.numbers("enable"));
        long[] levels = state.numbers("levels");
        for (int i = 0; i < levels.length; i++) {
            set32(GROUP_LEVELS, of(0, 32L * (i + 1)), levels[i]);
        }
        setAll(ISPENDR, 1, state.numbers("pending")); // from user space this sets and clears
        clearAndSet(ICACTIVER, ISACTIVER, state.numbers("active"));
        List<State> children = state.children("cpus");
        for (int cpu = 0; cpu < cpus; cpu++) {
            restoreCpu(cpu, children.get(cpu).expect("vgic.cpu", 1));
        }
    }

    private void setAll(int base, int first, long[] values) {
        for (int i = 0; i < values.length; i++) {
            setDistributor(base + 4 * (first + i), values[i]);
        }
    }

    private void clearAndSet(int clear, int set, long[] values) {
        for (int i = 0; i < values.length; i++) {
            setDistributor(clear + 4 * (1 + i), 0xffff_ffffL);
            setDistributor(set + 4 * (1 + i), values[i]);
        }
    }

    private void restoreCpu(int cpu, State state) {
        setRedistributor(cpu, GICR_WAKER, state.number("waker"));
        setRedistributor(cpu, SGI_FRAME + IGROUPR, state.number("group"));
        setRedistributor(cpu, SGI_FRAME + ICFGR + 4, state.number("config"));
        long[] priorities = state.numbers("priority");
        for (int i = 0; i < priorities.length; i++) {
            setRedistributor(cpu, SGI_FRAME + IPRIORITYR + 4 * i, priorities[i]);
        }
        setRedistributor(cpu, SGI_FRAME + ICENABLER, 0xffff_ffffL);
        setRedistributor(cpu, SGI_FRAME + ISENABLER, state.number("enable"));
        set32(GROUP_LEVELS, of(cpu, 0), state.number("levels"));
        setRedistributor(cpu, SGI_FRAME + ISPENDR, state.number("pending"));
        setRedistributor(cpu, SGI_FRAME + ICACTIVER, 0xffff_ffffL);
        setRedistributor(cpu, SGI_FRAME + ISACTIVER, state.number("active"));
        long[] registers = state.numbers("interface");
        for (int i = 0; i < registers.length; i++) {
            if (registers[i] != -1) {
                setCpuInterface(cpu, CPU_REGISTERS[i], registers[i]);
            }
        }
    }
}
