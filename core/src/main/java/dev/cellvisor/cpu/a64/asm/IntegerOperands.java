package dev.cellvisor.cpu.a64.asm;

import java.util.List;

/** The named operands of integer instructions. */
final class IntegerOperands {
    private static final List<String> SHIFTS = List.of("lsl", "lsr", "asr", "ror");
    static final List<String> EXTENDS = List.of("uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx");
    private static final List<String> CONDITIONS =
            List.of("eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "nv");
    private static final Field SF = new Field("sf", 31, 1);

    private IntegerOperands() {
    }

    static Operand named(String name, Layout layout) {
        return switch (name) {
            case "addimm" -> new AddImmediate(layout.field("imm12"), layout.field("sh"));
            case ",shift" -> new Shift();
            case "extended" -> new Extended(layout.mayBeStackPointer("Rd"));
            case "bitmask" -> new BitmaskImmediate(false);
            case "notbitmask" -> new BitmaskImmediate(true);
            case "movbitmask" -> new MoveBitmask();
            case ",hw" -> new HalfwordShift(layout.field("hw"));
            case "movz" -> new MoveWide(layout.field("imm16"), layout.field("hw"), false);
            case "movn" -> new MoveWide(layout.field("imm16"), layout.field("hw"), true);
            case "bfizlsb" -> new FieldLsb();
            case "bfizwidth" -> new FieldWidth(false);
            case "bfxwidth" -> new FieldWidth(true);
            case "lslamount" -> new LslAmount();
            case "cond" -> new ConditionName(layout.field("cond"), 0);
            case "notcond" -> new ConditionName(layout.field("cond"), 1);
            case "bitnumber" -> new BitNumber(layout.field("b40"));
            case "Ws+1" -> new NextRegister(false, 16);
            case "Xs+1" -> new NextRegister(true, 16);
            case "Wt+1" -> new NextRegister(false, 0);
            case "Xt+1" -> new NextRegister(true, 0);
            case "mask" -> new Immediate(layout.field("mask"), false, 1, false, true);
            case "order" -> new Choice(List.of("", "l", "a", "al"), layout.field("R"), layout.field("A"));
            case "2" -> new Choice(List.of("", "2"), layout.field("Q", 30, 1), null);
            case "e" -> new Choice(List.of("", "e"), layout.field("e"), null);
            default -> null;
        };
    }

    private static boolean wide(int word) {
        return word < 0;
    }

    private static boolean wide(Word word) {
        return word.get(SF) == 1;
    }

    /** A register's width in bits. */
    private static int width(Word word) {
        return wide(word) ? 64 : 32;
    }

    private static int between(Reader in, String what, int least, int most) {
        long value = in.number(what);
        if (value < least || value > most) {
            throw in.wrong(what + " must be " + least + " to " + most + ", not " + value);
        }
        return (int) value;
    }

    private static void settle(Reader in, boolean done) {
        if (!done) {
            throw in.wrong("this cannot stand with the other operands");
        }
    }

    /** A value of a register's width: 32 bits may be written with or without a sign. */
    private static long value(Reader in, Word word) {
        long value = in.number("a number");
        if (wide(word)) {
            return value;
        }
        if (value != (int) value && value >>> 32 != 0) {
            throw in.wrong("#" + value + " has more than 32 bits");
        }
        return value & 0xffff_ffffL;
    }

    /** 12 bits, shifted left by 12 or not. */
    private record AddImmediate(Field imm12, Field sh) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.hex(imm12.of(out.word));
            if (sh.of(out.word) == 1) {
                out.text(", lsl #12");
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = in.number("a number");
            if (value < 0) {
                // ADD of a negative number is SUB, bit 30, and the other way round.
                word.flip(1 << 30);
                value = -value;
            }
            int shifted = -1;
            if (in.take(',')) {
                if (!in.takeText("lsl")) {
                    throw in.expected("lsl");
                }
                int amount = between(in, "the shift", 0, 12);
                if (amount % 12 != 0) {
                    throw in.wrong("the shift must be 0 or 12, not " + amount);
                }
                shifted = amount / 12;
            }
            if (shifted < 0) {
                shifted = value > 0xfff && (value & 0xfff) == 0 ? 1 : 0;
                value >>>= shifted * 12;
            }
            if (value < 0 || value > 0xfff) {
                throw in.wrong("the number does not fit: 0 to 4095, or that times 4096");
            }
            settle(in, word.put(imm12, (int) value) && word.put(sh, shifted));
        }

        @Override
        public String form() {
            return "#imm12{, lsl #12}";
        }
    }

    /** Bits 23:22 and 15:10; nothing for LSL by 0. */
    private record Shift() implements Operand {
        private static final Field TYPE = new Field("shift", 22, 2);
        private static final Field AMOUNT = new Field("imm6", 10, 6);

        @Override
        public boolean print(Printer out) {
            int type = TYPE.of(out.word);
            int amount = AMOUNT.of(out.word);
            if (type != 0 || amount != 0) {
                out.text(", ").text(SHIFTS.get(type)).text(" ").decimal(amount);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            int type = 0;
            int amount = 0;
            if (in.take(',')) {
                String name = in.peekName();
                type = SHIFTS.indexOf(name);
                if (type < 0) {
                    throw in.expected("lsl, lsr, asr or ror");
                }
                in.takeName();
                amount = between(in, "the shift", 0, width(word) - 1);
            }
            if (!word.put(TYPE, type) || !word.put(AMOUNT, amount)) {
                in.reset(start);
                throw in.expected("another shift");
            }
        }

        @Override
        public String form() {
            return "{, lsl|lsr|asr|ror #amount}";
        }
    }

    /** Rm with an extension, from option and imm3. */
    private record Extended(boolean rdMayBeSp) implements Operand {
        private static final Field RM = new Field("Rm", 16, 5);
        private static final Field OPTION = new Field("option", 13, 3);
        private static final Field AMOUNT = new Field("imm3", 10, 3);

        private boolean hasStackPointer(int word) {
            return (word >>> 5 & 31) == 31 || rdMayBeSp && (word & 31) == 31;
        }

        @Override
        public boolean print(Printer out) {
            int option = OPTION.of(out.word);
            int amount = AMOUNT.of(out.word);
            out.text(Registers.general(wide(out.word) && (option & 3) == 3, RM.of(out.word), false));
            if (hasStackPointer(out.word) && option == (wide(out.word) ? 3 : 2)) {
                if (amount != 0) {
                    out.text(", lsl ").decimal(amount);
                }
                return true;
            }
            out.text(", ").text(EXTENDS.get(option));
            if (amount != 0) {
                out.text(" ").decimal(amount);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            Registers.Register register = Registers.find(in.peekName());
            if (register == null || register.type() != 'x' && register.type() != 'w' || register.number() == Registers.SP
                    || register.type() == 'x' && !wide(word)) {
                throw in.expected(wide(word) ? "a register" : "a W register");
            }
            in.takeName();
            int plain = wide(word) ? 3 : 2;
            int option = plain;
            int amount = 0;
            if (in.take(',')) {
                String name = in.peekName();
                option = "lsl".equals(name) ? plain : EXTENDS.indexOf(name);
                if (option < 0 || "lsl".equals(name) && !hasStackPointer(word.bits())) {
                    throw in.expected("an extension: " + String.join(", ", EXTENDS));
                }
                in.takeName();
                if (in.at('#') || !in.atEnd()) {
                    amount = between(in, "the shift", 0, 4);
                }
            } else if (!hasStackPointer(word.bits())) {
                throw in.expected("an extension: " + String.join(", ", EXTENDS));
            }
            if (register.type() == 'x' != (wide(word) && (option & 3) == 3)) {
                in.reset(start);
                throw in.expected(register.type() == 'x' ? "a W register for this extension" : "an X register for this extension");
            }
            settle(in, word.put(RM, register.number()) && word.put(OPTION, option) && word.put(AMOUNT, amount));
        }

        @Override
        public String form() {
            return "Rm, uxtb|…|sxtx {#amount}";
        }
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
            int encoded = Bitmask.encode(inverted ? ~value : value, wide(word));
            if (encoded < 0) {
                throw in.wrong("#0x" + Long.toHexString(value) + " is no bitmask: a run of ones, rotated, and repeated every 2, 4, 8, 16, 32 or 64 bits");
            }
            settle(in, word.put(10, 13, encoded));
        }

        @Override
        public String form() {
            return "#bitmask";
        }
    }

    private static Mismatch tooLong(Reader in, Word word, long value) {
        String hex = "0x" + Long.toHexString(value);
        return in.wrong("#" + hex + " does not fit into one MOV: build it with movz and movk, or load it with ldr "
                + Registers.general(wide(word), word.get(0, 5), false) + ", =" + hex);
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
            int encoded = Bitmask.encode(value, wide(word));
            if (encoded < 0 || word.get(0, 5) != 31 && isMoveWide(value, wide(word))) {
                throw tooLong(in, word, value);
            }
            settle(in, word.put(10, 13, encoded));
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
                amount = between(in, "the shift", 0, width(word) - 16);
                if (amount % 16 != 0) {
                    throw in.wrong("the shift must be a multiple of 16, not " + amount);
                }
            }
            settle(in, word.put(hw, amount / 16));
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
            boolean fits = inverted ? !direct && Bitmask.isMovn(value, wide(word)) : direct;
            if (!fits) {
                throw tooLong(in, word, value);
            }
            long bits = inverted ? wide(word) ? ~value : ~value & 0xffff_ffffL : value;
            int shift = bits == 0 ? 0 : Long.numberOfTrailingZeros(bits) / 16;
            settle(in, word.put(imm16, (int) (bits >>> shift * 16)) && word.put(hw, shift));
        }

        @Override
        public String form() {
            return "#value";
        }
    }

    private static final Field IMMR = new Field("immr", 16, 6);
    private static final Field IMMS = new Field("imms", 10, 6);

    /** The lowest bit of UBFIZ and its like: -immr modulo the width. */
    private record FieldLsb() implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(-IMMR.of(out.word) & (wide(out.word) ? 63 : 31));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int lsb = between(in, "the lowest bit", 0, width(word) - 1);
            settle(in, word.put(IMMR, -lsb & width(word) - 1));
        }

        @Override
        public String form() {
            return "#lsb";
        }
    }

    private record FieldWidth(boolean extract) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(IMMS.of(out.word) + 1 - (extract ? IMMR.of(out.word) : 0));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int lsb = extract ? word.get(IMMR) : -word.get(IMMR) & width(word) - 1;
            int width = between(in, "the width", 1, width(word) - lsb);
            settle(in, word.put(IMMS, width - 1 + (extract ? lsb : 0)));
        }

        @Override
        public String form() {
            return "#width";
        }
    }

    private record LslAmount() implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal((wide(out.word) ? 63 : 31) - IMMS.of(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int amount = between(in, "the shift", 0, width(word) - 1);
            settle(in, word.put(IMMS, width(word) - 1 - amount) && word.put(IMMR, -amount & width(word) - 1));
        }

        @Override
        public String form() {
            return "#amount";
        }
    }

    private record ConditionName(Field cond, int inverted) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.text(CONDITIONS.get(cond.of(out.word) ^ inverted));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            String name = in.peekName();
            int value = name == null ? -1 : conditionNumber(name);
            if (value < 0 || inverted == 1 && value >= 14) {
                throw in.expected("a condition: " + String.join(", ", CONDITIONS.subList(0, inverted == 1 ? 14 : 16)));
            }
            in.takeName();
            settle(in, word.put(cond, value ^ inverted));
        }

        @Override
        public String form() {
            return "cond";
        }
    }

    /** HS and LO are other names of CS and CC. */
    static int conditionNumber(String name) {
        return switch (name) {
            case "hs" -> 2;
            case "lo" -> 3;
            default -> CONDITIONS.indexOf(name);
        };
    }

    /** The bit of TBZ and TBNZ: bit 31 and b40. */
    private record BitNumber(Field b40) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.decimal(out.word >>> 31 << 5 | b40.of(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int number = between(in, "the bit", 0, 63);
            if (!word.put(SF, number >> 5)) {
                throw in.wrong("bit " + number + " needs " + (number > 31 ? "an X" : "a W") + " register");
            }
            settle(in, word.put(b40, number & 31));
        }

        @Override
        public String form() {
            return "#bit";
        }
    }

    /** The second register of a pair: no choice, but written out. */
    private record NextRegister(boolean wide, int low) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.text(Registers.general(wide, (out.word >>> low & 31) + 1, false));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            String wanted = Registers.general(wide, word.get(low, 5) + 1, false);
            if (!wanted.equals(in.peekName())) {
                throw in.expected(wanted);
            }
            in.takeName();
        }

        @Override
        public String form() {
            return (wide ? "X" : "W") + (low == 0 ? "t" : "s") + "+1";
        }
    }

    /** A part of a mnemonic that depends on one or two bits. */
    record Choice(List<String> texts, Field low, Field high) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.text(texts.get((high == null ? 0 : high.of(out.word) << 1) | low.of(out.word)));
            return true;
        }

        /** Settles the bits for one of the texts; false if they are settled otherwise. */
        boolean choose(Word word, int index) {
            return word.put(low, index & 1) && (high == null || word.put(high, index >> 1));
        }

        @Override
        public void read(Reader in, Word word) {
            throw new IllegalStateException("a part of a mnemonic is chosen, not read");
        }

        @Override
        public String form() {
            return "";
        }
    }
}
