package dev.cellvisor.cpu.kvm.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A C structure: named fields, laid out by C's rules, which are the same on x86-64 and aarch64. Fields have their natural alignment;
 * padding that C adds is added here too.
 */
public final class Struct {
    private final StructLayout layout;
    private final SequencedMap<String, Field> fields;

    /**
     * A field.
     *
     * @param offset from the start of the structure, in bytes
     * @param sizeBytes of all of it
     * @param elementBytes of one element, if it is an array; else the same as {@code sizeBytes}
     */
    public record Field(long offset, long sizeBytes, long elementBytes) {
    }

    private Struct(StructLayout layout) {
        this.layout = layout;
        fields = new LinkedHashMap<>();
        for (MemoryLayout member : layout.memberLayouts()) {
            member.name().ifPresent(name -> {
                long size = member.byteSize();
                long element = member instanceof SequenceLayout sequence ? sequence.elementLayout().byteSize() : size;
                fields.put(name, new Field(layout.byteOffset(PathElement.groupElement(name)), size, element));
            });
        }
    }

    /** Starts a structure. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Its name in C. */
    public String name() {
        return layout.name().orElseThrow();
    }

    /** Its size, with the padding at its end. */
    public long sizeBytes() {
        return layout.byteSize();
    }

    /** Its fields by name, in order. */
    public SequencedMap<String, Field> fields() {
        return java.util.Collections.unmodifiableSequencedMap(fields);
    }

    /** A field. */
    public Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("struct " + name() + " has no '" + name + "'; it has " + fields.keySet());
        }
        return field;
    }

    /** Where a field is. */
    public long offset(String name) {
        return field(name).offset();
    }

    /** A zeroed one. */
    public MemorySegment allocate(Arena arena) {
        return arena.allocate(layout);
    }

    /** What a field of 1, 2, 4 or 8 bytes holds. */
    public long get(MemorySegment struct, String name) {
        return get(struct, name, 0);
    }

    /** What an element of an array holds. */
    public long get(MemorySegment struct, String name, int index) {
        Field field = field(name);
        long at = field.offset + index * field.elementBytes;
        return switch ((int) field.elementBytes) {
            case 1 -> struct.get(ValueLayout.JAVA_BYTE, at) & 0xff;
            case 2 -> struct.get(ValueLayout.JAVA_SHORT_UNALIGNED, at) & 0xffff;
            case 4 -> struct.get(ValueLayout.JAVA_INT_UNALIGNED, at) & 0xffff_ffffL;
            default -> struct.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        };
    }

    /** Sets a field of 1, 2, 4 or 8 bytes; the struct, for more. */
    public Struct set(MemorySegment struct, String name, long value) {
        return set(struct, name, 0, value);
    }

    /** Sets an element of an array. */
    public Struct set(MemorySegment struct, String name, int index, long value) {
        Field field = field(name);
        long at = field.offset + index * field.elementBytes;
        switch ((int) field.elementBytes) {
            case 1 -> struct.set(ValueLayout.JAVA_BYTE, at, (byte) value);
            case 2 -> struct.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, (short) value);
            case 4 -> struct.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) value);
            default -> struct.set(ValueLayout.JAVA_LONG_UNALIGNED, at, value);
        }
        return this;
    }

    /** A field that is itself a structure, or any field's bytes. */
    public MemorySegment slice(MemorySegment struct, String name) {
        Field field = field(name);
        return struct.asSlice(field.offset, field.sizeBytes);
    }

    @Override
    public String toString() {
        return "struct " + name() + ", " + sizeBytes() + " bytes";
    }

    /** Puts a structure together, field by field. */
    public static final class Builder {
        private final String name;
        private final List<MemoryLayout> members = new ArrayList<>();
        private long size;
        private long alignment = 1;

        private Builder(String name) {
            this.name = name;
        }

        /** Unsigned bytes. */
        public Builder u8(String... names) {
            return each(ValueLayout.JAVA_BYTE, names);
        }

        /** Unsigned 16-bit numbers. */
        public Builder u16(String... names) {
            return each(ValueLayout.JAVA_SHORT, names);
        }

        /** Unsigned 32-bit numbers. */
        public Builder u32(String... names) {
            return each(ValueLayout.JAVA_INT, names);
        }

        /** Unsigned 64-bit numbers, and addresses. */
        public Builder u64(String... names) {
            return each(ValueLayout.JAVA_LONG, names);
        }

        /** An array of numbers of so many bytes. */
        public Builder array(String field, int count, int elementBytes) {
            MemoryLayout element = switch (elementBytes) {
                case 1 -> ValueLayout.JAVA_BYTE;
                case 2 -> ValueLayout.JAVA_SHORT;
                case 4 -> ValueLayout.JAVA_INT;
                default -> ValueLayout.JAVA_LONG;
            };
            return add(MemoryLayout.sequenceLayout(count, element).withName(field));
        }

        /** Structures inside this one. */
        public Builder struct(Struct inner, String... names) {
            for (String field : names) {
                add(inner.layout.withName(field));
            }
            return this;
        }

        private Builder each(MemoryLayout layout, String... names) {
            for (String field : names) {
                add(layout.withName(field));
            }
            return this;
        }

        private Builder add(MemoryLayout member) {
            align(member.byteAlignment());
            members.add(member);
            size += member.byteSize();
            alignment = Math.max(alignment, member.byteAlignment());
            return this;
        }

        private void align(long to) {
            long padding = -size & to - 1;
            if (padding > 0) {
                members.add(MemoryLayout.paddingLayout(padding));
                size += padding;
            }
        }

        /** The structure. */
        public Struct build() {
            align(alignment);
            return new Struct(MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new)).withName(name));
        }
    }
}
