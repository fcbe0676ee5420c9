package dev.cellvisor.vm;

/**
 * Numbers that follow from a seed, the same on every machine: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, 2014).
 */
final class Seeds {
    private long state;

    Seeds(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e37_79b9_7f4a_7c15L;
        long mixed = (state ^ state >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ mixed >>> 31;
    }
}
