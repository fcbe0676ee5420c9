package dev.cellvisor.lab;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RegisterDialogue;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.nio.file.Path;

/**
 * The Linux guest of a lab: the default image, with the devices that {@code boot} gives it. The same on both CPUs.
 *
 * @param kernel an arm64 Image
 * @param initrd its initramfs
 * @param commandLine the kernel's
 */
record LinuxGuest(Path kernel, Path initrd, String commandLine) {
    static final int MEMORY_MIB = 256;
    static final int DISK_BYTES = 1 << 20;
    static final String PROMPT = "cellvisor:/# ";

    /** A VM with Linux ready to start. */
    Vm prepare(String name, Cpu.Kind kind, int cpus) {
        Vm vm = machine(Vm.builder(name).cpu(kind).cpus(cpus));
        vm.boot().kernel(kernel).initrd(initrd).append(commandLine).prepare();
        return vm;
    }

    /** The VM without Linux. */
    static Vm machine(VmBuilder builder) {
        Vm vm = builder.memoryMiB(MEMORY_MIB).build();
        vm.attach(new BlockDevice(new MemoryBackend(disk())));
        vm.attach(new EntropyDevice(vm.seed()));
        vm.attach(new ConsoleDevice());
        return vm;
    }

    /** The disk: each sector filled with its number. */
    static byte[] disk() {
        byte[] disk = new byte[DISK_BYTES];
        for (int i = 0; i < disk.length; i++) {
            disk[i] = (byte) (i >>> 9);
        }
        return disk;
    }

    /** What its drivers say to their devices on the emulated CPU; see {@link RegisterDialogue}. */
    String emulatedDialogue() {
        try (Vm vm = prepare("lab reference", Cpu.EMULATED, 1); var dialogue = new RegisterDialogue(vm)) {
            vm.runUntil(Condition.console(PROMPT).seconds(300));
            return dialogue.toString();
        }
    }
}
