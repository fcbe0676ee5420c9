package dev.cellvisor.lab;

import dev.cellvisor.images.CpioTree;
import dev.cellvisor.images.CrossRuntime;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A lab made ready: its initramfs is written, and {@link #run} boots it. */
final class LabMachine implements AutoCloseable {
    private final Lab lab;
    private final Path kernel;
    private final Path directory;
    private final Path initrd;

    private LabMachine(Lab lab, Path kernel, Path directory) {
        this.lab = lab;
        this.kernel = kernel;
        this.directory = directory;
        initrd = directory.resolve("initrd.cpio");
    }

    /**
     * Makes a lab's files: its image's initramfs (busybox), a Java runtime, our classes, the inner guest's image, and the init script.
     *
     * @param arguments for {@link Inside}: pieces of the names of the checks that are wanted
     * @throws dev.cellvisor.images.ImageException with one sentence if something cannot be had
     */
    static LabMachine prepare(Lab lab, List<String> arguments, Progress progress) throws IOException {
        requireProgram(lab);
        GuestImage image = Images.ensure(lab.image(), progress);
        GuestImage inner = Images.ensure(lab.innerImage(), progress);
        CrossRuntime runtime = CrossRuntime.ensure(lab.name(), progress);
        Path directory = Files.createTempDirectory("cellvisor-lab-");
        var machine = new LabMachine(lab, image.kernel(), directory);
        try (OutputStream out = Files.newOutputStream(machine.initrd)) {
            // The kernel unpacks archives one after the other; a later file replaces an earlier one.
            Files.copy(image.initrd(), out);
            Files.copy(runtime.archive(), out);
            machine.own(inner, arguments, progress).write(out, 0);
        } catch (IOException | RuntimeException e) {
            machine.close();
            throw e;
        }
        return machine;
    }

    private static void requireProgram(Lab lab) throws IOException {
        try {
            new ProcessBuilder(lab.qemu().getFirst(), "--version").redirectErrorStream(true).start().getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IOException(lab.qemu().getFirst() + " makes the lab's machine: install the package " + lab.debianPackage(), e);
        }
    }

    private CpioTree own(GuestImage image, List<String> arguments, Progress progress) throws IOException {
        CpioTree tree = new CpioTree();
        List<String> classPath = new ArrayList<>();
        for (Path place : codePlaces()) {
            String name = "lab/classes" + classPath.size();
            classPath.add("/" + name);
            add(tree, name, place);
        }
        tree.file("lab/Image", 0644, Files.readAllBytes(image.kernel()));
        tree.file("lab/initrd.cpio", 0644, Files.readAllBytes(image.initrd()));
        String commandLine = image.manifest().recipe().commandLine();
        tree.file("lab/commandline", 0644, commandLine);
        if (lab == Lab.ARM64) {
            progress.phase("Booting Linux on the emulated CPU, to compare with");
            KickProgram.compile().ifPresent(program -> tree.file("lab/kick", 0755, program));
            tree.file("lab/dialogue", 0644, new LinuxGuest(image.kernel(), image.initrd(), commandLine).emulatedDialogue());
        }
        tree.file("init", 0755, """
                #!/bin/busybox sh
                /bin/busybox mount -a
                /bin/busybox --install -s /bin
                export PATH=/bin HOME=/root
                %s
                echo "%sinit after $(cut -d' ' -f1 /proc/uptime) s"
                cd /lab
                %s/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx384m --enable-native-access=ALL-UNNAMED \\
                  -cp %s %s %s%s
                echo "%sjava ended with status $?"
                sync
                poweroff -f
                """.formatted(String.join("\n", lab.before()), Lab.MARK, lab.javaHome(), String.join(":", classPath), Inside.class.getName(),
                lab.checks().getName(), arguments.stream().map(word -> " '" + word.replace("'", "") + "'").reduce("", String::concat), Lab.MARK));
        return tree;
    }

    /** Where the classes are that run inside: those of the library, and these. Jars or directories. */
    private static Set<Path> codePlaces() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(Vm.class, Inside.class)) {
            try {
                places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IOException(e);
            }
        }
        return places;
    }

    private static void add(CpioTree tree, String name, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    tree.file(name + "/" + place.relativize(file), 0644, Files.readAllBytes(file));
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    tree.file(name + "/" + entry.getName(), 0644, in.readAllBytes());
                }
            }
        }
    }

    /** Adds a further archive to its initramfs. */
    void append(Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(initrd, StandardOpenOption.APPEND)) {
            Files.copy(archive, out);
        }
    }

    /** The command that boots it. */
    List<String> command() {
        List<String> command = new ArrayList<>(lab.qemu());
        command.addAll(List.of("-display", "none", "-monitor", "none", "-nic", "none", "-no-reboot", "-serial", "stdio",
                "-kernel", kernel.toString(), "-initrd", initrd.toString(), "-append", lab.commandLine()));
        return command;
    }

    /**
     * Boots it and waits for its end. QEMU never outlives the call.
     *
     * @param line told each line of the serial console as it comes
     * @param limitSeconds then it is ended
     */
    LabReport run(int limitSeconds, Consumer<String> line) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        var sweeper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(sweeper);
        var log = new StringBuilder();
        var reader = new Thread(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                    synchronized (log) {
                        log.append(next).append('\n');
                    }
                    line.accept(next);
                }
            } catch (IOException e) {
                line.accept("the serial console broke off: " + e.getMessage());
            }
        }, "lab console");
        try {
            process.getOutputStream().close();
            reader.start();
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                line.accept("the lab was ended after its limit of " + limitSeconds + " s");
            }
        } finally {
            process.destroyForcibly().waitFor();
            reader.join(5000);
            Runtime.getRuntime().removeShutdownHook(sweeper);
        }
        synchronized (log) {
            return LabReport.read(log.toString(), (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(initrd);
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
