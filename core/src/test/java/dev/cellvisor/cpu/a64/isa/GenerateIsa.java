package dev.cellvisor.cpu.a64.isa;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * Makes the checked-in sources that follow from the instruction families: the encoding table and decoder, its texts, the interpreter's
 * run loop and the switches of the groups beside it. It reads the families' sources, so it runs even while the generated ones are stale:
 *
 * <pre>java core/src/test/java/dev/cellvisor/cpu/a64/isa/GenerateIsa.java</pre>
 *
 * {@code GeneratedIsaTest} fails when what is checked in differs from what this would write.
 */
final class GenerateIsa {

    /** C1 turns a switch into a chain of comparisons, so the run loop has two levels of this many, frequent operations first. */
    private static final int BLOCK = 8;
    /** Operation numbers below this are the engine's own; see {@code Decoder}. */
    private static final int FIRST_OP = BLOCK;
    /** The same for the switches of the other groups, as a shift. */
    private static final int GROUP_SHIFT = 4;
    private static final String GROUP_BLOCK_END = "                    default -> throw Groups.unknown(op);\n                }\n            }\n";
    private static final List<String> GROUPS = List.of("MAIN", "FP", "SIMD_A", "SIMD_B", "RARE");
    /** A resource, since it is only read. */
    private static final String MEANINGS = "../../../../../../resources/dev/cellvisor/cpu/a64/isa/meanings.txt";
    private static final String HEADER = "// Made by GenerateIsa from the instruction families: change those, and run it again.\n"
            + "package dev.cellvisor.cpu.a64.isa;\n\n";

    private final List<Encoding> encodings = new ArrayList<>();
    /** What explanations quote: documentation of families and meanings, and the meanings' sources. */
    private final Map<String, String> meanings = new TreeMap<>();

    private record Field(String name, int low, int width) {
    }

    private record Encoding(String family, String group, String method, Kind kind, String bits, int mask, int value,
            List<Field> fields, String asm, String where, String feature, List<String> alias) {
        String name() {
            return family + "." + method;
        }
    }

    /** How the engine calls a meaning, told by its signature. */
    private enum Kind {
        PLAIN, PLAIN_PC, MEMORY, BRANCH, SYSTEM
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of("core/src/main/java/dev/cellvisor/cpu/a64/isa");
        for (var file : generate(root, Path.of("core/src/test/java/dev/cellvisor/cpu/a64/isa/operation-frequency.txt")).entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                System.out.println("wrote " + path.normalize());
            }
        }
    }

    /**
     * The generated files: name to contents.
     *
     * @param directory the families' sources
     * @param frequency what {@code SampleOperations} wrote: frequent operations get low numbers
     */
    static Map<String, String> generate(Path directory, Path frequency) throws IOException {
        var generator = new GenerateIsa();
        generator.read(directory);
        List<String> frequent = Files.readAllLines(frequency).stream().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")[0]).toList();
        generator.encodings.sort(Comparator.<Encoding>comparingInt(e -> GROUPS.indexOf(e.group()))
                .thenComparingInt(e -> Math.floorMod(frequent.indexOf(e.name()), Integer.MAX_VALUE)));
        Map<String, String> files = new TreeMap<>();
        files.put("Encodings.java", generator.encodingTable());
        files.put("EncodingTexts.java", generator.texts());
        files.put(MEANINGS, generator.meaningTexts());
        files.put("RunLoop.java", generator.runLoop());
        files.put("Groups.java", generator.groups());
        for (String group : GROUPS.subList(1, GROUPS.size())) {
            files.put(switchName(group) + ".java", generator.groupSwitch(group));
        }
        return files;
    }

    // ---- reading the families

    private void read(Path directory) throws IOException {
        List<Path> sources;
        try (var list = Files.list(directory)) {
            sources = list.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> contains(path, "@Family(")).sorted().toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree family) {
                        readFamily(family);
                        readMeanings(DocTrees.instance(task), unit, family);
                    }
                }
            }
        }
    }

    private static boolean contains(Path path, String text) {
        try {
            return Files.readString(path).contains("\n" + text);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    private void readFamily(ClassTree family) {
        AnnotationTree annotation = annotations(family.getModifiers().getAnnotations(), "Family").stream().findFirst().orElse(null);
        if (annotation == null) {
            return;
        }
        String group = value(annotation, "group").map(tree -> tree.toString().replaceAll(".*\\.", "")).orElse("MAIN");
        String name = family.getSimpleName().toString();
        for (Tree member : family.getMembers()) {
            if (member instanceof MethodTree method) {
                for (AnnotationTree insn : annotations(method.getModifiers().getAnnotations(), "Insn")) {
                    encodings.add(encoding(name, group, method, insn));
                }
            }
        }
    }

    private void readMeanings(DocTrees trees, CompilationUnitTree unit, ClassTree family) throws IOException {
        String name = family.getSimpleName().toString();
        TreePath path = new TreePath(new TreePath(unit), family);
        meanings.put(name, documentation(trees, path));
        String source = unit.getSourceFile().getCharContent(true).toString();
        for (Tree member : family.getMembers()) {
            if (member instanceof MethodTree method && !annotations(method.getModifiers().getAnnotations(), "Insn").isEmpty()) {
                int start = (int) trees.getSourcePositions().getStartPosition(unit, method.getReturnType());
                int end = (int) trees.getSourcePositions().getEndPosition(unit, method);
                meanings.put(name + "." + method.getName(), documentation(trees, new TreePath(path, method))
                        + "static " + source.substring(start, end).replace("\n    ", "\n") + "\n");
            }
        }
    }

    /** A Javadoc comment as one line of plain text; nothing if there is none. */
    private static String documentation(DocTrees trees, TreePath path) {
        String comment = trees.getDocComment(path);
        return comment == null ? "" : "/// " + comment.strip().replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("<[^>]*>", "").replaceAll("\\s+", " ")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") + "\n";
    }

    private static Encoding encoding(String family, String group, MethodTree method, AnnotationTree insn) {
        String bits = value(insn, "bits").map(GenerateIsa::string).orElseThrow();
        String feature = value(insn, "feature").map(tree -> tree.toString().replaceAll(".*\\.", "")).orElse("BASE");
        List<String> alias = value(insn, "alias").map(GenerateIsa::strings).orElse(List.of());
        String name = family + "." + method.getName();
        int mask = 0;
        int value = 0;
        int at = 32;
        List<Field> fields = new ArrayList<>();
        for (String piece : bits.trim().split("\\s+")) {
            if (piece.matches("[01x]+")) {
                for (char bit : piece.toCharArray()) {
                    at--;
                    if (bit != 'x' && at >= 0) {
                        mask |= 1 << at;
                        value |= (bit - '0') << at;
                    }
                }
            } else {
                String[] parts = piece.split(":");
                int width = parts.length > 1 ? Integer.parseInt(parts[1]) : 5;
                at -= width;
                fields.add(new Field(parts[0], at, width));
            }
        }
        if (at != 0) {
            throw new IllegalStateException(name + ": '" + bits + "' has " + (32 - at) + " bits, not 32");
        }
        return new Encoding(family, group, method.getName().toString(), kind(name, method), bits, mask, value, fields,
                value(insn, "asm").map(GenerateIsa::string).orElseThrow(), value(insn, "where").map(GenerateIsa::string).orElse(""),
                feature, alias);
    }

    private static Kind kind(String name, MethodTree method) {
        String signature = method.getReturnType() + method.getParameters().stream()
                .map(parameter -> parameter.getType().toString()).collect(Collectors.joining(",", "(", ")"));
        return switch (signature) {
            case "void(long,long)" -> Kind.PLAIN;
            case "void(long,long,long)" -> Kind.PLAIN_PC;
            case "void(Core,long,long)" -> Kind.MEMORY;
            case "long(long,long,long)" -> Kind.BRANCH;
            case "long(Core,long,long,long)" -> Kind.SYSTEM;
            default -> throw new IllegalStateException(name + " has the signature " + signature + "; see Insn for those that are allowed");
        };
    }

    private static List<AnnotationTree> annotations(List<? extends AnnotationTree> all, String name) {
        return all.stream().filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(AnnotationTree.class::cast).toList();
    }

    private static java.util.Optional<ExpressionTree> value(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment && assignment.getVariable().toString().equals(name)) {
                return java.util.Optional.of(assignment.getExpression());
            }
        }
        return java.util.Optional.empty();
    }

    private static String string(ExpressionTree tree) {
        return switch (tree) {
            case LiteralTree literal -> (String) literal.getValue();
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> string(sum.getLeftOperand()) + string(sum.getRightOperand());
            default -> throw new IllegalStateException("only literal texts are allowed in @Insn, not " + tree);
        };
    }

    private static List<String> strings(ExpressionTree tree) {
        return tree instanceof NewArrayTree array ? array.getInitializers().stream().map(GenerateIsa::string).toList()
                : List.of(string(tree));
    }

    // ---- writing

    private String encodingTable() {
        var out = new StringBuilder(HEADER);
        out.append("/** Every encoding: what is fixed, what it needs, and which slots its registers have. The index is the operation's number. */\n");
        out.append("final class Encodings {\n");
        out.append("    /** Operations: 0 to ").append(FIRST_OP - 1).append(" are the engine's own, encodings follow. */\n");
        out.append("    static final int COUNT = ").append(FIRST_OP + encodings.size()).append(";\n");
        out.append("    static final int FIRST = ").append(FIRST_OP).append(";\n");
        out.append("    static final int[] MASK = new int[COUNT];\n");
        out.append("    static final int[] VALUE = new int[COUNT];\n");
        out.append("    /** Bit 0: Rn 31 is SP; bits 2:1 for bits 4:0: 0 destination, 1 source, 2 SP; bit 3: has a condition. */\n");
        out.append("    static final byte[] SLOTS = new byte[COUNT];\n");
        out.append("    static final Feature[] FEATURE = new Feature[COUNT];\n\n");
        int parts = (encodings.size() + 255) / 256;
        out.append("    static {\n");
        for (int part = 0; part < parts; part++) {
            out.append("        part").append(part).append("();\n");
        }
        out.append("    }\n\n    private Encodings() {\n    }\n\n");
        out.append("    private static void put(int op, int mask, int value, int slots, Feature feature) {\n");
        out.append("        MASK[op] = mask;\n        VALUE[op] = value;\n        SLOTS[op] = (byte) slots;\n        FEATURE[op] = feature;\n    }\n");
        for (int part = 0; part < parts; part++) {
            out.append("\n    private static void part").append(part).append("() {\n");
            for (int i = part * 256; i < Math.min(encodings.size(), part * 256 + 256); i++) {
                Encoding e = encodings.get(i);
                out.append("        put(%d, 0x%08x, 0x%08x, %d, Feature.%s); // %s\n".formatted(FIRST_OP + i, e.mask(), e.value(), slots(e), e.feature(), e.name()));
            }
            out.append("    }\n");
        }
        out.append("\n    /** Whether the condition of an operation that has one holds for a word. */\n");
        out.append("    static boolean holds(int op, int w) {\n        return switch (op) {\n");
        for (int i = 0; i < encodings.size(); i++) {
            Encoding e = encodings.get(i);
            if (!e.where().isEmpty()) {
                out.append("            case %d -> %s;\n".formatted(FIRST_OP + i, condition(e, e.where())));
            }
        }
        out.append("            default -> true;\n        };\n    }\n}\n");
        return out.toString();
    }

    private static int slots(Encoding e) {
        int slots = (e.where().isEmpty() ? 0 : 8) | (e.kind() == Kind.BRANCH || e.kind() == Kind.SYSTEM ? 16 : 0);
        for (Field field : e.fields()) {
            if (field.low() == 5 && field.name().equals("Rn|SP")) {
                slots |= 1;
            } else if (field.low() == 0 && field.width() == 5) {
                slots |= switch (field.name()) {
                    case "Rds", "Rts" -> 2;
                    case "Rd|SP" -> 4;
                    default -> 0;
                };
            }
        }
        return slots;
    }

    private static String condition(Encoding e, String where) {
        var matcher = Pattern.compile("[A-Za-z_]\\w*").matcher(where);
        return matcher.replaceAll(match -> {
            if (match.group().equals("x") || match.group().matches("true|false|Integer|bitCount")) {
                return match.group();
            }
            Field field = e.fields().stream().filter(f -> f.name().replaceAll("\\|SP", "").equals(match.group())).findFirst()
                    .orElseThrow(() -> new IllegalStateException(e.name() + ": '" + match.group() + "' in '" + where + "' is no field of '" + e.bits() + "'"));
            return "(w >>> %d & 0x%x)".formatted(field.low(), (1L << field.width()) - 1);
        });
    }

    private String texts() {
        var out = new StringBuilder(HEADER);
        out.append("/** The texts of every encoding, for disassembler, assembler and explanations. The index is the operation's number. */\n");
        out.append("final class EncodingTexts {\n");
        out.append("    static final String[] NAME = new String[Encodings.COUNT];\n");
        out.append("    static final String[] BITS = new String[Encodings.COUNT];\n");
        out.append("    static final String[] ASM = new String[Encodings.COUNT];\n");
        out.append("    static final String[][] ALIAS = new String[Encodings.COUNT][];\n\n");
        int parts = (encodings.size() + 127) / 128;
        out.append("    static {\n");
        for (int part = 0; part < parts; part++) {
            out.append("        part").append(part).append("();\n");
        }
        out.append("    }\n\n    private EncodingTexts() {\n    }\n\n");
        out.append("    private static void put(int op, String name, String bits, String asm, String... alias) {\n");
        out.append("        NAME[op] = name;\n        BITS[op] = bits;\n        ASM[op] = asm;\n        ALIAS[op] = alias;\n    }\n");
        for (int part = 0; part < parts; part++) {
            out.append("\n    private static void part").append(part).append("() {\n");
            for (int i = part * 128; i < Math.min(encodings.size(), part * 128 + 128); i++) {
                Encoding e = encodings.get(i);
                out.append("        put(").append(FIRST_OP + i).append(", ").append(quote(e.name())).append(", ").append(quote(e.bits())).append(", ").append(quote(e.asm()));
                for (String alias : e.alias()) {
                    out.append(",\n                ").append(quote(alias));
                }
                out.append(");\n");
            }
            out.append("    }\n");
        }
        out.append("}\n");
        return out.toString();
    }

    /** Behind a line {@code @name} of a family or a meaning, its text. */
    private String meaningTexts() {
        var out = new StringBuilder("# Made by GenerateIsa from the instruction families: change those, and run it again.\n");
        meanings.forEach((name, text) -> out.append('@').append(name).append('\n').append(text));
        return out.toString();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String runLoop() {
        var out = new StringBuilder(HEADER);
        out.append("""
                import static dev.cellvisor.cpu.a64.state.A64State.PC;
                import static dev.cellvisor.memory.HostMemory.getLong;
                import static dev.cellvisor.memory.HostMemory.setLong;

                /**
                 * The interpreter. One method, kept under HotSpot's limit of 8000 bytes of bytecode, since a longer one is never compiled. Budget
                 * and PC are exact in the core wherever an instruction leaves the fast path, and setting the budget to 0 there ends the loop.
                 */
                public final class RunLoop {

                    private RunLoop() {
                    }

                    private static void setPc(long s, long pc) {
                        setLong(s + PC, pc);
                    }

                    /** Executes until the budget is used up. A guest exception leaves by {@link GuestException}, with the state already in its handler. */
                    public static void run(CodePages pages, Core c, long s) {
                        while (true) {
                            if (c.budget <= 0) {
                                return;
                            }
                            long[] code = pages.again(getLong(s + PC));
                            long pc = getLong(s + PC);
                            long page = pc & -4096;
                            int i = (int) (pc >>> 2) & 1023;
                            while (true) {
                                long here = page + (i << 2);
                                c.pc = here;
                                if (c.budget <= 0) {
                                    setLong(s + PC, here);
                                    return;
                                }
                                c.budget--;
                                long d = code[i];
                                long next;
                                int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
                                // C1 makes a chain of comparisons of a switch: two levels, and the frequent blocks first.
                                switch (op >>> 3) {
                                    case 0 -> {
                                        switch (op) {
                                            case Decoder.UNDECODED -> {
                                                c.budget++;
                                                pages.decode(code, i);
                                                continue;
                                            }
                                            case Decoder.PAGE_END -> {
                                                c.budget++;
                                                next = page + 4096;
                                            }
                                            case Decoder.BREAKPOINT -> {
                                                c.budget++;
                                                setLong(s + PC, here);
                                                pages.breakpoint();
                                                return;
                                            }
                                            default -> throw c.undefined();
                                        }
                                    }
                """);
        int main = (int) encodings.stream().filter(encoding -> encoding.group().equals("MAIN")).count();
        for (int block = 0; block < main; block += BLOCK) {
            out.append("                    case ").append((FIRST_OP + block) / BLOCK).append(" -> {\n                        switch (op) {\n");
            for (int index = block; index < Math.min(block + BLOCK, main); index++) {
                out.append("                            case ").append(FIRST_OP + index).append(" -> {\n");
                Encoding e = encodings.get(index);
                switch (e.kind()) {
                    case PLAIN -> line(out, e.name() + "(s, d);", "i++;", "continue;");
                    case PLAIN_PC -> line(out, e.name() + "(s, d, here);", "i++;", "continue;");
                    case MEMORY -> line(out, e.name() + "(c, s, d);", "i++;", "continue;");
                    case BRANCH -> line(out, "next = " + e.name() + "(s, d, here);");
                    case SYSTEM -> line(out, "setPc(s, " + e.name() + "(c, s, d, here));", "next = -1;");
                }
                out.append("                            }\n");
            }
            out.append("                            default -> next = Groups.execute(c, s, d, here);\n                        }\n                    }\n");
        }
        out.append("""
                                    default -> next = Groups.execute(c, s, d, here);
                                }
                                if (((next ^ page) & -4096) == 0) {
                                    i = (int) (next >>> 2) & 1023;
                                    if ((next & 3) == 0) {
                                        continue;
                                    }
                                }
                                if (next != -1) {
                                    setLong(s + PC, next);
                                }
                                pages.leave();
                                break;
                            }
                        }
                    }
                }
                """);
        return out.toString();
    }

    private static void line(StringBuilder out, String... lines) {
        for (String line : lines) {
            out.append("                                ").append(line).append('\n');
        }
    }

    private Map<String, List<Integer>> cases(String group) {
        Map<String, List<Integer>> cases = new LinkedHashMap<>();
        for (int i = 0; i < encodings.size(); i++) {
            if (encodings.get(i).group().equals(group)) {
                cases.computeIfAbsent(encodings.get(i).name(), name -> new ArrayList<>()).add(FIRST_OP + i);
            }
        }
        return cases;
    }

    private String groups() {
        var out = new StringBuilder(HEADER);
        out.append("import static dev.cellvisor.cpu.a64.state.A64State.FP_ENABLED;\n");
        out.append("import static dev.cellvisor.memory.HostMemory.getLong;\n\n");
        out.append("/** Everything beside the run loop's own switch, group by group. */\nfinal class Groups {\n");
        int end = FIRST_OP;
        for (String group : GROUPS) {
            end += (int) encodings.stream().filter(e -> e.group().equals(group)).count();
            out.append("    /** Behind the last operation of the group. */\n    static final int END_").append(group).append(" = ").append(end).append(";\n");
        }
        out.append("""

                    private Groups() {
                    }

                    /** Executes an instruction of another group than MAIN and returns the address of the next one. */
                    static long execute(Core c, long s, long d, long pc) {
                        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
                        if (op >= END_SIMD_B) {
                            return RareSwitch.execute(c, s, d, pc);
                        }
                        if (getLong(s + FP_ENABLED) == 0) {
                            throw c.fpTrapped();
                        }
                        if (op < END_FP) {
                            FpSwitch.execute(c, s, d, pc);
                        } else if (op < END_SIMD_A) {
                            SimdASwitch.execute(c, s, d, pc);
                        } else {
                            SimdBSwitch.execute(c, s, d, pc);
                        }
                        return pc + 4;
                    }

                    static IllegalStateException unknown(int op) {
                        return new IllegalStateException("operation " + op + " is in no group");
                    }
                }
                """);
        return out.toString();
    }

    private static String switchName(String group) {
        return java.util.Arrays.stream(group.split("_")).map(part -> part.charAt(0) + part.substring(1).toLowerCase())
                .collect(Collectors.joining()) + "Switch";
    }

    private String groupSwitch(String group) {
        boolean rare = group.equals("RARE");
        var out = new StringBuilder(HEADER);
        out.append("/** The instructions of group ").append(group).append(". */\nfinal class ").append(switchName(group)).append(" {\n\n    private ")
                .append(switchName(group)).append("() {\n    }\n\n");
        out.append("    static ").append(rare ? "long" : "void").append(" execute(Core c, long s, long d, long pc) {\n");
        if (cases(group).isEmpty()) {
            out.append("        throw new IllegalStateException(\"group ").append(group).append(" is empty\");\n    }\n}\n");
            return out.toString();
        }
        out.append("        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;\n        switch (op >>> ").append(GROUP_SHIFT)
                .append(") { // two levels: C1 makes a chain of comparisons of a switch\n");
        int block = -1;
        for (int i = 0; i < encodings.size(); i++) {
            Encoding e = encodings.get(i);
            if (!e.group().equals(group)) {
                continue;
            }
            if (e.kind() == Kind.SYSTEM || e.kind() == Kind.BRANCH && !rare) {
                throw new IllegalStateException(e.name() + ": " + e.kind() + " is not for group " + group);
            }
            if (block != FIRST_OP + i >> GROUP_SHIFT) {
                out.append(block < 0 ? "" : GROUP_BLOCK_END);
                block = FIRST_OP + i >> GROUP_SHIFT;
                out.append("            case ").append(block).append(" -> {\n                switch (op) {\n");
            }
            String call = switch (e.kind()) {
                case PLAIN -> e.name() + "(s, d);";
                case PLAIN_PC -> e.name() + "(s, d, pc);";
                case MEMORY -> e.name() + "(c, s, d);";
                case BRANCH, SYSTEM -> "{\n                        return " + e.name() + "(s, d, pc);\n                    }";
            };
            out.append("                    case ").append(FIRST_OP + i).append(" -> ").append(call).append('\n');
        }
        out.append(GROUP_BLOCK_END).append("            default -> throw Groups.unknown(op);\n        }\n");
        out.append(rare ? "        return pc + 4;\n" : "").append("    }\n}\n");
        return out.toString();
    }
}
