package dev.cellvisor.cpu.a64.asm;

/** The immediates of logical instructions and of moves. */
final class MoveOperands {

    private MoveOperands() {
    }

    static Operand named(String name, Layout layout) {
        return switch (name) {
            case "bitmask" -> new BitmaskImmediate(false);
            case "notbitmask" -> new BitmaskImmediate(true);
            case "movbitmask" -> new MoveBitmask();
            case ",hw" -> new HalfwordShift(layout.field("hw"));
            case "movz" -> new MoveWide(layout.field("imm16"), layout.field("hw"), false);
            case "movn" -> new MoveWide(layout.field("imm16"), layout.field("hw"), true);
            default -> null;
        };
    }

    private static boolean wide(int word) {
        return word < 0;
    }

    /** A value of a register's width: 32 bits may be written with or without a sign. */
    private static long value(Reader in, Word word) {
        long value = in.number("a number");
        if (word.isWide()) {
            return value;
        }
        if (value != (int) value && value >>> 32 != 0) {
            throw in.wrong("#" + value + " has more than 32 bits");
        }
        return value & 0xffff_ffffL;
    }

    /** N:immr:imms; or, for an assembler only, the complement of it. */
    private record BitmaskImmediate(boolean inverted) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.hex(Bitmask.decode(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = value(in, word);
            int encoded = Bitmask.encode(inverted ? ~value : value, word.isWide());
            if (encoded < 0) {
                throw in.wrong("#0x" + Long.toHexString(value) + " is no bitmask: a run of ones, rotated, and repeated every 2, 4, 8, 16, 32 or 64 bits");
            }
            in.settle(word.put(10, 13, encoded));
        }

        @Override
        public String form() {
            return "#bitmask";
        }
    }

    private static Mismatch tooLong(Reader in, Word word, long value) {
        String hex = "0x" + Long.toHexString(value);
        return in.wrong("#" + hex + " does not fit into one MOV: build it with movz and movk, or load it with ldr "
                + Registers.general(word.isWide(), word.get(0, 5), false) + ", =" + hex);
    }

    /** The same as MOV, where MOVZ and MOVN cannot. */
    private record MoveBitmask() implements Operand {

        private static boolean isMoveWide(long value, boolean wide) {
            return Bitmask.isMovz(value) || Bitmask.isMovn(value, wide);
        }

        @Override
        public boolean print(Printer out) {
            long value = Bitmask.decode(out.word);
            if ((out.word & 31) != 31 && isMoveWide(value, wide(out.word))) {
                return false;
            }
            out.hex(value);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = value(in, word);
            int encoded = Bitmask.encode(value, word.isWide());
            if (encoded < 0 || word.get(0, 5) != 31 && isMoveWide(value, word.isWide())) {
                throw tooLong(in, word, value);
            }
            in.settle(word.put(10, 13, encoded));
        }

        @Override
        public String form() {
            return "#bitmask";
        }
    }

    private record HalfwordShift(Field hw) implements Operand {

        @Override
        public boolean print(Printer out) {
            if (hw.of(out.word) != 0) {
                out.text(", lsl ").decimal(hw.of(out.word) * 16);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int amount = 0;
            if (in.take(',')) {
                if (!in.takeText("lsl")) {
                    throw in.expected("lsl");
                }
                amount = in.between("the shift", 0, word.width() - 16);
                if (amount % 16 != 0) {
                    throw in.wrong("the shift must be a multiple of 16, not " + amount);
                }
            }
            in.settle(word.put(hw, amount / 16));
        }

        @Override
        public String form() {
            return "{, lsl #amount}";
        }
    }

    /** The value that MOVZ or MOVN makes. */
    private record MoveWide(Field imm16, Field hw, boolean inverted) implements Operand {

        @Override
        public boolean print(Printer out) {
            long value = (long) imm16.of(out.word) << hw.of(out.word) * 16;
            if (inverted) {
                value = wide(out.word) ? ~value : ~value & 0xffff_ffffL;
            }
            out.hex(value);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = value(in, word);
            boolean direct = Bitmask.isMovz(value);
            boolean fits = inverted ? !direct && Bitmask.isMovn(value, word.isWide()) : direct;
            if (!fits) {
                throw tooLong(in, word, value);
            }
            long bits = inverted ? word.isWide() ? ~value : ~value & 0xffff_ffffL : value;
            int shift = bits == 0 ? 0 : Long.numberOfTrailingZeros(bits) / 16;
            in.settle(word.put(imm16, (int) (bits >>> shift * 16)) && word.put(hw, shift));
        }

        @Override
        public String form() {
            return "#value";
        }
    }
}
