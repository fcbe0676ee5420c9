package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.a64.asm.Assembler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code vm.cpu(0)} shows and sets every register by its architectural name: the CPU's own, the interrupt controller's, the timer's, the PMU's. */
class VmRegisterNamesTest {

    @Test
    void everyRegisterThatIsListedCanBeReadAndIsTheSameByItsEncoding() {
        try (Vm vm = Vm.builder("names").memoryMiB(16).cpuModel("max").build()) {
            VmCpu cpu = vm.cpu(0);
            List<String> names = List.copyOf(cpu.allRegisters().values().keySet());
            assertEquals(Set.copyOf(names).size(), names.size(), "each once");
            for (String name : List.of("x30", "sp", "SP_EL0", "SP_EL1", "v31.d[1]", "FPCR", "NZCV", "TTBR1_EL1", "APGAKeyHi_EL1", "ICC_PMR_EL1", "CNTV_CTL_EL0", "PMCCNTR_EL0",
                    "DBGWCR3_EL1", "DBGCLAIMSET_EL1", "OSDTRRX_EL1", "ID_PFR0_EL1", "ID_ISAR6_EL1", "MVFR2_EL1", "ID_AA64MMFR2_EL1")) {
                assertTrue(names.contains(name), name);
            }
            List<String> wrong = new ArrayList<>();
            for (String name : names) {
                if (name.contains("_EL") && !name.equals("SP_EL1")) { // which only EL2 and EL3 have an encoding for
                    int word = Assembler.words("mrs x0, " + name)[0];
                    String generic = "s%d_%d_c%d_c%d_%d".formatted(2 | word >>> 19 & 1, word >>> 16 & 7, word >>> 12 & 15, word >>> 8 & 15, word >>> 5 & 7);
                    if (cpu.get(name) != cpu.get(generic)) {
                        wrong.add(name + " is not " + generic);
                    }
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void whatCanBeSetKeepsItsBits() {
        try (Vm vm = Vm.builder("names").memoryMiB(16).cpuModel("max").build()) {
            VmCpu cpu = vm.cpu(0);
            int set = 0;
            for (String name : cpu.allRegisters().values().keySet()) {
                try {
                    cpu.set(name, cpu.get(name));
                    set++;
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage().contains("read-only"), e.getMessage());
                }
            }
            assertTrue(set > 200, set + " can be set");
            assertEquals(0xf0, cpu.set("icc_pmr_el1", 0xf0).get("ICC_PMR_EL1"));
            assertEquals(0x55, cpu.set("DBGCLAIMSET_EL1", 0x55).set("DBGCLAIMCLR_EL1", 0x11).get("DBGCLAIMCLR_EL1") | 0x11);
            assertEquals(0x44, cpu.get("DBGCLAIMCLR_EL1"));
            assertEquals(0xff, cpu.get("DBGCLAIMSET_EL1"));
            assertEquals(0x1234, cpu.set("S3_0_C12_C0_0", 0x1800).set("TPIDR_EL0", 0x1234).get("s3_3_c13_c0_2"));
            assertEquals(0x1800, cpu.get("VBAR_EL1"));
        }
    }

    @Test
    void eachStackPointerHasItsNameAtEveryLevel() {
        try (Vm vm = Vm.builder("names").memoryMiB(16).build()) {
            VmCpu cpu = vm.cpu(0).set("SP_EL0", 0x10).set("SP_EL1", 0x20);
            assertEquals(0x20, cpu.get("sp"));
            cpu.set("pstate", 0x3c0);
            assertEquals(0x10, cpu.get("sp"));
            assertEquals(0x20, cpu.get("SP_EL1"));
            cpu.set("SP_EL1", 0x30).set("sp", 0x40).set("pstate", 0x3c5);
            assertEquals(0x30, cpu.get("sp"));
            assertEquals(0x40, cpu.get("SP_EL0"));
            assertEquals(0, cpu.set("xzr", 5).get("xzr"));
            assertTrue(assertThrows(IllegalArgumentException.class, () -> cpu.get("q7")).getMessage().contains("v7.d[0] and v7.d[1]"));
        }
    }

    @Test
    void theCountersOfThePmuAreUpToDateWhenSomebodyLooks() {
        try (Vm vm = Vm.builder("pmu").memoryMiB(16).build()) {
            vm.load(0x4010_0000L, new byte[] {0x1f, 0x20, 0x03, (byte) 0xd5, -1, -1, -1, 0x17}); // nop; b .-4
            VmCpu cpu = vm.cpu(0).set("pc", 0x4010_0000L).set("PMCR_EL0", 1).set("PMCNTENSET_EL0", 1L << 31);
            long before = cpu.get("PMCCNTR_EL0");
            vm.run(100);
            assertEquals(before + 100, cpu.get("PMCCNTR_EL0"));
        }
    }
}
