package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.SharedMemory;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import java.util.Random;

/** A device as somebody writes it in a cell: shared memory, a feature, a field to write, answers sooner and later, and a host that pushes. */
final class CellTarget implements Target {

    /** What it is given it has in shared memory, and gives back from there. */
    static final class Store extends VirtioDevice {
        static final FeatureBit UPPER = FeatureBit.of(0, "STORE_F_UPPER");
        private final SharedMemory pool = sharedMemory(0, 4096);
        private long requests;

        Store() {
            super("store", 63, new ConfigSpace(ConfigField.readOnly("requests", 0, 8), new ConfigField("place", 8, 4, Access.RW)), 16, 16);
        }

        @Override
        public Features features() {
            return Features.of(UPPER);
        }

        @Override
        protected long latencyTicks(int queue, DescriptorChain chain) {
            return queue == 0 ? latencyTicks() : 0;
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            long place = config().get("place");
            while (queue == 0 && chain.reader().remaining() > 0 && pool.contains(place, 1)) {
                int c = chain.reader().readByte();
                pool.writeByte(place++, negotiated().has(UPPER) ? Character.toUpperCase(c) : c);
            }
            while (queue == 1 && chain.writer().remaining() > 0 && pool.contains(place, 1)) {
                chain.writer().writeByte(pool.readByte(place++));
            }
            requests++;
            changeConfig(config -> config.set("requests", requests));
        }

        void push(byte[] bytes) {
            fromOutside("push", bytes, () -> {
                requests += bytes.length;
                changeConfig(config -> config.set("requests", requests));
            });
        }

        @Override
        protected void reset() {
            requests = 0;
            config().set("requests", 0);
        }

        @Override
        public State save() {
            return State.of("store", 1).put("requests", requests).build();
        }

        @Override
        public void restore(State saved) {
            requests = saved.expect("store", 1).number("requests");
        }
    }

    @Override
    public String name() {
        return "a cell's device";
    }

    @Override
    public VirtioDevice device() {
        return new Store();
    }

    @Override
    public int[] queues() {
        return new int[] {0, 1};
    }

    @Override
    public List<Buffer> request(int queue, Random random) {
        return queue == 0 ? List.of(readable(Targets.random(random, 100))) : List.of(writable(random.nextInt(100)));
    }

    @Override
    public void host(VirtioDevice device, int what, byte[] bytes) {
        ((Store) device).push(bytes);
    }
}
