package dev.cellvisor.cpu.kvm;

/** The architecture of this host, and so of every guest that KVM runs on it. */
public enum HostArch {
    /** x86-64, AMD's and Intel's. */
    X86_64,
    /** AArch64. */
    AARCH64,
    /** Something that we have no structures for. */
    OTHER;

    /** What this JVM runs on. */
    public static final HostArch HOST = switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> X86_64;
        case "aarch64", "arm64" -> AARCH64;
        default -> OTHER;
    };
}
