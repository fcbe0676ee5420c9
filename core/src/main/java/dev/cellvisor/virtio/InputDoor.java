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
}
