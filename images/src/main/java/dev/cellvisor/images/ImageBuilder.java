package dev.cellvisor.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From package files to an image's files. Knows nothing of networks or caches: same packages in, same bytes out. */
final class ImageBuilder {
    /** Raised whenever the same packages give other bytes than before. */
    static final long VERSION = 1;

    static final String KERNEL_ROLE = "kernel";
    static final String BUSYBOX_ROLE = "busybox";
    static final String ROOT_ROLE = "root";

    // Since Debian 13 the packages have these below /usr, since Debian 14 the kernel beside its modules.
    private static final Pattern MODULE = Pattern.compile("(?:usr/)?lib/modules/([^/]+)/(kernel/.+)");
    private static final Pattern BUILTIN = Pattern.compile("(?:usr/)?lib/modules/[^/]+/modules\\.builtin");
    private static final Pattern VMLINUZ = Pattern.compile("boot/vmlinuz-.+|(?:usr/)?lib/modules/[^/]+/vmlinuz");
    private static final Pattern BUSYBOX = Pattern.compile("(?:usr/)?bin/busybox");

    private ImageBuilder() {}

    /**
     * Builds an image.
     *
     * @param packages the packages, each with its file
     * @param directory where the files go
     * @return the manifest, already written to the directory
     */
    static Manifest build(Recipe recipe, Map<Manifest.Package, Path> packages, Path directory, Progress progress) throws IOException {
        if (!recipe.root().equals(Recipe.INITRAMFS) && !recipe.hasRootDisk()) {
            throw new ImageException("Recipe " + recipe.name() + " wants a root file system of kind \"" + recipe.root()
                    + "\", and this program builds only \"" + Recipe.INITRAMFS + "\" and \"" + Recipe.EXT4 + "\".");
        }
        long[] newest = {0};
        byte[][] vmlinuz = {null};
        byte[][] busybox = {null};
        String[] release = {null};
        List<String> builtin = new ArrayList<>();
        Map<String, byte[]> modules = new HashMap<>();
        for (Map.Entry<Manifest.Package, Path> entry : packages.entrySet()) {
            Manifest.Package unpacked = entry.getKey();
            if (unpacked.role().equals(ROOT_ROLE)) {
                continue; // see DebianRoot
            }
            progress.phase("Unpacking " + unpacked.name());
            boolean kernel = unpacked.role().equals(KERNEL_ROLE);
            try {
                DebPackage.read(entry.getValue(), progress, (path, mtime, content) -> {
                    newest[0] = Math.max(newest[0], mtime);
                    Matcher module = MODULE.matcher(path);
                    if (kernel && VMLINUZ.matcher(path).matches()) {
                        vmlinuz[0] = DebPackage.bytes(content);
                    } else if (kernel && BUILTIN.matcher(path).matches()) {
                        builtin.addAll(new String(DebPackage.bytes(content), StandardCharsets.UTF_8).lines().toList());
                    } else if (kernel && module.matches() && KernelModule.isModule(path)) {
                        release[0] = module.group(1);
                        modules.put(module.group(2), DebPackage.bytes(content));
                    } else if (!kernel && BUSYBOX.matcher(path).matches()) {
                        busybox[0] = DebPackage.bytes(content);
                    }
                });
            } catch (IOException e) {
                throw new ImageException("Package " + unpacked.name() + " " + unpacked.version() + " cannot be unpacked: " + e.getMessage() + ".", e);
            }
        }
        if (vmlinuz[0] == null || release[0] == null) {
            throw new ImageException("The kernel package of recipe " + recipe.name() + " holds no kernel or no modules.");
        }
        if (busybox[0] == null) {
            throw new ImageException("The busybox package of recipe " + recipe.name() + " holds no busybox.");
        }

        if (recipe.hasRootDisk()) {
            List<Map.Entry<Manifest.Package, Path>> root = packages.entrySet().stream().filter(p -> p.getKey().role().equals(ROOT_ROLE)).toList();
            newest[0] = Math.max(newest[0], DebianRoot.write(recipe, root, directory.resolve(Manifest.DISK), newest[0], progress));
        }
        progress.phase("Writing image " + recipe.name());
        try {
            Files.write(directory.resolve(Manifest.KERNEL), KernelImage.raw(vmlinuz[0]));
            CpioTree tree = Initramfs.of(recipe, release[0], busybox[0], new ModuleSet(modules, builtin));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(directory.resolve(Manifest.INITRD)))) {
                tree.write(out, newest[0]);
            }
        } catch (IOException e) {
            if (Trouble.noRoom(e)) {
                throw e;
            }
            throw new ImageException("Image " + recipe.name() + " cannot be made: " + e.getMessage() + ".", e);
        }
        if (!recipe.hasRootDisk()) {
            PatternDisk.write(directory.resolve(Manifest.DISK), recipe.diskBytes());
        }

        FileTime time = FileTime.fromMillis(1000 * newest[0]);
        List<Manifest.Output> outputs = new ArrayList<>();
        for (String name : List.of(Manifest.KERNEL, Manifest.INITRD, Manifest.DISK)) {
            Path file = directory.resolve(name);
            outputs.add(new Manifest.Output(name, Files.size(file), Hashes.sha256(file)));
            Files.setLastModifiedTime(file, time); // a file that somebody writes to shows it: see ImageStore
        }
        Manifest manifest = new Manifest(VERSION, recipe, List.copyOf(packages.keySet()), release[0], newest[0], outputs);
        Files.write(directory.resolve(Manifest.FILE_NAME), manifest.toJson());
        return manifest;
    }
}
