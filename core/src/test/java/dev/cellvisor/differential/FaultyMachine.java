package dev.cellvisor.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Predicate;

/**
 * Our machine with one bit wrong in one meaning: the same classes, loaded anew, with the bytecode of that one method changed. Where the bit is
 * is a {@link Fault}.
 */
final class FaultyMachine implements Machine {
    private static final String OURS = "dev.cellvisor.";
    private static final String FAMILIES = "dev.cellvisor.cpu.a64.isa.";

    private final Object machine;
    private final MemorySegment ram;
    private final String name;
    private final boolean planted;

    /**
     * @param meaning class and method, e.g. {@code AddSubImmediate.add64}
     * @param fault which bit, where
     * @param maxInstructions after which a run is given up
     */
    FaultyMachine(String model, String meaning, Fault fault, long maxInstructions) {
        name = "ours with a fault in " + meaning + ", " + fault;
        try {
            var loader = new Loader(meaning, fault);
            Class<?> type = loader.loadClass(OurMachine.class.getName());
            var constructor = type.getDeclaredConstructor(String.class, long.class);
            constructor.setAccessible(true);
            machine = constructor.newInstance(model, maxInstructions);
            ram = (MemorySegment) method("ram").invoke(machine);
            if (!loader.planted) {
                Class.forName(FAMILIES + meaning.substring(0, meaning.indexOf('.')), true, loader);
            }
            planted = loader.planted;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the machine's classes could not be loaded anew", e);
        }
    }

    /** Whether the meaning has such a place. */
    boolean planted() {
        return planted;
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

    /** Where a bit is turned. */
    enum Place {
        /** The last argument of a call that takes a long last and gives nothing back: it sets something to a value. */
        SET(element -> element instanceof InvokeInstruction call && Loader.sets(call)),
        /** The address that a branch returns. */
        BRANCH(element -> element instanceof ReturnInstruction back && back.typeKind() == TypeKind.LONG),
        /** The last argument of a call, an int. */
        CALL(element -> element instanceof InvokeInstruction call && Loader.lastIs(call.typeSymbol(), ConstantDescs.CD_int)),
        /** The decoded instruction word that the meaning gets. */
        START(element -> false);

        final Predicate<CodeElement> at;

        Place(Predicate<CodeElement> at) {
            this.at = at;
        }
    }

    /**
     * One wrong bit.
     *
     * @param place where in the meaning, every time
     * @param bit its number
     */
    record Fault(Place place, int bit) {
        /** Those that are tried, one after the other: some change nothing that the meaning has. */
        static final List<Fault> ALL = List.of(new Fault(Place.SET, 0), new Fault(Place.SET, 30), new Fault(Place.BRANCH, 2), new Fault(Place.CALL, 0),
                new Fault(Place.START, 16), new Fault(Place.START, 5), new Fault(Place.START, 0));
    }

    /** Loads all of the project's classes itself. */
    private static final class Loader extends ClassLoader {
        private final String family;
        private final String method;
        private final Fault fault;
        boolean planted;

        Loader(String meaning, Fault fault) {
            super(FaultyMachine.class.getClassLoader());
            this.fault = fault;
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
            var parsed = file.parse(bytes);
            boolean[] started = new boolean[1];
            CodeTransform change = (builder, element) -> {
                if (fault.place == Place.START && !started[0] && element instanceof Instruction) {
                    started[0] = true;
                    int word = meaningTakesCore(parsed) ? 3 : 2; // local variables: Core, s and d; a long takes two
                    builder.lload(word).ldc(1L << fault.bit).lxor().lstore(word);
                    planted = true;
                } else if (fault.place.at.test(element)) {
                    if (fault.place == Place.CALL) {
                        builder.ldc(1 << fault.bit).ixor();
                    } else {
                        builder.ldc(1L << fault.bit).lxor();
                    }
                    planted = true;
                }
                builder.with(element);
            };
            return file.transformClass(parsed, ClassTransform.transformingMethods(this::isMeaning, MethodTransform.transformingCode(change)));
        }

        private boolean isMeaning(MethodModel one) {
            return one.methodName().equalsString(method);
        }

        private boolean meaningTakesCore(ClassModel parsed) {
            return parsed.methods().stream().anyMatch(one -> isMeaning(one) && one.methodTypeSymbol().parameterType(0).isClassOrInterface());
        }

        private static boolean sets(InvokeInstruction call) {
            MethodTypeDesc type = call.typeSymbol();
            return type.returnType().equals(ConstantDescs.CD_void) && type.parameterCount() >= 2 && lastIs(type, ConstantDescs.CD_long)
                    && !(type.parameterCount() == 2 && !call.name().equalsString("setLong") && type.parameterType(0).equals(ConstantDescs.CD_long));
        }

        private static boolean lastIs(MethodTypeDesc type, ClassDesc wanted) {
            int count = type.parameterCount();
            return count > 0 && type.parameterType(count - 1).equals(wanted);
        }
    }
}
