package dev.cellvisor.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/** The modules of one kernel, and which must be loaded before which. */
final class ModuleSet {
    private final Map<String, String> paths = new TreeMap<>();
    private final Map<String, byte[]> files;
    private final Map<String, KernelModule> read = new TreeMap<>();
    private final Set<String> builtin = new LinkedHashSet<>();

    /**
     * @param files the kernel's module files by their paths; only those that are needed are looked into
     * @param builtin paths of what is built into the kernel and needs no loading: the lines of {@code modules.builtin}
     */
    ModuleSet(Map<String, byte[]> files, List<String> builtin) {
        this.files = files;
        files.keySet().forEach(path -> paths.put(KernelModule.name(path), path));
        builtin.forEach(path -> this.builtin.add(KernelModule.name(path)));
    }

    /**
     * Modules in an order in which they can be loaded: each after all that it needs, else as asked. What is built in is
     * left out.
     *
     * @throws IOException if one is neither a module nor built in, or if modules need each other in a circle
     */
    List<KernelModule> loadOrder(List<String> names) throws IOException {
        Map<String, KernelModule> order = new LinkedHashMap<>();
        for (String name : names) {
            add(name.replace('-', '_'), order, new LinkedHashSet<>());
        }
        return new ArrayList<>(order.values());
    }

    private void add(String name, Map<String, KernelModule> order, SequencedSet<String> path) throws IOException {
        if (builtin.contains(name) || order.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            throw new IOException("modules need each other in a circle: " + String.join(" ", path) + " " + name);
        }
        String file = paths.get(name);
        if (file == null) {
            path.remove(name);
            throw new IOException("the kernel has no module " + name + (path.isEmpty() ? "" : ", which is needed by " + String.join(" for ", path.reversed()))
                    + ", and it is not built in either");
        }
        KernelModule module = read.get(name);
        if (module == null) {
            module = KernelModule.of(file, files.get(file));
            read.put(name, module);
        }
        for (String needed : module.depends()) {
            add(needed, order, path);
        }
        path.remove(name);
        order.put(name, module);
    }
}
