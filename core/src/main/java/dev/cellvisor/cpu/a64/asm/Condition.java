package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of an alias: a Java expression over the fields of an instruction word. Backwards, for the assembler, the equalities that it
 * demands settle fields that the text does not name.
 */
final class Condition {
    private static final Pattern TOKEN = Pattern.compile("\\s*(Integer\\.bitCount|\\w+|==|!=|<=|>=|&&|\\|\\||[!<>()+&-])");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Layout layout;
    private final IntPredicate predicate;
    private final List<Demand> demands = new ArrayList<>();
    private int at;

    /** A field that must equal a number or another field. */
    private record Demand(Field field, int value, Field other) {
    }

    Condition(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            matcher.region(matcher.end(), text.length());
        }
        if (!text.substring(matcher.regionStart()).isBlank()) {
            throw wrong();
        }
        predicate = or();
        if (at != tokens.size()) {
            throw wrong();
        }
        findDemands();
    }

    boolean holds(int word) {
        return predicate.test(word);
    }

    /** Settles what the condition demands of fields by number. */
    boolean settle(Word word) {
        for (Demand demand : demands) {
            if (demand.other() == null && !word.put(demand.field(), demand.value())) {
                return false;
            }
        }
        return true;
    }

    /** Settles fields that must equal others, after those are known. */
    boolean settleEqualFields(Word word) {
        for (Demand demand : demands) {
            if (demand.other() != null) {
                boolean first = word.knows(demand.field());
                Field from = first ? demand.field() : demand.other();
                if (!word.put(first ? demand.other() : demand.field(), word.get(from))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** 'sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31)' demands the first two. */
    private void findDemands() {
        String flat = text;
        for (String inner = ""; !inner.equals(flat);) {
            inner = flat;
            flat = flat.replaceAll("\\([^()]*\\)", "");
        }
        if (flat.contains("||")) {
            return;
        }
        for (String part : flat.split("&&")) {
            String[] sides = part.strip().split("\\s*==\\s*");
            if (sides.length != 2) {
                continue;
            }
            Field left = layout.find(sides[0]);
            Field right = layout.find(sides[1]);
            if (left != null && right != null) {
                demands.add(new Demand(left, 0, right));
            } else if (left != null && sides[1].matches("\\d+")) {
                demands.add(new Demand(left, Integer.parseInt(sides[1]), null));
            }
        }
    }

    private IntPredicate or() {
        IntPredicate left = and();
        while (take("||")) {
            left = left.or(and());
        }
        return left;
    }

    private IntPredicate and() {
        IntPredicate left = not();
        while (take("&&")) {
            left = left.and(not());
        }
        return left;
    }

    private IntPredicate not() {
        if (take("!")) {
            return not().negate();
        }
        if (take("true")) {
            return word -> true;
        }
        int start = at;
        if (take("(")) {
            // A parenthesis of a number, as in (imm5 & 3) == 0, starts a comparison; any other holds a condition.
            try {
                IntPredicate inner = or();
                need(")");
                return inner;
            } catch (IllegalStateException e) {
                at = start;
            }
        }
        return comparison();
    }

    private IntPredicate comparison() {
        IntUnaryOperator left = sum();
        String operator = at < tokens.size() ? tokens.get(at++) : "";
        IntUnaryOperator right = sum();
        return switch (operator) {
            case "==" -> word -> left.applyAsInt(word) == right.applyAsInt(word);
            case "!=" -> word -> left.applyAsInt(word) != right.applyAsInt(word);
            case "<" -> word -> left.applyAsInt(word) < right.applyAsInt(word);
            case ">" -> word -> left.applyAsInt(word) > right.applyAsInt(word);
            case "<=" -> word -> left.applyAsInt(word) <= right.applyAsInt(word);
            case ">=" -> word -> left.applyAsInt(word) >= right.applyAsInt(word);
            default -> throw wrong();
        };
    }

    private IntUnaryOperator sum() {
        IntUnaryOperator left = value();
        while (at < tokens.size()) {
            if (take("+")) {
                IntUnaryOperator first = left;
                IntUnaryOperator second = value();
                left = word -> first.applyAsInt(word) + second.applyAsInt(word);
            } else if (take("-")) {
                IntUnaryOperator first = left;
                IntUnaryOperator second = value();
                left = word -> first.applyAsInt(word) - second.applyAsInt(word);
            } else if (take("&")) {
                IntUnaryOperator first = left;
                IntUnaryOperator second = value();
                left = word -> first.applyAsInt(word) & second.applyAsInt(word);
            } else {
                break;
            }
        }
        return left;
    }

    private IntUnaryOperator value() {
        if (take("(")) {
            IntUnaryOperator inner = sum();
            need(")");
            return inner;
        }
        if (take("Integer.bitCount")) {
            need("(");
            IntUnaryOperator inner = sum();
            need(")");
            return word -> Integer.bitCount(inner.applyAsInt(word));
        }
        String token = at < tokens.size() ? tokens.get(at++) : "";
        if (token.matches("\\d+|0x[0-9a-fA-F]+")) {
            int number = Integer.decode(token);
            return word -> number;
        }
        Field field = layout.find(token);
        if (field == null) {
            throw wrong();
        }
        return field::of;
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String token) {
        if (!take(token)) {
            throw wrong();
        }
    }

    private IllegalStateException wrong() {
        return new IllegalStateException("the condition '" + text + "' cannot be understood at word " + (at + 1));
    }
}
