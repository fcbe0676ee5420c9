package dev.cellvisor.vm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Code that does not come with this library: of cells, scripts, programs. It follows which methods can be reached from where one begins, tells each one's bytes and what it refers to,
 * and hands over the static fields that are read or written there: JShell's variables are such fields. The number that JShell gives a snippet is no part of what is told, so
 * that another cell before it changes nothing. Code that may do more than compute (print, ask for the time, open a file, start a thread) is refused.
 */
final class CellCode {
    /** What may be used of the Java platform: what computes, and has no effect elsewhere. */
    private static final Set<String> PACKAGES = Set.of("java.lang", "java.lang.constant", "java.lang.foreign", "java.lang.invoke", "java.lang.runtime", "java.math", "java.nio",
            "java.nio.charset", "java.text", "java.time", "java.util", "java.util.concurrent.atomic", "java.util.function", "java.util.regex", "java.util.stream",
            "java.util.zip");
    private static final Set<String> NOT_THESE = Set.of("java.lang.IO", "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.ProcessHandle", "java.lang.Runtime", "java.lang.ScopedValue",
            "java.lang.StackWalker", "java.lang.System", "java.lang.Thread", "java.lang.ThreadLocal", "java.lang.ClassLoader", "java.lang.Class", "java.lang.invoke.MethodHandles",
            "java.lang.foreign.Linker", "java.lang.foreign.SymbolLookup", "java.util.Calendar", "java.util.Date", "java.util.Formatter",
            "java.util.GregorianCalendar", "java.util.Random", "java.util.ResourceBundle", "java.util.Scanner", "java.util.ServiceLoader", "java.util.SplittableRandom", "java.util.Timer",
            "java.util.UUID", "java.util.zip.ZipFile");
    private static final Set<String> ALL_THE_SAME = Set.of("java.lang.System.arraycopy", "java.lang.System.lineSeparator", "java.lang.Class.desiredAssertionStatus",
            "java.lang.Class.getName", "java.lang.Class.getSimpleName", "java.lang.Class.isInstance", "java.lang.Class.cast", "java.lang.Class.getEnumConstants",
            "java.lang.invoke.MethodHandles$Lookup", "java.security.MessageDigest", "java.security.NoSuchAlgorithmException");
    private static final Set<String> NOT_THESE_METHODS = Set.of("java.lang.Math.random", "java.lang.StrictMath.random", "java.lang.Object.wait",
            "java.util.Collections.shuffle", "java.lang.Object.hashCode", "java.lang.Object.toString", "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger", "java.lang.Long.getLong", "java.util.Objects.hashCode", "java.time.ZoneId.systemDefault", "java.util.TimeZone.getDefault",
            "java.util.Locale.getDefault", "java.nio.charset.Charset.defaultCharset");
    /** What of ours reaches the host. */
    private static final Set<String> OUR_HOST_SIDES = Set.of("dev.cellvisor.net.nat.", "dev.cellvisor.gdb.", "dev.cellvisor.qtest.", "dev.cellvisor.images.", "dev.cellvisor.cli.",
            "dev.cellvisor.virtio.block.FileBackend", "dev.cellvisor.vm.Recording", "dev.cellvisor.vm.Kept", "dev.cellvisor.vm.Snapshot", "dev.cellvisor.state.CacheFolder",
            "dev.cellvisor.state.WholeFile", "dev.cellvisor.view.Show");
    /** Ways to another VM, whose state is in no key. */
    private static final Set<String> OTHER_VMS = Set.of("builder", "named", "open", "load", "fork");
    /** Called by every cell's code in a notebook, to be stopped. */
    private static final String CELL_STOP = "dev.cellvisor.notebook.CellStop";
    private static final int MOST_METHODS = 2000;
    private static final Pattern SNIPPET = Pattern.compile("\\$JShell\\$\\w*");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$([\\w$]+?)\\$[0-9a-f]+\\$([0-9]+)");

    private final Consumer<String> tell;
    private final BiConsumer<Object, String> tellValue;
    private final Set<String> methods = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> statics = new HashSet<>();
    private final Map<Class<?>, ClassModel> models = new HashMap<>();

    /**
     * @param tell takes what is told
     * @param tellValue takes the value of a static field, and its name
     */
    CellCode(Consumer<String> tell, BiConsumer<Object, String> tellValue) {
        this.tell = tell;
        this.tellValue = tellValue;
    }

    /** Whether a class comes with the Java platform. */
    static boolean isJavas(Class<?> type) {
        Module module = type.getModule();
        return module.isNamed() && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
    }

    /** Whether it comes with this library; who packs it into one jar with classes of his own has them told all the same. */
    static boolean isOurs(Class<?> type) {
        var mine = CellCode.class.getProtectionDomain().getCodeSource();
        var its = type.getProtectionDomain().getCodeSource();
        return type.getName().startsWith("dev.cellvisor.") && type.getClassLoader() == CellCode.class.getClassLoader() && mine != null && its != null && mine.getLocation().equals(its.getLocation());
    }

    /** A name as it is whatever number JShell gave the snippet; javac puts a hash of the names of what a lambda has captured into the lambda's own. */
    static String plain(String name) {
        return LAMBDA.matcher(SNIPPET.matcher(name).replaceAll("\\$JShell")).replaceAll("lambda\\$$1\\$$2");
    }

    /** Whether the code of a class was told, in whole or in part. */
    boolean covers(String className) {
        return whole.contains(className) || methods.stream().anyMatch(method -> method.startsWith(className + "."));
    }

    /** Tells all methods of a class of which there is an object, and of the classes and interfaces above it that are not ours. */
    void all(Class<?> type) {
        for (Class<?> each = type; each != null && !isJavas(each) && !isOurs(each); each = each.getSuperclass()) {
            if (whole.add(each.getName())) {
                tell.accept("class " + plain(each.getName()) + (each.getSuperclass() == null ? "" : " extends " + plain(each.getSuperclass().getName())));
                for (MethodModel method : model(each).methods()) {
                    if (!method.methodName().equalsString("$deserializeLambda$")) { // nobody calls it, and it is full of such names
                        method(each, method);
                    }
                }
                for (Class<?> of : each.getInterfaces()) {
                    tell.accept("implements " + plain(of.getName()));
                    all(of); // its default methods
                }
            }
        }
    }

    /** Tells one method and all that it leads to. */
    void method(Class<?> owner, String name, String descriptor) {
        for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
            if (isJavas(each) || isOurs(each)) {
                allowed(each.getName(), name);
                return;
            }
            for (MethodModel method : model(each).methods()) {
                if (method.methodName().stringValue().equals(name) && method.methodType().stringValue().equals(descriptor)) {
                    method(each, method);
                    return;
                }
            }
        }
        // An interface's, or one of an array: whoever implements it is an object that is told by itself.
    }

    private void method(Class<?> owner, MethodModel method) {
        String name = owner.getName() + "." + method.methodName().stringValue() + method.methodType().stringValue();
        if (!methods.add(name)) {
            return;
        }
        if (methods.size() > MOST_METHODS) {
            throw new KeptAside("the code of %s leads to more than %d methods".formatted(plain(owner.getName()), MOST_METHODS));
        }
        tell.accept("method " + plain(name));
        if (method.flags().flags().contains(java.lang.reflect.AccessFlag.NATIVE)) {
            throw new KeptAside(plain(owner.getName()) + " has native code");
        }
        CodeAttribute code = method.findAttribute(Attributes.code()).orElse(null);
        if (code == null) {
            return;
        }
        tell.accept(java.util.HexFormat.of().formatHex(code.codeArray()));
        code.exceptionHandlers().forEach(handler -> tell.accept("catch " + code.labelToBci(handler.tryStart()) + " " + code.labelToBci(handler.tryEnd()) + " "
                + code.labelToBci(handler.handler()) + " " + handler.catchType().map(type -> plain(type.asInternalName())).orElse("")));
        for (CodeElement element : code) {
            switch (element) {
                case InvokeInstruction call -> {
                    tell.accept(plain("call " + call.owner().asInternalName() + "." + call.name().stringValue() + call.type().stringValue()));
                    called(owner, call.owner().asSymbol(), call.name().stringValue(), call.type().stringValue());
                }
                case FieldInstruction field -> {
                    tell.accept(plain("field " + field.owner().asInternalName() + "." + field.name().stringValue() + ":" + field.type().stringValue()));
                    boolean isStatic = field.opcode() == java.lang.classfile.Opcode.GETSTATIC || field.opcode() == java.lang.classfile.Opcode.PUTSTATIC;
                    if (isStatic) {
                        staticField(owner, field.owner().asSymbol(), field.name().stringValue());
                    }
                }
                case NewObjectInstruction made -> {
                    tell.accept(plain("new " + made.className().asInternalName()));
                    Class<?> type = find(owner, made.className().asSymbol());
                    if (isJavas(type) || isOurs(type)) {
                        allowed(type.getName(), "<init>");
                    } else {
                        all(type);
                    }
                }
                case NewReferenceArrayInstruction array -> tell.accept(plain("array " + array.componentType().asInternalName()));
                case TypeCheckInstruction check -> tell.accept(plain("type " + check.type().asInternalName()));
                case ConstantInstruction.LoadConstantInstruction constant -> constant(owner, constant.constantValue());
                case InvokeDynamicInstruction dynamic -> {
                    tell.accept("dynamic " + dynamic.name().stringValue() + plain(dynamic.type().stringValue()));
                    constant(owner, dynamic.bootstrapMethod());
                    dynamic.bootstrapArgs().forEach(argument -> constant(owner, argument));
                }
                default -> { } // all of it is in the bytes
            }
        }
    }

    private void constant(Class<?> owner, ConstantDesc constant) {
        tell.accept("constant " + plain(String.valueOf(constant)));
        if (constant instanceof DirectMethodHandleDesc handle) {
            switch (handle.kind()) {
                case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> {
                    if (handle.kind() == DirectMethodHandleDesc.Kind.STATIC_GETTER || handle.kind() == DirectMethodHandleDesc.Kind.STATIC_SETTER) {
                        staticField(owner, handle.owner(), handle.methodName());
                    }
                }
                default -> {
                    called(owner, handle.owner(), handle.methodName(), handle.lookupDescriptor());
                    if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
                        all(find(owner, handle.owner()));
                    }
                }
            }
        }
    }

    private void called(Class<?> from, ClassDesc owner, String name, String descriptor) {
        if (owner.isArray()) {
            return; // clone()
        }
        Class<?> type = find(from, owner);
        if (type.isInterface() && !isJavas(type) && !isOurs(type)) {
            all(type);
        }
        method(type, name, descriptor);
    }

    private void staticField(Class<?> from, ClassDesc owner, String name) {
        Class<?> type = find(from, owner);
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                Field field = each.getDeclaredField(name);
                if (isJavas(each) || isOurs(each)) {
                    allowed(each.getName(), name);
                } else if (statics.add(each.getName() + "." + name)) {
                    field.setAccessible(true);
                    tellValue.accept(field.get(null), "'" + name + "'");
                }
                return;
            } catch (NoSuchFieldException e) {
                // one of those above has it
            } catch (ReflectiveOperationException e) {
                throw new KeptAside("'" + name + "' cannot be looked at");
            }
        }
        throw new KeptAside("'" + name + "' is not to be found");
    }

    /** What is used of the platform, or of us. */
    private static void allowed(String owner, String name) {
        String full = owner + "." + name;
        boolean fine;
        if (owner.startsWith("dev.cellvisor.")) {
            fine = OUR_HOST_SIDES.stream().noneMatch(owner::startsWith) && !(owner.equals("dev.cellvisor.vm.Vm") && OTHER_VMS.contains(name));
        } else {
            int dot = owner.lastIndexOf('.');
            fine = ALL_THE_SAME.contains(full) || ALL_THE_SAME.contains(owner)
                    || PACKAGES.contains(owner.substring(0, Math.max(0, dot))) && NOT_THESE.stream().noneMatch(not -> owner.equals(not) || owner.startsWith(not + "$"))
                            && !NOT_THESE_METHODS.contains(full) && !name.equals("printStackTrace") && !(owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")));
        }
        if (!fine) {
            throw new KeptAside("code of a cell uses %s, of which a cache can know neither cause nor effect".formatted(full));
        }
    }

    private static Class<?> find(Class<?> from, ClassDesc wanted) {
        String name = wanted.descriptorString();
        name = wanted.isClassOrInterface() ? name.substring(1, name.length() - 1).replace('/', '.') : name.replace('/', '.');
        if (name.equals(CELL_STOP)) {
            return Object.class;
        }
        try {
            return Class.forName(name, false, from.getClassLoader());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new KeptAside("the class " + plain(name) + " is not to be found");
        }
    }

    private ClassModel model(Class<?> type) {
        return models.computeIfAbsent(type, CellCode::read);
    }

    private static ClassModel read(Class<?> type) {
        try (InputStream in = type.getClassLoader() == null ? null : type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            if (in == null) {
                throw new KeptAside("the bytes of the class " + plain(type.getName()) + " cannot be had");
            }
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new KeptAside("the bytes of the class " + plain(type.getName()) + " cannot be read: " + e.getMessage());
        }
    }

}
