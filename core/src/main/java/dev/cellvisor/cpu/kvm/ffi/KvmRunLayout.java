package dev.cellvisor.cpu.kvm.ffi;

/** Where things stand in the page that a vCPU shares with KVM: offsets into {@link Structs#RUN} and into its union of exits. */
public final class KvmRunLayout {
    private KvmRunLayout() {
    }

    public static final long IMMEDIATE_EXIT = Structs.RUN.offset("immediate_exit");
    public static final long REQUEST_INTERRUPT_WINDOW = Structs.RUN.offset("request_interrupt_window");
    public static final long EXIT_REASON = Structs.RUN.offset("exit_reason");
    public static final long READY_FOR_INTERRUPT = Structs.RUN.offset("ready_for_interrupt_injection");
    public static final long EXIT = Structs.RUN.offset("exit");
    public static final long VALID_REGS = Structs.RUN.offset("kvm_valid_regs");
    public static final long DIRTY_REGS = Structs.RUN.offset("kvm_dirty_regs");
    public static final long SYNC_REGS = Structs.RUN.offset("s");

    /** KVM_EXIT_IO. */
    public static final Struct IO = Struct.named("kvm_run.io").u8("direction", "size").u16("port").u32("count").u64("data_offset").build();
    /** KVM_EXIT_MMIO. */
    public static final Struct MMIO = Struct.named("kvm_run.mmio").u64("phys_addr").array("data", 8, 1).u32("len").u8("is_write").build();
    /** KVM_EXIT_DEBUG on x86-64. */
    public static final Struct DEBUG_X86 = Struct.named("kvm_run.debug").u32("arch.exception", "arch.pad").u64("arch.pc", "arch.dr6", "arch.dr7").build();
    /** KVM_EXIT_DEBUG on aarch64. */
    public static final Struct DEBUG_ARM64 = Struct.named("kvm_run.debug").u32("arch.hsr", "arch.hsr_high").u64("arch.far").build();
    /** KVM_EXIT_FAIL_ENTRY. */
    public static final Struct FAIL_ENTRY = Struct.named("kvm_run.fail_entry").u64("hardware_entry_failure_reason").u32("cpu").build();
    /** KVM_EXIT_INTERNAL_ERROR. */
    public static final Struct INTERNAL = Struct.named("kvm_run.internal").u32("suberror", "ndata").array("data", 16, 8).build();
    /** KVM_EXIT_SYSTEM_EVENT. */
    public static final Struct SYSTEM_EVENT = Struct.named("kvm_run.system_event").u32("type", "ndata").array("data", 16, 8).build();
    /** KVM_EXIT_ARM_NISV. */
    public static final Struct ARM_NISV = Struct.named("kvm_run.arm_nisv").u64("esr_iss", "fault_ipa").build();
    /** KVM_EXIT_X86_RDMSR and KVM_EXIT_X86_WRMSR. */
    public static final Struct MSR = Struct.named("kvm_run.msr").u8("error").array("pad", 7, 1).u32("reason", "index").u64("data").build();

    public static final long IO_DIRECTION = EXIT + IO.offset("direction");
    public static final long IO_SIZE = EXIT + IO.offset("size");
    public static final long IO_PORT = EXIT + IO.offset("port");
    public static final long IO_COUNT = EXIT + IO.offset("count");
    public static final long IO_DATA_OFFSET = EXIT + IO.offset("data_offset");
    public static final long MMIO_ADDRESS = EXIT + MMIO.offset("phys_addr");
    public static final long MMIO_DATA = EXIT + MMIO.offset("data");
    public static final long MMIO_LEN = EXIT + MMIO.offset("len");
    public static final long MMIO_IS_WRITE = EXIT + MMIO.offset("is_write");
}
