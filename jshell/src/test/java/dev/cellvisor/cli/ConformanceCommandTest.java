package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures on conformance, from a tree of our own. */
class ConformanceCommandTest {
    @TempDir
    Path home;

    private final String before = System.getProperty("cellvisor.home");

    @BeforeEach
    void aTreeWithOneSource() throws IOException, NoSuchAlgorithmException {
        System.setProperty("cellvisor.home", home.toString());
        Files.createDirectories(home.resolve("docs"));
        Files.writeString(home.resolve("Device.java"), "class Device {}");
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("class Device {}".getBytes()), 0, 6);
        Files.writeString(home.resolve("docs/conformance.tsv"), """
                row\tRNG-DEV-01\tcovered\t1\t
                row\tRNG-DEF-01\twaived\t1\tnobody can see it
                row\tRNG-DRV-01\tcovered\t1\t
                mutant\taa\tRNG-DEV-01\tkilled\t0
                mutant\tbb\tRNG-DEF-01\talive\t0
                wrong-id\tcc\tRNG-DRV-01\tkilled\t0
                file\t0\t%s\tDevice.java
                """.formatted(digest));
    }

    @AfterEach
    void theHomeAsItWas() {
        if (before == null) {
            System.clearProperty("cellvisor.home");
        } else {
            System.setProperty("cellvisor.home", before);
        }
    }

    private static String json(String area) {
        var outcome = CommandLineTest.cellvisor("", "conformance", "--json", area);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome.out();
    }

    @Test
    void whatIsRequiredComesFromTheListAndAWaivedRowIsUncovered() {
        String entropy = json("entropy");
        assertTrue(entropy.startsWith("{\"required\":2,\"covered\":1,\"mutantsKilled\":1,\"mutants\":2,\"notConfirmed\":0,"
                + "\"negative\":{\"required\":1,\"covered\":1},\"areas\":{\"entropy\":{"), entropy);
        assertTrue(entropy.contains("\"levels\":{\"MUST\":{\"rows\":2,\"covered\":1},\"MAY\":{\"rows\":1,\"covered\":0}}"), entropy);
        var all = CommandLineTest.cellvisor("", "conformance", "--json");
        assertTrue(all.out().startsWith("{\"required\":300,\"covered\":1,"), all.out());
    }

    @Test
    void aChangedSourceIsNotConfirmed() throws IOException {
        Files.writeString(home.resolve("Device.java"), "class Device { int fault; }");
        String entropy = json("entropy");
        assertTrue(entropy.startsWith("{\"required\":2,\"covered\":0,\"mutantsKilled\":0,\"mutants\":2,\"notConfirmed\":3,"), entropy);
        var table = CommandLineTest.cellvisor("", "conformance");
        assertTrue(table.out().contains("not confirmed: 3 mutants"), table.out());
    }

    @Test
    void whatIsMissingIsListedWithItsReason() {
        var outcome = CommandLineTest.cellvisor("", "conformance", "entropy", "--uncovered");
        assertTrue(outcome.out().contains("RNG-DEF-01 (MUST): ") && outcome.out().contains("    nobody can see it\n"), outcome.out());
        assertTrue(!outcome.out().contains("RNG-DEV-01"), outcome.out());
    }

    @Test
    void anUnknownAreaIsACallersMistake() {
        var outcome = CommandLineTest.cellvisor("", "conformance", "entropie");
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains("there is no area 'entropie'"), outcome.err());
    }
}
