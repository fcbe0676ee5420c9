package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whether a word is an instruction, by GNU objdump, which knows every extension: what it knows and our table does not must belong to an
 * extension that we do not have, and what we take as an instruction it must take as one too. A sample; ten million uniform words
 * with {@code -Dcellvisor.full=true}.
 */
class ObjdumpVerdictTest {
    private static final long SEED = 20_260_102;
    private static final int AT_ONCE = 500_000;

    /** Extensions that we do not have, by the mnemonics that are theirs alone. */
    private static final Map<String, Pattern> ABSENT = Map.ofEntries(
            Map.entry("MTE", Pattern.compile("addg|subg|gmi|irg|ldgm?|stz?2?gm?|stgp|subps?")),
            Map.entry("CSSC", Pattern.compile("abs|cnt|ctz|[su](max|min)")),
            Map.entry("HBC", Pattern.compile("bc\\..*")),
            Map.entry("BF16", Pattern.compile("bf.*")),
            Map.entry("I8MM", Pattern.compile("usdot|sudot|u?s?u?mmla")),
            Map.entry("MOPS", Pattern.compile("cpy.*|set[a-z]+")),
            Map.entry("LS64", Pattern.compile("ld64b|st64b.*")),
            Map.entry("SM3, SM4", Pattern.compile("sm3.*|sm4.*")),
            Map.entry("TME", Pattern.compile("tcancel|tcommit|tstart|ttest")),
            Map.entry("XS, WFxT", Pattern.compile("wf[ei]t|dsb")),
            Map.entry("SME", Pattern.compile("smst(art|op)")),
            Map.entry("PAuth", Pattern.compile("pac.*|aut.*|xpac.*|[a-z]+a[ab]z?|ldra[ab]")));

    /** What objdump 2.40 takes as an instruction though it is none. */
    private static boolean objdumpErrs(int word) {
        // MRS, MSR with op0 0 or 1: those are hints, barriers, PSTATE, SYS and SYSL, and what of them is not, is unallocated.
        boolean noRegister = (word & 0xffd0_0000) == 0xd500_0000;
        // FMLAL, FMLSL with size<0> set.
        boolean noSize = (word & 0x9f60_fc00) == 0x0e60_ec00 || (word & 0xbf60_fc00) == 0x2e60_cc00;
        return noRegister || noSize;
    }

    private static boolean scalableOrMatrix(int word) {
        int op0 = word >>> 25 & 15;
        return op0 == 2 || op0 == 0 && word < 0;
    }

    @Test
    void whatObjdumpCallsAnInstructionIsOneHereOrOfAnAbsentExtension() {
        assumeTrue(Objdump.available(), "skipped: aarch64-linux-gnu-objdump is not installed");
        long start = System.nanoTime();
        var table = EncodingTable.everything();
        Map<String, String> disagreements = new TreeMap<>();
        Map<String, Integer> absent = new TreeMap<>();
        int unpredictable = 0;
        int uniform = Scale.of(200_000, 10_000_000);
        int[] near = Words.nearEncodings(table, SEED + 1, Scale.of(30, 1000));
        int words = uniform + near.length;
        int[] some;
        for (int done = 0; done < words; done += some.length) {
            some = done < uniform ? Words.uniform(SEED + done, Math.min(AT_ONCE, uniform - done))
                    : Arrays.copyOfRange(near, done - uniform, Math.min(near.length, done - uniform + AT_ONCE));
            List<String> texts = Objdump.texts(some, 0);
            for (int i = 0; i < some.length; i++) {
                int word = some[i];
                boolean ours = table.decode(word) != null;
                boolean theirs = !texts.get(i).startsWith(".inst");
                if (ours == theirs) {
                    continue;
                }
                String mnemonic = texts.get(i).split("\\s")[0];
                String extension = scalableOrMatrix(word) ? "SVE, SME" : extension(mnemonic);
                if (ours && ConstrainedUnpredictable.ALL.stream().anyMatch(one -> one.has(word))) {
                    unpredictable++;
                } else if (theirs && extension != null) {
                    absent.merge(extension, 1, Integer::sum);
                } else if (!(theirs && objdumpErrs(word))) {
                    disagreements.putIfAbsent((theirs ? "objdump alone: " : "ours alone: ") + (theirs ? mnemonic : table.decode(word).name()),
                            "%08x %s".formatted(word, texts.get(i)));
                }
            }
        }
        System.out.printf("figure: verdicts of objdump%s, %,d words, %d disagreements; instructions of absent extensions: %s; CONSTRAINED UNPREDICTABLE "
                + "words that only we execute: %d (%.1f s)%n", Scale.FULL ? "" : " (a sample)", words, disagreements.size(), absent, unpredictable,
                (System.nanoTime() - start) / 1e9);
        assertEquals(Map.of(), disagreements);
    }

    /** The extension that we do not have and a mnemonic is of, or {@code null}. */
    static String extension(String mnemonic) {
        return ABSENT.entrySet().stream().filter(entry -> entry.getValue().matcher(mnemonic).matches()).map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
