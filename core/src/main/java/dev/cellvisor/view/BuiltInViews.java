package dev.cellvisor.view;

/** The views that are there from the start. */
final class BuiltInViews {
    private BuiltInViews() {
    }

    static void registerAll() {
        Views.register(Table.class, View::of);
        Views.register(Svg.class, picture -> View.of(picture, "(a picture)"));
    }
}
