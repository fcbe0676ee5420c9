package dev.cellvisor.device;

/** Who takes what a serial port transmits. Called on the VM's thread, in the middle of the guest's store. */
@FunctionalInterface
public interface ByteConsumer {

    /** Takes one byte. */
    void accept(byte value);
}
