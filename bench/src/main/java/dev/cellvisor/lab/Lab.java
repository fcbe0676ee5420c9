package dev.cellvisor.lab;

import dev.cellvisor.images.Images;
import java.nio.file.Path;
import java.util.List;

/**
 * One kind of lab: which QEMU, which machine, and what its first process does.
 *
 * @param name e.g. {@code "arm64"}
 * @param debianPackage which Debian package has the QEMU
 * @param qemu the command but for kernel, initramfs and command line; no path
 * @param commandLine the kernel's
 * @param javaHome where the Java runtime is inside, e.g. {@code "/jre"}
 * @param before lines of the init script that come before the checks: mounts, modules
 * @param image the image whose kernel and busybox the machine itself has
 * @param innerImage the guest that is booted inside
 * @param checks the class whose checks run inside, as {@link Inside} finds it
 */
record Lab(String name, String debianPackage, List<String> qemu, String commandLine, String javaHome, List<String> before, Class<? extends Checks> checks, String image,
        String innerImage) {

    /** Markers begin like this on the serial console. */
    static final String MARK = "LAB: ";
    /** Where the jars, the inner guest's files and the arguments are, inside. */
    static final Path INSIDE = Path.of("/lab");

    /** The whole of arm64 virtualisation: EL2, GICv3, by TCG, one host thread for each of the two CPUs. */
    static final Lab ARM64 = new Lab("arm64", "qemu-system-arm",
            List.of("qemu-system-aarch64", "-M", "virt,virtualization=on,gic-version=3", "-cpu", "max,pauth-impdef=on", "-smp", "2", "-m", "1500",
                    "-accel", "tcg,thread=multi"),
            "console=ttyAMA0 earlycon quiet cryptomgr.notests panic=-1", "/jre", List.of(), Arm64Checks.class, Images.DEFAULT, Images.DEFAULT);

    /**
     * AMD's virtualisation with nested paging, by TCG. One CPU, which the vCPUs' threads share: with two, on two host threads, a guest inside shut down or the
     * machine stood still in 2 of some 40 runs with QEMU 7.2, and neither happened where each check ran alone.
     */
    static final Lab AMD64 = new Lab("amd64", "qemu-system-x86",
            List.of("qemu-system-x86_64", "-M", "q35", "-cpu", "EPYC,+svm,+npt", "-smp", "1", "-m", "2500", "-accel", "tcg"),
            "console=ttyS0 quiet cryptomgr.notests panic=-1 mitigations=off", "/jre", List.of("modprobe kvm_amd", "ln -s lib /lib64"), Amd64Checks.class, "lab-amd64", "minimal-amd64");
}
