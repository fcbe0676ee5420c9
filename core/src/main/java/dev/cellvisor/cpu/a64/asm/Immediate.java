package dev.cellvisor.cpu.a64.asm;

/**
 * A number that is a field as it stands.
 *
 * @param signed whether the field is
 * @param scale what one step of the field is worth
 * @param optional not written at all if it is 0; brings its comma with it
 * @param decimal how it is printed
 */
record Immediate(Field field, boolean signed, int scale, boolean optional, boolean decimal) implements Operand {

    /** What objdump prints in decimal. */
    static boolean isDecimal(String field, String mnemonic) {
        return switch (field) {
            case "immr", "imms", "imm6", "op1", "op2" -> true;
            default -> mnemonic.equals("udf") || mnemonic.equals("ext");
        };
    }

    @Override
    public boolean print(Printer out) {
        long value = (signed ? field.signed(out.word) : field.of(out.word)) * (long) scale;
        if (optional) {
            if (value != 0) {
                out.text(", ").decimal(value);
            }
        } else if (decimal) {
            out.decimal(value);
        } else {
            out.hex(value);
        }
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        if (optional && !in.take(',')) {
            word.put(field, 0);
            return;
        }
        long value = in.number("a number");
        long least = signed ? -(1L << field.width() - 1) : 0;
        long most = (1L << field.width() - (signed ? 1 : 0)) - 1;
        if (value % scale != 0 || value / scale < least || value / scale > most) {
            throw in.wrong("#" + value + " does not fit: " + least * scale + " to " + most * scale + (scale == 1 ? "" : " in steps of " + scale));
        }
        if (!word.put(field, (int) (value / scale) & field.mask())) {
            throw in.wrong("#" + value + " cannot stand here");
        }
    }

    @Override
    public String form() {
        return (optional ? "{, #" : "#") + (signed ? "±" : "") + field.name() + (scale == 1 ? "" : "*" + scale) + (optional ? "}" : "");
    }
}
