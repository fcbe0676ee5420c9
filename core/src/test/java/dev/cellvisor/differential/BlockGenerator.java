package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import dev.cellvisor.differential.EncodingTable.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes blocks of random instructions that come to their end: branches go forward within the block, loads and stores hit the window. */
final class BlockGenerator {
    private static final int TRIES = 200;
    private final EncodingTable table;
    private final RandomGenerator random;
    private final MemoryOperands memory;
    private final SystemWords system;
    private final List<Integer> words = new ArrayList<>();
    /** Where each instruction starts, with what has to stand before it. */
    private final List<Integer> starts = new ArrayList<>();
    /** Words that need a target. */
    private final List<Integer> jumps = new ArrayList<>();

    BlockGenerator(EncodingTable table, RandomGenerator random, Setting setting) {
        this.table = table;
        this.random = random;
        this.memory = new MemoryOperands(random, setting);
        this.system = new SystemWords(random, setting);
    }

    /** A block of about {@code length} words: encodings of the pool, each as often as another. */
    int[] block(List<Encoding> pool, int length) {
        words.clear();
        starts.clear();
        jumps.clear();
        system.startBlock();
        while (words.size() < length) {
            starts.add(words.size());
            append(pool.get(random.nextInt(pool.size())));
        }
        starts.add(words.size());
        jumps.forEach(this::aim);
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Such a block, executed again and again. The count is kept in D31, which the pool must leave alone, and passes through X27 after each round.
     */
    int[] loop(List<Encoding> pool, int length, int rounds) {
        int[] body = block(pool, length);
        int[] code = new int[body.length + 6];
        code[0] = 0xd280_001b | rounds << 5; // mov x27, #rounds
        code[1] = 0x9e67_037f; // fmov d31, x27
        System.arraycopy(body, 0, code, 2, body.length);
        int end = body.length + 2;
        code[end] = 0x9e66_03fb; // fmov x27, d31
        code[end + 1] = 0xd100_077b; // sub x27, x27, #1
        code[end + 2] = 0x9e67_037f; // fmov d31, x27
        code[end + 3] = 0xb500_001b | (-(body.length + 3) & 0x7ffff) << 5; // cbnz x27, the body
        return code;
    }

    /** Appends one instruction of an encoding and what has to stand before it; nothing if none could be made. */
    private void append(Encoding encoding) {
        for (int tries = 0; tries < TRIES; tries++) {
            int w = word(encoding);
            Encoding decoded = table.decode(w);
            if (decoded != null && decoded.op() == encoding.op() && !qemuErrs(w) && place(w)) {
                return;
            }
        }
    }

    /**
     * What QEMU 7.2 does wrong: FJCVTZS of a subnormal number that is flushed to zero (it is no integer, so Z is clear: Arm ARM, FPToFixedJS), and the
     * upper half of FCVTZS Hd, Hn, #fbits (a write of 16 bits clears all above).
     */
    static boolean qemuErrs(int w) {
        return (w & 0xffff_fc00) == 0x1e7e_0000 || (w & 0xfff0_fc00) == 0x5f10_fc00;
    }

    private boolean place(int w) {
        Kind kind = Kind.of(w);
        switch (kind) {
            case PLAIN -> words.add(w);
            case BRANCH26, BRANCH19, BRANCH14 -> {
                jumps.add(words.size());
                words.add(w);
            }
            case BRANCH_REGISTER -> {
                int rn = w >>> 5 & 31;
                if (rn == 31 && random.nextInt(100) != 0) {
                    return false;
                }
                if (rn != 31) {
                    jumps.add(words.size());
                    words.add(CodeBuilder.adr(rn, 0));
                }
                words.add(w);
            }
            case RETURN -> {
                if (w == CodeBuilder.ERET) {
                    words.addAll(system.exceptionReturn());
                } else if (random.nextInt(100) == 0) {
                    words.add(w); // DRPS: Undefined, and the end of the block
                } else {
                    return false;
                }
            }
            case EXCEPTION, FIRMWARE -> {
                // It ends the block, so it is rare; and the harness's own SVC stays its own.
                if (random.nextInt(100) != 0 || (w >>> 5 & 0xffff) == Batch.END_OF_BLOCK) {
                    return false;
                }
                if ((w & 0xffe0_001f) == CodeBuilder.hvc(0)) {
                    words.addAll(system.firmwareCall());
                } else {
                    words.add(w);
                }
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

    /** Gives a branch, or the ADR before an indirect one, its target: the start of one of the next few instructions, so that all ends. */
    private void aim(int at) {
        int next = 0;
        while (starts.get(next) <= at) {
            next++;
        }
        int target = starts.get(Math.min(starts.size() - 1, next + random.nextInt(6)));
        int ahead = target - at;
        int w = words.get(at);
        words.set(at, switch (Kind.of(w)) {
            case BRANCH26 -> w & 0xfc00_0000 | ahead;
            case BRANCH19 -> w & 0xff00_001f | ahead << 5;
            case BRANCH14 -> w & 0xfff8_001f | ahead << 5;
            default -> CodeBuilder.adr(w & 31, 4 * ahead);
        });
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
}
