package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the native engine emits itself: every encoding is translated with random operands, and its ways out are looked at. Nothing is executed. */
class EmittersTest {
    private static final int WORDS = 24;
    private static final int NOP = 0xd503_201f;
    private static final int BLOCK = 48;
    /** Room that {@link HostEngine} keeps for a block. */
    private static final long BLOCK_BYTES = 64 << 10;

    private final Decoder decoder = new Decoder(EnumSet.allOf(Feature.class));

    @Test
    void everyEmitterBelongsToAnOperation() {
        Set<String> known = InstructionTable.all().stream().map(InstructionTable.Entry::name).collect(Collectors.toSet());
        Set<String> strays = new TreeSet<>(new Emitters().names());
        strays.removeAll(known);
        assertEquals(Set.of(), strays, "a name with a slip would leave its operation to the interpreter, and nobody would notice");
    }

    @Test
    void whatIsEmittedAndWhatIsLeft() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        assumeTrue(HostFeatures.ofThisHost().vectors(), "skipped: this host has no AVX2 and FMA, so that all vector operations are left to the interpreter");
        int always = 0;
        int halves = 0;
        Set<String> some = new TreeSet<>();
        Set<String> never = new TreeSet<>();
        var random = new SplittableRandom(1);
        try (Arena arena = Arena.ofConfined()) {
            var bench = new Bench(arena);
            for (InstructionTable.Entry entry : InstructionTable.all()) {
                int left = 0;
                List<Integer> words = words(entry, random);
                for (int word : words) {
                    left += bench.leaves(word) ? 1 : 0;
                }
                if (left == 0) {
                    always++;
                } else if (entry.feature() == Feature.FP16 || entry.feature() == Feature.FHM) {
                    halves++;
                } else {
                    (left == words.size() ? never : some).add(entry.name() + ' ' + entry.asm().split(" ")[0]);
                }
            }
        }
        int all = InstructionTable.all().size();
        System.out.printf("figure: encodings that the native engine emits: %d of %d always, %d in some forms; left are %d of half precision and %d others%n", always, all,
                some.size(), halves, all - always - some.size() - halves);
        System.out.println("emitted in some forms: " + String.join(", ", some));
        System.out.println("left to the interpreter: " + String.join(", ", never));
        assertTrue(always > 900, "emitters have gone: " + always);
        assertFalse(never.stream().anyMatch(name -> name.startsWith("SimdPermute") || name.startsWith("FpLoadStore") || name.startsWith("AtomicMemory")),
                () -> never.toString());
    }

    @Test
    void theLargestBlockFitsIntoTheRoomThatIsKeptForIt() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        long largest = 0;
        String name = "";
        var random = new SplittableRandom(2);
        try (Arena arena = Arena.ofConfined()) {
            var bench = new Bench(arena);
            for (InstructionTable.Entry entry : InstructionTable.all()) {
                List<Integer> words = words(entry, random);
                if (InstructionTable.endsBlock(InstructionTable.operation(words.getFirst()))) {
                    continue;
                }
                long bytes = bench.bytes(words);
                if (bytes > largest) {
                    largest = bytes;
                    name = entry.name();
                }
            }
        }
        System.out.printf("figure: %d instructions %s take %,d bytes of host code, the most of all%n", BLOCK, name, largest);
        assertTrue(largest < BLOCK_BYTES, name + " takes " + largest);
    }

    /** Words of an encoding: all that is not fixed is random. */
    private List<Integer> words(InstructionTable.Entry entry, SplittableRandom random) {
        List<Integer> words = new ArrayList<>();
        for (int tries = 0; words.size() < WORDS && tries < 100_000; tries++) {
            int word = entry.value() | random.nextInt() & ~entry.mask();
            if (decoder.operation(word) == entry.operation()) {
                words.add(word);
            }
        }
        assertFalse(words.isEmpty(), () -> "no word of " + entry.name());
        return words;
    }

    /** A translator over memory that is never executed. */
    private final class Bench {
        private final X64 a = new X64();
        private final List<Block.Way> ways = new ArrayList<>();
        private final Translator translator;
        private final long start;
        private final long[] code = new long[CodePages.HOST + CodePages.IPA + 1026];

        Bench(Arena arena) {
            a.at = HostMemory.allocate(1 << 20, arena).address();
            var common = new CommonCode(a, 0, 0, new WindowAccess(true, true), true, true);
            start = a.at;
            translator = new Translator(a, null, 0, ways, common, register -> null);
        }

        private void translate(List<Integer> words) {
            Arrays.fill(code, 0, 1024, decoder.decode(NOP));
            for (int i = 0; i < BLOCK; i++) {
                code[i] = decoder.decode(i < words.size() || words.size() > 1 ? words.get(i % words.size()) : NOP);
            }
            a.at = start;
            ways.clear();
            translator.translate(translator.block(0, code), code);
        }

        boolean leaves(int word) {
            translate(List.of(word));
            return ways.stream().anyMatch(way -> way.kind == Block.Way.Kind.MEANING && !way.known);
        }

        long bytes(List<Integer> words) {
            translate(words);
            return a.at - start;
        }
    }
}
