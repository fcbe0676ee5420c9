package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import dev.cellvisor.differential.EncodingTable.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes blocks of random instructions that come to their end: branches go forward within the block, loads and stores hit the window. */
final class BlockGenerator {
    private static final int TRIES = 200;
    /** Instructions that a block never holds: WFI would wait for ever, ERET would run the block again. */
    private static final int WFI = 0xd503207f;

    private final EncodingTable table;
    private final RandomGenerator random;
    private final MemoryOperands memory;
    private final SystemWords system;

    BlockGenerator(EncodingTable table, RandomGenerator random, Setting setting) {
        this.table = table;
        this.random = random;
        this.memory = new MemoryOperands(random, setting);
        this.system = new SystemWords(random, setting);
    }

    /** A block of about {@code length} words: encodings of the pool, each as often as another. */
    int[] block(List<Encoding> pool, int length) {
        List<Integer> words = new ArrayList<>();
        while (words.size() < length) {
            append(words, pool.get(random.nextInt(pool.size())), length);
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Appends one instruction of an encoding and what has to stand before it; nothing if none could be made. */
    void append(List<Integer> words, Encoding encoding, int length) {
        for (int tries = 0; tries < TRIES; tries++) {
            int w = word(encoding);
            Encoding decoded = table.decode(w);
            if (decoded == null || decoded.op() != encoding.op()) {
                continue;
            }
            if (place(words, w, length)) {
                return;
            }
        }
    }

    private boolean place(List<Integer> words, int w, int length) {
        Kind kind = Kind.of(w);
        int ahead = random.nextInt(1, Math.max(2, Math.min(8, length - words.size())));
        switch (kind) {
            case PLAIN -> words.add(w);
            case BRANCH26 -> words.add(w & 0xfc00_0000 | ahead);
            case BRANCH19 -> words.add(w & 0xff00_001f | ahead << 5);
            case BRANCH14 -> words.add(w & 0xfff8_001f | ahead << 5);
            case BRANCH_REGISTER -> {
                int rn = w >>> 5 & 31;
                if (rn == 31 && random.nextInt(100) != 0) {
                    return false;
                }
                if (rn != 31) {
                    words.add(CodeBuilder.adr(rn, 4 * (ahead + 1)));
                }
                words.add(w);
            }
            case RETURN, FIRMWARE -> {
                return false;
            }
            case EXCEPTION -> {
                // It ends the block, so it is rare; and the harness's own SVC stays its own.
                if (random.nextInt(200) != 0 || (w >>> 5 & 0xffff) == Batch.END_OF_BLOCK) {
                    return false;
                }
                words.add(w);
            }
            case SYSTEM -> words.addAll(system.next());
            default -> {
                List<Integer> prepared = memory.prepare(kind, w);
                if (prepared == null) {
                    return false;
                }
                words.addAll(prepared);
            }
        }
        return true;
    }

    /** A word of an encoding: registers from a small set often, immediates at their edges often. */
    int word(Encoding encoding) {
        int w = encoding.value();
        int few = random.nextInt(32);
        for (Part part : encoding.parts()) {
            int all = (int) ((1L << part.width()) - 1);
            int value;
            if (part.register()) {
                value = random.nextInt(3) == 0 ? few + random.nextInt(3) & 31 : random.nextInt(32);
            } else if (part.width() < 4) {
                value = random.nextInt(all + 1);
            } else {
                value = switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 1 -> all;
                    case 2 -> 1 << random.nextInt(part.width());
                    default -> random.nextInt() & all;
                };
            }
            w |= value << part.low();
        }
        return w;
    }

    static boolean neverInBlock(int word) {
        return word == WFI;
    }
}
