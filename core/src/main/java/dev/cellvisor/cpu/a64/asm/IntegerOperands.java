package dev.cellvisor.cpu.a64.asm;

import java.util.List;

/** The named operands of integer instructions. */
final class IntegerOperands {
    private static final List<String> SHIFTS = List.of("lsl", "lsr", "asr", "ror");
    static final List<String> EXTENDS = List.of("uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx");
    private static final List<String> CONDITIONS =
            List.of("eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "nv");

    private IntegerOperands() {
    }

    static Operand named(String name, Layout layout) {
        return switch (name) {
            case "addimm" -> new AddImmediate(layout.field("imm12"), layout.field("sh"));
            case ",shift" -> new Shift();
            case "extended" -> new Extended(layout.mayBeStackPointer("Rd"));
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
                int amount = in.between("the shift", 0, 12);
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
            in.settle(word.put(imm12, (int) value) && word.put(sh, shifted));
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
                amount = in.between("the shift", 0, word.width() - 1);
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
                    || register.type() == 'x' && !word.isWide()) {
                throw in.expected(word.isWide() ? "a register" : "a W register");
            }
            in.takeName();
            int plain = word.isWide() ? 3 : 2;
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
                    amount = in.between("the shift", 0, 4);
                }
            } else if (!hasStackPointer(word.bits())) {
                throw in.expected("an extension: " + String.join(", ", EXTENDS));
            }
            if (register.type() == 'x' != (word.isWide() && (option & 3) == 3)) {
                in.reset(start);
                throw in.expected(register.type() == 'x' ? "a W register for this extension" : "an X register for this extension");
            }
            in.settle(word.put(RM, register.number()) && word.put(OPTION, option) && word.put(AMOUNT, amount));
        }

        @Override
        public String form() {
            return "Rm, uxtb|…|sxtx {#amount}";
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
            int lsb = in.between("the lowest bit", 0, word.width() - 1);
            in.settle(word.put(IMMR, -lsb & word.width() - 1));
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
            int lsb = extract ? word.get(IMMR) : -word.get(IMMR) & word.width() - 1;
            int width = in.between("the width", 1, word.width() - lsb);
            in.settle(word.put(IMMS, width - 1 + (extract ? lsb : 0)));
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
            int amount = in.between("the shift", 0, word.width() - 1);
            in.settle(word.put(IMMS, word.width() - 1 - amount) && word.put(IMMR, -amount & word.width() - 1));
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
            in.settle(word.put(cond, value ^ inverted));
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
            int number = in.between("the bit", 0, 63);
            if (!word.put(31, 1, number >> 5)) {
                throw in.wrong("bit " + number + " needs " + (number > 31 ? "an X" : "a W") + " register");
            }
            in.settle(word.put(b40, number & 31));
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
