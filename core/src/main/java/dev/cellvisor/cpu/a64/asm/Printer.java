package dev.cellvisor.cpu.a64.asm;

/** An instruction that is being printed. */
final class Printer {
    final long address;
    final int word;
    private final StringBuilder out = new StringBuilder(40);
    private final Symbolizer symbols;

    Printer(long address, int word, Symbolizer symbols) {
        this.address = address;
        this.word = word;
        this.symbols = symbols;
    }

    Printer text(String text) {
        out.append(text);
        return this;
    }

    Printer number(long value) {
        out.append(value);
        return this;
    }

    /** {@code #31} */
    void decimal(long value) {
        out.append('#').append(value);
    }

    /** {@code #0x1f} */
    void hex(long value) {
        out.append("#0x").append(Long.toHexString(value));
    }

    /** An address, with its name if it has one. */
    void target(long value) {
        out.append("0x").append(Long.toHexString(value));
        String name = symbols.name(value);
        if (name != null) {
            out.append(" <").append(name).append('>');
        }
    }

    void restart() {
        out.setLength(0);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
