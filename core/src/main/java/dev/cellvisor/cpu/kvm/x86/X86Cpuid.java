package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** What CPUID tells the guest: what KVM supports on this host, with each vCPU's own number in it. */
public final class X86Cpuid {
    private static final int MOST_ENTRIES = 256;
    private static final int LEAF_FEATURES = 1;
    private static final int LEAF_TOPOLOGY = 0xb;
    private static final int LEAF_TOPOLOGY_2 = 0x1f;
    private static final int LEAF_AMD_TOPOLOGY = 0x8000_001e;
    private static final int ECX_TSC_DEADLINE = 1 << 24;
    private static final int ECX_HYPERVISOR = 1 << 31;

    private final List<Entry> entries;

    /**
     * One answer.
     *
     * @param function EAX before
     * @param index ECX before, where it matters
     * @param flags 1 where it does
     */
    public record Entry(int function, int index, int flags, int eax, int ebx, int ecx, int edx) {
    }

    private X86Cpuid(List<Entry> entries) {
        this.entries = entries;
    }

    /** What this host's KVM supports. */
    public static X86Cpuid supported(Kvm kvm) {
        try (var frame = Arena.ofConfined()) {
            long head = X86Structs.CPUID2.sizeBytes();
            long size = X86Structs.CPUID_ENTRY2.sizeBytes();
            MemorySegment table = frame.allocate(head + MOST_ENTRIES * size, 8);
            X86Structs.CPUID2.set(table, "nent", MOST_ENTRIES);
            kvm.fd().ioctl("KVM_GET_SUPPORTED_CPUID", Ioctl.GET_SUPPORTED_CPUID, table);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < X86Structs.CPUID2.get(table, "nent"); i++) {
                MemorySegment at = table.asSlice(head + i * size, size);
                int[] word = at.asSlice(0, 28).toArray(ValueLayout.JAVA_INT);
                entries.add(new Entry(word[0], word[1], word[2], word[3], word[4], word[5], word[6]));
            }
            return new X86Cpuid(List.copyOf(entries));
        }
    }

    /** The answers. */
    public List<Entry> entries() {
        return entries;
    }

    /** An answer, or {@code null}. */
    public Entry entry(int function, int index) {
        return entries.stream().filter(entry -> entry.function == function && entry.index == index).findFirst().orElse(null);
    }

    /** The vendor, e.g. {@code "GenuineIntel"}, or {@code "unknown"}. */
    public String vendor() {
        Entry leaf = entry(0, 0);
        return leaf == null ? "unknown" : ascii(leaf.ebx, leaf.edx, leaf.ecx);
    }

    /** The model as it calls itself, or the vendor. */
    public String model() {
        var name = new StringBuilder();
        for (int leaf = 0x8000_0002; leaf <= 0x8000_0004; leaf++) {
            Entry part = entry(leaf, 0);
            if (part != null) {
                name.append(ascii(part.eax, part.ebx, part.ecx, part.edx));
            }
        }
        String text = name.toString().replace("\0", "").strip();
        return text.isEmpty() ? vendor() : text;
    }

    private static String ascii(int... words) {
        var text = new StringBuilder();
        for (int word : words) {
            for (int shift = 0; shift < 32; shift += 8) {
                text.append((char) (word >>> shift & 0x7f));
            }
        }
        return text.toString();
    }

    /** For one vCPU among several. */
    public X86Cpuid of(int vcpu, int count, boolean tscDeadline) {
        List<Entry> own = new ArrayList<>();
        for (Entry entry : entries) {
            own.add(switch (entry.function) {
                case LEAF_FEATURES -> new Entry(1, 0, entry.flags, entry.eax, entry.ebx & 0xffff | Math.min(count, 255) << 16 | vcpu << 24,
                        entry.ecx | ECX_HYPERVISOR | (tscDeadline ? ECX_TSC_DEADLINE : 0), entry.edx);
                // The APIC's number is all there is to the topology: one socket each.
                case LEAF_TOPOLOGY, LEAF_TOPOLOGY_2 -> new Entry(entry.function, entry.index, entry.flags, 0, 0, entry.index, vcpu);
                case LEAF_AMD_TOPOLOGY -> new Entry(entry.function, entry.index, entry.flags, vcpu, vcpu, 0, 0);
                default -> entry;
            });
        }
        return new X86Cpuid(List.copyOf(own));
    }

    /** Gives it to a vCPU. */
    public void give(KvmVcpu vcpu) {
        try (var frame = Arena.ofConfined()) {
            long head = X86Structs.CPUID2.sizeBytes();
            long size = X86Structs.CPUID_ENTRY2.sizeBytes();
            MemorySegment table = frame.allocate(head + entries.size() * size, 8);
            X86Structs.CPUID2.set(table, "nent", entries.size());
            for (int i = 0; i < entries.size(); i++) {
                Entry e = entries.get(i);
                MemorySegment.copy(new int[] {e.function, e.index, e.flags, e.eax, e.ebx, e.ecx, e.edx}, 0, table, ValueLayout.JAVA_INT, head + i * size, 7);
            }
            vcpu.set("KVM_SET_CPUID2", Ioctl.SET_CPUID2, table);
        }
    }

    @Override
    public String toString() {
        return model() + ", " + entries.size() + " CPUID leaves";
    }
}
