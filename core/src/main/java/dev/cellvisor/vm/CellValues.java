package dev.cellvisor.vm;

import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.SharedMemory;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What belongs to a run beside the machine: code of cells, and the values that it has got hold of, as one SHA-256. Whatever cannot be told is refused with the reason. The same is computed
 * before and after a run: if it is another, the run did something that no state of the machine has, and must be done again each time.
 */
final class CellValues {
    private static final int DEEPEST = 60;

    private final Vm vm;
    private final MessageDigest digest = Sha256.digest();
    private final CellCode code = new CellCode(this::text, this::value);
    private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();
    /** Whether fields of devices that save themselves are left out: what the run does to them is in the machine's state. */
    private final boolean withoutSaved;
    private int depth;

    CellValues(Vm vm, boolean withoutSaved) {
        this.vm = vm;
        this.withoutSaved = withoutSaved;
    }

    /** All devices and conditions of a VM that are not ours; and nobody else's code may have a part. */
    static String sha256(Vm vm, Condition condition, boolean withoutSaved) {
        var values = new CellValues(vm, withoutSaved);
        for (VirtioMmio slot : vm.slots()) {
            if (slot.device() != null && !CellCode.isOurs(slot.device().getClass())) {
                values.device(slot.device(), slot.device().name());
            }
        }
        for (MmioRegion region : vm.devices()) {
            MmioDevice device = region.device();
            if (!vm.boardDevices().owns(device)) {
                if (!(device instanceof Stateful)) {
                    throw new KeptAside("'%s' was added without a state that could be kept; a class that is Stateful can be".formatted(device.name()));
                }
                values.text("at " + region.address() + " " + region.sizeBytes());
                values.device(device, device.name());
            }
        }
        vm.events().handlers().forEach((name, handler) -> {
            String of = handler.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
            if (!CellCode.isOurs(handler.getClass())) {
                if (!values.code.covers(of)) {
                    throw new KeptAside("the timer '" + name + "' calls code of a cell");
                }
                values.text("timer " + name);
                values.fields(handler, "the timer '" + name + "'"); // what it has captured
            }
        });
        for (Condition.Stop stop : condition.stops()) {
            if (stop instanceof Condition.Stop.Holds holds) {
                values.value(holds.holds(), "the condition \"" + holds.what() + "\"");
            }
        }
        return Sha256.hex(values.digest);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(java.nio.ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private void device(Object device, String name) {
        code.all(device.getClass());
        if (!(withoutSaved && savesItself(device.getClass()))) {
            seen.put(device, seen.size());
            fields(device, "'" + name + "'");
        }
    }

    /** Whether a class has a {@code save()} of its own. */
    private static boolean savesItself(Class<?> type) {
        for (Class<?> each = type; each != null && !CellCode.isOurs(each) && !CellCode.isJavas(each); each = each.getSuperclass()) {
            if (Arrays.stream(each.getDeclaredMethods()).anyMatch(method -> method.getName().equals("save") && method.getParameterCount() == 0)) {
                return true;
            }
        }
        return false;
    }

    /** The fields of an object's classes down to those of ours or the platform's. */
    private void fields(Object object, String where) {
        for (Class<?> each = object.getClass(); each != null && !CellCode.isOurs(each) && !CellCode.isJavas(each); each = each.getSuperclass()) {
            Field[] fields = each.getDeclaredFields();
            Arrays.sort(fields, Comparator.comparing(Field::getName));
            for (Field field : fields) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    text(field.getName());
                    value(get(field, object, where), where + "." + field.getName());
                }
            }
        }
    }

    private static Object get(Field field, Object object, String where) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new KeptAside("the field '%s' of %s cannot be looked at".formatted(field.getName(), where));
        }
    }

    private void value(Object value, String where) {
        if (++depth > DEEPEST) {
            throw new KeptAside(where + " is too deep to be told");
        }
        try {
            told(value, where);
        } finally {
            depth--;
        }
    }

    private void told(Object value, String where) {
        switch (value) {
            case null -> text("null");
            case Boolean b -> text("boolean " + b);
            case Character c -> text("char " + (int) c);
            case String s -> text("text " + s);
            case Number n when CellCode.isJavas(n.getClass()) -> text(n.getClass().getName() + " " + n);
            case Enum<?> e when CellCode.isJavas(e.getDeclaringClass()) || CellCode.isOurs(e.getDeclaringClass()) -> text("enum " + e.getDeclaringClass().getName() + " " + e.name());
            case Pattern p -> text("pattern " + p.flags() + " " + p);
            case java.time.Duration d -> text("duration " + d);
            case Path p -> text("path " + p);
            case State s -> text("state " + s.hash());
            case Class<?> type -> text("class " + CellCode.plain(type.getName()));
            default -> {
                if (!partOfTheMachine(value) && !again(value)) {
                    object(value, where);
                }
            }
        }
    }

    private boolean again(Object value) {
        Integer number = seen.putIfAbsent(value, seen.size());
        if (number != null) {
            text("again " + number);
        }
        return number != null;
    }

    /** What is told by the machine's own state already. */
    private boolean partOfTheMachine(Object value) {
        if (value == vm || value == vm.memory() || value == vm.clock() || value == vm.events() || value == vm.map() || value == vm.console() || value == vm.trace()
                || value instanceof VmCpu cpu && vm.cpus().contains(cpu)) {
            text("the machine's " + value.getClass().getSimpleName());
            return true;
        }
        for (int i = 0; i < vm.slots().size(); i++) {
            if (value == vm.slots().get(i) || value != null && value == vm.slots().get(i).device()) {
                text("slot " + i + (value instanceof VirtioDevice ? "'s device" : ""));
                return true;
            }
        }
        for (MmioRegion region : vm.devices()) {
            if (value == region || value == region.device()) {
                text("at " + region.address() + (value == region ? "" : " the device"));
                return true;
            }
        }
        if (value instanceof SharedMemory || value instanceof EventQueue.Timer || value instanceof ConfigSpace || value instanceof ConfigField) {
            text(value.getClass().getSimpleName()); // a device's, and saved with it
            return true;
        }
        return false;
    }

    private void object(Object value, String where) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            text("array " + CellCode.plain(type.getName()) + " " + Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                value(Array.get(value, i), where + "[" + i + "]");
            }
        } else if (isFunction(type)) {
            function(value, where);
        } else if (type.isRecord() && !CellCode.isJavas(type)) {
            text("record " + CellCode.plain(type.getName()));
            ifNotOurs(type);
            recordComponents(value, where);
        } else if (CellCode.isJavas(type)) {
            javas(value, where);
        } else if (!CellCode.isOurs(type)) {
            text("object " + CellCode.plain(type.getName()) + (value instanceof Enum<?> e ? " " + e.name() : ""));
            code.all(type);
            fields(value, where);
            inherited(value, where);
        } else {
            throw new KeptAside("%s is a %s, which is no plain value".formatted(where, CellCode.plain(type.getSimpleName())));
        }
    }

    /** What an object of a cell's class has of a class above it that is not the cell's. */
    private void inherited(Object value, String where) {
        Class<?> above = value.getClass();
        while (!CellCode.isJavas(above) && !CellCode.isOurs(above)) {
            above = above.getSuperclass();
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw new KeptAside("%s is a %s of a cell's own kind, which is no plain value".formatted(where, above.getSimpleName()));
        }
        if (above != Object.class && above != Enum.class) {
            throw new KeptAside("%s has something of %s, which is no plain value".formatted(where, above.getSimpleName()));
        }
    }

    private void ifNotOurs(Class<?> type) {
        if (!CellCode.isOurs(type)) {
            code.all(type);
        }
    }

    private void recordComponents(Object value, String where) {
        Field[] fields = value.getClass().getDeclaredFields();
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers())) {
                value(get(field, value, where), where + "." + field.getName());
            }
        }
    }

    private void javas(Object value, String where) {
        text(value.getClass().getName());
        switch (value) { // how something is sorted is part of it
            case java.util.SortedMap<?, ?> map -> value(map.comparator(), where + "'s order");
            case java.util.SortedSet<?> set -> value(set.comparator(), where + "'s order");
            case java.util.PriorityQueue<?> queue -> value(queue.comparator(), where + "'s order");
            default -> { }
        }
        switch (value) {
            case Collection<?> all when value.getClass().getName().startsWith("java.util.") -> all.forEach(one -> value(one, where));
            case Map<?, ?> map when value.getClass().getName().startsWith("java.util.") -> map.forEach((key, one) -> {
                value(key, where);
                value(one, where);
            });
            case Optional<?> one -> value(one.orElse(null), where);
            case java.util.BitSet bits -> text(bits.toString());
            case StringBuilder builder -> text(builder.toString());
            case java.util.concurrent.atomic.AtomicBoolean flag -> text(flag.toString());
            default -> throw new KeptAside("%s is a %s, which is no plain value".formatted(where, value.getClass().getSimpleName()));
        }
    }

    private static boolean isFunction(Class<?> type) {
        return type.isHidden() || type.isSynthetic();
    }

    /** A lambda or a method reference: its method, and what it has captured. */
    private void function(Object value, String where) {
        if (!(value instanceof Serializable)) {
            throw new KeptAside("%s is a function that cannot be told; one of a type that is Serializable can".formatted(where));
        }
        SerializedLambda lambda;
        try {
            Method replace = value.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            lambda = (SerializedLambda) replace.invoke(value);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new KeptAside(where + " is a function that cannot be told");
        }
        String owner = lambda.getImplClass().replace('/', '.');
        text(CellCode.plain("function " + owner + "." + lambda.getImplMethodName() + lambda.getImplMethodSignature() + " " + lambda.getImplMethodKind()));
        try {
            code.method(Class.forName(owner, false, value.getClass().getClassLoader()), lambda.getImplMethodName(), lambda.getImplMethodSignature());
        } catch (ClassNotFoundException e) {
            throw new KeptAside(where + " is a function whose class is not to be found");
        }
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            value(lambda.getCapturedArg(i), where + ", what it captured");
        }
    }
}
