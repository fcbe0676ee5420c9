package dev.cellvisor.vm;

/** What happens when every CPU waits: by default time jumps at once; a terminal lets real time go by. */
public interface Pacer {

    /** Jumps at once. */
    Pacer NONE = new Pacer() { // no lambda: see IrqLine
        @Override
        public long idle(long now, long next) {
            return next;
        }
    };

    /**
     * Every CPU waits until {@code next}, unless something comes in from outside. Called on the VM's thread.
     *
     * @param now the guest's time in ticks
     * @param next the tick of the next event
     * @return the tick that time is to be now, from {@code now} to {@code next}
     */
    long idle(long now, long next);

    /** Something came in from outside: a waiting {@link #idle} is to return. Called from any thread. */
    default void wake() {
    }
}
