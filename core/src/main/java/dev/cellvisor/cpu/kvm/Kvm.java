package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import java.util.Optional;

/**
 * This host's KVM: /dev/kvm, open.
 *
 * <pre>{@code
 * try (var kvm = Kvm.open(); var vm = kvm.createVm(); var memory = …) {
 *     vm.setMemory(0, 0, memory, 0);
 *     KvmVcpu vcpu = vm.createVcpu(0);
 *     KvmExit exit = vcpu.run();
 * }
 * }</pre>
 */
public final class Kvm implements AutoCloseable {
    /** Where it is. */
    public static final String DEVICE = "/dev/kvm";
    /** The only version of the API there ever was. */
    public static final int API_VERSION = 12;

    private final Fd fd;
    private final int runBytes;

    private Kvm(Fd fd) {
        this.fd = fd;
        int version = fd.ioctl("KVM_GET_API_VERSION", Ioctl.GET_API_VERSION, 0);
        if (version != API_VERSION) {
            throw new KvmException("this kernel's KVM speaks version %d of the API, we speak %d".formatted(version, API_VERSION));
        }
        runBytes = fd.ioctl("KVM_GET_VCPU_MMAP_SIZE", Ioctl.GET_VCPU_MMAP_SIZE, 0);
    }

    /**
     * Opens /dev/kvm.
     *
     * @throws KvmException in one sentence that says what to do, if it cannot be used here
     */
    public static Kvm open() {
        return open(DEVICE);
    }

    /** Opens KVM under another name; see {@link #open()}. */
    static Kvm open(String path) {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new KvmException("KVM is a part of Linux, and this is " + system + "; the emulated CPU runs everywhere");
        }
        if (HostArch.HOST == HostArch.OTHER) {
            throw new KvmException("KVM is supported here on x86-64 and aarch64, and this is " + System.getProperty("os.arch"));
        }
        Fd fd;
        try {
            fd = Fd.open(path);
        } catch (KvmException e) {
            throw KvmException.withAdvice(e.errno(), path + ": " + advice(e.errno()));
        }
        try {
            return new Kvm(fd);
        } catch (RuntimeException e) {
            fd.close();
            throw e;
        }
    }

    /** What to do when it cannot be opened. */
    static String advice(int errno) {
        return switch (errno) {
            case Errno.ENOENT -> "it does not exist: load the module (modprobe kvm_intel, kvm_amd), switch virtualisation on in the firmware, "
                    + "or, in a container, pass --device /dev/kvm";
            case Errno.EACCES, Errno.EPERM -> "permission denied: add yourself to group kvm (sudo usermod -aG kvm $USER) and log in again";
            case Errno.ENODEV, Errno.ENXIO -> "no driver behind it: load the module (modprobe kvm_intel, kvm_amd) or switch virtualisation on in the firmware";
            default -> Errno.describe(errno);
        };
    }

    /** Why KVM cannot be used here, in one sentence; empty if it can. */
    public static Optional<String> unavailable() {
        try (var kvm = open()) {
            return Optional.empty();
        } catch (KvmException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What a capability has: 0 if it is not there, else 1 or a number that says how much. */
    public int check(Capability capability) {
        return check(capability.number());
    }

    /** As {@link #check(Capability)} by KVM's number. */
    public int check(int capability) {
        return fd.ioctl("KVM_CHECK_EXTENSION " + capability, Ioctl.CHECK_EXTENSION, capability);
    }

    /** How much of a vCPU's file is mapped: kvm_run and what follows it. */
    public int runBytes() {
        return runBytes;
    }

    /** A VM of the default kind. */
    public KvmVm createVm() {
        return createVm(0);
    }

    /**
     * A VM.
     *
     * @param type 0, or on arm64 how many bits a guest-physical address has
     */
    public KvmVm createVm(long type) {
        return new KvmVm(this, fd.make("KVM_CREATE_VM", Ioctl.CREATE_VM, type));
    }

    /** The file itself, for calls that have no method here. */
    public Fd fd() {
        return fd;
    }

    @Override
    public void close() {
        fd.close();
    }

    @Override
    public String toString() {
        return "KVM on " + HostArch.HOST.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
