package dev.cellvisor.view;

import java.util.Objects;

/**
 * Puts a value in front of the reader, wherever that is: a terminal (as text), or a notebook's cell (as text, HTML or a picture).
 */
public final class Show {
    /** Prints the text on {@code System.out}: where things go at first. */
    public static final Target TERMINAL = new Terminal();

    private static volatile Target target = TERMINAL;

    private Show() {
    }

    /** Where shown things go. A notebook kernel sets its own. */
    public interface Target {

        /** Shows a view. */
        Shown show(View view);
    }

    /** Something shown, which can be replaced in place: progress, for example. */
    public interface Shown {

        /** Shows another value in place of this one. On a terminal, it is printed below. */
        void update(Object value);
    }

    /** Shows a value now, in the middle of a cell, and returns it for updates. */
    public static Shown display(Object value) {
        return target.show(Views.of(value));
    }

    /** Sets where things go. */
    public static void to(Target newTarget) {
        target = Objects.requireNonNull(newTarget);
    }

    private static final class Terminal implements Target {
        @Override
        public Shown show(View view) {
            System.out.println(view.text());
            return value -> System.out.println(Views.of(value).text());
        }
    }
}
