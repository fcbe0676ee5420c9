package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.memory.HostMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The blocks of one engine: by their address, by the pages that their code was made from, and, for those that are translated, in the jump cache,
 * where emitted code finds them.
 */
final class BlockTable {
    /** Blocks by the low bits of their instruction's number; those that share them are linked. */
    private Block[] blocks = new Block[1 << 14];
    private int count;
    private final Map<Long, List<Block>> byPage = new HashMap<>();
    private final long jumpCache;
    private final boolean guards;
    private boolean jumpCacheUsed;

    /**
     * A table without a block.
     *
     * @param jumpCache where emitted code looks for blocks: {@link CommonCode#JUMP_ENTRIES} entries of zeros
     * @param guards whether it also looks for where an indirect branch may land (FEAT_BTI)
     */
    BlockTable(long jumpCache, boolean guards) {
        this.jumpCache = jumpCache;
        this.guards = guards;
        guardFirstJump();
    }

    /** The block at a virtual address in a page with this guest-physical one; {@code null} if there is none. */
    Block find(long va, long ipa) {
        Block block = blocks[bucket(va)];
        while (block != null && (block.va != va || block.ipa != ipa)) {
            block = block.next;
        }
        return block;
    }

    /** One more block, of the page with this guest-physical address. */
    void add(Block block, long ipa) {
        if (++count > blocks.length) {
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
        byPage.computeIfAbsent(ipa, page -> new ArrayList<>()).add(block);
    }

    /** A block's code was made from this page too. */
    void madeFrom(long ipa, Block block) {
        List<Block> there = byPage.computeIfAbsent(ipa, page -> new ArrayList<>());
        if (!there.contains(block)) {
            there.add(block);
        }
    }

    /** Forgets a page, and says which blocks were made from it; some may be dead. */
    List<Block> forget(long ipa) {
        List<Block> gone = byPage.remove(ipa);
        return gone == null ? List.of() : gone;
    }

    /** The first translated block for which this is so, by its place in the table; {@code null} if there is none. */
    Block translated(Predicate<Block> test) {
        for (Block first : blocks) {
            for (Block block = first; block != null; block = block.next) {
                if (block.entry != 0 && test.test(block)) {
                    return block;
                }
            }
        }
        return null;
    }

    /** From now on indirect jumps find a block's code. */
    void foundByJumps(Block block) {
        jumpCacheUsed = true;
        long entry = jumpCache + CommonCode.jumpEntry(block.va);
        setLong(entry, block.va);
        setLong(entry + 8, block.addend);
        setLong(entry + 16, block.entry);
        if (guards) {
            setLong(entry + 24, CommonCode.landing(block));
        }
    }

    /** Takes one block out, of which jumps then find nothing any more; its pages still know it. */
    void remove(Block block) {
        unlink(block);
        long entry = jumpCache + CommonCode.jumpEntry(block.va);
        if (block.entry != 0 && getLong(entry + 16) == block.entry) {
            setLong(entry, -1);
        }
    }

    boolean isEmpty() {
        return count == 0 && byPage.isEmpty();
    }

    /** Takes all blocks out; they are dead. */
    void clear() {
        byPage.values().forEach(list -> list.forEach(block -> block.dead = true));
        Arrays.fill(blocks, null);
        count = 0;
        byPage.clear();
        if (jumpCacheUsed) {
            HostMemory.ALL.asSlice(jumpCache, (long) CommonCode.JUMP_ENTRIES * CommonCode.JUMP_ENTRY).fill((byte) 0);
            guardFirstJump();
            jumpCacheUsed = false;
        }
    }

    /** Zeros in the jump cache match no address but 0, which has the first entry: the others need not be touched, which is most of what a fork would pay. */
    private void guardFirstJump() {
        setLong(jumpCache + CommonCode.jumpEntry(0), -1);
    }

    private int bucket(long va) {
        return (int) (va >>> 2) & blocks.length - 1;
    }

    private void link(Block block) {
        int bucket = bucket(block.va);
        block.next = blocks[bucket];
        blocks[bucket] = block;
    }

    private void unlink(Block block) {
        int bucket = bucket(block.va);
        count--;
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
}
