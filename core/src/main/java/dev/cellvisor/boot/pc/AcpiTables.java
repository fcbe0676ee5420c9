package dev.cellvisor.boot.pc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ACPI tables of a hardware-reduced machine (ACPI 6.5, chapter 5): RSDP, XSDT, FADT, MADT, DSDT. No SMI, no SCI, no PM timer: power-off and reset are
 * one register each.
 *
 * @param address where the first byte, the RSDP, stands: a multiple of 16
 * @param tables each table's bytes by its signature, in the order in which they stand
 * @param addresses where each stands
 * @param bytes all of them, from {@code address} on
 */
public record AcpiTables(long address, Map<String, byte[]> tables, Map<String, Long> addresses, byte[] bytes) {
    private static final int HEADER = 36;
    private static final int FADT_BYTES = 276;
    private static final int ALIGNMENT = 64;
    private static final long LOCAL_APIC = 0xfee0_0000L;
    private static final long IO_APIC = 0xfec0_0000L;
    private static final int SYSTEM_IO = 1;
    private static final int FADT_WBINVD = 1;
    private static final int FADT_SLEEP_BUTTON_IS_NONE = 1 << 5;
    private static final int FADT_POWER_BUTTON_IS_NONE = 1 << 4;
    private static final int FADT_RESET_REG = 1 << 10;
    private static final int FADT_HW_REDUCED = 1 << 20;
    /** No VGA, no CMOS clock. */
    private static final int BOOT_FLAGS = 1 << 2 | 1 << 5;

    /**
     * What is to be told of a machine.
     *
     * @param cpus how many
     * @param serialPort the 16550's first port
     * @param serialInterrupt its GSI
     * @param sleepControl, sleepStatus, reset the ports of the three registers
     * @param resetValue what is to be written to the last
     * @param sleepTypeOff the sleep type of S5
     * @param virtio the virtio-mmio slots
     */
    public record Machine(int cpus, int serialPort, int serialInterrupt, int sleepControl, int sleepStatus, int reset, int resetValue, int sleepTypeOff,
            List<VirtioSlot> virtio) {
    }

    /** A virtio-mmio slot. */
    public record VirtioSlot(long address, long sizeBytes, int interrupt) {
    }

    /** Makes the tables of a machine. */
    public static AcpiTables of(Machine machine, long address) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        Map<String, Long> places = new LinkedHashMap<>();
        long next = align(address + HEADER);
        byte[] dsdt = table("DSDT", 2, dsdt(machine));
        places.put("DSDT", next);
        next = align(next + dsdt.length);
        byte[] fadt = fadt(machine, places.get("DSDT"));
        places.put("FACP", next);
        next = align(next + fadt.length);
        byte[] madt = table("APIC", 5, madt(machine));
        places.put("APIC", next);
        next = align(next + madt.length);
        byte[] xsdt = table("XSDT", 1, Aml.join(Aml.little(places.get("FACP"), 8), Aml.little(places.get("APIC"), 8)));
        places.put("XSDT", next);
        tables.put("RSDP", rsdp(next));
        tables.put("DSDT", dsdt);
        tables.put("FACP", fadt);
        tables.put("APIC", madt);
        tables.put("XSDT", xsdt);
        byte[] all = new byte[(int) (next + xsdt.length - address)];
        tables.forEach((name, bytes) -> System.arraycopy(bytes, 0, all, (int) (places.getOrDefault(name, address) - address), bytes.length));
        return new AcpiTables(address, tables, places, all);
    }

    private static long align(long address) {
        return address + ALIGNMENT - 1 & -ALIGNMENT;
    }

    private static byte[] rsdp(long xsdt) {
        byte[] rsdp = Aml.join(text("RSD PTR ", 8), new byte[1], text("CELLVS", 6), new byte[] {2}, new byte[4], Aml.little(HEADER, 4), Aml.little(xsdt, 8), new byte[4]);
        checksum(rsdp, 8, 20);
        checksum(rsdp, 32, rsdp.length);
        return rsdp;
    }

    private static byte[] table(String signature, int revision, byte[] body) {
        byte[] table = Aml.join(text(signature, 4), Aml.little(HEADER + body.length, 4), new byte[] {(byte) revision, 0}, text("CELLVS", 6), text("PCLITE", 8),
                Aml.little(1, 4), text("CELV", 4), Aml.little(1, 4), body);
        checksum(table, 9, table.length);
        return table;
    }

    /** Makes the first {@code size} bytes sum up to 0. */
    private static void checksum(byte[] table, int at, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += table[i];
        }
        table[at] = (byte) (table[at] - sum);
    }

    private static byte[] text(String text, int size) {
        byte[] bytes = new byte[size];
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, bytes, 0, ascii.length);
        for (int i = ascii.length; i < size; i++) {
            bytes[i] = ' ';
        }
        return bytes;
    }

    private static byte[] fadt(Machine machine, long dsdt) {
        byte[] body = new byte[FADT_BYTES - HEADER];
        put(body, 109, Aml.little(BOOT_FLAGS, 2)); // IAPC_BOOT_ARCH
        put(body, 112, Aml.little(FADT_WBINVD | FADT_POWER_BUTTON_IS_NONE | FADT_SLEEP_BUTTON_IS_NONE | FADT_RESET_REG | FADT_HW_REDUCED, 4));
        put(body, 116, register(machine.reset()));
        put(body, 128, (byte) machine.resetValue());
        put(body, 131, (byte) 5); // minor version: 6.5
        put(body, 140, Aml.little(dsdt, 8)); // X_DSDT
        put(body, 244, register(machine.sleepControl()));
        put(body, 256, register(machine.sleepStatus()));
        put(body, 268, text("CELLVSOR", 8)); // hypervisor vendor
        return table("FACP", 6, body);
    }

    /** Offsets are those of the specification: from the table's start. */
    private static void put(byte[] body, int offset, byte... bytes) {
        System.arraycopy(bytes, 0, body, offset - HEADER, bytes.length);
    }

    /** A generic address: a byte at a port. */
    private static byte[] register(int port) {
        return Aml.join(new byte[] {SYSTEM_IO, 8, 0, 1}, Aml.little(port, 8));
    }

    private static byte[] madt(Machine machine) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(Aml.join(Aml.little(LOCAL_APIC, 4), Aml.little(0, 4)));
        for (int cpu = 0; cpu < machine.cpus(); cpu++) {
            parts.add(Aml.join(new byte[] {0, 8, (byte) cpu, (byte) cpu}, Aml.little(1, 4)));
        }
        parts.add(Aml.join(new byte[] {1, 12, 0, 0}, Aml.little(IO_APIC, 4), Aml.little(0, 4)));
        return Aml.join(parts.toArray(byte[][]::new));
    }

    private static byte[] dsdt(Machine machine) {
        var devices = new Aml();
        devices.device("COM1", new Aml().eisaId("_HID", "PNP0501").name("_UID", 1).name("_STA", 0xf)
                .resources(new Aml.Resources().ports(machine.serialPort(), 8).interrupt(machine.serialInterrupt(), true)));
        for (int i = 0; i < machine.virtio().size(); i++) {
            VirtioSlot slot = machine.virtio().get(i);
            devices.device("VR%02X".formatted(i), new Aml().name("_HID", "LNRO0005").name("_UID", i).name("_CCA", 1).name("_STA", 0xf)
                    .resources(new Aml.Resources().memory(slot.address(), slot.sizeBytes()).interrupt(slot.interrupt(), false)));
        }
        var dsdt = new Aml().scope("_SB_", devices);
        dsdt.packageOf("_S5_", machine.sleepTypeOff(), 0, 0, 0);
        return dsdt.bytes();
    }

    @Override
    public String toString() {
        return "ACPI tables at 0x%x: %s".formatted(address, String.join(", ", tables.keySet()));
    }
}
