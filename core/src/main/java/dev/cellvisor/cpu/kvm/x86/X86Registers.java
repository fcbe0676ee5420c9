package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.Struct;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A vCPU's registers by name: {@code rax}…{@code r15}, {@code rip}, {@code rflags}; {@code cs}, and {@code cs.base}, {@code cs.limit}, …; {@code gdt.base};
 * {@code cr0}, {@code efer}, {@code apic_base}; {@code xmm0.d[0]}, {@code mxcsr}; MSRs such as {@code lstar}, and any as {@code msr.0xc0000082}.
 */
public final class X86Registers {
    private static final List<String> SEGMENTS = List.of("cs", "ds", "es", "fs", "gs", "ss", "tr", "ldt");
    private static final List<String> SEGMENT_PARTS = List.of("base", "limit", "type", "present", "dpl", "db", "s", "l", "g", "avl", "unusable");
    private static final List<String> CONTROL = List.of("cr0", "cr2", "cr3", "cr4", "cr8", "efer", "apic_base");
    /** What a program works with. */
    static final List<String> GENERAL = List.copyOf(X86Structs.REGS.fields().keySet());

    private final KvmVcpu vcpu;
    private final List<String> names = new ArrayList<>(GENERAL);

    X86Registers(KvmVcpu vcpu) {
        this.vcpu = vcpu;
        for (String segment : SEGMENTS) {
            names.add(segment);
            SEGMENT_PARTS.forEach(part -> names.add(segment + "." + part));
        }
        for (String table : List.of("gdt", "idt")) {
            names.add(table + ".base");
            names.add(table + ".limit");
        }
        names.addAll(CONTROL);
        for (int i = 0; i < 16; i++) {
            names.add("xmm" + i + ".d[0]");
            names.add("xmm" + i + ".d[1]");
        }
        names.add("mxcsr");
        names.addAll(X86Msrs.NAMES.keySet());
    }

    /** All names. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * A register.
     *
     * @throws IllegalArgumentException if there is none of that name, naming the nearest
     */
    public long get(String register) {
        return access(register.toLowerCase(Locale.ROOT), false, 0);
    }

    /** Sets a register; see {@link #get}. */
    public void set(String register, long value) {
        access(register.toLowerCase(Locale.ROOT), true, value);
    }

    private long access(String name, boolean write, long value) {
        try (var frame = Arena.ofConfined()) {
            if (GENERAL.contains(name)) {
                return field(frame, X86Structs.REGS, Ioctl.GET_REGS, Ioctl.SET_REGS, "REGS", name, write, value);
            }
            if (CONTROL.contains(name)) {
                return field(frame, X86Structs.SREGS, Ioctl.GET_SREGS, Ioctl.SET_SREGS, "SREGS", name, write, value);
            }
            String[] parts = name.split("\\.", 2);
            if (SEGMENTS.contains(parts[0]) && (parts.length == 1 || SEGMENT_PARTS.contains(parts[1]))) {
                return inside(frame, parts[0], X86Structs.SEGMENT, parts.length == 1 ? "selector" : parts[1], write, value);
            }
            if ((parts[0].equals("gdt") || parts[0].equals("idt")) && parts.length == 2 && (parts[1].equals("base") || parts[1].equals("limit"))) {
                return inside(frame, parts[0], X86Structs.DTABLE, parts[1], write, value);
            }
            if (X86Msrs.NAMES.containsKey(name) || name.startsWith("msr.0x")) {
                return msr(name.startsWith("msr.") ? (int) Long.parseLong(name.substring(6), 16) : X86Msrs.NAMES.get(name), write, value);
            }
            if (name.equals("mxcsr")) {
                return field(frame, X86Structs.FPU, Ioctl.GET_FPU, Ioctl.SET_FPU, "FPU", name, write, value);
            }
            if (names.contains(name)) {
                return lane(frame, name, write, value);
            }
            String nearest = names.stream().min(Comparator.comparingInt(candidate -> distance(candidate, name))).orElseThrow();
            throw new IllegalArgumentException("there is no register '%s'; did you mean '%s'?".formatted(name, nearest));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is no MSR; they are written as msr.0xc0000082");
        }
    }

    private long field(Arena frame, Struct struct, long getCode, long setCode, String what, String name, boolean write, long value) {
        MemorySegment at = struct.allocate(frame);
        vcpu.get("KVM_GET_" + what, getCode, at);
        if (write) {
            struct.set(at, name, value);
            vcpu.set("KVM_SET_" + what + " for " + name, setCode, at);
        }
        return struct.get(at, name);
    }

    private long inside(Arena frame, String outer, Struct struct, String name, boolean write, long value) {
        MemorySegment sregs = X86Structs.SREGS.allocate(frame);
        vcpu.get("KVM_GET_SREGS", Ioctl.GET_SREGS, sregs);
        MemorySegment at = X86Structs.SREGS.slice(sregs, outer);
        if (write) {
            struct.set(at, name, value);
            vcpu.set("KVM_SET_SREGS for " + outer + "." + name, Ioctl.SET_SREGS, sregs);
        }
        return struct.get(at, name);
    }

    private long lane(Arena frame, String name, boolean write, long value) {
        int number = Integer.parseInt(name.substring(3, name.indexOf('.')));
        long at = X86Structs.FPU.offset("xmm") + 16L * number + (name.endsWith("[1]") ? 8 : 0);
        MemorySegment fpu = X86Structs.FPU.allocate(frame);
        vcpu.get("KVM_GET_FPU", Ioctl.GET_FPU, fpu);
        if (write) {
            fpu.set(java.lang.foreign.ValueLayout.JAVA_LONG, at, value);
            vcpu.set("KVM_SET_FPU for " + name, Ioctl.SET_FPU, fpu);
        }
        return fpu.get(java.lang.foreign.ValueLayout.JAVA_LONG, at);
    }

    private long msr(int number, boolean write, long value) {
        if (write && !X86Msrs.set(vcpu, number, value)) {
            throw new IllegalArgumentException("this host's KVM does not take 0x%x for MSR 0x%x".formatted(value, number));
        }
        return X86Msrs.get(vcpu, number);
    }

    /** How many letters differ (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = row[j];
                row[j] = best;
            }
        }
        return row[b.length()];
    }
}
