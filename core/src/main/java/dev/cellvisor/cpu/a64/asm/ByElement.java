package dev.cellvisor.cpu.a64.asm;

/**
 * One element of Vm that all elements of Vn meet: {@code v3.h[5]}. The bits L (21), M (20), Rm (19:16) and H (11) make the register and the index:
 * M belongs to the index where that has three bits, else to the register.
 *
 * @param element how it is written behind the dot; empty if bits 23:22 say it
 * @param indexBits how many of H, L and M are the index, where the element is given
 * @param form as the template has it
 */
record ByElement(String element, int indexBits, String form) implements Operand {
    private static final Field SIZE = new Field("size", 22, 2);
    private static final Field RM = new Field("Rm", 16, 4);
    private static final Field M = new Field("M", 20, 1);
    private static final Field L = new Field("L", 21, 1);
    private static final Field H = new Field("H", 11, 1);

    static Operand named(String name) {
        return switch (name) {
            case "Vm[]" -> new ByElement("", 0, name);
            case "Vm.H[]" -> new ByElement("h", 3, name);
            case "Vm.4B[]" -> new ByElement("4b", 2, name);
            case "Vm.H[HL]" -> new ByElement("h", 2, name);
            case "Vm.S[H]" -> new ByElement("s", 1, name);
            default -> null;
        };
    }

    /** The element that bits 23:22 say: half precision is 00. */
    private static String elementOf(int size) {
        return size < 2 ? "h" : size == 2 ? "s" : "d";
    }

    private static int indexBitsOf(int size) {
        return size < 2 ? 3 : size == 2 ? 2 : 1;
    }

    @Override
    public boolean print(Printer out) {
        int w = out.word;
        String name = element.isEmpty() ? elementOf(SIZE.of(w)) : element;
        int count = element.isEmpty() ? indexBitsOf(SIZE.of(w)) : indexBits;
        int index = (H.of(w) << 2 | L.of(w) << 1 | M.of(w)) >> 3 - count;
        int register = RM.of(w) | (count == 3 ? 0 : M.of(w) << 4);
        out.text("v").number(register).text(".").text(name).text("[").number(index).text("]");
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        int start = in.mark();
        VectorRegister.Named named = VectorRegister.Named.take(in);
        String wanted = element.isEmpty() ? elementOf(word.get(SIZE)) : element;
        if (named == null || !in.at('[') || !named.arrangement().equals(wanted)) {
            in.reset(start);
            throw in.expected("an element such as v0." + wanted + "[1]");
        }
        int count = element.isEmpty() ? indexBitsOf(word.get(SIZE)) : indexBits;
        if (count == 3 && named.number() > 15) {
            throw in.wrong("only v0 to v15 have elements here, not v" + named.number());
        }
        in.need('[');
        long index = in.number("an element's number");
        if (index < 0 || index >= 1 << count) {
            throw in.wrong("there is no element " + index + ": 0 to " + ((1 << count) - 1));
        }
        in.need(']');
        int bits = (int) index << 3 - count;
        boolean done = word.put(RM, named.number() & 15) && word.put(H, bits >> 2)
                && (count < 2 || word.put(L, bits >> 1 & 1)) && word.put(M, count == 3 ? bits & 1 : named.number() >> 4);
        if (!done) {
            throw in.wrong("this element cannot stand here");
        }
    }
}
