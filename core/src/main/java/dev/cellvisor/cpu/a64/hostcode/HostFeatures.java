package dev.cellvisor.cpu.a64.hostcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * What this host's CPU has beyond the first x86-64, as Linux names it: a flag is only there where the operating system saves the registers it needs.
 *
 * @param vectors AVX, AVX2 and FMA: without them everything on vector registers is left to the one meaning
 * @param halves conversions of half precision (F16C)
 * @param aes AES rounds
 * @param carryless products without carries (PCLMULQDQ)
 * @param sha SHA-1 and SHA-256
 * @param crc32c CRC-32C (SSE4.2)
 * @param bits LZCNT, BMI1 and BMI2
 */
record HostFeatures(boolean vectors, boolean halves, boolean aes, boolean carryless, boolean sha, boolean crc32c, boolean bits) {
    /** Whether emitters may shift without flags (BMI2). */
    static final boolean SHIFTS = ofThisHost().bits();

    private static final int ENOUGH = 8192;
    private static HostFeatures known;

    /** This host's; read once. */
    static synchronized HostFeatures ofThisHost() {
        if (known == null) {
            known = of(flags());
        }
        return known;
    }

    /** From the flags of {@code /proc/cpuinfo}. */
    static HostFeatures of(Set<String> flags) {
        boolean vectors = flags.containsAll(Set.of("avx", "avx2", "fma"));
        return new HostFeatures(vectors, vectors && flags.contains("f16c"), vectors && flags.contains("aes"), vectors && flags.contains("pclmulqdq"),
                vectors && flags.contains("sha_ni"), flags.contains("sse4_2"), flags.containsAll(Set.of("abm", "bmi1", "bmi2")));
    }

    /** The first CPU's: its part of the file stands at the beginning. */
    private static Set<String> flags() {
        try (InputStream in = Files.newInputStream(Path.of("/proc/cpuinfo"))) {
            String text = new String(in.readNBytes(ENOUGH), StandardCharsets.US_ASCII);
            int at = text.indexOf("\nflags");
            if (at < 0) {
                return Set.of();
            }
            int end = text.indexOf('\n', at + 1);
            return Set.copyOf(Arrays.asList(text.substring(text.indexOf(':', at) + 1, end < 0 ? text.length() : end).trim().split(" ")));
        } catch (IOException e) {
            return Set.of();
        }
    }
}
