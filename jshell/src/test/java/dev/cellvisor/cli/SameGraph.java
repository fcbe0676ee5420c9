package dev.cellvisor.cli;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * Walks two objects field by field, and everything they lead to in our own packages, and tells where they differ: so a field that a saved state
 * forgets is found, whether or not anybody thought of it. What is left out is named, with the reason.
 */
final class SameGraph {
    private final Predicate<String> left;
    private final Map<Object, Object> seen = new IdentityHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<String> compared = new TreeSet<>();

    /** @param left whether a field, as {@code Class.field}, is left out */
    SameGraph(Predicate<String> left) {
        this.left = left;
    }

    List<String> differences(Object a, Object b) {
        compare(a.getClass().getSimpleName(), a, b);
        return differences;
    }

    /** The classes whose fields were compared. */
    Set<String> compared() {
        return compared;
    }

    private void compare(String path, Object a, Object b) {
        if (a == b || differences.size() > 40) {
            return;
        }
        if (a == null || b == null) {
            differences.add(path + ": " + a + " / " + b);
            return;
        }
        if (seen.put(a, b) != null) {
            return;
        }
        if (a.getClass() != b.getClass() && !(a instanceof Collection<?> && b instanceof Collection<?>)) {
            differences.add(path + ": " + a.getClass() + " / " + b.getClass());
            return;
        }
        switch (a) {
            case Number n -> same(path, a, b);
            case Boolean n -> same(path, a, b);
            case Character n -> same(path, a, b);
            case CharSequence n -> same(path, a.toString(), b.toString());
            case BitSet n -> same(path, a, b);
            case Enum<?> n -> same(path, a, b);
            case Collection<?> list -> elements(path, list.toArray(), ((Collection<?>) b).toArray(), a instanceof java.util.PriorityQueue<?>);
            case Map<?, ?> map -> {
                elements(path + ".keys", map.keySet().toArray(), ((Map<?, ?>) b).keySet().toArray(), false);
                elements(path, map.values().toArray(), ((Map<?, ?>) b).values().toArray(), false);
            }
            case AtomicReferenceArray<?> array -> {
                same(path + ".length", array.length(), ((AtomicReferenceArray<?>) b).length());
                for (int i = 0; i < array.length(); i++) {
                    compare(path + "[" + i + "]", array.get(i), ((AtomicReferenceArray<?>) b).get(i));
                }
            }
            case Reference<?> reference -> { }
            default -> {
                if (a.getClass().isArray()) {
                    array(path, a, b);
                } else if (a.getClass().getName().startsWith("dev.cellvisor") && !a.getClass().isHidden()) {
                    fields(path, a, b);
                }
            }
        }
    }

    private void same(String path, Object a, Object b) {
        if (!a.equals(b)) {
            differences.add(path + ": " + a + " / " + b);
        }
    }

    private void elements(String path, Object[] a, Object[] b, boolean sort) {
        if (a.length != b.length) {
            differences.add(path + ": " + a.length + " / " + b.length + " elements");
            return;
        }
        if (sort) {
            java.util.Arrays.sort(a);
            java.util.Arrays.sort(b);
        }
        for (int i = 0; i < a.length; i++) {
            compare(path + "[" + i + "]", a[i], b[i]);
        }
    }

    private void array(String path, Object a, Object b) {
        if (Array.getLength(a) != Array.getLength(b)) {
            differences.add(path + ": arrays of " + Array.getLength(a) + " / " + Array.getLength(b));
            return;
        }
        int before = differences.size();
        for (int i = 0; i < Array.getLength(a) && differences.size() == before; i++) { // one difference of each array is enough
            compare(path + "[" + i + "]", Array.get(a, i), Array.get(b, i));
        }
    }

    private void fields(String path, Object a, Object b) {
        for (Class<?> type = a.getClass(); type != null && type.getName().startsWith("dev.cellvisor"); type = type.getSuperclass()) {
            compared.add(type.getSimpleName());
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || left.test(type.getSimpleName() + "." + field.getName())) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    compare(path + "." + field.getName(), field.get(a), field.get(b));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
