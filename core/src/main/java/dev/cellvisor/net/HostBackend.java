package dev.cellvisor.net;

/**
 * A backend whose answers take the host's time. It works on the VM's thread only: it is looked at now and then while the guest runs,
 * and waits for the host while the guest waits.
 */
public interface HostBackend extends NetBackend {

    /** Whether something may come of itself: open connections, for example. */
    boolean busy();

    /**
     * Looks what the host has, and delivers it.
     *
     * @param waitNanos how long to wait for something; 0 only looks
     */
    void poll(long waitNanos);
}
