package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same experiment on two CPUs: two VMs that were prepared alike, of which each executes one instruction in turn, their registers
 * compared after each. General registers, SP, PC and PSTATE are compared every time; vector registers after instructions of SIMD and floating
 * point, system registers after instructions that can change them and after exceptions; everything at the end. What the VMs say of
 * themselves (identification registers, counters) is not compared.
 *
 * <pre>{@code
 * var difference = new Lockstep(emulated, kvm).run(10_000);
 * }</pre>
 */
public final class Lockstep {
    /** PSTATE.SS is the debugger's while a CPU is stepped; an exception puts it into SPSR_EL1. */
    private static final long COMPARED_PSTATE = ~(1L << 21);
    private static final List<String> SYSTEM = List.of("SCTLR_EL1", "CPACR_EL1", "TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "MAIR_EL1", "VBAR_EL1", "ELR_EL1", "SPSR_EL1",
            "ESR_EL1", "FAR_EL1", "SP_EL0", "TPIDR_EL0", "TPIDR_EL1", "TPIDRRO_EL0", "CONTEXTIDR_EL1", "PAR_EL1", "FPCR", "FPSR");

    private final Vm first;
    private final Vm second;
    private long executed;

    /**
     * Where two CPUs part.
     *
     * @param instruction how many instructions both had executed alike
     * @param pc the address of the instruction after which they differ
     * @param disassembly that instruction
     * @param registers those that differ: the first VM's value and the second's
     * @param other what else differs, in a sentence; empty if nothing does
     */
    public record Difference(long instruction, long pc, String disassembly, Map<String, Values> registers, String other) {
        @Override
        public String toString() {
            var text = new StringBuilder("after %,d equal instructions, this one differs:\n%s".formatted(instruction, disassembly));
            registers.forEach((name, values) -> text.append("\n  %-12s %016x | %016x".formatted(name, values.first, values.second)));
            return other.isEmpty() ? text.toString() : text + "\n  " + other;
        }
    }

    /** A register's values in the first VM and in the second. */
    public record Values(long first, long second) {
    }

    /** Two VMs with one CPU each, with the same program at the same place. */
    public Lockstep(Vm first, Vm second) {
        if (first.cpuCount() != 1 || second.cpuCount() != 1) {
            throw new IllegalArgumentException("lockstep compares VMs of one CPU; '%s' has %d and '%s' %d"
                    .formatted(first.name(), first.cpuCount(), second.name(), second.cpuCount()));
        }
        this.first = first;
        this.second = second;
    }

    /** How many instructions both have executed alike. */
    public long executed() {
        return executed;
    }

    /**
     * Executes instructions until the VMs differ, or both end alike.
     *
     * @param instructions how many at most
     * @return the first difference; empty if there is none
     */
    public Optional<Difference> run(long instructions) {
        Optional<Difference> start = compare(first.cpu(0).pc(), names(true, true));
        if (start.isPresent()) {
            return start;
        }
        for (long i = 0; i < instructions; i++) {
            long pc = first.cpu(0).pc();
            int word = word(pc);
            Exit one = first.step().exit();
            Exit two = second.step().exit();
            if (!one.getClass().equals(two.getClass())) {
                return Optional.of(difference(pc, names(true, true), "the first VM's step ended with %s, the second's with %s".formatted(one, two)));
            }
            if (!(one instanceof Exit.Limit)) {
                executed++;
                return Optional.empty(); // both have switched themselves off, or the like: what registers hold then is nobody's promise
            }
            boolean jumped = first.cpu(0).pc() != pc + 4;
            Optional<Difference> found = compare(pc, names(isVector(word), jumped || isSystem(word)));
            if (found.isPresent()) {
                return found;
            }
            executed++;
        }
        return compare(first.cpu(0).pc(), names(true, true));
    }

    private int word(long pc) {
        long ipa = first.cpu(0).translate(pc);
        return ipa >= 0 && first.memory().contains(ipa, 4) ? first.memory().readInt(ipa) : 0;
    }

    /** SIMD and floating point, their loads and stores included: op0 x111 or x1x0 with V (Arm ARM, C4.1). */
    private static boolean isVector(int word) {
        int op0 = word >>> 25 & 15;
        return (op0 & 7) == 7 || (op0 & 5) == 4 && (word & 1 << 26) != 0;
    }

    private static boolean isSystem(int word) {
        return word >>> 22 == 0b1101010100;
    }

    private static List<String> names(boolean vectors, boolean system) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n <= 30; n++) {
            names.add("x" + n);
        }
        names.addAll(List.of("sp", "pc", "pstate"));
        for (int n = 0; vectors && n <= 31; n++) {
            names.addAll(List.of("v" + n + ".d[0]", "v" + n + ".d[1]"));
        }
        if (system) {
            names.addAll(SYSTEM);
        }
        return names;
    }

    private Map<String, Values> differing(List<String> names) {
        Map<String, Values> differing = new LinkedHashMap<>();
        long[] one = first.cpu(0).cpu().get(names);
        long[] two = second.cpu(0).cpu().get(names);
        for (int i = 0; i < one.length; i++) {
            long mask = names.get(i).equals("pstate") || names.get(i).equals("SPSR_EL1") ? COMPARED_PSTATE : -1;
            if ((one[i] & mask) != (two[i] & mask)) {
                differing.put(names.get(i), new Values(one[i] & mask, two[i] & mask));
            }
        }
        return differing;
    }

    private Optional<Difference> compare(long pc, List<String> names) {
        return differing(names).isEmpty() ? Optional.empty() : Optional.of(difference(pc, names, ""));
    }

    private Difference difference(long pc, List<String> names, String other) {
        String text;
        try {
            text = first.disassemble(pc, 1).toString();
        } catch (IllegalArgumentException e) {
            text = "  %x: no instruction is mapped there now".formatted(pc);
        }
        return new Difference(executed, pc, text, differing(names), other);
    }
}
