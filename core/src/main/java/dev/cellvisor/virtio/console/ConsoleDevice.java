package dev.cellvisor.virtio.console;

import dev.cellvisor.state.State;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The console device with port 0 (VIRTIO 1.4, 5.3). What the guest sends goes to every output sink; what the host sends waits, as
 * long as it must, for the guest's receive buffers, so nothing is lost.
 *
 * <p>While nothing waits for the guest, the device asks not to be notified of receive buffers: they are of no use yet.
 */
public final class ConsoleDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_CONSOLE = 3;
    /** To the guest. */
    public static final int RECEIVEQ = 0;
    /** From the guest. */
    public static final int TRANSMITQ = 1;

    private static final int QUEUE_SIZE = 128;
    private static final int PIECE_BYTES = 65536;

    private final List<Consumer<byte[]>> outputs = new CopyOnWriteArrayList<>();
    private byte[] waiting = new byte[256];
    private int waitingStart;
    private int waitingCount;

    /** A console of 80 columns and 25 rows without sinks. */
    public ConsoleDevice() {
        super("virtio-console", VIRTIO_ID_CONSOLE, new ConfigSpace(
                ConfigField.readOnly("cols", 0, 2),
                ConfigField.readOnly("rows", 2, 2),
                ConfigField.readOnly("max_nr_ports", 4, 4),
                new ConfigField("emerg_wr", 8, 4, Access.W)), QUEUE_SIZE, QUEUE_SIZE);
        config().set("cols", 80).set("rows", 25);
    }

    /** Adds a sink for what the guest transmits, called on the VM's thread with bytes of its own; close the handle to remove it. */
    public Trace.Subscription onTransmit(Consumer<byte[]> sink) {
        outputs.add(sink);
        return () -> outputs.remove(sink);
    }

    /** Text for the guest to receive, as UTF-8; see {@link #receive(byte...)}. */
    public void receive(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes for the guest to receive; they wait until it has buffers for them. On the VM's thread. */
    public void receive(byte... bytes) {
        if (waitingStart + waitingCount + bytes.length > waiting.length) {
            byte[] larger = new byte[Math.max(256, Integer.highestOneBit(waitingCount + bytes.length) * 2)];
            System.arraycopy(waiting, waitingStart, larger, 0, waitingCount);
            waiting = larger;
            waitingStart = 0;
        }
        System.arraycopy(bytes, 0, waiting, waitingStart + waitingCount, bytes.length);
        waitingCount += bytes.length;
        deliver();
    }

    /** How many bytes wait for the guest. */
    public int waitingBytes() {
        return waitingCount;
    }

    /**
     * Tells the guest a new size of the terminal.
     *
     * @throws IllegalArgumentException if one is outside 0 to 65535
     */
    public void resize(int columns, int rows) {
        if ((columns & ~0xffff) != 0 || (rows & ~0xffff) != 0) {
            throw new IllegalArgumentException("a console of " + columns + " columns and " + rows + " rows; both must be 0 to 65535");
        }
        changeConfig(config -> config.set("cols", columns).set("rows", rows));
    }

    @Override
    public Features features() {
        return Features.of(ConsoleFeature.VIRTIO_CONSOLE_F_SIZE, ConsoleFeature.VIRTIO_CONSOLE_F_EMERG_WRITE);
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(ConsoleFeature.values());
    }

    @Override
    public String queueName(int queue) {
        return queue == RECEIVEQ ? "receiveq" : "transmitq";
    }

    @Override
    protected void queueReady(int queue) {
        if (queue == RECEIVEQ) {
            deliver();
        }
    }

    @Override
    protected void notified(int queue) {
        if (queue == RECEIVEQ) {
            deliver();
        } else {
            super.notified(queue);
        }
    }

    /** Moves what waits into receive buffers, as far as there are any. */
    private void deliver() {
        if (!live() || !queue(RECEIVEQ).usable()) {
            return;
        }
        Virtqueue receive = queue(RECEIVEQ);
        // Ask to be told before looking, so that a buffer that comes meanwhile is not missed.
        receive.wantNotifications(waitingCount > 0);
        while (waitingCount > 0) {
            DescriptorChain chain = receive.poll();
            if (chain == null) {
                return;
            }
            if (chain.readableBytes() > 0) {
                violation("CON-DRV-01", "a receive buffer has " + chain.readableBytes() + " readable bytes; the device only writes");
            }
            int done = chain.writer().write(waiting, waitingStart, (int) Math.min(waitingCount, chain.writableBytes()));
            waitingStart += done;
            waitingCount -= done;
            complete(RECEIVEQ, chain.head(), chain.writer().written());
        }
        waitingStart = 0;
        receive.wantNotifications(false);
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        if (chain.writableBytes() > 0) {
            violation("CON-DRV-02", "a transmit buffer has " + chain.writableBytes() + " writable bytes; the device only reads");
        }
        while (chain.reader().remaining() > 0) {
            emit(chain.reader().readBytes(PIECE_BYTES));
        }
    }

    @Override
    protected void configWritten(ConfigField field, long value) {
        // Emergency write works at any status, even before the driver has shown itself (VIRTIO 1.4, 5.3.4).
        emit(new byte[] {(byte) value});
    }

    private void emit(byte[] bytes) {
        for (Consumer<byte[]> output : outputs) {
            output.accept(bytes.clone());
        }
    }

    @Override
    public State save() {
        return State.of("virtio-console", 1).put("waiting", Arrays.copyOfRange(waiting, waitingStart, waitingStart + waitingCount)).build();
    }

    @Override
    public void restore(State state) {
        waiting = state.expect("virtio-console", 1).bytes("waiting");
        waitingStart = 0;
        waitingCount = waiting.length;
    }
}
