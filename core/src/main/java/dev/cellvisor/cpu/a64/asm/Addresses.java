package dev.cellvisor.cpu.a64.asm;

/** Branch targets, literals, and index registers. */
final class Addresses {

    private Addresses() {
    }

    static Operand named(String name, Layout layout) {
        return switch (name) {
            case "adr" -> new PageRelative(layout.field("immlo"), layout.field("immhi"), false);
            case "adrp" -> new PageRelative(layout.field("immlo"), layout.field("immhi"), true);
            case ",authoffset" -> new AuthenticatedOffset(layout.field("S"), layout.field("imm9"));
            default -> name.matches("index:\\d") ? new Index(name.charAt(6) - '0') : null;
        };
    }

    /** An address as the text has it, with or without the name that a disassembly puts behind it. */
    private static long address(Reader in, String what) {
        long address = in.number(what);
        int start = in.mark();
        if (in.take('<')) {
            while (!in.take('>')) {
                if (in.atEnd() || in.takeName() == null && in.takeNumber() == null && !in.take('+')) {
                    in.reset(start);
                    throw in.expected("'>'");
                }
            }
        }
        return address;
    }

    private static Mismatch tooFar(Reader in, long target, long distance, long least, long most, int step) {
        if (distance % step != 0) {
            return in.wrong("0x%x is %d bytes away, which is no multiple of %d".formatted(target, distance, step));
        }
        return in.wrong("0x%x is too far away: %d bytes, where %d to %d are possible".formatted(target, distance, least, most));
    }

    /** Counted from the instruction. */
    record Label(Field field, int scale) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.target(out.address + (long) field.signed(out.word) * scale);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long target = address(in, "a label or an address");
            long distance = target - in.scope().here();
            long least = -(1L << field.width() - 1) * scale;
            long most = ((1L << field.width() - 1) - 1) * scale;
            if (distance % scale != 0 || distance < least || distance > most) {
                throw tooFar(in, target, distance, least, most, scale);
            }
            if (!word.put(field, (int) (distance / scale) & field.mask())) {
                throw in.wrong("this address cannot stand here");
            }
        }

        @Override
        public String form() {
            return "label";
        }
    }

    /** The end of an address that has no offset; {@code #0} may be written all the same. */
    record NoOffset() implements Operand {

        @Override
        public boolean print(Printer out) {
            out.text("]");
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            if (in.at(',')) {
                int start = in.mark();
                in.take(',');
                if (!in.at('#') || in.number("#0") != 0) {
                    in.reset(start);
                    throw in.expected("']', since this address has no offset");
                }
            }
            in.need(']');
        }

        @Override
        public String form() {
            return "]";
        }
    }

    /** ADR counts bytes from the instruction, ADRP pages of 4 KiB from its page. */
    private record PageRelative(Field immlo, Field immhi, boolean pages) implements Operand {

        @Override
        public boolean print(Printer out) {
            long immediate = (long) immhi.signed(out.word) << 2 | immlo.of(out.word);
            out.target(pages ? (out.address & -4096) + (immediate << 12) : out.address + immediate);
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long target = address(in, "a label or an address");
            long here = in.scope().here();
            long immediate = pages ? (target >> 12) - (here >> 12) : target - here;
            if (immediate < -(1 << 20) || immediate >= 1 << 20) {
                long unit = pages ? 4096 : 1;
                throw tooFar(in, target, immediate * unit, -(1L << 20) * unit, ((1L << 20) - 1) * unit, 1);
            }
            if (!word.put(immlo, (int) immediate & 3) || !word.put(immhi, (int) (immediate >> 2) & immhi.mask())) {
                throw in.wrong("this address cannot stand here");
            }
        }

        @Override
        public String form() {
            return "label";
        }
    }

    /** The offset of LDRAA and LDRAB: ten bits in two fields, in steps of 8. */
    private record AuthenticatedOffset(Field sign, Field imm9) implements Operand {

        @Override
        public boolean print(Printer out) {
            long value = (imm9.of(out.word) - (long) sign.of(out.word) * 512) * 8;
            if (value != 0) {
                out.text(", ").decimal(value);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            long value = in.take(',') ? in.number("an offset") : 0;
            if (value % 8 != 0 || value < -4096 || value > 4088) {
                throw in.wrong("#" + value + " does not fit: -4096 to 4088 in steps of 8");
            }
            if (!word.put(imm9, (int) (value / 8) & 0x1ff) || !word.put(sign, value < 0 ? 1 : 0)) {
                throw in.wrong("#" + value + " cannot stand here");
            }
        }

        @Override
        public String form() {
            return "{, #±offset*8}";
        }
    }

    /** The index register of a load or store: Rm, option, S. */
    private record Index(int scale) implements Operand {
        private static final Field RM = new Field("Rm", 16, 5);
        private static final Field OPTION = new Field("option", 13, 3);
        private static final Field S = new Field("S", 12, 1);
        private static final int LSL = 3;

        @Override
        public boolean print(Printer out) {
            int option = OPTION.of(out.word);
            boolean shifted = S.of(out.word) == 1;
            out.text(Registers.general((option & 1) == 1, RM.of(out.word), false));
            if (option != LSL) {
                out.text(", ").text(IntegerOperands.EXTENDS.get(option));
            } else if (shifted) {
                out.text(", lsl");
            }
            if (shifted) {
                out.text(" ").decimal(scale);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            Registers.Register register = Registers.find(in.peekName());
            if (register == null || register.type() != 'x' && register.type() != 'w' || register.number() == Registers.SP) {
                throw in.expected("an index register");
            }
            in.takeName();
            boolean wide = register.type() == 'x';
            int option = LSL;
            boolean shifted = false;
            if (in.take(',')) {
                String name = in.peekName();
                option = "lsl".equals(name) ? LSL : IntegerOperands.EXTENDS.indexOf(name);
                if (option < 0 || (option & 2) == 0 || option == LSL && !"lsl".equals(name)) {
                    throw in.expected(wide ? "lsl or sxtx" : "uxtw or sxtw");
                }
                in.takeName();
                if (!in.at(']')) {
                    shifted = amount(in);
                }
            }
            if (wide != ((option & 1) == 1)) {
                in.reset(start);
                throw in.expected(wide ? "a W register for this extension" : "an X register, or uxtw or sxtw after the W register");
            }
            if (!word.put(RM, register.number()) || !word.put(OPTION, option) || !word.put(S, shifted ? 1 : 0)) {
                throw in.wrong("this index cannot stand here");
            }
        }

        /** Whether S is set: of bytes, an amount of 0 that is written counts. */
        private boolean amount(Reader in) {
            long amount = in.number("the shift");
            if (amount != scale && amount != 0) {
                throw in.wrong("the shift must be 0 or " + scale + ", not " + amount);
            }
            return amount == scale;
        }

        @Override
        public String form() {
            return "Rm{, lsl|uxtw|sxtw|sxtx #" + scale + "}";
        }
    }
}
