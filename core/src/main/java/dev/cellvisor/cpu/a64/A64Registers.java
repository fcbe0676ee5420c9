package dev.cellvisor.cpu.a64;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.cpu.a64.sysreg.SystemAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every register by its architectural name. */
final class A64Registers {
    private static final Pattern GENERAL = Pattern.compile("([xw])(\\d{1,2})");
    private static final Pattern LANE = Pattern.compile("v(\\d{1,2})\\.([bhsd])\\[(\\d{1,2})]");
    private static final Pattern SCALAR = Pattern.compile("([bhsd])(\\d{1,2})");

    private final long s;
    private final SystemAccess system;

    A64Registers(long state, SystemAccess system) {
        this.s = state;
        this.system = system;
    }

    long get(String register) {
        String name = register.toLowerCase(Locale.ROOT);
        switch (name) {
            case "sp":
                return getLong(s + A64State.SP);
            case "pc":
                return getLong(s + A64State.PC);
            case "pstate", "cpsr":
                return Exceptions.spsr(s);
            case "xzr", "wzr":
                return 0;
            case "lr":
                return getLong(s + 30 * 8);
            default:
                break;
        }
        Matcher matcher = GENERAL.matcher(name);
        if (matcher.matches() && number(matcher.group(2)) <= 30) {
            long value = getLong(s + number(matcher.group(2)) * 8L);
            return matcher.group(1).equals("x") ? value : value & 0xffff_ffffL;
        }
        Lane lane = lane(name);
        if (lane != null) {
            return getLong(lane.word()) >>> lane.shift() & lane.mask();
        }
        if (system.has(register)) {
            return system.get(register);
        }
        throw unknown(register);
    }

    void set(String register, long value) {
        String name = register.toLowerCase(Locale.ROOT);
        switch (name) {
            case "sp" -> setLong(s + A64State.SP, value);
            case "pc" -> setLong(s + A64State.PC, value);
            case "pstate", "cpsr" -> {
                setLong(s + A64State.NZCV, value & 0xf000_0000L);
                Exceptions.setPstate(s, value & 0x0fff_ffffL);
            }
            case "lr" -> setLong(s + 30 * 8, value);
            default -> setOther(register, name, value);
        }
    }

    private void setOther(String register, String name, long value) {
        Matcher matcher = GENERAL.matcher(name);
        if (matcher.matches() && number(matcher.group(2)) <= 30) {
            setLong(s + number(matcher.group(2)) * 8L, matcher.group(1).equals("x") ? value : value & 0xffff_ffffL);
            return;
        }
        Lane lane = lane(name);
        if (lane != null) {
            long rest = getLong(lane.word()) & ~(lane.mask() << lane.shift());
            setLong(lane.word(), rest | (value & lane.mask()) << lane.shift());
            if (lane.scalar()) {
                // Writing a scalar register clears the rest of the vector.
                setLong(lane.word(), value & lane.mask());
                setLong(lane.word() + 8, 0);
            }
        } else if (system.has(register)) {
            system.set(register, value);
        } else {
            throw unknown(register);
        }
    }

    private record Lane(long word, int shift, long mask, boolean scalar) {
    }

    /** A lane of a vector register, or {@code null} if the name is none. */
    private Lane lane(String name) {
        Matcher scalar = SCALAR.matcher(name);
        Matcher matcher = LANE.matcher(name);
        String type;
        int register;
        int index = 0;
        if (scalar.matches()) {
            type = scalar.group(1);
            register = number(scalar.group(2));
        } else if (matcher.matches()) {
            type = matcher.group(2);
            register = number(matcher.group(1));
            index = number(matcher.group(3));
        } else {
            return null;
        }
        int bits = 8 << "bhsd".indexOf(type);
        if (register > 31 || index >= 128 / bits) {
            return null;
        }
        int bit = index * bits;
        return new Lane(s + A64State.V + register * 16L + (bit >= 64 ? 8 : 0), bit & 63, bits == 64 ? -1 : (1L << bits) - 1, scalar.matches());
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int n = 0; n <= 30; n++) {
            names.add("x" + n);
        }
        names.addAll(List.of("sp", "pc", "pstate"));
        for (int n = 0; n <= 31; n++) {
            names.add("v" + n + ".d[0]");
            names.add("v" + n + ".d[1]");
        }
        names.addAll(system.names());
        return names;
    }

    private IllegalArgumentException unknown(String register) {
        String wanted = register.toUpperCase(Locale.ROOT);
        String prefix = wanted.substring(0, Math.min(3, wanted.length()));
        List<String> near = names().stream().filter(name -> name.toUpperCase(Locale.ROOT).startsWith(prefix)).limit(8).toList();
        return new IllegalArgumentException("there is no register '" + register + "'; "
                + (near.isEmpty() ? "registers are x0–x30, w0–w30, sp, pc, pstate, v0.d[0]–v31.d[1] (also b, h, s), d0–d31, and system registers such as VBAR_EL1"
                        : "near it are " + near));
    }
}
