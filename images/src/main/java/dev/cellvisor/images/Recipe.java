package dev.cellvisor.images;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an image is made of: names of Debian packages, not versions. The versions that were taken stand in the image's
 * {@link Manifest}. Recipes are JSON resources beside this class.
 *
 * @param name the recipe's name, also the name of its directory in the cache
 * @param description one line for a list of recipes
 * @param architecture Debian's name of the guest's architecture: {@code arm64}, {@code amd64}
 * @param root where the guest's root file system lives: {@code "initramfs"}, or {@code "ext4"} for a disk
 * @param kernel the kernel's package; a metapackage such as {@code linux-image-cloud-arm64} is followed to the package
 *     it depends on
 * @param busybox the package with a static {@code busybox}
 * @param transport kernel modules that {@code /init} always loads, in this order, each after what it depends on
 * @param drivers kernel modules of virtio devices: in the image, loaded by {@code /init} when such a device is there
 * @param commandLine the kernel command line that fits the image. {@code earlycon} brings the first line after 25 million
 *     instructions instead of 116; {@code cryptomgr.notests} leaves out self-tests of ciphers that nobody here uses: 278
 *     million instructions to init instead of 873 (Linux 6.1, 512 MiB, counted by QEMU)
 * @param initLine the first line that {@code /init} prints, so that tools can tell when it began
 * @param prompt what the shell prints when it waits for a command; busybox may let {@code ESC [6n} follow
 * @param diskBytes size of the disk: of the {@link PatternDisk} that goes with an initramfs, or of the root file system
 * @param packages what is unpacked into the root file system, with all that it depends on; names, or regular expressions as
 *     {@code apt-get install} takes them. Empty for an initramfs
 * @param login what the console says when one can log in as root (there is no password); empty if a shell is there at once
 * @param network how a network device of the guest gets its address: {@code "dhcp"}, by itself at boot; empty if it is left to the user
 * @param suite the Debian release whose packages are taken, from the archives that the host's apt has: {@code trixie}, {@code sid}; empty
 *     for the host's own. {@code NAME@SUITE} names a shipped recipe with another suite
 */
public record Recipe(String name, String description, String architecture, String root, String kernel, String busybox,
        List<String> transport, List<String> drivers, String commandLine, String initLine, String prompt, long diskBytes,
        List<String> packages, String login, String network, String suite) {

    private static final Pattern SUITE = Pattern.compile("[a-z]+");

    /** The names of the recipes that are shipped. A resource directory cannot be listed, so they are named here. */
    static final List<String> NAMES = List.of("minimal", "debian", "minimal-amd64", "lab-amd64");

    static final String INITRAMFS = "initramfs";
    static final String EXT4 = "ext4";
    private static final String DHCP = "dhcp";

    /**
     * On the kernel's command line of an image with a root disk: a root shell is started there at once, in the place of the system's
     * own init and all of its services.
     */
    public static final String SHELL_ONLY = "cellvisor.shell";

    /** A recipe whose root is the initramfs. */
    Recipe(String name, String description, String architecture, String root, String kernel, String busybox, List<String> transport,
            List<String> drivers, String commandLine, String initLine, String prompt, long diskBytes) {
        this(name, description, architecture, root, kernel, busybox, transport, drivers, commandLine, initLine, prompt, diskBytes, List.of(), "", "", "");
    }

    /** The same recipe, made of another release's packages. */
    Recipe inSuite(String other) {
        if (!SUITE.matcher(other).matches()) {
            throw new ImageException("\"" + other + "\" is no Debian release: they are called bookworm, trixie, testing, sid and so on.");
        }
        return new Recipe(name + "@" + other, description + "; from Debian " + other, architecture, root, kernel, busybox, transport, drivers, commandLine,
                initLine, prompt, diskBytes, packages, login, network, other);
    }

    /** Whether the disk is the root file system. */
    public boolean hasRootDisk() {
        return root.equals(EXT4);
    }

    /** Whether a network device gets its address by DHCP at boot. */
    boolean asksForAddress() {
        return network.equals(DHCP);
    }

    /** A shipped recipe by its name, or by {@code NAME@SUITE} with another release's packages. */
    static Recipe named(String name) {
        int at = name.indexOf('@');
        if (at > 0) {
            return named(name.substring(0, at)).inSuite(name.substring(at + 1));
        }
        if (!NAMES.contains(name)) {
            throw new ImageException("There is no image recipe named \"" + name + "\"; there is "
                    + String.join(", ", NAMES) + ".");
        }
        try (InputStream in = Recipe.class.getResourceAsStream("recipes/" + name + ".json")) {
            return fromJson(Json.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("recipe " + name, e);
        }
    }

    static Recipe fromJson(Map<String, Object> json) throws IOException {
        return new Recipe(Json.string(json, "name"), Json.string(json, "description"), Json.string(json, "architecture"),
                Json.string(json, "root"), Json.string(json, "kernel"), Json.string(json, "busybox"),
                Json.strings(json, "transport"), Json.strings(json, "drivers"), Json.string(json, "commandLine"),
                Json.string(json, "initLine"), Json.string(json, "prompt"), Json.number(json, "diskBytes"),
                json.containsKey("packages") ? Json.strings(json, "packages") : List.of(), json.containsKey("login") ? Json.string(json, "login") : "",
                json.containsKey("network") ? Json.string(json, "network") : "", json.containsKey("suite") ? Json.string(json, "suite") : "");
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", description);
        json.put("architecture", architecture);
        json.put("root", root);
        json.put("kernel", kernel);
        json.put("busybox", busybox);
        json.put("transport", transport);
        json.put("drivers", drivers);
        json.put("commandLine", commandLine);
        json.put("initLine", initLine);
        json.put("prompt", prompt);
        json.put("diskBytes", diskBytes);
        if (!packages.isEmpty()) {
            json.put("packages", packages);
        }
        if (!login.isEmpty()) {
            json.put("login", login);
        }
        if (!network.isEmpty()) {
            json.put("network", network);
        }
        if (!suite.isEmpty()) {
            json.put("suite", suite);
        }
        return json;
    }
}
