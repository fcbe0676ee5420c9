package dev.cellvisor.cpu.kvm.ffi;

/** KVM's ioctl numbers (include/uapi/linux/kvm.h): direction, size of the structure, KVM's letter 0xAE, number. */
public final class Ioctl {
    private static final long KVM = 0xAE00;
    private static final long WRITE = 1L << 30;
    private static final long READ = 2L << 30;

    private Ioctl() {
    }

    // of /dev/kvm
    public static final long GET_API_VERSION = io(0x00);
    public static final long CREATE_VM = io(0x01);
    public static final long GET_MSR_INDEX_LIST = iowr(0x02, 4);
    public static final long CHECK_EXTENSION = io(0x03);
    public static final long GET_VCPU_MMAP_SIZE = io(0x04);
    public static final long GET_SUPPORTED_CPUID = iowr(0x05, 8);

    // of a VM
    public static final long CREATE_VCPU = io(0x41);
    public static final long GET_DIRTY_LOG = iow(0x42, Structs.DIRTY_LOG);
    public static final long SET_USER_MEMORY_REGION = iow(0x46, Structs.USERSPACE_MEMORY_REGION);
    public static final long SET_TSS_ADDR = io(0x47);
    public static final long SET_IDENTITY_MAP_ADDR = iow(0x48, 8);
    public static final long CREATE_IRQCHIP = io(0x60);
    public static final long IRQ_LINE = iow(0x61, Structs.IRQ_LEVEL);
    public static final long GET_IRQCHIP = iowr(0x62, X86Structs.IRQCHIP);
    public static final long SET_IRQCHIP = ior(0x63, X86Structs.IRQCHIP);
    public static final long SET_GSI_ROUTING = iow(0x6a, 8);
    public static final long IRQFD = iow(0x76, Structs.IRQFD);
    public static final long CREATE_PIT2 = iow(0x77, X86Structs.PIT_CONFIG);
    public static final long IOEVENTFD = iow(0x79, Structs.IOEVENTFD);
    public static final long SET_CLOCK = iow(0x7b, X86Structs.CLOCK_DATA);
    public static final long GET_CLOCK = ior(0x7c, X86Structs.CLOCK_DATA);
    public static final long GET_PIT2 = ior(0x9f, X86Structs.PIT_STATE2);
    public static final long SET_PIT2 = iow(0xa0, X86Structs.PIT_STATE2);
    public static final long ENABLE_CAP = iow(0xa3, Structs.ENABLE_CAP);
    public static final long SIGNAL_MSI = iow(0xa5, Structs.MSI);
    public static final long ARM_SET_DEVICE_ADDR = iow(0xab, Arm64Structs.DEVICE_ADDR);
    public static final long ARM_PREFERRED_TARGET = ior(0xaf, Arm64Structs.VCPU_INIT);
    public static final long CREATE_DEVICE = iowr(0xe0, Structs.CREATE_DEVICE);
    public static final long RESET_DIRTY_RINGS = io(0xc7);

    // of a VM, a vCPU or a device
    public static final long SET_DEVICE_ATTR = iow(0xe1, Structs.DEVICE_ATTR);
    public static final long GET_DEVICE_ATTR = iow(0xe2, Structs.DEVICE_ATTR);
    public static final long HAS_DEVICE_ATTR = iow(0xe3, Structs.DEVICE_ATTR);

    // of a vCPU
    public static final long RUN = io(0x80);
    public static final long GET_REGS = ior(0x81, X86Structs.REGS);
    public static final long SET_REGS = iow(0x82, X86Structs.REGS);
    public static final long GET_SREGS = ior(0x83, X86Structs.SREGS);
    public static final long SET_SREGS = iow(0x84, X86Structs.SREGS);
    public static final long TRANSLATE = iowr(0x85, X86Structs.TRANSLATION);
    public static final long INTERRUPT = iow(0x86, X86Structs.INTERRUPT);
    public static final long GET_MSRS = iowr(0x88, 8);
    public static final long SET_MSRS = iow(0x89, 8);
    public static final long GET_FPU = ior(0x8c, X86Structs.FPU);
    public static final long SET_FPU = iow(0x8d, X86Structs.FPU);
    public static final long GET_LAPIC = ior(0x8e, X86Structs.LAPIC_STATE);
    public static final long SET_LAPIC = iow(0x8f, X86Structs.LAPIC_STATE);
    public static final long SET_CPUID2 = iow(0x90, 8);
    public static final long GET_MP_STATE = ior(0x98, Structs.MP_STATE);
    public static final long SET_MP_STATE = iow(0x99, Structs.MP_STATE);
    public static final long NMI = io(0x9a);
    public static final long SET_GUEST_DEBUG_X86 = iow(0x9b, X86Structs.GUEST_DEBUG);
    public static final long SET_GUEST_DEBUG_ARM64 = iow(0x9b, Arm64Structs.GUEST_DEBUG);
    public static final long GET_VCPU_EVENTS = ior(0x9f, X86Structs.VCPU_EVENTS);
    public static final long SET_VCPU_EVENTS = iow(0xa0, X86Structs.VCPU_EVENTS);
    public static final long GET_DEBUGREGS = ior(0xa1, X86Structs.DEBUGREGS);
    public static final long SET_DEBUGREGS = iow(0xa2, X86Structs.DEBUGREGS);
    public static final long GET_XSAVE = ior(0xa4, X86Structs.XSAVE);
    public static final long SET_XSAVE = iow(0xa5, X86Structs.XSAVE);
    public static final long GET_XCRS = ior(0xa6, X86Structs.XCRS);
    public static final long SET_XCRS = iow(0xa7, X86Structs.XCRS);
    public static final long GET_ONE_REG = iow(0xab, Structs.ONE_REG);
    public static final long SET_ONE_REG = iow(0xac, Structs.ONE_REG);
    public static final long ARM_VCPU_INIT = iow(0xae, Arm64Structs.VCPU_INIT);
    public static final long GET_REG_LIST = iowr(0xb0, 8);
    public static final long ARM_VCPU_FINALIZE = iow(0xc2, 4);

    private static long io(int number) {
        return KVM | number;
    }

    private static long iow(int number, long sizeBytes) {
        return WRITE | sizeBytes << 16 | KVM | number;
    }

    private static long ior(int number, long sizeBytes) {
        return READ | sizeBytes << 16 | KVM | number;
    }

    private static long iowr(int number, long sizeBytes) {
        return READ | WRITE | sizeBytes << 16 | KVM | number;
    }

    private static long iow(int number, Struct struct) {
        return iow(number, struct.sizeBytes());
    }

    private static long ior(int number, Struct struct) {
        return ior(number, struct.sizeBytes());
    }

    private static long iowr(int number, Struct struct) {
        return iowr(number, struct.sizeBytes());
    }
}
