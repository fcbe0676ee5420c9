package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.List;

/** The fields of an encoding, from the {@code bits} of its {@link dev.cellvisor.cpu.a64.isa.Insn}. */
final class Layout {
    private static final String STACK_POINTER = "|SP";

    private final String bits;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> mayBeStackPointer = new ArrayList<>();

    Layout(String bits) {
        this.bits = bits;
        int at = 32;
        for (String piece : bits.trim().split("\\s+")) {
            if (piece.matches("[01x]+")) {
                at -= piece.length();
                continue;
            }
            String[] parts = piece.split(":");
            String name = parts[0].replace(STACK_POINTER, "");
            if (parts[0].endsWith(STACK_POINTER)) {
                mayBeStackPointer.add(name);
            }
            int width = parts.length == 1 ? 5 : Integer.parseInt(parts[1]);
            at -= width;
            fields.add(new Field(name, at, width));
        }
        if (at != 0) {
            throw new IllegalStateException("'" + bits + "' has " + (32 - at) + " bits instead of 32");
        }
    }

    /** From the highest bit down. */
    List<Field> fields() {
        return fields;
    }

    /** The field of a name, or {@code null}. */
    Field find(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    Field field(String name) {
        Field field = find(name);
        if (field == null) {
            throw new IllegalStateException("'" + bits + "' has no field " + name);
        }
        return field;
    }

    /** The field of a name, or where it stands in all encodings of its class, fixed in some. */
    Field field(String name, int low, int width) {
        Field field = find(name);
        return field != null ? field : new Field(name, low, width);
    }

    boolean mayBeStackPointer(String name) {
        return mayBeStackPointer.contains(name);
    }
}
