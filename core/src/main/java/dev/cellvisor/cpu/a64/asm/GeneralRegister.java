package dev.cellvisor.cpu.a64.asm;

/**
 * An X or W register.
 *
 * @param wide X, not W
 * @param low where it stands
 * @param stackPointer whether 31 is SP, not XZR
 * @param form as the template has it
 */
record GeneralRegister(boolean wide, int low, boolean stackPointer, String form) implements Operand {

    @Override
    public boolean print(Printer out) {
        out.text(Registers.general(wide, out.word >>> low & 31, stackPointer));
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        int start = in.mark();
        Registers.Register register = Registers.find(in.peekName());
        if (register == null || register.type() != (wide ? 'x' : 'w') || register.number() == (stackPointer ? 31 : Registers.SP)) {
            in.reset(start);
            throw in.expected(describe());
        }
        in.takeName();
        if (!word.put(low, 5, register.field())) {
            in.reset(start);
            throw in.wrong("another register must stand here");
        }
    }

    private String describe() {
        String letter = wide ? "x" : "w";
        return letter + "0 to " + letter + "30 or " + Registers.general(wide, 31, stackPointer);
    }
}
