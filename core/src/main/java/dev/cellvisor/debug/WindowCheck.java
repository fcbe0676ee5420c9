package dev.cellvisor.debug;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.a64.hostcode.EverythingEmitted;
import dev.cellvisor.cpu.a64.state.A64State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks code that the native engine has emitted, as objdump reads it, and asks of each memory operand where it can lead. In guest memory that is the window by the
 * operand's form alone; where the form has a register that must have been cut before (places in tables; windows that are wide, or hosts without GS), what stands before it
 * in the code must have done so. What is no such operand is a stray.
 */
public final class WindowCheck {

    /** Where an operand leads. */
    public enum Place {
        /** Guest memory: the window, the guards behind it included. */
        WINDOW,
        /** The CPU's state block. */
        STATE,
        /** An entry of a TLB bank, or of the jump cache. */
        TABLE,
        /** Constants before the code. */
        CONSTANT
    }

    /**
     * What was found.
     *
     * @param instructions how many host instructions were looked at
     * @param operands how many operands lead where
     * @param strays instructions with an operand, a jump or a write to a base register that nothing holds, at most some dozens of them
     */
    public record Report(int instructions, Map<Place, Integer> operands, List<String> strays) {
    }

    /** What is known of a register. */
    private enum Kind {
        /** The place of an entry in a table. */
        INDEX,
        /** Points to an entry of a table. */
        ENTRY,
        /** An address in the window, counted from its beginning. */
        OFFSET,
        /** A host address in the window. */
        IN_WINDOW,
        /** Points into the state block. */
        IN_STATE
    }

    private static final Pattern OPERAND = Pattern.compile("(?:([a-z]s):)?\\[([^\\]]+)\\]");
    private static final Pattern TERMS = Pattern.compile("([a-z0-9]+)(?:\\*(\\d))?");
    private static final Pattern TARGET = Pattern.compile("^(?:j[a-z]+|call)\\s+0x([0-9a-f]+)$");
    private static final Pattern COMMENT = Pattern.compile("#\\s+0x([0-9a-f]+)$");
    private static final List<String> WRITES_NOTHING = List.of("cmp", "test", "bt", "push", "call", "sahf", "ret", "cmc", "nop", "jmp", "ldmxcsr", "wrgsbase");
    private static final Map<String, String> WIDE = new HashMap<>();
    private static final Map<String, Integer> BITS = new HashMap<>();
    private static final int MOST_STRAYS = 40;
    /** Bytes of the longest instruction. */
    private static final int LONGEST = 15;
    private static final int MOST_CONSTANT_BYTES = 64 << 10;
    private static final int ENTRY_BYTES = A64State.TLB_ENTRY;

    static {
        for (String name : List.of("ax", "cx", "dx", "bx", "sp", "bp", "si", "di")) {
            name("r" + name, "r" + name, "e" + name, name, name.endsWith("x") ? name.charAt(0) + "l" : name + "l");
        }
        for (String name : List.of("ah", "ch", "dh", "bh")) {
            WIDE.put(name, "r" + name.charAt(0) + "x");
            BITS.put(name, 8);
        }
        for (int i = 8; i < 16; i++) {
            name("r" + i, "r" + i, "r" + i + "d", "r" + i + "w", "r" + i + "b");
        }
    }

    private static void name(String whole, String... names) {
        for (int i = 0; i < names.length; i++) {
            WIDE.put(names[i], whole);
            BITS.put(names[i], 64 >> i);
        }
    }

    private final Map<String, Kind> known = new HashMap<>();
    private final Map<Place, Integer> operands = new EnumMap<>(Place.class);
    private final List<String> strays = new ArrayList<>();
    private final long start;
    private final long end;
    private int instructions;
    private boolean common;

    private WindowCheck(long start, long end) {
        this.start = start;
        this.end = end;
    }

    /**
     * Looks at all that an engine has emitted.
     *
     * @param mostBytes of blocks, the first
     * @throws UnsupportedOperationException if this host has no objdump
     */
    public static Report of(EverythingEmitted emitted, int mostBytes) {
        EmittedCode blocks = emitted.blocks();
        var check = new WindowCheck(emitted.common().hostAddress(), blocks.hostAddress() + blocks.code().length);
        check.walk(emitted.common().hostAddress(), emitted.common().code(), true, 0);
        boolean all = mostBytes >= blocks.code().length;
        check.walk(blocks.hostAddress(), all ? blocks.code() : Arrays.copyOf(blocks.code(), mostBytes), false, all ? 0 : LONGEST);
        return new Report(check.instructions, check.operands, List.copyOf(check.strays));
    }

    /** @param cut so many bytes at the end are left out: an instruction may be cut there */
    private void walk(long address, byte[] code, boolean shared, int cut) {
        common = shared;
        known.clear();
        try {
            for (HostDisassembly.Line line : HostDisassembly.objdump(address, code)) {
                if (line.offset() > code.length - cut) {
                    break;
                }
                instructions++;
                if (!instruction(line.text())) {
                    stray("0x%x: %s".formatted(address + line.offset(), line.text()));
                }
            }
        } catch (IOException e) {
            throw new UnsupportedOperationException("this host has no objdump: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void stray(String text) {
        if (strays.size() < MOST_STRAYS) {
            strays.add(text);
        }
    }

    /** Says whether nothing of it is a stray. */
    private boolean instruction(String text) {
        String operation = text.split("\\s+", 2)[0];
        boolean good = !text.contains("(bad)") && !operation.startsWith("rep") && jump(text);
        Matcher operand = OPERAND.matcher(text);
        int count = 0;
        while (operand.find()) {
            count++;
            if (!operation.equals("lea") && !operation.equals("nop")) {
                Place place = place(text, operand.group(1), operand.group(2));
                good &= place != null;
                if (place != null) {
                    operands.merge(place, 1, Integer::sum);
                }
            }
        }
        return written(operation, text) && good && count <= 1;
    }

    /** Jumps stay in the code. */
    private boolean jump(String text) {
        Matcher target = TARGET.matcher(text);
        if (!target.find()) {
            return common || !text.matches("(jmp|call)\\s+r[a-z0-9]+");
        }
        long to = Long.parseUnsignedLong(target.group(1), 16);
        return to >= start && to < end;
    }

    /** @return {@code null} if the operand may lead anywhere */
    private Place place(String text, String segment, String inside) {
        String base = null;
        String index = null;
        long displacement = 0;
        for (String term : inside.replace("-", "+-").split("\\+")) {
            if (term.matches("-?0x[0-9a-f]+")) {
                long value = Long.parseUnsignedLong(term.substring(term.indexOf('x') + 1), 16);
                displacement = term.startsWith("-") ? -value : value;
            } else if (!term.isEmpty()) {
                Matcher named = TERMS.matcher(term);
                if (!named.matches()) {
                    return null;
                }
                if (named.group(2) == null) {
                    base = named.group(1);
                } else if (named.group(2).equals("1")) {
                    index = named.group(1);
                } else {
                    return null;
                }
            }
        }
        if (base == null) {
            return null;
        }
        if (base.equals("rip")) {
            Matcher comment = COMMENT.matcher(text);
            long at = comment.find() ? Long.parseUnsignedLong(comment.group(1), 16) : 0;
            return at < start && at >= start - MOST_CONSTANT_BYTES ? Place.CONSTANT : null;
        }
        return index == null ? place(segment, base, displacement) : segment == null && base.equals("r14") && known.get(index) == Kind.INDEX && within(displacement, ENTRY_BYTES)
                ? Place.TABLE : null;
    }

    private Place place(String segment, String base, long displacement) {
        if ("gs".equals(segment)) {
            boolean cut = BITS.getOrDefault(base, 0) == 32 || known.get(base) == Kind.OFFSET;
            return cut && within(displacement, 4096) ? Place.WINDOW : null;
        }
        if (segment != null) {
            return null;
        }
        if (base.equals("rbx")) {
            return within(displacement + EverythingEmitted.STATE_BIAS, A64State.TLB) ? Place.STATE : null;
        }
        if (base.equals("r14")) {
            return within(displacement, A64State.TLB_SIZE) ? Place.TABLE : null;
        }
        Kind kind = known.get(base);
        return kind == null || !within(displacement, 4096) ? null : switch (kind) {
            case ENTRY -> displacement < ENTRY_BYTES ? Place.TABLE : null;
            case IN_WINDOW -> Place.WINDOW;
            case IN_STATE -> displacement < 16 ? Place.STATE : null;
            default -> null;
        };
    }

    private static boolean within(long displacement, long size) {
        return displacement >= 0 && displacement + 8 <= size;
    }

    /** Keeps what is known of registers; says whether the bases that everything hangs on stay as they are. */
    private boolean written(String operation, String text) {
        if (operation.equals("call")) { // routines give and use these
            known.keySet().removeAll(List.of("rax", "rcx", "rdx"));
            return true;
        }
        switch (operation) {
            case "mul", "div", "idiv", "cqo", "cdq" -> known.keySet().removeAll(List.of("rax", "rdx"));
            case "lahf" -> known.remove("rax");
            default -> { }
        }
        if (WRITES_NOTHING.contains(operation) || operation.matches("j[a-z]+")) {
            return true;
        }
        String[] parts = text.substring(operation.length()).strip().split(",", 2);
        String register = WIDE.get(parts[0].strip());
        if (register == null) {
            return true;
        }
        if (operation.equals("imul") && parts.length == 1) {
            known.keySet().removeAll(List.of("rax", "rdx"));
            return true;
        }
        Kind before = known.remove(register);
        Kind after = after(operation, BITS.get(parts[0].strip()), before, parts.length > 1 ? parts[1].strip() : "");
        if (after != null) {
            known.put(register, after);
        }
        return common || !register.equals("rbx") && !register.equals("r14") && !register.equals("rsp");
    }

    private static Kind after(String operation, int bits, Kind before, String source) {
        String field = source.replaceFirst("^[A-Z]+ PTR ", "");
        if (operation.equals("lea")) {
            return field.equals(state("rcx*1", -EverythingEmitted.STATE_BIAS)) ? Kind.IN_STATE : bits == 32 ? Kind.OFFSET : null;
        }
        if (operation.equals("and") && (source.equals(hex(EverythingEmitted.TLB_PLACES)) || source.equals(hex(EverythingEmitted.JUMP_PLACES)))) {
            return Kind.INDEX;
        }
        if (operation.equals("add") && bits == 64) {
            if (before == Kind.INDEX && EverythingEmitted.TABLES.stream().anyMatch(table -> field.equals(state(table)))) {
                return Kind.ENTRY;
            }
            return field.equals(state(EverythingEmitted.WINDOW)) && before == Kind.OFFSET ? Kind.IN_WINDOW : null;
        }
        if (operation.equals("and") && field.equals(state(EverythingEmitted.WINDOW_MASK))) {
            return Kind.OFFSET;
        }
        return bits == 32 ? Kind.OFFSET : null; // the upper half is 0
    }

    private static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    private static String state(int field) {
        int displacement = field - EverythingEmitted.STATE_BIAS;
        return String.format(Locale.ROOT, "[rbx%s0x%x]", displacement < 0 ? "-" : "+", Math.abs(displacement));
    }

    private static String state(String index, int displacement) {
        return String.format(Locale.ROOT, "[rbx+%s-0x%x]", index, -displacement);
    }
}
