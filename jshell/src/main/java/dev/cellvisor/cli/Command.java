package dev.cellvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A subcommand, as data.
 *
 * @param name as typed
 * @param summary one sentence
 * @param options what it takes
 * @param file what its one positional argument is called, or {@code null} if it takes none
 * @param fileRequired whether the positional argument must be there
 * @param footer examples for the help
 * @param action does it and gives the exit status
 */
record Command(String name, String summary, List<Option> options, String file, boolean fileRequired, List<String> footer,
        ToIntFunction<Arguments> action) {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** The kinds of facts that a machine tells. */
    static final List<String> FACTS = List.of("advice", "balloon", "block", "console", "exception", "features", "host", "interrupt", "mmio", "psci", "queue", "serial", "status",
            "stray", "undefined", "violation", "vsock");

    /** What {@code boot} and {@code run} share. */
    static final List<Option> MACHINE = List.of(
            new Option("--memory", "SIZE", "RAM, e.g. 512M or 2G; a number alone counts MiB (512M)."),
            new Option("--smp", "N", "How many CPUs (1)."),
            new Option("--quantum", "N", "How many instructions a CPU executes until it is the next one's turn (10000)."),
            new Option("--cpu", "KIND", "What the CPUs are: emulated, or kvm for the host's own by Linux KVM (emulated)."),
            new Option("--cpu-model", "NAME", "The CPU model (cortex-a57)."),
            new Option("--engine", "NAME", "How it executes: auto, interpreter or native, which is host machine code. The guest sees no difference (auto)."),
            Option.flag("--contain-faults", "A fault of the native engine's own code ends the run with an error, and not the whole process; for who works on the engine."),
            Option.flag("--keep-translations", "Takes the native engine's code from earlier runs where the guest's is the same, and keeps it for later ones."),
            new Option("--gic", "VERSION", "The interrupt controller's version, 2 or 3 (3)."),
            Option.flag("--its", "Gives the GICv3 an ITS, and so message-signalled interrupts."),
            new Option("--append", "TEXT", "The kernel's command line, instead of the usual one."),
            new Option("--initrd", "FILE", "An initramfs of your own."),
            new Option("--disk", "FILE", "A raw disk image of your own, as virtio block device; the guest's writes go to the file."),
            new Option("--net", "KIND", "A network device: nat (DHCP, DNS and the host's network, by libslirp), tap:NAME, or none (none)."),
            new Option("--capture", "FILE", "Writes the network device's packets to a pcapng file."),
            new Option("--virtio", "VERSION", "The virtio-mmio interface of its devices: modern, or legacy for Version 1 (modern)."),
            new Option("--seed", "N", "Where all the guest's randomness comes from (1)."),
            new Option("--instructions", "N", "The run fails after so many instructions."),
            Debugger.OPTION,
            new Option("--trace", "KINDS", "Shows what happens on standard error, of one or more kinds, with commas: " + String.join(", ", FACTS) + ", or all."));

    static List<Option> with(List<Option> options, Option... more) {
        List<Option> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    Option option(String optionName) {
        for (Option option : options) {
            if (option.name().equals(optionName)) {
                return option;
            }
        }
        return null;
    }
}
