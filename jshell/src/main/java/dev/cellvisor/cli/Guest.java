package dev.cellvisor.cli;

import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.images.Recipe;
import dev.cellvisor.vm.BootSetup;
import java.nio.file.Path;

/**
 * What is to be booted.
 *
 * @param image the guest image that all this is of, or {@code null} for a kernel of the user's own
 * @param kernel an arm64 Image
 * @param initrd its initramfs, or {@code null}
 * @param disk a disk that is not to be written to, or {@code null}
 * @param rootDisk whether the disk is the guest's root file system
 * @param commandLine the kernel's
 * @param prompt what the shell's prompt ends in
 * @param login what the console says when root can log in, or {@code null} where a shell is there at once
 * @param dateSeconds what the real-time clock is to show at the start, or -1
 */
record Guest(GuestImage image, Path kernel, Path initrd, Path disk, boolean rootDisk, String commandLine, String prompt, String login, long dateSeconds) {

    /** The user's own kernel, or a guest image, which is built if it is not there yet. */
    static Guest of(Arguments arguments) {
        if (arguments.has("--kernel")) {
            if (arguments.has("--login")) {
                throw new UsageException("--login is for guest images; a kernel of your own may do anything");
            }
            if (arguments.has("--image")) {
                throw new UsageException("--kernel and --image exclude each other");
            }
            return new Guest(null, arguments.path("--kernel"), null, null, false, arguments.get("--append", pc(arguments) ? BootSetup.DEFAULT_PC_APPEND : BootSetup.DEFAULT_APPEND), "# ", null, -1);
        }
        GuestImage image = Images.ensure(arguments.get("--image", pc(arguments) ? Images.AMD64 : Images.DEFAULT), progress());
        Recipe recipe = image.manifest().recipe();
        String commandLine = arguments.get("--append", recipe.commandLine());
        // Commands need no services; whoever wants them running says --login.
        if (recipe.hasRootDisk() && arguments.has("--exec") && !arguments.has("--login")) {
            commandLine += " " + Recipe.SHELL_ONLY;
        }
        boolean shell = commandLine.contains(Recipe.SHELL_ONLY);
        return new Guest(image, image.kernel(), image.initrd(), image.disk(), recipe.hasRootDisk(), commandLine, "# ",
                shell || recipe.login().isEmpty() ? null : recipe.login(), image.manifest().rtcSeconds());
    }

    /** Whether the machine will be a PC: the host's CPUs, and they are x86-64. */
    private static boolean pc(Arguments arguments) {
        return arguments.get("--cpu", "").equals("kvm") && HostArch.HOST == HostArch.X86_64;
    }

    /** A bar on a terminal, plain lines otherwise. */
    static Progress progress() {
        return Terminals.errorIsTerminal() ? Progress.bar(System.err) : Progress.lines(System.err);
    }
}
