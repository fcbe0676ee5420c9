package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R13;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.cpu.a64.isa.Regs;
import dev.cellvisor.cpu.a64.mmu.Walker;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.List;
import java.util.function.IntFunction;

/**
 * From decoded words to host code: a block, or a trace. What the emitters do not know is left to the one meaning, through a way out that comes
 * back.
 */
final class Translator {
    private static final int MOST = 48;
    private static final Emitters TABLE = new Emitters();

    /** No address of an instruction. */
    private static final long NOWHERE = 1;

    final X64 a;
    final BlockBuilder b;
    final X64Vector x;
    final VectorBench v;
    private final CodePages pages;
    private final long delta;
    private final List<Way> ways;
    private final CommonCode common;
    private final boolean guardsBranches;
    private final IntFunction<Long> constants;
    private Block block;
    private Place here;
    /** The words of the piece that is being translated, the current one's number in it, and how many it has. */
    private long[] code;
    private int index;
    private int pieceCount;
    private long pc;
    /** Where the block's instructions begin, while that is noted down. */
    private int[] offsets;
    /** How many instructions are paid for and not done: that at the current address included, and without it. */
    private int left;
    private int after;
    /** Where a trace goes on behind the current instruction, and the page's addend there. */
    private long expected;
    private Place expectedPlace;
    /** The kinds of branch that may land there, as bits by PSTATE.BTYPE's value. */
    private int expectedLanding;

    /**
     * The page that execution is in.
     *
     * @param page its virtual address
     * @param ipa its guest-physical address
     * @param addend its host address minus its virtual address
     */
    private record Place(long page, long ipa, long addend) {
        static Place of(Block block) {
            return new Place(block.page(), block.ipa, block.addend);
        }

        boolean guarded() {
            return (ipa & CodePages.GUARDED) != 0;
        }
    }

    /** Makes the table of emitters. */
    static void prepare() {
        TABLE.make();
    }

    /** Whether another thread makes these tables right now, so that to translate would be to wait for it. */
    static boolean inTheMaking() {
        return TABLE.inTheMaking();
    }

    /**
     * @param pages who decodes what is come to; {@code null} if all is decoded
     * @param ways all ways out; a way's number is its place here
     * @param constants what MRS at EL1 always reads from a register, by its encoding; {@code null} where that is no constant
     */
    Translator(X64 a, CodePages pages, long delta, List<Way> ways, CommonCode common, IntFunction<Long> constants) {
        this.a = a;
        this.x = new X64Vector(a, common.constants);
        this.v = new VectorBench(x);
        this.b = new BlockBuilder(a, v);
        this.pages = pages;
        this.delta = delta;
        this.ways = ways;
        this.common = common;
        this.guardsBranches = pages != null && pages.guardsBranches();
        this.constants = constants;
    }

    /**
     * The block that starts at an address, not translated yet.
     *
     * @param code the page's decoded words
     * @return {@code null} if its first instruction stops the host
     */
    Block block(long va, long[] code) {
        int count = length(code, (int) (va >>> 2) & 1023);
        return count == 0 ? null : new Block(va, code[CodePages.IPA], code[CodePages.HOST] - (va & -4096), count);
    }

    /**
     * Translates a block by itself.
     *
     * @param code its page's decoded words
     */
    void translate(Block translated, long[] code) {
        begin(translated, translated.count, new Trace.Step(translated, code, NOWHERE));
        boolean[] live = new boolean[translated.count];
        liveFlags(translated, code, live, 0, true);
        piece(translated, code, live, 0);
        end();
    }

    /** Translates a block together with all that follows it in a trace. */
    void translate(Block head, Trace trace) {
        int count = trace.count();
        begin(head, count, trace.steps.toArray(Trace.Step[]::new));
        head.traced = true;
        head.addresses = new long[count];
        boolean[] live = new boolean[count];
        boolean liveAtStart = liveFlags(trace, live, true);
        path(trace, live);
        offsets = null; // further rounds of a loop are not told of
        if (trace.loop) {
            // What the second round finds in host registers stays there, round after round.
            b.clobberFlags();
            here = Place.of(head);
            pc = head.va;
            BlockBuilder.Held held = b.held();
            long again = a.at;
            b.forgetScratch();
            int rounds = Math.max(1, Trace.LOOP / count);
            pay(count * rounds);
            boolean[] liveWithin = new boolean[count];
            liveFlags(trace, liveWithin, liveAtStart);
            for (int round = 1; round <= rounds; round++) {
                path(trace, round < rounds ? liveWithin : live);
            }
            b.clobberFlags();
            b.becomes(held);
            a.jumpTo(again);
        }
        end();
    }

    private void end() {
        offsets = null;
        b.emitTails();
        block.codeBytes = (int) (a.at + delta - block.entry);
    }

    private void begin(Block translated, int paid, Trace.Step... steps) {
        block = translated;
        block.entry = a.at + delta;
        block.paid = paid;
        block.offsets = new int[paid];
        block.addresses = null;
        offsets = block.offsets;
        block.ways.clear();
        expected = NOWHERE;
        here = Place.of(block);
        pc = block.va;
        if (a.relocations != null) {
            a.relocations.begin(block, a.at);
        }
        b.begin();
        pay(paid);
        code = steps[0].code();
        FpGuard.emit(this, TABLE, steps);
    }

    /** Pays for what comes next, if the budget reaches. */
    private void pay(int count) {
        left = count;
        Way way = way(Way.Kind.BUDGET, pc, count);
        a.opImmediate(X64.SUB, true, R13, count);
        long tooMuch = a.jumpIf(X64.L);
        b.later(() -> {
            a.aimHere(tooMuch);
            b.writeBack();
            leave(way);
        });
    }

    /** The instructions of a trace, once. */
    private void path(Trace trace, boolean[] live) {
        int at = 0;
        for (int i = 0; i < trace.steps.size(); i++) {
            Trace.Step step = trace.steps.get(i);
            boolean last = i == trace.steps.size() - 1;
            expected = last && !trace.loop ? NOWHERE : step.next();
            Block next = last ? trace.steps.getFirst().block() : trace.steps.get(i + 1).block();
            expectedPlace = Place.of(next);
            expectedLanding = CommonCode.landing(next);
            here = Place.of(step.block());
            piece(step.block(), step.code(), live, at);
            at += step.block().count;
        }
        expected = NOWHERE;
    }

    /** The instructions of a block, and how it goes on. */
    private void piece(Block piece, long[] words, boolean[] live, int at) {
        int first = (int) (piece.va >>> 2) & 1023;
        code = words;
        pieceCount = piece.count;
        boolean ended = false;
        for (index = 0; index < pieceCount; index++) {
            pc = piece.va + index * 4L;
            if (offsets != null) {
                offsets[at + index] = (int) (a.at + delta - block.entry);
                if (block.addresses != null) {
                    block.addresses[at + index] = pc;
                }
            }
            after = left - 1;
            long d = code[first + index];
            int op = op(d);
            b.flagsLive(live[at + index]);
            Emitter emitter = TABLE.of(op);
            if (emitter != null) {
                emitter.emit(this, d);
                ended = TABLE.branches(op);
            } else if (InstructionTable.endsBlock(op)) {
                leaveToMeaning();
                ended = true;
            } else {
                meaning();
            }
            if (!live[at + index]) {
                b.dropFlags(); // a side way out has saved them for itself
            }
            left--;
        }
        if (!ended) {
            pc = piece.va + pieceCount * 4L;
            go(pc);
        }
    }

    private Way way(Way.Kind kind, long address, int refund) {
        return way(here, kind, address, refund);
    }

    private Way way(Place place, Way.Kind kind, long address, int refund) {
        Way way = new Way(block, kind, address, refund, place.page, place.ipa);
        block.ways.add(way);
        return way;
    }

    /** Whether a trace can go on behind an instruction that ends its block. */
    boolean follows(long[] code, long va) {
        int op = op(code[(int) (va >>> 2) & 1023]);
        if (TABLE.system(op) && InstructionTable.name(op).equals("SystemInstructions.msr")) {
            return SystemEmitters.writes((int) code[(int) (va >>> 2) & 1023]);
        }
        return TABLE.of(op) != null || !InstructionTable.endsBlock(op);
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

    /** For each instruction of a trace, whether the flags that it leaves can be seen before they are overwritten; and for those that it finds. */
    private static boolean liveFlags(Trace trace, boolean[] live, boolean atEnd) {
        int at = live.length;
        boolean after = atEnd;
        for (int i = trace.steps.size() - 1; i >= 0; i--) {
            Trace.Step step = trace.steps.get(i);
            at -= step.block().count;
            boolean leavesPage = ((step.next() ^ step.block().va) & -4096) != 0;
            after = liveFlags(step.block(), step.code(), live, at, after || leavesPage);
        }
        return after;
    }

    private static boolean liveFlags(Block piece, long[] code, boolean[] live, int at, boolean atEnd) {
        int first = (int) (piece.va >>> 2) & 1023;
        boolean after = atEnd;
        for (int i = piece.count - 1; i >= 0; i--) {
            live[at + i] = after;
            Emitter emitter = TABLE.of(op(code[first + i]));
            if (emitter == null || emitter.seesFlags()) {
                after = true;
            } else if (emitter.setsFlags()) {
                after = false;
            }
        }
        return after;
    }

    // ---- for emitters

    /** Pointer authentication's routines. */
    PointerRoutines pointers() {
        return common.pointers;
    }

    /** How guest memory is reached. */
    WindowAccess window() {
        return common.window;
    }

    /** The address of the current instruction. */
    long pc() {
        return pc;
    }

    /** What MRS at EL1 always reads from a register, or {@code null} if that is no constant. */
    Long constant(int register) {
        Long value = constants.apply(register);
        if (value != null && a.relocations != null) {
            a.relocations.register(register, value);
        }
        return value;
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
        return index + 1 < pieceCount ? code[(int) (pc + 4 >>> 2) & 1023] : 0;
    }

    /** The instruction behind the current one has been emitted with it: nothing may leave the block between them. */
    void skipNext() {
        index++;
        left--;
    }

    /**
     * A way out for the current instruction that does not come back.
     *
     * @param known whether it has an emitter
     */
    Way wayToMeaning(boolean known) {
        Way way = way(Way.Kind.MEANING, pc, left);
        long d = code[(int) (pc >>> 2) & 1023];
        way.operation = op(d);
        if (TABLE.system(way.operation)) {
            way.word = (int) d | 31;
        }
        way.known = known;
        return way;
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

    /** The instruction, which ends its block, is left to the one meaning. */
    void leaveToMeaning() {
        b.clobberFlags();
        b.writeBack();
        leave(wayToMeaning(false));
    }

    /** The same under a condition of the host's flags, the guest's being saved. */
    void leaveIf(int condition) {
        Way way = wayToMeaning(true);
        long jump = a.jumpIf(condition);
        b.later(() -> {
            a.aimHere(jump);
            b.writeBack();
            leave(way);
        });
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
        private BlockBuilder.Held held;
        private long back;
        /** Where a load goes on with its place in RAX. */
        private long found;

        Slow(Way way) {
            this.way = way;
        }

        /** A further condition for it. */
        void another(int condition) {
            another(condition, 0);
        }

        /** The same; and where a load of so many bytes, if not 0, is but in two pages, it is put together and goes on. */
        private void another(int condition, int loadBytes) {
            long jump = a.jumpIf(condition);
            b.later(() -> {
                a.aimHere(jump);
                if (loadBytes > 1) {
                    a.movImmediate(RDX, loadBytes);
                    a.call(common.crossing);
                    X64.aim(a.jumpIf(X64.E), found);
                }
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
            b.forgetScratch();
        }
    }

    /** Leaves the translated code by a way. */
    void leave(Way way) {
        a.movImmediate(RAX, ways.size());
        noteWay(way);
        ways.add(way);
        a.jumpTo(common.exit);
    }

    /** The constant before this is a way's number. */
    private void noteWay(Way way) {
        if (a.relocations != null) {
            a.relocations.way(a.at - 4, way);
        }
    }

    /** Execution goes on at an address that is known. */
    void go(long target) {
        if (target == expected) {
            follow();
            return;
        }
        b.clobberFlags();
        b.writeBack();
        goTo(here, target);
    }

    /** The same, with a look into the TLB whatever the page is: what was executed may have changed what is mapped. The guest's flags are saved. */
    void goAnew(long target) {
        if (target == expected) {
            lookUpExpected();
            return;
        }
        b.writeBack();
        linkPage(here, target);
    }

    /** A branch on the guest's flags. */
    void branchIf(int guestCondition, long taken, long notTaken) {
        b.loadFlags();
        if (expected == NOWHERE) {
            b.saveFlags();
        }
        branch(b.condition(guestCondition), taken, notTaken);
    }

    /** A conditional branch; the host's condition holds for the first way. The guest's flags are saved, or still in the host's if a trace goes on here. */
    void branch(int condition, long taken, long notTaken) {
        if (expected == NOWHERE) {
            b.writeBack();
            long jump = a.jumpIf(condition);
            goTo(here, notTaken);
            a.aimHere(jump);
            goTo(here, taken);
            return;
        }
        if (taken == notTaken) {
            follow();
            return;
        }
        long away = a.jumpIf(expected == taken ? condition ^ 1 : condition);
        long elsewhere = expected == taken ? notTaken : taken;
        Place from = here;
        int undone = after;
        b.later(() -> {
            a.aimHere(away);
            b.writeBack();
            b.saveFlags();
            giveBack(undone);
            goTo(from, elsewhere);
        });
        follow();
    }

    /** Execution goes on at the address in RAX; the guest's flags are saved. */
    void goToRax() {
        goToRax(false, 0);
    }

    /**
     * The same by a branch that may have to land well.
     *
     * @param type how {@code Core.landing} calls it
     */
    void landAtRax(int type) {
        if (guardsBranches) {
            // What comes next is executed with this PSTATE.BTYPE, and may end in an exception.
            int btype = btype(here, type);
            a.lea(true, RCX, R13, after);
            a.store(true, RBX, displacement(Layout.LANDED), RCX);
            a.storeImmediate(RBX, displacement(Layout.LANDED_TYPE), btype << 10);
        }
        goToRax(guardsBranches, type);
    }

    private static int btype(Place from, int type) {
        return Core.btype(type, from.guarded());
    }

    private void goToRax(boolean lands, int type) {
        if (expected == NOWHERE) {
            b.writeBack();
            goToRax(here, lands, type);
            return;
        }
        long away;
        if (lands && (expectedLanding >>> btype(here, type) & 1) == 0) {
            away = a.jump(); // a closer look is wanted each time
        } else {
            a.movImmediate(RCX, expected);
            a.op(X64.CMP, true, RAX, RCX);
            away = a.jumpIf(X64.NE);
        }
        Place from = here;
        int undone = after;
        b.later(() -> {
            a.aimHere(away);
            b.writeBack();
            giveBack(undone);
            goToRax(from, lands, type);
        });
        follow();
    }

    /** A trace goes on where it is expected to: if that is in another page, this must be the page that it was. */
    private void follow() {
        if (expectedPlace.page == here.page) {
            return;
        }
        b.clobberFlags();
        lookUpExpected();
    }

    private void lookUpExpected() {
        Way way = way(Way.Kind.LINK_PAGE, expected, 0);
        int undone = after;
        int entry = (int) (expected >>> 6) & Layout.TLB_INDEX;
        a.movImmediate(RAX, expected & -4096);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_EXECUTE);
        long other = a.jumpIf(X64.NE);
        a.movImmediate(RAX, expectedPlace.addend);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_ADDEND);
        long another = a.jumpIf(X64.NE);
        long third = unlessGuarded(entry, expectedPlace.guarded());
        b.later(() -> {
            a.aimHere(other);
            a.aimHere(another);
            if (third != 0) {
                a.aimHere(third);
            }
            b.writeBack();
            giveBack(undone);
            leave(way);
        });
    }

    private void giveBack(int instructions) {
        if (instructions != 0) {
            a.opImmediate(X64.ADD, true, R13, instructions);
        }
    }

    /** Leaves for an address by a jump that can be aimed. Registers are written back, and the flags are in the state block. */
    private void goTo(Place from, long target) {
        if (((target ^ from.page) & -4096) != 0) {
            linkPage(from, target);
            return;
        }
        Way way = way(from, Way.Kind.LINK, target, 0);
        way.jump = a.jump();
        b.later(() -> {
            way.unaimed = a.at;
            X64.aim(way.jump, a.at);
            leave(way);
        });
    }

    private void linkPage(Place from, long target) {
        Way way = way(from, Way.Kind.LINK_PAGE, target, 0);
        int entry = (int) (target >>> 6) & Layout.TLB_INDEX;
        a.movImmediate(RAX, target & -4096);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_EXECUTE);
        long other = a.jumpIf(X64.NE);
        way.addendAt = a.movLong(RAX, 0);
        a.opMemory(X64.CMP, true, RAX, R14, entry + A64State.TLB_ADDEND);
        long another = a.jumpIf(X64.NE);
        long third = unlessGuarded(entry, from.guarded());
        way.jump = a.jump();
        b.later(() -> {
            way.unaimed = a.at;
            a.aimHere(other);
            a.aimHere(another);
            if (third != 0) {
                a.aimHere(third);
            }
            X64.aim(way.jump, a.at);
            leave(way);
        });
    }

    /** A jump for where a page is not guarded as it was, or is; 0 if no page ever is. Uses RAX. */
    private long unlessGuarded(int entry, boolean guarded) {
        if (!guardsBranches) {
            return 0;
        }
        a.load(false, RAX, R14, entry + A64State.TLB_OUTPUT);
        a.testImmediate(false, RAX, Walker.GUARDED);
        return a.jumpIf(guarded ? X64.E : X64.NE);
    }

    private void goToRax(Place from, boolean lands, int type) {
        a.movImmediate(RDX, from.page);
        long addendAt = a.movLong(RCX, from.addend);
        a.movImmediate(X64.R8, ways.size());
        long numberAt = a.at - 4;
        if (guardsBranches) {
            a.movImmediate(X64.R9, from.guarded() ? Walker.GUARDED : 0);
        }
        Way way = way(from, lands ? Way.Kind.LANDING : Way.Kind.INDIRECT, 0, 0);
        way.landingType = type;
        ways.add(way);
        if (a.relocations != null) {
            a.relocations.addend(addendAt, from.addend);
            a.relocations.way(numberAt, way);
        }
        if (lands) {
            a.movImmediate(X64.R10, 1 << btype(from, type));
        }
        a.jumpTo(lands ? common.landing : common.indirect);
    }

    // ---- guest memory

    /**
     * Looks an access up in the TLB: the virtual address in RAX becomes one for {@link X64#GUEST}. Uses RCX and RDX, and the flags, which must be saved.
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
        Slow result = slow == null ? new Slow(wayToMeaning(true)) : slow;
        result.another(X64.NE, write ? 0 : sizeBytes);
        common.window.translate(a, RAX, RDX);
        result.found = a.at;
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
