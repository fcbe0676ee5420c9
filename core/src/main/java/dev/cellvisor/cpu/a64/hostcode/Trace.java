package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.a64.isa.CodePages;
import java.util.ArrayList;
import java.util.List;

/**
 * The way that execution really took from a block on, over branches, calls and page boundaries: blocks to be translated as one, with side exits where
 * another time it may go elsewhere. If it came back to where it began, it is a loop.
 *
 * <p>The idea is the "next executing tail" of Dynamo (Bala, Duesterwald, Banerjia, PLDI 2000).
 */
final class Trace {
    /** As many instructions a trace has at most. */
    static final int MOST = 160;
    /** A shorter loop is repeated up to this in its code, to share what each round costs. */
    static final int LOOP = 40;

    /**
     * A block on the way.
     *
     * @param block it
     * @param code its page's decoded words
     * @param next where execution went on
     */
    record Step(Block block, long[] code, long next) {
        long page() {
            return block.page();
        }

        long ipa() {
            return code[CodePages.IPA];
        }
    }

    final List<Step> steps = new ArrayList<>();
    boolean loop;

    int count() {
        int count = 0;
        for (Step step : steps) {
            count += step.block.count;
        }
        return count;
    }

    boolean contains(Block block) {
        for (Step step : steps) {
            if (step.block == block) {
                return true;
            }
        }
        return false;
    }
}
