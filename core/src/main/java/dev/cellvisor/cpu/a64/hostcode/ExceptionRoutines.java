package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R10;
import static dev.cellvisor.cpu.a64.hostcode.X64.R11;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.R15;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.R9;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBP;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.ArrayList;
import java.util.List;

/**
 * SVC, ERET and writes to TTBR0_EL1 and TTBR1_EL1 in host code: what {@link Exceptions} does with the state block, where nobody else is to be told or asked. Each
 * routine either does all of it and sets ZF, or has changed nothing and clears it: then the meaning does the instruction. That is so where somebody is told of exceptions ({@link Layout#TOLD}), an interrupt is
 * pending, a bank of the TLB holds another ASID's entries, PSTATE would become illegal, or an exception leads to its own vector.
 *
 * <p>They stand at the end of a block, with all guest registers in the state block: host registers but RBX and R13 are theirs. R14 becomes the bank of the new state.
 */
final class ExceptionRoutines {
    private static final int EL = 0xc;
    private static final int MODE = 0xf;
    private static final int EL1H = 5;
    private static final int DAIF = (int) (Exceptions.D | Exceptions.A | Exceptions.I | Exceptions.F);
    private static final int SPAN_BIT = 23;
    private static final int DSSBS_BIT = 44;
    private static final int A1_BIT = 22;
    private static final int AS_BIT = 36;
    /** The bits that are the place of a bank's ASID among those of all. */
    static final int BANK_PLACES = 7 << 3;
    private static final int BANK_SHIFT = Integer.numberOfTrailingZeros(A64State.TLB_SIZE);

    /** Writing address of SVC: RAX is ESR_EL1's new value, RDX the return address; gives the vector in RAX. */
    final long enter;
    /** Writing address of ERET; gives the address to go on at in RAX. */
    final long leave;
    /** Writing addresses of MSR TTBR0_EL1 and TTBR1_EL1: RAX is the value. */
    final long tables0;
    final long tables1;

    private final X64 a;
    private final long derive;
    private final List<Long> declined = new ArrayList<>();

    ExceptionRoutines(X64 a) {
        this.a = a;
        derive = derive();
        enter = enter();
        leave = leave();
        tables0 = tables(A64State.TTBR0_EL1);
        tables1 = tables(A64State.TTBR1_EL1);
    }

    private void declineIf(int condition) {
        declined.add(a.jumpIf(condition));
    }

    private void declineIfNot0(int field) {
        a.opMemoryImmediate(X64.CMP, RBX, displacement(field), 0);
        declineIf(X64.NE);
    }

    private void succeed() {
        a.op(X64.CMP, false, RBX, RBX);
        a.ret();
    }

    private void decline() {
        for (long jump : declined) {
            a.aimHere(jump);
        }
        declined.clear();
        a.test(true, RBX, RBX);
        a.ret();
    }

    /**
     * As {@link Exceptions#derive}, of the PSTATE in RAX, stored nowhere: the bank in RCX, that of unprivileged accesses in RDX, in RSI whether FP is enabled. Keeps R8 to R11.
     */
    private long derive() {
        long start = a.at;
        a.load(true, RCX, RBX, displacement(A64State.TCR_EL1));
        a.load(true, RDX, RBX, displacement(A64State.TTBR0_EL1));
        a.bitTest(RCX, A1_BIT);
        long first = a.jumpIf(X64.NC);
        a.load(true, RDX, RBX, displacement(A64State.TTBR1_EL1));
        a.aimHere(first);
        a.shift(X64.SHR, true, RDX, 48);
        a.bitTest(RCX, AS_BIT);
        long whole = a.jumpIf(X64.C);
        a.opImmediate(X64.AND, false, RDX, 0xff);
        a.aimHere(whole);
        a.mov(false, RBP, RDX);
        a.opImmediate(X64.AND, false, RBP, 1);

        a.movImmediate(RDI, A64State.REGIME_EL0);
        a.testImmediate(false, RAX, EL);
        long el0 = a.jumpIf(X64.E);
        a.movImmediate(RDI, A64State.REGIME_EL1);
        a.testImmediate(false, RAX, (int) Exceptions.PAN);
        long el1 = a.jumpIf(X64.E);
        a.movImmediate(RDI, A64State.REGIME_EL1_PAN);
        a.aimHere(el0);
        a.aimHere(el1);
        a.lea(true, RDI, RBP, RDI, 1, 0);
        bank(RCX, RDI);
        a.testImmediate(false, RAX, (int) Exceptions.UAO);
        long without = a.jumpIf(X64.E);
        a.testImmediate(false, RAX, EL);
        long user = a.jumpIf(X64.E);
        a.mov(true, RDX, RCX);
        long privileged = a.jump();
        a.aimHere(without);
        a.aimHere(user);
        bank(RDX, RBP);
        a.aimHere(privileged);

        a.load(false, RSI, RBX, displacement(A64State.CPACR_EL1));
        a.shift(X64.SHR, false, RSI, 20);
        a.opImmediate(X64.AND, false, RSI, 3);
        a.opImmediate(X64.CMP, false, RSI, 3);
        long always = a.jumpIf(X64.E);
        a.opImmediate(X64.CMP, false, RSI, 1);
        long never = a.jumpIf(X64.NE);
        a.testImmediate(false, RAX, EL);
        long atEl1 = a.jumpIf(X64.NE);
        a.aimHere(never);
        a.movImmediate(RSI, 0);
        succeed();
        a.aimHere(always);
        a.aimHere(atEl1);
        a.movImmediate(RSI, 1);
        succeed();
        decline();
        return start;
    }

    /** The address of a bank by its number, which is used up, if it has the entries of the ASID in RDX. */
    private void bank(int bank, int number) {
        a.shift(X64.SHL, true, number, 3);
        a.opImmediate(X64.AND, false, number, BANK_PLACES); // it is such a number already; this shows that it can be no other
        a.opIndexed(X64.CMP, RDX, RBX, number, displacement(A64State.TLB_ASID));
        declineIf(X64.NE);
        a.shift(X64.SHL, true, number, BANK_SHIFT - 3);
        a.lea(true, bank, RBX, number, 0, displacement(A64State.TLB));
    }

    /** PSTATE becomes RAX, from R10, with what {@link #derive} has found. Uses RDI. */
    private void becomes() {
        a.mov(false, RDI, RAX);
        a.op(X64.XOR, false, RDI, R10);
        a.testImmediate(false, RDI, MODE);
        long same = a.jumpIf(X64.E);
        a.load(true, RDI, RBX, displacement(A64State.SP));
        forMode(R10, () -> a.store(true, RBX, displacement(A64State.SP_EL0), RDI), () -> a.store(true, RBX, displacement(A64State.SP_EL1), RDI));
        forMode(RAX, () -> a.load(true, RDI, RBX, displacement(A64State.SP_EL0)), () -> a.load(true, RDI, RBX, displacement(A64State.SP_EL1)));
        a.store(true, RBX, displacement(A64State.SP), RDI);
        a.aimHere(same);
        a.store(true, RBX, displacement(A64State.PSTATE), RAX);
        banks();
    }

    private void banks() {
        a.store(true, RBX, displacement(A64State.TLB_CURRENT), RCX);
        a.store(true, RBX, displacement(A64State.TLB_UNPRIVILEGED), RDX);
        a.store(true, RBX, displacement(A64State.FP_ENABLED), RSI);
        a.mov(true, R14, RCX);
    }

    /** By PSTATE.SP. */
    private void forMode(int pstate, Runnable sp0, Runnable own) {
        a.testImmediate(false, pstate, 1);
        long not = a.jumpIf(X64.E);
        own.run();
        long done = a.jump();
        a.aimHere(not);
        sp0.run();
        a.aimHere(done);
    }

    /** As {@link Exceptions#synchronous}. */
    private long enter() {
        long start = a.at;
        declineIfNot0(Layout.TOLD);
        a.mov(true, R8, RAX);
        a.mov(true, R9, RDX);
        a.load(true, R10, RBX, displacement(A64State.PSTATE));
        a.load(true, R11, RBX, displacement(A64State.VBAR_EL1));
        a.testImmediate(false, R10, EL);
        long fromEl1 = a.jumpIf(X64.NE);
        a.opImmediate(X64.ADD, true, R11, 0x400);
        long group = a.jump();
        a.aimHere(fromEl1);
        a.testImmediate(false, R10, 1);
        long sp0 = a.jumpIf(X64.E);
        a.opImmediate(X64.ADD, true, R11, 0x200);
        a.aimHere(group);
        a.aimHere(sp0);
        a.op(X64.CMP, true, R11, R9);
        declineIf(X64.E); // the meaning counts such
        a.mov(false, RAX, R10);
        a.opImmediate(X64.AND, false, RAX, (int) (Exceptions.PAN | Exceptions.DIT));
        a.opImmediate(X64.OR, false, RAX, DAIF | EL1H);
        a.load(true, RCX, RBX, displacement(A64State.SCTLR_EL1));
        a.load(true, RDX, RBX, displacement(A64State.PSTATE_OPTIONAL));
        a.bitTest(RCX, SPAN_BIT);
        long kept = a.jumpIf(X64.C);
        a.mov(false, RSI, RDX);
        a.opImmediate(X64.AND, false, RSI, (int) Exceptions.PAN);
        a.op(X64.OR, false, RAX, RSI);
        a.aimHere(kept);
        a.bitTest(RCX, DSSBS_BIT);
        long cleared = a.jumpIf(X64.NC);
        a.opImmediate(X64.AND, false, RDX, (int) Exceptions.SSBS);
        a.op(X64.OR, false, RAX, RDX);
        a.aimHere(cleared);
        a.call(derive);
        declineIf(X64.NE);

        a.load(false, RDI, RBX, displacement(Layout.HOST_FLAGS)); // to NZCV, as Layout.nzcv does
        a.mov(false, RBP, RDI);
        a.opImmediate(X64.AND, false, RBP, 0xc000);
        a.shift(X64.SHL, false, RBP, 16);
        a.mov(false, R15, RDI);
        a.opImmediate(X64.AND, false, R15, 0x100);
        a.shift(X64.SHL, false, R15, 21);
        a.op(X64.OR, false, RBP, R15);
        a.opImmediate(X64.AND, false, RDI, 1);
        a.shift(X64.SHL, false, RDI, 28);
        a.op(X64.OR, false, RBP, RDI);
        a.op(X64.OR, true, RBP, R10);
        a.store(true, RBX, displacement(A64State.SPSR_EL1), RBP);
        a.store(true, RBX, displacement(A64State.ESR_EL1), R8);
        a.store(true, RBX, displacement(A64State.ELR_EL1), R9);
        a.storeImmediate(RBX, displacement(A64State.VECTOR_LOOPS), 0);
        becomes();
        a.mov(true, RAX, R11);
        succeed();
        decline();
        return start;
    }

    /** As {@link Exceptions#exceptionReturn}, where it is legal. */
    private long leave() {
        long start = a.at;
        declineIfNot0(Layout.TOLD);
        declineIfNot0(A64State.LINES);
        a.load(true, R10, RBX, displacement(A64State.PSTATE));
        a.testImmediate(false, R10, EL);
        declineIf(X64.E);
        a.load(true, R8, RBX, displacement(A64State.SPSR_EL1));
        a.testImmediate(false, R8, (int) (Exceptions.IL | Exceptions.BTYPE));
        declineIf(X64.NE);
        a.mov(false, RCX, R8);
        a.opImmediate(X64.AND, false, RCX, 0x1f);
        long el0 = a.jumpIf(X64.E);
        a.opImmediate(X64.CMP, false, RCX, 4);
        long el1t = a.jumpIf(X64.E);
        a.opImmediate(X64.CMP, false, RCX, EL1H);
        declineIf(X64.NE);
        a.aimHere(el0);
        a.aimHere(el1t);
        a.load(true, RAX, RBX, displacement(A64State.PSTATE_OPTIONAL));
        a.opImmediate(X64.OR, false, RAX, DAIF | MODE);
        a.op(X64.AND, false, RAX, R8);
        a.call(derive);
        declineIf(X64.NE);

        a.storeImmediate(RBX, displacement(A64State.EXCLUSIVE_SIZE), 0);
        a.storeImmediate(RBX, displacement(A64State.EVENT), 1);
        a.mov(false, RDI, R8); // from NZCV, as Layout.host does
        a.shift(X64.SHR, false, RDI, 16);
        a.opImmediate(X64.AND, false, RDI, 0xc000);
        a.mov(false, RBP, R8);
        a.shift(X64.SHR, false, RBP, 21);
        a.opImmediate(X64.AND, false, RBP, 0x100);
        a.op(X64.OR, false, RDI, RBP);
        a.shift(X64.SHR, false, R8, 28);
        a.opImmediate(X64.AND, false, R8, 1);
        a.op(X64.OR, false, RDI, R8);
        a.store(true, RBX, displacement(Layout.HOST_FLAGS), RDI);
        becomes();
        a.load(true, RAX, RBX, displacement(A64State.ELR_EL1));
        succeed();
        decline();
        return start;
    }

    /** The register's new value, and the banks of its ASID. */
    private long tables(int register) {
        long start = a.at;
        declineIfNot0(Layout.TOLD);
        declineIfNot0(A64State.LINES);
        a.load(true, R8, RBX, displacement(register));
        a.store(true, RBX, displacement(register), RAX);
        a.load(true, RAX, RBX, displacement(A64State.PSTATE));
        a.call(derive);
        long other = a.jumpIf(X64.NE);
        banks();
        succeed();
        a.aimHere(other);
        a.store(true, RBX, displacement(register), R8);
        decline();
        return start;
    }
}
