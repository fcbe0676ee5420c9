package dev.cellvisor.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Our machine with one bit wrong in one meaning: the same classes, loaded anew, with the bytecode of that one method changed. The bit is bit 0 of
 * what it stores or writes to a register, or else bit 2 of the address that it branches to.
 */
final class FaultyMachine implements Machine {
    private static final String OURS = "dev.cellvisor.";
    private static final String FAMILIES = "dev.cellvisor.cpu.a64.isa.";

    private final Object machine;
    private final MemorySegment ram;
    private final String name;

    /**
     * @param meaning class and method, e.g. {@code AddSubImmediate.add64}
     * @param maxInstructions after which a run is given up
     */
    FaultyMachine(String model, String meaning, long maxInstructions) {
        name = "ours with a fault in " + meaning;
        try {
            var loader = new Loader(meaning);
            Class<?> type = loader.loadClass(OurMachine.class.getName());
            var constructor = type.getDeclaredConstructor(String.class, long.class);
            constructor.setAccessible(true);
            machine = constructor.newInstance(model, maxInstructions);
            ram = (MemorySegment) method("ram").invoke(machine);
            if (!loader.planted) {
                Class.forName(FAMILIES + meaning.substring(0, meaning.indexOf('.')), true, loader);
            }
            if (!loader.planted) {
                throw new IllegalArgumentException(meaning + " has no place for a fault");
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the machine's classes could not be loaded anew", e);
        }
    }

    private Method method(String called) throws NoSuchMethodException {
        Method method = machine.getClass().getDeclaredMethod(called);
        method.setAccessible(true);
        return method;
    }

    private void call(String called) {
        try {
            method(called).invoke(machine);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + ": " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MemorySegment ram() {
        return ram;
    }

    @Override
    public void run() {
        call("run");
    }

    @Override
    public void close() {
        call("close");
    }

    /** Loads all of the project's classes itself. */
    private static final class Loader extends ClassLoader {
        private final String family;
        private final String method;
        boolean planted;

        Loader(String meaning) {
            super(FaultyMachine.class.getClassLoader());
            family = FAMILIES + meaning.substring(0, meaning.indexOf('.'));
            method = meaning.substring(meaning.indexOf('.') + 1);
        }

        @Override
        protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
            if (!type.startsWith(OURS)) {
                return super.loadClass(type, resolve);
            }
            synchronized (getClassLoadingLock(type)) {
                Class<?> loaded = findLoadedClass(type);
                return loaded != null ? loaded : define(type);
            }
        }

        private Class<?> define(String type) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(type.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(type);
                }
                byte[] bytes = in.readAllBytes();
                if (type.equals(family)) {
                    bytes = plant(bytes);
                }
                return defineClass(type, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] plant(byte[] bytes) {
            var file = ClassFile.of();
            boolean[] hasSink = new boolean[1];
            file.parse(bytes).methods().stream().filter(one -> one.methodName().equalsString(method)).forEach(one -> one.code().ifPresent(
                    code -> code.forEach(element -> hasSink[0] |= sink(element))));
            CodeTransform fault = (builder, element) -> {
                if (hasSink[0] ? sink(element) : element instanceof ReturnInstruction back && back.typeKind() == TypeKind.LONG) {
                    flip(builder, hasSink[0] ? 1L : 4L);
                } else if (!hasSink[0] && element instanceof InvokeInstruction call && lastIsInt(call.typeSymbol())) {
                    planted = true;
                    builder.iconst_1().ixor();
                }
                builder.with(element);
            };
            return file.transformClass(file.parse(bytes), ClassTransform.transformingMethods(
                    one -> one.methodName().equalsString(method), MethodTransform.transformingCode(fault)));
        }

        private void flip(CodeBuilder builder, long bit) {
            planted = true;
            builder.ldc(bit).lxor();
        }

        /** A call that takes a long last and gives nothing back: it sets something to a value. */
        private static boolean sink(CodeElement element) {
            if (!(element instanceof InvokeInstruction call)) {
                return false;
            }
            MethodTypeDesc type = call.typeSymbol();
            int count = type.parameterCount();
            return type.returnType().equals(ConstantDescs.CD_void) && count >= 2 && type.parameterType(count - 1).equals(ConstantDescs.CD_long)
                    && !(count == 2 && type.parameterType(0).equals(ConstantDescs.CD_long) && !call.name().equalsString("setLong"));
        }

        private static boolean lastIsInt(MethodTypeDesc type) {
            int count = type.parameterCount();
            return count > 0 && type.parameterType(count - 1).equals(ConstantDescs.CD_int);
        }
    }
}
