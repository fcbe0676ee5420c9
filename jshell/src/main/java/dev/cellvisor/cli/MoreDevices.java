package dev.cellvisor.cli;

import dev.cellvisor.boot.BootException;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The devices of {@code --devices}: {@code balloon,target=64M; console,port=NAME=FILE,tty=FILE; rng,seed=5}. */
final class MoreDevices {
    private static final String KNOWN = "there are balloon[,target=SIZE], rng[,seed=N] and console[,port=NAME=FILE][,tty=FILE]";

    private MoreDevices() {
    }

    /** Makes them, to be plugged in after those that every machine has. */
    static List<VirtioDevice> of(Arguments arguments) {
        List<VirtioDevice> devices = new ArrayList<>();
        for (String device : arguments.get("--devices", "").split(";")) {
            List<String> words = List.of(device.strip().split(","));
            List<String> options = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "" -> { }
                case "balloon" -> devices.add(balloon(options));
                case "rng" -> devices.add(new EntropyDevice(options.isEmpty() ? 2 : number(options, "seed")));
                case "console" -> devices.add(console(options));
                default -> throw new UsageException("--devices: '%s' is no device that can be added; %s".formatted(words.getFirst(), KNOWN));
            }
        }
        return devices;
    }

    private static BalloonDevice balloon(List<String> options) {
        var balloon = new BalloonDevice();
        if (!options.isEmpty()) {
            var size = new Arguments();
            size.set("target", only(options, "target"));
            balloon.target(size.size("target", 0) & -4096);
        }
        return balloon;
    }

    private static ConsoleDevice console(List<String> options) {
        var console = new ConsoleDevice(options.size() + 1);
        for (String option : options) {
            String[] parts = option.split("=", 3);
            if (parts.length == 3 && parts[0].equals("port")) {
                toFile(console.addPort(parts[1]), Path.of(parts[2]));
            } else if (parts.length == 2 && parts[0].equals("tty")) {
                toFile(console.addConsole(""), Path.of(parts[1]));
            } else {
                throw new UsageException("--devices: '%s' says nothing of a console; %s".formatted(option, KNOWN));
            }
        }
        return console;
    }

    /** What the guest writes goes to the file as it comes. */
    private static void toFile(ConsolePort port, Path file) {
        try {
            OutputStream out = Files.newOutputStream(file);
            port.onTransmit(bytes -> {
                try {
                    out.write(bytes);
                } catch (IOException e) {
                    throw new BootException("'%s' cannot be written: %s".formatted(file, e.getMessage()));
                }
            });
        } catch (IOException e) {
            throw new UsageException("--devices: '%s' cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    private static long number(List<String> options, String name) {
        String text = only(options, name);
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--devices: %s=%s is no number".formatted(name, text));
        }
    }

    private static String only(List<String> options, String name) {
        if (options.size() != 1 || !options.getFirst().startsWith(name + "=")) {
            throw new UsageException("--devices: '%s' is not understood; %s".formatted(String.join(",", options), KNOWN));
        }
        return options.getFirst().substring(name.length() + 1);
    }
}
