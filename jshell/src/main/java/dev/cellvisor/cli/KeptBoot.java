package dev.cellvisor.cli;

import dev.cellvisor.images.Manifest;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.StateJson;
import dev.cellvisor.vm.OurProgram;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One boot's place in the {@link BootCache}: whether it may have one, its key, taking it, and keeping it. Where something beside the guest's console wants to
 * see the boot, or something of the host's is part of the machine, the cache steps aside.
 */
final class KeptBoot {
    /** Options that want to see the boot itself, or bring something whose content the key does not know. */
    private static final List<String> ASIDE = List.of("--kernel", "--initrd", "--disk", "--net", "--capture", "--trace", "--gdb", "--stats", "--profile", "--lockstep", "--contain-faults", "--instructions");
    /** Options that measure a run: the cache is used beside them only if it is asked for. */
    private static final List<String> ASKED = List.of("--timing", "--fingerprint");

    private final BootCache cache;
    private final String key;
    private Thread writing;

    private KeptBoot(BootCache cache, String key) {
        this.cache = cache;
        this.key = key;
    }

    /** The place of what is to be booted; {@code null} if the cache steps aside. */
    static KeptBoot of(BootCache cache, Arguments arguments, Guest guest) {
        if (reasonAside(arguments) != null) {
            return null;
        }
        try {
            return new KeptBoot(cache, Sha256.hex(describe(OurProgram.sha256(cache.folder().directory()), arguments, guest).getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            return null; // a cache that cannot be read or written is none
        }
    }

    /** Loads what taking a boot needs, while this thread looks for the guest. */
    static void warmUp(Arguments arguments) {
        if (reasonAside(arguments) == null) {
            Thread.ofPlatform().daemon().name("warm-up-cache").start(() -> {
                StateJson.parse("{\"a\":[1]}".getBytes(StandardCharsets.US_ASCII));
                Sha256.hex(new byte[64]);
            });
        }
    }

    /** Why the cache is not used, or {@code null}. */
    static String reasonAside(Arguments arguments) {
        boolean wanted = arguments.has("--cache");
        String reason = arguments.has("--no-cache") ? "--no-cache" : null;
        for (String option : ASIDE) {
            if (arguments.has(option) && !(option.equals("--net") && arguments.get(option, "").equals("none"))) {
                reason = option;
            }
        }
        String devices = arguments.get("--devices", "");
        if (devices.contains("port=") || devices.contains("tty=")) {
            reason = "the files of --devices";
        }
        if (!arguments.get("--cpu", "emulated").equals("emulated")) {
            reason = "--cpu " + arguments.get("--cpu", "");
        }
        if (wanted && reason != null) {
            throw new UsageException("--cache: the cache of boots cannot be used with " + reason);
        }
        return wanted || reason != null ? reason : ASKED.stream().filter(arguments::has).findFirst().orElse(null);
    }

    /** All that the guest's state at its first prompt follows from. The engine is not in it: the guest sees no difference. */
    static String describe(String program, Arguments arguments, Guest guest) {
        var text = new StringBuilder("boot 1\n");
        text.append("program ").append(program).append('\n');
        for (Manifest.Output output : guest.image().manifest().outputs()) {
            text.append("file ").append(output.path()).append(' ').append(output.sizeBytes()).append(' ').append(output.sha256()).append('\n');
        }
        // Where the files are is in the snapshot, so that two of the same content in different places are two.
        text.append("directory ").append(guest.image().directory().toAbsolutePath()).append('\n');
        text.append("rootDisk ").append(guest.rootDisk()).append('\n');
        text.append("append ").append(guest.commandLine()).append('\n');
        text.append("prompt ").append(guest.prompt()).append(", login ").append(guest.login()).append('\n');
        text.append("date ").append(guest.dateSeconds()).append('\n');
        text.append("memory ").append(arguments.size("--memory", Machine.DEFAULT_MEMORY)).append('\n');
        text.append("seed ").append(arguments.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE)).append('\n');
        text.append("smp ").append(arguments.number("--smp", 1, 1, Integer.MAX_VALUE)).append('\n');
        for (String option : List.of("--quantum", "--cpu-model", "--gic", "--its", "--virtio", "--devices")) {
            text.append(option).append(' ').append(arguments.get(option, "as usual")).append('\n');
        }
        return text.toString();
    }

    /** The VM at its first prompt, or at its login; {@code null} if this was never booted. */
    Vm take(Arguments arguments) {
        Vm vm = cache.find(key, "boot", Machine.engine(arguments));
        if (vm != null) {
            System.err.println("cellvisor: the boot is taken from the cache, %.1f s of the guest's time; --no-cache boots anew".formatted(vm.clock().ticks() * 16e-9));
        }
        return vm;
    }

    /** The VM is at its first prompt, or at its login: keeps that, beside the run that goes on, if nothing has come in from outside. */
    void ready(Vm vm) {
        if (!vm.inputs().entries().isEmpty()) {
            return;
        }
        Snapshot snapshot = vm.snapshot();
        writing = Thread.ofPlatform().daemon().name("boot-cache").start(() -> cache.keep(key, snapshot));
    }

    /** Waits until it is kept. */
    void finish() {
        if (writing != null) {
            try {
                writing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
