package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * From one instruction's text to its word: every spelling of the mnemonic is tried in turn, and the word is kept that decodes to the operation
 * it came from.
 */
final class InstructionReader {
    /** Aliases that are read with operands for which another one is printed, e.g. BFI with lowest bit 0, which is BFXIL. */
    private static final Set<String> WIDER_THAN_PRINTED = Set.of("lsl", "bfi", "bfc", "sbfiz", "ubfiz");
    /** They write any instruction of their class by its numbers, those with a text of their own too. */
    private static final Set<String> BY_NUMBERS = Set.of("sys", "sysl", "hint", "dsb");
    private static final int FORMS_SHOWN = 4;

    /** A spelling that was tried, and how far it came. */
    private record Failure(Mnemonics.Candidate candidate, Mismatch mismatch) {
    }

    private InstructionReader() {
    }

    /**
     * @param mnemonic in lower case
     * @return the word
     * @throws AssemblyException without a line, if the text is no instruction
     */
    static int read(String mnemonic, String operands, Scope scope) {
        List<Mnemonics.Candidate> candidates = Mnemonics.of(mnemonic);
        if (candidates.isEmpty()) {
            throw new AssemblyException("there is no instruction '" + mnemonic + "'" + Nearest.hint(mnemonic, Mnemonics.all()));
        }
        List<Failure> failures = new ArrayList<>();
        Integer second = null;
        for (Mnemonics.Candidate candidate : candidates) {
            Reader in = new Reader(operands, scope);
            try {
                Word word = candidate.read(in);
                int bits = withFreeBits(candidate.entry(), word);
                boolean holds = candidate.template().holds(bits);
                if (decodes(mnemonic, candidate.entry(), word, bits)) {
                    if (holds) {
                        return bits;
                    }
                    if (second == null && WIDER_THAN_PRINTED.contains(mnemonic)) {
                        second = bits;
                    }
                }
                failures.add(new Failure(candidate, in.wrong("these operands are not possible together")));
            } catch (Mismatch mismatch) {
                failures.add(new Failure(candidate, mismatch));
            }
        }
        if (second != null) {
            return second;
        }
        throw failure(mnemonic, operands, failures);
    }

    private static boolean decodes(String mnemonic, InstructionTable.Entry entry, Word word, int bits) {
        int operation = InstructionTable.operation(bits);
        if (word.isFlipped() || BY_NUMBERS.contains(mnemonic)) {
            return operation >= InstructionTable.first();
        }
        // What decodes to a faster way to the same thing, as MRS of some registers does, has a spelling of its own among the candidates.
        return operation == entry.operation();
    }

    /** Should-be-one fields are ones; all else that nothing settles is 0. */
    private static int withFreeBits(InstructionTable.Entry entry, Word word) {
        for (Field field : Templates.layout(entry.operation()).fields()) {
            if (field.name().startsWith("sbo") && !word.knows(field)) {
                word.put(field, field.mask());
            }
        }
        return word.bits();
    }

    private static AssemblyException failure(String mnemonic, String operands, List<Failure> failures) {
        int furthest = failures.stream().mapToInt(failure -> failure.mismatch().at()).max().orElse(0);
        List<Mismatch> last = failures.stream().map(Failure::mismatch).filter(mismatch -> mismatch.at() == furthest).toList();
        String remark = last.stream().filter(Mismatch::isRemark).map(Mismatch::getMessage).findFirst().orElse(null);
        if (remark == null) {
            Set<String> wanted = new LinkedHashSet<>();
            last.forEach(mismatch -> wanted.add(mismatch.getMessage()));
            String found = operands.substring(Math.min(furthest, operands.length())).strip();
            String where = found.isEmpty() ? "an operand is missing" : "'" + shortened(found) + "' cannot stand there";
            remark = where + " (expected " + String.join(", or ", wanted.stream().limit(3).toList()) + ")";
        }
        List<Failure> nearest = new ArrayList<>(failures);
        nearest.sort((a, b) -> Integer.compare(b.mismatch().at(), a.mismatch().at()));
        Set<String> forms = new LinkedHashSet<>();
        for (Failure failure : nearest) {
            String form = failure.candidate().form();
            forms.add(form.startsWith(mnemonic) ? form : mnemonic + form.substring(Math.max(form.indexOf(' '), 0)));
        }
        List<String> shown = forms.stream().limit(FORMS_SHOWN).toList();
        String more = forms.size() > FORMS_SHOWN ? " and " + (forms.size() - FORMS_SHOWN) + " more" : "";
        return new AssemblyException(remark + "; " + (shown.size() == 1 ? "the form is: " : "forms are: ") + String.join("; ", shown) + more);
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 24).toLowerCase(Locale.ROOT) + "…";
    }
}
