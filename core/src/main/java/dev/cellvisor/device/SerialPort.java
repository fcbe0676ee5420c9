package dev.cellvisor.device;

import dev.cellvisor.trace.Trace;
import java.util.function.Consumer;

/** A UART, as the host sees it. */
public interface SerialPort {

    /** Adds a listener for what the guest transmits; close the returned handle to remove it. */
    Trace.Subscription onTransmit(ByteConsumer consumer);

    /** Sets who is told of bytes for the guest before it gets them. */
    void onReceive(Consumer<byte[]> listener);

    /** Sends bytes to the guest, behind those that already wait. */
    void receive(byte... bytes);

    /** How many bytes wait on the host's side because the guest's FIFO is full. */
    int waitingBytes();
}
