package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.state.A64State.NZCV;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.RunLoop;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The native engine of one CPU: runs translated blocks, and does what they leave undone. It works on the same state block as the
 * interpreter, counts the same instructions, and looks into the TLB at the same places.
 */
public final class HostEngine implements AutoCloseable {
    private static final long BUFFER_BYTES = 64L << 20;
    /** Room that is always left for one block. */
    private static final long BLOCK_BYTES = 64 << 10;

    /** No way: somebody wants a look before the next instruction. */
    private static final Way STOP = new Way(null, Way.Kind.INDIRECT, 0, 0);

    private final Core core;
    private final CodePages pages;
    private final long s;
    private final Arena arena = Arena.ofShared();
    private final CodeBuffer buffer = new CodeBuffer(BUFFER_BYTES);
    private final X64 a = new X64();
    private final List<Way> ways = new ArrayList<>();
    /** Blocks by the low bits of their instruction's number; those that share them are linked. */
    private Block[] blocks = new Block[1 << 14];
    private int blockCount;
    private final Map<Long, List<Block>> byPage = new HashMap<>();
    private final long jumpCache;
    private final Translator translator;
    private final CommonCode common;
    private final long firstBlock;
    private final MethodHandle enter;
    private final LeftOver leftOver = new LeftOver();

    /**
     * An engine.
     *
     * @throws UnsupportedOperationException if this host cannot have one; the message says why
     */
    public HostEngine(Core core, CodePages pages) {
        this.core = core;
        this.pages = pages;
        this.s = core.state;
        jumpCache = HostMemory.allocate((long) CommonCode.JUMP_ENTRIES * CommonCode.JUMP_ENTRY, arena).address();
        clearJumpCache();
        a.at = buffer.writable();
        common = new CommonCode(a, buffer.delta());
        firstBlock = a.at;
        translator = new Translator(a, pages, buffer.delta(), ways, common);
        enter = Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(common.enter),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        SelfCheck.run(a, common, buffer.delta(), s, HostFeatures.ofThisHost(), this::enter);
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

    /** As {@link RunLoop#run}: executes until the budget is used up. */
    public void run() {
        setLong(s + Layout.JUMP_CACHE, jumpCache);
        Way from = null;
        while (core.budget > 0) {
            long[] code = pages.again(getLong(s + PC));
            long pc = getLong(s + PC);
            Block block = find(pc, code);
            if (block == null || core.budget < block.count) {
                long before = core.retiredAtZero - core.budget;
                boolean goesOn = interpret(block == null ? 1 : core.budget);
                leftOver.walked(core.retiredAtZero - core.budget - before);
                if (!goesOn) {
                    return;
                }
                from = null;
                continue;
            }
            if (from != null) {
                aim(from, block);
            }
            from = go(block.entry, core.budget);
            if (from == STOP) {
                return;
            }
        }
    }

    /** Enters translated code, and goes on there as long as there is only an instruction to be done here and there. Gives a jump to be aimed. */
    private Way go(long entry, long budget) {
        long at = entry;
        long left = budget;
        setLong(s + Layout.FP_READY, 0);
        while (true) {
            setLong(s + Layout.BUDGET, left);
            setLong(s + Layout.HOST_FLAGS, Layout.host(getLong(s + NZCV)));
            Way way = ways.get(enter(at));
            setLong(s + NZCV, Layout.nzcv(getLong(s + Layout.HOST_FLAGS)));
            core.budget = getLong(s + Layout.BUDGET) + way.refund;
            switch (way.kind) {
                case BUDGET -> {
                    setLong(s + PC, way.pc);
                    stay(way);
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
                    if (((pc ^ way.from.va) & -4096) == 0 && (pc & 3) == 0) {
                        stay(way);
                    } else {
                        pages.leave();
                    }
                    return null;
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
                    left = core.budget - (way.refund - 1);
                    at = way.resume;
                }
            }
        }
    }

    private int enter(long code) {
        try {
            return (int) (long) enter.invokeExact(code, s + BlockBuilder.BIAS);
        } catch (Throwable e) {
            throw new IllegalStateException("translated code could not be entered", e);
        }
    }

    /** Execution is still in the page of the block that was left. */
    private void stay(Way way) {
        pages.in(way.from.page(), way.from.ipa);
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

    // ---- blocks

    private Block find(long pc, long[] code) {
        long ipa = code[CodePages.IPA];
        Block block = blocks[bucket(pc)];
        while (block != null && (block.va != pc || block.ipa != ipa)) {
            block = block.next;
        }
        if (block == null) {
            block = translate(pc, code);
        }
        if (block != null) {
            long entry = jumpCache + CommonCode.jumpEntry(pc);
            setLong(entry, pc);
            setLong(entry + 8, block.addend);
            setLong(entry + 16, block.entry);
        }
        return block;
    }

    private int bucket(long va) {
        return (int) (va >>> 2) & blocks.length - 1;
    }

    private void add(Block block) {
        if (++blockCount > blocks.length) {
            Block[] old = blocks;
            blocks = new Block[old.length * 4];
            for (Block first : old) {
                for (Block at = first; at != null; ) {
                    Block next = at.next;
                    link(at);
                    at = next;
                }
            }
        }
        link(block);
    }

    private void link(Block block) {
        int bucket = bucket(block.va);
        block.next = blocks[bucket];
        blocks[bucket] = block;
    }

    private void unlink(Block block) {
        int bucket = bucket(block.va);
        blockCount--;
        if (blocks[bucket] == block) {
            blocks[bucket] = block.next;
            return;
        }
        for (Block at = blocks[bucket]; at != null; at = at.next) {
            if (at.next == block) {
                at.next = block.next;
                return;
            }
        }
    }

    private Block translate(long pc, long[] code) {
        if (a.at + BLOCK_BYTES > buffer.writable() + buffer.sizeBytes()) {
            flush();
        }
        Block block = translator.translate(pc, code);
        if (block != null) {
            add(block);
            byPage.computeIfAbsent(block.ipa, page -> new ArrayList<>()).add(block);
        }
        return block;
    }

    private void aim(Way way, Block block) {
        if (way.from.dead || way.pc != block.va || way.kind == Way.Kind.LINK && way.from.ipa != block.ipa || way.jump == 0) {
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
        List<Block> gone = byPage.remove(page);
        if (gone != null) {
            gone.forEach(this::kill);
        }
    }

    private void kill(Block block) {
        block.dead = true;
        for (Way way : block.callers) {
            X64.aim(way.jump, way.unaimed);
            way.aimedAt = null;
        }
        block.callers.clear();
        unlink(block);
        long entry = jumpCache + CommonCode.jumpEntry(block.va);
        if (getLong(entry + 16) == block.entry) {
            setLong(entry, -1);
        }
    }

    /** Forgets all translations. */
    public void flush() {
        byPage.values().forEach(list -> list.forEach(block -> block.dead = true));
        java.util.Arrays.fill(blocks, null);
        blockCount = 0;
        byPage.clear();
        ways.clear();
        clearJumpCache();
        a.at = firstBlock;
    }

    private void clearJumpCache() {
        for (int i = 0; i < CommonCode.JUMP_ENTRIES; i++) {
            setLong(jumpCache + (long) i * CommonCode.JUMP_ENTRY, -1);
        }
    }

    @Override
    public void close() {
        buffer.close();
        arena.close();
    }
}
