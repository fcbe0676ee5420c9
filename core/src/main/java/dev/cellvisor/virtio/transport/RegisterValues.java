package dev.cellvisor.virtio.transport;

import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.StatusBit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A virtio-mmio slot's registers at one moment.
 *
 * @param title the slot and its device
 * @param rows registers by offset, then configuration fields
 */
public record RegisterValues(String title, List<RegisterValue> rows) {

    /**
     * The row of a register or configuration field, by the specification's name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RegisterValue get(String name) {
        String today = name.equals("QueueNum") ? "QueueSize" : name.equals("QueueNumMax") ? "QueueSizeMax" : name;
        return rows.stream().filter(row -> row.name().equalsIgnoreCase(today)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no row is named '" + name + "'; there are " + rows.stream().map(RegisterValue::name).toList()));
    }

    static RegisterValues of(VirtioMmio slot) {
        List<RegisterValue> rows = new ArrayList<>();
        if (slot.isLegacy()) {
            for (LegacyRegister register : LegacyRegister.values()) {
                long value = slot.value(register) & 0xffff_ffffL;
                rows.add(new RegisterValue(register.offset(), register.name(), 4, register.access(), value, register.meaning(),
                        bits(slot, register.modern(), value), register == LegacyRegister.Version ? "legacy" : text(slot, register.modern(), value)));
            }
        } else {
            for (VirtioRegister register : VirtioRegister.values()) {
                long value = slot.value(register) & 0xffff_ffffL;
                rows.add(new RegisterValue(register.offset(), register.name(), 4, register.access(), value, register.meaning(),
                        bits(slot, register, value), text(slot, register, value)));
            }
        }
        DeviceState state = slot.state();
        if (state != null) {
            state.device().config().fields().stream().sorted(Comparator.comparingInt(ConfigField::offset)).forEach(field ->
                    rows.add(new RegisterValue(VirtioRegister.CONFIG + field.offset(), field.name(), field.sizeBytes(), field.access(),
                            state.peekConfig(field), "configuration space", List.of(), "")));
        }
        return new RegisterValues(slot.toString(), List.copyOf(rows));
    }

    private static List<RegisterValue.Bit> bits(VirtioMmio slot, VirtioRegister register, long value) {
        TreeMap<Integer, String> names = new TreeMap<>();
        switch (register) {
            case Status -> {
                for (StatusBit bit : StatusBit.values()) {
                    names.put(Integer.numberOfTrailingZeros(bit.mask()), bit.name());
                }
            }
            case InterruptStatus -> {
                names.put(0, "used buffer");
                names.put(1, "configuration change");
            }
            case DeviceFeatures -> featureNames(slot, slot.value(VirtioRegister.DeviceFeaturesSel), names);
            case DriverFeatures -> featureNames(slot, slot.value(VirtioRegister.DriverFeaturesSel), names);
            case null, default -> {
                return List.of();
            }
        }
        for (int i = 0; i < 32; i++) {
            if ((value >>> i & 1) != 0) {
                names.putIfAbsent(i, "bit " + i);
            }
        }
        return names.entrySet().stream().map(name -> new RegisterValue.Bit(name.getKey(), name.getValue(), (value >>> name.getKey() & 1) != 0)).toList();
    }

    private static void featureNames(VirtioMmio slot, int word, TreeMap<Integer, String> names) {
        for (VirtioFeature feature : VirtioFeature.values()) {
            addName(feature, word, names);
        }
        if (slot.device() != null) {
            slot.device().knownFeatures().forEach(feature -> addName(feature, word, names));
        }
    }

    private static void addName(FeatureBit feature, int word, TreeMap<Integer, String> names) {
        if (feature.bit() >>> 5 == word) {
            names.put(feature.bit() & 31, feature.name());
        }
    }

    private static String text(VirtioMmio slot, VirtioRegister register, long value) {
        return switch (register) {
            case MagicValue -> "\"virt\"";
            case DeviceID -> value == 0 ? "empty" : slot.device().name();
            case QueueSel -> slot.device() != null && value < slot.device().queueCount() ? slot.device().queueName((int) value) : "";
            case null, default -> "";
        };
    }

    @Override
    public String toString() {
        var text = new StringBuilder(title).append('\n');
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        for (RegisterValue row : rows) {
            text.append(("%03x  %-" + width + "s  %-2s  %s%n").formatted(row.offset(), row.name(), row.access(), row.describe()));
        }
        return text.toString();
    }
}
