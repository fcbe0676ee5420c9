package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.state.A64State.NZCV;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.EngineCounts;
import dev.cellvisor.cpu.EngineFaultException;
import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.RunLoop;
import dev.cellvisor.cpu.a64.mmu.FreePages;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.RamWindow;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The native engine of one CPU: runs translated blocks, and does what they leave undone. It works on the same state block as the
 * interpreter, counts the same instructions, and looks into the TLB at the same places.
 */
public final class HostEngine implements AutoCloseable {
    private static final long BUFFER_BYTES = 64L << 20;
    /** Room that is always left for one block. */
    private static final long BLOCK_BYTES = 64 << 10;
    private static final long TRACE_BYTES = 512 << 10;

    /** At which visit to a block its translation pays: it costs as much as to interpret the block about as often. */
    public static final int VISITS = 8;

    /** As many instructions run before the next look at what is running: often enough to find hot code soon, seldom enough to cost next to nothing. */
    private static final int LOOK = 16384;
    /** The same where all is translated at once, so that tests see traces too. */
    private static final int EAGER_LOOK = 256;
    /** How many looks must find a block before a trace is made of it, and how often that is tried. */
    private static final int SAMPLES = 2;
    private static final int TRIES = 4;

    /** So few instructions are interpreted sooner than translated code is found, entered and left. */
    private static final int FEW = 100;

    /** No way: somebody wants a look before the next instruction. */
    private static final Way STOP = new Way(null, Way.Kind.INDIRECT, 0, 0, 0, 0);

    private final Core core;
    private final CodePages pages;
    private final long s;
    private final Arena arena = Arena.ofShared();
    private final CodeBuffer buffer = new CodeBuffer(BUFFER_BYTES);
    private final X64 a = new X64();
    private final List<Way> ways = new ArrayList<>();
    private final long jumpCache;
    private final BlockTable blocks;
    private final Translator translator;
    private final CommonCode common;
    private final boolean guards;
    private final RamWindow window;
    private final long firstBlock;
    private int visits;
    private final int look;
    private final int samples;
    private final int few;
    private int random = 1;
    /** How many instructions are left until the next look. */
    private long toLook;
    private final MethodHandle enter;
    private long translatedBlocks;
    private long translatedTraces;
    private long invalidated;
    private long entries;
    /** Where faults are contained; {@code null} if they are not. */
    private FaultGuard.Place contained;
    /** Why the CPU's registers are lost; {@code null} if they are not. */
    private String broken;
    private final LeftOver leftOver = new LeftOver();
    private FreePages free;
    /** {@code null} if translations are not kept between runs. */
    private KeptTranslations kept;

    /**
     * An engine.
     *
     * @param window where all guest memory is that it may reach; {@code null} if the host has none
     * @param visits at which visit to a block it is translated, from 1 (then traces are made at the first chance too); the guest sees no difference
     * @throws UnsupportedOperationException if this host cannot have one; the message says why
     */
    public HostEngine(Core core, CodePages pages, RamWindow window, int visits) {
        this.visits = visits;
        look = visits == 1 ? EAGER_LOOK : LOOK;
        samples = visits == 1 ? 1 : SAMPLES;
        few = visits == 1 ? 0 : FEW;
        toLook = nextLook();
        this.core = core;
        this.pages = pages;
        this.s = core.state;
        this.window = window;
        if (window == null) {
            close();
            throw new UnsupportedOperationException("the host refuses to reserve addresses for guest memory, which is all that translated code may reach");
        }
        jumpCache = HostMemory.allocate((long) CommonCode.JUMP_ENTRIES * CommonCode.JUMP_ENTRY + Refill.TABLE_BYTES, arena).address();
        a.at = buffer.writable();
        guards = pages.guardsBranches();
        blocks = new BlockTable(jumpCache, guards);
        common = new CommonCode(a, buffer.delta(), s, WindowAccess.of(window), core.has(Feature.PAUTH), guards);
        firstBlock = a.at;
        translator = new Translator(a, pages, buffer.delta(), ways, common, core::constantRegister);
        enter = HostMemory.asMmap(MemorySegment.ofAddress(common.enter));
        WindowAccess.tell(s, window);
        try {
            SelfCheck.run(a, common, buffer.delta(), s, HostFeatures.ofThisHost(), this::enter);
        } catch (UnsupportedOperationException e) {
            close();
            throw e;
        }
    }

    /** From now on emitted code walks translation tables itself, for pages that are free. */
    public void refillFrom(FreePages pages) {
        free = pages;
    }

    /** From now on a block is translated at another visit to it; what is translated stays. The guest sees no difference. */
    public void translateAt(int visit) {
        visits = visit;
    }

    /**
     * From now on a fault of emitted code is an {@link EngineFaultException} of the run, and does not end the JVM.
     *
     * @throws UnsupportedOperationException if this host does not allow it; the message says why
     */
    public void containFaults() {
        if (contained == null) {
            contained = FaultGuard.contain(buffer.executable(), buffer.executable() + buffer.sizeBytes(), common.fault);
        }
    }

    /**
     * From now on code of blocks is taken from a folder where an earlier run has kept it, and kept there. The guest sees no difference.
     *
     * @param origin the program that this is part of, and the CPU model: what code follows from that this engine cannot tell
     */
    public void keepTranslations(TranslationFolder folder, String origin) {
        if (kept == null) {
            String all = configuration(origin, HostFeatures.ofThisHost(), common.layout(buffer.writable(), firstBlock));
            kept = new KeptTranslations(folder, all, buffer, a, common.constants, ways, core::constantRegister);
        }
    }

    /** All that code of a block follows from beside its page. */
    static String configuration(String origin, HostFeatures host, String layout) {
        // Neither format nor what a record makes of itself, which take the JVM some milliseconds.
        return new StringBuilder(origin).append("\nhost").append(host.vectors() ? " vectors" : "").append(host.halves() ? " halves" : "").append(host.aes() ? " aes" : "")
                .append(host.carryless() ? " carryless" : "").append(host.sha() ? " sha" : "").append(host.crc32c() ? " crc32c" : "").append(host.bits() ? " bits" : "")
                .append("\nlayout ").append(layout).toString();
    }

    /** Writes what was translated to the folder; {@link #close} does so too. Nothing happens if translations are not kept. */
    public void writeTranslations() {
        if (kept != null && broken == null) {
            kept.write();
        }
    }

    /** What a description of the engine says of translations that are kept; may be empty. */
    public String toldOfKept() {
        return kept == null ? "" : kept.told();
    }

    /** @throws EngineFaultException if emitted code has faulted, and {@link #mended} was not called since */
    public void requireWhole() {
        if (broken != null) {
            throw new EngineFaultException(broken);
        }
    }

    /** The CPU has got other registers, all of them. */
    public void mended() {
        broken = null;
    }

    /** Emitted code has faulted: nothing of it is trusted any more. */
    private EngineFaultException faulted() {
        broken = "translated code was stopped by %s, in %s; this CPU's registers are lost: go back to a snapshot, and use the interpreter from there"
                .formatted(contained.fault(), whereIs(contained.pc()));
        flush();
        return new EngineFaultException(broken);
    }

    private String whereIs(long hostPc) {
        Block block = blocks.translated(candidate -> hostPc >= candidate.entry && hostPc < candidate.entry + candidate.codeBytes);
        return block == null ? "code that all blocks share, or that was replaced"
                : "the code of the guest's instruction at 0x%x".formatted(block.instructionAt((int) (hostPc - block.entry)));
    }

    /** Makes the tables that all engines share; a program may do it on another thread while its guest is interpreted. */
    public static void prepare() {
        if (unsupported() == null) {
            Translator.prepare();
        }
    }

    /** Why this host cannot have a native engine, or {@code null} if it can. */
    public static String unsupported() {
        String arch = System.getProperty("os.arch");
        if (!arch.equals("amd64") && !arch.equals("x86_64")) {
            return "there is no emitter for hosts of architecture " + arch;
        }
        return System.getProperty("os.name").equals("Linux") ? null : "memory for code is only known how to be had on Linux";
    }

    /** What it has left to the interpreter until now; {@code instructions} is what its CPU has retired. */
    public EngineReport report(long instructions) {
        return leftOver.report(instructions);
    }

    /** What it has done; its caller knows of the walks that emitted code has not done. */
    public EngineCounts counts(long walks) {
        return new EngineCounts(translatedBlocks, translatedTraces, invalidated, entries, walks + Refill.walks(jumpCache), kept == null ? 0 : kept.taken());
    }

    /** See {@link dev.cellvisor.cpu.Cpu#emitted}. */
    public Optional<EmittedCode> emitted(long va) {
        Block found = blocks.translated(block -> block.va == va);
        return Optional.ofNullable(found != null ? found : blocks.translated(block -> block.contains(va))).map(Block::emitted);
    }

    /** All that it has emitted. */
    public EverythingEmitted everything() {
        long delta = buffer.delta();
        return EverythingEmitted.of(common.crossing + delta, firstBlock + delta, a.at + delta);
    }

    /** As {@link RunLoop#run}: executes until the budget is used up. */
    public void run() {
        requireWhole();
        if (core.budget <= few) {
            walk(core.budget);
            return;
        }
        while (visits > 1 && core.budget > 0 && Translator.inTheMaking()) {
            if (!walk(Math.min(core.budget, LOOK))) {
                return;
            }
        }
        setLong(s + Layout.JUMP_CACHE, jumpCache);
        Refill.arm(jumpCache, free);
        WindowAccess.tell(s, window);
        Way from = null;
        while (core.budget > 0) {
            long[] code = pages.again(getLong(s + PC));
            long pc = getLong(s + PC);
            Block block = find(pc, code);
            if (block == null || core.budget < block.count || !hot(block, code)) {
                if (!walk(block == null ? 1 : Math.min(block.count, core.budget))) {
                    return;
                }
                from = null;
                continue;
            }
            if (block.samples >= samples && !block.traced && block.tries < TRIES) {
                if (!trace(block, code)) {
                    return;
                }
                from = null;
                continue;
            }
            if (core.budget < block.paid) {
                if (!walk(block.count)) {
                    return;
                }
                from = null;
                continue;
            }
            if (from != null) {
                aim(from, block);
            }
            from = go(block.entry);
            if (from == STOP) {
                return;
            }
        }
    }

    /** Enters translated code, and goes on there as long as there is only an instruction to be done here and there. Gives a jump to be aimed. */
    private Way go(long entry) {
        long at = entry;
        setLong(s + Layout.FP_READY, 0);
        int owed = 0; // what is paid for already of the block that is entered in its middle
        while (true) {
            long all = core.budget;
            long some = Math.min(all, toLook);
            setLong(s + Layout.BUDGET, some - owed);
            setLong(s + Layout.HOST_FLAGS, Layout.host(getLong(s + NZCV)));
            setLong(s + Layout.LANDED_TYPE, 0);
            setLong(s + Layout.TOLD, core.tellsExceptions() ? 1 : 0);
            int number = enter(at);
            if (number == CommonCode.FAULT) {
                throw faulted();
            }
            Way way = ways.get(number);
            if (way == null) {
                way = kept.way(number);
            }
            setLong(s + NZCV, Layout.nzcv(getLong(s + Layout.HOST_FLAGS)));
            core.budget = all - some + getLong(s + Layout.BUDGET) + way.refund;
            toLook -= all - core.budget;
            if (guards && way.kind != Way.Kind.LANDING && getLong(s + Layout.LANDED_TYPE) != 0) {
                core.landed(all - some + getLong(s + Layout.LANDED), getLong(s + Layout.LANDED_TYPE));
            }
            switch (way.kind) {
                case BUDGET -> {
                    setLong(s + PC, way.pc);
                    stay(way);
                    if (toLook < way.refund) {
                        way.from.samples++;
                        toLook = nextLook();
                    }
                    return null;
                }
                case LINK -> {
                    setLong(s + PC, way.pc);
                    stay(way);
                    return way;
                }
                case LINK_PAGE -> {
                    setLong(s + PC, way.pc);
                    pages.leave();
                    return way;
                }
                case INDIRECT -> {
                    long pc = getLong(s + PC);
                    if (((pc ^ way.page) & -4096) == 0 && (pc & 3) == 0) {
                        stay(way);
                    } else {
                        pages.leave();
                    }
                    return null;
                }
                case ANEW -> {
                    pages.leave();
                    return null;
                }
                case LANDING -> {
                    stay(way);
                    long pc = getLong(s + PC);
                    core.attention = false;
                    core.landing(pc, way.landingType);
                    if (((pc ^ way.page) & -4096) != 0 || (pc & 3) != 0) {
                        pages.leave();
                    }
                    return core.attention ? STOP : null;
                }
                case MEANING -> {
                    setLong(s + PC, way.pc);
                    stay(way);
                    leftOver.count(way);
                    boolean goesOn = interpret(1);
                    if (!goesOn) {
                        return STOP;
                    }
                    if (way.resume == 0 || way.from.dead) {
                        return null;
                    }
                    owed = way.refund - 1;
                    at = way.resume;
                }
            }
        }
    }

    private int nextLook() {
        random = random * 1_103_515_245 + 12_345;
        return look + (random >>> 16) % look;
    }

    /**
     * Interprets from a block on, and makes one piece of code of the way that execution takes; says whether nobody wants a look in between.
     */
    private boolean trace(Block head, long[] code) {
        head.tries++;
        head.samples = 0;
        var trace = new Trace();
        boolean goesOn = true;
        Block block = head;
        long[] words = code;
        int count = 0;
        while (goesOn && core.budget >= block.count && count + block.count <= Trace.MOST) {
            long last = block.va + (block.count - 1) * 4L;
            int word = getInt(last + block.addend);
            if (!translator.follows(words, last)) {
                break;
            }
            goesOn = walk(block.count);
            long next = getLong(s + PC);
            if (!BranchEmitters.leads(word, last, next)) {
                break;
            }
            trace.steps.add(new Trace.Step(block, words, next));
            count += block.count;
            if (!goesOn || core.budget <= 0) {
                break;
            }
            words = pages.again(next);
            if (next == head.va && words[CodePages.IPA] == head.ipa) {
                trace.loop = true;
                break;
            }
            block = find(next, words);
            if (block == null || trace.contains(block)) {
                break;
            }
        }
        if ((trace.loop || trace.steps.size() > 1) && trace.steps.stream().noneMatch(step -> step.block().dead)) {
            replace(head, trace);
        }
        return goesOn;
    }

    /** Gives a block the code of a trace in place of its own. */
    private void replace(Block head, Trace trace) {
        if (a.at + TRACE_BYTES > buffer.writable() + buffer.sizeBytes()) {
            flush();
            return;
        }
        for (Way way : head.ways) {
            if (way.aimedAt != null) {
                way.aimedAt.callers.remove(way);
                way.aimedAt = null;
            }
        }
        translator.translate(head, trace);
        translatedTraces++;
        for (Way way : head.callers) {
            X64.aim(way.jump, head.entry - buffer.delta());
        }
        for (Trace.Step step : trace.steps) {
            blocks.madeFrom(step.ipa(), head);
        }
        blocks.foundByJumps(head);
    }

    private int enter(long code) {
        entries++;
        try {
            return (int) (long) enter.invokeExact(code, s + BlockBuilder.BIAS, 0, 0, 0, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("translated code could not be entered", e);
        }
    }

    /** Execution is still in the page of the block that was left. */
    private void stay(Way way) {
        pages.in(way.page, way.ipa);
    }

    /** Executes so many instructions by the one meaning; says whether all of them were executed and nobody wants a look in between. */
    private boolean interpret(long instructions) {
        long rest = core.budget - instructions;
        core.retiredAtZero -= rest;
        core.budget = instructions;
        core.attention = false;
        RunLoop.run(pages, core, s);
        if (core.attention || core.budget != 0) {
            return false;
        }
        core.budget = rest;
        core.retiredAtZero += rest;
        return true;
    }

    /** The same, of code that is not translated, or where the budget does not reach to its end. */
    private boolean walk(long instructions) {
        long before = core.retiredAtZero - core.budget;
        boolean goesOn = interpret(instructions);
        leftOver.walked(core.retiredAtZero - core.budget - before);
        return goesOn;
    }

    // ---- blocks

    /** The block at an address; {@code null} if there can be none. */
    private Block find(long pc, long[] code) {
        long ipa = code[CodePages.IPA];
        Block block = blocks.find(pc, ipa);
        if (block == null) {
            block = translator.block(pc, code);
            if (block != null) {
                blocks.add(block, ipa);
            }
        }
        return block;
    }

    /** Whether a block is translated, as it is when it was come to often enough to pay for that; then indirect jumps find it. */
    private boolean hot(Block block, long[] code) {
        if (block.entry == 0) {
            boolean due = ++block.visits >= visits;
            if (!due && (kept == null || block.visits > 1)) {
                return false;
            }
            if (a.at + BLOCK_BYTES > buffer.writable() + buffer.sizeBytes()) {
                flush();
                return false;
            }
            if (kept == null || block.visits > 1 || !kept.take(block, code)) {
                if (!due) {
                    return false;
                }
                translator.translate(block, code);
                translatedBlocks++;
                if (kept != null) {
                    kept.keep(block, code);
                }
            }
        }
        blocks.foundByJumps(block);
        return true;
    }

    private void aim(Way way, Block block) {
        boolean otherwise = way.kind == Way.Kind.LINK ? way.ipa != block.ipa : ((way.ipa ^ block.ipa) & CodePages.GUARDED) != 0;
        if (way.from.dead || way.pc != block.va || otherwise || way.jump == 0) {
            return;
        }
        if (way.aimedAt != null) {
            way.aimedAt.callers.remove(way);
        }
        if (way.kind == Way.Kind.LINK_PAGE) {
            setLong(way.addendAt, block.addend);
        }
        X64.aim(way.jump, block.entry - buffer.delta());
        way.aimedAt = block;
        block.callers.add(way);
    }

    /** Code in a page has changed, or may mean something else: its blocks are never entered again. */
    public void invalidate(long page) {
        if (kept != null) {
            kept.forget(page);
        }
        blocks.forget(page).forEach(this::kill);
    }

    private void kill(Block block) {
        if (block.dead) {
            return; // a trace through several pages
        }
        block.dead = true;
        invalidated += block.entry != 0 ? 1 : 0;
        for (Way way : block.callers) {
            X64.aim(way.jump, way.unaimed);
            way.aimedAt = null;
        }
        block.callers.clear();
        blocks.remove(block);
    }

    /** Forgets all translations. */
    public void flush() {
        if (blocks.isEmpty() && a.at == firstBlock) {
            return; // nothing was executed since
        }
        blocks.clear();
        ways.clear();
        if (kept != null) {
            kept.forgetAll();
        }
        a.at = firstBlock;
    }

    @Override
    public void close() {
        writeTranslations();
        if (kept != null) {
            kept.close();
        }
        if (contained != null) {
            contained.close();
        }
        buffer.close();
        arena.close();
    }
}
