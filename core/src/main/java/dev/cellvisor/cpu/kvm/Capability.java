package dev.cellvisor.cpu.kvm;

/**
 * Capabilities of KVM that matter here (Documentation/virt/kvm/api.rst), each with what it is used for.
 */
public enum Capability {
    IRQCHIP(0, "interrupt controller in the kernel: on x86-64 PICs, IOAPIC and local APICs; on arm64 a VGIC"),
    USER_MEMORY(3, "RAM: our memory as the guest's"),
    NR_VCPUS(9, "how many vCPUs are recommended"),
    NR_MEMSLOTS(10, "how many slots of RAM a VM can have"),
    MP_STATE(14, "whether a vCPU runs, halts or is off: shown, saved"),
    GUEST_DEBUG_HW_BPS(119, "how many hardware breakpoints: breakpoints by address"),
    GUEST_DEBUG_HW_WPS(120, "how many hardware watchpoints"),
    SET_GUEST_DEBUG(23, "single-step and breakpoints"),
    IRQFD(32, "an interrupt by an eventfd, for whoever is not this process (KvmVm.irqfd); our devices drive their lines by KVM_IRQ_LINE"),
    PIT2(33, "the PC's timer in the kernel"),
    IOEVENTFD(36, "QueueNotify without leaving to user space"),
    ADJUST_CLOCK(39, "the paravirtual clock can be set; not used: it goes on while the VM is paused, as all its time does"),
    VCPU_EVENTS(41, "pending exceptions: saved"),
    DEBUGREGS(50, "debug registers: saved"),
    XSAVE(55, "floating point and vector registers: saved"),
    XCRS(56, "extended control registers: saved"),
    TSC_CONTROL(60, "the rate of the time stamp counter can be set; not used: it is the host's"),
    MAX_VCPUS(66, "how many vCPUs a VM can have"),
    ONE_REG(70, "registers one by one: every register that the API shows on arm64"),
    TSC_DEADLINE_TIMER(72, "the local APIC's timer in the mode that Linux likes"),
    SYNC_REGS(74, "registers in the shared page; not used: they are asked for by name"),
    SIGNAL_MSI(77, "message-signalled interrupts, by hand (KvmVm.signalMsi); the boards' devices have lines"),
    READONLY_MEM(81, "ROM: memory that the guest cannot write, its writes are exits (KvmVm.setMemory)"),
    DEVICE_CTRL(89, "devices in the kernel that are made and set up by attributes: the VGIC"),
    ARM_PSCI_0_2(102, "PSCI in the kernel"),
    ARM_EL1_32BIT(93, "guests whose kernel is 32-bit; not used: board virt's is 64-bit"),
    ENABLE_CAP_VM(98, "switching capabilities on for a VM"),
    VM_ATTRIBUTES(101, "attributes of a VM"),
    ARM_PMU_V3(126, "performance counters in the guest; not used: it is shown none"),
    VCPU_ATTRIBUTES(127, "attributes of a vCPU: interrupt numbers of timers and PMU; the numbers of board virt are the kernel's own"),
    MAX_VCPU_ID(128, "the largest number of a vCPU"),
    IMMEDIATE_EXIT(136, "stopping a vCPU from another thread without a race"),
    SPLIT_IRQCHIP(121, "local APICs in the kernel, the rest in user space; not used: all is in the kernel"),
    ARM_VM_IPA_SIZE(165, "how many bits a guest-physical address has"),
    ARM_NISV_TO_USER(177, "an access that the hardware does not describe is told instead of ending the VM"),
    ARM_SVE(170, "vectors of variable length in the guest; not used: it is shown none"),
    ARM_PTRAUTH_ADDRESS(171, "pointer authentication in the guest; not used: it is shown none"),
    DIRTY_LOG_RING(192, "which pages were written, as a ring; not used: GuestMemory.dirtyPages takes the bitmap"),
    STEAL_TIME(187, "how long a vCPU waited for a host CPU; not used"),
    VM_GPA_BITS(207, "how many bits a guest-physical address has"),
    COUNTER_OFFSET(227, "the counter of an arm64 VM can be set for all vCPUs; not used: it is set as a register");

    private final int number;
    private final String use;

    Capability(int number, String use) {
        this.number = number;
        this.use = use;
    }

    /** KVM's number. */
    public int number() {
        return number;
    }

    /** What it is used for here, in one line. */
    public String use() {
        return use;
    }

    /** Whether it can be there on an architecture. */
    public boolean on(HostArch architecture) {
        boolean x86Only = switch (this) {
            case PIT2, ADJUST_CLOCK, DEBUGREGS, XSAVE, XCRS, TSC_CONTROL, TSC_DEADLINE_TIMER, SPLIT_IRQCHIP, IRQCHIP, SYNC_REGS -> true;
            default -> false;
        };
        boolean arm64Only = name().startsWith("ARM_") || this == ONE_REG || this == COUNTER_OFFSET || this == GUEST_DEBUG_HW_BPS || this == GUEST_DEBUG_HW_WPS
                || this == VM_GPA_BITS || this == VCPU_ATTRIBUTES;
        return architecture == HostArch.X86_64 ? !arm64Only : !x86Only || this == IRQCHIP;
    }

    /** Its name in the header. */
    public String constant() {
        return "KVM_CAP_" + name();
    }
}
