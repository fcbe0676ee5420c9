package dev.cellvisor.images;

import dev.cellvisor.vm.BootSetup;
import dev.cellvisor.vm.Vm;
import java.nio.file.Path;

/**
 * A guest that is ready to boot.
 *
 * @param name the recipe's name
 * @param directory where its files are; shared and not to be written to
 * @param kernel the raw arm64 kernel Image (Linux, Documentation/arm64/booting.rst)
 * @param initrd the initramfs
 * @param disk the {@link PatternDisk}, or the root file system ({@link Recipe#hasRootDisk}); attach it copy-on-write, so that it is the same every time
 * @param manifest what all this was made from, with the kernel command line and the real-time clock's start
 */
public record GuestImage(String name, Path directory, Path kernel, Path initrd, Path disk, Manifest manifest) {

    static GuestImage in(Path directory, Manifest manifest) {
        return new GuestImage(manifest.recipe().name(), directory, directory.resolve(Manifest.KERNEL),
                directory.resolve(Manifest.INITRD), directory.resolve(Manifest.DISK), manifest);
    }

    /**
     * Sets a VM up to boot this: kernel, initramfs, command line, and the prompt that {@link Vm#shell} waits for. Then {@code prepare()}, or more of {@link BootSetup}. Devices,
     * such as one with the {@link #disk}, are the caller's.
     */
    public BootSetup on(Vm vm) {
        vm.prompt(manifest.recipe().prompt());
        return vm.boot().kernel(kernel).initrd(initrd).append(manifest.recipe().commandLine());
    }
}
