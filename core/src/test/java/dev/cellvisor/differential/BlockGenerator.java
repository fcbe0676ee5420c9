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
    private final Setting setting;
    private final boolean besideQemu;
    private final List<Integer> words = new ArrayList<>();
    /** Where each instruction starts, with what has to stand before it. */
    private final List<Integer> starts = new ArrayList<>();
    /** Words that need a target. */
    private final List<Integer> jumps = new ArrayList<>();

    /** @param besideQemu whether the blocks keep out of what QEMU does wrong; see {@link QemuErrs} */
    BlockGenerator(EncodingTable table, RandomGenerator random, Setting setting, boolean besideQemu) {
        this.table = table;
        this.random = random;
        this.setting = setting;
        this.besideQemu = besideQemu;
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
            if (decoded != null && decoded.op() == encoding.op() && place(w)) {
                return;
            }
        }
    }

    private boolean place(int w) {
        Kind kind = Kind.of(w);
        switch (kind) {
            case PLAIN -> {
                if (besideQemu && QemuErrs.FJCVTZS.has(w)) {
                    numberOrNoFlush(w >>> 5 & 31);
                }
                words.add(w);
                if (besideQemu && QemuErrs.FCVTZS_HALF.has(w)) {
                    words.add(0x1ee0_4000 | (w & 31) << 5 | w & 31); // fmov h, h: clears all above
                }
            }
            case BRANCH26, BRANCH19, BRANCH14 -> {
                jumps.add(words.size());
                words.add(w);
            }
            case BRANCH_REGISTER -> {
                boolean authenticates = (w & 0x800) != 0;
                int rn = authenticates && (w & 0x60_0000) == 0x40_0000 ? 30 : w >>> 5 & 31; // RETAA, RETAB
                if (rn == 31 && random.nextInt(100) != 0) {
                    return false;
                }
                if (rn != 31) {
                    jumps.add(words.size());
                    words.add(CodeBuilder.adr(rn, 0));
                    if (authenticates && random.nextInt(8) != 0) {
                        words.add(sign(w, rn));
                    }
                }
                words.add(w);
            }
            case RETURN -> {
                if (setting.spsr() == Setting.EL0) {
                    words.add(w); // Undefined there
                } else if (w == CodeBuilder.ERET) {
                    words.addAll(system.exceptionReturn());
                } else if ((w & 0x800) != 0) {
                    // ERETAA, ERETAB: nobody has signed ELR_EL1, so it is the end of the block.
                    words.addAll(system.exceptionReturn().stream().map(word -> word == CodeBuilder.ERET ? w : word).toList());
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
            case SYSTEM -> words.addAll(system.next(w));
            default -> {
                List<Integer> prepared = memory.prepare(kind, w);
                if (prepared == null) {
                    return false;
                }
                words.addAll(prepared);
                if (kind == Kind.LITERAL && !setting.mmu()) {
                    alignLiteral();
                }
            }
        }
        return true;
    }

    /** Half of the FJCVTZS get any number without FPCR.FZ, the others any FPCR and no subnormal number. */
    private void numberOrNoFlush(int rn) {
        if (random.nextBoolean()) {
            words.addAll(CodeBuilder.constant(9, Values.fpcr(random) & ~(1L << 24)));
            words.add(CodeBuilder.msr(CodeBuilder.FPCR, 9));
            return;
        }
        long number = random.nextBoolean() ? random.nextLong() : Double.doubleToRawLongBits(random.nextInt() * Math.scalb(1.0, random.nextInt(-4, 40)));
        boolean subnormal = (number & 0x7ff0_0000_0000_0000L) == 0 && number << 1 != 0;
        words.addAll(CodeBuilder.constant(9, subnormal ? number | 1L << 62 : number));
        words.add(0x9e67_0000 | 9 << 5 | rn); // fmov d, x9
    }

    /** Blocks start at multiples of 16: what is loaded as 8 or 16 bytes lies at one of its size, since without the MMU all memory is Device. */
    private void alignLiteral() {
        int at = words.size() - 1;
        int w = words.get(at);
        int sizeWords = (w >>> 26 & 1) != 0 ? 1 << (w >>> 30 & 3) : w >>> 30 == 1 ? 2 : 1;
        int beyond = at + (w >> 5) & sizeWords - 1;
        words.set(at, w & 0xff00_001f | ((w << 8 >> 13) - beyond & 0x7ffff) << 5);
    }

    /** PACIA, PACIB, PACIZA or PACIZB as BRAA and its kin want it. */
    private static int sign(int w, int rn) {
        int key = w & 0x400;
        if ((w & 0x60_0000) == 0x40_0000) {
            return 0xdac1_0000 | key | 31 << 5 | rn;
        }
        return (w & 0x100_0000) != 0 ? 0xdac1_0000 | key | (w & 31) << 5 | rn : 0xdac1_23e0 | key | rn;
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
