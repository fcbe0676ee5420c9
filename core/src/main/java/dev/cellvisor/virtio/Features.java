package dev.cellvisor.virtio;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of feature bits, 0 to 127. A transport shows it in words of 32 bits (VIRTIO 1.4, 2.2).
 *
 * @param low bits 0 to 63
 * @param high bits 64 to 127
 */
public record Features(long low, long high) {

    /** No feature. */
    public static final Features NONE = new Features(0, 0);

    /** How many words of 32 bits there are. */
    public static final int WORDS = 4;

    /** The set of these. */
    public static Features of(FeatureBit... features) {
        Features set = NONE;
        for (FeatureBit feature : features) {
            set = set.with(feature.bit());
        }
        return set;
    }

    /** The set of these numbers. */
    public static Features ofBits(int... bits) {
        Features set = NONE;
        for (int bit : bits) {
            set = set.with(bit);
        }
        return set;
    }

    static int check(int bit) {
        if (bit < 0 || bit > 127) {
            throw new IllegalArgumentException("feature bit " + bit + " is outside 0 to 127");
        }
        return bit;
    }

    /** Whether a bit is in the set. */
    public boolean has(int bit) {
        return ((check(bit) < 64 ? low >>> bit : high >>> bit - 64) & 1) != 0;
    }

    /** Whether a feature is in the set. */
    public boolean has(FeatureBit feature) {
        return has(feature.bit());
    }

    /** This set and one more. */
    public Features with(int bit) {
        return check(bit) < 64 ? new Features(low | 1L << bit, high) : new Features(low, high | 1L << bit - 64);
    }

    /** This set and those. */
    public Features with(Features others) {
        return new Features(low | others.low, high | others.high);
    }

    /** This set without those. */
    public Features without(Features others) {
        return new Features(low & ~others.low, high & ~others.high);
    }

    /** What is in both. */
    public Features and(Features others) {
        return new Features(low & others.low, high & others.high);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return (low | high) == 0;
    }

    /** Bits {@code 32 * index} to {@code 32 * index + 31}; 0 for an index above 3. */
    public int word(int index) {
        return switch (index) {
            case 0 -> (int) low;
            case 1 -> (int) (low >>> 32);
            case 2 -> (int) high;
            case 3 -> (int) (high >>> 32);
            default -> 0;
        };
    }

    /** This set with one word replaced; unchanged for an index above 3. */
    public Features withWord(int index, int bits) {
        long word = bits & 0xffff_ffffL;
        return switch (index) {
            case 0 -> new Features(low & 0xffff_ffff_0000_0000L | word, high);
            case 1 -> new Features(low & 0xffff_ffffL | word << 32, high);
            case 2 -> new Features(low, high & 0xffff_ffff_0000_0000L | word);
            case 3 -> new Features(low, high & 0xffff_ffffL | word << 32);
            default -> this;
        };
    }

    /** The numbers of the bits, ascending. */
    public List<Integer> bits() {
        List<Integer> bits = new ArrayList<>();
        for (int bit = 0; bit < 128; bit++) {
            if (has(bit)) {
                bits.add(bit);
            }
        }
        return bits;
    }

    /**
     * The names of the bits.
     *
     * @param known the device type's features; the common ones are always known
     */
    public List<String> names(List<? extends FeatureBit> known) {
        return bits().stream().map(bit -> name(bit, known)).toList();
    }

    private static String name(int bit, List<? extends FeatureBit> known) {
        for (FeatureBit feature : known) {
            if (feature.bit() == bit) {
                return feature.name();
            }
        }
        for (VirtioFeature feature : VirtioFeature.values()) {
            if (feature.bit() == bit) {
                return feature.name();
            }
        }
        return "bit " + bit;
    }

    @Override
    public String toString() {
        return bits().isEmpty() ? "none" : String.join(" ", names(List.of()));
    }
}
