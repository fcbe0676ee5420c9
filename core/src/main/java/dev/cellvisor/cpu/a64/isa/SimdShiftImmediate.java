package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/**
 * Shifts by an immediate. immh:immb (bits 22:16) holds both size and amount: the highest set bit of immh gives the element's size,
 * a left shift counts up from its bits, a right shift down from twice its bits.
 */
@Family(value = "Advanced SIMD shift by immediate; scalar shift by immediate", group = Group.SIMD_A)
final class SimdShiftImmediate {

    private SimdShiftImmediate() {
    }

    /** log2 of the element's bytes (of the narrow ones, where sizes differ). */
    private static int size(long d) {
        return 12 - Integer.numberOfLeadingZeros((int) d & 0x78_0000);
    }

    /** Amount of a right shift: 1 to the element's bits. */
    private static int right(long d, int size) {
        return (16 << size) - ((int) d >>> 16 & 0x7f);
    }

    /** Amount of a left shift: 0 to the element's bits - 1. */
    private static int left(long d, int size) {
        return ((int) d >>> 16 & 0x7f) - (8 << size);
    }

    /** A right shift by 1 to all bits of the element. */
    private static long shiftRight(int size, boolean signed, long a, int amount) {
        if (signed) {
            return Swar.shiftRightSigned(size, a, Math.min(amount, (8 << size) - 1));
        }
        return amount == 8 << size ? 0 : Swar.shiftRight(size, a, amount);
    }

    /** The same, rounded: plus the last bit that was shifted out. */
    private static long roundRight(int size, boolean signed, long a, int amount) {
        return Swar.add(size, shiftRight(size, signed, a, amount), a >>> amount - 1 & Swar.LOW[size]);
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 00000 1 Rn Rd", asm = "sshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 00000 1 Rn Rd", asm = "sshr <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void sshr(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, shiftRight(size, true, Vec.nlo(s, d), amount), shiftRight(size, true, Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 00010 1 Rn Rd", asm = "ssra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 00010 1 Rn Rd", asm = "ssra <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void ssra(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, Swar.add(size, Vec.dlo(s, d), shiftRight(size, true, Vec.nlo(s, d), amount)),
                Swar.add(size, Vec.dhi(s, d), shiftRight(size, true, Vec.nhi(s, d), amount)));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 00100 1 Rn Rd", asm = "srshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 00100 1 Rn Rd", asm = "srshr <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void srshr(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, roundRight(size, true, Vec.nlo(s, d), amount), roundRight(size, true, Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 00110 1 Rn Rd", asm = "srsra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 00110 1 Rn Rd", asm = "srsra <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void srsra(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, Swar.add(size, Vec.dlo(s, d), roundRight(size, true, Vec.nlo(s, d), amount)),
                Swar.add(size, Vec.dhi(s, d), roundRight(size, true, Vec.nhi(s, d), amount)));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 00000 1 Rn Rd", asm = "ushr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 00000 1 Rn Rd", asm = "ushr <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void ushr(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, shiftRight(size, false, Vec.nlo(s, d), amount), shiftRight(size, false, Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 00010 1 Rn Rd", asm = "usra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 00010 1 Rn Rd", asm = "usra <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void usra(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, Swar.add(size, Vec.dlo(s, d), shiftRight(size, false, Vec.nlo(s, d), amount)),
                Swar.add(size, Vec.dhi(s, d), shiftRight(size, false, Vec.nhi(s, d), amount)));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 00100 1 Rn Rd", asm = "urshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 00100 1 Rn Rd", asm = "urshr <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void urshr(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, roundRight(size, false, Vec.nlo(s, d), amount), roundRight(size, false, Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 00110 1 Rn Rd", asm = "ursra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 00110 1 Rn Rd", asm = "ursra <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void ursra(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, Swar.add(size, Vec.dlo(s, d), roundRight(size, false, Vec.nlo(s, d), amount)),
                Swar.add(size, Vec.dhi(s, d), roundRight(size, false, Vec.nhi(s, d), amount)));
    }

    /** Bits of an element that a right shift leaves to SRI. */
    private static long insertRight(int size, long old, long a, int amount) {
        return amount == 8 << size ? old : Swar.select(Swar.replicate(size, Swar.FIRST[size] >>> amount), a >>> amount, old);
    }

    private static long insertLeft(int size, long old, long a, int amount) {
        return Swar.select(Swar.replicate(size, Swar.FIRST[size] << amount), a << amount, old);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 01000 1 Rn Rd", asm = "sri <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 01000 1 Rn Rd", asm = "sri <Dd>, <Dn>, <{rightshift}>", where = "imm >= 64")
    static void sri(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setPart(s, d, size, insertRight(size, Vec.dlo(s, d), Vec.nlo(s, d), amount),
                insertRight(size, Vec.dhi(s, d), Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 01010 1 Rn Rd", asm = "shl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 01010 1 Rn Rd", asm = "shl <Dd>, <Dn>, <{leftshift}>", where = "imm >= 64")
    static void shl(long s, long d) {
        int size = size(d);
        int amount = left(d, size);
        Vec.setPart(s, d, size, Swar.shiftLeft(size, Vec.nlo(s, d), amount), Swar.shiftLeft(size, Vec.nhi(s, d), amount));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 01010 1 Rn Rd", asm = "sli <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 01010 1 Rn Rd", asm = "sli <Dd>, <Dn>, <{leftshift}>", where = "imm >= 64")
    static void sli(long s, long d) {
        int size = size(d);
        int amount = left(d, size);
        Vec.setPart(s, d, size, insertLeft(size, Vec.dlo(s, d), Vec.nlo(s, d), amount),
                insertLeft(size, Vec.dhi(s, d), Vec.nhi(s, d), amount));
    }

    private static void saturate(long s, long d, int op) {
        int size = size(d);
        long part = Vec.part(d, size);
        long amounts = Swar.replicate(size, left(d, size));
        long low = Lanes.map(op, s, size, Vec.nlo(s, d) & part, amounts);
        long high = Vec.isWide(d) ? Lanes.map(op, s, size, Vec.nhi(s, d), amounts) : 0;
        Vec.set(s, d, low & part, high);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 01100 1 Rn Rd", asm = "sqshlu <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 01100 1 Rn Rd", asm = "sqshlu <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>", where = "imm >= 8")
    static void sqshluImmediate(long s, long d) {
        saturate(s, d, Lanes.SQSHLU);
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 01110 1 Rn Rd", asm = "sqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 01110 1 Rn Rd", asm = "sqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>", where = "imm >= 8")
    static void sqshlImmediate(long s, long d) {
        saturate(s, d, Lanes.SQSHL);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 01110 1 Rn Rd", asm = "uqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 64 && Q == 1 || imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 01110 1 Rn Rd", asm = "uqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>", where = "imm >= 8")
    static void uqshlImmediate(long s, long d) {
        saturate(s, d, Lanes.UQSHL);
    }

    // ---- to half the size

    @Insn(bits = "0 Q:1 0 011110 imm:7 10000 1 Rn Rd", asm = "shrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void shrn(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        Vec.setHalf(s, d, Swar.even(size, Vec.nlo(s, d) >>> amount, Vec.nhi(s, d) >>> amount));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 10001 1 Rn Rd", asm = "rshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void rshrn(long s, long d) {
        int size = size(d);
        int amount = right(d, size);
        long half = Swar.LOW[size + 1] << amount - 1;
        Vec.setHalf(s, d, Swar.even(size, Swar.add(size + 1, Vec.nlo(s, d), half) >>> amount,
                Swar.add(size + 1, Vec.nhi(s, d), half) >>> amount));
    }

    private static void narrow(long s, long d, boolean fromSigned, boolean toSigned, boolean round) {
        int size = size(d);
        boolean vector = (d & 1 << 28) == 0;
        long low = vector ? Vec.nlo(s, d) : Vec.nlo(s, d) & Swar.FIRST[size + 1];
        long result = Lanes.narrow(s, size, fromSigned, toSigned, round, right(d, size), low, vector ? Vec.nhi(s, d) : 0);
        if (vector) {
            Vec.setHalf(s, d, result);
        } else {
            Vec.setLow(s, d, result);
        }
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 10010 1 Rn Rd", asm = "sqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 10010 1 Rn Rd", asm = "sqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void sqshrn(long s, long d) {
        narrow(s, d, true, true, false);
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 10011 1 Rn Rd", asm = "sqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 0 111110 imm:7 10011 1 Rn Rd", asm = "sqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void sqrshrn(long s, long d) {
        narrow(s, d, true, true, true);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 10010 1 Rn Rd", asm = "uqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 10010 1 Rn Rd", asm = "uqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void uqshrn(long s, long d) {
        narrow(s, d, false, false, false);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 10011 1 Rn Rd", asm = "uqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 10011 1 Rn Rd", asm = "uqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void uqrshrn(long s, long d) {
        narrow(s, d, false, false, true);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 10000 1 Rn Rd", asm = "sqshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 10000 1 Rn Rd", asm = "sqshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void sqshrun(long s, long d) {
        narrow(s, d, true, false, false);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 10001 1 Rn Rd", asm = "sqrshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    @Insn(bits = "01 1 111110 imm:7 10001 1 Rn Rd", asm = "sqrshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>",
            where = "imm >= 8 && imm < 64")
    static void sqrshrun(long s, long d) {
        narrow(s, d, true, false, true);
    }

    // ---- to twice the size

    @Insn(bits = "0 Q:1 0 011110 imm:7 10100 1 Rn Rd", asm = "sshll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 8 && imm < 64", alias = "Integer.bitCount(imm) == 1 => sxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>")
    static void sshll(long s, long d) {
        int size = size(d);
        int amount = left(d, size);
        long half = Vec.nq(s, d);
        Vec.set(s, d, Swar.shiftLeft(size + 1, Swar.widen(size, true, half), amount),
                Swar.shiftLeft(size + 1, Swar.widen(size, true, half >>> 32), amount));
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 10100 1 Rn Rd", asm = "ushll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
            where = "imm >= 8 && imm < 64", alias = "Integer.bitCount(imm) == 1 => uxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>")
    static void ushll(long s, long d) {
        int size = size(d);
        int amount = left(d, size);
        long half = Vec.nq(s, d);
        Vec.set(s, d, Swar.shiftLeft(size + 1, Swar.widen(size, false, half), amount),
                Swar.shiftLeft(size + 1, Swar.widen(size, false, half >>> 32), amount));
    }
}
