package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which spellings a mnemonic has, in the order in which they are tried. */
final class Mnemonics {
    private static final Map<String, List<Candidate>> CANDIDATES = new HashMap<>();

    /** A spelling that a mnemonic may stand for; taken apart when it is first tried. */
    static final class Candidate {
        private final InstructionTable.Entry entry;
        private final String spelling;
        private final int choice;
        private final String systemOperation;
        private Template template;

        private Candidate(InstructionTable.Entry entry, String spelling, int choice, String systemOperation) {
            this.entry = entry;
            this.spelling = spelling;
            this.choice = choice;
            this.systemOperation = systemOperation;
        }

        synchronized Template template() {
            if (template == null) {
                template = new Template(entry, Templates.layout(entry.operation()), spelling);
            }
            return template;
        }

        /** Reads operands; the word is not checked yet. */
        Word read(Reader in) {
            if (systemOperation == null) {
                return template().read(in, choice);
            }
            Word word = new Word(entry.mask(), entry.value());
            new SystemOperands.NamedOperation(systemOperation).read(in, word);
            if (!in.atEnd()) {
                throw in.expected("the end");
            }
            return word;
        }

        InstructionTable.Entry entry() {
            return entry;
        }

        /** As a person would write it. */
        String form() {
            return systemOperation == null ? template().form() : systemOperation + " " + new SystemOperands.NamedOperation(systemOperation).form();
        }
    }

    static {
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            for (String alias : entry.aliases()) {
                add(entry, alias);
            }
            add(entry, entry.asm());
        }
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            for (String spelling : MoreSpellings.of(entry)) {
                add(entry, spelling);
            }
        }
    }

    private Mnemonics() {
    }

    private static void add(InstructionTable.Entry entry, String spelling) {
        String mnemonic = Template.mnemonicOf(Template.textOf(spelling));
        int open = mnemonic.indexOf("<{");
        if (open < 0) {
            put(mnemonic, new Candidate(entry, spelling, -1, null));
            return;
        }
        int close = mnemonic.indexOf("}>");
        List<String> choices = switch (mnemonic.substring(open + 2, close)) {
            case "order" -> List.of("", "l", "a", "al");
            case "2" -> List.of("", "2");
            case "e" -> List.of("", "e");
            case "sysop" -> SystemOperands.OPERATIONS;
            default -> throw new IllegalStateException("no part of a mnemonic is called " + mnemonic.substring(open, close + 2));
        };
        boolean operation = mnemonic.equals("<{sysop}>");
        for (int choice = 0; choice < choices.size(); choice++) {
            put(mnemonic.substring(0, open) + choices.get(choice) + mnemonic.substring(close + 2),
                    new Candidate(entry, spelling, choice, operation ? choices.get(choice) : null));
        }
    }

    private static void put(String mnemonic, Candidate candidate) {
        CANDIDATES.computeIfAbsent(mnemonic, name -> new ArrayList<>()).add(candidate);
    }

    /** The spellings of a mnemonic in lower case; none if there is no such. */
    static List<Candidate> of(String mnemonic) {
        return CANDIDATES.getOrDefault(mnemonic, List.of());
    }

    /** All mnemonics. */
    static Set<String> all() {
        return CANDIDATES.keySet();
    }
}
