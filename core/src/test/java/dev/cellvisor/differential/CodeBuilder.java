package dev.cellvisor.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The few instructions that the harness itself is made of, as words. It is apart from the project's own assembler on purpose: the judge
 * must not be built from what it judges. {@code CodeBuilderTest} holds it against GNU objdump.
 */
final class CodeBuilder {
    static final int NOP = 0xd503201f;
    static final int ISB = 0xd5033fdf;
    static final int DSB_SY = 0xd5033f9f;
    static final int ERET = 0xd69f03e0;
    static final int CLREX = 0xd5033f5f;
    static final int TLBI_VMALLE1 = 0xd508871f;
    static final int IC_IALLU = 0xd508751f;

    // System registers as op0:op1:CRn:CRm:op2 (16 bits), Arm ARM, C5 and D19.
    static final int SCTLR_EL1 = system(3, 0, 1, 0, 0);
    static final int CPACR_EL1 = system(3, 0, 1, 0, 2);
    static final int TTBR0_EL1 = system(3, 0, 2, 0, 0);
    static final int TTBR1_EL1 = system(3, 0, 2, 0, 1);
    static final int TCR_EL1 = system(3, 0, 2, 0, 2);
    static final int SPSR_EL1 = system(3, 0, 4, 0, 0);
    static final int ELR_EL1 = system(3, 0, 4, 0, 1);
    static final int SP_EL0 = system(3, 0, 4, 1, 0);
    static final int SPSEL = system(3, 0, 4, 2, 0);
    static final int ESR_EL1 = system(3, 0, 5, 2, 0);
    static final int FAR_EL1 = system(3, 0, 6, 0, 0);
    static final int PAR_EL1 = system(3, 0, 7, 4, 0);
    static final int MAIR_EL1 = system(3, 0, 10, 2, 0);
    static final int VBAR_EL1 = system(3, 0, 12, 0, 0);
    static final int TPIDR_EL1 = system(3, 0, 13, 0, 4);
    static final int MDSCR_EL1 = system(2, 0, 0, 2, 2);
    static final int FPCR = system(3, 3, 4, 4, 0);
    static final int FPSR = system(3, 3, 4, 4, 1);
    static final int TPIDR_EL0 = system(3, 3, 13, 0, 2);
    static final int TPIDRRO_EL0 = system(3, 3, 13, 0, 3);

    private final long base;
    private final List<Integer> words = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<Runnable> fixes = new ArrayList<>();

    CodeBuilder(long base) {
        this.base = base;
    }

    static int system(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    static int movz(int rd, int imm16, int shift) {
        return 0xd2800000 | shift / 16 << 21 | (imm16 & 0xffff) << 5 | rd;
    }

    static int movk(int rd, int imm16, int shift) {
        return 0xf2800000 | shift / 16 << 21 | (imm16 & 0xffff) << 5 | rd;
    }

    /** ADD (immediate); register 31 is SP. */
    static int addImmediate(int rd, int rn, int imm12) {
        return 0x91000000 | imm12 << 10 | rn << 5 | rd;
    }

    static int ldr(int rt, int rn, int offset) {
        return 0xf9400000 | offset / 8 << 10 | rn << 5 | rt;
    }

    static int str(int rt, int rn, int offset) {
        return 0xf9000000 | offset / 8 << 10 | rn << 5 | rt;
    }

    static int str32(int rt, int rn, int offset) {
        return 0xb900_0000 | offset / 4 << 10 | rn << 5 | rt;
    }

    static int ldp(int rt, int rt2, int rn, int offset) {
        return 0xa9400000 | pair(offset, 8) << 15 | rt2 << 10 | rn << 5 | rt;
    }

    static int stp(int rt, int rt2, int rn, int offset) {
        return 0xa9000000 | pair(offset, 8) << 15 | rt2 << 10 | rn << 5 | rt;
    }

    static int ldpQ(int rt, int rt2, int rn, int offset) {
        return 0xad400000 | pair(offset, 16) << 15 | rt2 << 10 | rn << 5 | rt;
    }

    static int stpQ(int rt, int rt2, int rn, int offset) {
        return 0xad000000 | pair(offset, 16) << 15 | rt2 << 10 | rn << 5 | rt;
    }

    private static int pair(int offset, int unit) {
        if (offset % unit != 0 || offset / unit < -64 || offset / unit > 63) {
            throw new IllegalArgumentException("a pair's offset is a multiple of %d within 64 of them, not %d".formatted(unit, offset));
        }
        return offset / unit & 0x7f;
    }

    static int mrs(int rt, int register) {
        return 0xd5200000 | (register & 0xffff) << 5 | rt;
    }

    static int msr(int register, int rt) {
        return 0xd5000000 | (register & 0xffff) << 5 | rt;
    }

    static int svc(int immediate) {
        return 0xd4000001 | immediate << 5;
    }

    static int hvc(int immediate) {
        return 0xd4000002 | immediate << 5;
    }

    static int br(int rn) {
        return 0xd61f0000 | rn << 5;
    }

    /** ADR: {@code offset} in bytes from this instruction. */
    static int adr(int rd, int offset) {
        return 0x10000000 | (offset & 3) << 29 | (offset >> 2 & 0x7ffff) << 5 | rd;
    }

    /** B: {@code offset} in bytes from this instruction. */
    static int b(int offset) {
        return 0x14000000 | offset >> 2 & 0x3ffffff;
    }

    /** A 64-bit constant in as few words as its halves need. */
    static List<Integer> constant(int rd, long value) {
        List<Integer> words = new ArrayList<>();
        for (int shift = 0; shift < 64; shift += 16) {
            int half = (int) (value >>> shift) & 0xffff;
            if (half != 0 || shift == 48 && words.isEmpty()) {
                words.add(words.isEmpty() ? movz(rd, half, shift) : movk(rd, half, shift));
            }
        }
        return words;
    }

    CodeBuilder add(int... more) {
        for (int word : more) {
            words.add(word);
        }
        return this;
    }

    CodeBuilder load(int rd, long value) {
        words.addAll(constant(rd, value));
        return this;
    }

    CodeBuilder label(String name) {
        labels.put(name, words.size());
        return this;
    }

    /** Fills up with NOP to an offset from the start. */
    CodeBuilder padTo(int offset) {
        if (words.size() * 4 > offset) {
            throw new IllegalStateException("code is %d bytes, already behind offset %d".formatted(words.size() * 4, offset));
        }
        while (words.size() * 4 < offset) {
            words.add(NOP);
        }
        return this;
    }

    CodeBuilder branch(String label) {
        int at = words.size();
        words.add(0);
        fixes.add(() -> words.set(at, b(4 * (target(label) - at))));
        return this;
    }

    /** B.cond; 0 is EQ. */
    CodeBuilder branchIf(int condition, String label) {
        int at = words.size();
        words.add(0);
        fixes.add(() -> words.set(at, 0x54000000 | (target(label) - at & 0x7ffff) << 5 | condition));
        return this;
    }

    private int target(String label) {
        Integer at = labels.get(label);
        if (at == null) {
            throw new IllegalStateException("no label " + label);
        }
        return at;
    }

    long address(String label) {
        return base + 4L * target(label);
    }

    int size() {
        return words.size() * 4;
    }

    int[] words() {
        fixes.forEach(Runnable::run);
        return words.stream().mapToInt(Integer::intValue).toArray();
    }
}
