package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.fuzz.Fuzzer;
import dev.cellvisor.virtio.fuzz.Target;
import dev.cellvisor.virtio.fuzz.Targets;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random drivers, mostly sane and partly mad, against every device in every mode: nothing they do may throw, hang, reach outside guest RAM,
 * use a chain twice or with more bytes than it has, or leave a device that a reset does not mend. {@code -Dcellvisor.fuzz.seed=} takes
 * another seed than 1, {@code -Dcellvisor.fuzz.calls=} another count for each device and each of six modes; {@code -Dcellvisor.full=true} makes a
 * million for each device.
 */
class FuzzTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final long CALLS_EACH = Long.getLong("cellvisor.fuzz.calls", FULL ? 170_000 : 1_000);
    private static final long SEED = Long.getLong("cellvisor.fuzz.seed", 1);

    /** What came of one device. */
    private record Outcome(String device, long calls, long reached) {
        static Outcome of(Target device) {
            long calls = 0;
            long reached = 0;
            for (Targets.Mode mode : Targets.Mode.values()) {
                for (long latency : new long[] {0, 10}) {
                    var fuzzer = new Fuzzer(Targets.in(mode, latency, device));
                    fuzzer.run(SEED, CALLS_EACH);
                    calls += fuzzer.calls();
                    reached += fuzzer.reached();
                }
            }
            assertTrue(reached * 2 >= calls, "%s: only %d of %d calls reached a request handler".formatted(device.name(), reached, calls));
            return new Outcome(device.name(), calls, reached);
        }

        @Override
        public String toString() {
            return "%s %d %%".formatted(device, 100 * reached / calls);
        }
    }

    @Test
    void everyDeviceInEveryMode() {
        long start = System.nanoTime();
        List<Target> devices = Targets.all();
        List<Outcome> outcomes = (FULL ? devices.parallelStream() : devices.stream()).map(Outcome::of).toList();
        System.out.printf("figure: fuzz%s, %,d calls of a driver or the host against %d devices, split, packed and legacy, of which reached a handler: %s (%.1f s)%n",
                FULL ? "" : " (a sample)", outcomes.stream().mapToLong(Outcome::calls).sum(), devices.size(),
                outcomes.stream().map(Outcome::toString).collect(Collectors.joining(", ")), (System.nanoTime() - start) / 1e9);
    }

    /** A device with a fault: it cannot stand an X as the third byte. */
    private static final class Faulty extends VirtioDevice {
        Faulty() {
            super("faulty", 63, 16);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            byte[] bytes = chain.reader().readBytes(100);
            if (bytes.length > 2 && bytes[2] == 'X') {
                throw new ArithmeticException("an X");
            }
        }
    }

    @Test
    void aFaultIsFoundAndToldAsTheFewestCalls() {
        Target target = new Target() {
            @Override
            public String name() {
                return "faulty";
            }

            @Override
            public VirtioDevice device() {
                return new Faulty();
            }

            @Override
            public int[] queues() {
                return new int[] {0};
            }

            @Override
            public List<Buffer> request(int queue, Random random) {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                return List.of(Buffer.readable(bytes), Buffer.writable(random.nextInt(10)));
            }
        };
        var error = assertThrows(AssertionError.class, () -> new Fuzzer(target).run(1, 1_000_000));
        List<String> lines = error.getMessage().lines().toList();
        assertTrue(lines.getFirst().endsWith("java.lang.ArithmeticException: an X"), error.getMessage());
        assertEquals(3, lines.size(), error.getMessage());
        assertTrue(lines.get(2).strip().matches("bench\\.send\\(0, null, readable\\(HexFormat\\.of\\(\\)\\.parseHex\\(\"....58\\w*\"\\)\\)\\);"), error.getMessage());
    }
}
