package dev.cellvisor.images;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shared libraries of packages, from which those that programs need are picked, and those that these need. */
class SharedLibraries implements DebPackage.Visitor {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> links = new TreeMap<>();

    @Override
    public void file(String path, long mtimeSeconds, InputStream content) throws IOException {
        // A library is directly in its directory of libraries; what is deeper is somebody's plugin.
        if (path.matches("(usr/)?lib/([^/]+-linux-gnu/)?[^/]+\\.so(\\.[^/]*)?")) {
            files.put(name(path), DebPackage.bytes(content));
        }
    }

    @Override
    public void link(String path, String target) {
        links.put(name(path), name(target));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Adds libraries to a tree, as {@code lib/NAME}; an interpreter, which is named with its path, at that place.
     *
     * @param needed what programs name, see {@link ElfNeeded}
     * @param own names that are in the tree already
     * @throws IOException if one is in none of the packages
     */
    void add(CpioTree tree, Collection<String> needed, Set<String> own) throws IOException {
        Deque<String> open = new ArrayDeque<>(needed);
        Set<String> done = new HashSet<>(own);
        while (!open.isEmpty()) {
            String path = open.poll();
            String name = name(path);
            if (!done.add(name)) {
                continue;
            }
            byte[] library = files.get(name);
            for (String link = links.get(name); library == null && link != null; link = links.get(link)) {
                library = files.get(link);
            }
            if (library == null) {
                throw new IOException("a program needs " + name + ", which is in none of its packages");
            }
            tree.file(path.startsWith("/") ? path.substring(1) : "lib/" + name, 0755, library);
            open.addAll(ElfNeeded.of(library));
        }
    }
}
