package dev.cellvisor.cpu.a64.asm;

/**
 * One element of a vector register: {@code v3.s[1]}.
 *
 * @param low where the register stands
 * @param size the element's
 * @param index where its number stands
 * @param form as the template has it
 */
record VectorElement(int low, ElementSize size, Index index, String form) implements Operand {

    /** The number of the element. */
    interface Index {

        int of(int word, int size);

        /** False if there is no such element. */
        boolean put(Word word, int size, int index);
    }

    static VectorElement fixed(int low, int size, int number, String form) {
        return new VectorElement(low, ElementSize.fixed(size), new Index() {
            @Override
            public int of(int word, int size) {
                return number;
            }

            @Override
            public boolean put(Word word, int size, int index) {
                return index == number;
            }
        }, form);
    }

    /** What imm5 has above its lowest one. */
    static Index aboveLowestOne(Field imm5) {
        return new Index() {
            @Override
            public int of(int word, int size) {
                return imm5.of(word) >> size + 1;
            }

            @Override
            public boolean put(Word word, int size, int index) {
                return index < 16 >> size && word.put(imm5.low() + size + 1, 4 - size, index);
            }
        };
    }

    /** A field, times the element's size. */
    static Index scaled(Field field) {
        return new Index() {
            @Override
            public int of(int word, int size) {
                return field.of(word) >> size;
            }

            @Override
            public boolean put(Word word, int size, int index) {
                return index < 16 >> size && word.put(field, index << size);
            }
        };
    }

    @Override
    public boolean print(Printer out) {
        int type = size.size(out.word);
        if (type > 3) {
            return false;
        }
        out.text("v").number(out.word >>> low & 31).text(".").text("bhsd".substring(type, type + 1)).text("[").number(index.of(out.word, type)).text("]");
        return true;
    }

    @Override
    public void read(Reader in, Word word) {
        int start = in.mark();
        VectorRegister.Named named = VectorRegister.Named.take(in);
        int type = named == null || named.arrangement().length() != 1 ? -1 : "bhsd".indexOf(named.arrangement());
        if (type < 0 || !size.put(word, type)) {
            in.reset(start);
            throw in.expected("an element such as v0.s[1]");
        }
        word.shape(type << 1 | 1);
        if (!word.put(low, 5, named.number())) {
            throw in.wrong("another register must stand here");
        }
        in.need('[');
        long number = in.number("an element's number");
        if (number < 0 || number > 15 || !index.put(word, type, (int) number)) {
            throw in.wrong("element " + number + " does not exist or cannot stand here");
        }
        in.need(']');
    }
}
