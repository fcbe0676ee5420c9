package dev.cellvisor.cpu.a64.asm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named operands of FP and SIMD instructions. */
final class VectorOperands {
    private static final Pattern VECTOR = Pattern.compile("V([dnmat])\\.T(\\w*)");
    private static final Pattern ELEMENT = Pattern.compile("V([dnm])\\.T5\\[(imm4)?]");
    private static final Pattern SCALAR = Pattern.compile("V([dnmat]):(size|imm5|imm|sz)(\\+1)?");
    private static final Pattern GENERAL = Pattern.compile("R([dn]):(sf|imm5)");

    /** immh:immb, fixed in parts of some encodings. */
    static final Field SHIFT = new Field("imm", 16, 7);

    private VectorOperands() {
    }

    static Operand named(String name, Layout layout, String mnemonic) {
        Matcher m = VECTOR.matcher(name);
        if (m.matches()) {
            Arrangement arrangement = arrangement(m.group(2), layout);
            return arrangement == null ? null : new VectorRegister(Operands.position(m.group(1)), arrangement, name);
        }
        m = ELEMENT.matcher(name);
        if (m.matches()) {
            Field imm5 = layout.field("imm5");
            return new VectorElement(Operands.position(m.group(1)), ElementSize.ofIndex(imm5),
                    m.group(2) == null ? VectorElement.aboveLowestOne(imm5) : VectorElement.scaled(layout.field("imm4")), name);
        }
        m = SCALAR.matcher(name);
        if (m.matches()) {
            int plus = m.group(3) == null ? 0 : 1;
            return new ScalarRegister(Operands.position(m.group(1)), switch (m.group(2)) {
                case "imm5" -> ElementSize.ofIndex(layout.field("imm5"));
                case "imm" -> ElementSize.ofShift(SHIFT, plus);
                case "sz" -> ElementSize.ofField(layout.field("sz", 22, 1), 2 + plus);
                default -> ElementSize.ofField(layout.field("size", 22, 2), plus);
            }, name);
        }
        m = GENERAL.matcher(name);
        if (m.matches()) {
            boolean byFlag = m.group(2).equals("sf");
            return new SizedRegister(Operands.position(m.group(1)), byFlag ? layout.field("sf", 31, 1) : layout.field("imm5"), byFlag);
        }
        Operand operand = VectorImmediates.named(name, layout, mnemonic);
        if (operand == null) {
            operand = ByElement.named(name);
        }
        return operand != null ? operand : VectorLists.named(name, layout);
    }

    private static Arrangement arrangement(String suffix, Layout layout) {
        Field size = layout.field("size", 22, 2);
        return switch (suffix) {
            case "" -> Arrangement.ofField(size, 0);
            case "w" -> Arrangement.wide(size);
            case "p" -> Arrangement.ofField(size, 1);
            case "b" -> Arrangement.ofSize(0);
            case "h" -> Arrangement.ofSize(1);
            case "q", "s" -> Arrangement.ofSize(2);
            case "d" -> Arrangement.ofSize(3);
            case "f" -> Arrangement.ofField(layout.field("sz", 22, 1), 2);
            case "pair" -> Arrangement.either(layout.field("sz", 22, 1), "2s", "2d");
            case "hq" -> Arrangement.either(new Field("Q", 30, 1), "2h", "4h");
            case "i" -> Arrangement.ofShift(SHIFT, 0, false);
            case "iw" -> Arrangement.ofShift(SHIFT, 1, true);
            case "5" -> Arrangement.ofIndex(layout.field("imm5"));
            case "c" -> Arrangement.ofModifiedImmediate(layout.field("cmode"));
            default -> null;
        };
    }

    /** X or W by sf, or as wide as an element: X where imm5 says D. */
    private record SizedRegister(int low, Field field, boolean byFlag) implements Operand {

        private boolean wide(int value) {
            return byFlag ? value == 1 : Integer.numberOfTrailingZeros(value) == 3;
        }

        @Override
        public boolean print(Printer out) {
            out.text(Registers.general(wide(field.of(out.word)), out.word >>> low & 31, false));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            boolean wide;
            if (byFlag) {
                Registers.Register register = Registers.find(in.peekName());
                wide = register != null && register.type() == 'x';
                if (!word.put(field, wide ? 1 : 0)) {
                    throw in.expected(wide ? "a W register" : "an X register");
                }
            } else {
                wide = wide(word.get(field));
            }
            new GeneralRegister(wide, low, false, "R").read(in, word);
        }

        @Override
        public String form() {
            return low == 0 ? "Rd" : "Rn";
        }
    }
}
