package dev.cellvisor.state;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) as maps in the order of the text, lists, strings, longs, doubles, booleans and {@code null}. It is on the way of every start: Jackson
 * does the same, but the classes that its parser initialises first (BigDecimal's powers of ten among them) take the JVM 30 ms of processor time. Writing is
 * left to Jackson.
 */
public final class PlainJson {
    private static final int MOST_DEPTH = 500;

    private final byte[] text;
    /** Whether {@code '} may stand for quotation marks. */
    private final boolean singleQuotes;
    private int at;
    private int depth;

    private PlainJson(byte[] text, boolean singleQuotes) {
        this.text = text;
        this.singleQuotes = singleQuotes;
    }

    /**
     * The value of a whole text in UTF-8. Of fields with one name the last one counts.
     *
     * @throws StateException if it is no JSON, is nested more than 500 deep, or has an integer that needs more than 64 bits
     */
    public static Object parse(byte[] text) {
        return new PlainJson(text, false).whole();
    }

    /** The same, where strings may stand in single quotes too, as QMP has it. */
    public static Object parseQuotedEitherWay(byte[] text) {
        return new PlainJson(text, true).whole();
    }

    private Object whole() {
        Object value = value();
        if (next() >= 0) {
            throw wrong("the end");
        }
        return value;
    }

    /** The next byte that is no space, not taken; -1 at the end. */
    private int next() {
        while (at < text.length) {
            byte here = text[at];
            if (here != ' ' && here != '\n' && here != '\r' && here != '\t') {
                return here & 0xff;
            }
            at++;
        }
        return -1;
    }

    private StateException wrong(String wanted) {
        return new StateException("at byte " + at + " it has " + (at < text.length ? "'" + (char) (text[at] & 0xff) + "'" : "its end") + " where " + wanted + " should be");
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private Object value() {
        int first = next();
        switch (first) {
            case '{':
                return object();
            case '[':
                return array();
            case '"', '\'':
                if (first == '"' || singleQuotes) {
                    return string();
                }
                throw wrong("a value");
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                if (first == '-' || first >= '0' && first <= '9') {
                    return number();
                }
                throw wrong("a value");
        }
    }

    private Object word(String word, Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == text.length || text[at] != word.charAt(i)) {
                throw wrong("'" + word + "'");
            }
        }
        return value;
    }

    private void deeper() {
        at++;
        if (++depth > MOST_DEPTH) {
            throw new StateException("it is nested more than " + MOST_DEPTH + " deep");
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        deeper();
        if (next() != '}') {
            do {
                int quote = next();
                if (quote != '"' && !(singleQuotes && quote == '\'')) {
                    throw wrong("a field's name");
                }
                String name = string();
                take(':');
                map.put(name, value());
            } while (another('}'));
        }
        at++;
        depth--;
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        deeper();
        if (next() != ']') {
            do {
                list.add(value());
            } while (another(']'));
        }
        at++;
        depth--;
        return list;
    }

    /** Whether a comma follows, which is taken, and not the end, which is not. */
    private boolean another(char end) {
        int here = next();
        if (here != ',' && here != end) {
            throw wrong("',' or '" + end + "'");
        }
        if (here == end) {
            return false;
        }
        at++;
        return true;
    }

    private Object number() {
        int start = at;
        if (text[at] == '-') {
            at++;
        }
        int digits = at;
        long value = digits();
        boolean tooLong = at - digits > 18; // then it is taken apart by the library, which minds the limits
        if (text[digits] == '0' && at - digits > 1) {
            throw new StateException("the number at byte " + start + " begins with a zero too many");
        }
        boolean whole = true;
        if (at < text.length && text[at] == '.') {
            at++;
            digits();
            whole = false;
        }
        if (at < text.length && (text[at] | 0x20) == 'e') {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            digits();
            whole = false;
        }
        if (whole && !tooLong) {
            return digits == start ? value : -value;
        }
        String number = new String(text, start, at - start, StandardCharsets.US_ASCII);
        try {
            return whole ? (Object) Long.valueOf(number) : Double.valueOf(number);
        } catch (NumberFormatException e) {
            throw new StateException("the number " + number + " needs more than 64 bits");
        }
    }

    /** At least one digit; the value, as far as a long holds it. */
    private long digits() {
        if (at == text.length || text[at] < '0' || text[at] > '9') {
            throw wrong("a digit");
        }
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private String string() {
        byte quote = text[at];
        int start = ++at;
        boolean plain = true;
        while (true) {
            if (at == text.length) {
                throw wrong("the rest of a string");
            }
            byte here = text[at];
            if (here == quote) {
                break;
            }
            if (here >= 0 && here < ' ') {
                throw wrong("no control character");
            }
            if (here == '\\' || here < 0) {
                plain = false;
                at += here == '\\' ? 1 : 0; // over what is escaped, which may be a quote
                if (at == text.length) {
                    throw wrong("the rest of a string");
                }
            }
            at++;
        }
        int end = at++;
        return plain ? new String(text, start, end - start, StandardCharsets.US_ASCII) : unescape(decode(start, end));
    }

    private String decode(int start, int end) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            throw new StateException("the string at byte " + start + " is no UTF-8");
        }
    }

    private String unescape(String string) {
        var plain = new StringBuilder();
        for (int i = 0; i < string.length(); i++) {
            char here = string.charAt(i);
            if (here != '\\') {
                plain.append(here);
                continue;
            }
            char escaped = string.charAt(++i);
            if (escaped == '\'' && singleQuotes) {
                plain.append(escaped);
                continue;
            }
            switch (escaped) {
                case '"', '\\', '/' -> plain.append(escaped);
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append(unit(string, i + 1));
                    i += 4;
                }
                default -> throw new StateException("'\\" + escaped + "' is no escape of JSON");
            }
        }
        return plain.toString();
    }

    private static char unit(String string, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < string.length() && string.charAt(i) < 128 ? Character.digit(string.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new StateException("'\\u' needs four hexadecimal digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
