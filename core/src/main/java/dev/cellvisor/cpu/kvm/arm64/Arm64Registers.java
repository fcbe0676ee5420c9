package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.cpu.Arm64Names;
import dev.cellvisor.cpu.Arm64Names.General;
import dev.cellvisor.cpu.Arm64Names.Lane;
import dev.cellvisor.cpu.kvm.KvmVcpu;
import dev.cellvisor.cpu.kvm.ffi.Errno;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A vCPU's registers by architectural name: the names of the emulated CPU, and beside them whatever KVM's list has. Each access is one ioctl.
 * The vCPU must not be running.
 */
public final class Arm64Registers {
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
        General general = General.of(name);
        if (general != null) {
            return x(general.number()) & general.mask();
        }
        Lane lane = Lane.of(name);
        if (lane != null) {
            return vector(lane).getLong(lane.half()) >>> lane.shift() & lane.mask();
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
        General general = General.of(name);
        if (general != null) {
            x(general.number(), value & general.mask());
            return;
        }
        Lane lane = Lane.of(name);
        if (lane != null) {
            ByteBuffer vector = vector(lane);
            if (lane.scalar()) { // writing a scalar register clears the rest of the vector
                vector.putLong(0, value & lane.mask()).putLong(8, 0);
            } else {
                long rest = vector.getLong(lane.half()) & ~(lane.mask() << lane.shift());
                vector.putLong(lane.half(), rest | (value & lane.mask()) << lane.shift());
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

    private ByteBuffer vector(Lane lane) {
        return ByteBuffer.wrap(vcpu.getRegBytes(RegisterId.v(lane.register()).id())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The names of all registers, in the order that a reader expects; those of KVM's own last. */
    public List<String> names() {
        List<String> names = Arm64Names.common();
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
