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
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.FieldSource;

/** What cells' code and values are told as: whatever could make another run of it makes it another, and what may do more than compute is refused. */
class KeptCellsTest {
    /** The number in the class's name is none for who tells it, as that of JShell's snippets. */
    private static final String CELL = """
            class %s {
                %s
                public static Condition of(Vm vm) throws Exception {
                    %s
                }
            }
            """;
    private static final String IMPORTS = """
            import dev.cellvisor.memory.*;
            import dev.cellvisor.state.*;
            import dev.cellvisor.vm.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            """;
    private static final Classes CLASSES = new Classes();
    private static final List<String> SOURCES = new ArrayList<>();
    private static Vm vm;

    /** A cell. @param number of its class */
    private record Cell(int number) {

        /** Its source waits for {@link #compile}. */
        static Cell of(String members, String of) {
            var cell = new Cell(SOURCES.size());
            SOURCES.add(CELL.formatted(cell.name(), members, of).replace("Cell::", cell.name() + "::").replace("Cell.class", cell.name() + ".class"));
            return cell;
        }

        private String name() {
            return "Cell$JShell$" + number;
        }

        /** What the condition that it makes is told as. */
        String told() {
            try {
                var of = CLASSES.loadClass(name()).getDeclaredMethod("of", Vm.class);
                of.setAccessible(true);
                return CellValues.sha256(vm, (Condition) of.invoke(null, vm), false);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A cell, the same again, and another of which one thing is another. */
    private record Pair(String what, Cell first, Cell again, Cell changed) {
        static Pair of(String what, String members, String of, String from, String to) {
            return new Pair(what, Cell.of(members, of), Cell.of(members, of), Cell.of(members.replace(from, to), of.replace(from, to)));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /** A cell that is refused. */
    private record Refused(String what, Cell cell, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** What the cell is, its members, how it makes its condition, and what is changed in that. */
    static final List<Pair> PAIRS = List.of(
            Pair.of("a captured value", "",
                    "int most = 3; return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > most);", "most = 3", "most = 4"),
            Pair.of("a text", "",
                    "String name = \"x0\"; return Condition.when(\"x\", () -> vm.cpu(0).get(name) > 1);", "\"x0\"", "\"x1\""),
            Pair.of("an element of an array", "",
                    "int[] all = {1, 2}; return Condition.when(\"x\", () -> all[1] == vm.cpu(0).get(\"x0\"));", "{1, 2}", "{1, 3}"),
            Pair.of("a value in a list", "",
                    "var all = List.of(1, 2); return Condition.when(\"x\", () -> all.contains(1));", "(1, 2)", "(3, 2)"),
            Pair.of("a value in a map", "",
                    "var all = new HashMap<>(Map.of(1, 2)); return Condition.when(\"x\", () -> all.get(1) == 2);", "(1, 2)", "(1, 3)"),
            Pair.of("the code of the lambda", "",
                    "return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > 5);", "> 5", "> 6"),
            Pair.of("a constant too large for an instruction", "",
                    "return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > 5_000_000_000L);", "5_000_000_000L", "5_000_000_001L"),
            Pair.of("a variable", "static int most = 3;",
                    "return Condition.when(\"x\", () -> vm.cpu(0).get(\"x0\") > most);", "most = 3", "most = 4"),
            Pair.of("a method", "static boolean is(long n) { return n > 3; }",
                    "return Condition.when(\"x\", () -> is(vm.cpu(0).get(\"x0\")));", "n > 3", "n >= 3"),
            Pair.of("a method of a method", "static int f() { return g(); } static int g() { return 1; }",
                    "return Condition.when(\"x\", () -> f() == 1);", "return 1", "return 2"),
            Pair.of("a method's variable", "static final int[] TABLE = {7}; static int f() { return TABLE[0]; }",
                    "return Condition.when(\"x\", () -> f() == 1);", "{7}", "{8}"),
            Pair.of("a lambda within", "",
                    "return Condition.when(\"x\", () -> IntStream.range(0, 9).anyMatch(i -> i == 3));", "== 3", "== 4"),
            Pair.of("which method is referred to", "static int f(int x) { return x; } static int g(int x) { return x; }",
                    "return Condition.when(\"x\", () -> IntStream.of(1).map(Cell::f).sum() == 1);", "Cell::f", "Cell::g"),
            Pair.of("another class's method", "static class Other { static int f() { return 1; } }",
                    "return Condition.when(\"x\", () -> Other.f() == 1);", "return 1", "return 2"),
            Pair.of("a field of an object", "static class Box { int value = 1; }",
                    "var box = new Box(); return Condition.when(\"x\", () -> box.value == 1);", "value = 1", "value = 2"),
            Pair.of("a method of an object that is made", "static class Box { int value() { return 1; } }",
                    "return Condition.when(\"x\", () -> new Box().value() == 1);", "return 1", "return 2"),
            Pair.of("an object behind an interface", "interface F { int f(); } static class A implements F { public int f() { return 1; } }",
                    "F f = new A(); return Condition.when(\"x\", () -> f.f() == 1);", "return 1", "return 2"),
            Pair.of("a method that an interface has", "interface F { default int f() { return 1; } } static class A implements F { }",
                    "var f = new A(); return Condition.when(\"x\", () -> f.f() == 1);", "return 1", "return 2"),
            Pair.of("the class above", "static class A { int f() { return 1; } } static class B { int f() { return 2; } } static class C extends A { }",
                    "var c = new C(); return Condition.when(\"x\", () -> c.f() == 1);", "C extends A", "C extends B"),
            Pair.of("a record's component", "record P(int x) { }",
                    "var p = new P(1); return Condition.when(\"x\", () -> p.x() == 1);", "P(1)", "P(2)"),
            Pair.of("a record's method", "record P(int x) { int twice() { return 2 * x; } }",
                    "var p = new P(1); return Condition.when(\"x\", () -> p.twice() == 2);", "2 * x", "3 * x"),
            Pair.of("which one of an enum", "enum E { A, B }",
                    "E e = E.A; return Condition.when(\"x\", () -> e == E.B);", "e = E.A", "e = E.B"),
            Pair.of("a value that an enum has", "enum E { A(1); final int n; E(int n) { this.n = n; } }",
                    "E e = E.A; return Condition.when(\"x\", () -> e.n == 1);", "A(1)", "A(2)"),
            Pair.of("what one of an enum does", "enum E { A { int f() { return 1; } }; abstract int f(); }",
                    "E e = E.A; return Condition.when(\"x\", () -> e.f() == 1);", "return 1", "return 2"),
            Pair.of("what a switch goes by", "static int f(String s) { return switch (s) { case \"a\" -> 1; default -> 2; }; }",
                    "return Condition.when(\"x\", () -> f(vm.name()) == 1);", "\"a\"", "\"b\""),
            Pair.of("what is caught", "static int f() { try { return 1 / 0; } catch (ArithmeticException e) { return 1; } }",
                    "return Condition.when(\"x\", () -> f() == 1);", "(ArithmeticException", "(IllegalStateException"),
            Pair.of("an order", "interface Order extends Comparator<Integer>, java.io.Serializable { }",
                    "var all = new TreeMap<Integer, Integer>((Order) (a, b) -> a - b); return Condition.when(\"x\", () -> all.isEmpty());", "a - b", "b - a"),
            Pair.of("what it says", "",
                    "return Condition.when(\"x\", () -> true);", "true", "false"));

    private static final String MORE_THAN_COMPUTES = ", of which a cache can know neither cause nor effect";
    private static final List<String> NOT_TO_ASK = List.of(
            "System.out == null", "System.nanoTime() == 1", "System.getenv(\"A\") == null", "System.getProperty(\"a\") == null", "Boolean.getBoolean(\"a\")",
            "Integer.getInteger(\"a\") == null", "new Random(1).nextInt() == 1", "new SplittableRandom().nextInt() == 1", "Math.random() > 1",
            "java.util.concurrent.ThreadLocalRandom.current().nextInt() == 1", "UUID.randomUUID() == null", "Thread.currentThread() == null",
            "Files.exists(Path.of(\"a\"))", "java.time.LocalDate.now() == null", "java.time.Year.now() == null", "java.time.Clock.systemUTC() == null",
            "new Date() == null", "Runtime.getRuntime() == null", "ProcessHandle.current() == null", "Locale.getDefault() == null",
            "TimeZone.getDefault() == null", "Vm.named(\"other\") == null", "Vm.open().isEmpty()", "Vm.builder(\"other\") == null", "vm.fork() == null",
            "vm.snapshot().save(Path.of(\"a\")) == null", "CacheFolder.path() == null", "new Object().hashCode() == 1", "new Formatter().toString().isEmpty()",
            "Cell.class.getDeclaredFields().length == 0");
    private static final List<String> NOT_TO_DO = List.of("IO.println(1)", "System.out.println(1)", "new Thread(() -> { }).start()", "new Exception().printStackTrace()",
            "vm.snapshot().save(Path.of(\"a\"))");
    /** Why it is refused, and how the cell makes its condition. */
    private static final Map<String, String> NO_PLAIN_VALUES = Map.of(
            "is a function that cannot be told", "Supplier<Integer> one = () -> 1; return Condition.when(\"x\", () -> one.get() == 1);",
            "is a ArrayList of a cell's own kind", "var all = new ArrayList<Integer>() { }; all.add(1); return Condition.when(\"x\", () -> all.size() == 1);",
            "has something of BitSet", "var own = new BitSet() { int x = 1; }; return Condition.when(\"x\", () -> own.x == 1);",
            "is a Random", "var random = new Random(1); return Condition.when(\"x\", () -> random != null);",
            "is a Vm, which is no plain value", "var other = Vm.builder(\"cells, another\").memoryMiB(1).build(); return Condition.when(\"x\", () -> other.cpu(0).get(\"x0\") == 1);");
    static final List<Refused> REFUSED = refused();

    private static List<Refused> refused() {
        List<Refused> all = new ArrayList<>();
        NOT_TO_ASK.forEach(code -> all.add(new Refused(code, Cell.of("", "return Condition.when(\"x\", () -> " + code + ");"), MORE_THAN_COMPUTES)));
        NOT_TO_DO.forEach(code -> all.add(new Refused(code, Cell.of("static boolean f(Vm vm) { " + code + "; return true; }", "return Condition.when(\"x\", () -> f(vm));"),
                MORE_THAN_COMPUTES)));
        NO_PLAIN_VALUES.forEach((reason, of) -> all.add(new Refused(reason, Cell.of("", of), reason)));
        return all;
    }

    private static final Cell COMPUTES = Cell.of("static int f(String s) { return s.length(); }", """
            return Condition.when("x", () -> {
                var digest = java.security.MessageDigest.class;
                var text = String.format("%s %d", vm.name(), Math.max(3, f("abc")));
                var all = new ArrayList<>(List.of(3, 1, 2));
                Collections.sort(all);
                return digest != null && text.matches("a.*") && all.stream().mapToInt(i -> i).sum() > vm.cpu(0).get("x0") && vm.memory().readLong(0x4000_0000L) == 0;
            });""");

    @BeforeAll
    static void build() {
        compile();
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

    private static void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var files = new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        var out = new ByteArrayOutputStream();
                        CLASSES.bytes.put(className, out);
                        return out;
                    }
                };
            }
        };
        String text = IMPORTS + String.join("", SOURCES);
        var source = new SimpleJavaFileObject(URI.create("memory:///Cells.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var said = new StringWriter();
        assertTrue(compiler.getTask(said, files, null, List.of("-classpath", System.getProperty("java.class.path"), "-g:none"), null, List.of(source)).call(), said::toString);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("PAIRS")
    void whatCouldComeToSomethingElseIsAnotherRun(Pair pair) {
        assertEquals(pair.first.told(), pair.again.told(), "the same, with another number");
        assertNotEquals(pair.first.told(), pair.changed.told());
    }

    @Test
    void whatComputesOnlyIsTold() {
        assertEquals(COMPUTES.told(), COMPUTES.told());
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("REFUSED")
    void whatMayDoMoreThanComputeIsRefused(Refused refused) {
        try {
            String said = assertThrows(KeptAside.class, refused.cell::told).getMessage();
            assertTrue(said.contains(refused.reason), said);
        } finally {
            Vm.open().stream().filter(open -> open.name().equals("cells, another")).forEach(Vm::close);
        }
    }
}
