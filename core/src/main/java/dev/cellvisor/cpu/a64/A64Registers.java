package dev.cellvisor.cpu.a64;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.Arm64Names;
import dev.cellvisor.cpu.Arm64Names.General;
import dev.cellvisor.cpu.Arm64Names.Lane;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.cpu.a64.sysreg.SystemAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every register by its architectural name. */
final class A64Registers {
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
            case "sp_el1":
                return getLong(s + spEl1());
            default:
                break;
        }
        General general = General.of(name);
        if (general != null) {
            return getLong(s + general.number() * 8L) & general.mask();
        }
        Lane lane = Lane.of(name);
        if (lane != null) {
            return getLong(vector(lane) + lane.half()) >>> lane.shift() & lane.mask();
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
            case "sp_el1" -> setLong(s + spEl1(), value);
            case "xzr", "wzr" -> { } // as an instruction's result
            default -> setOther(register, name, value);
        }
    }

    private void setOther(String register, String name, long value) {
        General general = General.of(name);
        if (general != null) {
            setLong(s + general.number() * 8L, value & general.mask());
            return;
        }
        Lane lane = Lane.of(name);
        if (lane != null) {
            long word = vector(lane) + lane.half();
            if (lane.scalar()) {
                // Writing a scalar register clears the rest of the vector.
                setLong(word, value & lane.mask());
                setLong(word + 8, 0);
            } else {
                setLong(word, getLong(word) & ~(lane.mask() << lane.shift()) | (value & lane.mask()) << lane.shift());
            }
        } else if (system.has(register)) {
            system.set(register, value);
        } else {
            throw unknown(register);
        }
    }

    /** Where SP_EL1 stands: it is SP at EL1 with PSTATE.SP 1. */
    private int spEl1() {
        return (getLong(s + A64State.PSTATE) & 5) == 5 ? A64State.SP : A64State.SP_EL1;
    }

    private long vector(Lane lane) {
        return s + A64State.V + lane.register() * 16L;
    }

    List<String> names() {
        List<String> names = Arm64Names.common();
        names.add("SP_EL1");
        names.addAll(system.names());
        return names;
    }

    /** Those that stand in the state block, and where; the flags apart from the rest of pstate, as they are kept. */
    static Map<String, Integer> places(CpuModel model) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : Arm64Names.common()) {
            General general = General.of(name);
            Lane lane = Lane.of(name);
            if (name.equals("pstate")) {
                places.put("nzcv", A64State.NZCV);
            }
            places.put(name, general != null ? A64State.X + general.number() * 8 : lane != null ? A64State.V + lane.register() * 16 + lane.half() : switch (name) {
                case "sp" -> A64State.SP;
                case "pc" -> A64State.PC;
                default -> A64State.PSTATE;
            });
        }
        places.put("SP_EL1", A64State.SP_EL1);
        places.putAll(SystemAccess.places(model));
        return places;
    }

    private IllegalArgumentException unknown(String register) {
        String wanted = register.toUpperCase(Locale.ROOT);
        if (wanted.matches("[VQ]\\d{1,2}") && Integer.parseInt(wanted.substring(1)) <= 31) {
            String number = wanted.substring(1);
            return new IllegalArgumentException("%s has 128 bits: its halves are v%s.d[0] and v%s.d[1]".formatted(register, number, number));
        }
        String prefix = wanted.substring(0, Math.min(3, wanted.length()));
        List<String> near = names().stream().filter(name -> name.toUpperCase(Locale.ROOT).startsWith(prefix)).limit(8).toList();
        return new IllegalArgumentException("there is no register '" + register + "'; "
                + (near.isEmpty() ? "registers are x0–x30, w0–w30, sp, pc, pstate, v0.d[0]–v31.d[1] (also b, h, s), d0–d31, and system registers such as VBAR_EL1"
                        : "near it are " + near));
    }
}
