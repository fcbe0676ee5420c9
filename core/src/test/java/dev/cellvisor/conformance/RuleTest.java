package dev.cellvisor.conformance;

import java.io.IOException;
import java.io.Serializable;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A test that carries rules' ids.
 *
 * @param type its class
 * @param method its method, or {@code null} for every test of the class
 * @param parameters the method's parameter types, separated by commas
 */
record RuleTest(String type, String method, String parameters) implements Serializable, Comparable<RuleTest> {
    private static final String RULE = "Ldev/cellvisor/virtio/Rule;";

    /** By rule, the tests that carry its id; read from compiled classes, none of which is loaded. */
    static Map<String, List<RuleTest>> find(Path classes) throws IOException {
        Map<String, List<RuleTest>> tests = new TreeMap<>();
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                String type = model.thisClass().asInternalName().replace('/', '.');
                model.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .ifPresent(found -> add(tests, found.annotations(), new RuleTest(type, null, "")));
                for (var method : model.methods()) {
                    method.findAttribute(Attributes.runtimeVisibleAnnotations()).ifPresent(found -> add(tests, found.annotations(),
                            new RuleTest(type, method.methodName().stringValue(), parameters(method.methodTypeSymbol()))));
                }
            }
        }
        tests.values().forEach(list -> list.sort(null));
        return tests;
    }

    private static void add(Map<String, List<RuleTest>> tests, List<Annotation> annotations, RuleTest test) {
        for (Annotation annotation : annotations) {
            if (annotation.className().equalsString(RULE)) {
                for (AnnotationElement element : annotation.elements()) {
                    ids(element.value()).forEach(id -> tests.computeIfAbsent(id, key -> new ArrayList<>()).add(test));
                }
            }
        }
    }

    private static Collection<String> ids(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfArray array -> array.values().stream().flatMap(each -> ids(each).stream()).toList();
            case AnnotationValue.OfString text -> List.of(text.stringValue());
            default -> List.of();
        };
    }

    private static String parameters(MethodTypeDesc type) {
        return type.parameterList().stream().map(RuleTest::name).collect(Collectors.joining(","));
    }

    private static String name(ClassDesc type) {
        if (type.isArray()) {
            return name(type.componentType()) + "[]";
        }
        return type.isPrimitive() ? type.displayName() : type.descriptorString().substring(1, type.descriptorString().length() - 1).replace('/', '.');
    }

    /** Class and method in short, e.g. {@code BlockDeviceTest.aWriteIsRead}. */
    String shortName() {
        String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        return method == null ? simple : simple + "." + method;
    }

    /** The source that it stands in, from the project's root. */
    String source() {
        int nested = type.indexOf('$');
        return "core/src/test/java/" + (nested < 0 ? type : type.substring(0, nested)).replace('.', '/') + ".java";
    }

    @Override
    public int compareTo(RuleTest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type + (method == null ? "" : "#" + method + "(" + parameters + ")");
    }
}
