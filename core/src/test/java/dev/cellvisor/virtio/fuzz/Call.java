package dev.cellvisor.virtio.fuzz;

import dev.cellvisor.virtio.driver.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that a driver or the host does to a device. Complete in itself, so that a sequence can be cut and printed as Java. */
public sealed interface Call {

    /** The call as Java; {@code driver}, {@code slot} and {@code bench} are what it needs. */
    String java();

    /** Simpler calls that might show the same fault. */
    default List<Call> simpler() {
        return List.of();
    }

    private static String java(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]) ? "new byte[" + bytes.length + "]" : "HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(bytes) + "\")";
    }

    /** Which part of a ring. */
    enum Area {
        /** Descriptors. */
        DESC,
        /** The driver's part: the available ring, or its event suppression. */
        DRIVER,
        /** The device's part: the used ring, or its event suppression. */
        DEVICE
    }

    /** The whole start of the device. @param queueSize the most that a queue gets */
    record Start(long features, int queueSize, boolean indirect) implements Call {
        @Override
        public String java() {
            return "bench.start(0x%xL, %d, %b);".formatted(features, queueSize, indirect);
        }

        @Override
        public List<Call> simpler() {
            return features == 0 ? List.of() : List.of(new Start(0, queueSize, indirect), new Start(features, queueSize, false), new Start(features & features - 1, queueSize, indirect));
        }
    }

    /** A request, perhaps spoiled before the device is notified. */
    record Send(int queue, List<Buffer> buffers, Twist twist) implements Call {
        @Override
        public String java() {
            return "bench.send(%d, %s, %s);".formatted(queue, twist == null ? "null" : twist.java(),
                    buffers.stream().map(Send::java).collect(Collectors.joining(", ")));
        }

        private static String java(Buffer buffer) {
            return buffer.isWritable() ? "writable(" + buffer.sizeBytes() + ")" : "readable(" + Call.java(buffer.bytes()) + ")";
        }

        @Override
        public List<Call> simpler() {
            List<Call> simpler = new ArrayList<>();
            if (twist != null) {
                simpler.add(new Send(queue, buffers, null));
            }
            for (int i = 0; i < buffers.size(); i++) {
                Buffer buffer = buffers.get(i);
                if (buffers.size() > 1) {
                    simpler.add(with(i, null));
                }
                if (buffer.sizeBytes() > 1) {
                    int half = buffer.sizeBytes() / 2;
                    simpler.add(with(i, buffer.isWritable() ? Buffer.writable(half) : Buffer.readable(Arrays.copyOf(buffer.bytes(), half))));
                }
                if (!buffer.isWritable() && !Arrays.equals(buffer.bytes(), new byte[buffer.sizeBytes()])) {
                    simpler.add(with(i, Buffer.readable(new byte[buffer.sizeBytes()])));
                }
            }
            return simpler;
        }

        private Send with(int index, Buffer replacement) {
            List<Buffer> changed = new ArrayList<>(buffers);
            if (replacement == null) {
                changed.remove(index);
            } else {
                changed.set(index, replacement);
            }
            return new Send(queue, changed, twist);
        }
    }

    /**
     * What is spoiled of a request in the ring.
     *
     * @param descriptor counted from the request's first, in the ring or in its indirect table
     * @param field 0 address, 1 length, 2 flags, 3 next or id, 4 the ring's index moved on
     * @param xor whether the value is mixed in, instead of put there
     */
    record Twist(boolean inTable, int descriptor, int field, boolean xor, long value) {
        String java() {
            return "new Twist(%b, %d, %d, %b, 0x%xL)".formatted(inTable, descriptor, field, xor, value);
        }
    }

    /** A register or configuration access. */
    record Access(boolean write, int offset, int sizeBytes, long value) implements Call {
        @Override
        public String java() {
            return write ? "driver.write(0x%03x, %d, 0x%xL);".formatted(offset, sizeBytes, value) : "driver.read(0x%03x, %d);".formatted(offset, sizeBytes);
        }

        @Override
        public List<Call> simpler() {
            return write && value != 0 ? List.of(new Access(true, offset, sizeBytes, 0)) : List.of();
        }
    }

    /** A byte of a ring changed. */
    record Poke(int queue, Area area, int offset, int value) implements Call {
        @Override
        public String java() {
            return "bench.poke(%d, Area.%s, %d, 0x%02x);".formatted(queue, area, offset, value);
        }
    }

    /** A notification. */
    record Notify(int value) implements Call {
        @Override
        public String java() {
            return "driver.write(0x050, 4, 0x%xL);".formatted(value);
        }
    }

    /** A queue stopped, or reset, and made ready again where it was. */
    record Requeue(int queue, boolean reset) implements Call {
        @Override
        public String java() {
            return "bench.requeue(%d, %b);".formatted(queue, reset);
        }
    }

    /** Time passes to the next event. */
    record Wait() implements Call {
        @Override
        public String java() {
            return "rig.toNextEvent();";
        }
    }

    /** The host's side does something. */
    record Host(int what, byte[] bytes) implements Call {
        @Override
        public String java() {
            return "bench.host(%d, %s);".formatted(what, Call.java(bytes));
        }

        @Override
        public List<Call> simpler() {
            return bytes.length > 1 ? List.of(new Host(what, Arrays.copyOf(bytes, bytes.length / 2))) : List.of();
        }
    }

    /** The device saved and restored in place. */
    record SaveAndRestore() implements Call {
        @Override
        public String java() {
            return "bench.saveAndRestore();";
        }
    }

    /** The device reset by the driver; the next request starts it anew. */
    record Reset() implements Call {
        @Override
        public String java() {
            return "driver.reset();";
        }
    }
}
