package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The harness's own few instructions are what GNU objdump says they are. */
class CodeBuilderTest {

    @Test
    void objdumpReadsWhatWasMeant() {
        assumeTrue(Objdump.available(), "skipped: aarch64-linux-gnu-objdump is not installed");
        Map<Integer, String> cases = new LinkedHashMap<>();
        cases.put(CodeBuilder.movz(3, 0x1234, 16), "mov x3, #0x12340000");
        cases.put(CodeBuilder.movk(3, 0xffff, 48), "movk x3, #0xffff, lsl #48");
        cases.put(CodeBuilder.addImmediate(31, 1, 0), "mov sp, x1");
        cases.put(CodeBuilder.addImmediate(5, 0, 1024), "add x5, x0, #0x400");
        cases.put(CodeBuilder.ldr(2, 20, 72), "ldr x2, [x20, #72]");
        cases.put(CodeBuilder.str(2, 20, 832), "str x2, [x20, #832]");
        cases.put(CodeBuilder.ldp(1, 2, 30, -16), "ldp x1, x2, [x30, #-16]");
        cases.put(CodeBuilder.stp(30, 1, 0, 240), "stp x30, x1, [x0, #240]");
        cases.put(CodeBuilder.ldpQ(30, 31, 25, 800), "ldp q30, q31, [x25, #800]");
        cases.put(CodeBuilder.stpQ(0, 1, 3, 480), "stp q0, q1, [x3, #480]");
        cases.put(CodeBuilder.mrs(1, CodeBuilder.TPIDR_EL1), "mrs x1, tpidr_el1");
        cases.put(CodeBuilder.msr(CodeBuilder.FPSR, 2), "msr fpsr, x2");
        cases.put(CodeBuilder.mrs(7, CodeBuilder.PAR_EL1), "mrs x7, par_el1");
        cases.put(CodeBuilder.svc(0xe0b), "svc #0xe0b");
        cases.put(CodeBuilder.hvc(0), "hvc #0x0");
        cases.put(CodeBuilder.br(17), "br x17");
        cases.put(CodeBuilder.ERET, "eret");
        cases.put(CodeBuilder.CLREX, "clrex");
        cases.put(CodeBuilder.ISB, "isb");
        cases.put(CodeBuilder.DSB_SY, "dsb sy");
        cases.put(CodeBuilder.TLBI_VMALLE1, "tlbi vmalle1");
        cases.put(CodeBuilder.IC_IALLU, "ic iallu");
        int[] words = cases.keySet().stream().mapToInt(Integer::intValue).toArray();
        List<String> texts = Objdump.texts(words, 0);
        int at = 0;
        for (String expected : cases.values()) {
            assertEquals(expected, texts.get(at++).replaceAll("\\s*//.*", "").replaceAll("\\s+", " "));
        }
        assertEquals("b 0x1010", Objdump.texts(new int[] {CodeBuilder.b(16)}, 0x1000).getFirst().replaceAll("\\s+", " "));
        assertEquals("adr x4, 0xff4", Objdump.texts(new int[] {CodeBuilder.adr(4, -12)}, 0x1000).getFirst().replaceAll("\\s+", " "));
    }

    @Test
    void anOffsetThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CodeBuilder.stp(1, 2, 0, 840));
        assertThrows(IllegalArgumentException.class, () -> CodeBuilder.ldpQ(1, 2, 0, 24));
    }
}
