package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.cpu.kvm.ffi.Ioctl;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.cpu.kvm.ffi.Structs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Numbers by group and name that a device in the kernel, a vCPU or a VM has (Documentation/virt/kvm/devices). */
public final class Attributes {
    private final Fd fd;

    Attributes(Fd fd) {
        this.fd = fd;
    }

    /** Whether there is such an attribute. */
    public boolean has(int group, long attribute) {
        try (var frame = Arena.ofConfined()) {
            return fd.tryIoctl(Ioctl.HAS_DEVICE_ATTR, attribute(frame, group, attribute, MemorySegment.NULL)) == 0;
        }
    }

    /** Sets one of 8 bytes. */
    public void setLong(int group, long attribute, long value) {
        try (var frame = Arena.ofConfined()) {
            call("KVM_SET_DEVICE_ATTR", Ioctl.SET_DEVICE_ATTR, group, attribute, frame.allocateFrom(ValueLayout.JAVA_LONG, value));
        }
    }

    /** Sets one of 4 bytes. */
    public void setInt(int group, long attribute, int value) {
        try (var frame = Arena.ofConfined()) {
            call("KVM_SET_DEVICE_ATTR", Ioctl.SET_DEVICE_ATTR, group, attribute, frame.allocateFrom(ValueLayout.JAVA_INT, value));
        }
    }

    /** Sets one without a value: it makes something happen. */
    public void trigger(int group, long attribute) {
        call("KVM_SET_DEVICE_ATTR", Ioctl.SET_DEVICE_ATTR, group, attribute, MemorySegment.NULL);
    }

    /** Gets one of 8 bytes. */
    public long getLong(int group, long attribute) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment value = frame.allocate(ValueLayout.JAVA_LONG);
            call("KVM_GET_DEVICE_ATTR", Ioctl.GET_DEVICE_ATTR, group, attribute, value);
            return value.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** Gets one of 4 bytes. */
    public int getInt(int group, long attribute) {
        try (var frame = Arena.ofConfined()) {
            MemorySegment value = frame.allocate(ValueLayout.JAVA_INT);
            call("KVM_GET_DEVICE_ATTR", Ioctl.GET_DEVICE_ATTR, group, attribute, value);
            return value.get(ValueLayout.JAVA_INT, 0);
        }
    }

    /** Gets or sets one of any shape: {@code value} is where it is. */
    public void get(int group, long attribute, MemorySegment value) {
        call("KVM_GET_DEVICE_ATTR", Ioctl.GET_DEVICE_ATTR, group, attribute, value);
    }

    /** See {@link #get(int, long, MemorySegment)}. */
    public void set(int group, long attribute, MemorySegment value) {
        call("KVM_SET_DEVICE_ATTR", Ioctl.SET_DEVICE_ATTR, group, attribute, value);
    }

    private void call(String what, long code, int group, long attribute, MemorySegment value) {
        try (var frame = Arena.ofConfined()) {
            int result = fd.tryIoctl(code, attribute(frame, group, attribute, value));
            if (result < 0) {
                throw new KvmException("%s: group %d, attribute 0x%x of %s".formatted(what, group, attribute, fd), -result);
            }
        }
    }

    private static MemorySegment attribute(Arena frame, int group, long attribute, MemorySegment value) {
        MemorySegment struct = Structs.DEVICE_ATTR.allocate(frame);
        Structs.DEVICE_ATTR.set(struct, "group", group).set(struct, "attr", attribute).set(struct, "addr", value.address());
        return struct;
    }
}
