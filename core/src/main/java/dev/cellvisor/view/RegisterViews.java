package dev.cellvisor.view;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.virtio.transport.RegisterValue;
import dev.cellvisor.virtio.transport.RegisterValues;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.List;

/** Register maps: offset, name, access, value, and the value in words. Set bits are bold, clear ones faint. */
final class RegisterViews {
    private static final int MOST_OF_A_ROW = 4;

    private RegisterViews() {
    }

    /** A virtio-mmio slot's registers. */
    static View of(RegisterValues values) {
        return view(values.title(), values.rows());
    }

    /** One register. */
    static View of(RegisterValue value) {
        return view("", List.of(value));
    }

    private static View view(String title, List<RegisterValue> values) {
        // A text has no bold: there, only the set bits stand.
        return new View(fill(table(title), values, false).text(), fill(table(title), values, true).html(), null);
    }

    private static Table fill(Table table, List<RegisterValue> values, boolean clearBitsToo) {
        for (RegisterValue value : values) {
            table.row("0x%03x".formatted(value.offset()), value.name(), access(value.access().toString()), number(value), meaning(value, clearBitsToo));
        }
        return table;
    }

    private static Table table(String title) {
        return new Table(title).left("offset").left("register").left("").right("value").wide("meaning");
    }

    private static String access(String name) {
        return switch (name.toUpperCase(java.util.Locale.ROOT)) {
            case "READ_ONLY", "READ", "RO", "R" -> "R";
            case "WRITE_ONLY", "WRITE", "WO", "W" -> "W";
            default -> "RW";
        };
    }

    private static String number(RegisterValue value) {
        boolean plain = value.bits().isEmpty() && value.value() >= 0 && value.value() < 0x1_0000 && !isAddress(value.name());
        return plain ? Long.toString(value.value()) : hex(value.value(), value.sizeBytes());
    }

    private static boolean isAddress(String name) {
        return name.endsWith("Low") || name.endsWith("High");
    }

    private static Rich meaning(RegisterValue value, boolean clearBitsToo) {
        if (value.bits().isEmpty()) {
            // VIRTIO 1.4, 5.2.4: a disk's capacity is in sectors of 512 bytes.
            boolean capacity = value.name().equals("capacity") && value.text().isEmpty();
            return Rich.of(capacity ? "sectors of 512 B = " + Markup.size(512 * value.value()) : value.text());
        }
        Rich words = Rich.empty();
        for (RegisterValue.Bit bit : value.bits()) {
            String gap = words.isEmpty() ? "" : " ";
            if (!bit.set() && !clearBitsToo) {
                continue;
            }
            words = bit.set() ? words.bold(gap + shortName(bit.name())) : words.faint(gap + shortName(bit.name()));
        }
        return words;
    }

    /** Feature bits are named at length in the specification; here the register says already whose they are. */
    private static String shortName(String name) {
        return name.replaceFirst("^VIRTIO_[A-Z]+_F_", "").replaceFirst("^VIRTIO_F_", "").replace(' ', '_');
    }

    /** Any device that lists its registers. */
    static View of(RegisterDevice device) {
        if (device instanceof VirtioMmio slot) {
            return of(slot.registerValues());
        }
        return new View(fill(table(device.name()), device, false).text(), fill(table(device.name()), device, true).html(), null);
    }

    private static Table fill(Table table, RegisterDevice device, boolean clearBitsToo) {
        for (MmioRegister register : device.registers().registers()) {
            int shown = Math.min(register.count(), MOST_OF_A_ROW);
            for (int i = 0; i < shown; i++) {
                long offset = register.offset() + (long) i * register.sizeBytes();
                long value = device.peek(offset);
                table.row("0x%03x".formatted(offset), device.registerName(offset), access(register.access().name()),
                        register.access() == MmioRegister.Access.WO ? "" : hex(value, register.sizeBytes()), fields(register.fields(), value, clearBitsToo));
            }
            if (register.count() > shown) {
                table.row("…", Rich.empty().faint("%s%d–%d".formatted(register.name(), shown, register.count() - 1)));
            }
        }
        return table;
    }

    private static Rich fields(List<MmioRegister.Field> fields, long value, boolean clearBitsToo) {
        Rich words = Rich.empty();
        for (MmioRegister.Field field : fields) {
            long part = field.of(value);
            if (part == 0 && !clearBitsToo) {
                continue;
            }
            String gap = words.isEmpty() ? "" : " ";
            String text = gap + field.name() + (field.high() == field.low() ? "" : "=" + part);
            words = part != 0 ? words.bold(text) : words.faint(text);
        }
        return words;
    }

    private static String hex(long value, int sizeBytes) {
        return ("0x%0" + Math.min(16, 2 * Math.max(1, sizeBytes)) + "x").formatted(value);
    }
}
