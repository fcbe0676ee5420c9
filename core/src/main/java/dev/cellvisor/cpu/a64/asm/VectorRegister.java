package dev.cellvisor.cpu.a64.asm;

/**
 * A whole vector register: {@code v3.16b}.
 *
 * @param low where it stands
 * @param arrangement how it is divided
 * @param form as the template has it
 */
record VectorRegister(int low, Arrangement arrangement, String form) implements Operand {

    /** A vector register as it is written: number and arrangement, or an element's size where there is no number before the letter. */
    record Named(int number, String arrangement) {

        /** Takes one, or {@code null}. */
        static Named take(Reader in) {
            String name = in.peekName();
            if (name == null || !name.matches("v(3[01]|[12]?\\d)\\.\\w+")) {
                return null;
            }
            in.takeName();
            int dot = name.indexOf('.');
            return new Named(Integer.parseInt(name.substring(1, dot)), name.substring(dot + 1));
        }
    }

    @Override
    public boolean print(Printer out) {
        int code = arrangement.code(out.word);
        if (code < 0 || code >= Arrangement.NAMES.size()) {
            return false;
        }
        out.text("v").number(out.word >>> low & 31).text(".").text(Arrangement.NAMES.get(code));
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        int start = in.mark();
        Named named = Named.take(in);
        int code = named == null ? -1 : Arrangement.NAMES.indexOf(named.arrangement());
        if (code < 0 || !arrangement.put(word, code)) {
            in.reset(start);
            throw in.expected(named == null ? "a vector such as v0.16b" : "another arrangement of the vector");
        }
        word.shape(code);
        if (!word.put(low, 5, named.number())) {
            throw in.wrong("another register must stand here");
        }
    }
}
