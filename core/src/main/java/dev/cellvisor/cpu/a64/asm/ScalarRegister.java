package dev.cellvisor.cpu.a64.asm;

/**
 * A B, H, S, D or Q register.
 *
 * @param low where it stands
 * @param size which of them
 * @param form as the template has it
 */
record ScalarRegister(int low, ElementSize size, String form) implements Operand {
    private static final String TYPES = "bhsdq";

    @Override
    public boolean print(Printer out) {
        int type = size.size(out.word);
        if (type >= TYPES.length()) {
            return false;
        }
        out.text(TYPES.substring(type, type + 1)).number(out.word >>> low & 31);
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        Registers.Register register = Registers.find(in.peekName());
        int type = register == null ? -1 : TYPES.indexOf(register.type());
        if (type < 0 || !size.put(word, type)) {
            throw in.expected(form.startsWith("V") ? "a scalar register" : form.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + "0 to "
                    + form.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + "31");
        }
        in.takeName();
        word.shape(type << 1);
        if (!word.put(low, 5, register.number())) {
            throw in.wrong("another register must stand here");
        }
    }
}
