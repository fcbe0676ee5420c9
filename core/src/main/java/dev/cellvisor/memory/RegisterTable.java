package dev.cellvisor.memory;

import java.util.List;
import java.util.TreeMap;

/** All registers of a device, by offset. */
public final class RegisterTable {
    private final List<MmioRegister> registers;
    private final TreeMap<Long, MmioRegister> byOffset = new TreeMap<>();

    /**
     * A table of these registers.
     *
     * @throws IllegalArgumentException if two of them overlap, naming both
     */
    public RegisterTable(List<MmioRegister> registers) {
        this.registers = List.copyOf(registers);
        for (MmioRegister register : registers) {
            MmioRegister before = at(register.offset());
            MmioRegister after = byOffset.higherKey(register.offset()) == null ? null : byOffset.higherEntry(register.offset()).getValue();
            if (before != null || after != null && after.offset() < register.end()) {
                throw new IllegalArgumentException("registers " + (before != null ? before : after).name() + " and " + register.name() + " overlap");
            }
            byOffset.put(register.offset(), register);
        }
    }

    /** The registers, in the order in which they were given. */
    public List<MmioRegister> registers() {
        return registers;
    }

    /** The register, or the row of registers, that has the byte at an offset; {@code null} if there is none. */
    public MmioRegister at(long offset) {
        var entry = byOffset.floorEntry(offset);
        return entry == null || offset >= entry.getValue().end() ? null : entry.getValue();
    }

    /**
     * What to call an offset: {@code "GICD_CTLR"}, {@code "GICD_ISENABLER3"} in a row, {@code "GICD_CTLR+1"} inside one, or
     * the offset in hexadecimal where there is no register.
     */
    public String nameAt(long offset) {
        MmioRegister register = at(offset);
        if (register == null) {
            return "0x%03x".formatted(offset);
        }
        long distance = offset - register.offset();
        String name = register.count() == 1 ? register.name() : register.name() + distance / register.sizeBytes();
        long inside = distance % register.sizeBytes();
        return inside == 0 ? name : name + "+" + inside;
    }

    /**
     * The offset of a register by its name, as {@link #nameAt} spells it, in any case.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public long offsetOf(String name) {
        for (MmioRegister register : registers) {
            if (register.count() == 1) {
                if (register.name().equalsIgnoreCase(name)) {
                    return register.offset();
                }
            } else if (name.regionMatches(true, 0, register.name(), 0, register.name().length())) {
                String number = name.substring(register.name().length());
                if (number.matches("[0-9]{1,5}") && Integer.parseInt(number) < register.count()) {
                    return register.offset() + (long) Integer.parseInt(number) * register.sizeBytes();
                }
            }
        }
        throw new IllegalArgumentException("no register is named '" + name + "'; there are "
                + registers.stream().map(r -> r.count() == 1 ? r.name() : r.name() + "0–" + (r.count() - 1)).toList());
    }
}
