package dev.cellvisor.cpu.kvm.ffi;

/** KVM's structures on aarch64 (arch/arm64/include/uapi/asm/kvm.h). */
public final class Arm64Structs {
    private Arm64Structs() {
    }

    public static final Struct VCPU_INIT = Struct.named("kvm_vcpu_init").u32("target").array("features", 7, 4).build();

    public static final Struct DEVICE_ADDR = Struct.named("kvm_arm_device_addr").u64("id", "addr").build();

    /** The head of kvm_reg_list; the ids follow, 8 bytes each. */
    public static final Struct REG_LIST = Struct.named("kvm_reg_list").u64("n").build();

    public static final Struct GUEST_DEBUG = Struct.named("kvm_guest_debug").u32("control", "pad").array("arch.dbg_bcr", 16, 8).array("arch.dbg_bvr", 16, 8)
            .array("arch.dbg_wcr", 16, 8).array("arch.dbg_wvr", 16, 8).build();

    /** Its inner structure is spelt out. */
    public static final Struct VCPU_EVENTS = Struct.named("kvm_vcpu_events").u8("exception.serror_pending", "exception.serror_has_esr",
            "exception.ext_dabt_pending").array("exception.pad", 5, 1).u64("exception.serror_esr").array("reserved", 12, 4).build();
}
