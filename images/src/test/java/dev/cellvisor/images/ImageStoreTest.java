package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** From an archive to an image in the cache, with a made-up archive. */
class ImageStoreTest {
    private static final Recipe RECIPE = new Recipe("tiny", "made up", "arm64", "initramfs", "linux-image-cloud-arm64", "busybox-static",
            List.of("virtio_mmio"), List.of("virtio_blk"), "console=ttyAMA0", "cellvisor: init", "cellvisor:/# ", 1 << 20);

    @TempDir
    Path directory;

    private FakeApt apt;
    private Path cache;
    private ImageStore store;

    @BeforeEach
    void archive() throws IOException {
        apt = new FakeApt(directory.resolve("archive"));
        apt.publish("6.1.0-1");
        cache = directory.resolve("cache");
        store = new ImageStore(cache, apt.host());
    }

    @Test
    void imageHoldsWhatTheManifestSays() throws IOException {
        GuestImage image = store.ensure(RECIPE, Progress.none());
        Manifest manifest = image.manifest();
        assertEquals(List.of("linux-image-6.1.0-1-cloud-arm64", "busybox-static"), manifest.packages().stream().map(Manifest.Package::name).toList());
        assertEquals(List.of("6.1.0-1-1", "1:1.35-4"), manifest.packages().stream().map(Manifest.Package::version).toList());
        assertEquals("6.1.0-1-cloud-arm64", manifest.kernelRelease());
        assertEquals(1_700_000_007L, manifest.rtcSeconds(), "the newest file time in the packages");
        assertEquals(manifest, Manifest.read(image.directory().resolve("manifest.json")));
        assertArrayEquals(MadeUp.kernel(), Files.readAllBytes(image.kernel()));
        assertEquals(1 << 20, Files.size(image.disk()));
        store.verify(image);
    }

    @Test
    void aKernelInPartsIsPutTogether() throws IOException {
        apt.publishInParts("7.2.13");
        GuestImage image = store.ensure(RECIPE, Progress.none());
        assertEquals(List.of("linux-image-7.2.13-cloud-arm64", "linux-base-7.2.13-cloud-arm64", "linux-binary-7.2.13-cloud-arm64",
                "linux-modules-7.2.13-cloud-arm64", "busybox-static"), image.manifest().packages().stream().map(Manifest.Package::name).toList());
        assertEquals("7.2.13-cloud-arm64", image.manifest().kernelRelease());
        assertArrayEquals(MadeUp.kernel(), Files.readAllBytes(image.kernel()));
        String initramfs = Files.readString(image.initrd(), StandardCharsets.ISO_8859_1);
        assertTrue(initramfs.contains("\nload kernel/drivers/virtio/virtio_mmio.ko\n"), "what the base package says is built in is not loaded");
    }

    @Test
    void aRecipeOfAnotherReleaseIsAnImageOfItsOwn() throws IOException {
        Recipe sid = Recipe.named("minimal@sid");
        assertEquals("sid", sid.suite());
        assertEquals("minimal@sid", sid.name());
        assertEquals(sid, Recipe.fromJson(sid.toJson()));
        assertEquals("", Recipe.named("minimal").suite());
        assertFalse(Recipe.named("minimal").toJson().containsKey("suite"), "manifests of before stay as they are");
        assertTrue(sentence(() -> Recipe.named("minimal@../x")).contains("no Debian release"));
        assertTrue(sentence(() -> Recipe.named("tiny@sid")).contains("no image recipe"));
    }

    @Test
    void initLoadsTheTransportAndTheDriversOfThePresentDevices() throws IOException {
        String initramfs = Files.readString(store.ensure(RECIPE, Progress.none()).initrd(), StandardCharsets.ISO_8859_1);
        assertTrue(initramfs.contains("\nload kernel/drivers/virtio/virtio.ko kernel/drivers/virtio/virtio_mmio.ko\n"));
        assertTrue(initramfs.contains(" virtio:d00000002v*) load kernel/drivers/block/virtio_blk.ko ;;\n"));
        assertTrue(initramfs.contains("kernel/drivers/virtio/virtio_mmio.ko: kernel/drivers/virtio/virtio.ko\n"), "modules.dep");
        assertTrue(initramfs.contains("alias virtio:d00000002v* virtio_blk\n"), "modules.alias");
        assertTrue(initramfs.contains("PS1='cellvisor:\\w# '"));
        assertFalse(initramfs.contains("other.ko"), "modules that nobody asked for");
    }

    @Test
    void samePackagesGiveSameBytesInAnotherPlace() throws IOException {
        GuestImage one = store.ensure(RECIPE, Progress.none());
        GuestImage other = new ImageStore(directory.resolve("elsewhere/cache"), apt.host()).ensure(RECIPE, Progress.none());
        for (String name : List.of("Image", "initrd.cpio", "disk.img", "manifest.json")) {
            assertArrayEquals(Files.readAllBytes(one.directory().resolve(name)), Files.readAllBytes(other.directory().resolve(name)), name);
        }
        assertEquals(one.manifest().hash(), other.manifest().hash());
    }

    @Test
    void secondCallAsksNobody() throws IOException {
        GuestImage first = store.ensure(RECIPE, Progress.none());
        assertFalse(apt.asked().isEmpty());
        assertEquals(first, store.ensure(RECIPE, Progress.none()));
        assertEquals(List.of(), apt.asked());
    }

    @Test
    void touchedFileIsMadeAgainFromKeptPackagesWithoutANetwork() throws IOException {
        GuestImage first = store.ensure(RECIPE, Progress.none());
        apt.asked();
        Files.write(first.kernel(), new byte[4096]); // the same size, only the time tells
        GuestImage second = store.ensure(RECIPE, Progress.none());
        assertEquals(first, second);
        assertArrayEquals(MadeUp.kernel(), Files.readAllBytes(second.kernel()));
        assertEquals(List.of(), apt.asked());
    }

    @Test
    void changeThatKeepsSizeAndTimeIsFoundByVerify() throws IOException {
        GuestImage image = store.ensure(RECIPE, Progress.none());
        var time = Files.getLastModifiedTime(image.kernel());
        Files.write(image.kernel(), new byte[4096]);
        Files.setLastModifiedTime(image.kernel(), time);
        assertEquals(image, store.ensure(RECIPE, Progress.none()));
        assertTrue(sentence(() -> store.verify(image)).contains("is not what its manifest says"));
    }

    @Test
    void updateTakesTheNewKernelAndDropsTheOldPackage() throws IOException {
        store.ensure(RECIPE, Progress.none());
        apt.publish("6.1.0-20");
        assertEquals("6.1.0-1-cloud-arm64", store.ensure(RECIPE, Progress.none()).manifest().kernelRelease());
        assertEquals("6.1.0-20-cloud-arm64", store.update(RECIPE, Progress.none()).manifest().kernelRelease());
        assertEquals("6.1.0-20-cloud-arm64", store.ensure(RECIPE, Progress.none()).manifest().kernelRelease());
        try (Stream<Path> packages = Files.list(cache.resolve("images/packages"))) {
            assertEquals(2, packages.count());
        }
    }

    @Test
    void failedUpdateLeavesTheImageAlone() throws IOException {
        GuestImage image = store.ensure(RECIPE, Progress.none());
        apt.failWith("update", "E: Failed to fetch http://mirror.example/debian  Could not resolve 'mirror.example'");
        sentence(() -> store.update(RECIPE, Progress.none()));
        store.verify(store.ensure(RECIPE, Progress.none()));
        assertEquals(image, store.ensure(RECIPE, Progress.none()));
        assertNothingHalfWritten(image);
    }

    @Test
    void manifestIsALock() throws IOException {
        GuestImage image = store.ensure(RECIPE, Progress.none());
        Path lock = Files.copy(image.directory().resolve("manifest.json"), directory.resolve("lock.json"));
        apt.publish("6.1.0-20");
        ImageStore elsewhere = new ImageStore(directory.resolve("elsewhere"), apt.host());
        assertEquals("6.1.0-20-cloud-arm64", elsewhere.ensure(RECIPE, Progress.none()).manifest().kernelRelease());
        GuestImage again = elsewhere.fromLock(Manifest.read(lock), Progress.none());
        assertEquals(image.manifest(), again.manifest());
        elsewhere.verify(again);
        apt.asked();
        assertEquals(again, elsewhere.fromLock(Manifest.read(lock), Progress.none()));
        assertEquals(List.of(), apt.asked());
    }

    @Test
    void lockOfThePresentImageIsThatImage() {
        GuestImage image = store.ensure(RECIPE, Progress.none());
        assertEquals(image, store.fromLock(image.manifest(), Progress.none()));
    }

    @Test
    void lockOnAVersionThatTheArchiveHasDroppedIsRefused() throws IOException {
        Manifest lock = store.ensure(RECIPE, Progress.none()).manifest();
        apt.withdraw("busybox-static", "1:1.35-4");
        ImageStore elsewhere = new ImageStore(directory.resolve("elsewhere"), apt.host());
        String sentence = sentence(() -> elsewhere.fromLock(lock, Progress.none()));
        assertTrue(sentence.contains("has no busybox-static in version 1:1.35-4 for arm64"), sentence);
    }

    @Test
    void lockWithAnotherChecksumIsRefused() throws IOException {
        Manifest lock = store.ensure(RECIPE, Progress.none()).manifest();
        String text = new String(lock.toJson(), StandardCharsets.UTF_8).replace(lock.packages().get(1).sha256(), "0".repeat(64));
        Manifest forged = Manifest.fromJson(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(sentence(() -> store.fromLock(forged, Progress.none())).contains("bad checksum"));
        String output = new String(lock.toJson(), StandardCharsets.UTF_8).replace(lock.outputs().get(1).sha256(), "0".repeat(64));
        Manifest forgedOutput = Manifest.fromJson(output.getBytes(StandardCharsets.UTF_8));
        assertTrue(sentence(() -> store.fromLock(forgedOutput, Progress.none())).contains("bad checksum"));
        assertFalse(Files.exists(cache.resolve("images/lock-" + forgedOutput.hash().substring(0, 16))));
    }

    @Test
    void lockCannotPassOptionsToApt() {
        Manifest lock = store.ensure(RECIPE, Progress.none()).manifest();
        Manifest.Package evil = new Manifest.Package("busybox", "-oDir::Log=x", "1", "arm64", 1, "0".repeat(64));
        Manifest forged = new Manifest(lock.builder(), RECIPE, List.of(lock.packages().getFirst(), evil), lock.kernelRelease(), lock.rtcSeconds(), lock.outputs());
        assertTrue(sentence(() -> store.fromLock(forged, Progress.none())).contains("is no package name"));
    }

    @Test
    void troubleIsOneSentenceAndLeavesNothingBehind() throws IOException {
        record Case(String command, String complaint, String expected) {}
        List<Case> cases = List.of(
                new Case("update", "E: Failed to fetch http://m/x  Temporary failure resolving 'm'\nE: Some index files failed to download.", "cannot be reached (Failed to fetch"),
                new Case("update", "E: You don't have enough free space in /x/.", "no room"),
                new Case("update", "W: GPG error: http://m bookworm InRelease: NO_PUBKEY 6ED0E7B82643E131", "debian-archive-keyring"),
                new Case("download", "E: Failed to fetch http://m/x.deb  Hash Sum mismatch", "bad checksum"),
                new Case("show", "E: No packages found", "has no linux-image-cloud-arm64"),
                new Case("download", "E: Something unheard of.", "apt-get failed (Something unheard of)."));
        for (Case one : cases) {
            apt.failWith(one.command(), one.complaint());
            String sentence = sentence(() -> store.ensure(RECIPE, Progress.none()));
            assertTrue(sentence.contains(one.expected()), sentence);
            assertNothingHalfWritten(null);
            apt.recover(one.command());
        }
        store.verify(store.ensure(RECIPE, Progress.none()));
    }

    @Test
    void changedPackageFileIsABadChecksum() throws IOException {
        apt.corrupt("busybox-static", "1:1.35-4");
        assertTrue(sentence(() -> store.ensure(RECIPE, Progress.none())).contains("bad checksum"));
        assertNothingHalfWritten(null);
    }

    @Test
    void withoutAptOrDebianItSaysSo() throws IOException {
        Apt.Host none = new Apt.Host(List.of("/nowhere/apt-get"), List.of("/nowhere/apt-cache"), directory, directory.resolve("os-release"));
        assertTrue(sentence(() -> new ImageStore(cache, none).ensure(RECIPE, Progress.none())).contains("which are not on this machine"));
        Files.writeString(directory.resolve("archive/etc/sources.list"), "deb https://vendor.example/apt stable main\n");
        assertTrue(sentence(() -> store.ensure(RECIPE, Progress.none())).contains("no source that is Debian's own archive"));
        assertNothingHalfWritten(null);
    }

    @Test
    void recipeThatCannotBeBuiltIsNamed() {
        assertTrue(sentence(() -> Recipe.named("nonesuch")).contains("no image recipe named \"nonesuch\"; there is minimal, "));
        Recipe later = new Recipe("later", "", "arm64", "btrfs", RECIPE.kernel(), RECIPE.busybox(), List.of(), List.of(), "", "", "", 512);
        assertTrue(sentence(() -> store.ensure(later, Progress.none())).contains("of kind \"btrfs\""));
        Recipe typo = new Recipe("typo", "", "arm64", "initramfs", RECIPE.kernel(), RECIPE.busybox(), List.of("virtio_mimo"), List.of(), "", "", "", 512);
        assertTrue(sentence(() -> store.ensure(typo, Progress.none())).contains("no module virtio_mimo"));
    }

    @Test
    void leftoversOfAKilledBuilderAreSweptAway() throws IOException {
        Path leftover = Files.createDirectories(cache.resolve("images/.tiny.tmp-12345/apt"));
        Files.writeString(leftover.resolve("partial"), "x");
        store.ensure(RECIPE, Progress.none());
        assertFalse(Files.exists(leftover));
    }

    @Test
    void severalAtOnceBuildOnce() throws Exception {
        AtomicInteger written = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            Progress counting = new Progress() {
                @Override
                public void phase(String name) {
                    written.addAndGet(name.startsWith("Writing") ? 1 : 0);
                }

                @Override
                public void update(long done, long total) {}
            };
            Callable<GuestImage> task = () -> new ImageStore(cache, apt.host()).ensure(RECIPE, counting);
            List<Future<GuestImage>> images = pool.invokeAll(List.of(task, task, task, task));
            for (Future<GuestImage> image : images) {
                assertEquals(images.getFirst().get(), image.get());
            }
        }
        assertEquals(1, written.get());
    }

    @Test
    void shippedRecipesAreComplete() {
        for (Recipe recipe : Images.recipes()) {
            assertEquals(recipe, Recipe.named(recipe.name()));
            assertTrue(recipe.prompt().endsWith("# "));
            assertEquals(recipe.hasRootDisk(), !recipe.packages().isEmpty());
            assertEquals(recipe.hasRootDisk(), !recipe.login().isEmpty());
            assertTrue(recipe.hasRootDisk() ? recipe.diskBytes() % Ext4Disk.GROUP_BYTES == 0 : recipe.diskBytes() == PatternDisk.DEFAULT_BYTES);
        }
    }

    private static String sentence(Executable action) {
        String message = assertThrows(ImageException.class, action).getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.endsWith("."), message);
        return message;
    }

    /** Apart from a finished image, only lock files and kept packages may lie in the cache. */
    private void assertNothingHalfWritten(GuestImage finished) throws IOException {
        if (!Files.exists(cache.resolve("images"))) {
            return;
        }
        try (Stream<Path> files = Files.list(cache.resolve("images"))) {
            List<String> names = files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(".lock") && !n.equals("packages")).toList();
            assertEquals(finished == null ? List.of() : List.of(finished.directory().getFileName().toString()), names);
        }
    }
}
