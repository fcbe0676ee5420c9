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
        // An offset that LDR cannot have may be one for LDUR.
        if (mnemonic.matches("(ld|st)ur[bh]?|ldurs[bhw]")) {
            to.add(condition + mnemonic.substring(0, 2) + mnemonic.substring(3) + operands);
        } else if (mnemonic.equals("prfum")) {
            to.add(condition + "prfm" + operands);
        } else if (mnemonic.matches("b\\.\\w\\w")) {
            conditionalBranch(mnemonic, operands, to);
        } else if (mnemonic.startsWith("tb") && operands.startsWith(" <Wt>")) {
            to.add(condition + mnemonic + operands.replace("<Wt>", "<Xt>"));
        } else if (mnemonic.equals("and") && operands.endsWith("<{bitmask}>")) {
            to.add("bic" + operands.replace("<{bitmask}>", "<{notbitmask}>"));
        } else if (operands.equals(" <Xd>, <Xn>, <Xm>") || operands.equals(" <Wd>, <Wn>, <Wm>")) {
            if (mnemonic.matches("lsl|lsr|asr|ror")) {
                to.add(condition + mnemonic + "v" + operands);
            }
        } else if (text.equals("isb <#CRm>")) {
            to.add("isb <{barrier}>");
        } else if (text.matches("fmov <[SDH]d>, <[WX]n>")) {
            to.add("Rn == 31 => fmov " + operands.substring(1, 6) + "#0.0");
        } else if (text.startsWith("mov <{Vd.T5[]}>")) {
            to.add("ins" + operands);
        } else if (text.startsWith("mov <{Vd:imm5}>")) {
            to.add("dup" + operands);
        } else if (text.equals("mov <Wd>, <Wm>")) {
            to.add(condition + "uxtw <Xd>, <Wm>");
        } else if (text.equals("rev <Xd>, <Xn>")) {
            to.add("rev64" + operands);
        } else if (text.equals("mov <Xd>, <{Vn.T5[]}>")) {
            to.add("umov" + operands);
        } else if (text.equals("mvn <{Vd.Tb}>, <{Vn.Tb}>")) {
            to.add("not" + operands);
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
