package dev.cellvisor.cpu.kvm.ffi;

/** KVM, or the host below it, did not do what it was asked for. The message is one sentence that says what to do where that is known. */
public final class KvmException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int errno;

    /**
     * A failed call.
     *
     * @param what was asked for, e.g. {@code "KVM_CREATE_VCPU 3"}
     * @param errno Linux's number, above 0
     */
    public KvmException(String what, int errno) {
        super(what + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    /** Something that cannot be, in a sentence. */
    public KvmException(String sentence) {
        super(sentence);
        this.errno = 0;
    }

    private KvmException(int errno, String sentence) {
        super(sentence);
        this.errno = errno;
    }

    /** A failed call whose cure is known. */
    public static KvmException withAdvice(int errno, String sentence) {
        return new KvmException(errno, sentence);
    }

    /** Linux's error number, or 0 if no call failed. */
    public int errno() {
        return errno;
    }
}
