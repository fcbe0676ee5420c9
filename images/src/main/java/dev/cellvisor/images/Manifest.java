package dev.cellvisor.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an image was made from and what came out: {@code manifest.json} beside the image's files. It is also a lock:
 * {@link Images#fromLock} builds the same bytes from it again, on any machine.
 *
 * @param builder the version of the builder; it changes when the same packages would give other bytes
 * @param recipe the whole recipe
 * @param packages the packages that were taken, the kernel first
 * @param kernelRelease what {@code uname -r} says in the guest
 * @param rtcSeconds where the guest's real-time clock (PL031) starts, in seconds since 1970 UTC: the newest file time in
 *     the packages, so that it follows from them alone and no file is from the guest's future
 * @param outputs the image's files
 */
public record Manifest(long builder, Recipe recipe, List<Package> packages, String kernelRelease, long rtcSeconds,
        List<Output> outputs) {

    static final String FILE_NAME = "manifest.json";
    private static final long FORMAT = 1;

    /**
     * A package that was taken.
     *
     * @param role what the recipe calls it: {@code kernel} or {@code busybox}; {@code root} is what is unpacked into a root disk
     * @param name Debian's name of it
     * @param version Debian's version, epoch included
     * @param architecture Debian's architecture
     * @param sizeBytes size of the .deb
     * @param sha256 of the .deb, in hexadecimal
     */
    public record Package(String role, String name, String version, String architecture, long sizeBytes, String sha256) {}

    /**
     * A file of the image.
     *
     * @param path its name in the image's directory
     * @param sizeBytes its size
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Output(String path, long sizeBytes, String sha256) {}

    /** Name of the raw arm64 kernel Image. */
    public static final String KERNEL = "Image";
    /** Name of the initramfs, an uncompressed newc archive. */
    public static final String INITRD = "initrd.cpio";
    /** Name of the disk: the {@link PatternDisk}, or the root file system. */
    public static final String DISK = "disk.img";

    /**
     * Fingerprint of everything above: SHA-256 of {@link #toJson()}, in hexadecimal. Expected values of a guest's run
     * (instruction counts, state hashes) belong to one such hash, since Debian moves on.
     */
    public String hash() {
        return Hashes.sha256(toJson());
    }

    /** The package that plays a role ({@code kernel}, {@code busybox}). */
    Package role(String role) {
        return packages.stream().filter(p -> p.role().equals(role)).findFirst()
                .orElseThrow(() -> new ImageException("The manifest names no package for the role " + role + "; it was not written by this program."));
    }

    /** The text of {@code manifest.json}; the same bytes on every machine. */
    public byte[] toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("builder", builder);
        json.put("recipe", recipe.toJson());
        json.put("packages", packages.stream().map(p -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("role", p.role());
            entry.put("name", p.name());
            entry.put("version", p.version());
            entry.put("architecture", p.architecture());
            entry.put("sizeBytes", p.sizeBytes());
            entry.put("sha256", p.sha256());
            return entry;
        }).toList());
        json.put("kernelRelease", kernelRelease);
        json.put("rtcSeconds", rtcSeconds);
        json.put("outputs", outputs.stream().map(o -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", o.path());
            entry.put("sizeBytes", o.sizeBytes());
            entry.put("sha256", o.sha256());
            return entry;
        }).toList());
        return Json.write(json);
    }

    /**
     * Reads a manifest.
     *
     * @param file a {@code manifest.json}
     * @throws ImageException if it is missing or is no manifest that this version can read
     */
    public static Manifest read(Path file) {
        try {
            return fromJson(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ImageException("There is no manifest " + file + ".", e);
        } catch (IOException e) {
            throw new ImageException(file + " cannot be read as an image manifest: " + firstLine(e) + ".", e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is empty");
    }

    static Manifest fromJson(byte[] bytes) throws IOException {
        Map<String, Object> json = Json.read(bytes);
        if (Json.number(json, "format") != FORMAT) {
            throw new IOException("its format is " + json.get("format") + " and this program reads " + FORMAT);
        }
        List<Package> packages = new ArrayList<>();
        for (Map<String, Object> p : Json.objects(json, "packages")) {
            packages.add(new Package(Json.string(p, "role"), Json.string(p, "name"), Json.string(p, "version"),
                    Json.string(p, "architecture"), Json.number(p, "sizeBytes"), Json.string(p, "sha256")));
        }
        List<Output> outputs = new ArrayList<>();
        for (Map<String, Object> o : Json.objects(json, "outputs")) {
            outputs.add(new Output(Json.string(o, "path"), Json.number(o, "sizeBytes"), Json.string(o, "sha256")));
        }
        return new Manifest(Json.number(json, "builder"), Recipe.fromJson(Json.object(json, "recipe")), List.copyOf(packages),
                Json.string(json, "kernelRelease"), Json.number(json, "rtcSeconds"), List.copyOf(outputs));
    }
}
