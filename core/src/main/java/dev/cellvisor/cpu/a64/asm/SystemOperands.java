package dev.cellvisor.cpu.a64.asm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named operands of system instructions. */
final class SystemOperands {
    /** The mnemonics of SYS operations with a name. */
    static final List<String> OPERATIONS = List.of("ic", "dc", "at", "tlbi", "cfp", "dvp", "cpp");
    private static final List<String> BARRIERS = List.of("", "oshld", "oshst", "osh", "", "nshld", "nshst", "nsh", "", "ishld", "ishst", "ish", "",
            "ld", "st", "sy");
    private static final List<String> PREFETCH_TYPES = List.of("pld", "pli", "pst");

    private SystemOperands() {
    }

    static Operand named(String name, Layout layout) {
        return switch (name) {
            case "barrier" -> new Barrier(layout.field("CRm"));
            case "prfop" -> new Prefetch(layout.field("prfop"));
            case "sysreg" -> new SystemRegister();
            case "sysop" -> new SystemOperation();
            case "Cn" -> new ControlRegister(layout.field("CRn", 12, 4));
            case "Cm" -> new ControlRegister(layout.field("CRm", 8, 4));
            case ",optionalXt" -> new OptionalRegister();
            default -> null;
        };
    }

    private record Barrier(Field crm) implements Operand {

        @Override
        public boolean print(Printer out) {
            int value = crm.of(out.word);
            if (BARRIERS.get(value).isEmpty()) {
                out.text("#0x0").text(Integer.toHexString(value));
            } else {
                out.text(BARRIERS.get(value));
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            String name = in.peekName();
            int value = name == null ? -1 : BARRIERS.indexOf(name);
            if (value > 0) {
                in.takeName();
            } else {
                value = number(in, 15, "sy, st, ld, ish, ishst, ishld, nsh, nshst, nshld, osh, oshst or oshld");
            }
            in.settle(word.put(crm, value));
        }

        @Override
        public String form() {
            return "sy|ish|…";
        }
    }

    private static int number(Reader in, int most, String what) {
        String name = in.peekName();
        if (name != null && in.scope().value(name) == null) {
            throw in.expected(what);
        }
        long value = in.number(what);
        if (value < 0 || value > most) {
            throw in.wrong("#" + value + " does not fit: 0 to " + most);
        }
        return (int) value;
    }

    private record Prefetch(Field prfop) implements Operand {

        @Override
        public boolean print(Printer out) {
            int value = prfop.of(out.word);
            if (value >>> 3 == 3 || (value >>> 1 & 3) == 3) {
                out.text("#0x").text(value < 16 ? "0" : "").text(Integer.toHexString(value));
            } else {
                out.text(PREFETCH_TYPES.get(value >>> 3)).text("l").number((value >>> 1 & 3) + 1).text((value & 1) == 0 ? "keep" : "strm");
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            String name = in.peekName();
            int value;
            if (name != null && name.matches("p(ld|li|st)l[123](keep|strm)")) {
                in.takeName();
                value = PREFETCH_TYPES.indexOf(name.substring(0, 3)) << 3 | name.charAt(4) - '1' << 1 | (name.endsWith("strm") ? 1 : 0);
            } else {
                value = number(in, 31, "a prefetch operation such as pldl1keep, or its number");
            }
            in.settle(word.put(prfop, value));
        }

        @Override
        public String form() {
            return "pldl1keep|…";
        }
    }

    /** op0:op1:CRn:CRm:op2 by name, or {@code s3_0_c15_c1_0}. */
    private record SystemRegister() implements Operand {
        private static final Field ENCODING = new Field("sysreg", 5, 16);
        private static final Pattern GENERIC = Pattern.compile("s([0-3])_([0-7])_c(\\d+)_c(\\d+)_([0-7])");

        @Override
        public boolean print(Printer out) {
            int encoding = ENCODING.of(out.word);
            // MRS has bit 21 set.
            String name = SystemNames.register(encoding, (out.word & 1 << 21) == 0);
            out.text(name != null ? name : "s%d_%d_c%d_c%d_%d".formatted(encoding >>> 14, encoding >>> 11 & 7, encoding >>> 7 & 15,
                    encoding >>> 3 & 15, encoding & 7));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            int start = in.mark();
            String name = in.name("a system register");
            Integer encoding = SystemNames.encoding(name);
            Matcher generic = GENERIC.matcher(name);
            if (encoding == null && generic.matches() && Integer.parseInt(generic.group(3)) < 16 && Integer.parseInt(generic.group(4)) < 16) {
                encoding = Integer.parseInt(generic.group(1)) << 14 | Integer.parseInt(generic.group(2)) << 11
                        | Integer.parseInt(generic.group(3)) << 7 | Integer.parseInt(generic.group(4)) << 3 | Integer.parseInt(generic.group(5));
            }
            if (encoding == null) {
                throw in.wrong("there is no system register '" + name + "'" + Nearest.hint(name, SystemNames.registers())
                        + "; one without a name is written s3_0_c15_c1_0");
            }
            if (!word.put(ENCODING, encoding)) {
                in.reset(start);
                throw in.expected("another system register");
            }
        }

        @Override
        public String form() {
            return "sysreg";
        }
    }

    /** A SYS operation with a name: mnemonic and all. As operands of one mnemonic in {@link NamedOperation}. */
    private record SystemOperation() implements Operand {

        @Override
        public boolean print(Printer out) {
            SystemNames.Operation operation = SystemNames.operation(out.word >>> 5 & 0x3fff);
            if (operation == null) {
                return false;
            }
            out.text(operation.mnemonic()).text(" ").text(operation.operand());
            if (operation.register()) {
                out.text(", ").text(Registers.general(true, out.word & 31, false));
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            throw new IllegalStateException("a mnemonic is chosen, not read");
        }

        @Override
        public String form() {
            return "ic|dc|at|tlbi operation{, Xt}";
        }
    }

    /** The operands of IC, DC, AT, TLBI, CFP, DVP and CPP. */
    record NamedOperation(String mnemonic) implements Operand {

        @Override
        public boolean print(Printer out) {
            throw new IllegalStateException("read only");
        }

        @Override
        public void read(Reader in, Word word) {
            String name = in.name("an operation such as " + example());
            SystemNames.Operation operation = SystemNames.operation(mnemonic, name);
            if (operation == null) {
                throw in.wrong("there is no " + mnemonic + " operation '" + name + "'");
            }
            in.settle(word.put(5, 14, operation.encoding()));
            if (operation.register()) {
                in.need(',');
                new GeneralRegister(true, 0, false, "Xt").read(in, word);
            } else {
                in.settle(word.put(0, 5, 31));
            }
        }

        private String example() {
            return switch (mnemonic) {
                case "ic" -> "iallu or ivau, x0";
                case "dc" -> "civac, x0";
                case "at" -> "s1e1r, x0";
                case "tlbi" -> "vmalle1 or vae1is, x0";
                default -> "rctx, x0";
            };
        }

        @Override
        public String form() {
            return example();
        }
    }

    private record ControlRegister(Field field) implements Operand {

        @Override
        public boolean print(Printer out) {
            out.text("C").number(field.of(out.word));
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            String name = in.peekName();
            if (name == null || !name.matches("c(1[0-5]|\\d)")) {
                throw in.expected("c0 to c15");
            }
            in.takeName();
            in.settle(word.put(field, Integer.parseInt(name.substring(1))));
        }

        @Override
        public String form() {
            return field.name();
        }
    }

    private record OptionalRegister() implements Operand {

        @Override
        public boolean print(Printer out) {
            if ((out.word & 31) != 31) {
                out.text(", x").number(out.word & 31);
            }
            return true;
        }

        @Override
        public void read(Reader in, Word word) {
            if (in.take(',')) {
                new GeneralRegister(true, 0, false, "Xt").read(in, word);
            } else {
                in.settle(word.put(0, 5, 31));
            }
        }

        @Override
        public String form() {
            return "{, Xt}";
        }
    }
}
