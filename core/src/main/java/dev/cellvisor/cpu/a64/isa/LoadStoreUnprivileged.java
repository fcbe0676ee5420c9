package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.base;
import static dev.cellvisor.cpu.a64.isa.Mem.ld16;
import static dev.cellvisor.cpu.a64.isa.Mem.ld32;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.ld8;
import static dev.cellvisor.cpu.a64.isa.Mem.st16;
import static dev.cellvisor.cpu.a64.isa.Mem.st32;
import static dev.cellvisor.cpu.a64.isa.Mem.st64;
import static dev.cellvisor.cpu.a64.isa.Mem.st8;
import static dev.cellvisor.cpu.a64.isa.Mem.tlbUnprivileged;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** LDTR, STTR and their byte, halfword and sign-extending forms: as if at EL0, unless PSTATE.UAO says otherwise. */
@Family(value = "Load/store register (unprivileged)", group = Group.RARE)
final class LoadStoreUnprivileged {

    private LoadStoreUnprivileged() {
    }

    private static long address(Core c, long s, long d) {
        return base(c, s, d) + (d << 43 >> 55);
    }

    @Insn(bits = "00 111 0 00 00 0 imm9:9 10 Rn|SP Rts", asm = "sttrb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void sttrb(Core c, long s, long d) {
        st8(c, tlbUnprivileged(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "00 111 0 00 01 0 imm9:9 10 Rn|SP Rt", asm = "ldtrb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrb(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "00 111 0 00 10 0 imm9:9 10 Rn|SP Rt", asm = "ldtrsb <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrsb64(Core c, long s, long d) {
        setXd(s, d, (byte) ld8(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "00 111 0 00 11 0 imm9:9 10 Rn|SP Rt", asm = "ldtrsb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrsb32(Core c, long s, long d) {
        setWd(s, d, (byte) ld8(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 00 0 imm9:9 10 Rn|SP Rts", asm = "sttrh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void sttrh(Core c, long s, long d) {
        st16(c, tlbUnprivileged(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "01 111 0 00 01 0 imm9:9 10 Rn|SP Rt", asm = "ldtrh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrh(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 10 0 imm9:9 10 Rn|SP Rt", asm = "ldtrsh <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrsh64(Core c, long s, long d) {
        setXd(s, d, (short) ld16(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 11 0 imm9:9 10 Rn|SP Rt", asm = "ldtrsh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrsh32(Core c, long s, long d) {
        setWd(s, d, (short) ld16(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "10 111 0 00 00 0 imm9:9 10 Rn|SP Rts", asm = "sttr <Wt>, [<Xn|SP><{,#simm9}>]")
    static void sttr32(Core c, long s, long d) {
        st32(c, tlbUnprivileged(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "10 111 0 00 01 0 imm9:9 10 Rn|SP Rt", asm = "ldtr <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldtr32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "10 111 0 00 10 0 imm9:9 10 Rn|SP Rt", asm = "ldtrsw <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldtrsw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlbUnprivileged(s), address(c, s, d)));
    }

    @Insn(bits = "11 111 0 00 00 0 imm9:9 10 Rn|SP Rts", asm = "sttr <Xt>, [<Xn|SP><{,#simm9}>]")
    static void sttr64(Core c, long s, long d) {
        st64(c, tlbUnprivileged(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "11 111 0 00 01 0 imm9:9 10 Rn|SP Rt", asm = "ldtr <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldtr64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlbUnprivileged(s), address(c, s, d)));
    }
}
