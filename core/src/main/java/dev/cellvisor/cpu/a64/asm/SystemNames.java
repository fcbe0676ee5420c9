package dev.cellvisor.cpu.a64.asm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of system registers and of SYS operations, read from two tables beside this class. They name what the architecture has, not what a
 * CPU model has.
 */
final class SystemNames {
    private static final SystemNames NAMES = new SystemNames();

    private final Map<Integer, String> readNames = new HashMap<>();
    private final Map<Integer, String> writtenNames = new HashMap<>();
    private final Map<String, Integer> registers = new HashMap<>();
    private final Map<Integer, Operation> operations = new HashMap<>();
    private final Map<String, Operation> operationsByName = new HashMap<>();

    /**
     * A SYS operation with a name.
     *
     * @param mnemonic ic, dc, at, tlbi, cfp, dvp or cpp
     * @param operand which one
     * @param encoding op1:CRn:CRm:op2, 14 bits
     * @param register whether it takes a register
     */
    record Operation(String mnemonic, String operand, int encoding, boolean register) {
    }

    private SystemNames() {
        for (String line : lines("system-registers.txt")) {
            String[] parts = line.split("\\s+");
            int encoding = Integer.parseInt(parts[0]) << 14 | crn(parts, 1);
            for (int op2 = 0; op2 < parts.length - 4; op2++) {
                String[] both = parts[op2 + 4].split("/");
                if (both[0].startsWith("+")) {
                    registers.put(both[0].substring(1), encoding | op2);
                } else if (!both[0].equals("-")) {
                    readNames.put(encoding | op2, both[0]);
                    writtenNames.put(encoding | op2, both[both.length - 1]);
                    for (String name : both) {
                        registers.put(name, encoding | op2);
                    }
                }
            }
        }
        for (String line : lines("system-operations.txt")) {
            String[] parts = line.split("\\s+");
            int encoding = crn(parts, 0);
            for (int op2 = 0; op2 < parts.length - 4; op2++) {
                String name = parts[op2 + 4];
                if (!name.equals("-")) {
                    boolean register = !name.endsWith("!");
                    Operation operation = new Operation(parts[3], name.replace("!", ""), encoding | op2, register);
                    operations.put(operation.encoding(), operation);
                    operationsByName.put(operation.mnemonic() + ' ' + operation.operand(), operation);
                }
            }
        }
    }

    /** op1:CRn:CRm and three bits for op2. */
    private static int crn(String[] parts, int at) {
        return Integer.parseInt(parts[at]) << 11 | Integer.parseInt(parts[at + 1]) << 7 | Integer.parseInt(parts[at + 2]) << 3;
    }

    private static List<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = SystemNames.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own table " + resource + " cannot be read", e);
        }
        return lines;
    }

    /** The name of op0:op1:CRn:CRm:op2 (16 bits) as MRS has it or MSR, or {@code null}. */
    static String register(int encoding, boolean written) {
        return (written ? NAMES.writtenNames : NAMES.readNames).get(encoding);
    }

    /** op0:op1:CRn:CRm:op2 of a name in lower case, or {@code null}. */
    static Integer encoding(String name) {
        return NAMES.registers.get(name);
    }

    /** All register names. */
    static Iterable<String> registers() {
        return NAMES.registers.keySet();
    }

    /** The operation of op1:CRn:CRm:op2, or {@code null}. */
    static Operation operation(int encoding) {
        return NAMES.operations.get(encoding);
    }

    /** The operation of a mnemonic and its operand in lower case, or {@code null}. */
    static Operation operation(String mnemonic, String operand) {
        return NAMES.operationsByName.get(mnemonic + ' ' + operand);
    }
}
