package dev.cellvisor.cpu.a64.asm;

/** What stands between operands: commas, brackets, and operands that have no choice. */
record Literal(String text) implements Operand {

    @Override
    public boolean print(Printer out) {
        out.text(text);
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        if (Character.isLetter(text.charAt(0))) {
            readName(in);
        } else {
            in.literal(text);
        }
    }

    /** An operand without a choice, as in {@code dc zva, x0} and {@code psb csync}. */
    private void readName(Reader in) {
        String name = text.replaceAll("[^\\w].*", "");
        if (!name.equals(in.peekName())) {
            throw in.expected(name);
        }
        in.takeName();
        in.literal(text.substring(name.length()));
    }

    @Override
    public String form() {
        return text;
    }
}
