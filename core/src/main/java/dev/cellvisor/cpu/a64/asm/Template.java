package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling of an encoding, taken apart: the mnemonic's pieces, then the operands'. */
final class Template {
    private static final Pattern PIECE = Pattern.compile("<(\\{[^}]*}|[^<>]*)>|[^<]+");
    private static final String ARROW = " => ";

    private final InstructionTable.Entry entry;
    private final String text;
    private final Condition condition;
    private final List<Operand> mnemonic = new ArrayList<>();
    private final List<Operand> operands = new ArrayList<>();

    /** @param spelling an encoding's {@code asm}, or one of its aliases with its condition */
    Template(InstructionTable.Entry entry, Layout layout, String spelling) {
        this.entry = entry;
        int arrow = spelling.indexOf(ARROW);
        text = textOf(spelling);
        condition = arrow < 0 ? null : new Condition(spelling.substring(0, arrow), layout);
        String name = mnemonicOf(text);
        pieces(name, layout, name, mnemonic);
        pieces(text.substring(name.length()).strip(), layout, name, operands);
    }

    /** A spelling without its condition. */
    static String textOf(String spelling) {
        int arrow = spelling.indexOf(ARROW);
        return arrow < 0 ? spelling : spelling.substring(arrow + ARROW.length());
    }

    /** Up to the first space. */
    static String mnemonicOf(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static void pieces(String text, Layout layout, String mnemonic, List<Operand> to) {
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        for (; matcher.find(); end = matcher.end()) {
            if (matcher.start() != end) {
                break;
            }
            boolean base = !to.isEmpty() && to.getLast() instanceof GeneralRegister register && register.stackPointer();
            if (matcher.group(1) != null) {
                to.add(Operands.of(matcher.group(1), layout, mnemonic));
            } else if (base && matcher.group().equals("]")) {
                to.add(new Addresses.NoOffset());
            } else {
                to.add(new Literal(matcher.group()));
            }
        }
        if (end != text.length()) {
            throw new IllegalStateException("'" + text + "' cannot be understood behind '" + text.substring(0, end) + "'");
        }
    }

    InstructionTable.Entry entry() {
        return entry;
    }

    String text() {
        return text;
    }

    /** Whether the spelling is right for a word, as far as its condition goes. */
    boolean holds(int word) {
        return condition == null || condition.holds(word);
    }

    /** Prints a word; false if the spelling is not right for it. */
    boolean print(Printer out) {
        if (!holds(out.word)) {
            return false;
        }
        for (Operand piece : mnemonic) {
            if (!piece.print(out)) {
                return false;
            }
        }
        if (!operands.isEmpty()) {
            out.text(" ");
        }
        for (Operand piece : operands) {
            if (!piece.print(out)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads operands.
     *
     * @param choice which of its texts the mnemonic's variable part has; -1 if it has none
     * @return the word, with all bits that nothing settles as they should be
     */
    Word read(Reader in, int choice) {
        Word word = new Word(entry.mask(), entry.value());
        if (condition != null && !condition.settle(word)) {
            throw new IllegalStateException("the condition of '" + text + "' contradicts its encoding");
        }
        for (Operand piece : mnemonic) {
            if (piece instanceof IntegerOperands.Choice part && !part.choose(word, choice)) {
                throw in.wrong("this form of the mnemonic does not exist");
            }
        }
        for (Operand piece : operands) {
            piece.read(in, word);
        }
        if (!in.atEnd()) {
            throw in.expected("the end");
        }
        if (condition != null && !condition.settleEqualFields(word)) {
            throw in.wrong("this cannot stand together");
        }
        return word;
    }

    /** As a person would write it: {@code add Xd|SP, Xn|SP, #imm12{, lsl #12}}. */
    String form() {
        StringBuilder form = new StringBuilder();
        for (Operand piece : mnemonic) {
            form.append(piece.form());
        }
        if (!operands.isEmpty()) {
            form.append(' ');
        }
        for (Operand piece : operands) {
            form.append(piece.form());
        }
        return form.toString();
    }
}
