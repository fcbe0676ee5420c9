package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.Locale;

/** The immediates of FP and SIMD instructions. */
final class VectorImmediates {

    private VectorImmediates() {
    }

    static Operand named(String name, Layout layout, String mnemonic) {
        return switch (name) {
            case "fpimm" -> new FpImmediate(layout.field("imm8"), null);
            case "simdfpimm" -> new FpImmediate(layout.field("imm5"), layout.field("a"));
            case "simdimm" -> new ModifiedImmediate(layout.field("a"), layout.field("imm5"), layout.field("cmode", 12, 4),
                    mnemonic.equals("orr") || mnemonic.equals("bic") ? 1 : 0);
            case "simdimm64" -> new ByteMask(layout.field("a"), layout.field("imm5"));
            case "leftshift" -> new ShiftAmount(VectorOperands.SHIFT, false);
            case "rightshift" -> new ShiftAmount(VectorOperands.SHIFT, true);
            case "elementbits" -> new ElementBits(layout.field("size", 22, 2));
            case "fbits" -> new FractionBits(layout.field("scale"));
            case "rot", "rot13" -> new Rotation(layout.field("rot"), 0, 90);
            case "rot90" -> new Rotation(layout.field("rot"), 90, 180);
            default -> null;
        };
    }

    /** 8 bits of sign, exponent and fraction, in one field or in two. */
    private record FpImmediate(Field low, Field high) implements Operand {

        @Override
        public boolean print(Printer out) {
            int imm8 = low.of(out.word) | (high == null ? 0 : high.of(out.word) << 5);
            out.text("#").text(String.format(Locale.ROOT, "%.18e", InstructionTable.fpImmediate(imm8)));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            double value = in.floating("a number with a fraction");
            for (int imm8 = 0; imm8 < 256; imm8++) {
                if (InstructionTable.fpImmediate(imm8) == value) {
                    in.settle(word.put(low, imm8 & low.mask()) && (high == null || word.put(high, imm8 >> 5)));
                    return;
                }
            }
            throw in.wrong("#" + value + " does not fit: n/16 times a power of two, with n from 16 to 31 and the power from 1/8 to 16");
        }

        @Override
        public String form() {
            return "#fpimm";
        }
    }

    /** 8 bits, moved within an element by cmode: LSL fills with zeros, MSL with ones. */
    private record ModifiedImmediate(Field high, Field low, Field cmode, int odd) implements Operand {

        @Override
        public boolean print(Printer out) {
            int mode = cmode.of(out.word);
            out.hex(high.of(out.word) << 5 | low.of(out.word));
            if (mode == 14) {
                return true;
            }
            if (mode >= 12) {
                out.text(", msl ").decimal(mode == 12 ? 8 : 16);
            } else if ((mode & (mode < 8 ? 6 : 2)) != 0) {
                out.text(", lsl ").decimal((mode >> 1 & (mode < 8 ? 3 : 1)) * 8);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = in.number("a number");
            if (value < -128 || value > 255) {
                throw in.wrong("#" + value + " does not fit: 0 to 255");
            }
            int size = word.shape() >> 1;
            int mode = size == 0 ? 14 : size == 1 ? 8 | odd : odd;
            if (in.take(',')) {
                mode = mode(in, size, mode);
            }
            in.settle(word.put(high, (int) value >> 5 & 7) && word.put(low, (int) value & 31) && word.put(cmode, mode));
        }

        private int mode(Reader in, int size, int unshifted) {
            boolean ones = in.takeText("msl");
            if (!ones && !in.takeText("lsl")) {
                throw in.expected("lsl or msl");
            }
            long amount = in.number("the shift");
            boolean fits = ones ? size == 2 && (amount == 8 || amount == 16) : amount >= 0 && amount % 8 == 0 && amount < 8 << size;
            if (!fits) {
                throw in.wrong("a shift by " + amount + " is not possible");
            }
            return ones ? 12 + (amount == 8 ? 0 : 1) : unshifted | (int) amount / 8 << 1;
        }

        @Override
        public String form() {
            return "#imm8{, lsl|msl #amount}";
        }
    }

    /** 64 bits of which every byte is all ones or all zeros. */
    private record ByteMask(Field high, Field low) implements Operand {

        @Override
        public boolean print(Printer out) {
            int bits = high.of(out.word) << 5 | low.of(out.word);
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value |= (bits >> i & 1) * 0xffL << i * 8;
            }
            out.hex(value);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = in.number("a number");
            int bits = 0;
            for (int i = 0; i < 8; i++) {
                int piece = (int) (value >>> i * 8) & 0xff;
                if (piece != 0 && piece != 0xff) {
                    throw in.wrong("#0x" + Long.toHexString(value) + " does not fit: every byte must be 0x00 or 0xff");
                }
                bits |= (piece & 1) << i;
            }
            in.settle(word.put(high, bits >> 5) && word.put(low, bits & 31));
        }

        @Override
        public String form() {
            return "#bytes";
        }
    }

    /** immh:immb: to the left element size + amount, to the right twice the element size - amount. */
    private record ShiftAmount(Field imm, boolean right) implements Operand {

        @Override
        public boolean print(Printer out) {
            int value = imm.of(out.word);
            int bits = Integer.highestOneBit(value);
            if (bits < 8) {
                return false;
            }
            out.decimal(right ? 2 * bits - value : value - bits);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int bits = Integer.highestOneBit(word.get(imm));
            if (bits < 8) {
                bits = 64; // a D register, which settles nothing
            }
            long amount = in.number("the shift");
            if (amount < (right ? 1 : 0) || amount > (right ? bits : bits - 1)) {
                throw in.wrong("the shift must be " + (right ? "1 to " + bits : "0 to " + (bits - 1)) + ", not " + amount);
            }
            in.settle(word.put(imm, right ? 2 * bits - (int) amount : bits + (int) amount));
        }

        @Override
        public String form() {
            return "#amount";
        }
    }

    /** SHLL shifts by the size of an element. */
    private record ElementBits(Field size) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(8L << size.of(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long amount = in.number("the shift");
            if (amount != 8L << word.get(size)) {
                throw in.wrong("the shift must be " + (8 << word.get(size)) + ", not " + amount);
            }
        }

        @Override
        public String form() {
            return "#bits";
        }
    }

    /** 64 - scale. */
    private record FractionBits(Field scale) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(64 - scale.of(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long bits = in.number("the number of fraction bits");
            if (bits < 1 || bits > 64) {
                throw in.wrong("1 to 64 fraction bits are possible, not " + bits);
            }
            in.settle(word.put(scale, 64 - (int) bits));
        }

        @Override
        public String form() {
            return "#fbits";
        }
    }

    /** The rotation of complex numbers, in degrees. */
    private record Rotation(Field rot, int first, int step) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(first + rot.of(out.word) * step);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long degrees = in.number("the rotation");
            if (degrees < first || degrees > 270 || (degrees - first) % step != 0) {
                throw in.wrong("the rotation must be " + (first == 0 ? "0, 90, 180 or 270" : "90 or 270") + ", not " + degrees);
            }
            in.settle(word.put(rot, (int) (degrees - first) / step));
        }

        @Override
        public String form() {
            return first == 0 ? "#0|#90|#180|#270" : "#90|#270";
        }
    }
}
