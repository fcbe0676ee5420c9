package dev.cellvisor.irq;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.util.Arrays;

/**
 * The state of a run of interrupts as bitmaps of 32, with the registers that GICD and GICR have in common: the SGIs and PPIs of
 * one CPU, or all SPIs. Offsets are those of the distributor (GIC architecture specification IHI 0069, 12.1); a
 * redistributor's SGI_base frame has the same ones for INTIDs 0 to 31.
 */
final class InterruptBank {

    /** Five bits of priority, as GIC-600 and Arm's own CPUs have: the low three bits read as zero. */
    static final int PRIORITY_MASK = 0xf8;

    private static final int SGI_WORD_EDGE = 0xffff;

    final int firstIntid;
    final int words;
    final int[] group;
    final int[] enabled;
    final int[] latched;
    final int[] active;
    final int[] edge;
    final int[] level;
    final byte[] priority;

    InterruptBank(int firstIntid, int count) {
        this.firstIntid = firstIntid;
        words = count / 32;
        group = new int[words];
        enabled = new int[words];
        latched = new int[words];
        active = new int[words];
        edge = new int[words];
        level = new int[words];
        priority = new byte[count];
        if (firstIntid == 0) {
            edge[0] = SGI_WORD_EDGE;
        }
    }

    /** The pending ones of a word: a level-sensitive one is pending as long as its line is asserted, or by ISPENDR until it is acknowledged. */
    int pending(int word) {
        return latched[word] | level[word] & ~edge[word];
    }

    /** Those of a word that could be signalled, leaving out groups and routing. An active one waits until it is deactivated. */
    int ready(int word) {
        return pending(word) & enabled[word] & ~active[word];
    }

    int priority(int intid) {
        return priority[intid - firstIntid] & 0xff;
    }

    boolean test(int[] bitmap, int intid) {
        int index = intid - firstIntid;
        return (bitmap[index >> 5] >>> (index & 31) & 1) != 0;
    }

    /** One of its interrupts as it is now. */
    GicInterrupt interrupt(int intid, int cpu, int ofGroup, boolean fiq, String to) {
        return new GicInterrupt(intid, intid < 32 ? cpu : -1, test(enabled, intid), (pending(intid - firstIntid >> 5) >>> (intid & 31) & 1) != 0,
                test(active, intid), test(edge, intid), test(level, intid), priority(intid), ofGroup, fiq, to);
    }

    void set(int[] bitmap, int intid, boolean value) {
        int index = intid - firstIntid;
        int bit = 1 << (index & 31);
        if (value) {
            bitmap[index >> 5] |= bit;
        } else {
            bitmap[index >> 5] &= ~bit;
        }
    }

    /** Drives an input; returns whether its level changed. */
    boolean drive(int intid, boolean asserted) {
        if (test(level, intid) == asserted) {
            return false;
        }
        set(level, intid, asserted);
        if (asserted && test(edge, intid)) {
            set(latched, intid, true);
        }
        return true;
    }

    /** From pending to active (IHI 0069, 4.1); a level that stays asserted makes it active and pending. */
    void acknowledge(int intid) {
        set(latched, intid, false);
        set(active, intid, true);
    }

    /** Reads a 32-bit register; 0 for interrupts that are not in this bank. */
    int read(int offset) {
        int word = (offset & 0x7f) / 4 - firstIntid / 32;
        switch (offset & ~0x7f) {
            case GicRegisters.IGROUPR:
                return in(word) ? group[word] : 0;
            case GicRegisters.ISENABLER, GicRegisters.ICENABLER:
                return in(word) ? enabled[word] : 0;
            case GicRegisters.ISPENDR, GicRegisters.ICPENDR:
                return in(word) ? pending(word) : 0;
            case GicRegisters.ISACTIVER, GicRegisters.ICACTIVER:
                return in(word) ? active[word] : 0;
            default:
                break;
        }
        if (offset >= GicRegisters.IPRIORITYR && offset < GicRegisters.IPRIORITYR + 0x400) {
            int index = (offset - GicRegisters.IPRIORITYR & ~3) - firstIntid;
            if (index < 0 || index >= priority.length) {
                return 0;
            }
            return priority[index] & 0xff | (priority[index + 1] & 0xff) << 8 | (priority[index + 2] & 0xff) << 16 | priority[index + 3] << 24;
        }
        if (offset >= GicRegisters.ICFGR && offset < GicRegisters.ICFGR + 0x100) {
            int index = (offset - GicRegisters.ICFGR) / 4 * 16 - firstIntid;
            return index < 0 || index >= priority.length ? 0 : spread(edge[index >> 5] >>> (index & 16) & 0xffff);
        }
        return 0;
    }

    /** Writes a 32-bit register; nothing happens for interrupts that are not in this bank. */
    void write(int offset, int value) {
        int word = (offset & 0x7f) / 4 - firstIntid / 32;
        if (offset < GicRegisters.IPRIORITYR) {
            if (!in(word)) {
                return;
            }
            switch (offset & ~0x7f) {
                case GicRegisters.IGROUPR -> group[word] = value;
                case GicRegisters.ISENABLER -> enabled[word] |= value;
                case GicRegisters.ICENABLER -> enabled[word] &= ~value;
                case GicRegisters.ISPENDR -> latched[word] |= value;
                case GicRegisters.ICPENDR -> latched[word] &= ~value;
                case GicRegisters.ISACTIVER -> active[word] |= value;
                case GicRegisters.ICACTIVER -> active[word] &= ~value;
                default -> { }
            }
        } else if (offset < GicRegisters.IPRIORITYR + 0x400) {
            for (int i = 0; i < 4; i++) {
                writePriority(offset - GicRegisters.IPRIORITYR + i, value >>> 8 * i);
            }
        } else if (offset >= GicRegisters.ICFGR && offset < GicRegisters.ICFGR + 0x100) {
            int index = (offset - GicRegisters.ICFGR) / 4 * 16 - firstIntid;
            // SGIs are edge-triggered whatever is written (IHI 0069, GICR_ICFGR0).
            if (index >= 0 && index < priority.length && index + firstIntid >= 16) {
                int shift = index & 16;
                edge[index >> 5] = edge[index >> 5] & ~(0xffff << shift) | gather(value) << shift;
            }
        }
    }

    void writePriority(int intid, int value) {
        int index = intid - firstIntid;
        if (index >= 0 && index < priority.length) {
            priority[index] = (byte) (value & PRIORITY_MASK);
        }
    }

    private boolean in(int word) {
        return word >= 0 && word < words;
    }

    /** Sixteen bits to the upper bits of sixteen two-bit fields. */
    private static int spread(int bits) {
        return Integer.expand(bits, 0xaaaa_aaaa);
    }

    private static int gather(int fields) {
        return Integer.compress(fields, 0xaaaa_aaaa);
    }

    State save() {
        return State.of("gic-bank", 1).put("group", longs(group)).put("enabled", longs(enabled)).put("latched", longs(latched))
                .put("active", longs(active)).put("edge", longs(edge)).put("level", longs(level)).put("priority", priority).build();
    }

    /** Checks that a state fits, before anything is changed. */
    static void check(State state, InterruptBank bank) {
        state.expect("gic-bank", 1);
        for (String name : new String[] {"group", "enabled", "latched", "active", "edge", "level"}) {
            if (state.numbers(name).length != bank.words) {
                throw new StateException("the state has " + state.numbers(name).length * 32
                        + " interrupts from INTID " + bank.firstIntid + ", this controller has " + bank.words * 32);
            }
        }
        state.bytes("priority");
    }

    void restore(State state) {
        ints(state.numbers("group"), group);
        ints(state.numbers("enabled"), enabled);
        ints(state.numbers("latched"), latched);
        ints(state.numbers("active"), active);
        ints(state.numbers("edge"), edge);
        ints(state.numbers("level"), level);
        System.arraycopy(state.bytes("priority"), 0, priority, 0, priority.length);
    }

    private static long[] longs(int[] bitmap) {
        return Arrays.stream(bitmap).mapToLong(Integer::toUnsignedLong).toArray();
    }

    private static void ints(long[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (int) from[i];
        }
    }
}
