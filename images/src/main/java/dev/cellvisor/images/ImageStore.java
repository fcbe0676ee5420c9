package dev.cellvisor.images;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Images on disk: {@code <cache>/images/<name>/}, made in a temporary sibling and moved into place whole, one builder at
 * a time. Packages are kept in {@code <cache>/images/packages/}, so that a manifest can be built from again offline.
 */
final class ImageStore {
    private static final String PACKAGES = "packages";
    private static final String TEMPORARY = ".tmp-";
    // The 64 MiB disk, kernel and initramfs (32), packages (23) and apt's lists (20 to 70), with some to spare.
    private static final long ROOM_NEEDED_BYTES = 256L << 20;
    // More for a root disk: its packages (140) and what is in them (500); the rest of it is a hole in the file.
    private static final long ROOT_DISK_BYTES = 768L << 20;
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path images;
    private final Apt.Host host;

    ImageStore(Path cache, Apt.Host host) {
        this.images = cache.toAbsolutePath().resolve("images");
        this.host = host;
    }

    /**
     * The image of a recipe if it is there and nobody has touched it. Cheap: sizes and times only, and recipes are
     * compared as maps, since a record's own equals takes 15 ms to get going and this is on the way of every boot.
     */
    Optional<GuestImage> find(Recipe recipe) {
        return complete(images.resolve(recipe.name()))
                .filter(i -> i.manifest().builder() == ImageBuilder.VERSION && i.manifest().recipe().toJson().equals(recipe.toJson()));
    }

    /** The image of a recipe, built if need be. */
    GuestImage ensure(Recipe recipe, Progress progress) {
        return find(recipe).orElseGet(() -> locked(progress, () -> {
            Optional<GuestImage> made = find(recipe); // by another process, meanwhile
            if (made.isPresent()) {
                return made.get();
            }
            return build(recipe, recipe.name(), earlier(recipe), progress);
        }));
    }

    /** Builds the image of a recipe from the newest packages. What is there stays if that fails. */
    GuestImage update(Recipe recipe, Progress progress) {
        return locked(progress, () -> build(recipe, recipe.name(), Optional.empty(), progress));
    }

    /** The image that a manifest tells of, built if need be. */
    GuestImage fromLock(Manifest lock, Progress progress) {
        if (lock.builder() != ImageBuilder.VERSION) {
            throw new ImageException("The manifest is from builder version " + lock.builder() + " and this is version " + ImageBuilder.VERSION
                    + ", which makes other bytes from the same packages: use the program that wrote it, or build from the recipe.");
        }
        Optional<GuestImage> same = complete(images.resolve(lock.recipe().name())).filter(i -> i.manifest().equals(lock));
        String name = "lock-" + lock.hash().substring(0, 16);
        Path directory = images.resolve(name);
        return same.or(() -> complete(directory).filter(i -> i.manifest().equals(lock))).orElseGet(() -> locked(progress, () -> {
            Optional<GuestImage> made = complete(directory).filter(i -> i.manifest().equals(lock));
            return made.isPresent() ? made.get() : build(lock.recipe(), name, Optional.of(lock), progress);
        }));
    }

    /** Reads every byte of an image and compares. */
    void verify(GuestImage image) {
        for (Manifest.Output output : image.manifest().outputs()) {
            try {
                if (!Hashes.sha256(image.directory().resolve(output.path())).equals(output.sha256())) {
                    throw new ImageException(image.directory().resolve(output.path()) + " is not what its manifest says: delete " + image.directory()
                            + " and let it be built again.");
                }
            } catch (IOException e) {
                throw new ImageException(image.directory().resolve(output.path()) + " cannot be read: delete " + image.directory()
                        + " and let it be built again.", e);
            }
        }
    }

    /** An image is complete if its manifest is there and each file has the size and the time that it says. */
    private static Optional<GuestImage> complete(Path directory) {
        Path file = directory.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Manifest manifest = Manifest.read(file);
            for (Manifest.Output output : manifest.outputs()) {
                BasicFileAttributes found = Files.readAttributes(directory.resolve(output.path()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (found.size() != output.sizeBytes() || found.lastModifiedTime().toMillis() != 1000 * manifest.rtcSeconds()) {
                    return Optional.empty();
                }
            }
            return Optional.of(GuestImage.in(directory, manifest));
        } catch (IOException | ImageException e) {
            return Optional.empty(); // damaged: built again
        }
    }

    /**
     * The manifest of an image of this recipe that can no longer be used as it is (an older builder, a damaged file, a
     * changed recipe), if all its packages are still kept: then it can be made again without a network.
     */
    private Optional<Manifest> earlier(Recipe recipe) {
        try {
            Manifest manifest = Manifest.read(images.resolve(recipe.name()).resolve(Manifest.FILE_NAME));
            boolean samePackages = manifest.recipe().kernel().equals(recipe.kernel()) && manifest.recipe().busybox().equals(recipe.busybox())
                    && manifest.recipe().packages().equals(recipe.packages());
            for (Manifest.Package kept : manifest.packages()) {
                if (!samePackages || kept(kept).isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of(manifest);
        } catch (ImageException | IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> kept(Manifest.Package wanted) throws IOException {
        Path file = images.resolve(PACKAGES).resolve(fileName(wanted));
        if (Files.isRegularFile(file) && Files.size(file) == wanted.sizeBytes() && Hashes.sha256(file).equals(wanted.sha256())) {
            return Optional.of(file);
        }
        return Optional.empty();
    }

    // The name must be safe whoever wrote the manifest: it is made of a checksum that has been checked to be one.
    private static String fileName(Manifest.Package wanted) {
        if (!wanted.sha256().matches("[0-9a-f]{64}")) {
            throw new ImageException("The manifest's sha256 of package " + wanted.name() + " is none.");
        }
        return wanted.sha256() + ".deb";
    }

    private GuestImage build(Recipe recipe, String name, Optional<Manifest> lock, Progress progress) throws IOException {
        sweep();
        room(recipe);
        Path temporary = images.resolve("." + name + TEMPORARY + ProcessHandle.current().pid());
        Thread sweeper = new Thread(() -> FileUtils.deleteQuietly(temporary.toFile()));
        Runtime.getRuntime().addShutdownHook(sweeper); // Ctrl-C leaves nothing behind either
        try {
            Files.createDirectory(temporary);
            Map<Manifest.Package, Path> packages = packages(recipe, lock, temporary, progress);
            Path made = Files.createDirectory(temporary.resolve("image"));
            Manifest manifest = ImageBuilder.build(recipe, packages, made, progress);
            check(recipe, lock, manifest);
            for (Map.Entry<Manifest.Package, Path> fetched : packages.entrySet()) {
                Path keep = images.resolve(PACKAGES).resolve(fileName(fetched.getKey()));
                if (!fetched.getValue().equals(keep)) {
                    Files.createDirectories(keep.getParent());
                    sync(fetched.getValue());
                    Files.move(fetched.getValue(), keep, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path target = images.resolve(name);
            install(made, target, temporary);
            forgetOldPackages();
            return GuestImage.in(target, manifest);
        } finally {
            FileUtils.deleteQuietly(temporary.toFile());
            try {
                Runtime.getRuntime().removeShutdownHook(sweeper);
            } catch (IllegalStateException e) {
                // the JVM is already on its way out, and the hook does its work
            }
        }
    }

    private static void check(Recipe recipe, Optional<Manifest> lock, Manifest made) {
        // An earlier image of an older builder serves only to say which packages to take.
        boolean exact = lock.isPresent() && lock.get().recipe().equals(recipe) && lock.get().builder() == ImageBuilder.VERSION;
        if (exact && !lock.get().equals(made)) {
            throw new ImageException("What was built from the manifest of " + recipe.name() + " is not what the manifest says: bad checksum, "
                    + "or it has been changed by hand.");
        }
    }

    /** The package files, from what is kept or from Debian's archive, checksums checked. */
    private Map<Manifest.Package, Path> packages(Recipe recipe, Optional<Manifest> lock, Path temporary, Progress progress) throws IOException {
        Map<Manifest.Package, Path> packages = new LinkedHashMap<>();
        if (lock.isPresent()) {
            lock.get().role(ImageBuilder.KERNEL_ROLE);
            lock.get().role(ImageBuilder.BUSYBOX_ROLE);
            for (Manifest.Package locked : lock.get().packages()) {
                packages.put(locked, kept(locked).orElse(temporary.resolve("missing")));
            }
            if (packages.values().stream().allMatch(Files::exists)) {
                return packages;
            }
        }
        Apt apt = apt(recipe, temporary);
        progress.phase("Reading Debian's package lists");
        apt.update(progress);
        Map<Manifest.Package, Path> complete = new LinkedHashMap<>();
        if (lock.isPresent()) {
            for (Map.Entry<Manifest.Package, Path> entry : packages.entrySet()) {
                Manifest.Package locked = entry.getKey();
                if (Files.exists(entry.getValue())) {
                    complete.put(locked, entry.getValue());
                    continue;
                }
                Apt.Package found = apt.version(locked.name(), locked.version());
                if (!found.sha256().equals(locked.sha256())) {
                    throw new ImageException("Debian's archive has another " + locked.name() + " " + locked.version() + " than the manifest: bad checksum, "
                            + "the manifest says " + locked.sha256() + " and the archive " + found.sha256() + ".");
                }
                complete.put(locked, fetch(apt, found, temporary, progress));
            }
        } else {
            List<Apt.Package> kernel = kernel(apt, recipe.kernel());
            Apt.Package busybox = apt.candidate(recipe.busybox());
            for (Apt.Package part : kernel) {
                take(apt, ImageBuilder.KERNEL_ROLE, part, temporary, complete, progress);
            }
            take(apt, ImageBuilder.BUSYBOX_ROLE, busybox, temporary, complete, progress);
            if (!recipe.packages().isEmpty()) {
                takeRoot(apt, recipe, temporary, complete, progress);
            }
        }
        return complete;
    }

    /** The packages of a root file system: what is kept already, the rest in one go. */
    private void takeRoot(Apt apt, Recipe recipe, Path temporary, Map<Manifest.Package, Path> into, Progress progress) throws IOException {
        List<Apt.Package> missing = new ArrayList<>();
        Map<Manifest.Package, Path> all = new LinkedHashMap<>();
        for (Apt.Package found : apt.closure(recipe.packages())) {
            Manifest.Package wanted = manifestEntry(ImageBuilder.ROOT_ROLE, found);
            Optional<Path> kept = kept(wanted);
            all.put(wanted, kept.orElse(null));
            if (kept.isEmpty()) {
                missing.add(found);
            }
        }
        if (!missing.isEmpty()) {
            progress.phase("Fetching " + missing.size() + " packages (" + (missing.stream().mapToLong(Apt.Package::sizeBytes).sum() >> 20) + " MiB)");
            List<Path> files = apt.download(missing, Files.createDirectory(temporary.resolve("root")), progress);
            for (int i = 0; i < files.size(); i++) {
                check(missing.get(i), files.get(i));
                all.put(manifestEntry(ImageBuilder.ROOT_ROLE, missing.get(i)), files.get(i));
            }
        }
        into.putAll(all);
    }

    private static Manifest.Package manifestEntry(String role, Apt.Package found) {
        return new Manifest.Package(role, found.name(), found.version(), found.architecture(), found.sizeBytes(), found.sha256());
    }

    private Apt apt(Recipe recipe, Path temporary) throws IOException {
        if (!Apt.present(host)) {
            throw new ImageException("Building a guest image needs Debian's apt-get and apt-cache, which are not on this machine: build on Debian, "
                    + "copy .cache/images from there, or use your own files with --kernel and --initrd.");
        }
        return new Apt(host, Files.createDirectory(temporary.resolve("apt")), recipe.architecture(), recipe.suite());
    }

    /** Debian's kernel metapackages hold nothing but a dependency on the kernel of the day. */
    private static Apt.Package followed(Apt apt, String name) {
        Apt.Package found = apt.candidate(name);
        for (String dependency : found.depends().split(",")) {
            String[] word = dependency.trim().split("[ (=)]+");
            if (word[0].matches("linux-image-[0-9].*")) {
                return word.length > 1 ? apt.version(word[0], word[1]) : apt.candidate(word[0]);
            }
        }
        return found;
    }

    /** The kernel's package; since Debian 14 it is empty, and what it depends on has kernel, modules and the list of what is built in. */
    private static List<Apt.Package> kernel(Apt apt, String name) {
        List<Apt.Package> parts = new ArrayList<>();
        Apt.Package image = followed(apt, name);
        parts.add(image);
        for (String dependency : image.depends().split(",")) {
            String[] word = dependency.trim().split("[ (=)]+");
            if (word.length > 1 && word[0].matches("linux-(binary|modules|base)-[0-9].*")) {
                parts.add(apt.version(word[0], word[1]));
            }
        }
        return parts;
    }

    private void take(Apt apt, String role, Apt.Package found, Path temporary, Map<Manifest.Package, Path> into, Progress progress) throws IOException {
        Manifest.Package wanted = manifestEntry(role, found);
        Optional<Path> kept = kept(wanted);
        into.put(wanted, kept.isPresent() ? kept.get() : fetch(apt, found, temporary, progress));
    }

    private static Path fetch(Apt apt, Apt.Package wanted, Path temporary, Progress progress) throws IOException {
        progress.phase("Fetching " + wanted.name());
        Path file = apt.download(wanted, Files.createDirectory(temporary.resolve(wanted.name())), progress);
        check(wanted, file);
        return file;
    }

    private static void check(Apt.Package wanted, Path file) throws IOException {
        if (!Hashes.sha256(file).equals(wanted.sha256())) {
            throw new ImageException("Package " + wanted.name() + " " + wanted.version() + " came with a bad checksum: something on the way changes files; try again.");
        }
    }

    /** Moves a finished image into place. A crash on the way leaves the old one, the new one or none, never a mixture. */
    private static void install(Path made, Path target, Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                sync(file);
            }
        }
        sync(made);
        try {
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) { // an image is there already; which exception says so is the system's choice
            if (!Files.exists(target)) {
                throw e;
            }
            replace(made, target, temporary);
        }
        sync(target.getParent());
    }

    private static void replace(Path made, Path target, Path temporary) throws IOException {
        Files.move(target, temporary.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (!Files.isDirectory(path)) {
                throw e; // directories cannot be opened everywhere
            }
        }
    }

    private void room(Recipe recipe) throws IOException {
        long free = Files.getFileStore(images).getUsableSpace();
        long needed = ROOM_NEEDED_BYTES + (recipe.hasRootDisk() ? ROOT_DISK_BYTES : 0);
        if (free < needed) {
            throw new ImageException("There is no room for the image: building it takes " + (needed >> 20) + " MiB in " + images + " and "
                    + (free >> 20) + " MiB are free; free some or set CELLVISOR_CACHE to another directory.");
        }
    }

    /** Takes away what a killed builder has left. The lock is held, so none is at work. */
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(images)) {
            files.filter(f -> f.getFileName().toString().contains(TEMPORARY)).forEach(f -> FileUtils.deleteQuietly(f.toFile()));
        }
    }

    /** Packages that no image is made of any more are dropped. */
    private void forgetOldPackages() throws IOException {
        List<String> used;
        try (Stream<Path> directories = Files.list(images)) {
            used = directories.map(d -> d.resolve(Manifest.FILE_NAME)).filter(Files::isRegularFile)
                    .flatMap(f -> Manifest.read(f).packages().stream()).map(ImageStore::fileName).toList();
        }
        try (Stream<Path> files = Files.list(images.resolve(PACKAGES))) {
            files.filter(f -> !used.contains(f.getFileName().toString())).forEach(f -> FileUtils.deleteQuietly(f.toFile()));
        }
    }

    private interface Work {
        GuestImage run() throws IOException;
    }

    /** One builder at a time, in this process and in others. */
    private GuestImage locked(Progress progress, Work work) {
        Path file = images.resolve(".lock");
        ReentrantLock mine = LOCKS.computeIfAbsent(file, f -> new ReentrantLock());
        mine.lock();
        try {
            Files.createDirectories(images);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock held = lock(channel, progress)) {
                assert held.isValid();
                return work.run();
            }
        } catch (IOException e) {
            if (Trouble.noRoom(e)) {
                throw new ImageException("There is no room left in " + images + " for the image: free some or set CELLVISOR_CACHE to another directory.", e);
            }
            throw new ImageException("The image cannot be written to " + images + " (" + e.getMessage() + "): set CELLVISOR_CACHE to a directory that can be written.", e);
        } finally {
            mine.unlock();
        }
    }

    private static FileLock lock(FileChannel channel, Progress progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            progress.phase("Waiting for another process that builds an image");
            lock = channel.lock();
        }
        return lock;
    }
}
