package dev.cellvisor.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which type is shown how. The built-in types are here from the start; {@link #register} adds one's own:
 *
 * <pre>{@code Views.register(MyDevice.class, device -> View.of(new Table("mine").left("register").right("value")...));}</pre>
 */
public final class Views {
    private static final Map<Class<?>, Function<Object, View>> VIEWS = new LinkedHashMap<>();

    static {
        BuiltInViews.registerAll();
    }

    private Views() {
    }

    /** Shows values of a type, and of its subtypes unless they have their own view, in this way from now on. */
    public static synchronized <T> void register(Class<T> type, Function<? super T, View> view) {
        VIEWS.put(type, value -> view.apply(type.cast(value)));
    }

    /** The types that have a view. */
    public static synchronized Set<Class<?>> types() {
        return Set.copyOf(VIEWS.keySet());
    }

    /** The view of a value, or nothing if its type has none. */
    public static Optional<View> find(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case View view -> Optional.of(view);
            default -> Optional.ofNullable(function(value.getClass())).map(function -> function.apply(value));
        };
    }

    /** The view of any value: its own, or else its text. */
    public static View of(Object value) {
        return find(value).orElseGet(() -> View.text(String.valueOf(value)));
    }

    private static synchronized Function<Object, View> function(Class<?> type) {
        Function<Object, View> exact = VIEWS.get(type);
        if (exact != null) {
            return exact;
        }
        Class<?> nearest = null;
        for (Class<?> candidate : VIEWS.keySet()) {
            if (candidate.isAssignableFrom(type) && (nearest == null || nearest.isAssignableFrom(candidate))) {
                nearest = candidate;
            }
        }
        return nearest == null ? null : VIEWS.get(nearest);
    }
}
