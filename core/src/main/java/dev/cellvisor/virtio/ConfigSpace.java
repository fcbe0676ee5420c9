package dev.cellvisor.virtio;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import java.util.List;
import java.util.function.Consumer;

/**
 * A device's configuration space: named little-endian fields, and a generation that changes whenever the device changes one
 * (VIRTIO 1.4, 2.5). Bytes that no field covers read 0. While the device is suspended the driver sees what stood there before.
 *
 * <p>Through the legacy interface the fields are in the guest's own endianness; an AArch64 guest's is little too, as long as it does not set
 * SCTLR_EL1.EE, which we do not follow.
 */
public final class ConfigSpace implements Stateful {
    private final List<ConfigField> fields;
    private final byte[] bytes;
    private int generation;
    /** What the driver sees while the device is suspended, or {@code null}. */
    private byte[] frozen;
    private int frozenGeneration;

    /**
     * A space with these fields, all 0. Without fields it is empty.
     *
     * @throws IllegalArgumentException if two fields overlap
     */
    public ConfigSpace(ConfigField... fields) {
        this.fields = List.of(fields);
        int size = 0;
        for (ConfigField field : fields) {
            for (ConfigField other : fields) {
                if (other != field && field.offset() < other.offset() + other.sizeBytes() && other.offset() < field.offset() + field.sizeBytes()) {
                    throw new IllegalArgumentException("configuration fields '" + field.name() + "' and '" + other.name() + "' overlap");
                }
            }
            size = Math.max(size, field.offset() + field.sizeBytes());
        }
        bytes = new byte[size];
    }

    /** The fields, as given. */
    public List<ConfigField> fields() {
        return fields;
    }

    /** Bytes up to the end of the last field. */
    public int sizeBytes() {
        return bytes.length;
    }

    /** Changes with every {@link #set} that the driver can see; what the transport shows as ConfigGeneration. */
    public int generation() {
        return frozen == null ? generation : frozenGeneration;
    }

    /**
     * The field with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ConfigField field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no configuration field is named '" + name + "'; there are " + fields.stream().map(ConfigField::name).toList()));
    }

    /** The field that covers an offset, or {@code null}. */
    public ConfigField fieldAt(long offset) {
        for (ConfigField field : fields) {
            if (offset >= field.offset() && offset < field.offset() + field.sizeBytes()) {
                return field;
            }
        }
        return null;
    }

    /** The value of a number field. */
    public long get(String name) {
        ConfigField field = field(name);
        return peek(field.offset(), field.sizeBytes());
    }

    /**
     * Sets a number field, on the device's side, and begins a new generation. A device that is plugged in uses
     * {@link VirtioDevice#changeConfig}, which also tells the driver.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public ConfigSpace set(String name, long value) {
        ConfigField field = field(name);
        poke(field.offset(), field.sizeBytes(), value);
        generation++;
        return this;
    }

    /** Plugged in: what stands there now is the first generation. */
    void settle() {
        generation = 0;
    }

    /** From now on the driver sees what stands there now, whatever the device does. */
    void freeze() {
        frozen = bytes.clone();
        frozenGeneration = generation;
    }

    /** The driver sees again what the device has; whether that changed meanwhile. */
    boolean thaw() {
        boolean changed = frozen != null && generation != frozenGeneration;
        frozen = null;
        return changed;
    }

    /** What the driver reads: write-only fields and bytes behind the end are 0. */
    long driverReads(long offset, int sizeBytes) {
        byte[] seen = frozen == null ? bytes : frozen;
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            ConfigField field = fieldAt(offset + i);
            if (field != null && field.access().readable()) {
                value |= (seen[(int) (offset + i)] & 0xffL) << 8 * i;
            }
        }
        return value;
    }

    /**
     * The driver writes: only writable fields change.
     *
     * @param refused told each field that the driver may only read
     * @param written told each field that was written, when all bytes of this write stand
     */
    void driverWrites(long offset, int sizeBytes, long value, Consumer<ConfigField> refused, Written written) {
        ConfigField last = null;
        long first = offset;
        for (int i = 0; i < sizeBytes; i++) {
            ConfigField field = fieldAt(offset + i);
            if (field != null && !field.access().writable() && (i == 0 || fieldAt(offset + i - 1) != field)) {
                refused.accept(field);
            }
            if (field != last) {
                if (last != null) {
                    written.field(last, (int) (first - last.offset()), (int) (offset + i - first));
                }
                first = offset + i;
            }
            last = field != null && field.access().writable() ? field : null;
            if (last != null) {
                poke(offset + i, 1, value >>> 8 * i);
            }
        }
        if (last != null) {
            written.field(last, (int) (first - last.offset()), (int) (offset + sizeBytes - first));
        }
    }

    /** Told of a field that the driver has written. */
    interface Written {

        /** Bytes of a field were written: so many, from one on, counted in the field. */
        void field(ConfigField field, int firstByte, int byteCount);
    }

    /** Bytes as they are, whatever the access; those outside read 0. */
    long peek(long offset, int sizeBytes) {
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            long at = offset + i;
            if (at >= 0 && at < bytes.length) {
                value |= (bytes[(int) at] & 0xffL) << 8 * i;
            }
        }
        return value;
    }

    void poke(long offset, int sizeBytes, long value) {
        for (int i = 0; i < sizeBytes && offset + i < bytes.length; i++) {
            bytes[(int) (offset + i)] = (byte) (value >>> 8 * i);
        }
    }

    @Override
    public State save() {
        return State.of("config", 1).put("bytes", bytes).put("generation", generation)
                .put("frozen", frozen == null ? new byte[0] : frozen).put("frozenGeneration", frozenGeneration).put("isFrozen", frozen != null).build();
    }

    @Override
    public void restore(State state) {
        byte[] saved = state.expect("config", 1).bytes("bytes");
        int savedGeneration = state.integer("generation");
        if (saved.length != bytes.length) {
            throw new StateException("asked to restore a configuration space of " + bytes.length + " bytes, found " + saved.length);
        }
        byte[] savedFrozen = state.bytes("frozen");
        boolean isFrozen = state.flag("isFrozen");
        frozenGeneration = state.integer("frozenGeneration");
        System.arraycopy(saved, 0, bytes, 0, bytes.length);
        generation = savedGeneration;
        frozen = isFrozen ? savedFrozen : null;
    }
}
