package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R10;
import static dev.cellvisor.cpu.a64.hostcode.X64.R11;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.R9;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.mmu.FreePages;
import dev.cellvisor.cpu.a64.mmu.Walker;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.MemorySlot;
import java.util.ArrayList;
import java.util.List;

/**
 * A TLB miss of a load or store, without leaving emitted code: the walk of the translation tables in host code, which fills the same entry with the same contents as {@code Lookups} and {@code Walker} would, and sets
 * its tags. It does what occurs all the time (4 KiB pages in tables of 39 or 48 bits in RAM, permitted, the access flag set, of a page that {@link FreePages} knows) and changes nothing in
 * any other case, which is the meaning's then.
 *
 * <p>Its own table stands behind the jump cache, which emitted code finds by the state block: no host address is in the code.
 */
final class Refill {
    /** Bytes of the table. */
    static final int TABLE_BYTES = 64;

    static final int TABLE = CommonCode.JUMP_ENTRIES * CommonCode.JUMP_ENTRY;
    // RAM's largest slot: where it begins for the guest, its length (0 while nothing is known), where it is on the host, and the marks of its pages.
    private static final int RAM_START = TABLE;
    static final int RAM_BYTES = TABLE + 8;
    private static final int RAM_HOST = TABLE + 16;
    static final int MARKS = TABLE + 24;
    /** The least TCR_EL1.IPS with which all of it can be addressed. */
    private static final int LEAST_IPS = TABLE + 32;
    /** Walks done here. */
    private static final int WALKS = TABLE + 40;

    private static final int[] USED = {RSI, RDI, R8, R9, R10, R11};
    private static final int[] IPS_BITS = {32, 36, 40, 42, 44, 48};
    private static final int SCTLR_M = 1;
    private static final int SCTLR_A = 1 << 1;
    private static final int SCTLR_WXN = 1 << 19;
    private static final long ADDRESS = 0xffff_ffff_f000L;

    // In a descriptor.
    private static final int EL0_BIT = 1 << 6;
    private static final int READ_ONLY_BIT = 1 << 7;
    private static final int ACCESSED = 1 << 10;
    private static final int NOT_GLOBAL = 1 << 11;
    private static final int GUARDED_BIT = 50;
    private static final int CONTIGUOUS_BIT = 52;
    private static final int PXN_BIT = 53;
    private static final int UXN_BIT = 54;
    private static final int PXN_TABLE_BIT = 59;
    private static final int UXN_TABLE_BIT = 60;
    private static final int NO_EL0_TABLE_BIT = 61;
    private static final int READ_ONLY_TABLE_BIT = 62;

    // Beside an entry's output, where its address has no bits.
    private static final int FILL = 1 << 8;
    private static final int FILL_NOT_GLOBAL = 1 << 9;

    private final X64 a;
    private final WindowAccess window;
    private final boolean write;
    private final boolean guards;
    /** Jumps to where the meaning takes over. */
    private final List<Long> declined = new ArrayList<>();

    private Refill(X64 a, WindowAccess window, boolean write, boolean guards) {
        this.a = a;
        this.window = window;
        this.write = write;
        this.guards = guards;
    }

    /**
     * Emits the routine for loads or stores; gives its writing address. It takes what {@link Translator#lookUp} has when its comparison fails: the virtual address in RAX, the page of the last byte in RCX, the bank in
     * R14. It gives in RAX the base of an operand in guest memory with ZF set, with RCX and RDX as they are where the look-up succeeds; or ZF clear and RAX as it was, RCX and RDX used.
     *
     * @param guards whether the guest has guarded pages
     */
    static long emit(X64 a, WindowAccess window, boolean write, boolean guards) {
        long start = a.at;
        new Refill(a, window, write, guards).emit();
        return start;
    }

    /** Tells the routine where RAM is and which of its pages it may use. */
    static void arm(long jumpCache, FreePages pages) {
        MemorySlot slot = pages == null ? null : pages.slot();
        int ips = 0;
        while (slot != null && ips < IPS_BITS.length && slot.end() > 1L << IPS_BITS[ips]) {
            ips++;
        }
        setLong(jumpCache + RAM_BYTES, slot == null || ips == IPS_BITS.length ? 0 : slot.sizeBytes());
        if (slot != null) {
            setLong(jumpCache + RAM_START, slot.address());
            setLong(jumpCache + RAM_HOST, slot.hostAddress());
            setLong(jumpCache + MARKS, pages.marks());
            setLong(jumpCache + LEAST_IPS, ips);
        }
    }

    /** How many walks were done by emitted code. */
    static long walks(long jumpCache) {
        return getLong(jumpCache + WALKS);
    }

    private void declineIf(int condition) {
        declined.add(a.jumpIf(condition));
    }

    // RAX address, RSI its page, RDI the jump cache, R8 the TLB's entry, R9 the regime, R10 descriptors and then the output, R11 what tables limit.

    private void emit() {
        for (int register : USED) {
            a.push(register);
        }
        a.mov(true, RSI, RAX);
        a.opImmediate(X64.AND, true, RSI, -4096);
        a.op(X64.CMP, true, RCX, RSI);
        declineIf(X64.NE); // in two pages
        a.load(true, RDI, RBX, displacement(Layout.JUMP_CACHE));
        a.load(false, RCX, RBX, displacement(A64State.SCTLR_EL1));
        a.opImmediate(X64.AND, false, RCX, SCTLR_M | SCTLR_A | SCTLR_WXN);
        a.opImmediate(X64.CMP, false, RCX, SCTLR_M);
        declineIf(X64.NE);
        index();
        a.lea(true, R8, R14, RDX, 0, 0);
        a.mov(true, R9, R14);
        a.lea(true, RCX, RBX, displacement(A64State.TLB));
        a.op(X64.SUB, true, R9, RCX);
        a.shift(X64.SHR, true, R9, Integer.numberOfTrailingZeros(A64State.TLB_SIZE) + 1);

        // What the TLB knows needs no walk, unless a permission is missing: the tables may have become more permissive.
        a.load(true, RCX, R8, A64State.TLB_PAGE);
        a.op(X64.XOR, true, RCX, RSI);
        a.opImmediate(X64.AND, true, RCX, -3);
        a.opImmediate(X64.CMP, true, RCX, 1);
        long unknown = a.jumpIf(X64.NE);
        a.load(true, R10, R8, A64State.TLB_OUTPUT);
        List<Long> missing = new ArrayList<>();
        permitted(missing);
        long known = a.jump();
        a.aimHere(unknown);
        for (long jump : missing) {
            a.aimHere(jump);
        }
        walk();
        permitted(declined);
        a.aimHere(known);
        finish();

        for (long jump : declined) {
            a.aimHere(jump);
        }
        a.test(true, RBX, RBX);
        giveBack();
    }

    private void giveBack() {
        for (int i = USED.length - 1; i >= 0; i--) {
            a.pop(USED[i]);
        }
        a.ret();
    }

    /** Where the address stands in a bank, into RDX. */
    private void index() {
        a.mov(false, RDX, RAX);
        a.shift(X64.SHR, false, RDX, 6);
        a.opImmediate(X64.AND, false, RDX, Layout.TLB_INDEX);
    }

    /** Goes on if the output's permissions in R10 allow the access in the regime in R9. */
    private void permitted(List<Long> not) {
        a.test(false, R9, R9);
        long el1 = a.jumpIf(X64.NE);
        a.testImmediate(false, R10, write ? Walker.W0 : Walker.R0);
        not.add(a.jumpIf(X64.E));
        long yes = a.jump();
        a.aimHere(el1);
        a.testImmediate(false, R10, write ? Walker.W1 : Walker.R1);
        not.add(a.jumpIf(X64.E));
        a.opImmediate(X64.CMP, false, R9, A64State.REGIME_EL1_PAN);
        long without = a.jumpIf(X64.NE);
        a.testImmediate(false, R10, Walker.R0);
        not.add(a.jumpIf(X64.NE));
        a.aimHere(yes);
        a.aimHere(without);
    }

    /** From TTBR0_EL1 or TTBR1_EL1 to the output, its attributes and the marks of {@link #FILL} in R10. */
    private void walk() {
        a.load(true, RDX, RBX, displacement(A64State.TCR_EL1));
        a.mov(true, RCX, RDX);
        a.shift(X64.SHR, true, RCX, 32);
        a.opImmediate(X64.AND, false, RCX, 7);
        a.opMemory(X64.CMP, true, RCX, RDI, LEAST_IPS);
        declineIf(X64.C);
        a.movImmediate(R11, 0);
        a.bitTest(RAX, 55);
        long high = a.jumpIf(X64.C);
        // T0SZ, EPD0 and TG0; HPD0 and E0PD0 must be 0.
        a.movImmediate(RCX, 0x3f | 1 << 7 | 3 << 14 | 1L << 41 | 1L << 55);
        a.op(X64.AND, true, RDX, RCX);
        a.mov(true, RCX, RAX);
        a.load(true, R10, RBX, displacement(A64State.TTBR0_EL1));
        long byLevel0Low = start(0);
        long low = a.jump();
        a.aimHere(high);
        a.test(false, R9, R9);
        declineIf(X64.E); // EL0 has nothing there, or E0PD1 keeps it from that
        a.shift(X64.SHR, true, RDX, 16);
        a.opImmediate(X64.AND, false, RDX, 0x3f | 1 << 7 | 3 << 14 | 1 << 26); // T1SZ, EPD1, TG1 and HPD1
        a.mov(true, RCX, RAX);
        a.not(true, RCX);
        a.load(true, R10, RBX, displacement(A64State.TTBR1_EL1));
        long byLevel0High = start(2 << 14);
        long byLevel1 = a.jump();
        a.aimHere(byLevel0Low);
        a.aimHere(byLevel0High);
        a.movImmediate(RDX, ADDRESS);
        a.op(X64.AND, true, R10, RDX);
        table(39);
        long deeper = a.jump();
        a.aimHere(low);
        a.aimHere(byLevel1);
        a.movImmediate(RDX, ADDRESS);
        a.op(X64.AND, true, R10, RDX);
        a.aimHere(deeper);
        table(30);
        table(21);
        descriptor(12);
        leaf();
    }

    /**
     * Goes on with level 1, or jumps to where level 0 begins; RDX has fields of TCR_EL1, RCX the address, or its complement, whose bits above the range must be 0.
     *
     * @param granule what the field of the granule must be, in place
     */
    private long start(int granule) {
        a.opImmediate(X64.CMP, true, RDX, 64 - 48 | granule);
        long bits48 = a.jumpIf(X64.E);
        a.opImmediate(X64.CMP, true, RDX, 64 - 39 | granule);
        declineIf(X64.NE);
        a.shift(X64.SHR, true, RCX, 39);
        declineIf(X64.NE);
        long bits39 = a.jump();
        a.aimHere(bits48);
        a.shift(X64.SHR, true, RCX, 48);
        declineIf(X64.NE);
        long level0 = a.jump();
        a.aimHere(bits39);
        return level0;
    }

    /** The descriptor of a level, from the table in R10, into R10; it must be valid and no block. */
    private void descriptor(int shift) {
        a.mov(true, RCX, RAX);
        a.shift(X64.SHR, true, RCX, shift - 3);
        a.opImmediate(X64.AND, false, RCX, 0xff8);
        a.op(X64.ADD, true, R10, RCX);
        a.opMemory(X64.SUB, true, R10, RDI, RAM_START);
        a.opMemory(X64.CMP, true, R10, RDI, RAM_BYTES);
        declineIf(X64.NC);
        a.opMemory(X64.ADD, !window.narrow(), R10, RDI, RAM_HOST); // as WindowAccess.translate
        window.within(a, R10);
        a.load(true, R10, X64.IN_WINDOW | R10, 0);
        a.mov(false, RCX, R10);
        a.opImmediate(X64.AND, false, RCX, 3);
        a.opImmediate(X64.CMP, false, RCX, 3);
        declineIf(X64.NE);
    }

    /** The same, and from there to the next table. */
    private void table(int shift) {
        descriptor(shift);
        a.op(X64.OR, true, R11, R10);
        a.op(X64.AND, true, R10, RDX);
    }

    /** The page's descriptor in R10. */
    private void leaf() {
        a.testImmediate(false, R10, ACCESSED);
        declineIf(X64.E);
        a.bitTest(R10, CONTIGUOUS_BIT);
        declineIf(X64.C);
        a.mov(false, RCX, R10);
        a.op(X64.ADD, false, RCX, RCX);
        a.opImmediate(X64.AND, false, RCX, 0x38); // eight times AttrIndx
        a.load(true, RDX, RBX, displacement(A64State.MAIR_EL1));
        a.shiftByCl(X64.SHR, true, RDX);
        a.testImmediate(false, RDX, 0xf0);
        declineIf(X64.E); // Device memory
        // Permissions, as Walker has them.
        a.movImmediate(RCX, Walker.R1 | Walker.X1 | Walker.X0 | FILL);
        a.testImmediate(false, R10, NOT_GLOBAL);
        long global = a.jumpIf(X64.E);
        a.opImmediate(X64.OR, false, RCX, FILL_NOT_GLOBAL);
        a.aimHere(global);
        a.testImmediate(false, R10, READ_ONLY_BIT);
        long readOnly = a.jumpIf(X64.NE);
        a.bitTest(R11, READ_ONLY_TABLE_BIT);
        long limited = a.jumpIf(X64.C);
        a.opImmediate(X64.OR, false, RCX, Walker.W1);
        a.aimHere(readOnly);
        a.aimHere(limited);
        a.testImmediate(false, R10, EL0_BIT);
        long privileged = a.jumpIf(X64.E);
        a.bitTest(R11, NO_EL0_TABLE_BIT);
        long kept = a.jumpIf(X64.C);
        a.opImmediate(X64.OR, false, RCX, Walker.R0);
        a.testImmediate(false, RCX, Walker.W1);
        long readable = a.jumpIf(X64.E);
        a.opImmediate(X64.OR, false, RCX, Walker.W0);
        a.opImmediate(X64.AND, false, RCX, ~Walker.X1); // what EL0 may write, EL1 may never execute
        a.aimHere(privileged);
        a.aimHere(kept);
        a.aimHere(readable);
        clearIf(PXN_BIT, R10, Walker.X1);
        clearIf(PXN_TABLE_BIT, R11, Walker.X1);
        clearIf(UXN_BIT, R10, Walker.X0);
        clearIf(UXN_TABLE_BIT, R11, Walker.X0);
        if (guards) {
            a.bitTest(R10, GUARDED_BIT);
            long not = a.jumpIf(X64.NC);
            a.opImmediate(X64.OR, false, RCX, Walker.GUARDED);
            a.aimHere(not);
        }
        a.movImmediate(RDX, ADDRESS);
        a.op(X64.AND, true, R10, RDX);
        a.op(X64.OR, true, R10, RCX);
    }

    private void clearIf(int bit, int register, int attribute) {
        a.bitTest(register, bit);
        long not = a.jumpIf(X64.NC);
        a.opImmediate(X64.AND, false, RCX, ~attribute);
        a.aimHere(not);
    }

    /** The output in R10 is permitted: if the page may be reached freely, the entry gets its contents and its tags. */
    private void finish() {
        a.testImmediate(false, R10, Walker.DEVICE);
        declineIf(X64.NE);
        a.mov(true, RCX, R10);
        a.opImmediate(X64.AND, true, RCX, -4096);
        a.opMemory(X64.SUB, true, RCX, RDI, RAM_START);
        a.opMemory(X64.CMP, true, RCX, RDI, RAM_BYTES);
        declineIf(X64.NC);
        a.mov(true, R11, RCX);
        a.shift(X64.SHR, true, R11, 12);
        a.opMemory(X64.ADD, true, R11, RDI, MARKS);
        a.loadUnsigned8(R11, R11, 0);
        a.testImmediate(false, R11, write ? FreePages.WRITE : FreePages.READ);
        declineIf(X64.E);

        a.testImmediate(false, R10, FILL);
        long known = a.jumpIf(X64.E);
        a.opMemoryImmediate(X64.ADD, RDI, WALKS, 1);
        a.storeImmediate(R8, A64State.TLB_READ, (int) A64State.NO_PAGE);
        a.storeImmediate(R8, A64State.TLB_WRITE, (int) A64State.NO_PAGE);
        a.storeImmediate(R8, A64State.TLB_EXECUTE, (int) A64State.NO_PAGE);
        a.storeImmediate(R8, A64State.TLB_MASK, -4096);
        a.lea(true, RDX, RSI, 1);
        a.testImmediate(false, R10, FILL_NOT_GLOBAL);
        long global = a.jumpIf(X64.E);
        a.lea(true, RDX, RSI, 3);
        a.aimHere(global);
        a.store(true, R8, A64State.TLB_PAGE, RDX);
        a.opImmediate(X64.AND, true, R10, ~(FILL | FILL_NOT_GLOBAL));
        a.store(true, R8, A64State.TLB_OUTPUT, R10);
        a.aimHere(known);

        a.opMemory(X64.ADD, true, RCX, RDI, RAM_HOST);
        a.op(X64.SUB, true, RCX, RSI);
        a.store(true, R8, A64State.TLB_ADDEND, RCX);
        a.store(true, R8, write ? A64State.TLB_WRITE : A64State.TLB_READ, RSI);
        // The other way too where it is free: what was read is often written next.
        a.testImmediate(false, R11, write ? FreePages.READ : FreePages.WRITE);
        long not = a.jumpIf(X64.E);
        long never = 0;
        if (!write) {
            a.mov(false, RCX, R10);
            a.test(false, R9, R9);
            long el1 = a.jumpIf(X64.NE);
            a.shift(X64.SHL, false, RCX, 3); // W0 where W1 is
            a.aimHere(el1);
            a.testImmediate(false, RCX, Walker.W1);
            never = a.jumpIf(X64.E);
        }
        a.store(true, R8, write ? A64State.TLB_READ : A64State.TLB_WRITE, RSI);
        a.aimHere(not);
        if (!write) {
            a.aimHere(never);
        }
        index();
        a.mov(true, RCX, RSI);
        window.translate(a, RAX, RDX);
        a.op(X64.CMP, false, RDI, RDI);
        giveBack();
    }
}
