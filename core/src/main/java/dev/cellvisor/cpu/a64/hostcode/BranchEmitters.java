package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;

import dev.cellvisor.cpu.a64.isa.Core;

/** Branches. Each ends its block; where a trace goes on is the translator's. */
final class BranchEmitters {
    private static final int LR = 30;
    private static final String[] CONDITIONS = {"eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le"};

    private BranchEmitters() {
    }

    static void register(Emitters table) {
        for (int i = 0; i < CONDITIONS.length; i++) {
            int cond = i;
            table.branch("ConditionalBranch." + CONDITIONS[i], (t, d) -> t.branchIf(cond, t.pc() + offset19(d), t.pc() + 4));
        }
        table.branch("ConditionalBranch.always", (t, d) -> t.go(t.pc() + offset19(d)));
        table.branch("Branch.b", (t, d) -> t.go(t.pc() + offset26(d)));
        table.branch("Branch.bl", (t, d) -> {
            t.b.a.movImmediate(t.b.define(LR), t.pc() + 4);
            t.go(t.pc() + offset26(d));
        });
        table.branch("Branch.br", (t, d) -> {
            target(t, d);
            land(t, d, false);
        });
        table.branch("Branch.ret", (t, d) -> {
            target(t, d);
            t.goToRax();
        });
        table.branch("Branch.blr", (t, d) -> {
            target(t, d);
            land(t, d, true);
        });
        for (boolean wide : new boolean[] {true, false}) {
            String w = wide ? "64" : "32";
            table.branch("CompareBranch.cbz" + w, (t, d) -> compare(t, d, wide, X64.E));
            table.branch("CompareBranch.cbnz" + w, (t, d) -> compare(t, d, wide, X64.NE));
        }
        table.branch("CompareBranch.tbz", (t, d) -> testBit(t, d, X64.NC));
        table.branch("CompareBranch.tbnz", (t, d) -> testBit(t, d, X64.C));
    }

    private static long offset26(long d) {
        return d << 38 >> 38 << 2;
    }

    private static long offset19(long d) {
        return d << 40 >> 45 << 2;
    }

    private static long offset14(long d) {
        return d << 45 >> 50 << 2;
    }

    private static void target(Translator t, long d) {
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        t.b.a.mov(true, RAX, n);
    }

    /** BR, BLR and the like to the address in RAX, which may have to be a landing pad. */
    static void land(Translator t, long d, boolean link) {
        if (link) {
            t.b.a.movImmediate(t.b.define(LR), t.pc() + 4);
        }
        int n = (int) d >>> 5 & 31;
        t.landAtRax(link ? Core.CALL : n == 16 || n == 17 ? Core.VENEER : Core.JUMP);
    }

    private static void compare(Translator t, long d, boolean wide, int condition) {
        t.b.clobberFlags();
        int reg = t.b.use(source(d));
        t.b.a.test(wide, reg, reg);
        t.branch(condition, t.pc() + offset19(d), t.pc() + 4);
    }

    private static void testBit(Translator t, long d, int condition) {
        t.b.clobberFlags();
        int reg = t.b.use(source(d));
        t.b.a.bitTest(reg, (int) d >>> 19 & 31 | (int) d >>> 26 & 32);
        t.branch(condition, t.pc() + offset14(d), t.pc() + 4);
    }

    /**
     * Whether a block's last instruction may lead to an address.
     *
     * @param word that instruction's word
     * @param pc its address
     */
    static boolean leads(int word, long pc, long next) {
        long d = word & 0xffff_ffffL;
        if ((word & 0xff00_0010) == 0x5400_0000 || (word & 0x7e00_0000) == 0x3400_0000) {
            return next == pc + 4 || next == pc + offset19(d);
        } else if ((word & 0x7e00_0000) == 0x3600_0000) {
            return next == pc + 4 || next == pc + offset14(d);
        } else if ((word & 0x7c00_0000) == 0x1400_0000) {
            return next == pc + offset26(d);
        }
        boolean indirect = (word & 0xff9f_fc1f) == 0xd61f_0000 || (word & 0xfe9f_f800) == 0xd61f_0800;
        return indirect ? (next & 3) == 0 : next == pc + 4;
    }

    /** Rt as a source. */
    private static int source(long d) {
        return (int) d & 31;
    }
}
