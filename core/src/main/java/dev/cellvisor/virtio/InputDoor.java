package dev.cellvisor.virtio;

/**
 * The door by which something from outside the VM gets to a device: a packet of the host's network, for example. It is logged as an
 * input, with the instruction count at which it came in, and done on the VM's thread between two instructions.
 */
public interface InputDoor {

    /**
     * Lets something in; from any thread.
     *
     * @param detail what it is, with all that the device needs to be given it again
     * @param payload its bytes
     * @param action what it does
     */
    void enter(String detail, byte[] payload, Runnable action);

    /** Whether a run is being repeated from the log: nothing is to be done on the host's side, since it was done then. */
    default boolean replaying() {
        return false;
    }

    /** Whether what happens right now is host code's doing, and to be let in as an input. */
    default boolean outside() {
        return false;
    }

    /** Another device was put into the slot, or ({@code ""}) it was taken out: the machine is built another way. */
    default void plugged(String device) {
    }

    /** Before an access to a register of the device's slot: one by host code is an input, by whatever way it comes. */
    default void accessing(long address, int sizeBytes, boolean write, long value) {
    }

    /** After it. */
    default void accessed() {
    }

    /** Tells host code of something in the middle of the VM's run: what it does to the machine comes from outside. */
    default void tell(Runnable hostCode) {
        hostCode.run();
    }

    /** Something that waits for the host while every CPU waits. */
    interface IdleWork {

        /**
         * Every CPU waits. Called on the VM's thread.
         *
         * @param now the guest's time in ticks
         * @param next the tick of the next event
         * @return the tick that time is to be now, from {@code now} to {@code next}; -1 if there was nothing to wait for
         */
        long idle(long now, long next);
    }

    /**
     * Has some work done whenever every CPU waits.
     *
     * @return ends that
     */
    default Runnable whileIdle(IdleWork work) {
        return () -> { };
    }
}
