package dev.cellvisor.cpu.a64.asm;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the assembler: first every statement's place, then its bytes. */
final class Assembly {
    private static final Pattern LITERAL = Pattern.compile("(\\w+)\\s*,\\s*=\\s*(.+)");
    private static final int NOP = 0xd503201f;

    private final long origin;
    private final List<Statement> statements;
    private final Function<String, Long> outside;
    private final Map<String, Long> labels = new LinkedHashMap<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    /** Constants that are being worked out. */
    private final Set<String> open = new HashSet<>();
    private final Map<String, List<Long>> numbered = new HashMap<>();
    private final List<LiteralPool> pools = new ArrayList<>();
    private final List<Program.Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean placed;

    /** A constant's expression, and what a dot means in it. */
    private record Constant(Statement statement, String expression, long here) {
    }

    Assembly(long origin, String source, Function<String, Long> outside) {
        this.origin = origin;
        this.outside = outside;
        statements = Statement.of(source);
    }

    Program run() {
        place();
        placed = true;
        emit();
        Map<String, Long> values = new LinkedHashMap<>();
        constants.forEach((name, constant) -> values.put(name, constantValue(name, constant)));
        return new Program(origin, bytes.toByteArray(), new LinkedHashMap<>(labels), values, pieces);
    }

    private void place() {
        long at = origin;
        LiteralPool pool = new LiteralPool();
        for (Statement statement : statements) {
            if (statement.isLabel()) {
                define(statement, at);
            } else if (isPool(statement)) {
                at = pool.place(at);
                pools.add(pool);
                pool = new LiteralPool();
            } else if (statement.name().equals(".equ") || statement.name().equals(".set")) {
                defineConstant(statement, at);
            } else if (statement.isDirective()) {
                at += Data.of(statement, scope(statement, at)).sizeBytes();
            } else {
                instruction(statement, at, pool);
                at += 4;
            }
        }
        pool.place(at);
        pools.add(pool);
    }

    private static boolean isPool(Statement statement) {
        return statement.name().equals(".ltorg") || statement.name().equals(".pool");
    }

    private void define(Statement statement, long at) {
        String name = statement.label();
        if (name.matches("\\d+")) {
            numbered.computeIfAbsent(name, key -> new ArrayList<>()).add(at);
            return;
        }
        if (Character.isDigit(name.charAt(0)) || Registers.isRegister(name)) {
            throw statement.wrong("a label cannot be called '" + name + "'");
        }
        if (labels.putIfAbsent(name, at) != null || constants.containsKey(name)) {
            throw statement.wrong("'" + name + "' is defined twice");
        }
    }

    private void defineConstant(Statement statement, long at) {
        int comma = statement.operands().indexOf(',');
        String name = comma < 0 ? "" : statement.operands().substring(0, comma).strip();
        if (!name.matches("[A-Za-z_.$][\\w.$]*") || Registers.isRegister(name)) {
            throw statement.wrong("a constant is written .equ name, value");
        }
        if (labels.containsKey(name) || constants.putIfAbsent(name, new Constant(statement, statement.operands().substring(comma + 1), at)) != null) {
            throw statement.wrong("'" + name + "' is defined twice");
        }
    }

    private void instruction(Statement statement, long at, LiteralPool pool) {
        if ((at & 3) != 0) {
            throw statement.wrong("an instruction must stand at a multiple of 4, not at 0x" + Long.toHexString(at) + ": put .align 2 before it");
        }
        Matcher literal = LITERAL.matcher(statement.operands());
        if (literal.matches() && statement.name().startsWith("ldr")) {
            pool.add(statement, literalSize(statement, literal.group(1)), literal.group(2));
        }
    }

    private static int literalSize(Statement statement, String name) {
        Registers.Register register = Registers.find(name.toLowerCase(java.util.Locale.ROOT));
        if (statement.name().equals("ldrsw")) {
            return 4;
        }
        return switch (register == null ? ' ' : register.type()) {
            case 'w', 's' -> 4;
            case 'x', 'd' -> 8;
            case 'q' -> 16;
            default -> throw statement.wrong("'" + name + "' cannot be loaded with a literal: an X, W, S, D or Q register can");
        };
    }

    private void emit() {
        int pool = 0;
        Map<String, Integer> passed = new HashMap<>();
        for (Statement statement : statements) {
            long at = origin + bytes.size();
            if (statement.isLabel()) {
                passed.merge(statement.label(), 1, Integer::sum);
            } else if (isPool(statement)) {
                emit(pools.get(pool++));
            } else if (statement.isDirective()) {
                if (!statement.name().equals(".equ") && !statement.name().equals(".set")) {
                    Data data = Data.of(statement, scope(statement, at, passed));
                    byte[] content = data.bytes(scope(statement, at, passed));
                    piece(statement, data.isPadding() && afterCode() ? nops(content.length) : content, data.isInstruction());
                }
            } else {
                piece(statement, word(word(statement, pools.get(pool), scope(statement, at, passed))), true);
            }
        }
        emit(pools.get(pool));
    }

    private boolean afterCode() {
        return !pieces.isEmpty() && pieces.getLast().isInstruction();
    }

    private static byte[] nops(int sizeBytes) {
        ByteArrayOutputStream nops = new ByteArrayOutputStream();
        for (int i = 0; i < sizeBytes / 4; i++) {
            nops.writeBytes(word(NOP));
        }
        return nops.toByteArray();
    }

    private void emit(LiteralPool pool) {
        for (LiteralPool.Entry entry : pool.entries()) {
            bytes.writeBytes(new byte[(int) (entry.address() - origin - bytes.size())]);
            long value = value(entry.statement(), entry.expression(), entry.address());
            if (entry.sizeBytes() == 4 && value != (int) value && value >>> 32 != 0) {
                throw entry.statement().wrong("0x" + Long.toHexString(value) + " has more than 32 bits");
            }
            byte[] content = new byte[entry.sizeBytes()];
            for (int i = 0; i < content.length; i++) {
                content[i] = (byte) (i < 8 ? value >> i * 8 : value >> 63);
            }
            pieces.add(new Program.Piece(entry.address(), content.length, 0, (content.length == 4 ? ".word " : ".quad ") + entry.expression(), false));
            bytes.writeBytes(content);
        }
    }

    private int word(Statement statement, LiteralPool pool, Scope scope) {
        String operands = statement.operands();
        Matcher literal = LITERAL.matcher(operands);
        if (literal.matches() && statement.name().startsWith("ldr")) {
            operands = literal.group(1) + ", 0x" + Long.toHexString(pool.find(literalSize(statement, literal.group(1)), literal.group(2)).address());
        }
        try {
            return InstructionReader.read(statement.name(), operands, scope);
        } catch (AssemblyException e) {
            throw e.line() > 0 ? e : statement.wrong(e.getMessage());
        }
    }

    private void piece(Statement statement, byte[] content, boolean instruction) {
        if (content.length > 0) {
            pieces.add(new Program.Piece(origin + bytes.size(), content.length, statement.line(), statement.name()
                    + (statement.operands().isEmpty() ? "" : " " + statement.operands()), instruction));
            bytes.writeBytes(content);
        }
    }

    static byte[] word(int word) {
        return new byte[] {(byte) word, (byte) (word >> 8), (byte) (word >> 16), (byte) (word >> 24)};
    }

    private long value(Statement statement, String expression, long here) {
        Reader in = new Reader(expression, scope(statement, here));
        try {
            long value = in.number("a number");
            if (!in.atEnd()) {
                throw in.wrong("'" + in.rest() + "' is too much");
            }
            return value;
        } catch (Mismatch mismatch) {
            throw statement.wrong(mismatch.isRemark() ? mismatch.getMessage() : "expected " + mismatch.getMessage());
        }
    }

    private Scope scope(Statement statement, long here) {
        return scope(statement, here, Map.of());
    }

    private Scope scope(Statement statement, long here, Map<String, Integer> passed) {
        return new Scope() {
            @Override
            public Long value(String name) {
                if (Character.isDigit(name.charAt(0))) {
                    return numberedLabel(name, passed);
                }
                Long label = labels.get(name);
                if (label != null) {
                    return label;
                }
                Constant constant = constants.get(name);
                if (constant != null) {
                    return constantValue(name, constant);
                }
                return outside.apply(name);
            }

            @Override
            public long here() {
                return here;
            }
        };
    }

    private long constantValue(String name, Constant constant) {
        if (!open.add(name)) {
            throw constant.statement().wrong("the value of '" + name + "' depends on itself");
        }
        try {
            return value(constant.statement(), constant.expression(), constant.here());
        } finally {
            open.remove(name);
        }
    }

    /** {@code 1b} is the last label 1 so far, {@code 1f} the next one. */
    private Long numberedLabel(String name, Map<String, Integer> passed) {
        String number = name.substring(0, name.length() - 1);
        List<Long> places = numbered.getOrDefault(number, List.of());
        int index = passed.getOrDefault(number, 0) - (name.endsWith("b") ? 1 : 0);
        return placed && index >= 0 && index < places.size() ? places.get(index) : null;
    }
}
