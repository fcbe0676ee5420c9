package dev.cellvisor.cpu.a64.asm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a directive places. Its size is known when its bytes are not yet, since they may name labels further on. */
interface Data {

    int sizeBytes();

    /** @throws AssemblyException if a value does not fit */
    byte[] bytes(Scope scope);

    default boolean isInstruction() {
        return false;
    }

    /** Whether it only fills up: with zeros behind data, with NOPs behind code. */
    default boolean isPadding() {
        return false;
    }

    /** @param scope of the statement; names that its size depends on must be defined before it */
    static Data of(Statement statement, Scope scope) {
        return switch (statement.name()) {
            case ".byte" -> numbers(statement, 1);
            case ".hword", ".short", ".2byte" -> numbers(statement, 2);
            case ".word", ".long", ".int", ".4byte" -> numbers(statement, 4);
            case ".quad", ".xword", ".dword", ".8byte" -> numbers(statement, 8);
            case ".inst" -> new Instructions(numbers(statement, 4));
            case ".float", ".single" -> floats(statement, 4);
            case ".double" -> floats(statement, 8);
            case ".ascii" -> fixed(strings(statement, false));
            case ".asciz", ".string" -> fixed(strings(statement, true));
            case ".space", ".skip", ".zero" -> space(statement, scope);
            case ".fill" -> fill(statement, scope);
            case ".align", ".p2align" -> align(statement, scope, true);
            case ".balign" -> align(statement, scope, false);
            case ".org" -> fixed(upTo(statement, scope, arguments(statement, scope, 1, 2)[0]).zeros());
            case ".text", ".global", ".globl", ".type", ".size", ".arch", ".cpu", ".arch_extension", ".file", ".ident" -> fixed(new byte[0]);
            default -> throw statement.wrong("there is no directive " + statement.name() + Nearest.hint(statement.name(), NAMES));
        };
    }

    List<String> NAMES = List.of(".byte", ".hword", ".short", ".word", ".long", ".int", ".quad", ".xword", ".inst", ".float", ".double", ".ascii",
            ".asciz", ".string", ".space", ".skip", ".zero", ".fill", ".align", ".p2align", ".balign", ".org", ".equ", ".set", ".ltorg", ".pool",
            ".text", ".global");

    private static AssemblyException wrong(Statement statement, Mismatch mismatch) {
        return statement.wrong(mismatch.isRemark() ? mismatch.getMessage() : "expected " + mismatch.getMessage());
    }

    private static Data fixed(byte[] content) {
        return new Data() {
            @Override
            public int sizeBytes() {
                return content.length;
            }

            @Override
            public byte[] bytes(Scope scope) {
                return content;
            }
        };
    }

    /** The same as words, but code. */
    record Instructions(Data words) implements Data {
        @Override
        public int sizeBytes() {
            return words.sizeBytes();
        }

        @Override
        public byte[] bytes(Scope scope) {
            return words.bytes(scope);
        }

        @Override
        public boolean isInstruction() {
            return words.sizeBytes() == 4;
        }
    }

    /** What an alignment places. */
    record Padding(byte[] zeros) implements Data {
        @Override
        public int sizeBytes() {
            return zeros.length;
        }

        @Override
        public byte[] bytes(Scope scope) {
            return zeros;
        }

        @Override
        public boolean isPadding() {
            return true;
        }
    }

    /** Splits at commas that stand in no quotes and no parentheses. */
    private static List<String> parts(Statement statement) {
        List<String> parts = new ArrayList<>();
        String text = statement.operands();
        int start = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    private static long value(Statement statement, String part, Scope scope) {
        Reader in = new Reader(part, scope);
        try {
            long value = in.number("a number");
            if (!in.atEnd()) {
                throw in.wrong("'" + in.rest() + "' is too much");
            }
            return value;
        } catch (Mismatch mismatch) {
            throw wrong(statement, mismatch);
        }
    }

    private static Data numbers(Statement statement, int sizeBytes) {
        List<String> parts = parts(statement);
        return new Data() {
            @Override
            public int sizeBytes() {
                return parts.size() * sizeBytes;
            }

            @Override
            public byte[] bytes(Scope scope) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                for (String part : parts) {
                    long value = value(statement, part, scope);
                    int bits = sizeBytes * 8;
                    if (bits < 64 && value >> bits - 1 != 0 && value >> bits - 1 != -1 && value >>> bits != 0) {
                        throw statement.wrong("0x" + Long.toHexString(value) + " has more than " + bits + " bits");
                    }
                    append(out, value, sizeBytes);
                }
                return out.toByteArray();
            }
        };
    }

    private static void append(ByteArrayOutputStream out, long value, int sizeBytes) {
        for (int i = 0; i < sizeBytes; i++) {
            out.write(i < 8 ? (int) (value >> i * 8) : 0);
        }
    }

    private static Data floats(Statement statement, int sizeBytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : parts(statement)) {
            try {
                double value = Double.parseDouble(part.strip());
                append(out, sizeBytes == 4 ? Float.floatToRawIntBits((float) value) : Double.doubleToRawLongBits(value), sizeBytes);
            } catch (NumberFormatException e) {
                throw statement.wrong("'" + part.strip() + "' is no number");
            }
        }
        return fixed(out.toByteArray());
    }

    private static byte[] strings(Statement statement, boolean ended) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : parts(statement)) {
            String text = part.strip();
            if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
                throw statement.wrong("a string stands in double quotes");
            }
            out.writeBytes(Strings.unquote(text).getBytes(StandardCharsets.UTF_8));
            if (ended) {
                out.write(0);
            }
        }
        return out.toByteArray();
    }

    private static long[] arguments(Statement statement, Scope scope, int least, int most) {
        List<String> parts = parts(statement);
        if (parts.size() < least || parts.size() > most) {
            throw statement.wrong(statement.name() + " takes " + least + (most > least ? " to " + most : "") + (most == 1 ? " number" : " numbers"));
        }
        long[] values = new long[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(statement, parts.get(i), scope);
        }
        return values;
    }

    private static byte[] filled(Statement statement, long sizeBytes, long with) {
        if (sizeBytes < 0 || sizeBytes > 1 << 28) {
            throw statement.wrong(sizeBytes + " bytes are not possible: 0 to 256 MiB are");
        }
        byte[] content = new byte[(int) sizeBytes];
        java.util.Arrays.fill(content, (byte) with);
        return content;
    }

    private static Data space(Statement statement, Scope scope) {
        long[] values = arguments(statement, scope, 1, 2);
        return fixed(filled(statement, values[0], values.length > 1 ? values[1] : 0));
    }

    private static Data fill(Statement statement, Scope scope) {
        long[] values = arguments(statement, scope, 1, 3);
        int sizeBytes = values.length > 1 ? (int) values[1] : 1;
        if (sizeBytes < 0 || sizeBytes > 8) {
            throw statement.wrong("the size must be 0 to 8, not " + sizeBytes);
        }
        filled(statement, values[0] * sizeBytes, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long i = 0; i < values[0]; i++) {
            append(out, values.length > 2 ? values[2] : 0, sizeBytes);
        }
        return fixed(out.toByteArray());
    }

    private static Data align(Statement statement, Scope scope, boolean power) {
        long[] values = arguments(statement, scope, 1, 2);
        long size = power ? values[0] > 28 || values[0] < 0 ? -1 : 1L << values[0] : values[0];
        if (Long.bitCount(size) != 1 || size > 1 << 28) {
            throw statement.wrong(power ? "the number is the exponent of a power of two: 0 to 28" : "the number must be a power of two");
        }
        long to = scope.here() + size - 1 & -size;
        return values.length > 1 ? fixed(filled(statement, to - scope.here(), values[1])) : upTo(statement, scope, to);
    }

    private static Padding upTo(Statement statement, Scope scope, long to) {
        long from = scope.here();
        if (to < from) {
            throw statement.wrong("0x" + Long.toHexString(to) + " lies behind: the place is 0x" + Long.toHexString(from) + " already");
        }
        return new Padding(filled(statement, to - from, 0));
    }
}
