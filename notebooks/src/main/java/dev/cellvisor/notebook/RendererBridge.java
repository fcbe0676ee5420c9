package dev.cellvisor.notebook;

import dev.cellvisor.view.View;
import dev.cellvisor.view.Views;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Registers our views with a kernel's renderer. Three kernels have the same renderer under different package names: ours and IJava
 * (jupyter-jvm-basekernel), and JJava (its own copy); so it is called by reflection.
 */
public final class RendererBridge {
    private RendererBridge() {
    }

    /**
     * Makes a real IJava show our types. Call it in a cell, with our jars on the class path:
     * {@code dev.cellvisor.notebook.RendererBridge.registerWithIJava();}
     *
     * @throws IllegalStateException if this is not IJava
     */
    public static void registerWithIJava() {
        try {
            Class<?> ijava = Class.forName("io.github.spencerpark.ijava.IJava", true, Thread.currentThread().getContextClassLoader());
            registerWith(ijava.getMethod("getKernelInstance").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not an IJava kernel", e);
        }
    }

    /** Registers with a kernel that has a {@code getRenderer()}. */
    static void registerWith(Object kernel) {
        try {
            register(kernel.getClass().getMethod("getRenderer").invoke(kernel));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this kernel has no renderer of the known shape", e);
        }
    }

    /** Registers every type of {@link Views} with a renderer. */
    static void register(Object renderer) {
        Charts.register();
        try {
            Method create = renderer.getClass().getMethod("createRegistration", Class.class);
            for (Class<?> type : Views.types()) {
                registerType(create.invoke(renderer, type));
            }
            registerType(create.invoke(renderer, View.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this kernel's renderer is not of the known shape", e);
        }
    }

    private static void registerType(Object registration) throws ReflectiveOperationException {
        Class<?> shape = registration.getClass();
        shape.getMethod("preferring", String[].class).invoke(registration, (Object) new String[] {View.HTML});
        Method register = java.util.Arrays.stream(shape.getMethods()).filter(method -> method.getName().equals("register")).findFirst().orElseThrow();
        Class<?> function = register.getParameterTypes()[0];
        Object ours = Proxy.newProxyInstance(function.getClassLoader(), new Class<?>[] {function}, (proxy, method, arguments) -> {
            if (method.getName().equals("render")) {
                render(arguments[0], arguments[1]);
                return null;
            }
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "Cellvisor's views";
            };
        });
        register.invoke(registration, ours);
    }

    private static void render(Object value, Object context) throws ReflectiveOperationException {
        Object output = context.getClass().getMethod("getOutputContainer").invoke(context);
        Method put = output.getClass().getMethod("putData", String.class, Object.class);
        for (Map.Entry<String, String> form : Views.of(value).byMimeType().entrySet()) {
            put.invoke(output, form.getKey(), form.getValue());
        }
    }
}
