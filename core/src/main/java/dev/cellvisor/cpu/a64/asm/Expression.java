package dev.cellvisor.cpu.a64.asm;

/**
 * Numbers, names and operators, with the precedence of GNU as: {@code * / % << >>} bind most, then {@code | & ^}, then {@code + -}.
 * A dot is the statement's own address, {@code :lo12:} the low 12 bits of what follows.
 */
final class Expression {
    private final Reader in;
    private final Scope scope;

    Expression(Reader in, Scope scope) {
        this.in = in;
        this.scope = scope;
    }

    long read(String what) {
        if (in.takeText(":lo12:")) {
            return sum(what) & 0xfff;
        }
        return sum(what);
    }

    private long sum(String what) {
        long left = bits(what);
        while (true) {
            if (in.take('+')) {
                left += bits("a number");
            } else if (in.take('-')) {
                left -= bits("a number");
            } else {
                return left;
            }
        }
    }

    private long bits(String what) {
        long left = product(what);
        while (true) {
            if (in.take('|')) {
                left |= product("a number");
            } else if (in.take('&')) {
                left &= product("a number");
            } else if (in.take('^')) {
                left ^= product("a number");
            } else {
                return left;
            }
        }
    }

    private long product(String what) {
        long left = unary(what);
        while (true) {
            if (in.take('*')) {
                left *= unary("a number");
            } else if (in.takeText("<<")) {
                left <<= unary("a number");
            } else if (in.takeText(">>")) {
                left >>>= unary("a number");
            } else if (in.take('/')) {
                left /= divisor();
            } else if (in.take('%')) {
                left %= divisor();
            } else {
                return left;
            }
        }
    }

    private long divisor() {
        long value = unary("a number");
        if (value == 0) {
            throw in.wrong("division by zero");
        }
        return value;
    }

    private long unary(String what) {
        if (in.take('-')) {
            return -unary("a number");
        }
        if (in.take('+')) {
            return unary("a number");
        }
        if (in.take('~')) {
            return ~unary("a number");
        }
        if (in.take('(')) {
            long value = sum("a number");
            in.need(')');
            return value;
        }
        if (in.at('\'')) {
            return in.character();
        }
        int start = in.mark();
        String token = in.takeName();
        if (token == null) {
            token = in.takeNumber();
            if (token == null) {
                throw in.expected(what);
            }
            return number(start, token);
        }
        if (token.equals(".")) {
            return scope.here();
        }
        if (Registers.isRegister(token)) {
            in.reset(start);
            throw in.expected(what);
        }
        return symbol(start, token);
    }

    private long symbol(int start, String name) {
        Long value = scope.value(name);
        if (value == null) {
            in.reset(start);
            throw in.wrong("there is no label or constant '" + name + "'");
        }
        return value;
    }

    private long number(int start, String token) {
        if (token.matches("\\d+[bf]") && !token.matches("0b")) {
            return symbol(start, token);
        }
        try {
            String lower = token.toLowerCase(java.util.Locale.ROOT).replace("_", "");
            if (lower.startsWith("0x")) {
                return Long.parseUnsignedLong(lower.substring(2), 16);
            }
            if (lower.startsWith("0b")) {
                return Long.parseUnsignedLong(lower.substring(2), 2);
            }
            if (lower.length() > 1 && lower.startsWith("0")) {
                return Long.parseUnsignedLong(lower, 8);
            }
            return Long.parseUnsignedLong(lower);
        } catch (NumberFormatException e) {
            in.reset(start);
            throw in.wrong("'" + token + "' is no number of 64 bits");
        }
    }
}
