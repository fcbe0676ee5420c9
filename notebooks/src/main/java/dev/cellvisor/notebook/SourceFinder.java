package dev.cellvisor.notebook;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Where the sources of our own classes are, so that Shift-Tab shows their Javadoc. JShell looks only into JDK's src.zip and has no
 * public way to add more; the kernel is started with {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}, and without it the
 * signatures are shown alone.
 */
final class SourceFinder {
    private SourceFinder() {
    }

    static void addTo(SourceCodeAnalysis analysis) {
        List<Path> ours = find(System.getProperty("java.class.path"));
        if (ours.isEmpty() || !analysis.getClass().getModule().isOpen(analysis.getClass().getPackageName(), SourceFinder.class.getModule())) {
            return;
        }
        try {
            Method find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            List<Path> all = new ArrayList<>(ours);
            for (Object path : (List<?>) find.invoke(analysis)) {
                all.add((Path) path);
            }
            Field field = analysis.getClass().getDeclaredField("availableSources");
            field.setAccessible(true);
            field.set(analysis, all);
        } catch (ReflectiveOperationException e) {
            // Another JDK keeps them elsewhere: signatures are shown without their text.
            System.getLogger(SourceFinder.class.getName()).log(System.Logger.Level.DEBUG, "no Javadoc for our own classes", e);
        }
    }

    /** The sources beside each entry of a class path: {@code src/main/java} beside {@code target/classes}, or a -sources jar. */
    static List<Path> find(String classPath) {
        List<Path> found = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (path.endsWith(Path.of("target", "classes"))) {
                addIfThere(found, path.getParent().resolveSibling(Path.of("src", "main", "java")));
            } else if (entry.endsWith(".jar")) {
                String name = path.getFileName().toString();
                addIfThere(found, path.resolveSibling(name.substring(0, name.length() - 4) + "-sources.jar"));
                if (path.getParent() != null && path.getParent().endsWith("target")) {
                    addIfThere(found, path.getParent().resolveSibling(Path.of("src", "main", "java")));
                }
            }
        }
        return found;
    }

    private static void addIfThere(List<Path> found, Path path) {
        if (Files.exists(path)) {
            found.add(path);
        }
    }
}
