package dev.cellvisor.cpu.kvm.ffi;

/** The structures of KVM that are the same on every architecture (include/uapi/linux/kvm.h). */
public final class Structs {
    private Structs() {
    }

    public static final Struct USERSPACE_MEMORY_REGION = Struct.named("kvm_userspace_memory_region")
            .u32("slot", "flags").u64("guest_phys_addr", "memory_size", "userspace_addr").build();

    public static final Struct IRQ_LEVEL = Struct.named("kvm_irq_level").u32("irq", "level").build();

    public static final Struct IRQFD = Struct.named("kvm_irqfd").u32("fd", "gsi", "flags", "resamplefd").array("pad", 16, 1).build();

    public static final Struct IOEVENTFD = Struct.named("kvm_ioeventfd").u64("datamatch", "addr").u32("len", "fd", "flags").array("pad", 36, 1).build();

    public static final Struct DIRTY_LOG = Struct.named("kvm_dirty_log").u32("slot", "padding1").u64("dirty_bitmap").build();

    public static final Struct ENABLE_CAP = Struct.named("kvm_enable_cap").u32("cap", "flags").array("args", 4, 8).array("pad", 64, 1).build();

    public static final Struct MSI = Struct.named("kvm_msi").u32("address_lo", "address_hi", "data", "flags", "devid").array("pad", 12, 1).build();

    public static final Struct CREATE_DEVICE = Struct.named("kvm_create_device").u32("type", "fd", "flags").build();

    public static final Struct DEVICE_ATTR = Struct.named("kvm_device_attr").u32("flags", "group").u64("attr", "addr").build();

    public static final Struct MP_STATE = Struct.named("kvm_mp_state").u32("mp_state").build();

    public static final Struct ONE_REG = Struct.named("kvm_one_reg").u64("id", "addr").build();

    /** The head of kvm_irq_routing; its entries follow. */
    public static final Struct IRQ_ROUTING = Struct.named("kvm_irq_routing").u32("nr", "flags").build();

    /** One route; {@code u} holds irqchip and pin, or an MSI's address and data. */
    public static final Struct IRQ_ROUTING_ENTRY = Struct.named("kvm_irq_routing_entry").u32("gsi", "type", "flags", "pad").array("u", 8, 4).build();

    /** The part of kvm_run that every exit has; what is particular follows at {@link KvmRunLayout#EXIT}. */
    public static final Struct RUN = Struct.named("kvm_run").u8("request_interrupt_window", "immediate_exit").array("padding1", 6, 1)
            .u32("exit_reason").u8("ready_for_interrupt_injection", "if_flag").u16("flags").u64("cr8", "apic_base")
            .array("exit", 256, 1).u64("kvm_valid_regs", "kvm_dirty_regs").array("s", 2048, 1).build();
}
