package dev.cellvisor.conformance;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one source at a time against the project's classes, in memory. The file manager is kept: opening the class path is what costs. */
final class MutantCompiler {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
    private final String classPath;

    /** The source is no Java. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    MutantCompiler(String classPath) {
        this.classPath = classPath;
    }

    /** The classes of a source, bytes by name. */
    Map<String, byte[]> compile(String name, String text) throws Refused {
        var source = new SimpleJavaFileObject(URI.create("mutant:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        var manager = new ForwardingJavaFileManager<JavaFileManager>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mutant:///" + className.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        var bytes = new ByteArrayOutputStream();
                        written.put(className, bytes);
                        return bytes;
                    }
                };
            }
        };
        var problems = new DiagnosticCollector<JavaFileObject>();
        List<String> options = List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none", "-parameters", "-g", "-classpath", classPath);
        if (!compiler.getTask(null, manager, problems, options, null, List.of(source)).call()) {
            throw new Refused(problems.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .map(each -> "line " + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT)).collect(Collectors.joining("; ")));
        }
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((className, bytes) -> classes.put(className, bytes.toByteArray()));
        return classes;
    }
}
