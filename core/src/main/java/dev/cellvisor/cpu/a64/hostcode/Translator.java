package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.R13;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.cpu.a64.isa.Regs;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.List;

/**
 * From decoded words to host code, one block at a time. What the emitters do not know is left to the one meaning, through a way out that comes
 * back.
 */
final class Translator {
    private static final int MOST = 48;
    private static final Emitters TABLE = new Emitters();

    final X64 a;
    final BlockBuilder b;
    final X64Vector x;
    final VectorBench v;
    private final CodePages pages;
    private final long delta;
    private final List<Way> ways;
    private final CommonCode common;
    private Block block;
    private long[] code;
    private int index;
    private long pc;

    /**
     * @param ways all ways out; a way's number is its place here
     */
    Translator(X64 a, CodePages pages, long delta, List<Way> ways, CommonCode common) {
        this.a = a;
        this.x = new X64Vector(a, common.constants);
        this.v = new VectorBench(x);
        this.b = new BlockBuilder(a, v);
        this.pages = pages;
        this.delta = delta;
        this.ways = ways;
        this.common = common;
    }

    /**
     * Translates the instructions from an address on.
     *
     * @param code the page's decoded words
     * @return {@code null} if the first of them stops the host
     */
    Block translate(long va, long[] code) {
        int first = (int) (va >>> 2) & 1023;
        int count = length(code, first);
        if (count == 0) {
            return null;
        }
        block = new Block(va, code[CodePages.IPA], code[CodePages.HOST] - (va & -4096), count);
        block.entry = a.at + delta;
        b.begin();
        this.code = code;
        Way way = new Way(block, Way.Kind.BUDGET, va, count);
        a.opImmediate(X64.SUB, true, R13, count);
        long short1 = a.jumpIf(X64.L);
        b.later(() -> {
            a.aimHere(short1);
            leave(way);
        });
        pc = va;
        index = 0;
        FpGuard.emit(this, TABLE, code, first, count);
        boolean ended = false;
        boolean[] live = liveFlags(code, first, count);
        for (index = 0; index < count; index++) {
            pc = va + index * 4L;
            long d = code[first + index];
            int op = op(d);
            b.flagsLive(live[index]);
            Emitter emitter = TABLE.of(op);
            if (emitter != null) {
                emitter.emit(this, d);
                ended = TABLE.branches(op);
            } else if (InstructionTable.endsBlock(op)) {
                b.clobberFlags();
                b.writeBack();
                leave(wayToMeaning(false));
                ended = true;
            } else {
                meaning();
            }
        }
        if (!ended) {
            pc = va + count * 4L;
            b.clobberFlags();
            b.writeBack();
            goTo(pc);
        }
        b.emitTails();
        return block;
    }

    static int op(long d) {
        return (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
    }

    /** How many instructions the block has: up to one that ends it, or the page's end. */
    private int length(long[] code, int first) {
        for (int i = first; ; i++) {
            if (i == 1024 || i - first == MOST) {
                return i - first;
            }
            if (op(code[i]) == Decoder.UNDECODED) {
                pages.decode(code, i);
            }
            int op = op(code[i]);
            if (op == Decoder.BREAKPOINT) {
                return i - first;
            }
            if (InstructionTable.endsBlock(op)) {
                return i - first + 1;
            }
        }
    }

    /** For each instruction, whether the flags that it leaves can be seen before they are overwritten. */
    private static boolean[] liveFlags(long[] code, int first, int count) {
        boolean[] live = new boolean[count];
        boolean after = true;
        for (int i = count - 1; i >= 0; i--) {
            live[i] = after;
            Emitter emitter = TABLE.of(op(code[first + i]));
            if (emitter == null || emitter.seesFlags()) {
                after = true;
            } else if (emitter.setsFlags()) {
                after = false;
            }
        }
        return live;
    }

    // ---- for emitters

    /** The address of the current instruction. */
    long pc() {
        return pc;
    }

    /** Rn's slot. */
    static int n(long d) {
        return (int) (d >>> Regs.N_SHIFT) & 63;
    }

    /** Rd's or Rt's slot. */
    static int d(long d) {
        return (int) (d >>> Regs.D_SHIFT) & 63;
    }

    /** Rm's slot, as a source. */
    static int m(long d) {
        return (int) d >>> 16 & 31;
    }

    /** Ra's or Rt2's slot, as a source. */
    static int a(long d) {
        return (int) d >>> 10 & 31;
    }

    /** The slot of a register as a destination. */
    static int destination(int number) {
        return number == 31 ? A64State.SLOT_DISCARD : number;
    }

    /** The instruction behind the current one, if the block has it; else 0. */
    long next() {
        return index + 1 < block.count ? code[(int) (pc + 4 >>> 2) & 1023] : 0;
    }

    /** The instruction behind the current one has been emitted with it: nothing may leave the block between them. */
    void skipNext() {
        index++;
    }

    /** The instruction is left to the one meaning; the block goes on behind it. */
    void meaning() {
        b.clobberFlags();
        b.writeBack();
        Way way = wayToMeaning(false);
        leave(way);
        b.forget();
        way.resume = a.at + delta;
    }

    /**
     * A way out for the current instruction that does not come back.
     *
     * @param known whether it has an emitter
     */
    Way wayToMeaning(boolean known) {
        Way way = new Way(block, Way.Kind.MEANING, pc, block.count - index);
        way.operation = op(code[(int) (pc >>> 2) & 1023]);
        way.known = known;
        return way;
    }

    /** Off the fast path: the condition of the host's flags sends the whole instruction to the one meaning. The registers must be as before it. */
    Slow slowIf(int condition) {
        Slow slow = new Slow(wayToMeaning(true));
        slow.another(condition);
        return slow;
    }

    /** An instruction's way off the fast path and back. */
    final class Slow {
        private final Way way;
        private int[] held;
        private long back;

        Slow(Way way) {
            this.way = way;
        }

        /** A further condition for it. */
        void another(int condition) {
            long jump = a.jumpIf(condition);
            b.later(() -> {
                a.aimHere(jump);
                b.writeBack();
                if (way.resume != 0) { // the second reason for the same way
                    leave(way);
                    return;
                }
                leave(way);
                way.resume = a.at + delta;
                b.reload(held);
                a.jumpTo(back);
            });
        }

        /** The straight way goes on here. */
        void done() {
            held = b.held();
            back = a.at;
        }
    }

    /** Leaves the translated code by a way. */
    void leave(Way way) {
        a.movImmediate(RAX, ways.size());
        ways.add(way);
        a.jumpTo(common.exit);
    }

    /** Goes to an address that is known. Registers are written back, and the flags are in the state block. */
    void goTo(long target) {
        boolean samePage = ((target ^ block.va) & -4096) == 0;
        Way way = new Way(block, samePage ? Way.Kind.LINK : Way.Kind.LINK_PAGE, target, 0);
        if (samePage) {
            way.jump = a.jump();
            b.later(() -> {
                way.unaimed = a.at;
                X64.aim(way.jump, a.at);
                leave(way);
            });
            return;
        }
        int entry = (int) (target >>> 6) & Layout.TLB_INDEX;
        a.movImmediate(RAX, target & -4096);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_EXECUTE);
        long other = a.jumpIf(X64.NE);
        way.addendAt = a.movLong(RAX, 0);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_ADDEND);
        long another = a.jumpIf(X64.NE);
        way.jump = a.jump();
        b.later(() -> {
            way.unaimed = a.at;
            a.aimHere(other);
            a.aimHere(another);
            X64.aim(way.jump, a.at);
            leave(way);
        });
    }

    /** Goes to the address in RAX. Registers are written back, and the flags are in the state block. */
    void goToRax() {
        a.movImmediate(RDX, block.page());
        a.movImmediate(RCX, block.addend);
        a.movImmediate(X64.R8, ways.size());
        ways.add(new Way(block, Way.Kind.INDIRECT, 0, 0));
        a.jumpTo(common.indirect);
    }

    /** Both ways of a conditional branch; the host's condition holds for the first. Registers are written back, and the flags are in the state block. */
    void goTo(int condition, long taken, long notTaken) {
        long jump = a.jumpIf(condition);
        goTo(notTaken);
        a.aimHere(jump);
        goTo(taken);
    }

    // ---- guest memory

    /**
     * Looks an access up in the TLB: the virtual address in RAX becomes a host address. Uses RCX and RDX, and the flags, which must be saved.
     *
     * @param sizeBytes of all of it: it must lie in one page
     */
    Slow lookUp(int sizeBytes, boolean write, Slow slow) {
        a.mov(false, RDX, RAX);
        a.shift(X64.SHR, false, RDX, 6);
        a.opImmediate(X64.AND, false, RDX, Layout.TLB_INDEX);
        if (sizeBytes == 1) {
            a.mov(true, RCX, RAX);
        } else {
            a.lea(true, RCX, RAX, sizeBytes - 1);
        }
        a.opImmediate(X64.AND, true, RCX, -4096);
        a.opIndexed(X64.CMP, RCX, R14, RDX, write ? A64State.TLB_WRITE : A64State.TLB_READ);
        Slow result = slow;
        if (slow == null) {
            result = slowIf(X64.NE);
        } else {
            slow.another(X64.NE);
        }
        a.opIndexed(X64.ADD, RAX, R14, RDX, A64State.TLB_ADDEND);
        return result;
    }

    /** The stack pointer as a base must be aligned; where it is not, the one meaning decides. */
    Slow checkSp(int baseSlot, int base) {
        if (baseSlot != A64State.SLOT_SP) {
            return null;
        }
        a.testImmediate(false, base, 15);
        return slowIf(X64.NE);
    }
}
