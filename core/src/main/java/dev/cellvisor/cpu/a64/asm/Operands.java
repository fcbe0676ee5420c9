package dev.cellvisor.cpu.a64.asm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From an operand as a template writes it to what prints and reads it. The words are those of package {@code isa}'s description. */
final class Operands {
    private static final Pattern GENERAL = Pattern.compile("([XW])(d|t2|t|n|m|s|a)(\\|W?SP)?");
    private static final Pattern SCALAR = Pattern.compile("([BHSDQ])(d|t2|t|n|m|a)");
    private static final Pattern FIXED_VECTOR = Pattern.compile("V([dnma])\\.(\\d+[BHSDQ])");
    private static final Pattern FIXED_ELEMENT = Pattern.compile("V([dnm])\\.([BHSD])\\[(\\d+)]");
    private static final Pattern IMMEDIATE = Pattern.compile("(,?)#(\\w+?)(?:\\*(\\d+))?");
    private static final Pattern LABEL = Pattern.compile("label:(\\w+)\\*(\\d+)");

    private Operands() {
    }

    /** @param inside what stands between the angle brackets */
    static Operand of(String inside, Layout layout, String mnemonic) {
        Operand operand = inside.startsWith("{") ? named(inside.substring(1, inside.length() - 1), layout, mnemonic) : plain(inside, layout, mnemonic);
        if (operand == null) {
            throw new IllegalStateException("no operand is called <" + inside + ">");
        }
        return operand;
    }

    private static Operand plain(String inside, Layout layout, String mnemonic) {
        Matcher m = GENERAL.matcher(inside);
        if (m.matches()) {
            return new GeneralRegister(m.group(1).equals("X"), position(m.group(2)), m.group(3) != null, inside);
        }
        m = SCALAR.matcher(inside);
        if (m.matches()) {
            char type = Character.toLowerCase(m.group(1).charAt(0));
            return new ScalarRegister(position(m.group(2)), ElementSize.fixed("bhsdq".indexOf(type)), inside);
        }
        m = FIXED_VECTOR.matcher(inside);
        if (m.matches()) {
            return new VectorRegister(position(m.group(1)), Arrangement.fixed(m.group(2)), inside);
        }
        m = FIXED_ELEMENT.matcher(inside);
        if (m.matches()) {
            return VectorElement.fixed(position(m.group(1)), "BHSD".indexOf(m.group(2)), Integer.parseInt(m.group(3)), inside);
        }
        m = LABEL.matcher(inside);
        if (m.matches()) {
            return new Addresses.Label(layout.field(m.group(1)), Integer.parseInt(m.group(2)));
        }
        return immediate(inside, layout, mnemonic);
    }

    private static Operand immediate(String inside, Layout layout, String mnemonic) {
        Matcher m = IMMEDIATE.matcher(inside);
        if (!m.matches()) {
            return null;
        }
        String name = m.group(2);
        Field field = layout.find(name);
        boolean signed = field == null && name.startsWith("s");
        if (signed) {
            field = layout.field(name.substring(1));
        } else if (field == null) {
            field = layout.field(name);
        }
        int scale = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
        boolean optional = !m.group(1).isEmpty();
        return new Immediate(field, signed, scale, optional, signed || optional || scale > 1 || Immediate.isDecimal(name, mnemonic));
    }

    private static Operand named(String name, Layout layout, String mnemonic) {
        if (name.startsWith(",#")) {
            return immediate(name, layout, mnemonic);
        }
        Operand operand = IntegerOperands.named(name, layout);
        if (operand == null) {
            operand = MoveOperands.named(name, layout);
        }
        if (operand == null) {
            operand = Addresses.named(name, layout);
        }
        if (operand == null) {
            operand = SystemOperands.named(name, layout);
        }
        if (operand == null) {
            operand = VectorOperands.named(name, layout, mnemonic);
        }
        return operand;
    }

    /** Where the register of a suffix stands: d and t in 4:0, n in 9:5, a and t2 in 14:10, m and s in 20:16. */
    static int position(String suffix) {
        return switch (suffix) {
            case "d", "t" -> 0;
            case "n" -> 5;
            case "a", "t2" -> 10;
            case "m", "s" -> 16;
            default -> throw new IllegalStateException("no register is called by '" + suffix + "'");
        };
    }
}
