package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.memory.HostMemory.getLong;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** LDR, LDUR, STR, STUR of B, H, S, D and Q registers. */
@Family(value = "Load/store register, SIMD&FP", group = Group.FP)
final class FpLoadStore {

    private FpLoadStore() {
    }

    private static int t(long d) {
        return (int) d & 31;
    }

    /** Base plus unsigned offset. */
    private static long offset(Core c, long s, long d, int shift) {
        return Base.base(c, s, d) + ((d >>> 10 & 0xfff) << shift);
    }

    /** Unscaled (bits 11:10 are 00), pre-indexed (11): base plus offset; post-indexed (01): base. */
    private static long indexed(Core c, long s, long d) {
        long address = Base.base(c, s, d);
        return (d & 3 << 10) == 1 << 10 ? address : address + Regs.signed(d, 12, 9);
    }

    /** Write-back of a pre- or post-indexed access. */
    private static void writeBack(long s, long d) {
        if ((d & 1 << 10) != 0) {
            Regs.setXn(s, d, Regs.xn(s, d) + Regs.signed(d, 12, 9));
        }
    }

    /** Base plus Rm, extended as option (bits 15:13) says and shifted if S (bit 12) is set. */
    private static long register(Core c, long s, long d, int shift) {
        long m = Regs.xm(s, d);
        int option = (int) d >>> 13 & 7;
        if (option == 2) {
            m &= 0xffff_ffffL;
        } else if (option == 6) {
            m = (int) m;
        }
        return Base.base(c, s, d) + (m << ((d & 1 << 12) != 0 ? shift : 0));
    }

    private static void storeB(Core c, long s, long d, long va) {
        Mem.st8(c, Mem.tlb(s), va, Vec.dlo(s, d));
    }

    @Insn(bits = "00 111 1 01 00 imm12:12 Rn|SP Rt", asm = "str <Bt>, [<Xn|SP><{,#imm12}>]")
    static void strB(Core c, long s, long d) {
        storeB(c, s, d, offset(c, s, d, 0));
    }

    @Insn(bits = "00 111 1 00 00 0 imm9:9 00 Rn|SP Rt", asm = "stur <Bt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "00 111 1 00 00 0 imm9:9 01 Rn|SP Rt", asm = "str <Bt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 1 00 00 0 imm9:9 11 Rn|SP Rt", asm = "str <Bt>, [<Xn|SP>, <#simm9>]!")
    static void strBIndexed(Core c, long s, long d) {
        storeB(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "00 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "str <Bt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void strBRegister(Core c, long s, long d) {
        storeB(c, s, d, register(c, s, d, 0));
    }

    private static void loadB(Core c, long s, long d, long va) {
        Vec.setLow(s, d, Mem.ld8(c, Mem.tlb(s), va));
    }

    @Insn(bits = "00 111 1 01 01 imm12:12 Rn|SP Rt", asm = "ldr <Bt>, [<Xn|SP><{,#imm12}>]")
    static void ldrB(Core c, long s, long d) {
        loadB(c, s, d, offset(c, s, d, 0));
    }

    @Insn(bits = "00 111 1 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Bt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "00 111 1 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Bt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 1 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Bt>, [<Xn|SP>, <#simm9>]!")
    static void ldrBIndexed(Core c, long s, long d) {
        loadB(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "00 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Bt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void ldrBRegister(Core c, long s, long d) {
        loadB(c, s, d, register(c, s, d, 0));
    }

    private static void storeH(Core c, long s, long d, long va) {
        Mem.st16(c, Mem.tlb(s), va, Vec.dlo(s, d));
    }

    @Insn(bits = "01 111 1 01 00 imm12:12 Rn|SP Rt", asm = "str <Ht>, [<Xn|SP><{,#imm12*2}>]")
    static void strH(Core c, long s, long d) {
        storeH(c, s, d, offset(c, s, d, 1));
    }

    @Insn(bits = "01 111 1 00 00 0 imm9:9 00 Rn|SP Rt", asm = "stur <Ht>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "01 111 1 00 00 0 imm9:9 01 Rn|SP Rt", asm = "str <Ht>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 1 00 00 0 imm9:9 11 Rn|SP Rt", asm = "str <Ht>, [<Xn|SP>, <#simm9>]!")
    static void strHIndexed(Core c, long s, long d) {
        storeH(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "01 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "str <Ht>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void strHRegister(Core c, long s, long d) {
        storeH(c, s, d, register(c, s, d, 1));
    }

    private static void loadH(Core c, long s, long d, long va) {
        Vec.setLow(s, d, Mem.ld16(c, Mem.tlb(s), va));
    }

    @Insn(bits = "01 111 1 01 01 imm12:12 Rn|SP Rt", asm = "ldr <Ht>, [<Xn|SP><{,#imm12*2}>]")
    static void ldrH(Core c, long s, long d) {
        loadH(c, s, d, offset(c, s, d, 1));
    }

    @Insn(bits = "01 111 1 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Ht>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "01 111 1 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Ht>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 1 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Ht>, [<Xn|SP>, <#simm9>]!")
    static void ldrHIndexed(Core c, long s, long d) {
        loadH(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "01 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Ht>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void ldrHRegister(Core c, long s, long d) {
        loadH(c, s, d, register(c, s, d, 1));
    }

    private static void storeS(Core c, long s, long d, long va) {
        Mem.st32(c, Mem.tlb(s), va, Vec.dlo(s, d));
    }

    @Insn(bits = "10 111 1 01 00 imm12:12 Rn|SP Rt", asm = "str <St>, [<Xn|SP><{,#imm12*4}>]")
    static void strS(Core c, long s, long d) {
        storeS(c, s, d, offset(c, s, d, 2));
    }

    @Insn(bits = "10 111 1 00 00 0 imm9:9 00 Rn|SP Rt", asm = "stur <St>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "10 111 1 00 00 0 imm9:9 01 Rn|SP Rt", asm = "str <St>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "10 111 1 00 00 0 imm9:9 11 Rn|SP Rt", asm = "str <St>, [<Xn|SP>, <#simm9>]!")
    static void strSIndexed(Core c, long s, long d) {
        storeS(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "10 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "str <St>, [<Xn|SP>, <{index:2}>]",
            where = "(option & 2) != 0")
    static void strSRegister(Core c, long s, long d) {
        storeS(c, s, d, register(c, s, d, 2));
    }

    private static void loadS(Core c, long s, long d, long va) {
        Vec.setLow(s, d, Mem.ld32(c, Mem.tlb(s), va));
    }

    @Insn(bits = "10 111 1 01 01 imm12:12 Rn|SP Rt", asm = "ldr <St>, [<Xn|SP><{,#imm12*4}>]")
    static void ldrS(Core c, long s, long d) {
        loadS(c, s, d, offset(c, s, d, 2));
    }

    @Insn(bits = "10 111 1 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <St>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "10 111 1 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <St>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "10 111 1 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <St>, [<Xn|SP>, <#simm9>]!")
    static void ldrSIndexed(Core c, long s, long d) {
        loadS(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "10 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <St>, [<Xn|SP>, <{index:2}>]",
            where = "(option & 2) != 0")
    static void ldrSRegister(Core c, long s, long d) {
        loadS(c, s, d, register(c, s, d, 2));
    }

    private static void storeD(Core c, long s, long d, long va) {
        Mem.st64(c, Mem.tlb(s), va, Vec.dlo(s, d));
    }

    @Insn(bits = "11 111 1 01 00 imm12:12 Rn|SP Rt", asm = "str <Dt>, [<Xn|SP><{,#imm12*8}>]")
    static void strD(Core c, long s, long d) {
        storeD(c, s, d, offset(c, s, d, 3));
    }

    @Insn(bits = "11 111 1 00 00 0 imm9:9 00 Rn|SP Rt", asm = "stur <Dt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "11 111 1 00 00 0 imm9:9 01 Rn|SP Rt", asm = "str <Dt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "11 111 1 00 00 0 imm9:9 11 Rn|SP Rt", asm = "str <Dt>, [<Xn|SP>, <#simm9>]!")
    static void strDIndexed(Core c, long s, long d) {
        storeD(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "11 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "str <Dt>, [<Xn|SP>, <{index:3}>]",
            where = "(option & 2) != 0")
    static void strDRegister(Core c, long s, long d) {
        storeD(c, s, d, register(c, s, d, 3));
    }

    private static void loadD(Core c, long s, long d, long va) {
        Vec.setLow(s, d, Mem.ld64(c, Mem.tlb(s), va));
    }

    @Insn(bits = "11 111 1 01 01 imm12:12 Rn|SP Rt", asm = "ldr <Dt>, [<Xn|SP><{,#imm12*8}>]")
    static void ldrD(Core c, long s, long d) {
        loadD(c, s, d, offset(c, s, d, 3));
    }

    @Insn(bits = "11 111 1 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Dt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "11 111 1 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Dt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "11 111 1 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Dt>, [<Xn|SP>, <#simm9>]!")
    static void ldrDIndexed(Core c, long s, long d) {
        loadD(c, s, d, indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "11 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Dt>, [<Xn|SP>, <{index:3}>]",
            where = "(option & 2) != 0")
    static void ldrDRegister(Core c, long s, long d) {
        loadD(c, s, d, register(c, s, d, 3));
    }

    @Insn(bits = "00 111 1 01 10 imm12:12 Rn|SP Rt", asm = "str <Qt>, [<Xn|SP><{,#imm12*16}>]")
    static void strQ(Core c, long s, long d) {
        VecMem.storeQ(c, s, t(d), offset(c, s, d, 4));
    }

    @Insn(bits = "00 111 1 00 10 0 imm9:9 00 Rn|SP Rt", asm = "stur <Qt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "00 111 1 00 10 0 imm9:9 01 Rn|SP Rt", asm = "str <Qt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 1 00 10 0 imm9:9 11 Rn|SP Rt", asm = "str <Qt>, [<Xn|SP>, <#simm9>]!")
    static void strQIndexed(Core c, long s, long d) {
        VecMem.storeQ(c, s, t(d), indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "00 111 1 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "str <Qt>, [<Xn|SP>, <{index:4}>]",
            where = "(option & 2) != 0")
    static void strQRegister(Core c, long s, long d) {
        VecMem.storeQ(c, s, t(d), register(c, s, d, 4));
    }

    @Insn(bits = "00 111 1 01 11 imm12:12 Rn|SP Rt", asm = "ldr <Qt>, [<Xn|SP><{,#imm12*16}>]")
    static void ldrQ(Core c, long s, long d) {
        VecMem.loadQ(c, s, t(d), offset(c, s, d, 4));
    }

    @Insn(bits = "00 111 1 00 11 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Qt>, [<Xn|SP><{,#simm9}>]")
    @Insn(bits = "00 111 1 00 11 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Qt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 1 00 11 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Qt>, [<Xn|SP>, <#simm9>]!")
    static void ldrQIndexed(Core c, long s, long d) {
        VecMem.loadQ(c, s, t(d), indexed(c, s, d));
        writeBack(s, d);
    }

    @Insn(bits = "00 111 1 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Qt>, [<Xn|SP>, <{index:4}>]",
            where = "(option & 2) != 0")
    static void ldrQRegister(Core c, long s, long d) {
        VecMem.loadQ(c, s, t(d), register(c, s, d, 4));
    }

    private static long literal(Core c, long d) {
        return c.pc + (Regs.signed(d, 5, 19) << 2);
    }

    @Insn(bits = "00 011 1 00 imm19:19 Rt", asm = "ldr <St>, <label:imm19*4>")
    static void ldrSLiteral(Core c, long s, long d) {
        loadS(c, s, d, literal(c, d));
    }

    @Insn(bits = "01 011 1 00 imm19:19 Rt", asm = "ldr <Dt>, <label:imm19*4>")
    static void ldrDLiteral(Core c, long s, long d) {
        loadD(c, s, d, literal(c, d));
    }

    @Insn(bits = "10 011 1 00 imm19:19 Rt", asm = "ldr <Qt>, <label:imm19*4>")
    static void ldrQLiteral(Core c, long s, long d) {
        VecMem.loadQ(c, s, t(d), literal(c, d));
    }
}
