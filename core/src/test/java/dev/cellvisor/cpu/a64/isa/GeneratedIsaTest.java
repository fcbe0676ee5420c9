package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generated from the instruction families is up to date, small enough to be compiled, and says one thing for each word. */
class GeneratedIsaTest {
    private static final Path DIRECTORY = Path.of("src/main/java/dev/cellvisor/cpu/a64/isa");
    private static final Path FREQUENCY = Path.of("src/test/java/dev/cellvisor/cpu/a64/isa/operation-frequency.txt");

    @Test
    void checkedInSourcesAreWhatTheGeneratorWrites() throws IOException {
        for (var file : GenerateIsa.generate(DIRECTORY, FREQUENCY).entrySet()) {
            assertEquals(file.getValue(), Files.readString(DIRECTORY.resolve(file.getKey())),
                    file.getKey() + " is stale: run GenerateIsa");
        }
    }

    @Test
    void equallySpecificEncodingsNeverOverlap() {
        List<String> overlaps = new ArrayList<>();
        for (int a = Encodings.FIRST; a < Encodings.COUNT; a++) {
            for (int b = a + 1; b < Encodings.COUNT; b++) {
                boolean meet = ((Encodings.VALUE[a] ^ Encodings.VALUE[b]) & Encodings.MASK[a] & Encodings.MASK[b]) == 0;
                if (meet && Integer.bitCount(Encodings.MASK[a]) == Integer.bitCount(Encodings.MASK[b]) && someWordIsBoth(a, b)) {
                    overlaps.add(EncodingTexts.NAME[a] + " and " + EncodingTexts.NAME[b]);
                }
            }
        }
        assertEquals(List.of(), overlaps);
    }

    private static boolean someWordIsBoth(int a, int b) {
        int fixed = Encodings.MASK[a] | Encodings.MASK[b];
        int value = Encodings.VALUE[a] | Encodings.VALUE[b];
        var random = new java.util.Random(1);
        for (int i = 0; i < 2000; i++) {
            int word = value | random.nextInt() & ~fixed;
            if (Encodings.holds(a, word) && Encodings.holds(b, word)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theSwitchesAreSmallEnoughForHotSpot() throws IOException {
        for (Class<?> type : List.of(RunLoop.class, FpSwitch.class, SimdASwitch.class, SimdBSwitch.class, RareSwitch.class)) {
            String resource = type.getSimpleName() + ".class";
            try (var in = type.getResourceAsStream(resource)) {
                var model = java.lang.classfile.ClassFile.of().parse(in.readAllBytes());
                for (var method : model.methods()) {
                    int size = method.findAttribute(java.lang.classfile.Attributes.code()).map(code -> code.codeLength()).orElse(0);
                    assertTrue(size < 8000, type.getSimpleName() + "." + method.methodName().stringValue() + " has " + size + " bytes of bytecode");
                }
            }
        }
    }
}
