package dev.cellvisor.cpu.a64.asm;

import java.util.HashMap;
import java.util.Map;

/** The names of registers. */
final class Registers {
    /** The number of SP and WSP, so that they are not taken for XZR and WZR. */
    static final int SP = 32;
    private static final Map<String, Register> NAMES = new HashMap<>();

    /**
     * A register.
     *
     * @param type x, w, v, b, h, s, d or q
     * @param number 0 to 31, or {@link #SP}
     */
    record Register(char type, int number) {

        /** What stands in the instruction. */
        int field() {
            return number == SP ? 31 : number;
        }
    }

    static {
        for (int n = 0; n < 32; n++) {
            for (char type : "vbhsdq".toCharArray()) {
                NAMES.put("" + type + n, new Register(type, n));
            }
            if (n < 31) {
                NAMES.put("x" + n, new Register('x', n));
                NAMES.put("w" + n, new Register('w', n));
            }
        }
        NAMES.put("xzr", new Register('x', 31));
        NAMES.put("wzr", new Register('w', 31));
        NAMES.put("sp", new Register('x', SP));
        NAMES.put("wsp", new Register('w', SP));
        NAMES.put("lr", new Register('x', 30));
        NAMES.put("fp", new Register('x', 29));
        NAMES.put("ip0", new Register('x', 16));
        NAMES.put("ip1", new Register('x', 17));
    }

    private Registers() {
    }

    /** A register, or {@code null}; the name is in lower case. */
    static Register find(String name) {
        return name == null ? null : NAMES.get(name);
    }

    /** Whether a name is a register's, with or without a vector's arrangement. */
    static boolean isRegister(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        int dot = lower.indexOf('.');
        return NAMES.containsKey(dot > 0 ? lower.substring(0, dot) : lower);
    }

    /** The name of a general register. */
    static String general(boolean wide, int number, boolean stackPointer) {
        if (number == 31) {
            return stackPointer ? wide ? "sp" : "wsp" : wide ? "xzr" : "wzr";
        }
        return (wide ? "x" : "w") + number;
    }
}
