package dev.cellvisor.cpu.kvm.x86;

import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.cpu.kvm.ffi.X86Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Model-specific registers of a vCPU. */
final class X86Msrs {
    private static final long HEAD = X86Structs.MSRS.sizeBytes();
    private static final long ENTRY = X86Structs.MSR_ENTRY.sizeBytes();
    private static final long DATA = X86Structs.MSR_ENTRY.offset("data");

    /** Those that have a name here. */
    static final SequencedMap<String, Integer> NAMES = names();

    private X86Msrs() {
    }

    private static SequencedMap<String, Integer> names() {
        var names = new LinkedHashMap<String, Integer>();
        names.put("tsc", 0x10);
        names.put("sysenter_cs", 0x174);
        names.put("sysenter_esp", 0x175);
        names.put("sysenter_eip", 0x176);
        names.put("pat", 0x277);
        names.put("star", 0xc000_0081);
        names.put("lstar", 0xc000_0082);
        names.put("cstar", 0xc000_0083);
        names.put("sfmask", 0xc000_0084);
        names.put("kernel_gs_base", 0xc000_0102);
        names.put("tsc_aux", 0xc000_0103);
        return names;
    }

    /** The numbers of those that are part of a vCPU's state. */
    static int[] list(Kvm kvm) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment list = frame.allocate(4, 4);
            int result = kvm.fd().tryIoctl(Ioctl.GET_MSR_INDEX_LIST, list); // says E2BIG, and how many there are
            if (result < 0 && result != -Errno.E2BIG) {
                throw new KvmException("KVM_GET_MSR_INDEX_LIST", -result);
            }
            int count = list.get(ValueLayout.JAVA_INT, 0);
            MemorySegment all = frame.allocate(4L * (1 + count), 4);
            all.set(ValueLayout.JAVA_INT, 0, count);
            kvm.fd().ioctl("KVM_GET_MSR_INDEX_LIST", Ioctl.GET_MSR_INDEX_LIST, all);
            return all.asSlice(4, 4L * all.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_INT);
        }
    }

    /** One's value. */
    static long get(KvmVcpu vcpu, int number) {
        Long value = getAll(vcpu, number).get(number);
        if (value == null) {
            throw new IllegalArgumentException("MSR 0x%x cannot be read on this host".formatted(number));
        }
        return value;
    }

    /** Their values; those that cannot be read are left out. */
    static Map<Integer, Long> getAll(KvmVcpu vcpu, int... numbers) {
        Map<Integer, Long> values = new LinkedHashMap<>();
        try (var frame = Arena.ofConfined()) {
            MemorySegment one = frame.allocate(HEAD + ENTRY, 8);
            for (int number : numbers) {
                X86Structs.MSRS.set(one, "nmsrs", 1);
                one.set(ValueLayout.JAVA_INT, HEAD, number);
                if (vcpu.fd().tryIoctl(Ioctl.GET_MSRS, one) == 1) {
                    values.put(number, one.get(ValueLayout.JAVA_LONG, HEAD + DATA));
                }
            }
        }
        return values;
    }

    /** Sets one; whether the host takes it. */
    static boolean set(KvmVcpu vcpu, int number, long value) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment one = frame.allocate(HEAD + ENTRY, 8);
            X86Structs.MSRS.set(one, "nmsrs", 1);
            one.set(ValueLayout.JAVA_INT, HEAD, number);
            one.set(ValueLayout.JAVA_LONG, HEAD + DATA, value);
            return vcpu.fd().tryIoctl(Ioctl.SET_MSRS, one) == 1;
        }
    }
}
