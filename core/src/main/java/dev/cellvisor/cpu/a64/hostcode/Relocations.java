package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getInt;

import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * What in the code of one block names something of this run, noted down while it is emitted: where these places are filled in anew it can be used at another
 * address, in another run. All else in it follows from the guest's instructions, their addresses and the host's features.
 */
final class Relocations {
    /** What stands at a place. */
    enum Kind {
        /** 32 bits: the number of a way out; the value is its place among the block's ways. */
        WAY,
        /** 64 bits: the host address of the block's page minus its virtual address. */
        ADDEND,
        /** 32 bits, relative: code that all blocks share. As it is kept, what would stand there if the block stood at the buffer's start. */
        SHARED,
        /** 32 bits, relative: a constant; the value is its place in {@link #constants}. As it is kept, what would stand there if the constant stood at the block's start. */
        CONSTANT;

        static final List<Kind> ALL = List.of(values());
    }

    /**
     * One place.
     *
     * @param position in bytes from the block's start
     * @param kept what stands there of a block that is kept
     */
    record Place(Kind kind, int position, int value, int kept) {
    }

    /** The two halves of a constant; or a register's encoding, and what MRS was taken to read from it, always. */
    record Pair(long first, long second) {
    }

    final List<Place> places = new ArrayList<>();
    final List<Pair> constants = new ArrayList<>();
    final List<Pair> registers = new ArrayList<>();
    private final long buffer;
    private Block block;
    private long start;
    private boolean whole;

    /** @param buffer writing address of the code buffer's start */
    Relocations(long buffer) {
        this.buffer = buffer;
    }

    /** The code of a block begins. */
    void begin(Block emitted, long at) {
        block = emitted;
        start = at;
        whole = true;
        places.clear();
        constants.clear();
        registers.clear();
    }

    /** Writing address of the block's start. */
    long start() {
        return start;
    }

    /** Whether all places are known: else the block cannot be kept. */
    boolean whole() {
        return whole;
    }

    /** The 32 bits at a position are a way's number. */
    void way(long position, Way way) {
        int number = block.ways.lastIndexOf(way);
        whole &= number >= 0;
        places.add(new Place(Kind.WAY, at(position), number, 0));
    }

    /** The 64 bits at a position are a page's addend. */
    void addend(long position, long addend) {
        whole &= addend == block.addend;
        places.add(new Place(Kind.ADDEND, at(position), 0, 0));
    }

    /** The 32 bits at a position lead to a target; if it is in the block itself, that holds anywhere. */
    void jump(long position, long target) {
        if (target < start) {
            places.add(new Place(Kind.SHARED, at(position), 0, getInt(position) + (int) (start - buffer)));
        }
    }

    /** The 32 bits at a position lead to a constant that stands at an address. */
    void constant(long position, long low, long high, long address) {
        places.add(new Place(Kind.CONSTANT, at(position), constants.size(), getInt(position) - (int) (address - start)));
        constants.add(new Pair(low, high));
    }

    /** MRS was taken to read a value from a register, always. */
    void register(int encoding, long value) {
        registers.add(new Pair(encoding, value));
    }

    private int at(long position) {
        return (int) (position - start);
    }
}
