package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A vCPU's registers by architectural name: the names of the emulated CPU, and beside them whatever KVM's list has. Each access is one ioctl.
 * The vCPU must not be running.
 */
public final class Arm64Registers {
    private static final Pattern GENERAL = Pattern.compile("([xw])(\\d{1,2})");
    private static final Pattern LANE = Pattern.compile("v(\\d{1,2})\\.([bhsd])\\[(\\d{1,2})]");
    private static final Pattern SCALAR = Pattern.compile("([bhsd])(\\d{1,2})");
    private static final long EL_AND_SP = 0xf;
    private static final long EL1H = 5;
    private static final long NZCV = 0xf000_0000L;
    private static final long DAIF = 0x3c0;

    private final KvmVcpu vcpu;
    private final Map<String, RegisterId> ids;

    Arm64Registers(KvmVcpu vcpu, long[] list) {
        this.vcpu = vcpu;
        ids = RegisterId.byName(list);
    }

    /** KVM's registers by name in capitals, in the order of its list. */
    Map<String, RegisterId> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** PC. */
    public long pc() {
        return vcpu.getReg(RegisterId.PC_ID.id());
    }

    /** Sets PC. */
    public void pc(long value) {
        vcpu.setReg(RegisterId.PC_ID.id(), value);
    }

    /** X0 to X30. */
    public long x(int number) {
        return vcpu.getReg(RegisterId.x(number).id());
    }

    /** Sets X0 to X30. */
    public void x(int number, long value) {
        vcpu.setReg(RegisterId.x(number).id(), value);
    }

    /** PSTATE in the layout of SPSR_EL1. */
    public long pstate() {
        return vcpu.getReg(RegisterId.PSTATE_ID.id());
    }

    private long stackPointer() {
        return (pstate() & EL_AND_SP) == EL1H ? RegisterId.SP_EL1_ID.id() : RegisterId.SP_EL0_ID.id();
    }

    /**
     * A register by its name, in any case.
     *
     * @throws IllegalArgumentException if there is none of this name, or it has more than 64 bits, naming those that are near
     */
    public long get(String register) {
        String name = register.toLowerCase(Locale.ROOT);
        switch (name) {
            case "sp":
                return vcpu.getReg(stackPointer());
            case "cpsr":
                return pstate();
            case "xzr", "wzr":
                return 0;
            case "lr":
                return x(30);
            case "nzcv":
                return pstate() & NZCV;
            case "daif":
                return pstate() & DAIF;
            case "currentel":
                return pstate() & 0xc;
            case "spsel":
                return pstate() & 1;
            default:
                break;
        }
        Matcher general = GENERAL.matcher(name);
        if (general.matches() && number(general.group(2)) <= 30) {
            long value = x(number(general.group(2)));
            return general.group(1).equals("x") ? value : value & 0xffff_ffffL;
        }
        Lane lane = lane(name);
        if (lane != null) {
            return vector(lane).getLong(lane.byteOffset() & 8) >>> (lane.byteOffset() & 7) * 8 & lane.mask();
        }
        RegisterId id = id(register);
        try {
            return vcpu.getReg(id.id());
        } catch (KvmException e) {
            throw unreadable(register, e);
        }
    }

    /** Sets a register by its name; see {@link #get}. */
    public void set(String register, long value) {
        String name = register.toLowerCase(Locale.ROOT);
        switch (name) {
            case "sp" -> vcpu.setReg(stackPointer(), value);
            case "cpsr" -> vcpu.setReg(RegisterId.PSTATE_ID.id(), value);
            case "lr" -> x(30, value);
            case "nzcv" -> vcpu.setReg(RegisterId.PSTATE_ID.id(), pstate() & ~NZCV | value & NZCV);
            case "daif" -> vcpu.setReg(RegisterId.PSTATE_ID.id(), pstate() & ~DAIF | value & DAIF);
            case "spsel" -> vcpu.setReg(RegisterId.PSTATE_ID.id(), pstate() & ~1 | value & 1);
            default -> setOther(register, name, value);
        }
    }

    private void setOther(String register, String name, long value) {
        Matcher general = GENERAL.matcher(name);
        if (general.matches() && number(general.group(2)) <= 30) {
            x(number(general.group(2)), general.group(1).equals("x") ? value : value & 0xffff_ffffL);
            return;
        }
        Lane lane = lane(name);
        if (lane != null) {
            ByteBuffer vector = vector(lane);
            if (lane.scalar()) { // writing a scalar register clears the rest of the vector
                vector.putLong(0, value & lane.mask()).putLong(8, 0);
            } else {
                int shift = (lane.byteOffset() & 7) * 8;
                long rest = vector.getLong(lane.byteOffset() & 8) & ~(lane.mask() << shift);
                vector.putLong(lane.byteOffset() & 8, rest | (value & lane.mask()) << shift);
            }
            vcpu.setRegBytes(RegisterId.v(lane.register()).id(), vector.array());
            return;
        }
        RegisterId id = id(register);
        try {
            vcpu.setReg(id.id(), value);
        } catch (KvmException e) {
            throw new IllegalArgumentException("%s cannot be set to 0x%x under KVM (%s)".formatted(register, value, e.getMessage()), e);
        }
    }

    private static IllegalArgumentException unreadable(String register, KvmException e) {
        return new IllegalArgumentException("%s cannot be read under KVM (%s)".formatted(register, e.getMessage()), e);
    }

    private RegisterId id(String register) {
        RegisterId id = ids.get(register.toUpperCase(Locale.ROOT));
        if (id == null) {
            String wanted = register.toUpperCase(Locale.ROOT);
            String prefix = wanted.substring(0, Math.min(3, wanted.length()));
            List<String> near = ids.keySet().stream().filter(name -> name.startsWith(prefix)).limit(8).toList();
            throw new IllegalArgumentException("KVM shows no register '" + register + "'; "
                    + (near.isEmpty() ? "there are x0–x30, w0–w30, sp, pc, pstate, v0.d[0]–v31.d[1], and system registers such as VBAR_EL1" : "near it are " + near));
        }
        if (id.sizeBytes() > 8) {
            throw new IllegalArgumentException("'%s' has %d bits; ask for its lanes, e.g. v0.d[1]".formatted(register, id.sizeBytes() * 8));
        }
        return id;
    }

    /** A lane of a vector register.
     * @param byteOffset where it begins, from 0 to 15 */
    private record Lane(int register, int byteOffset, long mask, boolean scalar) {
    }

    private static Lane lane(String name) {
        Matcher scalar = SCALAR.matcher(name);
        Matcher lane = LANE.matcher(name);
        boolean whole = scalar.matches();
        if (!whole && !lane.matches()) {
            return null;
        }
        int register = number(whole ? scalar.group(2) : lane.group(1));
        int bytes = 1 << "bhsd".indexOf(whole ? scalar.group(1) : lane.group(2));
        int index = whole ? 0 : number(lane.group(3));
        return register > 31 || index >= 16 / bytes ? null : new Lane(register, index * bytes, bytes == 8 ? -1 : (1L << 8 * bytes) - 1, whole);
    }

    private ByteBuffer vector(Lane lane) {
        return ByteBuffer.wrap(vcpu.getRegBytes(RegisterId.v(lane.register()).id())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The names of all registers, in the order that a reader expects; those of KVM's own last. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int n = 0; n <= 30; n++) {
            names.add("x" + n);
        }
        names.addAll(List.of("sp", "pc", "pstate"));
        for (int n = 0; n <= 31; n++) {
            names.add("v" + n + ".d[0]");
            names.add("v" + n + ".d[1]");
        }
        for (RegisterId id : ids.values()) {
            String name = id.name();
            if (id.sizeBytes() <= 8 && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Which version of PSCI the kernel shows: major in the high half; -1 if it does not say. */
    public long psciVersion() {
        try {
            return vcpu.getReg(RegisterId.PSCI_VERSION.id());
        } catch (KvmException e) {
            if (e.errno() == Errno.ENOENT) {
                return -1;
            }
            throw e;
        }
    }
}
