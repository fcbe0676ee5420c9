package dev.cellvisor.cpu.kvm.ffi;

/** KVM's structures on x86-64 (arch/x86/include/uapi/asm/kvm.h). */
public final class X86Structs {
    private X86Structs() {
    }

    public static final Struct REGS = Struct.named("kvm_regs").u64("rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rsp", "rbp",
            "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "rip", "rflags").build();

    public static final Struct SEGMENT = Struct.named("kvm_segment").u64("base").u32("limit").u16("selector")
            .u8("type", "present", "dpl", "db", "s", "l", "g", "avl", "unusable", "padding").build();

    public static final Struct DTABLE = Struct.named("kvm_dtable").u64("base").u16("limit").array("padding", 3, 2).build();

    public static final Struct SREGS = Struct.named("kvm_sregs").struct(SEGMENT, "cs", "ds", "es", "fs", "gs", "ss", "tr", "ldt")
            .struct(DTABLE, "gdt", "idt").u64("cr0", "cr2", "cr3", "cr4", "cr8", "efer", "apic_base").array("interrupt_bitmap", 4, 8).build();

    public static final Struct FPU = Struct.named("kvm_fpu").array("fpr", 128, 1).u16("fcw", "fsw").u8("ftwx", "pad1").u16("last_opcode")
            .u64("last_ip", "last_dp").array("xmm", 256, 1).u32("mxcsr", "pad2").build();

    public static final Struct TRANSLATION = Struct.named("kvm_translation").u64("linear_address", "physical_address")
            .u8("valid", "writeable", "usermode").array("pad", 5, 1).build();

    public static final Struct INTERRUPT = Struct.named("kvm_interrupt").u32("irq").build();

    public static final Struct LAPIC_STATE = Struct.named("kvm_lapic_state").array("regs", 1024, 1).build();

    public static final Struct IRQCHIP = Struct.named("kvm_irqchip").u32("chip_id", "pad").array("chip", 512, 1).build();

    public static final Struct PIT_CONFIG = Struct.named("kvm_pit_config").u32("flags").array("pad", 15, 4).build();

    public static final Struct PIT_CHANNEL_STATE = Struct.named("kvm_pit_channel_state").u32("count").u16("latched_count")
            .u8("count_latched", "status_latched", "status", "read_state", "write_state", "write_latch", "rw_mode", "mode", "bcd", "gate")
            .u64("count_load_time").build();

    public static final Struct PIT_STATE2 = Struct.named("kvm_pit_state2").struct(PIT_CHANNEL_STATE, "channels[0]", "channels[1]", "channels[2]")
            .u32("flags").array("reserved", 9, 4).build();

    public static final Struct CLOCK_DATA = Struct.named("kvm_clock_data").u64("clock").u32("flags", "pad0").u64("realtime", "host_tsc")
            .array("pad", 4, 4).build();

    /** The head of kvm_msrs; its entries follow. */
    public static final Struct MSRS = Struct.named("kvm_msrs").u32("nmsrs", "pad").build();

    public static final Struct MSR_ENTRY = Struct.named("kvm_msr_entry").u32("index", "reserved").u64("data").build();

    /** The head of kvm_cpuid2; its entries follow. */
    public static final Struct CPUID2 = Struct.named("kvm_cpuid2").u32("nent", "padding").build();

    public static final Struct CPUID_ENTRY2 = Struct.named("kvm_cpuid_entry2").u32("function", "index", "flags", "eax", "ebx", "ecx", "edx")
            .array("padding", 3, 4).build();

    public static final Struct GUEST_DEBUG = Struct.named("kvm_guest_debug").u32("control", "pad").array("arch.debugreg", 8, 8).build();

    public static final Struct DEBUGREGS = Struct.named("kvm_debugregs").array("db", 4, 8).u64("dr6", "dr7", "flags").array("reserved", 9, 8).build();

    /** Its inner structures are spelt out, since C lets them have no names. */
    public static final Struct VCPU_EVENTS = Struct.named("kvm_vcpu_events")
            .u8("exception.injected", "exception.nr", "exception.has_error_code", "exception.pending").u32("exception.error_code")
            .u8("interrupt.injected", "interrupt.nr", "interrupt.soft", "interrupt.shadow")
            .u8("nmi.injected", "nmi.pending", "nmi.masked", "nmi.pad").u32("sipi_vector", "flags")
            .u8("smi.smm", "smi.pending", "smi.smm_inside_nmi", "smi.latched_init", "triple_fault.pending").array("reserved", 26, 1)
            .u8("exception_has_payload").u64("exception_payload").build();

    public static final Struct XCR = Struct.named("kvm_xcr").u32("xcr", "reserved").u64("value").build();

    public static final Struct XCRS = Struct.named("kvm_xcrs").u32("nr_xcrs", "flags").array("xcrs", 32, 8).array("padding", 16, 8).build();

    public static final Struct XSAVE = Struct.named("kvm_xsave").array("region", 1024, 4).build();
}
