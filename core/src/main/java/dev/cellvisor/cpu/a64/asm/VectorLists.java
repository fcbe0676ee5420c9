package dev.cellvisor.cpu.a64.asm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of vector registers, and what comes after the address of loads and stores that have them. */
final class VectorLists {
    private static final Pattern NAME = Pattern.compile("(list|element|afterlist|afterelement|afterall)([1-4])");
    private static final int ONE_D = 6;

    private VectorLists() {
    }

    static Operand named(String name, Layout layout) {
        if (name.equals("table")) {
            return new Table(layout.field("len"));
        }
        Matcher m = NAME.matcher(name);
        if (!m.matches()) {
            return null;
        }
        int count = m.group(2).charAt(0) - '0';
        Field size = layout.field("size", 10, 2);
        return switch (m.group(1)) {
            case "list" -> new Whole(count, size);
            case "element" -> new Elements(count);
            default -> new After(m.group(1), count, size);
        };
    }

    /** {@code {v0.8b}}, {@code {v0.8b, v1.8b}}, {@code {v0.8b-v2.8b}}; a range does not go round the end. */
    private static void print(Printer out, int first, int count, String suffix) {
        out.text("{");
        if (count > 2 && first + count <= 32) {
            out.text("v").number(first).text(suffix).text("-v").number(first + count - 1).text(suffix);
        } else {
            for (int i = 0; i < count; i++) {
                out.text(i == 0 ? "v" : ", v").number(first + i & 31).text(suffix);
            }
        }
        out.text("}");
    }

    /** A list as it is written. */
    private record List(int first, int count, String arrangement) {

        static List read(Reader in) {
            in.need('{');
            VectorRegister.Named first = one(in, null);
            int count = 1;
            if (in.take('-')) {
                VectorRegister.Named last = one(in, first);
                count = (last.number() - first.number() & 31) + 1;
            } else {
                while (in.take(',')) {
                    VectorRegister.Named next = one(in, first);
                    if (next.number() != (first.number() + count & 31)) {
                        throw in.wrong("the registers must follow each other");
                    }
                    count++;
                }
            }
            in.need('}');
            return new List(first.number(), count, first.arrangement());
        }

        private static VectorRegister.Named one(Reader in, VectorRegister.Named first) {
            VectorRegister.Named named = VectorRegister.Named.take(in);
            if (named == null) {
                throw in.expected("a vector such as v0.16b");
            }
            if (first != null && !first.arrangement().equals(named.arrangement())) {
                throw in.wrong("all registers must have the arrangement ." + first.arrangement());
            }
            return named;
        }
    }

    private static Mismatch wrongCount(Reader in, int count) {
        return in.expected("a list of " + count + (count == 1 ? " register" : " registers"));
    }

    private record Whole(int count, Field size) implements Operand {

        @Override
        public boolean print(Printer out) {
            int code = size.of(out.word) << 1 | out.word >>> 30 & 1;
            VectorLists.print(out, out.word & 31, count, "." + Arrangement.NAMES.get(code));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            List list = List.read(in);
            int code = Arrangement.NAMES.indexOf(list.arrangement());
            if (code < 0 || code > ONE_D + 1 || list.count() != count) {
                in.reset(start);
                throw wrongCount(in, count);
            }
            in.settle(word.put(0, 5, list.first()) && word.put(size, code >> 1) && word.put(30, 1, code & 1));
            word.shape(code);
        }

        @Override
        public String form() {
            return count == 1 ? "{Vt.T}" : "{Vt.T-Vt" + count + ".T}";
        }
    }

    /** One element of each register: its number is Q:S:size without the bits that a larger element has no use for. */
    private record Elements(int count) implements Operand {
        private static final Field SCALE = new Field("scale", 14, 2);
        private static final Field SIZE = new Field("size", 10, 2);

        static int size(int word) {
            int scale = SCALE.of(word);
            return scale == 2 ? 2 + (word >>> 10 & 1) : scale;
        }

        @Override
        public boolean print(Printer out) {
            int size = size(out.word);
            if (size > 3) {
                return false;
            }
            int index = (out.word >>> 27 & 8 | out.word >>> 10 & 7) >> size;
            VectorLists.print(out, out.word & 31, count, "." + "bhsd".charAt(size));
            out.text("[").number(index).text("]");
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            List list = List.read(in);
            int size = list.arrangement().length() == 1 ? "bhsd".indexOf(list.arrangement()) : -1;
            if (size < 0 || list.count() != count) {
                in.reset(start);
                throw wrongCount(in, count);
            }
            in.need('[');
            long index = in.number("an element's number");
            if (index < 0 || index >= 16 >> size) {
                throw in.wrong("there is no element " + index + ": 0 to " + ((16 >> size) - 1));
            }
            in.need(']');
            int place = (int) index << size | (size == 3 ? 1 : 0);
            in.settle(word.put(0, 5, list.first()) && word.put(SCALE, Math.min(size, 2)) && word.put(SIZE, place & 3)
                    && word.put(12, 1, place >> 2 & 1) && word.put(30, 1, place >> 3));
            word.shape(size << 1);
        }

        @Override
        public String form() {
            return count == 1 ? "{Vt.T}[i]" : "{Vt.T-Vt" + count + ".T}[i]";
        }
    }

    /** How far the base register goes on: all the bytes, where Rm is 31, or a register. */
    private record After(String kind, int count, Field size) implements Operand {

        private int bytes(int word) {
            return count * switch (kind) {
                case "afterlist" -> (word >>> 30 & 1) == 1 ? 16 : 8;
                case "afterelement" -> 1 << Elements.size(word);
                default -> 1 << size.of(word);
            };
        }

        @Override
        public boolean print(Printer out) {
            int register = out.word >>> 16 & 31;
            if (register == 31) {
                out.decimal(bytes(out.word));
            } else {
                out.text("x").number(register);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            Registers.Register register = Registers.find(in.peekName());
            int number = 31;
            if (register != null && register.type() == 'x' && register.number() < 31) {
                in.takeName();
                number = register.number();
            } else {
                long bytes = in.number("x0 to x30 or #" + bytes(word.bits()));
                if (bytes != bytes(word.bits())) {
                    throw in.wrong("the number must be that of the bytes, #" + bytes(word.bits()) + ", not #" + bytes);
                }
            }
            in.settle(word.put(16, 5, number));
        }

        @Override
        public String form() {
            return "Xm|#bytes";
        }
    }

    /** The registers of TBL and TBX. */
    private record Table(Field len) implements Operand {

        @Override
        public boolean print(Printer out) {
            VectorLists.print(out, out.word >>> 5 & 31, len.of(out.word) + 1, ".16b");
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            List list = List.read(in);
            if (!list.arrangement().equals("16b") || list.count() > 4) {
                throw in.wrong("a table is 1 to 4 registers .16b");
            }
            in.settle(word.put(5, 5, list.first()) && word.put(len, list.count() - 1));
        }

        @Override
        public String form() {
            return "{Vn.16b{-Vn+3.16b}}";
        }
    }
}
