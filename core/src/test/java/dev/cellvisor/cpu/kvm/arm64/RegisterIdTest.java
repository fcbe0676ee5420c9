package dev.cellvisor.cpu.kvm.arm64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.trace.Trace;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** KVM's register numbers and the architecture's names (Documentation/virt/kvm/api.rst, KVM_SET_ONE_REG). */
class RegisterIdTest {
    @Test
    void coreRegistersHaveTheNumbersOfTheDocumentation() {
        assertEquals(0x6030_0000_0010_0000L, RegisterId.x(0).id());
        assertEquals(0x6030_0000_0010_003cL, RegisterId.x(30).id());
        assertEquals("sp_el0", name(0x6030_0000_0010_003eL));
        assertEquals(0x6030_0000_0010_0040L, RegisterId.PC_ID.id());
        assertEquals(0x6030_0000_0010_0042L, RegisterId.PSTATE_ID.id());
        assertEquals("sp_el1", name(0x6030_0000_0010_0044L));
        assertEquals("elr_el1", name(0x6030_0000_0010_0046L));
        assertEquals("spsr_el1", name(0x6030_0000_0010_0048L));
        assertEquals("spsr_fiq", name(0x6030_0000_0010_0050L));
        assertEquals(0x6040_0000_0010_0054L, RegisterId.v(0).id());
        assertEquals(0x6040_0000_0010_00d0L, RegisterId.v(31).id());
        assertEquals("fpsr", name(0x6020_0000_0010_00d4L));
        assertEquals("fpcr", name(0x6020_0000_0010_00d5L));
        assertEquals(16, RegisterId.v(31).sizeBytes());
        assertEquals(4, RegisterId.FPSR_ID.sizeBytes());
    }

    @Test
    void systemRegistersHaveTheNamesOfTheEmulatedCpu() {
        assertEquals("SCTLR_EL1", RegisterId.system(CpuInterface.encoding(3, 0, 1, 0, 0)).name());
        assertEquals(0x6030_0000_0013_c080L, RegisterId.system(CpuInterface.encoding(3, 0, 1, 0, 0)).id());
        try (var memory = new GuestMemory(); var cpu = new A64Cpu(0, CpuModel.of("max"), new MemoryMap(memory, new Trace()))) {
            List<String> names = cpu.registerNames();
            // Those that EL1 and EL0 have as an encoding of their own; PSTATE's parts are no registers of KVM's.
            for (String name : List.of("SCTLR_EL1", "TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "MAIR_EL1", "VBAR_EL1", "CONTEXTIDR_EL1", "TPIDR_EL0", "MDSCR_EL1",
                    "ID_AA64PFR0_EL1", "ID_AA64MMFR2_EL1", "MPIDR_EL1", "CSSELR_EL1", "PAR_EL1", "AMAIR_EL1", "DBGBVR0_EL1")) {
                assertTrue(names.contains(name), name);
                assertEquals(name, nameOf(name));
            }
        }
    }

    private static String nameOf(String name) {
        for (int encoding = 1 << 15; encoding < 1 << 16; encoding++) {
            if (RegisterId.system(encoding).name().equals(name)) {
                return name;
            }
        }
        return "nothing";
    }

    @Test
    void counterAndCompareValueAreExchangedInKvmsNumbersAndNotInTheNames() {
        assertEquals("CNTVCT_EL0", RegisterId.system(CpuInterface.encoding(3, 3, 14, 3, 2)).name());
        assertEquals("CNTV_CVAL_EL0", RegisterId.system(CpuInterface.encoding(3, 3, 14, 0, 2)).name());
        assertEquals("CNTP_CVAL_EL0", RegisterId.system(CpuInterface.encoding(3, 3, 14, 2, 2)).name());
    }

    @Test
    void aRegisterWithoutANameIsCalledByItsEncoding() {
        assertEquals("S3_7_C15_C15_7", RegisterId.system(CpuInterface.encoding(3, 7, 15, 15, 7)).name());
    }

    private static String name(long id) {
        return new RegisterId(id).name().toLowerCase(Locale.ROOT);
    }
}
