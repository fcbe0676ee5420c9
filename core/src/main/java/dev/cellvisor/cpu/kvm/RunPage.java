package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import dev.cellvisor.cpu.kvm.ffi.Struct;
import dev.cellvisor.cpu.kvm.ffi.Structs;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that a vCPU shares with KVM, as it was at one moment: how KVM says why it came back, and where it takes what is read from.
 *
 * @param bytes its first bytes
 * @param fields those that matter for the last exit, by offset
 * @param exit the last exit, decoded
 */
public record RunPage(byte[] bytes, List<Field> fields, KvmExit exit) {
    /** How much of the page is shown: the head, and the exits that this is for. */
    public static final int SHOWN_BYTES = 64;

    /**
     * A field.
     *
     * @param name as in the kernel's header
     * @param offset in bytes from the start of the page
     * @param sizeBytes of it
     * @param value in hexadecimal, or in words
     */
    public record Field(String name, int offset, int sizeBytes, String value) {
    }

    /** Takes it as it is now. */
    static RunPage of(MemorySegment page) {
        List<Field> fields = new ArrayList<>();
        add(fields, page, Structs.RUN, 0, "", "immediate_exit", "exit_reason", "ready_for_interrupt_injection", "if_flag");
        KvmExit exit = KvmExit.read(page);
        int at = (int) KvmRunLayout.EXIT;
        switch (exit) {
            case KvmExit.Mmio mmio -> add(fields, page, KvmRunLayout.MMIO, at, "mmio.", "phys_addr", "data", "len", "is_write");
            case KvmExit.Io io -> add(fields, page, KvmRunLayout.IO, at, "io.", "direction", "size", "port", "count", "data_offset");
            default -> { }
        }
        return new RunPage(page.asSlice(0, SHOWN_BYTES).toArray(ValueLayout.JAVA_BYTE), List.copyOf(fields), exit);
    }

    private static void add(List<Field> fields, MemorySegment page, Struct struct, int base, String prefix, String... names) {
        MemorySegment at = page.asSlice(base);
        for (String name : names) {
            Struct.Field field = struct.field(name);
            String value = field.sizeBytes() != field.elementBytes() ? array(at, struct, name)
                    : name.equals("exit_reason") ? reason((int) struct.get(at, name)) : "0x%x".formatted(struct.get(at, name));
            fields.add(new Field(prefix + name, base + (int) field.offset(), (int) field.sizeBytes(), value));
        }
    }

    private static String array(MemorySegment at, Struct struct, String name) {
        var text = new StringBuilder();
        for (int i = 0; i < struct.field(name).sizeBytes(); i++) {
            text.append(i == 0 ? "" : " ").append("%02x".formatted(struct.get(at, name, i)));
        }
        return text.toString();
    }

    private static String reason(int number) {
        String name = switch (number) {
            case KvmExit.IO -> "KVM_EXIT_IO";
            case KvmExit.MMIO -> "KVM_EXIT_MMIO";
            case KvmExit.DEBUG -> "KVM_EXIT_DEBUG";
            case KvmExit.HLT -> "KVM_EXIT_HLT";
            case KvmExit.INTR -> "KVM_EXIT_INTR";
            case KvmExit.SHUTDOWN -> "KVM_EXIT_SHUTDOWN";
            case KvmExit.SYSTEM_EVENT -> "KVM_EXIT_SYSTEM_EVENT";
            default -> "KVM_EXIT";
        };
        return number + ", " + name;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("kvm_run: " + exit + "\n");
        for (Field field : fields) {
            text.append("  0x%02x  %-30s %2d bytes  %s%n".formatted(field.offset(), field.name(), field.sizeBytes(), field.value()));
        }
        return text.toString().stripTrailing();
    }
}
