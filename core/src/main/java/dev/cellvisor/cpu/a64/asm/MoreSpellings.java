package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;

/** What GNU as reads, though no disassembler prints it: made from the encodings' own spellings. They are tried after all others. */
final class MoreSpellings {

    private MoreSpellings() {
    }

    static List<String> of(InstructionTable.Entry entry) {
        List<String> more = new ArrayList<>();
        add(entry.asm(), more);
        for (String alias : entry.aliases()) {
            add(alias, more);
        }
        return more;
    }

    private static void add(String spelling, List<String> to) {
        String text = Template.textOf(spelling);
        String condition = spelling.substring(0, spelling.length() - text.length());
        String mnemonic = Template.mnemonicOf(text);
        String operands = text.substring(mnemonic.length());
        switch (mnemonic) {
            // An offset that LDR cannot have may be one for LDUR.
            case "ldur", "stur", "ldurb", "sturb", "ldurh", "sturh", "ldursb", "ldursh", "ldursw" ->
                    to.add(condition + mnemonic.substring(0, 2) + mnemonic.substring(3) + operands);
            case "prfum" -> to.add(condition + "prfm" + operands);
            case "tbz", "tbnz" -> {
                if (operands.startsWith(" <Wt>")) {
                    to.add(condition + mnemonic + operands.replace("<Wt>", "<Xt>"));
                }
            }
            case "and" -> {
                if (operands.endsWith("<{bitmask}>")) {
                    to.add("bic" + operands.replace("<{bitmask}>", "<{notbitmask}>"));
                }
            }
            case "lsl", "lsr", "asr", "ror" -> {
                if (operands.endsWith("m>")) {
                    to.add(condition + mnemonic + "v" + operands);
                }
            }
            case "fmov" -> {
                if (operands.endsWith("d>, <Wn>") || operands.endsWith("d>, <Xn>")) {
                    to.add("Rn == 31 => fmov " + operands.substring(1, 6) + " #0.0");
                }
            }
            case "mov" -> move(condition, operands, to);
            default -> others(text, mnemonic, operands, to);
        }
    }

    private static void move(String condition, String operands, List<String> to) {
        if (operands.equals(" <Wd>, <Wm>")) {
            to.add(condition + "uxtw <Xd>, <Wm>");
        } else if (operands.startsWith(" <{Vd.T5[]}>")) {
            to.add("ins" + operands);
        } else if (operands.startsWith(" <{Vd:imm5}>")) {
            to.add("dup" + operands);
        } else if (operands.equals(" <Xd>, <{Vn.T5[]}>")) {
            to.add("umov" + operands);
        }
    }

    private static void others(String text, String mnemonic, String operands, List<String> to) {
        if (mnemonic.length() == 4 && mnemonic.startsWith("b.")) {
            conditionalBranch(mnemonic, operands, to);
        }
        switch (text) {
            case "isb <#CRm>" -> to.add("isb <{barrier}>");
            case "rev <Xd>, <Xn>" -> to.add("rev64" + operands);
            case "mvn <{Vd.Tb}>, <{Vn.Tb}>" -> to.add("not" + operands);
            default -> { }
        }
    }

    private static void conditionalBranch(String mnemonic, String operands, List<String> to) {
        String condition = mnemonic.substring(2);
        to.add("b" + condition + operands);
        if (condition.equals("cs") || condition.equals("cc")) {
            String other = condition.equals("cs") ? "hs" : "lo";
            to.add("b." + other + operands);
            to.add("b" + other + operands);
        }
    }
}
