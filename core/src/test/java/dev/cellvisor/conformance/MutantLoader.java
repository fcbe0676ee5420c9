package dev.cellvisor.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the project's classes anew, a few of them mutated, so that nothing of an earlier mutant is left. Floors below virtio, on which
 * no mutated class can have an influence, are loaded once and shared, compiled code and all.
 */
final class MutantLoader extends URLClassLoader {
    private static final List<String> LOWER_FLOORS = List.of("trace", "state", "memory", "time", "irq", "cpu", "device", "conformance");
    /** The classes' bytes, read once: hundreds of loaders ask for them. */
    private static final Map<String, byte[]> FILES = new HashMap<>();

    private final List<Path> roots;
    private final Map<String, byte[]> mutated;
    private final List<String> shared;

    /**
     * @param roots the directories of the project's classes
     * @param mutated bytes by class name; empty for the project as it is
     */
    MutantLoader(List<Path> roots, Map<String, byte[]> mutated) {
        super(urls(roots), MutantLoader.class.getClassLoader());
        this.roots = roots;
        this.mutated = mutated;
        boolean low = LOWER_FLOORS.stream().anyMatch(floor -> mutated.keySet().stream().anyMatch(name -> in(floor, name)));
        this.shared = low ? List.of("conformance") : LOWER_FLOORS;
    }

    private static boolean in(String floor, String name) {
        return name.startsWith("dev.cellvisor." + floor + ".");
    }

    private static URL[] urls(List<Path> roots) {
        return roots.stream().map(root -> {
            try {
                return root.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }).toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.cellvisor.") || shared.stream().anyMatch(floor -> in(floor, name))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] bytes = mutated.containsKey(name) ? mutated.get(name) : file(name);
                if (bytes == null) {
                    return super.loadClass(name, resolve);
                }
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded;
        }
    }

    private byte[] file(String name) {
        synchronized (FILES) {
            return FILES.computeIfAbsent(name, key -> {
                for (Path root : roots) {
                    Path path = root.resolve(key.replace('.', '/') + ".class");
                    if (Files.exists(path)) {
                        try {
                            return Files.readAllBytes(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }
                return null;
            });
        }
    }
}
