package dev.cellvisor.cpu.a64.asm;

/** What is written does not fit what an encoding takes. The further on in the text it happens, the likelier it is what was meant. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Where in the operands' text. */
    private final int at;
    /** A whole remark, or else what would have fitted at that place. */
    private final boolean remark;

    Mismatch(int at, boolean remark, String message) {
        super(message, null, false, false);
        this.at = at;
        this.remark = remark;
    }

    int at() {
        return at;
    }

    boolean isRemark() {
        return remark;
    }
}
