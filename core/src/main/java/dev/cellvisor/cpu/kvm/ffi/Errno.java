package dev.cellvisor.cpu.kvm.ffi;

import java.util.Map;

/** The error numbers of Linux that KVM's calls give, with names and what they usually mean there. The same on x86-64 and aarch64. */
public final class Errno {
    /** Not permitted. */
    public static final int EPERM = 1;
    /** No such file, or no such thing. */
    public static final int ENOENT = 2;
    /** A signal came. */
    public static final int EINTR = 4;
    /** No such device or register. */
    public static final int ENXIO = 6;
    /** Too little room for the answer. */
    public static final int E2BIG = 7;
    /** Nothing there now. */
    public static final int EAGAIN = 11;
    /** No memory. */
    public static final int ENOMEM = 12;
    /** Permission denied. */
    public static final int EACCES = 13;
    /** An address that is not mapped. */
    public static final int EFAULT = 14;
    /** In use. */
    public static final int EBUSY = 16;
    /** It is there already. */
    public static final int EEXIST = 17;
    /** No such device. */
    public static final int ENODEV = 19;
    /** An argument that does not fit. */
    public static final int EINVAL = 22;
    /** No such ioctl. */
    public static final int ENOTTY = 25;

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(EPERM, "EPERM, not permitted"),
            Map.entry(ENOENT, "ENOENT, there is no such thing"), Map.entry(EINTR, "EINTR, a signal came"),
            Map.entry(5, "EIO, the host could not do it"), Map.entry(ENXIO, "ENXIO, no such device or attribute"),
            Map.entry(E2BIG, "E2BIG, the list is longer than the room for it"), Map.entry(9, "EBADF, the file is closed"),
            Map.entry(EAGAIN, "EAGAIN, not now"), Map.entry(ENOMEM, "ENOMEM, the host has no memory for it"),
            Map.entry(EACCES, "EACCES, permission denied"), Map.entry(EFAULT, "EFAULT, an address that is not mapped"),
            Map.entry(EBUSY, "EBUSY, in use"), Map.entry(EEXIST, "EEXIST, it is there already"), Map.entry(ENODEV, "ENODEV, no such device"),
            Map.entry(EINVAL, "EINVAL, an argument that does not fit"), Map.entry(24, "EMFILE, too many open files: raise ulimit -n"),
            Map.entry(ENOTTY, "ENOTTY, this KVM has no such call"), Map.entry(28, "ENOSPC, no room left"),
            Map.entry(38, "ENOSYS, this kernel has no such call"), Map.entry(95, "EOPNOTSUPP, not supported"),
            Map.entry(133, "EHWPOISON, a page of the host's memory is broken"));

    private Errno() {
    }

    /** A number's name and meaning, e.g. {@code "EBUSY, in use"}. */
    public static String describe(int errno) {
        return NAMES.getOrDefault(errno, "errno " + errno);
    }
}
