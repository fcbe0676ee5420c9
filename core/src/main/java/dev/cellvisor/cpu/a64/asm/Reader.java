package dev.cellvisor.cpu.a64.asm;

import java.util.Locale;

/** Reads the operands of one statement. White space may stand between any two tokens. */
final class Reader {
    private final String text;
    private final Scope scope;
    private int at;

    Reader(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    int mark() {
        skip();
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        skip();
        return at == text.length();
    }

    boolean at(char c) {
        skip();
        return at < text.length() && text.charAt(at) == c;
    }

    boolean take(char c) {
        if (!at(c)) {
            return false;
        }
        at++;
        return true;
    }

    void need(char c) {
        if (!take(c)) {
            throw expected("'" + c + "'");
        }
    }

    /** In any case. */
    boolean takeText(String wanted) {
        skip();
        if (!text.regionMatches(true, at, wanted, 0, wanted.length())) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    private static boolean startsName(char c) {
        return Character.isLetter(c) || c == '_' || c == '.' || c == '$';
    }

    private static boolean continuesName(char c) {
        return startsName(c) || Character.isDigit(c);
    }

    /** A name as it stands, or {@code null} if there is none here. */
    String takeName() {
        skip();
        if (at == text.length() || !startsName(text.charAt(at))) {
            return null;
        }
        return takeToken();
    }

    /** A number's characters, or {@code null} if there is none here. */
    String takeNumber() {
        skip();
        if (at == text.length() || !Character.isDigit(text.charAt(at))) {
            return null;
        }
        return takeToken();
    }

    private String takeToken() {
        int start = at;
        while (at < text.length() && continuesName(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A name in lower case; or else the message says what was wanted. */
    String name(String what) {
        String name = takeName();
        if (name == null) {
            throw expected(what);
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name in lower case, or {@code null}, without taking it. */
    String peekName() {
        int start = mark();
        String name = takeName();
        at = start;
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /** The text of a template between operands, white space and case aside; a number in it may be written in any way. */
    void literal(String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (c == '#') {
                if (floating("#0") != 0) {
                    throw wrong("only 0 can stand here");
                }
                return;
            }
            skip();
            if (at == text.length() || Character.toLowerCase(text.charAt(at)) != Character.toLowerCase(c)) {
                throw expected(Character.isLetter(c) ? wanted.strip() : "'" + c + "'");
            }
            at++;
        }
    }

    /** An integer, with or without #. */
    long number(String what) {
        skip();
        int start = at;
        boolean marked = take('#');
        try {
            return new Expression(this, scope).read(what);
        } catch (Mismatch mismatch) {
            if (marked && !mismatch.isRemark() && mismatch.at() <= start + 1) {
                throw new Mismatch(start + 1, false, what);
            }
            throw mismatch;
        }
    }

    /** An integer of a range; {@code what} is how a message calls it. */
    int between(String what, int least, int most) {
        long value = number(what);
        if (value < least || value > most) {
            throw wrong(what + " must be " + least + " to " + most + ", not " + value);
        }
        return (int) value;
    }

    /** After bits of a word are settled, or could not be. */
    void settle(boolean done) {
        if (!done) {
            throw wrong("this cannot stand with the other operands");
        }
    }

    /** A number with or without a fraction, with or without #. */
    double floating(String what) {
        int start = mark();
        take('#');
        skip();
        int from = at;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'
                || (text.charAt(at) == 'e' || text.charAt(at) == 'E') && at > from
                || (text.charAt(at) == '-' || text.charAt(at) == '+') && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E'))) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(from, at));
        } catch (NumberFormatException e) {
            at = start;
            throw expected(what);
        }
    }

    /** A character between single quotes. */
    long character() {
        need('\'');
        if (at == text.length()) {
            throw expected("a character");
        }
        char c = text.charAt(at++);
        if (c == '\\' && at < text.length()) {
            c = Strings.escape(text.charAt(at++));
        }
        take('\'');
        return c;
    }

    /** The rest as it stands. */
    String rest() {
        skip();
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    /** The message of something else here than what was wanted. */
    Mismatch expected(String what) {
        skip();
        return new Mismatch(at, false, what);
    }

    /** The message of something that is read and understood, but not possible. */
    Mismatch wrong(String message) {
        return new Mismatch(at, true, message);
    }
}
