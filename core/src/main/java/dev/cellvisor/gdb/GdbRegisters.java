package dev.cellvisor.gdb;

import dev.cellvisor.vm.VmCpu;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The registers as GDB numbers them, and the target description that tells it (GDB manual, appendix G.5.1): those of the architecture, then system registers. */
final class GdbRegisters {
    private static final int VECTORS = 34;
    private static final int FPSR = VECTORS + 32;
    private static final int FPCR = FPSR + 1;
    private static final int SYSTEM = FPCR + 1;

    private final List<String> system = new ArrayList<>();

    GdbRegisters(VmCpu cpu) {
        Set<String> known = new HashSet<>();
        for (String name : cpu.cpu().registerNames()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            boolean other = lower.contains("_el") && !lower.startsWith("fp") && known.add(lower);
            if (other) {
                system.add(name);
            }
        }
    }

    int count() {
        return SYSTEM + system.size();
    }

    private static int bits(int number) {
        return number >= VECTORS && number < FPSR ? 128 : number == 33 || number == FPSR || number == FPCR ? 32 : 64;
    }

    private String name(int number) {
        return number <= 30 ? "x" + number : number == 31 ? "sp" : number == 32 ? "pc" : number == 33 ? "pstate"
                : number < FPSR ? "v" + (number - VECTORS) : number == FPSR ? "fpsr" : number == FPCR ? "fpcr" : system.get(number - SYSTEM);
    }

    /** A register's bytes in hexadecimal, low byte first. */
    String read(VmCpu cpu, int number) {
        if (bits(number) == 128) {
            return Hex.little(cpu.get(name(number) + ".d[0]"), 8) + Hex.little(cpu.get(name(number) + ".d[1]"), 8);
        }
        return Hex.little(cpu.get(name(number)), bits(number) / 8);
    }

    /** Sets a register; which is an input of the VM. */
    void write(VmCpu cpu, int number, String hex) {
        if (bits(number) == 128) {
            cpu.set(name(number) + ".d[0]", Hex.little(hex.substring(0, 16)));
            cpu.set(name(number) + ".d[1]", Hex.little(hex.substring(16, 32)));
        } else {
            cpu.set(name(number), Hex.little(hex.substring(0, bits(number) / 4)));
        }
    }

    String description() {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE target SYSTEM \"gdb-target.dtd\"><target version=\"1.0\">"
                + "<architecture>aarch64</architecture><osabi>none</osabi><feature name=\"org.gnu.gdb.aarch64.core\">");
        for (int i = 0; i < VECTORS; i++) {
            String type = i == 31 ? " type=\"data_ptr\"" : i == 32 ? " type=\"code_ptr\"" : "";
            xml.append("<reg name=\"%s\" bitsize=\"%d\"%s/>".formatted(i == 33 ? "cpsr" : name(i), bits(i), type));
        }
        xml.append("</feature><feature name=\"org.gnu.gdb.aarch64.fpu\"><vector id=\"v2d\" type=\"ieee_double\" count=\"2\"/>"
                + "<vector id=\"v4s\" type=\"ieee_single\" count=\"4\"/><vector id=\"v16b\" type=\"uint8\" count=\"16\"/><vector id=\"v2u\" type=\"uint64\" count=\"2\"/>"
                + "<union id=\"vector\"><field name=\"d\" type=\"v2d\"/><field name=\"s\" type=\"v4s\"/><field name=\"u\" type=\"v2u\"/><field name=\"b\" type=\"v16b\"/></union>");
        for (int i = VECTORS; i < SYSTEM; i++) {
            xml.append("<reg name=\"%s\" bitsize=\"%d\" type=\"%s\"/>".formatted(name(i), bits(i), bits(i) == 128 ? "vector" : "int"));
        }
        xml.append("</feature><feature name=\"dev.cellvisor.system\">");
        for (int i = SYSTEM; i < count(); i++) {
            xml.append("<reg name=\"%s\" bitsize=\"64\" group=\"system\" save-restore=\"no\"/>".formatted(name(i)));
        }
        return xml.append("</feature></target>").toString();
    }
}
