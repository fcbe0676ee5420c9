package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cells' code and values are told as: whatever could make another run of it makes it another, and what may do more than compute is refused. */
class KeptCellsTest {
    private static final String CELL = """
            import dev.cellvisor.memory.*;
            import dev.cellvisor.state.*;
            import dev.cellvisor.vm.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class Cell {
                %s
                public static Condition of(Vm vm) throws Exception {
                    %s
                }
            }
            """;
    private static Vm vm;

    @BeforeAll
    static void build() {
        vm = Vm.builder("cells").memoryMiB(1).build();
    }

    @AfterAll
    static void close() {
        vm.close();
    }

    /** Classes of one compilation, whose bytes can be had as JShell's can. */
    private static final class Classes extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();

        Classes() {
            super(KeptCellsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream found = bytes.get(name);
            if (found == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, found.toByteArray(), 0, found.size());
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            ByteArrayOutputStream found = bytes.get(name.replace(".class", "").replace('/', '.'));
            return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(found.toByteArray());
        }
    }

    /** Compiles a cell, and gives the condition that it makes. */
    private static Condition compile(String members, String of) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new Classes();
        var files = new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        var out = new ByteArrayOutputStream();
                        classes.bytes.put(className, out);
                        return out;
                    }
                };
            }
        };
        String text = CELL.formatted(members, of);
        var source = new SimpleJavaFileObject(URI.create("memory:///Cell.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var said = new StringWriter();
        assertTrue(compiler.getTask(said, files, null, List.of("-classpath", System.getProperty("java.class.path"), "-g:none"), null, List.of(source)).call(), said + text);
        return (Condition) classes.loadClass("Cell").getMethod("of", Vm.class).invoke(null, vm);
    }

    private static String told(String members, String of) throws Exception {
        return CellValues.sha256(vm, compile(members, of), false);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "a captured value|                          | int most = 3; return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > most); | most = 3 | most = 4",
        "a text|                                    | String name = \"x0\"; return Condition.when(\"x\", () -> vm.cpu(0).get(name) > 1); | \"x0\" | \"x1\"",
        "an element of an array|                    | int[] all = {1, 2}; return Condition.when(\"x\", () -> all[1] == vm.cpu(0).get(\"x0\")); | {1, 2} | {1, 3}",
        "a value in a list|                         | var all = List.of(1, 2); return Condition.when(\"x\", () -> all.contains(1)); | (1, 2) | (3, 2)",
        "a value in a map|                          | var all = new HashMap<>(Map.of(1, 2)); return Condition.when(\"x\", () -> all.get(1) == 2); | (1, 2) | (1, 3)",
        "the code of the lambda|                    | return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > 5); | > 5 | > 6",
        "a constant too large for an instruction|   | return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > 5_000_000_000L); | 5_000_000_000L | 5_000_000_001L",
        "a variable|      static int most = 3;      | return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > most); | most = 3 | most = 4",
        "a method|        static boolean is(long n) { return n > 3; } | return Condition.when(\"x\", () -> is(vm.cpu(0).get(\"x0\"))); | n > 3 | n >= 3",
        "a method of a method| static int f() { return g(); } static int g() { return 1; } | return Condition.when(\"x\", () -> f() == 1); | return 1 | return 2",
        "a method's variable| static final int[] TABLE = {7}; static int f() { return TABLE[0]; } | return Condition.when(\"x\", () -> f() == 1); | {7} | {8}",
        "a lambda within|                           | return Condition.when(\"x\", () -> IntStream.range(0, 9).anyMatch(i -> i == 3)); | == 3 | == 4",
        "which method is referred to| static int f(int x) { return x; } static int g(int x) { return x; } | return Condition.when(\"x\", () -> IntStream.of(1).map(Cell::f).sum() == 1); | Cell::f | Cell::g",
        "another class's method| static class Other { static int f() { return 1; } } | return Condition.when(\"x\", () -> Other.f() == 1); | return 1 | return 2",
        "a field of an object| static class Box { int value = 1; } | var box = new Box(); return Condition.when(\"x\", () -> box.value == 1); | value = 1 | value = 2",
        "a method of an object that is made| static class Box { int value() { return 1; } } | return Condition.when(\"x\", () -> new Box().value() == 1); | return 1 | return 2",
        "an object behind an interface| interface F { int f(); } static class A implements F { public int f() { return 1; } } | F f = new A(); return Condition.when(\"x\", () -> f.f() == 1); | return 1 | return 2",
        "a method that an interface has| interface F { default int f() { return 1; } } static class A implements F { } | var f = new A(); return Condition.when(\"x\", () -> f.f() == 1); | return 1 | return 2",
        "the class above| static class A { int f() { return 1; } } static class B { int f() { return 2; } } static class C extends A { } | var c = new C(); return Condition.when(\"x\", () -> c.f() == 1); | C extends A | C extends B",
        "a record's component| record P(int x) { } | var p = new P(1); return Condition.when(\"x\", () -> p.x() == 1); | P(1) | P(2)",
        "a record's method| record P(int x) { int twice() { return 2 * x; } } | var p = new P(1); return Condition.when(\"x\", () -> p.twice() == 2); | 2 * x | 3 * x",
        "which one of an enum| enum E { A, B } | E e = E.A; return Condition.when(\"x\", () -> e == E.B); | e = E.A | e = E.B",
        "a value that an enum has| enum E { A(1); final int n; E(int n) { this.n = n; } } | E e = E.A; return Condition.when(\"x\", () -> e.n == 1); | A(1) | A(2)",
        "what one of an enum does| enum E { A { int f() { return 1; } }; abstract int f(); } | E e = E.A; return Condition.when(\"x\", () -> e.f() == 1); | return 1 | return 2",
        "what a switch goes by| static int f(String s) { return switch (s) { case \"a\" -> 1; default -> 2; }; } | return Condition.when(\"x\", () -> f(vm.name()) == 1); | \"a\" | \"b\"",
        "what is caught| static int f() { try { return 1 / 0; } catch (ArithmeticException e) { return 1; } } | return Condition.when(\"x\", () -> f() == 1); | (ArithmeticException | (IllegalStateException",
        "an order| interface Order extends Comparator<Integer>, java.io.Serializable { } | var all = new TreeMap<Integer, Integer>((Order) (a, b) -> a - b); return Condition.when(\"x\", () -> all.isEmpty()); | a - b | b - a",
        "what it says|                              | return Condition.when(\"x\", () -> true); | true | false"})
    void isAnotherRun(String what, String members, String of, String from, String to) throws Exception {
        String fields = members == null ? "" : members;
        String first = told(fields, of);
        assertEquals(first, told(fields, of), "the same, compiled again");
        String changed = told(fields.replace(from, to), of.replace(from, to));
        assertNotEquals(first, changed, what);
    }

    @Test
    void whatComputesOnlyIsTaken() throws Exception {
        told("static int f(String s) { return s.length(); }", """
                return Condition.when("x", () -> {
                    var digest = java.security.MessageDigest.class;
                    var text = String.format("%s %d", vm.name(), Math.max(3, f("abc")));
                    var all = new ArrayList<>(List.of(3, 1, 2));
                    Collections.sort(all);
                    return digest != null && text.matches("a.*") && all.stream().mapToInt(i -> i).sum() > vm.cpu(0).get("x0") && vm.memory().readLong(0x4000_0000L) == 0;
                });""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"System.out == null", "System.nanoTime() == 1", "System.getenv(\"A\") == null", "System.getProperty(\"a\") == null", "Boolean.getBoolean(\"a\")",
        "Integer.getInteger(\"a\") == null", "new Random(1).nextInt() == 1", "new SplittableRandom().nextInt() == 1", "Math.random() > 1",
        "java.util.concurrent.ThreadLocalRandom.current().nextInt() == 1", "UUID.randomUUID() == null", "Thread.currentThread() == null", "Files.exists(Path.of(\"a\"))",
        "java.time.LocalDate.now() == null", "java.time.Year.now() == null", "java.time.Clock.systemUTC() == null", "new Date() == null", "Runtime.getRuntime() == null",
        "ProcessHandle.current() == null", "Locale.getDefault() == null", "TimeZone.getDefault() == null", "Vm.named(\"other\") == null", "Vm.open().isEmpty()",
        "Vm.builder(\"other\") == null", "vm.fork() == null", "vm.snapshot().save(Path.of(\"a\")) == null", "CacheFolder.path() == null", "new Object().hashCode() == 1",
        "new Formatter().toString().isEmpty()", "Cell.class.getDeclaredFields().length == 0"})
    void whatMayDoMoreThanComputeIsRefused(String code) {
        String reason = assertThrows(KeptAside.class, () -> told("", "return Condition.when(\"x\", () -> " + code + ");"), code).getMessage();
        assertTrue(reason.startsWith("code of a cell uses ") && reason.endsWith(", of which a cache can know neither cause nor effect"), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IO.println(1)", "System.out.println(1)", "new Thread(() -> { }).start()", "new Exception().printStackTrace()", "vm.snapshot().save(Path.of(\"a\"))"})
    void whatHasAnEffectElsewhereIsRefused(String code) {
        assertThrows(KeptAside.class, () -> told("static boolean f(Vm vm) { " + code + "; return true; }", "return Condition.when(\"x\", () -> f(vm));"), code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "is a function that cannot be told|          Supplier<Integer> one = () -> 1; return Condition.when(\"x\", () -> one.get() == 1);",
        "is a ArrayList of a cell's own kind|        var all = new ArrayList<Integer>() { }; all.add(1); return Condition.when(\"x\", () -> all.size() == 1);",
        "has something of BitSet|                    var own = new BitSet() { int x = 1; }; return Condition.when(\"x\", () -> own.x == 1);",
        "is a Random|                                var random = new Random(1); return Condition.when(\"x\", () -> random != null);",
        "is a Vm, which is no plain value|           var other = Vm.builder(\"cells, another\").memoryMiB(1).build(); return Condition.when(\"x\", () -> other.cpu(0).get(\"x0\") == 1);"})
    void aValueThatCannotBeToldIsRefused(String reason, String of) {
        String said = assertThrows(KeptAside.class, () -> told("", of)).getMessage();
        Vm.open().stream().filter(open -> open.name().equals("cells, another")).forEach(Vm::close);
        assertTrue(said.contains(reason), said);
    }
}
