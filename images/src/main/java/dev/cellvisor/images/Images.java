package dev.cellvisor.images;

import dev.cellvisor.state.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guest images from Debian's packages: a kernel and an initramfs, and for some a root disk, fetched with apt's own clients for the guest's
 * architecture, without root and without touching the system's apt.
 *
 * {@snippet :
 * GuestImage image = Images.ensure("minimal", Progress.lines(System.err));
 * image.on(vm).prepare(); // image.kernel(), image.initrd(), image.manifest().recipe().commandLine()
 * }
 *
 * <p>An image is built once and found again at once; only the first time needs a network. Images lie in
 * the directory {@code images} of what system property {@code cellvisor.cache} names, else in {@code $CELLVISOR_CACHE/images}, else in {@code .cache/images} of the project that the program runs in (the directory
 * that system property {@code cellvisor.home} names, or the nearest one above the working directory with the launcher in
 * it), else in {@code ~/.cache/cellvisor/images}.
 *
 * <p>All methods throw {@link ImageException}, with one sentence, if the image cannot be had.
 */
public final class Images {
    /** The recipe that is taken when none is named. */
    public static final String DEFAULT = "minimal";
    /** The recipe for KVM on x86-64. */
    public static final String AMD64 = "minimal-amd64";

    private static final Map<Path, GuestImage> GIVEN = new ConcurrentHashMap<>();

    private Images() {}

    /** What can be built, the default first. */
    public static List<Recipe> recipes() {
        return Recipe.NAMES.stream().map(Recipe::named).toList();
    }

    /**
     * The image of a recipe; built if it is not there yet.
     *
     * @param recipe the name of one of {@link #recipes()}
     * @param progress told of what takes long; nothing is told when the image is there
     */
    public static GuestImage ensure(String recipe, Progress progress) {
        return given(store().ensure(Recipe.named(recipe), progress));
    }

    /**
     * The image of a recipe if it has been built.
     *
     * @param recipe the name of one of {@link #recipes()}
     */
    public static Optional<GuestImage> find(String recipe) {
        return store().find(Recipe.named(recipe)).map(Images::given);
    }

    /**
     * Builds the image of a recipe again, from the newest packages that Debian has. If that fails, the old one stays.
     *
     * @param recipe the name of one of {@link #recipes()}
     * @param progress told of what takes long
     */
    public static GuestImage update(String recipe, Progress progress) {
        return store().update(Recipe.named(recipe), progress);
    }

    /**
     * The image that a manifest tells of: the same versions of the same packages, the same bytes.
     *
     * @param manifest a {@code manifest.json}, from this machine or another
     * @param progress told of what takes long
     */
    public static GuestImage fromLock(Path manifest, Progress progress) {
        return given(store().fromLock(Manifest.read(manifest), progress));
    }

    /**
     * Reads all of an image's files and compares them with the manifest. {@link #ensure} looks at sizes and times only.
     *
     * @param image an image that this class gave
     */
    public static void verify(GuestImage image) {
        store().verify(image);
    }

    private static GuestImage given(GuestImage image) {
        GIVEN.put(image.directory(), image);
        return image;
    }

    /** The images that this class has given in this JVM, each once. */
    public static List<GuestImage> given() {
        return GIVEN.values().stream().sorted(java.util.Comparator.comparing(GuestImage::directory)).toList();
    }

    private static ImageStore store() {
        return new ImageStore(cache(), Apt.Host.SYSTEM);
    }

    /** The directory for all that can be made again: see above for how it is found. */
    public static Path cache() {
        return CacheFolder.path();
    }
}
