package dev.cellvisor.state;

/**
 * What every object with guest-visible state offers: its state as plain data, there and back.
 *
 * <p>Saving never changes the object; restoring makes it behave exactly as the saved one did. Pure caches (decoded code,
 * open files, listeners) are not state: they are rebuilt, never saved.
 */
public interface Stateful {

    /** The complete state now, as plain data. */
    State save();

    /**
     * Takes over a state made by {@link #save()} of an object of the same shape.
     *
     * @throws StateException if the state is of another type or version, or lacks a field; nothing is changed then
     */
    void restore(State state);
}
